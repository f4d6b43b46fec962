//! How one block is set: its form, its indent, and the gap before it.

use super::Page;
use super::table::Table;
use crate::article::{Block, BlockRole, Visibility};
use crate::text::Span;
use crate::text::at::skip_blanks;

/// The columns of one level of lists.
pub(super) const LIST: usize = 3;
/// The columns of one block quote.
pub(super) const QUOTE: usize = 2;
/// The columns before code and before a caption, for a mark.
pub(super) const MARK: usize = 2;
/// The columns that an indent leaves to the text.
const ROOM: usize = 8;
/// How many blocks on each side of an item are looked at for its list's longest number.
const NUMBERS: usize = 128;
/// How much of a block is looked at for a word.
const LOOK: usize = 8192;

/// How one block is set.
#[derive(Debug)]
pub(super) struct Frame<'a> {
    pub text: &'a str,
    pub index: usize,
    pub block: &'a Block,
    /// The block's span, on character boundaries.
    pub span: Span,
    pub form: Form,
    /// The empty rows before it.
    pub gap: usize,
    /// The columns before its text.
    pub indent: usize,
    /// The columns of its text.
    pub columns: usize,
}

/// The ways in which blocks are set.
#[derive(Debug)]
pub(super) enum Form {
    /// Lines of prose.
    Prose,
    /// Lines as they stand.
    Code,
    /// Rows of cells.
    Table(Table),
    /// One row for the image with this index.
    Marker(usize),
    /// One row for a rule.
    Rule,
}

impl<'a> Frame<'a> {
    /// How the block with this index is set on `page`, where it is.
    pub(super) fn of(page: Page<'a>, index: usize) -> Option<Self> {
        let block = page.article.blocks.get(index)?;
        let text = page.article.text.as_str();
        let start = text.floor_char_boundary(block.span.start);
        let span = Span::new(start, text.floor_char_boundary(block.span.end).max(start));
        let indent = page.indent(index, block);
        let columns = page.setting.columns.saturating_sub(indent).max(1);
        let form = match (block.role, page.image(index)) {
            (BlockRole::Break, _) => Form::Rule,
            (BlockRole::Caption, Some(image))
                if !page.setting.captions || !has_words(text, span) =>
            {
                Form::Marker(image)
            }
            (BlockRole::Code, _) => Form::Code,
            (BlockRole::Table, _) => Form::Table(Table::of(text, span, columns)),
            _ => Form::Prose,
        };
        let gap = page.set_before(index).map_or(0, |before| page.gap(before, block, &form));
        Some(Self { text, index, block, span, form, gap, indent, columns })
    }
}

impl Page<'_> {
    /// Whether the block with this index is set at all.
    pub(super) fn is_set(&self, index: usize) -> bool {
        let Some(block) = self.article.blocks.get(index) else { return false };
        let shown = block.visibility == Visibility::Shown || self.setting.everything;
        let stands_for_more = match block.role {
            BlockRole::Break => true,
            BlockRole::Caption => self.image(index).is_some(),
            _ => false,
        };
        shown && (stands_for_more || has_words(&self.article.text, block.span))
    }

    /// The image whose caption, or whose own words, the block with this index is.
    /// [`Article::images`] stand in the order of their blocks.
    ///
    /// [`Article::images`]: crate::article::Article::images
    pub(super) fn image(&self, index: usize) -> Option<usize> {
        let images = &self.article.images;
        let at = images.partition_point(|image| image.block < index);
        let here = images.get(at).is_some_and(|image| image.block == index).then_some(at);
        // Own words stand after the text: few blocks come here.
        here.or_else(|| images.iter().position(|image| image.own == Some(index)))
    }

    /// The last block before `index` that is set.
    pub(super) fn set_before(&self, index: usize) -> Option<usize> {
        (0..index).rev().find(|&index| self.is_set(index))
    }

    /// The empty rows between two blocks that follow each other.
    fn gap(&self, before: usize, block: &Block, form: &Form) -> usize {
        use BlockRole::{
            Byline, Caption, Credit, Dateline, Heading, List, Navigation, Related, Title,
        };
        let Some(last) = self.article.blocks.get(before) else { return 0 };
        let marked = last.role == Caption && !self.setting.captions && self.image(before).is_some();
        let together = match (last.role, block.role) {
            (List(a), List(b)) => {
                last.quote == block.quote
                    && (a.is_some() == b.is_some() || last.indent != block.indent)
            }
            (Byline | Dateline, Byline | Dateline)
            | (Caption, Credit)
            | (Related, Related)
            | (Navigation, Navigation) => true,
            _ => marked && matches!(form, Form::Marker(_)),
        };
        let opens = matches!(block.role, Heading(level) if level <= 2)
            && !matches!(last.role, Heading(_) | Title);
        match (together, opens) {
            (true, _) => 0,
            (_, true) => 2,
            _ => 1,
        }
    }

    /// The columns before the text of `block`; at a narrow measure fewer than it asks for.
    fn indent(&self, index: usize, block: &Block) -> usize {
        let list = match block.indent {
            0 => 0,
            level => usize::from(level - 1) * LIST + self.number_columns(index, block),
        };
        let mark = match block.role {
            BlockRole::Code => MARK,
            BlockRole::Caption if self.setting.captions && self.image(index).is_some() => MARK,
            _ => 0,
        };
        let wanted = quotes(block) * QUOTE + list + mark;
        wanted.min(self.setting.columns.saturating_sub(ROOM)).min(self.setting.columns / 2)
    }

    /// The columns that the bullet or number of `block`'s list takes: those of the longest number
    /// near it.
    pub(super) fn number_columns(&self, index: usize, block: &Block) -> usize {
        let blocks = &self.article.blocks;
        let of_list = |other: &&Block| other.indent >= block.indent && other.quote == block.quote;
        let above = blocks.get(index.saturating_sub(NUMBERS)..index).unwrap_or_default();
        let upto = blocks.len().min(index + NUMBERS);
        let below = blocks.get(index..upto).unwrap_or_default();
        let above = above.iter().rev().take_while(of_list);
        let items = above.chain(below.iter().take_while(of_list));
        let numbers = items.filter_map(|item| match item.role {
            BlockRole::List(Some(number)) if item.indent == block.indent => Some(number),
            _ => None,
        });
        let digits = numbers.max().unwrap_or(0).checked_ilog10().unwrap_or(0) as usize + 1;
        LIST.max(digits + 2)
    }
}

/// How many block quotes a block is set in; words set apart as a quotation are in one.
pub(super) fn quotes(block: &Block) -> usize {
    usize::from(block.quote).max(usize::from(block.role == BlockRole::Quote))
}

/// Whether `span` holds more than white space; one too long to look through does.
fn has_words(text: &str, span: Span) -> bool {
    let upto = span.end.min(span.start.saturating_add(LOOK)).min(text.len());
    span.len() > LOOK && span.start < text.len() || skip_blanks(text, span.start, upto) < upto
}
