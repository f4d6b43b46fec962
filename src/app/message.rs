//! What happened: the only way into the state.

use super::pictures::Wanted;
use super::{Key, Mouse};
use crate::facts::Facts;
use crate::library::{
    ArticleId, Change, ListedCorrection, Listing, MarkListing, MarkedPlace, Opened,
};
use crate::mark::Annotation;
use crate::picture::{Drawn, Protocol};
use std::sync::Arc;

/// Something happened.
#[derive(Debug, Clone)]
pub enum Message {
    /// A key was pressed.
    Key(Key),
    /// The mouse was used.
    Mouse(Mouse),
    /// Text was pasted.
    Pasted(String),
    /// The screen has a new size.
    Resized {
        /// In columns.
        columns: u16,
        /// In rows.
        rows: u16,
    },
    /// The terminal told its background: whether it is dark.
    Background {
        /// Whether it is dark.
        dark: bool,
    },
    /// The list of articles is here.
    Listed(Listing),
    /// An article is here: the answer to [`super::Effect::Open`] with the same ticket. It comes
    /// twice where the first was partial.
    Opened {
        /// The number of the asking.
        ticket: u64,
        /// The article.
        opened: Box<Opened>,
    },
    /// The facts of an article are here.
    Facts {
        /// The ticket under which the article was opened.
        ticket: u64,
        /// The facts.
        facts: Arc<Facts>,
    },
    /// An article opened from a file is now in the library.
    Stored {
        /// The ticket under which it was opened.
        ticket: u64,
        /// Its name.
        id: ArticleId,
        /// What the library knew of it already.
        known: Box<Opened>,
    },
    /// A change is on disk.
    Changed(Change),
    /// A change was taken back; this is the inverse that was made.
    Undone(Change),
    /// A change was made again.
    Redone(Change),
    /// Text is on the clipboard.
    Copied {
        /// What it is.
        what: &'static str,
        /// The program that put it there.
        by: String,
    },
    /// No program could put text on the clipboard; the terminal itself is left.
    NotCopied {
        /// The text.
        text: String,
        /// What it is.
        what: &'static str,
    },
    /// What is known of the terminal's means for pictures; what is not said stays as it was.
    Graphics {
        /// How it is given them.
        protocol: Option<Protocol>,
        /// The width and height of a cell, in points.
        cell: Option<(u16, u16)>,
    },
    /// A picture is drawn: the answer to [`super::Effect::Picture`].
    Picture {
        /// What was asked for.
        wanted: Wanted,
        /// The picture, or why there is none.
        drawn: Result<Arc<Drawn>, String>,
    },
    /// The corrections of the library are here, in the order they were made.
    Corrections(Vec<ListedCorrection>),
    /// Rows of the list of highlights and notes are here.
    MarksListed(MarkListing),
    /// The highlights and notes of an article, as they are now.
    Marks {
        /// The article.
        article: ArticleId,
        /// Those.
        marks: Vec<Annotation>,
    },
    /// The tags of an article.
    Tags {
        /// The article.
        article: ArticleId,
        /// Those.
        tags: Vec<String>,
    },
    /// The bookmarks of the library.
    Bookmarks(Vec<MarkedPlace>),
    /// A bookmark of the library was looked for; `None` where there is none.
    BookmarkFound(Option<MarkedPlace>),
    /// What was written in the reader's own editor.
    Edited(String),
    /// Another process changed the library.
    LibraryChanged,
    /// The program is about to end from outside (a signal, the terminal gone).
    Closing,
    /// Something worth a line at the foot of the screen.
    Notice(String),
    /// Something asked for could not be done: what, why, what to do.
    Failed(String),
}
