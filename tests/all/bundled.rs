//! Reads the bundled articles: each must show what it is there to show.

use newsprint::app::command::COMMANDS;
use newsprint::article::{Article, BlockRole, CreditFlag, InlineKind, Visibility};
use newsprint::{bundled, import};
use std::collections::BTreeSet;

/// The bundled article of that name.
#[track_caller]
fn article(name: &str) -> Article {
    let (_, bytes) = bundled::ARTICLES.iter().find(|(it, _)| *it == name).unwrap();
    let mut articles = import::read(bytes.to_vec(), Some(name)).unwrap();
    assert_eq!(articles.len(), 1, "{name}");
    articles.remove(0)
}

/// The texts of the blocks that are shown and are of a role that `is` takes.
fn shown(article: &Article, is: impl Fn(BlockRole) -> bool) -> Vec<&str> {
    let blocks = article.blocks.iter().filter(|block| block.visibility == Visibility::Shown);
    blocks.filter(|block| is(block.role)).map(|block| block.span.of(&article.text)).collect()
}

fn title(article: &Article) -> &str {
    &article.meta.title.as_ref().unwrap().value
}

fn day(article: &Article) -> String {
    article.meta.published.as_ref().unwrap().value.date.to_string()
}

fn authors(article: &Article) -> Vec<&str> {
    article.meta.authors.iter().map(|author| author.value.as_str()).collect()
}

fn count(article: &Article, kind: impl Fn(InlineKind) -> bool) -> usize {
    article.inlines.iter().filter(|inline| kind(inline.kind)).count()
}

fn is_arabic(c: char) -> bool {
    ('\u{600}'..'\u{700}').contains(&c)
}

#[test]
fn every_bundled_article_can_be_read() {
    for (name, _) in bundled::ARTICLES {
        let article = article(name);
        assert!(!title(&article).is_empty(), "{name}");
        assert!(article.words() > 250, "{name}: {} words", article.words());
    }
}

#[test]
fn the_wire_report_keeps_its_captions_out_of_the_prose() {
    let article = article("syria-moscow.txt");
    assert_eq!(shown(&article, |role| role == BlockRole::Body).len(), 7);
    assert_eq!(article.images.len(), 3);
    for image in &article.images {
        let caption = image.caption.of(&article.text);
        assert!(caption.ends_with("Moscow, Russia, Monday, Sept. 13, 2021."), "{caption}");
        assert_eq!(image.credit.photographers, ["Mikhail Klimentyev"]);
        assert_eq!(image.credit.via.as_deref(), Some("AP"));
        assert_eq!(image.credit.flags, [CreditFlag::Pool]);
    }
}

#[test]
fn the_saved_page_shows_the_story_and_not_the_site() {
    let article = article("harbour-page.html");
    let prose = shown(&article, |_| true).join("\n");
    for part in ["The noise stopped", "melting at the usual rate", "You can’t tie up for a season"]
    {
        assert!(prose.contains(part), "{part}");
    }
    for part in ["Notices", "The Morning Tide", "Sign me up", "Crab at £6", "All rights reserved"]
    {
        assert!(!prose.contains(part), "{part}");
    }
    for part in ["Notices", "The Morning Tide", "Crab at £6", "All rights reserved"] {
        assert!(article.text.contains(part), "{part}");
    }
}

#[test]
fn the_saved_page_has_a_table_a_pull_quote_and_links() {
    let article = article("harbour-page.html");
    let tables = shown(&article, |role| role == BlockRole::Table);
    assert!(tables.iter().any(|table| table.contains("1983\t3,120")), "{tables:?}");
    let quotes = shown(&article, |role| role == BlockRole::Quote);
    assert!(quotes.iter().any(|quote| quote.contains("a car park with a view")), "{quotes:?}");
    assert_eq!(shown(&article, |role| matches!(role, BlockRole::Heading(_))).len(), 2);
    assert!(article.links.iter().any(|link| link.address.ends_with("/trust")));
}

#[test]
fn the_record_brings_its_fields_and_its_captions() {
    let article = article("reservoir.json");
    assert_eq!(title(&article), "The village came back on a Tuesday");
    assert_eq!(authors(&article), ["Imran Castell", "Bethan Oakes"]);
    assert_eq!(day(&article), "2023-08-31");
    assert_eq!(article.images.len(), 3);
    let archive = &article.images[2];
    assert_eq!(archive.credit.via.as_deref(), Some("Reuters"));
    assert!(archive.caption.of(&article.text).starts_with("Ashby Hollin in the summer of 1937"));
}

