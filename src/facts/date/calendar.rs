//! What an expression of time stands for on the calendar, in the notation of TIMEX3
//! (ISO-TimeML): the value, the first and the last day.

use super::Granularity;
use super::expression::{Clock, Feast, Name, Point, Reference, Side, Tense, Time};
use super::feast;
use super::recurrence::place;
use crate::facts::lexicon::TimeUnit;
use jiff::Span as Length;
use jiff::civil::Date;

/// A stretch of the calendar and its notation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Resolved {
    /// The value of TIMEX3.
    pub(crate) value: String,
    /// The first and the last day, where they are known.
    pub(crate) days: Option<(Date, Date)>,
    /// How exact it is.
    pub(crate) granularity: Granularity,
    /// Whether the anchor was needed to place it.
    pub(crate) relative: bool,
}

/// `time` on the calendar, reckoned from `anchor` where it is relative, by the tense of its
/// sentence where that decides.
pub(crate) fn resolve(time: &Time, anchor: Option<Date>, tense: Tense) -> Resolved {
    match *time {
        Time::Point(point) => absolute(point),
        Time::Named(name, side) => named(name, side, anchor, tense),
        Time::InYear(name, by) => in_year(name, by, anchor),
        Time::InWeek(weekday, by) => in_week(weekday, by, anchor),
        Time::Shift(unit, by) | Time::Told(unit, by) => shifted(unit, by, anchor),
        Time::ThatDay => shifted(TimeUnit::Day, 0, anchor),
        Time::QuarterOf(year) => absolute(Point::Year(year)),
        Time::QuarterTo(month, day) => quarter_to(month, day, anchor),
        Time::YearBefore | Time::YearAgo => shifted(TimeUnit::Year, -1, anchor),
        Time::Weekend => weekend(anchor, tense),
        Time::Reference(reference) => vague(match reference {
            Reference::Past => "PAST_REF",
            Reference::Present => "PRESENT_REF",
            Reference::Future => "FUTURE_REF",
        }),
        Time::Length(count, unit) => Resolved {
            value: length(count, unit),
            days: None,
            granularity: granularity(unit),
            relative: false,
        },
        Time::Every(name) => Resolved {
            value: every(name),
            days: None,
            granularity: name_granularity(name),
            relative: false,
        },
        Time::EveryUnit(unit) => Resolved {
            value: length(Some(1.0), unit),
            days: None,
            granularity: granularity(unit),
            relative: false,
        },
    }
}

/// `value` with the time of day added.
pub(crate) fn with_clock(value: &str, clock: Clock) -> String {
    let day = if value.len() == 10 && value.as_bytes().get(4) == Some(&b'-') {
        value
    } else {
        "XXXX-XX-XX"
    };
    match clock {
        Clock::Part(part) => format!("{day}T{part}"),
        Clock::Time(hour, minute, universal) => {
            format!("{day}T{hour:02}:{minute:02}{}", if universal { "Z" } else { "" })
        }
    }
}

fn vague(value: &str) -> Resolved {
    Resolved {
        value: value.to_owned(),
        days: None,
        granularity: Granularity::Vague,
        relative: false,
    }
}

/// The stretch that `point` says.
pub(super) fn absolute(point: Point) -> Resolved {
    let (value, days, granularity) = match point {
        Point::Day(year, month, day) => {
            let date = Date::new(year, month, day).ok();
            (
                format!("{year:04}-{month:02}-{day:02}"),
                date.map(|date| (date, date)),
                Granularity::Day,
            )
        }
        Point::Month(year, month) => {
            let days = Date::new(year, month, 1).ok().map(|date| (date, date.last_of_month()));
            (format!("{year:04}-{month:02}"), days, Granularity::Month)
        }
        Point::Season(year, season) => season_of(year, season),
        Point::Quarter(year, quarter) => quarter_of(year, quarter),
        Point::Half(year, half) => half_of(year, half),
        Point::Year(year) => (format!("{year:04}"), years(year, year), Granularity::Year),
        Point::Years(from, to) => {
            (format!("{from:04}/{to:04}"), years(from, to), Granularity::Year)
        }
        Point::Decade(year) => {
            (format!("{:03}", year / 10), years(year, year.saturating_add(9)), Granularity::Decade)
        }
        Point::Hundred(year) => {
            let days = years(year, year.saturating_add(99));
            (format!("{:02}", year / 100), days, Granularity::Decade)
        }
        Point::Century(number) => {
            let first = (number - 1).saturating_mul(100);
            let days = years(first.saturating_add(1), first.saturating_add(100));
            (format!("{:02}", number - 1), days, Granularity::Decade)
        }
        Point::Days(year, month, from, to) => {
            let days = Date::new(year, month, from).ok().zip(Date::new(year, month, to).ok());
            let value = format!("{year:04}-{month:02}-{from:02}/{year:04}-{month:02}-{to:02}");
            (value, days, Granularity::Day)
        }
    };
    Resolved { value, days, granularity, relative: false }
}

