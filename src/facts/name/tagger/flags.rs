//! How the rest of the article writes a word: also in lower case, with a capital in mid-sentence,
//! behind a title.

use super::word::Word;
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::quick::QuickMap;
use crate::facts::token::Shape;

/// Seen without a capital.
pub(super) const LOWER: u8 = 1;
/// Seen with a capital behind a word without.
pub(super) const MIDDLE: u8 = 2;
/// Seen behind a title, or behind a name behind one.
pub(super) const TITLED: u8 = 4;
/// Seen behind a given name.
pub(super) const SURNAME: u8 = 8;
/// Seen before a word that ends the name of an organization.
pub(super) const BODY: u8 = 16;
/// Seen before a comma and a country or state.
pub(super) const PLACED: u8 = 32;

/// What is seen of each word that has a capital somewhere.
#[derive(Debug, Default)]
pub(super) struct Flags(QuickMap<u64, u8>);

impl Flags {
    /// The flags of the words of `document`.
    pub(super) fn new(document: &Document<'_>, words: &[Word]) -> Self {
        let mut flags: QuickMap<u64, u8> = QuickMap::default();
        for (at, (token, word)) in document.tokens.iter().zip(words).enumerate() {
            if token.is_capital() {
                *flags.entry(word.hash).or_default() |= seen(document, at);
            }
        }
        for (token, word) in document.tokens.iter().zip(words) {
            if token.shape == Shape::Lower
                && let Some(flags) = flags.get_mut(&word.hash)
            {
                *flags |= LOWER;
            }
        }
        Self(flags)
    }

    /// What is seen of `word`.
    pub(super) fn of(&self, word: &Word) -> u8 {
        self.0.get(&word.hash).copied().unwrap_or(0)
    }
}

fn seen(document: &Document<'_>, at: usize) -> u8 {
    let mut flags = 0;
    let before = document.before(at, 1);
    let further = document.before(at, 2);
    let after = document.token(at + 1);
    let titles = [Class::Title, Class::Honorific];
    if before.shape == Shape::Lower {
        flags |= MIDDLE;
    }
    if before.is_capital() && before.any_of(&titles)
        || before.is_capital() && further.is_capital() && further.any_of(&titles)
    {
        flags |= TITLED;
    }
    if before.is_capital() && before.is(Class::GivenName) {
        flags |= SURNAME;
    }
    if after.is_capital() && after.any_of(&[Class::OrganizationNoun, Class::CompanySuffix]) {
        flags |= BODY;
    }
    let place = document.token(at + 2);
    let comma = document.word(at + 1) == ",";
    if comma && place.is_capital() && place.any_of(&[Class::Country, Class::State]) {
        flags |= PLACED;
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::super::word::words;
    use super::*;
    use crate::facts::document::tests::prose;

    #[test]
    fn a_word_is_seen_in_all_its_places() {
        let document = prose("Stone fell. A stone hit Senator Stone of Viken, Norway.");
        let words = words(&document, &[true; 20]);
        let flags = Flags::new(&document, &words);
        assert_eq!(flags.of(&words[0]), LOWER | TITLED);
        let viken = (0..words.len()).find(|&at| document.is(at, "Viken")).unwrap();
        assert_eq!(flags.of(&words[viken]), MIDDLE | PLACED);
    }
}
