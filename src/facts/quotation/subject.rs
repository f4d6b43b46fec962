//! The noun phrase that a verb is about: its subject, whatever stands between.

use super::cue::{Cue, Form, Sort, known};
use super::scene::Scene;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::ops::Range;

/// At most so many tokens are a noun phrase.
const LONGEST: usize = 24;

/// How often a verb may take the subject of the verb before it.
const DEPTH: usize = 4;

/// Words that begin a clause, so that no noun phrase reaches across them.
const CLAUSE: &[&str] = &[
    "because", "if", "when", "while", "although", "though", "whether", "how", "why", "what",
    "since", "unless", "until", "but", "or", "so", "yet", "than", "and", "nor", "where", "whose",
    "then",
];

/// The subject of `cue`, looked for down to `floor`.
pub(super) fn of(scene: &Scene<'_>, cue: &Cue, floor: usize) -> Option<Range<usize>> {
    if cue.known.is(Sort::Noun) {
        return owner(scene, cue.head, floor);
    }
    before(scene, cue.group.start, cue.known.form(), floor, 0)
}

/// Whose claim it is: "Lee's claim", "his claim", "the claim by Lee"; else whom the verb before it
/// is about: "Lee made the claim".
fn owner(scene: &Scene<'_>, noun: usize, floor: usize) -> Option<Range<usize>> {
    let document = scene.document;
    if document.any(noun + 1, &["by", "from", "among"]) {
        return phrase(scene, noun + 2);
    }
    for at in (floor.max(noun.saturating_sub(4))..noun).rev() {
        if document.any(at, &["his", "her", "their", "its", "my", "our"]) {
            return Some(at..at + 1);
        }
        if matches!(document.word(at), "'s" | "’s" | "'" | "’") && at > floor {
            return ending(scene, at - 1, floor);
        }
    }
    let verb = (floor..noun).rev().take(6).find(|&at| is_finite(scene, at))?;
    let named = (verb + 1..noun).any(|at| scene.name_at(at).is_some() || document.word(at) == ",");
    if named { None } else { before(scene, verb, Form::Past, floor, 1) }
}

/// The subject of a verb of `form` that begins at `start`.
fn before(
    scene: &Scene<'_>,
    start: usize,
    form: Form,
    floor: usize,
    depth: usize,
) -> Option<Range<usize>> {
    let document = scene.document;
    let last = start.checked_sub(1).filter(|&last| last >= floor && depth < DEPTH)?;
    let word = document.word(last);
    if form == Form::Ing && !starts_relative(scene, last) {
        return reduced(scene, last, floor).or_else(|| inherited(scene, last, floor, depth));
    }
    if matches!(word, "”" | "\"" | "“" | ":" | ";") {
        return None;
    }
    if matches!(word, "," | "—" | "–" | "--" | "-") {
        return parted(scene, last, floor).or_else(|| inherited(scene, last, floor, depth));
    }
    if document.any(last, &["and", "but", "or", "to", "then"]) || is_finite(scene, last) {
        return inherited(scene, last, floor, depth);
    }
    ending(scene, last, floor)
}

fn starts_relative(scene: &Scene<'_>, at: usize) -> bool {
    scene.document.any(at, &["who", "which", "that", "he", "she", "they", "it", "i", "we", "you"])
}

/// "A poll showing", "a man saying": a noun right before a form in -ing.
fn reduced(scene: &Scene<'_>, last: usize, floor: usize) -> Option<Range<usize>> {
    let token = scene.document.token(last);
    let noun = token.is_word()
        && !token.is(Class::Function)
        && known(scene.document, last).is_none()
        && !scene.document.word(last).ends_with("ly");
    (noun || scene.name_at(last).is_some()).then(|| ending(scene, last, floor)).flatten()
}

