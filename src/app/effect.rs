//! What is to be done outside the state: the only way out of it.

use super::pictures::Wanted;
use crate::library::{ArticleId, Change, MarkQuery, Query};
use crate::mark::{Annotation, MarkId};
use std::path::PathBuf;

/// Something to be done outside the state.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Effect {
    /// Fetch an article: `Message::Opened`, then `Message::Facts`.
    Open {
        /// Comes back with the answer; a later one makes this stale.
        ticket: u64,
        /// Where it is.
        source: Source,
    },
    /// Find the facts of a long article that is open under this ticket: `Message::Facts`.
    Facts {
        /// The ticket.
        ticket: u64,
    },
    /// Draw a kept picture: `Message::Picture`. A later one makes this stale.
    Picture(Wanted),
    /// Fetch rows of the list: `Message::Listed`. A later one makes this stale.
    List(Query),
    /// Fetch rows of the list of highlights and notes: `Message::MarksListed`. A later one makes
    /// this stale.
    ListMarks(MarkQuery),
    /// Fetch the highlights and notes of an article anew: `Message::Marks`.
    Marks(ArticleId),
    /// Give all that the question describes these tags: `Message::Changed`.
    TagMarks {
        /// Which.
        query: MarkQuery,
        /// The tags.
        tags: Vec<String>,
    },
    /// Write all that the question describes to a new file: a notice.
    ExportMarks {
        /// Which.
        query: MarkQuery,
        /// The file.
        path: PathBuf,
    },
    /// Fetch the tags of an article: `Message::Tags`.
    Tags(ArticleId),
    /// Fetch the bookmarks of the library: `Message::Bookmarks`.
    Bookmarks,
    /// Find a bookmark of the library: `Message::BookmarkFound`.
    FindBookmark(char),
    /// Keep the byte at the top of the screen and the progress in percent. No answer.
    KeepPosition {
        /// Whose.
        id: ArticleId,
        /// The byte.
        at: usize,
        /// In percent.
        progress: u8,
    },
    /// Make a change: `Message::Changed`.
    Change(Change),
    /// Take the last change back: `Message::Undone`, or a notice where there is none.
    Undo,
    /// Make it again: `Message::Redone`, or a notice where there is none.
    Redo,
    /// List the corrections of the library: `Message::Corrections`.
    ListCorrections,
    /// Keep what is being written, until it is saved or given up. No answer; a later one of the
    /// same mark makes this stale, and a few seconds of typing are written at once.
    KeepDraft {
        /// The article it is in.
        article: ArticleId,
        /// What would be saved now.
        draft: Box<Annotation>,
    },
    /// Forget the draft of this mark; of a new one, where it has no name. No answer.
    DropDraft {
        /// The article it is in.
        article: ArticleId,
        /// The mark.
        mark: MarkId,
    },
    /// Let the reader write on in their own editor: `Message::Edited`.
    Edit(String),
    /// Keep a setting made at the keyboard for the next start ("theme", "measure"). No answer.
    Set {
        /// Which.
        name: &'static str,
        /// Its value.
        value: String,
    },
    /// Keep something about the library's last use ("open article"). No answer.
    Remember {
        /// Which.
        key: &'static str,
        /// Its value.
        value: String,
    },
    /// Open an address (http, https or mailto) in the desktop's own program.
    Browse(String),
    /// Put text on the clipboard: `Message::Copied`, or `Message::NotCopied` where no program does
    /// that.
    Copy {
        /// The text.
        text: String,
        /// What it is, for the line that says so ("the caption and its credit").
        what: &'static str,
    },
    /// Hand text to the terminal for its clipboard (OSC 52). No answer: terminals give none.
    CopyByTerminal(String),
    /// Draw everything anew.
    Redraw,
    /// Give the terminal back and stop until continued.
    Suspend,
    /// Leave.
    Quit,
}

/// Where an article is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// In the library.
    Library(ArticleId),
    /// What changed in an article of the library since the version so many before its newest: an
    /// article that says so, without a name.
    Changes {
        /// The article.
        article: ArticleId,
        /// How many versions back, from 1.
        back: usize,
    },
    /// In a file given on the command line: an index into the list of files.
    File(usize),
    /// The article that was open when the library was last left, or the first one there is.
    Last,
}
