use super::*;
use crate::article::BlockRole::{Body, Byline, Dateline, Standfirst, Title};
use crate::article::Visibility;
use crate::import::check;
use proptest::prelude::*;

/// The blocks of `text`, a line each: role, depth and number where they matter, words.
fn blocks(text: &str) -> Vec<String> {
    let article = read(text.to_owned());
    check::sound(&article);
    assert_eq!(article.text.len(), text.len() - text.matches("\r\n").count());
    let shown = article.blocks.iter().filter(|block| block.visibility == Visibility::Shown);
    shown.map(|block| format!("{:?}: {}", block.role, block.span.of(&article.text))).collect()
}

fn roles(text: &str) -> Vec<BlockRole> {
    read(text.to_owned()).blocks.iter().map(|block| block.role).collect()
}

/// A paragraph of `sentences` sentences on one line.
fn paragraph(sentences: usize) -> String {
    vec!["The harbour was closed for the third day in a row."; sentences].join(" ")
}

/// `text` broken at `columns`.
fn wrapped(text: &str, columns: usize, margin: &str) -> String {
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let line = lines.last_mut().unwrap();
        if line.len() + word.len() > columns {
            lines.push(word.to_owned());
        } else {
            line.extend([if line.is_empty() { "" } else { " " }, word]);
        }
    }
    lines.iter().flat_map(|line| [margin, line, "\n"]).collect()
}

#[test]
fn an_empty_line_ends_a_paragraph_and_a_line_feed_does_not() {
    let text = format!("{}\n{}", wrapped(&paragraph(3), 72, ""), wrapped(&paragraph(2), 72, ""));
    assert_eq!(roles(&text), [BlockRole::Body, BlockRole::Body]);
}

#[test]
fn in_a_text_of_long_lines_every_line_is_a_paragraph() {
    let text = format!("{}\n{}\n{}", paragraph(4), paragraph(5), paragraph(4));
    assert_eq!(roles(&text), [BlockRole::Body; 3]);
}

#[test]
fn a_first_line_set_in_begins_a_paragraph() {
    let one = wrapped(&paragraph(3), 70, "");
    let text = format!("   {one}   {one}   {one}");
    assert_eq!(roles(&text), [BlockRole::Body; 3]);
}

#[test]
fn in_a_dense_text_a_short_line_ends_a_paragraph() {
    let one = wrapped(&paragraph(7), 70, "");
    assert_eq!(roles(&one.repeat(4)), [BlockRole::Body; 4]);
}

#[test]
fn windows_and_old_mac_line_ends_are_line_feeds() {
    let article = read("One.\r\n\r\nTwo.".into());
    assert_eq!(article.text, "One.\n\nTwo.");
    assert_eq!(read("One.\r\rTwo.".into()).blocks.len(), 2);
}

#[test]
fn a_form_feed_ends_a_page_and_leaves_the_text() {
    let article = read("One page.\n\x0cAnother page.".into());
    assert_eq!(article.blocks.len(), 2);
    assert!(!article.text.contains('\x0c'));
}

#[test]
fn list_items_lose_their_marks_and_keep_their_numbers() {
    assert_eq!(
        blocks("- milk\n- bread and\n  butter\n\n1. first\n2. second"),
        [
            "List(None): milk",
            "List(None): bread and\n  butter",
            "List(Some(1)): first",
            "List(Some(2)): second"
        ]
    );
}

#[test]
fn lists_nest_by_how_far_they_are_set_in() {
    let article = read("* a one\n  * b two\n    * c three\n* d four".into());
    let depths: Vec<u8> = article.blocks.iter().map(|block| block.indent).collect();
    assert_eq!(depths, [1, 2, 3, 1]);
}

#[test]
fn a_year_or_a_dash_before_a_sentence_begins_no_list() {
    assert_eq!(roles("1999. It was a year.\n\n– Yes, she said."), [BlockRole::Body; 2]);
}

#[test]
fn numbers_count_on_over_empty_lines() {
    let numbers = [1, 2, 3].map(|number| BlockRole::List(Some(number)));
    assert_eq!(roles("1. One.\n\n2. Two.\n\n3. Three."), numbers);
}

#[test]
fn numbers_count_on_over_the_prose_between() {
    let text = format!("1. One.\n\n{}\n\n2. Two.\n\n7. Seven.", paragraph(2));
    let list = |number| BlockRole::List(Some(number));
    assert_eq!(roles(&text), [list(1), Body, list(2), Body]);
}

#[test]
fn centered_lines_are_a_line_each() {
    let text = format!("{0}HARBOUR NOTES\n{0}  Ninth year\n\n{1}", " ".repeat(28), paragraph(2));
    assert_eq!(roles(&text), [Title, Body, Body]);
}

