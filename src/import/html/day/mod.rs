//! On which of the days that a page names the article appeared.
//!
//! No source is right by itself: programs state the day of the last change or the next one of
//! UTC, lines at the top are of other things, and a page shows several days. So all days are
//! gathered, each with the *signs* of where it stands, and the day with the greatest sum of their
//! weights is believed. A day that the page calls one of a change is asked only where nothing
//! states another.

mod compare;
mod gather;
mod line;
mod script;
mod sign;
#[cfg(test)]
mod tests;

pub(crate) use sign::NAMES;

use super::meta::Sources;
use crate::article::{Instant, Stated};
use sign::Signs;

/// A day that the page names.
#[derive(Debug, Clone)]
pub(super) struct Day {
    /// The first saying of it.
    pub(super) stated: Stated<Instant>,
    /// Where it stands.
    signs: Signs,
}

impl Day {
    /// The signs, a bit each.
    pub(super) const fn bits(&self) -> u64 {
        self.signs.bits()
    }
}

/// The day on which the article appeared; `headline` is the block that holds its title.
pub(super) fn published(sources: Sources<'_>, headline: Option<usize>) -> Option<Stated<Instant>> {
    let mut best: Option<(f32, Day)> = None;
    for day in candidates(sources, headline) {
        let score = day.signs.score();
        if best.as_ref().is_none_or(|(known, _)| score > *known) {
            best = Some((score, day));
        }
    }
    best.map(|(_, day)| day.stated)
}

/// The days that may be the one: those of changes only where no other is stated, and none that
/// stands where the days of other things do.
pub(super) fn candidates(sources: Sources<'_>, headline: Option<usize>) -> Vec<Day> {
    let mut days = gather::days(sources, headline);
    if days.iter().any(|day| compare::is_stated(day.signs)) {
        days.retain(|day| !compare::is_changed(day.signs));
    }
    days.retain(|day| day.signs.any(&sign::OWN));
    days
}
