//! A record to an article: title, body, pictures.

use super::{fields, pictures};
use crate::article::{Article, BlockRole, Origin};
use crate::import::builder::{Builder, Shape};
use crate::import::{html, plain};
use serde_json::Value;

/// The article in a `record`; `None` where it holds no text.
pub(super) fn read(record: &Value) -> Option<Article> {
    let record = record.as_object()?;
    let (_, body) = fields::body(record)?;
    let meta = fields::meta(record, Origin::Record);
    let words = fields::body_words(body);
    let body = if is_markup(&words) {
        html::read(&words, fields::address_of(&meta))
    } else {
        Some(plain::read(words))
    }?;
    let mut builder = Builder::new();
    let said = body.blocks.iter().find(|block| block.role == BlockRole::Title);
    let said = said.map(|block| block.span.of(&body.text).to_lowercase());
    let title = meta.title.as_ref().map(|title| title.value.as_str());
    if let Some(title) = title.filter(|title| said.as_deref() != Some(&title.to_lowercase())) {
        builder.open(Shape::new(BlockRole::Title));
        builder.words(title);
    }
    builder.append(body);
    for picture in pictures::find(record) {
        picture.put(&mut builder);
    }
    Some(builder.finish(meta))
}

/// Whether the words of a field are markup: it holds a tag that ends or sets a block or a phrase.
fn is_markup(words: &str) -> bool {
    const TAGS: &[&str] = &[
        "p",
        "div",
        "br",
        "a",
        "h1",
        "h2",
        "h3",
        "h4",
        "ul",
        "ol",
        "li",
        "figure",
        "img",
        "span",
        "em",
        "strong",
        "b",
        "i",
        "article",
        "section",
        "blockquote",
        "table",
        "hr",
        "html",
        "body",
    ];
    let mut rest = words;
    while let Some((_, after)) = rest.split_once('<') {
        let tag = after.strip_prefix('/').unwrap_or(after);
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let (name, behind) = tag.split_at_checked(end).unwrap_or((tag, ""));
        let closed = behind.starts_with(['>', '/']) || behind.starts_with(char::is_whitespace);
        if closed && TAGS.iter().any(|known| name.eq_ignore_ascii_case(known)) {
            return true;
        }
        rest = after;
    }
    false
}
