//! Pages as they are seen.

use super::*;
use crate::article::{Block, BlockRole, Image, Visibility};
use crate::text::at::is_blank;
use proptest::prelude::*;

const SETTING: Setting =
    Setting { columns: 24, justified: false, captions: false, everything: false };

/// An article of these blocks, a line feed apart.
fn article(blocks: &[(BlockRole, &str)]) -> Article {
    let mut article = Article::default();
    for (role, text) in blocks {
        let start = article.text.len();
        article.text.push_str(text);
        let span = Span::new(start, article.text.len());
        if *role == BlockRole::Caption {
            let block = article.blocks.len();
            article.images.push(Image { block, caption: span, ..Image::default() });
        }
        article.blocks.push(Block::new(*role, span));
        article.text.push('\n');
    }
    article
}

/// A row as it is seen: its ornaments and its clusters in their columns.
fn seen(page: &Page<'_>, row: &Row) -> String {
    let mut cells: Vec<String> = vec![" ".to_owned(); page.setting.columns + 2];
    for ornament in page.ornaments(row) {
        for (at, c) in ornament.text.chars().enumerate() {
            cells[ornament.column + at] = c.to_string();
        }
    }
    for cluster in page.clusters(row) {
        cells[cluster.column] = page.symbol(&cluster).into_owned();
        if cluster.width == 2 {
            cells[cluster.column + 1] = String::new();
        }
    }
    match row.kind {
        RowKind::Image(image) => format!("[{image}]"),
        RowKind::Rule => "---".to_owned(),
        _ => cells.concat().trim_end().to_owned(),
    }
}

fn all(page: &Page<'_>) -> Vec<String> {
    page.rows(page.first()).map(|row| seen(page, &row)).collect()
}

#[track_caller]
fn check(article: &Article, setting: Setting, expected: &[&str]) {
    let rows = all(&Page::new(article, setting));
    assert_eq!(rows, expected, "\n{}", rows.join("\n"));
}

#[test]
fn blocks_stand_a_row_apart() {
    let article = article(&[
        (BlockRole::Title, "A title"),
        (BlockRole::Body, "Some words that take more\nthan one line."),
        (BlockRole::Heading(2), "More"),
        (BlockRole::Body, "The end."),
    ]);
    let expected = [
        "A title",
        "",
        "Some words that take",
        "more than one line.",
        "",
        "",
        "More",
        "",
        "The end.",
    ];
    check(&article, SETTING, &expected);
}

#[test]
fn lists_hang_and_numbers_stand_right() {
    let mut article = article(&[
        (BlockRole::List(None), "A point of some length here"),
        (BlockRole::List(None), "Below it"),
        (BlockRole::Body, "Between."),
        (BlockRole::List(Some(9)), "Nine"),
        (BlockRole::List(Some(10)), "Ten"),
    ]);
    for (block, indent) in [(0, 1), (1, 2), (3, 1), (4, 1)] {
        article.blocks[block].indent = indent;
    }
    let expected = [
        " • A point of some",
        "   length here",
        "    • Below it",
        "",
        "Between.",
        "",
        " 9. Nine",
        "10. Ten",
    ];
    check(&article, SETTING, &expected);
}

#[test]
fn quotes_have_bars_that_cross_their_gaps() {
    let mut article = article(&[
        (BlockRole::Body, "Said."),
        (BlockRole::Body, "Some words quoted at length"),
        (BlockRole::Quote, "More"),
    ]);
    article.blocks[1].quote = 2;
    let expected = ["Said.", "", "▎ ▎ Some words quoted at", "▎ ▎ length", "▎", "▎ More"];
    check(&article, SETTING, &expected);
}

#[test]
fn code_keeps_its_lines_and_is_broken_hard() {
    let article = article(&[(BlockRole::Code, "fn  main() {\n\n\tlet twenty_letters = 1;\n}")]);
    let expected = ["  fn  main() {", "", "      let twenty_letters", "↪  = 1;", "  }"];
    check(&article, SETTING, &expected);
}

const TABLE: &str = "City\tPeople\tNote\nNorth Haven\t1,204\tby the sea\nSouthport\t98\t";

#[test]
fn tables_stand_in_columns_numbers_to_the_right() {
    let article = article(&[(BlockRole::Table, TABLE)]);
    let expected =
        ["City         People  Note", "North Haven   1,204  by the sea", "Southport        98"];
    check(&article, Setting { columns: 40, ..SETTING }, &expected);
}

