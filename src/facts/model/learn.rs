//! Training: from lessons to the file of a model.
//!
//! Weights are learned by stochastic gradient descent on the likelihood of the lessons, with a
//! step for each weight by its own history (adaptive gradient; Duchi, Hazan and Singer 2011). A first round
//! looks at all features and keeps those that weigh most; a second learns the weights of these
//! anew, through the same buckets and fingerprints that the file has; the mean of the later rounds
//! is what is kept. The same lessons and settings make the same file, byte for byte.

use super::chain::{Chain, exponents, factors, turned};
use super::feature::Features;
use super::label::{LABELS, Label};
use super::weights::{ROW, SLOTS, Transitions, fingerprint};
use std::collections::HashMap;

/// A stretch of tokens with the labels that it ought to bear.
#[derive(Debug, Clone)]
pub struct Lesson {
    pub(crate) features: Features,
    pub(crate) labels: Vec<Label>,
}

/// How to train.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// The binary logarithm of the number of buckets of eight features.
    pub bits: u8,
    /// How often all lessons are gone through in the second round.
    pub rounds: usize,
    /// The share of features left out at random each time a token is looked at.
    pub dropout: f32,
    /// Features seen less often are left out from the start.
    pub fewest: u32,
    /// How far a first step goes.
    pub step: f32,
}

impl Default for Settings {
    fn default() -> Self {
        Self { bits: 12, rounds: 8, dropout: 0.35, fewest: 3, step: 0.2 }
    }
}

/// The file of a model learned from `lessons`, each with its weight. `title` says in one line
/// what the file is made of; `report` is told how far training is.
pub fn train(
    lessons: &[(Lesson, f32)],
    settings: Settings,
    title: &str,
    report: &mut dyn FnMut(&str),
) -> Vec<u8> {
    let counted = Index::of_all(lessons, settings.fewest);
    report(&format!("{} lessons, {} features", lessons.len(), counted.rows));
    let mut first = Learner::new(counted, settings);
    first.learn(lessons, 2, report);
    let kept = first.index.heaviest(&first.weights, lessons, settings.bits);
    report(&format!("{} features kept", kept.rows));
    let mut second = Learner::new(kept, settings);
    second.learn(lessons, settings.rounds, report);
    second.file(title)
}

/// Which row of weights each feature has.
#[derive(Debug, Default)]
struct Index {
    by_feature: HashMap<u32, u32>,
    rows: usize,
    /// For features kept in buckets, the bits of the bucket.
    bits: Option<u8>,
}

/// What stands for a feature where buckets hold it.
fn key(feature: u32, bits: u8) -> u32 {
    let bucket = (u64::from(feature) >> (32 - u32::from(bits))) << 16;
    let [low, high] = fingerprint(feature);
    u32::try_from(bucket).unwrap_or_default() | u32::from(u16::from_le_bytes([low, high]))
}

fn all_features(lessons: &[(Lesson, f32)]) -> impl Iterator<Item = u32> {
    lessons.iter().flat_map(|(lesson, _)| lesson.features.tokens().flatten().copied())
}

fn counts(features: impl Iterator<Item = u32>) -> HashMap<u32, u32> {
    let mut counts = HashMap::new();
    for feature in features {
        *counts.entry(feature).or_insert(0) += 1;
    }
    counts
}

impl Index {
    /// A row for every feature seen `fewest` times or more.
    fn of_all(lessons: &[(Lesson, f32)], fewest: u32) -> Self {
        let counts = counts(all_features(lessons));
        let mut kept: Vec<_> =
            counts.into_iter().filter(|(_, count)| *count >= fewest).map(|it| it.0).collect();
        kept.sort_unstable();
        let rows = kept.len();
        Self { by_feature: kept.into_iter().zip(0..).collect(), rows, bits: None }
    }

