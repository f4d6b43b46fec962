//! The items of the sidebar, drawn up from the facts and the bookmarks.

use super::Tab;
use crate::facts::{
    Date, DateKind, Entity, EntityKind, Facts, Granularity, Quantity, Quotation, QuotationKind,
};
use crate::mark::Bookmark;
use crate::text::{Span, sentence};

/// A place in the text that bears an item out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: Span,
}

/// An item of a tab.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// What it is: a name, a day, a number.
    pub head: String,
    /// What else is said of it, in a line.
    pub detail: String,
    /// Longer words of it: a quotation, the sentence it stands in.
    pub body: String,
    /// What stands for the body, on one row, while the item is not selected.
    pub brief: Option<String>,
    /// Where it stands, by start.
    pub mentions: Vec<Mention>,
    /// Whether the engine is not sure of it.
    pub unsure: bool,
}

/// Below this confidence, in percent, an item is marked as unsure.
const SURE: u8 = 50;

/// The items of every tab, from left to right.
pub(super) fn lists(
    text: &str,
    facts: Option<&Facts>,
    bookmarks: &[Bookmark],
) -> [Vec<Item>; Tab::ALL.len()] {
    let none = Facts::default();
    let facts = facts.unwrap_or(&none);
    Tab::ALL.map(|tab| match tab {
        Tab::People => entities(facts, EntityKind::Person),
        Tab::Places => entities(facts, EntityKind::Place),
        Tab::Organizations => entities(facts, EntityKind::Organization),
        Tab::Timeline => timeline(text, facts),
        Tab::Numbers => facts.quantities.iter().map(|it| number(text, it)).collect(),
        Tab::Quotes => facts.quotations.iter().map(|it| quote(text, facts, it)).collect(),
        Tab::Notes => bookmarks.iter().map(|it| note(text, it)).collect(),
    })
}

fn entities(facts: &Facts, kind: EntityKind) -> Vec<Item> {
    let of_kind = facts.entities.iter().filter(|entity| entity.kind == kind);
    of_kind.map(|entity| entity_item(facts, entity)).collect()
}

fn entity_item(facts: &Facts, entity: &Entity) -> Item {
    let mentions = entity.mentions.iter().filter_map(|at| facts.mentions.get(*at));
    let aliases =
        (!entity.aliases.is_empty()).then(|| format!("also {}", entity.aliases.join(", ")));
    let detail: Vec<String> = entity.role.clone().into_iter().chain(aliases).collect();
    Item {
        head: entity.name.clone(),
        detail: detail.join(" · "),
        mentions: mentions.map(|it| Mention { span: it.span, sentence: it.sentence }).collect(),
        unsure: entity.evidence.confidence < SURE,
        ..Item::default()
    }
}

/// Dates in the order of the calendar, equal ones together, those without a place on it last.
fn timeline(text: &str, facts: &Facts) -> Vec<Item> {
    // "Now" and "then" say nothing on a line of time.
    let mut dates: Vec<&Date> =
        facts.dates.iter().filter(|date| !date.value.ends_with("_REF")).collect();
    dates.sort_by_key(|date| (date.start.is_none(), date.start, date.end, date.span.start));
    let mut items: Vec<Item> = Vec::new();
    let mut before: Option<&Date> = None;
    for date in dates {
        let mention = Mention { span: date.span, sentence: date.sentence };
        let same = before.is_some_and(|it| it.start.is_some() && it.value == date.value);
        match items.last_mut().filter(|_| same) {
            Some(item) => item.mentions.push(mention),
            None => items.push(Item {
                head: calendar(date).unwrap_or_else(|| words(text, date.span)),
                detail: timeline_detail(text, date),
                body: words(text, date.sentence),
                brief: Some(around(text, date.sentence, date.span)),
                mentions: vec![mention],
                unsure: date.evidence.confidence < SURE,
            }),
        }
        before = Some(date);
    }
    items
}

fn timeline_detail(text: &str, date: &Date) -> String {
    let mut said = Vec::new();
    if date.relative && date.start.is_some() {
        said.push(format!("reckoned from “{}”", words(text, date.span)));
    }
    if date.approximate || date.start.is_none() && date.granularity == Granularity::Vague {
        said.push("vague".to_owned());
    }
    said.join(" · ")
}

/// The day, month or years as a calendar shows them, as exact as the words are.
fn calendar(date: &Date) -> Option<String> {
    let (start, end) = (date.start?, date.end.or(date.start)?);
    let (year, month) = (start.year(), month_name(start.month()));
    let ends_in_year = end.year() == year;
    Some(match date.granularity {
        _ if date.kind == DateKind::Duration => {
            format!("{year}–{}", end.year())
        }
        Granularity::Time | Granularity::Day if start == end => {
            format!("{} {month} {year}", start.day())
        }
        Granularity::Month if ends_in_year && start.month() == end.month() => {
            format!("{month} {year}")
        }
        Granularity::Year if ends_in_year => format!("{year}"),
        Granularity::Decade | Granularity::Year => format!("{year}–{}", end.year()),
        _ => format!(
            "{} {month} {year} – {} {} {}",
            start.day(),
            end.day(),
            month_name(end.month()),
            end.year()
        ),
    })
}