#[test]
fn tables_shrink_to_the_measure_their_cells_wrapped() {
    let article = article(&[(BlockRole::Table, TABLE)]);
    let expected = [
        "City       People  Note",
        "North       1,204  by the",
        "Haven              sea",
        "Southport      98",
    ];
    check(&article, Setting { columns: 27, ..SETTING }, &expected);
}

#[test]
fn tables_too_wide_become_lists() {
    let article = article(&[(BlockRole::Table, TABLE)]);
    let expected = [
        "City",
        "People",
        "Note",
        "North Haven",
        "  People: 1,204",
        "  Note: by the sea",
        "Southport",
        "  People: 98",
    ];
    check(&article, Setting { columns: 20, ..SETTING }, &expected);
}

#[test]
fn captions_are_folded_to_a_marker_or_set_in_full() {
    let article = article(&[
        (BlockRole::Body, "Words."),
        (BlockRole::Caption, "A boat on a lake, at night"),
        (BlockRole::Caption, ""),
        (BlockRole::Break, ""),
    ]);
    check(&article, SETTING, &["Words.", "", "[0]", "[1]", "", "---"]);
    let captions = Setting { captions: true, ..SETTING };
    let expected = ["Words.", "", "▣ A boat on a lake, at", "  night", "", "[1]", "", "---"];
    check(&article, captions, &expected);
}

#[test]
fn folded_and_hidden_blocks_are_skipped_unless_asked_for() {
    let mut article = article(&[
        (BlockRole::Navigation, "Menu"),
        (BlockRole::Body, "Words."),
        (BlockRole::Promotion, "Buy"),
    ]);
    article.blocks[0].visibility = Visibility::Hidden;
    article.blocks[2].visibility = Visibility::Folded;
    check(&article, SETTING, &["Words."]);
    let everything = Setting { everything: true, ..SETTING };
    check(&article, everything, &["Menu", "", "Words.", "", "Buy"]);
    let page = Page::new(&article, SETTING);
    assert_eq!(page.place_of(0), page.first());
    assert_eq!(page.place_of(article.text.len()), page.last());
}

#[test]
fn justified_lines_fill_the_measure_but_for_the_last() {
    let article = article(&[(BlockRole::Body, "aa bb cc dd ee\nff  gg ii jj internationally no")]);
    let setting = Setting { columns: 16, justified: true, ..SETTING };
    let expected = ["aa bb  cc dd  ee", "ff  gg   ii   jj", "internationally", "no"];
    check(&article, setting, &expected);
}

#[test]
fn right_to_left_paragraphs_stand_at_the_right() {
    let mut article = article(&[(BlockRole::List(None), "אבג (דה) NATO וז")]);
    article.blocks[0].indent = 1;
    check(&article, SETTING, &["     זו NATO (הד) גבא • "].map(str::trim_end));
}

#[test]
fn hidden_characters_are_seen_and_wide_ones_keep_the_grid() {
    let article = article(&[(BlockRole::Body, "a\u{202e}b \x1b[2J 日本e\u{301}👩‍👩‍👧x")]);
    check(&article, SETTING, &["a\u{fffd}b ?[2J 日本e\u{301}👩‍👩‍👧x"]);
}

#[test]
fn a_place_of_another_width_is_brought_to_this_one() {
    let article = article(&[(BlockRole::Body, &"Some words of prose. ".repeat(50))]);
    let wide = Page::new(&article, Setting { columns: 60, ..SETTING });
    let narrow = Page::new(&article, SETTING);
    let place = wide.down(wide.first(), 7);
    let row = narrow.rows(place).next().unwrap();
    assert!(row.place.at <= place.at && place.at <= row.span.end);
}

#[test]
fn an_article_without_rows_has_none() {
    for article in [Article::default(), article(&[(BlockRole::Body, " \n ")])] {
        let page = Page::new(&article, SETTING);
        assert_eq!(page.rows(page.first()).count(), 0);
        let places = [page.last(), page.place_of(3), page.up(page.last(), 2)];
        assert_eq!(places, [Place::default(); 3]);
    }
}

/// Any role, text and place of a block.
fn block() -> impl Strategy<Value = (BlockRole, String, (u8, u8))> {
    let role = prop::sample::select(vec![
        BlockRole::Title,
        BlockRole::Body,
        BlockRole::Body,
        BlockRole::Heading(2),
        BlockRole::Quote,
        BlockRole::List(None),
        BlockRole::List(Some(12)),
        BlockRole::Table,
        BlockRole::Code,
        BlockRole::Caption,
        BlockRole::Break,
    ]);
    let words =
        "([a-z]{1,12}[ ,.\t\n]{1,2}|[A-Z]\\PC{0,3} |[אבג日本é👩🏽\u{301}\u{202e}\x07 ]){0,30}";
    (role, words, (0_u8..4, 0_u8..3))
}

