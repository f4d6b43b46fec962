//! An article out of what a record says of it and the words of its body, whatever format the
//! record stands in.

use super::builder::{Builder, Picture, Shape};
use super::{derive, html, plain};
use crate::article::{Article, BlockRole, Meta};

/// The article without its pictures, still open: the title goes first, where the body does not
/// hold it. `None` where the body holds no text.
pub(super) fn begun(meta: &Meta, words: String) -> Option<Builder> {
    let address = meta.address.as_ref().map(|address| address.value.as_str());
    let address = address.filter(|address| derive::host(address).is_some());
    let body = if is_markup(&words) {
        html::read(&words, address)
    } else {
        (!words.trim().is_empty()).then(|| plain::read(words))
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
    Some(builder)
}

/// The article, should there be a text in `words`.
pub(super) fn article(meta: Meta, words: String) -> Option<Article> {
    Some(begun(&meta, words)?.finish(meta))
}

/// Whether the words of a field are markup: it holds a tag that ends or sets a block or a phrase.
pub(super) fn is_markup(words: &str) -> bool {
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

/// Puts a picture below what was written so far, with its caption and its credit, unless the
/// caption holds that.
pub(super) fn put(
    builder: &mut Builder,
    picture: Picture,
    caption: Option<&str>,
    credit: Option<&str>,
) {
    builder.open(Shape::new(BlockRole::Caption));
    builder.picture(picture);
    if let Some(caption) = caption {
        builder.words(caption);
    }
    let said = |credit: &&str| !caption.is_some_and(|caption| caption.contains(*credit));
    if let Some(credit) = credit.filter(said) {
        builder.credit(credit);
    }
    builder.close();
}
