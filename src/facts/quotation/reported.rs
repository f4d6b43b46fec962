//! Reported speech without quotation marks: which of the frames of a sentence are somebody's
//! words or stance, by a small model over grammar, not over words.

use super::cue::{Form, SORTS, Sort};
use super::frame::{FRAMES, Frame, Framed, framed};
use super::marks::Quoted;
use super::scene::Scene;
use super::subject::is_finite;
use super::weights::REPORTED;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::Class;
use std::ops::Range;

/// Below this probability nothing is reported. What is below a half is shown only when asked for.
const LEAST: f32 = 0.4;

/// Someone's words or stance, and how likely it is one.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reported {
    /// The cue, the words, and whose they are.
    pub(super) framed: Framed,
    /// What the model looks at.
    pub(super) features: Vec<u8>,
    /// How likely.
    pub(super) probability: f32,
}

impl Reported {
    /// How the words hang on their cue, in words for a reader.
    pub(super) const fn reason(&self) -> &'static str {
        match self.framed.frame {
            Frame::That => "a clause with “that” stands behind the verb or noun",
            Frame::Clause => "a clause stands behind the verb",
            Frame::To => "what someone is after stands behind the verb, with “to”",
            Frame::Question => "a question stands behind the verb",
            Frame::Quote => "words in part in quotation marks stand behind the verb",
            Frame::About | Frame::For => "what it is about stands behind the verb or noun",
            Frame::As | Frame::Plain => "what someone speaks of stands behind the verb",
            Frame::Listener | Frame::ListenerTo => "a listener and the words stand behind the verb",
            Frame::Trail => "the speaker and the verb stand behind the words",
            Frame::Amid => "the speaker and the verb stand amid the words",
            Frame::According => "“according to” names the source",
            Frame::Passive => "the words are what the passive verb is about",
        }
    }
}

/// Everything in the sentence `tokens` that the model is asked about; `quoted` are all quoted
/// words of the text.
pub(super) fn candidates(
    scene: &Scene<'_>,
    tokens: &Range<usize>,
    quoted: &[Quoted],
) -> Vec<Reported> {
    let first = quoted.partition_point(|quoted| quoted.tokens.end <= tokens.start);
    let inside = quoted.get(first..).unwrap_or_default();
    let here: Vec<&Quoted> =
        inside.iter().take_while(|quoted| quoted.tokens.start < tokens.end).collect();
    let mut found = Vec::new();
    for framed in framed(scene, tokens) {
        let cue = framed.cue.end - 1;
        if here.iter().any(|quoted| quoted.tokens.contains(&cue)) {
            continue;
        }
        let marked: usize = here.iter().map(|quoted| common(&quoted.tokens, &framed.content)).sum();
        // What is mostly in marks is told by these.
        let ahead = framed.content.start..framed.content.end.min(framed.cue.start);
        let ahead_marked: usize = here.iter().map(|quoted| common(&quoted.tokens, &ahead)).sum();
        let behind = matches!(framed.frame, Frame::Trail | Frame::Amid);
        if marked * 2 > framed.content.len() || behind && ahead_marked * 2 > ahead.len() {
            continue;
        }
        let features = features(scene, &framed, tokens, marked > 0);
        let score: f32 = features.iter().filter_map(|&at| REPORTED.get(usize::from(at))).sum();
        found.push(Reported { framed, features, probability: 1.0 / (1.0 + (-score).exp()) });
    }
    found
}

fn common(left: &Range<usize>, right: &Range<usize>) -> usize {
    left.end.min(right.end).saturating_sub(left.start.max(right.start))
}

/// Those of `candidates` that are likely, and of which none lies inside another.
pub(super) fn chosen(candidates: Vec<Reported>) -> Vec<Reported> {
    let mut likely: Vec<Reported> =
        candidates.into_iter().filter(|found| found.probability >= LEAST).collect();
    likely.sort_by_key(|found| std::cmp::Reverse(found.framed.content.len()));
    let mut kept: Vec<Reported> = Vec::new();
    for found in likely {
        let inside = kept.iter().any(|outer| {
            outer.framed.content.contains(&(found.framed.cue.end - 1))
                || common(&outer.framed.content, &found.framed.content) > 0
                || outer.framed.cue == found.framed.cue
        });
        if !inside {
            kept.push(found);
        }
    }
    kept.sort_by_key(|found| found.framed.content.start);
    kept
}

