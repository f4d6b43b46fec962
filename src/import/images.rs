//! The images of an article, by its caption blocks: captions parsed, equal ones folded.

use super::builder::Picture;
use super::{caption, fold, picture};
use crate::article::{Article, BlockRole, Image};
use crate::text::Span;
use std::collections::{HashMap, HashSet};

/// Finds the images of `article`: one for every distinct caption block, with what `pictures` (in
/// order of their blocks) know of it. The blocks that say the same again are hidden.
pub(super) fn find(article: &mut Article, pictures: Vec<Picture>) {
    let files = files(&pictures);
    let mut found = all(article, pictures);
    share_names(article, &mut found);
    set_label_apart(&article.text, &mut found);
    article.images = found;
    fold::fold(article);
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

/// The least captions that begin alike for their first words to be a label.
const ALIKE: usize = 4;

/// The most words of such a label.
const LABEL: usize = 6;

/// Takes the words that most captions of an article begin with for a label ("Nordby in pictures",
/// the count of a gallery): a sentence begins behind them in each, and they are none of one.
fn set_label_apart(text: &str, images: &mut [Image]) {
    let long = |image: &&Image| image.caption.of(text).split_whitespace().nth(LABEL).is_some();
    let captions: Vec<&str> = images.iter().filter(long).map(|it| it.caption.of(text)).collect();
    let Some(label) = (1..=LABEL).rev().find_map(|count| shared(&captions, count)) else { return };
    for image in images.iter_mut() {
        let words = image.caption.of(text);
        let rest = words.strip_prefix(label).map(str::trim_start).filter(|rest| !rest.is_empty());
        if let Some(rest) = rest.filter(|rest| begins_sentence(rest)) {
            image.caption = Span::new(image.caption.end - rest.len(), image.caption.end);
        }
    }
}

/// The first `count` words that at least four captions, and half of all, begin with as a label.
fn shared<'a>(captions: &[&'a str], count: usize) -> Option<&'a str> {
    let mut times: HashMap<&str, HashSet<&str>> = HashMap::new();
    for caption in captions {
        let behind = caption.match_indices(' ').nth(count - 1).map(|(at, _)| at);
        let Some((start, rest)) = behind.and_then(|at| caption.split_at_checked(at)) else {
            continue;
        };
        let last = start.rsplit(' ').next().unwrap_or_default();
        let label = last.bytes().all(|byte| byte.is_ascii_digit())
            || last.starts_with(char::is_lowercase) && last.chars().count() > 3;
        if label && begins_sentence(rest.trim_start()) {
            times.entry(start).or_default().insert(rest);
        }
    }
    let (label, others) = times.into_iter().max_by_key(|(label, others)| (others.len(), *label))?;
    (others.len() >= ALIKE && others.len() * 2 >= captions.len()).then_some(label)
}

fn begins_sentence(words: &str) -> bool {
    words.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
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
