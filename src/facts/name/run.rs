//! Runs of capitals: where a name may stand, from its first capital to its last.

use crate::facts::document::Document;
use crate::facts::lexicon::{self, Class, LONGEST, Lexeme};
use crate::facts::token::Shape;
use std::ops::Range;

/// The runs of capitals among `tokens` of a sentence. What a date holds (`taken`) is no name.
pub(super) fn runs(
    document: &Document<'_>,
    tokens: Range<usize>,
    taken: &[bool],
) -> Vec<Range<usize>> {
    let mut runs = Vec::new();
    let mut at = tokens.start;
    while at < tokens.end {
        if opens(document, at) && !is_taken(taken, at) {
            let end = end(document, at, taken);
            runs.push(at..end);
            at = end.max(at + 1);
        } else {
            at += 1;
        }
    }
    runs
}

fn is_taken(taken: &[bool], at: usize) -> bool {
    taken.get(at).copied().unwrap_or(false)
}

/// Whether the token at `at` begins a sentence or quoted words: its capital says nothing.
pub(super) fn is_initial(document: &Document<'_>, at: usize) -> bool {
    let before = document.before(at, 1);
    let opening = ["“", "\"", "‘", "'", ":", "•", "„", "«", "*", "...", "…", "''", "``"];
    before.is_break() || opening.contains(&before.span.of(document.text))
}

fn opens(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    if !token.is_capital() {
        return is_particle(document, at);
    }
    // A word of grammar opens a name only within a known one ("New York"), in capitals ("WHO"),
    // or in mid-sentence before another capital ("Will Smith").
    if token.is(Class::Function) && token.shape != Shape::Upper || document.word(at) == "I" {
        let part = token.is(Class::GivenName) || document.any(at, &["new", "first", "people"]);
        let name = part && document.token(at + 1).is_capital();
        return known(document, at).is_some() || name && !is_initial(document, at);
    }
    if token.any_number() {
        return known(document, at).is_some();
    }
    true
}

/// Whether the small word at `at` begins a name: "al-Qaida", "del Ponte".
fn is_particle(document: &Document<'_>, at: usize) -> bool {
    let next = document.token(at + 1);
    if document.any(at, &["al", "el"]) {
        return document.joins(at + 1) && document.token(at + 2).is_capital();
    }
    let small = ["de", "van", "von", "bin", "ibn", "del", "della", "di", "der"];
    let name = next.is_capital() && !next.any_of(&[Class::Function, Class::Demonym]);
    name && small.contains(&document.word(at))
}

/// The longest known name of several words at `at`: how many tokens, and what it is.
pub(super) fn known(document: &Document<'_>, at: usize) -> Option<(usize, Lexeme)> {
    let first = document.token(at);
    if first.is_word() && !first.lexeme.opens() {
        return None;
    }
    let mut best = None;
    let mut name = String::with_capacity(64);
    for count in 0..LONGEST + 2 {
        let token = document.token(at + count);
        if token.is_break() {
            break;
        }
        if count > 0 && !token.glued {
            name.push(' ');
        }
        push_lower(&mut name, document.word(at + count));
        let lexeme = if count > 0 { lexicon::look_up(&name) } else { lexicon::NOTHING };
        if !lexeme.is_unknown() && token.is_capital() {
            best = Some((count + 1, lexeme));
        }
    }
    best
}

/// Adds `word` to `name` in lower case, with straight apostrophes.
fn push_lower(name: &mut String, word: &str) {
    for letter in word.chars() {
        match letter {
            '’' => name.push('\''),
            _ if letter.is_ascii() => name.push(letter.to_ascii_lowercase()),
            _ => name.extend(letter.to_lowercase()),
        }
    }
}

fn end(document: &Document<'_>, start: usize, taken: &[bool]) -> usize {
    let mut end = start;
    loop {
        end = match known(document, end) {
            Some((count, _)) => end + count,
            None => end + 1,
        };
        match next(document, start, end).filter(|&next| !is_taken(taken, next)) {
            Some(next) => end = next,
            None => return end,
        }
    }
}

