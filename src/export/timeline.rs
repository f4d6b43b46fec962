//! Dates and places out in the formats of other programs: a table for `TimelineJS`, a calendar
//! (RFC 5545), points on a map (RFC 7946).

use super::json::json_line;
use super::ledger::Ledger;
use crate::facts::{Date, Entity, EntityKind};
use jiff::civil;
use serde::Serialize;
use std::fmt::Write;

/// The first row of the table, as `TimelineJS` names the columns.
pub const TABLE_HEAD: &str = "Year,Month,Day,Time,End Year,End Month,End Day,End Time,\
    Display Date,Headline,Text,Media,Media Credit,Media Caption,Media Thumbnail,Type,Group,\
    Background\n";

/// The beginning of a calendar.
pub const CALENDAR_HEAD: &str = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//newsprint//newsprint//EN\r\nCALSCALE:GREGORIAN\r\n";

/// Its end.
pub const CALENDAR_END: &str = "END:VCALENDAR\r\n";

/// The dates of an article that stand on the calendar, a row of the table each.
pub fn timeline_rows(ledger: Ledger<'_>) -> String {
    let mut rows = String::new();
    for (date, first, last) in placed(ledger) {
        let (start, end) = (parts(date, first), parts(date, last));
        let end = if first == last { <[String; 3]>::default() } else { end };
        let said = ledger.words(date.span);
        let sentence = ledger.words(date.sentence);
        let title = ledger.article.meta.title.as_ref().map_or("", |it| it.value.as_str());
        let [year, month, day] = start;
        let [end_year, end_month, end_day] = end;
        let url = ledger.url().unwrap_or_default();
        let cells = [
            &year, &month, &day, "", &end_year, &end_month, &end_day, "", &said, &said, &sentence,
            url, "", "", "", "", title, "",
        ];
        let cells: Vec<String> = cells.into_iter().map(cell).collect();
        _ = writeln!(rows, "{}", cells.join(","));
    }
    rows
}

/// The same as events of a calendar.
pub fn calendar_events(ledger: Ledger<'_>) -> String {
    let mut events = String::new();
    for (date, first, last) in placed(ledger) {
        let stamp = ledger.corrected.facts.anchor.as_ref().map_or(first, |anchor| anchor.date);
        let after = last.tomorrow().unwrap_or(last);
        let day = |day: civil::Date| day.strftime("%Y%m%d").to_string();
        let mut lines = vec![
            "BEGIN:VEVENT".to_owned(),
            format!("UID:date-{}-{}@newsprint", ledger.id.unwrap_or("article"), date.span.start),
            format!("DTSTAMP:{}T000000Z", day(stamp)),
            format!("DTSTART;VALUE=DATE:{}", day(first)),
            format!("DTEND;VALUE=DATE:{}", day(after)),
            format!("SUMMARY:{}", escaped(&ledger.words(date.span))),
            format!("DESCRIPTION:{}", escaped(&ledger.words(date.sentence))),
        ];
        lines.extend(ledger.url().map(|url| format!("URL:{url}")));
        lines.push("END:VEVENT".to_owned());
        events.extend(lines.iter().map(|line| folded(line)));
    }
    events
}

/// The dates that stand on the calendar, by their days.
fn placed(ledger: Ledger<'_>) -> Vec<(&Date, civil::Date, civil::Date)> {
    let dates = ledger.corrected.facts.dates.iter();
    let days = dates.filter_map(|date| Some((date, date.start?, date.end.or(date.start)?)));
    let mut days: Vec<_> = days.filter(|(date, ..)| !date.value.ends_with("_REF")).collect();
    days.sort_by_key(|(date, first, last)| (*first, *last, date.span.start));
    days
}

/// Year, month and day, as exactly as the words tell them.
fn parts(date: &Date, day: civil::Date) -> [String; 3] {
    use crate::facts::Granularity::{Decade, Month, Year};
    let month = if matches!(date.granularity, Year | Decade) {
        String::new()
    } else {
        day.month().to_string()
    };
    let days = if matches!(date.granularity, Year | Decade | Month) {
        String::new()
    } else {
        day.day().to_string()
    };
    [day.year().to_string(), month, days]
}

