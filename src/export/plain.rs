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
