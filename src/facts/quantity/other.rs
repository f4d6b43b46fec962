//! Numbers that count nothing: years, telephone numbers, parts of names, numbers of sections; and
//! those that say an age or a score.

use super::QuantityKind;
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::number::{Form, Number};
use crate::facts::token::{Shape, Token};

/// An age or a score: its kind, where it ends, its unit, and its second number.
pub(super) struct Special {
    pub(super) kind: QuantityKind,
    pub(super) end: usize,
    pub(super) unit: Option<&'static str>,
    pub(super) upper: Option<f64>,
}

/// What `number` is if it counts nothing and is still worth knowing.
pub(super) fn special(document: &Document<'_>, number: &Number) -> Option<Special> {
    age(document, number).or_else(|| score(document, number))
}

/// "43-year-old", "43 years old", ", 43," behind a name, "aged 43".
fn age(document: &Document<'_>, number: &Number) -> Option<Special> {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let found = |end: usize, unit: &'static str| {
        Some(Special { kind: QuantityKind::Age, end, unit: Some(unit), upper: number.upper })
    };
    let at = end + usize::from(document.joins(end));
    let unit = match document.word(at) {
        "year" | "years" => "years",
        "month" | "months" => "months",
        "week" | "weeks" => "weeks",
        "day" | "days" => "days",
        _ => "",
    };
    let old = at + 1 + usize::from(document.joins(at + 1));
    if !unit.is_empty() && document.is(old, "old") {
        return found(old + 1, unit);
    }
    if !unit.is_empty() && document.is(at + 1, "of") && document.is(at + 2, "age") {
        return found(at + 3, unit);
    }
    let whole = number.value < 120.0 && number.value.fract() == 0.0 && number.tokens.len() == 1;
    let closed = document.token(end).shape == Shape::Mark && !document.joins(end)
        || document.token(end).is_break();
    let aged = start > 0 && document.any(start - 1, &["aged", "age"]);
    if whole && aged && !document.token(end).is(Class::TimeUnit) {
        return found(end, "years");
    }
    let comma = document.before(start, 1).span.of(document.text) == ",";
    let name = document.before(start, 2).is_capital()
        || document.before(start, 2).shape == Shape::Lower
            && document.token(end).shape == Shape::Mark
            && document.before(start, 3).is_capital();
    let percent = matches!(document.word(end), "%" | "percent");
    let is_age = whole && closed && comma && name && number.form == Form::Digits && !percent;
    is_age.then(|| found(end, "years")).flatten()
}

/// "6-3": the result of a match, or a tally.
fn score(document: &Document<'_>, number: &Number) -> Option<Special> {
    let start = number.tokens.start;
    let plain = |at: usize| {
        let word = document.word(at);
        let digits = document.token(at).shape == Shape::Number && word.len() <= 3;
        digits.then(|| word.parse::<u32>().ok()).flatten().filter(|&value| value < 200)
    };
    let second = plain(start).and(plain(start + 2)).filter(|_| document.joins(start + 1))?;
    let before = document.before(start, 1).span.of(document.text);
    let joined = document.token(start).glued && !matches!(before, "(" | "[" | "“" | "\"" | "‘");
    let next = document.token(start + 3);
    let more = next.glued
        && !matches!(
            document.word(start + 3),
            "," | "." | ")" | ";" | ":" | "”" | "]" | "\"" | "’" | "!" | "?"
        )
        && !next.is_break();
    let noun = next.shape == Shape::Lower && document.word(start + 3).ends_with('s');
    let counts = next.any_of(&[Class::Scale, Class::Plural, Class::TimeUnit]) || noun;
    let unit = super::unit::before(document, start).is_some()
        || super::unit::behind(document, &Number { tokens: start..start + 3, ..number.clone() })
            .is_some_and(|unit| unit.name != "points");
    (!joined && !more && !counts && !unit).then(|| Special {
        kind: QuantityKind::Score,
        end: start + 3,
        unit: None,
        upper: Some(f64::from(second)),
    })
}

