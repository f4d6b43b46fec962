//! Tables of highlights: the CSV of Readwise and that of Hypothesis, told apart by their heads.

use super::{Error, Noted, Notes, gather};
use crate::article::Annotation;
use crate::import::date;
use std::collections::HashMap;

/// The columns that are read, in Readwise's words and in Hypothesis'.
const HIGHLIGHT: [&str; 2] = ["highlight", "quote/description"];
const NOTE: [&str; 2] = ["note", "comment"];
const ADDRESS: [&str; 3] = ["url", "source url", "document url"];
const TITLE: [&str; 2] = ["title", "book title"];
const DATE: [&str; 3] = ["highlighted at", "created at", "date"];
const TAGS: [&str; 2] = ["tags", "document tags"];
const COLOR: [&str; 1] = ["color"];

/// The annotations of a table.
pub(super) fn read(text: &str) -> Result<Notes, Error> {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(text.as_bytes());
    let head = reader.headers().map_err(|error| broken(&error))?.clone();
    let columns: HashMap<String, usize> =
        head.iter().enumerate().map(|(at, name)| (name.trim().to_lowercase(), at)).collect();
    let form = match HIGHLIGHT.map(|name| columns.contains_key(name)) {
        [true, _] => "Readwise highlights",
        [_, true] => "Hypothesis annotations",
        _ => return Err(Error::NotArticle("a file without annotations that are known")),
    };
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| broken(&error))?;
        let cell = |names: &[&str]| {
            let found = names.iter().find_map(|name| record.get(*columns.get(*name)?));
            found.map(|it| it.trim().to_owned()).filter(|it| !it.is_empty())
        };
        rows.push(Some(row(cell)));
    }
    Ok(gather(form, rows.into_iter()))
}

fn broken(error: &csv::Error) -> Error {
    Error::Malformed { format: "CSV", reason: error.to_string() }
}

fn row(cell: impl Fn(&[&str]) -> Option<String>) -> Noted {
    let mut annotation = Annotation {
        quote: cell(&HIGHLIGHT).unwrap_or_default(),
        color: cell(&COLOR),
        created: cell(&DATE).and_then(|it| date::instant(&it)),
        ..Annotation::default()
    };
    let tags = cell(&TAGS).unwrap_or_default();
    let tags = tags.split(',').map(str::trim).filter(|tag| !tag.is_empty());
    for tag in tags {
        match tag.strip_prefix("color:") {
            Some(color) => annotation.color = Some(color.to_owned()),
            None => annotation.tags.push(tag.to_owned()),
        }
    }
    let note = cell(&NOTE).unwrap_or_default();
    let (note, more) = inline_tags(&note);
    annotation.note = (!note.is_empty()).then(|| note.to_owned());
    annotation.tags.extend(more);
    Noted { address: cell(&ADDRESS), title: cell(&TITLE), annotation }
}

/// A note and the tags at its end, which Readwise has as `.tag`.
pub(in crate::import) fn inline_tags(note: &str) -> (&str, Vec<String>) {
    let mut tags = Vec::new();
    let mut rest = note.trim_end();
    loop {
        let start = rest.rfind(char::is_whitespace).map_or(0, |at| at + 1);
        let word = rest.get(start..).unwrap_or_default();
        let Some(tag) = word.strip_prefix('.').filter(|tag| {
            !tag.is_empty() && tag.chars().all(|c| c.is_alphanumeric() || c == '-' || c == '_')
        }) else {
            break;
        };
        tags.insert(0, tag.to_owned());
        rest = rest.get(..start).unwrap_or_default().trim_end();
    }
    (rest, tags)
}
