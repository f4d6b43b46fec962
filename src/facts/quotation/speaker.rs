//! Who said quoted words, and through whom they reached the reader: candidates from what stands
//! around the words, and a small model that ranks them by where they stand, not by their words.

use super::cue::{Cue, Form, Sort, cue as cue_at};
use super::marks::Quoted;
use super::medium;
use super::naming::{according, agent, as_put, is_dash, is_signature, quoting};
use super::scene::Scene;
use super::subject::{self, phrase};
use super::weights::SPEAKER;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::Class;
use std::ops::Range;

/// Who said words, through whom, and by which words the text says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    /// Who.
    pub(super) speaker: Option<Range<usize>>,
    /// Through whom.
    pub(super) channel: Option<Range<usize>>,
    /// The words that attribute.
    pub(super) cue: Option<Range<usize>>,
    /// Where the speaker stands.
    pub(super) place: Place,
    /// How sure it is, in percent.
    pub(super) confidence: u8,
    /// The rule, in words.
    pub(super) reason: &'static str,
}

/// Where a candidate stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
#[repr(u8)]
pub(super) enum Place {
    /// No one.
    #[default]
    Nobody,
    /// "“…,” said Ann Lee"
    Inverted,
    /// "“…,” Ann Lee said"
    Behind,
    /// A verb further behind.
    FarBehind,
    /// "Ann Lee said “…”"
    Before,
    /// A verb before the words, with others between.
    FarBefore,
    /// "According to Ann Lee"
    According,
    /// "The radio quoted Ann Lee as saying"
    Quoting,
    /// "Ann Lee: “…”"
    Colon,
    /// "“…” — Ann Lee"
    Signed,
    /// The sentence before announces the words with a colon.
    Announced,
    /// A verb in the sentence before.
    SentenceBefore,
    /// The speaker of the quotation that this one goes on with.
    Continued,
    /// The speaker of the words before, in the same paragraph.
    Same,
    /// The speaker of the paragraph before.
    Paragraph,
    /// The first name of the sentence.
    First,
    /// The last name before the words.
    Last,
}

const PLACES: usize = 17;

/// A candidate, with what the model looks at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// Who, through whom, and the cue.
    pub(super) attribution: Attribution,
    /// What the model looks at: numbers of its weights.
    pub(super) features: Vec<u8>,
}

/// The likeliest of `candidates`, with its probability as confidence.
pub(super) fn likeliest(candidates: Vec<Candidate>) -> Attribution {
    let score = |candidate: &Candidate| -> f32 {
        candidate.features.iter().filter_map(|&at| SPEAKER.get(usize::from(at))).sum()
    };
    let scores: Vec<f32> = candidates.iter().map(score).collect();
    let most = scores.iter().copied().fold(f32::MIN, f32::max);
    let all: f32 = scores.iter().map(|score| (score - most).exp()).sum();
    let best = scores.iter().position(|&score| score >= most);
    let best = best.and_then(|best| candidates.into_iter().nth(best));
    let mut attribution = best.map(|best| best.attribution).unwrap_or_default();
    attribution.confidence = percent(1.0 / all);
    attribution
}

/// The source that "according to" names at the head of the sentence of `quoted`, where it is not
/// the speaker: it passes on what the speaker said.
pub(super) fn head_channel(
    scene: &Scene<'_>,
    quoted: &Quoted,
    speaker: Option<&Range<usize>>,
) -> Option<Range<usize>> {
    let head = according(scene, scene.sentence(quoted.tokens.start).start)?;
    head.speaker.filter(|head| speaker.is_some_and(|speaker| speaker != head))
}

/// A probability in percent, never certain.
pub(super) fn percent(probability: f32) -> u8 {
    let percent = (probability.clamp(0.0, 0.98) * 100.0).round();
    (0..=98_u8).find(|&whole| f32::from(whole) >= percent).unwrap_or(98)
}

