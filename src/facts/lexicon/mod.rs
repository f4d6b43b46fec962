//! What is known of a word before it is read: one table from a lower-case word (or a name of
//! several words) to the classes it can belong to.
//!
//! The lists are in the files beside this one; the table that is looked into is
//! `assets/lexicon.bin`, which is made of them (`table`) and read where it stands.

mod grammar;
mod measure;
mod names;
mod numbers;
mod places;
mod table;

use std::collections::BTreeMap;

pub(crate) use measure::{TimeUnit, currency_of, currency_sign, currency_word, measure, time_unit};

/// What a word can be. A word may be several things at once ("May"). New classes go to the end: the
/// model of names knows them by their place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum Class {
    /// Stands before a name and says nothing of an office ("Mr.").
    Honorific,
    /// An office or rank that stands before a name ("President").
    Title,
    /// Goes with a title ("prime", "deputy", "former").
    TitleModifier,
    /// A calling that can stand beside a name in lower case ("spokesman").
    Role,
    /// A given name.
    GivenName,
    /// A surname.
    Surname,
    /// A country.
    Country,
    /// A state or province that newswire names.
    State,
    /// A city.
    City,
    /// A continent, sea, region or landmark.
    Place,
    /// A word that makes a place of the name it belongs to ("river").
    PlaceNoun,
    /// Of a country, people or creed ("Syrian").
    Demonym,
    /// An organization known by this name.
    Organization,
    /// A word that makes an organization of the name it belongs to ("ministry").
    OrganizationNoun,
    /// Ends the name of a company ("Corp.").
    CompanySuffix,
    /// Ends the name of an event, a law or a prize, which no person, place or body bears ("war").
    EventNoun,
    /// Joins the parts of a name ("van", "bin").
    Particle,
    /// Follows a name ("Jr.").
    NameSuffix,
    /// Takes a full stop that ends no sentence.
    Abbreviation,
    /// A month; the value is its number.
    Month,
    /// A day of the week; the value counts from 1 for Monday.
    Weekday,
    /// A season; the value counts from 1 for spring.
    Season,
    /// A length of the calendar or clock ("week").
    TimeUnit,
    /// Begins or is an expression of time ("yesterday", "early").
    Time,
    /// A cardinal number in words; the value says which.
    Number,
    /// A power of ten in words ("million").
    Scale,
    /// A place in an order ("third").
    Ordinal,
    /// A word of grammar that is never a name.
    Function,
    /// An article, demonstrative or quantifier.
    Determiner,
    /// A personal pronoun.
    Pronoun,
    /// A preposition.
    Preposition,
    /// A finite form of be, have, do, or a modal.
    Auxiliary,
    /// A past form that is no regular one ("began").
    Past,
    /// A verb that reports words ("said").
    Cue,
    /// Keeps a distance from what a sentence says ("reportedly").
    Hedge,
    /// People who are sources without a name ("officials").
    Source,
    /// A plural that does not end in s ("people").
    Plural,
}

/// What is known of one word.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Lexeme {
    /// A bit for each class, and [`OPENS`].
    classes: u64,
    /// The number, month or weekday it stands for.
    pub(crate) value: u64,
}

impl Lexeme {
    /// Whether the word can be of `class`.
    pub(crate) const fn is(self, class: Class) -> bool {
        self.classes >> class as u8 & 1 == 1
    }

    /// Whether the word can be of one of `classes`.
    pub(crate) fn any(self, classes: &[Class]) -> bool {
        classes.iter().any(|&class| self.is(class))
    }

    /// The classes it can be of, a bit for each.
    pub(crate) const fn classes(self) -> u64 {
        self.classes & !OPENS
    }

    /// Whether nothing is known of the word.
    pub(crate) const fn is_unknown(self) -> bool {
        self.classes() == 0
    }

    /// Whether a name of several words can begin with the word.
    pub(crate) const fn opens(self) -> bool {
        self.classes & OPENS != 0
    }

