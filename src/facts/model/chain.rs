//! The chain: which labels a stretch of tokens bears, and how likely (Rabiner 1989, "A Tutorial on
//! Hidden Markov Models", for the recursions and their scaling).

use super::feature::Features;
use super::label::{LABELS, Label, Place};
use super::weights::{Model, Transitions};
use std::ops::Range;

/// Something for each label.
pub(super) type Row = [f32; LABELS];

/// The labels of a stretch of tokens and how likely they are. Outside tokens stand before and
/// behind the stretch.
#[derive(Debug, Default)]
pub(crate) struct Chain {
    /// What the features say, as factors.
    pub(super) factors: Vec<Row>,
    /// How likely each label is by what stands before; each row sums to 1.
    pub(super) forward: Vec<Row>,
    /// How much more likely by what stands behind.
    pub(super) backward: Vec<Row>,
    /// What each forward row was divided by.
    pub(super) scales: Vec<f32>,
}

/// Something other than the features that makes a label more likely.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Told {
    /// The token, counted from the start of the stretch.
    pub(crate) at: usize,
    /// The label.
    pub(crate) label: Label,
    /// How much more likely.
    pub(crate) factor: f32,
}

/// `transitions` with the second label first.
pub(super) fn turned(transitions: &Transitions) -> Transitions {
    let mut turned = [[0.0; LABELS]; LABELS];
    for (first, row) in transitions.iter().enumerate() {
        for (column, value) in turned.iter_mut().zip(row) {
            column.iter_mut().skip(first).take(1).for_each(|slot| *slot = *value);
        }
    }
    turned
}

/// The factors of one label behind another; none where they cannot follow.
pub(super) fn factors(transitions: &Transitions) -> Transitions {
    let mut factors = [[0.0; LABELS]; LABELS];
    for (first, row) in factors.iter_mut().enumerate() {
        for (second, factor) in row.iter_mut().enumerate() {
            if Label::at(first).allows(Label::at(second)) {
                *factor = weight(transitions, first, second).exp();
            }
        }
    }
    factors
}

fn weight(transitions: &Transitions, first: usize, second: usize) -> f32 {
    transitions.get(first).and_then(|row| row.get(second)).copied().unwrap_or(0.0)
}

/// A span that the chain finds: its tokens, counted from the start of the stretch, and its kind.
pub(crate) type Found = (Range<usize>, u8);

impl Chain {
    /// Reads the chain of the tokens with these `features`, of which something else has `told`.
    pub(crate) fn read(&mut self, model: &Model, features: &Features, told: &[Told]) {
        self.factors.clear();
        self.factors.reserve(features.count());
        for token in features.tokens() {
            self.factors.push(exponents(model.scores(token)));
        }
        self.tell(told);
        self.run(&model.transitions, &model.turned);
    }

    /// Reads the chain again, more having been `told`.
    pub(crate) fn weigh(&mut self, model: &Model, told: &[Told]) {
        self.tell(told);
        self.run(&model.transitions, &model.turned);
    }

    fn tell(&mut self, told: &[Told]) {
        for told in told {
            let row = self.factors.get_mut(told.at);
            let factor = row.and_then(|row| row.get_mut(told.label.number()));
            if let Some(factor) = factor {
                *factor *= told.factor;
            }
        }
    }

    /// Fills the forward and backward rows by the factors that stand. `turned` are the same
    /// `transitions` with the second label first.
    pub(super) fn run(&mut self, transitions: &Transitions, turned: &Transitions) {
        self.forward.clear();
        self.scales.clear();
        self.backward.clear();
        self.forward.reserve(self.factors.len());
        self.scales.reserve(self.factors.len());
        self.backward.reserve(self.factors.len());
        let mut before = outside();
        for factors in &self.factors {
            let mut row = step(&before, transitions);
            row.iter_mut().zip(factors).for_each(|(value, factor)| *value *= factor);
            let sum = row.iter().sum::<f32>().max(f32::MIN_POSITIVE);
            row = row.map(|value| value / sum);
            self.forward.push(row);
            self.scales.push(sum);
            before = row;
        }
        // Behind the stretch the chain is outside.
        let ends = |row: &[f32; LABELS]| *row.first().unwrap_or(&0.0);
        let end: f32 = before.iter().zip(transitions).map(|(value, row)| value * ends(row)).sum();
        let mut after: Row = [0.0; LABELS];
        for (value, row) in after.iter_mut().zip(transitions) {
            *value = ends(row) / end.max(f32::MIN_POSITIVE);
        }
        for (factors, scale) in self.factors.iter().zip(&self.scales).rev() {
            self.backward.push(after);
            let mut next: Row = [0.0; LABELS];
            for (value, (after, factor)) in next.iter_mut().zip(after.iter().zip(factors)) {
                *value = after * factor / scale;
            }
            after = [0.0; LABELS];
            for (next, column) in next.iter().zip(turned) {
                after.iter_mut().zip(column).for_each(|(sum, weight)| *sum += weight * next);
            }
        }
        self.backward.reverse();
    }

    /// How likely each label is at the token `at`.
    pub(super) fn marginals(&self, at: usize) -> Row {
        let mut row = self.forward.get(at).copied().unwrap_or([0.0; LABELS]);
        let backward = self.backward.get(at).copied().unwrap_or([0.0; LABELS]);
        row.iter_mut().zip(backward).for_each(|(value, back)| *value *= back);
        row
    }