/// Everyone who may have said `quoted`; `last` is the quotation before, with its speaker.
pub(super) fn candidates(
    scene: &Scene<'_>,
    quoted: &Quoted,
    last: Option<&(Quoted, Attribution)>,
) -> Vec<Candidate> {
    let mut gathered = Gathered { scene, quoted, found: Vec::new() };
    gathered.add(Place::Nobody, Attribution::default(), None);
    gathered.behind();
    gathered.before();
    gathered.colon();
    gathered.signed();
    gathered.sentence_before();
    gathered.names();
    if let Some((before, attribution)) = last {
        gathered.carried(before, attribution);
    }
    gathered.found
}

struct Gathered<'a> {
    scene: &'a Scene<'a>,
    quoted: &'a Quoted,
    found: Vec<Candidate>,
}

impl Gathered<'_> {
    /// Adds a candidate unless the same speaker stands there by the same cue.
    fn add(&mut self, place: Place, attribution: Attribution, cue: Option<&Cue>) {
        let features = features(self.scene, self.quoted, place, &attribution, cue);
        let reason = reason(place);
        self.found.push(Candidate {
            attribution: Attribution { place, reason, ..attribution },
            features,
        });
    }

    /// Verbs behind the words, in their sentence.
    fn behind(&mut self) {
        let (scene, document) = (self.scene, self.scene.document);
        let from = self.quoted.tokens.end;
        let upto = scene.sentence(from.saturating_sub(1)).end.min(from + 40);
        let mut at = from;
        while matches!(document.word(at), "," | "—" | "–" | "--" | "-" | "_") {
            at += 1;
        }
        let first = at;
        while at < upto && !opens(scene, at) && document.word(at) != ";" {
            let according = according(scene, at).or_else(|| as_put(scene, at));
            if let Some(attribution) = according {
                self.add(Place::According, attribution, None);
            } else if let Some(cue) = cue_at(scene, at, first).filter(|_| !is_as(scene, at)) {
                self.verb_behind(&cue, first);
            }
            at += 1;
        }
    }

    fn verb_behind(&mut self, cue: &Cue, first: usize) {
        let scene = self.scene;
        if let Some(attribution) = quoting(scene, cue, first) {
            return self.add(Place::Quoting, attribution, Some(cue));
        }
        let near = cue.group.start == first;
        let speaker = if near { phrase(scene, cue.group.end) } else { None };
        let inverted = speaker.is_some();
        let Some(speaker) = speaker.or_else(|| subject::of(scene, cue, first)) else { return };
        let place = match (inverted, speaker.start == first || cue.head <= first + 6) {
            (true, _) => Place::Inverted,
            (false, true) => Place::Behind,
            (false, false) => Place::FarBehind,
        };
        self.add(place, spoken(scene, cue, speaker), Some(cue));
    }

    /// Verbs before the words, in their sentence.
    fn before(&mut self) {
        let scene = self.scene;
        let start = self.quoted.tokens.start;
        let floor = scene.sentence(start).start;
        for at in floor.max(start.saturating_sub(60))..start {
            if let Some(attribution) = according(scene, at) {
                self.add(Place::According, attribution, None);
            } else if let Some(cue) = cue_at(scene, at, floor).filter(|_| !is_as(scene, at)) {
                if let Some(attribution) = quoting(scene, &cue, floor) {
                    self.add(Place::Quoting, attribution, Some(&cue));
                    continue;
                }
                let by = cue.passive.then(|| agent(scene, &cue)).flatten();
                let inverted = || phrase(scene, cue.group.end).filter(|_| cue.group.start == floor);
                let speaker = by.or_else(|| subject::of(scene, &cue, floor)).or_else(inverted);
                let Some(speaker) = speaker else { continue };
                let near = start - cue.group.end <= 4;
                let place = if near { Place::Before } else { Place::FarBefore };
                self.add(place, spoken(scene, &cue, speaker), Some(&cue));
            }
        }
    }

    /// "Lee: “…”", "WALLACE: …".
    fn colon(&mut self) {
        let start = self.quoted.tokens.start;
        let document = self.scene.document;
        let inside = start + 1;
        let label = document.word(inside + 1) == ":" && document.token(inside).is_capital();
        if label {
            self.add(Place::Colon, whom(inside..inside + 1), None);
        }
        let colon = start.checked_sub(1).filter(|&at| document.word(at) == ":");
        let Some(last) = colon.and_then(|colon| colon.checked_sub(1)) else { return };
        let name = self.scene.name_at(last).map(|(_, name)| name.tokens.clone());
        if let Some(name) = name.or_else(|| self.turned(last)) {
            self.add(Place::Colon, whom(name), None);
        }
    }

    /// "Said Lee: “…”": the capitals that end at `last`, behind a verb that begins its sentence.
    fn turned(&self, last: usize) -> Option<Range<usize>> {
        let document = self.scene.document;
        let floor = self.scene.sentence(last).start;
        let said = document.any(floor, &["said", "says", "asked", "added", "wrote", "tweeted"]);
        let name = floor + 1..last + 1;
        let capitals = name.clone().all(|at| document.token(at).is_capital());
        (said && capitals && matches!(name.len(), 1..=5)).then_some(name)
    }

    /// "“…” — Ann Lee": a dash and a name behind the words, on their line or the next.
    fn signed(&mut self) {
        let document = self.scene.document;
        let mut at = self.quoted.tokens.end;
        while document.token(at).is_break() && at < self.quoted.tokens.end + 2 {
            at += 1;
        }
        if !is_dash(document.word(at)) || !document.token(at + 1).is_capital() {
            return;
        }
        let named = self.scene.name_at(at + 1).map(|(_, name)| name.tokens.clone());
        let mut end = at + 1;
        while document.token(end).is_capital() && end < at + 6 {
            end += 1;
        }
        let ends = document.token(end).is_break()
            || matches!(document.word(end), "," | "(" | "." | "“" | "\"" | "”");
        let tokens = named.or_else(|| ends.then_some(at + 1..end));
        if let Some(tokens) = tokens {
            self.add(Place::Signed, whom(tokens), None);
        }
    }

    /// Verbs in the sentence before, where the words begin their own.
    fn sentence_before(&mut self) {
        let scene = self.scene;
        let start = self.quoted.tokens.start;
        let own = scene.sentence(start).start;
        let Some(last) = own.checked_sub(2).filter(|_| own == start) else { return };
        let before = scene.sentence(last);
        let colon = scene.document.word(last) == ":";
        let place = if colon { Place::Announced } else { Place::SentenceBefore };
        let cues = before.clone().filter_map(|at| cue_at(scene, at, before.start));
        let cues: Vec<Cue> = cues.collect();
        let mut any = false;
        for cue in cues.iter().take(4) {
            let Some(speaker) = subject::of(scene, cue, before.start) else { continue };
            any = true;
            self.add(place, spoken(scene, cue, speaker), Some(cue));
        }
        let person = scene.person_in(before);
        if let Some(person) = person.filter(|_| colon || !any) {
            self.add(place, whom(person.tokens.clone()), None);
        }
    }

    /// The names of the sentence before the words.
    fn names(&mut self) {
        let scene = self.scene;
        let start = self.quoted.tokens.start;
        let floor = scene.sentence(start).start;
        let from = scene.names.partition_point(|name| name.tokens.start < floor);
        let names = scene.names.get(from..).unwrap_or_default();
        let speakers = names.iter().take_while(|name| name.tokens.end <= start).filter(|name| {
            let aside = name.tokens.start.checked_sub(1);
            let aside = aside.is_some_and(|at| scene.document.any(at, &["to", "told", "by"]));
            name.kind != EntityKind::Place && !aside && !is_signature(scene, name.tokens.start)
        });
        let mut speakers = speakers.map(|name| name.tokens.clone());
        let first = speakers.next();
        if let Some(last) = speakers.last() {
            self.add(Place::Last, whom(last), None);
        }
        if let Some(first) = first {
            self.add(Place::First, whom(first), None);
        }
    }

    /// The speaker of the quotation before, where this one can go on with it.
    fn carried(&mut self, before: &Quoted, attribution: &Attribution) {
        let scene = self.scene;
        let signed = attribution.place == Place::Signed && !self.quoted.continued;
        if attribution.speaker.is_none() || signed {
            return;
        }
        let start = self.quoted.tokens.start;
        let (here, there) = (scene.block(start), scene.block(before.tokens.start));
        let place = if self.quoted.continued {
            Place::Continued
        } else if here == there {
            Place::Same
        } else if here.saturating_sub(there) <= 2 {
            Place::Paragraph
        } else {
            return;
        };
        self.add(place, Attribution { cue: None, ..attribution.clone() }, None);
    }
}