/// A value, its days, and how exact it is.
pub(super) type Placed = (String, Option<(Date, Date)>, Granularity);

fn years(from: i16, to: i16) -> Option<(Date, Date)> {
    Some((Date::new(from, 1, 1).ok()?, Date::new(to, 12, 31).ok()?))
}

/// Seasons of the northern half of the earth, by whole months.
fn season_of(year: i16, season: u8) -> Placed {
    let (name, month) = match season {
        1 => ("SP", 3),
        2 => ("SU", 6),
        3 => ("FA", 9),
        _ => ("WI", 12),
    };
    let start = Date::new(year, month, 1).ok();
    let days =
        start.and_then(|start| Some((start, add(start, TimeUnit::Month, 2)?.last_of_month())));
    (format!("{year:04}-{name}"), days, Granularity::Season)
}

fn quarter_of(year: i16, quarter: i8) -> Placed {
    let start = Date::new(year, quarter * 3 - 2, 1).ok();
    let days =
        start.and_then(|start| Some((start, add(start, TimeUnit::Month, 2)?.last_of_month())));
    (format!("{year:04}-Q{quarter}"), days, Granularity::Season)
}

fn half_of(year: i16, half: i8) -> Placed {
    let first = Date::new(year, half * 6 - 5, 1).ok();
    let last = Date::new(year, half * 6, 1).ok().map(Date::last_of_month);
    (format!("{year:04}-H{half}"), first.zip(last), Granularity::Season)
}

/// `date` moved by so many units.
pub(crate) fn add(date: Date, unit: TimeUnit, by: i64) -> Option<Date> {
    let length = Length::new();
    let length = match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => return Some(date),
        TimeUnit::Day => length.try_days(by),
        TimeUnit::Week | TimeUnit::Weekend => length.try_weeks(by),
        TimeUnit::Fortnight => length.try_weeks(by.checked_mul(2)?),
        TimeUnit::Month => length.try_months(by),
        TimeUnit::Quarter => length.try_months(by.checked_mul(3)?),
        TimeUnit::Year => length.try_years(by),
        TimeUnit::Decade => length.try_years(by.checked_mul(10)?),
        TimeUnit::Century => length.try_years(by.checked_mul(100)?),
        TimeUnit::Millennium => length.try_years(by.checked_mul(1000)?),
    };
    date.checked_add(length.ok()?).ok()
}

/// The unit that the day falls into that lies `by` units from `anchor`.
pub(super) fn shifted(unit: TimeUnit, by: i64, anchor: Option<Date>) -> Resolved {
    let Some(date) = anchor.and_then(|anchor| add(anchor, unit, by)) else {
        return Resolved { granularity: granularity(unit), ..unplaced(unit) };
    };
    let (value, days, granularity) = match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour | TimeUnit::Day => {
            (date.to_string(), Some((date, date)), Granularity::Day)
        }
        TimeUnit::Week | TimeUnit::Fortnight => week_of(date, "", 0),
        TimeUnit::Weekend => week_of(date, "-WE", 5),
        TimeUnit::Month => parts(absolute(Point::Month(date.year(), date.month()))),
        TimeUnit::Quarter => parts(absolute(Point::Quarter(date.year(), (date.month() + 2) / 3))),
        TimeUnit::Year => parts(absolute(Point::Year(date.year()))),
        TimeUnit::Decade => parts(absolute(Point::Decade(date.year() / 10 * 10))),
        TimeUnit::Century | TimeUnit::Millennium => {
            parts(absolute(Point::Century(date.year() / 100 + 1)))
        }
    };
    Resolved { value, days, granularity, relative: true }
}

fn in_year(name: Name, by: i64, anchor: Option<Date>) -> Resolved {
    let day = anchor.and_then(|anchor| add(anchor, TimeUnit::Year, by));
    placed(name, day.map(|day| within(name, day.year())))
}

