//! Who said quoted words, and through whom they reached the reader.

use super::marks::Quoted;
use super::phrase::{phrase_from, subject};
use super::scene::Scene;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::ops::Range;

/// How far a verb that reports words stands from them at most, in tokens.
const REACH: usize = 30;

/// Who said words, through whom, and by which words the text says so.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Attribution {
    /// Who.
    pub(super) speaker: Option<Range<usize>>,
    /// Through whom.
    pub(super) channel: Option<Range<usize>>,
    /// The words that attribute.
    pub(super) cue: Option<Range<usize>>,
    /// How sure it is, in percent.
    pub(super) confidence: u8,
    /// The rule, in words.
    pub(super) reason: &'static str,
}

/// The attribution that stands in the sentences of the quoted words themselves.
pub(super) fn attribution(scene: &Scene<'_>, quoted: &Quoted) -> Option<Attribution> {
    let found = behind(scene, quoted)
        .or_else(|| before(scene, quoted))
        .or_else(|| announced(scene, quoted))
        .or_else(|| signed(scene, quoted))
        .or_else(|| about(scene, quoted))?;
    if found.channel.is_some() {
        return Some(found);
    }
    // "According to the radio, she said “…”": the radio passes on what she said.
    let head = according(scene, scene.sentence(quoted.tokens.start).start);
    let channel =
        head.and_then(|head| head.speaker).filter(|head| found.speaker.as_ref() != Some(head));
    Some(Attribution { channel, ..found })
}

/// "“…” — Ann Lee": a dash and a name behind the words, on their line or the next.
fn signed(scene: &Scene<'_>, quoted: &Quoted) -> Option<Attribution> {
    let document = scene.document;
    let mut at = quoted.tokens.end;
    while document.token(at).is_break() && at < quoted.tokens.end + 2 {
        at += 1;
    }
    let dash = matches!(document.word(at), "—" | "–" | "-" | "--" | "―" | "~");
    let (_, name) =
        scene.name_at(at + 1).filter(|(_, name)| dash && name.tokens.start == at + 1)?;
    Some(Attribution {
        speaker: Some(name.tokens.clone()),
        confidence: 80,
        reason: "a dash and a name stand behind the words",
        ..Attribution::default()
    })
}

/// A part of a sentence in quotation marks without a verb that reports: most often the words of
/// whom the sentence is about.
fn about(scene: &Scene<'_>, quoted: &Quoted) -> Option<Attribution> {
    let sentence = scene.sentence(quoted.tokens.start);
    let first = scene.names.partition_point(|name| name.tokens.start < sentence.start);
    let names = scene.names.get(first..)?.iter().take(12);
    let mut before = names.take_while(|name| name.tokens.end <= quoted.tokens.start);
    let name = before.find(|name| {
        // "Told Ann Lee", "a tape obtained by Reuters": not whom the sentence is about.
        let aside = name.tokens.start.checked_sub(1);
        let aside = aside.is_some_and(|at| scene.document.any(at, &["to", "told", "by"]));
        name.kind != EntityKind::Place && !aside
    })?;
    Some(Attribution {
        speaker: Some(name.tokens.clone()),
        confidence: 48,
        reason: "the sentence is about them, but no verb says that the words are theirs",
        ..Attribution::default()
    })
}

/// "…,” said Ann Lee", "…,” she told Reuters", "…,” according to the ministry".
fn behind(scene: &Scene<'_>, quoted: &Quoted) -> Option<Attribution> {
    let document = scene.document;
    let mut at = quoted.tokens.end;
    while matches!(document.word(at), "," | "—" | "–" | "--" | "-" | "_") {
        at += 1;
    }
    if let Some(found) = according(scene, at) {
        return Some(found);
    }
    if scene.is_cue(at) {
        let speaker = phrase_from(scene, at + 1);
        return speaker.map(|speaker| Attribution {
            channel: channel(scene, at),
            speaker: Some(speaker),
            cue: Some(at..at + 1),
            confidence: 93,
            reason: "the verb and the speaker stand behind the words",
        });
    }
    let upto = scene.sentence(quoted.tokens.end.saturating_sub(1)).end.min(at + REACH);
    let cue = (at..upto).take_while(|&at| !opens(scene, at)).find(|&at| scene.is_cue(at))?;
    // A verb far behind partial words belongs to something else.
    verb(scene, cue, at).map(|found| Attribution { confidence: 92, ..found })
}

