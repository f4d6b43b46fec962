//! Quotations, who said them, and through whom they reached the reader.

mod indirect;
mod marks;
mod phrase;
mod scene;
mod speaker;

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

pub(crate) use scene::Scene;

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
    /// How sure it is.
    pub evidence: Evidence,
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
        evidence: Evidence {
            confidence: if quoted.closed { confidence } else { confidence.saturating_sub(10) },
            reason: reason.to_owned(),
        },
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
        evidence: Evidence {
            confidence: attribution.confidence,
            reason: attribution.reason.to_owned(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::QuotationKind;
    use crate::article::{Article, Block, BlockRole};
    use crate::facts::extract;
    use crate::text::Span;

    fn article(text: &str) -> Article {
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        let mut at = 0;
        for paragraph in text.split("\n\n") {
            let span = Span::new(at, at + paragraph.len());
            article.blocks.push(Block::new(BlockRole::Body, span));
            at = span.end + 2;
        }
        article
    }

    /// Each quotation as "kind: first words … | speaker | channel | entity".
    fn read(text: &str) -> Vec<String> {
        let article = article(text);
        let facts = extract(&article);
        let lines = facts.quotations.iter().map(|quotation| {
            let words = |span: Option<Span>| span.map_or("-", |span| span.of(text));
            let kind = match quotation.kind {
                QuotationKind::Direct => "direct",
                QuotationKind::Partial => "partial",
                QuotationKind::Indirect => "indirect",
            };
            let entity = quotation.entity.and_then(|index| facts.entities.get(index));
            let entity = entity.map_or("-", |entity| entity.name.as_str());
            let (speaker, channel) = (words(quotation.speaker), words(quotation.channel));
            format!("{kind} {} | {speaker} | {channel} | {entity}", quotation.span.of(text))
        });
        lines.collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn the_speaker_stands_behind_the_words() {
        case(
            "“The sea took it,” said Maria Vestby, the minister.",
            &["direct “The sea took it,” | Maria Vestby | - | Maria Vestby"],
        );
        case(
            "“The sea took it,” Maria Vestby, the minister, said.",
            &["direct “The sea took it,” | Maria Vestby | - | Maria Vestby"],
        );
        case(
            "\"The sea took it,\" according to the ministry.",
            &["direct \"The sea took it,\" | the ministry | - | -"],
        );
    }

    #[test]
    fn the_speaker_stands_before_the_words() {
        case(
            "Maria Vestby said: “The sea took it.”",
            &["direct “The sea took it.” | Maria Vestby | - | Maria Vestby"],
        );
        case(
            "Maria Vestby called the loss “a very dark day” for Oslo.",
            &["partial “a very dark day” | Maria Vestby | - | Maria Vestby"],
        );
    }

    #[test]
    fn a_pronoun_stands_for_the_last_person() {
        case(
            "Maria Vestby left. “The sea took it,” she said. “It is gone.”",
            &[
                "direct “The sea took it,” | she | - | Maria Vestby",
                "direct “It is gone.” | she | - | Maria Vestby",
            ],
        );
    }

    #[test]
    fn words_reach_the_reader_through_a_channel() {
        case(
            "“The sea took it,” the state radio quoted Maria Vestby as saying.",
            &["direct “The sea took it,” | Maria Vestby | the state radio | Maria Vestby"],
        );
        case(
            "“The sea took it,” Maria Vestby was quoted as saying by the newspaper.",
            &["direct “The sea took it,” | Maria Vestby | the newspaper | Maria Vestby"],
        );
        case(
            "“The sea took it,” Maria Vestby told Reuters.",
            &["direct “The sea took it,” | Maria Vestby | Reuters | Maria Vestby"],
        );
    }

    #[test]
    fn a_channel_can_be_named_at_the_head_or_before() {
        case(
            "According to the state radio, Maria Vestby said “the sea took it.”",
            &["partial “the sea took it.” | Maria Vestby | the state radio | Maria Vestby"],
        );
        let text = "“It was a storm,” the state radio said. It quoted Maria Vestby as saying “the sea \
            took it.”";
        case(
            text,
            &[
                "direct “It was a storm,” | the state radio | - | -",
                "partial “the sea took it.” | Maria Vestby | the state radio | Maria Vestby",
            ],
        );
    }

    #[test]
    fn a_quotation_goes_on_over_paragraphs() {
        case(
            "“The sea took it,” Maria Vestby said. “It was a storm.\n\n“It is gone for good.”",
            &[
                "direct “The sea took it,” | Maria Vestby | - | Maria Vestby",
                "direct “It was a storm. | Maria Vestby | - | Maria Vestby",
                "direct “It is gone for good.” | Maria Vestby | - | Maria Vestby",
            ],
        );
    }

    #[test]
    fn titles_and_irony_are_no_quotations() {
        case("The film “Dark Storm Rising” shows the “so-called” fleet.", &[]);
    }

    #[test]
    fn reported_words_need_no_marks() {
        case(
            "Union activists said that the ferry had been overloaded for years.",
            &["indirect that the ferry had been overloaded for years | Union activists | - | -"],
        );
        case(
            "The ferry had been overloaded for years, Maria Vestby said Tuesday.",
            &["indirect The ferry had been overloaded for years | Maria Vestby | - | Maria Vestby"],
        );
        case(
            "According to the report, the ferry had been overloaded for years.",
            &["indirect the ferry had been overloaded for years | the report | - | -"],
        );
    }

    #[test]
    fn a_phrase_that_leads_up_to_a_colon_is_no_quotation() {
        case("In a long talk at sea, President Vestby also said:", &[]);
    }

    #[test]
    fn who_passed_a_tape_on_is_not_the_speaker() {
        case(
            "A tape obtained by Reuters shows Maria Vestby and “a very dark day” at sea.",
            &["partial “a very dark day” | Maria Vestby | - | Maria Vestby"],
        );
    }

    #[test]
    fn a_signature_names_the_speaker() {
        case(
            "“The sea took it, and us.” — Maria Vestby",
            &["direct “The sea took it, and us.” | Maria Vestby | - | Maria Vestby"],
        );
    }
}