    /// How likely each pair of labels is, the second at the token `at` (the end of the stretch
    /// included).
    pub(super) fn pairs(&self, at: usize, transitions: &Transitions) -> Transitions {
        let before = at.checked_sub(1).and_then(|at| self.forward.get(at));
        let before = before.copied().unwrap_or_else(outside);
        let mut after = outside();
        if let (Some(factors), Some(backward)) = (self.factors.get(at), self.backward.get(at)) {
            after = *backward;
            after.iter_mut().zip(factors).for_each(|(value, factor)| *value *= factor);
        }
        let mut pairs = *transitions;
        let mut sum = 0.0;
        for (row, before) in pairs.iter_mut().zip(before) {
            for (value, after) in row.iter_mut().zip(after) {
                *value *= before * after;
                sum += *value;
            }
        }
        let sum = sum.max(f32::MIN_POSITIVE);
        pairs.iter_mut().flatten().for_each(|value| *value /= sum);
        pairs
    }

    /// The spans of the likeliest labels (Viterbi 1967).
    pub(crate) fn spans(&self, model: &Model) -> Vec<Found> {
        let transitions = &model.transitions;
        let mut best = outside();
        let mut back: Vec<[u32; LABELS]> = Vec::with_capacity(self.factors.len());
        for factors in &self.factors {
            let (mut row, from) = likeliest(&best, transitions);
            row.iter_mut().zip(factors).for_each(|(value, factor)| *value *= factor);
            let most = row.iter().copied().fold(f32::MIN_POSITIVE, f32::max);
            row = row.map(|value| value / most);
            back.push(from);
            best = row;
        }
        let (_, last) = likeliest(&best, transitions);
        let mut label = last.first().copied().unwrap_or(0);
        let mut labels = Vec::with_capacity(back.len());
        for from in back.iter().rev() {
            labels.push(Label::at(label as usize));
            label = from.get(label as usize).copied().unwrap_or(0);
        }
        labels.reverse();
        spans(&labels)
    }

    /// How likely it is that the tokens of `found` are a span of its kind, and no more and no
    /// less.
    pub(crate) fn likelihood(&self, model: &Model, found: &Found) -> f32 {
        let transitions = &model.transitions;
        let (tokens, kind) = found;
        let length = tokens.len();
        let before = tokens.start.checked_sub(1).and_then(|at| self.forward.get(at));
        let mut row = step(before.unwrap_or(&outside()), transitions);
        let mut likely = 1.0;
        for (count, at) in tokens.clone().enumerate() {
            let label = Label::of_span(*kind, count, length).number();
            let (Some(factors), Some(scale)) = (self.factors.get(at), self.scales.get(at)) else {
                return 0.0;
            };
            likely *= value(&row, label) * value(factors, label) / scale;
            row = transitions.get(label).copied().unwrap_or([0.0; LABELS]);
        }
        let last = Label::of_span(*kind, length.saturating_sub(1), length).number();
        let after = self.backward.get(tokens.end.saturating_sub(1));
        (likely * after.map_or(0.0, |row| value(row, last))).clamp(0.0, 1.0)
    }
}

fn value(row: &Row, label: usize) -> f32 {
    row.get(label).copied().unwrap_or(0.0)
}

/// All weight on the label for outside.
fn outside() -> Row {
    let mut row = [0.0; LABELS];
    row.iter_mut().take(1).for_each(|value| *value = 1.0);
    row
}

/// The factors that `scores` are the logarithms of, the largest 1.
pub(super) fn exponents(scores: Row) -> Row {
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    scores.map(|score| (score - most).exp())
}

fn step(row: &Row, transitions: &Transitions) -> Row {
    let mut next = [0.0; LABELS];
    for (number, (value, factors)) in row.iter().zip(transitions).enumerate() {
        let ways = next.iter_mut().zip(factors);
        match Label::at(number).open() {
            Some(within) => {
                let within = ways.skip(within).take(2);
                within.for_each(|(sum, factor)| *sum += value * factor);
            }
            None => ways.for_each(|(sum, factor)| *sum += value * factor),
        }
    }
    next
}

/// The likeliest way to each label, and the label before it there.
fn likeliest(row: &Row, transitions: &Transitions) -> (Row, [u32; LABELS]) {
    let mut best = [0.0; LABELS];
    let mut from = [0_u32; LABELS];
    for (number, (value, factors)) in (0..).zip(row.iter().zip(transitions)) {
        // Without a branch, so that several labels are compared at once.
        let weigh = |((best, from), factor): ((&mut f32, &mut u32), &f32)| {
            let way = value * factor;
            let better = way > *best;
            *best = if better { way } else { *best };
            *from = if better { number } else { *from };
        };
        let ways = best.iter_mut().zip(&mut from).zip(factors);
        match Label::at(number as usize).open() {
            Some(within) => ways.skip(within).take(2).for_each(weigh),
            None => ways.for_each(weigh),
        }
    }
    (best, from)
}

/// The spans that `labels` mark.
fn spans(labels: &[Label]) -> Vec<Found> {
    let mut spans = Vec::new();
    let mut start = 0;
    for (at, label) in labels.iter().enumerate() {
        match label.parts() {
            Some((_, Place::Begin)) => start = at,
            Some((kind, Place::Last)) => spans.push((start..at + 1, kind)),
            Some((kind, Place::Unit)) => spans.push((at..at + 1, kind)),
            _ => {}
        }
    }
    spans
}
