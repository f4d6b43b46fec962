//! Repeats in headlines: where every word has a capital, only names that are known count.

use super::Name;
use super::run::known;
use crate::facts::document::Document;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::{Class, Lexeme};
use std::collections::HashMap;

/// At most so many tokens of a known name are compared.
const LONGEST: usize = 8;

/// Adds to `names` those of headlines that the text, or the lexicon, knows.
pub(super) fn add(document: &Document<'_>, names: &mut Vec<Name>) {
    let titled: Vec<_> = document
        .sentences
        .iter()
        .filter(|sentence| sentence.titled)
        .map(|sentence| sentence.tokens.clone())
        .collect();
    if titled.is_empty() {
        return;
    }
    let mut kinds: HashMap<String, (EntityKind, u8)> = HashMap::new();
    for name in names.iter() {
        let key = document.lower(name.tokens.clone());
        kinds.entry(key).or_insert((name.kind, name.confidence));
        if name.kind == EntityKind::Person && name.tokens.len() > 1 {
            let surname = document.lower(name.tokens.end - 1..name.tokens.end);
            kinds.entry(surname).or_insert((name.kind, name.confidence));
        }
    }
    let mut free = vec![true; document.tokens.len()];
    for name in names.iter() {
        let slots = free.get_mut(name.tokens.clone());
        slots.into_iter().flatten().for_each(|free| *free = false);
    }
    for tokens in titled {
        let mut at = tokens.start;
        while at < tokens.end {
            match repeat(document, at, &kinds).or_else(|| listed(document, at)) {
                Some(name) => {
                    at = name.tokens.end;
                    let held = free.get(name.tokens.clone()).unwrap_or_default();
                    if held.iter().all(|free| *free) {
                        names.push(name);
                    }
                }
                None => at += 1,
            }
        }
    }
    names.sort_by_key(|name| name.tokens.start);
}

fn repeat(
    document: &Document<'_>,
    at: usize,
    kinds: &HashMap<String, (EntityKind, u8)>,
) -> Option<Name> {
    if !document.token(at).is_capital() {
        return None;
    }
    let longest = (1..=LONGEST).take_while(|&count| !document.token(at + count - 1).is_break());
    let mut found = None;
    for count in longest {
        let tokens = at..at + count;
        if let Some(&(kind, confidence)) = kinds.get(&document.lower(tokens.clone())) {
            let confidence = confidence.min(85);
            let reason = "the text below names it";
            found = Some(Name { tokens, kind, title: None, confidence, reason });
        }
    }
    found
}

/// A place or organization in a headline that can be nothing else.
fn listed(document: &Document<'_>, at: usize) -> Option<Name> {
    let token = document.token(at);
    if !token.is_capital() {
        return None;
    }
    let (count, lexeme) = known(document, at).unwrap_or((1, token.lexeme));
    let kind = sure_kind(lexeme)?;
    let confidence = 70;
    let reason = "a known name in a headline";
    Some(Name { tokens: at..at + count, kind, title: None, confidence, reason })
}

fn sure_kind(lexeme: Lexeme) -> Option<EntityKind> {
    let doubtful = [Class::GivenName, Class::Surname, Class::Function, Class::Demonym];
    if lexeme.any(&doubtful) {
        None
    } else if lexeme.any(&[Class::Country, Class::State, Class::Place]) {
        Some(EntityKind::Place)
    } else if lexeme.is(Class::Organization) && !lexeme.is(Class::City) {
        Some(EntityKind::Organization)
    } else {
        None
    }
}
