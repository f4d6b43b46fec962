//! What the rules of attribution look at: the document, the names in it, and who bears them.

use crate::facts::document::Document;
use crate::facts::entity::{Entity, EntityKind, Mention};
use crate::facts::lexicon::Class;
use crate::facts::name::Name;
use crate::facts::token::Shape;
use std::ops::Range;

/// The document with its names.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scene<'a> {
    /// The document.
    pub(crate) document: &'a Document<'a>,
    /// The names, by start.
    pub(crate) names: &'a [Name],
    /// The mentions: one for each name, in the same order.
    pub(crate) mentions: &'a [Mention],
    /// The entities.
    pub(crate) entities: &'a [Entity],
}

impl<'a> Scene<'a> {
    /// The name that holds the token at `at`, and its number.
    pub(crate) fn name_at(&self, at: usize) -> Option<(usize, &'a Name)> {
        let after = self.names.partition_point(|name| name.tokens.start <= at);
        let index = after.checked_sub(1)?;
        let name = self.names.get(index)?;
        name.tokens.contains(&at).then_some((index, name))
    }

    /// The last person among `tokens`.
    pub(crate) fn person_in(&self, tokens: Range<usize>) -> Option<&'a Name> {
        let from = self.names.partition_point(|name| name.tokens.start < tokens.start);
        let names = self.names.get(from..).unwrap_or_default();
        let inside = names.iter().take_while(|name| name.tokens.end <= tokens.end);
        inside.filter(|name| name.kind == EntityKind::Person).last()
    }

    /// The kind of the last name among `tokens`.
    pub(crate) fn last_kind(&self, tokens: &Range<usize>) -> Option<EntityKind> {
        let mut names = tokens.clone().rev().filter_map(|at| self.name_at(at));
        names.next().map(|(_, name)| name.kind)
    }

    /// The tokens of the sentence that holds the token at `at`.
    pub(crate) fn sentence(&self, at: usize) -> Range<usize> {
        let sentence = self.document.sentences.get(self.document.sentence_at(at));
        sentence.map_or(at..at, |sentence| sentence.tokens.clone())
    }

    /// The block that holds the token at `at`.
    pub(crate) fn block(&self, at: usize) -> usize {
        let sentence = self.document.sentences.get(self.document.sentence_at(at));
        sentence.map_or(0, |sentence| sentence.block)
    }

    /// Whether the token at `at` is a verb that reports words.
    pub(crate) fn is_cue(&self, at: usize) -> bool {
        let token = self.document.token(at);
        if !token.is(Class::Cue) || self.name_at(at).is_some() {
            return false;
        }
        // "A report", "the state": the same words as nouns.
        let noun = self.document.any(
            at,
            &[
                "report",
                "reports",
                "state",
                "states",
                "claim",
                "claims",
                "note",
                "notes",
                "call",
                "calls",
                "comments",
                "remarks",
                "warning",
                "finding",
                "fears",
                "hopes",
                "estimates",
                "pledge",
                "read",
            ],
        );
        let before = self.document.before(at, 1);
        let determined =
            before.any_of(&[Class::Determiner, Class::Demonym]) || before.shape == Shape::Clitic;
        token.shape == Shape::Lower && !(noun && determined)
    }

    /// The entity that the speaker named by `tokens` is: the one whose name it holds, or whom a
    /// pronoun or a role stands for.
    pub(crate) fn entity(&self, tokens: &Range<usize>) -> Option<usize> {
        let named = tokens.clone().rev().filter_map(|at| self.name_at(at));
        let mut named: Vec<_> =
            named.map(|(index, name)| (name.kind != EntityKind::Person, index)).collect();
        named.sort_unstable();
        if let Some(&(other, index)) = named.first() {
            // "A spokesman for the ministry" is not the ministry, but speaks for it.
            return self
                .mentions
                .get(index)
                .filter(|_| !other || tokens.len() < 12)
                .map(|found| found.entity);
        }
        let document = self.document;
        let start = tokens.start;
        if tokens.len() == 1 && document.any(start, &["he", "she"]) {
            return self.last(start, EntityKind::Person, |_| true);
        }
        if tokens.len() == 1 && document.is(start, "it") {
            return self.last(start, EntityKind::Organization, |_| true);
        }
        let the = document.any(start, &["the", "his", "her"]);
        let last = document.word(tokens.end.saturating_sub(1)).to_lowercase();
        let role = the && document.before(tokens.end, 1).any_of(&[Class::Role, Class::Title]);
        let fits = |entity: &Entity| {
            entity.role.as_ref().is_some_and(|role| role.to_lowercase().contains(last.as_str()))
        };
        role.then(|| self.last(start, EntityKind::Person, fits)).flatten()
    }

    /// The last entity of `kind` that `fits` and is named before the token at `at`.
    fn last(&self, at: usize, kind: EntityKind, fits: impl Fn(&Entity) -> bool) -> Option<usize> {
        // Someone last named long before is not whom a pronoun means.
        const REACH: usize = 40;
        let before = self.names.partition_point(|name| name.tokens.start < at);
        let names = self.names.get(..before)?.iter().zip(self.mentions).rev().take(REACH);
        let mut fitting = names.filter(|(name, mention)| {
            name.kind == kind && self.entities.get(mention.entity).is_some_and(&fits)
        });
        fitting.next().map(|(_, mention)| mention.entity)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::facts::document::tests::prose;
    use crate::facts::{entity::entities, name::names};

    /// What `read` sees of `text`, a single paragraph.
    pub(crate) fn with<T>(text: &str, read: impl FnOnce(&Scene<'_>) -> T) -> T {
        let document = prose(text);
        let names = names(&document, &vec![false; document.tokens.len()]);
        let found = entities(&document, &names);
        read(&Scene {
            document: &document,
            names: &names,
            mentions: &found.mentions,
            entities: &found.entities,
        })
    }

    /// The words of `tokens`.
    pub(crate) fn words(scene: &Scene<'_>, tokens: &Range<usize>) -> String {
        scene.document.span(tokens.clone()).of(scene.document.text).to_owned()
    }

    /// The entity that `tokens` of `text`, given by its words, are taken for.
    fn entity(text: &str, speaker: &str) -> Option<String> {
        with(text, |scene| {
            let last = scene.document.tokens.len();
            let all = (0..last).flat_map(|start| (start + 1..=last).map(move |end| start..end));
            let mut tokens = all.filter(|tokens| words(scene, tokens) == speaker);
            let entity = scene.entity(&tokens.next_back()?)?;
            scene.entities.get(entity).map(|entity| entity.name.clone())
        })
    }

    #[test]
    fn a_pronoun_or_a_role_is_the_last_who_fits() {
        let text = "Maria Vestby, the minister, met Omar Rashidi. Then the minister sang.";
        assert_eq!(entity(text, "the minister").as_deref(), Some("Maria Vestby"));
        let text = "Maria Vestby met Omar Rashidi. Then he sang.";
        assert_eq!(entity(text, "he").as_deref(), Some("Omar Rashidi"));
    }
}
