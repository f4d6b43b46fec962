//! Clusters of words that are found among the same words: "minister" and "senator", "Oslo" and
//! "Lisbon". Read in place from the embedded file.
//!
//! `assets/clusters.bin` is a line of text, then 8,192 buckets of eight fingerprints (2 bytes each),
//! then for each slot three bytes: the cluster among 1,024 (10 bits), among 256 (8) and among 64
//! (6). The upper bits of a word's hash are its bucket, the lower 16 its fingerprint. `examples/train
//! clusters` writes the file.

use std::sync::LazyLock;

/// The cluster of a word among 1,024, among 256, and among 64, each counted from 1.
pub(super) type Clusters = [u16; 3];

/// Those of a word that is in none.
pub(super) const NONE: Clusters = [0; 3];

static FILE: &[u8] = include_bytes!("../../../../assets/clusters.bin");

/// Binary logarithm of the number of buckets.
const BITS: u32 = 13;
const SLOTS: usize = 8;

static TABLES: LazyLock<(&[u8], &[u8])> = LazyLock::new(|| {
    let head = FILE.iter().position(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let tables = FILE.get(head..).unwrap_or_default();
    tables.split_at_checked((SLOTS << BITS) * 2).unwrap_or_default()
});

/// The clusters of the word in lower case with this hash.
pub(super) fn clusters(hash: u64) -> Clusters {
    let bucket = usize::try_from(hash >> (64 - BITS)).unwrap_or_default();
    let [low, high, ..] = hash.to_le_bytes();
    let (fingerprints, found) = *TABLES;
    let slots = fingerprints.get(bucket * SLOTS * 2..(bucket + 1) * SLOTS * 2).unwrap_or_default();
    let Some(slot) = slots.as_chunks::<2>().0.iter().position(|slot| *slot == [low, high]) else {
        return NONE;
    };
    let start = (bucket * SLOTS + slot) * 3;
    match found.get(start..start + 3) {
        Some(&[one, two, three]) => {
            let packed = u32::from_le_bytes([one, two, three, 0]);
            let part = |shift: u32, mask: u32| {
                u16::try_from(packed >> shift & mask).unwrap_or_default() + 1
            };
            [part(0, 1_023), part(10, 255), part(18, 63)]
        }
        _ => NONE,
    }
}

#[cfg(test)]
mod tests {
    use super::super::word::hash;
    use super::*;

    #[test]
    fn words_of_a_sort_share_a_cluster() {
        assert_eq!(clusters(hash("monday"))[1], clusters(hash("tuesday"))[1]);
        assert_ne!(clusters(hash("monday")), clusters(hash("norway")));
        assert_eq!(clusters(hash("qwrtzpsdfgh")), NONE);
    }
}
