//! JSON to articles: one record, an array, a record a line, or records in a wrapper.

mod aliases;
mod annotations;
pub(super) mod fields;
pub(super) mod kept;
mod pictures;
mod record;
mod shapes;

use super::Error;
use super::builder::{Builder, Shape};
use crate::article::{Article, BlockRole, Meta, Origin, Stated};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// How deep records may lie in wrappers.
const DEEPEST: usize = 32;

/// The articles in `text`. A file of a record a line may hold a few broken lines: each becomes an
/// article of its own that says so, as `name`d.
pub(super) fn read(text: &str, name: Option<&str>) -> Result<Vec<Article>, Error> {
    let articles = match serde_json::from_str::<Value>(text) {
        Ok(value) => whole(&value),
        Err(error) if !is_record_a_line(text) => return Err(broken(&error)),
        Err(_) => lines(text, name)?,
    };
    if articles.is_empty() { Err(Error::NoText) } else { Ok(articles) }
}

fn broken(error: &serde_json::Error) -> Error {
    Error::Malformed { format: "JSON", reason: error.to_string() }
}

/// Whether the first two lines with words begin records, and the first is whole.
fn is_record_a_line(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let whole = lines.next().is_some_and(|line| serde_json::from_str::<Value>(line).is_ok());
    whole && lines.next().is_some_and(|line| line.trim_start().starts_with(['{', '[']))
}

fn lines(text: &str, name: Option<&str>) -> Result<Vec<Article>, Error> {
    let mut articles = Vec::new();
    let (mut good, mut bad) = (0_usize, 0_usize);
    for (at, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        match serde_json::from_str::<Value>(line) {
            Ok(value) => {
                good += 1;
                articles.extend(whole(&value));
            }
            Err(error) => {
                bad += 1;
                let reason = format!("line {}: {error}", at + 1);
                if bad > good {
                    return Err(Error::Malformed { format: "JSON", reason });
                }
                articles.push(broken_line(line, name, &reason));
            }
        }
    }
    Ok(articles)
}

/// A broken line, kept as an article that says what is wrong with it.
fn broken_line(line: &str, name: Option<&str>, reason: &str) -> Article {
    let mut builder = Builder::new();
    builder.open(Shape::new(BlockRole::Code));
    builder.kept(line);
    let title = format!("Broken JSON in {}, {reason}", name.unwrap_or("the file"));
    let title = Some(Stated::new(title, Origin::FileName));
    builder.finish(Meta { title, ..Meta::default() })
}

/// Keys under which wrappers hold their records.
const WRAPPERS: &[&str] = &[
    "articles",
    "article",
    "items",
    "results",
    "entries",
    "posts",
    "documents",
    "docs",
    "records",
    "hits",
    "data",
    "@graph",
    "_source",
    "bookmarks",
    "children",
    "roots",
    "bookmark_bar",
    "other",
    "synced",
    "collections",
];

/// What a collection of Linkwarden holds, where it is no record of its own.
const LINKS: &str = "links";

/// The articles in a file that is one value.
fn whole(value: &Value) -> Vec<Article> {
    if let Some(articles) = annotations::read(value) {
        return articles;
    }
    let mut found = Vec::new();
    records(value, DEEPEST, &mut found);
    let mut articles: Vec<_> = found.iter().filter_map(|record| record::read(record)).collect();
    if let Some(feed) = feed_title(value) {
        for source in articles.iter_mut().map(|article| &mut article.meta.source) {
            source.get_or_insert_with(|| Stated::new(feed.clone(), Origin::Record));
        }
    }
    articles
}

/// The title of a JSON feed.
fn feed_title(value: &Value) -> Option<String> {
    let version = value.get("version")?.as_str()?;
    let title = value.get("title")?.as_str()?;
    version.contains("jsonfeed.org").then(|| title.trim().to_owned())
}

/// Finds the records in `value`: itself, the elements of an array, or what a wrapper holds; a
/// record may be no more than a saved address.
fn records<'a>(value: &'a Value, deepest: usize, found: &mut Vec<Cow<'a, Map<String, Value>>>) {
    match value {
        Value::Array(values) if deepest > 0 => {
            for value in values {
                records(value, deepest - 1, found);
            }
        }
        Value::Object(map) => {
            let record = shapes::common(map);
            if fields::body(&record).is_some() {
                found.push(record);
                return;
            }
            let before = found.len();
            if deepest > 0 {
                let links = map.get(LINKS).filter(|_| !map.contains_key("url"));
                let held = WRAPPERS.iter().filter_map(|key| map.get(*key)).chain(links);
                held.for_each(|value| records(value, deepest - 1, found));
            }
            if found.len() == before
                && (shapes::is_saved_address(&record) || fields::is_news_item(&record))
            {
                found.push(record);
            }
        }
        _ => {}
    }
}

#[cfg(test)]
mod tests;