/// Words of `speaker`, of which nothing else is known.
pub(super) fn whom(speaker: Range<usize>) -> Attribution {
    Attribution { speaker: Some(speaker), ..Attribution::default() }
}

fn spoken(scene: &Scene<'_>, cue: &Cue, speaker: Range<usize>) -> Attribution {
    let channel = medium::told(scene, cue.group.end - 1);
    Attribution { channel, cue: Some(cue.group.clone()), ..whom(speaker) }
}

fn opens(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.document.word(at), "“" | "\"" | "„" | "«" | "‘")
}

/// Whether the verb at `at` is the one of "quoted as saying".
fn is_as(scene: &Scene<'_>, at: usize) -> bool {
    at.checked_sub(1).is_some_and(|before| scene.document.is(before, "as"))
}

/// How words stand in their sentence.
pub(super) fn standing(scene: &Scene<'_>, quoted: &Quoted) -> usize {
    let document = scene.document;
    let inner = quoted.tokens.end.saturating_sub(2);
    let comma = document.word(inner) == "," || document.word(quoted.tokens.end) == ",";
    let (first, last) = (scene.sentence(quoted.tokens.start), scene.sentence(inner));
    let opens = first.start == quoted.tokens.start;
    let closes = (quoted.tokens.end..last.end).all(|at| !document.token(at).is_word());
    match (opens, closes, comma) {
        (true, true, _) => 0,
        (true, false, _) => 1,
        (false, true, _) => 2,
        (false, false, _) => 3,
    }
}