    /// The features whose `weights` move most, as many as the buckets hold.
    fn heaviest(&self, weights: &[[f32; ROW]], lessons: &[(Lesson, f32)], bits: u8) -> Self {
        let counts = counts(all_features(lessons));
        let mut ranked: Vec<(f32, u32)> = Vec::with_capacity(self.rows);
        for (&feature, &row) in &self.by_feature {
            let Some(row) = weights.get(row as usize) else { continue };
            let most = row.iter().fold(0.0_f32, |most, weight| most.max(weight.abs()));
            let count = counts.get(&feature).copied().unwrap_or(0);
            #[expect(clippy::cast_precision_loss, reason = "a rank needs no more")]
            ranked.push((-most * (count as f32).sqrt(), feature));
        }
        ranked.sort_unstable_by(|one, other| one.0.total_cmp(&other.0).then(one.1.cmp(&other.1)));
        let mut full = vec![0_usize; 1 << bits];
        let mut index = Self { bits: Some(bits), ..Self::default() };
        for (_, feature) in ranked {
            let key = key(feature, bits);
            let Some(held) = full.get_mut((key >> 16) as usize) else { continue };
            let slot = u32::try_from((key >> 16) as usize * SLOTS + *held).unwrap_or_default();
            if *held < SLOTS && !index.by_feature.contains_key(&key) {
                *held += 1;
                index.by_feature.insert(key, slot);
            }
        }
        index.rows = SLOTS << bits;
        index
    }

    fn row(&self, feature: u32) -> Option<u32> {
        let key = self.bits.map_or(feature, |bits| key(feature, bits));
        self.by_feature.get(&key).copied()
    }
}

/// Random numbers that are the same every time (Marsaglia 2003, xorshift).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0 >> 16
    }

    fn below(&mut self, bound: usize) -> usize {
        usize::try_from(self.next()).unwrap_or(0) % bound.max(1)
    }

    /// Whether what happens with likelihood `share` happens.
    fn falls(&mut self, share: f32) -> bool {
        #[expect(clippy::cast_precision_loss, reason = "24 bits are enough")]
        let number = (self.next() & 0xff_ffff) as f32 / 16_777_216.0;
        number < share
    }
}

/// A model that is being learned.
struct Learner {
    index: Index,
    weights: Vec<[f32; ROW]>,
    /// Sums of the squares of the gradients so far.
    history: Vec<[f32; ROW]>,
    transitions: Transitions,
    moved: Transitions,
    settings: Settings,
    /// What the weights were after the later rounds, summed up, and how many rounds these are.
    sums: Vec<[f32; ROW]>,
    rounds: usize,
}

/// The rows of each token of a lesson, its labels and its weight.
struct Exercise {
    rows: Vec<u32>,
    ends: Vec<usize>,
    labels: Vec<Label>,
    weight: f32,
}

impl Exercise {
    fn token(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).and_then(|at| self.ends.get(at)).copied().unwrap_or(0);
        let end = self.ends.get(at).copied().unwrap_or(start);
        self.rows.get(start..end).unwrap_or_default()
    }
}

impl Learner {
    fn new(index: Index, settings: Settings) -> Self {
        Self {
            weights: vec![[0.0; ROW]; index.rows],
            history: vec![[1e-3; ROW]; index.rows],
            transitions: [[0.0; LABELS]; LABELS],
            moved: [[1e-3; LABELS]; LABELS],
            sums: vec![[0.0; ROW]; index.rows],
            rounds: 0,
            index,
            settings,
        }
    }

    fn learn(&mut self, lessons: &[(Lesson, f32)], rounds: usize, report: &mut dyn FnMut(&str)) {
        let exercises: Vec<_> =
            lessons.iter().map(|(lesson, weight)| self.exercise(lesson, *weight)).collect();
        let mut order: Vec<usize> = (0..exercises.len()).collect();
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        let mut chain = Chain::default();
        for round in 0..rounds {
            for at in (1..order.len()).rev() {
                order.swap(at, dice.below(at + 1));
            }
            let mut loss = 0.0;
            for exercise in order.iter().filter_map(|&number| exercises.get(number)) {
                loss += self.practise(exercise, &mut chain, &mut dice);
            }
            report(&format!("round {}: loss {loss:.0}", round + 1));
            if round * 2 >= rounds {
                self.sum_up();
            }
        }
        self.average();
    }

