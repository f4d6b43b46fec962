//! One picture: where it is stored, what stands in for it, and whether it is worth a place.

use super::dom::{Dom, collapsed};
use super::painted::Painted;
use super::zone::words;
use crate::import::picture::shortened;
use std::sync::Arc;

/// What the markup says of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Source {
    /// Where it is stored, as printed; of a `data:` address only the kind and the size.
    pub(super) address: Option<String>,
    /// The text that stands in for it.
    pub(super) alt: Option<String>,
    /// The caption that an attribute holds.
    pub(super) caption: Option<String>,
    /// Where its bytes are, where the page was saved with them: in a `data:` address, or beside
    /// the page.
    pub(super) file: Option<Arc<str>>,
}

/// The picture of an `img`, a `picture` or a video; `None` where it is a pixel, an icon, a logo or
/// a face.
pub(super) fn source(dom: &Dom, painted: &Painted, id: usize) -> Option<Source> {
    let image = match dom.name(id) {
        "picture" => dom.first(id, "img").or_else(|| dom.first(id, "source")).unwrap_or(id),
        _ => id,
    };
    let plain = |name| dom.attribute(image, name).filter(|address| !address.is_empty());
    let behind = || painted.behind(dom, image).filter(|address| !is_placeholder(address));
    let behind = if plain("src").is_none_or(is_placeholder) { behind() } else { None };
    let address = lazy(dom, image).or(behind).or_else(|| address(dom, id, image));
    if is_small(dom, image)
        || names_decoration(dom, id)
        || names_decoration(dom, image)
        || address.is_none_or(is_decoration)
    {
        return None;
    }
    let text = |name| {
        let value = collapsed(dom.attribute(image, name)?);
        (!value.is_empty()).then_some(value)
    };
    let caption = || text("data-caption").or_else(|| text("data-image-caption"));
    let credit = text("data-credit").filter(|credit| credit.len() < 200);
    let caption = match (caption().map(|caption| without_tags(&caption)), credit) {
        (Some(caption), Some(credit)) if !caption.contains(&credit) => {
            Some(format!("{caption} {credit}"))
        }
        (caption, credit) => caption.or(credit),
    };
    let address = address.map(|address| shortened(address.to_owned()));
    let file = behind.map(Arc::from).or_else(|| file(dom, image));
    Some(Source { address, alt: text("alt"), caption, file })
}

/// Where the bytes of a picture are: what a saved page shows, whatever a lazy loader would fetch.
fn file(dom: &Dom, image: usize) -> Option<Arc<str>> {
    let plain = |name| dom.attribute(image, name).filter(|address| !address.is_empty());
    let shown = plain("src").filter(|address| !is_placeholder(address));
    shown.or_else(|| plain("poster")).map(Arc::from)
}

fn without_tags(words: &str) -> String {
    if !words.contains('<') {
        return words.to_owned();
    }
    super::parse::parse(words).map_or_else(String::new, |dom| dom.text(0))
}

/// The address that a lazy loader would fetch.
fn lazy(dom: &Dom, image: usize) -> Option<&str> {
    const LAZY: [&str; 6] =
        ["data-src", "data-original", "data-lazy-src", "data-lazy", "data-hi-res-src", "data-url"];
    let plain = |name: &&str| dom.attribute(image, name).filter(|address| !address.is_empty());
    LAZY.iter().find_map(plain)
}

/// Where the picture is stored, a placeholder last.
fn address(dom: &Dom, id: usize, image: usize) -> Option<&str> {
    let plain = |name| dom.attribute(image, name).filter(|address| !address.is_empty());
    let set = |id, name| dom.attribute(id, name).and_then(largest);
    let sets = || {
        set(image, "data-srcset").or_else(|| set(image, "srcset")).or_else(|| {
            let sources = dom.below(id).filter(|below| dom.name(*below) == "source");
            sources.into_iter().find_map(|s| set(s, "srcset").or_else(|| set(s, "data-srcset")))
        })
    };
    plain("src")
        .filter(|address| !is_placeholder(address))
        .or_else(sets)
        .or_else(|| plain("poster"))
        .or_else(|| plain("src"))
}

/// The largest picture of a `srcset` (HTML standard, 4.8.4.2.1).
fn largest(set: &str) -> Option<&str> {
    let size = |candidate: &str| {
        let descriptor = candidate.split_whitespace().nth(1).unwrap_or("1x");
        let number = descriptor.trim_end_matches(|c: char| c.is_ascii_alphabetic());
        number.parse::<f64>().unwrap_or(0.0)
    };
    // Addresses may hold commas; a comma that ends one is followed by white space.
    let candidates = set.split(", ").flat_map(|part| part.split(",\n")).map(str::trim);
    let best = candidates.max_by(|a, b| size(a).total_cmp(&size(b)))?;
    best.split_whitespace().next().filter(|address| !address.starts_with("data:"))
}

