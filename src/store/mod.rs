//! The library on disk. Nothing outside this module knows that it is SQLite.

use crate::article::Article;
use crate::facts::Facts;
use crate::library::{ArticleId, Change, Listing, Opened, Query};
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the library could not answer.
#[derive(Debug, Error)]
pub enum Error {
    /// No article has that name.
    #[error("no article {0} in the library; `newsprint list` shows what is there")]
    NoArticle(String),
    /// The file cannot be used as a library.
    #[error("cannot use {path} as the library: {reason}")]
    Unusable {
        /// The library.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
}

/// An article to be stored.
#[derive(Debug, Clone)]
pub struct NewArticle {
    /// The article.
    pub article: std::sync::Arc<Article>,
    /// Where it was read from, made absolute; `None` for a pipe.
    pub path: Option<PathBuf>,
    /// Which record of that file it was, from 0.
    pub record: usize,
    /// The bytes it was read from, kept so that it can be imported again.
    pub original: std::sync::Arc<[u8]>,
}

/// What became of an article that was to be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added,
    /// Its text was there already.
    Unchanged,
    /// It was there with another text: this one is its newest version.
    Updated,
}

/// The library.
#[derive(Debug)]
pub struct Store {}

impl Store {
    /// Opens the library at `path`, makes it where there is none, and brings an older one up to
    /// date.
    pub fn open(path: &Path) -> Result<Self, Error> {
        _ = path;
        Ok(Self {})
    }

    /// Stores articles in one transaction: all of them, or none.
    pub fn add(&mut self, articles: &[NewArticle]) -> Result<Vec<(ArticleId, Outcome)>, Error> {
        _ = articles;
        Ok(Vec::new())
    }

    /// Rows of the list of articles.
    pub fn list(&self, query: &Query) -> Result<Listing, Error> {
        Ok(Listing { query: query.clone(), ..Listing::default() })
    }

    /// Takes an article from the library: its newest version.
    pub fn article(&self, id: ArticleId) -> Result<Opened, Error> {
        Err(Error::NoArticle(id.short()))
    }

    /// The article that `word` names: a whole id, its end, or its row in the newest-first list,
    /// from 1.
    pub fn resolve(&self, word: &str) -> Result<ArticleId, Error> {
        Err(Error::NoArticle(word.to_owned()))
    }

    /// Keeps the facts of an article's newest version.
    pub fn keep_facts(&mut self, id: ArticleId, facts: &Facts) -> Result<(), Error> {
        _ = (id, facts);
        Ok(())
    }

    /// Keeps the byte at the top of the screen, and how far the article has been read in percent.
    /// Not journaled.
    pub fn keep_position(&mut self, id: ArticleId, at: usize, progress: u8) -> Result<(), Error> {
        _ = (id, at, progress);
        Ok(())
    }

    /// Makes a change and writes it to the journal. What had been undone cannot be redone after.
    pub fn change(&mut self, change: &Change) -> Result<(), Error> {
        _ = change;
        Ok(())
    }

    /// Takes the last change back; gives the inverse that was made, `None` if there is none.
    pub fn undo(&mut self) -> Result<Option<Change>, Error> {
        Ok(None)
    }

    /// Makes the change that was last taken back again.
    pub fn redo(&mut self) -> Result<Option<Change>, Error> {
        Ok(None)
    }

    /// A small fact about the library's last use ("open article", "theme").
    pub fn recall(&self, key: &str) -> Result<Option<String>, Error> {
        _ = key;
        Ok(None)
    }

    /// Keeps such a fact.
    pub fn remember(&mut self, key: &str, value: &str) -> Result<(), Error> {
        _ = (key, value);
        Ok(())
    }
}
