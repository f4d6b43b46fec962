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

    fn all(&self) -> Vec<Row> {
        let mut rows = Vec::new();
        for (block, it) in self.article.blocks.iter().enumerate() {
            if it.visibility != crate::article::Visibility::Shown && !self.setting.everything {
                continue;
            }
            let image = self.article.images.iter().position(|image| image.block == block);
            let place = |at, sub| Place { block, at, sub };
            if !rows.is_empty() {
                let gap = place(it.span.start, 0);
                rows.push(Row {
                    place: gap,
                    kind: RowKind::Gap,
                    span: Span::at(it.span.start),
                    indent: 0,
                });
            }
            if let Some(image) = image.filter(|_| !self.setting.captions) {
                rows.push(Row {
                    place: place(it.span.start, 1),
                    kind: RowKind::Image(image),
                    span: it.span,
                    indent: 0,
                });
                continue;
            }
            let mut at = it.span.start;
            while at < it.span.end {
                let (span, next) = crate::text::wrap::next_line(
                    &self.article.text,
                    at,
                    it.span.end,
                    self.setting.columns,
                );
                let kind = RowKind::Line { first: at == it.span.start, last: next >= it.span.end };
                rows.push(Row { place: place(at, 1), kind, span, indent: 0 });
                at = next.max(at + 1);
            }
        }
        rows
    }

    fn index(&self, rows: &[Row], place: Place) -> usize {
        rows.partition_point(|row| row.place < place).min(rows.len().saturating_sub(1))
    }

    /// The first row's place.
    pub fn first(&self) -> Place {
        self.all().first().map(|row| row.place).unwrap_or_default()
    }

    /// The last row's place.
    pub fn last(&self) -> Place {
        self.all().last().map(|row| row.place).unwrap_or_default()
    }

    /// The place `rows` rows below `place`, or of the last row.
    pub fn down(&self, place: Place, rows: usize) -> Place {
        let all = self.all();
        let at = (self.index(&all, place) + rows).min(all.len().saturating_sub(1));
        all.get(at).map(|row| row.place).unwrap_or_default()
    }

    /// The place `rows` rows above `place`, or of the first row.
    pub fn up(&self, place: Place, rows: usize) -> Place {
        let all = self.all();
        let at = self.index(&all, place).saturating_sub(rows);
        all.get(at).map(|row| row.place).unwrap_or_default()
    }

    /// The place of the row that shows byte `at`.
    pub fn place_of(&self, at: usize) -> Place {
        let all = self.all();
        let row = all.iter().find(|row| row.kind != RowKind::Gap && row.span.end > at);
        row.or(all.last()).map(|row| row.place).unwrap_or_default()
    }

    /// The rows from `place` on.
    pub fn rows(&self, place: Place) -> impl Iterator<Item = Row> + use<'a> {
        let all = self.all();
        let at = self.index(&all, place);
        all.into_iter().skip(at)
    }

    /// The clusters of `row`.
    pub fn clusters(&self, row: &Row) -> Vec<Cluster> {
        let mut column = 0;
        crate::text::width::graphemes(&self.article.text, row.span)
            .map(|grapheme| {
                let cluster = Cluster { span: grapheme.span, column, width: grapheme.width };
                column += grapheme.width;
                cluster
            })
            .collect()
    }
}

/// Something drawn before the text of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ornament {
    /// Column.
    pub column: usize,
    /// Text.
    pub text: String,
}

impl Page<'_> {
    /// The ornaments.
    pub fn ornaments(&self, row: &Row) -> Vec<Ornament> {
        _ = row;
        Vec::new()
    }
}
