//! Which names are borne by the same: "Lee" stands for the one "Ann Lee" of the text, "WHO" for
//! the World Health Organization, "Oddvik" for Oddvik Corp., "the President" for whom it calls so.
//!
//! Mentions of the same words are one form. Forms are joined from the fullest to the shortest, as
//! what is said in full decides what the short can mean; then names that say only what their
//! bearer is ("the University") are given to who was named last.

mod body;
mod named;
mod office;
mod person;

use super::EntityKind;
use crate::text::Span;
use named::Named;
use std::collections::{BTreeMap, HashMap};

/// At most so many forms that share a word are told apart: comparing them stays cheap.
const NAMESAKES: usize = 64;

/// All mentions of the same words.
#[derive(Debug)]
struct Form {
    name: Named,
    /// Where the mentions stand among all, by start.
    mentions: Vec<usize>,
}

impl Form {
    fn first(&self) -> usize {
        self.mentions.first().copied().unwrap_or(0)
    }
}

/// Which forms are one: each points to another of its cluster or to itself.
#[derive(Debug)]
struct Joined(Vec<usize>);

impl Joined {
    /// The form that stands for the cluster of `form`.
    fn find(&self, mut form: usize) -> usize {
        while let Some(&next) = self.0.get(form).filter(|next| **next != form) {
            form = next;
        }
        form
    }

    fn join(&mut self, short: usize, full: usize) {
        let (short, full) = (self.find(short), self.find(full));
        if let Some(slot) = self.0.get_mut(short) {
            *slot = full;
        }
    }
}

/// The cluster of each of `mentions`, which stand in the order of `text`: a number for each.
pub(super) fn clusters(text: &str, mentions: &[(Span, EntityKind)]) -> Vec<usize> {
    let (forms, form_of) = forms(text, mentions);
    let mut joined = Joined((0..forms.len()).collect());
    // The fullest first, and of equally full ones who is named first.
    let mut order: Vec<usize> = (0..forms.len()).collect();
    order.sort_by_key(|&at| {
        forms.get(at).map_or((0, 0), |form| (usize::MAX - form.name.words.len(), form.first()))
    });
    person::join(&forms, &order, &mut joined);
    body::join(&forms, &order, &mut joined);
    body::join_bracketed(text, mentions, &form_of, &mut joined);
    person::join_titled(text, mentions, &form_of, &mut joined);
    let mut clusters: Vec<usize> = form_of.iter().map(|form| joined.find(*form)).collect();
    person::give_offices(text, mentions, &forms, &mut clusters);
    body::give_nouns(text, mentions, &forms, &mut clusters);
    clusters
}

/// The cluster of whom the text speaks to by the form numbered `form`; no form has its number.
fn of_listener(forms: &[Form], form: usize) -> usize {
    forms.len() + form
}

/// The cluster of a mention that means nobody else; no form and no listener has its number.
fn of_anyone(forms: &[Form], mention: usize) -> usize {
    2 * forms.len() + mention
}

/// The forms of `mentions`, and which of them each mention is.
fn forms(text: &str, mentions: &[(Span, EntityKind)]) -> (Vec<Form>, Vec<usize>) {
    let mut forms: Vec<Form> = Vec::new();
    let mut printed: HashMap<(EntityKind, &str), usize> = HashMap::new();
    let mut known: HashMap<(EntityKind, String), usize> = HashMap::new();
    let mut form_of = Vec::with_capacity(mentions.len());
    for (mention, &(span, kind)) in mentions.iter().enumerate() {
        let number = *printed.entry((kind, span.of(text))).or_insert_with(|| {
            let name = Named::new(span.of(text), kind);
            let key = if name.is_office { name.office.join(" ") + "!" } else { name.whole() };
            let key = key + name.number.as_deref().unwrap_or("");
            *known.entry((kind, key)).or_insert_with(|| {
                forms.push(Form { name, mentions: Vec::new() });
                forms.len() - 1
            })
        });
        forms.get_mut(number).into_iter().for_each(|form| form.mentions.push(mention));
        form_of.push(number);
    }
    (forms, form_of)
}

/// The forms that have a word, by the word.
#[derive(Debug, Default)]
struct Index(BTreeMap<String, Vec<usize>>);

impl Index {
    fn add(&mut self, word: &str, form: usize) {
        let forms = self.0.entry(word.to_owned()).or_default();
        if forms.len() < NAMESAKES && !forms.contains(&form) {
            forms.push(form);
        }
    }

    fn of(&self, word: &str) -> &[usize] {
        self.0.get(word).map_or(&[], Vec::as_slice)
    }

