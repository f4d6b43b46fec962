//! Anchors: a place in a text by its words and what stood around them, after the
//! `TextQuoteSelector` and `TextPositionSelector` of the W3C Web Annotation Data Model (section 4.2).

use crate::text::Span;
use serde::{Deserialize, Serialize};

/// How many bytes of context an anchor keeps on each side, at most.
const CONTEXT: usize = 64;

/// How many bytes of its surroundings a place must share beyond any other of the same words.
const MARGIN: usize = 8;

/// Words this long, in bytes, are taken for themselves whatever surrounds them now.
const TELLING: usize = 24;

/// Words that stand more often than this are not looked for any further.
const COMMON: usize = 10_000;

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

    /// Where the anchor holds in `text`: where it was, if nothing around it has changed, else
    /// where its words stand, chosen among several by what surrounds them. `None` where they are
    /// gone, and where two places are about as likely: a wrong place is worse than none.
    pub fn find(&self, text: &str) -> Option<Span> {
        if self.is_untouched(text) {
            return Some(self.span);
        }
        if self.exact.is_empty() {
            return self.find_between(text);
        }
        let (mut best, mut second, mut found) = ((0, 0), 0, 0);
        for (at, _) in text.match_indices(&self.exact) {
            found += 1;
            if found > COMMON {
                return None;
            }
            let likeness = self.likeness(text, at);
            if found == 1 || likeness > best.0 {
                second = best.0;
                best = (likeness, at);
            } else {
                second = second.max(likeness);
            }
        }
        let (likeness, at) = best;
        let sure = match found {
            0 => false,
            1 => self.exact.len() >= TELLING || likeness >= MARGIN.min(self.context()),
            _ => likeness >= second + MARGIN,
        };
        sure.then(|| Span::new(at, at + self.exact.len()))
    }

    /// Whether the words and all that is known to surround them stand where they stood.
    fn is_untouched(&self, text: &str) -> bool {
        let (before, after) = (text.get(..self.span.start), text.get(self.span.end..));
        self.span.of(text) == self.exact
            && before.is_some_and(|before| before.ends_with(&self.prefix))
            && after.is_some_and(|after| after.starts_with(&self.suffix))
    }

    /// A place without words: where what stood before it meets what stood after it, once.
    fn find_between(&self, text: &str) -> Option<Span> {
        let around = format!("{}{}", self.prefix, self.suffix);
        if around.len() < MARGIN {
            return None;
        }
        let mut found = text.match_indices(&around).map(|(at, _)| at + self.prefix.len());
        found.next().filter(|_| found.next().is_none()).map(Span::at)
    }

    /// How many bytes around the words at `at` are as they were.
    fn likeness(&self, text: &str, at: usize) -> usize {
        let (before, rest) = text.split_at_checked(at).unwrap_or_default();
        let after = rest.get(self.exact.len()..).unwrap_or_default();
        let same = |(a, b): &(u8, u8)| a == b;
        let behind = self.prefix.bytes().rev().zip(before.bytes().rev()).take_while(same).count();
        behind + self.suffix.bytes().zip(after.bytes()).take_while(same).count()
    }

    fn context(&self) -> usize {
        self.prefix.len() + self.suffix.len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// Where the words between brackets in `before` are found in `after`.
    fn find(before: &str, after: &str) -> Option<String> {
        let start = before.find('[').unwrap();
        let end = before.find(']').unwrap() - 1;
        let text = before.replace(['[', ']'], "");
        let span = Anchor::new(&text, Span::new(start, end)).find(after)?;
        let mut marked = after.to_owned();
        marked.insert(span.end, ']');
        marked.insert(span.start, '[');
        Some(marked)
    }

    #[test]
    fn follows_its_words_when_the_text_before_them_grows() {
        assert_eq!(find("One. [Two.]", "Zero. One. Two."), Some("Zero. One. [Two.]".into()));
    }

    #[test]
    fn declines_where_its_words_stand_twice() {
        assert_eq!(find("One. [Two.]", "Two. Then Two."), None);
    }

    #[test]
    fn declines_where_its_words_are_gone() {
        assert_eq!(find("One. [Two.] Three.", "One. Three."), None);
    }

    #[test]
    fn chooses_among_equal_words_by_what_surrounds_them() {
        let before = "The mayor came, [he said]. The clerk left, he said.";
        let after = "At noon the clerk left, he said. The mayor came, he said.";
        let found = "At noon the clerk left, he said. The mayor came, [he said].";
        assert_eq!(find(before, after), Some(found.into()));
    }

    #[test]
    fn a_common_word_in_other_surroundings_is_not_taken_for_the_same() {
        assert_eq!(find("The ferry [was] late.", "Nothing more was found."), None);
    }

    #[test]
    fn a_place_between_words_is_held_by_both_sides() {
        let after = "New. The first words, then more.";
        assert_eq!(find("The first[] words, then more.", after).unwrap().find('['), Some(14));
        assert_eq!(find("The first[] words, then more.", "Other words altogether."), None);
    }

    #[test]
    fn a_word_without_end_is_given_up() {
        let text = "a ".repeat(COMMON + 1);
        assert_eq!(Anchor::new("b a b", Span::new(2, 3)).find(&text), None);
    }

    proptest! {
        #[test]
        fn what_is_found_is_the_words_themselves(
            before in "[abä ]{0,60}", after in "[abä ]{0,90}", ends: (usize, usize)
        ) {
            let at = |end: usize| before.floor_char_boundary(end % (before.len() + 1));
            let span = Span::new(at(ends.0).min(at(ends.1)), at(ends.0).max(at(ends.1)));
            let anchor = Anchor::new(&before, span);
            if let Some(found) = anchor.find(&after) {
                prop_assert_eq!(found.of(&after), &anchor.exact);
            }
            prop_assert_eq!(anchor.find(&before), Some(span));
        }

        #[test]
        fn words_added_far_away_do_not_matter(front in "[a-z ]{0,80}", back in "[a-z ]{0,80}") {
            let text = "The river rose overnight. By morning it stood at the doors of the mill.";
            let anchor = Anchor::new(text, Span::new(26, 36));
            let grown = format!("{front}\n\n{text}\n\n{back}");
            prop_assert_eq!(anchor.find(&grown), Some(anchor.span.shift(front.len() + 2)));
        }
    }
}
