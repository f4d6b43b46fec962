use super::*;
use crate::import::check;
use proptest::prelude::*;

fn article(text: &str) -> Article {
    let article = read(text).unwrap();
    check::sound(&article);
    article
}

/// The blocks of `text`, a line each.
fn blocks(text: &str) -> Vec<String> {
    let article = article(text);
    let blocks = article.blocks.iter();
    blocks
        .map(|block| {
            format!(
                "{:?} {} {}: {}",
                block.role,
                block.quote,
                block.indent,
                block.span.of(&article.text)
            )
        })
        .collect()
}

#[test]
fn markup_leaves_the_text() {
    let article = article("Some *stressed*, **bold** and `plain` [words](https://nord.example/a).");
    assert_eq!(article.text, "Some stressed, bold and plain words.");
    let inlines: Vec<_> =
        article.inlines.iter().map(|inline| (inline.span.of(&article.text), inline.kind)).collect();
    assert_eq!(
        inlines,
        [
            ("stressed", InlineKind::Emphasis),
            ("bold", InlineKind::Strong),
            ("plain", InlineKind::Code),
            ("words", InlineKind::Link(0)),
        ]
    );
    assert_eq!(article.links[0].address, "https://nord.example/a");
}

#[test]
fn blocks_have_their_roles() {
    assert_eq!(
        blocks("# Low tide\n\nOne.\n\n## Then\n\n> Two\n> lines.\n\n***\n\n    code  here\n"),
        [
            "Title 0 0: Low tide",
            "Body 0 0: One.",
            "Heading(2) 0 0: Then",
            "Quote 1 0: Two lines.",
            "Break 0 0: ",
            "Code 0 0: code  here",
        ]
    );
}

#[test]
fn lists_nest_and_count() {
    assert_eq!(
        blocks("3. three\n4. four\n\n   more of four\n   - inner\n"),
        [
            "List(Some(3)) 0 1: three",
            "List(Some(4)) 0 1: four",
            "Body 0 1: more of four",
            "List(None) 0 2: inner",
        ]
    );
}

#[test]
fn tables_are_rows_of_cells() {
    assert_eq!(
        blocks("| a | b |\n|---|---|\n| 1 |  |\n| 2 | x y |"),
        ["Table 0 0: a\tb\n1\t\n2\tx y"]
    );
}

#[test]
fn a_picture_has_its_title_or_its_alternative_for_a_caption() {
    let article = article(
        "![sea](a.jpg \"Boats wait in the bay. (Bo Lind/Reuters)\")\n\n![An empty pier at dawn](b.jpg)\n\n![x](c.jpg)",
    );
    let captions: Vec<_> =
        article.images.iter().map(|image| image.caption.of(&article.text)).collect();
    assert_eq!(captions, ["Boats wait in the bay.", "An empty pier at dawn", ""]);
    assert_eq!(article.images[0].alt.as_deref(), Some("sea"));
    assert_eq!(article.images[1].alt, None);
    assert_eq!(article.images[2].address.as_deref(), Some("c.jpg"));
}

#[test]
fn a_paragraph_that_is_a_caption_becomes_one() {
    let article = article("Prose.\n\nCaption Boats wait. (Bo Lind/Nordfoto via AP)");
    assert_eq!(article.images[0].caption.of(&article.text), "Boats wait.");
}

#[test]
fn front_matter_gives_the_metadata() {
    let meta = article("---\ntitle: \"Low: tide\"\nsource: \"https://nord.example/a\"\nauthor:\n  - \"[[Ada Berg]]\"\npublished: 2021-03-05\ncreated: 2022-01-01\ntags:\n  - sea\nmood: calm\n---\nProse.").meta;
    assert_eq!(meta.title.unwrap(), Stated::new("Low: tide".to_owned(), Origin::FrontMatter));
    assert_eq!(meta.address.unwrap().value, "https://nord.example/a");
    assert_eq!(meta.authors[0].value, "Ada Berg");
    assert_eq!(meta.published.unwrap().value.date.to_string(), "2021-03-05");
    assert_eq!(meta.saved.unwrap().value.date.to_string(), "2022-01-01");
    assert_eq!(meta.tags, ["sea"]);
    assert_eq!(meta.extra["mood"], "calm");
}

#[test]
fn front_matter_in_toml_gives_the_same() {
    let meta = article(
        "+++\ntitle = \"Low tide\"\ndate = 2021-03-05T08:00:00Z\ntags = [\"sea\"]\n+++\nProse.",
    )
    .meta;
    assert_eq!(meta.title.unwrap().value, "Low tide");
    assert_eq!(meta.published.unwrap().value.date.to_string(), "2021-03-05");
}

#[test]
fn broken_front_matter_is_kept() {
    let article = article("---\ntitle: [\n---\nProse.");
    assert_eq!(article.text, "Prose.");
    assert_eq!(article.meta.extra["front matter"], "title: [");
}

#[test]
fn a_rule_at_the_start_is_no_front_matter() {
    assert!(!has_front_matter("---\nProse.\n---\nMore."));
    assert!(!has_front_matter("--- a: b\n---\n"));
}

#[test]
fn markup_blocks_are_read_as_pages_are() {
    let article = article("One.\n\n<div><p>Two <b>bold</b>.</p></div>\n\nThree<br>four.");
    assert!(article.text.contains("Two bold."), "{}", article.text);
    assert!(article.text.ends_with("Three\nfour."), "{}", article.text);
}

proptest! {
    #[test]
    fn any_markdown_gives_a_sound_article(text in "([#>*_`|\\[\\]()!<>a-c1.\\- \n\t]|\\PC){0,80}") {
        if let Ok(article) = read(&text) {
            check::sound(&article);
        }
    }
}
