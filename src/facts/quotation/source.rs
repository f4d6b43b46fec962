//! What sort of source words come from, told by the phrase that names it.

use super::scene::Scene;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A sort of source, and the words that show it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The sort.
    pub kind: SourceKind,
    /// The words that show it.
    pub span: Span,
}

/// A sort of source.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SourceKind {
    /// A person with a name.
    Named,
    /// Someone who is not named, or does not want to be.
    Anonymous,
    /// A body: a ministry, a company, a court.
    Organization,
    /// Something written: a report, a letter, a filing.
    Document,
    /// Media that a state runs.
    StateMedia,
}

impl SourceKind {
    /// The kind in a word or two, for a reader.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Named => "named",
            Self::Anonymous => "not named",
            Self::Organization => "organization",
            Self::Document => "document",
            Self::StateMedia => "state media",
        }
    }
}

/// Things that are written and speak.
const DOCUMENTS: &[&str] = &[
    "report",
    "reports",
    "document",
    "documents",
    "letter",
    "memo",
    "statement",
    "filing",
    "filings",
    "complaint",
    "indictment",
    "affidavit",
    "lawsuit",
    "ruling",
    "study",
    "survey",
    "poll",
    "polls",
    "transcript",
    "article",
    "book",
    "email",
    "emails",
    "records",
    "paper",
    "study",
    "studies",
    "review",
    "analysis",
    "memorandum",
    "communique",
    "notice",
    "audit",
    "brief",
    "warrant",
    "tape",
    "video",
    "footage",
    "editorial",
    "resolution",
    "decree",
    "verdict",
];

/// What media are called.
const MEDIA: &[&str] = &[
    "television",
    "tv",
    "radio",
    "media",
    "broadcaster",
    "agency",
    "newspaper",
    "channel",
    "daily",
    "news",
    "press",
];

/// Who speaks without a name.
const NAMELESS: &[&str] = &[
    "official",
    "officials",
    "source",
    "sources",
    "aide",
    "aides",
    "person",
    "people",
    "diplomat",
    "diplomats",
    "adviser",
    "advisers",
    "operative",
    "operatives",
    "insider",
    "insiders",
    "executive",
    "executives",
    "officer",
    "officers",
    "employee",
    "employees",
];

/// Agencies and channels that a state runs.
const STATE_MEDIA: &[&str] =
    &["sana", "tass", "xinhua", "irna", "kcna", "rt", "cctv", "cgtn", "belta", "presstv"];

/// What sort of source the speaker named by `tokens` is, where that is sure.
pub(super) fn source(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Source> {
    let document = scene.document;
    let found = |kind, tokens: Range<usize>| Some(Source { kind, span: document.span(tokens) });
    if let Some(shown) = state_media(scene, tokens) {
        return found(SourceKind::StateMedia, shown);
    }
    if let Some(shown) = condition(scene, tokens) {
        return found(SourceKind::Anonymous, shown);
    }
    if let Some(person) = scene.person_in(tokens.clone()) {
        // "A lawyer for Ann Lee" has no name.
        let for_someone = (tokens.start..person.tokens.start).any(|at| document.is(at, "for"));
        return (!for_someone).then(|| found(SourceKind::Named, person.tokens.clone())).flatten();
    }
    let head = head(scene, tokens)?;
    if document.any(head, DOCUMENTS) {
        return found(SourceKind::Document, head..head + 1);
    }
    if document.any(head, NAMELESS) && document.token(head).shape == Shape::Lower {
        return found(SourceKind::Anonymous, tokens.clone());
    }
    let body = scene.name_at(head).is_some_and(|(_, name)| name.kind == EntityKind::Organization)
        || document.token(head).any_of(&[Class::Organization, Class::OrganizationNoun]);
    if body { found(SourceKind::Organization, tokens.clone()) } else { None }
}

/// The head of a noun phrase: its last word before "of", "for", "in" and their like.
fn head(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<usize> {
    let document = scene.document;
    let end = tokens.clone().find(|&at| {
        let token = document.token(at);
        at > tokens.start
            && (token.is(Class::Preposition) && scene.name_at(at).is_none()
                || document.any(at, &["who", "which", "that"]))
    });
    end.unwrap_or(tokens.end).checked_sub(1).filter(|head| tokens.contains(head))
}

/// "Syrian state television", "the state-run news agency", "SANA".
fn state_media(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let document = scene.document;
    let media = tokens.clone().find(|&at| document.any(at, MEDIA));
    let media = media.filter(|&media| {
        (tokens.start..media).any(|at| {
            document.any(at, &["state", "state-run", "state-owned"])
                || document.any(at, &["government"]) && document.is_hyphen(at + 1)
        })
    });
    let agency = || {
        let known = |at: &usize| {
            document.any(*at, STATE_MEDIA) && document.token(*at).shape != Shape::Lower
        };
        tokens.clone().find(known)
    };
    media.map(|media| tokens.start..media + 1).or_else(|| agency().map(|at| at..at + 1))
}

/// "…, who spoke on condition of anonymity", "an official who asked not to be named", in the
/// sentence of the speaker.
fn condition(scene: &Scene<'_>, tokens: &Range<usize>) -> Option<Range<usize>> {
    let document = scene.document;
    if scene.person_in(tokens.clone()).is_some() {
        return None;
    }
    let sentence = scene.sentence(tokens.start);
    let at = (tokens.end..sentence.end)
        .find(|&at| document.any(at, &["anonymity", "anonymously"]) || is_unnamed(scene, at))?;
    let first = (tokens.end..at).rev().take(8).find(|&at| document.any(at, &["on", "who"]));
    Some(first.unwrap_or(at)..at + 1)
}

/// "not to be named", "declined to be identified".
fn is_unnamed(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.document;
    document.any(at, &["named", "identified", "quoted"])
        && at >= 2
        && document.is(at - 1, "be")
        && document.is(at - 2, "to")
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Block, BlockRole};
    use crate::facts::extract;
    use crate::text::Span;

    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        article.blocks.push(Block::new(BlockRole::Body, Span::new(0, text.len())));
        let facts = extract(&article);
        let source = facts.quotations.first().and_then(|quotation| quotation.source);
        let source =
            source.map(|source| format!("{}: {}", source.kind.name(), source.span.of(text)));
        assert_eq!(source.as_deref(), expected, "{text}");
    }

    #[test]
    fn a_person_with_a_name_is_named() {
        case("“The sea took it,” said Maria Vestby.", Some("named: Maria Vestby"));
        case("“The sea took it,” said a lawyer for Maria Vestby.", None);
    }

    #[test]
    fn who_asks_for_it_stays_anonymous() {
        case(
            "“The sea took it,” said a senior official, who spoke on condition of anonymity.",
            Some("not named: on condition of anonymity"),
        );
        case("“The sea took it,” said two officials.", Some("not named: two officials"));
    }

    #[test]
    fn documents_bodies_and_the_media_of_a_state_speak() {
        case("“The sea took it,” said the report.", Some("document: report"));
        case("“The sea took it,” said the ministry.", Some("organization: the ministry"));
        case(
            "“The sea took it,” said Syrian state television.",
            Some("state media: Syrian state television"),
        );
    }
}
