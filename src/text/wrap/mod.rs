//! Line breaks (UAX #14): where a line that starts at one byte ends.
//!
//! A line is found from its start alone, so that a page can be set from anywhere. Prose in Latin,
//! Greek and Cyrillic is broken by `quick` without looking at a table; all else goes through the
//! full algorithm, over no more than the bytes that fit the line.

mod quick;

use super::Span;
use super::at::{char_at, char_before, is_blank, skip_blanks, trim_blanks};
use super::clean::as_set;
use super::width::graphemes;
use unicode_linebreak::linebreaks;

/// The line of prose that starts at byte `start` of a paragraph that ends at byte `end`, where a
/// line has `columns` columns: the bytes it shows, and where the next line starts.
///
/// A run of white space (line feeds included) is set as one space, and hangs at the end of a line,
/// outside the span. A word wider than the line is broken between clusters. At least one cluster
/// is set, however few the columns. `start` must not be white space.
pub fn next_line(text: &str, start: usize, end: usize, columns: usize) -> (Span, usize) {
    let line =
        quick::line(text, start, end, columns).unwrap_or_else(|| full(text, start, end, columns));
    #[cfg(test)]
    super::work::line(line.1.saturating_sub(start));
    line
}

/// [`next_line`] by UAX #14, for any text.
fn full(text: &str, start: usize, end: usize, columns: usize) -> (Span, usize) {
    let fit = fitting(text, start, end, columns);
    let hung = skip_blanks(text, fit, end);
    if hung == end {
        return (Span::new(start, trim_blanks(text, start, fit)), end);
    }
    // The character after decides whether a line may end before it.
    let after = hung + char_at(text, hung).map_or(1, char::len_utf8);
    let near = as_set(Span::new(start, after).of(text));
    let opportunities = linebreaks(&near).map(|(at, _)| start + at);
    let last = opportunities
        .take_while(|&at| at <= hung)
        .filter(|&at| at > start && !strands_dash(text, at))
        .last();
    let next = last.unwrap_or(fit);
    (Span::new(start, trim_blanks(text, start, next.min(fit))), skip_blanks(text, next, end))
}

/// One past the last byte that fits a line of `columns` columns; at least one cluster fits.
fn fitting(text: &str, start: usize, end: usize, columns: usize) -> usize {
    let (mut used, mut in_space) = (0, false);
    for grapheme in graphemes(text, Span::new(start, end)) {
        let blank = text.as_bytes().get(grapheme.span.start).is_some_and(|&byte| is_blank(byte));
        used += if blank && in_space { 0 } else { grapheme.width };
        in_space = blank;
        if used > columns && grapheme.span.start > start {
            return grapheme.span.start;
        }
    }
    end
}

/// Whether a break at `at` would start the next line with a dash that closes up to its word
/// (UAX #14 lets a line break on either side; typesetters break after it).
fn strands_dash(text: &str, at: usize) -> bool {
    char_at(text, at) == Some('—') && char_before(text, at).is_some_and(|c| !c.is_whitespace())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::width;
    use proptest::prelude::*;

    /// The lines of `text` set as one paragraph.
    fn lines(text: &str, columns: usize) -> Vec<String> {
        spans(text, columns).into_iter().map(|span| span.of(text).replace('\n', " ")).collect()
    }

    fn spans(text: &str, columns: usize) -> Vec<Span> {
        let mut at = skip_blanks(text, 0, text.len());
        let mut lines = Vec::new();
        while at < text.len() {
            let (span, next) = next_line(text, at, text.len(), columns);
            lines.push(span);
            at = next;
        }
        lines
    }

    #[test]
    fn breaks_between_words() {
        assert_eq!(lines("one two three", 7), ["one two", "three"]);
        assert_eq!(lines("one two three", 8), ["one two", "three"]);
        assert_eq!(lines("один два три", 8), ["один два", "три"]);
    }

    #[test]
    fn white_space_hangs_and_line_feeds_are_spaces() {
        assert_eq!(lines("one\ntwo   three \n", 8), ["one two", "three"]);
        assert_eq!(lines("abc\n   def", 7), ["abc    def"]);
    }

    #[test]
    fn a_word_wider_than_the_line_is_broken() {
        assert_eq!(lines("a internationally b", 8), ["a", "internat", "ionally", "b"]);
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    }

    #[test]
    fn closing_marks_are_not_stranded() {
        assert_eq!(lines("(one) two) (six", 9), ["(one)", "two) (six"]);
        assert_eq!(lines("say “one two” now", 12), ["say “one", "two” now"]);
        assert_eq!(lines("wait what ?", 9), ["wait", "what ?"]);
    }

    #[test]
    fn compounds_break_after_the_hyphen_and_addresses_at_the_slash() {
        assert_eq!(lines("a well-known man", 8), ["a well-", "known", "man"]);
        assert_eq!(lines("see example.org/longer", 17), ["see example.org/", "longer"]);
    }

    #[test]
    fn a_dash_stays_with_the_word_before_it() {
        assert_eq!(lines("the one—the other", 7), ["the", "one—the", "other"]);
        assert_eq!(lines("the ones—the other", 8), ["the", "ones—the", "other"]);
    }

    #[test]
    fn chinese_and_japanese_keep_their_rules() {
        assert_eq!(lines("今日は、晴れ。明日", 6), ["今日", "は、晴", "れ。明", "日"]);
        assert_eq!(lines("他说「你好」吗", 6), ["他说", "「你", "好」吗"]);
    }

    #[test]
    fn no_column_is_still_one_cluster_a_line() {
        assert_eq!(lines("ab 日", 0), ["a", "b", "日"]);
    }

    /// The line found without the fast way.
    fn slowly(text: &str, start: usize, columns: usize) -> (Span, usize) {
        full(text, start, text.len(), columns)
    }

    proptest! {
        #[test]
        fn the_fast_way_is_the_full_way(
            text in "([a-z]{1,4}|[A-Z0-9éßжΩ.,:;'\"!?/\\-()\\[\\]$%€+«»“”‘’„—–‐…\u{a0}\u{202f} \n]){1,40}",
            columns in 1_usize..40
        ) {
            let mut at = skip_blanks(&text, 0, text.len());
            while at < text.len() {
                let line = next_line(&text, at, text.len(), columns);
                prop_assert_eq!(line, slowly(&text, at, columns), "{:?} from {}", text, at);
                at = line.1;
            }
        }

        #[test]
        fn lines_cover_the_words_and_fit(
            text in "(\\PC|\\pM|\\pC|[ab \n日é👩\u{200d}]){0,60}", columns in 2_usize..20
        ) {
            let mut before = 0;
            for span in spans(&text, columns) {
                prop_assert!(skip_blanks(&text, before, span.start) == span.start);
                let shown = span.of(&text).split(|c: char| c.is_ascii() && is_blank(c as u8));
                let joined = shown.filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ");
                prop_assert!(!joined.is_empty() && width(&joined) <= columns, "{:?}", joined);
                before = span.end;
            }
            prop_assert!(skip_blanks(&text, before, text.len()) == text.len());
        }
    }
}