#[test]
fn the_feature_is_long_and_has_every_kind_of_block() {
    let article = article("the-long-feature.md");
    assert!(article.words() > 4_000, "{}", article.words());
    assert_eq!(title(&article), "The Mondays of Vannay");
    assert_eq!(shown(&article, |role| matches!(role, BlockRole::Heading(2))).len(), 9);
    assert_eq!(shown(&article, |role| matches!(role, BlockRole::List(Some(_)))).len(), 3);
    assert_eq!(shown(&article, |role| matches!(role, BlockRole::List(None))).len(), 8);
    assert_eq!(shown(&article, |role| role == BlockRole::Table).len(), 1);
    assert!(article.blocks.iter().any(|block| block.quote == 1));
    assert_eq!(article.images.len(), 1);
    assert_eq!(count(&article, |kind| matches!(kind, InlineKind::Link(_))), 3);
    assert!(count(&article, |kind| kind == InlineKind::Emphasis) > 10);
    assert_eq!(count(&article, |kind| kind == InlineKind::Strong), 1);
}

#[test]
fn the_alexandrian_article_has_arabic_paragraphs_and_arabic_in_english_ones() {
    let article = article("arabic.html");
    let starts = |text: &&str| text.starts_with(is_arabic);
    let paragraphs = shown(&article, |role| role != BlockRole::List(None));
    assert_eq!(paragraphs.iter().filter(|text| starts(text)).count(), 4);
    let mixed = paragraphs.iter().filter(|text| !starts(text) && text.contains(is_arabic));
    assert_eq!(mixed.count(), 2);
}

#[test]
fn the_japanese_article_has_quotations_of_both_languages_and_a_table() {
    let article = article("japanese.md");
    let quoted = article.blocks.iter().filter(|block| block.quote == 1);
    let quoted: Vec<&str> = quoted.map(|block| block.span.of(&article.text)).collect();
    assert_eq!(quoted.len(), 2);
    assert!(quoted[0].starts_with("昭和二十八年"));
    assert_eq!(shown(&article, |role| role == BlockRole::Table).len(), 1);
    assert!(article.text.contains("「花は時刻表を読まない。」"));
}

#[test]
fn the_tutorial_names_only_keys_that_there_are() {
    let (_, bytes) = bundled::ARTICLES.iter().find(|(it, _)| *it == "how-to-read.md").unwrap();
    let text = std::str::from_utf8(bytes).unwrap();
    let prose = text.split("```").step_by(2);
    let code = prose.flat_map(|part| part.split('`').skip(1).step_by(2));
    let plain = |keys: &str| keys.replace(' ', "");
    let keys: BTreeSet<String> =
        COMMANDS.iter().flat_map(|info| info.keys).map(|keys| plain(keys)).collect();
    let with_letter: BTreeSet<String> = COMMANDS
        .iter()
        .filter(|info| info.command.takes_letter())
        .flat_map(|info| info.keys.iter().map(|keys| plain(keys)))
        .collect();
    for code in code.filter(|code| !code.starts_with("newsprint ")) {
        let bare = plain(code.trim_start_matches(|c: char| c.is_ascii_digit()));
        let mut letterless = bare.clone();
        letterless.pop();
        assert!(keys.contains(&bare) || with_letter.contains(&letterless), "no key `{code}`");
    }
}
#[test]
fn the_saved_page_says_who_wrote_it_and_when() {
    let article = article("harbour-page.html");
    let headline = "Ardhaven’s last ice plant stops, and the fleet must choose a port";
    assert_eq!(title(&article), headline);
    assert_eq!(authors(&article), ["Nessa Quillan"]);
    assert_eq!(day(&article), "2024-03-14");
    assert_eq!(article.meta.source.as_ref().unwrap().value, "The Ardhaven Courier");
}

#[test]
fn the_saved_page_holds_a_picture_itself() {
    let article = article("harbour-page.html");
    let addresses = article.images.iter().filter_map(|image| image.address.as_deref());
    assert_eq!(addresses.filter(|it| it.starts_with("data:image/png;")).count(), 1);
}

#[test]
fn the_saved_page_has_five_pictures_and_who_made_them() {
    let article = article("harbour-page.html");
    let said: Vec<String> = article
        .images
        .iter()
        .map(|image| {
            let credit = &image.credit;
            let by = [&credit.photographers[..], &credit.agencies].concat().join("/");
            format!("{by} {:?} {}", credit.flags, credit.courtesy.as_deref().unwrap_or("-"))
        })
        .collect();
    let expected = [
        "Ines Tormey/Getty Images [] -",
        "Callum Reay/The Ardhaven Courier [] -",
        "Nordfrost Systems [Handout] -",
        " [] the Maddox family",
        "Callum Reay/The Ardhaven Courier [File] -",
    ];
    assert_eq!(said, expected);
}
