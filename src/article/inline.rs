//! Inlines: spans within a block that are set apart or lead somewhere.

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A span within a block that is set apart or leads somewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Inline {
    /// Where it stands.
    pub span: Span,
    /// What it is.
    pub kind: InlineKind,
}

/// What an inline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InlineKind {
    /// Stressed, set in italics.
    Emphasis,
    /// Stressed more, set bold.
    Strong,
    /// Code.
    Code,
    /// Struck out.
    Strike,
    /// A link: an index into [`super::Article::links`].
    Link(usize),
}

/// Where a link leads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Link {
    /// The address, absolute where the article's own address is known.
    pub address: String,
}
