//! An article as Markdown (`CommonMark` with the tables and strikes of GitHub).

mod inline;

use super::{instant, words};
use crate::article::{Article, Block, BlockRole, Image, Meta, Visibility};
use crate::text::Span;
use inline::inline;
use std::fmt::Write;

pub(super) use inline::{Layer, address, escape};

/// The shown blocks of `article` as Markdown, with what is known of it as front matter.
pub fn markdown(article: &Article) -> String {
    layered(article, &Layer::default())
}

/// The same, with what a reader marked in it.
pub(super) fn layered(article: &Article, layer: &Layer) -> String {
    let mut text = front_matter(&article.meta);
    let mut before: Option<&Block> = None;
    for (at, block) in article.blocks.iter().enumerate() {
        let body = if block.visibility == Visibility::Shown {
            body(article, at, block, layer)
        } else {
            String::new()
        };
        if body.trim().is_empty() {
            continue;
        }
        let list = |block: &Block| matches!(block.role, BlockRole::List(_));
        // Items of one list stand together; anything else is set apart.
        let together = list(block) && before.is_some_and(|it| list(it) && it.quote == block.quote);
        if !text.is_empty() && !together {
            let both = before.map_or(0, quotes).min(quotes(block));
            _ = writeln!(text, "{}", "> ".repeat(both).trim_end());
        }
        set(&mut text, block, &body);
        before = Some(block);
    }
    text
}

/// What is known of the article in YAML, under names that the importer knows.
fn front_matter(meta: &Meta) -> String {
    // A JSON string is a YAML string.
    let quoted = |value: &str| serde_json::Value::from(value).to_string();
    let mut text = String::new();
    let mut line = |key: &str, value: Option<&str>| {
        if let Some(value) = value {
            _ = writeln!(text, "{key}: {}", quoted(value));
        }
    };
    line("title", meta.title.as_ref().map(|it| it.value.as_str()));
    line("sitename", meta.source.as_ref().map(|it| it.value.as_str()));
    line("published", meta.published.as_ref().map(|it| instant(&it.value)).as_deref());
    line("modified", meta.modified.as_ref().map(|it| instant(&it.value)).as_deref());
    line("language", meta.language.as_ref().map(|it| it.value.as_str()));
    line("url", meta.address.as_ref().map(|it| it.value.as_str()));
    let authors: Vec<String> = meta.authors.iter().map(|it| quoted(&it.value)).collect();
    if !authors.is_empty() {
        _ = writeln!(text, "authors: [{}]", authors.join(", "));
    }
    if text.is_empty() { text } else { format!("---\n{text}---\n") }
}

/// How many block quotes a block stands in, itself included.
fn quotes(block: &Block) -> usize {
    usize::from(block.quote) + usize::from(block.role == BlockRole::Quote)
}

/// Appends the lines of `body` behind the bars of quotes and the margin of lists.
fn set(text: &mut String, block: &Block, body: &str) {
    let bars = "> ".repeat(quotes(block));
    let depth = usize::from(block.indent);
    let (first, rest) = match block.role {
        BlockRole::List(number) => {
            let margin = "   ".repeat(depth.saturating_sub(1));
            let mark = number.map_or_else(|| "-  ".to_owned(), |number| format!("{number}. "));
            (margin + &mark, "   ".repeat(depth.max(1)))
        }
        _ => ("   ".repeat(depth), "   ".repeat(depth)),
    };
    for (at, line) in body.lines().enumerate() {
        let margin = if at == 0 { &first } else { &rest };
        text.push_str(format!("{bars}{margin}{line}").trim_end());
        text.push('\n');
    }
}

/// The block in Markdown, less what stands before each of its lines.
fn body(article: &Article, at: usize, block: &Block, layer: &Layer) -> String {
    let text = &article.text;
    match block.role {
        BlockRole::Title => format!("# {}", inline(article, block.span, layer)),
        BlockRole::Heading(level) => {
            let marks = "#".repeat(usize::from(level.clamp(2, 6)));
            format!("{marks} {}", inline(article, block.span, layer))
        }
        BlockRole::Code => code(block.span.of(text)),
        BlockRole::Table => table(block.span.of(text)),
        BlockRole::Break => "---".to_owned(),
        BlockRole::Caption => {
            let own = article.images.iter().find(|image| image.block == at);
            own.map_or_else(
                || inline(article, block.span, layer),
                |image| caption(article, image, block, layer),
            )
        }
        _ => inline(article, block.span, layer),
    }
}

/// Code between fences.
fn code(text: &str) -> String {
    let fence = inline::fence(text, 3);
    format!("{fence}\n{}\n{fence}", text.trim_end())
}

/// Rows are lines, cells apart by tabs; the first row is the head.
fn table(text: &str) -> String {
    let rows: Vec<Vec<String>> =
        text.lines().map(|row| row.split('\t').map(|cell| escape(cell.trim())).collect()).collect();
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let mut table = String::new();
    for (at, row) in rows.iter().enumerate() {
        let cells = (0..columns).map(|column| row.get(column).map_or("", String::as_str));
        _ = writeln!(table, "| {} |", cells.collect::<Vec<_>>().join(" | "));
        if at == 0 {
            _ = writeln!(table, "|{}", " --- |".repeat(columns));
        }
    }
    table
}

