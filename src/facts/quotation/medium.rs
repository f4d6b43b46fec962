//! Media, through which words reach the reader.

use super::scene::Scene;
use super::subject::phrase;
use crate::facts::entity::EntityKind;
use std::ops::Range;

/// Words for media, as they end a phrase.
const MEDIA: &[&str] = &[
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

/// Media that words are told to: "told Reuters", "told the newspaper".
pub(super) fn told(scene: &Scene<'_>, cue: usize) -> Option<Range<usize>> {
    let document = scene.document;
    if !document.any(cue, &["told", "tells", "telling"]) {
        return None;
    }
    let to = phrase(scene, cue + 1)?;
    let named = scene.name_at(to.start).or_else(|| scene.name_at(to.end - 1));
    let body = named.is_some_and(|(_, name)| name.kind == EntityKind::Organization);
    (body || document.any(to.end - 1, MEDIA)).then_some(to)
}
