//! The last step before any screen or stream: characters that could steer a terminal, hide text
//! or turn its direction are replaced by visible ones.
//!
//! A replacement is as long in UTF-8 as what it replaces and one column wide, so that spans into
//! the text still hold. Nothing is ever removed.

use super::at::{char_at, is_blank};
use std::borrow::Cow;

/// How many characters of a text are shown as replacements.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Hidden {
    /// Marks that turn the direction of the text (UAX #9, explicit formatting).
    pub directions: usize,
    /// Control characters and other characters that show nothing.
    pub others: usize,
}

/// `text` with every character that could steer a terminal, hide text or turn its direction
/// replaced by a visible one of the same length in UTF-8, so that spans into it still hold.
///
/// `\n` and `\t` stay. Joiners and variation selectors stay where they shape what stands before
/// them.
pub fn clean(text: &str) -> Cow<'_, str> {
    replace(text, false)
}

/// The same for what must stay on one line (titles, messages): `\n` and `\t` become spaces.
pub fn clean_line(text: &str) -> Cow<'_, str> {
    replace(text, true)
}

/// Prose as it is set, for the algorithms of Unicode: white space as spaces, and [`clean`].
pub(super) fn as_set(prose: &str) -> Cow<'_, str> {
    let odd = |byte: u8| byte != b' ' && is_blank(byte);
    if prose.bytes().any(odd) {
        let spaced = prose.replace(|c: char| c.is_ascii() && odd(c as u8), " ");
        return Cow::Owned(clean(&spaced).into_owned());
    }
    clean(prose)
}

/// How many characters [`clean`] replaces in `text`.
pub fn hidden(text: &str) -> Hidden {
    let mut count = Hidden::default();
    if is_plain(text) {
        return count;
    }
    for_each_hidden(text, |_, c| {
        if turns_direction(c) {
            count.directions += 1;
        } else {
            count.others += 1;
        }
    });
    count
}

/// Whether [`clean`] would replace `c` where it stands between `before` and `after`.
pub(super) fn is_hidden(
    before: Option<char>,
    c: char,
    after: impl FnOnce() -> Option<char>,
) -> bool {
    match c {
        // What most text is made of.
        '\n'
        | '\t'
        | ' '..='~'
        | '\u{ae}'..='\u{2ff}'
        | '\u{370}'..='\u{600}'
        | '\u{2010}'..='\u{2027}'
        | '\u{3165}'..='\u{d7ff}' => false,
        '\u{200c}' | '\u{200d}' => !before.is_some_and(takes_joiner),
        '\u{fe0e}' | '\u{fe0f}' => !takes_selector(before, after()),
        '\u{fe00}'..='\u{fe0d}' => before.is_none_or(|before| before < '\u{2000}'),
        _ => c.is_control() || turns_direction(c) || shows_nothing(c),
    }
}

/// Whether `text` is ASCII that is shown as it stands: the fast way out.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| matches!(byte, b' '..=b'~' | b'\n' | b'\t'))
}

fn replace(text: &str, one_line: bool) -> Cow<'_, str> {
    if is_plain(text) && !(one_line && text.contains(['\n', '\t'])) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::new();
    let mut kept = 0;
    let mut put = |at: usize, c: char, stand_in: char| {
        clean.push_str(text.get(kept..at).unwrap_or_default());
        clean.push(stand_in);
        kept = at + c.len_utf8();
    };
    if one_line {
        let mut before = None;
        for (at, c) in text.char_indices() {
            if matches!(c, '\n' | '\t') {
                put(at, c, ' ');
            } else if is_hidden(before, c, || char_at(text, at + c.len_utf8())) {
                put(at, c, stand_in(c));
            }
            before = Some(c);
        }
    } else {
        for_each_hidden(text, |at, c| put(at, c, stand_in(c)));
    }
    if kept == 0 {
        return Cow::Borrowed(text);
    }
    clean.push_str(text.get(kept..).unwrap_or_default());
    Cow::Owned(clean)
}

fn for_each_hidden(text: &str, mut visit: impl FnMut(usize, char)) {
    let mut before = None;
    for (at, c) in text.char_indices() {
        if is_hidden(before, c, || char_at(text, at + c.len_utf8())) {
            visit(at, c);
        }
        before = Some(c);
    }
}

/// A visible character, one column wide, as long in UTF-8 as `c`.
const fn stand_in(c: char) -> char {
    match (c, c.len_utf8()) {
        ('\u{ad}', _) => '·',
        (_, 1) => '?',
        (_, 2) => '¿',
        (_, 3) => '\u{fffd}',
        _ => '\u{1fbc4}',
    }
}

/// The marks, embeddings, overrides and isolates of UAX #9.
const fn turns_direction(c: char) -> bool {
    matches!(
        c,
        '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
    )
}

/// Default ignorable characters, separators, annotations, tags, fillers and noncharacters.
const fn shows_nothing(c: char) -> bool {
    matches!(
        c,
        '\u{ad}' | '\u{34f}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}' | '\u{180b}'..='\u{180f}'
        | '\u{200b}' | '\u{2028}' | '\u{2029}' | '\u{2060}'..='\u{2065}' | '\u{206a}'..='\u{206f}'
        | '\u{3164}' | '\u{fdd0}'..='\u{fdef}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fffb}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}'
    ) || (c as u32) & 0xfffe == 0xfffe
}

