//! What a page says of its article, and which of several sayings is believed.

use super::{ONE, TWO, page};
use crate::article::{Article, Meta, Origin};

/// A page with this head and these elements before its paragraphs.
fn meta(head: &str, top: &str) -> Meta {
    page(&format!("<head>{head}</head><body>{top}<p>{ONE}</p><p>{TWO}</p>")).meta
}

fn title(head: &str, top: &str) -> String {
    meta(head, top).title.map(|title| title.value).unwrap_or_default()
}

fn authors(head: &str, top: &str) -> Vec<String> {
    meta(head, top).authors.into_iter().map(|author| author.value).collect()
}

fn published(head: &str, top: &str) -> Option<(String, Origin)> {
    meta(head, top).published.map(|at| (at.value.date.to_string(), at.origin))
}

fn linked(json: &str) -> String {
    format!("<script type=application/ld+json>{json}</script>")
}

#[test]
fn the_name_of_the_site_is_no_part_of_the_title() {
    for (head, wanted) in [
        (
            "<title>Ferry sails - The Harbor</title><meta property=og:site_name content='The Harbor'>",
            "Ferry sails",
        ),
        (
            "<title>The Harbor: news | Ferry sails at dawn</title>",
            "The Harbor: news | Ferry sails at dawn",
        ),
        (
            "<link rel=canonical href=https://theharbor.example/x><title>Ferry sails | The Harbor</title>",
            "Ferry sails",
        ),
        ("<title>Ferry sails - and nobody waves</title>", "Ferry sails - and nobody waves"),
    ] {
        assert_eq!(title(head, ""), wanted);
    }
}

#[test]
fn of_several_headings_the_one_that_the_head_states_is_the_title() {
    let top = "<h1>The Harbor</h1><h1>Ferry sails at last, after two days</h1>";
    let head = "<meta property=og:title content='Ferry sails at last after two days'>";
    assert_eq!(title(head, top), "Ferry sails at last, after two days");
}

#[test]
fn a_lone_heading_is_believed_over_the_head() {
    assert_eq!(
        title("<title>Harbor news of the day</title>", "<h1>Ferry sails at last today</h1>"),
        "Ferry sails at last today"
    );
}

