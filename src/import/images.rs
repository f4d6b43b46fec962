//! The images of an article, by its caption blocks: captions parsed, equal ones folded.

use super::builder::Picture;
use super::caption;
use crate::article::{Article, BlockRole, Image, Visibility};
use crate::text::Span;
use std::collections::HashMap;
use std::collections::hash_map::Entry;

/// Finds the images of `article`: one for every distinct caption block, with what `pictures` (in
/// order of their blocks) know of it. The blocks that say the same again are hidden.
pub(super) fn find(article: &mut Article, pictures: Vec<Picture>) {
    let mut pictures = pictures.into_iter().peekable();
    let mut known: HashMap<String, usize> = HashMap::new();
    for index in 0..article.blocks.len() {
        let Some(block) = article.blocks.get(index).copied() else { continue };
        let picture = pictures.next_if(|picture| picture.block == index);
        if block.role != BlockRole::Caption {
            continue;
        }
        let image = image(
            &article.text,
            block.span,
            Picture { block: index, ..picture.unwrap_or_default() },
        );
        match known.entry(identity(&image, &article.text)) {
            Entry::Occupied(entry) => repeat(article, *entry.get(), image),
            Entry::Vacant(entry) => {
                entry.insert(article.images.len());
                article.images.push(image);
            }
        }
    }
}

fn image(text: &str, block: Span, picture: Picture) -> Image {
    let Picture { address, alt, block: index, credit, .. } = picture;
    let parsed = match credit {
        Some(credit) => {
            let credit = Span::new(credit.start - block.start, credit.end - block.start);
            caption::with_credit(block.of(text), credit)
        }
        None => caption::parse(block.of(text)),
    };
    let caption = parsed.caption.shift(block.start);
    let alt = alt.filter(|alt| !alt.trim().is_empty() && alt.trim() != caption.of(text));
    Image {
        block: index,
        caption,
        credit_span: parsed.credit.shift(block.start),
        credit: parsed.fields,
        repeats: Vec::new(),
        address,
        alt,
    }
}

/// What two images share that are one: the words of caption and credit, if they are more than a
/// label; else the address.
fn identity(image: &Image, text: &str) -> String {
    let words = image.caption.of(text).split_whitespace().collect::<Vec<_>>();
    match &image.address {
        Some(address) if words.len() < 4 => format!("at {address}"),
        _ if words.is_empty() => format!("block {}", image.block),
        _ => format!("{} ({})", words.join(" "), image.credit.lines.join("; ")).to_lowercase(),
    }
}

fn repeat(article: &mut Article, first: usize, again: Image) {
    let Some(image) = article.images.get_mut(first) else { return };
    image.repeats.push(again.block);
    image.address = image.address.take().or(again.address);
    image.alt = image.alt.take().or(again.alt);
    if let Some(block) = article.blocks.get_mut(again.block) {
        block.visibility = Visibility::Hidden;
    }
}