    /// Some words that begin with `letter`, with their forms.
    fn beginning(&self, letter: char) -> impl Iterator<Item = (&str, &[usize])> {
        let words = self.0.range(letter.to_string()..).take(NAMESAKES);
        let words = words.take_while(move |(word, _)| word.starts_with(letter));
        words.map(|(word, forms)| (word.as_str(), forms.as_slice()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The clusters of `names` of one kind that stand in this order in a text of nothing else,
    /// numbered by who is named first.
    fn grouped(kind: EntityKind, names: &[&str]) -> Vec<usize> {
        clustered(kind, &names.join(". "), names)
    }

    /// The clusters of `names` in `text`.
    fn clustered(kind: EntityKind, text: &str, names: &[&str]) -> Vec<usize> {
        let mut from = 0;
        let mentions: Vec<_> = names
            .iter()
            .map(|name| {
                let start = from + text.get(from..).unwrap().find(name).unwrap();
                from = start + name.len();
                (Span::new(start, from), kind)
            })
            .collect();
        let mut seen: Vec<usize> = Vec::new();
        let numbers = clusters(text, &mentions).into_iter().map(|cluster| {
            seen.iter().position(|known| *known == cluster).unwrap_or_else(|| {
                seen.push(cluster);
                seen.len() - 1
            })
        });
        numbers.collect()
    }

    fn people(names: &[&str]) -> Vec<usize> {
        grouped(EntityKind::Person, names)
    }

    fn bodies(names: &[&str]) -> Vec<usize> {
        grouped(EntityKind::Organization, names)
    }

    #[test]
    fn a_surname_stands_for_the_full_name() {
        assert_eq!(people(&["Ann Lee", "Joe Roe", "Lee", "Roe", "Ms. Lee"]), [0, 1, 0, 1, 0]);
        assert_eq!(people(&["Lee", "Ann Lee"]), [0, 0]);
    }

    #[test]
    fn namesakes_stay_apart_and_the_first_keeps_the_surname() {
        assert_eq!(people(&["Ann Lee", "Bob Lee", "Lee"]), [0, 1, 0]);
        assert_eq!(people(&["Ann Lee", "Bob Carl Otto Lee", "Lee"]), [0, 1, 0]);
    }

    #[test]
    fn initials_particles_and_short_forms_do_not_part() {
        assert_eq!(people(&["Omar al-Rashidi", "Omar Rashidi"]), [0, 0]);
        assert_eq!(people(&["Ann B. Lee", "Ann Lee", "A. Lee"]), [0, 0, 0]);
        assert_eq!(people(&["William Roe", "Bill Roe", "Bill"]), [0, 0, 0]);
        assert_eq!(people(&["Kristin Roe", "Kristen Roe"]), [0, 0]);
        assert_eq!(people(&["Zahā Rāmeh", "Zaha Rameh"]), [0, 0]);
    }

    #[test]
    fn a_slip_of_the_pen_does_not_part() {
        assert_eq!(people(&["Lydia Brechtmann", "Brechtman", "Brandvold"]), [0, 0, 1]);
    }

    #[test]
    fn rulers_of_one_name_are_told_by_their_numbers() {
        assert_eq!(people(&["King Haakon VII", "King Haakon", "Haakon"]), [0, 0, 0]);
        assert_eq!(people(&["Shah Abbas", "Shah Abbas II"]), [0, 1]);
    }

    #[test]
    fn an_office_is_who_was_said_to_hold_it() {
        let text = "President Ann Lee met Joe Roe, the director of the zoo and chairman of the \
            bank. The President wept; the Director sang. A President lies, Madam President.";
        let names = ["Ann Lee", "Joe Roe", "President", "Director", "President", "Madam President"];
        assert_eq!(clustered(EntityKind::Person, text, &names), [0, 1, 0, 1, 2, 3]);
    }

    #[test]
    fn a_second_is_not_the_first() {
        let text = "President Ann Lee and Vice President Joe Roe came. The Vice President sang.";
        let names = ["Ann Lee", "Joe Roe", "Vice President"];
        assert_eq!(clustered(EntityKind::Person, text, &names), [0, 1, 1]);
    }

    #[test]
    fn an_acronym_stands_for_its_words() {
        let names = ["Northern Fishing Council", "NFC", "Oddvik Corp.", "Oddvik"];
        assert_eq!(bodies(&names), [0, 0, 1, 1]);
        let text = "the Union of Northern Fishers and Whalers (UNOF) and (WHAL)";
        let names = ["Union of Northern Fishers and Whalers", "UNOF", "WHAL"];
        assert_eq!(clustered(EntityKind::Organization, text, &names), [0, 0, 1]);
    }

    #[test]
    fn a_part_stands_for_the_whole() {
        assert_eq!(bodies(&["Norwegian Fisheries Ministry", "Fisheries Ministry"]), [0, 0]);
        assert_eq!(bodies(&["Pennsylvania State University", "Penn State"]), [0, 0]);
        assert_eq!(bodies(&["Bergen University", "Bergen University Press"]), [0, 1]);
        assert_eq!(bodies(&["Oddvik's Herring Club", "Oddvik", "Herring Club"]), [0, 1, 0]);
        assert_eq!(bodies(&["Oddvik Inc.", "Oddvik Herring"]), [0, 1]);
    }

    #[test]
    fn what_kind_of_body_it_is_means_the_one_named_last() {
        let text = "The Bergen University and the Oslo University met. The University paid, and \
            no University wept.";
        let names = ["Bergen University", "Oslo University", "University", "University"];
        assert_eq!(clustered(EntityKind::Organization, text, &names), [0, 1, 1, 2]);
    }

    #[test]
    fn those_who_are_nobody_else_stay_apart_whatever_they_are() {
        let text = "Lee met Lee at a University. Madam President, he said.";
        let mut from = 0;
        let mut mention = |name: &str, kind| {
            let start = from + text.get(from..).unwrap().find(name).unwrap();
            from = start + name.len();
            (Span::new(start, from), kind)
        };
        let mentions = [
            mention("Lee", EntityKind::Person),
            mention("Lee", EntityKind::Person),
            mention("University", EntityKind::Organization),
            mention("Madam President", EntityKind::Person),
        ];
        let [lee, again, body, listener] = clusters(text, &mentions)[..] else {
            panic!("a number for each");
        };
        assert_eq!(lee, again);
        assert!(lee != body && lee != listener && body != listener);
    }

    #[test]
    fn places_are_the_same_by_their_words() {
        let names = ["OSLO", "Oslo", "United States", "U.S.", "Ohio"];
        assert_eq!(grouped(EntityKind::Place, &names), [0, 0, 1, 1, 2]);
    }
}
