//! Noun phrases beside a verb that reports words: who says them.

use super::scene::Scene;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::ops::Range;

/// At most so many tokens are a speaker.
const LONGEST: usize = 14;

/// Words of grammar that stand inside a noun phrase.
const INSIDE: &[&str] = &[
    "of",
    "for",
    "the",
    "a",
    "an",
    "his",
    "her",
    "their",
    "its",
    "'s",
    "’s",
    "this",
    "that",
    "one",
    "two",
    "three",
    "four",
    "five",
    "some",
    "several",
    "many",
    "other",
    "another",
    "at",
    "with",
    "former",
    "in",
    "from",
    "new",
    "police",
    "officials",
    "people",
    "critics",
    "experts",
    "residents",
    "witnesses",
    "authorities",
    "analysts",
    "lawyers",
    "supporters",
    "opponents",
    "prosecutors",
    "investigators",
    "leaders",
    "members",
    "researchers",
    "scientists",
    "most",
    "both",
    "all",
    "no",
    "our",
    "my",
];

/// The subject of the verb at `cue`, looked for down to `floor`.
pub(super) fn subject(scene: &Scene<'_>, cue: usize, floor: usize) -> Option<Range<usize>> {
    let document = scene.document;
    let mut last = cue.checked_sub(1)?;
    while last >= floor && is_adverb(scene, last) {
        last = last.checked_sub(1)?;
    }
    if last < floor {
        return None;
    }
    let token = document.token(last);
    if token.is(Class::Pronoun) && token.is_word() && scene.name_at(last).is_none() {
        let who = document.any(last, &["who", "whom"]);
        return if who { antecedent(scene, last, floor) } else { Some(last..last + 1) };
    }
    match document.word(last) {
        "," | "—" | "–" | "--" => parted(scene, last, floor),
        ")" => {
            let open = (floor..last).rev().take(12).find(|&at| document.word(at) == "(")?;
            (open > floor).then(|| gather(scene, open - 1, floor)).flatten()
        }
        _ => gather(scene, last, floor),
    }
}

fn is_adverb(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.document;
    let token = document.token(at);
    let adverb = token.shape == Shape::Lower
        && document.word(at).len() > 4
        && document.word(at).ends_with("ly")
        && scene.name_at(at).is_none()
        && !document.any(at, &["family", "daily", "weekly", "monthly", "ally"]);
    let other = [
        "also", "later", "then", "once", "first", "again", "not", "has", "have", "had", "is",
        "was", "were", "are", "did", "does", "do", "would", "will", "could", "can", "may", "might",
        "must", "n't", "'ve", "'d", "’ve", "’d", "further", "even", "just", "still", "now",
        "often", "been", "always", "never",
    ];
    adverb || document.any(at, &other) && scene.name_at(at).is_none()
}

/// Whom ", who" stands for.
fn antecedent(scene: &Scene<'_>, who: usize, floor: usize) -> Option<Range<usize>> {
    let comma = usize::from(scene.document.before(who, 1).span.of(scene.document.text) == ",");
    let last = who.checked_sub(1 + comma).filter(|&last| last >= floor)?;
    gather(scene, last, floor)
}

/// The subject before words between commas that end at `comma`: "Ann Lee, the minister, said".
fn parted(scene: &Scene<'_>, comma: usize, floor: usize) -> Option<Range<usize>> {
    let document = scene.document;
    let from = floor.max(comma.saturating_sub(40));
    let first = scene.names.partition_point(|name| name.tokens.start < from);
    let names = scene.names.get(first..).unwrap_or_default();
    let inside = names.iter().take_while(|name| name.tokens.end < comma);
    let apposed = |name: &&crate::facts::name::Name| {
        document.any(name.tokens.end, &[",", "—", "–", "--", "("])
    };
    let person = inside.clone().rfind_person(apposed);
    if let Some(tokens) =
        person.or_else(|| inside.filter(apposed).last().map(|name| name.tokens.clone()))
    {
        return Some(tokens);
    }
    let before = (from..comma).rev().find(|&at| document.word(at) == ",")?;
    (before > from).then(|| gather(scene, before - 1, floor)).flatten()
}

/// Finding the last person among names.
trait RfindPerson<'a> {
    fn rfind_person(
        self,
        fits: impl Fn(&&'a crate::facts::name::Name) -> bool,
    ) -> Option<Range<usize>>;
}

impl<'a, I: Iterator<Item = &'a crate::facts::name::Name>> RfindPerson<'a> for I {
    fn rfind_person(
        self,
        fits: impl Fn(&&'a crate::facts::name::Name) -> bool,
    ) -> Option<Range<usize>> {
        let people = self.filter(|name| name.kind == EntityKind::Person);
        people.filter(|name| fits(name)).last().map(|name| name.tokens.clone())
    }
}

/// The noun phrase that ends with the token `last`.
fn gather(scene: &Scene<'_>, last: usize, floor: usize) -> Option<Range<usize>> {
    let mut start = last + 1;
    while start > floor && last + 1 - start < LONGEST && belongs(scene, start - 1) {
        start -= 1;
    }
    let start = (start..=last).find(|&at| !is_joint(scene, at))?;
    speaker(scene, start..last + 1)
}

