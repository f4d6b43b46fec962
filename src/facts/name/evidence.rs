//! What speaks for a name being a person's, a place's or an organization's: points for each, and
//! the strongest reason in words.

use super::context;
use super::run::{is_syllable, known};
use super::split::{Candidate, is_stray};
use crate::facts::document::Document;
use crate::facts::entity::EntityKind;
use crate::facts::lexicon::{self, Class, Lexeme};
use crate::facts::token::Shape;
use std::ops::Range;

/// The kinds of entity, in the order of [`Evidence`]'s points.
pub(super) const KINDS: [EntityKind; 3] =
    [EntityKind::Person, EntityKind::Place, EntityKind::Organization];

/// Points for each kind, with the strongest reason.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Evidence {
    person: Points,
    place: Points,
    organization: Points,
}

/// Points, and the reason that gave most of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Points {
    /// The sum.
    pub(super) sum: i32,
    top: i32,
    /// The strongest reason, in words.
    pub(super) reason: &'static str,
}

impl Evidence {
    /// The points for `kind`.
    pub(super) const fn of(&self, kind: EntityKind) -> &Points {
        match kind {
            EntityKind::Person => &self.person,
            EntityKind::Place => &self.place,
            EntityKind::Organization => &self.organization,
        }
    }

    const fn of_mut(&mut self, kind: EntityKind) -> &mut Points {
        match kind {
            EntityKind::Person => &mut self.person,
            EntityKind::Place => &mut self.place,
            EntityKind::Organization => &mut self.organization,
        }
    }

    /// Adds `points` for `kind`.
    pub(super) const fn add(&mut self, kind: EntityKind, points: i32, reason: &'static str) {
        let held = self.of_mut(kind);
        held.sum += points;
        if points > held.top {
            held.top = points;
            held.reason = reason;
        }
    }

    /// Adds what another mention of the same words says: the best counts in full, the rest a
    /// quarter.
    pub(super) fn pool(&mut self, other: &Self) {
        for kind in KINDS {
            let more = *other.of(kind);
            let held = self.of_mut(kind);
            if more.sum > held.sum {
                *held = Points { sum: more.sum + held.sum.max(0) / 4, ..more };
            } else {
                held.sum += more.sum.max(0) / 4;
            }
        }
    }

    /// The kind with most points, its points, and by how many it leads.
    pub(super) fn best(&self) -> (EntityKind, Points, i32) {
        let mut kinds = KINDS;
        kinds.sort_by_key(|&kind| -self.of(kind).sum);
        let [first, second, _] = kinds;
        let best = *self.of(first);
        (first, best, best.sum - self.of(second).sum.max(0))
    }
}

/// What the words of `candidate` and those around it say.
pub(super) fn evidence(document: &Document<'_>, candidate: &Candidate) -> Evidence {
    let mut evidence = Evidence::default();
    let tokens = &candidate.tokens;
    listed(document, tokens, &mut evidence);
    if tokens.len() > 1 {
        composed(document, tokens, &mut evidence);
    }
    acronym(document, tokens, &mut evidence);
    if candidate.title.is_some() {
        evidence.add(EntityKind::Person, 10, "a title stands before the name");
    }
    context::add(document, tokens, &mut evidence);
    evidence
}

/// What is known of the whole name, or of the known name at its head.
fn listed(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let lexeme = whole(document, tokens);
    let single = tokens.len() == 1;
    let ambiguous = lexeme.is(Class::Surname) || lexeme.is(Class::GivenName);
    let word = document.word(tokens.start);
    // A known name of several words is hardly ever something else.
    let whole = if single { 0 } else { 4 };
    if lexeme.is(Class::Country) {
        let points = if ambiguous { 6 } else { 10 + whole };
        evidence.add(EntityKind::Place, points, "the name of a country");
    }
    if lexeme.is(Class::State) {
        let abbreviated = word.ends_with('.') && single;
        let comma = document.before(tokens.start, 1).span.of(document.text) == ",";
        let points = if abbreviated && !comma { 1 } else { 8 + whole };
        evidence.add(EntityKind::Place, points, "the name of a state or province");
    } else if lexeme.is(Class::City) {
        let points = if ambiguous { 4 } else { 8 + whole };
        evidence.add(EntityKind::Place, points, "the name of a city");
    }
    if lexeme.is(Class::Place) {
        evidence.add(EntityKind::Place, 8 + whole, "the name of a region or landmark");
    }
    let shouted = document.token(tokens.start).shape == Shape::Upper;
    if lexeme.is(Class::Organization) && (shouted || !lexeme.is(Class::Function)) {
        evidence.add(EntityKind::Organization, 9 + whole, "the name of a known organization");
    }
    // "AI", "MAY": letters that only happen to spell a name.
    let letters = single && shouted && word.len() <= 4;
    if letters {
        evidence.add(EntityKind::Person, -4, "");
    }
    if single && lexeme.is(Class::GivenName) && !letters {
        evidence.add(EntityKind::Person, 5, "a given name");
    }
    if single && lexeme.is(Class::Surname) && !letters {
        evidence.add(EntityKind::Person, 2, "a surname");
    }
}

/// What the lexicon says of the whole of `tokens`.
pub(super) fn whole(document: &Document<'_>, tokens: &Range<usize>) -> Lexeme {
    if tokens.len() == 1 {
        return document.token(tokens.start).lexeme;
    }
    match known(document, tokens.start) {
        Some((count, lexeme)) if count == tokens.len() => lexeme,
        _ => lexicon::NOTHING,
    }
}

