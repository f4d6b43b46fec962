//! Front matter: YAML between lines of three hyphens, or TOML between lines of three pluses.

use crate::article::{Meta, Origin};
use crate::import::json::fields;
use serde_json::{Map, Value};

/// Front matter is no longer than this.
const LONGEST: usize = 64 * 1024;

/// Whether `text` begins with front matter.
pub(in crate::import) fn has_front_matter(text: &str) -> bool {
    parts(text)
        .is_some_and(|(mark, matter, _)| matter.contains(if mark == "---" { ':' } else { '=' }))
}

/// What the front matter of `text` says, and the text behind it. Front matter that is broken is
/// kept as it is, under its own name.
pub(super) fn split(text: &str) -> (Meta, &str) {
    let Some((mark, matter, body)) = parts(text).filter(|_| has_front_matter(text)) else {
        return (Meta::default(), text);
    };
    let record = if mark == "---" { yaml(matter) } else { toml(matter) };
    let meta = match record {
        Some(record) => fields::meta(&record, Origin::FrontMatter),
        None => Meta {
            extra: [("front matter".to_owned(), matter.trim().to_owned())].into(),
            ..Meta::default()
        },
    };
    (meta, body)
}

/// The mark, the front matter and the text behind it.
fn parts(text: &str) -> Option<(&str, &str, &str)> {
    let mark = text.get(..3).filter(|mark| matches!(*mark, "---" | "+++"))?;
    let rest = text.get(3..)?;
    let first = rest.find('\n')?;
    if !rest.get(..first)?.trim().is_empty() {
        return None;
    }
    let rest = rest.get(first + 1..)?;
    let mut at = 0;
    for line in rest.split_inclusive('\n') {
        if line.trim_end() == mark || mark == "---" && line.trim_end() == "..." {
            return Some((mark, rest.get(..at)?, rest.get(at + line.len()..)?));
        }
        at += line.len();
        if at > LONGEST {
            break;
        }
    }
    None
}

fn yaml(matter: &str) -> Option<Map<String, Value>> {
    match serde_saphyr::from_str::<Value>(matter).ok()? {
        Value::Object(map) => Some(map),
        _ => None,
    }
}

fn toml(matter: &str) -> Option<Map<String, Value>> {
    let table: toml::Table = toml::from_str(matter).ok()?;
    Some(table.into_iter().map(|(key, value)| (key, json(value))).collect())
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(words) => Value::String(words),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(is) => is.into(),
        toml::Value::Datetime(day) => Value::String(day.to_string()),
        toml::Value::Array(values) => values.into_iter().map(json).collect(),
        toml::Value::Table(table) => {
            table.into_iter().map(|(key, value)| (key, json(value))).collect::<Map<_, _>>().into()
        }
    }
}
