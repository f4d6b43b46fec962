//! Which recurrence of a weekday, a month or a day is meant, where its year or week is not said.

use super::calendar::{Placed, add, within};
use super::expression::{Name, Side, Tense};
use crate::facts::date::Granularity;
use crate::facts::lexicon::TimeUnit;
use jiff::civil::Date;

/// A day or month without a year that would lie more than `FAR` days back, and comes again within `NEAR`
/// days, is one to come: news gives the year of what is long past.
const FAR: i32 = 255;
const NEAR: i32 = 100;

/// Where `name` falls, seen from `anchor`: on the side that is said, else on the one that the
/// tense of the sentence points to.
pub(super) fn place(name: Name, side: Side, anchor: Date, tense: Tense) -> Option<Placed> {
    let ahead = match side {
        Side::Last => false,
        Side::Next => true,
        Side::This | Side::Open => tense == Tense::Future,
    };
    if let Name::Weekday(weekday) = name {
        return self::weekday(weekday, side, anchor, ahead);
    }
    if let Some(placed) = fitting(name, side, anchor) {
        return Some(placed);
    }
    let back = recurrence(name, side, anchor, false);
    let forth = recurrence(name, side, anchor, true);
    if side == Side::Open && matches!(name, Name::Quarter(_)) && is_fresh(back.as_ref(), anchor) {
        return back;
    }
    let is_dated = matches!(
        name,
        Name::Day(..) | Name::DayOn(..) | Name::Days(..) | Name::Feast(_) | Name::Month(_)
    );
    if side == Side::Open && is_dated {
        return nearer(back, forth, anchor, tense);
    }
    if ahead { forth } else { back }
}

/// Of the recurrences before and behind `anchor`, the one that news means: the tense decides,
/// unless the other lies much nearer.
fn nearer(
    back: Option<Placed>,
    forth: Option<Placed>,
    anchor: Date,
    tense: Tense,
) -> Option<Placed> {
    let distance = |placed: &Option<Placed>| {
        let (start, _) = placed.as_ref()?.1?;
        Some((start - anchor).get_days())
    };
    let (Some(from), Some(to)) = (distance(&back), distance(&forth)) else {
        return back.or(forth);
    };
    let ahead = match tense {
        Tense::Unsaid => to < -from,
        Tense::Past => from < -FAR && to < NEAR,
        Tense::Future => !(to > FAR && from > -NEAR / 3),
    };
    if ahead { forth } else { back }
}

/// Whether what is at `placed` goes on at `anchor` or ended at most `NEAR` days before: what a
/// company "expects to report" is of such a quarter.
fn is_fresh(placed: Option<&Placed>, anchor: Date) -> bool {
    let end = placed.and_then(|placed| placed.1).map(|(_, end)| end);
    end.is_some_and(|end| (anchor - end).get_days() < NEAR)
}

/// The day of the one year near `anchor` in which it falls on the weekday that is said. The same
/// weekday comes again after five years at the soonest, so of five years one fits at most.
fn fitting(name: Name, side: Side, anchor: Date) -> Option<Placed> {
    let Name::DayOn(_, _, weekday) = name else { return None };
    let years = (-2..=2).filter_map(|by| anchor.year().checked_add(by));
    let mut placed = years.map(|year| within(name, year));
    placed.find(|placed| {
        let weekday_of = |(day, _): (Date, Date)| day.weekday().to_monday_one_offset();
        side == Side::Open && placed.1.map(weekday_of) == Some(weekday)
    })
}

/// A day or month that is under way counts, unless "last" or "next" says otherwise.
const fn is_strict(side: Side) -> bool {
    matches!(side, Side::Last | Side::Next)
}

fn weekday(weekday: i8, side: Side, anchor: Date, ahead: bool) -> Option<Placed> {
    let today = anchor.weekday().to_monday_one_offset();
    let mut by = i64::from(weekday) - i64::from(today);
    let other = by == 0 && is_strict(side);
    if ahead && (by < 0 || other) {
        by += 7;
    } else if !ahead && (by > 0 || other) && side != Side::This {
        by -= 7;
    }
    let date = add(anchor, TimeUnit::Day, by)?;
    Some((date.to_string(), Some((date, date)), Granularity::Day))
}

fn recurrence(name: Name, side: Side, anchor: Date, ahead: bool) -> Option<Placed> {
    let year = anchor.year();
    let candidates = [year - 1, year, year + 1].map(|year| within(name, year));
    let strict = is_strict(side);
    let fits = |placed: &&Placed| {
        let Some((start, end)) = placed.1 else { return false };
        match (side, ahead) {
            (Side::This, _) => start.year() == year,
            (_, true) if strict => start > anchor,
            (_, true) => end >= anchor,
            (_, false) if strict => end < anchor,
            (_, false) => start <= anchor,
        }
    };
    if ahead {
        candidates.iter().find(fits).cloned()
    } else {
        candidates.iter().rev().find(fits).cloned()
    }
}
