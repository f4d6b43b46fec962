//! Getting about in the text: by rows, sentences, paragraphs, headings, and to a byte.

use super::Reader;
use crate::article::{Block, BlockRole};
use crate::page::{Place, RowKind};
use crate::text::{Span, sentence};

impl Reader {
    /// Scrolls by rows, no further than the ends. The current sentence follows with
    /// [`Reader::settle`], so that a thousand keys cost little more than one.
    pub fn scroll(&mut self, rows: isize) {
        let page = self.page();
        let by = rows.unsigned_abs();
        self.top = if rows < 0 { page.up(self.top, by) } else { page.down(self.top, by) };
        self.keep_in_reach();
    }

    /// Lets the current sentence follow the screen where it has left it.
    pub fn settle(&mut self) {
        self.keep_in_reach();
        self.keep_sentence_in_sight();
    }

    /// Goes to the beginning.
    pub fn top(&mut self) {
        self.jumps.leave(self.sentence.start);
        self.top = self.page().first();
        self.sentence = Span::default();
        self.settle();
    }

    /// Goes to the end.
    pub fn bottom(&mut self) {
        self.jumps.leave(self.sentence.start);
        self.top = self.page().last();
        self.keep_in_reach();
        self.sentence = self.last_sentence();
    }

    /// Goes to so many percent of the text.
    pub fn go_to_percent(&mut self, percent: usize) {
        let (start, end) = self.shown();
        let at = start + end.saturating_sub(start).saturating_mul(percent.min(100)) / 100;
        self.jump(self.text().floor_char_boundary(at.min(end.saturating_sub(1))));
    }

    /// Goes to the sentence that holds byte `at`, from where [`Reader::back`] returns.
    pub fn jump(&mut self, at: usize) {
        self.jumps.leave(self.sentence.start);
        self.show(at);
    }

    /// Makes the sentence that holds byte `at` current and brings it into sight.
    pub fn show(&mut self, at: usize) {
        self.sentence = self.sentence_at(at);
        self.reveal(self.sentence.start.max(at.min(self.sentence.end.saturating_sub(1))));
    }

    /// Back to before the last jump.
    pub fn back(&mut self) -> bool {
        let to = self.jumps.back(self.sentence.start);
        to.inspect(|at| self.show(*at)).is_some()
    }

    /// Forward again.
    pub fn forward(&mut self) -> bool {
        let to = self.jumps.forward();
        to.inspect(|at| self.show(*at)).is_some()
    }

    /// The next sentence of the article, or the one before.
    pub fn step_sentence(&mut self, forward: bool) {
        if self.skims() {
            if let Some(found) = self.telling_sentence(forward) {
                self.sentence = found;
                self.reveal_span(found);
            }
            return;
        }
        let block = self.opened.article.block_at(self.sentence.start);
        let within = self.block_span(block);
        let inside = if forward {
            sentence::next_sentence(self.text(), within, self.sentence.start)
        } else {
            sentence::previous_sentence(self.text(), within, self.sentence.start)
        };
        let found = inside.or_else(|| {
            let block = self.neighbour(block, forward, holds_sentences)?;
            let span = self.block_span(block);
            let at = if forward { span.start } else { span.end.saturating_sub(1) };
            Some(self.sentence_at(at))
        });
        if let Some(found) = found {
            self.sentence = found;
            self.reveal_span(found);
        }
    }

    /// The next paragraph, or the one before: its first sentence becomes current.
    pub fn step_paragraph(&mut self, forward: bool) {
        self.step_block(forward, holds_sentences);
    }

    /// The next heading, or the one before.
    pub fn step_heading(&mut self, forward: bool) {
        self.step_block(forward, |block| {
            matches!(block.role, BlockRole::Heading(_) | BlockRole::Title)
        });
    }

