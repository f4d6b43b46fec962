//! Grapheme clusters, and the columns a terminal draws them in.
//!
//! A cluster here is never wider than two columns nor longer than [`BYTES`]: what Unicode joins
//! beyond that (UAX #29) is cut into pieces, so that one cell of the screen stays bounded.

use super::Span;
use super::at::{char_at, is_blank};
use super::clean::{clean, is_hidden};
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// How many bytes of a text one cell of the screen may hold.
pub const BYTES: usize = 64;
/// How many combining marks one cell of the screen may hold.
pub const MARKS: usize = 8;

/// A grapheme cluster and the columns it takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Grapheme {
    /// Its bytes.
    pub span: Span,
    /// Its columns: 1 or 2.
    pub width: usize,
}

/// The columns `text` takes on the screen, where line feeds and tabs are set as a space.
pub fn width(text: &str) -> usize {
    if text.bytes().all(|byte| byte.is_ascii_graphic() || byte == b' ') {
        return text.len();
    }
    graphemes(text, Span::new(0, text.len())).map(|grapheme| grapheme.width).sum()
}

/// The clusters of `text` inside `span`, in the order of their bytes; white space of ASCII is a
/// cluster of its own.
pub fn graphemes(text: &str, span: Span) -> impl Iterator<Item = Grapheme> + Clone {
    let end = if text.is_char_boundary(span.end) { span.end } else { span.start };
    let mut at = if text.is_char_boundary(span.start) { span.start } else { end };
    std::iter::from_fn(move || {
        let grapheme = (at < end).then(|| grapheme_at(text, at, end))?;
        at = grapheme.span.end;
        Some(grapheme)
    })
}

/// What a cell of the screen is given to show `cluster`: its characters, made harmless, at most
/// [`BYTES`] long with at most [`MARKS`] marks; a space for white space; on a dotted circle where
/// a mark has no base.
pub fn cell(cluster: &str) -> Cow<'_, str> {
    match cluster.as_bytes() {
        [byte, ..] if is_blank(*byte) => return Cow::Borrowed(" "),
        [byte] if byte.is_ascii_graphic() => return Cow::Borrowed(cluster),
        _ => {}
    }
    let shown = match clean(cluster) {
        Cow::Borrowed(text) => Cow::Borrowed(cut(text)),
        Cow::Owned(text) => Cow::Owned(cut(&text).to_owned()),
    };
    match shown.width() {
        0 => Cow::Owned(format!("\u{25cc}{shown}")),
        1 | 2 => shown,
        _ => Cow::Borrowed("\u{fffd}"),
    }
}

fn grapheme_at(text: &str, at: usize, end: usize) -> Grapheme {
    let bytes = text.as_bytes();
    let one = |end, width| Grapheme { span: Span::new(at, end), width };
    let is_last_or = |next: usize, plain: fn(u8) -> bool| {
        next >= end || bytes.get(next).copied().is_some_and(plain)
    };
    let byte = bytes.get(at).copied().unwrap_or_default();
    if is_blank(byte) || (byte.is_ascii_graphic() && is_last_or(at + 1, |next| next.is_ascii())) {
        return one(at + 1, 1);
    }
    let Some(c) = char_at(text, at) else { return one(end, 1) };
    let next = at + c.len_utf8();
    if let Some(width) = plain_width(c)
        && (is_last_or(next, |next| next.is_ascii())
            || char_at(text, next).is_some_and(|next| plain_width(next).is_some()))
    {
        return one(next, width);
    }
    let near = Span::new(at, text.ceil_char_boundary(at + 2 * BYTES).min(end)).of(text);
    let cluster = piece(near.graphemes(true).next().unwrap_or(near));
    one(at + cluster.len().max(1), cell(cluster).width().clamp(1, 2))
}

/// The columns of a character that combines with nothing plain beside it: most of what is written
/// in Latin, Greek, Cyrillic, Hebrew, Arabic, Chinese, Japanese and Korean.
const fn plain_width(c: char) -> Option<usize> {
    match c {
        // The two great blocks first: this is asked of every character of a line.
        '\u{4e00}'..='\u{9fff}' => return Some(2),
        '\0'..='\u{2ff}' => {
            let plain = matches!(c, ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..);
            return if plain { Some(1) } else { None };
        }
        _ => {}
    }
    match c {
        '\u{370}'..='\u{482}'
        | '\u{48a}'..='\u{52f}'
        | '\u{5d0}'..='\u{5ea}'
        | '\u{60c}'
        | '\u{61b}'
        | '\u{61f}'..='\u{64a}'
        | '\u{660}'..='\u{66f}'
        | '\u{671}'..='\u{6d3}'
        | '\u{2010}'..='\u{2027}'
        | '\u{2030}'..='\u{205e}'
        | '\u{20a0}'..='\u{20bf}' => Some(1),
        '\u{3001}'..='\u{3029}'
        | '\u{3041}'..='\u{3096}'
        | '\u{309b}'..='\u{30ff}'
        | '\u{ac00}'..='\u{d7a3}'
        | '\u{ff01}'..='\u{ff60}' => Some(2),
        _ => None,
    }
}