/// The picture, if it can be pointed at, and below it the caption with the credit.
fn caption(article: &Article, image: &Image, block: &Block, layer: &Layer) -> String {
    let alt = image.alt.clone().unwrap_or_else(|| words(&article.text, image.caption));
    let alt = escape(&words(&alt, Span::new(0, alt.len())));
    // A picture inside the address would be longer than the article.
    let address = image.address.as_deref().filter(|it| !it.starts_with("data:"));
    let picture = address.map(|address| format!("![{alt}]({})", inline::address(address)));
    let (caption, credit) =
        (inline(article, image.caption, layer), inline(article, image.credit_span, layer));
    let mut lines: Vec<String> = picture.into_iter().collect();
    match (caption.is_empty(), credit.is_empty()) {
        (true, true) => lines.push(inline(article, block.span, layer)),
        (false, true) => lines.push(caption),
        (true, false) => lines.push(credit),
        (false, false) => lines.push(format!("{caption} {credit}")),
    }
    lines.retain(|line| !line.is_empty());
    if lines.is_empty() && !alt.is_empty() {
        lines.push(format!("![{alt}]()"));
    }
    lines.join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Instant, Origin, Stated};

    /// An article of blocks, each with its text.
    fn article(blocks: &[(BlockRole, &str)]) -> Article {
        let mut article = Article::default();
        for (role, text) in blocks {
            let start = article.text.len();
            article.text.push_str(text);
            article.blocks.push(Block::new(*role, Span::new(start, article.text.len())));
            article.text.push('\n');
        }
        article
    }

    fn written(blocks: &[(BlockRole, &str)]) -> String {
        markdown(&article(blocks))
    }

    #[test]
    fn headings_and_paragraphs_stand_apart() {
        let blocks = [
            (BlockRole::Title, "Tides"),
            (BlockRole::Heading(2), "Low water"),
            (BlockRole::Body, "It falls\n twice a day."),
            (BlockRole::Break, ""),
            (BlockRole::Body, "And rises."),
        ];
        let expected = "# Tides\n\n## Low water\n\nIt falls twice a day.\n\n---\n\nAnd rises.\n";
        assert_eq!(written(&blocks), expected);
    }

    #[test]
    fn items_of_a_list_stand_together_and_nest() {
        let mut article = article(&[
            (BlockRole::List(None), "one"),
            (BlockRole::List(None), "inner"),
            (BlockRole::Body, "more of inner"),
            (BlockRole::List(Some(7)), "seven"),
        ]);
        for (block, indent) in article.blocks.iter_mut().zip([1, 2, 2, 1]) {
            block.indent = indent;
        }
        let expected = "-  one\n   -  inner\n\n      more of inner\n\n7. seven\n";
        assert_eq!(markdown(&article), expected);
    }

    #[test]
    fn a_quote_has_bars_and_so_has_the_gap_inside_it() {
        let mut article =
            article(&[(BlockRole::Body, "a"), (BlockRole::Quote, "b"), (BlockRole::Body, "c")]);
        article.blocks[2].quote = 1;
        assert_eq!(markdown(&article), "a\n\n> b\n>\n> c\n");
    }

    #[test]
    fn a_table_has_a_head_and_whole_rows() {
        let text = "Port\tDepth\nAvon\t4 | 5\nBy";
        let expected = "| Port | Depth |\n| --- | --- |\n| Avon | 4 \\| 5 |\n| By |  |\n";
        assert_eq!(written(&[(BlockRole::Table, text)]), expected);
    }

    #[test]
    fn code_keeps_its_lines_in_a_fence_that_is_long_enough() {
        let text = "let a = 1;\n  ```\n";
        assert_eq!(written(&[(BlockRole::Code, text)]), "````\nlet a = 1;\n  ```\n````\n");
    }

    #[test]
    fn a_picture_is_followed_by_caption_and_credit() {
        let mut article = article(&[(BlockRole::Caption, "A pier. Credit: Ana Ruiz")]);
        article.images = vec![Image {
            caption: Span::new(0, 7),
            credit_span: Span::new(8, 24),
            address: Some("img/pier one.jpg".to_owned()),
            ..Image::default()
        }];
        let expected = "![A pier.](<img/pier one.jpg>)\n\nA pier. Credit: Ana Ruiz\n";
        assert_eq!(markdown(&article), expected);
        article.images[0].address = Some("data:image/png;base64,AAAA".to_owned());
        assert_eq!(markdown(&article), "A pier. Credit: Ana Ruiz\n");
    }

    #[test]
    fn what_was_folded_is_left_out() {
        let mut article = article(&[(BlockRole::Body, "a"), (BlockRole::Legal, "b")]);
        article.blocks[1].visibility = Visibility::Folded;
        assert_eq!(markdown(&article), "a\n");
    }

    #[test]
    fn what_is_known_stands_in_front() {
        let mut article = article(&[(BlockRole::Body, "a")]);
        let stated = |value: &str| Stated::new(value.to_owned(), Origin::Record);
        article.meta.title = Some(stated("A \"fair\" wind"));
        article.meta.authors = vec![stated("Ana Ruiz"), stated("Bo Lind")];
        let day = Instant::day(jiff::civil::date(2024, 5, 6));
        article.meta.published = Some(Stated::new(day, Origin::Record));
        let expected = "---\ntitle: \"A \\\"fair\\\" wind\"\npublished: \"2024-05-06\"\n\
                        authors: [\"Ana Ruiz\", \"Bo Lind\"]\n---\n\na\n";
        assert_eq!(markdown(&article), expected);
    }
}
