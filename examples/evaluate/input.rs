//! A line of input, and the article it makes: paragraphs between blank lines, nothing else known.

use anyhow::{Context, Result};
use newsprint::article::{Article, Block, BlockRole, Instant, Origin, Stated};
use newsprint::text::Span;
use serde_json::Value;

/// One document to evaluate.
pub(crate) struct Record {
    /// What the scorers call it.
    pub(crate) id: String,
    /// Its text, in paragraphs.
    pub(crate) article: Article,
}

impl Record {
    /// The document that `line` holds.
    pub(crate) fn parse(line: &Value) -> Result<Self> {
        let id = line["doc_id"].as_str().context("no doc_id")?.to_owned();
        let text = line["text"].as_str().context("no text")?.to_owned();
        let mut article = Article { blocks: blocks(&text), text, ..Article::default() };
        let day = line["dct"].as_str().and_then(|dct| dct.get(..10)?.parse().ok());
        article.meta.published = day.map(|day| Stated::new(Instant::day(day), Origin::Record));
        Ok(Self { id, article })
    }
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
