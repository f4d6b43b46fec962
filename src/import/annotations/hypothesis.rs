//! What the Hypothesis client and its API give: `annotations` or `rows` of `uri`, `text`, `tags`,
//! `target`.

use super::{Noted, Notes, gather, moment, select, words};
use crate::article::Annotation;
use serde_json::Value;

/// Whether the value is such an export.
pub(super) fn is_export(value: &Value) -> bool {
    rows(value).is_some_and(|rows| rows.iter().all(|row| row["uri"].is_string()))
}

fn rows(value: &Value) -> Option<&Vec<Value>> {
    value["annotations"].as_array().or_else(|| value["rows"].as_array())
}

/// The annotations of an export. A reply to another is no note on the article.
pub(super) fn read(value: &Value) -> Notes {
    let rows = rows(value).map(Vec::as_slice).unwrap_or_default();
    gather("Hypothesis annotations", rows.iter().map(item))
}

fn item(row: &Value) -> Option<Noted> {
    if row["references"].as_array().is_some_and(|it| !it.is_empty()) {
        return None;
    }
    let mut annotation = Annotation {
        id: words(&row["id"]),
        note: words(&row["text"]),
        created: moment(&row["created"]),
        modified: moment(&row["updated"]),
        ..Annotation::default()
    };
    for tag in row["tags"].as_array().into_iter().flatten().filter_map(words) {
        match tag.strip_prefix("color:") {
            Some(color) => annotation.color = Some(color.to_owned()),
            None => annotation.tags.push(tag),
        }
    }
    if let Some(target) = row["target"].as_array().and_then(|targets| targets.first()) {
        select(target, &mut annotation);
    }
    let title = row.pointer("/document/title/0").and_then(words);
    Some(Noted { address: words(&row["uri"]), title, annotation })
}
