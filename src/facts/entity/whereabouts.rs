//! Where the places of an article lie: each is looked up, and the countries and states that the
//! article speaks of decide between namesakes.

use super::{Entity, EntityKind};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::name::Name;
use crate::facts::place::{Scene, country, homeland, state};

/// Adds to the places among `entities`, which `names` name, where they lie.
pub(super) fn add(document: &Document<'_>, names: &[Name], entities: &mut [Entity]) {
    let scene = scene(document, names);
    for entity in entities.iter_mut().filter(|entity| entity.kind == EntityKind::Place) {
        let within = entity.mentions.iter().find_map(|&index| within(document, names.get(index)?));
        let forms = std::iter::once(&entity.name).chain(&entity.aliases);
        entity.place = forms.map(|form| form.to_lowercase()).find_map(|form| {
            let plain = form.trim_end_matches("'s").trim_end_matches("’s");
            scene.locate(plain, within.as_deref())
        });
    }
}

/// The countries and states that `document` speaks of: by name, and by what is of them.
fn scene(document: &Document<'_>, names: &[Name]) -> Scene {
    let mut scene = Scene::default();
    for name in names.iter().filter(|name| name.kind == EntityKind::Place) {
        let lower = document.lower(name.tokens.clone());
        if let Some(code) = country(&lower) {
            scene.note_country(code);
        }
        if let Some(code) = state(&lower) {
            scene.note_state(code);
            scene.note_country("US");
        }
    }
    for (at, token) in document.tokens.iter().enumerate() {
        if token.is(Class::Demonym) && token.is_capital() {
            let word = document.word(at).to_lowercase();
            if let Some(code) = homeland(&word) {
                scene.note_country(code);
            }
        }
    }
    scene
}

/// The country or state behind a name: "Texas" in "Paris, Texas".
fn within(document: &Document<'_>, name: &Name) -> Option<String> {
    let at = name.tokens.end;
    if document.word(at) != "," || !document.token(at + 1).is_capital() {
        return None;
    }
    let known = |end: usize| {
        let lower = document.lower(at + 1..end);
        (country(&lower).is_some() || state(&lower).is_some()).then_some(lower)
    };
    known(at + 3).or_else(|| known(at + 2))
}

#[cfg(test)]
mod tests {
    use crate::facts::document::tests::prose;
    use crate::facts::{entity::entities, name::names};

    /// Where the place called `name` lies, to whole degrees, and its country.
    fn place(text: &str, name: &str) -> Option<(i64, i64, Option<String>)> {
        let document = prose(text);
        let taken = vec![false; document.tokens.len()];
        let found = entities(&document, &names(&document, &taken)).entities;
        let place = found.into_iter().find(|entity| entity.name == name)?.place?;
        #[expect(clippy::cast_possible_truncation, reason = "degrees are small")]
        let whole = |degrees: f64| degrees.round() as i64;
        Some((whole(place.latitude), whole(place.longitude), place.country))
    }

    #[test]
    fn a_city_lies_where_the_largest_of_its_name_does() {
        let here = place("The ship left Lisbon and went to Xandu.", "Lisbon");
        assert_eq!(here, Some((39, -9, Some("PT".to_owned()))));
    }

    #[test]
    fn a_state_behind_the_name_decides() {
        let here = place("He grew up in Paris, Texas, and left.", "Paris");
        assert_eq!(here, Some((34, -96, Some("US".to_owned()))));
    }

    #[test]
    fn people_of_a_country_decide() {
        let text = "Lebanese soldiers and Lebanese police left the city of Tripoli.";
        assert_eq!(place(text, "Tripoli"), Some((34, 36, Some("LB".to_owned()))));
    }
}
