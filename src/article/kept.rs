//! What another program kept with an article: where it stood there, and what a reader had marked.

use super::Instant;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// What the program that exported an article kept with it. Each field is empty where the export
/// is silent. When it was saved there is in [`super::Meta::saved`], its tags are in
/// [`super::Meta::tags`], and what was not understood is in [`super::Meta::extra`].
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Only the address was kept: the text is no more than the title, what was noted beside it,
    /// and a line that says so.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub address_only: bool,
    /// Whether it was read or put away there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub standing: Option<Standing>,
    /// Whether it was starred, liked or a favorite.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub starred: bool,
    /// When it was put away.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub archived: Option<Instant>,
    /// How far it was read, in percent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub progress: Option<u8>,
    /// What the reader had marked in it, and written beside it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub annotations: Vec<Annotation>,
}

/// Where an article stood in another program.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Not read.
    Unread,
    /// Read.
    Read,
    /// Put away.
    Archived,
}

/// A passage that a reader had marked in another program, or a note on the whole article.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Annotation {
    /// The words marked, as exported; empty for a note on the whole article.
    pub quote: String,
    /// The words right before them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prefix: Option<String>,
    /// The words right after them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<String>,
    /// Where they stand in the text, once they were found there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub span: Option<Span>,
    /// What the reader wrote about them.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// The color, by the other program's name for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub color: Option<String>,
    /// The tags.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tags: Vec<String>,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created: Option<Instant>,
    /// When it was last changed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modified: Option<Instant>,
    /// What the other program called it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
}

impl Kept {
    /// Whether nothing was kept.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

impl Annotation {
    /// Whether `other` is the same again: of the same name, else of the same words and note.
    pub fn is_again(&self, other: &Self) -> bool {
        match (&self.id, &other.id) {
            (Some(id), Some(other)) => id == other,
            _ => self.quote == other.quote && self.note == other.note,
        }
    }
}
