//! Stretches of the calendar longer than a month, by name: years, decades, centuries, quarters and
//! seasons.

use super::absolute::{ordinal, year, year_behind};
use super::expression::{Expression, Name, Point, Side, Time};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;

/// "1990s", "1990's".
pub(super) fn decade(document: &Document<'_>, at: usize) -> Option<Expression> {
    let year = year(document, at).filter(|year| year % 10 == 0)?;
    let plural = document.token(at + 1).glued && matches!(document.word(at + 1), "s" | "'s" | "’s");
    plural.then(|| Expression::new(at..at + 2, Time::Point(Point::Decade(year)), "a decade"))
}

/// "the '90s", "the nineties".
pub(super) fn short_decade(document: &Document<'_>, at: usize) -> Option<Expression> {
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
pub(super) fn ordinal_first(document: &Document<'_>, at: usize) -> Option<Expression> {
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
    if let Some(year) = year(document, end + skip) {
        let time = Time::Point(Point::Quarter(year, quarter));
        return Expression::new(at..end + skip + 1, time, "a quarter of a year");
    }
    let time = Time::Named(Name::Quarter(quarter), Side::Open);
    Expression::new(at..end, time, "a quarter of a year").sure(75)
}

/// "Q3 2021".
pub(super) fn quarter_sign(document: &Document<'_>, at: usize) -> Option<Expression> {
    let quarter = document.word(at).strip_prefix('Q')?.parse().ok()?;
    (1..=4).contains(&quarter).then(|| quartered(document, at, at + 1, quarter))
}

/// "the summer of 2020", "in the fall".
pub(super) fn season(document: &Document<'_>, at: usize) -> Option<Expression> {
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
pub(super) fn year_alone(document: &Document<'_>, at: usize) -> Option<Expression> {
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
    if before(&loose) && !noun || owned && noun {
        Some(85)
    } else if before(&["(", ",", "-", "–", "—", "["]) && closed {
        Some(70)
    } else {
        None
    }
}
