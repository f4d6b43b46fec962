//! The facts of the bundled wire report, read as a reader would open it.

use newsprint::article::Article;
use newsprint::facts::{EntityKind, Facts, QuotationKind, extract};
use newsprint::import::read;
use newsprint::text::Span;

const REPORT: &[u8] = include_bytes!("../../assets/articles/syria-moscow.txt");

fn report() -> (Article, Facts) {
    let articles = read(REPORT.to_vec(), Some("syria-moscow.txt")).unwrap();
    let article = articles.into_iter().next().unwrap();
    let facts = extract(&article);
    (article, facts)
}

#[test]
fn the_report_names_its_people_with_their_offices() {
    let (_, facts) = report();
    let people: Vec<_> = facts
        .entities
        .iter()
        .filter(|entity| entity.kind == EntityKind::Person)
        .map(|entity| (entity.name.as_str(), entity.role.as_deref().unwrap_or("")))
        .collect();
    assert_eq!(
        people,
        [("Bashar Assad", "Syrian President"), ("Vladimir Putin", "Russian President")]
    );
}

#[test]
fn the_photographer_of_the_captions_is_not_in_the_story() {
    let (article, facts) = report();
    let mentions = facts.mentions.iter().map(|mention| mention.span.of(&article.text));
    assert!(mentions.into_iter().all(|name| !name.contains("Klimentyev")));
}

#[test]
fn the_report_is_dated_by_its_captions() {
    let (_, facts) = report();
    let anchor = facts.anchor.unwrap();
    assert_eq!(
        (anchor.date.to_string().as_str(), anchor.origin.as_str()),
        ("2021-09-13", "the caption's date")
    );
    for value in ["2011-03", "2013", "2015-09", "2017", "2021-W36", "2021-09-13"] {
        assert!(facts.dates.iter().any(|date| date.value == value), "{value} is missing");
    }
}

#[test]
fn the_report_counts_people() {
    let (article, facts) = report();
    let counted: Vec<_> = facts
        .quantities
        .iter()
        .filter(|quantity| quantity.value > 50.0)
        .map(|quantity| {
            (quantity.value, quantity.counted.map_or("", |span| span.of(&article.text)))
        })
        .collect();
    for expected in [(100.0, "soldiers"), (4e6, "people"), (5e5, "people"), (5e6, "refugees")] {
        assert!(counted.contains(&expected), "{expected:?} is not among {counted:?}");
    }
}

#[test]
fn the_report_says_through_whom_words_reached_it() {
    let (article, facts) = report();
    let words = |span: Option<Span>| span.map_or("", |span| span.of(&article.text));
    let quoted: Vec<_> = facts
        .quotations
        .iter()
        .filter(|it| !matches!(it.kind, QuotationKind::Indirect | QuotationKind::Stance))
        .map(|quotation| {
            let entity = quotation.entity.and_then(|index| facts.entities.get(index));
            (entity.map_or("", |entity| entity.name.as_str()), words(quotation.channel))
        })
        .collect();
    assert_eq!(quoted, [("Bashar Assad", "Syrian television"); 2]);
}
