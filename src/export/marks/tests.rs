//! What the tests of the forms share: an article with marks of every kind.

use super::*;
use crate::article::{Instant, Link, Origin, Stated};
use crate::mark::{Color, MarkId, Place, Standing, Target};
use jiff::civil::date;

/// The article's name in the library.
pub(super) const ID: &str = "019a9b2e-6c1e-7c3a-8f00-000000000001";

const TITLE: &str = "Harbor gates to stay shut";

const TEXT: &str = "Harbor gates to stay shut\n\nThe gates failed twice in May. “We were lucky,” said \
    Ada Lund, who runs them.\n\nRepairs cost €2 million 🛠 and take a year.";

/// The article of the tests.
pub(super) fn article() -> Article {
    let mut article = Article { text: TEXT.to_owned(), ..Article::default() };
    let mut start = 0;
    for (at, part) in TEXT.split("\n\n").enumerate() {
        let role = if at == 0 { BlockRole::Title } else { BlockRole::Body };
        article.blocks.push(Block::new(role, Span::new(start, start + part.len())));
        start += part.len() + 2;
    }
    let stated = |value: &str| Some(Stated::new(value.to_owned(), Origin::Record));
    let meta = &mut article.meta;
    meta.title = stated(TITLE);
    meta.source = stated("The Quay");
    meta.address = stated("https://example.org/gates?a=1&b=2");
    meta.authors = vec![Stated::new("Mia Holt".to_owned(), Origin::Record)];
    meta.published = Some(Stated::new(Instant::day(date(2026, 5, 30)), Origin::Record));
    article.links.push(Link { address: "https://example.org/".to_owned() });
    article
}

/// A mark on `words` of the article.
pub(super) fn mark(number: u8, words: &str, color: Option<Color>, note: &str) -> Annotation {
    let start = TEXT.find(words).unwrap();
    let made = Annotation::passage(TEXT, Span::new(start, start + words.len()));
    Annotation { color, ..named(number, note, made) }
}

fn named(number: u8, note: &str, made: Annotation) -> Annotation {
    let mut id = [0; 16];
    id[15] = number;
    Annotation {
        id: MarkId(uuid::Uuid::from_bytes(id)),
        note: note.to_owned(),
        created: 1_795_338_300,
        modified: 1_795_338_360,
        ..made
    }
}

/// A highlight with a note and tags, a bare highlight, a lost one, a note on the whole.
pub(super) fn marks() -> Vec<Annotation> {
    let mut noted = mark(1, "lucky", Some(Color::Green), "Ask *her* again. #gates");
    noted.tags = vec!["people".to_owned()];
    let bare = mark(2, "€2 million 🛠 and", Some(Color::Yellow), "");
    let mut lost = mark(3, "who runs them", Some(Color::Red), "Since when?");
    lost.place = Place { span: None, standing: Standing::Lost };
    let whole = named(4, "Read with, \"the\" audit.", Annotation::on(Target::Article));
    vec![noted, bare, lost, whole]
}

/// What `write` makes of the article and its marks.
pub(super) fn written<T>(write: impl Fn(&[Marked<'_>]) -> T) -> T {
    let (article, marks) = (article(), marks());
    write(&[Marked { id: ID, article: &article, marks: &marks }])
}

#[test]
fn positions_are_counted_in_the_readers_unit() {
    let span = mark(2, "and take", None, "").place.span.unwrap();
    let before = TEXT.split_at(span.start).0.chars().count();
    assert_eq!(Unit::Character.count(TEXT, span), (before, before + 8));
    assert_eq!(Unit::Utf16.count(TEXT, span), (before + 1, before + 9));
}

#[test]
fn paragraphs_are_counted_as_a_reader_counts() {
    let article = article();
    assert_eq!(paragraph(&article, TEXT.find("lucky").unwrap()), 1);
    assert_eq!(paragraph(&article, TEXT.find("Repairs").unwrap()), 2);
}

#[test]
fn the_sentence_of_a_mark_is_found() {
    let article = article();
    let span = mark(1, "lucky", None, "").place.span.unwrap();
    let sentence = sentences_around(&article, span).of(&article.text);
    assert_eq!(sentence, "“We were lucky,” said Ada Lund, who runs them.");
}
