//! Hedges: words by which a text keeps its distance from what it passes on, so that a claim never
//! looks like a fact.

use crate::facts::Evidence;
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A word that marks a sentence, or a part of one, as not vouched for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hedge {
    /// The word or words.
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: Span,
    /// How they keep their distance.
    pub kind: HedgeKind,
    /// How sure it is.
    pub evidence: Evidence,
}

/// How a text keeps its distance from what it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum HedgeKind {
    /// Others say so ("reportedly", "is said to").
    Reported,
    /// Someone is charged with it ("alleged", "accused of").
    Alleged,
    /// Someone says so, and the text does not vouch for it ("claimed").
    Claimed,
    /// Someone says that it is not so ("denied").
    Denied,
    /// It is thought, and not known ("believed to be", "presumably").
    Supposed,
    /// Nobody has shown it ("unconfirmed").
    Unconfirmed,
}

impl HedgeKind {
    /// The kind in a word or two, for a reader.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reported => "reported",
            Self::Alleged => "alleged",
            Self::Claimed => "claimed",
            Self::Denied => "denied",
            Self::Supposed => "supposed",
            Self::Unconfirmed => "unconfirmed",
        }
    }
}

/// Words that hedge wherever they stand.
const WORDS: &[(HedgeKind, &str)] = &[
    (HedgeKind::Reported, "reportedly rumored rumoured"),
    (
        HedgeKind::Alleged,
        "allegedly alleged alleges alleging allege allegation allegations accused purported purportedly",
    ),
    (HedgeKind::Claimed, "claimed claims claim claiming"),
    (HedgeKind::Denied, "denied denies deny denying disputed disputes disputing denial denials"),
    (HedgeKind::Supposed, "supposedly presumably presumed suspected ostensibly apparently"),
    (HedgeKind::Unconfirmed, "unconfirmed unverified unsubstantiated unproven"),
];

/// Participles that hedge between a form of "be" and "to": "is said to", "are believed to".
const PASSIVE: &[(HedgeKind, &str)] = &[
    (HedgeKind::Reported, "said reported"),
    (HedgeKind::Supposed, "believed thought understood assumed feared"),
];

/// How the word of a cue or a hedge keeps its distance, if it does.
pub(super) fn kind(word: &str) -> Option<HedgeKind> {
    find(WORDS, word)
}

fn find(table: &[(HedgeKind, &str)], word: &str) -> Option<HedgeKind> {
    let known = |list: &str| list.split(' ').any(|known| known.eq_ignore_ascii_case(word));
    table.iter().find(|(_, list)| known(list)).map(|&(kind, _)| kind)
}

/// The hedges of `document`, by start.
pub(crate) fn hedges(document: &Document<'_>) -> Vec<Hedge> {
    let candidates = (0..document.tokens.len()).filter(|&at| document.token(at).is(Class::Hedge));
    candidates.filter_map(|at| hedge(document, at)).collect()
}

fn hedge(document: &Document<'_>, at: usize) -> Option<Hedge> {
    let token = document.token(at);
    if token.shape == Shape::Upper {
        return None;
    }
    let word = token.span.of(document.text);
    let passive = document.before(at, 1).is(Class::Auxiliary) && document.is(at + 1, "to");
    let kind = kind(word).or_else(|| find(PASSIVE, word).filter(|_| passive))?;
    // "Claims" is also what an insurance pays, and "suspected" a verb.
    let noun = document.any(at, &["claims", "claim"])
        && document.any(at + 1, &["for", "on", "against", "process", "form", "forms", "office"]);
    let sentence = document.sentence_span(at);
    let reason = format!("“{word}” keeps a distance from what the sentence says");
    (!noun).then_some(Hedge {
        span: token.span,
        sentence,
        kind,
        evidence: Evidence { confidence: 85, reason },
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        let found = hedges(&prose(text));
        let found: Vec<_> = found
            .iter()
            .map(|hedge| format!("{} {}", hedge.kind.name(), hedge.span.of(text)))
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn words_keep_their_distance() {
        case("The ferry reportedly sank.", &["reported reportedly"]);
        case("The alleged smuggler denied it.", &["alleged alleged", "denied denied"]);
        case("Unconfirmed reports spoke of a storm.", &["unconfirmed Unconfirmed"]);
        case("He claimed that it sank.", &["claimed claimed"]);
    }

    #[test]
    fn a_passive_keeps_its_distance_before_to_only() {
        case("The ferry is said to be safe.", &["reported said"]);
        case("The crew were believed to be aboard.", &["supposed believed"]);
        case("She said to wait, and he believed it.", &[]);
    }

    #[test]
    fn an_insurance_claim_is_no_hedge() {
        case("Owners filed claims for damage.", &[]);
    }
}
