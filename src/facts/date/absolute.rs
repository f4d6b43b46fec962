//! Dates that name their place on the calendar: in digits, by month and day, by month and year.

use super::expression::{Expression, Name, Point, Side, Time};
use super::{feast, spoken, stretch};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::ops::Range;

/// The date that starts at token `at`, if one does.
pub(crate) fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    let token = document.token(at);
    match token.shape {
        Shape::Number => feast::read(document, at)
            .or_else(|| numeric(document, at))
            .or_else(|| day_first(document, at))
            .or_else(|| second_day(document, at))
            .or_else(|| stretch::decade(document, at))
            .or_else(|| stretch::ordinal_first(document, at))
            .or_else(|| stretch::year_alone(document, at)),
        _ if token.is(Class::Weekday) => weekday_first(document, at),
        _ if token.is(Class::Month) => {
            feast::read(document, at).or_else(|| month_first(document, at))
        }
        _ if token.is(Class::Season) => stretch::season(document, at),
        _ if token.is(Class::Ordinal) || token.is(Class::Number) => feast::read(document, at)
            .or_else(|| day_first(document, at))
            .or_else(|| stretch::ordinal_first(document, at))
            .or_else(|| spoken::alone(document, at)),
        _ => stretch::quarter_sign(document, at)
            .or_else(|| stretch::short_decade(document, at))
            .or_else(|| stretch::last_part(document, at))
            .or_else(|| feast::read(document, at)),
    }
}

/// The year in four digits at token `at`.
pub(crate) fn year(document: &Document<'_>, at: usize) -> Option<i16> {
    let word = document.word(at);
    let plain = word.len() == 4 && document.token(at).shape == Shape::Number;
    let year = plain.then(|| word.parse::<i16>().ok()).flatten()?;
    (1000..2200).contains(&year).then_some(year)
}

/// The day of a month at token `at`, and where it ends: "13", "13th", "thirteenth".
fn day(document: &Document<'_>, at: usize) -> Option<(i8, usize)> {
    let (day, end) = if document.token(at).shape == Shape::Number {
        let word = document.word(at);
        let day = (word.len() <= 2).then(|| word.parse::<i8>().ok()).flatten()?;
        (day, at + 1 + usize::from(has_suffix(document, at + 1)))
    } else {
        let (number, end) = ordinal(document, at)?;
        (i8::try_from(number).ok()?, end)
    };
    (1..=31).contains(&day).then_some((day, end))
}

fn has_suffix(document: &Document<'_>, at: usize) -> bool {
    document.token(at).glued && document.any(at, &["st", "nd", "rd", "th"])
}

/// The place in an order at token `at`, and where it ends: "third", "twenty-first", "21st".
pub(crate) fn ordinal(document: &Document<'_>, at: usize) -> Option<(u64, usize)> {
    let token = document.token(at);
    if token.is(Class::Ordinal) {
        return Some((token.lexeme.value, at + 1));
    }
    if token.shape == Shape::Number && has_suffix(document, at + 1) {
        return Some((document.word(at).parse().ok()?, at + 2));
    }
    let next = document.token(at + 2);
    let composed = token.is(Class::Number) && document.joins(at + 1) && next.is(Class::Ordinal);
    composed.then(|| (token.lexeme.value + next.lexeme.value, at + 3))
}

/// The year behind a month or day: directly, behind a comma, or behind "of".
pub(super) fn year_behind(document: &Document<'_>, at: usize) -> Option<(i16, usize)> {
    let skip = usize::from(matches!(document.word(at), "," | "of"));
    match year(document, at + skip) {
        Some(year) => Some((year, at + skip + 1)),
        None => spoken::year(document, at + skip),
    }
}

fn numeric(document: &Document<'_>, at: usize) -> Option<Expression> {
    let found = |year: i16, month: i8, day: i8, end: usize| {
        jiff::civil::Date::new(year, month, day).ok()?;
        let time = Time::Point(Point::Day(year, month, day));
        Some(Expression::new(at..end, time, "a date in digits"))
    };
    let word = document.word(at);
    if word.matches('.').count() == 2 {
        let mut parts = word.split('.');
        let day = parts.next()?.parse().ok()?;
        let month = parts.next()?.parse().ok()?;
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        return found(year, month, day, at + 1);
    }
    let mark = document.word(at + 1);
    if !matches!(mark, "-" | "/") || document.word(at + 3) != mark {
        return None;
    }
    if !(at + 1..at + 5).all(|index| document.token(index).glued) {
        return None;
    }
    let (first, second, third) = (word, document.word(at + 2), document.word(at + 4));
    if first.len() == 4 {
        return found(first.parse().ok()?, second.parse().ok()?, third.parse().ok()?, at + 5);
    }
    let (first, second) = (first.parse::<i8>().ok()?, second.parse::<i8>().ok()?);
    let year: i16 = third.parse().ok().filter(|_| third.len() == 4)?;
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    let doubtful = first <= 12 && second <= 12 && first != second;
    let expression = found(year, month, day, at + 5)?;
    Some(if doubtful { expression.sure(55) } else { expression })
}