#[test]
fn without_any_heading_json_and_then_the_title_element_are_asked() {
    let json = linked(r#"{"@type":"NewsArticle","headline":"Ferry sails","url":"u"}"#);
    assert_eq!(title(&format!("{json}<title>Welcome</title>"), ""), "Ferry sails");
    assert_eq!(title("<title>Welcome aboard</title>", ""), "Welcome aboard");
}

#[test]
fn authors_come_from_json_then_meta_then_the_byline() {
    let json = linked(r#"{"@type":"Article","headline":"x","author":{"name":"Ada Berg"}}"#);
    let head = "<meta name=author content='Bo Lind'>";
    let top = "<h1>Ferry sails at last</h1><p class=byline>By Ida Holm</p>";
    assert_eq!(authors(&format!("{json}{head}"), top), ["Ada Berg"]);
    assert_eq!(authors(head, top), ["Bo Lind"]);
    assert_eq!(authors("", top), ["Ida Holm"]);
}

#[test]
fn the_site_an_address_and_a_stand_in_are_no_authors() {
    let site = "<meta property=og:site_name content='The Harbor'>";
    for author in ["The Harbor", "https://example.org/ada", "admin", "desk@example.org"] {
        let head = format!("{site}<meta name=author content='{author}'>");
        assert_eq!(authors(&head, ""), Vec::<String>::new(), "{author}");
    }
}

#[test]
fn authors_keep_the_words_that_they_are_read_from() {
    let raw = |head: &str, top: &str| {
        let authors = meta(head, top).authors;
        authors.into_iter().map(|author| (author.value, author.raw)).collect::<Vec<_>>()
    };
    let title = "<h1>Ferry sails at last</h1>";
    for (head, top, kept) in [
        ("", "<p class=byline>By Ada Berg | 3 min read</p>", Some("By Ada Berg | 3 min read")),
        ("", "<p>Written by</p><p>Ada Berg</p>", Some("Written by Ada Berg")),
        ("<meta name=author content='By Ada Berg'>", "", Some("By Ada Berg")),
        ("<meta name=citation_author content='Berg, Ada'>", "", None),
        ("<meta name=author content='Ada Berg'>", "", None),
        (
            "<meta name=twitter:label1 content='Written by'>\
             <meta name=twitter:data1 content='Ada Berg'>",
            "",
            None,
        ),
        ("", "<p><a href=/authors/ada-berg>Ada Berg</a></p>", None),
    ] {
        let wanted = vec![("Ada Berg".to_owned(), kept.map(str::to_owned))];
        assert_eq!(raw(head, &format!("{title}{top}")), wanted, "{head}{top}");
    }
}

#[test]
fn a_site_is_the_author_where_it_bears_the_name_of_a_person_and_says_so() {
    let site = "<meta property=og:site_name content='Ada Berg'>";
    assert_eq!(authors(site, ""), Vec::<String>::new());
    let said = format!("{site}<meta name=author content='Ada Berg'>");
    assert_eq!(authors(&said, ""), ["Ada Berg"]);
    let top = "<h1>Ferry sails at last</h1><p class=byline>By Bo Lind</p>";
    assert_eq!(authors(&said, top), ["Bo Lind"]);
}

#[test]
fn topics_below_a_headline_are_no_authors() {
    let top = "<h1>Ferry sails at last</h1><div class=entry-meta>Harbor News</div>";
    assert_eq!(authors("", top), Vec::<String>::new());
}

#[test]
fn a_title_keeps_how_the_page_prints_it() {
    let head =
        "<title>Ferry sails - The Harbor</title><meta property=og:site_name content='The Harbor'>";
    let title = meta(head, "").title.expect("a title");
    assert_eq!(title.raw.as_deref(), Some("Ferry sails - The Harbor"));
}

#[test]
fn two_names_in_one_byline_are_two_authors() {
    let top = "<h1>Ferry sails at last</h1><div class=author>By Ada Berg and Bo Lind</div>";
    assert_eq!(authors("", top), ["Ada Berg", "Bo Lind"]);
}

#[test]
fn the_day_of_publication_is_where_it_is_stated() {
    let title = "<h1>Ferry sails at last</h1>";
    for (head, top, day, origin) in [
        (
            "<meta property=article:published_time content=2024-03-01T06:00:00Z>",
            "",
            "2024-03-01",
            Origin::MetaElement,
        ),
        (
            "",
            "<time itemprop=datePublished datetime=2024-03-02>Saturday</time>",
            "2024-03-02",
            Origin::Markup,
        ),
        ("", "<time class=entry-date>March 3, 2024</time>", "2024-03-03", Origin::Markup),
        (
            "<link rel=canonical href=https://example.org/2024/03/04/ferry>",
            "",
            "2024-03-04",
            Origin::Address,
        ),
        (
            "",
            "<h1>Ferry sails at last</h1><p>Published March 5, 2024</p>",
            "2024-03-05",
            Origin::Markup,
        ),
        (
            "<meta property=article:modified_time content=2024-03-06>",
            "",
            "2024-03-06",
            Origin::MetaElement,
        ),
    ] {
        let top = if top.contains("<h1>") { top.to_owned() } else { format!("{title}{top}") };
        assert_eq!(published(head, &top), Some((day.to_owned(), origin)), "{head}{top}");
    }
}

#[test]
fn an_earlier_day_beside_the_headline_is_believed_over_the_head() {
    let head = "<meta property=article:published_time content=2024-05-01>";
    let top = "<h1>Ferry sails at last</h1><p>March 1, 2024</p>";
    assert_eq!(published(head, top).map(|(day, _)| day).as_deref(), Some("2024-03-01"));
}

#[test]
fn the_day_of_a_change_is_not_that_of_publication() {
    let head = "<meta property=article:published_time content=2024-05-01>";
    let top = "<h1>Ferry sails at last</h1><p>Updated March 1, 2024</p>";
    assert_eq!(published(head, top).map(|(day, _)| day).as_deref(), Some("2024-05-01"));
    let changed = linked(r#"{"@type":"Article","headline":"x","dateModified":"2024-06-01"}"#);
    let modified = meta(&changed, "").modified.map(|at| at.value.date.to_string());
    assert_eq!(modified.as_deref(), Some("2024-06-01"));
}

#[test]
fn a_saved_page_says_when_and_where_it_was_saved() {
    let comment = "<!--\n Page saved with SingleFile \n url: https://example.org/ferry \n \
                   saved date: Fri Mar 01 2024 10:00:00 GMT+0100 (CET)\n-->";
    let article: Article = super::read(&format!("<html>{comment}<p>{ONE}"), None).expect("words");
    assert_eq!(
        article.meta.saved.map(|at| at.value.date.to_string()).as_deref(),
        Some("2024-03-01")
    );
    let own = article.meta.address.expect("an address");
    assert_eq!((own.value.as_str(), own.origin), ("https://example.org/ferry", Origin::Saver));
}

#[test]
fn language_section_source_description_and_tags_are_read() {
    let meta = meta(
        "<meta property=og:locale content=en_GB><meta property=article:section content=Sea>\
         <meta property=og:site_name content='The Harbor'><meta name=description content='A crossing.'>\
         <meta name=keywords content='ferry, ice,ferry'><meta property=article:tag content=Skis>",
        "",
    );
    let value = |stated: Option<crate::article::Stated<String>>| stated.map(|s| s.value);
    assert_eq!(value(meta.language).as_deref(), Some("en"), "the element speaks first");
    assert_eq!(value(meta.section).as_deref(), Some("Sea"));
    assert_eq!(value(meta.source).as_deref(), Some("The Harbor"));
    assert_eq!(value(meta.description).as_deref(), Some("A crossing."));
    assert_eq!(meta.tags, ["Skis", "ferry", "ice"]);
}

#[test]
fn a_language_that_is_no_tag_is_none() {
    let article = super::read(&format!("<html lang='{{{{ locale }}}}'><p>{ONE}"), None);
    assert_eq!(article.expect("words").meta.language, None);
}
