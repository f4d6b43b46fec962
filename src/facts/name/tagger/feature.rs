//! The features of tokens that may be part of a name. Changing one asks for a new training.

use super::super::decide::Verdict;
use super::super::run::{is_initial, known};
use super::flags::Flags;
use super::hint;
use super::word::{NOTHING, Word, words};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::model::Features;
use std::ops::Range;

/// Reads the features of an article's tokens.
pub(super) struct Reader<'a> {
    document: &'a Document<'a>,
    words: Vec<Word>,
    flags: Flags,
    hints: Vec<u8>,
}

/// The classes of words that names are made of, as bits.
const NAMING: u64 = bits(&[
    Class::Honorific,
    Class::Title,
    Class::TitleModifier,
    Class::Role,
    Class::GivenName,
    Class::Surname,
    Class::Country,
    Class::State,
    Class::City,
    Class::Place,
    Class::PlaceNoun,
    Class::Demonym,
    Class::Organization,
    Class::OrganizationNoun,
    Class::CompanySuffix,
    Class::EventNoun,
    Class::Particle,
    Class::NameSuffix,
]);

const fn bits(classes: &[Class]) -> u64 {
    let mut bits = 0;
    let mut rest = classes;
    while let [class, others @ ..] = rest {
        bits |= 1 << *class as u8;
        rest = others;
    }
    bits
}

/// What stands around a token in its run of capitals.
struct Run<'a> {
    first: &'a Word,
    last: &'a Word,
    before: &'a Word,
    after: &'a Word,
    /// Tokens from the start of the run and to its end, at most 3.
    place: [u64; 2],
}

/// Which tokens the features of `stretches` look at: those in them and two to each side.
fn near(document: &Document<'_>, stretches: &[Range<usize>]) -> Vec<bool> {
    let mut near = vec![false; document.tokens.len()];
    for stretch in stretches {
        let end = (stretch.end + 2).min(near.len());
        let tokens = near.get_mut(stretch.start.saturating_sub(2)..end);
        tokens.into_iter().flatten().for_each(|near| *near = true);
    }
    near
}

impl<'a> Reader<'a> {
    /// A reader of the `stretches` of `document`, of which the rules have come to `verdicts`.
    pub(super) fn new(
        document: &'a Document<'a>,
        verdicts: &[Verdict],
        stretches: &[Range<usize>],
    ) -> Self {
        let words = words(document, &near(document, stretches));
        let flags = Flags::new(document, &words);
        let hints = hint::hints(words.len(), verdicts);
        Self { document, words, flags, hints }
    }

    /// Adds the features of the tokens of `stretch`.
    pub(super) fn read(&self, stretch: Range<usize>, features: &mut Features) {
        let phrases = self.phrases(stretch.clone());
        for (at, phrase) in stretch.zip(phrases) {
            let around = [-2, -1, 0, 1, 2].map(|step| self.word(at, step));
            Self::word_features(around, features);
            Self::class_features(around, features);
            self.document_features(at, around, features);
            self.run_features(at, around, features);
            self.hint_features(at, around, features);
            if phrase != 0 {
                features.add(90, &[phrase]);
                features.add(91, &[phrase & 0xff]);
            }
            features.end_token();
        }
    }

    /// What stands for the words of `tokens`, whatever their case.
    pub(super) fn key(&self, tokens: Range<usize>) -> u64 {
        let words = self.words.get(tokens).unwrap_or_default();
        words.iter().fold(7, |key, word| key.rotate_left(9).wrapping_mul(31) ^ word.hash)
    }

    /// The word `step` places from `at`; nothing beyond the ends of the sentence.
    fn word(&self, at: usize, step: isize) -> &Word {
        let place = at.checked_add_signed(step);
        let far = match step {
            -2 => at.checked_sub(1),
            2 => Some(at + 1),
            _ => None,
        };
        let cut = far.is_some_and(|far| self.document.token(far).is_break());
        let word = place.filter(|_| !cut).and_then(|place| self.words.get(place));
        word.unwrap_or(&NOTHING)
    }

    fn word_features(around: [&Word; 5], features: &mut Features) {
        let [far, before, word, after, beyond] = around;
        features.add(0, &[]);
        features.add(1, &[word.hash]);
        features.add(2, &[word.hash, word.case]);
        features.add(3, &[word.long_shape]);
        features.add(4, &[word.shape]);
        for (template, &part) in (5..).zip(word.heads.iter().chain(&word.tails)) {
            if part != 0 {
                features.add(template, &[part]);
            }
        }
        features.add(13, &[before.hash]);
        features.add(14, &[after.hash]);
        features.add(15, &[far.hash]);
        features.add(16, &[beyond.hash]);
        features.add(17, &[before.hash, word.hash]);
        features.add(18, &[word.hash, after.hash]);
        features.add(19, &[before.hash, word.shape]);
        features.add(20, &[word.shape, after.hash]);
        features.add(21, &[before.hash, after.hash]);
        features.add(22, &[far.hash, before.hash, word.case]);
        features.add(23, &[after.hash, beyond.hash, word.case]);
        features.add(24, &[before.shape, word.shape, after.shape]);
        features.add(25, &[far.case, before.case, word.case, after.case]);
        features.add(26, &[before.case, word.case, after.case, beyond.case]);
        features.add(27, &[before.tails[2], word.shape]);
        features.add(28, &[after.tails[2], word.shape]);
    }

