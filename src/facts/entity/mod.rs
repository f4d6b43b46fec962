//! People, places and organizations, and where they are mentioned.

mod cluster;
mod related;
mod role;
mod whereabouts;

use super::Evidence;
use super::document::Document;
use super::name::Name;
use super::place::Location;
use crate::text::Span;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::HashMap;

/// Someone or something with a name.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name, as printed.
    pub name: String,
    /// Its other names in the article, as printed.
    pub aliases: Vec<String>,
    /// What the article calls it ("Syrian President"), if anything.
    pub role: Option<String>,
    /// Where it lies, if it is a place that the gazetteer knows.
    #[serde(default)]
    pub place: Option<Location>,
    /// Where the text speaks of it without its name: "Syrian" of Syria, "the ministry" of the one
    /// it named.
    #[serde(default)]
    pub related: Vec<Span>,
    /// Its mentions: indices into [`super::Facts::mentions`], by start.
    pub mentions: Vec<usize>,
    /// How sure it is.
    pub evidence: Evidence,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organization.
    Organization,
}

/// One mention of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name as printed there.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Whose name it is: an index into [`super::Facts::entities`].
    pub entity: usize,
}

/// At most so many forms of one name are kept.
const FORMS: usize = 32;

/// What the clustering of names gives.
#[derive(Debug, Default)]
pub(crate) struct Entities {
    /// The entities, most mentioned first.
    pub(crate) entities: Vec<Entity>,
    /// The mentions, by start.
    pub(crate) mentions: Vec<Mention>,
}

/// Which of `mentions` (where each stands in `text`, and what it names) name the same: a number
/// for each.
pub fn cluster(text: &str, mentions: &[(Span, EntityKind)]) -> Vec<usize> {
    cluster::clusters(text, mentions)
}

/// The entities that `names` name.
pub(crate) fn entities(document: &Document<'_>, names: &[Name]) -> Entities {
    let spans: Vec<_> =
        names.iter().map(|name| (document.span(name.tokens.clone()), name.kind)).collect();
    let clusters = cluster(document.text, &spans);
    let mut groups: HashMap<usize, Vec<usize>> = HashMap::new();
    for (index, cluster) in clusters.iter().enumerate() {
        groups.entry(*cluster).or_default().push(index);
    }
    let mut groups: Vec<_> = groups.into_values().collect();
    groups.sort_by_key(|group| (Reverse(group.len()), group.first().copied()));
    let mut mentions: Vec<_> = spans
        .iter()
        .zip(names)
        .map(|((span, _), name)| Mention {
            span: *span,
            sentence: document.sentence_span(name.tokens.start),
            entity: 0,
        })
        .collect();
    for (entity, group) in groups.iter().enumerate() {
        for &index in group {
            mentions.get_mut(index).into_iter().for_each(|mention| mention.entity = entity);
        }
    }
    let mut entities: Vec<_> =
        groups.iter().filter_map(|group| entity(document, names, group)).collect();
    whereabouts::add(document, names, &mut entities);
    related::add(document, names, &mut entities);
    Entities { entities, mentions }
}

/// Why `name` is one, in words.
fn reason(name: &Name) -> String {
    let Name { reason, confidence, .. } = name;
    match *reason {
        "" => format!("the model of names is {confidence} % sure"),
        rule => format!("{rule}; rules and model together are {confidence} % sure"),
    }
}

/// The entity whose mentions are the names `group`.
fn entity(document: &Document<'_>, names: &[Name], group: &[usize]) -> Option<Entity> {
    let members: Vec<_> = group.iter().filter_map(|&index| names.get(index)).collect();
    let first = members.first()?;
    let printed = |name: &Name| {
        let words = document.span(name.tokens.clone()).of(document.text);
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let mut forms: Vec<String> = Vec::new();
    for name in &members {
        let form = printed(name);
        if forms.len() < FORMS && !forms.contains(&form) {
            forms.push(form);
        }
    }
    // The fullest: most words, and not in capitals throughout where another form is at hand.
    let shouted = |form: &str| form.len() > 3 && !form.contains(char::is_lowercase);
    let fullness = |form: &String| (!shouted(form), form.split(' ').count(), form.len());
    let name = forms.iter().max_by_key(|form| fullness(form))?.clone();
    let aliases = forms.into_iter().filter(|form| *form != name).collect();
    let person = first.kind == EntityKind::Person;
    let role = members.iter().filter(|_| person).find_map(|name| role::role(document, name));
    let surest = members.iter().max_by_key(|name| name.confidence)?;
    Some(Entity {
        kind: first.kind,
        name,
        aliases,
        role: role
            .map(|span| span.of(document.text).split_whitespace().collect::<Vec<_>>().join(" ")),
        place: None,
        related: Vec::new(),
        mentions: group.to_vec(),
        evidence: Evidence { confidence: surest.confidence, reason: reason(surest) },
    })
}
