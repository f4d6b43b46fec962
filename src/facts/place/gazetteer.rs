//! The gazetteer: where cities, countries and states lie, read straight from the embedded bytes.
//!
//! `assets/gazetteers/places.bin` is a line of text that says what it is, then records of 13
//! bytes, ordered: the hash of a name in lower case (4, big end first), latitude and longitude in
//! hundredths of a degree (2 and 2, signed), the code of the country (2) and of the state (2, for
//! America), and how large the place is (1: eight times the binary logarithm of its people).
//! Names themselves are not kept. Countries stand under `=` and their code, states under `=US.`
//! and theirs. `examples/train places` writes the file.

use std::sync::LazyLock;

static PLACES: &[u8] = include_bytes!("../../../assets/gazetteers/places.bin");

/// The length of a record.
const RECORD: usize = 13;

/// The records, without the line at the head.
static RECORDS: LazyLock<&[u8]> = LazyLock::new(|| {
    let head = PLACES.iter().position(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    PLACES.get(head..).unwrap_or_default()
});

/// A place of the gazetteer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Record {
    /// In hundredths of a degree, north positive.
    pub(crate) latitude: i16,
    /// In hundredths of a degree, east positive.
    pub(crate) longitude: i16,
    /// The code of its country (ISO 3166-1).
    pub(crate) country: [u8; 2],
    /// The code of its state, in America; else spaces.
    pub(crate) state: [u8; 2],
    /// Eight times the binary logarithm of its people.
    pub(crate) size: u8,
}

/// The hash that stands for a name (FNV-1a, 32 bits).
pub(crate) fn hash(name: &str) -> u32 {
    name.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The places called `name` (in lower case), the largest first.
pub(crate) fn places(name: &str) -> impl Iterator<Item = Record> {
    let wanted = hash(name);
    let mut at = first(wanted);
    std::iter::from_fn(move || {
        let (found, record) = record(at)?;
        at += 1;
        (found == wanted).then_some(record)
    })
}

/// The number of the first record whose hash is not below `wanted`.
fn first(wanted: u32) -> usize {
    let (mut low, mut high) = (0, RECORDS.len() / RECORD);
    while low < high {
        let middle = usize::midpoint(low, high);
        if record(middle).is_some_and(|(hash, _)| hash < wanted) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

fn record(number: usize) -> Option<(u32, Record)> {
    let start = number * RECORD;
    let bytes: &[u8; RECORD] = RECORDS.get(start..start + RECORD)?.try_into().ok()?;
    let [a, b, c, d, north, north_low, east, east_low, one, two, three, four, size] = *bytes;
    let place = Record {
        latitude: i16::from_be_bytes([north, north_low]),
        longitude: i16::from_be_bytes([east, east_low]),
        country: [one, two],
        state: [three, four],
        size,
    };
    Some((u32::from_be_bytes([a, b, c, d]), place))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records_are_in_order() {
        let hashes: Vec<_> = (0..).map_while(record).map(|(hash, _)| hash).collect();
        assert!(hashes.is_sorted() && hashes.len() > 30_000, "{}", hashes.len());
    }

    #[test]
    fn cities_are_found_by_name() {
        let damascus = places("damascus").next().unwrap();
        assert_eq!((damascus.latitude / 100, damascus.longitude / 100), (33, 36));
        assert_eq!(&damascus.country, b"SY");
        assert_eq!(places("no such city").next(), None);
    }

    #[test]
    fn namesakes_come_by_size() {
        let sizes: Vec<_> = places("springfield").map(|place| place.size).collect();
        assert!(sizes.len() > 3 && sizes.is_sorted_by(|one, other| one >= other));
    }

    #[test]
    fn countries_and_states_have_a_middle() {
        assert!(places("=SY").next().is_some());
        assert_eq!(&places("=US.OH").next().unwrap().state, b"OH");
    }
}
