//! Rows of the list of articles.

use super::ArticleId;
use serde::{Deserialize, Serialize};

/// A row of the list of articles.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// Which article.
    pub id: ArticleId,
    /// Its headline.
    pub title: String,
    /// The publication.
    pub source: Option<String>,
    /// When it was published: a day, as the source gives it.
    pub published: Option<jiff::civil::Date>,
    /// When it came into the library, in seconds since 1970 (UTC).
    pub added: i64,
    /// The words of its shown blocks.
    pub words: usize,
    /// Whether only its address was kept, and not its text.
    pub address_only: bool,
    /// How far it has been read, in percent.
    pub progress: u8,
    /// Its read state.
    pub state: State,
    /// Whether it is starred.
    pub starred: bool,
}

/// The read state of an article.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Not opened yet.
    #[default]
    Unread,
    /// Opened, not finished.
    Reading,
    /// Finished.
    Read,
    /// Put away.
    Archived,
}