    fn step_block(&mut self, forward: bool, wanted: impl Fn(&Block) -> bool) {
        let current = self.opened.article.block_at(self.sentence.start);
        let Some(block) = self.neighbour(current, forward, wanted) else { return };
        self.sentence = self.sentence_at(self.block_span(block).start);
        self.reveal_span(self.block_span(block));
    }

    /// The nearest set block after or before `block` that is wanted.
    pub(super) fn neighbour(
        &self,
        block: usize,
        forward: bool,
        wanted: impl Fn(&Block) -> bool,
    ) -> Option<usize> {
        let blocks = &self.opened.article.blocks;
        let mut fits = |at: &usize| {
            blocks
                .get(*at)
                .is_some_and(|block| self.is_set(block) && !block.span.is_empty() && wanted(block))
        };
        if forward {
            (block + 1..blocks.len()).find(&mut fits)
        } else {
            (0..block).rev().find(fits)
        }
    }

    pub(super) fn block_span(&self, block: usize) -> Span {
        self.opened.article.blocks.get(block).map_or_else(Span::default, |block| block.span)
    }

    /// The sentence that holds byte `at`.
    pub fn sentence_at(&self, at: usize) -> Span {
        let within = self.block_span(self.opened.article.block_at(at));
        sentence::sentence_at(self.text(), within, at)
    }

    /// The last sentence on the page.
    fn last_sentence(&self) -> Span {
        let end = self.opened.article.blocks.len();
        let last = self.neighbour(end, false, holds_sentences);
        last.map_or(self.sentence, |block| {
            self.sentence_at(self.block_span(block).end.saturating_sub(1))
        })
    }

    /// Puts the row that shows byte `at` at the top, the gap above it included.
    pub fn put_at_top(&mut self, at: usize) {
        let page = self.page();
        let place = page.place_of(at);
        let above = page.up(place, 1);
        let gap = page.rows(above).next().is_some_and(|row| row.kind == RowKind::Gap);
        // The gap stays above the screen, except at the very beginning.
        self.top = if gap && above == page.first() { above } else { place };
    }

    /// Scrolls so that byte `at` is on the screen: not at all where it is, by as little as shows
    /// it where it is near, else so that it stands a third down.
    pub fn reveal(&mut self, at: usize) {
        self.reveal_span(Span::at(at));
    }

    fn reveal_span(&mut self, span: Span) {
        let (page, rows) = (self.page(), self.rows());
        let first = page.place_of(span.start);
        let last = page.place_of(span.end.saturating_sub(1).max(span.start));
        // A span taller than the screen is shown from its start.
        let last = last.min(page.down(first, rows - 1));
        let bottom = page.down(self.top, rows - 1);
        let reach = rows / 2 + 1;
        self.top = if first >= self.top && last <= bottom {
            self.top
        } else if first < self.top && page.down(first, reach) >= self.top {
            page.up(first, margin(rows))
        } else if last > bottom && page.up(last, reach) <= bottom {
            page.up(last, rows - 1 - margin(rows))
        } else {
            page.up(first, rows / 3)
        };
        self.keep_in_reach();
    }

    /// Keeps the last row of the article from rising above the foot of the screen.
    pub(super) fn keep_in_reach(&mut self) {
        let page = self.page();
        let lowest = self.lowest.unwrap_or_else(|| page.up(page.last(), self.rows() - 1));
        self.lowest = Some(lowest);
        self.top = self.top.min(lowest);
    }

    /// Makes the first whole sentence on the screen current where the current one has left it.
    fn keep_sentence_in_sight(&mut self) {
        let visible = self.visible();
        let shows = |span: Span| visible.iter().any(|row| row.span.overlaps(span));
        if !self.sentence.is_empty() && shows(self.sentence) {
            return;
        }
        let above = visible.first().is_some_and(|row| row.span.start >= self.sentence.end);
        let started = self.visible_sentences(&visible);
        let found =
            if above || self.sentence.is_empty() { started.first() } else { started.last() };
        if let Some(found) = found {
            self.sentence = *found;
        }
    }

