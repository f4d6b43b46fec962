//! Why something is listed as a fact, in words: what was found, where, by what, how surely.

use super::items::{SURE, calendar, day, is_sure, words};
use super::{Item, Reader};
use crate::facts::{
    Date, DateKind, Entity, Evidence, FactRef, Location, Quantity, QuantityKind, Quotation,
    QuotationKind,
};
use crate::text::Span;

/// Why something is listed as a fact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Why {
    /// The fact.
    pub title: String,
    /// What is said of it: a word for each, and the words.
    pub rows: Vec<(&'static str, String)>,
    /// The first row shown.
    pub first: usize,
}

impl Reader {
    /// Why the selected item of the sidebar is listed.
    pub fn why(&self) -> Option<Why> {
        let item = self.sidebar.item()?;
        let mut rows = Vec::new();
        for fact in &item.facts {
            rows.extend(self.said_of(*fact));
        }
        if rows.is_empty() {
            return None;
        }
        rows.extend(self.evidence_of(item));
        Some(Why { title: item.head.clone(), rows, first: 0 })
    }

    fn said_of(&self, fact: FactRef) -> Vec<(&'static str, String)> {
        let Some(corrected) = &self.facts else { return Vec::new() };
        let facts = &corrected.facts;
        let said = match fact {
            FactRef::Entity(at) => {
                facts.entities.get(at).map(|it| (self.of_entity(it), &it.evidence))
            }
            FactRef::Date(at) => facts.dates.get(at).map(|it| (self.of_date(it), &it.evidence)),
            FactRef::Number(at) => {
                facts.quantities.get(at).map(|it| (self.of_number(it), &it.evidence))
            }
            FactRef::Quotation(at) => {
                facts.quotations.get(at).map(|it| (self.of_quotation(it), &it.evidence))
            }
        };
        let Some((mut rows, evidence)) = said else { return Vec::new() };
        let held = match fact {
            FactRef::Quotation(at) => facts.quotations.get(at).is_some_and(|it| !is_sure(it)),
            _ => evidence.confidence < SURE,
        };
        rows.extend(because(evidence, held));
        let corrections = self.corrections_of(fact).into_iter();
        rows.extend(corrections.map(|it| ("corrected", format!("by you: {}", it.said()))));
        rows
    }

    fn words(&self, span: Span) -> String {
        format!("“{}”", words(self.text(), span))
    }

    fn of_entity(&self, entity: &Entity) -> Vec<(&'static str, String)> {
        let mentions: Vec<_> = self.mentions_of(entity).collect();
        let mut sentences: Vec<Span> = mentions.iter().map(|(_, sentence)| *sentence).collect();
        sentences.dedup();
        let kind = entity.kind.with_article();
        let counted = counted(mentions.len(), sentences.len());
        let mut rows = vec![("what", format!("{kind}, {counted}"))];
        if let Some(role) = &entity.role {
            rows.push(("role", format!("“{role}” stands beside the name")));
        }
        if let Some(place) = &entity.place {
            rows.push(("lies at", coordinates(place)));
        }
        if !entity.related.is_empty() {
            let spans = entity.related.iter().map(|span| self.words(*span));
            let mut words: Vec<String> = spans.collect();
            words.sort();
            words.dedup();
            rows.push(("also told", format!("by {}", words.join(", "))));
        }
        if !entity.aliases.is_empty() {
            let aliases = entity.aliases.join(", ");
            rows.push(("also", format!("{aliases}: counted as the same name")));
        }
        rows
    }

    fn mentions_of(&self, entity: &Entity) -> impl Iterator<Item = (Span, Span)> {
        let facts = self.facts.as_ref().map(|corrected| &corrected.facts);
        let mentions = entity.mentions.iter();
        mentions.filter_map(move |at| {
            facts.and_then(|it| it.mentions.get(*at)).map(|it| (it.span, it.sentence))
        })
    }

    fn of_date(&self, date: &Date) -> Vec<(&'static str, String)> {
        let kind = match date.kind {
            DateKind::Date => "a date",
            DateKind::Time => "a time",
            DateKind::Duration => "a length of time",
            DateKind::Set => "a time that comes again",
        };
        let mut rows = vec![("words", format!("{}, {kind}", self.words(date.span)))];
        let vague = if date.approximate { ", but the words leave it vague" } else { "" };
        match calendar(date) {
            Some(days) => rows.push(("reads as", format!("{days}{vague}"))),
            None => rows.push(("reads as", format!("{}{vague}", date.value))),
        }
        if date.relative {
            let anchor = self.facts.as_ref().and_then(|it| it.facts.anchor.as_ref());
            rows.push(match anchor {
                Some(it) => {
                    let words = it.span.map(|span| format!(", {}", self.words(span)));
                    let said = format!("{}, {}", day(it.date), it.origin);
                    ("from", said + &words.unwrap_or_default())
                }
                None => {
                    ("from", "nothing: the article does not say when it was written".to_owned())
                }
            });
        }
        rows
    }

    fn of_number(&self, number: &Quantity) -> Vec<(&'static str, String)> {
        let kind = match number.kind {
            QuantityKind::Count => "a count",
            QuantityKind::Money => "an amount of money",
            QuantityKind::Percent => "a share",
            QuantityKind::Measure => "a measure",
            QuantityKind::Ordinal => "a place in an order",
            QuantityKind::Age => "an age",
            QuantityKind::Score => "a score",
        };
        let mut rows = vec![("words", format!("{}, {kind}", self.words(number.span)))];
        let upper = number.upper.map(|it| format!(" to {}", grouped(it))).unwrap_or_default();
        let unit = number.unit.as_ref().map(|it| format!(" {it}")).unwrap_or_default();
        rows.push(("reads as", format!("{}{upper}{unit}", grouped(number.value))));
        if let Some(counted) = number.counted {
            rows.push(("of", self.words(counted)));
        }
        if let Some(hedge) = &number.hedge {
            rows.push(("hedged", format!("“{hedge}”: it is not said exactly")));
        }
        rows
    }