fn in_week(weekday: i8, by: i64, anchor: Option<Date>) -> Resolved {
    let day = anchor.and_then(|anchor| {
        let days = i64::from(weekday) - i64::from(anchor.weekday().to_monday_one_offset());
        add(add(anchor, TimeUnit::Week, by)?, TimeUnit::Day, days)
    });
    let day = day.map(|day| (day.to_string(), Some((day, day)), Granularity::Day));
    placed(Name::Weekday(weekday), day)
}

/// The quarter that had its middle half a quarter before the day that is named: companies end theirs
/// on the last day of a month, or some days from it.
fn quarter_to(month: i8, day: i8, anchor: Option<Date>) -> Resolved {
    let half = -45;
    let last =
        anchor.and_then(|anchor| place(Name::Day(month, day), Side::Open, anchor, Tense::Past));
    let middle = last.and_then(|(_, days, _)| add(days?.0, TimeUnit::Day, half));
    shifted(TimeUnit::Quarter, 0, middle)
}

/// The weekend just past, or under way; the coming one where the sentence looks ahead.
fn weekend(anchor: Option<Date>, tense: Tense) -> Resolved {
    let under_way = |anchor: Date| anchor.weekday().to_monday_one_offset() >= 6;
    let past = tense != Tense::Future && !anchor.is_some_and(under_way);
    shifted(TimeUnit::Weekend, if past { -1 } else { 0 }, anchor)
}

fn parts(resolved: Resolved) -> Placed {
    (resolved.value, resolved.days, resolved.granularity)
}

/// The ISO week of `date`, from the day `from` (0 for Monday) on.
fn week_of(date: Date, tail: &str, from: i64) -> Placed {
    let week = date.iso_week_date();
    let monday = add(date, TimeUnit::Day, -i64::from(date.weekday().to_monday_zero_offset()));
    let start = monday.and_then(|monday| add(monday, TimeUnit::Day, from));
    let end = monday.and_then(|monday| add(monday, TimeUnit::Day, 6));
    (format!("{:04}-W{:02}{tail}", week.year(), week.week()), start.zip(end), Granularity::Week)
}

/// A relative time without an anchor: it stays relative.
fn unplaced(unit: TimeUnit) -> Resolved {
    let value = match unit {
        TimeUnit::Week | TimeUnit::Fortnight => "XXXX-WXX",
        TimeUnit::Weekend => "XXXX-WXX-WE",
        TimeUnit::Month => "XXXX-XX",
        TimeUnit::Quarter => "XXXX-QX",
        TimeUnit::Year => "XXXX",
        TimeUnit::Decade => "XXX",
        TimeUnit::Century | TimeUnit::Millennium => "XX",
        _ => "XXXX-XX-XX",
    };
    Resolved { relative: true, ..vague(value) }
}

/// A weekday, month, day of a month, season or quarter whose year is not said.
fn named(name: Name, side: Side, anchor: Option<Date>, tense: Tense) -> Resolved {
    placed(name, anchor.and_then(|anchor| place(name, side, anchor, tense)))
}

/// What stands at `placed`; without a place, every recurrence of `name`.
fn placed(name: Name, placed: Option<Placed>) -> Resolved {
    let Some((value, days, granularity)) = placed else {
        let granularity = name_granularity(name);
        return Resolved { value: every(name), days: None, granularity, relative: true };
    };
    Resolved { value, days, granularity, relative: true }
}

/// `name` within `year`.
pub(super) fn within(name: Name, year: i16) -> Placed {
    parts(absolute(match name {
        Name::Day(month, day) | Name::DayOn(month, day, _) => Point::Day(year, month, day),
        Name::Days(month, from, to) => Point::Days(year, month, from, to),
        Name::Season(season) => Point::Season(year, season),
        Name::Quarter(quarter) => Point::Quarter(year, quarter),
        Name::Month(month) => Point::Month(year, month),
        Name::Half(half) => Point::Half(year, half),
        Name::Feast(feast) => return feast::within(feast, year),
        Name::Weekday(_) => Point::Year(year),
    }))
}

