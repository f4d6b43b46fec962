//! Anchors: a place in a text by its words and what stood around them, after the
//! `TextQuoteSelector` and `TextPositionSelector` of the W3C Web Annotation Data Model (section 4.2).

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How many bytes of context an anchor keeps on each side, at most.
const CONTEXT: usize = 64;

/// A place in the text that outlives a new import: where it was, and the words that stood there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Anchor {
    /// Where the words stood in the text the anchor was made on.
    pub span: Span,
    /// The words themselves.
    pub exact: String,
    /// What stood before them.
    pub prefix: String,
    /// What stood after them.
    pub suffix: String,
}

impl Anchor {
    /// An anchor on `span` of `text`.
    pub fn new(text: &str, span: Span) -> Self {
        let before = text.floor_char_boundary(span.start.saturating_sub(CONTEXT));
        let after = text.ceil_char_boundary(span.end.saturating_add(CONTEXT).min(text.len()));
        Self {
            span,
            exact: span.of(text).to_owned(),
            prefix: Span::new(before, span.start).of(text).to_owned(),
            suffix: Span::new(span.end, after).of(text).to_owned(),
        }
    }

    /// Where the anchor holds in `text`: where it was, or where its words stand once.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.exact.is_empty() || self.span.of(text) == self.exact {
            return Some(Span::new(
                text.floor_char_boundary(self.span.start.min(text.len())),
                text.floor_char_boundary(self.span.end.min(text.len())),
            ));
        }
        let mut found = text.match_indices(&self.exact).map(|(at, _)| at);
        match (found.next(), found.next()) {
            (Some(at), None) => Some(Span::new(at, at + self.exact.len())),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn follows_its_words_when_the_text_before_them_grows() {
        let anchor = Anchor::new("One. Two.", Span::new(5, 9));
        assert_eq!(anchor.find("Zero. One. Two."), Some(Span::new(11, 15)));
    }

    #[test]
    fn declines_where_its_words_stand_twice() {
        let anchor = Anchor::new("One. Two.", Span::new(5, 9));
        assert_eq!(anchor.find("Two. Then Two."), None);
    }
}
