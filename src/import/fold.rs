//! Captions that say the same, made one image that knows how often it is printed.
//!
//! Case, white space and marks do not count. A caption that a gallery cut is folded into the whole
//! one, and one without its credit into the one that has it; where two photographers or two
//! agencies are named, they stay two.

use super::caption;
use crate::article::{Article, Block, Credit, Image, Visibility};
use std::collections::HashMap;

/// Captions of fewer words are said of many pictures.
const FEWEST: usize = 5;

/// Folds the images of `article` that are one; the blocks that say the same again are hidden.
pub(super) fn fold(article: &mut Article) {
    fold_equal(article);
    fold_uncredited(article);
    fold_cut(article);
}

/// The same words and the same credit.
fn fold_equal(article: &mut Article) {
    let mut known: HashMap<String, usize> = HashMap::new();
    let images = &article.images;
    let pairs = images.iter().enumerate().filter_map(|(at, image)| {
        let first = *known.entry(identity(image, &article.text)).or_insert(at);
        (first != at).then_some((at, first))
    });
    let pairs = pairs.collect();
    merge_all(article, pairs);
}

/// The same words where one of the two says nothing of who made the picture, or less.
fn fold_uncredited(article: &mut Article) {
    let mut known: HashMap<String, Vec<usize>> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, image) in article.images.iter().enumerate() {
        let words = image.caption.of(&article.text);
        if words.split_whitespace().nth(FEWEST - 1).is_none() {
            continue;
        }
        let same = known.entry(letters(words)).or_default();
        let credit = |at: &&usize| article.images.get(**at).map(|image| &image.credit);
        match same.iter().find(|at| credit(at).is_some_and(|it| agree(it, &image.credit))) {
            Some(first) => pairs.push((at, *first)),
            None => same.push(at),
        }
    }
    merge_all(article, pairs);
}

/// Captions that are the cut beginning of another ("… at noon ... more").
fn fold_cut(article: &mut Article) {
    let text = &article.text;
    let words = |image: &Image| letters(image.caption.of(text));
    let mut sorted: Vec<(String, usize)> =
        article.images.iter().enumerate().map(|(at, image)| (words(image), at)).collect();
    sorted.sort_unstable();
    let mut cuts: Vec<(usize, usize, usize)> = Vec::new();
    for (at, image) in article.images.iter().enumerate() {
        let Some(start) = caption::cut(image.caption.of(text)).map(letters) else { continue };
        // What begins with the cut words follows them in order, the cut ones themselves too.
        let first = sorted.partition_point(|(words, _)| *words < start);
        let mut longer =
            sorted.iter().skip(first).take_while(|(words, _)| words.starts_with(&start));
        if let Some((_, whole)) = longer.find(|(words, _)| *words != start) {
            cuts.push((start.len(), at, *whole));
        }
    }
    // The shortest go first: what they go into may be cut too.
    cuts.sort_unstable();
    merge_all(article, cuts.into_iter().map(|(_, at, whole)| (at, whole)).collect());
}

/// Merges the first image of each pair into the second.
fn merge_all(article: &mut Article, pairs: Vec<(usize, usize)>) {
    if pairs.is_empty() {
        return;
    }
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

/// What two images share that are one: the words of caption and credit, if they are more than a
/// label; else the address.
fn identity(image: &Image, text: &str) -> String {
    let words = image.caption.of(text);
    match &image.address {
        Some(address) if words.split_whitespace().nth(3).is_none() => format!("at {address}"),
        _ if letters(words).is_empty() => format!("block {}", image.block),
        _ => format!("{} ({})", letters(words), letters(&image.credit.lines.concat())),
    }
}

/// Whether two credits can be of one picture.
fn agree(one: &Credit, other: &Credit) -> bool {
    share(&one.photographers, &other.photographers) && share(&one.agencies, &other.agencies)
}

/// Whether one of two lists is empty, or they have something in common.
fn share(one: &[String], other: &[String]) -> bool {
    one.is_empty()
        || other.is_empty()
        || one.iter().any(|name| other.iter().any(|other| letters(name) == letters(other)))
}

/// The letters and figures of `words`, in lower case.
fn letters(words: &str) -> String {
    words.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

fn merge(image: &mut Image, again: Image) {
    let told = |credit: &Credit| credit.photographers.len() + credit.agencies.len();
    if told(&again.credit) > told(&image.credit) {
        image.credit = again.credit;
    }
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

#[cfg(test)]
mod tests {
    use crate::article::{BlockRole, Meta};
    use crate::import::builder::{Builder, Shape};

    /// How often each distinct caption of an article with these is printed, and its photographers.
    #[track_caller]
    fn check(captions: &[&str], expected: &[(usize, &str)]) {
        let mut builder = Builder::new();
        for caption in captions {
            builder.open(Shape::new(BlockRole::Caption));
            builder.words(caption);
            builder.close();
        }
        let article = builder.finish(Meta::default());
        let images = article.images.iter();
        let found: Vec<_> = images
            .map(|image| (image.repeats.len() + 1, image.credit.photographers.join(", ")))
            .collect();
        let expected: Vec<_> =
            expected.iter().map(|(times, names)| (*times, (*names).to_owned())).collect();
        assert_eq!(found, expected, "{captions:?}");
    }

    #[test]
    fn case_space_and_marks_do_not_count() {
        check(
            &[
                "A ferry leaves the harbor at dawn.",
                "A ferry  leaves the Harbor at dawn",
                "“A ferry leaves the harbor at dawn”",
            ],
            &[(3, "")],
        );
    }

    #[test]
    fn a_caption_without_its_credit_is_folded_into_the_one_with_it() {
        check(
            &[
                "A ferry leaves the harbor at dawn.",
                "A ferry leaves the harbor at dawn. (AP Photo/Bo Lind)",
                "A ferry leaves the harbor at dawn. Bo Lind/AP",
            ],
            &[(3, "Bo Lind")],
        );
    }

    #[test]
    fn the_same_words_by_two_photographers_are_two_pictures() {
        check(
            &[
                "A ferry leaves the harbor at dawn. (AP Photo/Bo Lind)",
                "A ferry leaves the harbor at dawn. (AP Photo/Ada Berg)",
            ],
            &[(1, "Bo Lind"), (1, "Ada Berg")],
        );
        check(&["The quay. Photo: Bo Lind", "The quay. Photo: AP"], &[(1, "Bo Lind"), (1, "")]);
    }

    #[test]
    fn a_cut_caption_is_folded_into_the_whole_one() {
        check(
            &[
                "A ferry leaves the Harbor at d… more",
                "A ferry leaves the harbor at dawn, and nobody waves. (AP Photo/Bo Lind)",
            ],
            &[(2, "Bo Lind")],
        );
    }
}