fn every(name: Name) -> String {
    match name {
        Name::Weekday(day) => format!("XXXX-WXX-{day}"),
        Name::Month(month) => format!("XXXX-{month:02}"),
        Name::Day(month, day)
        | Name::DayOn(month, day, _)
        | Name::Feast(Feast::Fixed(month, day)) => format!("XXXX-{month:02}-{day:02}"),
        Name::Days(month, from, to) => format!("XXXX-{month:02}-{from:02}/XXXX-{month:02}-{to:02}"),
        Name::Season(season) => {
            let name = ["SP", "SU", "FA", "WI"].get(usize::from(season) - 1).unwrap_or(&"WI");
            format!("XXXX-{name}")
        }
        Name::Quarter(quarter) => format!("XXXX-Q{quarter}"),
        Name::Half(half) => format!("XXXX-H{half}"),
        Name::Feast(_) => "XXXX-XX-XX".to_owned(),
    }
}

const fn name_granularity(name: Name) -> Granularity {
    match name {
        Name::Weekday(_) | Name::Day(..) | Name::DayOn(..) | Name::Days(..) | Name::Feast(_) => {
            Granularity::Day
        }
        Name::Month(_) => Granularity::Month,
        Name::Season(_) | Name::Quarter(_) | Name::Half(_) => Granularity::Season,
    }
}

/// How exact a time in such units is.
pub(crate) const fn granularity(unit: TimeUnit) -> Granularity {
    match unit {
        TimeUnit::Second | TimeUnit::Minute | TimeUnit::Hour => Granularity::Time,
        TimeUnit::Day => Granularity::Day,
        TimeUnit::Week | TimeUnit::Weekend | TimeUnit::Fortnight => Granularity::Week,
        TimeUnit::Month => Granularity::Month,
        TimeUnit::Quarter => Granularity::Season,
        TimeUnit::Year => Granularity::Year,
        TimeUnit::Decade | TimeUnit::Century | TimeUnit::Millennium => Granularity::Decade,
    }
}

