//! Saved web pages to articles.

mod attributes;
mod body;
mod dom;
mod draft;
mod emit;
mod figure;
mod measure;
mod parse;
mod plain;
mod readability;
mod segment;
mod sink;
mod table;
mod vote;
mod zone;

use crate::article::Article;
use dom::Dom;

/// The article in a page, or in a piece of markup that a record holds; `address` is where it
/// came from, where that is known. `None` where no text is in it.
pub(super) fn read(html: &str, address: Option<&str>) -> Option<Article> {
    _ = address;
    let article = parse::parse(html).map_or_else(|| plain::read(html), |dom| of(&dom));
    (!article.blocks.is_empty()).then_some(article)
}

fn of(dom: &Dom) -> Article {
    let measure = measure::Measure::of(dom);
    let figures = figure::Figures::of(dom);
    let drafts = segment::segment(dom, &measure, &figures);
    let votes = vote::main_content(dom, &measure, &drafts);
    emit::article(&drafts, &votes)
}
