//! Whole texts and the quotations in them.

use super::QuotationKind;
use crate::article::{Article, Block, BlockRole};
use crate::facts::extract;
use crate::text::Span;

fn article(text: &str) -> Article {
    let mut article = Article { text: text.to_owned(), ..Article::default() };
    let mut at = 0;
    for paragraph in text.split("\n\n") {
        let span = Span::new(at, at + paragraph.len());
        article.blocks.push(Block::new(BlockRole::Body, span));
        at = span.end + 2;
    }
    article
}

/// Each quotation as "kind: first words … | speaker | channel | entity".
fn read(text: &str) -> Vec<String> {
    let article = article(text);
    let facts = extract(&article);
    let lines = facts.quotations.iter().map(|quotation| {
        let words = |span: Option<Span>| span.map_or("-", |span| span.of(text));
        let kind = match quotation.kind {
            QuotationKind::Direct => "direct",
            QuotationKind::Partial => "partial",
            QuotationKind::Indirect => "indirect",
            QuotationKind::Stance => "stance",
        };
        let entity = quotation.entity.and_then(|index| facts.entities.get(index));
        let entity = entity.map_or("-", |entity| entity.name.as_str());
        let (speaker, channel) = (words(quotation.speaker), words(quotation.channel));
        format!("{kind} {} | {speaker} | {channel} | {entity}", quotation.span.of(text))
    });
    lines.collect()
}

#[track_caller]
fn case(text: &str, expected: &[&str]) {
    assert_eq!(read(text), expected, "{text}");
}

#[test]
fn the_speaker_stands_behind_the_words() {
    case(
        "“The sea took it,” said Maria Vestby, the minister.",
        &["direct “The sea took it,” | Maria Vestby | - | Maria Vestby"],
    );
    case(
        "“The sea took it,” Maria Vestby, the minister, said.",
        &["direct “The sea took it,” | Maria Vestby | - | Maria Vestby"],
    );
    case(
        "\"The sea took it,\" according to the ministry.",
        &["direct \"The sea took it,\" | the ministry | - | -"],
    );
}

#[test]
fn the_speaker_stands_before_the_words() {
    case(
        "Maria Vestby said: “The sea took it.”",
        &["direct “The sea took it.” | Maria Vestby | - | Maria Vestby"],
    );
    case(
        "Maria Vestby called the loss “a very dark day” for Oslo.",
        &["partial “a very dark day” | Maria Vestby | - | Maria Vestby"],
    );
}

#[test]
fn a_pronoun_stands_for_the_last_person() {
    case(
        "Maria Vestby left. “The sea took it,” she said. “It is gone.”",
        &[
            "direct “The sea took it,” | she | - | Maria Vestby",
            "direct “It is gone.” | she | - | Maria Vestby",
        ],
    );
}

#[test]
fn words_reach_the_reader_through_a_channel() {
    case(
        "“The sea took it,” the state radio quoted Maria Vestby as saying.",
        &["direct “The sea took it,” | Maria Vestby | the state radio | Maria Vestby"],
    );
    case(
        "“The sea took it,” Maria Vestby was quoted as saying by the newspaper.",
        &["direct “The sea took it,” | Maria Vestby | the newspaper | Maria Vestby"],
    );
    case(
        "“The sea took it,” Maria Vestby told Reuters.",
        &["direct “The sea took it,” | Maria Vestby | Reuters | Maria Vestby"],
    );
}

#[test]
fn a_channel_can_be_named_at_the_head_or_before() {
    case(
        "According to the state radio, Maria Vestby said “the sea took it.”",
        &["partial “the sea took it.” | Maria Vestby | the state radio | Maria Vestby"],
    );
    let text = "“It was a storm,” the state radio said. It quoted Maria Vestby as saying “the sea \
        took it.”";
    case(
        text,
        &[
            "direct “It was a storm,” | the state radio | - | -",
            "partial “the sea took it.” | Maria Vestby | the state radio | Maria Vestby",
        ],
    );
}

#[test]
fn a_pronoun_that_passes_words_on_is_the_body_before() {
    case(
        "A diver told Reuters that the ferry was gone. It quoted Maria Vestby as saying that the \
            sea took it.",
        &[
            "indirect that the ferry was gone | A diver | Reuters | -",
            "indirect that the sea took it | Maria Vestby | Reuters | Maria Vestby",
        ],
    );
}

#[test]
fn a_quotation_goes_on_over_paragraphs() {
    case(
        "“The sea took it,” Maria Vestby said. “It was a storm.\n\n“It is gone for good.”",
        &[
            "direct “The sea took it,” | Maria Vestby | - | Maria Vestby",
            "direct “It was a storm. | Maria Vestby | - | Maria Vestby",
            "direct “It is gone for good.” | Maria Vestby | - | Maria Vestby",
        ],
    );
}

#[test]
fn titles_and_irony_are_no_quotations() {
    case("The film “Dark Storm Rising” shows the “so-called” fleet.", &[]);
}

#[test]
fn reported_words_need_no_marks() {
    case(
        "Union activists said that the ferry had been overloaded for years.",
        &["indirect that the ferry had been overloaded for years | Union activists | - | -"],
    );
    case(
        "The ferry had been overloaded for years, Maria Vestby said Tuesday.",
        &["indirect The ferry had been overloaded for years | Maria Vestby | - | Maria Vestby"],
    );
    case(
        "According to the report, the ferry had been overloaded for years.",
        &["indirect the ferry had been overloaded for years | the report | - | -"],
    );
}

#[test]
fn a_phrase_that_leads_up_to_a_colon_is_no_quotation() {
    case("In a long talk at sea, President Vestby also said:", &[]);
}

#[test]
fn who_passed_a_tape_on_is_not_the_speaker() {
    case(
        "A tape obtained by Reuters shows Maria Vestby and “a very dark day” at sea.",
        &["partial “a very dark day” | A tape | - | -"],
    );
}

#[test]
fn a_signature_names_the_speaker() {
    case(
        "“The sea took it, and us.” — Maria Vestby",
        &["direct “The sea took it, and us.” | Maria Vestby | - | Maria Vestby"],
    );
}
