//! An article set in lines at one width: the bridge between bytes and rows.
//!
//! A [`Page`] holds no lines. It sets the rows that are asked for from the place they are asked
//! for, so that its cost is what the screen costs, whatever the size of the article.

use crate::article::Article;
use crate::text::Span;

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
    /// The bytes it shows; empty on rows without text.
    pub span: Span,
    /// The columns left free before the text, for quotes, lists and headings.
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

/// A grapheme cluster on a row, in the order in which it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cluster {
    /// Its bytes.
    pub span: Span,
    /// Its first column, from the left edge of the page.
    pub column: usize,
    /// How many columns it takes: 1 or 2.
    pub width: usize,
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
        Place::default()
    }

    /// The last row's place.
    pub fn last(&self) -> Place {
        Place::default()
    }

    /// The place `rows` rows below `place`, or of the last row.
    pub fn down(&self, place: Place, rows: usize) -> Place {
        _ = rows;
        place
    }

    /// The place `rows` rows above `place`, or of the first row.
    pub fn up(&self, place: Place, rows: usize) -> Place {
        _ = rows;
        place
    }

    /// The place of the row that shows byte `at`, or of the nearest shown row after it. A place
    /// that was made at another width is brought to this one by its byte.
    pub fn place_of(&self, at: usize) -> Place {
        Place { at, ..Place::default() }
    }

    /// The rows from `place` on.
    pub fn rows(&self, place: Place) -> impl Iterator<Item = Row> + use<'a> {
        _ = place;
        std::iter::empty()
    }

    /// The clusters of `row` in the order in which they are seen, with stretched spaces, table
    /// columns and right-to-left runs where they belong.
    pub fn clusters(&self, row: &Row) -> Vec<Cluster> {
        _ = row;
        Vec::new()
    }
}