/// The subject of the verb that stands before `last`: "went to Oslo and said", "declined to say".
fn inherited(scene: &Scene<'_>, last: usize, floor: usize, depth: usize) -> Option<Range<usize>> {
    let document = scene.document;
    let mut verbs = (floor..=last).filter(|&at| is_finite(scene, at));
    let verb = if document.is(last, "to") {
        (floor..last).rev().find(|&at| is_finite(scene, at) || known(document, at).is_some())
    } else {
        verbs.find(|&at| !in_relative(scene, at, floor)).or_else(|| verbs.next())
    }?;
    let form = if document.word(verb).ends_with("ing") { Form::Ing } else { Form::Past };
    let mut start = verb;
    while start > floor
        && (document.before(start, 1).is(Class::Auxiliary)
            || document.word(start - 1).ends_with("ly"))
        && scene.name_at(start - 1).is_none()
    {
        start -= 1;
    }
    before(scene, start, form, floor, depth + 1)
}

/// Whether the verb at `at` stands in a relative clause, as far as is seen from its left.
fn in_relative(scene: &Scene<'_>, at: usize, floor: usize) -> bool {
    (floor.max(at.saturating_sub(3))..at)
        .any(|at| scene.document.any(at, &["who", "which", "when", "as", "after", "while"]))
}

/// Whether the token at `at` looks like a verb with a subject of its own.
pub(super) fn is_finite(scene: &Scene<'_>, at: usize) -> bool {
    let document = scene.document;
    let token = document.token(at);
    if scene.name_at(at).is_some() {
        return false;
    }
    if token.shape == Shape::Clitic {
        let possessive =
            matches!(document.word(at), "'s" | "’s") && !document.before(at, 1).is(Class::Pronoun);
        return !possessive && token.is(Class::Auxiliary);
    }
    if token.shape != Shape::Lower {
        return false;
    }
    let determined = document.before(at, 1).any_of(&[Class::Determiner, Class::Demonym])
        || document.is_hyphen(at.wrapping_sub(1));
    let regular = document.word(at).ends_with("ed")
        && !document.any(at, &["indeed", "need", "speed", "seed", "feed", "hundred", "supposed"]);
    let reports = known(document, at)
        .is_some_and(|known| known.is(Sort::Say) && known.form() == Form::Third)
        && document.any(at, &["says", "tells", "argues", "adds", "insists", "writes", "explains"]);
    let auxiliary =
        token.is(Class::Auxiliary) && !document.any(at, &["been", "being", "having", "be"]);
    !determined && (auxiliary || token.is(Class::Past) || regular || reports)
}

/// The subject before words between commas that end at `comma`: "Ann Lee, the minister, said".
fn parted(scene: &Scene<'_>, comma: usize, floor: usize) -> Option<Range<usize>> {
    let document = scene.document;
    let from = floor.max(comma.saturating_sub(50));
    let opens = |at: usize| matches!(document.word(at), "," | "—" | "–" | "--" | "(") && at > from;
    let commas = || (from..comma).rev().filter(|&at| opens(at));
    let person = commas()
        .find(|&at| scene.name_at(at - 1).is_some_and(|(_, name)| name.kind == EntityKind::Person));
    let apposed = |at: &usize| {
        let next = document.token(at + 1);
        document.any(at + 1, &["who", "which", "whose", "where", "head", "former", "one"])
            || next.any_of(&[Class::Determiner, Class::Role, Class::Source, Class::Title])
            || next.shape == Shape::Number
            || document.word(at + 1).ends_with("ing")
            || document.word(at + 1).ends_with("ed")
    };
    // "The chairman, Ann Lee, said": the name alone between the commas.
    let alone = comma.checked_sub(1).and_then(|last| scene.name_at(last)).filter(|(_, name)| {
        let before = name.tokens.start.saturating_sub(1);
        let honorific = document.token(before).any_of(&[Class::Honorific, Class::Title]);
        let opening = before.saturating_sub(usize::from(honorific));
        name.kind == EntityKind::Person && name.tokens.end == comma && opens(opening)
    });
    if let Some((_, name)) = alone {
        return Some(name.tokens.clone());
    }
    let open = person.or_else(|| commas().find(apposed));
    if let Some(open) = open {
        return ending(scene, open - 1, floor);
    }
    // A comma before the verb with nothing to match it: a long subject, or a slip.
    let plain = comma.checked_sub(1).filter(|&last| last >= floor)?;
    (!commas().any(|_| true)).then(|| ending(scene, plain, floor)).flatten()
}

