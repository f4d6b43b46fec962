//! Images, by the words that came with them.

use super::Credit;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A distinct image of the article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Image {
    /// Its [`super::BlockRole::Caption`] block, where it stands in the text.
    pub block: usize,
    /// The caption without its label and credit, inside that block; empty if there are no words.
    pub caption: Span,
    /// The credit as printed, inside that block; empty if there is none.
    pub credit_span: Span,
    /// What the credit says.
    pub credit: Credit,
    /// The blocks that say the same again.
    pub repeats: Vec<usize>,
    /// Where the picture is stored, as the file says.
    pub address: Option<String>,
    /// The text that stands in for the picture, when it is not the caption.
    pub alt: Option<String>,
}
