//! Units behind and before numbers: currencies, percent, measures.

use super::QuantityKind;
use crate::facts::document::Document;
use crate::facts::lexicon::{Class, currency_of, currency_sign, currency_word, measure};
use crate::facts::number::{Form, Number};
use crate::facts::token::Shape;

/// A unit, and where it ends or begins.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Unit {
    /// What sort of number it makes.
    pub(super) kind: QuantityKind,
    /// Its sign.
    pub(super) name: String,
    /// What one of it is worth in the unit of `name`.
    pub(super) worth: f64,
    /// The token where it begins (before a number) or ends (behind one).
    pub(super) edge: usize,
}

/// The currency before a number that starts at `start`: "$", "US$", "dlrs".
pub(super) fn before(document: &Document<'_>, start: usize) -> Option<Unit> {
    let at = start.checked_sub(1)?;
    let found = |name: &str, edge: usize| {
        Some(Unit { kind: QuantityKind::Money, name: name.to_owned(), worth: 1.0, edge })
    };
    if let Some(currency) = currency_sign(document.word(at)) {
        let letters = at.checked_sub(1).filter(|_| document.token(at).glued);
        let composed =
            letters.and_then(|at| Some((currency_sign(&format!("{}$", document.word(at)))?, at)));
        return match composed {
            Some((currency, edge)) if document.word(at) == "$" => found(currency, edge),
            _ => found(currency, at),
        };
    }
    let code = document.token(at).shape == Shape::Upper || document.any(at, &["dlrs", "rs", "rs."]);
    let (currency, _) = currency_word(document.word(at)).filter(|_| code)?;
    found(currency, at)
}

/// The unit behind `number`.
pub(super) fn behind(document: &Document<'_>, number: &Number) -> Option<Unit> {
    if let Some(part) = of_one(document, number) {
        return Some(part);
    }
    let end = number.tokens.end;
    percent(document, end)
        .or_else(|| money(document, number))
        .or_else(|| measured(document, number))
}

/// "Half a liter", "a quarter of a percentage point".
fn of_one(document: &Document<'_>, number: &Number) -> Option<Unit> {
    let of = usize::from(document.is(number.tokens.end, "of"));
    let at = number.tokens.end + of;
    let one = number.form == Form::Fraction && document.any(at, &["a", "an"]);
    let behind = Number { tokens: number.tokens.start..at + 1, ..number.clone() };
    one.then(|| percent(document, at + 1).or_else(|| measured(document, &behind))).flatten()
}

fn percent(document: &Document<'_>, end: usize) -> Option<Unit> {
    let at = end + usize::from(document.joins(end));
    let found = |name: &str, edge: usize| {
        Some(Unit { kind: QuantityKind::Percent, name: name.to_owned(), worth: 1.0, edge })
    };
    if document.any(at, &["percentage", "basis"]) && document.any(at + 1, &["point", "points"]) {
        let name = if document.is(at, "basis") { "basis points" } else { "percentage points" };
        return found(name, at + 2);
    }
    let cent = document.is(at, "pour") && document.is(at + 1, "cent")
        || document.is(at, "por") && document.is(at + 1, "ciento");
    if cent {
        return found("%", at + 2);
    }
    if document.any(at, &["%", "percent", "pct", "prozent"]) {
        return found("%", at + 1);
    }
    (document.is(at, "per") && document.is(at + 1, "cent")).then(|| found("%", at + 2)).flatten()
}

fn money(document: &Document<'_>, number: &Number) -> Option<Unit> {
    let end = number.tokens.end;
    let of = usize::from(document.is(end, "of") || document.foreign && document.is(end, "de"));
    let joined = usize::from(document.joins(end));
    let mut at = end + of.max(joined);
    let token = document.token(at);
    let two =
        document.any(at, &["Hong", "New", "Sri", "West"]) && document.token(at + 1).is_capital();
    let country = two
        || token.is_capital()
            && (token.any_of(&[Class::Demonym, Class::Country]) || document.is(at, "CFA"));
    at += if two { 2 } else { usize::from(country) };
    let word = document.word(at);
    let word = word.strip_prefix("d’").or_else(|| word.strip_prefix("d'")).unwrap_or(word);
    let named = currency_of(document.word(at.saturating_sub(1)), word).filter(|_| country);
    let cents = word.eq_ignore_ascii_case("cents");
    let own = named.map(|name| (name, if cents { 0.01 } else { 1.0 }));
    let (name, worth) = own.or_else(|| currency_word(word))?;
    let doubtful = match word {
        // A verb, a score, a weight.
        "won" | "mark" | "marks" | "real" | "rs" => number.value < 100.0,
        "pound" | "pounds" => number.value < 1e5 && !country,
        _ => false,
    };
    let glued = document.token(at).glued && joined == 0;
    let lettered = glued && word.len() < 3;
    (!doubtful && !lettered).then(|| Unit {
        kind: QuantityKind::Money,
        name: name.to_owned(),
        worth,
        edge: at + 1,
    })
}

fn measured(document: &Document<'_>, number: &Number) -> Option<Unit> {
    let end = number.tokens.end;
    let at = end + usize::from(document.joins(end));
    let power = match document.word(at) {
        "square" | "sq" => "²",
        "cubic" => "³",
        _ => "",
    };
    let at = at + usize::from(!power.is_empty() || document.is(at, "nautical"));
    let word = document.word(at);
    let moment = document.is(at, "point")
        && number.tokens.start.checked_sub(1).is_some_and(|before| document.is(before, "at"));
    if document.any(at, &["point", "points"]) && !moment {
        let edge = at + 1;
        return Some(Unit {
            kind: QuantityKind::Measure,
            name: "points".to_owned(),
            worth: 1.0,
            edge,
        });
    }
    let pounds = document.any(at, &["pound", "pounds"]);
    let base = if pounds { "lb" } else { measure(word)? };
    // "10 m", "5 ft" need a space or none; a lone letter may be anything else.
    if word.len() == 1 && !document.token(at).glued {
        return None;
    }
    let hour = document.any(at + 1, &["per", "an"]) && document.is(at + 2, "hour");
    let (name, edge) = match base {
        "mi" if hour => ("mph".to_owned(), at + 3),
        "km" if hour => ("km/h".to_owned(), at + 3),
        "°" if document.any(at + 1, &["celsius", "fahrenheit", "c", "f"]) => {
            let sign = document.word(at + 1).chars().next().unwrap_or('C').to_ascii_uppercase();
            (format!("°{sign}"), at + 2)
        }
        _ => (format!("{base}{power}"), at + 1),
    };
    Some(Unit { kind: QuantityKind::Measure, name, worth: 1.0, edge })
}