fn is_placeholder(address: &str) -> bool {
    let lower = address.get(..address.len().min(400)).unwrap_or(address).to_ascii_lowercase();
    (lower.starts_with("data:") && (address.len() < 1_000 || lower.starts_with("data:image/svg")))
        || ["placeholder", "blank.", "spacer", "transparent", "1x1", "pixel", "lazyload.", "grey."]
            .iter()
            .any(|word| lower.contains(word))
}

fn is_small(dom: &Dom, image: usize) -> bool {
    let side = |name| {
        let value = dom.attribute(image, name)?.trim_end_matches("px");
        value.parse::<f64>().ok()
    };
    ["width", "height"].iter().any(|name| side(name).is_some_and(|side| side < 60.0))
}

fn names_decoration(dom: &Dom, id: usize) -> bool {
    const NAMES: [&str; 14] = [
        "logo", "icon", "icons", "avatar", "gravatar", "emoji", "smiley", "pixel", "tracker",
        "tracking", "sprite", "headshot", "wpsmiley", "author",
    ];
    let class = dom.attribute(id, "class").unwrap_or_default();
    let own = dom.attribute(id, "id").unwrap_or_default();
    class
        .split_whitespace()
        .chain([own])
        .any(|name| words(name).iter().any(|word| NAMES.contains(&word.as_str())))
}

fn is_decoration(address: &str) -> bool {
    if address.starts_with("data:") {
        return is_placeholder(address) || address.starts_with("data:image/svg");
    }
    let path = address.split(['?', '#']).next().unwrap_or_default();
    let path = path.split_once("//").map_or(path, |(_, rest)| rest);
    let path = path.split_once('/').map_or(path, |(_, path)| path).to_ascii_lowercase();
    let file = path.rsplit('/').next().unwrap_or_default();
    let extension = file.rsplit('.').next();
    extension == Some("svg")
        || is_placeholder(file)
        || ["logo", "icon", "avatar", "sprite", "pixel", "badge", "spacer", "emoji"]
            .iter()
            .any(|word| file.starts_with(word) || file.contains(&format!("-{word}")))
        || ["gravatar", "/avatars/", "/emoji/", "scorecardresearch", "doubleclick"]
            .iter()
            .any(|word| address.contains(word))
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn picture(tag: &str) -> Option<Source> {
        let dom = parse(tag).expect("small");
        let id = dom.first(0, "picture").or_else(|| dom.first(0, "img")).expect("a picture");
        source(&dom, &Painted::of(&dom), id)
    }

    fn stored(tag: &str) -> Option<String> {
        picture(tag)?.address
    }

    #[test]
    fn the_lazy_address_comes_before_the_placeholder() {
        assert_eq!(stored("<img src=blank.gif data-src=/a.jpg>").as_deref(), Some("/a.jpg"));
        assert_eq!(
            stored("<img src=data:image/gif;base64,R0 srcset='s.jpg 200w, l.jpg 900w'>").as_deref(),
            Some("l.jpg")
        );
    }

    #[test]
    fn a_picture_element_gives_the_address_of_its_sources() {
        let tag = "<picture><source srcset='b.webp 2x'><img alt=Boats></picture>";
        let found = picture(tag).expect("a picture");
        assert_eq!(
            (found.address.as_deref(), found.alt.as_deref()),
            (Some("b.webp"), Some("Boats"))
        );
    }

    #[test]
    fn pixels_icons_logos_and_faces_have_no_place() {
        for tag in [
            "<img src=a.jpg width=1 height=1>",
            "<img src=/img/site-logo.png>",
            "<img class='user-avatar' src=a.jpg>",
            "<img src=share.svg>",
            "<img alt=none>",
        ] {
            assert_eq!(picture(tag), None, "{tag}");
        }
    }

    #[test]
    fn an_embedded_picture_keeps_its_kind_and_size_only() {
        let tag = format!("<img src='data:image/png;base64,{}'>", "A".repeat(4_000));
        assert_eq!(stored(&tag).as_deref(), Some("data:image/png;bytes=4000"));
    }

    #[test]
    fn a_picture_painted_behind_a_blank_is_the_picture() {
        let data = format!("data:image/png;base64,{}", "A".repeat(4_000));
        let blank = "data:image/svg+xml,<svg></svg>";
        let page = format!(
            "<style>:root{{--sf-img-2:url(\"{data}\")}}</style>\
             <img src='{blank}' style='background-image:var(--sf-img-2)'>"
        );
        let found = picture(&page).expect("a picture");
        assert_eq!(found.file.as_deref(), Some(data.as_str()));
        let own = page.replace(blank, "boats.jpg");
        assert_eq!(picture(&own).expect("one").file.as_deref(), Some("boats.jpg"));
    }

    #[test]
    fn a_caption_in_an_attribute_is_taken_with_its_credit() {
        let found = picture("<img src=a.jpg data-caption='<p>Boats</p>' data-credit='A. Berg'>");
        assert_eq!(found.and_then(|found| found.caption).as_deref(), Some("Boats A. Berg"));
    }
}
