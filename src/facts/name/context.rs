//! What the words around a name say of it.

use super::evidence::Evidence;
use crate::facts::document::Document;
use crate::facts::entity::EntityKind::{Organization, Person, Place};
use crate::facts::lexicon::Class;
use crate::facts::region::RegionKind;
use crate::facts::token::Shape;
use std::ops::Range;

/// Adds what stands before and behind `tokens`.
pub(super) fn add(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    before(document, tokens, evidence);
    of_something(document, tokens, evidence);
    behind(document, tokens, evidence);
    apposed(document, tokens, evidence);
    region(document, tokens, evidence);
}

fn before(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let Some(at) = tokens.start.checked_sub(1) else { return };
    let token = document.token(at);
    let lower = token.shape == Shape::Lower;
    if lower && token.is(Class::Role) {
        evidence.add(Person, 6, "a calling stands before the name");
    }
    if lower && token.is(Class::PlaceNoun) {
        evidence.add(Place, 2, "a word for a place stands before the name");
    }
    match document.folded(at).as_str() {
        "in" | "near" | "outside" | "throughout" | "across" => {
            evidence.add(Place, 4, "something is or happens there");
            evidence.add(Person, -3, "");
        }
        "from" | "to" | "at" => evidence.add(Place, 1, "something goes there or comes from there"),
        "the" => {
            evidence.add(Person, -5, "");
            evidence.add(Organization, 1, "the article stands before it");
        }
        "northern" | "southern" | "eastern" | "western" | "central" | "northwestern"
        | "northeastern" | "southwestern" | "southeastern" | "downtown" | "nearby" => {
            evidence.add(Place, 6, "a part of it is spoken of");
        }
        "a" | "an" => evidence.add(Person, -4, ""),
        "capital" => evidence.add(Place, 6, "it is called a capital"),
        _ => {}
    }
    let comma = document.word(at) == ",";
    if comma && at > 0 && document.any(at - 1, &["capital", "city", "town", "village"]) {
        evidence.add(Place, 5, "it is called a town or capital");
    }
    if comma
        && at > 1
        && document.token(at - 1).shape == Shape::Lower
        && document.token(at - 1).is(Class::Role)
    {
        evidence.add(Person, 3, "a calling stands before the name");
    }
}

/// "city of X", "spokesman for X", "the chairman of X".
fn of_something(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let the = usize::from(tokens.start > 0 && document.is(tokens.start - 1, "the"));
    let Some(at) = tokens.start.checked_sub(1 + the) else { return };
    let head = document.before(at, 1);
    if head.shape != Shape::Lower {
        return;
    }
    if document.is(at, "of") && head.is(Class::PlaceNoun) && the == 0 {
        evidence.add(Place, 7, "it is called a town, province or the like");
    }
    let office = head.is(Class::Role) || head.is(Class::Source);
    if office && document.any(at, &["for", "at"]) {
        evidence.add(Organization, 4, "someone speaks or works for it");
    } else if office && document.is(at, "of") {
        evidence.add(Organization, 2, "it has a head or members");
        evidence.add(Place, 1, "it has a head or people");
    }
    let stake = head.span.of(document.text);
    if document.is(at, "of")
        && ["shares", "members", "employees", "subsidiary", "unit"].contains(&stake)
    {
        evidence.add(Organization, 4, "it has shares or members");
    }
}

/// Words behind a name that make a place of it.
const PLACES: &[&str] = &[
    "province",
    "city",
    "region",
    "county",
    "district",
    "town",
    "village",
    "airport",
    "area",
    "suburb",
    "neighborhood",
    "peninsula",
    "river",
    "state",
];

/// Words behind a name that make an organization of it.
const BODIES: &[&str] = &[
    "spokesman",
    "spokeswoman",
    "spokesperson",
    "shares",
    "stock",
    "executives",
    "executive",
    "employees",
    "subsidiary",
    "members",
    "fighters",
    "militants",
    "newspaper",
    "newspapers",
    "news",
    "group",
    "party",
    "rebels",
    "guerrillas",
    "customers",
];

fn behind(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let at = tokens.end;
    says(document, tokens, evidence);
    let lower = document.token(at).shape == Shape::Lower;
    if lower && document.any(at, PLACES) {
        evidence.add(Place, 6, "it is called a town, province or the like");
    }
    if lower && document.any(at, BODIES) {
        evidence.add(Organization, 4, "it has people or shares of its own");
    }
    if document.joins(at) && document.is(at + 1, "based") {
        evidence.add(Place, 6, "something is based there");
    }
    if document.word(at) == "(" && party(document, at + 1) {
        evidence.add(Person, 6, "party and seat stand behind the name");
    }
    if document.is(at, "who") || document.word(at) == "," && document.is(at + 1, "who") {
        evidence.add(Person, 4, "it is followed by “who”");
    }
}

