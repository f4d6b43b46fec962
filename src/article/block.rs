//! Blocks: the parts of the text that are set as one.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A part of the text that is set as one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Where it stands. Empty for an image that came without words.
    pub span: Span,
    /// What it is to the article.
    pub role: BlockRole,
    /// Whether a reader sees it unasked.
    pub visibility: Visibility,
    /// How many block quotes it stands in.
    pub quote: u8,
    /// How many lists it stands in; 1 for an item of an outermost list.
    pub indent: u8,
}

/// What a block is to the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BlockRole {
    /// The headline.
    Title,
    /// The lines under the headline that sum the article up.
    Standfirst,
    /// Who wrote it.
    Byline,
    /// Where and when it was written, standing alone.
    Dateline,
    /// A paragraph of the article.
    Body,
    /// A heading, with its level: 2 is the highest below the title.
    Heading(u8),
    /// A pull quote, or words set apart as a quotation.
    Quote,
    /// The first paragraph of a list item: its number, or `None` for a bullet.
    List(Option<u32>),
    /// A table: a line a row, cells apart by tabs.
    Table,
    /// Code or other text whose line feeds and spaces are kept.
    Code,
    /// An image's caption, its credit included; or an image without words (an empty span).
    Caption,
    /// A credit line that stands alone.
    Credit,
    /// Links to other articles.
    Related,
    /// Advertising, subscription and sharing.
    Promotion,
    /// Who the author is.
    AuthorNote,
    /// Copyright, terms, cookies.
    Legal,
    /// Menus and other controls.
    Navigation,
    /// A break between sections (a horizontal rule, asterisks); the span may be empty.
    Break,
}

/// Whether a reader sees a block unasked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// Part of the article.
    Shown,
    /// Near the article but not of it: one key away, counted.
    Folded,
    /// Around the article, or said twice: the same key shows it.
    Hidden,
}

impl Block {
    /// A shown block outside quotes and lists.
    pub const fn new(role: BlockRole, span: Span) -> Self {
        Self { span, role, visibility: Visibility::Shown, quote: 0, indent: 0 }
    }
}