#[test]
fn quoted_lines_lose_their_marks_and_keep_their_depth() {
    let article = read("> They left\n> early.\n>> Why?\n>\n> Nobody knows.".into());
    check::sound(&article);
    let quotes: Vec<(u8, Vec<&str>)> = article
        .blocks
        .iter()
        .map(|block| (block.quote, block.span.of(&article.text).split_whitespace().collect()))
        .collect();
    assert_eq!(
        quotes,
        [(1, vec!["They", "left", "early."]), (2, vec!["Why?"]), (1, vec!["Nobody", "knows."])]
    );
}

#[test]
fn headings_are_underlined_shouted_or_stand_between_paragraphs() {
    let body = paragraph(3);
    for heading in ["What comes next", "A NEW PORT", "Next steps\n----------"] {
        let text = format!("{body}\n\n{heading}\n\n{body}");
        assert!(matches!(roles(&text)[1], BlockRole::Heading(_)), "{heading}");
    }
    for line in ["She agreed.", "and then, in small letters", "To whom it concerns:"] {
        assert_eq!(roles(&format!("{body}\n\n{line}\n\n{body}"))[1], BlockRole::Body, "{line}");
    }
}

#[test]
fn an_underline_is_kept_and_hidden() {
    let article = read("A title\n=======\n\nProse.".into());
    assert_eq!(article.blocks[1].visibility, Visibility::Hidden);
    assert_eq!(article.blocks[1].span.of(&article.text), "=======");
}

#[test]
fn three_asterisks_are_a_break() {
    assert_eq!(
        roles("One.\n\n* * *\n\nTwo."),
        [BlockRole::Body, BlockRole::Break, BlockRole::Body]
    );
}

#[test]
fn rows_with_tabs_are_a_table() {
    let text = "Rain by month, in short.\nMonth\tRain\nMay\t30\nJune\t12\n\nProse.";
    assert_eq!(blocks(text)[1..], ["Table: Month\tRain\nMay\t30\nJune\t12", "Body: Prose."]);
}

#[test]
fn short_lines_set_in_keep_their_breaks_and_margins() {
    let text = format!("{}\n\n    if it rains:\n        stay\n\n{}", paragraph(2), paragraph(2));
    assert_eq!(blocks(&text)[1], "Code:     if it rains:\n        stay");
}

#[test]
fn a_filled_paragraph_set_in_is_a_quotation() {
    let body = wrapped(&paragraph(4), 70, "");
    let text = format!("{body}\n{}\n{body}", wrapped(&paragraph(4), 60, "      "));
    assert_eq!(roles(&text), [BlockRole::Body, BlockRole::Quote, BlockRole::Body]);
}

#[test]
fn short_lines_with_capitals_are_verse() {
    let verse = "The gulls come in at seven\nTo see what we have thrown\nThe tide comes in at eight\nAnd takes it for its own";
    let text = format!("{}\n\n{verse}\n\n{}", paragraph(3), paragraph(3));
    assert_eq!(blocks(&text)[1], format!("Code: {verse}"));
}

const CAPTION: &str = "Caption Harbour master Ada Berg, left, waits on the pier in Ostby, Friday, March 5, 2021. (Bo Lind, Nordfoto, Harbour Pool Photo via AP) Credit: Bo Lind Credit: Bo Lind";

#[test]
fn a_caption_becomes_an_image_with_its_credit() {
    let article = read(format!("{}\n\n{CAPTION}", paragraph(2)));
    let image = &article.images[0];
    assert_eq!(
        image.caption.of(&article.text),
        "Harbour master Ada Berg, left, waits on the pier in Ostby, Friday, March 5, 2021."
    );
    assert_eq!(image.credit.photographers, ["Bo Lind"]);
    assert_eq!(image.credit.agencies, ["Nordfoto"]);
    assert_eq!(image.credit.via.as_deref(), Some("AP"));
    assert_eq!(image.credit.lines.len(), 2);
}

#[test]
fn equal_captions_are_one_image() {
    let other = CAPTION.replace("waits", "walks");
    let article = read(format!("{CAPTION}\n\n{other}\n\n{CAPTION}"));
    assert_eq!(article.images.len(), 2);
    assert_eq!(article.images[0].repeats, [2]);
    assert_eq!(article.blocks[2].visibility, Visibility::Hidden);
}

