//! Whole pages, small ones written for these tests, each for one behavior.

mod figures;
mod judging;
mod metadata;

use super::read;
use crate::article::{Article, BlockRole, InlineKind, Visibility};
use crate::import::check;
use proptest::prelude::*;

/// Prose long enough to be taken for an article's.
const ONE: &str = "The ferry left the old harbor at dawn with forty people aboard, and the wind \
                   that had kept it in port for two days had gone.";
const TWO: &str = "Nobody on the quay had expected the crossing to take place, the harbor master \
                   said later, because the forecast had spoken of ice.";
const THREE: &str = "By noon the far shore could be seen, and those who had brought skis began to \
                     wax them on the upper deck.";

fn page(inside: &str) -> Article {
    let article = read(&format!("<!doctype html><html lang=en>{inside}"), None).expect("words");
    check::sound(&article);
    article
}

/// A page whose body holds `inside` between two paragraphs of an article.
fn around(inside: &str) -> Article {
    page(&format!(
        "<title>Ferry sails</title><main><article><h1>Ferry sails at last</h1><p>{ONE}</p>{inside}\
         <p>{TWO}</p></article></main>"
    ))
}

fn found(article: &Article, words: &str) -> (BlockRole, Visibility) {
    let block = article.blocks.iter().find(|block| block.span.of(&article.text).contains(words));
    block.map(|block| (block.role, block.visibility)).expect("kept somewhere")
}

fn texts(article: &Article, role: BlockRole) -> Vec<&str> {
    let blocks = article.blocks.iter().filter(|block| block.role == role);
    blocks.map(|block| block.span.of(&article.text)).collect()
}

#[test]
fn the_article_is_shown_and_what_is_around_it_kept_hidden() {
    let article = page(&format!(
        "<body><nav><ul><li><a href=/a>World</a><li><a href=/b>Sport</a></ul></nav>\
         <article><h1>Ferry sails at last</h1><p>{ONE}</p><p>{TWO}</p><p>{THREE}</p></article>\
         <footer><p>All rights reserved by the harbor.</p></footer>"
    ));
    assert_eq!(found(&article, "ferry left"), (BlockRole::Body, Visibility::Shown));
    assert_eq!(found(&article, "Sport"), (BlockRole::Navigation, Visibility::Hidden));
    assert_eq!(found(&article, "rights reserved").1, Visibility::Hidden);
}

#[test]
fn the_heading_that_agrees_with_the_head_is_the_title() {
    let article = page(&format!(
        "<title>Ferry sails at last | The Harbor</title><meta property=og:site_name \
         content='The Harbor'><body><h1>Ferry sails at last</h1><p>{ONE}<p>{TWO}"
    ));
    assert_eq!(article.meta.title.as_ref().map(|t| t.value.as_str()), Some("Ferry sails at last"));
    assert_eq!(texts(&article, BlockRole::Title), ["Ferry sails at last"]);
}

#[test]
fn a_title_that_the_page_does_not_show_comes_first() {
    let article = page(&format!("<meta property=og:title content='Ferry sails'><p>{ONE}<p>{TWO}"));
    assert!(article.text.starts_with("Ferry sails\n\n"));
    assert_eq!(article.blocks[0].role, BlockRole::Title);
}

#[test]
fn a_page_with_one_short_line_shows_it() {
    let article = page("<body>Closed today.");
    assert_eq!(found(&article, "Closed today."), (BlockRole::Body, Visibility::Shown));
}

#[test]
fn a_text_file_saved_by_a_browser_flows_in_paragraphs() {
    let article = page(&format!("<body><pre>{ONE}\n\n{TWO}</pre>"));
    assert_eq!(texts(&article, BlockRole::Body), [ONE, TWO]);
}

#[test]
fn text_for_browsers_without_scripts_is_shown_where_there_is_no_other() {
    let bare = page(&format!("<body><noscript><p>{ONE}</p><p>{TWO}</p></noscript>"));
    assert_eq!(found(&bare, "ferry left").1, Visibility::Shown);
    let both = around("<noscript><p>Please switch scripts on to read this.</p></noscript>");
    assert_eq!(found(&both, "switch scripts on").1, Visibility::Hidden);
}

#[test]
fn hidden_words_within_a_line_stand_beside_it() {
    let article = around("<p>Tickets cost <span class=sr-only>about </span>nine crowns each.</p>");
    assert_eq!(found(&article, "Tickets").1, Visibility::Shown);
    assert!(article.text.contains("Tickets cost nine crowns each."));
    assert_eq!(found(&article, "about").1, Visibility::Hidden);
}