/// The front of `cluster` that one cell may stand for.
fn piece(cluster: &str) -> &str {
    let mut before = None;
    let mut end = 0;
    for (at, c) in cluster.char_indices() {
        let next = at + c.len_utf8();
        let apart = is_hidden(before, c, || char_at(cluster, next));
        let upto = cluster.get(..next).unwrap_or(cluster);
        if at > 0 && (apart || next > BYTES || (marks(upto) <= MARKS && upto.width() > 2)) {
            break;
        }
        end = next;
        if apart || (at == 0 && c.is_ascii() && is_blank(c as u8)) {
            break;
        }
        before = Some(c);
    }
    cluster.get(..end).unwrap_or(cluster)
}

/// The front of `text` within the bounds of a cell.
fn cut(text: &str) -> &str {
    if text.len() <= MARKS {
        return text;
    }
    let mut marks = 0;
    for (at, c) in text.char_indices() {
        marks += usize::from(is_mark(c));
        if marks > MARKS || at + c.len_utf8() > BYTES {
            return text.get(..at).unwrap_or(text);
        }
    }
    text
}

fn marks(text: &str) -> usize {
    text.chars().filter(|&c| is_mark(c)).count()
}

fn is_mark(c: char) -> bool {
    c.width() == Some(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The clusters with their widths, as `cluster:width`.
    fn clusters(text: &str) -> String {
        let each = graphemes(text, Span::new(0, text.len()));
        let each: Vec<String> =
            each.map(|it| format!("{}:{} ", it.span.of(text), it.width)).collect();
        each.concat()
    }

    #[test]
    fn letters_marks_and_emoji_take_the_columns_terminals_give_them() {
        assert_eq!(clusters("aé"), "a:1 é:1 ");
        assert_eq!(clusters("e\u{301}x"), "e\u{301}:1 x:1 ");
        assert_eq!(clusters("日ア한ｗ"), "日:2 ア:2 한:2 ｗ:2 ");
        assert_eq!(clusters("👩‍👩‍👧👍🏽🇨🇭🇩🇪"), "👩‍👩‍👧:2 👍🏽:2 🇨🇭:2 🇩🇪:2 ");
        assert_eq!(clusters("☺️1️⃣"), "☺️:2 1️⃣:2 ");
        assert_eq!(clusters("“—…”"), "“:1 —:1 …:1 ”:1 ");
    }

    #[test]
    fn hidden_characters_are_clusters_of_their_own() {
        assert_eq!(clusters("a\u{200b}b"), "a:1 \u{200b}:1 b:1 ");
        assert_eq!(clusters("\r\nx"), "\r:1 \n:1 x:1 ");
        assert_eq!(clusters("🏴\u{e0067}\u{e0062}"), "🏴:2 \u{e0067}:1 \u{e0062}:1 ");
        assert_eq!(clusters("a\u{202e}\u{301}"), "a:1 \u{202e}:1 \u{301}:1 ");
    }

    #[test]
    fn a_mark_without_a_base_gets_one() {
        assert_eq!(cell("\u{301}"), "\u{25cc}\u{301}");
        assert_eq!(clusters(" \u{301}"), " :1 \u{301}:1 ");
    }

    #[test]
    fn white_space_is_drawn_as_a_space() {
        assert_eq!(cell("\r\n  "), " ");
        assert_eq!(width("a\n\tb"), 4);
    }

    #[test]
    fn a_tower_of_marks_is_cut_for_the_cell_but_stays_one_cluster() {
        let tower = format!("H{}i", "\u{334}".repeat(20));
        assert_eq!(graphemes(&tower, Span::new(0, tower.len())).count(), 2);
        assert_eq!(cell(Span::new(0, 41).of(&tower)).chars().count(), 1 + MARKS);
    }

    #[test]
    fn an_endless_cluster_is_cut_into_pieces() {
        let tower = format!("a{}", "\u{301}".repeat(100_000));
        let pieces = graphemes(&tower, Span::new(0, tower.len()));
        assert!(pieces.clone().all(|piece| piece.span.len() <= BYTES && piece.width == 1));
        assert_eq!(pieces.map(|piece| piece.span.len()).sum::<usize>(), tower.len());
    }

    #[test]
    fn a_character_wider_than_two_columns_is_replaced() {
        assert!(cell("\u{2e3b}").width() <= 2);
    }

    #[test]
    fn plain_characters_have_the_width_of_the_tables() {
        for c in (0x20..0x1_0000).filter_map(char::from_u32) {
            if let Some(width) = plain_width(c) {
                assert_eq!(c.width(), Some(width), "{c:?}");
                let pair = format!("{c}{c}");
                assert_eq!(pair.graphemes(true).count(), 2, "{c:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn clusters_cover_the_text_and_their_cells_are_bounded(
            text in "(\\PC|\\pM|\\pC|[ab \n\u{200d}\u{fe0f}👩🏽क्ष한]){0,60}"
        ) {
            let mut at = 0;
            for grapheme in graphemes(&text, Span::new(0, text.len())) {
                prop_assert_eq!(grapheme.span.start, at);
                at = grapheme.span.end;
                let shown = cell(grapheme.span.of(&text));
                prop_assert_eq!(shown.width(), grapheme.width, "{:?}", shown);
                prop_assert!(shown.len() <= BYTES + 3 && marks(&shown) <= MARKS);
                prop_assert_eq!(clean(&shown), &*shown);
            }
            prop_assert_eq!(at, text.len());
        }
    }
}
