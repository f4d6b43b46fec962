//! A quick hash for tables of the words of one article. Its start is drawn anew for every table, so
//! that no article can be written whose words all fall into one place.

use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasher, Hasher, RandomState};

/// A map with quick hashing. What it holds must never be gone through in its own order.
pub(crate) type QuickMap<K, V> = HashMap<K, V, Start>;

/// A set with quick hashing.
pub(crate) type QuickSet<K> = HashSet<K, Start>;

/// An odd number without a pattern in its bits: 2^64 divided by the golden ratio.
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// What the hashes of one table start from.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Start(u64);

impl Default for Start {
    fn default() -> Self {
        Self(RandomState::new().build_hasher().finish())
    }
}

impl BuildHasher for Start {
    type Hasher = Quick;

    fn build_hasher(&self) -> Quick {
        Quick(self.0)
    }
}

/// Hashing of eight bytes at a time, by a product whose halves are folded into each other.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Quick(u64);

impl Quick {
    #[expect(clippy::cast_possible_truncation, reason = "the halves of the product")]
    const fn add(&mut self, number: u64) {
        let product = (self.0 ^ number) as u128 * SPREAD as u128;
        let [low, high] = [product as u64, (product >> 64) as u64];
        self.0 = low ^ high;
    }
}

impl Hasher for Quick {
    fn write(&mut self, bytes: &[u8]) {
        let (whole, rest) = bytes.as_chunks::<8>();
        for piece in whole {
            self.add(u64::from_le_bytes(*piece));
        }
        let rest = rest.iter().fold(1, |number, byte| number << 8 | u64::from(*byte));
        self.add(rest);
    }

    fn write_u8(&mut self, number: u8) {
        self.add(u64::from(number));
    }

    fn write_u64(&mut self, number: u64) {
        self.add(number);
    }

    fn write_usize(&mut self, number: usize) {
        self.add(number as u64);
    }

    fn finish(&self) -> u64 {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_spread_over_the_table() {
        let start = Start::default();
        let words: Vec<String> =
            (0..4_096).map(|n: u32| ["word", &n.to_string()].concat()).collect();
        let places: HashSet<u64> = words.iter().map(|word| start.hash_one(word) % 4_096).collect();
        // So many places are taken when words fall on them by chance (1 - 1/e).
        assert!(places.len() > 2_400, "{}", places.len());
    }

    #[test]
    fn words_of_all_lengths_are_told_apart() {
        let start = Start::default();
        let words: Vec<String> = (0..64).map(|count| "a".repeat(count)).collect();
        let hashes: HashSet<u64> = words.iter().map(|word| start.hash_one(word)).collect();
        assert_eq!(hashes.len(), words.len());
    }
}
