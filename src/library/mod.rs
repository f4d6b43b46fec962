//! The words of the library, shared by the state that asks and the store that answers.

pub mod change;
pub mod correction;
pub mod entry;
pub mod marks;
pub mod query;
pub mod rank;
pub mod revision;

use crate::article::Article;
use crate::facts::Facts;
use crate::mark::{Annotation, Bookmark};
use serde::{Deserialize, Serialize};
use std::sync::Arc;
use uuid::Uuid;

pub use change::{Change, ChangeKind};
pub use correction::{Correction, ListedCorrection};
pub use entry::{Entry, State};
pub use marks::{MarkEntry, MarkListing, MarkQuery, MarkedPlace};
pub use query::{Listing, Query, Sort};
pub use revision::{Edition, Editions, Revision, Version};

/// The name of an article: a UUIDv7, which never changes and is not reused.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct ArticleId(pub Uuid);

impl ArticleId {
    /// The last eight hexadecimal digits, which tell articles apart on a screen.
    pub fn short(self) -> String {
        let whole = self.0.simple().to_string();
        whole.get(24..).unwrap_or_default().to_owned()
    }

    /// The day it came into the library: a UUIDv7 begins with the millisecond it was made in.
    pub fn made(self) -> Option<jiff::civil::Date> {
        marks::day(i64::try_from(self.0.get_timestamp()?.to_unix().0).ok()?)
    }
}

/// Facts of a text up to this size, in bytes, are found unasked; those of a longer one when the
/// reader turns to the sidebar, since nobody may want them and they take their time.
pub const LONG: usize = 1 << 20;

/// An article taken from the library or a file, with all that hangs on it.
#[derive(Debug, Clone, Default)]
pub struct Opened {
    /// Its name in the library; `None` while it is not stored there.
    pub id: Option<ArticleId>,
    /// How many texts the article has had, this one included; 0 while it is not stored.
    pub versions: usize,
    /// Where it is no stored article but says what changed in one: which.
    pub compares: Option<ArticleId>,
    /// The article.
    pub article: Arc<Article>,
    /// Where only the beginning is here and the rest follows: about how many bytes the whole has.
    pub partial: Option<usize>,
    /// Its facts, where they have been extracted already.
    pub facts: Option<Arc<Facts>>,
    /// The byte at the top of the screen when it was last left.
    pub position: usize,
    /// Its read state.
    pub state: State,
    /// Whether it is starred.
    pub starred: bool,
    /// The reader's bookmarks in it.
    pub bookmarks: Vec<Bookmark>,
    /// The reader's highlights and notes on it, by where they stand; those without a place last.
    pub marks: Vec<Annotation>,
    /// The tags that the reader gave it.
    pub tags: Vec<String>,
    /// The reader's corrections that have a say in it, in the order they were made.
    pub corrections: Vec<Correction>,
    /// Notes on it that were begun and neither saved nor given up: each as it would be saved.
    pub drafts: Vec<Annotation>,
}
