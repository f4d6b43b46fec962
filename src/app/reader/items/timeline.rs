//! The timeline: what stands on the calendar in its order, then what does not, and lengths of time
//! apart from both.

use super::{Item, Mention, Sources, around, words};
use crate::facts::{Date, DateAnchor, DateKind, FactRef, Granularity};
use jiff::civil;

/// A place on the line of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Node {
    /// The first day.
    pub start: civil::Date,
    /// The last day.
    pub end: civil::Date,
    /// Whether the words leave it vague.
    pub vague: bool,
}

impl Node {
    /// The sign of its first row on the line, and of those below.
    pub fn signs(self) -> (&'static str, &'static str) {
        match (self.vague, self.start == self.end) {
            (true, _) => ("○", "┊"),
            (false, true) => ("●", "│"),
            (false, false) => ("■", "│"),
        }
    }
}

/// The parts of the timeline, in their order.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Calendar,
    Vague,
    Recurring,
    Length,
}

impl Group {
    fn of(date: &Date) -> Self {
        match (date.kind, date.start) {
            (DateKind::Set, _) => Self::Recurring,
            (_, Some(_)) => Self::Calendar,
            (DateKind::Duration, None) => Self::Length,
            _ => Self::Vague,
        }
    }

    const fn heading(self) -> &'static str {
        match self {
            Self::Calendar => "",
            Self::Vague => "When is not said",
            Self::Recurring => "Again and again",
            Self::Length => "Lengths of time",
        }
    }
}

/// Dates in the order of the calendar, equal ones together; then the groups that have no place on
/// it, in reading order.
pub(super) fn timeline(sources: Sources<'_>) -> Vec<Item> {
    let dates = &sources.facts().dates;
    // "Now" and "then" say nothing on a line of time.
    let told = dates.iter().enumerate().filter(|(_, date)| !date.value.ends_with("_REF"));
    let mut told: Vec<(usize, &Date)> = told.collect();
    told.sort_by_key(|(_, date)| {
        let group = Group::of(date);
        let days = (group == Group::Calendar).then_some((date.start, date.end));
        (group, days, date.span.start)
    });
    let mut items: Vec<Item> = Vec::new();
    let mut before: Option<&Date> = None;
    for (at, date) in told {
        let group = Group::of(date);
        let same = before.is_some_and(|it| Group::of(it) == group && is_same(sources, it, date));
        let item = Item { heading: heading(sources, group), ..one(sources, at, date) };
        match items.last_mut().filter(|_| same) {
            Some(last) => join(last, item),
            None => items.push(item),
        }
        before = Some(date);
    }
    items
}

/// Whether two dates of a group are one item.
fn is_same(sources: Sources<'_>, one: &Date, other: &Date) -> bool {
    one.value == other.value
        && (one.start.is_some()
            || words(sources.text(), one.span) == words(sources.text(), other.span))
}

fn join(item: &mut Item, other: Item) {
    item.mentions.extend(other.mentions);
    item.mentions.sort_by_key(|it| it.span);
    item.facts.extend(other.facts);
    item.unsure &= other.unsure;
    item.captioned &= other.captioned;
    item.corrected |= other.corrected;
}

fn one(sources: Sources<'_>, at: usize, date: &Date) -> Item {
    let text = sources.text();
    let mention = Mention { span: date.span, sentence: date.sentence };
    let said = words(text, date.span);
    let vague = date.approximate || date.granularity == Granularity::Vague;
    let node = date.start.zip(date.end.or(date.start)).filter(|_| date.kind != DateKind::Set);
    Item {
        head: calendar(date).unwrap_or_else(|| said.clone()),
        detail: detail(date, &said, vague),
        body: words(text, date.sentence),
        brief: Some(around(text, date.sentence, date.span)),
        node: node.map(|(start, end)| Node { start, end, vague }),
        ..sources.item(FactRef::Date(at), vec![mention], &date.evidence)
    }
}

fn detail(date: &Date, said: &str, vague: bool) -> String {
    let mut parts = Vec::new();
    if date.start.is_some() && date.relative {
        parts.push(format!("reckoned from “{said}”"));
    }
    if vague {
        parts.push(if date.start.is_some() { "about then" } else { "vague" }.to_owned());
    }
    if date.start.is_none() && date.relative {
        parts.push("nothing to reckon it from".to_owned());
    }
    parts.join(" · ")
}

