//! Feasts and days with a name: "Christmas Day", "Thanksgiving", "Good Friday", "9/11".

use super::calendar::{Placed, add};
use super::expression::{Expression, Feast, Name, Point, Side, Time};
use crate::facts::date::Granularity;
use crate::facts::document::Document;
use crate::facts::lexicon::{Class, TimeUnit};
use crate::facts::token::Shape;
use jiff::civil::Date;

/// Feasts by their words, longer names before shorter ones.
const FEASTS: &[(&[&str], Feast)] = &[
    (&["christmas", "eve"], Feast::Fixed(12, 24)),
    (&["christmas", "day"], Feast::Fixed(12, 25)),
    (&["christmas"], Feast::Fixed(12, 25)),
    (&["boxing", "day"], Feast::Fixed(12, 26)),
    (&["new", "year", "'s", "eve"], Feast::Fixed(12, 31)),
    (&["new", "year", "'s", "day"], Feast::Fixed(1, 1)),
    (&["valentine", "'s", "day"], Feast::Fixed(2, 14)),
    (&["st.", "patrick", "'s", "day"], Feast::Fixed(3, 17)),
    (&["may", "day"], Feast::Fixed(5, 1)),
    (&["juneteenth"], Feast::Fixed(6, 19)),
    (&["fourth", "of", "july"], Feast::Fixed(7, 4)),
    (&["bastille", "day"], Feast::Fixed(7, 14)),
    (&["halloween"], Feast::Fixed(10, 31)),
    (&["veterans", "day"], Feast::Fixed(11, 11)),
    (&["armistice", "day"], Feast::Fixed(11, 11)),
    (&["presidents", "day"], Feast::Nth(2, 1, 3)),
    (&["memorial", "day"], Feast::Nth(5, 1, -1)),
    (&["labor", "day"], Feast::Nth(9, 1, 1)),
    (&["columbus", "day"], Feast::Nth(10, 1, 2)),
    (&["thanksgiving", "day"], Feast::Nth(11, 4, 4)),
    (&["thanksgiving"], Feast::Nth(11, 4, 4)),
    (&["election", "day"], Feast::Election),
    (&["ash", "wednesday"], Feast::Easter(-46)),
    (&["palm", "sunday"], Feast::Easter(-7)),
    (&["good", "friday"], Feast::Easter(-2)),
    (&["easter", "sunday"], Feast::Easter(0)),
    (&["easter", "monday"], Feast::Easter(1)),
    (&["easter"], Feast::Easter(0)),
];

/// Words that make a day of the bare name of a feast.
const BEFORE: &[&str] = &[
    "on", "at", "by", "before", "after", "since", "until", "till", "for", "over", "around", "last",
    "this", "next", "past", "from", "of",
];

/// The feast that starts at token `at`, with the year behind it.
pub(super) fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    if document.word(at) == "9" {
        return attack(document, at);
    }
    if !document.token(at).is_capital() {
        return None;
    }
    let (feast, end) = named(document, at)?;
    if end == at + 1 && !is_day(document, at) {
        return None;
    }
    let reason = "a feast, by its day in the year";
    let found = |time: Time, end: usize| Some(Expression::new(at..end, time, reason).sure(85));
    if let Some((year, end)) = super::absolute::year_behind(document, end)
        && let Some((day, _)) = within(feast, year).1
    {
        let point = Point::Day(day.year(), day.month(), day.day());
        return found(Time::Point(point), end);
    }
    found(Time::Named(Name::Feast(feast), Side::Open), end)
}

/// The feast named at token `at`, and where its name ends.
pub(super) fn named(document: &Document<'_>, at: usize) -> Option<(Feast, usize)> {
    let is = |index: usize, word: &str| {
        let clitic = word == "'s" && document.word(index) == "’s";
        clitic || document.is(index, word)
    };
    let fits = |words: &[&str]| (at..).zip(words).all(|(index, word)| is(index, word));
    let (words, feast) = FEASTS.iter().find(|(words, _)| fits(words))?;
    Some((*feast, at + words.len()))
}

