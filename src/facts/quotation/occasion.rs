//! On what occasion something was said: words between the verb and what was said that are no part
//! of it.

use super::scene::Scene;
use super::subject;
use crate::facts::token::Shape;

/// Occasions, days and media that words are said on.
const OCCASIONS: &[&str] = &[
    "statement",
    "interview",
    "speech",
    "tweet",
    "tweets",
    "letter",
    "email",
    "briefing",
    "rally",
    "conference",
    "hearing",
    "debate",
    "report",
    "memo",
    "address",
    "call",
    "post",
    "filing",
    "testimony",
    "remarks",
    "appearance",
    "article",
    "event",
    "meeting",
    "week",
    "month",
    "year",
    "morning",
    "night",
    "afternoon",
    "evening",
    "reporters",
    "twitter",
    "facebook",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "cnn",
    "msnbc",
    "television",
    "radio",
    "op-ed",
    "blog",
    "news",
    "part",
    "town",
    "hall",
    "forum",
    "essay",
    "column",
    "video",
    "press",
    "release",
    "supporters",
    "congress",
    "earlier",
    "journalists",
];

/// Behind "in a statement", "on Monday", "at a rally in Ohio", "last week", "to reporters".
pub(super) fn occasion(scene: &Scene<'_>, at: usize, end: usize) -> Option<usize> {
    let document = scene.document;
    let last = (at + 1..end.min(at + 5)).find(|&at| document.any(at, OCCASIONS))?;
    let plain = (at + 1..last).all(|at| {
        !subject::is_finite(scene, at)
            && document.token(at).shape != Shape::Mark
            && !document.is(at, "that")
    });
    if !plain {
        return None;
    }
    let mut after = last + 1;
    while after < end && document.any(after, OCCASIONS) {
        after += 1;
    }
    // "… with reporters", "… in Ohio".
    if document.any(after, &["in", "with", "on", "to", "at", "from"]) {
        let named = subject::phrase(scene, after + 1)
            .filter(|phrase| scene.name_at(phrase.start).is_some() || phrase.len() <= 2);
        after = named.map_or(after, |named| named.end);
    }
    Some(after)
}