/// The noun phrase that ends with the token `last`.
pub(super) fn ending(scene: &Scene<'_>, last: usize, floor: usize) -> Option<Range<usize>> {
    let document = scene.document;
    let token = document.token(last);
    if document.any(last, &["who", "which", "that"]) {
        let comma = usize::from(matches!(document.word(last.wrapping_sub(1)), "," | "—" | "–"));
        let before = last.checked_sub(1 + comma).filter(|&before| before >= floor)?;
        let noun = document.token(before).is_word() || document.word(before) == ")";
        return if noun { ending(scene, before, floor) } else { None };
    }
    if document.word(last) == ")" {
        let open = (floor..last).rev().take(12).find(|&at| document.word(at) == "(")?;
        let before = open.checked_sub(1).filter(|&before| before >= floor)?;
        return ending(scene, before, floor);
    }
    if token.is(Class::Pronoun) && scene.name_at(last).is_none() {
        return Some(last..last + 1);
    }
    let start = reach(scene, last, floor);
    let start = without_lead(scene, start, last);
    headed(scene, start..last + 1)
}

/// How far left the noun phrase reaches that ends at `last`, relative clauses included.
fn reach(scene: &Scene<'_>, last: usize, floor: usize) -> usize {
    let document = scene.document;
    let mut at = last;
    while at > floor && last - at < LONGEST {
        let before = at - 1;
        let token = document.token(before);
        let name = scene.name_at(before).is_some();
        let joint = document.any(before, &["and"]) && coordinates(scene, before, floor, last);
        let relative = document.any(before, &["who", "which", "that"])
            && before > floor
            && document.token(before - 1).is_word()
            && !is_finite(scene, before - 1)
            && known(document, before - 1).is_none();
        let mark = token.shape == Shape::Mark
            && !document.is_hyphen(before)
            && !matches!(document.word(before), "&" | "$" | "%" | "." | "/");
        let clause = document.any(before, CLAUSE) || document.is(before, "that");
        let verb = is_finite(scene, before) || is_reporting(scene, before);
        if !name && !joint && !relative {
            let participle = document.is(at, "by");
            let inner = verb && (participle || relative_before(scene, before, floor));
            if mark || token.is_break() || clause || verb && !inner {
                break;
            }
        }
        at = before;
    }
    at
}

fn is_reporting(scene: &Scene<'_>, at: usize) -> bool {
    known(scene.document, at).is_some_and(|known| {
        known.form() == Form::Ing || known.form() == Form::Third && known.is(Sort::Say)
    }) && !scene.document.before(at, 1).is(Class::Determiner)
}

/// Whether "who" or "which" stands shortly before the verb at `at`.
fn relative_before(scene: &Scene<'_>, at: usize, floor: usize) -> bool {
    let document = scene.document;
    let from = floor.max(at.saturating_sub(7));
    let clear = (from..at).rev().take_while(|&at| document.token(at).shape != Shape::Mark);
    clear.into_iter().any(|at| document.any(at, &["who", "which", "whom"]))
}

/// Whether "and" at `at` joins two nouns: "Lee and Roe said".
fn coordinates(scene: &Scene<'_>, at: usize, floor: usize, last: usize) -> bool {
    let document = scene.document;
    let Some(before) = at.checked_sub(1).filter(|&before| before >= floor) else { return false };
    let token = document.token(before);
    let noun = scene.name_at(before).is_some()
        || token.shape == Shape::Lower
            && !token.is(Class::Function)
            && document.word(before).ends_with('s');
    let short = last - at <= 4;
    noun && short && !(floor..before).any(|at| is_finite(scene, at))
}

