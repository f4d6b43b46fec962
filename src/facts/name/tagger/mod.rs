//! The tagger: names as a model has learned them, from the words, what the rules make of them,
//! and how the rest of the article writes them.
//!
//! The rules have their say twice: what they make of a word is a feature of it, and what they
//! decide makes the labels of their decision more likely, the more the surer they are. Then the
//! mentions of an article vote: a name that is clear in one place is likelier in another.

mod cluster;
mod feature;
mod flags;
mod hint;
pub mod lesson;
mod stretch;
mod told;
mod votes;
mod word;

use super::decide::Verdict;
use crate::facts::document::Document;
use crate::facts::entity::EntityKind;
use crate::facts::model::{Chain, Features, Found, Model};
use feature::Reader;
use std::ops::Range;
use std::sync::LazyLock;
use votes::Votes;

/// Person, organization, place and everything else that has a name: the kinds of the model.
const KINDS: [Option<EntityKind>; 4] =
    [Some(EntityKind::Person), Some(EntityKind::Organization), Some(EntityKind::Place), None];

static FILE: &[u8] = include_bytes!("../../../../assets/names.model");

static MODEL: LazyLock<Option<Model>> = LazyLock::new(|| Model::read(FILE));

/// What the file of the model says of itself: what it was learned from, where and how well.
pub fn origin() -> &'static str {
    let line = FILE.split(|&byte| byte == b'\n').next().unwrap_or_default();
    std::str::from_utf8(line).unwrap_or_default()
}

/// A name as the model sees it.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tagged {
    /// Its tokens.
    pub(super) tokens: Range<usize>,
    /// What bears it.
    pub(super) kind: EntityKind,
    /// How likely it is, from 0 to 1.
    pub(super) likelihood: f32,
}

/// The names in `document`, by start. The rules have come to `verdicts`.
pub(super) fn tag(document: &Document<'_>, verdicts: &[Verdict]) -> Vec<Tagged> {
    let Some(model) = MODEL.as_ref() else { return Vec::new() };
    let stretches = stretch::all(document);
    let reader = Reader::new(document, verdicts, &stretches);
    let mut stretches = read(model, &reader, stretches, verdicts);
    let votes = Votes::count(model, &reader, &stretches);
    for stretch in &mut stretches {
        let told = votes.told(model, &reader, stretch);
        if !told.is_empty() {
            stretch.chain.weigh(model, &told);
            stretch.found = stretch.chain.spans(model);
        }
    }
    stretches.iter().flat_map(|stretch| tagged(model, stretch)).collect()
}

/// A stretch, its chain and what is found in it.
#[derive(Debug)]
struct Stretch {
    tokens: Range<usize>,
    chain: Chain,
    found: Vec<Found>,
}

/// The `stretches`, read with what the rules say of them.
fn read(
    model: &Model,
    reader: &Reader<'_>,
    stretches: Vec<Range<usize>>,
    verdicts: &[Verdict],
) -> Vec<Stretch> {
    let mut features = Features::default();
    let mut rest = verdicts;
    let read = stretches.into_iter().map(|tokens| {
        features.clear();
        reader.read(tokens.clone(), &mut features);
        let mut chain = Chain::default();
        let told = told::of_rules(&mut rest, &tokens);
        chain.read(model, &features, &told);
        let found = chain.spans(model);
        Stretch { tokens, chain, found }
    });
    read.collect()
}

/// The names in `stretch`.
fn tagged(model: &Model, stretch: &Stretch) -> impl Iterator<Item = Tagged> {
    stretch.found.iter().filter_map(|found| {
        let (place, kind) = found;
        let kind = KINDS.get(usize::from(*kind)).copied().flatten()?;
        let start = stretch.tokens.start;
        let tokens = start + place.start..start + place.end;
        Some(Tagged { tokens, kind, likelihood: stretch.chain.likelihood(model, found) })
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_model_says_what_it_was_learned_from() {
        let origin = super::origin();
        for word in ["GMB", "blake3", "at commit", "F1"] {
            assert!(origin.contains(word), "{word} in {origin}");
        }
    }
}
