//! The words of a picture's own metadata, put at the end of the text where the page says nothing.

use super::told::{Told, told};
use crate::article::{Article, Block, BlockRole, Credit, Image};
use crate::import::caption;
use crate::text::Span;

/// The most images whose own words are taken.
const COUNT: usize = 500;

/// Appends a caption block for every kept picture that says of itself what the page does not.
pub(super) fn append(article: &mut Article) {
    let mut images = std::mem::take(&mut article.images);
    let new = images.iter_mut().filter(|image| image.own.is_none() && image.picture.is_some());
    for image in new.take(COUNT) {
        let named = |it: &&std::sync::Arc<crate::article::Picture>| {
            Some(&it.name) == image.picture.as_ref()
        };
        let Some(picture) = article.pictures.kept.iter().find(named).cloned() else { continue };
        say(article, image, &told(&picture.bytes));
    }
    article.images = images;
}

fn say(article: &mut Article, image: &mut Image, told: &Told) {
    let block = article.blocks.get(image.block).map_or_else(Span::default, |block| block.span);
    let caption =
        if block.is_empty() && image.caption.is_empty() { told.caption.as_str() } else { "" };
    let credit =
        if names_nobody(&image.credit) { credit_words(told, caption) } else { String::new() };
    let silent = names_nobody(&image.credit);
    if silent && image.credit.copyright.is_none() && !told.copyright.is_empty() {
        image.credit.copyright = Some(told.copyright.clone());
    }
    if caption.is_empty() && credit.is_empty() {
        return;
    }
    let gap = if caption.is_empty() || credit.is_empty() { "" } else { " " };
    let words = format!("{caption}{gap}{credit}");
    let parsed = if credit.is_empty() {
        caption::parse(&words)
    } else {
        caption::with_credit(&words, Span::new(words.len() - credit.len(), words.len()))
    };
    article.text.truncate(article.text.trim_end().len().max(last_end(article)));
    if !article.text.is_empty() {
        article.text.push_str("\n\n");
    }
    let start = article.text.len();
    article.text.push_str(&words);
    image.own = Some(article.blocks.len());
    article.blocks.push(Block::new(BlockRole::Caption, Span::new(start, article.text.len())));
    if !caption.is_empty() {
        image.caption = parsed.caption.shift(start);
    }
    if silent {
        image.credit_span = parsed.credit.shift(start);
        take(image, parsed.fields, told);
    }
}

/// Where the last block ends.
fn last_end(article: &Article) -> usize {
    article.blocks.last().map_or(0, |block| block.span.end)
}

/// Takes over what the credit says; what has a field of its own in the metadata goes by that.
fn take(image: &mut Image, fields: Credit, told: &Told) {
    let before = std::mem::replace(&mut image.credit, fields);
    let credit = &mut image.credit;
    if credit.photographers.is_empty() {
        credit.photographers.clone_from(&told.creators);
    }
    credit.copyright = before.copyright.or(credit.copyright.take());
    credit.people.splice(0..0, before.people);
    credit.date = before.date.or_else(|| told.day()).or(credit.date);
    for flag in before.flags {
        if !credit.flags.contains(&flag) {
            credit.flags.push(flag);
        }
    }
}

/// Whether a credit says nothing of who made the picture or whose it is.
fn names_nobody(credit: &Credit) -> bool {
    credit.lines.is_empty()
        && credit.photographers.is_empty()
        && credit.agencies.is_empty()
        && [&credit.via, &credit.courtesy, &credit.client].iter().all(|it| it.is_none())
}

/// Who made the picture and for whom, as a credit line is printed: "Ann Lee/Reuters"; empty where
/// the caption says it already.
fn credit_words(told: &Told, caption: &str) -> String {
    let names = told.creators.join(", ");
    let house = if told.credit.is_empty() { &told.source } else { &told.credit };
    let house = if names.contains(house.as_str()) { "" } else { house };
    let said = |words: &str| !words.is_empty() && caption.contains(words);
    if said(&names) || (names.is_empty() && said(house)) {
        return String::new();
    }
    match (names.as_str(), house) {
        ("", "") => told.copyright.clone(),
        ("", house) => house.to_owned(),
        (names, "") => names.to_owned(),
        // A credit line that has the name in it is whole.
        (names, house) if house.contains(names) => house.to_owned(),
        (names, house) => format!("{names}/{house}"),
    }
}
