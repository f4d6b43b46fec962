//! JSON to articles: one record, an array, a record a line, or records in a wrapper.

mod aliases;
pub(super) mod fields;
mod pictures;
mod record;

use super::Error;
use super::builder::{Builder, Shape};
use crate::article::{Article, BlockRole, Meta, Origin, Stated};
use serde_json::Value;

/// How deep records may lie in wrappers.
const DEEPEST: usize = 4;

/// The articles in `text`. A file of a record a line may hold a few broken lines: each becomes an
/// article of its own that says so, as `name`d.
pub(super) fn read(text: &str, name: Option<&str>) -> Result<Vec<Article>, Error> {
    let articles = match serde_json::from_str::<Value>(text) {
        Ok(value) => records(&value, DEEPEST).into_iter().filter_map(record::read).collect(),
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
                articles.extend(records(&value, DEEPEST).into_iter().filter_map(record::read));
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
];

/// The records in `value`: itself, the elements of an array, or what a wrapper holds.
fn records(value: &Value, deepest: usize) -> Vec<&Value> {
    let within = |value| match deepest {
        0 => Vec::new(),
        _ => records(value, deepest - 1),
    };
    match value {
        Value::Array(values) => values.iter().flat_map(within).collect(),
        Value::Object(map) if fields::body(map).is_some() => vec![value],
        Value::Object(map) => {
            WRAPPERS.iter().filter_map(|key| map.get(*key)).flat_map(within).collect()
        }
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests;
