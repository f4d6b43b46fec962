//! Finding words in a text, whatever their case.
//!
//! Needles are literal. One without an upper-case letter is found in any case (simple folding, so
//! that offsets hold); a space in it matches any run of white space, and straight quotation marks
//! match curly ones. The text is never folded: the rarest character of the needle (`anchor`) is
//! sought in its bytes, and only where that stands is the needle compared.

mod anchor;
mod fold;

use super::Span;
use super::at::{char_at, char_before};
use anchor::{Anchor, Scan};

/// How much of a text is first searched backwards, and the most at once.
const BACK: (usize, usize) = (1 << 14, 1 << 20);

/// The hits of `needle` in `text` that start at or after byte `from`, in order, none within
/// another. A needle without words hits nothing.
pub fn hits<'a>(text: &'a str, needle: &str, from: usize) -> impl Iterator<Item = Span> + use<'a> {
    let needle = Needle::new(needle);
    let mut scan = needle.as_ref().map(|needle| Scan::new(&needle.anchor, text, from));
    let mut from = from;
    std::iter::from_fn(move || {
        let (needle, scan) = (needle.as_ref()?, scan.as_mut()?);
        loop {
            let at = scan.next()?;
            if let Some(hit) = needle.hit(text, at).filter(|hit| hit.start >= from) {
                from = hit.end;
                scan.skip_to(hit.end);
                return Some(hit);
            }
        }
    })
}

/// The first hit of `needle` that starts at or after byte `from`.
pub fn find_next(text: &str, needle: &str, from: usize) -> Option<Span> {
    hits(text, needle, from).next()
}

/// The last hit of `needle` that ends at or before byte `before`.
pub fn find_previous(text: &str, needle: &str, before: usize) -> Option<Span> {
    let mut end = text.floor_char_boundary(before);
    let mut reach = BACK.0;
    while end > 0 {
        let start = text.floor_char_boundary(end.saturating_sub(reach));
        let near = hits(text, needle, start).take_while(|hit| hit.start < end);
        if let Some(hit) = near.filter(|hit| hit.end <= before).last() {
            return Some(hit);
        }
        end = start;
        reach = (reach * 2).min(BACK.1);
    }
    None
}

/// The hits of `needle` that share a byte with `span`.
pub fn hits_in(text: &str, needle: &str, span: Span) -> Vec<Span> {
    // A hit is seldom longer than its needle: only white space and odd letters stretch it.
    let reach = 4 * needle.len();
    let from = text.floor_char_boundary(span.start.saturating_sub(reach));
    let near = hits(text, needle, from).take_while(|hit| hit.start < span.end);
    near.filter(|hit| hit.end > span.start).collect()
}

/// What is sought, one character after the other.
#[derive(Debug)]
struct Needle {
    items: Vec<Item>,
    exact: bool,
    anchor: Anchor,
}

/// One character of a needle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Item {
    /// A run of white space.
    Blank,
    /// A character, normalized.
    Char(char),
}

impl Needle {
    /// `None` where there is nothing but white space to be found.
    fn new(needle: &str) -> Option<Self> {
        let exact = needle.chars().any(char::is_uppercase);
        let mut items: Vec<Item> = Vec::new();
        for c in needle.chars() {
            if !c.is_whitespace() {
                items.push(Item::Char(fold::normal(c, exact)));
            } else if items.last() != Some(&Item::Blank) {
                items.push(Item::Blank);
            }
        }
        let anchor = Anchor::of(&items, exact)?;
        Some(Self { items, exact, anchor })
    }

    /// The hit whose anchor starts at byte `at`.
    fn hit(&self, text: &str, at: usize) -> Option<Span> {
        let (before, after) = self.items.split_at_checked(self.anchor.index)?;
        let mut end = at;
        for item in after {
            end = self.over(text, end, *item)?;
        }
        let mut start = at;
        for item in before.iter().rev() {
            start = self.over_back(text, start, *item)?;
        }
        Some(Span::new(start, end))
    }

    /// Where `item` ends that starts at byte `at`.
    fn over(&self, text: &str, at: usize, item: Item) -> Option<usize> {
        match item {
            Item::Char(c) => {
                let found = char_at(text, at)?;
                (fold::normal(found, self.exact) == c).then(|| at + found.len_utf8())
            }
            Item::Blank => {
                let rest = text.get(at..)?;
                let end = text.len() - rest.trim_start().len();
                (end > at).then_some(end)
            }
        }
    }

