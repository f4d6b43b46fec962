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
use crate::facts::model::{Chain, Features, Model};
use feature::Reader;
use std::ops::Range;
use std::sync::LazyLock;
use votes::Votes;

/// Person, organization, place and everything else that has a name: the kinds of the model.
const KINDS: [Option<EntityKind>; 4] =
    [Some(EntityKind::Person), Some(EntityKind::Organization), Some(EntityKind::Place), None];

static MODEL: LazyLock<Option<Model>> =
    LazyLock::new(|| Model::read(include_bytes!("../../../../assets/names.model")));

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
    let reader = Reader::new(document, verdicts);
    let mut stretches = read(document, model, &reader, verdicts);
    let votes = Votes::count(model, &reader, &stretches);
    for (tokens, chain) in &mut stretches {
        let told = votes.told(model, &reader, tokens, chain);
        chain.weigh(model, &told);
    }
    stretches.iter().flat_map(|(tokens, chain)| tagged(model, tokens, chain)).collect()
}

/// The tokens of each stretch and its chain.
type Stretch = (Range<usize>, Chain);

/// The stretches of `document`, read with what the rules say of them.
fn read(
    document: &Document<'_>,
    model: &Model,
    reader: &Reader<'_>,
    verdicts: &[Verdict],
) -> Vec<Stretch> {
    let mut features = Features::default();
    let mut stretches = Vec::new();
    let mut rest = verdicts;
    for sentence in &document.sentences {
        for tokens in stretch::stretches(document, sentence.tokens.clone()) {
            features.clear();
            reader.read(tokens.clone(), &mut features);
            let mut chain = Chain::default();
            let told = told::of_rules(&mut rest, &tokens);
            chain.read(model, &features, &told);
            stretches.push((tokens, chain));
        }
    }
    stretches
}

fn tagged(model: &Model, tokens: &Range<usize>, chain: &Chain) -> Vec<Tagged> {
    let names = chain.spans(model).into_iter().filter_map(|found| {
        let likelihood = chain.likelihood(model, &found);
        let (place, kind) = found;
        let kind = KINDS.get(usize::from(kind)).copied().flatten()?;
        let tokens = tokens.start + place.start..tokens.start + place.end;
        Some(Tagged { tokens, kind, likelihood })
    });
    names.collect()
}