#[test]
fn scripts_styles_templates_and_drawings_are_no_text() {
    let article = around(
        "<script>let a = 'scripted';</script><style>p{color:styled}</style>\
         <template><p>templated</p></template><svg><text>drawn</text></svg>",
    );
    for words in ["scripted", "styled", "templated", "drawn"] {
        assert!(!article.text.contains(words), "{words}");
    }
}

#[test]
fn two_breaks_end_a_paragraph_and_one_ends_a_line() {
    let article = page(&format!("<body><div>{ONE}<br> <br>{TWO}<br>{THREE}</div>"));
    assert_eq!(texts(&article, BlockRole::Body), [ONE.to_owned(), format!("{TWO}\n{THREE}")]);
}

#[test]
fn items_carry_numbers_and_depth() {
    let article = around("<ol start=4><li>Skis<li>Wax<ul><li>Warm wax for spring</ul></ol>");
    let items: Vec<_> = article
        .blocks
        .iter()
        .filter(|block| matches!(block.role, BlockRole::List(_)))
        .map(|block| (block.role, block.indent, block.span.of(&article.text)))
        .collect();
    assert_eq!(
        items,
        [
            (BlockRole::List(Some(4)), 1, "Skis"),
            (BlockRole::List(Some(5)), 1, "Wax"),
            (BlockRole::List(None), 2, "Warm wax for spring"),
        ]
    );
}

#[test]
fn a_table_of_data_keeps_rows_and_cells() {
    let article = around(
        "<table><caption>Fares</caption><tr><th>To<th>Crowns<tr><td>Shore<td>9<tr><td><td>0</table>",
    );
    assert_eq!(texts(&article, BlockRole::Table), ["To\tCrowns\nShore\t9\n\t0"]);
}

#[test]
fn quotes_and_code_keep_what_they_are() {
    let article =
        around("<blockquote><p>It was calm.</p></blockquote><pre>if calm:\n    sail()</pre>");
    assert_eq!(texts(&article, BlockRole::Quote), ["It was calm."]);
    assert_eq!(texts(&article, BlockRole::Code), ["if calm:\n    sail()"]);
}

#[test]
fn links_are_made_absolute_and_only_those_to_the_web_are_kept() {
    let article = page(&format!(
        "<link rel=canonical href=https://example.org/a/b><p>{ONE} <a href=c>one</a> \
         <a href=javascript:x()>two</a> <em>three</em><p>{TWO}"
    ));
    assert_eq!(article.links.len(), 1);
    assert_eq!(article.links[0].address, "https://example.org/a/c");
    let kinds: Vec<_> = article.inlines.iter().map(|inline| inline.kind).collect();
    assert_eq!(kinds, [InlineKind::Link(0), InlineKind::Emphasis]);
}

#[test]
fn a_figure_is_one_caption_with_its_credit() {
    let article = around(
        "<figure><img src=/f.jpg alt=Ferry><figcaption>The ferry at dawn.</figcaption>\
         <span class=credit>Ada Berg/The Harbor</span></figure>",
    );
    assert_eq!(texts(&article, BlockRole::Caption), ["The ferry at dawn. Ada Berg/The Harbor"]);
    let image = &article.images[0];
    assert_eq!(image.address.as_deref(), Some("/f.jpg"));
    assert_eq!(image.alt.as_deref(), Some("Ferry"));
}

#[test]
fn words_of_a_caption_class_go_with_the_picture_beside_them() {
    let article = around(
        "<div><div><img src=f.jpg></div><p class=wp-caption-text>Skis on the upper deck</p></div>",
    );
    assert_eq!(texts(&article, BlockRole::Caption), ["Skis on the upper deck"]);
    assert_eq!(article.images[0].address.as_deref(), Some("f.jpg"));
}

#[test]
fn the_text_that_stands_in_for_a_picture_is_its_caption_where_nothing_else_is() {
    let article = around("<img src=f.jpg alt='Passengers wax their skis on deck'>");
    assert_eq!(texts(&article, BlockRole::Caption), ["Passengers wax their skis on deck"]);
}

#[test]
fn a_caption_that_only_json_says_is_put_at_the_end() {
    let article = page(&format!(
        "<script type=application/ld+json>{{\"@type\":\"NewsArticle\",\"headline\":\"Ferry\",\
         \"image\":{{\"@type\":\"ImageObject\",\"url\":\"f.jpg\",\"caption\":\"The ferry at \
         dawn\",\"creditText\":\"Ada Berg\"}}}}</script><p>{ONE}<p>{TWO}"
    ));
    assert!(article.text.ends_with("The ferry at dawn Ada Berg"));
    assert_eq!(article.blocks.last().map(|block| block.role), Some(BlockRole::Caption));
}

