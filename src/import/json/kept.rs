//! What the program that wrote a record kept with its article: read and archived, stars,
//! progress, highlights and notes.

use super::fields::{self, entry, words};
use crate::article::{Annotation, Instant, Kept, Meta, Standing};
use serde_json::{Map, Value};

const STARRED: &[&str] = &[
    "is_starred",
    "starred",
    "is_fav",
    "favorite",
    "favourite",
    "favorited",
    "favourited",
    "is_favorite",
    "important",
];
const ARCHIVED: &[&str] = &["is_archived", "archived", "archive"];
const READ: &[&str] = &["is_read", "read"];
const UNREAD: &[&str] = &["toread", "unread", "is_unread"];
const STATE: &[&str] = &["state", "status", "location", "folder"];
const ARCHIVED_AT: &[&str] = &["archived_at", "date_archived", "archivedat"];
const PROGRESS: &[&str] = &[
    "readingprogress",
    "reading_progress",
    "readingprogresspercent",
    "reading progress",
    "progress",
];
const NOTE: &[&str] = &["note", "notes"];
const ANNOTATIONS: &[&str] = &["annotations", "highlights"];

/// What was kept with the article of `record`; the keys that were understood leave what is kept
/// as not understood in `meta`.
pub(in crate::import) fn kept(record: &Map<String, Value>, meta: &mut Meta) -> Kept {
    let mut keys = Keys { record, meta };
    let starred = keys.first(STARRED, yes).unwrap_or(false);
    let archived = keys.first(ARCHIVED, yes).unwrap_or(false);
    let read = keys.first(READ, yes);
    let unread = keys.first(UNREAD, yes);
    let state = keys.first(STATE, standing);
    let at = keys.first(ARCHIVED_AT, fields::instant);
    let standing = match (archived || at.is_some(), state, read, unread) {
        (true, ..) => Some(Standing::Archived),
        (_, Some(state), ..) => Some(state),
        (_, _, Some(true), _) => Some(Standing::Read),
        (_, _, Some(false), _) | (_, _, _, Some(true)) => Some(Standing::Unread),
        _ => None,
    };
    let progress = keys.first(PROGRESS, percent);
    let mut annotations = keys.first(ANNOTATIONS, all).unwrap_or_default();
    if let Some(note) = keys.first(NOTE, words) {
        annotations.push(Annotation { note: Some(note), ..Annotation::default() });
    }
    let starred = starred || state_word(record).is_some_and(|word| word == "starred");
    Kept { standing, starred, archived: at, progress, annotations, ..Kept::default() }
}

/// The keys of a record, those that were understood ticked off.
struct Keys<'a> {
    record: &'a Map<String, Value>,
    meta: &'a mut Meta,
}

impl Keys<'_> {
    fn first<T>(&mut self, aliases: &[&str], said: impl Fn(&Value) -> Option<T>) -> Option<T> {
        let mut found = None;
        for (key, value) in aliases.iter().filter_map(|alias| entry(self.record, alias)) {
            if let Some(value) = said(value) {
                self.meta.extra.remove(key);
                found = found.or(Some(value));
            }
        }
        found
    }
}

/// Whether a value says yes or no, in the ways that exports say it.
pub(in crate::import) fn yes(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(is) => Some(*is),
        Value::Number(number) => Some(number.as_i64()? != 0),
        Value::String(word) => match word.trim().to_ascii_lowercase().as_str() {
            "1" | "yes" | "true" | "y" => Some(true),
            "0" | "no" | "false" | "n" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// What a word for the state of an article says.
pub(in crate::import) fn standing(value: &Value) -> Option<Standing> {
    match value.as_str()?.trim().to_ascii_lowercase().as_str() {
        "archive" | "archived" => Some(Standing::Archived),
        "read" | "finished" => Some(Standing::Read),
        "unread" | "new" | "later" | "shortlist" | "toread" | "active" => Some(Standing::Unread),
        _ => None,
    }
}

fn state_word(record: &Map<String, Value>) -> Option<String> {
    let word = STATE.iter().find_map(|key| entry(record, key)?.1.as_str())?;
    Some(word.trim().to_ascii_lowercase())
}

/// A share in percent: fractions below one are shares of one.
fn percent(value: &Value) -> Option<u8> {
    let number = value.as_f64().or_else(|| value.as_str()?.trim().parse().ok())?;
    share(number, number > 0.0 && number < 1.0)
}

/// A number as a percentage; `of_one` where one is the whole.
pub(in crate::import) fn share(number: f64, of_one: bool) -> Option<u8> {
    let percent = if of_one { number * 100.0 } else { number };
    format!("{:.0}", percent.clamp(0.0, 100.0)).parse().ok()
}

fn all(value: &Value) -> Option<Vec<Annotation>> {
    let found: Vec<_> = value.as_array()?.iter().filter_map(annotation).collect();
    (!found.is_empty()).then_some(found)
}

/// A highlight or a note: its words under "quote" and what was written under "text", or the words
/// under "text" and what was written under "note".
pub(in crate::import) fn annotation(value: &Value) -> Option<Annotation> {
    if let Some(quote) = value.as_str().map(str::trim).filter(|quote| !quote.is_empty()) {
        return Some(Annotation { quote: quote.to_owned(), ..Annotation::default() });
    }
    let map = value.as_object()?;
    let said = |names: &[&str]| names.iter().find_map(|name| words(entry(map, name)?.1));
    let quoted = said(&["quote", "exact", "highlight"]);
    let noted: &[&str] = match quoted {
        Some(_) => &["note", "annotation", "comment", "text"],
        None => &["note", "annotation", "comment"],
    };
    let note = said(noted);
    let quote = quoted.or_else(|| said(&["text", "content"])).unwrap_or_default();
    if quote.is_empty() && note.is_none() {
        return None;
    }
    let day = |names: &[&str]| -> Option<Instant> {
        names.iter().find_map(|name| fields::instant(entry(map, name)?.1))
    };
    Some(Annotation {
        quote,
        note,
        prefix: said(&["prefix"]),
        suffix: said(&["suffix"]),
        color: said(&["color", "colour"]),
        tags: entry(map, "tags").or(entry(map, "labels")).map_or_else(Vec::new, |it| names(it.1)),
        created: day(&["created_at", "createdat", "created", "highlightedat", "date"]),
        modified: day(&["updated_at", "updatedat", "modified", "updated"]),
        id: said(&["id", "_id"]),
        span: None,
    })
}

/// Names in a list, or one name.
fn names(value: &Value) -> Vec<String> {
    match value {
        Value::Array(values) => values.iter().filter_map(words).collect(),
        value => words(value).into_iter().collect(),
    }
}
