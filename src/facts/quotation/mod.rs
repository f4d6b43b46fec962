//! Quotations, who said them, and through whom they reached the reader.

mod cue;
mod ending;
mod frame;
mod genuine;
mod hedge;
mod marks;
mod medium;
mod naming;
mod occasion;
mod reported;
mod scene;
mod source;
mod speaker;
mod subject;
pub mod weighing;
mod weights;

#[cfg(test)]
mod tests;

use super::Evidence;
use super::lexicon::Class;
use super::region::RegionKind;
use crate::text::Span;
use cue::Sort;
use marks::Quoted;
use reported::Reported;
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
    let mut reported: Vec<Reported> = prose(scene)
        .flat_map(|sentence| reported::chosen(reported::candidates(scene, sentence, &quoted)))
        .collect();
    reported.sort_by_key(|found| found.framed.cue.start);
    let mut reported = reported.iter().peekable();
    let mut found = Vec::with_capacity(quoted.len());
    let mut last: Option<(Quoted, Attribution)> = None;
    let mut body = None;
    for quoted in &quoted {
        let start = quoted.tokens.start;
        while let Some(before) = reported.next_if(|found| found.framed.cue.start < start) {
            found.push(indirectly(scene, before, &mut body));
        }
        let attribution = speaker::likeliest(speaker::candidates(scene, quoted, last.as_ref()));
        let speaker = attribution.speaker.as_ref();
        let head = || speaker::head_channel(scene, quoted, speaker);
        let channel = attribution.channel.clone().or_else(head);
        let channel = through(scene, speaker, channel, &mut body);
        let attribution = Attribution { channel, ..attribution };
        found.extend(direct(scene, quoted, &attribution));
        last = Some((quoted.clone(), attribution));
    }
    found.extend(reported.map(|after| indirectly(scene, after, &mut body)));
    found.sort_by_key(|quotation| quotation.span);
    found
}

/// The sentences that speech is reported in.
fn prose<'a>(scene: &'a Scene<'_>) -> impl Iterator<Item = &'a Range<usize>> {
    let sentences = scene.document.sentences.iter();
    let prose = sentences.filter(|sentence| sentence.kind == RegionKind::Prose && !sentence.titled);
    prose.map(|sentence| &sentence.tokens)
}

/// `channel`, or whom "it" means as one: the last body that spoke or passed words on, which `body`
/// remembers.
fn through(
    scene: &Scene<'_>,
    speaker: Option<&Range<usize>>,
    channel: Option<Range<usize>>,
    body: &mut Option<Range<usize>>,
) -> Option<Range<usize>> {
    let pronoun = |tokens: &Range<usize>| scene.document.token(tokens.start).is(Class::Pronoun);
    let channel = match channel {
        Some(tokens) if pronoun(&tokens) => body.clone(),
        channel => channel,
    };
    let speaks = |tokens: &&Range<usize>| {
        !pronoun(tokens)
            && source::source(scene, tokens).is_some_and(|source| {
                matches!(source.kind, SourceKind::StateMedia | SourceKind::Organization)
            })
    };
    if let Some(tokens) = channel.clone().or_else(|| speaker.filter(speaks).cloned()) {
        // "The television" says less of it than "Syrian television" did.
        let known = body.as_ref().is_some_and(|body| is_again(scene, &tokens, body));
        *body = if known { body.take() } else { Some(tokens) };
    }
    channel
}

/// Whether `tokens` are "the" and the noun that `body` ends in.
fn is_again(scene: &Scene<'_>, tokens: &Range<usize>, body: &Range<usize>) -> bool {
    let document = scene.document;
    let noun = |tokens: &Range<usize>| document.word(tokens.end.saturating_sub(1));
    tokens.len() == 2 && document.is(tokens.start, "the") && noun(tokens) == noun(body)
}

