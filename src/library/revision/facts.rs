//! The facts of two versions, compared by value.
//!
//! A fact counts as come or gone only where the words that bear it out did: what an engine finds in
//! words that stayed may differ for reasons of its own.

use super::line;
use crate::facts::{Date, EntityKind, Facts, Quantity, Quotation, QuotationKind};
use crate::mark::{Alignment, Edit, Stretch};
use crate::text::Span;
use serde::Serialize;

/// A fact that came, went or changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct FactChange {
    /// What sort of fact it is.
    pub kind: FactKind,
    /// What it was; `None` where it is new.
    pub before: Option<String>,
    /// What it is now; `None` where it is gone.
    pub now: Option<String>,
}

/// What sort of fact something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A number and what it counts.
    Number,
    /// A date, a time or a duration.
    Date,
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organization.
    Organization,
    /// Words and who said them.
    Quotation,
}

impl FactKind {
    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Number => "Number",
            Self::Date => "Date",
            Self::Person => "Person",
            Self::Place => "Place",
            Self::Organization => "Organization",
            Self::Quotation => "Quotation",
        }
    }
}

/// How the two texts lie beside each other.
pub(super) struct Sides<'a> {
    pub(super) alignment: &'a Alignment<'a>,
    pub(super) edits: &'a [Stretch],
}

/// A fact as it is compared.
struct Item {
    kind: FactKind,
    /// Equal facts have equal values.
    value: String,
    /// What else must be equal for one to have become the other.
    unit: String,
    shown: String,
    span: Span,
    /// Where the fact that it became must stand: its sentence, or the quotation itself.
    within: Span,
}

/// The facts that came, went or changed, by kind.
pub(super) fn changes(
    sides: &Sides<'_>,
    (old_text, old): (&str, &Facts),
    (new_text, new): (&str, &Facts),
) -> Vec<FactChange> {
    let (old, new) = (items(old_text, old), items(new_text, new));
    let gone = sides.without(&old, &new, Edit::Removed);
    let mut came: Vec<Option<&Item>> =
        sides.without(&new, &old, Edit::Added).into_iter().map(Some).collect();
    let mut changes = Vec::new();
    for item in gone {
        let there = sides.alignment.carry(item.within).span();
        let became = came.iter_mut().find(|it| {
            it.is_some_and(|it| {
                it.kind == item.kind
                    && it.unit == item.unit
                    && there.is_some_and(|there| there.overlaps(it.within))
            })
        });
        let now = became.and_then(Option::take).map(|it| it.shown.clone());
        changes.push(FactChange { kind: item.kind, before: Some(item.shown.clone()), now });
    }
    changes.extend(came.into_iter().flatten().map(|item| FactChange {
        kind: item.kind,
        before: None,
        now: Some(item.shown.clone()),
    }));
    changes.extend(retold(&old, &new));
    changes.sort_by_key(|change| change.kind as u8);
    changes
}

impl Sides<'_> {
    /// The items that are not among `others`, each value once, of which the words were touched.
    fn without<'a>(&self, items: &'a [Item], others: &[Item], edit: Edit) -> Vec<&'a Item> {
        let spans: Vec<Span> =
            self.edits.iter().filter(|it| it.edit == edit).map(|it| it.span).collect();
        let touched = |item: &&Item| {
            let from = spans.partition_point(|span| span.end <= item.span.start);
            spans.get(from).is_some_and(|span| span.overlaps(item.span))
        };
        let same = |one: &Item, other: &Item| one.kind == other.kind && one.value == other.value;
        let mut found: Vec<&Item> = Vec::new();
        for item in items.iter().filter(touched) {
            let known = others.iter().any(|it| same(it, item));
            if !known && !found.iter().any(|it| same(it, item)) {
                found.push(item);
            }
        }
        found
    }
}

/// Quotations of which the words stayed and the speaker did not.
fn retold(old: &[Item], new: &[Item]) -> Vec<FactChange> {
    let old = old.iter().filter(|it| it.kind == FactKind::Quotation);
    let changed = old.filter_map(|before| {
        let now = new.iter().find(|it| it.kind == before.kind && it.value == before.value)?;
        (now.unit != before.unit).then(|| FactChange {
            kind: before.kind,
            before: Some(before.shown.clone()),
            now: Some(now.shown.clone()),
        })
    });
    changed.collect()
}

