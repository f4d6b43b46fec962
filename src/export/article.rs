//! An article as JSON: a stable form, described in `docs/formats.md`.

use super::captions::{ImageOut, image};
use super::json::json;
use crate::article::{Article, Block, BlockRole, InlineKind, Kept, Meta, Visibility};
use serde::Serialize;

/// An article as it is written out. Offsets are bytes of `text` in UTF-8.
#[derive(Serialize)]
struct ArticleOut<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    meta: &'a Meta,
    #[serde(skip_serializing_if = "Kept::is_empty")]
    kept: &'a Kept,
    words: usize,
    text: &'a str,
    blocks: Vec<BlockOut>,
    inlines: Vec<InlineOut<'a>>,
    images: Vec<ImageOut<'a>>,
}

#[derive(Serialize)]
struct BlockOut {
    role: &'static str,
    /// Of a heading.
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    /// Of an item of a numbered list.
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    start: usize,
    end: usize,
    visibility: Visibility,
    quote: u8,
    indent: u8,
}

#[derive(Serialize)]
struct InlineOut<'a> {
    kind: &'static str,
    start: usize,
    end: usize,
    /// Where a link leads.
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<&'a str>,
}

/// `article` as JSON: what is known of it and from where, its text, and the layers over the text.
/// `id` is its name in the library, if it has one.
pub fn article_json(article: &Article, id: Option<&str>) -> String {
    let inlines = article.inlines.iter().map(|inline| {
        let (kind, address) = match inline.kind {
            InlineKind::Emphasis => ("emphasis", None),
            InlineKind::Strong => ("strong", None),
            InlineKind::Code => ("code", None),
            InlineKind::Strike => ("strike", None),
            InlineKind::Link(at) => ("link", article.links.get(at)),
        };
        let address = address.map(|link| link.address.as_str());
        InlineOut { kind, start: inline.span.start, end: inline.span.end, address }
    });
    json(&ArticleOut {
        id,
        meta: &article.meta,
        kept: &article.kept,
        words: article.words(),
        text: &article.text,
        blocks: article.blocks.iter().map(block).collect(),
        inlines: inlines.collect(),
        images: article.images.iter().map(|it| image(article, it)).collect(),
    })
}

fn block(block: &Block) -> BlockOut {
    let (mut level, mut number) = (None, None);
    let role = match block.role {
        BlockRole::Title => "title",
        BlockRole::Standfirst => "standfirst",
        BlockRole::Byline => "byline",
        BlockRole::Dateline => "dateline",
        BlockRole::Body => "body",
        BlockRole::Heading(its) => {
            level = Some(its);
            "heading"
        }
        BlockRole::Quote => "quote",
        BlockRole::List(its) => {
            number = its;
            "list"
        }
        BlockRole::Table => "table",
        BlockRole::Code => "code",
        BlockRole::Caption => "caption",
        BlockRole::Credit => "credit",
        BlockRole::Related => "related",
        BlockRole::Promotion => "promotion",
        BlockRole::AuthorNote => "author_note",
        BlockRole::Legal => "legal",
        BlockRole::Navigation => "navigation",
        BlockRole::Break => "break",
    };
    let &Block { span, visibility, quote, indent, .. } = block;
    BlockOut { role, level, number, start: span.start, end: span.end, visibility, quote, indent }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Inline, Link, Origin, Stated};
    use crate::text::Span;
    use serde_json::{Value, json};

    fn written(article: &Article) -> Value {
        serde_json::from_str(&article_json(article, Some("0a1b"))).unwrap()
    }

    #[test]
    fn a_value_comes_with_its_origin() {
        let mut article = Article::default();
        article.meta.title = Some(Stated::new("Words".to_owned(), Origin::JsonLd));
        let written = written(&article);
        assert_eq!(written["meta"]["title"], json!({"value": "Words", "origin": "json_ld"}));
        assert_eq!(written["id"], "0a1b");
    }

    #[test]
    fn layers_are_spans_over_the_text() {
        let article = Article {
            text: "Head\nBody".to_owned(),
            blocks: vec![
                Block::new(BlockRole::Heading(2), Span::new(0, 4)),
                Block::new(BlockRole::List(Some(3)), Span::new(5, 9)),
            ],
            inlines: vec![Inline { span: Span::new(5, 7), kind: InlineKind::Link(0) }],
            links: vec![Link { address: "https://example.org/".to_owned() }],
            ..Article::default()
        };
        let written = written(&article);
        assert_eq!(
            written["blocks"][0],
            json!({"role": "heading", "level": 2, "start": 0, "end": 4, "visibility": "shown",
                   "quote": 0, "indent": 0})
        );
        assert_eq!(written["blocks"][1]["number"], 3);
        assert_eq!(
            written["inlines"],
            json!([{"kind": "link", "start": 5, "end": 7, "address": "https://example.org/"}])
        );
        assert_eq!(written["words"], 2);
    }
}
