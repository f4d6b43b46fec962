//! A quick hash for the words of the program itself, which nobody can choose to collide.

use std::hash::Hasher;

/// An odd number without a pattern in its bits: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// Multiplicative hashing of eight bytes at a time (Knuth, The Art of Computer Programming 3,
/// section 6.4).
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Quick(u64);

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        for piece in bytes.chunks(8) {
            let number = piece.iter().fold(0, |number, byte| number << 8 | u64::from(*byte));
            self.0 = (self.0.rotate_left(5) ^ number).wrapping_mul(SPREAD);
        }
    }

    fn finish(&self) -> u64 {
        // The table takes the lowest bits, the product is best in its highest.
        self.0 ^ self.0 >> 32
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    fn hash(word: &str) -> u64 {
        let mut hasher = Quick::default();
        hasher.write(word.as_bytes());
        hasher.finish()
    }

    #[test]
    fn near_words_are_spread_over_the_table() {
        let words: Vec<String> =
            (0..4_096).map(|n: u32| ["word", &n.to_string()].concat()).collect();
        let places: HashSet<u64> = words.iter().map(|word| hash(word) % 4_096).collect();
        // So many places are taken when words fall on them by chance (1 - 1/e).
        assert!(places.len() > 2_400, "{}", places.len());
    }
}