/// Whether a verb that reports words stands beside the name.
fn says(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let at = tokens.end;
    let verb = document.token(at);
    let noun = ["state", "states", "read", "report", "reports"];
    if verb.shape == Shape::Lower && verb.is(Class::Cue) && !document.any(at, &noun) {
        evidence.add(Person, 3, "it says something");
        evidence.add(Organization, 2, "it says something");
    }
    let before = document.before(tokens.start, 1);
    if before.shape == Shape::Lower && document.any(tokens.start - 1, &["said", "says"]) {
        evidence.add(Person, 4, "it says something");
    }
}

/// "R-Ohio", "D-N.Y.", "D": party and seat of a member of the American Congress.
fn party(document: &Document<'_>, at: usize) -> bool {
    matches!(document.word(at), "R" | "D" | "I")
        && (document.joins(at + 1) || document.word(at + 1) == ")")
}

/// What stands between commas behind the name: an age, a country, a calling.
fn apposed(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let at = tokens.end;
    if document.word(at) != "," {
        return;
    }
    let next = document.token(at + 1);
    let age = next.shape == Shape::Number && document.word(at + 1).len() <= 2;
    let closed = document.token(at + 2).shape == Shape::Mark && document.token(at + 2).glued;
    if age && closed && !document.is(at + 2, "-") {
        evidence.add(Person, 7, "an age stands behind the name");
    }
    let country = next.is_capital() && next.any_of(&[Class::Country, Class::State]);
    let body = (tokens.start..tokens.end).any(|at| document.token(at).is(Class::OrganizationNoun));
    if country && !body && tokens.len() <= 3 {
        evidence.add(Place, 6, "a country or state stands behind the name");
    }
    let article = usize::from(document.any(at + 1, &["a", "an", "the", "his", "her", "who"]));
    let calling = (at + 1 + article..at + 5 + article)
        .take_while(|&at| {
            document.token(at).shape == Shape::Lower && !document.token(at).is(Class::Preposition)
        })
        .any(|at| document.token(at).is(Class::Role) && !document.token(at).is(Class::Cue));
    if calling {
        evidence.add(Person, 5, "a calling stands behind the name");
    }
}

fn region(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let Some(sentence) = document.sentences.get(document.sentence_at(tokens.start)) else { return };
    let first = sentence.tokens.start == tokens.start;
    match sentence.kind {
        RegionKind::Dateline if first => {
            evidence.add(Place, 7, "the report was written there");
        }
        RegionKind::Caption => {
            let placed = [
                "right", "left", "center", "centre", "second", "third", "top", "bottom", "front",
                "far",
            ];
            if document.word(tokens.end) == "," && document.any(tokens.end + 1, &placed) {
                evidence.add(Person, 6, "the caption says where it is in the picture");
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;
    use crate::facts::entity::EntityKind;

    /// What the words around the unknown name "Xhaq" (or "Xhaq Ypqr") say it is.
    #[track_caller]
    fn case(text: &str, kind: EntityKind) {
        let document = prose(text);
        let start = (0..document.tokens.len()).find(|&at| document.is(at, "Xhaq")).unwrap();
        let end = start + 1 + usize::from(document.is(start + 1, "Ypqr"));
        let mut evidence = Evidence::default();
        add(&document, &(start..end), &mut evidence);
        let (best, points, lead) = evidence.best();
        assert_eq!(best, kind, "{text}: {evidence:?}");
        assert!(points.sum > 0 && lead > 0, "{text}: {evidence:?}");
    }

    #[test]
    fn people_speak_have_an_age_and_a_calling() {
        for text in [
            "“No,” said Xhaq.",
            "Then Xhaq Ypqr, 43, left.",
            "Then Xhaq Ypqr, who left, came back.",
            "Then Xhaq Ypqr, a spokesman for the union, left.",
            "It was spokeswoman Xhaq Ypqr.",
            "Then Xhaq Ypqr (R-Ohio) left.",
        ] {
            case(text, EntityKind::Person);
        }
    }

    #[test]
    fn things_happen_in_places_and_places_have_parts() {
        for text in [
            "It sank near Xhaq.",
            "It was made in Xhaq.",
            "It sank off northern Xhaq.",
            "It is from the city of Xhaq.",
            "It sank off Xhaq, Norway.",
            "It is in Xhaq province.",
            "It is a Xhaq-based firm.",
        ] {
            case(text, EntityKind::Place);
        }
    }

    #[test]
    fn organizations_have_people_and_shares() {
        for text in [
            "A spokesman for Xhaq left.",
            "It fell as Xhaq shares did.",
            "There a Xhaq spokesman left.",
            "Then shares of Xhaq fell.",
        ] {
            case(text, EntityKind::Organization);
        }
    }
}