fn weekday_first(document: &Document<'_>, at: usize) -> Option<Expression> {
    let skip = usize::from(document.word(at + 1) == ",");
    let from = at + 1 + skip;
    let the = usize::from(document.is(from, "the"));
    let date = month_first(document, from).or_else(|| day_first(document, from + the))?;
    let time = match date.time {
        Time::Point(Point::Day(..)) => date.time,
        Time::Named(Name::Day(month, day), side) => {
            let weekday = i8::try_from(document.token(at).lexeme.value).ok()?;
            Time::Named(Name::DayOn(month, day, weekday), side)
        }
        _ => return None,
    };
    Some(Expression { tokens: at..date.tokens.end, time, ..date })
}

fn month_first(document: &Document<'_>, at: usize) -> Option<Expression> {
    let token = document.token(at);
    let month = i8::try_from(token.lexeme.value).ok().filter(|_| token.is_capital())?;
    if !token.is(Class::Month) {
        return None;
    }
    let the = usize::from(document.is(at + 1, "the"));
    // "By March the ninth floor": an order of something else.
    let other = |end: usize| {
        let next = document.token(end);
        the == 1 && next.shape == Shape::Lower && !next.is(Class::Function)
    };
    let day_behind = day(document, at + 1 + the);
    let Some((first, end)) =
        day_behind.filter(|&(_, end)| day_fits(document, at + 1 + the) && !other(end))
    else {
        return month_alone(document, at, month);
    };
    let range = document.joins(end).then(|| day(document, end + 1)).flatten();
    if let Some((last, end)) = range.filter(|(last, _)| *last > first) {
        let time = year_behind(document, end);
        let (point, end) = time.map_or(
            (Time::Named(Name::Days(month, first, last), Side::Open), end),
            |(year, end)| (Time::Point(Point::Days(year, month, first, last)), end),
        );
        return Some(Expression::new(at..end, point, "a month and days"));
    }
    Some(dated(document, at..end, month, first))
}

/// The day of a month that `tokens` name, with the year behind it if there is one.
fn dated(document: &Document<'_>, tokens: Range<usize>, month: i8, day: i8) -> Expression {
    if let Some((year, end)) = year_behind(document, tokens.end) {
        let time = Time::Point(Point::Day(year, month, day));
        return Expression::new(tokens.start..end, time, "a day with month and year").sure(98);
    }
    let attacks = ["attack", "attacks", "terrorist", "hijackers", "hijackings"];
    if (month, day) == (9, 11) && document.any(tokens.end, &attacks) {
        let time = Time::Point(Point::Day(2001, 9, 11));
        return Expression::new(tokens, time, "the attacks of 2001");
    }
    let time = Time::Named(Name::Day(month, day), Side::Open);
    Expression::new(tokens, time, "a day and a month")
}

/// Whether the number at `at` can be a day: not the start of "5 million" or "5 people".
fn day_fits(document: &Document<'_>, at: usize) -> bool {
    let next = document.token(at + 1);
    !(next.is(Class::Scale) || matches!(document.word(at + 1), "%" | "percent"))
}

fn month_alone(document: &Document<'_>, at: usize, month: i8) -> Option<Expression> {
    if let Some((year, end)) = year_behind(document, at + 1) {
        let time = Time::Point(Point::Month(year, month));
        return Some(Expression::new(at..end, time, "a month and a year").sure(95));
    }
    // "May", "March" and "Mar" are words and names too: only behind a word that dates take.
    let ambiguous = document.token(at).is(Class::Auxiliary) || document.any(at, &["march", "mar"]);
    let dated =
        &["in", "since", "until", "by", "of", "last", "next", "this", "early", "late", "mid"];
    let behind = at
        .checked_sub(1)
        .is_some_and(|before| document.any(before, dated) || document.is_hyphen(before));
    let next = document.token(at + 1);
    let named = next.shape == Shape::Capital && !behind;
    // "The March accession".
    let noun = next.shape == Shape::Lower && !next.is(Class::Function);
    let behind = behind || noun && at > 0 && document.is(at - 1, "the");
    // "Jan Kavan": without its stop, a short form stands before a day or a year only.
    let short = document.word(at).len() == 3 && document.word(at) != "May";
    if short && document.token(at + 1).is_capital() {
        return None;
    }
    let name = document.before(at, 1).is_capital() && document.before(at, 1).is(Class::GivenName);
    if ambiguous && (named || !behind) || name {
        return None;
    }
    let time = Time::Named(Name::Month(month), Side::Open);
    Some(Expression::new(at..at + 1, time, "a month"))
}

