//! The reading of quantities: every number that counts or measures something, from left to right.

use super::counted::counted;
use super::unit::{self, Unit};
use super::{Quantity, QuantityKind};
use crate::facts::Evidence;
use crate::facts::date::hedge;
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::number::{self, Form, Number};
use crate::facts::token::Shape;

/// The quantities in `document`, by start. The tokens that dates hold are `taken`.
pub(crate) fn quantities(document: &Document<'_>, taken: &[bool]) -> Vec<Quantity> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < document.tokens.len() {
        if taken.get(at).copied().unwrap_or(false) || !begins(document, at) {
            at += 1;
            continue;
        }
        let number = number::number(document, at);
        let clear = |number: &Number| {
            let range = taken.get(number.tokens.clone()).unwrap_or_default();
            !range.contains(&true)
        };
        let Some(number) = number.filter(clear) else {
            found.extend(ordinal(document, at));
            at += 1;
            continue;
        };
        at = number.tokens.end.max(at + 1);
        found.extend(quantity(document, &number));
    }
    found
}

fn begins(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    token.shape == Shape::Number
        || token.any_number()
        || document.any(at, &["a", "an", "half", "quarter", "tens", "several", "few", "many"])
}

fn quantity(document: &Document<'_>, number: &Number) -> Option<Quantity> {
    let before = unit::before(document, number.tokens.start);
    let unit = before.clone().or_else(|| unit::behind(document, number));
    let noun = match unit {
        Some(_) => None,
        None => counted(document, number),
    };
    if unit.is_none() && is_other(document, number, noun) {
        return None;
    }
    let mut start = before.map_or(number.tokens.start, |unit| unit.edge);
    let negative = is_minus(document, start);
    start -= usize::from(negative);
    let softened = hedged(document, start);
    let end = unit_end(document, number, unit.as_ref(), start);
    let first = softened.unwrap_or(start);
    let worth = unit.as_ref().map_or(1.0, |unit| unit.worth) * if negative { -1.0 } else { 1.0 };
    let kind = unit.as_ref().map_or(QuantityKind::Count, |unit| unit.kind);
    let hedge = softened.map(|from| document.span(from..start).of(document.text).to_lowercase());
    Some(Quantity {
        span: document.span(first..end),
        sentence: document.sentence_span(first),
        kind,
        value: number.value * worth,
        upper: number.upper.map(|upper| upper * worth),
        unit: unit.map(|unit| unit.name),
        counted: noun.map(|noun| document.token(noun).span),
        hedge,
        evidence: evidence(kind, number, noun.is_some()),
    })
}

/// Where a quantity ends: behind its unit, or its number.
fn unit_end(document: &Document<'_>, number: &Number, unit: Option<&Unit>, start: usize) -> usize {
    let behind = unit.filter(|unit| unit.edge > number.tokens.end).map(|unit| unit.edge);
    // "$9.99 US dollars" says its currency twice.
    let twice = unit.filter(|unit| unit.edge <= start).and_then(|_| unit::behind(document, number));
    let twice = twice.filter(|unit| unit.kind == QuantityKind::Money).map(|unit| unit.edge);
    behind.or(twice).unwrap_or(number.tokens.end)
}

fn is_minus(document: &Document<'_>, start: usize) -> bool {
    let Some(sign) = start.checked_sub(1) else { return false };
    let free = !document.token(sign).glued && document.token(start).glued;
    free && matches!(document.word(sign), "-" | "−")
}

/// Where the words that soften the quantity begin, if some stand before it.
fn hedged(document: &Document<'_>, start: usize) -> Option<usize> {
    (1..=3)
        .rev()
        .filter_map(|back| start.checked_sub(back))
        .find(|&from| hedge(document, from) == Some(start))
}

fn evidence(kind: QuantityKind, number: &Number, counts: bool) -> Evidence {
    let small = number.value <= 12.0 && number.form == Form::Words;
    let (confidence, reason) = match (kind, counts) {
        (QuantityKind::Money, _) => (94, "a number with a currency"),
        (QuantityKind::Percent, _) => (95, "a number with a percent sign or word"),
        (QuantityKind::Measure, _) => (85, "a number with a unit of measure"),
        (_, true) if (number.value - 1.0).abs() < f64::EPSILON => (35, "“one” before a noun"),
        (_, true) if small => (65, "a small number before a noun"),
        (_, true) => (85, "a number before what it counts"),
        (_, false) => (40, "a number, but what it counts is not said beside it"),
    };
    Evidence { confidence, reason: reason.to_owned() }
}