fn features(
    scene: &Scene<'_>,
    quoted: &Quoted,
    place: Place,
    attribution: &Attribution,
    cue: Option<&Cue>,
) -> Vec<u8> {
    let mut found = Vec::with_capacity(10);
    let mut push = |from: usize, index: usize| found.extend(u8::try_from(from + index));
    push(0, standing(scene, quoted) * PLACES + place as usize);
    if let Some(speaker) = &attribution.speaker {
        push(68, kind(scene, speaker));
        if (speaker.start..speaker.end).any(|at| quoted.tokens.contains(&at)) {
            push(78, 0);
        }
    }
    found.extend(cue.into_iter().flat_map(|cue| cue_features(scene, quoted, cue)));
    let mut push = |from: usize, index: usize| found.extend(u8::try_from(from + index));
    if quoted.words <= 4 {
        push(108, place as usize);
    }
    found
}

/// What the cue of a candidate adds.
fn cue_features(scene: &Scene<'_>, quoted: &Quoted, cue: &Cue) -> Vec<u8> {
    let document = scene.document;
    let mut found = Vec::with_capacity(8);
    let mut push = |from: usize, index: usize| found.extend(u8::try_from(from + index));
    let says = cue.known.is(Sort::Say) || cue.known.is(Sort::Tell);
    let behind = cue.head >= quoted.tokens.end;
    push(80, usize::from(says) * 2 + usize::from(behind));
    if cue.known.form() == Form::Ing {
        push(84, usize::from(behind));
    }
    if cue.known.is(Sort::Noun) {
        push(86, 0);
    }
    if cue.known.is(Sort::Call) || cue.known.is(Sort::Judge) {
        push(87, usize::from(says));
    }
    let between = if behind {
        quoted.tokens.end..cue.group.start
    } else {
        cue.group.end..quoted.tokens.start
    };
    let gap = between.len();
    push(
        90,
        usize::from(behind) * 5
            + match gap {
                0..=1 => 0,
                2..=3 => 1,
                4..=8 => 2,
                9..=16 => 3,
                _ => 4,
            },
    );
    let marks = between.clone().any(|at| opens(scene, at) || matches!(document.word(at), "”"));
    if marks {
        push(100, usize::from(behind));
    }
    let floor = scene.sentence(quoted.tokens.start).start;
    let outer = !behind
        && cue.group.start >= floor
        && !(floor..cue.group.start)
            .any(|at| cue_at(scene, at, floor).is_some_and(|other| other.known.is(Sort::Say)));
    if outer {
        push(102, usize::from(says));
    }
    if between.clone().any(|at| document.is(at, "that")) {
        push(104, usize::from(says));
    }
    if between.into_iter().any(|at| document.word(at) == ";") {
        push(106, 0);
    }
    if cue.passive {
        push(107, 0);
    }
    found
}

