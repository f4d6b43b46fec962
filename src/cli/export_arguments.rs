//! The words of `newsprint export`, `newsprint cite` and `newsprint note import`.

use crate::export::cite::Style;
use clap::{Args, ValueEnum};
use std::path::PathBuf;

/// What is exported, and where to.
#[derive(Debug, Args)]
pub(super) struct Export {
    /// The ids of articles, or their numbers in the list; all that have marks where none is given
    #[arg(value_name = "ARTICLE")]
    pub(super) articles: Vec<String>,
    /// The form
    #[arg(long = "as", value_name = "FORM", value_enum, default_value_t = Form::Notes)]
    pub(super) form: Form,
    /// The folder for forms of a file an article, the file for the others; printed where missing
    #[arg(long, value_name = "PATH")]
    pub(super) to: Option<PathBuf>,
    /// Only marks that match: words, and tag:T color:C is:lost in:TITLE since:DAY before:DAY
    #[arg(long, value_name = "WORDS", default_value = "")]
    pub(super) filter: String,
    /// The template of notes (see docs/export.md) in place of the one set or built in
    #[arg(long, value_name = "FILE")]
    pub(super) template: Option<PathBuf>,
}

/// A form of marks, or of articles with their marks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Form {
    /// A page of notes an article, in Markdown; a second export updates it in place
    Notes,
    /// The whole article in Markdown with its marks
    Markdown,
    /// The whole article as a page of HTML with its marks
    Html,
    /// JSON lines, a mark a line
    Jsonl,
    /// W3C Web Annotation JSON-LD
    W3c,
    /// The JSON of Hypothesis
    Hypothesis,
    /// The CSV of Hypothesis
    HypothesisCsv,
    /// The CSV of Readwise
    Readwise,
    /// References in RIS, with the notes
    Ris,
    /// References in BibLaTeX, with the notes
    Biblatex,
    /// References in CSL-JSON, with the notes
    Csl,
}

impl Form {
    /// The end of the names of files of an article each; `None` for a form of one file in all.
    pub(super) const fn file_each(self) -> Option<&'static str> {
        match self {
            Self::Notes | Self::Markdown => Some("md"),
            Self::Html => Some("html"),
            _ => None,
        }
    }
}

/// What is cited, and how.
#[derive(Debug, Args)]
pub(super) struct Cite {
    /// The ids of articles, or their numbers in the list
    #[arg(value_name = "ARTICLE", required = true)]
    pub(super) articles: Vec<String>,
    /// The style: plain, apa, chicago, mla or wikipedia; the one set where missing
    #[arg(long, value_name = "STYLE", value_parser = style)]
    pub(super) style: Option<Style>,
}

/// What is imported.
#[derive(Debug, Args)]
pub(super) struct Import {
    /// Files of annotations: W3C JSON-LD, Hypothesis JSON or CSV, Readwise CSV, our JSON lines;
    /// exports of wallabag and Omnivore
    #[arg(value_name = "FILE", required = true)]
    pub(super) files: Vec<PathBuf>,
    /// Say what would be done and do nothing
    #[arg(long)]
    pub(super) dry_run: bool,
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
}

fn style(word: &str) -> Result<Style, String> {
    let names = Style::ALL.map(Style::name).join(", ");
    Style::named(&word.to_lowercase()).ok_or_else(|| format!("a style is one of {names}"))
}
