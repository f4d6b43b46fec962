//! The words of `newsprint note` and `newsprint highlight`.

use super::export_arguments::Import;
use crate::mark::Color;
use clap::{Args, Subcommand};

#[derive(Debug, Subcommand)]
pub(super) enum NoteCommand {
    /// Put a note on an article, or on words of it; prints its id once it is on disk
    Add {
        /// The id of an article, or its number in the list
        #[arg(value_name = "ARTICLE")]
        article: String,
        /// The note, as Markdown; words like #this become tags
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        text: String,
        #[command(flatten)]
        on: On,
        /// A tag besides those in the text
        #[arg(long = "tag", value_name = "TAG")]
        tags: Vec<String>,
        /// The color to highlight the words in
        #[arg(long, value_name = "COLOR", value_parser = color)]
        color: Option<Color>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// List notes, the newest first
    List(MarkList),
    /// Write a note anew
    Edit {
        /// The id of the note, or its end
        #[arg(value_name = "ID")]
        id: String,
        /// The note, as Markdown
        #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
        text: String,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// Remove notes and their highlights; `u` in the reader brings them back
    Rm(Remove),
    /// Put annotations of other programs on the articles they are on
    Import(Import),
}

#[derive(Debug, Subcommand)]
pub(super) enum HighlightCommand {
    /// Highlight words of an article; prints the id once it is on disk
    Add {
        /// The id of an article, or its number in the list
        #[arg(value_name = "ARTICLE")]
        article: String,
        #[command(flatten)]
        on: On,
        /// The color: yellow, green, blue, red or purple
        #[arg(long, value_name = "COLOR", value_parser = color, default_value = "yellow")]
        color: Color,
        /// A tag
        #[arg(long = "tag", value_name = "TAG")]
        tags: Vec<String>,
        /// As JSON
        #[arg(long)]
        json: bool,
    },
    /// List highlights, the newest first
    List(MarkList),
    /// Remove highlights and their notes; `u` in the reader brings them back
    Rm(Remove),
}

/// What a new mark is put on.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct On {
    /// The words to put it on, as they stand in the article
    #[arg(long, value_name = "WORDS", allow_hyphen_values = true)]
    pub(super) quote: Option<String>,
    /// The sentence at this byte of the text
    #[arg(long, value_name = "BYTE")]
    pub(super) at: Option<usize>,
}

#[derive(Debug, Args)]
pub(super) struct MarkList {
    /// Only those of this article
    #[arg(value_name = "ARTICLE")]
    pub(super) article: Option<String>,
    /// Only those that match: words, and tag:T color:C is:lost in:TITLE since:DAY before:DAY
    #[arg(long, value_name = "WORDS", default_value = "")]
    pub(super) filter: String,
    /// A line each: the id and the note
    #[arg(long, conflicts_with = "json")]
    pub(super) plain: bool,
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct Remove {
    /// Ids, or their ends
    #[arg(value_name = "ID", required = true)]
    pub(super) ids: Vec<String>,
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
}

fn color(word: &str) -> Result<Color, String> {
    let names = Color::ALL.map(Color::name).join(", ");
    Color::named(&word.to_lowercase()).ok_or_else(|| format!("a color is one of {names}"))
}
