//! Pasted text, up to the bracket that ends it.

/// What ends pasted text (xterm, "Bracketed Paste Mode").
const END: &[u8] = b"\x1b[201~";

/// The most bytes that are kept of a paste: the rest is dropped.
const KEPT: usize = 1 << 20;

/// The text so far.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Paste {
    bytes: Vec<u8>,
    /// How many bytes of the end have been seen.
    matched: usize,
}

impl Paste {
    /// Takes a byte in; the text, where that was the last of the end.
    pub(super) fn take(&mut self, byte: u8) -> Option<String> {
        if self.bytes.len() < KEPT + END.len() {
            self.bytes.push(byte);
        }
        self.matched = match END.get(self.matched) {
            Some(&wanted) if wanted == byte => self.matched + 1,
            _ => usize::from(byte == 0x1b),
        };
        (self.matched == END.len()).then(|| self.text())
    }

    fn text(&mut self) -> String {
        let mut bytes = std::mem::take(&mut self.bytes);
        bytes.truncate(bytes.len().saturating_sub(END.len()));
        tidy(&String::from_utf8_lossy(&bytes))
    }
}

/// The text with line ends of every kind as line feeds, and without other control characters
/// and what was not UTF-8.
fn tidy(text: &str) -> String {
    text.replace("\r\n", "\n")
        .chars()
        .map(|c| if c == '\r' { '\n' } else { c })
        .filter(|c| matches!(c, '\n' | '\t') || !(c.is_control() || *c == '\u{FFFD}'))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pasted(bytes: &[u8]) -> Option<String> {
        let mut paste = Paste::default();
        bytes.iter().find_map(|&byte| paste.take(byte))
    }

    #[test]
    fn text_ends_at_the_bracket() {
        assert_eq!(pasted(b"some words\x1b[201~more"), Some("some words".to_owned()));
        assert_eq!(pasted(b"some words\x1b[20"), None);
    }

    #[test]
    fn a_bracket_after_a_broken_one_is_found() {
        assert_eq!(pasted(b"a\x1b[20\x1b\x1b[201~"), Some("a[20".to_owned()));
    }

    #[test]
    fn line_ends_become_line_feeds_and_controls_go() {
        assert_eq!(
            pasted(b"a\r\nb\rc\td\x07\x1b[31me\xff\x1b[201~"),
            Some("a\nb\nc\td[31me".to_owned())
        );
    }

    #[test]
    fn what_is_too_long_is_cut() {
        let mut bytes = vec![b'x'; KEPT * 2];
        bytes.extend_from_slice(END);
        assert_eq!(pasted(&bytes).map(|text| text.len()), Some(KEPT));
    }
}
