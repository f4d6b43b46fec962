//! An article as plain text, set as the reader sets it.

use super::words;
use crate::article::{Article, Block, BlockRole};
use crate::page::{Page, Row, RowKind, Setting};
use crate::text::width;

/// `article` set in lines of at most `columns`, captions in full, what was folded or hidden left
/// out.
///
/// Words stand in the order in which they are stored, right-to-left ones too: what shows a file
/// of text turns them round itself.
pub fn plain(article: &Article, columns: usize) -> String {
    let setting = Setting { columns, justified: false, captions: true, everything: false };
    let page = Page::new(article, setting);
    let mut text = String::new();
    for row in page.rows(page.first()) {
        text.push_str(line(&page, &row).trim_end());
        text.push('\n');
    }
    text
}

fn line(page: &Page<'_>, row: &Row) -> String {
    let article = page.article;
    let margin = " ".repeat(row.indent);
    match (row.kind, article.blocks.get(row.place.block)) {
        (RowKind::Gap, _) => String::new(),
        (RowKind::Rule, _) => format!("{margin}* * *"),
        (RowKind::Table, _) => margin + &placed(page, row),
        (RowKind::Line { first, .. }, Some(block)) => {
            let margin = marked(&margin, block, first);
            if block.role == BlockRole::Code {
                return margin + &row.span.of(&article.text).replace('\t', "    ");
            }
            margin + &words(&article.text, row.span)
        }
        (RowKind::Image(_) | RowKind::Line { .. }, _) => margin + &words(&article.text, row.span),
    }
}

/// The margin with the bars of quotes, and before the first line of a list item its bullet or
/// number.
fn marked(margin: &str, block: &Block, first: bool) -> String {
    let depth = usize::from(block.quote) + usize::from(block.role == BlockRole::Quote);
    let bars = "> ".repeat(depth.min(margin.len() / 2));
    let rest = margin.len().saturating_sub(bars.len());
    let bullet = match block.role {
        BlockRole::List(Some(number)) if first => format!("{number}. "),
        BlockRole::List(None) if first => "- ".to_owned(),
        _ => String::new(),
    };
    format!("{bars}{bullet:>rest$}")
}

/// The clusters of a row of a table in their columns.
fn placed(page: &Page<'_>, row: &Row) -> String {
    let mut line = String::new();
    let mut column = row.indent;
    for cluster in page.clusters(row) {
        line.extend(std::iter::repeat_n(' ', cluster.column.saturating_sub(column)));
        let shown = cluster.span.of(&page.article.text);
        line.push_str(if shown.trim().is_empty() { " " } else { shown });
        column = cluster.column.max(column) + width(shown).max(1);
    }
    line
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Span;
    use proptest::prelude::*;

    /// An article of blocks, each with its text, set in `columns`.
    fn set(blocks: &[(BlockRole, &str)], columns: usize) -> String {
        let mut article = Article::default();
        for (role, text) in blocks {
            let start = article.text.len();
            article.text.push_str(text);
            let block = Block::new(*role, Span::new(start, article.text.len()));
            let indent = u8::from(matches!(role, BlockRole::List(_)));
            article.blocks.push(Block { indent, ..block });
            article.text.push('\n');
        }
        plain(&article, columns)
    }

    #[test]
    fn paragraphs_lists_and_breaks_are_set() {
        let blocks = [
            (BlockRole::Body, "The ferry waited\nfor an hour."),
            (BlockRole::List(None), "rope"),
            (BlockRole::List(Some(2)), "oars and a sail"),
            (BlockRole::Quote, "We sail."),
            (BlockRole::Break, ""),
            (BlockRole::Body, "It left."),
        ];
        let text = set(&blocks, 16);
        for line in ["The ferry waited", "for an hour.", "It left."] {
            assert!(text.lines().any(|it| it == line), "{line}:\n{text}");
        }
        for (marked, word) in
            [("- rope", "rope"), ("2. oars and a", "oars"), ("> We sail.", "sail.")]
        {
            let line = text.lines().find(|line| line.contains(word)).unwrap();
            assert_eq!(line.trim_start(), marked, "{text}");
        }
        assert!(text.contains("* * *"), "{text}");
    }

    #[test]
    fn code_keeps_its_spaces_and_tables_their_columns() {
        let code = set(&[(BlockRole::Code, "if a {\n    b\n}")], 40);
        let margin = |word: &str| code.lines().find_map(|line| line.find(word)).unwrap();
        assert_eq!(margin("b"), margin("if a {") + 4, "{code}");
        let table = set(&[(BlockRole::Table, "Port\tDepth\nAvonmouth\t4")], 40);
        let column = |word: &str| table.lines().find_map(|line| line.find(word)).unwrap();
        assert!(column("4") >= column("Depth") && column("4") > "Avonmouth".len(), "{table}");
    }

    proptest! {
        #[test]
        fn every_word_is_printed_in_order(
            text in "[a-zé漢 \n.,-]{0,80}",
            columns in 10..60_usize,
        ) {
            let set = set(&[(BlockRole::Body, &text)], columns);
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            prop_assert_eq!(letters(&set), letters(&text));
            prop_assert!(set.lines().all(|line| width(line) <= columns), "{}", set);
        }
    }

    fn block(role: BlockRole, quote: u8) -> Block {
        Block { quote, ..Block::new(role, Span::at(0)) }
    }

    #[test]
    fn a_bullet_or_number_stands_at_the_end_of_the_margin() {
        let margin = |width: usize, role, first| marked(&" ".repeat(width), &block(role, 0), first);
        assert_eq!(margin(4, BlockRole::List(None), true), "  - ");
        assert_eq!(margin(4, BlockRole::List(Some(12)), true), "12. ");
        assert_eq!(margin(4, BlockRole::List(None), false), "    ");
        assert_eq!(margin(0, BlockRole::List(None), true), "- ");
    }

    #[test]
    fn a_bar_stands_for_each_quote_as_far_as_there_is_room() {
        let margin =
            |width: usize, quote| marked(&" ".repeat(width), &block(BlockRole::Body, quote), true);
        assert_eq!(margin(2, 1), "> ");
        assert_eq!(margin(6, 2), "> >   ");
        assert_eq!(margin(2, 9), "> ");
    }
}
