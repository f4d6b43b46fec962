//! Annotations that stand in files of their own: exports of Hypothesis, and the W3C Web
//! Annotation Data Model. Each comes to the address it was made on.

use super::fields::{self, entry, words};
use crate::article::{Annotation, Article, Kept, Meta, Origin, Stated};
use crate::import::saved;
use serde_json::{Map, Value};

/// An article for each address that annotations in `value` were made on; `None` where it holds
/// none.
pub(super) fn read(value: &Value) -> Option<Vec<Article>> {
    let items = match value {
        Value::Array(items) => items,
        Value::Object(map) => map.get("annotations").or_else(|| map.get("items"))?.as_array()?,
        _ => return None,
    };
    let found: Vec<_> = items.iter().filter_map(|item| annotation(item.as_object()?)).collect();
    (!found.is_empty()).then(|| saved::articles(found.into_iter()))
}

fn annotation(map: &Map<String, Value>) -> Option<(Meta, Kept)> {
    let target = match map.get("target")? {
        Value::Array(targets) => targets.first()?,
        target => target,
    };
    let source = target.get("source").or_else(|| map.get("uri")).unwrap_or(target);
    let address = words(source.get("id").unwrap_or(source))?;
    let stated = |value: String| Some(Stated::new(value, Origin::Record));
    let title = map.get("document").and_then(|document| words(document.get("title")?));
    let meta = Meta { address: stated(address), title: title.and_then(stated), ..Meta::default() };
    let mut found = selected(target);
    found.id = entry(map, "id").and_then(|(_, id)| words(id));
    found.created = entry(map, "created").and_then(|(_, day)| fields::instant(day));
    let changed = entry(map, "modified").or_else(|| entry(map, "updated"));
    found.modified = changed.and_then(|(_, day)| fields::instant(day));
    found.note = map.get("text").and_then(words);
    if let Some(Value::Array(tags)) = map.get("tags") {
        found.tags = tags.iter().filter_map(words).collect();
    }
    let bodies = match map.get("body") {
        Some(Value::Array(bodies)) => bodies.as_slice(),
        Some(body) => std::slice::from_ref(body),
        None => &[],
    };
    for body in bodies {
        let Some(said) = body.get("value").and_then(words) else { continue };
        match body.get("purpose").and_then(Value::as_str) {
            Some("tagging") => found.tags.push(said),
            _ => found.note = found.note.or(Some(said)),
        }
    }
    let style = target.get("styleClass").and_then(words);
    found.color = style.map(|style| style.trim_start_matches("hl-").to_owned());
    Some((meta, Kept { annotations: vec![found], ..Kept::default() }))
}

/// The words that the selectors of a target name.
fn selected(target: &Value) -> Annotation {
    let selectors = match target.get("selector") {
        Some(Value::Array(selectors)) => selectors.as_slice(),
        Some(selector) => std::slice::from_ref(selector),
        None => &[],
    };
    let quote = selectors.iter().find(|selector| selector.get("exact").is_some());
    let said = |key: &str| quote?.get(key)?.as_str().map(str::to_owned);
    Annotation {
        quote: said("exact").unwrap_or_default(),
        prefix: said("prefix"),
        suffix: said("suffix"),
        ..Annotation::default()
    }
}
