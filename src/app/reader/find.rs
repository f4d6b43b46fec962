//! The search in the article: the words, the current hit, and which of how many it is.

use super::Reader;
use crate::page::Place;
use crate::text::{Span, find};

/// How many hits are counted before the counter says "more".
pub const COUNT_LIMIT: usize = 10_000;

/// A text up to this size is counted at every letter typed; a longer one when the search is done.
const COUNT_WHILE_TYPING: usize = 1 << 20;

/// The search in the article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Find {
    /// The words; empty when nothing is searched.
    pub needle: String,
    /// The current hit.
    pub current: Option<Span>,
    /// Which hit it is, from 1; 0 while not counted.
    pub number: usize,
    /// How many there are, at most [`COUNT_LIMIT`]; 0 while not counted.
    pub total: usize,
    /// Where the reader stood before the search began.
    origin: Option<(Place, Span)>,
}

impl Reader {
    /// Begins a search from here.
    pub fn begin_search(&mut self) {
        self.find = Find { origin: Some((self.top, self.sentence)), ..Find::default() };
    }

    /// Searches for `needle` from where the search began, as it is typed.
    pub fn search(&mut self, needle: &str) {
        let Some((top, sentence)) = self.find.origin else { return };
        let from = self.page_start(top);
        let first = self.hit_from(needle, from).or_else(|| self.hit_from(needle, 0));
        needle.clone_into(&mut self.find.needle);
        self.find.current = first;
        (self.find.number, self.find.total) = (0, 0);
        if let Some(hit) = first {
            self.reveal(hit.start);
        } else {
            (self.top, self.sentence) = (top, sentence);
        }
        if self.text().len() <= COUNT_WHILE_TYPING {
            self.count_hits();
        }
    }

    /// Ends the typing: the current hit's sentence becomes current, and the hits are counted.
    pub fn end_search(&mut self) {
        let origin = self.find.origin.take();
        if let Some(hit) = self.find.current {
            if let Some((_, sentence)) = origin {
                self.jumps.leave(sentence.start);
            }
            self.show(hit.start);
            self.count_hits();
        }
    }

    /// Gives the search up and goes back to where it began.
    pub fn cancel_search(&mut self) {
        if let Some((top, sentence)) = self.find.origin.take() {
            (self.top, self.sentence) = (top, sentence);
        }
        self.find = Find::default();
    }

    /// Goes to the next hit, or the one before, round the ends; says whether it went round.
    pub fn step_hit(&mut self, forward: bool) -> Option<bool> {
        let current = self.find.current?;
        let needle = std::mem::take(&mut self.find.needle);
        let (found, round) = if forward {
            let next = self.hit_from(&needle, current.end);
            (next.or_else(|| self.hit_from(&needle, 0)), next.is_none())
        } else {
            let before = self.hit_before(&needle, current.start);
            let last = || self.hit_before(&needle, self.text().len());
            (before.or_else(last), before.is_none())
        };
        self.find.needle = needle;
        let hit = found?;
        self.find.current = Some(hit);
        self.number_hit(forward, round);
        self.show(hit.start);
        Some(round)
    }

    /// The hits that share a byte with `span`.
    pub fn hits_in(&self, span: Span) -> Vec<Span> {
        if self.find.needle.is_empty() {
            return Vec::new();
        }
        find::hits_in(self.text(), &self.find.needle, span)
    }

    /// The counter moves with the hits; the set is counted anew only where it is not known.
    fn number_hit(&mut self, forward: bool, round: bool) {
        let (number, total) = (self.find.number, self.find.total);
        self.find.number = match (forward, round) {
            _ if total == 0 || total >= COUNT_LIMIT => return self.count_hits(),
            (true, true) => 1,
            (false, true) => total,
            (true, false) => number + 1,
            (false, false) => number.saturating_sub(1),
        };
    }

    /// Counts the hits in the blocks that are set, and how many stand up to the current one.
    fn count_hits(&mut self) {
        let Some(current) = self.find.current else { return };
        let (mut number, mut total, mut from) = (0, 0, 0);
        while let Some(hit) = self.hit_from(&self.find.needle, from) {
            total += 1;
            number += usize::from(hit.start <= current.start);
            from = hit.end;
            if total >= COUNT_LIMIT {
                break;
            }
        }
        (self.find.number, self.find.total) = (number, total);
    }

    /// The first hit at or after byte `from` in a block that is set.
    fn hit_from(&self, needle: &str, mut from: usize) -> Option<Span> {
        loop {
            let hit = find::find_next(self.text(), needle, from)?;
            match self.passed_over(hit) {
                None => return Some(hit),
                Some(block) => from = block.end.max(hit.end),
            }
        }
    }

    /// The last hit that ends at or before byte `before` in a block that is set.
    fn hit_before(&self, needle: &str, mut before: usize) -> Option<Span> {
        loop {
            let hit = find::find_previous(self.text(), needle, before)?;
            match self.passed_over(hit) {
                None => return Some(hit),
                Some(block) => before = block.start.min(hit.start),
            }
        }
    }

    /// The block around `hit`, where it is not set.
    fn passed_over(&self, hit: Span) -> Option<Span> {
        let article = &self.opened.article;
        let block = article.blocks.get(article.block_at(hit.start))?;
        (!self.is_set(block)).then_some(block.span)
    }

    fn page_start(&self, top: Place) -> usize {
        self.page().rows(top).find(|row| !row.span.is_empty()).map_or(top.at, |row| row.span.start)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{many, reading};
    use super::*;

    fn searching(needle: &str) -> Reader {
        let prose = many(60, |n| format!("Paragraph {n} on salt.\n\n"));
        let mut reader = reading(&prose, 40, 10);
        reader.begin_search();
        reader.search(needle);
        reader
    }

    fn counter(reader: &Reader) -> (usize, usize) {
        (reader.find.number, reader.find.total)
    }

    #[test]
    fn the_counter_follows_the_hits_round_the_ends() {
        let mut reader = searching("salt");
        reader.end_search();
        assert_eq!(counter(&reader), (1, 60));
        assert_eq!(reader.step_hit(true), Some(false));
        assert_eq!(counter(&reader), (2, 60));
        reader.step_hit(false);
        assert_eq!(reader.step_hit(false), Some(true));
        assert_eq!(counter(&reader), (60, 60));
        assert_eq!(reader.step_hit(true), Some(true));
        assert_eq!(counter(&reader), (1, 60));
    }

    #[test]
    fn typing_shows_the_first_hit_and_escape_goes_back() {
        let mut reader = searching("graph 50");
        assert!(reader.visible_span().overlaps(reader.find.current.unwrap()));
        reader.cancel_search();
        assert_eq!((reader.top, reader.find.needle.as_str()), (reader.page().first(), ""));
    }

    #[test]
    fn no_hit_leaves_the_page_where_it_was() {
        let reader = searching("pepper");
        assert_eq!((reader.find.current, reader.top), (None, reader.page().first()));
    }

    #[test]
    fn every_hit_on_the_screen_is_known() {
        let reader = searching("paragraph");
        let hits = reader.hits_in(reader.visible_span());
        assert!(hits.len() >= 4);
        assert!(hits.iter().all(|hit| hit.of(reader.text()) == "Paragraph"));
    }
}
