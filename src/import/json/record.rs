//! A record to an article: title, body, pictures, and what its program kept with it.

use super::{fields, kept, pictures};
use crate::article::{Article, BlockRole, Meta, Origin};
use crate::import::builder::{Builder, Shape};
use crate::import::record::begun;
use crate::import::saved;
use serde_json::{Map, Value};

/// The article in a `record`; of one without a text, its address. `None` where it says neither.
pub(super) fn read(record: &Map<String, Value>) -> Option<Article> {
    let mut meta = fields::meta(record, Origin::Record);
    let kept = kept::kept(record, &mut meta);
    let words = fields::body(record).map(|(_, body)| fields::body_words(body));
    let builder = match words.and_then(|words| begun(&meta, words)) {
        Some(builder) => Some(builder),
        None if fields::is_news_item(record) => item(record, &meta),
        None => return saved::article(meta, kept),
    };
    let mut builder = builder?;
    for picture in pictures::find(record) {
        picture.put(&mut builder);
    }
    let article = builder.finish(meta);
    Some(Article { kept, ..article })
}

/// A news item without a text: a picture with its caption, or an event as it is described.
fn item(record: &Map<String, Value>, meta: &Meta) -> Option<Builder> {
    let mut builder = Builder::new();
    if let Some(title) = &meta.title {
        builder.open(Shape::new(BlockRole::Title));
        builder.words(&title.value);
    }
    if let Some(picture) = pictures::of_item(record) {
        picture.put(&mut builder);
    } else if let Some(description) = &meta.description {
        builder.open(Shape::new(BlockRole::Body));
        builder.words(&description.value);
    }
    builder.close();
    (!builder.is_empty()).then_some(builder)
}
