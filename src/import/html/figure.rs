//! Pictures and the words that belong to them: which elements are pictures worth a place, and
//! which hold their captions and credits.

use super::dom::Dom;
use super::measure::{Measure, is_silent};
use super::painted::Painted;
use super::picture::{Source, source};
use super::zone::words;
use std::collections::HashMap;
use std::ops::Range;

/// The most characters that a caption holds; what holds more is something else.
const CAPTION: usize = 1_200;
/// The most characters between a picture and words that belong to it.
const GAP: usize = 40;
/// How many elements up from its words a picture is looked for.
const REACH: usize = 4;

/// The pictures of a page, and where they and their words stand.
#[derive(Debug, Default)]
pub(super) struct Figures {
    places: HashMap<usize, Place>,
    sources: Vec<Source>,
}

/// What an element is to a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// It is the picture of this index, without words.
    Picture(usize),
    /// Its words are the caption of the picture of this index.
    Caption(usize),
    /// It is a picture that is shown elsewhere or is none worth showing.
    Nowhere,
}

impl Figures {
    /// The pictures of a page.
    pub(super) fn of(dom: &Dom, measure: &Measure) -> Self {
        let mut finder = Finder { dom, measure, pictures: pictures(dom), found: Self::default() };
        for index in 0..finder.pictures.len() {
            finder.place_picture(index);
        }
        for id in 1..dom.len() {
            finder.look(id);
        }
        finder.found
    }

    /// What the element is to a picture.
    pub(super) fn place(&self, id: usize) -> Option<Place> {
        self.places.get(&id).copied()
    }

    /// The picture stored under the same name as `address`.
    pub(super) fn stored_at(&self, address: &str) -> Option<usize> {
        let name = file(address).filter(|name| name.len() > 4)?;
        self.sources
            .iter()
            .position(|source| source.address.as_deref().and_then(file) == Some(name))
    }

    /// What is known of a picture.
    pub(super) fn source(&self, picture: usize) -> Option<&Source> {
        self.sources.get(picture)
    }
}

struct Finder<'a> {
    dom: &'a Dom,
    measure: &'a Measure,
    pictures: Vec<Found>,
    found: Figures,
}

/// An element that is a picture.
struct Found {
    node: usize,
    source: Option<Source>,
    /// Its index among the pictures that have a place.
    index: Option<usize>,
    /// Where it and its words end so far.
    end: usize,
}

