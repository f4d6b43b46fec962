//! Which names are borne by the same: "Lee" stands for the one "Ann Lee" of the text, "WHO" for
//! the World Health Organization, "Oddvik" for Oddvik Corp.

use super::EntityKind;
use crate::facts::lexicon::{self, Class};
use std::collections::HashMap;

/// A name to cluster: its words without title or possessive, and what bears it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Named {
    /// The words, in lower case, without full stops, particles, suffixes and "the".
    pub(crate) words: Vec<String>,
    /// The initials of its capitals: "WHO" for the World Health Organization.
    pub(crate) initials: String,
    /// What bears it.
    pub(crate) kind: EntityKind,
}

impl Named {
    /// The name printed as `name`.
    pub(crate) fn new(name: &str, kind: EntityKind) -> Self {
        let initials: String = name
            .split([' ', '-', '\n'])
            .filter(|word| !matches!(*word, "The" | "A"))
            .filter_map(|word| word.chars().next().filter(|letter| letter.is_uppercase()))
            .collect();
        let parts = name.split(|mark: char| mark.is_whitespace() || matches!(mark, '-' | ','));
        let mut words: Vec<String> = parts.map(plain).filter(|word| !word.is_empty()).collect();
        if words.len() > 1 {
            let kept: Vec<_> =
                words.iter().filter(|word| !is_trimming(word, kind)).cloned().collect();
            words = if kept.is_empty() { words } else { kept };
        }
        let whole = words.join(" ");
        if let Some(same) = same_place(&whole) {
            words = vec![same.to_owned()];
        }
        Self { words, initials, kind }
    }
}

/// `word` in lower case, without full stops, quotation marks and a possessive.
fn plain(word: &str) -> String {
    let word = word.trim_end_matches("'s").trim_end_matches("’s");
    let kept: String =
        word.chars().filter(|letter| letter.is_alphanumeric() || *letter == '&').collect();
    kept.to_lowercase()
}

/// Whether `word` says nothing of who is named: an article, a title, a company's or a person's
/// suffix.
fn is_trimming(word: &str, kind: EntityKind) -> bool {
    let lexeme = lexicon::look_up(word);
    match kind {
        EntityKind::Person => {
            lexeme.any(&[Class::Honorific, Class::Title, Class::NameSuffix])
                && !lexeme.is(Class::GivenName)
                || lexeme.is(Class::Particle) && !lexeme.is(Class::Surname)
                || word == "the"
        }
        EntityKind::Organization => lexeme.is(Class::CompanySuffix) || word == "the",
        EntityKind::Place => word == "the",
    }
}

/// One name for places that have several.
fn same_place(name: &str) -> Option<&'static str> {
    Some(match name {
        "us" | "usa" | "united states" | "united states of america" | "america" => "united states",
        "uk" | "united kingdom" | "britain" | "great britain" => "united kingdom",
        "uae" | "united arab emirates" => "united arab emirates",
        "un" | "united nations" => "united nations",
        "eu" | "european union" => "european union",
        "new york city" => "new york",
        "washington dc" => "washington",
        "soviet union" | "ussr" => "soviet union",
        "holland" | "netherlands" => "netherlands",
        "kiev" | "kyiv" => "kyiv",
        _ => return None,
    })
}

/// The cluster of each of `names`, which stand in the order of the text; clusters count from 0.
pub(crate) fn clusters(names: &[Named]) -> Vec<usize> {
    let mut clusters = Clusters::default();
    // Full names first: they decide whom the short ones can mean.
    let mut order: Vec<usize> = (0..names.len()).collect();
    order.sort_by_key(|&index| names.get(index).map_or(0, |name| usize::MAX - name.words.len()));
    let mut found = vec![0; names.len()];
    for index in order {
        let Some(name) = names.get(index) else { continue };
        let cluster = clusters.place(name);
        if let Some(slot) = found.get_mut(index) {
            *slot = cluster;
        }
    }
    found
}

/// The clusters so far, found by every key that a later name may have.
#[derive(Debug, Default)]
struct Clusters {
    exact: HashMap<(EntityKind, String), usize>,
    people: HashMap<String, Vec<Member>>,
    initials: HashMap<String, usize>,
    heads: HashMap<String, Vec<usize>>,
    count: usize,
}

/// At most so many people of one surname are told apart: comparing them stays cheap.
const NAMESAKES: usize = 64;

/// A person of a cluster: the words of the fullest name.
#[derive(Debug)]
struct Member {
    words: Vec<String>,
    cluster: usize,
}

impl Clusters {
    fn place(&mut self, name: &Named) -> usize {
        let whole = name.words.join(" ");
        if let Some(&cluster) = self.exact.get(&(name.kind, whole.clone())) {
            return cluster;
        }
        let cluster = self.same(name).unwrap_or_else(|| {
            self.count += 1;
            self.count - 1
        });
        self.exact.insert((name.kind, whole), cluster);
        self.learn(name, cluster);
        cluster
    }

