//! Reading a text at a byte: the characters on both sides of it, and runs of white space.

/// The character that starts at byte `at`.
pub fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends at byte `at`.
pub fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Whether `byte` is white space of ASCII: what is set as one space in prose.
pub const fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t'..=b'\r')
}

/// The first byte from `from` up to `end` that is not blank, or `end`.
pub fn skip_blanks(text: &str, from: usize, end: usize) -> usize {
    let run = text.as_bytes().get(from..end).unwrap_or_default();
    from + run.iter().position(|&byte| !is_blank(byte)).unwrap_or(run.len())
}

/// One past the last byte before `end`, down to `start`, that is not blank, or `start`.
pub fn trim_blanks(text: &str, start: usize, end: usize) -> usize {
    let run = text.as_bytes().get(start..end).unwrap_or_default();
    start + run.iter().rposition(|&byte| !is_blank(byte)).map_or(0, |last| last + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn blanks_are_skipped_from_both_sides() {
        assert_eq!(skip_blanks("  \na", 0, 4), 3);
        assert_eq!(trim_blanks("a \t\n", 0, 4), 1);
        assert_eq!(trim_blanks("  ", 0, 2), 0);
    }
}
