//! Two editions of a text, laid beside each other: where each word of the old one went, and thus
//! where a mark made on the old one stands in the new.
//!
//! Words are compared as a reader would: whatever their case, composition, quotation marks and
//! spaces. What stands in the same order is paired first, then what was moved; what is paired by
//! chance is let go. A place whose words are gone is lost, and never taken to the next best one.
//! The known clients re-attach a quarter of such marks to something else, because nothing makes
//! them decline.

mod carry;
mod chain;
mod edits;
mod like;
mod moved;
mod pairing;
mod sift;
mod table;
mod token;

use crate::text::Span;
use pairing::Pairing;

pub use carry::same_words;
pub use edits::{Edit, Stretch};

/// Two editions of a text, and which words are the same.
#[derive(Debug)]
pub struct Alignment<'a> {
    old: &'a str,
    new: &'a str,
    pairing: Pairing,
}

/// What became of a span.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// Its words stand here, as they were.
    Found(Span),
    /// Most of its words stand here; some were changed, added or taken out.
    Changed(Span),
    /// Its words are gone, or too few of them are left to say where they went.
    Lost,
}

impl Fate {
    /// Where it stands now.
    pub const fn span(self) -> Option<Span> {
        match self {
            Self::Found(span) | Self::Changed(span) => Some(span),
            Self::Lost => None,
        }
    }
}

impl<'a> Alignment<'a> {
    /// The alignment of two editions. The time it takes grows with their length, not with its
    /// square.
    pub fn new(old: &'a str, new: &'a str) -> Self {
        let mut pairing = Pairing::new(old, new);
        chain::pair(&mut pairing);
        sift::part_chance(&mut pairing);
        moved::pair(&mut pairing);
        sift::part_chance(&mut pairing);
        Self { old, new, pairing }
    }