impl Finder<'_> {
    fn place_picture(&mut self, at: usize) {
        let Some(found) = self.pictures.get_mut(at) else { return };
        let place = match found.source.take() {
            Some(source) => {
                let index = self.found.sources.len();
                self.found.sources.push(source);
                found.index = Some(index);
                Place::Picture(index)
            }
            None => Place::Nowhere,
        };
        self.found.places.insert(found.node, place);
    }

    fn look(&mut self, id: usize) {
        if self.dom.words(id).is_some() || self.is_inside_caption(id) {
            return;
        }
        let chars = self.measure.chars(id..self.dom.end(id));
        if self.dom.name(id) == "figure" {
            self.figure(id, chars);
        } else if (1..=CAPTION).contains(&chars)
            && (self.dom.name(id) == "figcaption" || self.is_named_caption(id))
        {
            self.caption(id);
        }
    }

    fn is_inside_caption(&self, id: usize) -> bool {
        let caption = |id| matches!(self.found.places.get(&id), Some(Place::Caption(_)));
        self.dom.ancestors(id).take(12).any(caption)
    }

    /// A `figure` is one caption, unless it holds figures, prose, a table or code.
    fn figure(&mut self, id: usize, chars: usize) {
        let other = |below| {
            matches!(self.dom.name(below), "figure" | "table" | "pre" | "blockquote" | "h2" | "h3")
        };
        if chars > CAPTION || self.dom.below(id).any(other) {
            return;
        }
        let first = self.pictures_in(self.dom.below(id)).next();
        let words_of_picture = first.is_some() || self.dom.first(id, "figcaption").is_some();
        if chars == 0 || !words_of_picture {
            return;
        }
        self.assign(id, first);
    }

    /// Words that are named a caption or a credit, and the picture near them.
    fn caption(&mut self, id: usize) {
        let picture = self.dom.ancestors(id).take(REACH).find_map(|above| self.nearest(above, id));
        // What only its class says must stand by a picture, unless it is plain about it.
        if picture.is_some()
            || self.dom.name(id) == "figcaption"
            || self.is_plain_caption(id)
            || self.is_in_gallery(id)
        {
            self.assign(id, picture);
        }
    }

    /// The picture under `above` that stands just before or just after `id`.
    fn nearest(&self, above: usize, id: usize) -> Option<usize> {
        let range = self.dom.below(above);
        let end = self.dom.end(id);
        let between = |range: Range<usize>| self.measure.chars(range) <= GAP;
        let before = self.pictures_in(range.start..id).next_back();
        let before = before.filter(|at| {
            self.pictures.get(*at).is_some_and(|found| between(found.end.min(id)..id))
        });
        let within = || self.pictures_in(id..end).next();
        let after = || {
            let after = self.pictures_in(end..range.end).next()?;
            self.pictures.get(after).is_some_and(|f| between(end..f.node)).then_some(after)
        };
        before.or_else(within).or_else(after)
    }

    /// The pictures among these nodes that have a place, as positions in `pictures`.
    fn pictures_in(&self, nodes: Range<usize>) -> impl DoubleEndedIterator<Item = usize> {
        let from = self.pictures.partition_point(|found| found.node < nodes.start);
        let upto = self.pictures.partition_point(|found| found.node < nodes.end);
        let has_place = |at: &usize| self.pictures.get(*at).is_some_and(|f| f.index.is_some());
        (from..upto.max(from)).filter(has_place)
    }

    fn assign(&mut self, id: usize, picture: Option<usize>) {
        let end = self.dom.end(id);
        let found = picture.and_then(|at| self.pictures.get_mut(at));
        let index = match found {
            Some(found) => {
                found.end = found.end.max(end);
                self.found.places.insert(found.node, Place::Nowhere);
                found.index
            }
            None => None,
        };
        let index = index.unwrap_or_else(|| {
            self.found.sources.push(Source::default());
            self.found.sources.len() - 1
        });
        self.found.places.insert(id, Place::Caption(index));
    }

    /// Whether a class or an id calls it a caption or a credit.
    fn is_named_caption(&self, id: usize) -> bool {
        let structure = |below| {
            matches!(
                self.dom.name(below),
                "h1" | "h2" | "h3" | "h4" | "ul" | "ol" | "table" | "form" | "figure" | "iframe"
            )
        };
        self.names(id).any(|name| is_caption_name(&name))
            && !self.dom.below(id).any(structure)
            && !matches!(self.dom.name(id), "img" | "body" | "a" | "button" | "caption")
    }

    /// Whether it stands in a gallery, whose pictures may come from elsewhere.
    fn is_in_gallery(&self, id: usize) -> bool {
        const GALLERY: [&str; 4] = ["gallery", "slideshow", "resgallery", "photos"];
        self.dom.ancestors(id).take(8).any(|above| {
            self.names(above).any(|name| name.iter().any(|word| GALLERY.contains(&word.as_str())))
        })
    }

    fn is_plain_caption(&self, id: usize) -> bool {
        const PICTURE: [&str; 6] = ["image", "photo", "picture", "media", "figure", "wp"];
        self.names(id).any(|name| {
            name.iter().any(|word| matches!(word.as_str(), "caption" | "credit" | "photographer"))
                && name.iter().any(|word| PICTURE.contains(&word.as_str()))
        })
    }

    fn names(&self, id: usize) -> impl Iterator<Item = Vec<String>> {
        let class = self.dom.attribute(id, "class").unwrap_or_default().split_whitespace();
        let property = self.dom.attribute(id, "itemprop");
        class.chain(self.dom.attribute(id, "id")).chain(property).map(words)
    }
}

/// The name of the file that an address ends with, without what asks for a size.
fn file(address: &str) -> Option<&str> {
    let path = address.split(['?', '#']).next()?;
    path.rsplit('/').next().filter(|name| name.contains('.'))
}

fn is_caption_name(name: &[String]) -> bool {
    let has = |wanted: &str| name.iter().any(|word| word == wanted);
    // A carousel or a video player has captions of another kind.
    if has("slider") || has("video") || has("subtitles") || has("no") {
        return has("inline") && has("caption");
    }
    let of_a_picture =
        || ["image", "photo", "picture", "media", "img", "figure", "foto"].iter().any(|w| has(w));
    ["caption", "captions", "cutline", "figcaption", "thumbcaption", "photocredit", "fotocredit"]
        .iter()
        .any(|wanted| has(wanted))
        || has("credit")
        || has("credits")
        || (of_a_picture()
            && ["source", "copyright", "author", "photographer", "description", "legend", "desc"]
                .iter()
                .any(|wanted| has(wanted)))
        || has("photographer")
        || has("bildunterschrift")
}

/// The elements of a page that are pictures.
fn pictures(dom: &Dom) -> Vec<Found> {
    let painted = Painted::of(dom);
    let mut found = Vec::new();
    let mut id = 1;
    while id < dom.len() {
        if is_silent(dom, id) {
            id = dom.end(id);
            continue;
        }
        let is_picture = matches!(dom.name(id), "img" | "picture" | "amp-img" | "image")
            || (dom.name(id) == "video" && dom.attribute(id, "poster").is_some());
        let lazy = dom.name(id) == "noscript";
        if is_picture {
            let end = dom.end(id);
            found.push(Found { node: id, source: source(dom, &painted, id), index: None, end });
            id = end;
        } else if lazy {
            // The picture for browsers without scripts is the one before it, or nothing else is.
            id = dom.end(id);
        } else {
            id += 1;
        }
    }
    found
}