/// What sort of noun phrase a speaker is.
fn kind(scene: &Scene<'_>, speaker: &Range<usize>) -> usize {
    let document = scene.document;
    if speaker.len() == 1 && document.token(speaker.start).is(Class::Pronoun) {
        return usize::from(!document.any(speaker.start, &["he", "she", "they", "i", "we"]));
    }
    match scene.last_kind(speaker) {
        Some(EntityKind::Person) => 2,
        Some(EntityKind::Organization) => 3,
        Some(EntityKind::Place) => 4,
        None if speaker
            .clone()
            .any(|at| document.token(at).any_of(&[Class::Source, Class::Role, Class::Demonym])) =>
        {
            5
        }
        None if document.token(speaker.start).is_capital() => 6,
        None => 7,
    }
}

/// The place of a candidate in words.
const fn reason(place: Place) -> &'static str {
    match place {
        Place::Nobody => "words in quotation marks, by no one who is named",
        Place::Inverted | Place::Behind => "the verb and the speaker stand behind the words",
        Place::FarBehind => "a verb further behind in the sentence has this subject",
        Place::Before => "the verb and the speaker stand before the words",
        Place::FarBefore => "a verb further before in the sentence has this subject",
        Place::According => "“according to” names the speaker",
        Place::Quoting => "someone is quoted as saying the words",
        Place::Colon => "a name and a colon stand before the words",
        Place::Signed => "a dash and a name stand behind the words",
        Place::Announced => "the sentence before announces the words",
        Place::SentenceBefore => "inferred: the sentence before is about them",
        Place::Continued => "the quotation goes on from the paragraph before",
        Place::Same => "inferred: the speaker of the words before, in the same paragraph",
        Place::Paragraph => "inferred: the speaker of the paragraph before",
        Place::First | Place::Last => {
            "inferred: the sentence is about them, but no verb says that the words are theirs"
        }
    }
}

/// Whether a verb or a comma beside short quoted words makes them more than a name or a hint of
/// irony.
pub(super) fn is_attributed(scene: &Scene<'_>, quoted: &Quoted) -> bool {
    let document = scene.document;
    let near =
        (1..=3).filter_map(|back| quoted.tokens.start.checked_sub(back)).any(|at| scene.is_cue(at));
    let next = quoted.tokens.end;
    let behind = scene.is_cue(next) || scene.is_cue(next + 1) || document.is(next, "according");
    near || behind && !document.token(next).is_break()
}
