//! Images, by the words that came with them.

use super::{Block, Credit};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A distinct image of the article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Its [`super::BlockRole::Caption`] block, where it stands in the text.
    pub block: usize,
    /// The caption without its label and credit, inside that block or [`Image::own`]; empty if
    /// there are no words.
    pub caption: Span,
    /// The credit as printed, inside one of the same blocks; empty if there is none.
    pub credit_span: Span,
    /// What the credit says.
    pub credit: Credit,
    /// The blocks that say the same again.
    pub repeats: Vec<usize>,
    /// Where the picture is stored, as the file says.
    pub address: Option<String>,
    /// The text that stands in for the picture, when it is not the caption.
    pub alt: Option<String>,
    /// The name of the picture itself (see [`super::Picture::name`]), where it is kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub picture: Option<String>,
    /// Where the picture lies beside the file of the article: a path seen from there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub beside: Option<String>,
    /// The caption block at the end of the text that holds the words of the picture's own
    /// metadata, where they say what the page does not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub own: Option<usize>,
}

impl Image {
    /// Whether the caption is from the picture's own metadata, not from the page.
    pub fn has_own_caption(&self, blocks: &[Block]) -> bool {
        !self.caption.is_empty() && self.is_in_own(self.caption, blocks)
    }

    /// Whether the credit is from the picture's own metadata, not from the page.
    pub fn has_own_credit(&self, blocks: &[Block]) -> bool {
        !self.credit_span.is_empty() && self.is_in_own(self.credit_span, blocks)
    }

    fn is_in_own(&self, span: Span, blocks: &[Block]) -> bool {
        self.own.and_then(|own| blocks.get(own)).is_some_and(|own| own.span.contains(span))
    }
}