    /// Where `item` starts that ends at byte `at`.
    fn over_back(&self, text: &str, at: usize, item: Item) -> Option<usize> {
        match item {
            Item::Char(c) => {
                let found = char_before(text, at)?;
                (fold::normal(found, self.exact) == c).then(|| at - found.len_utf8())
            }
            Item::Blank => {
                let start = text.get(..at)?.trim_end().len();
                (start < at).then_some(start)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[track_caller]
    fn check(text: &str, needle: &str, expected: &[&str]) {
        let found: Vec<&str> = hits(text, needle, 0).map(|hit| hit.of(text)).collect();
        assert_eq!(found, expected, "{needle:?} in {text:?}");
    }

    #[test]
    fn small_letters_find_any_case_and_capitals_their_own() {
        check("Salt, salt, SALT", "salt", &["Salt", "salt", "SALT"]);
        check("Salt, salt, SALT", "Salt", &["Salt"]);
        check("Élan élan ELAN", "élan", &["Élan", "élan"]);
        check("МОСКВА Москва", "москва", &["МОСКВА", "Москва"]);
        check("ΟΔΟΣ οδος οδός", "οδος", &["ΟΔΟΣ", "οδος"]);
    }

    #[test]
    fn letters_that_fold_to_another_length_keep_their_offsets() {
        check("\u{212a}elvin ſee Kiss", "kelvin", &["\u{212a}elvin"]);
        check("\u{212a}elvin ſee Kiſs", "see", &["ſee"]);
        check("Kiſs kiss", "kiss", &["Kiſs", "kiss"]);
    }

    #[test]
    fn a_space_is_any_white_space() {
        check(
            "White\n  House, white\u{a0}house",
            "white house",
            &["White\n  House", "white\u{a0}house"],
        );
        check("White\n  House, white house", "White House", &["White\n  House"]);
        check("a  b", " ", &[]);
        check("the cat", "the ", &["the "]);
    }

    #[test]
    fn straight_quotation_marks_find_curly_ones() {
        check("don’t “stop” don't", "don't", &["don’t", "don't"]);
        check("don’t “stop” don't", "\"stop\"", &["“stop”"]);
        check("l’été", "'", &["’"]);
    }

    #[test]
    fn scripts_without_case_are_found() {
        check("日本と日本国", "日本", &["日本", "日本"]);
        check("في بيت البيت", "بيت", &["بيت", "بيت"]);
        check("a.b a-b 3.5", "3.5", &["3.5"]);
    }

    #[test]
    fn hits_do_not_overlap() {
        check("aaaa", "aa", &["aa", "aa"]);
    }

    #[test]
    fn the_previous_hit_ends_before() {
        let text = format!("one {}two{} one", " x".repeat(30_000), " y".repeat(30_000));
        assert_eq!(
            find_previous(&text, "one", text.len()),
            Some(Span::new(text.len() - 3, text.len()))
        );
        assert_eq!(find_previous(&text, "one", text.len() - 1), Some(Span::new(0, 3)));
        assert_eq!(find_previous(&text, "one", 2), None);
        assert_eq!(find_previous(&text, "none", text.len()), None);
    }

    #[test]
    fn hits_that_reach_into_a_span_count() {
        let text = "hot salt water";
        assert_eq!(hits_in(text, "salt", Span::new(6, 9)), [Span::new(4, 8)]);
        assert_eq!(hits_in(text, "salt", Span::new(8, 14)), []);
        assert_eq!(hits_in(text, "salt", Span::new(0, 4)), []);
    }

    /// The hits found by comparing at every character.
    fn slowly(text: &str, needle: &str) -> Vec<Span> {
        let Some(needle) = Needle::new(needle) else { return Vec::new() };
        let (mut found, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let mut end = Some(at);
            for item in &needle.items {
                end = end.and_then(|end| needle.over(text, end, *item));
            }
            if let Some(end) = end {
                found.push(Span::new(at, end));
            }
            at = end.unwrap_or_else(|| text.ceil_char_boundary(at + 1));
        }
        found
    }

    proptest! {
        #[test]
        fn the_quick_way_finds_what_the_slow_way_finds(
            text in "[abkszKSſ\u{212a}éÉжЖς日 \n’']{0,60}", needle in "[abkszKSéжЖσ日']{1,2}( ?[abksé日]){0,2}"
        ) {
            let quick: Vec<Span> = hits(&text, &needle, 0).collect();
            prop_assert_eq!(&quick, &slowly(&text, &needle));
            prop_assert_eq!(find_previous(&text, &needle, text.len()).is_some(), !quick.is_empty());
        }

        #[test]
        fn nothing_does_harm(text in "\\PC{0,30}", needle in "\\PC{0,4}", from in 0_usize..60) {
            for hit in hits(&text, &needle, from) {
                prop_assert!(hit.start >= from && !hit.of(&text).is_empty());
            }
            find_previous(&text, &needle, from);
            hits_in(&text, &needle, Span::new(from, from + 3));
        }
    }
}