/// Whether a joiner after `before` shapes it: letters of joining scripts, and emoji.
const fn takes_joiner(before: char) -> bool {
    matches!(before, '\u{600}'..='\u{1fff}' | '\u{a800}'..='\u{abff}' | '\u{fe0f}')
        && !turns_direction(before)
        && !shows_nothing(before)
        || is_pictograph(before)
}

/// Whether a selector between the two chooses how a pictograph or keycap is drawn.
fn takes_selector(before: Option<char>, after: Option<char>) -> bool {
    match before {
        Some('#' | '*' | '0'..='9') => after == Some('\u{20e3}'),
        Some(before) => is_pictograph(before),
        None => false,
    }
}

/// The blocks that hold the characters with emoji presentation (UTS #51).
const fn is_pictograph(c: char) -> bool {
    matches!(
        c,
        '\u{a9}' | '\u{ae}' | '\u{203c}' | '\u{2049}' | '\u{2122}' | '\u{2139}'
        | '\u{2190}'..='\u{2bff}' | '\u{3030}' | '\u{303d}' | '\u{3297}' | '\u{3299}'
        | '\u{1f000}'..='\u{1faff}'
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthChar;

    /// Every character that must never reach a terminal.
    fn forbidden() -> impl Iterator<Item = char> {
        let ranges: [(u32, u32); 16] = [
            (0x00, 0x08),
            (0x0b, 0x1f),
            (0x7f, 0x9f),
            (0xad, 0xad),
            (0x34f, 0x34f),
            (0x61c, 0x61c),
            (0x180e, 0x180e),
            (0x200b, 0x200b),
            (0x200e, 0x200f),
            (0x2028, 0x202e),
            (0x2060, 0x206f),
            (0xfeff, 0xfeff),
            (0xfff9, 0xfffb),
            (0xe0000, 0xe007f),
            (0xe0100, 0xe01ef),
            (0xfffe, 0xffff),
        ];
        ranges.into_iter().flat_map(|(from, upto)| (from..=upto).filter_map(char::from_u32))
    }

    #[test]
    fn nothing_forbidden_survives_wherever_it_stands() {
        for c in forbidden() {
            for text in [format!("{c}"), format!("a{c}b"), format!("ب{c}ب"), format!("👩{c}👩")]
            {
                assert!(!clean(&text).contains(c), "{c:?} in {text:?}");
            }
        }
    }

    #[test]
    fn a_replacement_is_visible_one_column_wide_and_as_long() {
        for c in forbidden() {
            let stand_in = stand_in(c);
            assert_eq!(stand_in.len_utf8(), c.len_utf8(), "{c:?}");
            assert_eq!(stand_in.width(), Some(1), "{c:?}");
            assert!(!is_hidden(None, stand_in, || None), "{c:?}");
        }
    }

    #[test]
    fn plain_and_accented_text_is_borrowed() {
        for text in ["", "Two lines\n\tof it.", "“Où?” – «ça» 日本 بيت 👍🏽"] {
            assert!(matches!(clean(text), Cow::Borrowed(_)), "{text}");
        }
    }

    #[test]
    fn joiners_stay_where_they_shape_and_go_where_they_hide() {
        for kept in ["👩‍👩‍👧", "❤️‍🔥", "می‌خواهم", "1️⃣", "☺️", "क्‍ष"]
        {
            assert_eq!(clean(kept), kept);
        }
        assert_eq!(clean("pass\u{200d}word\u{200c}"), "pass\u{fffd}word\u{fffd}");
        assert_eq!(clean("1\u{fe0f}"), "1\u{fffd}");
        assert_eq!(clean("ب\u{200d}\u{200d}"), "ب\u{200d}\u{fffd}");
    }

    #[test]
    fn escape_sequences_lie_open() {
        assert_eq!(clean("\x1b[2J\u{9b}1m\r\n"), "?[2J¿1m?\n");
    }

    #[test]
    fn one_line_stays_one_line() {
        assert_eq!(clean_line("a\nb\tc\x07"), "a b c?");
        assert!(matches!(clean_line("a b"), Cow::Borrowed(_)));
    }

    #[test]
    fn directions_are_counted_apart() {
        let count = hidden("a\u{202e}b\u{2066}c\u{200b}d\x07 \n");
        assert_eq!(count, Hidden { directions: 2, others: 2 });
        assert_eq!(hidden("plain"), Hidden::default());
    }

    proptest! {
        #[test]
        fn offsets_hold_and_a_second_pass_finds_nothing(text in "(\\PC|\\pC|[ab \n\t]){0,40}") {
            let once = clean(&text);
            let ends = |text: &str| text.char_indices().map(|(at, _)| at).collect::<Vec<_>>();
            prop_assert_eq!(ends(&once), ends(&text));
            prop_assert_eq!(hidden(&once), Hidden::default());
            prop_assert!(!clean_line(&text).contains(['\n', '\t']));
        }
    }
}
