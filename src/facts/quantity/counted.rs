//! What a number counts: the head of the noun phrase behind it ("troops" in "hundreds of Russian
//! troops"), a noun told of it ("5 million who are refugees"), or one it belongs to ("a
//! population of 23 million").

use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::number::{Form, Number};
use crate::facts::token::Shape;

/// At most so many tokens stand between a number and what it counts.
const REACH: usize = 8;

/// Nouns that take their number behind "of", "to" or "at".
const HOLDERS: &[&str] = &[
    "population",
    "toll",
    "workforce",
    "budget",
    "crowd",
    "force",
    "staff",
    "membership",
    "total",
    "audience",
    "electorate",
    "circulation",
    "capacity",
    "average",
    "number",
    "majority",
    "turnout",
    "army",
    "fleet",
    "enrollment",
    "enrolment",
];

/// The token that says what `number` counts.
pub(super) fn counted(document: &Document<'_>, number: &Number) -> Option<usize> {
    let end = number.tokens.end;
    if document.foreign {
        return in_other_language(document, end);
    }
    attached(document, end)
        .or_else(|| behind(document, number))
        .or_else(|| told(document, end))
        .or_else(|| holder(document, number.tokens.start))
}

/// The word behind the number in an article of another language: in German, whose nouns have
/// capitals, the first of those.
fn in_other_language(document: &Document<'_>, end: usize) -> Option<usize> {
    let from = end + usize::from(document.any(end, &["de", "d"]));
    let noun = (from..from + 3).take_while(|&at| document.token(at).is_word());
    let capital = noun.clone().find(|&at| document.token(at).is_capital());
    let first = Some(from).filter(|&at| document.token(at).shape == Shape::Lower);
    capital.or(first).filter(|&at| document.word(at).len() > 3)
}

/// "two-run", "five-man": the noun that a hyphen joins.
fn attached(document: &Document<'_>, end: usize) -> Option<usize> {
    let noun = document.token(end + 1);
    (document.joins(end) && noun.shape == Shape::Lower).then_some(end + 1)
}

fn behind(document: &Document<'_>, number: &Number) -> Option<usize> {
    let end = number.tokens.end;
    let vague = matches!(number.form, Form::Vague | Form::Fraction);
    let mut at = end;
    let partitive = document.is(at, "of");
    if partitive {
        at += 1;
    }
    if partitive || vague {
        let skipped = |at: usize| {
            let token = document.token(at);
            token.is(Class::Determiner) || token.shape == Shape::Number || token.is(Class::Number)
        };
        while skipped(at) && at < end + 4 {
            at += 1;
        }
    } else if document.token(at).is(Class::Determiner) && !is_adjective(document, at) {
        return None;
    }
    // "One state", "one report": behind "one" a verb is none.
    let first = document.token(at);
    let one = document.is(number.tokens.start, "one") && number.tokens.len() == 1;
    if one && !partitive && first.shape == Shape::Lower && first.is(Class::Cue) {
        return Some(at);
    }
    let single = vague || (number.value - 1.0).abs() < f64::EPSILON && number.upper.is_none();
    head(document, at, single || partitive)
}

/// Words of grammar that stand among adjectives.
fn is_adjective(document: &Document<'_>, at: usize) -> bool {
    document
        .any(at, &["more", "other", "new", "former", "such", "most", "old", "late", "next", "last"])
}

/// The head of the noun phrase at `at`: its first plural, else (where a single thing may be
/// counted) its last noun.
fn head(document: &Document<'_>, at: usize, single: bool) -> Option<usize> {
    let mut last = None;
    for index in at..at + REACH {
        let token = document.token(index);
        if token.shape == Shape::Clitic && matches!(document.word(index), "'s" | "’s") {
            last = None;
            continue;
        }
        if document.joins(index) || matches!(document.word(index), "'" | "’") && token.glued {
            continue;
        }
        if token.is_capital() && !token.is(Class::Function) {
            // Demonyms count when nothing follows: "23 Americans".
            if token.is(Class::Demonym) && document.word(index).ends_with('s') {
                last = Some(index);
            }
            continue;
        }
        if token.shape != Shape::Lower || is_verb(document, index) {
            break;
        }
        if is_adjective(document, index) {
            continue;
        }
        if token.is(Class::Function) && !is_plural(document, index) {
            break;
        }
        if is_plural(document, index) {
            return Some(index);
        }
        if !is_modifier(document.word(index)) {
            last = Some(index);
        }
    }
    let plural = last.is_some_and(|index| document.token(index).is_capital());
    last.filter(|_| single || plural)
}

fn is_verb(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    let modifier = is_modifier(document.word(at)) || token.is(Class::Plural);
    token.is(Class::Auxiliary)
        || token.is(Class::Preposition)
        || (token.is(Class::Past) || token.is(Class::Cue)) && !modifier && !token.is(Class::Source)
}

fn is_modifier(word: &str) -> bool {
    ["ed", "ing", "ly"].iter().any(|tail| word.len() > 4 && word.ends_with(tail))
}

fn is_plural(document: &Document<'_>, at: usize) -> bool {
    let word = document.word(at);
    let ending = word.len() > 3
        && word.ends_with('s')
        && !["ss", "us", "is", "ous"].iter().any(|tail| word.ends_with(tail));
    let token = document.token(at);
    token.is(Class::Plural)
        || ending && !token.any_of(&[Class::Pronoun, Class::Determiner, Class::Preposition])
}

/// "who are refugees", "are now refugees" behind the number.
fn told(document: &Document<'_>, end: usize) -> Option<usize> {
    let who = usize::from(document.any(end, &["who", "that", "which"]));
    let be = end + who;
    let now = usize::from(document.any(be + 1, &["now", "still", "already"]));
    let is = document.any(be, &["are", "were", "remain", "became", "become"]);
    is.then(|| head(document, be + 1 + now, false)).flatten()
}

/// "population of" before the number, and its hedge.
fn holder(document: &Document<'_>, start: usize) -> Option<usize> {
    (2..=5).filter_map(|back| start.checked_sub(back)).find(|&at| {
        document.any(at, HOLDERS)
            && document.any(at + 1, &["of", "to", "at", "is", "was", "reached", "exceeded"])
    })
}