/// Words before a number that says which, not how many.
const NUMBERED: &[&str] = &[
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

/// Whether a number without a unit counts nothing: an age, a year, a score, a telephone number,
/// part of a name, the number of a section.
pub(super) fn is_other(document: &Document<'_>, number: &Number, noun: Option<usize>) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let before = document.before(start, 1);
    let digits = document.token(start).shape == Shape::Number;
    let word = document.word(start);
    let plain = digits && number.tokens.len() == 1 && !word.contains([',', '.']);
    let named = is_name(before, document.text);
    if digits && is_suffixed(document, end, number) || is_index(document, number, noun) {
        return true;
    }
    if digits && named && (plain || noun.is_none()) && number.tokens.len() == 1 {
        return true;
    }
    if start > 0 && document.any(start - 1, NUMBERED) {
        return true;
    }
    let glued = document.token(start).glued && before.shape == Shape::Mark;
    let opened = matches!(
        before.span.of(document.text),
        "(" | "[" | "“" | "\"" | "‘" | "'" | "—" | "~" | "_" | "-" | "−"
    ) && (!matches!(before.span.of(document.text), "-" | "−") || !before.glued);
    if glued && !opened && !document.token(start).is_break() && digits {
        return true;
    }
    is_bare(document, number, noun)
        || is_chain(document, end)
        || plain && is_bullet(document, number)
}

/// Whether `before`, a word in front of a number, makes a name with it: "Boeing 737", "iPhone 4".
fn is_name(before: &Token, text: &str) -> bool {
    let word = before.span.of(text);
    let inner = before.shape == Shape::Lower && word.bytes().any(|byte| byte.is_ascii_uppercase());
    inner || before.is_capital() && !before.is(Class::Function) && !before.is(Class::Demonym)
}

/// Whether letters are joined to the digits that end at `end`, so that they are no number: "7th",
/// "60s", "3G", "4K".
fn is_suffixed(document: &Document<'_>, end: usize, number: &Number) -> bool {
    let next = document.token(end);
    let letters = next.glued && (next.is_word() || next.shape == Shape::Clitic);
    letters && number.tokens.len() == 1
}

const STREETS: &[&str] =
    &["street", "st.", "st", "avenue", "ave.", "road", "boulevard", "blvd.", "drive", "lane"];

/// Whether the number names an index or a house: "the S&P 500 index", "209 West Street".
fn is_index(document: &Document<'_>, number: &Number, noun: Option<usize>) -> bool {
    let start = number.tokens.start;
    let owner = document.before(start, 1).shape == Shape::Clitic
        && document.before(start, 2).is_capital()
        && matches!(document.word(number.tokens.end), "index" | "plunged" | "fell" | "rose");
    let next = document.token(number.tokens.end);
    let house = number.form == Form::Digits
        && noun.is_none()
        && next.is_capital()
        && (number.tokens.end + 1..number.tokens.end + 4).any(|at| document.any(at, STREETS));
    let index = matches!(document.word(number.tokens.end), "index" | "Index")
        && document.before(start, 1).is_word()
        && ["30", "50", "100", "200", "225", "250", "300", "500", "2000"]
            .contains(&document.word(start));
    owner || house || index
}

/// Numbers that mean something only with a noun: "one", fractions, round years.
fn is_bare(document: &Document<'_>, number: &Number, noun: Option<usize>) -> bool {
    let (start, end) = (number.tokens.start, number.tokens.end);
    let one = document.is(start, "one") && number.tokens.len() == 1;
    if one {
        let pronoun = start > 0
            && document
                .any(start - 1, &["no", "the", "this", "that", "any", "every", "each", "which"]);
        return noun.is_none() && !document.is(end, "of") || pronoun;
    }
    let word = document.word(start);
    let year = word.len() == 4
        && document.token(start).shape == Shape::Number
        && (1800.0..2100.0).contains(&number.value);
    if year && number.tokens.len() == 1 {
        // "2008 conventions" is a year, "2000 people" are so many.
        return noun.is_none_or(|noun| !document.token(noun).is(Class::Plural));
    }
    // "One in five" says what it is a part of.
    let part = number.form == Form::Fraction && !is_ratio(document, number);
    let determined = document.is(end, "of") || document.token(end).is(Class::Determiner);
    part && (!determined || noun.is_none() && !document.is(end, "of"))
}

/// "One in five", "nine out of 10", "½".
fn is_ratio(document: &Document<'_>, number: &Number) -> bool {
    let start = number.tokens.start;
    document.any(start + 1, &["in", "out", "of"]) || document.token(start).shape == Shape::Mark
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
