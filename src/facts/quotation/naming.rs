//! Speakers who are named in other ways than as the subject of a verb: "according to Lee", "as Lee
//! put it", "the radio quoted Lee as saying", "“…” — Ann Lee".

use super::cue::Cue;
use super::frame;
use super::scene::Scene;
use super::speaker::{Attribution, whom};
use super::subject::{self, phrase};
use crate::facts::lexicon::Class;
use std::ops::Range;

/// Whether the name at `at` signs the words before it: "“…” — Ann Lee".
pub(super) fn is_signature(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.document;
    let Some(dash) = at.checked_sub(1).filter(|&at| is_dash(document.word(at))) else {
        return false;
    };
    let mut before = dash.saturating_sub(1);
    while before > 0 && document.token(before).is_break() {
        before -= 1;
    }
    matches!(document.word(before), "”" | "\"" | "»" | "’")
}

pub(super) fn is_dash(word: &str) -> bool {
    matches!(word, "—" | "–" | "-" | "--" | "―" | "~")
}

/// "according to the ministry" or "per the ministry" at `at`.
pub(super) fn according(scene: &Scene<'_>, at: usize) -> Option<Attribution> {
    let document = scene.document;
    let from = if document.is(at, "according") && document.is(at + 1, "to") {
        at + 2
    } else {
        // Not "per hour".
        let next = document.token(at + 1);
        let source = next.is(Class::Determiner) && !document.any(at + 1, &["a", "an"])
            || scene.name_at(at + 1).is_some();
        (document.is(at, "per") && source).then_some(at + 1)?
    };
    let speaker = phrase(scene, from)?;
    Some(Attribution { cue: Some(at..from), ..whom(speaker) })
}

/// "as the ministry put it" at `at`.
pub(super) fn as_put(scene: &Scene<'_>, at: usize) -> Option<Attribution> {
    let document = scene.document;
    if !document.is(at, "as") {
        return None;
    }
    let put = (at + 2..at + 14).find(|&at| document.any(at, &["put", "puts"]))?;
    if !document.any(put + 1, &["it", "this", "that"]) {
        return None;
    }
    let speaker = subject::ending(scene, put - 1, at + 1)?;
    Some(Attribution { cue: Some(put..put + 2), ..whom(speaker) })
}

/// Whom "by" names behind a passive.
pub(super) fn agent(scene: &Scene<'_>, cue: &Cue) -> Option<Range<usize>> {
    let by = (cue.group.end..cue.group.end + 6).find(|&at| scene.document.is(at, "by"))?;
    phrase(scene, by + 1)
}

/// Through whom words came: "the radio quoted Ann Lee as saying".
pub(super) fn quoting(scene: &Scene<'_>, cue: &Cue, floor: usize) -> Option<Attribution> {
    let found = frame::quoting(scene, cue, floor)?;
    let document = scene.document;
    let end = found.speaker.end;
    let saying = document.is(end, "as") && document.word(end + 1).ends_with("ing");
    let until = if saying { end + 2 } else { found.cue.end };
    Some(Attribution {
        channel: found.channel,
        cue: Some(found.cue.start..until),
        ..whom(found.speaker)
    })
}
