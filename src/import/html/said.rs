//! Captions that only JSON-LD says: given to the picture they are of, or put at the end.

use super::dom::collapsed;
use super::draft::Draft;
use super::figure::Figures;
use super::jsonld::{Linked, LinkedImage};

/// A caption that stands nowhere on the page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Said {
    /// The caption and the credit.
    pub(super) words: String,
    /// Where the picture is stored.
    pub(super) address: Option<String>,
    /// The picture of the page that it is of.
    pub(super) picture: Option<usize>,
}

/// The captions that JSON-LD says of the article's pictures and the page does not.
pub(super) fn captions(linked: &Linked, drafts: &[Draft<'_>], figures: &Figures) -> Vec<Said> {
    if linked.images.iter().all(|image| image.caption.is_none()) {
        return Vec::new();
    }
    let page = letters(&drafts.iter().map(Draft::text).collect::<Vec<_>>().join(" "));
    let mut said: Vec<Said> = Vec::new();
    for image in &linked.images {
        let Some(words) = words(image, linked).filter(|words| !page.contains(&letters(words)))
        else {
            continue;
        };
        if said.iter().all(|known| known.words != words) {
            let address = image.address.clone();
            let picture = address.as_deref().and_then(|address| figures.stored_at(address));
            said.push(Said { words, address, picture });
        }
    }
    said
}

/// The caption and the credit of a picture; `None` where they are no sentence or say what the
/// headline says.
fn words(image: &LinkedImage, linked: &Linked) -> Option<String> {
    let caption = collapsed(image.caption.as_deref()?);
    let headline = linked.headline.as_deref().unwrap_or_default();
    if caption.split_whitespace().count() < 3 || letters(&caption) == letters(headline) {
        return None;
    }
    let credit = image.credit.as_deref().filter(|credit| !caption.contains(credit));
    Some(credit.map_or_else(|| caption.clone(), |credit| format!("{caption} {credit}")))
}

fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