    /// The same, of a word that is written as `other` too: what opens a name either way does.
    pub(crate) const fn or_opens(mut self, other: Self) -> Self {
        self.classes |= other.classes & OPENS;
        self
    }

    const fn add(&mut self, class: Class) {
        self.classes |= 1 << class as u8;
    }
}

/// What is known of marks and strangers.
pub(crate) const NOTHING: Lexeme = Lexeme { classes: 0, value: 0 };

/// Names of several words have at most this many.
pub(crate) const LONGEST: usize = 6;

/// The bit of a word with which a name of several words can begin. It is no class, and no one but
/// the search for such names sees it.
const OPENS: u64 = 1 << 63;

/// What is known of `lower`, a word in lower case, or a name of several words with one space
/// between them.
pub(crate) fn look_up(lower: &str) -> Lexeme {
    table::look_up(lower)
}

/// The file `assets/lexicon.bin`, made anew of the lists.
pub fn file() -> Vec<u8> {
    table::file(&words())
}

/// What the lists say of every word.
fn words() -> BTreeMap<String, Lexeme> {
    let mut words: BTreeMap<String, Lexeme> = BTreeMap::new();
    let mut add = |class: Class, word: &str, value: u64| {
        let lexeme = words.entry(word.to_owned()).or_default();
        lexeme.add(class);
        if value != 0 {
            lexeme.value = value;
        }
    };
    for tables in [grammar::WORDS, names::WORDS, places::WORDS, measure::WORDS] {
        for (class, list) in tables {
            list.split_whitespace().for_each(|word| add(*class, word, 0));
        }
    }
    for tables in [names::PHRASES, places::PHRASES] {
        for (class, list) in tables {
            list.split(',').for_each(|phrase| add(*class, phrase.trim(), 0));
        }
    }
    for (class, list) in numbers::VALUES {
        list.iter().for_each(|&(word, value)| add(*class, word, value));
    }
    for (class, list) in names::LISTS {
        list.lines().for_each(|name| add(*class, name, 0));
    }
    let opening: Vec<_> = words.keys().flat_map(|name| openings(name)).collect();
    for word in opening {
        words.entry(word).or_default().classes |= OPENS;
    }
    words
}

/// What the first token of `name` can be, if it has several: "st." and "st" of "st. louis".
fn openings(name: &str) -> impl Iterator<Item = String> {
    let ends = [
        name.find(' '),
        name.find([' ', '-']),
        name.find(|letter: char| !letter.is_alphanumeric()),
    ];
    let heads = ends.into_iter().flatten().filter_map(|end| name.get(..end));
    let both = heads.flat_map(|head| [head, head.trim_end_matches('.')]);
    both.filter(|head| !head.is_empty()).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_can_be_several_things() {
        let may = look_up("may");
        assert!(may.is(Class::Month) && may.is(Class::Auxiliary));
        assert_eq!(may.value, 5);
    }

    #[test]
    fn names_of_several_words_are_known() {
        assert!(look_up("south africa").is(Class::Country));
        assert!(look_up("united nations").is(Class::Organization));
        assert!(look_up("new york").is(Class::State));
    }

    #[test]
    fn no_name_is_longer_than_the_longest_looked_for() {
        let words = words();
        let longest = words.keys().map(|name| name.split(' ').count()).max();
        assert!(longest <= Some(LONGEST), "{longest:?}");
    }

    #[test]
    fn every_word_is_in_lower_case() {
        let words = words();
        let wrong: Vec<_> = (words.keys())
            .filter(|word| word.to_lowercase() != **word || word.is_empty())
            .collect();
        assert!(wrong.is_empty(), "{wrong:?}");
    }

    #[test]
    fn names_of_several_words_are_told_by_their_first() {
        for word in ["south", "united", "al", "st."] {
            assert!(look_up(word).opens(), "{word}");
        }
        assert!(!look_up("ferry").opens());
    }

    #[test]
    fn an_unknown_word_has_no_class() {
        assert!(look_up("qwertyuiop").is_unknown());
    }
}