/// The next capital that belongs to the run from `start` to `end`, if one does.
fn next(document: &Document<'_>, start: usize, end: usize) -> Option<usize> {
    let token = document.token(end);
    let capital = |at: usize| document.token(at).is_capital() && !document.token(at).is_break();
    if token.is_capital() {
        let grammar = token.is(Class::Function) && token.shape == Shape::Capital;
        return (!grammar || continues(document, end)).then_some(end);
    }
    if token.shape == Shape::Mark {
        return match document.word(end) {
            "-" | "‑"
                if document.joins(end)
                    && (capital(end + 1) || is_syllable(document, start, end + 1)) =>
            {
                Some(end + 1)
            }
            "&" if capital(end + 1) => Some(end + 1),
            "," if ends_company(document, end + 1) => Some(end + 1),
            _ => None,
        };
    }
    if token.is(Class::Particle) && token.shape == Shape::Lower {
        let last = document.token(end + 1).is(Class::Particle)
            && document.token(end + 1).shape == Shape::Lower;
        let from = end + 1 + usize::from(last);
        let from = from + usize::from(document.joins(from));
        return capital(from).then_some(from);
    }
    joined(document, start, end)
}

/// Whether a word of grammar with a capital goes on with the name: known, or between capitals
/// where it is a name as well.
fn continues(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    token.any_of(&[
        Class::GivenName,
        Class::Surname,
        Class::OrganizationNoun,
        Class::Title,
        Class::TitleModifier,
    ]) || known(document, at).is_some()
        || document.any(at, &["new", "news", "people", "police", "members", "old", "east", "press"])
}

/// Whether the small word at `at` is the second half of a given name of two syllables: "Kim
/// Dae-jung", "Ing-wen" behind another capital, but not "Oslo-born".
pub(super) fn is_syllable(document: &Document<'_>, start: usize, at: usize) -> bool {
    let surnames = [
        "kim", "park", "lee", "moon", "roh", "ban", "choi", "chung", "cho", "jang", "han", "yoon",
        "ahn",
    ];
    let token = document.token(at);
    let second = at >= start + 3 && document.before(at, 3).is_capital();
    let word = document.word(at);
    let listed = document.any(start, &surnames) && at == start + 3;
    let ordinary = token.any_of(&[Class::Past, Class::Function])
        || document.any(at, &["born", "bred", "led", "run", "clad", "wing", "team", "held"]);
    second
        && token.shape == Shape::Lower
        && !ordinary
        && word.len() <= 5
        && (listed || is_one_syllable(document, start, at))
}

/// Whether the words around the hyphen before `at` are short, the second with its vowels in one
/// place, and nothing known stands at the head of the run.
fn is_one_syllable(document: &Document<'_>, start: usize, at: usize) -> bool {
    let vowel = |letter: &u8| b"aeiouy".contains(letter);
    let bytes = document.word(at).as_bytes();
    let groups = bytes.split(|letter| !vowel(letter)).filter(|group| !group.is_empty()).count();
    let head = document.before(at, 2);
    let named = [Class::OrganizationNoun, Class::PlaceNoun, Class::City, Class::Country];
    groups == 1
        && head.span.of(document.text).len() <= 5
        && !head.any_of(&named)
        && known(document, at.saturating_sub(3).max(start)).is_none()
}

fn ends_company(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    let suffix = token.is(Class::NameSuffix) || token.is(Class::CompanySuffix);
    token.is_capital() && suffix && document.word(at) != "AG"
}

/// "of", "for", "on" and "and" inside names of organizations and places: "Ministry of Health and
/// Welfare", "Center for Public Safety", "Gulf of Aden".
fn joined(document: &Document<'_>, start: usize, end: usize) -> Option<usize> {
    let the = usize::from(document.is(end + 1, "the"));
    let from = end + 1 + the;
    let follows = document.token(from);
    if !follows.is_capital() || follows.is(Class::Pronoun) {
        return None;
    }
    let last = document.before(end, 1);
    let fits = match document.word(end) {
        "of" => {
            document.is(end.saturating_sub(1), "hall")
                || last.any_of(&[Class::OrganizationNoun, Class::PlaceNoun])
                || is_office(document, end)
        }
        "for" | "on" => last.is(Class::OrganizationNoun) && the == 0 && !is_person(document, from),
        "and" => {
            let head = (start..end).any(|at| document.token(at).is(Class::OrganizationNoun));
            let of = head && (start..end).any(|at| document.is(at, "of"));
            let listed = head && of && !is_person(document, from) && !follows.is(Class::Country);
            the == 0 && (listed || is_half(document, start, end))
        }
        _ => false,
    };
    fits.then_some(from)
}

