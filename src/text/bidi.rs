//! Lines of right-to-left and mixed text in the order in which they are seen (UAX #9).
//!
//! Explicit formatting characters are shown as replacements (see [`super::clean()`]), so they turn
//! nothing here. Without them the direction of a character hangs on the nearest letters on its
//! two sides, so a line is set from itself and a few bytes around it, in a paragraph of any
//! length.

use super::Span;
use super::clean::as_set;
use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

/// How many bytes on each side of a line are looked at.
const CONTEXT: usize = 64;
/// How far the first letter of a paragraph is sought.
const OPENING: usize = 1024;

/// A cluster of a line, in the order in which it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Its index in the order of the bytes.
    pub index: usize,
    /// Whether it is read from right to left.
    pub rtl: bool,
}

/// Whether `text` may hold a character that is read from right to left; `false` is sure.
pub fn has_rtl(text: &str) -> bool {
    let bytes = text.as_bytes();
    !text.is_ascii()
        && bytes.iter().enumerate().any(|(at, byte)| match byte {
            0xd6..=0xdf => true,
            0xe0 => matches!(bytes.get(at + 1), Some(0xa0..=0xa3)),
            0xef => matches!(bytes.get(at + 1), Some(0xac..=0xbb)),
            0xf0 => matches!(bytes.get(at + 1), Some(0x90 | 0x9e)),
            _ => false,
        })
}

/// Whether the paragraph `paragraph` of `text` is read from right to left: whether its first
/// letter is (UAX #9, P2 and P3).
pub fn is_rtl(text: &str, paragraph: Span) -> bool {
    let opening = Span::new(
        paragraph.start,
        text.ceil_char_boundary(paragraph.start + OPENING).min(paragraph.end),
    );
    let mut strong = opening.of(text).chars().filter_map(|c| match c {
        'a'..='z' | 'A'..='Z' => Some(false),
        _ => match bidi_class(c) {
            BidiClass::L => Some(false),
            BidiClass::R | BidiClass::AL => Some(true),
            _ => None,
        },
    });
    strong.next().unwrap_or(false)
}

/// The clusters of a line of `paragraph` from left to right. `clusters` are its spans in the order
/// of their bytes.
pub fn visual(text: &str, paragraph: Span, clusters: &[Span]) -> Vec<Seen> {
    let (Some(first), Some(last)) = (clusters.first(), clusters.last()) else { return Vec::new() };
    let base = if is_rtl(text, paragraph) { Level::rtl() } else { Level::ltr() };
    let start = text.floor_char_boundary(first.start.saturating_sub(CONTEXT)).max(paragraph.start);
    let end = text.ceil_char_boundary(last.end + CONTEXT).min(paragraph.end).max(last.end);
    let near = Span::new(start, end).of(text);
    let near = as_set(near);
    let info = BidiInfo::new(&near, Some(base));
    let line = first.start.saturating_sub(start)..last.end.saturating_sub(start);
    let levels = match info.paragraphs.as_slice() {
        [only] if line.end <= only.range.end => info.reordered_levels(only, line),
        _ => Vec::new(),
    };
    let level = |span: &Span| levels.get(span.start - start).copied().unwrap_or(base);
    let levels: Vec<Level> = clusters.iter().map(level).collect();
    let order = BidiInfo::reorder_visual(&levels).into_iter();
    order.map(|index| Seen { index, rtl: levels.get(index).is_some_and(Level::is_rtl) }).collect()
}

/// The character drawn for `c` where it is read from right to left (UAX #9, L4).
pub const fn mirrored(c: char) -> char {
    match c {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '<' => '>',
        '>' => '<',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        '≤' => '≥',
        '≥' => '≤',
        '⟨' => '⟩',
        '⟩' => '⟨',
        '﴾' => '﴿',
        '﴿' => '﴾',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{cell, graphemes};
    use proptest::prelude::*;

    /// `text` as it is seen from left to right, set on one line.
    fn seen(text: &str) -> String {
        let whole = Span::new(0, text.len());
        let clusters: Vec<Span> = graphemes(text, whole).map(|it| it.span).collect();
        let shown = visual(text, whole, &clusters).into_iter().map(|it| {
            let cell = cell(clusters[it.index].of(text)).into_owned();
            if it.rtl { cell.chars().map(mirrored).collect() } else { cell }
        });
        shown.collect()
    }

    #[test]
    fn hebrew_and_arabic_are_read_from_the_right() {
        assert_eq!(seen("אבג"), "גבא");
        assert_eq!(seen("سلام"), "مالس");
    }

    #[test]
    fn numbers_and_latin_words_keep_their_order_inside() {
        assert_eq!(seen("אב 123 גד"), "דג 123 בא");
        assert_eq!(seen("he said אב גד."), "he said דג בא.");
        assert_eq!(seen("אב NATO גד"), "דג NATO בא");
    }

    #[test]
    fn brackets_are_mirrored() {
        assert_eq!(seen("א (ב) ג"), "ג (ב) א");
    }

    #[test]
    fn explicit_controls_turn_nothing() {
        assert_eq!(seen("ab\u{202e}cd"), "ab\u{fffd}cd");
        assert_eq!(seen("ab\u{2067}cd\u{2069}"), "ab\u{fffd}cd\u{fffd}");
    }

    #[test]
    fn the_first_letter_gives_a_paragraph_its_direction() {
        for (text, expected) in [("«12» אב cd", true), ("ab אב", false), ("12", false), ("", false)]
        {
            assert_eq!(is_rtl(text, Span::new(0, text.len())), expected, "{text}");
        }
    }

    #[test]
    fn latin_greek_and_chinese_pay_nothing() {
        assert!(!has_rtl("plain “curly” été Ελλάς Москва 中文 日本語 한국어 👍"));
        assert!(has_rtl("a ב") && has_rtl("ﺏ") && has_rtl("𞤀"));
    }

    #[test]
    fn a_line_of_a_long_paragraph_is_set_as_in_a_short_one() {
        let line = "אב 12 גד NATO הו";
        let text = format!("{} {line} {}", "ab אב ".repeat(2_000), "cd גד ".repeat(2_000));
        let start = "ab אב ".repeat(2_000).len() + 1;
        let spans = graphemes(&text, Span::new(start, start + line.len()));
        let clusters: Vec<Span> = spans.map(|it| it.span).collect();
        assert_eq!(visual(&text, Span::new(0, text.len()), &clusters).len(), clusters.len());
    }

    proptest! {
        #[test]
        fn every_cluster_is_seen_once(text in "(\\PC|[אבجد12 ()ab\n\u{202e}\u{2029}]){0,40}") {
            let whole = Span::new(0, text.len());
            let clusters: Vec<Span> = graphemes(&text, whole).map(|it| it.span).collect();
            let mut order: Vec<usize> =
                visual(&text, whole, &clusters).into_iter().map(|it| it.index).collect();
            order.sort_unstable();
            prop_assert_eq!(order, (0..clusters.len()).collect::<Vec<_>>());
        }
    }
}
