//! Fixed work whose instructions are counted: `.ci/instructions` runs each scenario below under
//! valgrind and holds the counts to `instructions.txt`.
//!
//! `instructions SCENARIO` does the work and prints the scenario's name; without a scenario the
//! names are listed.

mod material;

use material::{ARABIC, ENGLISH, JAPANESE, RUSSIAN, SETTING, article, block};
use newsprint::article::{Article, BlockRole};
use newsprint::page::{Page, Setting};
use newsprint::text::{Span, clean, find, next_line, sentence, sentences};
use std::hint::black_box;

const MB: usize = 1 << 20;

/// The scenarios by name.
const SCENARIOS: [(&str, fn()); 18] = [
    ("wrap-english", || wrap(ENGLISH)),
    ("wrap-russian", || wrap(RUSSIAN)),
    ("wrap-japanese", || wrap(JAPANESE)),
    ("sentences", || drop(black_box(sentences(&prose(ENGLISH))))),
    ("sentence-here", sentence_here),
    ("clean", || drop(black_box(clean(&prose(ENGLISH)).into_owned()))),
    ("find-rare", || search("zanzibar")),
    ("find-common", || search("the inner net")),
    ("find-exact", || search("Zanzibar Quay")),
    ("find-back", find_back),
    ("down", || keys(&article(4 * MB, ENGLISH), 1)),
    ("page-down", || keys(&article(4 * MB, ENGLISH), 40)),
    ("end", || end(&article(4 * MB, ENGLISH))),
    ("end-of-one-paragraph", || end(&block(4 * MB, BlockRole::Body, ENGLISH))),
    ("screen", || screens(&article(4 * MB, ENGLISH))),
    ("screen-arabic", || screens(&article(4 * MB, ARABIC))),
    ("screen-table", || {
        screens(&block(4 * MB, BlockRole::Table, "A city\t1,204\tby the sea, with a harbor\n"));
    }),
    ("facts", facts),
];

fn main() {
    let wanted = std::env::args().nth(1).unwrap_or_default();
    for (name, work) in SCENARIOS {
        if name == wanted {
            work();
        }
        if name == wanted || wanted.is_empty() || wanted.starts_with('-') {
            println!("{name}");
        }
    }
}

/// All facts of an article of some 4,500 words.
fn facts() {
    let text = include_bytes!("../assets/articles/the-long-feature.md");
    let read = newsprint::import::read(text.to_vec(), Some("the-long-feature.md"));
    for article in read.unwrap_or_default() {
        black_box(newsprint::facts::extract(&article));
    }
}

fn prose(piece: &str) -> String {
    piece.repeat(MB / piece.len())
}

fn wrap(piece: &str) {
    let text = prose(piece);
    let mut at = 0;
    while at < text.len() {
        at = black_box(next_line(&text, at, text.len(), 68)).1;
    }
}

fn sentence_here() {
    let text = prose(ENGLISH);
    for tenth in 1..100 {
        let at = text.floor_char_boundary(text.len() / 101 * tenth);
        black_box(sentence::sentence_at(&text, Span::new(0, text.len()), at));
    }
}

fn search(needle: &str) {
    let text = format!("{} zanzibar Zanzibar Quay, the inner net", prose(ENGLISH).repeat(4));
    black_box(find::find_next(&text, needle, 0));
}

fn find_back() {
    let text = format!("zanzibar {}", prose(ENGLISH).repeat(4));
    black_box(find::find_previous(&text, "zanzibar", text.len()));
}

fn keys(article: &Article, rows: usize) {
    let page = Page::new(article, SETTING);
    let mut place = page.place_of(MB);
    for _ in 0..100 {
        place = black_box(page.down(place, rows));
    }
}

fn end(article: &Article) {
    let page = Page::new(article, SETTING);
    for columns in 40..60 {
        let page = Page::new(article, Setting { columns, ..page.setting });
        black_box(page.up(page.last(), 40));
    }
}

fn screens(article: &Article) {
    let page = Page::new(article, SETTING);
    for tenth in 1..10 {
        let place = page.place_of(article.text.len() / 10 * tenth);
        for row in page.rows(place).take(40) {
            black_box((page.clusters(&row), page.ornaments(&row)));
        }
    }
}
