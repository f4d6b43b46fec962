//! Captions that say the same, made one image that knows how often it is printed.
//!
//! Case, white space and marks do not count. A caption that a gallery cut is folded into the whole
//! one, and one without its credit into the one that has it; where two photographers or two
//! agencies are named, they stay two.

use super::caption;
use crate::article::{Article, Block, Credit, Image, Visibility};
use std::collections::{HashMap, HashSet};

/// Captions of fewer words are said of many pictures.
const FEWEST: usize = 5;

/// How many pictures of the same words are compared.
const PLACES: usize = 8;

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
    let mut known: HashMap<String, Vec<(usize, Makers)>> = HashMap::new();
    let mut pairs = Vec::new();
    for (at, image) in article.images.iter().enumerate() {
        let words = image.caption.of(&article.text);
        if words.split_whitespace().nth(FEWEST - 1).is_none() {
            continue;
        }
        let same = known.entry(letters(words)).or_default();
        let makers = Makers::of(&image.credit);
        let found = same.iter_mut().find(|(_, theirs)| theirs.agree(&makers));
        if let Some((first, theirs)) = found {
            pairs.push((at, *first));
            theirs.add(makers);
        } else if same.len() < PLACES {
            same.push((at, makers));
        }
    }
    merge_all(article, pairs);
}

/// Captions that are the cut beginning of another ("… at noon ... more").
fn fold_cut(article: &mut Article) {
    let mut sorted = Vec::new();
    let mut cuts = Vec::new();
    for (at, image) in article.images.iter().enumerate() {
        let words = image.caption.of(&article.text);
        sorted.push((letters(words), at));
        if let Some(start) = caption::cut(words).map(letters) {
            cuts.push((start.len(), at, start));
        }
    }
    sorted.sort_unstable();
    // The shortest go first: what they go into may be cut too.
    cuts.sort_unstable();
    let mut makers: Vec<Makers> = article.images.iter().map(|it| Makers::of(&it.credit)).collect();
    let mut pairs = Vec::new();
    for (_, at, start) in cuts {
        let Some(own) = makers.get(at).cloned() else { continue };
        // What begins with the cut words, and goes on, follows them in order.
        let first = sorted.partition_point(|(words, _)| *words <= start);
        let longer = sorted.iter().skip(first).take(PLACES);
        let mut longer = longer.take_while(|(words, _)| words.starts_with(start.as_str()));
        let whole = longer.find(|(_, at)| makers.get(*at).is_some_and(|it| it.agree(&own)));
        if let Some((_, whole)) = whole {
            pairs.push((at, *whole));
            if let Some(theirs) = makers.get_mut(*whole) {
                theirs.add(own);
            }
        }
    }
    merge_all(article, pairs);
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

/// Who made a picture, as all captions folded into one say: the letters of the names.
#[derive(Debug, Clone, Default)]
struct Makers {
    photographers: HashSet<String>,
    agencies: HashSet<String>,
}

impl Makers {
    fn of(credit: &Credit) -> Self {
        let all = |names: &[String]| -> HashSet<String> {
            names.iter().map(|name| letters(name)).collect()
        };
        Self { photographers: all(&credit.photographers), agencies: all(&credit.agencies) }
    }

    /// Whether both can be of one picture.
    fn agree(&self, other: &Self) -> bool {
        share(&self.photographers, &other.photographers) && share(&self.agencies, &other.agencies)
    }

    fn add(&mut self, other: Self) {
        self.photographers.extend(other.photographers);
        self.agencies.extend(other.agencies);
    }
}

/// Whether one of two sets is empty, or they have something in common.
fn share(one: &HashSet<String>, other: &HashSet<String>) -> bool {
    one.is_empty() || other.is_empty() || !one.is_disjoint(other)
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
    use crate::article::{Article, BlockRole, Credit, Image, Meta};
    use crate::import::builder::{Builder, Shape};
    use crate::text::Span;

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

    #[test]
    fn a_caption_without_credit_makes_no_picture_of_two() {
        let bare = "A ferry leaves the harbor at dawn.";
        let by = |name: &str| format!("{bare} (AP Photo/{name})");
        for (one, other) in [("Bo Lind", "Ada Berg"), ("Ada Berg", "Bo Lind")] {
            let expected = [(2, one), (1, other)];
            check(&[bare, &by(one), &by(other)], &expected);
            check(&[&by(one), bare, &by(other)], &expected);
            check(&[&by(one), &by(other), bare], &expected);
        }
    }

    #[test]
    fn a_cut_caption_by_another_is_another_picture() {
        let cut = |name: &str| format!("A ferry leaves the Harbor at d… (AP Photo/{name})");
        let whole = "A ferry leaves the harbor at dawn, and nobody waves.";
        let by_ada = format!("{whole} (AP Photo/Ada Berg)");
        let (bo, ada) = (cut("Bo Lind"), cut("Ada Berg"));
        check(&[&bo, &by_ada], &[(1, "Bo Lind"), (1, "Ada Berg")]);
        check(&[&by_ada, &bo], &[(1, "Ada Berg"), (1, "Bo Lind")]);
        check(&[&ada, &by_ada], &[(2, "Ada Berg")]);
        // Only one of two goes into a whole one that names nobody.
        check(&[&bo, &ada, whole], &[(1, "Ada Berg"), (2, "Bo Lind")]);
        check(&[whole, &ada, &bo], &[(2, "Ada Berg"), (1, "Bo Lind")]);
    }

    /// Compared each with each, these take minutes.
    #[test]
    fn thousands_of_the_same_words_by_as_many_photographers_are_folded_in_time() {
        for words in ["A ferry leaves the harbor at dawn", "A ferry leaves the harbor at d…"] {
            let image = |at: usize| {
                let name = vec![format!("Bo {at}")];
                let credit =
                    Credit { lines: name.clone(), photographers: name, ..Credit::default() };
                let caption = Span::new(0, words.len());
                Image { block: at, caption, credit, ..Image::default() }
            };
            let mut article = Article { text: words.to_owned(), ..Article::default() };
            article.images = (0..30_000).map(image).collect();
            super::fold(&mut article);
            assert_eq!(article.images.len(), 30_000);
        }
    }
}