#[test]
fn lines_between_headline_and_text_are_byline_and_dateline() {
    let article = page(&format!(
        "<body><article><h1>Ferry sails at last</h1><p>By Ada Berg</p><p>March 1, 2024</p><p>{ONE}\
         <p>{TWO}</article>"
    ));
    assert_eq!(found(&article, "By Ada Berg"), (BlockRole::Byline, Visibility::Shown));
    assert_eq!(found(&article, "March 1"), (BlockRole::Dateline, Visibility::Shown));
    assert_eq!(article.meta.authors[0].value, "Ada Berg");
    assert_eq!(article.meta.published.expect("a day").value.date.to_string(), "2024-03-01");
}

#[test]
fn links_to_other_articles_within_the_text_are_folded() {
    let article = around("<p><a href=/x>Read more: What the ice did to the other ferry</a></p>");
    assert_eq!(found(&article, "What the ice did"), (BlockRole::Related, Visibility::Folded));
}

#[test]
fn comments_are_hidden_however_long() {
    let article = around(&format!("<div id=comments><p>{THREE}</p><p>{THREE}</p></div>"));
    assert_eq!(found(&article, "By noon").1, Visibility::Hidden);
}

#[test]
fn a_page_too_costly_to_build_is_read_as_plain_text() {
    let bold: Vec<_> = (0..400).map(|n| format!("<b id={n}>")).collect();
    let costly = format!("<div>{}</div>{}", bold.concat(), "<p>deep</p>".repeat(5_000));
    assert_eq!(page(&costly).blocks.len(), 5_000);
}

/// The letters and digits of a text, in order.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).collect()
}

proptest! {
    #[test]
    fn any_characters_make_a_sound_article(html in "\\PC{0,300}") {
        if let Some(article) = read(&html, None) {
            check::sound(&article);
        }
    }

    #[test]
    fn any_tags_make_a_sound_article(pieces in prop::collection::vec(prop::sample::select(PIECES), 0..120)) {
        if let Some(article) = read(&pieces.concat(), Some("https://example.org/")) {
            check::sound(&article);
        }
    }

    #[test]
    fn every_word_of_flowing_elements_is_in_a_block(
        pieces in prop::collection::vec((prop::sample::select(FLOWING), "[a-z]{1,9}"), 1..40)
    ) {
        let html: Vec<_> = pieces.iter().map(|(tag, word)| format!("<{tag}> {word} </{tag}>")).collect();
        let article = read(&html.concat(), None).expect("there are words");
        check::sound(&article);
        let kept = letters(&article.text);
        for (_, word) in &pieces {
            prop_assert!(kept.contains(word.as_str()), "{word} is lost");
        }
    }
}

const FLOWING: &[&str] = &[
    "p",
    "div",
    "h1",
    "h2",
    "li",
    "span",
    "b",
    "aside",
    "nav",
    "footer",
    "td",
    "button",
    "form",
    "blockquote",
    "pre",
    "dd",
    "label",
    "section",
    "a",
    "figure",
    "figcaption",
    "noscript",
];

const PIECES: &[&str] = &[
    "<p>",
    "</p>",
    "<div class=caption>",
    "<div>",
    "</div>",
    "<ul>",
    "<li>",
    "</ul>",
    "<ol start=-3>",
    "<table>",
    "<tr>",
    "<td>",
    "<th>",
    "</table>",
    "<caption>",
    "<figure>",
    "<img src=a.jpg alt='x y z'>",
    "<figcaption>",
    "</figure>",
    "<b>",
    "</b>",
    "<i>",
    "<a href=/x>",
    "</a>",
    "<pre>",
    "</pre>",
    "<br>",
    "<hr>",
    "<h1>",
    "</h1>",
    "<h2>",
    "<svg>",
    "</svg>",
    "<math>",
    "<template>",
    "</template>",
    "<select>",
    "<option>",
    "<script>",
    "</script>",
    "<style>",
    "</style>",
    "<!--",
    "-->",
    "<title>",
    "</title>",
    "<form>",
    "<button>",
    "<noscript>",
    "</noscript>",
    "<span hidden>",
    "</span>",
    "<x-y>",
    "</x-y>",
    "<blockquote>",
    "<dl>",
    "<dd>",
    "<code>",
    "</code>",
    "words here ",
    "é\u{301} ",
    "\u{1b}[2J",
    "\0",
    "&amp;",
    "&#x1F600;",
    "<p",
    "</",
    "<frameset>",
    "<body class=comments>",
    "<template id=B:1>",
    "<div hidden id=S:1>",
    "<picture>",
    "<source srcset='a.jpg 1x, b.jpg 2x'>",
    "</picture>",
    "A sentence that is long enough to be taken for prose, and that says so, in the end, twice.",
];