/// What the model looks at: numbers of its weights.
fn features(scene: &Scene<'_>, framed: &Framed, sentence: &Range<usize>, marked: bool) -> Vec<u8> {
    let mut features = Features(Vec::with_capacity(16));
    let frame = framed.frame as usize;
    features.push(0, 0);
    match framed.known {
        Some(known) => {
            for sort in known.sorts() {
                features.push(1, sort * FRAMES + frame);
            }
            features.push(181, known.sorts().count().min(3));
            features.push(185, known.form() as usize);
        }
        None => features.push(189, 0),
    }
    features.push(190, source_kind(scene, framed));
    features.push(200, length(framed.content.len()));
    for (index, holds) in surroundings(scene, framed, sentence, marked).into_iter().enumerate() {
        if holds {
            features.push(208, index);
        }
    }
    let said = framed.known.is_some_and(|known| known.is(Sort::Say));
    if said && framed.known.is_some_and(|known| known.form() == Form::Ing) {
        features.push(225, 0);
    }
    if said && scene.document.is(framed.cue.start.wrapping_sub(1), "to") {
        features.push(226, 0);
    }
    features.0
}

/// What holds of the cue, the words and their sentence, in the order of the weights.
fn surroundings(
    scene: &Scene<'_>,
    framed: &Framed,
    sentence: &Range<usize>,
    marked: bool,
) -> [bool; 15] {
    let document = scene.document;
    let negated = framed.cue.clone().any(|at| document.any(at, &["not", "n't", "never"]));
    let helped = framed.cue.len() > 1;
    let modal = framed.cue.clone().any(|at| {
        document.any(at, &["would", "could", "may", "might", "should", "will", "must", "can"])
    });
    let infinitive = document.is(framed.cue.start.wrapping_sub(1), "to");
    let finite = framed.content.clone().any(|at| is_finite(scene, at));
    let asked = document.word(sentence.end.wrapping_sub(1)) == "?";
    let first = sentence.start;
    let conditional = document.any(first, &["if", "when", "while", "as", "after"]);
    let subordinate = framed.source.as_ref().is_some_and(|source| {
        document.any(
            source.start.wrapping_sub(1),
            &["if", "when", "while", "as", "after", "because", "that", "where", "before"],
        )
    });
    let head = document.token(framed.content.start);
    let named = scene.name_at(framed.content.start).is_some();
    [
        negated,
        helped,
        modal,
        infinitive,
        finite,
        asked,
        conditional,
        subordinate,
        framed.passive,
        marked,
        framed.listener.is_some(),
        head.is(Class::Pronoun),
        head.is(Class::Determiner),
        named,
        framed.cue.start == sentence.start,
    ]
}

struct Features(Vec<u8>);

impl Features {
    fn push(&mut self, from: usize, index: usize) {
        self.0.extend(u8::try_from(from + index));
    }
}

fn length(tokens: usize) -> usize {
    match tokens {
        0..=1 => 0,
        2 => 1,
        3..=5 => 2,
        6..=10 => 3,
        11..=20 => 4,
        21..=35 => 5,
        _ => 6,
    }
}

/// What sort of noun phrase the source is.
fn source_kind(scene: &Scene<'_>, framed: &Framed) -> usize {
    let Some(source) = &framed.source else { return 0 };
    let document = scene.document;
    if source.len() == 1 && document.token(source.start).is(Class::Pronoun) {
        return match () {
            () if document.any(source.start, &["i", "we", "you", "me", "us"]) => 1,
            () if document.any(source.start, &["it", "they", "them"]) => 2,
            () => 3,
        };
    }
    match scene.last_kind(source) {
        Some(EntityKind::Person) => 4,
        Some(EntityKind::Organization) => 5,
        Some(EntityKind::Place) => 6,
        None if source
            .clone()
            .any(|at| document.token(at).any_of(&[Class::Source, Class::Role, Class::Demonym])) =>
        {
            7
        }
        None if document.token(source.start).is_capital() => 8,
        None => 9,
    }
}

const _: () = assert!(SORTS * FRAMES <= 180, "the weights of sorts and frames have room");
