//! A word in small letters, kept where it is made: matching it against known words allocates
//! nothing.

/// The longest word that is kept, in bytes. None that the rules match is longer.
const MOST: usize = 24;

/// A word in small letters; empty where it has capitals and is longer than any the rules know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Folded<'a> {
    /// The word, where it has small letters only.
    small: Option<&'a str>,
    bytes: [u8; MOST],
    length: usize,
}

impl<'a> Folded<'a> {
    /// `word` in small letters, those of ASCII.
    pub(crate) fn of(word: &'a str) -> Self {
        let mut bytes = [0; MOST];
        if !word.bytes().any(|byte| byte.is_ascii_uppercase()) {
            return Self { small: Some(word), bytes, length: 0 };
        }
        let slots = bytes.get_mut(..word.len());
        let length = slots.as_ref().map_or(0, |slots| slots.len());
        if let Some(slots) = slots {
            slots.copy_from_slice(word.as_bytes());
            slots.make_ascii_lowercase();
        }
        Self { small: None, bytes, length }
    }

    /// The word.
    pub(crate) fn as_str(&self) -> &str {
        self.small.unwrap_or_else(|| {
            let bytes = self.bytes.get(..self.length).unwrap_or_default();
            std::str::from_utf8(bytes).unwrap_or_default()
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_long_ones_left_out() {
        assert_eq!(Folded::of("Friday").as_str(), "friday");
        assert_eq!(Folded::of("März").as_str(), "märz");
        assert_eq!(Folded::of(&"X".repeat(25)).as_str(), "");
    }
}
