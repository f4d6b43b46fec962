//! Words: runs of letters and digits, after the word bounds of Unicode (UAX #29).
//!
//! Each function looks at some bytes around the place only, so that it costs the same in a
//! paragraph of any length.

use super::Span;
use unicode_segmentation::UnicodeSegmentation;

/// How many bytes are looked at on each side.
const REACH: usize = 1_024;

/// The words of `within` near byte `at`, in order.
fn near(text: &str, within: Span, at: usize) -> impl DoubleEndedIterator<Item = Span> {
    let at = at.clamp(within.start, within.end);
    let start = text.floor_char_boundary(at.saturating_sub(REACH).max(within.start));
    let end = text.ceil_char_boundary(at.saturating_add(REACH).min(within.end));
    let words = Span::new(start, end).of(text).unicode_word_indices();
    words.map(move |(from, word)| Span::new(start + from, start + from + word.len()))
}

/// The word that holds byte `at`; between words the character there.
pub fn word_at(text: &str, within: Span, at: usize) -> Span {
    let word = near(text, within, at).find(|word| word.holds(at));
    word.unwrap_or_else(|| {
        let at = text.floor_char_boundary(at);
        let length = super::at::char_at(text, at).map_or(0, char::len_utf8);
        Span::new(at, (at + length).min(within.end).max(at))
    })
}

/// The first word that starts after byte `at`.
pub fn next_word(text: &str, within: Span, at: usize) -> Option<Span> {
    near(text, within, at).find(|word| word.start > at)
}

/// The last word that starts before byte `at`.
pub fn previous_word(text: &str, within: Span, at: usize) -> Option<Span> {
    near(text, within, at).rfind(|word| word.start < at)
}

/// The first word that ends after byte `at`.
pub fn ending_word(text: &str, within: Span, at: usize) -> Option<Span> {
    near(text, within, at).find(|word| word.end > at)
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Don’t stop, “Élan” goes on.";

    fn of(found: Option<Span>) -> &'static str {
        found.unwrap_or_default().of(TEXT)
    }

    #[test]
    fn words_are_found_before_at_and_after_a_place() {
        let all = Span::new(0, TEXT.len());
        let at = TEXT.find("stop").unwrap();
        assert_eq!(word_at(TEXT, all, 2).of(TEXT), "Don’t");
        assert_eq!(word_at(TEXT, all, at + 4).of(TEXT), ",");
        assert_eq!(of(next_word(TEXT, all, at)), "Élan");
        assert_eq!(of(previous_word(TEXT, all, at)), "Don’t");
        assert_eq!(of(ending_word(TEXT, all, at + 4)), "Élan");
        assert_eq!(of(next_word(TEXT, all, TEXT.len() - 3)), "");
    }

    #[test]
    fn a_long_paragraph_costs_no_more() {
        let text = "word ".repeat(100_000);
        let all = Span::new(0, text.len());
        assert_eq!(next_word(&text, all, 250_000), Some(Span::new(250_005, 250_009)));
        assert_eq!(word_at(&text, all, text.len()), Span::at(text.len()));
    }
}
