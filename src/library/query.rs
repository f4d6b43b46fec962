//! Questions to the list of articles, and their answers.

use super::Entry;

/// Which rows of the list of articles are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Query {
    /// Words that title or source match: as they stand, or by their letters in order within a
    /// word; the best match comes first. Empty for every article.
    pub filter: String,
    /// The order, where there is no filter.
    pub sort: Sort,
    /// Whether the order is turned round.
    pub reversed: bool,
    /// Whether archived articles are listed too.
    pub archived: bool,
    /// How many rows are wanted at most.
    pub limit: usize,
    /// How many rows of the answer are skipped.
    pub skip: usize,
}

/// An order of the list of articles.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Sort {
    /// Last added first.
    #[default]
    Added,
    /// Last published first.
    Published,
    /// By title.
    Title,
    /// By source, then last published first.
    Source,
    /// Longest first.
    Length,
    /// Furthest read first.
    Progress,
}

/// Rows of the list of articles.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Listing {
    /// What was asked.
    pub query: Query,
    /// The rows.
    pub entries: Vec<Entry>,
    /// How many articles match in all.
    pub total: usize,
}
