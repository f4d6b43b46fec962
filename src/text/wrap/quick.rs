//! The fast way to break a line: plain characters, each one column wide, and breaks that are sure.
//!
//! What may stand on either side of a break is a small part of UAX #14, for the characters of
//! European prose. Wherever it does not decide, the full algorithm does; a property test holds
//! the two to each other.

use super::super::Span;
use super::super::at::{is_blank, skip_blanks};

/// What a plain character is to line breaking; in brackets the classes of UAX #14.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A letter (AL).
    Letter,
    /// A digit (NU).
    Digit,
    /// A quotation mark (QU).
    Quote,
    /// An opening bracket (OP).
    Open,
    /// A closing bracket (CP).
    Close,
    /// Full stop, comma, colon, semicolon (IS).
    Stop,
    /// Exclamation and question mark, ellipsis (EX, IN).
    Mark,
    /// What goes with a number: `$`, `%` (PR, PO).
    Unit,
    /// A slash (SY).
    Slash,
    /// A hyphen (HY).
    Hyphen,
    /// An en dash and the like (BA).
    Range,
    /// An em dash (B2).
    Dash,
    /// A space that does not break, and the like (GL).
    Glue,
    /// White space, or the start of the line.
    Space,
    /// Anything that is not told apart here.
    Other,
}

/// What may happen between two characters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    /// No line ends here.
    Nothing,
    /// A line may end here.
    Break,
    /// Only the full algorithm can tell.
    Unknown,
}

/// [`super::next_line`] where it can be told the fast way.
pub(super) fn line(text: &str, start: usize, end: usize, columns: usize) -> Option<(Span, usize)> {
    let bytes = text.as_bytes().get(..end)?;
    let (mut at, mut used) = (start, 0);
    let mut last = Kind::Space;
    // The last place that a line may end at, and whether nothing since was unknown.
    let mut place: Option<(usize, usize)> = None;
    let mut sure = true;
    while at < end {
        if is_blank(*bytes.get(at)?) {
            let next = skip_blanks(text, at, end);
            if next == end {
                return Some((Span::new(start, at), end));
            }
            let breaks = breaks_over_space(last, kind_at(bytes, next)?.0);
            if used >= columns {
                return breaks.then_some((Span::new(start, at), next));
            }
            (place, sure) = if breaks { (Some((at, next)), true) } else { (place, false) };
            (at, used, last) = (next, used + 1, Kind::Space);
            continue;
        }
        let (kind, len) = kind_at(bytes, at)?;
        match between(last, kind) {
            Between::Nothing => {}
            Between::Break => (place, sure) = (Some((at, at)), true),
            Between::Unknown => sure = false,
        }
        if used >= columns {
            let (shown, next) = place.filter(|_| sure)?;
            return Some((Span::new(start, shown), next));
        }
        (at, used, last) = (at + len, used + 1, kind);
        if kind == Kind::Letter {
            // The rest of a word, which is most of a text.
            let room = bytes.get(at..end.min(at.saturating_add(columns - used)))?;
            let run = room.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
            (at, used) = (at + run, used + run);
        }
    }
    Some((Span::new(start, end), end))
}

/// Whether a line may end at white space between the two, for certain (LB13 to LB18).
const fn breaks_over_space(before: Kind, after: Kind) -> bool {
    use Kind::{Close, Dash, Glue, Mark, Open, Other, Quote, Slash, Space, Stop};
    !matches!(
        (before, after),
        (Open | Other | Space, _)
            | (_, Stop | Close | Mark | Slash | Glue | Other)
            | (Quote, Open)
            | (Dash, Dash)
    )
}

/// What may happen between two characters that touch (LB12 to LB30).
const fn between(before: Kind, after: Kind) -> Between {
    use Between::{Break, Nothing, Unknown};
    use Kind::{
        Close, Dash, Digit, Glue, Hyphen, Letter, Mark, Open, Other, Quote, Range, Slash, Space,
        Stop, Unit,
    };
    match (before, after) {
        (Other, _) | (_, Other) | (Hyphen | Range, Glue) => Unknown,
        (Space | Open | Glue | Quote, _)
        | (_, Quote | Close | Stop | Mark | Slash | Glue | Hyphen | Range)
        | (Letter | Digit | Stop | Close | Unit, Letter | Digit)
        | (Letter | Digit, Unit | Open | Dash)
        | (Stop | Close | Mark, Dash)
        | (Hyphen | Slash, Digit) => Nothing,
        (Hyphen | Range | Slash, Letter) | (Range, Digit) | (Dash, Letter | Digit) => Break,
        _ => Unknown,
    }
}

/// The kind and length of the character at `at`, where it is one column wide and combines with
/// nothing plain.
fn kind_at(bytes: &[u8], at: usize) -> Option<(Kind, usize)> {
    let next = |by: usize| bytes.get(at + by).copied();
    let byte = *bytes.get(at)?;
    match byte {
        b'!'..=b'~' => Some((ascii(byte), 1)),
        0xc3..=0xca | 0xce..=0xd1 => Some((Kind::Letter, 2)),
        0xc2 => match next(1)? {
            0xa0 => Some((Kind::Glue, 2)),
            0xab | 0xbb => Some((Kind::Quote, 2)),
            0xad | ..=0x9f => None,
            _ => Some((Kind::Other, 2)),
        },
        0xe2 if next(1)? == 0x80 => Some((punctuation(next(2)?)?, 3)),
        0xe2 if next(1)? == 0x82 && next(2)? == 0xac => Some((Kind::Unit, 3)),
        _ => None,
    }
}

const fn ascii(byte: u8) -> Kind {
    match byte {
        b'0'..=b'9' => Kind::Digit,
        b'"' | b'\'' => Kind::Quote,
        b'.' | b',' | b':' | b';' => Kind::Stop,
        b'!' | b'?' => Kind::Mark,
        b'(' | b'[' => Kind::Open,
        b')' | b']' => Kind::Close,
        b'$' | b'%' => Kind::Unit,
        b'/' => Kind::Slash,
        b'-' => Kind::Hyphen,
        b'+' | b'\\' | b'{' | b'|' | b'}' => Kind::Other,
        _ => Kind::Letter,
    }
}

/// The kind of a character of U+2010 to U+2027, or of the narrow space, by its third byte.
const fn punctuation(third: u8) -> Option<Kind> {
    Some(match third {
        0x90 | 0x93 => Kind::Range,
        0x91 | 0xaf => Kind::Glue,
        0x94 => Kind::Dash,
        0x98 | 0x99 | 0x9c | 0x9d => Kind::Quote,
        0x9a | 0x9e => Kind::Open,
        0xa6 => Kind::Mark,
        0x92..=0xa7 => Kind::Other,
        _ => return None,
    })
}
