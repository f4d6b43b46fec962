use super::*;
use crate::article::Origin;
use flate2::{Compression, write::GzEncoder};
use proptest::prelude::*;
use std::io::Write;

fn one(bytes: &[u8], name: Option<&str>) -> Article {
    let mut articles = read(bytes.to_vec(), name).unwrap();
    assert_eq!(articles.len(), 1);
    articles.remove(0)
}

fn title(bytes: &[u8], name: Option<&str>) -> (String, Origin) {
    let title = one(bytes, name).meta.title.unwrap();
    (title.value, title.origin)
}

#[test]
fn packed_files_are_read_as_what_they_hold() {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(b"# Low tide\n\nProse.").unwrap();
    let packed = encoder.finish().unwrap();
    assert_eq!(title(&packed, Some("a.md.gz")), ("Low tide".into(), Origin::Markup));
}

#[test]
fn an_archive_in_an_archive_is_refused() {
    let pack = |bytes: &[u8]| {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    };
    assert_eq!(read(pack(&pack(b"words")), None), Err(Error::NotText("a gzip archive")));
}

#[test]
fn a_list_of_feeds_is_refused_with_what_to_do() {
    let refusal = |list: &str| read(list.into(), None).unwrap_err().to_string();
    assert_eq!(
        refusal("<?xml version='1.0'?><opml version='2.0'>"),
        "it is a list of feeds (OPML), which holds no text to read; \
         save its pages themselves and add those"
    );
}

fn captions(page: &str) -> Vec<(String, Vec<String>, usize)> {
    let article = one(page.as_bytes(), Some("a.md"));
    let told = |image: &crate::article::Image| {
        let words = image.caption.of(&article.text).to_owned();
        (words, image.credit.photographers.clone(), image.repeats.len())
    };
    article.images.iter().map(told).collect()
}

#[test]
fn a_name_in_brackets_is_a_credit_where_another_caption_says_so() {
    let page =
        |end: &str| format!("![](a.png \"A moss garden (Ida Holm)\")\n\n![](b.png \"{end}\")");
    let ida = || vec!["Ida Holm".to_owned()];
    assert_eq!(
        captions(&page("Cut the moss. (Ida Holm)")),
        [("A moss garden".into(), ida(), 0), ("Cut the moss.".into(), ida(), 0)]
    );
    assert_eq!(captions(&page("Cut the moss."))[0].0, "A moss garden (Ida Holm)");
}

#[test]
fn a_cut_caption_folds_into_the_whole_one() {
    let page = "![](a.png \"Boats wait in the bay of ...\")\n\n![](b.png \"Boats wait in the bay of Nordby.\")\n\n![](c.png \"Boats wait in the bay ...\")";
    let captions = captions(page);
    assert_eq!(captions, [("Boats wait in the bay of Nordby.".into(), vec![], 2)]);
}

#[test]
fn what_all_captions_begin_with_is_a_label() {
    let page = |label: &str| {
        let days = ["Boats", "Nobody", "Snow", "Two"].map(|word| {
            format!("![](a.png \"{label} {word} wait in the bay of Nordby at noon.\")")
        });
        captions(&days.join("\n\n")).into_iter().map(|it| it.0).collect::<Vec<_>>()
    };
    assert_eq!(page("Nordby in pictures")[1], "Nobody wait in the bay of Nordby at noon.");
    assert_eq!(page("5")[2], "Snow wait in the bay of Nordby at noon.");
    assert_eq!(page("President Ada")[0], "President Ada Boats wait in the bay of Nordby at noon.");
}

#[test]
fn nothing_is_refused_as_empty() {
    for bytes in ["", "\u{feff}", "\n \n"] {
        assert_eq!(read(bytes.into(), None), Err(Error::Empty), "{bytes:?}");
    }
}

#[test]
fn a_missing_title_comes_from_the_name_or_the_first_words() {
    let prose = b"It rained all night. Nobody slept.";
    assert_eq!(title(prose, Some("night-of-rain.txt")), ("Night of rain".into(), Origin::FileName));
    assert_eq!(title(prose, Some("0a1b.txt")).1, Origin::Text);
}

#[test]
fn a_dated_picture_dates_the_article() {
    let prose =
        "It rained.\n\nCaption Rain falls, Friday, March 5, 2021. (Bo Lind/Nordfoto via AP)";
    let published = one(prose.as_bytes(), None).meta.published.unwrap();
    assert_eq!(
        (published.value.date.to_string(), published.origin),
        ("2021-03-05".into(), Origin::Text)
    );
}

#[test]
fn a_text_that_begins_like_json_and_is_none_is_text() {
    assert_eq!(one(b"[\"Rain\"] was all he said.", None).blocks.len(), 1);
}

#[test]
fn a_long_text_has_a_preview_and_a_short_one_none() {
    let prose = "The harbour was closed for the third day in a row, and nobody knew why.\n\n"
        .repeat(10_000);
    let whole = one(prose.as_bytes(), Some("a.txt"));
    let start = preview(prose.as_bytes(), Some("a.txt")).unwrap();
    assert!(start.text.len() > PREVIEW / 2 && start.text.len() <= PREVIEW);
    assert!(whole.text.starts_with(&start.text));
    assert_eq!(start.blocks, whole.blocks[..start.blocks.len()]);
    assert_eq!(preview(b"Short.", None), None);
    assert_eq!(preview(prose.as_bytes(), Some("a.md")), None);
}

#[test]
fn a_long_text_in_old_line_ends_has_the_same_preview() {
    let prose = "The harbour was closed for the third day in a row, and nobody knew why.\r\n\r\n"
        .repeat(10_000);
    let whole = one(prose.as_bytes(), None);
    let start = preview(prose.as_bytes(), None).unwrap();
    assert!(whole.text.starts_with(&start.text));
    assert_eq!(start.blocks, whole.blocks[..start.blocks.len()]);
}

proptest! {
    #[test]
    fn any_bytes_give_sound_articles_or_a_refusal(
        start in prop::sample::select(vec!["", "{\"text\": \"", "<p>", "---\na: b\n---\n", "[", "\u{1f}\u{8b}\u{8}", "\u{feff}"]),
        bytes: Vec<u8>,
        name in prop::sample::select(vec![None, Some("a.md"), Some("a.html"), Some("a.json"), Some("a.txt")]),
    ) {
        let bytes = [start.as_bytes(), &bytes].concat();
        _ = preview(&bytes, name);
        for article in read(bytes, name).unwrap_or_default() {
            check::sound(&article);
        }
    }

    #[test]
    fn a_refusal_is_one_line(bytes: Vec<u8>) {
        if let Err(error) = read(bytes, None) {
            prop_assert!(!error.to_string().contains('\n'));
        }
    }
}