/// "The Rope and Sail Museum", "the Poetry and Song Hall of Fame": whether the one word before
/// "and" at `end` is half of what a body is for, as no name of its own.
fn is_half(document: &Document<'_>, start: usize, end: usize) -> bool {
    let own = [
        Class::Country,
        Class::State,
        Class::City,
        Class::Place,
        Class::Demonym,
        Class::Organization,
        Class::OrganizationNoun,
        Class::Title,
        Class::Honorific,
    ];
    let word = document.token(start);
    let alone = end == start + 1 && word.shape == Shape::Capital && !word.any_of(&own);
    let determined = start > 0 && document.any(start - 1, &["the", "'s", "’s"]);
    let behind = (end + 1..end + 6).take_while(|&at| document.token(at).is_capital());
    let hall = |at: usize| document.is(at, "hall") && document.is(at + 1, "of");
    let body = |at: usize| document.token(at).is(Class::OrganizationNoun) || hall(at);
    alone && determined && !document.token(end + 1).any_of(&own) && behind.skip(1).any(body)
}

/// "Secretary of State", "Minister of Defense".
fn is_office(document: &Document<'_>, end: usize) -> bool {
    document.before(end, 1).is(Class::Title) && document.token(end + 1).is(Class::TitleModifier)
}

fn is_person(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    token.any_of(&[Class::GivenName, Class::Honorific]) && document.token(at + 1).is_capital()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    fn read(text: &str) -> Vec<String> {
        let document = prose(text);
        let taken = vec![false; document.tokens.len()];
        let tokens = document.sentences[0].tokens.clone();
        let runs = runs(&document, tokens, &taken);
        runs.into_iter().map(|run| document.span(run).of(text).to_owned()).collect()
    }

    #[test]
    fn a_run_holds_particles_initials_and_suffixes() {
        assert_eq!(read("We saw Ludwig van Houten there"), ["Ludwig van Houten"]);
        assert_eq!(
            read("He met Omar al-Rashidi and Ann B. Lee, Jr. there"),
            ["Omar al-Rashidi", "Ann B. Lee, Jr."]
        );
    }

    #[test]
    fn a_run_holds_of_and_and_inside_an_organization() {
        assert_eq!(
            read("at the Ministry of Health and Welfare in Oslo"),
            ["Ministry of Health and Welfare", "Oslo"]
        );
        assert_eq!(read("the Center for Safe Roads said"), ["Center for Safe Roads"]);
        assert_eq!(read("the love of Paris and Rome"), ["Paris", "Rome"]);
    }

    #[test]
    fn a_run_holds_both_syllables_of_a_given_name() {
        assert_eq!(read("So President Quo Lin-shan left"), ["President Quo Lin-shan"]);
        assert_eq!(read("So Quo Lin-shan left"), ["Quo Lin-shan"]);
        assert_eq!(read("the Viken Bay-born sailor"), ["Viken Bay"]);
        assert_eq!(read("the New York-area ferries"), ["New York"]);
        assert_eq!(read("the Viken Line-style ferries"), ["Viken Line"]);
    }

    #[test]
    fn a_body_can_be_for_two_things() {
        assert_eq!(read("in the Rope and Sail Museum"), ["Rope and Sail Museum"]);
        assert_eq!(read("in the Poetry and Song Hall of Fame"), ["Poetry and Song Hall of Fame"]);
        assert_eq!(read("for the Senate and State Department"), ["Senate", "State Department"]);
    }

    #[test]
    fn words_of_grammar_open_known_names_only() {
        assert_eq!(read("The mayor of New York left"), ["New York"]);
        assert_eq!(read("New York was cold"), ["New York"]);
        assert_eq!(read("New laws came"), Vec::<String>::new());
    }

    #[test]
    fn a_clitic_ends_a_run() {
        assert_eq!(read("It was Norway’s Storting"), ["Norway", "Storting"]);
    }
}
