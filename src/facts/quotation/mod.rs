//! Quotations, who said them, and through whom they reached the reader.

mod hedge;
mod indirect;
mod marks;
mod phrase;
mod scene;
mod source;
mod speaker;

#[cfg(test)]
mod tests;

use super::Evidence;
use super::lexicon::Class;
use super::region::RegionKind;
use super::token::Shape;
use crate::text::Span;
use indirect::Reported;
use marks::Quoted;
use serde::{Deserialize, Serialize};
use speaker::Attribution;
use std::ops::Range;

pub(crate) use hedge::hedges;
pub(crate) use scene::Scene;

pub use hedge::{Hedge, HedgeKind};
pub use source::{Source, SourceKind};

/// Someone's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The words, quotation marks included.
    pub span: Span,
    /// The sentence they begin in.
    pub sentence: Span,
    /// Whether they are given word for word.
    pub kind: QuotationKind,
    /// Who said them, where the text names someone.
    pub speaker: Option<Span>,
    /// The entity that said them: an index into [`super::Facts::entities`].
    pub entity: Option<usize>,
    /// Through whom they reached the reader ("the Syrian TV quoted Assad as saying").
    pub channel: Option<Span>,
    /// The words that attribute them ("said").
    pub cue: Option<Span>,
    /// How the text keeps its distance from them ("claimed", "reportedly"), where it does.
    #[serde(default)]
    pub hedge: Option<HedgeKind>,
    /// What sort of source they come from, where that is sure.
    #[serde(default)]
    pub source: Option<Source>,
    /// How sure it is that these are someone's words.
    pub evidence: Evidence,
    /// How sure it is whose they are; nothing where nobody was found.
    #[serde(default)]
    pub attribution: Option<Evidence>,
}

/// Whether words are given as they were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotationKind {
    /// Whole clauses in quotation marks.
    Direct,
    /// Part of a clause in quotation marks.
    Partial,
    /// Reported without quotation marks.
    Indirect,
    /// What someone is said to want, to back or to fear: a stance rather than words.
    Stance,
}

/// The quotations in `scene`, by start.
pub(crate) fn quotations(scene: &Scene<'_>) -> Vec<Quotation> {
    let quoted = marks::quoted(scene.document);
    let mut found = Vec::with_capacity(quoted.len());
    let mut last: Option<(Quoted, Attribution)> = None;
    let mut body = None;
    for quoted in quoted {
        let own = speaker::attribution(scene, &quoted);
        let attribution =
            own.or_else(|| carried(scene, &quoted, last.as_ref())).unwrap_or_default();
        let attribution = through(scene, attribution, &mut body);
        found.extend(direct(scene, &quoted, &attribution));
        last = Some((quoted, attribution));
    }
    let sentences = scene.document.sentences.iter();
    let prose = sentences.filter(|sentence| sentence.kind == RegionKind::Prose && !sentence.titled);
    let mut quoted: Vec<Span> = found.iter().map(|quotation| quotation.span).collect();
    quoted.sort_unstable();
    for sentence in prose {
        // A sentence with a quotation of its own is told by that.
        let at = quoted.partition_point(|span| span.end <= sentence.span.start);
        if quoted.get(at).is_some_and(|span| span.overlaps(sentence.span)) {
            continue;
        }
        found.extend(
            indirect::reported(scene, &sentence.tokens)
                .map(|reported| indirectly(scene, &reported)),
        );
    }
    found.sort_by_key(|quotation| quotation.span);
    found
}

/// `attribution` with whom "it" means as its channel: the last body that spoke or passed words on,
/// which `body` remembers.
fn through(
    scene: &Scene<'_>,
    attribution: Attribution,
    body: &mut Option<Range<usize>>,
) -> Attribution {
    let pronoun = |tokens: &Range<usize>| scene.document.token(tokens.start).is(Class::Pronoun);
    let channel = match attribution.channel {
        Some(tokens) if pronoun(&tokens) => body.clone(),
        channel => channel,
    };
    let person = |tokens: &Range<usize>| scene.person_in(tokens.clone()).is_some();
    let speaker = attribution.speaker.clone().filter(|tokens| !pronoun(tokens) && !person(tokens));
    if let Some(tokens) = channel.clone().or(speaker) {
        *body = Some(tokens);
    }
    Attribution { channel, ..attribution }
}

/// The speaker of the quotation before, where this one goes on with it: in the same paragraph,
/// or in the next where that is nothing but quoted words.
fn carried(
    scene: &Scene<'_>,
    quoted: &Quoted,
    last: Option<&(Quoted, Attribution)>,
) -> Option<Attribution> {
    let (before, attribution) = last?;
    attribution.speaker.as_ref()?;
    let start = quoted.tokens.start;
    let (here, there) = (scene.block(start), scene.block(before.tokens.start));
    let opens = scene.document.before(start, 1).is_break();
    let (confidence, reason) = if quoted.continued {
        (85, "the quotation goes on from the paragraph before")
    } else if here == there {
        (78, "the speaker of the words before, in the same paragraph")
    } else if opens && here.saturating_sub(there) <= 2 && quoted.words > 4 {
        (55, "the speaker of the paragraph before")
    } else {
        return None;
    };
    let confidence = confidence.min(attribution.confidence);
    Some(Attribution { cue: None, confidence, reason, ..attribution.clone() })
}

