//! What a text tells of at the moment: the day and the quarter from which "that year", "the
//! following month" and "a year earlier" are reckoned.

use super::calendar::{self, Resolved, absolute, shifted};
use super::expression::{Expression, Part, Point, Tense, Time};
use super::{DateKind, Granularity};
use crate::facts::lexicon::TimeUnit;
use jiff::civil::Date;

/// At most so many sentences behind a quarter "a year ago" is the same quarter, a year before.
const NEAR: usize = 6;

/// What was told of last.
#[derive(Debug, Default)]
pub(super) struct Focus {
    told: Option<Told>,
    quarter: Option<(i16, i8, usize)>,
}

#[derive(Debug, Clone, Copy)]
struct Told {
    day: Date,
    granularity: Granularity,
    relative: bool,
    sentence: usize,
}

impl Focus {
    /// The place of `time` in sentence `sentence`, and whether the day that was told of last
    /// decided it.
    pub(super) fn resolve(
        &self,
        time: &Time,
        anchor: Option<Date>,
        tense: Tense,
        sentence: usize,
    ) -> (Resolved, bool) {
        let found = match *time {
            Time::Told(TimeUnit::Quarter, by) => self.quarter(by, anchor),
            Time::Told(unit, by) => self.unit(unit, by),
            Time::YearBefore => {
                self.year_before(usize::MAX, sentence).or_else(|| self.unit(TimeUnit::Year, -1))
            }
            Time::YearAgo => self.year_before(NEAR, sentence),
            Time::ThatDay => self.day(sentence),
            Time::QuarterOf(year) => self.quarter_of(year),
            _ => None,
        };
        let told = found.is_some();
        (found.unwrap_or_else(|| calendar::resolve(time, anchor, tense)), told)
    }

    fn unit(&self, unit: TimeUnit, by: i64) -> Option<Resolved> {
        let told = self.told?;
        let fine = told.granularity <= calendar::granularity(unit);
        let resolved = shifted(unit, by, Some(told.day));
        fine.then_some(Resolved { relative: told.relative, ..resolved })
    }

    /// The day that was told of in sentence `sentence` or the one before.
    fn day(&self, sentence: usize) -> Option<Resolved> {
        let told = self.told.filter(|told| sentence.saturating_sub(told.sentence) <= 1)?;
        let exact = told.granularity <= Granularity::Day;
        exact.then(|| shifted(TimeUnit::Day, 0, Some(told.day)))
    }

    fn quarter_of(&self, year: i16) -> Option<Resolved> {
        let (_, quarter, _) = self.quarter?;
        Some(absolute(Point::Quarter(year, quarter)))
    }

    /// The quarter under discussion, else the last one that has ended.
    fn quarter(&self, by: i64, anchor: Option<Date>) -> Option<Resolved> {
        let Some((year, quarter, _)) = self.quarter else {
            return Some(shifted(TimeUnit::Quarter, by - 1, Some(anchor?)));
        };
        let first = Date::new(year, quarter * 3 - 2, 1).ok()?;
        Some(shifted(TimeUnit::Quarter, by, Some(first)))
    }

    fn year_before(&self, near: usize, sentence: usize) -> Option<Resolved> {
        let (year, quarter, at) = self.quarter?;
        let fresh = sentence.saturating_sub(at) <= near;
        let resolved = absolute(Point::Quarter(year.checked_sub(1)?, quarter));
        fresh.then_some(Resolved { relative: true, ..resolved })
    }

    /// Notes that `expression`, in sentence `sentence`, tells of what `resolved` is. The date at
    /// the head of a report is not told of.
    pub(super) fn note(&mut self, expression: &Expression, resolved: &Resolved, sentence: usize) {
        let dated = sentence == 0 && matches!(expression.time, Time::Point(Point::Day(..)));
        if dated || !matches!(super::kind(expression), DateKind::Date | DateKind::Time) {
            return;
        }
        let Some((day, _)) = resolved.days else { return };
        let (granularity, relative) = (resolved.granularity, resolved.relative);
        self.told = Some(Told { day, granularity, relative, sentence });
        let before =
            matches!(expression.time, Time::YearBefore | Time::YearAgo | Time::QuarterOf(_));
        let quarter = resolved.value.split_once("-Q").and_then(|(_, quarter)| quarter.parse().ok());
        if let Some(quarter) = quarter.filter(|_| !before) {
            // "Up from the third quarter of 2019": the quarter under discussion is the latest.
            let old = self.quarter.is_some_and(|(year, ..)| year > day.year());
            if !old {
                self.quarter = Some((day.year(), quarter, sentence));
            }
        }
    }
}

/// The days of the part of a stretch from `first` to `last`, by thirds.
pub(super) fn part(part: Part, (first, last): (Date, Date)) -> (Date, Date) {
    let days = i64::from((last - first).get_days());
    let third = |count: i64| calendar::add(first, TimeUnit::Day, days * count / 3);
    let found = match part {
        Part::Early => third(1).map(|end| (first, end)),
        Part::Middle => third(1).zip(third(2)),
        Part::Late => third(2).map(|start| (start, last)),
    };
    found.unwrap_or((first, last))
}
