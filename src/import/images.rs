//! The images of an article, by its caption blocks: captions parsed, equal ones folded.

use super::builder::Picture;
use super::{caption, picture};
use crate::article::{Article, Block, BlockRole, Image, Visibility};
use crate::text::Span;
use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};

/// Finds the images of `article`: one for every distinct caption block, with what `pictures` (in
/// order of their blocks) know of it. The blocks that say the same again are hidden.
pub(super) fn find(article: &mut Article, pictures: Vec<Picture>) {
    let files = files(&pictures);
    let mut found = all(article, pictures);
    share_names(article, &mut found);
    let mut known: HashMap<String, usize> = HashMap::new();
    for image in found {
        match known.entry(identity(&image, &article.text)) {
            Entry::Occupied(entry) => repeat(article, *entry.get(), image),
            Entry::Vacant(entry) => {
                entry.insert(article.images.len());
                article.images.push(image);
            }
        }
    }
    fold_cut(article);
    picture::take_in(article, &files);
}

/// Where the bytes of the pictures are.
fn files(pictures: &[Picture]) -> picture::Files {
    let file = |it: &Picture| it.file.clone().or_else(|| Some(it.address.as_deref()?.into()));
    pictures.iter().filter_map(|it| Some((it.block, file(it)?))).collect()
}

/// The images of all caption blocks.
fn all(article: &Article, pictures: Vec<Picture>) -> Vec<Image> {
    let mut pictures = pictures.into_iter().peekable();
    let mut images = Vec::new();
    for (index, block) in article.blocks.iter().enumerate() {
        let picture = pictures.next_if(|picture| picture.block == index);
        if block.role != BlockRole::Caption {
            continue;
        }
        let picture = Picture { block: index, ..picture.unwrap_or_default() };
        images.push(image(&article.text, block.span, picture));
    }
    images
}

/// Takes a name in brackets at the end of a caption for its credit where another caption of the
/// article has that credit for sure.
fn share_names(article: &Article, images: &mut [Image]) {
    let sure: HashSet<String> =
        images.iter().flat_map(|image| image.credit.photographers.iter().cloned()).collect();
    if sure.is_empty() {
        return;
    }
    for image in images.iter_mut().filter(|image| image.credit_span.is_empty()) {
        let Some(block) = article.blocks.get(image.block).map(|block| block.span) else { continue };
        let words = block.of(&article.text);
        let name = caption::name_in_brackets(words).filter(|name| sure.contains(name.of(words)));
        if let Some(name) = name {
            let parsed = caption::with_name(words, name);
            image.caption = parsed.caption.shift(block.start);
            image.credit_span = parsed.credit.shift(block.start);
            image.credit = parsed.fields;
        }
    }
}

/// Folds captions that are the cut beginning of another ("… at noon ... more") into that.
fn fold_cut(article: &mut Article) {
    let text = &article.text;
    let mut sorted: Vec<(&str, usize)> =
        article.images.iter().enumerate().map(|(at, image)| (image.caption.of(text), at)).collect();
    sorted.sort_unstable();
    let mut cuts: Vec<(&str, usize, usize)> = Vec::new();
    for (at, image) in article.images.iter().enumerate() {
        let Some(start) = caption::cut(image.caption.of(text)) else { continue };
        // What begins with the cut words follows them in order, the cut ones themselves too.
        let first = sorted.partition_point(|(words, _)| *words < start);
        let mut longer =
            sorted.iter().skip(first).take_while(|(words, _)| words.starts_with(start));
        if let Some((_, whole)) = longer.find(|(words, _)| caption::cut(words) != Some(start)) {
            cuts.push((start, at, *whole));
        }
    }
    cuts.sort_unstable_by_key(|(start, ..)| start.len());
    let pairs: Vec<(usize, usize)> = cuts.into_iter().map(|(_, at, whole)| (at, whole)).collect();
    let mut images: Vec<Option<Image>> = article.images.drain(..).map(Some).collect();
    for (at, whole) in pairs {
        let again = images.get_mut(at).and_then(Option::take);
        match (images.get_mut(whole).and_then(Option::as_mut), again) {
            (Some(image), Some(again)) => {
                hide(&mut article.blocks, again.block);
                merge(image, again);
            }
            (_, again) => {
                if let Some(slot) = images.get_mut(at) {
                    *slot = again;
                }
            }
        }
    }
    article.images = images.into_iter().flatten().collect();
}

fn image(text: &str, block: Span, picture: Picture) -> Image {
    let Picture { address, alt, block: index, credit, name, .. } = picture;
    let address = address.map(picture::shortened);
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
        picture: name,
        ..Image::default()
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
    hide(&mut article.blocks, again.block);
    if let Some(image) = article.images.get_mut(first) {
        merge(image, again);
    }
}

fn merge(image: &mut Image, again: Image) {
    image.repeats.push(again.block);
    image.repeats.extend(again.repeats);
    image.address = image.address.take().or(again.address);
    image.alt = image.alt.take().or(again.alt);
    image.picture = image.picture.take().or(again.picture);
}

fn hide(blocks: &mut [Block], at: usize) {
    if let Some(block) = blocks.get_mut(at) {
        block.visibility = Visibility::Hidden;
    }
}
