//! The votes of an article: what each mention of a name was taken for, counted for the others.

use super::Stretch;
use super::feature::Reader;
use crate::facts::model::{Chain, Label, Model, Told};
use crate::facts::quick::QuickMap;
use std::ops::Range;

/// At most so many tokens of a name are compared.
const LONGEST: usize = 8;

/// How many votes more than all others are heard.
const MOST: f32 = 2.0;

/// The kinds of the model.
const KINDS: usize = 4;

/// The number of a person among the kinds of the model.
const PERSON: u8 = 0;

/// For each name how likely its mentions were of each kind, summed up.
#[derive(Debug, Default)]
pub(super) struct Votes(QuickMap<u64, [f32; KINDS]>);

impl Votes {
    /// Counts what `stretches` were taken for.
    pub(super) fn count(model: &Model, reader: &Reader<'_>, stretches: &[Stretch]) -> Self {
        let mut votes = Self::default();
        for Stretch { tokens: stretch, chain, found } in stretches {
            for found in found {
                let likelihood = chain.likelihood(model, found);
                let (place, kind) = found.clone();
                let tokens = stretch.start + place.start..stretch.start + place.end;
                // The surname of a full name will stand for it.
                if kind == PERSON && tokens.len() > 1 {
                    votes.add(reader.key(tokens.end - 1..tokens.end), kind, likelihood * 0.9);
                }
                votes.add(reader.key(tokens), kind, likelihood);
            }
        }
        votes
    }

    fn add(&mut self, key: u64, kind: u8, likelihood: f32) {
        let held = self.0.entry(key).or_default();
        held.get_mut(usize::from(kind)).into_iter().for_each(|sum| *sum += likelihood);
    }

    /// What the other mentions say of the tokens of `stretch`.
    pub(super) fn told(&self, model: &Model, reader: &Reader<'_>, stretch: &Stretch) -> Vec<Told> {
        let Stretch { tokens: stretch, chain, .. } = stretch;
        let mut told = Vec::new();
        let mut at = stretch.start;
        while at < stretch.end {
            let lengths = (1..=LONGEST.min(stretch.end - at)).rev();
            let mut known = lengths
                .filter_map(|length| Some((length, self.0.get(&reader.key(at..at + length))?)));
            let Some((length, votes)) = known.next() else {
                at += 1;
                continue;
            };
            let place = at - stretch.start..at - stretch.start + length;
            told.extend(told_of(model, chain, votes, &place));
            at += length;
        }
        told
    }
}

/// What `votes` say of the span at `place`, its own not counted.
fn told_of<'a>(
    model: &Model,
    chain: &Chain,
    votes: &[f32; KINDS],
    place: &'a Range<usize>,
) -> impl Iterator<Item = Told> + 'a {
    let mut others = *votes;
    for (kind, sum) in (0..).zip(&mut others) {
        *sum -= chain.likelihood(model, &(place.clone(), kind));
    }
    let sum: f32 = others.iter().sum();
    let best = (0..).zip(others).max_by(|one, other| one.1.total_cmp(&other.1));
    let (kind, most) = best.unwrap_or((0, 0.0));
    let lead = (most - (sum - most)).min(MOST);
    let heard = if lead > 0.0 { place.clone() } else { 0..0 };
    let length = place.len();
    heard.enumerate().map(move |(count, at)| Told {
        at,
        label: Label::of_span(kind, count, length),
        factor: lead.exp(),
    })
}