/// Whether the bare name at `at` is a day: not the "Christmas" of "Christmas tree".
fn is_day(document: &Document<'_>, at: usize) -> bool {
    let next = document.token(at + 1);
    let noun = next.shape == Shape::Lower && !next.is(Class::Function) || next.is_capital();
    at > 0 && document.any(at - 1, BEFORE) && !noun && !document.joins(at + 1)
}

/// "9/11".
fn attack(document: &Document<'_>, at: usize) -> Option<Expression> {
    let slash = document.word(at + 1) == "/" && document.token(at + 1).glued;
    let whole = document.word(at + 2) == "11" && document.token(at + 2).glued;
    let more = document.token(at + 3).glued && document.word(at + 3) == "/";
    let time = Time::Point(Point::Day(2001, 9, 11));
    (slash && whole && !more).then(|| Expression::new(at..at + 3, time, "the attacks of 2001"))
}

/// The day of `feast` in `year`.
pub(super) fn within(feast: Feast, year: i16) -> Placed {
    let day = match feast {
        Feast::Fixed(month, day) => Date::new(year, month, day).ok(),
        Feast::Nth(month, weekday, which) => nth(year, month, weekday, which),
        Feast::Election => nth(year, 11, 1, 1).and_then(|day| add(day, TimeUnit::Day, 1)),
        Feast::Easter(days) => easter(year).and_then(|day| add(day, TimeUnit::Day, days)),
    };
    let value = day.map_or_else(|| format!("{year:04}-XX-XX"), |day| day.to_string());
    (value, day.map(|day| (day, day)), Granularity::Day)
}

fn nth(year: i16, month: i8, weekday: i8, which: i8) -> Option<Date> {
    let weekday = jiff::civil::Weekday::from_monday_one_offset(weekday).ok()?;
    Date::new(year, month, 1).ok()?.nth_weekday_of_month(which, weekday).ok()
}

/// Easter Sunday of the Gregorian calendar, by the reckoning of Meeus, Jones and Butcher.
fn easter(year: i16) -> Option<Date> {
    let (golden, century, rest) = (year % 19, year / 100, year % 100);
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let moon = (19 * golden + century - century / 4 - correction + 15) % 30;
    let sunday = (32 + 2 * (century % 4) + 2 * (rest / 4) - moon - rest % 4) % 7;
    let late = (golden + 11 * moon + 22 * sunday) / 451;
    let days = moon + sunday - 7 * late + 114;
    Date::new(year, i8::try_from(days / 31).ok()?, i8::try_from(days % 31 + 1).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    #[track_caller]
    fn case(feast: &[&str], year: i16, value: &str) {
        let (_, feast) = FEASTS.iter().find(|(words, _)| *words == feast).unwrap();
        assert_eq!(within(*feast, year).0, value);
    }

    #[test]
    fn feasts_move_with_the_year() {
        case(&["easter"], 2021, "2021-04-04");
        case(&["easter"], 2024, "2024-03-31");
        case(&["good", "friday"], 2019, "2019-04-19");
        case(&["thanksgiving"], 2019, "2019-11-28");
        case(&["memorial", "day"], 2022, "2022-05-30");
        case(&["election", "day"], 2020, "2020-11-03");
        case(&["christmas"], 2020, "2020-12-25");
    }

    fn first(text: &str) -> Option<String> {
        let document = prose(text);
        let found = (0..document.tokens.len()).find_map(|at| read(&document, at))?;
        Some(document.span(found.tokens).of(text).to_owned())
    }

    #[test]
    fn a_feast_is_read_where_a_day_is_meant() {
        assert_eq!(first("It sank on Christmas Day.").as_deref(), Some("Christmas Day"));
        assert_eq!(first("It sank at Easter.").as_deref(), Some("Easter"));
        assert_eq!(
            first("It sank on New Year’s Eve 2019.").as_deref(),
            Some("New Year’s Eve 2019")
        );
        assert_eq!(first("It has been so since 9/11.").as_deref(), Some("9/11"));
        for text in ["A Christmas tree fell.", "An Easter egg.", "It was 9/11/2004.", "Labor won."]
        {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