fn opens(scene: &Scene<'_>, at: usize) -> bool {
    matches!(scene.document.word(at), "“" | "\"" | "„" | "«" | "‘")
}

/// "according to the ministry" at `at`.
pub(super) fn according(scene: &Scene<'_>, at: usize) -> Option<Attribution> {
    let document = scene.document;
    if !(document.is(at, "according") && document.is(at + 1, "to")) {
        return None;
    }
    Some(Attribution {
        speaker: Some(phrase_from(scene, at + 2)?),
        channel: None,
        cue: Some(at..at + 2),
        confidence: 88,
        reason: "“according to” names the speaker",
    })
}

/// What the verb at `cue` says, its subject looked for down to `floor`: "Ann Lee told Reuters",
/// "the radio quoted Ann Lee as saying", "Ann Lee was quoted by the radio as saying".
pub(super) fn verb(scene: &Scene<'_>, cue: usize, floor: usize) -> Option<Attribution> {
    let document = scene.document;
    let found = |speaker: Range<usize>, channel: Option<Range<usize>>, cue: Range<usize>| {
        Some(Attribution {
            speaker: Some(speaker),
            channel,
            cue: Some(cue),
            confidence: 90,
            reason: "the speaker is the subject of the verb",
        })
    };
    if document.any(cue, &["quoted", "quotes", "quoting", "cited", "cites", "citing"]) {
        let passive = document.before(cue, 1).is(Class::Auxiliary)
            && !document.any(cue - 1, &["has", "had", "have"]);
        if passive {
            let by = (cue + 1..cue + 6).find(|&at| document.is(at, "by"));
            let channel = by.and_then(|by| phrase_from(scene, by + 1));
            return found(subject(scene, cue, floor)?, channel, cue..cue + 1);
        }
        let speaker = phrase_from(scene, cue + 1)?;
        let saying = document.is(speaker.end, "as") && scene.is_cue(speaker.end + 1);
        let end = if saying { speaker.end + 2 } else { cue + 1 };
        return found(speaker, subject(scene, cue, floor), cue..end);
    }
    if document.before(cue, 1).span.of(document.text) == "as" {
        // "As saying": the verb before it knows who.
        let quoting = (floor..cue)
            .rev()
            .take(12)
            .find(|&at| document.any(at, &["quoted", "cited", "quoting", "citing"]))?;
        return verb(scene, quoting, floor);
    }
    let speaker = subject(scene, cue, floor).or_else(|| first_name(scene, cue, floor))?;
    found(speaker, channel(scene, cue), cue..cue + 1)
}

/// The subject of "saying" and its like behind a comma: the name that the sentence begins with.
fn first_name(scene: &Scene<'_>, cue: usize, floor: usize) -> Option<Range<usize>> {
    if !scene.document.word(cue).ends_with("ing") {
        return None;
    }
    let floor = floor.max(cue.saturating_sub(2 * REACH));
    let first = scene.names.partition_point(|name| name.tokens.start < floor);
    let names = scene.names.get(first..)?.iter().take_while(|name| name.tokens.end <= cue);
    let mut speakers = names.filter(|name| name.kind != EntityKind::Place);
    let pronoun = (floor..cue).find(|&at| scene.document.any(at, &["he", "she", "they"]));
    let speaker = speakers.next().map(|name| name.tokens.clone());
    match (speaker, pronoun) {
        (Some(speaker), Some(pronoun)) if pronoun < speaker.start => Some(pronoun..pronoun + 1),
        (None, Some(pronoun)) => Some(pronoun..pronoun + 1),
        (speaker, _) => speaker,
    }
}

