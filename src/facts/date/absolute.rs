//! Dates that name their place on the calendar: in digits, by month and day, by year, season,
//! quarter, decade and century.

use super::expression::{Expression, Name, Point, Side, Time};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;

/// The date that starts at token `at`, if one does.
pub(crate) fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    let token = document.token(at);
    match token.shape {
        Shape::Number => numeric(document, at)
            .or_else(|| day_first(document, at))
            .or_else(|| decade(document, at))
            .or_else(|| ordinal_first(document, at))
            .or_else(|| year_alone(document, at)),
        _ if token.is(Class::Weekday) => weekday_first(document, at),
        _ if token.is(Class::Month) => month_first(document, at),
        _ if token.is(Class::Season) => season(document, at),
        _ if token.is(Class::Ordinal) || token.is(Class::Number) => {
            day_first(document, at).or_else(|| ordinal_first(document, at))
        }
        _ => quarter_sign(document, at).or_else(|| short_decade(document, at)),
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
fn year_behind(document: &Document<'_>, at: usize) -> Option<(i16, usize)> {
    let skip = usize::from(matches!(document.word(at), "," | "of"));
    let year = year(document, at + skip)?;
    Some((year, at + skip + 1))
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
    let day = matches!(date.time, Time::Point(Point::Day(..)) | Time::Named(Name::Day(..), _));
    day.then(|| Expression { tokens: at..date.tokens.end, ..date })
}

fn month_first(document: &Document<'_>, at: usize) -> Option<Expression> {
    let token = document.token(at);
    let month = i8::try_from(token.lexeme.value).ok().filter(|_| token.is_capital())?;
    if !token.is(Class::Month) {
        return None;
    }
    let the = usize::from(document.is(at + 1, "the"));
    let Some((first, end)) =
        day(document, at + 1 + the).filter(|_| day_fits(document, at + 1 + the))
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
    Some(match year_behind(document, end) {
        Some((year, end)) => {
            let time = Time::Point(Point::Day(year, month, first));
            Expression::new(at..end, time, "a day with month and year").sure(98)
        }
        None => {
            let time = Time::Named(Name::Day(month, first), Side::Open);
            Expression::new(at..end, time, "a day and a month")
        }
    })
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
    let named = document.token(at + 1).shape == Shape::Capital && !behind;
    let name = document.before(at, 1).is_capital() && document.before(at, 1).is(Class::GivenName);
    if ambiguous && !behind || named && ambiguous || name {
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
    let end = end + usize::from(document.is(end, "of"));
    let month = document.token(end);
    if !(month.is(Class::Month) && month.is_capital()) {
        return None;
    }
    let month = i8::try_from(month.lexeme.value).ok()?;
    let end = end + 1;
    Some(match year_behind(document, end) {
        Some((year, end)) => {
            let time = Time::Point(Point::Day(year, month, day));
            Expression::new(at..end, time, "a day with month and year").sure(98)
        }
        None => {
            let time = Time::Named(Name::Day(month, day), Side::Open);
            Expression::new(at..end, time, "a day and a month")
        }
    })
}

/// "1990s", "1990's".
fn decade(document: &Document<'_>, at: usize) -> Option<Expression> {
    let year = year(document, at).filter(|year| year % 10 == 0)?;
    let plural = document.token(at + 1).glued && matches!(document.word(at + 1), "s" | "'s" | "’s");
    plural.then(|| Expression::new(at..at + 2, Time::Point(Point::Decade(year)), "a decade"))
}

/// "the '90s", "the nineties".
fn short_decade(document: &Document<'_>, at: usize) -> Option<Expression> {
    let found = |tens: i16, end: usize| {
        let time = Time::Point(Point::Decade(1900 + tens));
        Some(Expression::new(at..end, time, "a decade").sure(80))
    };
    if matches!(document.word(at), "'" | "’" | "‘") && document.word(at + 2) == "s" {
        let tens = document.word(at + 1).parse().ok().filter(|tens| (20..100).contains(tens))?;
        return (tens % 10 == 0).then(|| found(tens, at + 3)).flatten();
    }
    let names = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let index = names.iter().position(|name| document.is(at, name))?;
    let own =
        at.checked_sub(1).is_some_and(|before| document.any(before, &["his", "her", "their"]));
    let tens = i16::try_from(index).ok()? * 10 + 20;
    (!own).then(|| found(tens, at + 1)).flatten()
}

/// "the third quarter of 2021", "the 20th century".
fn ordinal_first(document: &Document<'_>, at: usize) -> Option<Expression> {
    let (number, end) = ordinal(document, at)?;
    let end = end + usize::from(document.joins(end));
    if document.any(end, &["century", "centuries"]) {
        let number = i16::try_from(number).ok().filter(|number| (1..30).contains(number))?;
        let time = Time::Point(Point::Century(number));
        return Some(Expression::new(at..end + 1, time, "a century"));
    }
    let quarter = i8::try_from(number).ok().filter(|quarter| (1..=4).contains(quarter))?;
    document.is(end, "quarter").then(|| quartered(document, at, end + 1, quarter))
}

fn quartered(document: &Document<'_>, at: usize, end: usize, quarter: i8) -> Expression {
    let skip = usize::from(document.any(end, &["of", "in"]));
    match year(document, end + skip) {
        Some(year) => {
            let time = Time::Point(Point::Quarter(year, quarter));
            Expression::new(at..end + skip + 1, time, "a quarter of a year")
        }
        None => {
            let time = Time::Named(Name::Quarter(quarter), Side::Open);
            Expression::new(at..end, time, "a quarter of a year").sure(75)
        }
    }
}

/// "Q3 2021".
fn quarter_sign(document: &Document<'_>, at: usize) -> Option<Expression> {
    let quarter = document.word(at).strip_prefix('Q')?.parse().ok()?;
    (1..=4).contains(&quarter).then(|| quartered(document, at, at + 1, quarter))
}

fn season(document: &Document<'_>, at: usize) -> Option<Expression> {
    let season = u8::try_from(document.token(at).lexeme.value).ok()?;
    if let Some((year, end)) = year_behind(document, at + 1) {
        let time = Time::Point(Point::Season(year, season));
        return Some(Expression::new(at..end, time, "a season and a year"));
    }
    let before = |back: usize, words: &[&str]| {
        at.checked_sub(back).is_some_and(|index| document.any(index, words))
    };
    let the = before(1, &["the"]);
    let dated = &["in", "since", "until", "by", "during", "over", "late", "early", "through"];
    let fits = before(1, dated) || the && before(2, dated);
    let word = document.token(at + 1);
    let noun = document.is(at + 1, "of") || word.shape == Shape::Lower && !word.is(Class::Function);
    let time = Time::Named(Name::Season(season), Side::Open);
    (fits && !noun).then(|| Expression::new(at..at + 1, time, "a season").sure(70))
}

/// A year that stands by itself: behind a word that dates take, between brackets or commas, or
/// before a noun it belongs to ("the 1992 election").
fn year_alone(document: &Document<'_>, at: usize) -> Option<Expression> {
    let first = year(document, at)?;
    let before = document.before(at, 1);
    let attached = document.token(at).glued && before.shape == Shape::Mark;
    let opened = matches!(before.span.of(document.text), "(" | "[" | "“" | "\"" | "‘" | "—" | "–");
    if attached && !opened && !document.is_hyphen(at - 1) {
        return None;
    }
    if let Some(range) = years(document, at, first) {
        return Some(range);
    }
    let confidence = year_confidence(document, at, first)?;
    let time = Time::Point(Point::Year(first));
    Some(Expression::new(at..at + 1, time, "a year").sure(confidence))
}

fn years(document: &Document<'_>, at: usize, first: i16) -> Option<Expression> {
    if !document.joins(at + 1) {
        return None;
    }
    let word = document.word(at + 2);
    let last = match year(document, at + 2) {
        Some(last) => last,
        None if word.len() == 2 => first / 100 * 100 + word.parse::<i16>().ok()?,
        None => return None,
    };
    let time = Time::Point(Point::Years(first, last));
    (last > first && last - first < 200)
        .then(|| Expression::new(at..at + 3, time, "a span of years"))
}

fn year_confidence(document: &Document<'_>, at: usize, year: i16) -> Option<u8> {
    let before = |words: &[&str]| at > 0 && document.any(at - 1, words);
    let next = document.token(at + 1);
    let noun = next.shape == Shape::Lower && !next.is(Class::Function) && !next.is(Class::Cue);
    let plural = next.shape == Shape::Lower && next.is(Class::Plural);
    let counted = plural || noun && document.word(at + 1).ends_with('s');
    if next.is(Class::Scale)
        || next.glued && next.shape == Shape::Mark && document.word(at + 1) == "%"
    {
        return None;
    }
    let modern = (1900..2060).contains(&year);
    let firm =
        ["in", "since", "during", "until", "till", "early", "late", "mid", "circa", "fiscal"];
    if before(&firm) {
        return (modern || !counted && year >= 1400).then_some(92);
    }
    let loose = [
        "of", "from", "to", "by", "before", "after", "through", "for", "around", "between", "and",
        "than", "year", "or", "summer", "winter", "spring", "fall", "autumn",
    ];
    if !modern || counted {
        return None;
    }
    let owned = document.before(at, 1).is(Class::Determiner)
        || document.before(at, 1).shape == Shape::Clitic;
    let closed = next.is_break() || next.shape == Shape::Mark || next.is(Class::Function);
    if before(&loose) && !noun {
        Some(85)
    } else if owned && noun {
        Some(85)
    } else if before(&["(", ",", "-", "–", "—", "["]) && closed {
        Some(70)
    } else {
        None
    }
}