    /// Notes the weights as they are.
    fn sum_up(&mut self) {
        let slots = self.sums.iter_mut().flatten().zip(self.weights.iter().flatten());
        for (sum, weight) in slots {
            *sum += weight;
        }
        self.rounds += 1;
    }

    /// Takes the mean of the weights noted, which wavers less than the last (Collins 2002).
    fn average(&mut self) {
        #[expect(clippy::cast_precision_loss, reason = "few rounds")]
        let rounds = self.rounds.max(1) as f32;
        let slots = self.weights.iter_mut().flatten().zip(self.sums.iter().flatten());
        for (weight, sum) in slots {
            *weight = sum / rounds;
        }
    }

    fn exercise(&self, lesson: &Lesson, weight: f32) -> Exercise {
        let mut exercise =
            Exercise { rows: Vec::new(), ends: Vec::new(), labels: lesson.labels.clone(), weight };
        for token in lesson.features.tokens() {
            exercise.rows.extend(token.iter().filter_map(|&feature| self.index.row(feature)));
            exercise.ends.push(exercise.rows.len());
        }
        exercise
    }

    /// Goes through `exercise` once; gives how unlikely its labels were.
    fn practise(&mut self, exercise: &Exercise, chain: &mut Chain, dice: &mut Dice) -> f64 {
        let mut seen: Vec<Vec<u32>> = Vec::with_capacity(exercise.ends.len());
        chain.factors.clear();
        for at in 0..exercise.ends.len() {
            let rows: Vec<u32> = (exercise.token(at).iter())
                .filter(|_| !dice.falls(self.settings.dropout))
                .copied()
                .collect();
            chain.factors.push(exponents(self.scores(&rows)));
            seen.push(rows);
        }
        let factors = factors(&self.transitions);
        chain.run(&factors, &turned(&factors));
        let mut loss = 0.0;
        for (at, (rows, label)) in seen.iter().zip(&exercise.labels).enumerate() {
            let mut gradient = chain.marginals(at);
            if let Some(value) = gradient.get_mut(label.number()) {
                loss -= f64::from(value.max(1e-9).ln());
                *value -= 1.0;
            }
            self.step(rows, &gradient, exercise.weight);
        }
        self.step_transitions(chain, &factors, exercise);
        loss
    }

    fn scores(&self, rows: &[u32]) -> [f32; LABELS] {
        let mut scores = [0.0; LABELS];
        for row in rows.iter().filter_map(|&row| self.weights.get(row as usize)) {
            for (score, weight) in scores.iter_mut().skip(1).zip(row) {
                *score += weight;
            }
        }
        scores
    }

    fn step(&mut self, rows: &[u32], gradient: &[f32; LABELS], weight: f32) {
        if gradient.iter().all(|value| value.abs() < 0.003) {
            return;
        }
        let step = self.settings.step;
        for &row in rows {
            let (Some(weights), Some(history)) =
                (self.weights.get_mut(row as usize), self.history.get_mut(row as usize))
            else {
                continue;
            };
            let slots = weights.iter_mut().zip(history);
            for ((held, history), &slope) in slots.zip(gradient.iter().skip(1)) {
                let slope = slope * weight + 1e-6 * *held;
                *history += slope * slope;
                *held -= step * slope / history.sqrt();
            }
        }
    }