/// What the parts of a name of several words say.
fn composed(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let first = document.token(tokens.start);
    let last = document.before(tokens.end, 1);
    let has = |class: Class| tokens.clone().any(|at| document.token(at).is(class));
    let of = tokens.clone().any(|at| document.any(at, &["of", "for", "&"]));
    if !whole(document, tokens).is_unknown() {
        return;
    }
    let mut thing = false;
    if tokens.clone().any(|at| document.is(at, "hall") && document.is(at + 1, "of")) {
        evidence.add(EntityKind::Organization, 8, "the name says what sort of body it is");
        thing = true;
    } else if last.is(Class::CompanySuffix) {
        evidence.add(EntityKind::Organization, 10, "the name ends like a company's");
        thing = true;
    } else if last.is(Class::OrganizationNoun) && !last.is(Class::GivenName) {
        let points = if last.is(Class::Surname) && first.is(Class::GivenName) { 3 } else { 8 };
        evidence.add(EntityKind::Organization, points, "the name says what sort of body it is");
        thing = points > 5;
    } else if has(Class::OrganizationNoun) {
        let points = if of { 9 } else { 5 };
        evidence.add(EntityKind::Organization, points, "the name says what sort of body it is");
        thing = true;
    } else if last.is(Class::PlaceNoun) || first.is(Class::PlaceNoun) {
        let points = if last.is(Class::Surname) && first.is(Class::GivenName) { 2 } else { 7 };
        evidence.add(EntityKind::Place, points, "the name says what sort of place it is");
        thing = points > 5;
    }
    if !thing {
        person(document, tokens, evidence);
    }
}

fn person(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let first = document.token(tokens.start);
    let last = document.before(tokens.end, 1);
    let has = |shape: Shape| tokens.clone().any(|at| document.token(at).shape == shape);
    let capitals = tokens.clone().filter(|&at| document.token(at).is_capital()).count();
    // "Breaking Stone": what begins with a participle is seldom a person's name.
    if is_stray(document, tokens.start) && !has(Shape::Initial) {
        return;
    }
    if is_syllable(document, tokens.start, tokens.end - 1) {
        evidence.add(EntityKind::Person, 4, "it ends with a given name of two syllables");
    }
    if first.is(Class::GivenName) && capitals <= 4 {
        evidence.add(EntityKind::Person, 6, "it begins with a given name");
        if last.is(Class::Surname) {
            evidence.add(EntityKind::Person, 2, "it ends with a surname");
        }
    } else if last.is(Class::Surname) && capitals <= 3 {
        evidence.add(EntityKind::Person, 3, "it ends with a surname");
    }
    if has(Shape::Initial) {
        evidence.add(EntityKind::Person, 5, "it holds an initial");
    }
    if last.is(Class::NameSuffix) {
        evidence.add(EntityKind::Person, 7, "it ends like a person's name");
    }
    let particle = tokens.clone().any(|at| {
        document.token(at).is(Class::Particle) && document.token(at).shape == Shape::Lower
    });
    if particle {
        evidence.add(EntityKind::Person, 4, "its parts are joined like a person's name");
    }
    if (2..=3).contains(&capitals) && !has(Shape::Upper) {
        evidence.add(EntityKind::Person, 2, "it is written like a person's name");
    }
}

/// Abbreviations in capitals that name no organization.
const NO_BODY: &[&str] = &[
    "TV", "DNA", "RNA", "CEO", "CFO", "GDP", "AIDS", "HIV", "DVD", "CD", "ID", "PC", "UFO", "AM",
    "PM", "GMT", "EST", "EDT", "PST", "PDT", "UTC", "OK", "VIP", "PR", "IQ", "MP", "MPs", "SUV",
    "ATM", "URL", "USB", "HTML", "PDF", "FAQ", "DJ", "AI", "II", "III", "IV", "VI", "VII", "VIII",
    "IX", "XI", "XII", "SARS", "COVID", "PTSD", "LGBT", "LGBTQ", "NGO", "NGOs", "CEOs", "IPO",
    "B.C.", "A.D.", "Q", "A", "Ph.D.", "M.D.", "J.D.", "B.A.", "M.A.", "SDK", "API", "GPS", "3D",
    "HD", "SMS", "RPG", "AK", "WMD", "U.S.-led", "NOT", "AND", "THE", "USD", "EUR", "GBP", "P.O.",
    "R", "D", "I", "IT", "TVs", "DVDs",
];

/// Whether `word` is an abbreviation that names no organization.
pub(super) fn is_no_body(word: &str) -> bool {
    NO_BODY.contains(&word)
}

fn acronym(document: &Document<'_>, tokens: &Range<usize>, evidence: &mut Evidence) {
    let word = document.word(tokens.start);
    let token = document.token(tokens.start);
    let letters = word.chars().filter(|letter| letter.is_alphabetic()).count();
    let plain = tokens.len() == 1 && token.shape == Shape::Upper && (2..=6).contains(&letters);
    if !plain || is_no_body(word) || token.any_of(&[Class::Country, Class::State]) {
        return;
    }
    evidence.add(EntityKind::Organization, 4, "an abbreviation in capitals");
    let opened = document.before(tokens.start, 1).span.of(document.text) == "(";
    if opened && document.before(tokens.start, 2).is_capital() && document.word(tokens.end) == ")" {
        evidence.add(EntityKind::Organization, 5, "the abbreviation of the name before it");
    }
}