/// The noun phrase that begins at `first`.
pub(super) fn phrase_from(scene: &Scene<'_>, first: usize) -> Option<Range<usize>> {
    let document = scene.document;
    let head = document.token(first);
    if head.is(Class::Pronoun) && scene.name_at(first).is_none() {
        return document
            .any(first, &["he", "she", "they", "it", "we", "i", "him", "her", "them", "me", "us"])
            .then(|| first..first + 1);
    }
    let mut end = first;
    while end < first + LONGEST && belongs(scene, end) {
        end += 1;
    }
    while end > first && is_joint(scene, end - 1) {
        end -= 1;
    }
    speaker(scene, first..end)
}

/// Whether the token at `at` can stand inside a noun phrase.
fn belongs(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.document;
    let token = document.token(at);
    if scene.name_at(at).is_some()
        || document.is_hyphen(at)
        || token.shape == Shape::Number
        || document.word(at) == "&"
    {
        return true;
    }
    match token.shape {
        Shape::Capital | Shape::Upper | Shape::Initial => {
            !token.is(Class::Function) || document.any(at, INSIDE)
        }
        Shape::Clitic => matches!(document.word(at), "'s" | "’s"),
        Shape::Lower => {
            let verb = scene.is_cue(at) && !token.is(Class::Source) || token.is(Class::Past);
            let grammar = token.is(Class::Function) && !document.any(at, INSIDE);
            !verb && !grammar && !document.any(at, &["monday", "that"])
        }
        Shape::Mark | Shape::Break | Shape::Number => false,
    }
}

/// Whether the token at `at` joins parts of a noun phrase and is no end of one.
fn is_joint(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.document.token(at);
    let preposition =
        token.is(Class::Preposition) && token.shape != Shape::Upper && scene.name_at(at).is_none();
    preposition
        || token.shape == Shape::Clitic
        || scene.document.is_hyphen(at)
        || scene.document.token(at).any_of(&[Class::Weekday, Class::Month])
            && scene.name_at(at).is_none()
}

/// `tokens` as a speaker: the person named there, else the phrase if it names a source.
fn speaker(scene: &Scene<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    if tokens.is_empty() {
        return None;
    }
    if let Some(person) = scene.person_in(tokens.clone()) {
        let office = person.tokens.start.saturating_sub(tokens.start);
        let of =
            (tokens.start..person.tokens.start).any(|at| scene.document.any(at, &["of", "for"]));
        // "A lawyer for Ann Lee" is not Ann Lee; "Norwegian Minister Ann Lee" is.
        if !of || office == 0 {
            return Some(person.tokens.clone());
        }
    }
    let source = tokens.clone().any(|at| {
        let token = scene.document.token(at);
        scene.name_at(at).is_some()
            || token.any_of(&[Class::Source, Class::Role, Class::Organization, Class::Demonym])
            || token.is(Class::OrganizationNoun)
            || token.is_capital() && !token.is(Class::Function)
    });
    let plural = scene.document.before(tokens.end, 1).span.of(scene.document.text).ends_with('s');
    (source || plural).then_some(tokens)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;
    use crate::facts::entity::entities;
    use crate::facts::name::names;

    /// The subject of the last "said" in `text`.
    #[track_caller]
    fn case(text: &str, expected: Option<&str>) {
        let document = prose(text);
        let taken = vec![false; document.tokens.len()];
        let names = names(&document, &taken);
        let found = entities(&document, &names);
        let scene = Scene {
            document: &document,
            names: &names,
            mentions: &found.mentions,
            entities: &found.entities,
        };
        let said = (0..document.tokens.len()).rev().find(|&at| document.is(at, "said")).unwrap();
        let subject = subject(&scene, said, 0);
        let words = subject.map(|tokens| document.span(tokens).of(text));
        assert_eq!(words, expected, "{text}");
    }

    #[test]
    fn the_subject_stands_before_the_verb() {
        case("Then Maria Vestby said so.", Some("Maria Vestby"));
        case("Then she said so.", Some("she"));
        case("Last night, opposition activists said so.", Some("opposition activists"));
        case(
            "A spokesman for the fishing union said so.",
            Some("A spokesman for the fishing union"),
        );
    }

    #[test]
    fn adverbs_and_helping_verbs_stand_between() {
        case("Then Maria Vestby has also repeatedly said so.", Some("Maria Vestby"));
    }

    #[test]
    fn an_apposition_stands_between() {
        case("Then Maria Vestby, the minister, said so.", Some("Maria Vestby"));
        case("Then Maria Vestby (R-Ohio) said so.", Some("Maria Vestby"));
        case("Maria Vestby, who left, said so.", Some("Maria Vestby"));
    }

    #[test]
    fn who_stands_for_the_name_before_it() {
        case("It was Maria Vestby who said so.", Some("Maria Vestby"));
    }

    #[test]
    fn a_lawyer_for_someone_is_not_that_person() {
        case("A lawyer for Maria Vestby said so.", Some("A lawyer for Maria Vestby"));
    }

    #[test]
    fn nothing_before_the_verb_is_no_subject() {
        case("And said so.", None);
        case("Then the silence said so.", None);
    }
}