    fn of_quotation(&self, quotation: &Quotation) -> Vec<(&'static str, String)> {
        let kind = match quotation.kind {
            QuotationKind::Direct => "given word for word",
            QuotationKind::Partial => "part of a sentence, word for word",
            QuotationKind::Indirect => "told in other words",
            QuotationKind::Stance => "what someone is said to want, to back or to fear",
        };
        let mut rows = vec![("words", kind.to_owned())];
        if let Some(speaker) = quotation.speaker {
            rows.push(("speaker", format!("the text says {}", self.words(speaker))));
        }
        if let Some(channel) = quotation.channel {
            rows.push(("through", self.words(channel)));
        }
        if let Some(cue) = quotation.cue {
            rows.push(("cue", self.words(cue)));
        }
        if let Some(source) = quotation.source {
            let said = format!("{}, from {}", source.kind.name(), self.words(source.span));
            rows.push(("source", said));
        }
        if let Some(hedge) = quotation.hedge {
            rows.push(("distance", format!("{}: the text does not vouch for it", hedge.name())));
        }
        if let Some(it) = &quotation.attribution {
            rows.push(("whose", format!("{}: {} of 100", it.reason, it.confidence)));
        }
        rows
    }

    /// The sentence that bears an item out, of several the one that was gone to.
    fn evidence_of(&self, item: &Item) -> Vec<(&'static str, String)> {
        let at = item.mentions.get(self.sidebar.mention).or(item.mentions.first());
        let sentence = at.map(|it| ("sentence", self.words(it.sentence)));
        let captions = item.captioned.then(|| ("only in", "captions of pictures".to_owned()));
        captions.into_iter().chain(sentence).collect()
    }
}

/// Where a place lies: "33.5° N 36.3° E, SY".
fn coordinates(place: &Location) -> String {
    let (north, east) = (place.latitude, place.longitude);
    let latitude = format!("{:.1}° {}", north.abs(), if north < 0.0 { "S" } else { "N" });
    let longitude = format!("{:.1}° {}", east.abs(), if east < 0.0 { "W" } else { "E" });
    let country = place.country.as_ref().map(|code| format!(", {code}")).unwrap_or_default();
    format!("{latitude} {longitude}{country}")
}

fn because(evidence: &Evidence, held: bool) -> Vec<(&'static str, String)> {
    let sure = evidence.confidence;
    let held = if held { ": less sure, so it is held back" } else { "" };
    let mut rows = Vec::new();
    if !evidence.reason.is_empty() {
        rows.push(("because", evidence.reason.clone()));
    }
    rows.push(("sureness", format!("{sure} of 100{held}")));
    rows
}

fn counted(mentions: usize, sentences: usize) -> String {
    match (mentions, sentences) {
        (1, _) => "named once".to_owned(),
        (2, 1) => "named twice in a sentence".to_owned(),
        (mentions, 1) => format!("named {mentions} times in a sentence"),
        (mentions, sentences) => format!("named {mentions} times in {sentences} sentences"),
    }
}

/// A number with its thousands apart.
fn grouped(value: f64) -> String {
    let plain = format!("{value}");
    let (sign, rest) = plain.strip_prefix('-').map_or(("", plain.as_str()), |rest| ("-", rest));
    let (whole, part) = rest.split_once('.').unwrap_or((rest, ""));
    let mut grouped = String::new();
    for (at, digit) in whole.chars().enumerate() {
        if at > 0 && (whole.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    let point = if part.is_empty() { "" } else { "." };
    format!("{sign}{grouped}{point}{part}")
}

#[cfg(test)]
mod tests {
    use super::super::Tab;
    use super::super::tests::reading;
    use super::*;

    fn why(prose: &str, tab: Tab) -> String {
        let mut reader = reading(prose, 60, 20);
        reader.open_tab(tab);
        let rows = reader.why().unwrap().rows;
        let lines: Vec<_> = rows.iter().map(|(label, said)| format!("{label}: {said}")).collect();
        lines.join("\n") + "\n"
    }

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(grouped(4_000_000.0), "4,000,000");
        assert_eq!((grouped(-1234.5), grouped(12.0)), ("-1,234.5".into(), "12".into()));
    }

    #[test]
    fn a_name_says_how_often_and_what_made_it_one() {
        let said = why("In Oslo, Mayor Ida Berg spoke. Berg left.", Tab::People);
        assert!(said.starts_with("what: a person, named 2 times in 2 sentences\n"), "{said}");
        assert!(said.contains("role: “Mayor” stands beside the name\n"), "{said}");
        assert!(said.contains("because: ") && said.contains(" of 100\n"), "{said}");
        assert!(said.ends_with("sentence: “In Oslo, Mayor Ida Berg spoke.”\n"), "{said}");
    }

    #[test]
    fn a_relative_date_without_an_anchor_says_so() {
        let said = why("It sank last week.", Tab::Timeline);
        assert!(said.contains("from: nothing: the article does not say when"), "{said}");
    }

    #[test]
    fn a_number_is_read_out() {
        let said = why("Some 4 million people live there.", Tab::Numbers);
        assert!(said.contains("reads as: 4,000,000\nof: “people”\nhedged: “"), "{said}");
    }
}
