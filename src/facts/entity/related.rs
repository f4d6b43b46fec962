//! Words that speak of an entity without naming it: "Syrian" where the article names Syria, "the
//! ministry" where it names one.

use super::{Entity, EntityKind};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::name::Name;
use crate::facts::place::{country, homeland};
use crate::facts::token::Shape;

/// At most so many are kept of one entity.
const MOST: usize = 256;

/// Adds to `entities`, which `names` name, the words that speak of them.
pub(super) fn add(document: &Document<'_>, names: &[Name], entities: &mut [Entity]) {
    demonyms(document, entities);
    bodies(document, names, entities);
}

/// "Syrian" and "Syrians", of Syria.
fn demonyms(document: &Document<'_>, entities: &mut [Entity]) {
    let places = entities.iter_mut().filter(|entity| entity.kind == EntityKind::Place);
    let mut countries: Vec<_> =
        places.filter_map(|entity| Some((country(&entity.name.to_lowercase())?, entity))).collect();
    if countries.is_empty() {
        return;
    }
    for (at, token) in document.tokens.iter().enumerate() {
        if !(token.is(Class::Demonym) && token.is_capital()) {
            continue;
        }
        let Some(code) = homeland(&document.word(at).to_lowercase()) else { continue };
        let found = countries.iter_mut().find(|(known, _)| *known == code);
        if let Some((_, entity)) = found.filter(|(_, entity)| entity.related.len() < MOST) {
            entity.related.push(token.span);
        }
    }
}

/// "the ministry", of the organization named last whose name holds the word.
fn bodies(document: &Document<'_>, names: &[Name], entities: &mut [Entity]) {
    let mut owner = vec![None; names.len()];
    for (number, entity) in entities.iter().enumerate() {
        for &index in &entity.mentions {
            if let Some(slot) = owner.get_mut(index) {
                *slot = (entity.kind == EntityKind::Organization).then_some(number);
            }
        }
    }
    let mut last: Vec<(String, usize)> = Vec::new();
    let mut next = 0;
    for (at, token) in document.tokens.iter().enumerate() {
        while let Some(name) = names.get(next).filter(|name| name.tokens.end <= at) {
            let number = owner.get(next).copied().flatten();
            next += 1;
            let Some(number) = number else { continue };
            let nouns = name.tokens.clone().filter(|&at| noun(document, at));
            for noun in nouns.map(|at| document.word(at).to_lowercase()) {
                last.retain(|(known, _)| *known != noun);
                last.push((noun, number));
            }
        }
        let spoken = token.shape == Shape::Lower && noun(document, at);
        if !spoken || at == 0 || !document.is(at - 1, "the") || document.is(at + 1, "of") {
            continue;
        }
        let found = last.iter().find(|(known, _)| document.is(at, known));
        let entity = found.and_then(|&(_, number)| entities.get_mut(number));
        if let Some(entity) = entity.filter(|entity| entity.related.len() < MOST) {
            entity.related.push(document.span(at - 1..at + 1));
        }
    }
}

fn noun(document: &Document<'_>, at: usize) -> bool {
    let generic = ["group", "house", "times", "post", "service", "power", "water", "news"];
    document.token(at).is(Class::OrganizationNoun) && !document.any(at, &generic)
}

#[cfg(test)]
mod tests {
    use crate::facts::document::tests::prose;
    use crate::facts::{entity::entities, name::names};

    /// What speaks of the entity called `name`.
    fn related(text: &str, name: &str) -> Vec<String> {
        let document = prose(text);
        let taken = vec![false; document.tokens.len()];
        let found = entities(&document, &names(&document, &taken)).entities;
        let entity = found.into_iter().find(|entity| entity.name == name).unwrap();
        entity.related.iter().map(|span| span.of(text).to_owned()).collect()
    }

    #[test]
    fn people_of_a_country_speak_of_it() {
        let text = "In Norway it rained. Norwegian boats sank, and Norwegians wept for Swedes.";
        assert_eq!(related(text, "Norway"), ["Norwegian", "Norwegians"]);
    }

    #[test]
    fn a_body_is_spoken_of_by_its_noun() {
        let text = "The Ministry of Fisheries bought boats. Later the ministry sold them, and the \
            council wept.";
        assert_eq!(related(text, "Ministry of Fisheries"), ["the ministry"]);
    }
}
