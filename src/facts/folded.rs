//! A word in small letters, kept where it is made: matching it against known words allocates
//! nothing.

/// The longest word that is kept, in bytes. None that the rules match is longer.
const MOST: usize = 24;

/// A word in small letters; empty where it is longer than any the rules know.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Folded {
    bytes: [u8; MOST],
    length: usize,
}

impl Folded {
    /// `word` in small letters, those of ASCII.
    pub(crate) fn of(word: &str) -> Self {
        let mut bytes = [0; MOST];
        let slots = bytes.get_mut(..word.len());
        let length = slots.as_ref().map_or(0, |slots| slots.len());
        if let Some(slots) = slots {
            slots.copy_from_slice(word.as_bytes());
            slots.make_ascii_lowercase();
        }
        Self { bytes, length }
    }

    /// The word.
    pub(crate) fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..self.length).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_long_ones_left_out() {
        assert_eq!(Folded::of("Friday").as_str(), "friday");
        assert_eq!(Folded::of("März").as_str(), "märz");
        assert_eq!(Folded::of(&"x".repeat(25)).as_str(), "");
    }
}