    /// The cluster that a name of other words belongs to.
    fn same(&self, name: &Named) -> Option<usize> {
        match name.kind {
            EntityKind::Person => self.person(name),
            EntityKind::Organization => self.organization(name),
            EntityKind::Place => None,
        }
    }

    fn person(&self, name: &Named) -> Option<usize> {
        let last = name.words.last()?;
        let members = self.people.get(last)?;
        let fits = |member: &&Member| match name.words.as_slice() {
            [_] => true,
            [first, ..] => {
                let theirs = member.words.first();
                theirs.is_some_and(|theirs| agree(first, theirs))
                    && middles_agree(&name.words, &member.words)
            }
            [] => false,
        };
        let mut fitting = members.iter().filter(fits);
        let first = fitting.next()?;
        // A lone surname that several bear is the one named first in full.
        Some(first.cluster)
    }

    fn organization(&self, name: &Named) -> Option<usize> {
        let [word] = name.words.as_slice() else { return None };
        if let Some(&cluster) = self.initials.get(word) {
            return Some(cluster);
        }
        match self.heads.get(word)?.as_slice() {
            [cluster] => Some(*cluster),
            _ => None,
        }
    }

    fn learn(&mut self, name: &Named, cluster: usize) {
        let words = &name.words;
        match name.kind {
            EntityKind::Person => {
                // A surname leads to the person, and so does a first name that is all there is.
                let keys = [words.last(), words.first()];
                for key in keys.into_iter().flatten() {
                    let members = self.people.entry(key.clone()).or_default();
                    let known = members.iter().any(|member| member.cluster == cluster);
                    if !known && members.len() < NAMESAKES {
                        members.push(Member { words: words.clone(), cluster });
                    }
                }
            }
            EntityKind::Organization if words.len() > 1 => {
                let initials = name.initials.to_lowercase();
                if initials.len() > 1 {
                    self.initials.entry(initials).or_insert(cluster);
                }
                for key in [words.first(), words.last()].into_iter().flatten() {
                    let noun = lexicon::look_up(key);
                    if noun.is_unknown()
                        || !noun.any(&[
                            Class::OrganizationNoun,
                            Class::Country,
                            Class::City,
                            Class::State,
                            Class::Demonym,
                            Class::PlaceNoun,
                            Class::TitleModifier,
                        ])
                    {
                        let heads = self.heads.entry(key.clone()).or_default();
                        // Two are enough to make it mean neither.
                        if heads.len() < 2 && !heads.contains(&cluster) {
                            heads.push(cluster);
                        }
                    }
                }
            }
            _ => {}
        }
    }
}

/// Whether two first names can be one person's: the same, or one the initial of the other.
fn agree(one: &str, other: &str) -> bool {
    let short = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    one == other || short(one, other) || short(other, one)
}

/// Whether middle names do not speak against each other.
fn middles_agree(one: &[String], other: &[String]) -> bool {
    let middle = |words: &[String]| match words {
        [_, middle, .., _] => Some(middle.clone()),
        _ => None,
    };
    match (middle(one), middle(other)) {
        (Some(one), Some(other)) => agree(&one, &other),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn grouped(kind: EntityKind, names: &[&str]) -> Vec<usize> {
        let names: Vec<_> = names.iter().map(|name| Named::new(name, kind)).collect();
        let clusters = clusters(&names);
        // Numbered by first appearance, whatever the order inside.
        let mut seen: Vec<usize> = Vec::new();
        clusters
            .iter()
            .map(|cluster| {
                seen.iter().position(|known| known == cluster).unwrap_or_else(|| {
                    seen.push(*cluster);
                    seen.len() - 1
                })
            })
            .collect()
    }

    #[test]
    fn a_surname_stands_for_the_full_name() {
        let names = ["Ann Lee", "Joe Roe", "Lee", "Roe", "Ms. Lee"];
        assert_eq!(grouped(EntityKind::Person, &names), [0, 1, 0, 1, 0]);
    }

    #[test]
    fn a_full_name_later_takes_the_surname_before_it() {
        assert_eq!(grouped(EntityKind::Person, &["Lee", "Ann Lee"]), [0, 0]);
    }

    #[test]
    fn namesakes_with_other_first_names_stay_apart() {
        assert_eq!(grouped(EntityKind::Person, &["Ann Lee", "Bob Lee", "Lee"]), [0, 1, 0]);
    }

    #[test]
    fn initials_and_particles_do_not_part() {
        let names = ["Omar al-Rashidi", "Omar Rashidi", "Ann B. Lee", "Ann Lee", "A. Lee"];
        assert_eq!(grouped(EntityKind::Person, &names), [0, 0, 1, 1, 1]);
    }

    #[test]
    fn an_acronym_stands_for_its_words() {
        let names = ["Northern Fishing Council", "NFC", "Oddvik Corp.", "Oddvik"];
        assert_eq!(grouped(EntityKind::Organization, &names), [0, 0, 1, 1]);
    }

    #[test]
    fn places_are_the_same_by_their_words() {
        let names = ["OSLO", "Oslo", "United States", "U.S.", "Ohio"];
        assert_eq!(grouped(EntityKind::Place, &names), [0, 0, 1, 1, 2]);
    }
}