fn items(text: &str, facts: &Facts) -> Vec<Item> {
    let mut items: Vec<Item> = facts.quantities.iter().map(|it| number(text, it)).collect();
    // "Now" and "then" are nothing to compare.
    let dates = facts.dates.iter().filter(|it| !it.value.ends_with("_REF"));
    items.extend(dates.map(|it| date(text, it)));
    for entity in &facts.entities {
        let mentions = entity.mentions.iter().filter_map(|at| facts.mentions.get(*at));
        items.extend(mentions.map(|mention| {
            Item {
                kind: match entity.kind {
                    EntityKind::Person => FactKind::Person,
                    EntityKind::Place => FactKind::Place,
                    EntityKind::Organization => FactKind::Organization,
                },
                value: entity.name.to_lowercase(),
                unit: String::new(),
                shown: entity
                    .role
                    .as_ref()
                    .map_or_else(|| entity.name.clone(), |role| format!("{}, {role}", entity.name)),
                span: mention.span,
                within: mention.sentence,
            }
        }));
    }
    // What is reported without quotation marks is seen in the paragraphs.
    let marked =
        |it: &&Quotation| matches!(it.kind, QuotationKind::Direct | QuotationKind::Partial);
    items.extend(facts.quotations.iter().filter(marked).map(|it| quotation(text, facts, it)));
    items
}

/// How far after a number the words for what it counts may stand to be read with it, in bytes.
const NEAR: usize = 48;

fn number(text: &str, it: &Quantity) -> Item {
    let near = |counted: &Span| {
        counted.start >= it.span.start && counted.end <= it.span.end.saturating_add(NEAR)
    };
    let end = it.counted.filter(near).map_or(it.span.end, |counted| counted.end.max(it.span.end));
    let span = Span::new(it.span.start, end);
    let counted = it.counted.map(|span| line(span.of(text)).to_lowercase()).unwrap_or_default();
    let unit = it.unit.clone().unwrap_or_default();
    Item {
        kind: FactKind::Number,
        value: format!("{} {:?} {unit} {counted}", it.value, it.upper),
        unit,
        shown: line(span.of(text)),
        span,
        within: it.sentence,
    }
}

fn date(text: &str, it: &Date) -> Item {
    let words = line(it.span.of(text));
    let reckoned = it.start.filter(|_| it.relative);
    Item {
        kind: FactKind::Date,
        value: it.value.clone(),
        unit: String::new(),
        shown: reckoned.map_or_else(|| words.clone(), |day| format!("{words} ({day})")),
        span: it.span,
        within: it.sentence,
    }
}

fn quotation(text: &str, facts: &Facts, it: &Quotation) -> Item {
    let entity = it.entity.and_then(|at| facts.entities.get(at)).map(|it| it.name.clone());
    let speaker = entity.or_else(|| Some(line(it.speaker?.of(text)))).unwrap_or_default();
    let words = line(it.span.of(text));
    let letters = |c: &char| c.is_alphanumeric();
    Item {
        kind: FactKind::Quotation,
        value: words.chars().filter(letters).flat_map(char::to_lowercase).collect(),
        shown: if speaker.is_empty() { words } else { format!("{words} — {speaker}") },
        unit: speaker,
        span: it.span,
        within: it.span,
    }
}

#[cfg(test)]
mod tests {
    use super::super::Revision;
    use super::super::tests::editions;

    /// The changes: "number: was A, now B".
    #[track_caller]
    fn check(before: &str, after: &str, expected: &[&str]) {
        let revision = Revision::new(&editions(before, after));
        let told = revision.facts.iter().map(|it| {
            let kind = it.kind.name().to_lowercase();
            match (&it.before, &it.now) {
                (Some(before), Some(now)) => format!("{kind}: was {before}, now {now}"),
                (Some(before), None) => format!("{kind}: gone {before}"),
                (None, now) => format!("{kind}: new {}", now.clone().unwrap_or_default()),
            }
        });
        assert_eq!(told.collect::<Vec<_>>(), expected);
    }

    const BEFORE: &str = "The ferry left the harbor of Oslo at noon with a cargo of salt.\n\nSome \
        40 people were aboard the old ship when it sank in the bay, the coast guard said.";

    #[test]
    fn a_number_that_changed_is_told_with_what_it_was() {
        check(
            BEFORE,
            &BEFORE.replace("40", "52"),
            &["number: was Some 40 people, now Some 52 people"],
        );
    }

    #[test]
    fn what_stands_in_new_words_is_new() {
        let after = BEFORE.to_owned() + "\n\nPrime Minister Ann Lee will visit the town.";
        check(BEFORE, &after, &["person: new Ann Lee, Prime Minister"]);
        check(&after, BEFORE, &["person: gone Ann Lee, Prime Minister"]);
    }

    #[test]
    fn an_unchanged_text_has_no_changes() {
        check(BEFORE, BEFORE, &[]);
        check(BEFORE, &BEFORE.replace("with a cargo of salt", "with salt in its hold"), &[]);
    }

    #[test]
    fn a_quotation_given_to_someone_else_has_changed() {
        let before = "Mayor Ann Lee spoke to the crowd. So did Ole Berg, a fisher of the town.\n\n\
            “It was a very long night for all of us,” Ann Lee said.";
        let after = before.replace("us,” Ann Lee said", "us,” Ole Berg said");
        let words = "“It was a very long night for all of us,”";
        let told = format!("quotation: was {words} — Ann Lee, now {words} — Ole Berg");
        check(before, &after, &[&told]);
    }
}