/// Without a time or place before the subject: "On Monday the ministry", "Last year Lee".
fn without_lead(scene: &Scene<'_>, start: usize, last: usize) -> usize {
    let document = scene.document;
    let lead = document.token(start).is(Class::Preposition)
        || document.token(start).any_of(&[Class::Time, Class::Weekday])
        || document.any(
            start,
            &["last", "earlier", "on", "in", "at", "after", "for", "as", "then", "meanwhile"],
        );
    if !lead || scene.name_at(start).is_some() {
        return start;
    }
    let person = scene.name_at(last).filter(|(_, name)| name.kind != EntityKind::Place);
    if let Some((_, name)) = person {
        let mut first = name.tokens.start;
        while first > start + 1
            && document.before(first, 1).any_of(&[Class::Role, Class::Title, Class::Demonym])
        {
            first -= 1;
        }
        return first.max(start);
    }
    let determiner = (start + 1..=last).rev().find(|&at| {
        document.token(at).is(Class::Determiner) && !document.before(at, 1).is(Class::Preposition)
    });
    determiner.unwrap_or(last)
}

/// `tokens` without what hangs on the noun: the person where the noun is one, else the phrase up to
/// a relative clause. None where nothing there can speak.
fn headed(scene: &Scene<'_>, tokens: Range<usize>) -> Option<Range<usize>> {
    let document = scene.document;
    let mut tokens = tokens;
    while tokens.start < tokens.end
        && (document.token(tokens.start).shape == Shape::Mark
            || document.any(tokens.start, &["and", "but", "even", "so", "that", "then"]))
        && scene.name_at(tokens.start).is_none()
    {
        tokens.start += 1;
    }
    let relative = (tokens.start + 1..tokens.end).find(|&at| {
        document.any(at, &["who", "which", "whose", "whom", "where"])
            || document.is(at + 1, "by") && is_finite(scene, at)
    });
    tokens.end = relative.unwrap_or(tokens.end);
    let head = (tokens.start + 1..tokens.end).find(|&at| {
        document.token(at).is(Class::Preposition)
            && scene.name_at(at).is_none()
            && document.token(at).shape == Shape::Lower
    });
    let head = head.unwrap_or(tokens.end);
    let last = head.checked_sub(1).filter(|&last| last >= tokens.start)?;
    if document.token(last).is(Class::Weekday) && document.token(last).is_capital() {
        return None;
    }
    if let Some((_, name)) = scene.name_at(last).filter(|(_, name)| name.kind == EntityKind::Person)
    {
        let name = name.tokens.start.max(tokens.start)..name.tokens.end.min(tokens.end);
        return (!name.is_empty()).then_some(name);
    }
    let speaks = tokens.clone().any(|at| {
        let token = document.token(at);
        token.is_word() && !token.is(Class::Function)
            || token.any_of(&[Class::Source, Class::Role])
            || scene.name_at(at).is_some()
            || document.any(at, &["some", "many", "others", "most", "few", "one", "all"])
    });
    (speaks && !tokens.is_empty()).then_some(tokens)
}

/// The noun phrase that begins at `first`: behind "said", "told", "by", "according to".
pub(super) fn phrase(scene: &Scene<'_>, first: usize) -> Option<Range<usize>> {
    let document = scene.document;
    let token = document.token(first);
    if token.is(Class::Pronoun) && scene.name_at(first).is_none() {
        return (!document.any(first, &["who", "whom"])).then(|| first..first + 1);
    }
    let mut end = first;
    while end < first + LONGEST && continues(scene, first, end) {
        end += 1;
    }
    while end > first && dangles(scene, end - 1) {
        end -= 1;
    }
    headed(scene, first..end)
}

