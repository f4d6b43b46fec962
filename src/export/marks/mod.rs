//! Highlights and notes out: in the forms of other programs, and as pages to read.
//!
//! Each form is one file. They are pure: what the clock says comes in as a number.

mod html;
mod hypothesis;
mod lines;
mod markdown;
mod merge;
mod readwise;
mod template;
mod w3c;
mod whole;

use crate::article::{Article, Block, BlockRole};
use crate::mark::Annotation;
use crate::text::{Span, sentence};
use jiff::Timestamp;
use serde_json::{Value, json};

pub use html::html;
pub use hypothesis::{hypothesis_csv, hypothesis_json};
pub use lines::mark_lines;
pub use markdown::{TEMPLATE, notes};
pub use merge::merge;
pub use readwise::readwise;
pub use template::{Error as TemplateError, Template};
pub use w3c::w3c;
pub use whole::whole;

/// An article and what a reader marked in it.
#[derive(Debug, Clone, Copy)]
pub struct Marked<'a> {
    /// Its name in the library.
    pub id: &'a str,
    /// The article.
    pub article: &'a Article,
    /// The marks, in the order of the text.
    pub marks: &'a [Annotation],
}

impl<'a> Marked<'a> {
    /// The headline, or an empty string.
    pub fn title(&self) -> &'a str {
        self.article.meta.title.as_ref().map_or("", |it| it.value.as_str())
    }

    /// Where the article is found: its own address, else its name in the library as a URN
    /// (RFC 9562, section 4).
    pub fn address(&self) -> String {
        let own = self.article.meta.address.as_ref();
        own.map_or_else(|| format!("urn:uuid:{}", self.id), |it| it.value.clone())
    }

    /// Who wrote it, joined by commas.
    fn authors(&self) -> String {
        let authors: Vec<&str> =
            self.article.meta.authors.iter().map(|it| it.value.as_str()).collect();
        authors.join(", ")
    }

    /// The words of a mark as they stand now, or as they stood when they are lost; empty for a
    /// note on the whole article.
    fn words(&self, mark: &Annotation) -> String {
        let now = mark.place.span.map(|span| super::words(&self.article.text, span));
        now.unwrap_or_else(|| mark.quote().split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Seconds since 1970 as RFC 3339 has them: `2026-11-22T09:05:00Z`.
fn moment(seconds: i64) -> String {
    Timestamp::from_second(seconds).map(|it| it.to_string()).unwrap_or_default()
}

/// The same to the minute, as tables have it: `2026-11-22 09:05`.
fn minute(seconds: i64) -> String {
    let moment = moment(seconds);
    moment.get(..16).map(|it| it.replace('T', " ")).unwrap_or_default()
}

/// The sentences of the block that `span` touches, as one span.
fn sentences_around(article: &Article, span: Span) -> Span {
    let block = article.blocks.get(article.block_at(span.start));
    let within = block.map_or(Span::new(0, article.text.len()), |block| block.span);
    let first = sentence::sentence_at(&article.text, within, span.start);
    let last_byte = article.text.floor_char_boundary(span.end.saturating_sub(1).max(span.start));
    let there = article.blocks.get(article.block_at(last_byte)).map_or(within, |block| block.span);
    let last = sentence::sentence_at(&article.text, there, last_byte);
    Span::new(first.start.min(span.start), last.end.max(span.end))
}

/// The number of the paragraph that byte `at` stands in, counted from 1 as a reader counts: what
/// is shown, without the title, the byline and captions.
fn paragraph(article: &Article, at: usize) -> usize {
    let counts = |block: &&Block| {
        block.visibility == crate::article::Visibility::Shown
            && matches!(
                block.role,
                BlockRole::Body | BlockRole::Quote | BlockRole::List(_) | BlockRole::Standfirst
            )
    };
    article.blocks.iter().filter(counts).take_while(|block| block.span.start <= at).count()
}

/// How the characters of a text are counted by those who read the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Unit {
    /// By Unicode code points, as the W3C has it.
    Character,
    /// By UTF-16 code units, as JavaScript has it.
    Utf16,
}

impl Unit {
    /// Where `span` of `text` starts and ends in this unit.
    fn count(self, text: &str, span: Span) -> (usize, usize) {
        let length = |part: &str| match self {
            Self::Character => part.chars().count(),
            Self::Utf16 => part.encode_utf16().count(),
        };
        let start = length(Span::new(0, span.start).of(text));
        (start, start + length(span.of(text)))
    }
}

/// What a mark is on, as the W3C and Hypothesis have it: the article, its words with what
/// surrounds them, and where they stand in `unit`.
fn target_of(marked: &Marked<'_>, mark: &Annotation, unit: Unit) -> Value {
    let mut target = json!({ "source": marked.address() });
    if let (Some(anchor), Some(fields)) = (mark.target.anchor(), target.as_object_mut()) {
        let mut selectors = vec![json!({
            "type": "TextQuoteSelector",
            "exact": anchor.exact,
            "prefix": anchor.prefix,
            "suffix": anchor.suffix,
        })];
        if let Some(span) = mark.place.span {
            let (start, end) = unit.count(&marked.article.text, span);
            selectors.push(json!({ "type": "TextPositionSelector", "start": start, "end": end }));
        }
        fields.insert("selector".to_owned(), selectors.into());
    }
    target
}

#[cfg(test)]
mod tests;
