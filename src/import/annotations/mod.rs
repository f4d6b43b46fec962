//! Files of annotations that other programs export beside the articles they are on: W3C Web
//! Annotation JSON-LD, the JSON and CSV of Hypothesis, the CSV of Readwise, and our own JSON lines.

mod hypothesis;
mod lines;
mod table;
mod w3c;

pub(super) use table::inline_tags;

use super::{Error, LIMIT, charset};
use crate::article::{Annotation, Instant};
use serde_json::Value;

/// An annotation and what is said of the article it is on.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Noted {
    /// The address of the article.
    pub address: Option<String>,
    /// Its headline.
    pub title: Option<String>,
    /// What was marked and written.
    pub annotation: Annotation,
}

/// The annotations in a file, in its order, and how many of its items hold none.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Notes {
    /// The name of the form.
    pub form: &'static str,
    /// The annotations.
    pub notes: Vec<Noted>,
    /// Items that were left out: replies to others' notes, and items without words.
    pub left_out: usize,
}

/// Reads a file of annotations, whatever wrote it.
pub fn annotations(bytes: Vec<u8>) -> Result<Notes, Error> {
    if bytes.len() > LIMIT {
        return Err(Error::TooLarge);
    }
    let text = charset::decode(bytes)?;
    if text.trim().is_empty() {
        return Err(Error::Empty);
    }
    if !text.trim_start().starts_with(['{', '[']) {
        return table::read(&text);
    }
    let broken =
        |error: serde_json::Error| Error::Malformed { format: "JSON", reason: error.to_string() };
    match serde_json::from_str::<Value>(&text) {
        Ok(value) if lines::is_line(&value) => Ok(lines::read(&[value])),
        Ok(value) => of(&value).ok_or(Error::NotArticle("JSON without annotations")),
        Err(error) => {
            let each = text.lines().filter(|line| !line.trim().is_empty());
            let all: Result<Vec<Value>, _> = each.map(serde_json::from_str).collect();
            match all {
                Ok(values) if values.iter().all(lines::is_line) => Ok(lines::read(&values)),
                _ => Err(broken(error)),
            }
        }
    }
}

/// The annotations in a value as Hypothesis or the W3C has them; `None` where it is neither.
pub(super) fn of(value: &Value) -> Option<Notes> {
    if hypothesis::is_export(value) {
        Some(hypothesis::read(value))
    } else {
        w3c::is_page(value).then(|| w3c::read(value))
    }
}

/// The annotations in an export of articles, as wallabag and Omnivore write them, or in a file of
/// annotations alone. `name` is the name of the file, if any.
pub fn annotations_in(bytes: Vec<u8>, name: Option<&str>) -> Result<Notes, Error> {
    let refused = match annotations(bytes.clone()) {
        Ok(notes) => return Ok(notes),
        Err(refused) => refused,
    };
    let Ok(articles) = super::read(bytes, name) else { return Err(refused) };
    let notes = articles.into_iter().flat_map(|article| {
        let (meta, kept) = (article.meta, article.kept.annotations);
        let (address, title) = (meta.address.map(|it| it.value), meta.title.map(|it| it.value));
        kept.into_iter().map(move |annotation| {
            Some(Noted { address: address.clone(), title: title.clone(), annotation })
        })
    });
    let found = gather("annotations of articles", notes);
    if found.notes.is_empty() { Err(refused) } else { Ok(found) }
}

/// Splits items into annotations and those that hold none.
fn gather(form: &'static str, items: impl Iterator<Item = Option<Noted>>) -> Notes {
    let mut found = Notes { form, ..Notes::default() };
    for item in items {
        match item.filter(|it| !is_empty(&it.annotation)) {
            Some(noted) => found.notes.push(noted),
            None => found.left_out += 1,
        }
    }
    found
}

fn is_empty(annotation: &Annotation) -> bool {
    annotation.quote.trim().is_empty() && annotation.note.is_none()
}

/// The words of a field, if there are any.
fn words(value: &Value) -> Option<String> {
    value.as_str().map(str::trim).filter(|it| !it.is_empty()).map(str::to_owned)
}

fn moment(value: &Value) -> Option<Instant> {
    super::date::instant(value.as_str()?)
}

/// What the selectors of a target say of its words: Web Annotation Data Model, section 4.2, as
/// Hypothesis has it too.
fn select(target: &Value, annotation: &mut Annotation) {
    let selectors = &target["selector"];
    let one = std::slice::from_ref(selectors);
    for selector in selectors.as_array().map_or(one, Vec::as_slice) {
        if selector["type"] == "TextQuoteSelector" {
            let raw = |key: &str| selector[key].as_str().map(str::to_owned);
            annotation.quote = raw("exact").unwrap_or_default();
            annotation.prefix = raw("prefix").filter(|it| !it.is_empty());
            annotation.suffix = raw("suffix").filter(|it| !it.is_empty());
        }
    }
}

#[cfg(test)]
mod tests;