/// The quotation that quoted words are: none for a name or a hint of irony in marks.
fn direct(scene: &Scene<'_>, quoted: &Quoted, attribution: &Attribution) -> Option<Quotation> {
    let document = scene.document;
    let attributed = speaker::is_attributed(scene, quoted);
    let inside = quoted.tokens.start + 1..quoted.tokens.end;
    let titled = quoted.words <= 8 && is_title(scene, inside.clone());
    if !attributed && (quoted.words <= 2 || titled) {
        return None;
    }
    let first = inside.clone().find(|&at| document.token(at).is_word())?;
    let capital = document.token(first).is_capital();
    let finite = inside.clone().any(|at| {
        let token = document.token(at);
        token.any_of(&[Class::Auxiliary, Class::Past, Class::Pronoun])
            || document.word(at).ends_with("ed")
    });
    let whole = capital && (finite || quoted.words > 6 || attributed && quoted.words > 3)
        || quoted.continued;
    let kind = if whole { QuotationKind::Direct } else { QuotationKind::Partial };
    let known = attribution.speaker.is_some();
    let confidence = match (kind, known) {
        (QuotationKind::Direct, true) => attribution.confidence,
        (_, true) if quoted.words > 2 => attribution.confidence.saturating_sub(10),
        (_, true) => attribution.confidence.saturating_sub(25),
        (QuotationKind::Direct, false) => 60,
        _ => 40,
    };
    let reason =
        if known { attribution.reason } else { "words in quotation marks, by no one who is named" };
    Some(Quotation {
        span: document.span(quoted.tokens.clone()),
        sentence: document.sentence_span(quoted.tokens.start),
        kind,
        speaker: attribution.speaker.clone().map(|tokens| document.span(tokens)),
        entity: attribution.speaker.as_ref().and_then(|tokens| scene.entity(tokens)),
        channel: attribution.channel.clone().map(|tokens| document.span(tokens)),
        cue: attribution.cue.clone().map(|tokens| document.span(tokens)),
        hedge: attribution.cue.as_ref().and_then(|cue| distance(scene, cue)),
        source: attribution.speaker.as_ref().and_then(|tokens| source::source(scene, tokens)),
        evidence: Evidence {
            confidence: if quoted.closed { confidence } else { confidence.saturating_sub(10) },
            reason: reason.to_owned(),
        },
        attribution: known.then(|| evidence(attribution)),
    })
}

/// Whether quoted words are written like a title: every word of weight with a capital, and no
/// sentence's end.
fn is_title(scene: &Scene<'_>, inside: Range<usize>) -> bool {
    let document = scene.document;
    let weighty = inside.clone().filter(|&at| {
        let token = document.token(at);
        token.is_word() && !token.is(Class::Function)
    });
    let small = weighty.clone().any(|at| document.token(at).shape == Shape::Lower);
    let ends = inside.clone().any(|at| matches!(document.word(at), "!" | "?" | "."));
    weighty.count() > 0 && !small && !ends
}

fn indirectly(scene: &Scene<'_>, reported: &Reported) -> Quotation {
    let document = scene.document;
    let attribution = &reported.attribution;
    Quotation {
        span: document.span(reported.tokens.clone()),
        sentence: document.sentence_span(reported.tokens.start),
        kind: QuotationKind::Indirect,
        speaker: attribution.speaker.clone().map(|tokens| document.span(tokens)),
        entity: attribution.speaker.as_ref().and_then(|tokens| scene.entity(tokens)),
        channel: attribution.channel.clone().map(|tokens| document.span(tokens)),
        cue: attribution.cue.clone().map(|tokens| document.span(tokens)),
        hedge: attribution.cue.as_ref().and_then(|cue| distance(scene, cue)),
        source: attribution.speaker.as_ref().and_then(|tokens| source::source(scene, tokens)),
        evidence: evidence(attribution),
        attribution: attribution.speaker.as_ref().map(|_| evidence(attribution)),
    }
}

/// How the words of attribution keep their distance.
fn distance(scene: &Scene<'_>, cue: &Range<usize>) -> Option<HedgeKind> {
    cue.clone().find_map(|at| hedge::kind(scene.document.word(at)))
}

fn evidence(attribution: &Attribution) -> Evidence {
    Evidence { confidence: attribution.confidence, reason: attribution.reason.to_owned() }
}