/// What stands over a group; over the calendar, from which day the others were reckoned.
fn heading(sources: Sources<'_>, group: Group) -> Option<String> {
    if group != Group::Calendar {
        return Some(group.heading().to_owned());
    }
    let reckoned = sources.facts().dates.iter().any(|date| date.relative);
    let anchor = sources.facts().anchor.as_ref().filter(|_| reckoned)?;
    Some(anchored(anchor))
}

fn anchored(anchor: &DateAnchor) -> String {
    format!("Reckoned from {}: {}", day(anchor.date), anchor.origin)
}

/// The day, month or years as a calendar shows them, as exact as the words are.
pub(in crate::app::reader) fn calendar(date: &Date) -> Option<String> {
    let (start, end) = (date.start?, date.end.or(date.start)?);
    let (year, month) = (start.year(), month_name(start.month()));
    let ends_in_year = end.year() == year;
    Some(match date.granularity {
        _ if date.kind == DateKind::Set => return None,
        Granularity::Time | Granularity::Day if start == end => match clock(&date.value) {
            Some(clock) => format!("{} {clock}", day(start)),
            None => day(start),
        },
        Granularity::Month if ends_in_year && start.month() == end.month() => {
            format!("{month} {year}")
        }
        Granularity::Year if ends_in_year => format!("{year}"),
        Granularity::Decade | Granularity::Year => format!("{year}–{}", end.year()),
        _ if date.kind == DateKind::Duration && !ends_in_year => format!("{year}–{}", end.year()),
        _ if ends_in_year && start.month() == end.month() => {
            format!("{}–{} {month} {year}", start.day(), end.day())
        }
        _ if ends_in_year => format!("{} {month} – {}", start.day(), day(end)),
        _ => format!("{} – {}", day(start), day(end)),
    })
}

/// A day as a calendar shows it.
pub(in crate::app::reader) fn day(date: civil::Date) -> String {
    format!("{} {} {}", date.day(), month_name(date.month()), date.year())
}

/// The time of day in a value such as `2021-09-13T10:30`.
fn clock(value: &str) -> Option<&str> {
    let (_, clock) = value.split_once('T')?;
    clock.starts_with(|it: char| it.is_ascii_digit()).then_some(clock)
}

fn month_name(month: i8) -> &'static str {
    let names =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let at = usize::try_from(month).unwrap_or(1).saturating_sub(1);
    names.get(at).copied().unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::super::super::Tab;
    use super::super::super::tests::reading;
    use super::*;
    use crate::facts::Evidence;
    use crate::text::Span;

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
        let told = |start, end, granularity| calendar(&date(start, end, granularity)).unwrap();
        assert_eq!(told(day, day, Granularity::Day), "13 Sep 2021");
        let month = (civil::date(2011, 3, 1), civil::date(2011, 3, 31));
        assert_eq!(told(month.0, month.1, Granularity::Month), "Mar 2011");
        let year = (civil::date(2013, 1, 1), civil::date(2013, 12, 31));
        assert_eq!(told(year.0, year.1, Granularity::Year), "2013");
        let week = (civil::date(2021, 9, 6), civil::date(2021, 9, 12));
        assert_eq!(told(week.0, week.1, Granularity::Week), "6–12 Sep 2021");
        let week = (civil::date(2021, 8, 30), civil::date(2021, 9, 5));
        assert_eq!(told(week.0, week.1, Granularity::Week), "30 Aug – 5 Sep 2021");
        let time = Date { value: "2021-09-13T10:30".into(), ..date(day, day, Granularity::Time) };
        assert_eq!(calendar(&time).unwrap(), "13 Sep 2021 10:30");
    }

    #[test]
    fn lengths_and_repeats_stand_apart_from_the_calendar() {
        let prose = "It ran for three hours in 1999. The ferry of 4 May 2001 sails every Monday. \
            It was late for years.";
        let reader = reading(prose, 60, 20);
        let items = reader.sidebar.items(Tab::Timeline).iter();
        let told: Vec<_> = items.map(|it| (it.heading.as_deref(), it.head.as_str())).collect();
        let expected = [
            (None, "1999"),
            (None, "4 May 2001"),
            (Some("Again and again"), "every Monday"),
            (Some("Lengths of time"), "three hours"),
            (None, "years"),
        ];
        assert_eq!(told, expected);
    }
}
