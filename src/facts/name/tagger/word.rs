//! What is seen of a word by itself, each as a number.

use super::cluster::{self, Clusters};
use crate::facts::document::Document;
use crate::facts::token::{Shape, Token};

/// What is seen of a word.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Word {
    /// The word in lower case, digits alike.
    pub(super) hash: u64,
    /// How it is written, letter by letter, to the twelfth.
    pub(super) long_shape: u64,
    /// The same with equal letters in a row as one.
    pub(super) shape: u64,
    /// Its first 2, 3 and 4 letters; 0 where it is shorter.
    pub(super) heads: [u64; 3],
    /// Its last 1 to 4 letters.
    pub(super) tails: [u64; 4],
    /// What the lexicon says of it.
    pub(super) classes: u64,
    /// Among which words it is found in text.
    pub(super) clusters: Clusters,
    /// How it is written, in short: 0 without a capital, 1 capital, 2 all capitals, 3 initial,
    /// 4 number, 5 mark, 6 clitic, 7 nothing.
    pub(super) case: u64,
}

/// What stands beyond the ends of a sentence.
pub(super) const NOTHING: Word = Word {
    hash: 1,
    long_shape: 1,
    shape: 1,
    heads: [0; 3],
    tails: [0; 4],
    classes: 0,
    clusters: cluster::NONE,
    case: 7,
};

/// The words of `document`, one for each token. Of those that are not `near` a stretch only the hash
/// is made.
pub(super) fn words(document: &Document<'_>, near: &[bool]) -> Vec<Word> {
    let mut lower = String::new();
    let tokens = document.tokens.iter().zip(near);
    tokens.map(|(token, near)| word(document.text, token, *near, &mut lower)).collect()
}

fn word(text: &str, token: &Token, near: bool, lower: &mut String) -> Word {
    if token.is_break() {
        return NOTHING;
    }
    let printed = token.span.of(text);
    fold(printed, lower);
    if !near {
        return Word { hash: hash(lower), ..NOTHING };
    }
    let (long_shape, shape) = shapes(printed);
    let (hash, heads) = heads(lower);
    Word {
        hash,
        long_shape,
        shape,
        heads,
        tails: [1, 2, 3, 4].map(|count| tail(lower, count)),
        classes: token.lexeme.classes(),
        clusters: cluster::clusters(hash),
        case: case(token),
    }
}

/// Writes `printed` to `lower` in lower case, digits and marks of a kind alike.
fn fold(printed: &str, lower: &mut String) {
    lower.clear();
    for letter in printed.chars().take(64) {
        match letter {
            'a'..='z' => lower.push(letter),
            'A'..='Z' => lower.push(letter.to_ascii_lowercase()),
            '0'..='9' => lower.push('0'),
            '’' | '‘' => lower.push('\''),
            '“' | '”' => lower.push('"'),
            _ if letter.is_ascii() => lower.push(letter),
            _ => lower.extend(letter.to_lowercase()),
        }
    }
}

const fn case(token: &Token) -> u64 {
    match token.shape {
        Shape::Lower => 0,
        Shape::Capital => 1,
        Shape::Upper => 2,
        Shape::Initial => 3,
        Shape::Number => 4,
        Shape::Mark => 5,
        Shape::Clitic => 6,
        Shape::Break => 7,
    }
}

/// What a hash starts from, and how a byte is added (FNV-1a, 64 bits).
const EMPTY: u64 = 0xcbf2_9ce4_8422_2325;

const fn add(hash: u64, byte: u8) -> u64 {
    (hash ^ byte as u64).wrapping_mul(0x100_0000_01b3)
}

/// The hash of `word`.
pub(super) fn hash(word: &str) -> u64 {
    word.bytes().fold(EMPTY, add)
}

/// The hash of `word`, and those of its first 2, 3 and 4 letters; 0 where it is shorter.
fn heads(word: &str) -> (u64, [u64; 3]) {
    let [mut two, mut three, mut four] = [0; 3];
    let (mut hash, mut letters) = (EMPTY, 0);
    let bytes = word.as_bytes();
    for (at, byte) in (1..).zip(bytes) {
        hash = add(hash, *byte);
        // A letter ends where the next begins.
        if bytes.get(at).is_none_or(|next| next & 0xc0 != 0x80) {
            letters += 1;
            match letters {
                2 => two = hash,
                3 => three = hash,
                4 => four = hash,
                _ => {}
            }
        }
    }
    (hash, [two, three, four])
}

/// The hash of the last `count` letters; 0 for a shorter word.
fn tail(word: &str, count: usize) -> u64 {
    let start = if word.is_ascii() {
        word.len().checked_sub(count)
    } else {
        word.char_indices().rev().nth(count - 1).map(|(at, _)| at)
    };
    start.and_then(|start| word.get(start..)).map_or(0, hash)
}

/// How `word` is written, letter by letter and in short.
fn shapes(word: &str) -> (u64, u64) {
    let (mut long, mut short, mut last) = (7_u64, 7_u64, 0);
    for (count, letter) in word.chars().enumerate() {
        let class = match letter {
            'a'..='z' => 1,
            'A'..='Z' => 2,
            '0'..='9' => 3,
            '.' => 4,
            '-' => 5,
            '\'' | '’' => 6,
            '&' => 7,
            _ if letter.is_uppercase() => 2,
            _ if letter.is_alphabetic() => 1,
            _ => 8 + u64::from(letter) % 64,
        };
        if count < 12 {
            long = long.wrapping_mul(131).wrapping_add(class);
        }
        if class != last {
            short = short.wrapping_mul(131).wrapping_add(class);
        }
        last = class;
    }
    (long, short)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    #[test]
    fn words_are_the_same_whatever_their_case() {
        let read = words(&prose("Oslo OSLO oslo 1998 2003"), &[true; 6]);
        assert!(read[0].hash == read[1].hash && read[1].hash == read[2].hash);
        assert_eq!(read[3].hash, read[4].hash);
        assert_ne!(read[0].shape, read[1].shape);
    }

    #[test]
    fn heads_and_tails_are_of_letters() {
        assert_eq!(tail("ökonom", 6), hash("ökonom"));
        assert_eq!(heads("ökonom").1, [hash("ök"), hash("öko"), hash("ökon")]);
        assert_eq!((tail("ab", 3), heads("ab")), (0, (hash("ab"), [hash("ab"), 0, 0])));
    }
}
