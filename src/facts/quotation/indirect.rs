//! Reported speech without quotation marks: "activists said that …", "…, the ministry said",
//! "according to the report, …".

use super::phrase::phrase_from;
use super::scene::Scene;
use super::speaker::{Attribution, according, verb};
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::ops::Range;

/// Verbs that report a clause without "that".
const PLAIN: &[&str] = &[
    "said",
    "says",
    "say",
    "claimed",
    "claims",
    "believes",
    "believe",
    "believed",
    "argued",
    "argues",
    "insisted",
    "insists",
    "acknowledged",
    "suggested",
    "suggests",
    "warned",
    "warns",
];

/// Reported words, and who is said to have said them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reported {
    /// The tokens of the words.
    pub(super) tokens: Range<usize>,
    /// Who said them.
    pub(super) attribution: Attribution,
}

/// The reported words of the sentence `tokens`, if it is of that kind.
pub(super) fn reported(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Reported> {
    let found = by_source(scene, tokens)
        .or_else(|| trailing(scene, tokens))
        .or_else(|| leading(scene, tokens))?;
    let words = found.tokens.clone().filter(|&at| scene.document.token(at).is_word()).count();
    (words >= 4 && is_someone(scene, &found.attribution)).then_some(found)
}

/// Whether the speaker can be told by a reader: not the writer, nor "it" or "anyone".
fn is_someone(scene: &Scene<'_>, attribution: &Attribution) -> bool {
    let Some(speaker) = &attribution.speaker else { return false };
    let pronoun = speaker.len() == 1 && scene.document.token(speaker.start).is(Class::Pronoun);
    let named = scene.name_at(speaker.start).is_some();
    !pronoun || named || scene.document.any(speaker.start, &["he", "she", "they"])
}

/// The sentence without its last stop.
fn stopped(scene: &Scene<'_>, tokens: &Range<usize>) -> usize {
    let document = scene.document;
    let last = document.before(tokens.end, 1);
    tokens.end
        - usize::from(
            last.shape == Shape::Mark && matches!(document.word(tokens.end - 1), "." | "!" | "?"),
        )
}

/// "According to the report, …" and "…, according to the report".
fn by_source(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Reported> {
    let document = scene.document;
    let at = tokens.clone().find(|&at| document.is(at, "according"))?;
    let attribution = according(scene, at)?;
    let end = attribution.speaker.as_ref()?.end;
    let stop = stopped(scene, tokens);
    let words = if at == tokens.start {
        let comma = (end..stop).find(|&at| document.word(at) == ",")?;
        comma + 1..stop
    } else {
        tokens.start..at - usize::from(document.before(at, 1).span.of(document.text) == ",")
    };
    Some(Reported { tokens: words, attribution: Attribution { confidence: 65, ..attribution } })
}

/// "…, the ministry said Tuesday."
fn trailing(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Reported> {
    let document = scene.document;
    let stop = stopped(scene, tokens);
    let from = tokens.start.max(stop.saturating_sub(24));
    let cue = (from..stop).rev().find(|&at| scene.is_cue(at))?;
    // Behind the verb stands nothing but a time, a place or whom it was told to.
    let clause = (cue + 1..stop).any(|at| document.is(at, "that") || document.word(at) == ",");
    let announces = (cue + 1..tokens.end).any(|at| document.word(at) == ":");
    if clause || announces || stop - cue > 8 {
        return None;
    }
    let inverted = document.before(cue, 1).span.of(document.text) == ",";
    let attribution = if inverted {
        Attribution {
            speaker: Some(phrase_from(scene, cue + 1)?),
            cue: Some(cue..cue + 1),
            ..Attribution::default()
        }
    } else {
        verb(scene, cue, tokens.start)?
    };
    let first = if inverted { cue } else { attribution.speaker.as_ref()?.start };
    let comma = (tokens.start..first).rev().take(8).find(|&at| document.word(at) == ",")?;
    // Only the speaker's own titles stand between the comma and the name.
    let between = (comma + 1..first).all(|at| {
        let token = document.token(at);
        token.is_capital()
            || token.any_of(&[
                Class::Role,
                Class::Title,
                Class::Determiner,
                Class::Demonym,
                Class::TitleModifier,
            ])
            || scene.name_at(at).is_some()
    });
    let reason = "the speaker and the verb stand behind the words";
    let attribution = Attribution { confidence: 62, reason, ..attribution };
    between.then_some(Reported { tokens: tokens.start..comma, attribution })
}

/// "Activists said that …", "The ministry said …".
fn leading(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Reported> {
    let document = scene.document;
    let stop = stopped(scene, tokens);
    let cues = tokens.clone().take(40).filter(|&at| scene.is_cue(at));
    for cue in cues {
        let that = that_behind(scene, cue);
        let clause = document.any(cue, PLAIN) && begins_clause(scene, cue + 1);
        let Some(from) = that.or(clause.then_some(cue + 1)) else { continue };
        let Some(attribution) = verb(scene, cue, tokens.start) else { continue };
        let reason = "the speaker and the verb stand before the words";
        let confidence = if that.is_some() { 65 } else { 58 };
        let attribution = Attribution { confidence, reason, ..attribution };
        return (from < stop).then_some(Reported { tokens: from..stop, attribution });
    }
    None
}

/// Where "that" stands behind the verb at `cue`, a time or a listener between.
fn that_behind(scene: &Scene<'_>, cue: usize) -> Option<usize> {
    let document = scene.document;
    let told = document.any(cue, &["told", "tells", "telling", "warned", "warns", "reminded"]);
    let reach = if told { 7 } else { 4 };
    let clear = (cue + 1..cue + reach).take_while(|&at| {
        let token = document.token(at);
        token.is_word() && !scene.is_cue(at)
            || document.is_hyphen(at)
            || token.shape == Shape::Number
    });
    clear.into_iter().find(|&at| document.is(at, "that"))
}

/// Whether a clause begins at `at`: a subject, or "there".
fn begins_clause(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.document;
    let token = document.token(at);
    let skip = token.is(Class::Weekday) && token.is_capital();
    let token = document.token(at + usize::from(skip));
    let at = at + usize::from(skip);
    scene.name_at(at).is_some()
        || token.is(Class::Demonym)
        || token.any_of(&[Class::Determiner, Class::Pronoun]) && !document.any(at, &["who", "it"])
        || document.any(at, &["there", "it", "in", "more", "about", "at", "if", "when"])
        || token.is(Class::Plural)
        || token.shape == Shape::Lower
            && document.word(at).ends_with('s')
            && !token.is(Class::Function)
}
