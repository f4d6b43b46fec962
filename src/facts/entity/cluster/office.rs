//! Names that are only an office, "the President", and who holds it.

use crate::facts::lexicon::{self, Class};
use crate::text::Span;

/// Whether `word` stands before a name and says what its bearer is.
pub(super) fn is_before_names(word: &str) -> bool {
    let lexeme = lexicon::look_up(word);
    lexeme.any(&[Class::Honorific, Class::Title])
        && !lexeme.any(&[Class::GivenName, Class::Surname])
        || is_rare_title(word)
}

/// Titles of other times and places, which the model of names has not met.
fn is_rare_title(word: &str) -> bool {
    let rulers = ["king", "pope", "tsar", "czar", "tsarina", "tsarevna", "shah", "regent"];
    let clergy = ["abba", "abbot", "friar", "brother", "sister", "st", "saint"];
    let others = ["miss", "master", "madam", "mister", "chair"];
    [&rulers[..], &clergy, &others].iter().any(|titles| titles.contains(&word))
}

/// An office that someone can be called by.
fn is_office(word: &str) -> bool {
    let lexeme = lexicon::look_up(word);
    let rank = lexeme.is(Class::Title) || matches!(word, "tsar" | "czar" | "regent" | "chair");
    rank && !matches!(word, "st" | "saint" | "shah")
}

/// The office that `words` are, where they are nothing else.
pub(super) fn alone(words: &[String]) -> Option<Vec<String>> {
    let last = words.last()?;
    let (modifiers, known) = (words.len() - 1, lexicon::look_up(last));
    let name = known.any(&[Class::GivenName, Class::Surname]) && modifiers > 0;
    if !is_office(last) || name {
        return None;
    }
    let (given, office) = (Class::GivenName, key(words));
    let named = words.iter().take(modifiers).any(|word| lexicon::look_up(word).is(given));
    (!named).then_some(office)
}

/// `words` of an office as they are compared: its head and what tells it from others of that
/// head ("vice president", "prime minister").
pub(super) fn key(words: &[String]) -> Vec<String> {
    let ranks = words.iter().filter(|word| {
        let lexeme = lexicon::look_up(word);
        is_office(word) || lexeme.is(Class::TitleModifier) && !is_past(word)
    });
    ranks.map(|word| short(word).to_owned()).collect()
}

fn is_past(word: &str) -> bool {
    matches!(word, "former" | "then" | "ex" | "outgoing" | "incoming" | "acting" | "interim")
}

/// One word for the forms of an office.
fn short(word: &str) -> &str {
    match word {
        "chairman" | "chairwoman" | "chairperson" => "chair",
        "sen" => "senator",
        "rep" => "representative",
        "gov" => "governor",
        "gen" => "general",
        "prof" => "professor",
        "col" => "colonel",
        "capt" => "captain",
        "lt" => "lieutenant",
        "sgt" => "sergeant",
        "czar" => "tsar",
        _ => word,
    }
}

/// Whether whoever holds the office `held` can be called by the office `called` alone.
pub(super) fn covers(held: &[String], called: &[String]) -> bool {
    let second = |office: &[String]| {
        office.iter().any(|word| matches!(word.as_str(), "vice" | "deputy" | "assistant"))
    };
    held.last() == called.last()
        && !called.is_empty()
        && called.iter().all(|word| held.contains(word))
        && second(held) == second(called)
}

/// At most so many bytes beside a name are looked at.
const REACH: usize = 80;

/// The offices that stand beside the name at `span`, before it and behind a comma.
pub(super) fn beside(text: &str, span: Span) -> Vec<Vec<String>> {
    let mut offices = behind(text, span.end);
    offices.extend(before(text, span.start));
    offices
}

/// "Secretary of State" before the name.
fn before(text: &str, start: usize) -> Option<Vec<String>> {
    let from = text.floor_char_boundary(start.saturating_sub(REACH));
    let near = Span::new(from, start).of(text).trim_end();
    let near = near.strip_suffix(',').unwrap_or(near);
    let near = near.rsplit(['.', ';', ':', '!', '?', '(', ')', '\n', ',', '“', '"']).next();
    let mut words: Vec<String> = Vec::new();
    for word in near.unwrap_or("").rsplit([' ', '\u{a0}']).take(7) {
        let lower = word.to_lowercase();
        words.insert(0, lower.clone());
        let joined = match words.get(1).map(String::as_str) {
            None => true,
            Some(next) => matches!(next, "of" | "for") || is_office(next) && words.len() == 2,
        };
        if is_office(&lower) && joined {
            let mut office = vec![lower];
            office.extend(words.get(1).filter(|next| is_office(next)).cloned());
            return Some(key(&with_modifiers(near.unwrap_or(""), word, office)));
        }
        if !(word.starts_with(char::is_uppercase) || super::named::is_grammar(&lower)) {
            break;
        }
    }
    None
}

