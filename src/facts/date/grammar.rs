//! The grammar of time: every expression of time in a document, from left to right.

use super::expression::{Expression, Name, Part, Point, Side, Time};
use super::{absolute, foreign, length, relative, stretch};
use crate::facts::document::Document;
use crate::facts::lexicon::{Class, TimeUnit, time_unit};
use crate::facts::token::Shape;

/// The classes of words that can begin an expression of time.
const HEADS: &[Class] = &[
    Class::Month,
    Class::Weekday,
    Class::Season,
    Class::TimeUnit,
    Class::Time,
    Class::Number,
    Class::Scale,
    Class::Ordinal,
];

/// The expressions of time in `document`, by start; no two share a token.
pub(crate) fn expressions(document: &Document<'_>) -> Vec<Expression> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        match begins(document, at).then(|| read(document, at)).flatten() {
            Some(expression) => {
                at = expression.tokens.end.max(at + 1);
                found.push(expression);
            }
            None => at += 1,
        }
    }
    found
}

fn begins(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    match token.shape {
        Shape::Number => true,
        Shape::Mark => matches!(document.word(at), "'" | "’" | "‘"),
        Shape::Break | Shape::Clitic => false,
        _ => document.foreign || token.lexeme.any(HEADS) || opens(document, at),
    }
}

/// Whether the small word at `at` can begin an expression of time. Most words of grammar are neither
/// articles nor hedges and are passed over at once.
fn opens(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    if token.is(Class::Preposition) {
        return hedge(document, at).is_some();
    }
    let owner = [
        "his", "her", "its", "their", "our", "my", "your", "which", "what", "whose", "both", "all",
    ];
    token.is(Class::Determiner) && !document.any(at, &owner)
}

fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    modified(document, at)
        .or_else(|| softened(document, at))
        .or_else(|| with_article(document, at))
        .or_else(|| plain(document, at))
}

fn plain(document: &Document<'_>, at: usize) -> Option<Expression> {
    let found = foreign::read(document, at)
        .or_else(|| absolute::read(document, at))
        .or_else(|| relative::read(document, at))
        .or_else(|| length::read(document, at))?;
    Some(if found.clock.is_some() { on_day(document, found) } else { of_year(document, found) })
}

/// "the third quarter", "the nineties": the article belongs to what it stands before.
fn with_article(document: &Document<'_>, at: usize) -> Option<Expression> {
    if !document.is(at, "the") {
        return None;
    }
    let inner = plain(document, at + 1)?;
    let stretch = match inner.time {
        Time::Point(point) => matches!(point, Point::Quarter(..) | Point::Half(..)),
        Time::Named(Name::Quarter(_), _) | Time::InYear(..) | Time::YearBefore => true,
        _ => false,
    };
    let joined = document.joins(inner.tokens.end.saturating_sub(2));
    (stretch && !joined).then_some(Expression { tokens: at..inner.tokens.end, ..inner })
}

/// A month, season or quarter with the year beside the anchor that stands behind it: "June last
/// year", "the third quarter of this year".
fn of_year(document: &Document<'_>, found: Expression) -> Expression {
    let Time::Named(name, Side::Open) = found.time else { return found };
    let of = usize::from(document.is(found.tokens.end, "of"));
    let fits = !matches!(name, Name::Weekday(_)) && !document.is(found.tokens.end + of, "the");
    match stretch::beside(document, found.tokens.end + of).filter(|_| fits) {
        Some((by, end)) => Expression {
            tokens: found.tokens.start..end,
            time: Time::InYear(name, by),
            reason: "a part of a year beside the anchor",
            ..found
        },
        None => found,
    }
}

/// A time of day with the day that stands behind it: "10 p.m. on Wednesday".
fn on_day(document: &Document<'_>, clock: Expression) -> Expression {
    let end = over_zones(document, clock.tokens.end);
    let from = end + usize::from(document.any(end, &["on", ","]));
    let day = absolute::read(document, from).or_else(|| relative::read(document, from));
    match day.filter(|day| is_day(day) && day.clock.is_none()) {
        Some(day) => Expression {
            tokens: clock.tokens.start..day.tokens.end,
            clock: clock.clock,
            reason: "a time of day and its day",
            ..day
        },
        None => clock,
    }
}