    fn class_features(around: [&Word; 5], features: &mut Features) {
        let [far, before, word, after, beyond] = around;
        let naming = |word: &Word| word.classes & NAMING | u64::from(word.case == 0) << 63;
        let [far_name, before_name, name, after_name, beyond_name] = around.map(naming);
        features.add(40, &[word.classes, word.case]);
        features.add(41, &[name, word.case]);
        features.add(42, &[before_name, name]);
        features.add(43, &[name, after_name]);
        features.add(44, &[before_name, name, after_name]);
        features.add(45, &[before_name, word.case]);
        features.add(46, &[after_name, word.case]);
        features.add(47, &[far_name, before_name, word.case]);
        features.add(48, &[after_name, beyond_name, word.case]);
        features.add(49, &[before.classes]);
        features.add(50, &[after.classes]);
        for (template, count) in (51..).zip(0..3) {
            let of = |word: &Word| word.clusters.get(count).copied().map_or(0, u64::from);
            features.add(template, &[of(word), word.case]);
            features.add(template + 3, &[of(before), word.case]);
            features.add(template + 6, &[of(after), word.case]);
        }
        let coarse = |word: &Word| u64::from(word.clusters[2]);
        features.add(60, &[coarse(before), coarse(word)]);
        features.add(61, &[coarse(word), coarse(after)]);
        features.add(62, &[coarse(before), coarse(after), word.shape]);
        features.add(63, &[u64::from(far.clusters[1]), coarse(before)]);
        features.add(64, &[coarse(after), u64::from(beyond.clusters[1])]);
    }

    fn document_features(&self, at: usize, around: [&Word; 5], features: &mut Features) {
        let [_, _, word, after, _] = around;
        let initial = u64::from(is_initial(self.document, at));
        let sentence = self.document.sentences.get(self.document.sentence_at(at));
        let titled = u64::from(sentence.is_some_and(|sentence| sentence.titled));
        let kind = sentence.map_or(0, |sentence| sentence.kind as u64);
        features.add(70, &[initial, word.case, titled]);
        features.add(71, &[kind, word.case]);
        if self.document.token(at).is_capital() {
            let flags = u64::from(self.flags.of(word));
            let next = u64::from(self.flags.of(after)) << 8;
            features.add(72, &[flags, initial]);
            features.add(73, &[flags & 3, word.case, initial, titled]);
            features.add(74, &[flags >> 2, next >> 10]);
            features.add(75, &[flags, word.classes & NAMING]);
        }
    }

    /// The run of capitals that holds `at`: its ends and what stands around it.
    fn run(&self, at: usize) -> Run<'_> {
        let capital = |at: usize| self.document.token(at).is_capital();
        let mut start = at;
        while start > 0 && at - start < 8 && capital(start - 1) {
            start -= 1;
        }
        let mut end = at + 1;
        while end - at < 8 && capital(end) {
            end += 1;
        }
        let near = |count: usize| u64::try_from(count.min(3)).unwrap_or(3);
        Run {
            first: self.word(start, 0),
            last: self.word(end - 1, 0),
            before: self.word(start, -1),
            after: self.word(end - 1, 1),
            place: [near(at - start), near(end - 1 - at)],
        }
    }

    fn run_features(&self, at: usize, around: [&Word; 5], features: &mut Features) {
        if !self.document.token(at).is_capital() {
            return;
        }
        let [_, _, word, _, _] = around;
        let run = self.run(at);
        let [from, to] = run.place;
        features.add(80, &[run.last.hash, to]);
        features.add(81, &[run.last.classes & NAMING, to, from]);
        features.add(82, &[run.first.classes & NAMING, from, to]);
        features.add(83, &[run.before.hash, from, to]);
        features.add(84, &[run.after.hash, from, to]);
        features.add(85, &[run.before.classes, from, word.classes & NAMING]);
        features.add(86, &[run.after.classes, to, word.classes & NAMING]);
        features.add(
            87,
            &[run.before.classes & NAMING, run.first.classes & NAMING, run.last.classes & NAMING],
        );
        features.add(88, &[u64::from(run.before.clusters[1]), from, to]);
        features.add(89, &[u64::from(run.after.clusters[1]), from, to]);
    }

    fn hint_features(&self, at: usize, around: [&Word; 5], features: &mut Features) {
        let [_, _, word, _, _] = around;
        let hint =
            |at: Option<usize>| at.and_then(|at| self.hints.get(at)).copied().map_or(0, u64::from);
        let (before, here, after) = (hint(at.checked_sub(1)), hint(Some(at)), hint(Some(at + 1)));
        features.add(100, &[here]);
        features.add(101, &[before, here]);
        features.add(102, &[here, after]);
        features.add(103, &[here, word.case]);
        features.add(104, &[here, word.classes & NAMING]);
        features.add(105, &[here, u64::from(self.flags.of(word))]);
    }

    /// For each token of `stretch` what known name of several words it is part of, and where in
    /// it.
    fn phrases(&self, stretch: Range<usize>) -> Vec<u64> {
        let mut phrases = vec![0; stretch.len()];
        let mut at = stretch.start;
        while at < stretch.end {
            let found = known(self.document, at).filter(|_| self.document.token(at).is_capital());
            let Some((count, lexeme)) = found else {
                at += 1;
                continue;
            };
            for step in 0..count {
                let place = if step == 0 { 1 } else { 2 + u64::from(step + 1 == count) };
                let slot = phrases.get_mut(at - stretch.start + step);
                if let Some(slot) = slot {
                    *slot = lexeme.classes() << 8 | place;
                }
            }
            at += count;
        }
        phrases
    }
}
