//! A line of input, and the article it makes: paragraphs between blank lines, nothing else known.

use anyhow::Result;
use newsprint::article::{Article, Block, BlockRole, Instant, Origin, Stated};
use newsprint::text::Span;
use serde::Deserialize;

/// One document to evaluate.
pub(crate) struct Record {
    /// What the scorers call it.
    pub(crate) id: String,
    /// Its text, in paragraphs.
    pub(crate) article: Article,
}

impl Record {
    /// The document that `line` holds. What else is in the line, such as the right answers, is
    /// passed over.
    pub(crate) fn parse(line: &str) -> Result<Self> {
        let Line { doc_id: id, text, dct } = serde_json::from_str(line)?;
        let mut article = Article { blocks: blocks(&text), text, ..Article::default() };
        let day = dct.and_then(|dct| dct.get(..10)?.parse().ok());
        article.meta.published = day.map(|day| Stated::new(Instant::day(day), Origin::Record));
        Ok(Self { id, article })
    }
}

/// A line of input, as far as the program reads it.
#[derive(Deserialize)]
struct Line {
    doc_id: String,
    text: String,
    dct: Option<String>,
}

/// Paragraphs: between blank lines where there are any, else one a line.
fn blocks(text: &str) -> Vec<Block> {
    let mark = if text.contains("\n\n") { "\n\n" } else { "\n" };
    let mut blocks = Vec::new();
    let mut at = 0;
    for paragraph in text.split(mark) {
        let span = Span::new(at, at + paragraph.len()).trim(text);
        at += paragraph.len() + mark.len();
        if span.is_empty() {
            continue;
        }
        let words = span.of(text);
        let head =
            blocks.is_empty() && words.len() < 200 && !words.ends_with(['.', '?', '!', '”', '"']);
        blocks.push(Block::new(if head { BlockRole::Title } else { BlockRole::Body }, span));
    }
    blocks
}
