//! Saved web pages to articles.

use super::builder::{Builder, Shape};
use crate::article::{Article, BlockRole, Meta};

/// The article in a page, or in a piece of markup that a record holds; `address` is where it
/// came from, where that is known. `None` where no text is in it.
pub(super) fn read(html: &str, address: Option<&str>) -> Option<Article> {
    _ = address;
    let mut builder = Builder::new();
    builder.open(Shape::new(BlockRole::Body));
    let mut outside = true;
    for piece in html.split_inclusive(['<', '>']) {
        if outside {
            builder.words(piece.trim_end_matches('<'));
        }
        outside = piece.ends_with('>') || (outside && !piece.ends_with('<'));
    }
    let article = builder.finish(Meta::default());
    (!article.blocks.is_empty()).then_some(article)
}