/// Whether the token at `at` goes on with the noun phrase from `first`.
fn continues(scene: &Scene<'_>, first: usize, at: usize) -> bool {
    let document = scene.document;
    let token = document.token(at);
    if scene.name_at(at).is_some() || document.is_hyphen(at) || document.word(at) == "&" {
        return true;
    }
    match token.shape {
        // "9/11".
        Shape::Mark => document.word(at) == "/" && document.before(at, 1).shape == Shape::Number,
        Shape::Break => false,
        Shape::Clitic => matches!(document.word(at), "'s" | "’s"),
        Shape::Number | Shape::Initial | Shape::Upper => true,
        Shape::Capital | Shape::Lower => {
            let inner = token.is(Class::Preposition)
                && document.any(at, &["of", "for", "at", "from", "with", "in"])
                && at > first
                && !token.any_of(&[Class::Month]);
            let determiner = token.is(Class::Determiner) && !document.is(at, "that");
            let verb = is_finite(scene, at)
                || known(document, at).is_some_and(|known| {
                    known.form() == Form::Ing || known.is(Sort::Say) && known.form() != Form::Base
                }) && !token.any_of(&[Class::Source, Class::Role]);
            let grammar = token.is(Class::Function)
                && !token.any_of(&[Class::Source, Class::Role, Class::Plural])
                && !document.any(
                    at,
                    &["two", "three", "four", "five", "one", "former", "other", "new", "others"],
                );
            let day = token.any_of(&[Class::Weekday]) && token.is_capital();
            // "The ruling", "the filing".
            let noun = at == first + 1
                && document.token(first).is(Class::Determiner)
                && document.word(at).ends_with("ing");
            inner || determiner || noun || !verb && !grammar && !day
        }
    }
}

/// Whether the token at `at` cannot end a noun phrase.
fn dangles(scene: &Scene<'_>, at: usize) -> bool {
    let token = scene.document.token(at);
    scene.name_at(at).is_none()
        && (token.any_of(&[Class::Preposition, Class::Determiner, Class::Weekday])
            && !scene.document.any(at, &["some", "many", "others", "most", "few", "all"])
            || token.shape == Shape::Clitic
            || scene.document.is_hyphen(at)
            || scene.document.word(at).ends_with("ly") && token.shape == Shape::Lower)
}

#[cfg(test)]
mod tests {
    use super::super::cue::cue;
    use super::super::scene::tests::{with, words};
    use super::*;

    /// The subject of the last cue of `text`.
    fn subject(text: &str) -> String {
        with(text, |scene| {
            let cues = (0..scene.document.tokens.len()).rev().find_map(|at| cue(scene, at, 0));
            let found = cues.and_then(|cue| of(scene, &cue, 0));
            found.map_or_else(String::new, |found| words(scene, &found))
        })
    }

    #[test]
    fn a_subject_stands_before_its_verb() {
        assert_eq!(subject("The old crew of the ferry said."), "The old crew of the ferry");
        assert_eq!(subject("On Monday the ministry said."), "the ministry");
    }

    #[test]
    fn what_stands_between_is_passed_over() {
        assert_eq!(subject("Maria Vestby, the minister, said."), "Maria Vestby");
        assert_eq!(subject("The minister, Maria Vestby, said."), "Maria Vestby");
        assert_eq!(subject("Maria Vestby (Oslo) said."), "Maria Vestby");
        assert_eq!(subject("Maria Vestby, who left, said."), "Maria Vestby");
    }

    #[test]
    fn verbs_share_a_subject() {
        assert_eq!(subject("Maria Vestby went to Oslo and said."), "Maria Vestby");
        assert_eq!(subject("Maria Vestby declined to say."), "Maria Vestby");
    }

    #[test]
    fn a_day_says_nothing() {
        assert_eq!(subject("They sang on Friday saying."), "They");
    }

    #[test]
    fn a_noun_in_ing_is_a_phrase() {
        let end =
            |text: &str, at| with(text, |scene| phrase(scene, at).map(|it| words(scene, &it)));
        assert_eq!(end("said the ruling.", 1).as_deref(), Some("the ruling"));
        assert_eq!(end("said 9/11 widow Maria Vestby.", 1).as_deref(), Some("Maria Vestby"));
    }
}