    /// The same for labels behind labels, those before and behind the stretch included.
    fn step_transitions(&mut self, chain: &Chain, factors: &Transitions, exercise: &Exercise) {
        let length = exercise.labels.len();
        let mut gradient = [[0.0_f32; LABELS]; LABELS];
        let outside = Label::OUTSIDE;
        let at = |place: usize| exercise.labels.get(place).copied().unwrap_or(outside);
        for place in 0..=length {
            let before = place.checked_sub(1).map_or(outside, at);
            let expected = chain.pairs(place, factors);
            for (sums, row) in gradient.iter_mut().zip(&expected) {
                sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += value);
            }
            let seen = gradient.get_mut(before.number());
            if let Some(sum) = seen.and_then(|row| row.get_mut(at(place).number())) {
                *sum -= 1.0;
            }
        }
        let held = self.transitions.iter_mut().flatten().zip(self.moved.iter_mut().flatten());
        for ((held, history), slope) in held.zip(gradient.iter().flatten()) {
            let slope = slope * exercise.weight;
            *history += slope * slope;
            *held -= 0.1 * slope / history.sqrt();
        }
    }

    /// The file of the model.
    fn file(&self, title: &str) -> Vec<u8> {
        let bits = self.index.bits.unwrap_or(0);
        // Few weights are larger; they are cut.
        let most = 6.0_f32;
        let scale = most / 127.0;
        let mut fingerprints = vec![[0_u8; 2]; self.index.rows];
        for (&key, &slot) in &self.index.by_feature {
            if let Some(held) = fingerprints.get_mut(slot as usize) {
                let [low, high, ..] = key.to_le_bytes();
                *held = [low, high];
            }
        }
        let mut file = title.replace('\n', " ").into_bytes();
        file.extend([b'\n', bits]);
        file.extend(scale.to_le_bytes());
        file.extend(self.transitions.iter().flatten().flat_map(|weight| weight.to_le_bytes()));
        file.extend(fingerprints.iter().flatten());
        #[expect(clippy::cast_possible_truncation, reason = "weights are cut to a byte")]
        let byte = |weight: &f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
        file.extend(self.weights.iter().flatten().map(|weight| byte(weight).cast_unsigned()));
        file
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::model::Model;
    use proptest::prelude::*;

    /// A lesson of tokens that have one feature each; `kinds` says which are spans of one token.
    fn lesson(seen: &[u64], kinds: &[Option<u8>]) -> Lesson {
        let mut features = Features::default();
        for &feature in seen {
            features.add(1, &[feature]);
            features.end_token();
        }
        let label = |kind: &Option<u8>| kind.map_or(Label::OUTSIDE, |it| Label::of_span(it, 0, 1));
        Lesson { features, labels: kinds.iter().map(label).collect() }
    }

    fn taught() -> Vec<u8> {
        let lessons: Vec<_> = (0..40)
            .flat_map(|_| {
                [
                    (lesson(&[10, 20], &[None, Some(1)]), 1.0),
                    (lesson(&[30], &[Some(0)]), 1.0),
                    (lesson(&[20, 10], &[Some(1), None]), 1.0),
                ]
            })
            .collect();
        let settings = Settings { bits: 4, dropout: 0.0, ..Settings::default() };
        train(&lessons, settings, "a test", &mut |_| {})
    }

    static MODEL: std::sync::LazyLock<Option<Model>> =
        std::sync::LazyLock::new(|| Model::read(taught().leak()));

    fn read(model: &Model, seen: &[u64]) -> (Chain, Vec<crate::facts::model::chain::Found>) {
        let mut chain = Chain::default();
        chain.read(model, &lesson(seen, &[]).features, &[]);
        let spans = chain.spans(model);
        (chain, spans)
    }

    #[test]
    fn a_model_learns_what_it_is_taught() {
        let model = Model::read(taught().leak()).unwrap();
        let (chain, spans) = read(&model, &[20, 10, 30]);
        assert_eq!(spans, [(0..1, 1), (2..3, 0)]);
        for found in &spans {
            assert!(chain.likelihood(&model, found) > 0.8);
        }
    }

    #[test]
    fn the_same_lessons_make_the_same_file() {
        assert_eq!(taught(), taught());
    }

    #[test]
    fn a_broken_file_is_no_model() {
        let file = taught();
        assert!(Model::read(file[..file.len() - 1].to_vec().leak()).is_none());
        assert!(Model::read(b"no model").is_none());
    }

    proptest! {
        #[test]
        fn likelihoods_are_likelihoods(seen in prop::collection::vec(0_u64..40, 1..12)) {
            let model = MODEL.as_ref().unwrap();
            let (chain, spans) = read(model, &seen);
            for (at, _) in seen.iter().enumerate() {
                let sum: f32 = chain.marginals(at).iter().sum();
                prop_assert!((sum - 1.0).abs() < 1e-3, "{sum}");
            }
            for found in spans {
                let likelihood = chain.likelihood(model, &found);
                prop_assert!((0.0..=1.0).contains(&likelihood));
            }
        }
    }
}
