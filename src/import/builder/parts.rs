//! What the pieces of an article are, before they have a place in it.

use crate::article::{BlockRole, Visibility};
use crate::text::Span;
use std::sync::Arc;

/// What a block is, before its words are known.
#[derive(Debug, Clone, Copy)]
pub(in crate::import) struct Shape {
    /// What it is to the article.
    pub(in crate::import) role: BlockRole,
    /// Whether a reader sees it unasked.
    pub(in crate::import) visibility: Visibility,
    /// How many block quotes it stands in.
    pub(in crate::import) quote: u8,
    /// How many lists it stands in.
    pub(in crate::import) indent: u8,
}

/// A picture, as the file has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(in crate::import) struct Picture {
    /// Where it is stored, as the file says.
    pub(in crate::import) address: Option<String>,
    /// The text that stands in for it.
    pub(in crate::import) alt: Option<String>,
    /// The words of its caption, where it stands among other words.
    pub(in crate::import) caption: Option<String>,
    /// The caption block it belongs to; set by the builder.
    pub(in crate::import) block: usize,
    /// Where the markup says the credit stands; set by [`Builder::credit`].
    pub(in crate::import) credit: Option<Span>,
    /// Where its bytes are, where that is not its address: a `data:` address, or one seen from
    /// the file.
    pub(in crate::import) file: Option<Arc<str>>,
    /// Its name, where its bytes are known already.
    pub(in crate::import) name: Option<String>,
}

impl Shape {
    /// A shown block outside quotes and lists.
    pub(in crate::import) const fn new(role: BlockRole) -> Self {
        Self { role, visibility: Visibility::Shown, quote: 0, indent: 0 }
    }
}
