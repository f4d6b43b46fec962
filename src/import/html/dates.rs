//! When the article appeared and when it was changed.

use super::day;
use super::meta::Sources;
use crate::article::{Instant, Origin, Stated};
use crate::import::date;

/// The `meta` elements that hold the day of the last change.
const MODIFIED: [&str; 8] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dateupdate",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
];

/// When the article first appeared; when it was changed, where nothing else is said.
pub(super) fn published(sources: Sources<'_>, headline: Option<usize>) -> Option<Stated<Instant>> {
    day::published(sources, headline)
}

/// When the article was last changed.
pub(super) fn modified(sources: Sources<'_>) -> Option<Stated<Instant>> {
    let Sources { head, linked, .. } = sources;
    at(linked.modified.as_deref(), Origin::JsonLd)
        .or_else(|| MODIFIED.iter().find_map(|name| at(head.get(name), Origin::MetaElement)))
}

fn at(words: Option<&str>, origin: Origin) -> Option<Stated<Instant>> {
    let words = words?;
    let value = date::instant(words).filter(|at| (1800..2100).contains(&at.date.year()))?;
    Some(Stated { value, origin, raw: Some(words.to_owned()) })
}