/// Media that words are told to: "told Reuters", "told the newspaper".
fn channel(scene: &Scene<'_>, cue: usize) -> Option<Range<usize>> {
    let document = scene.document;
    if !document.any(cue, &["told", "tells", "telling"]) {
        return None;
    }
    let to = phrase_from(scene, cue + 1)?;
    let named = scene.name_at(to.start).or_else(|| scene.name_at(to.end - 1));
    let body = named.is_some_and(|(_, name)| name.kind == EntityKind::Organization);
    let media = [
        "newspaper",
        "agency",
        "television",
        "tv",
        "radio",
        "network",
        "daily",
        "magazine",
        "website",
        "channel",
        "station",
        "paper",
        "broadcaster",
    ];
    (body || document.any(to.end - 1, &media)).then_some(to)
}

/// A verb before the words, in the same sentence: "Ann Lee said: “…", "He called it “…".
fn before(scene: &Scene<'_>, quoted: &Quoted) -> Option<Attribution> {
    let document = scene.document;
    let start = quoted.tokens.start;
    let sentence = scene.sentence(start);
    let floor = sentence.start.max(start.saturating_sub(REACH));
    let cue = (floor..start).rev().find(|&at| scene.is_cue(at) || document.is(at, "according"));
    let Some(cue) = cue else { return colon(scene, start, floor) };
    if let Some(found) = according(scene, cue) {
        return Some(found);
    }
    let found = verb(scene, cue, sentence.start).or_else(|| {
        // "Said Ann Lee: “…”"
        let speaker = phrase_from(scene, cue + 1)?;
        Some(Attribution {
            speaker: Some(speaker),
            cue: Some(cue..cue + 1),
            ..Attribution::default()
        })
    })?;
    let near = start - cue <= 3;
    Some(Attribution {
        confidence: if near { 90 } else { 75 },
        reason: "the verb and the speaker stand before the words",
        ..found
    })
}

/// A name and a colon: "Lee: “…”".
fn colon(scene: &Scene<'_>, start: usize, floor: usize) -> Option<Attribution> {
    let colon = start.checked_sub(1).filter(|&at| scene.document.word(at) == ":" && at > floor)?;
    let (_, name) = scene.name_at(colon - 1)?;
    Some(Attribution {
        speaker: Some(name.tokens.clone()),
        confidence: 75,
        reason: "a name and a colon stand before the words",
        ..Attribution::default()
    })
}

/// A sentence before the words that ends with a colon and says who speaks.
fn announced(scene: &Scene<'_>, quoted: &Quoted) -> Option<Attribution> {
    let document = scene.document;
    let start = scene.sentence(quoted.tokens.start).start;
    if start != quoted.tokens.start {
        return None;
    }
    let last = start.checked_sub(2)?;
    if document.word(last) != ":" {
        return None;
    }
    let sentence = scene.sentence(last);
    let cue = sentence.clone().rev().find(|&at| scene.is_cue(at));
    let found = if let Some(cue) = cue {
        verb(scene, cue, sentence.start)?
    } else {
        let person = scene.person_in(sentence)?;
        Attribution { speaker: Some(person.tokens.clone()), ..Attribution::default() }
    };
    Some(Attribution { confidence: 75, reason: "the sentence before announces the words", ..found })
}

/// Whether a verb or a comma beside short quoted words makes them more than a name or a hint of
/// irony.
pub(super) fn is_attributed(scene: &Scene<'_>, quoted: &Quoted) -> bool {
    let document = scene.document;
    let near =
        (1..=3).filter_map(|back| quoted.tokens.start.checked_sub(back)).any(|at| scene.is_cue(at));
    let next = quoted.tokens.end;
    let behind = scene.is_cue(next) || scene.is_cue(next + 1) || document.is(next, "according");
    near || behind && document.token(next).shape != Shape::Break
}
