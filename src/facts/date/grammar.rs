//! The grammar of time: every expression of time in a document, from left to right.

use super::expression::{Expression, Point, Time};
use super::{absolute, length, relative};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
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
    Class::Determiner,
    Class::Preposition,
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
        _ => token.lexeme.any(HEADS),
    }
}

fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    modified(document, at).or_else(|| softened(document, at)).or_else(|| plain(document, at))
}

fn plain(document: &Document<'_>, at: usize) -> Option<Expression> {
    let found = absolute::read(document, at)
        .or_else(|| relative::read(document, at))
        .or_else(|| length::read(document, at))?;
    Some(if found.clock.is_some() { on_day(document, found) } else { found })
}

/// A time of day with the day that stands behind it: "10 p.m. on Wednesday".
fn on_day(document: &Document<'_>, clock: Expression) -> Expression {
    let skip = usize::from(document.any(clock.tokens.end, &["on", ","]));
    let from = clock.tokens.end + skip;
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

fn is_day(expression: &Expression) -> bool {
    use super::expression::Name;
    use crate::facts::lexicon::TimeUnit;
    matches!(
        expression.time,
        Time::Point(Point::Day(..))
            | Time::Named(Name::Weekday(_) | Name::Day(..), _)
            | Time::Shift(TimeUnit::Day, _)
    )
}

/// "early September", "mid-1996", "the end of 1990".
fn modified(document: &Document<'_>, at: usize) -> Option<Expression> {
    let from = if document.any(at, &["early", "late", "mid"]) {
        at + 1 + usize::from(document.joins(at + 1))
    } else {
        let the = usize::from(document.is(at, "the"));
        if document.any(at + the, &["early", "late", "mid"]) && the == 1 {
            at + 2 + usize::from(document.joins(at + 2))
        } else if document.any(at + the, &["end", "beginning", "start", "middle"])
            && document.is(at + the + 1, "of")
        {
            let from = at + the + 2;
            from + usize::from(
                document.is(from, "the") && !document.token(from + 1).is(Class::TimeUnit),
            )
        } else {
            return None;
        }
    };
    let inner = absolute::read(document, from).or_else(|| relative::read(document, from))?;
    Some(Expression { tokens: at..inner.tokens.end, ..inner }.vague())
}

/// A length behind a word that softens it: "more than two years", "nearly a decade".
fn softened(document: &Document<'_>, at: usize) -> Option<Expression> {
    let from = hedge(document, at)?;
    let inner = length::read(document, from)?;
    let length = matches!(inner.time, Time::Length(..));
    length.then(|| Expression { tokens: at..inner.tokens.end, ..inner }.vague())
}

/// Where the hedge at token `at` ends.
pub(crate) fn hedge(document: &Document<'_>, at: usize) -> Option<usize> {
    let one = [
        "about",
        "around",
        "nearly",
        "almost",
        "approximately",
        "roughly",
        "over",
        "under",
        "some",
        "barely",
        "only",
        "just",
    ];
    let two = [
        ["more", "than"],
        ["less", "than"],
        ["fewer", "than"],
        ["at", "least"],
        ["at", "most"],
        ["up", "to"],
        ["as", "many"],
        ["just", "over"],
        ["just", "under"],
        ["well", "over"],
        ["close", "to"],
    ];
    let pair =
        two.iter().any(|[first, second]| document.is(at, first) && document.is(at + 1, second));
    if pair {
        let many = document.is(at, "as");
        let whole = !many || document.is(at + 2, "as");
        return whole.then(|| at + 2 + usize::from(many));
    }
    let three = document.is(at, "no") && document.any(at + 1, &["more", "less", "fewer"]);
    if three && document.is(at + 2, "than") {
        return Some(at + 3);
    }
    let estimated = document.is(at, "an") && document.is(at + 1, "estimated");
    if estimated {
        return Some(at + 2);
    }
    document.any(at, &one).then_some(at + 1)
}