/// A length in the notation of ISO 8601: `P10Y`, `PT5H`, `PXD`; `None` for an unknown number.
fn length(count: Option<f64>, unit: TimeUnit) -> String {
    let (times, sign, clock) = match unit {
        TimeUnit::Second => (1.0, "S", true),
        TimeUnit::Minute => (1.0, "M", true),
        TimeUnit::Hour => (1.0, "H", true),
        TimeUnit::Day => (1.0, "D", false),
        TimeUnit::Week => (1.0, "W", false),
        TimeUnit::Weekend => (1.0, "WE", false),
        TimeUnit::Fortnight => (2.0, "W", false),
        TimeUnit::Month => (1.0, "M", false),
        TimeUnit::Quarter => (1.0, "Q", false),
        TimeUnit::Year => (1.0, "Y", false),
        TimeUnit::Decade => (10.0, "Y", false),
        TimeUnit::Century => (100.0, "Y", false),
        TimeUnit::Millennium => (1000.0, "Y", false),
    };
    let head = if clock { "PT" } else { "P" };
    let Some(count) = count.map(|count| count * times) else {
        let sign = if unit == TimeUnit::Century { "C" } else { sign };
        return format!("{head}X{sign}");
    };
    let part = (count.fract() * 60.0).round();
    let half = (part - 30.0).abs() < f64::EPSILON;
    match unit {
        TimeUnit::Year if half && count > 1.0 => format!("P{}Y6M", count.trunc()),
        TimeUnit::Hour if part > 0.0 => format!("PT{}H{part}M", count.trunc()),
        TimeUnit::Minute if part > 0.0 => format!("PT{}M{part}S", count.trunc()),
        _ => format!("{head}{count}{sign}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn value(time: Time, tense: Tense) -> String {
        // A Monday.
        resolve(&time, Some(date(2021, 9, 13)), tense).value
    }

    #[test]
    fn weekdays_follow_the_tense() {
        let friday = Time::Named(Name::Weekday(5), Side::Open);
        assert_eq!(value(friday, Tense::Past), "2021-09-10");
        assert_eq!(value(friday, Tense::Future), "2021-09-17");
        let monday = Time::Named(Name::Weekday(1), Side::Open);
        assert_eq!(value(monday, Tense::Past), "2021-09-13");
        assert_eq!(value(Time::Named(Name::Weekday(1), Side::Last), Tense::Past), "2021-09-06");
    }

    #[test]
    fn months_and_days_take_the_nearest_year_on_their_side() {
        assert_eq!(value(Time::Named(Name::Month(7), Side::Open), Tense::Past), "2021-07");
        // Ten months back it would have its year; it comes again in two.
        assert_eq!(value(Time::Named(Name::Month(11), Side::Open), Tense::Past), "2021-11");
        assert_eq!(value(Time::Named(Name::Month(11), Side::Last), Tense::Past), "2020-11");
        assert_eq!(value(Time::Named(Name::Month(11), Side::Open), Tense::Future), "2021-11");
        assert_eq!(value(Time::Named(Name::Month(9), Side::Open), Tense::Past), "2021-09");
        assert_eq!(value(Time::Named(Name::Month(3), Side::Next), Tense::Past), "2022-03");
        assert_eq!(value(Time::Named(Name::Day(8, 20), Side::Open), Tense::Past), "2021-08-20");
        assert_eq!(value(Time::Named(Name::Day(1, 20), Side::Open), Tense::Past), "2021-01-20");
    }

    #[test]
    fn a_weekday_decides_the_year_that_it_fits() {
        let day = |month, day, weekday| Time::Named(Name::DayOn(month, day, weekday), Side::Open);
        // 6 May was a Wednesday in 2020, 4 October is a Monday in 2021, 6 May a Friday in 2022.
        assert_eq!(value(day(5, 6, 3), Tense::Future), "2020-05-06");
        assert_eq!(value(day(10, 4, 1), Tense::Past), "2021-10-04");
        assert_eq!(value(day(5, 6, 5), Tense::Past), "2022-05-06");
    }

    #[test]
    fn a_weekday_that_fits_no_year_near_is_passed_over() {
        // 20 August was a Friday in 2021, and a Monday in no year from 2019 to 2023.
        let day = Time::Named(Name::DayOn(8, 20, 1), Side::Open);
        assert_eq!(value(day, Tense::Past), "2021-08-20");
    }

    #[test]
    fn a_day_is_the_nearest_where_no_verb_tells() {
        let day = |month, day| Time::Named(Name::Day(month, day), Side::Open);
        assert_eq!(value(day(1, 20), Tense::Unsaid), "2022-01-20");
        assert_eq!(value(day(6, 20), Tense::Unsaid), "2021-06-20");
    }

    #[test]
    fn a_day_that_comes_again_soon_is_not_one_long_past() {
        assert_eq!(value(Time::Named(Name::Day(9, 20), Side::Open), Tense::Past), "2021-09-20");
        assert_eq!(value(Time::Named(Name::Day(9, 20), Side::Last), Tense::Past), "2020-09-20");
    }

    #[test]
    fn shifts_are_counted_in_their_own_unit() {
        assert_eq!(value(Time::Shift(TimeUnit::Day, -1), Tense::Past), "2021-09-12");
        assert_eq!(value(Time::Shift(TimeUnit::Week, -1), Tense::Past), "2021-W36");
        assert_eq!(value(Time::Shift(TimeUnit::Month, 1), Tense::Past), "2021-10");
        assert_eq!(value(Time::Shift(TimeUnit::Year, -2), Tense::Past), "2019");
        assert_eq!(value(Time::Shift(TimeUnit::Quarter, -1), Tense::Past), "2021-Q2");
    }

    #[test]
    fn a_week_runs_from_monday_to_sunday() {
        let week = resolve(&Time::Shift(TimeUnit::Week, -1), Some(date(2021, 9, 13)), Tense::Past);
        assert_eq!(week.days, Some((date(2021, 9, 6), date(2021, 9, 12))));
    }

    #[test]
    fn without_an_anchor_a_relative_time_stays_relative() {
        for (time, value) in [
            (Time::Shift(TimeUnit::Week, -1), "XXXX-WXX"),
            (Time::Named(Name::Weekday(5), Side::Open), "XXXX-WXX-5"),
            (Time::Named(Name::Day(9, 13), Side::Open), "XXXX-09-13"),
        ] {
            let resolved = resolve(&time, None, Tense::Past);
            assert_eq!((resolved.value.as_str(), resolved.days), (value, None));
        }
    }

    #[test]
    fn lengths_are_written_as_iso_8601_has_them() {
        for (count, unit, value) in [
            (Some(10.0), TimeUnit::Year, "P10Y"),
            (Some(2.5), TimeUnit::Year, "P2Y6M"),
            (Some(3.0), TimeUnit::Decade, "P30Y"),
            (Some(36.0), TimeUnit::Hour, "PT36H"),
            (None, TimeUnit::Week, "PXW"),
        ] {
            assert_eq!(length(count, unit), value);
        }
    }

    #[test]
    fn centuries_and_decades_are_cut_years() {
        assert_eq!(value(Time::Point(Point::Century(20)), Tense::Past), "19");
        assert_eq!(value(Time::Point(Point::Decade(1990)), Tense::Past), "199");
    }
}
