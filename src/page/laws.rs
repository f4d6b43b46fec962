//! The laws of speed, held by counting work: what a call costs does not grow with the article,
//! nor with a paragraph, a line of code or a table in it.

use super::*;
use crate::article::{Block, BlockRole};
use crate::text::work::{self, Work};

const MB: usize = 1 << 20;
const SCREEN: usize = 40;
const SETTING: Setting =
    Setting { columns: 68, justified: true, captions: false, everything: false };

/// An article of `bytes` bytes, a piece repeated; each line of it a block, or all of it one.
fn article(bytes: usize, role: BlockRole, piece: &str) -> Article {
    let mut article = Article { text: piece.repeat(bytes / piece.len()), ..Article::default() };
    if role == BlockRole::Body && piece.ends_with('\n') {
        let mut start = 0;
        while start < article.text.len() {
            let ends = piece.match_indices('\n').map(|(at, _)| start + at);
            let mut from = start;
            for end in ends {
                article.blocks.push(Block::new(role, Span::new(from, end)));
                from = end + 1;
            }
            start += piece.len();
        }
    } else {
        article.blocks.push(Block::new(role, Span::new(0, article.text.len())));
    }
    article
}

/// What a reader does, by name, with the work that it costs on average at ten places.
fn costs(article: &Article) -> Vec<(&'static str, Work)> {
    let page = Page::new(article, SETTING);
    let resized = Page::new(article, Setting { columns: 51, ..SETTING });
    let places: Vec<Place> =
        (1..=10).map(|tenth| page.place_of(article.text.len() / 11 * tenth)).collect();
    let screen = |page: &Page<'_>, place| page.rows(place).take(SCREEN).last().map(|row| row.place);
    let average = |act: &dyn Fn(Place) -> Option<Place>| {
        let done = work::of(|| places.iter().filter_map(|place| act(*place)).count());
        Work { lines: done.lines / 10, bytes: done.bytes / 10 }
    };
    vec![
        ("down", average(&|place| Some(page.down(place, 1)))),
        ("up", average(&|place| Some(page.up(place, 1)))),
        ("page down", average(&|place| Some(page.down(place, SCREEN)))),
        ("page up", average(&|place| Some(page.up(place, SCREEN)))),
        ("screen", average(&|place| screen(&page, place))),
        ("end", average(&|_| Some(page.up(page.last(), SCREEN)))),
        ("jump", average(&|place| Some(page.place_of(place.at)))),
        ("resize", average(&|place| screen(&resized, place))),
    ]
}

/// Checks that the large article costs at most 1.2 times what the small one costs.
#[track_caller]
fn check(small: &Article, large: &Article) {
    for ((name, small), (_, large)) in costs(small).into_iter().zip(costs(large)) {
        let within = |small: usize, large: usize| large * 5 <= small * 6 + 100;
        assert!(
            within(small.lines, large.lines) && within(small.bytes, large.bytes),
            "{name}: {small:?} grew to {large:?}"
        );
        assert!(large.lines < 4_000 && large.bytes < 20 * 16_384, "{name}: {large:?}");
    }
}

/// Some paragraphs of different lengths, a line each.
fn paragraphs() -> String {
    let sentence = "The harbor council met on Tuesday, and nobody could say how long it sat. ";
    (1..40).map(|n| sentence.repeat(n * 7 % 11 + 1) + "\n").collect()
}

#[test]
fn fifty_megabytes_cost_what_one_costs() {
    let piece = paragraphs();
    check(&article(MB, BlockRole::Body, &piece), &article(50 * MB, BlockRole::Body, &piece));
}

#[test]
fn a_paragraph_of_ten_megabytes_costs_what_one_of_one_costs() {
    let piece = paragraphs().replace('\n', "") + "It rained. ";
    check(&article(MB, BlockRole::Body, &piece), &article(10 * MB, BlockRole::Body, &piece));
}

#[test]
fn a_paragraph_without_stops_or_spaces_costs_no_more() {
    for piece in ["word and ", "unbroken", "字", "שלום "] {
        check(&article(MB, BlockRole::Body, piece), &article(10 * MB, BlockRole::Body, piece));
    }
}

#[test]
fn code_and_tables_of_any_length_cost_what_their_rows_cost() {
    for role in [BlockRole::Code, BlockRole::Table] {
        for piece in ["a line of code\twith a tab\n", "one line without end\t"] {
            check(&article(MB, role, piece), &article(10 * MB, role, piece));
        }
    }
}
