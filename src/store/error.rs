//! Why the library could not answer, in lines a reader can act on.

use rusqlite::ErrorCode;
use std::path::PathBuf;
use thiserror::Error;

/// Why the library could not answer.
#[derive(Debug, Error)]
pub enum Error {
    /// No article has that name.
    #[error("no article {0} in the library; `newsprint list` shows what is there")]
    NoArticle(String),
    /// No highlight or note has that name.
    #[error("no note or highlight {0} in the library; `newsprint note list` shows what is there")]
    NoMark(String),
    /// More than one article, highlight or note has that name.
    #[error("{word} could be {}; give more of the id", candidates.join(" or "))]
    Ambiguous {
        /// The name that was given.
        word: String,
        /// What it could be: id, and headline or note.
        candidates: Vec<String>,
    },
    /// What a change says was before is no longer so.
    #[error("not {0}: it was changed elsewhere in the meantime; look again and repeat")]
    Stale(String),
    /// The words a bookmark is held by are gone from the newest text.
    #[error("bookmark {0} was not set: its words are gone from the article's newest text")]
    Gone(char),
    /// The file cannot be used as a library.
    #[error("cannot use {path} as the library: {reason}")]
    Unusable {
        /// The library.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// A backup could not be written.
    #[error("cannot write a backup to {path}: {reason}")]
    Backup {
        /// The backup.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// The library could not be replaced.
    #[error("cannot restore {path}: {reason}")]
    Restore {
        /// The backup.
        path: PathBuf,
        /// Why, and what to do.
        reason: String,
    },
    /// A file or folder could not be made, read or written.
    #[error("cannot {attempt} {path}: {source}")]
    File {
        /// What was attempted: "make the folder".
        attempt: &'static str,
        /// The file.
        path: PathBuf,
        /// Why.
        source: std::io::Error,
    },
    /// The database refused.
    #[error("the library did not answer: {}", reason(.0))]
    Database(#[from] rusqlite::Error),
    /// What is stored cannot be read.
    #[error("{what} in the library cannot be read; `newsprint check` says more")]
    Damaged {
        /// What it is: "the text of an article".
        what: &'static str,
        /// Why.
        source: std::io::Error,
    },
}

/// What the database's refusal means to a reader, and what to do about it.
pub(super) fn reason(error: &rusqlite::Error) -> String {
    let meaning = match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            "another program is writing to it; try again when that is done"
        }
        Some(ErrorCode::DiskFull) => "the disk is full; free some space and try again",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            "it may not be written to; change its permissions or name another with --library"
        }
        Some(ErrorCode::CannotOpen) => {
            "it or its folder may not be opened; check their permissions"
        }
        Some(ErrorCode::NotADatabase) => {
            "it is not a Newsprint library; name another file with --library"
        }
        Some(ErrorCode::DatabaseCorrupt) => {
            "it is damaged; `newsprint restore BACKUP` puts a backup in its place"
        }
        Some(ErrorCode::SystemIoFailure) => "the disk does not read or write; check it",
        _ => return error.to_string(),
    };
    meaning.to_owned()
}