/// Whether a number without a unit counts nothing: an age, a year, a score, a telephone number,
/// part of a name, the number of a section.
fn is_other(document: &Document<'_>, number: &Number, noun: Option<usize>) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = document.before(start, 1);
    let digits = document.token(start).shape == Shape::Number;
    let word = document.word(start);
    let plain = digits && number.tokens.len() == 1 && !word.contains([',', '.']);
    let named = before.is_capital() && !before.is(Class::Function) && !before.is(Class::Demonym);
    if digits && named && (plain || noun.is_none()) && number.tokens.len() == 1 {
        return true;
    }
    let numbered = [
        "section",
        "chapter",
        "page",
        "number",
        "room",
        "route",
        "highway",
        "item",
        "level",
        "version",
        "no.",
        "nos.",
        "article",
        "paragraph",
        "figure",
        "table",
        "aged",
        "age",
        "#",
        "channel",
        "line",
        "flight",
        "size",
        "category",
        "phase",
        "stage",
        "step",
        "type",
        "class",
        "grade",
        "day",
        "week",
    ];
    if start > 0 && document.any(start - 1, &numbered) {
        return true;
    }
    let glued = document.token(start).glued && before.shape == Shape::Mark;
    let opened = matches!(
        before.span.of(document.text),
        "(" | "[" | "“" | "\"" | "‘" | "'" | "—" | "~" | "_"
    );
    if glued && !opened && !document.token(start).is_break() && digits {
        return true;
    }
    is_age(document, number)
        || is_bare(document, number, noun)
        || is_chain(document, end)
        || plain && is_bullet(document, number)
}

/// ", 43," behind a name.
fn is_age(document: &Document<'_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let age = number.value < 120.0 && document.word(end) != "percent";
    let comma = document.before(start, 1).span.of(document.text) == ",";
    let name = document.before(start, 2).is_capital()
        || document.before(start, 2).shape == Shape::Lower
            && document.token(end).shape == Shape::Mark
            && document.before(start, 3).is_capital();
    let closed = document.token(end).shape == Shape::Mark || document.token(end).is_break();
    age && comma && name && closed && number.form == Form::Digits
}

/// Numbers that mean something only with a noun: "one", fractions, round years.
fn is_bare(document: &Document<'_>, number: &Number, noun: Option<usize>) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let one = document.is(start, "one") && number.tokens.len() == 1;
    if one {
        let pronoun = start > 0
            && document
                .any(start - 1, &["no", "the", "this", "that", "any", "every", "each", "which"]);
        return noun.is_none() || pronoun || document.is(end, "of");
    }
    let word = document.word(start);
    let year = word.len() == 4
        && document.token(start).shape == Shape::Number
        && (1800.0..2100.0).contains(&number.value);
    if year && number.tokens.len() == 1 {
        // "2008 conventions" is a year, "2000 people" are so many.
        return noun.is_none_or(|noun| !document.token(noun).is(Class::Plural));
    }
    let part = number.form == Form::Fraction;
    let determined = document.is(end, "of") || document.token(end).is(Class::Determiner);
    part && (!determined || noun.is_none() && !document.is(end, "of"))
}

/// Whether more digits are joined behind: a score, a telephone number, a product.
fn is_chain(document: &Document<'_>, end: usize) -> bool {
    let joined = document.joins(end)
        || document.token(end).glued && matches!(document.word(end), "/" | "-" | "–");
    joined && document.token(end + 1).shape == Shape::Number
        || document.joins(end) && document.token(end + 1).is_capital()
}

/// "1." at the head of a list item.
fn is_bullet(document: &Document<'_>, number: &Number) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let alone = document.before(start, 1).is_break();
    alone && matches!(document.word(end), "." | ")") && document.token(end).glued
}

/// A place in an order, where it counts something: "the fifth attack", but not "first".
fn ordinal(document: &Document<'_>, at: usize) -> Option<Quantity> {
    let token = document.token(at);
    let (value, end) = if token.is(Class::Ordinal) {
        (token.lexeme.value, at + 1)
    } else if token.shape == Shape::Number {
        let suffixed =
            document.token(at + 1).glued && document.any(at + 1, &["st", "nd", "rd", "th"]);
        (document.word(at).parse().ok().filter(|_| suffixed)?, at + 2)
    } else {
        return None;
    };
    let noun = document.token(end);
    let word = document.word(end);
    let single = !word.ends_with('s') || word.ends_with("ss");
    let counts = single
        && noun.shape == Shape::Lower
        && !noun.any_of(&[Class::Function, Class::Past, Class::Cue]);
    let exact = u32::try_from(value).ok().filter(|&value| value > 2 && counts)?;
    Some(Quantity {
        span: document.span(at..end),
        sentence: document.sentence_span(at),
        kind: QuantityKind::Ordinal,
        value: f64::from(exact),
        upper: None,
        unit: None,
        counted: Some(noun.span),
        hedge: None,
        evidence: Evidence { confidence: 55, reason: "a place in an order".to_owned() },
    })
}