#[test]
fn a_credit_line_joins_the_caption_above_it() {
    let article = read(format!(
        "{}\n\nFILE PHOTO: Boats wait in the bay.\n\nPhoto: Bo Lind/Reuters\n\nEnd.",
        paragraph(2)
    ));
    let image = &article.images[0];
    assert_eq!(image.caption.of(&article.text), "Boats wait in the bay.");
    assert_eq!(image.credit_span.of(&article.text), "Photo: Bo Lind/Reuters");
}

#[test]
fn prose_that_speaks_of_captions_is_prose() {
    for prose in [
        "Caption writers went on strike on Monday, the union said.",
        "The photo was taken by a neighbour, she told Reuters.",
        "Files were found in the archive (Monday).",
    ] {
        assert_eq!(roles(&format!("{}\n\n{prose}", paragraph(2)))[1], BlockRole::Body, "{prose}");
    }
}

#[test]
fn title_standfirst_byline_and_date_stand_before_the_prose() {
    let text = format!(
        "Harbour shut for a third day\n\nFishermen ask who pays\n\nBy Ada Berg and Bo Lind\n\nMarch 5, 2021\n\n{}\n\n{}",
        paragraph(3),
        paragraph(3)
    );
    let article = read(text);
    let roles: Vec<_> = article.blocks.iter().map(|block| block.role).collect();
    assert_eq!(roles, [Title, Standfirst, Byline, Dateline, Body, Body]);
    let names: Vec<_> = article.meta.authors.iter().map(|author| author.value.as_str()).collect();
    assert_eq!(names, ["Ada Berg", "Bo Lind"]);
    assert_eq!(article.meta.published.unwrap().value.date.to_string(), "2021-03-05");
    assert!(article.meta.title.unwrap().origin.is_derived());
}

#[test]
fn a_first_line_that_ends_as_a_sentence_is_no_title() {
    let text = format!("It rained.\n\n{}", paragraph(3));
    assert_eq!(roles(&text)[0], BlockRole::Body);
    assert_eq!(read(text).meta.title, None);
}

#[test]
fn a_dateline_gives_agency_and_day() {
    for (line, source, day) in [
        ("OSTBY, Norway (AP) — ", Some("AP"), None),
        ("Ostby, March 5, 2021 (Reuters) - ", Some("Reuters"), Some("2021-03-05")),
        ("OSTBY — ", None, None),
        ("The town was – ", None, None),
    ] {
        let meta = read(format!("{line}{}", paragraph(3))).meta;
        assert_eq!(meta.source.map(|source| source.value).as_deref(), source, "{line}");
        let published = meta.published.map(|day| day.value.date.to_string());
        assert_eq!(published.as_deref(), day, "{line}");
    }
}

/// Texts of many shapes, long enough for a preview.
fn shapes() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        paragraph(1),
        paragraph(4),
        wrapped(&paragraph(5), 66, ""),
        wrapped(&paragraph(3), 50, "     "),
        "A short line".into(),
        "- item one\n- item two".into(),
        "1. One thing.".into(),
        "2. Another thing.".into(),
        "> quoted words".into(),
        "* * *".into(),
        CAPTION.into(),
        "Photo: Bo Lind/Reuters".into(),
        "a\tb\nc\td".into(),
        "UNDER THE SEA".into(),
        "Head\n----".into(),
        "   ".into(),
        "é".into(),
        "\r\nx\r\n".into(),
        "\x0c".into(),
    ]);
    let gap = prop::sample::select(vec!["\n", "\n\n", "\n\n\n", "\n \n", "\r\n\r\n"]);
    prop::collection::vec((piece, gap), 1..60)
        .prop_map(|pieces| pieces.iter().flat_map(|(piece, gap)| [&**piece, *gap]).collect())
}

proptest! {
    #[test]
    fn every_text_gives_sound_blocks(text in shapes()) {
        check::sound(&read(text));
    }

    #[test]
    fn any_characters_give_sound_blocks(text in "\\PC{0,60}|[ >\\-*1.\t\n=()A-Ca-c]{0,80}") {
        check::sound(&read(text));
    }

    #[test]
    fn a_preview_is_the_beginning_of_the_whole(text in shapes(), share in 1_usize..100) {
        let bytes = text.len() * share / 100;
        // The style is told by the same head in both.
        let whole = read(text.clone());
        if let Some(start) = preview(&text, bytes.max(HEAD.min(text.len()))) {
            check::sound(&start);
            prop_assert!(whole.text.starts_with(&start.text));
            let same = whole.blocks.iter().zip(&start.blocks).all(|(whole, start)| {
                (whole.span, whole.role, whole.quote) == (start.span, start.role, start.quote)
            });
            prop_assert!(same, "{:?}\n{:?}", whole.blocks, start.blocks);
        }
    }
}