/// `office` with the word before its first word `head` in `near`, where that modifies it.
fn with_modifiers(near: &str, head: &str, mut office: Vec<String>) -> Vec<String> {
    let before = near.rsplit_once(head).map_or("", |(before, _)| before.trim_end());
    let modifier = before.rsplit([' ', '-']).next().unwrap_or("").to_lowercase();
    if lexicon::look_up(&modifier).is(Class::TitleModifier) {
        office.insert(0, modifier);
    }
    office
}

/// ", director of the office and chairman of the board" or "is now the director" behind the name.
fn behind(text: &str, end: usize) -> Vec<Vec<String>> {
    let until = text.ceil_char_boundary((end + REACH).min(text.len()));
    let near = Span::new(end, until).of(text);
    let mut joints = [", ", " is ", " was ", " became ", " as "].iter();
    let Some(near) = joints.find_map(|joint| near.strip_prefix(joint)) else { return Vec::new() };
    let near = near.split(['.', ';', ':', '!', '?', '(', ')', '\n']).next().unwrap_or("");
    near.split(" and ").map_while(head).collect()
}

/// The office at the head of `words`: "the director of the office".
fn head(words: &str) -> Option<Vec<String>> {
    let mut office: Vec<String> = Vec::new();
    for word in words.split(',').next()?.split([' ', '-']).take(6) {
        let lower = word.to_lowercase();
        let lexeme = lexicon::look_up(&lower);
        let other = [Class::Preposition, Class::Auxiliary, Class::Pronoun, Class::Cue];
        let joins = lexeme.is(Class::Function) && !lexeme.is(Class::Determiner);
        if word.starts_with(char::is_lowercase) && (joins || lexeme.any(&other)) {
            return None;
        }
        office.push(lower);
        if office.last().is_some_and(|word| is_office(word)) {
            return Some(key(&office));
        }
    }
    None
}

/// Whether only a comma, an article and what goes with a title stand between a name and the
/// office in `between`: "John, 2nd Earl of Clare".
pub(super) fn is_apposition(between: &str) -> bool {
    let between = between.strip_prefix(',').unwrap_or(between);
    between.starts_with([' ', '-'])
        && between.split([' ', '-']).all(|word| {
            let lower = word.to_lowercase();
            let lexeme = lexicon::look_up(&lower);
            lower.is_empty()
                || lower == "the"
                || lexeme.any(&[Class::TitleModifier, Class::Demonym])
                || lower.starts_with(|digit: char| digit.is_ascii_digit())
        })
}

/// Whether the name printed as `name` is a title with what belongs to it: "Earl of Clare".
pub(super) fn is_titled(name: &str) -> bool {
    let word = name.split([' ', '-']).next().unwrap_or("").to_lowercase();
    (is_office(&word) || matches!(word.as_str(), "earl" | "lord" | "viscount" | "marquess"))
        && (name.contains(" of ") || !name.contains(' '))
}

/// Whom a mention that is only an office means.
#[derive(Debug)]
pub(super) enum Called {
    /// Who holds this office.
    Holder(Vec<String>),
    /// Whom the text speaks to: "Madam Speaker".
    Listener,
    /// Anyone: "a president".
    Anyone,
}

/// Whom the mention at `span`, which names nothing but `office`, means.
pub(super) fn called(text: &str, span: Span, office: &[String]) -> Called {
    let addresses = ["Mr. ", "Mr ", "Madam ", "Madame ", "Mister ", "Dear "];
    let from = text.floor_char_boundary(span.start.saturating_sub(REACH));
    let before = Span::new(from, span.start).of(text);
    if addresses.iter().any(|it| before.ends_with(it) || span.of(text).starts_with(it)) {
        return Called::Listener;
    }
    let last = before.trim_end().rsplit([' ', '-', '\n', '\u{a0}']).next().unwrap_or("");
    let last = last.to_lowercase();
    let other = text.get(span.end..).is_some_and(|rest| rest.starts_with(" of that "));
    if is_any(&last) || other {
        return Called::Anyone;
    }
    let modifies = lexicon::look_up(&last).is(Class::TitleModifier) && !is_past(&last);
    let rank = modifies.then_some(last);
    Called::Holder(rank.into_iter().chain(office.iter().cloned()).collect())
}

/// Whether what follows `word` is one of many.
pub(super) fn is_any(word: &str) -> bool {
    matches!(word, "a" | "an" | "any" | "every" | "each" | "no" | "another" | "future")
}
