//! Bookmarks, highlights and notes, and the anchors that hold them to a text that may change.

pub mod align;
pub mod anchor;
pub mod annotation;
mod brought;
pub mod tag;

use serde::{Deserialize, Serialize};

pub use align::{Alignment, Edit, Fate, Stretch, same_words};
pub use anchor::Anchor;
pub use annotation::{Annotation, Color, MarkId, Place, Standing, Target};
pub use brought::brought;

/// A named place in an article.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bookmark {
    /// Its name: `a` to `z` in the article, `A` to `Z` in the library.
    pub name: char,
    /// Where it is held.
    pub anchor: Anchor,
}
