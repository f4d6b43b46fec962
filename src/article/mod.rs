//! The article as plain values: one text, and what is known of its parts.

pub mod block;
pub mod credit;
pub mod image;
pub mod inline;
pub mod kept;
pub mod meta;
pub mod picture;

use crate::text::Span;
use serde::{Deserialize, Serialize};

pub use block::{Block, BlockRole, Visibility};
pub use credit::{Credit, CreditFlag, Position};
pub use image::Image;
pub use inline::{Inline, InlineKind, Link};
pub use kept::{Annotation, Kept, Standing};
pub use meta::{Instant, Meta, Origin, Stated};
pub use picture::{Picture, Pictures};

/// A stored article: one text that never changes, and layers of spans over it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Article {
    /// What the source says of the article.
    pub meta: Meta,
    /// The whole document, captions and boilerplate included; every [`Span`] points into it.
    ///
    /// White space inside a paragraph is as stored: a line feed there is set as a space.
    pub text: String,
    /// The blocks, in order of their spans, which do not overlap. Every character of `text` that
    /// is not white space lies in one.
    pub blocks: Vec<Block>,
    /// Emphasis, code and links, by start.
    pub inlines: Vec<Inline>,
    /// Where the links lead; [`InlineKind::Link`] holds an index.
    pub links: Vec<Link>,
    /// The distinct images, in order of first appearance.
    pub images: Vec<Image>,
    /// What another program kept with it.
    #[serde(default)]
    pub kept: Kept,
    /// The pictures that came with it, until it is stored.
    #[serde(skip)]
    pub pictures: Pictures,
}

impl Article {
    /// The index of the block that holds byte `at`, or of the last block that starts before it;
    /// 0 for an article without blocks.
    pub fn block_at(&self, at: usize) -> usize {
        self.blocks.partition_point(|block| block.span.start <= at).saturating_sub(1)
    }

    /// The inlines that share a byte with `span`.
    pub fn inlines_in(&self, span: Span) -> impl Iterator<Item = &Inline> {
        let upto = self.inlines.partition_point(|inline| inline.span.start < span.end);
        // Inlines nest at most a few deep, and an article's longest is a sentence or two: those
        // that reach into `span` stand shortly before its start.
        let from = upto.saturating_sub(64 + self.inlines_starting_in(span));
        let near = self.inlines.get(from..upto).unwrap_or_default();
        near.iter().filter(move |inline| inline.span.overlaps(span))
    }

    fn inlines_starting_in(&self, span: Span) -> usize {
        let from = self.inlines.partition_point(|inline| inline.span.start < span.start);
        let upto = self.inlines.partition_point(|inline| inline.span.start < span.end);
        upto.saturating_sub(from)
    }

    /// The words of the blocks that are shown, as white space separates them.
    pub fn words(&self) -> usize {
        let shown = self.blocks.iter().filter(|block| block.visibility == Visibility::Shown);
        shown.map(|block| block.span.of(&self.text).split_whitespace().count()).sum()
    }
}