    /// The new text.
    pub const fn new_text(&self) -> &'a str {
        self.new
    }

    /// What became of `span` of the old text.
    pub fn carry(&self, span: Span) -> Fate {
        carry::carry(self, span)
    }

    /// What was done to the text, in the order of the new edition.
    pub fn edits(&self) -> Vec<Stretch> {
        edits::edits(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const BEFORE: &str = "LINDEN — The [ferry] left the harbor at noon on Friday.\n\n[Forty people \
        were aboard the old ship.] [Nobody] was hurt, the [captain] said.\n\nThe owner, Ada Lund, \
        [called it “a small miracle” and praised the crew.] [He] could not be reached.";

    /// Takes the brackets out of a text; where they stood.
    fn marked(text: &str) -> (String, Vec<Span>) {
        let (mut plain, mut spans) = (String::new(), Vec::new());
        for c in text.chars() {
            match c {
                '[' => spans.push(Span::at(plain.len())),
                ']' => spans.last_mut().unwrap().end = plain.len(),
                c => plain.push(c),
            }
        }
        (plain, spans)
    }

    /// What became of the marks of [`BEFORE`] in a text made from it, in its own words: `=` for
    /// found, `~` for changed, `-` for lost.
    fn fates(edit: impl Fn(&str) -> String) -> Vec<String> {
        let (old, spans) = marked(BEFORE);
        let new = edit(&old);
        let alignment = Alignment::new(&old, &new);
        let fates = spans.iter().map(|&span| match alignment.carry(span) {
            Fate::Found(span) => format!("= {}", span.of(&new)),
            Fate::Changed(span) => format!("~ {}", span.of(&new)),
            Fate::Lost => "-".to_owned(),
        });
        fates.collect()
    }

    fn untouched() -> Vec<String> {
        let (old, spans) = marked(BEFORE);
        spans.iter().map(|span| format!("= {}", span.of(&old))).collect()
    }

    #[test]
    fn marks_follow_their_words_behind_what_was_added() {
        assert_eq!(fates(|old| format!("Breaking news.\n\n{old}")), untouched());
        let added = "at noon. Rain fell all day. It";
        assert_eq!(fates(|old| old.replace("at noon", added)), untouched());
    }

    #[test]
    fn marks_follow_paragraphs_that_changed_places() {
        let moved = fates(|old| {
            let mut paragraphs: Vec<&str> = old.split("\n\n").collect();
            paragraphs.rotate_left(1);
            paragraphs.join("\n\n")
        });
        assert_eq!(moved, untouched());
    }

    #[test]
    fn a_mark_whose_sentence_was_edited_is_changed() {
        let fates = fates(|old| old.replace("Forty people were", "Forty-two people had been"));
        assert_eq!(fates[1], "~ Forty-two people had been aboard the old ship.");
        assert_eq!(fates[2..], untouched()[2..]);
    }

    #[test]
    fn a_mark_whose_words_are_gone_is_lost_though_they_stand_elsewhere() {
        let fates = fates(|old| {
            let rest = old.replace(" He could not be reached.", "");
            format!("{rest}\n\nOn Monday he said that nobody knew. He left.")
        });
        assert_eq!(fates[5], "-");
        assert_eq!(fates[..5], untouched()[..5]);
    }

    #[test]
    fn a_pull_quote_does_not_draw_a_mark_away() {
        let (old, spans) = marked(BEFORE);
        let new = format!("Forty people were aboard the old ship.\n\n{old}");
        let Fate::Found(found) = Alignment::new(&old, &new).carry(spans[1]) else { panic!() };
        assert_eq!(found.start, spans[1].start + new.len() - old.len());
    }

    #[test]
    fn quotation_marks_spaces_and_composition_do_not_count() {
        let fates = fates(|old| old.replace(['“', '”'], "\"").replace(' ', "\n"));
        assert_eq!(fates.iter().filter(|fate| fate.starts_with('=')).count(), 6);
    }

    #[test]
    fn everything_of_a_replaced_article_is_lost() {
        let other = "Parliament voted on Friday to cap rents in the capital, and the minister who \
            called it fair said the law would hold in court.";
        assert_eq!(fates(|_| other.to_owned()), ["-"; 6]);
    }

    #[test]
    fn a_span_that_cuts_a_word_is_carried_to_its_letters() {
        let (old, new) = ("A wonderful morning in May.", "It was a wonderful morning in May.");
        let alignment = Alignment::new(old, new);
        let found = alignment.carry(Span::new(5, 16)).span().unwrap();
        assert_eq!(found.of(new), Span::new(5, 16).of(old));
    }

    /// A text of few words, so that much repeats.
    fn prose() -> impl Strategy<Value = String> {
        let words = [
            "the", "ferry", "left", ".", "“", "”", "é", "e\u{301}", "東", "\n\n", "12", "\u{200b}",
        ];
        prop::collection::vec(prop::sample::select(words.to_vec()), 0..60)
            .prop_map(|words| words.join(" "))
    }

    fn check(old: &str, new: &str, at: (usize, usize)) -> Result<(), TestCaseError> {
        let alignment = Alignment::new(old, new);
        let bound = |at: usize| old.floor_char_boundary(at % (old.len() + 1));
        let (a, b) = (bound(at.0), bound(at.1));
        if let Some(span) = alignment.carry(Span::new(a.min(b), a.max(b))).span() {
            prop_assert!(new.get(span.start..span.end).is_some());
        }
        let edits = alignment.edits();
        let there = |stretch: &&Stretch| stretch.edit != Edit::Removed;
        let spans: Vec<Span> = edits.iter().filter(there).map(|stretch| stretch.span).collect();
        prop_assert!(spans.windows(2).all(|pair| pair[0].end <= pair[1].start));
        let words = |text: &str| {
            text.chars().filter(|&c| !c.is_whitespace() && !token::is_invisible(c)).count()
        };
        let told: usize = spans.iter().map(|span| words(span.of(new))).sum();
        prop_assert_eq!(told, words(new));
        Ok(())
    }

    proptest! {
        #[test]
        fn every_span_is_carried_to_a_span(old in prose(), new in prose(), at in any::<(usize, usize)>()) {
            check(&old, &new, at)?;
        }

        #[test]
        fn any_texts_can_be_aligned(old in any::<String>(), new in any::<String>(), at in any::<(usize, usize)>()) {
            check(&old, &new, at)?;
        }

        #[test]
        fn nothing_moves_in_a_text_that_did_not_change(text in prose(), at in any::<(usize, usize)>()) {
            let alignment = Alignment::new(&text, &text);
            let bound = |at: usize| text.floor_char_boundary(at % (text.len() + 1));
            let span = Span::new(bound(at.0).min(bound(at.1)), bound(at.0).max(bound(at.1))).trim(&text);
            let invisible = span.of(&text).chars().all(token::is_invisible);
            let edges = span.of(&text).starts_with(token::is_invisible) || span.of(&text).ends_with(token::is_invisible);
            prop_assume!(!invisible && !edges && !text.get(span.end..).unwrap().starts_with(unicode_normalization::char::is_combining_mark));
            prop_assert_eq!(alignment.carry(span), Fate::Found(span));
        }
    }
}
