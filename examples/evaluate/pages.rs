//! Stored pages: reads each and tells what was found in it, for `score_pages.py`.

use anyhow::Result;
use newsprint::article::{Article, BlockRole, Visibility};
use serde_json::{Value, json};
use std::io::Read;
use std::time::Instant;

/// What is found in the page that `line` lists.
pub(crate) fn page(line: &Value) -> Result<Value> {
    let path = line.get("path").and_then(Value::as_str).unwrap_or_default();
    let start = Instant::now();
    let articles = newsprint::import::read(content(path)?, Some(path)).unwrap_or_default();
    let seconds = start.elapsed().as_secs_f64();
    let article = articles.into_iter().next().unwrap_or_default();
    Ok(found(line.get("id"), &article, seconds))
}

fn content(path: &str) -> Result<Vec<u8>> {
    let bytes = std::fs::read(path)?;
    if !bytes.starts_with(&[0x1f, 0x8b]) {
        return Ok(bytes);
    }
    let mut content = Vec::new();
    flate2::read::MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut content)?;
    Ok(content)
}

fn found(id: Option<&Value>, article: &Article, seconds: f64) -> Value {
    let meta = &article.meta;
    let day = |instant: &Option<newsprint::article::Stated<newsprint::article::Instant>>| {
        instant.as_ref().map(|stated| stated.value.date.to_string())
    };
    let captions = article.images.iter().map(|image| {
        json!({
            "caption": image.caption.of(&article.text),
            "credit": image.credit_span.of(&article.text),
            "lines": image.credit.lines,
            "raw": article.blocks.get(image.block).map(|block| block.span.of(&article.text)),
            "address": image.address,
            "alt": image.alt,
        })
    });
    json!({
        "id": id,
        "text": article.text,
        "shown_text": shown(article),
        "title": meta.title.as_ref().map(|title| &title.value),
        "authors": meta.authors.iter().map(|author| &author.value).collect::<Vec<_>>(),
        "published": day(&meta.published),
        "modified": day(&meta.modified),
        "language": meta.language.as_ref().map(|language| &language.value),
        "captions": captions.collect::<Vec<_>>(),
        "seconds": seconds,
    })
}

/// The prose a reader sees unasked: no headline, byline or caption.
fn shown(article: &Article) -> String {
    let prose = article.blocks.iter().filter(|block| {
        block.visibility == Visibility::Shown
            && matches!(
                block.role,
                BlockRole::Body
                    | BlockRole::Heading(_)
                    | BlockRole::Quote
                    | BlockRole::List(_)
                    | BlockRole::Table
                    | BlockRole::Code
            )
    });
    prose.map(|block| block.span.of(&article.text)).collect::<Vec<_>>().join("\n")
}
