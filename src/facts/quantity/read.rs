//! The reading of quantities: every number that counts or measures something, from left to right.

use super::counted::counted;
use super::other::{self, Special};
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
        let read = quantity(document, &number);
        at = number.tokens.end.max(at + 1);
        // A score goes past its first number.
        let end = read.as_ref().map_or(0, |quantity| quantity.span.end);
        while document.token(at).span.end <= end && at < document.tokens.len() {
            at += 1;
        }
        found.extend(read);
    }
    found
}

fn begins(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    token.shape == Shape::Number
        || token.shape == Shape::Mark && !document.word(at).is_ascii()
        || token.any_number()
        || document.any(at, &["a", "an", "half", "quarter", "tens", "several", "few", "many"])
}

fn quantity(document: &Document<'_>, number: &Number) -> Option<Quantity> {
    if let Some(special) = other::special(document, number) {
        return Some(apart(document, number, &special));
    }
    let before = unit::before(document, number.tokens.start);
    let unit = before.clone().or_else(|| unit::behind(document, number));
    let noun = match unit {
        Some(_) => None,
        None => counted(document, number),
    };
    if unit.is_none() && other::is_other(document, number, noun) {
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
        evidence: evidence(kind, number, noun.is_some(), document.is(number.tokens.end, "of")),
    })
}

/// An age or a score.
fn apart(document: &Document<'_>, number: &Number, special: &Special) -> Quantity {
    let start = number.tokens.start;
    let reason = match special.kind {
        QuantityKind::Age => "an age",
        _ => "a score or a tally",
    };
    Quantity {
        span: document.span(start..special.end),
        sentence: document.sentence_span(start),
        kind: special.kind,
        value: number.value,
        upper: special.upper,
        unit: special.unit.map(str::to_owned),
        counted: None,
        hedge: None,
        evidence: Evidence { confidence: 30, reason: reason.to_owned() },
    }
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
        || document.any(sign, &["minus", "negative"])
            && document.token(start).any_of(&[Class::Number])
        || document.is(sign, "minus") && document.token(start).shape == Shape::Number
}

/// Where the words that soften the quantity begin, if some stand before it.
fn hedged(document: &Document<'_>, start: usize) -> Option<usize> {
    (1..=3)
        .rev()
        .filter_map(|back| start.checked_sub(back))
        .find(|&from| hedge(document, from) == Some(start))
}

fn evidence(kind: QuantityKind, number: &Number, counts: bool, of: bool) -> Evidence {
    let small = number.value <= 12.0 && number.form == Form::Words;
    let one = (number.value - 1.0).abs() < f64::EPSILON;
    let (confidence, reason) = match (kind, counts) {
        (QuantityKind::Money, _) => (94, "a number with a currency"),
        (QuantityKind::Percent, _) => (95, "a number with a percent sign or word"),
        (QuantityKind::Measure, _) => (85, "a number with a unit of measure"),
        (_, true) if one && of => (20, "one of several"),
        (_, true) if one => (35, "“one” before a noun"),
        (_, true) if small => (65, "a small number before a noun"),
        (_, true) => (85, "a number before what it counts"),
        (_, false) => (40, "a number, but what it counts is not said beside it"),
    };
    Evidence { confidence, reason: reason.to_owned() }
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
