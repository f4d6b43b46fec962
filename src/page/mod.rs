//! An article set in lines at one width: the bridge between bytes and rows.
//!
//! A [`Page`] holds no lines. It sets the rows that are asked for from the place they are asked
//! for. The law: what a call costs hangs on the rows it is asked for and on the screen's width,
//! not on the length of the article or of a paragraph. It holds because a block is set in
//! segments (`segment`), each from itself alone: the lines of code and tables, and pieces of at
//! most 16 KB of prose, begun anew where a sentence starts. No call sets more than one
//! segment beyond the rows it gives; `laws` counts the work.

mod cluster;
mod frame;
mod ornament;
mod segment;
mod step;
mod table;

use crate::article::Article;
use crate::text::Span;
use frame::Frame;
use step::Mark;

pub use cluster::Cluster;
pub use ornament::Ornament;

/// How a page is set.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Setting {
    /// The measure: how many columns a line has.
    pub columns: usize,
    /// Whether lines are stretched to the measure.
    pub justified: bool,
    /// Whether captions are set in full instead of as a marker of one row.
    pub captions: bool,
    /// Whether folded and hidden blocks are set too.
    pub everything: bool,
}

/// Where a row stands in an article, whatever the width. Places order as rows do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// The index of the block.
    pub block: usize,
    /// The first byte of the row.
    pub at: usize,
    /// Tells rows apart that start at one byte: the gap before a block from its first line, and
    /// the rows of one table row from each other.
    pub sub: usize,
}

/// One row of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub place: Place,
    /// What is on it.
    pub kind: RowKind,
    /// The bytes it shows; empty on rows without text. The rows of one table row, which show
    /// parts of each of its cells, all have the span of the whole.
    pub span: Span,
    /// The columns left free before the text, for quotes, lists and code.
    pub indent: usize,
}

/// What is on a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RowKind {
    /// Nothing: the gap between blocks.
    Gap,
    /// A line of text. The first of a list item carries its bullet or number in the indent.
    Line {
        /// Whether it is the block's first.
        first: bool,
        /// Whether it is the block's last, which is never stretched.
        last: bool,
    },
    /// The marker of the image with this index, its caption folded to one row.
    Image(usize),
    /// A row of a table.
    Table,
    /// A rule across the measure.
    Rule,
}

/// An article set at one width.
#[derive(Debug, Clone, Copy)]
pub struct Page<'a> {
    /// The article.
    pub article: &'a Article,
    /// How it is set.
    pub setting: Setting,
}

impl<'a> Page<'a> {
    /// `article`, set as `setting` says.
    pub const fn new(article: &'a Article, setting: Setting) -> Self {
        Self { article, setting }
    }

    /// The first row's place.
    pub fn first(&self) -> Place {
        self.frame_from(0).map_or_else(Place::default, |frame| frame.place(frame.first()))
    }

    /// The last row's place.
    pub fn last(&self) -> Place {
        let frame = self.frame_before(self.article.blocks.len());
        let place = frame.and_then(|frame| frame.places(frame.last_segment()).pop());
        place.unwrap_or_default()
    }

    /// The place `rows` rows below `place`, or of the last row.
    pub fn down(&self, place: Place, rows: usize) -> Place {
        let Some((mut frame, mut mark)) = self.settle(place) else { return Place::default() };
        for _ in 0..rows {
            let Some((below, next)) = self.below(&frame, frame.step(mark).1) else { break };
            mark = next;
            if let Some(below) = below {
                frame = below;
            }
        }
        frame.place(mark)
    }

    /// The place `rows` rows above `place`, or of the first row.
    pub fn up(&self, place: Place, rows: usize) -> Place {
        let Some((mut frame, mark)) = self.settle(place) else { return Place::default() };
        let here = frame.place(mark);
        let mut segment = frame.segment_of(mark);
        let mut above = frame.places(segment);
        above.truncate(above.partition_point(|place| *place < here));
        let mut left = rows;
        loop {
            if left == 0 {
                return here;
            }
            if let Some(found) = above.len().checked_sub(left) {
                return above.get(found).copied().unwrap_or(here);
            }
            left -= above.len();
            if let Some(before) = frame.segment_before(segment) {
                segment = before;
            } else if let Some(before) = self.frame_before(frame.index) {
                frame = before;
                segment = frame.last_segment();
            } else {
                return frame.place(frame.first());
            }
            above = frame.places(segment);
        }
    }

    /// The place of the row that shows byte `at`, or of the nearest shown row after it, else of
    /// the last row. A place that was made at another width is brought to this one by its byte.
    pub fn place_of(&self, at: usize) -> Place {
        let block = self.article.block_at(at);
        let holds = |frame: &Frame<'_>| frame.index == block && at < frame.span.end;
        if let Some(frame) = self.frame(block).filter(holds) {
            return frame.place(frame.row_at(at));
        }
        let after = if self.starts_after(block, at) { block } else { block + 1 };
        match self.frame_from(after) {
            Some(frame) => frame.place(frame.first_line()),
            None => self.last(),
        }
    }

    /// The rows from `place` on.
    pub fn rows(&self, place: Place) -> impl Iterator<Item = Row> + use<'a> {
        let page = *self;
        let mut here = page.settle(place);
        std::iter::from_fn(move || {
            let (frame, mark) = here.take()?;
            let (row, next) = frame.step(mark);
            here = page.below(&frame, next).map(|(below, next)| (below.unwrap_or(frame), next));
            Some(row)
        })
    }

    /// What follows a row: `next` in its own block, or the first row of the block below, which is
    /// given along.
    fn below(&self, frame: &Frame<'a>, next: Option<Mark>) -> Option<(Option<Frame<'a>>, Mark)> {
        if let Some(next) = next {
            return Some((None, next));
        }
        let below = self.frame_from(frame.index + 1)?;
        let first = below.first();
        Some((Some(below), first))
    }

    /// The row at `place`, at this width; where that is not shown, the one after it.
    fn settle(&self, place: Place) -> Option<(Frame<'a>, Mark)> {
        if let Some(frame) = self.frame(place.block) {
            let mark = frame.settle(place);
            return Some((frame, mark));
        }
        if let Some(frame) = self.frame_from(place.block) {
            let mark = frame.first_line();
            return Some((frame, mark));
        }
        let frame = self.frame_before(self.article.blocks.len())?;
        let mark = frame.last_row();
        Some((frame, mark))
    }

    fn starts_after(&self, block: usize, at: usize) -> bool {
        self.article.blocks.get(block).is_some_and(|block| block.span.start > at)
    }

    /// How the block with this index is set; `None` where it is not.
    fn frame(&self, index: usize) -> Option<Frame<'a>> {
        self.is_set(index).then(|| Frame::of(*self, index))?
    }

    /// The first block from `index` on that is set. Those that are not cost a look each.
    fn frame_from(&self, index: usize) -> Option<Frame<'a>> {
        (index..self.article.blocks.len()).find_map(|index| self.frame(index))
    }

    /// The last block before `index` that is set.
    fn frame_before(&self, index: usize) -> Option<Frame<'a>> {
        let index = index.min(self.article.blocks.len());
        (0..index).rev().find_map(|index| self.frame(index))
    }
}

#[cfg(test)]
mod laws;
#[cfg(test)]
mod tests;
