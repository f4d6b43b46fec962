//! Pictures and the words that belong to them.

use super::dom::Dom;
use std::collections::HashMap;

/// The pictures of a page, and where they and their words stand.
#[derive(Debug, Default)]
pub(super) struct Figures {
    places: HashMap<usize, Place>,
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
    pub(super) fn of(dom: &Dom) -> Self {
        _ = dom;
        Self::default()
    }

    /// What the element is to a picture.
    pub(super) fn place(&self, id: usize) -> Option<Place> {
        self.places.get(&id).copied()
    }
}