/// The quotation that quoted words are: none for a name or a hint of irony in marks.
fn direct(scene: &Scene<'_>, quoted: &Quoted, attribution: &Attribution) -> Option<Quotation> {
    let document = scene.document;
    let attributed = speaker::is_attributed(scene, quoted);
    if quoted.words <= 2 && !attributed {
        return None;
    }
    let genuine = genuine::confidence(scene, quoted, attribution)?;
    let (capital, finite) = genuine::is_clause(scene, quoted);
    let whole = capital && (finite || quoted.words > 6 || attributed && quoted.words > 3)
        || quoted.continued;
    let speaker = attribution.speaker.as_ref();
    let entity = speaker.and_then(|tokens| scene.entity(tokens));
    let theirs = speaker.map(|tokens| whose(scene, attribution, tokens, entity));
    let confidence = attribution.confidence.min(genuine);
    Some(Quotation {
        span: document.span(quoted.tokens.clone()),
        sentence: document.sentence_span(quoted.tokens.start),
        kind: if whole { QuotationKind::Direct } else { QuotationKind::Partial },
        speaker: speaker.map(|tokens| document.span(tokens.clone())),
        entity,
        channel: attribution.channel.clone().map(|tokens| document.span(tokens)),
        cue: attribution.cue.clone().map(|tokens| document.span(tokens)),
        hedge: attribution.cue.as_ref().and_then(|cue| distance(scene, cue)),
        source: speaker.and_then(|tokens| source::source(scene, tokens)),
        evidence: Evidence {
            confidence: if quoted.closed { confidence } else { confidence.saturating_sub(10) },
            reason: attribution.reason.to_owned(),
        },
        attribution: theirs,
    })
}

/// How sure it is that the words are those of `speaker`, and why; whom a pronoun stands for is
/// inferred, and said to be.
fn whose(
    scene: &Scene<'_>,
    attribution: &Attribution,
    speaker: &Range<usize>,
    entity: Option<usize>,
) -> Evidence {
    let document = scene.document;
    let pronoun = speaker.len() == 1 && document.token(speaker.start).is(Class::Pronoun);
    let named = entity.and_then(|entity| scene.entities.get(entity)).filter(|_| pronoun);
    let reason = named.map_or_else(
        || attribution.reason.to_owned(),
        |named| {
            let word = document.word(speaker.start);
            format!(
                "{}; “{word}” is taken for {}, named last before",
                attribution.reason, named.name
            )
        },
    );
    let confidence = attribution.confidence;
    Evidence { confidence: if named.is_some() { confidence.min(80) } else { confidence }, reason }
}

fn indirectly(
    scene: &Scene<'_>,
    reported: &Reported,
    body: &mut Option<Range<usize>>,
) -> Quotation {
    let document = scene.document;
    let framed = &reported.framed;
    let source = framed.source.as_ref();
    let told = || medium::told(scene, framed.cue.end - 1);
    let channel = through(scene, source, framed.channel.clone().or_else(told), body);
    let says = framed.known.is_none_or(|known| {
        [Sort::Say, Sort::Tell, Sort::Ask, Sort::Show].iter().any(|&sort| known.is(sort))
    });
    let evidence = Evidence {
        confidence: speaker::percent(reported.probability),
        reason: reported.reason().to_owned(),
    };
    Quotation {
        span: document.span(framed.content.clone()),
        sentence: document.sentence_span(framed.content.start),
        kind: if says { QuotationKind::Indirect } else { QuotationKind::Stance },
        speaker: source.map(|tokens| document.span(tokens.clone())),
        entity: source.and_then(|tokens| scene.entity(tokens)),
        channel: channel.map(|tokens| document.span(tokens)),
        cue: Some(document.span(framed.cue.clone())),
        hedge: distance(scene, &framed.cue),
        source: source.and_then(|tokens| source::source(scene, tokens)),
        attribution: source.map(|_| evidence.clone()),
        evidence,
    }
}

/// How the words of attribution keep their distance.
fn distance(scene: &Scene<'_>, cue: &Range<usize>) -> Option<HedgeKind> {
    cue.clone().find_map(|at| hedge::kind(scene.document.word(at)))
}