fn month_name(month: i8) -> &'static str {
    let names =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    names.get(at).copied().unwrap_or("")
}

/// How far after a number the words for what it counts may stand to be read with it, in bytes.
const NEAR: usize = 48;

fn number(text: &str, quantity: &Quantity) -> Item {
    let counted = quantity.counted.filter(|it| !quantity.span.contains(*it));
    // "hundreds of Russian troops" reads better than "hundreds" and "troops" apart.
    let near = |it: &Span| it.start >= quantity.span.end && it.end <= quantity.span.end + NEAR;
    let phrase = counted.filter(near).map(|it| Span::new(quantity.span.start, it.end));
    let apart = counted.filter(|_| phrase.is_none());
    Item {
        head: words(text, phrase.unwrap_or(quantity.span)),
        detail: apart.map(|span| words(text, span)).unwrap_or_default(),
        body: words(text, quantity.sentence),
        brief: Some(around(text, quantity.sentence, quantity.span)),
        mentions: vec![Mention { span: quantity.span, sentence: quantity.sentence }],
        unsure: quantity.evidence.confidence < SURE,
    }
}

fn quote(text: &str, facts: &Facts, quotation: &Quotation) -> Item {
    let entity = quotation.entity.and_then(|at| facts.entities.get(at));
    let printed = quotation.speaker.map(|span| words(text, span));
    let speaker = entity.map(|entity| entity.name.clone()).or(printed);
    let channel = quotation.channel.map(|span| format!(" ← {}", words(text, span)));
    let detail = match quotation.kind {
        QuotationKind::Direct => "",
        QuotationKind::Partial => "in part",
        QuotationKind::Indirect => "reported",
        QuotationKind::Stance => "stance",
    };
    Item {
        head: speaker.unwrap_or_else(|| "no speaker found".to_owned())
            + &channel.unwrap_or_default(),
        detail: detail.to_owned(),
        body: words(text, quotation.span),
        mentions: vec![Mention { span: quotation.span, sentence: quotation.sentence }],
        unsure: quotation.evidence.confidence < SURE,
        ..Item::default()
    }
}

fn note(text: &str, bookmark: &Bookmark) -> Item {
    let span = bookmark.anchor.find(text);
    let whole = Span::new(0, text.len());
    let mention =
        |span: Span| Mention { span, sentence: sentence::sentence_at(text, whole, span.start) };
    Item {
        head: format!("bookmark {}", bookmark.name),
        detail: if span.is_some() { String::new() } else { "its words are gone".to_owned() },
        body: words(&bookmark.anchor.exact, Span::new(0, bookmark.anchor.exact.len())),
        mentions: span.map(mention).into_iter().collect(),
        unsure: span.is_none(),
        ..Item::default()
    }
}

/// How much of a sentence is shown before the words that matter in it, in bytes.
const LEAD: usize = 20;

/// The sentence from shortly before `span` on, so that a cut row still shows what is said there.
fn around(text: &str, sentence: Span, span: Span) -> String {
    let from = text.floor_char_boundary(span.start.saturating_sub(LEAD));
    let before = Span::new(from.max(sentence.start), span.start).of(text);
    let word = before.find(char::is_whitespace).map_or(0, |at| at + 1);
    if from <= sentence.start {
        return words(text, sentence);
    }
    format!("…{}", words(text, Span::new(from + word, sentence.end)))
}

/// The words of `span` on one line.
fn words(text: &str, span: Span) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Evidence;
    use jiff::civil;

    fn date(start: civil::Date, end: civil::Date, granularity: Granularity) -> Date {
        Date {
            span: Span::default(),
            sentence: Span::default(),
            kind: DateKind::Date,
            value: String::new(),
            start: Some(start),
            end: Some(end),
            granularity,
            approximate: false,
            relative: false,
            evidence: Evidence { confidence: 90, reason: String::new() },
        }
    }

    #[test]
    fn a_date_is_shown_as_exactly_as_it_is_told() {
        let day = civil::date(2021, 9, 13);
        assert_eq!(calendar(&date(day, day, Granularity::Day)).unwrap(), "13 Sep 2021");
        let month = date(civil::date(2011, 3, 1), civil::date(2011, 3, 31), Granularity::Month);
        assert_eq!(calendar(&month).unwrap(), "Mar 2011");
        let year = date(civil::date(2013, 1, 1), civil::date(2013, 12, 31), Granularity::Year);
        assert_eq!(calendar(&year).unwrap(), "2013");
        let week = date(civil::date(2021, 9, 6), civil::date(2021, 9, 12), Granularity::Week);
        assert_eq!(calendar(&week).unwrap(), "6 Sep 2021 – 12 Sep 2021");
    }
}