fn day_first(document: &Document<'_>, at: usize) -> Option<Expression> {
    if document.before(at, 1).shape == Shape::Mark && document.token(at).glued && at > 0 {
        return None;
    }
    let (day, end) = day(document, at)?;
    if let Some(range) = days_first(document, at, day, end) {
        return Some(range);
    }
    let end = end + usize::from(document.is(end, "of"));
    let month = document.token(end);
    if !(month.is(Class::Month) && month.is_capital()) {
        return None;
    }
    let month = i8::try_from(month.lexeme.value).ok()?;
    let end = end + 1;
    Some(dated(document, at..end, month, day))
}

/// "25" in "April 24 and 25".
fn second_day(document: &Document<'_>, at: usize) -> Option<Expression> {
    let from = at.checked_sub(3)?;
    let month = document.token(from);
    let first = document.token(at - 2).shape == Shape::Number;
    if !(month.is(Class::Month)
        && month.is_capital()
        && first
        && document.any(at - 1, &["and", "or"]))
    {
        return None;
    }
    let month = i8::try_from(month.lexeme.value).ok()?;
    let (last, end) = day(document, at).filter(|_| day_fits(document, at))?;
    let next = document.token(end);
    // "June 24 and 25 people".
    let counts =
        next.shape == Shape::Lower && !next.is(Class::Function) || next.shape == Shape::Number;
    (!counts).then(|| dated(document, at..end, month, last))
}

/// "12-14 March 2020".
fn days_first(document: &Document<'_>, at: usize, first: i8, end: usize) -> Option<Expression> {
    let (last, end) = document.joins(end).then(|| day(document, end + 1)).flatten()?;
    let month = document.token(end);
    if !(month.is(Class::Month) && month.is_capital() && last > first) {
        return None;
    }
    let month = i8::try_from(month.lexeme.value).ok()?;
    let reason = "days of a month";
    if let Some((year, end)) = year_behind(document, end + 1) {
        let time = Time::Point(Point::Days(year, month, first, last));
        return Some(Expression::new(at..end, time, reason));
    }
    let time = Time::Named(Name::Days(month, first, last), Side::Open);
    Some(Expression::new(at..end + 1, time, reason))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    fn first(text: &str) -> Option<(Time, String)> {
        let document = prose(text);
        let found = (0..document.tokens.len()).find_map(|at| read(&document, at))?;
        Some((found.time, document.span(found.tokens).of(text).to_owned()))
    }

    #[track_caller]
    fn case(text: &str, time: Time, words: &str) {
        assert_eq!(first(text), Some((time, words.to_owned())), "{text}");
    }

    #[test]
    fn a_full_day_can_begin_with_its_weekday() {
        let day = Time::Point(Point::Day(2004, 5, 3));
        case("It sank Monday, May 3, 2004, at sea.", day, "Monday, May 3, 2004");
        case("It sank on Monday 3 May 2004 at sea.", day, "Monday 3 May 2004");
        case("It sank on Monday the 3rd of May 2004.", day, "Monday the 3rd of May 2004");
    }

    #[test]
    fn a_day_without_a_year_stays_open() {
        let day = Time::Named(Name::Day(5, 3), Side::Open);
        case("It sank on May 3.", day, "May 3");
        case("It sank on the 3rd of May.", day, "3rd of May");
        case("It sank on Sept. 30.", Time::Named(Name::Day(9, 30), Side::Open), "Sept. 30");
    }

    #[test]
    fn a_month_takes_its_year() {
        let month = Time::Point(Point::Month(2004, 5));
        case("It sank in May 2004.", month, "May 2004");
        case("It sank in May, 2004.", month, "May, 2004");
        case("It sank in May of 2004.", month, "May of 2004");
    }

    #[test]
    fn months_that_are_words_need_a_word_that_dates_take() {
        case("It sank in May.", Time::Named(Name::Month(5), Side::Open), "May");
        case("It sank in late March.", Time::Named(Name::Month(3), Side::Open), "March");
        for text in
            ["May it rest.", "Theresa May left.", "The March of Time ran.", "They march on."]
        {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn digits_are_read_with_the_year_first_or_last() {
        let day = Time::Point(Point::Day(2004, 5, 13));
        case("Log of 2004-05-13.", day, "2004-05-13");
        case("Log of 5/13/2004.", day, "5/13/2004");
        case("Log of 13/5/2004.", day, "13/5/2004");
        case("Log of 13.05.2004.", day, "13.05.2004");
    }

    #[test]
    fn no_day_is_made_of_what_is_none() {
        for text in
            ["Log of 2004-15-33.", "It has May 5 million sides.", "Version 13.05.20 is out."]
        {
            let found = first(text);
            let day =
                found.as_ref().is_some_and(|(time, _)| matches!(time, Time::Point(Point::Day(..))));
            assert!(!day, "{text}: {found:?}");
        }
    }
}