/// Behind the same time in other zones: "10:35 a.m. (0735 GMT) Friday", "5 p.m. local time".
fn over_zones(document: &Document<'_>, at: usize) -> usize {
    if document.is(at, "local") && document.is(at + 1, "time") {
        return over_zones(document, at + 2);
    }
    let inner = (document.word(at) == "(").then(|| length::read(document, at + 1)).flatten();
    match inner.filter(|inner| inner.clock.is_some() && document.word(inner.tokens.end) == ")") {
        Some(inner) => inner.tokens.end + 1,
        None => at,
    }
}

fn is_day(expression: &Expression) -> bool {
    matches!(
        expression.time,
        Time::Point(Point::Day(..))
            | Time::Named(Name::Weekday(_) | Name::Day(..), _)
            | Time::Shift(TimeUnit::Day, _)
    )
}

/// "early September", "mid-1996", "the end of 1990", "the end of the month".
fn modified(document: &Document<'_>, at: usize) -> Option<Expression> {
    let the = usize::from(document.is(at, "the"));
    let (part, from) = modifier(document, at + the)?;
    let from = from + usize::from(document.is(from, "the"));
    let unit = document.token(from);
    let of_the = unit.is(Class::TimeUnit) && document.is(from - 1, "the");
    let inner = if of_the {
        let (unit, plural) =
            time_unit(document.word(from)).filter(|_| unit.shape == Shape::Lower)?;
        let fits = !plural && matches!(unit, TimeUnit::Week | TimeUnit::Month | TimeUnit::Year);
        let time = Time::Shift(unit, 0);
        fits.then(|| Expression::new(from..from + 1, time, "a part of what goes on").sure(75))?
    } else {
        let found = absolute::read(document, from).or_else(|| relative::read(document, from))?;
        of_year(document, found)
    };
    Some(Expression { tokens: at..inner.tokens.end, part: Some(part), ..inner }.vague())
}

/// The part of a stretch that is named at token `at`, and where its words end.
fn modifier(document: &Document<'_>, at: usize) -> Option<(Part, usize)> {
    let of = |part: Part| document.is(at + 1, "of").then_some((part, at + 2));
    let plain = |part: Part| Some((part, at + 1 + usize::from(document.joins(at + 1))));
    match document.folded(at).as_str() {
        "early" => plain(Part::Early),
        "late" => plain(Part::Late),
        "mid" => plain(Part::Middle),
        "beginning" | "start" => of(Part::Early),
        "middle" => of(Part::Middle),
        "end" => of(Part::Late),
        _ => None,
    }
}

/// A length behind a word that softens it: "more than two years", "nearly a decade".
fn softened(document: &Document<'_>, at: usize) -> Option<Expression> {
    let from = hedge(document, at)?;
    let length =
        || length::read(document, from).filter(|inner| matches!(inner.time, Time::Length(..)));
    let inner = relative::ago(document, from).or_else(length)?;
    Some(Expression { tokens: at..inner.tokens.end, ..inner }.vague())
}

/// Where the hedge at token `at` ends.
pub(crate) fn hedge(document: &Document<'_>, at: usize) -> Option<usize> {
    let next = |words: &[&str]| document.any(at + 1, words);
    let length = match document.folded(at).as_str() {
        "just" if next(&["over", "under"]) => 2,
        "about" | "around" | "nearly" | "almost" | "approximately" | "roughly" | "over"
        | "under" | "some" | "barely" | "only" | "just" => 1,
        "more" | "less" | "fewer" if next(&["than"]) => 2,
        "at" if next(&["least", "most"]) => 2,
        "up" | "close" if next(&["to"]) => 2,
        "well" if next(&["over"]) => 2,
        "as" if next(&["many"]) && document.is(at + 2, "as") => 3,
        "no" if next(&["more", "less", "fewer"]) && document.is(at + 2, "than") => 3,
        "an" if next(&["estimated"]) => 2,
        _ => return None,
    };
    Some(at + length)
}
