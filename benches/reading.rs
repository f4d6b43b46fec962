//! How fast text is set, split and searched: `cargo bench --bench reading`.
//!
//! Wall time, for work on one machine only; the gate counts instructions (`instructions.rs`).

mod material;

use divan::counter::BytesCount;
use divan::{Bencher, black_box};
use material::{ARABIC, ENGLISH, JAPANESE, RUSSIAN, SETTING, article, block};
use newsprint::article::BlockRole;
use newsprint::page::Page;
use newsprint::text::{Span, clean, find, next_line, sentences};

const MB: usize = 1 << 20;

fn main() {
    divan::main();
}

/// A megabyte of prose.
fn prose(language: &str) -> String {
    let piece = match language {
        "russian" => RUSSIAN,
        "japanese" => JAPANESE,
        "arabic" => ARABIC,
        _ => ENGLISH,
    };
    piece.repeat(MB / piece.len())
}

#[divan::bench(args = ["english", "russian", "japanese", "arabic"])]
fn wrap(bencher: Bencher<'_, '_>, language: &str) {
    let text = prose(language);
    bencher.counter(BytesCount::new(text.len())).bench(|| {
        let mut at = 0;
        while at < text.len() {
            at = black_box(next_line(&text, at, text.len(), 68)).1;
        }
    });
}

#[divan::bench(args = ["english", "japanese"])]
fn split(bencher: Bencher<'_, '_>, language: &str) {
    let text = prose(language);
    bencher.counter(BytesCount::new(text.len())).bench(|| sentences(black_box(&text)).len());
}

#[divan::bench(args = ["english", "japanese"])]
fn cleaning(bencher: Bencher<'_, '_>, language: &str) {
    let text = prose(language);
    bencher.counter(BytesCount::new(text.len())).bench(|| clean(black_box(&text)).len());
}

/// A needle at nine tenths of 10 MB, of rare and of common letters, in any case and its own.
#[divan::bench(args = ["zanzibar quay", "the inner net", "Zanzibar", "занзибар"])]
fn find_far(bencher: Bencher<'_, '_>, needle: &str) {
    let near = ENGLISH.repeat(9 * MB / ENGLISH.len());
    let text = format!("{near} Zanzibar\nquay, the inner net, Занзибар {ENGLISH}");
    bencher.counter(BytesCount::new(text.len())).bench(|| find::find_next(&text, needle, 0));
}

#[divan::bench(args = [MB, 50 * MB])]
fn screen(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = article(bytes, ENGLISH);
    let page = Page::new(&article, SETTING);
    let place = page.place_of(bytes / 2);
    let draw = || page.rows(place).take(40).map(|row| page.clusters(&row).len()).sum::<usize>();
    bencher.bench(draw);
}

#[divan::bench(args = [MB, 50 * MB])]
fn end_of_one_paragraph(bencher: Bencher<'_, '_>, bytes: usize) {
    let article = block(bytes, BlockRole::Body, ENGLISH);
    let page = Page::new(&article, SETTING);
    bencher.bench(|| page.up(page.last(), 40));
}

#[divan::bench]
fn sentence_in_one_paragraph(bencher: Bencher<'_, '_>) {
    let text = ENGLISH.repeat(10 * MB / ENGLISH.len());
    let within = Span::new(0, text.len());
    bencher.bench(|| newsprint::text::sentence::sentence_at(&text, within, black_box(5 * MB)));
}
