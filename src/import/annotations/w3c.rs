//! Annotations of the W3C Web Annotation Data Model (Recommendation of 23 February 2017): a page, a
//! collection, an array, or one.

use super::{Noted, Notes, gather, moment, select, words};
use crate::article::Annotation;
use serde_json::Value;

/// Whether the value holds such annotations.
pub(super) fn is_page(value: &Value) -> bool {
    items(value).first().is_some_and(|item| is_annotation(item))
}

fn is_annotation(value: &Value) -> bool {
    let is = |kind: &Value| kind == "Annotation";
    (is(&value["type"]) || value["type"].as_array().is_some_and(|kinds| kinds.iter().any(is)))
        && !value["target"].is_null()
}

fn items(value: &Value) -> Vec<&Value> {
    if is_annotation(value) {
        return vec![value];
    }
    let list = [value.get("items"), value.pointer("/first/items"), Some(value)];
    let list = list.into_iter().flatten().find_map(Value::as_array);
    list.map(|items| items.iter().collect()).unwrap_or_default()
}

/// The annotations of a page.
pub(super) fn read(value: &Value) -> Notes {
    gather("W3C annotations", items(value).into_iter().map(item))
}

fn item(item: &Value) -> Option<Noted> {
    let target = match &item["target"] {
        Value::Array(targets) => targets.first()?,
        target => target,
    };
    let mut annotation = Annotation {
        id: words(&item["id"]),
        created: moment(&item["created"]),
        modified: moment(&item["modified"]),
        color: color(&target["styleClass"]),
        ..Annotation::default()
    };
    select(target, &mut annotation);
    let one = std::slice::from_ref(&item["body"]);
    for body in item["body"].as_array().map_or(one, Vec::as_slice) {
        take(body, &mut annotation);
    }
    if annotation.note.is_none() {
        annotation.note = words(&item["bodyValue"]);
    }
    let address = target.as_str().map(str::to_owned).or_else(|| {
        words(&target["source"])
            .or_else(|| target.pointer("/source/id").and_then(words))
            .or_else(|| words(&target["id"]))
    });
    Some(Noted { address, title: None, annotation })
}

fn take(body: &Value, annotation: &mut Annotation) {
    let Some(value) = words(body).or_else(|| words(&body["value"])) else { return };
    if body["purpose"] == "tagging" {
        annotation.tags.push(value);
    } else {
        let before = annotation.note.take().map(|note| note + "\n\n").unwrap_or_default();
        annotation.note = Some(before + &value);
    }
}

/// The color in a style class of ours.
fn color(classes: &Value) -> Option<String> {
    let one = std::slice::from_ref(classes);
    let classes = classes.as_array().map_or(one, Vec::as_slice).iter();
    classes.filter_map(Value::as_str).find_map(|it| it.strip_prefix("hl-")).map(str::to_owned)
}
