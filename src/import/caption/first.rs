//! A cheap look before a close one: which bytes a list of words can begin with.

/// The bytes that some words can begin with, in either case; any character beyond ASCII.
#[derive(Debug, Clone, Copy)]
pub(super) struct FirstBytes(u128);

impl FirstBytes {
    /// Those of all `words`.
    pub(super) const fn of(mut self, mut words: &[&str]) -> Self {
        while let [word, others @ ..] = words {
            if let [byte, ..] = word.as_bytes()
                && byte.is_ascii()
            {
                self.0 |= 1 << byte.to_ascii_lowercase();
                self.0 |= 1 << byte.to_ascii_uppercase();
            }
            words = others;
        }
        self
    }

    /// None yet.
    pub(super) const fn none() -> Self {
        Self(0)
    }

    /// Whether `byte` is one of them.
    pub(super) const fn contains(self, byte: u8) -> bool {
        // Bytes from 0xC0 begin a character.
        if byte.is_ascii() { self.0 >> byte & 1 == 1 } else { byte >= 0xC0 }
    }

    /// Whether one of `words`, which these bytes are of, stands in `text`.
    pub(super) fn find_any(self, text: &str, words: &[&str]) -> bool {
        let bytes = text.as_bytes();
        bytes.iter().enumerate().any(|(at, &byte)| {
            self.contains(byte)
                && bytes
                    .get(at..)
                    .is_some_and(|rest| words.iter().any(|word| rest.starts_with(word.as_bytes())))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn either_case_of_the_first_letter_and_all_beyond_ascii_can_begin_a_word() {
        let bytes = FirstBytes::none().of(&["photo", "© "]).of(&["Bild"]);
        for start in ["p", "P", "b", "B", "©", "ф"] {
            assert!(bytes.contains(start.as_bytes()[0]), "{start}");
        }
        for other in [b'o', b' ', "©".as_bytes()[1]] {
            assert!(!bytes.contains(other), "{other}");
        }
    }

    #[test]
    fn words_are_found_as_they_are_written_only() {
        const WORDS: &[&str] = &["hoto", "©"];
        let bytes = FirstBytes::none().of(WORDS);
        assert!(bytes.find_any("A Photo", WORDS) && bytes.find_any("Ada © Bo", WORDS));
        assert!(!bytes.find_any("A PHOTO of Hot Oslo", WORDS));
    }
}
