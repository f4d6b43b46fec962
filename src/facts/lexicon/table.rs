//! The table of all words, read straight from the embedded bytes: nothing is built at the start.
//!
//! `assets/lexicon.bin` is a line of text that says what it is; how many different things are known of
//! words (2 bytes), and each of them (the bits of its classes and its value, 8 bytes each); for each
//! of 8,192 buckets, and for the end, the number of its first word (2 bytes); for each word its
//! fingerprint (4 bytes); and for each word which of those things is known of it (2 bytes). All numbers
//! are little-endian. The upper bits of a word's hash are its bucket, the lower 32 its fingerprint:
//! a word that is in no list is taken for one once in two thousand million.

use super::Lexeme;
use std::collections::BTreeMap;
use std::sync::LazyLock;

static FILE: &[u8] = include_bytes!("../../../assets/lexicon.bin");

/// Binary logarithm of the number of buckets.
const BITS: u32 = 13;

/// The parts of the file.
#[derive(Debug, Default)]
struct Table {
    lexemes: &'static [[u8; 16]],
    starts: &'static [[u8; 2]],
    fingerprints: &'static [[u8; 4]],
    numbers: &'static [[u8; 2]],
}

static TABLE: LazyLock<Table> = LazyLock::new(|| parts(FILE).unwrap_or_default());

fn parts(file: &'static [u8]) -> Option<Table> {
    let head = file.iter().position(|&byte| byte == b'\n')? + 1;
    let (count, rest) = file.get(head..)?.split_first_chunk::<2>()?;
    let (lexemes, rest) = rest.split_at_checked(usize::from(u16::from_le_bytes(*count)) * 16)?;
    let (starts, rest) = rest.split_at_checked(((1 << BITS) + 1) * 2)?;
    let (fingerprints, numbers) = rest.split_at_checked(rest.len() / 6 * 4)?;
    Some(Table {
        lexemes: lexemes.as_chunks().0,
        starts: starts.as_chunks().0,
        fingerprints: fingerprints.as_chunks().0,
        numbers: numbers.as_chunks().0,
    })
}

/// What is known of `lower`.
pub(super) fn look_up(lower: &str) -> Lexeme {
    known(&TABLE, lower).unwrap_or_default()
}

fn known(table: &Table, lower: &str) -> Option<Lexeme> {
    let (bucket, fingerprint) = place(lower);
    let &[start, end] = table.starts.get(bucket..bucket + 2)? else { return None };
    let [start, end] = [start, end].map(|number| usize::from(u16::from_le_bytes(number)));
    let wanted = fingerprint.to_le_bytes();
    let held = table.fingerprints.get(start..end)?.iter().position(|held| *held == wanted)?;
    let number = u16::from_le_bytes(*table.numbers.get(start + held)?);
    let [classes, value] = table.lexemes.get(usize::from(number))?.as_chunks::<8>().0 else {
        return None;
    };
    Some(Lexeme { classes: u64::from_le_bytes(*classes), value: u64::from_le_bytes(*value) })
}

/// The bucket and the fingerprint of `word` (FNV-1a, 64 bits, and a product that carries its low
/// bits up).
fn place(word: &str) -> (usize, u32) {
    let hash = word.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x100_0000_01b3)
    });
    let hash = (hash ^ hash >> 32).wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let [a, b, c, d, ..] = hash.to_le_bytes();
    (usize::try_from(hash >> (64 - BITS)).unwrap_or_default(), u32::from_le_bytes([a, b, c, d]))
}

/// The file of the table of `words`.
pub(super) fn file(words: &BTreeMap<String, Lexeme>) -> Vec<u8> {
    let mut placed: Vec<_> = words.iter().map(|(word, lexeme)| (place(word), *lexeme)).collect();
    placed.sort_unstable_by_key(|(place, _)| *place);
    let mut lexemes: Vec<Lexeme> = placed.iter().map(|(_, lexeme)| *lexeme).collect();
    lexemes.sort_unstable_by_key(|lexeme| (lexeme.classes, lexeme.value));
    lexemes.dedup();
    let short = |number: usize| u16::try_from(number).unwrap_or_default().to_le_bytes();
    let mut file = b"Newsprint lexicon 1: what is known of words; made of src/facts/lexicon and \
        assets/gazetteers by `train lexicon`\n"
        .to_vec();
    file.extend(short(lexemes.len()));
    for lexeme in &lexemes {
        file.extend(lexeme.classes.to_le_bytes());
        file.extend(lexeme.value.to_le_bytes());
    }
    for bucket in 0..=1 << BITS {
        file.extend(short(placed.partition_point(|((held, _), _)| *held < bucket)));
    }
    file.extend(placed.iter().flat_map(|((_, fingerprint), _)| fingerprint.to_le_bytes()));
    for (_, lexeme) in &placed {
        let key = (lexeme.classes, lexeme.value);
        let number = lexemes.partition_point(|held| (held.classes, held.value) < key);
        file.extend(short(number));
    }
    file
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[test]
    fn the_file_is_made_of_the_lists() {
        let made = file(&words());
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/lexicon.bin");
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(path, &made).unwrap();
        }
        let stale = std::fs::read(path).unwrap() != made;
        assert!(!stale, "assets/lexicon.bin is stale: `UPDATE=1 cargo test lexicon`");
    }

    #[test]
    fn every_word_is_found_in_the_file() {
        let words = words();
        let table = parts(file(&words).leak()).unwrap();
        for (word, lexeme) in &words {
            assert_eq!(known(&table, word), Some(*lexeme), "{word}");
        }
        assert_eq!(known(&table, "qwertyuiop"), None);
    }

    #[test]
    fn a_broken_file_knows_nothing() {
        assert!(parts(b"no table").is_none());
        assert!(known(&Table::default(), "oslo").is_none());
    }
}