    /// The sentences that start on the rows; where none does, the one that runs through them.
    pub(super) fn visible_sentences(&self, rows: &[crate::page::Row]) -> Vec<Span> {
        let mut found: Vec<Span> = Vec::new();
        let mut running = None;
        for row in rows.iter().filter(|row| !row.span.is_empty() && self.tells(row.place)) {
            let mut at = row.span.start;
            while at < row.span.end {
                let sentence = self.sentence_at(at);
                if sentence.start >= row.span.start {
                    found.push(sentence);
                }
                running = running.or(Some(sentence));
                at = sentence.end.max(at + 1);
                let rest = Span::new(at, row.span.end).of(self.text());
                at += rest.len() - rest.trim_start().len();
                if rest.trim().is_empty() {
                    break;
                }
            }
        }
        found.dedup();
        if found.is_empty() { running.into_iter().collect() } else { found }
    }

    fn tells(&self, place: Place) -> bool {
        self.opened.article.blocks.get(place.block).is_some_and(holds_sentences)
    }
}

/// The rows kept between the current words and the edge of the screen.
const fn margin(rows: usize) -> usize {
    if rows > 12 { 2 } else { 0 }
}

/// Whether the sentences of `block` are stops for the reader.
fn holds_sentences(block: &Block) -> bool {
    !matches!(block.role, BlockRole::Break | BlockRole::Caption | BlockRole::Credit)
}

#[cfg(test)]
mod tests {
    use super::super::tests::{many, reading, top};

    const PROSE: &str = "First one. Second one.\n\nThird here. Fourth here.\n\nFifth.";

    fn current(keys: &str) -> String {
        let mut reader = reading(PROSE, 40, 10);
        for key in keys.chars() {
            match key {
                '.' => reader.step_sentence(true),
                ',' => reader.step_sentence(false),
                '}' => reader.step_paragraph(true),
                _ => reader.step_paragraph(false),
            }
        }
        reader.sentence.of(reader.text()).to_owned()
    }

    #[test]
    fn sentences_follow_each_other_across_paragraphs() {
        assert_eq!(current(""), "First one.");
        assert_eq!(current("."), "Second one.");
        assert_eq!(current(".."), "Third here.");
        assert_eq!(current("..,"), "Second one.");
        assert_eq!(current("........."), "Fifth.");
    }

    #[test]
    fn paragraphs_begin_with_their_first_sentence() {
        assert_eq!(current("}"), "Third here.");
        assert_eq!(current("}}"), "Fifth.");
        assert_eq!(current("}}{"), "Third here.");
    }

    #[test]
    fn scrolling_stops_at_both_ends() {
        let mut reader = reading(&"Word.\n\n".repeat(30), 20, 5);
        reader.scroll(-3);
        assert_eq!(reader.top, reader.page().first());
        reader.scroll(1_000);
        assert_eq!(reader.visible().len(), 5);
        reader.scroll(1);
        assert_eq!(reader.visible().len(), 5);
    }

    #[test]
    fn the_current_sentence_stays_on_the_screen() {
        let prose = many(200, |n| format!("Sentence number {n} stands here. "));
        let mut reader = reading(&prose, 40, 6);
        for rows in [3, 8, -2, 40, -60, 1, 1, 1, -1] {
            reader.scroll(rows);
            reader.settle();
            assert!(reader.visible_span().overlaps(reader.sentence), "after {rows}");
        }
    }

    #[test]
    fn a_jump_and_back_return_to_the_words() {
        let prose = many(200, |n| format!("Line {n}.\n\n"));
        let mut reader = reading(&prose, 40, 9);
        let from = reader.sentence;
        reader.jump(900);
        assert!(reader.visible_span().holds(900));
        assert!(reader.back());
        assert_eq!((reader.sentence, top(&reader).as_str()), (from, "Line 0."));
        assert!(reader.forward());
        assert!(reader.visible_span().holds(900));
    }
}