fn any_article() -> impl Strategy<Value = Article> {
    prop::collection::vec(block(), 0..6).prop_map(|blocks| {
        let plain: Vec<(BlockRole, &str)> =
            blocks.iter().map(|(role, text, _)| (*role, text.as_str())).collect();
        let mut article = article(&plain);
        for (block, (_, _, (indent, quote))) in article.blocks.iter_mut().zip(&blocks) {
            (block.indent, block.quote) = (*indent, *quote);
        }
        article
    })
}

fn any_setting() -> impl Strategy<Value = Setting> {
    (1_usize..60, any::<bool>()).prop_map(|(columns, justified)| Setting {
        columns,
        justified,
        captions: true,
        everything: true,
    })
}

proptest! {
    #[test]
    fn the_clusters_of_the_rows_cover_every_word_once(
        article in any_article(), setting in any_setting()
    ) {
        let page = Page::new(&article, setting);
        let mut shown = vec![0_u8; article.text.len()];
        for row in page.rows(page.first()) {
            for cluster in page.clusters(&row) {
                shown[cluster.span.start..cluster.span.end].iter_mut().for_each(|byte| *byte += 1);
            }
        }
        // A rule stands for the words of its block.
        for block in article.blocks.iter().filter(|block| block.role == BlockRole::Break) {
            shown[block.span.start..block.span.end].fill(1);
        }
        for (at, byte) in article.text.bytes().enumerate() {
            prop_assert!(shown[at] == 1 || (is_blank(byte) && shown[at] == 0), "byte {}", at);
        }
    }

    #[test]
    fn no_row_is_wider_than_the_measure(article in any_article(), setting in any_setting()) {
        let page = Page::new(&article, setting);
        for row in page.rows(page.first()) {
            let mut taken: Vec<usize> = Vec::new();
            for cluster in page.clusters(&row) {
                prop_assert!(cluster.column + cluster.width <= setting.columns.max(2));
                taken.extend(cluster.column..cluster.column + cluster.width);
            }
            for ornament in page.ornaments(&row) {
                let end = ornament.column + crate::text::width(&ornament.text);
                prop_assert!(end <= setting.columns, "{:?}", ornament);
            }
            let all = taken.len();
            taken.sort_unstable();
            taken.dedup();
            prop_assert_eq!(taken.len(), all, "two clusters in one column");
        }
    }

    #[test]
    fn rows_are_in_order_and_up_undoes_down(
        article in any_article(), setting in any_setting(), by in 0_usize..9
    ) {
        let page = Page::new(&article, setting);
        let rows: Vec<Row> = page.rows(page.first()).collect();
        prop_assert!(rows.is_sorted_by(|a, b| a.place < b.place));
        for (at, row) in rows.iter().enumerate() {
            let below = rows.get(at + by).or(rows.last()).unwrap();
            prop_assert_eq!(page.down(row.place, by), below.place);
            let above = &rows[at.saturating_sub(by)];
            prop_assert_eq!(page.up(row.place, by), above.place);
            prop_assert_eq!(page.rows(row.place).next(), Some(row.clone()));
        }
        prop_assert_eq!(page.last(), rows.last().map(|row| row.place).unwrap_or_default());
    }

    #[test]
    fn every_byte_leads_to_the_row_that_shows_it(
        article in any_article(), setting in any_setting()
    ) {
        let page = Page::new(&article, setting);
        for row in page.rows(page.first()) {
            for cluster in page.clusters(&row) {
                prop_assert_eq!(page.place_of(cluster.span.start), row.place);
            }
        }
    }

    #[test]
    fn wrong_spans_do_no_harm(
        article in any_article(),
        spans in prop::collection::vec((0_usize..400, 0_usize..400), 6),
        setting in any_setting(),
        at in 0_usize..500,
    ) {
        let mut article = article;
        for (block, (start, end)) in article.blocks.iter_mut().zip(&spans) {
            block.span = Span::new(*start, *end);
        }
        let page = Page::new(&article, setting);
        for row in page.rows(page.place_of(at)).take(50) {
            page.clusters(&row);
            page.ornaments(&row);
        }
        page.up(Place { block: at % 7, at, sub: at % 3 }, 20);
        page.down(Place { block: at % 7, at, sub: at % 3 }, 20);
        page.last();
    }
}