/// A cell of a table (RFC 4180).
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n', '\r']) {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.to_owned()
    }
}

/// A text of a calendar (RFC 5545, section 3.3.11).
fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line of a calendar, no part of it longer than 75 bytes (RFC 5545, section 3.1).
fn folded(line: &str) -> String {
    let mut folded = String::new();
    let (mut rest, mut room) = (line, 75);
    while rest.len() > room {
        let (part, after) = rest.split_at(rest.floor_char_boundary(room));
        folded += part;
        folded += "\r\n ";
        (rest, room) = (after, 74);
    }
    folded + rest + "\r\n"
}

#[derive(Serialize)]
struct Feature {
    r#type: &'static str,
    id: String,
    geometry: Option<Point>,
    properties: Properties,
}

#[derive(Serialize)]
struct Point {
    r#type: &'static str,
    /// Longitude first.
    coordinates: [f64; 2],
}

#[derive(Serialize)]
struct Properties {
    name: String,
    mentions: usize,
    article: Option<String>,
    quote: String,
    start: usize,
    end: usize,
}

/// The places of an article as features of `GeoJSON`, a line of JSON each; one whose coordinates
/// are not known has no point.
pub fn place_features(ledger: Ledger<'_>) -> Vec<String> {
    let facts = &ledger.corrected.facts;
    let places = facts.entities.iter().filter(|entity| entity.kind == EntityKind::Place);
    let feature = |entity: &Entity| {
        let mention = facts.mentions.get(*entity.mentions.first()?)?;
        Some(Feature {
            r#type: "Feature",
            id: format!("place-{}", mention.span.start),
            geometry: point(entity),
            properties: Properties {
                name: entity.name.clone(),
                mentions: entity.mentions.len(),
                article: ledger.url().or(ledger.id).map(ToOwned::to_owned),
                quote: ledger.words(mention.sentence),
                start: mention.span.start,
                end: mention.span.end,
            },
        })
    };
    places.filter_map(feature).map(|it| json_line(&it).trim_end().to_owned()).collect()
}

fn point(entity: &Entity) -> Option<Point> {
    let place = entity.place.as_ref()?;
    Some(Point { r#type: "Point", coordinates: [place.longitude, place.latitude] })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{Rule, correct, extract};
    use std::sync::Arc;

    fn written(write: impl Fn(Ledger<'_>) -> String) -> String {
        let text = "The ferry, built in March 2011, sank near Oslo on 13 Sept. 2021; it was late.";
        let bytes = text.as_bytes().to_vec();
        let article = crate::import::read(bytes, Some("a.txt")).unwrap().remove(0);
        let found = Arc::new(extract(&article));
        let rules: Vec<&Rule> = Vec::new();
        let corrected = correct(&article.text, &found, &rules);
        write(Ledger { article: &article, id: Some("7"), corrected: &corrected, rules: &rules })
    }

    #[test]
    fn a_date_is_a_row_as_exact_as_its_words() {
        let rows = written(timeline_rows);
        assert!(
            rows.starts_with("2011,3,,,2011,3,,,March 2011,March 2011,\"The ferry, built"),
            "{rows}"
        );
        assert!(
            rows.lines().nth(1).unwrap().starts_with("2021,9,13,,,,,,13 Sept. 2021,"),
            "{rows}"
        );
        let columns = TABLE_HEAD.matches(',').count();
        assert_eq!(columns, 17);
    }

    #[test]
    fn an_event_ends_on_the_day_after_and_no_line_is_long() {
        let events = written(calendar_events);
        assert!(events.contains("DTSTART;VALUE=DATE:20110301\r\nDTEND;VALUE=DATE:20110401\r\n"));
        let unfolded = events.replace("\r\n ", "");
        assert!(unfolded.contains("late.\r\n") && unfolded.contains("2021\\; it"), "{events}");
        assert!(events.split("\r\n").all(|line| line.len() <= 75));
    }

    #[test]
    fn a_place_is_a_feature() {
        let features = written(|ledger| place_features(ledger).join("\n"));
        assert!(features.starts_with(r#"{"type":"Feature","id":"place-"#), "{features}");
        assert!(features.contains(r#""name":"Oslo","mentions":1"#), "{features}");
    }
}
