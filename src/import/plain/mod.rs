//! Plain text to an article. The text of the article is the text of the file: line ends are made
//! line feeds, and marks that stand for a block's role (bullets, quote marks, underlines) give way
//! to spaces of the same length; nothing else is touched, so that a long file opens at once.

mod blocks;
mod head;
mod lines;
mod marked;
mod shape;

use super::images;
use crate::article::{Article, Block, BlockRole};
use crate::text::Span;
use lines::Style;
use std::borrow::Cow;

/// How much of the text decides how its paragraphs are told apart.
const HEAD: usize = 64 * 1024;

/// The article in `text`.
pub(super) fn read(text: String) -> Article {
    let text = with_line_feeds(text);
    let style = style(&text);
    finish(segmented(text, style))
}

/// The article in the first `bytes` of `text`, cut at the end of a paragraph: its text is a
/// prefix of [`read`]'s and its blocks are the first of [`read`]'s. `None` where no paragraph
/// ends in there.
pub(super) fn preview(text: &str, bytes: usize) -> Option<Article> {
    let start = text.get(..text.floor_char_boundary(bytes))?;
    let start = match with_line_feeds(start.to_owned()) {
        text if start.ends_with('\r') => text.trim_end().to_owned(),
        text => text,
    };
    let style = style(&start);
    let end = match style {
        Style::Lines => lines::end_of_long(&start)?,
        Style::Wrapped { .. } => start.rfind("\n\n")?,
    };
    let mut article = segmented(start.get(..end)?.to_owned(), style);
    // What a block is may depend on the one after it.
    article.blocks.pop();
    if article.blocks.len() <= head::LONGEST {
        return None;
    }
    let end = article.blocks.last()?.span.end;
    article.text.truncate(end);
    Some(finish(article))
}

/// `text` with its blocks, before anything is known of the whole.
fn segmented(text: String, style: Style) -> Article {
    let (mut blocks, blanked) = blocks::find(&text, style);
    let text = if blanked.is_empty() { text } else { blank(&text, &blanked) };
    shape::mark_headings(&text, &mut blocks);
    Article { text, blocks, ..Article::default() }
}

fn style(text: &str) -> Style {
    Style::of(text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text))
}

fn finish(mut article: Article) -> Article {
    head::dress(&mut article);
    images::find(&mut article, Vec::new());
    article
}

/// `text` with every line end a line feed; a form feed ends a line too.
fn with_line_feeds(text: String) -> String {
    let text = match memchr::memchr(b'\r', text.as_bytes()) {
        Some(_) => text.replace("\r\n", "\n").replace('\r', "\n"),
        None => text,
    };
    match memchr::memchr2(b'\x0c', b'\x0b', text.as_bytes()) {
        Some(_) => text.replace(['\x0c', '\x0b'], "\n"),
        None => text,
    }
}

/// `text` with the bytes of `spans`, which are in order, made spaces.
fn blank(text: &str, spans: &[Span]) -> String {
    let mut blanked = String::with_capacity(text.len());
    let mut upto = 0;
    for span in spans {
        blanked.push_str(Span::new(upto, span.start).of(text));
        blanked.extend(std::iter::repeat_n(' ', span.len()));
        upto = span.end;
    }
    blanked.push_str(Span::new(upto, text.len()).of(text));
    blanked
}

/// The words of a block, on one line.
fn words<'a>(text: &'a str, block: &Block) -> Cow<'a, str> {
    let words = block.span.of(text);
    if words.contains('\n') {
        Cow::Owned(words.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(words)
    }
}

/// Whether a block is prose whose role is not settled.
fn is_prose(block: &Block) -> bool {
    matches!(block.role, BlockRole::Body | BlockRole::Heading(_)) && block.quote == 0
}

#[cfg(test)]
mod tests;
