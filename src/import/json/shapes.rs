//! Records whose keys mean something else than in most: those of Pinboard, karakeep, Readability,
//! wallabag 1 and ninjs 1, brought into the common form.

use super::fields::{entry, is_address, words};
use serde_json::{Map, Value};
use std::borrow::Cow;

/// `record` by the names that the other modules know.
pub(super) fn common(record: &Map<String, Value>) -> Cow<'_, Map<String, Value>> {
    let pinboard = record.contains_key("href")
        && ["extended", "toread", "shared"].iter().any(|key| record.contains_key(*key));
    if pinboard {
        return Cow::Owned(of_pinboard(record));
    }
    if record.keys().any(|key| key.starts_with("article__")) {
        let short = |key: &String| key.strip_prefix("article__").unwrap_or(key).to_owned();
        return Cow::Owned(record.iter().map(|(key, value)| (short(key), value.clone())).collect());
    }
    if let Some(Value::Object(content)) = record.get("content") {
        return Cow::Owned(of_karakeep(record, content));
    }
    if record.contains_key("0") && record.contains_key("url") {
        let named = |key: &String| key.parse::<u8>().is_err();
        let kept = record.iter().filter(|(key, _)| named(key));
        return Cow::Owned(kept.map(|(key, value)| (key.clone(), value.clone())).collect());
    }
    if is_ninjs_1(record) {
        return Cow::Owned(of_ninjs_1(record));
    }
    Cow::Borrowed(record)
}

/// Whether a record is an item of ninjs 1 (IPTC, ninjs 1.0 to 1.6), where a provider makes up the
/// ends of the names of bodies, headlines and descriptions.
fn is_ninjs_1(record: &Map<String, Value>) -> bool {
    record.contains_key("uri") && record.keys().any(|key| made_up(key).is_some())
}

/// The common name of a key whose end a provider made up.
fn made_up(key: &str) -> Option<&'static str> {
    let (stem, end) = key.split_once('_')?;
    let rich = ["html", "rich"].iter().any(|word| end.contains(word));
    match stem {
        "body" if rich => Some("body_html"),
        "body" => Some("body_text"),
        "headline" => Some("headline"),
        "description" => Some("description"),
        _ => None,
    }
}

/// The names that providers make up become the common ones; what has one already keeps it, and
/// a description without tags goes before one with them.
fn of_ninjs_1(record: &Map<String, Value>) -> Map<String, Value> {
    let mut common = Map::new();
    for (key, value) in record.iter().filter(|(key, _)| made_up(key).is_none()) {
        common.insert(key.clone(), value.clone());
    }
    let mut others: Vec<_> = record.iter().filter(|(key, _)| made_up(key).is_some()).collect();
    others.sort_by_key(|(key, _)| key.contains("html") || key.contains("rich"));
    for (key, value) in others {
        let name = made_up(key).filter(|name| !common.contains_key(*name));
        common.insert(name.unwrap_or(key).to_owned(), value.clone());
    }
    common
}

/// Whether a record says where something is and what it is called, and is no article of JSON-LD
/// without its text.
pub(super) fn is_saved_address(record: &Map<String, Value>) -> bool {
    const ADDRESS: &[&str] = &["url", "uri", "link", "href", "given_url"];
    const NAMED: &[&str] = &["title", "name", "description", "excerpt", "tags"];
    let address = ADDRESS.iter().filter_map(|key| entry(record, key)?.1.as_str());
    let named = NAMED.iter().any(|key| entry(record, key).is_some());
    address.into_iter().any(is_address) && named && !record.contains_key("@type")
}

/// Pinboard and Delicious call the title "description", and set tags apart by spaces.
fn of_pinboard(record: &Map<String, Value>) -> Map<String, Value> {
    let mut common = Map::new();
    for (key, value) in record {
        let name = match key.as_str() {
            "href" => "url",
            "description" => "title",
            "extended" => "description",
            key => key,
        };
        let value = match (name, value) {
            ("tags", Value::String(tags)) => tags.split_whitespace().collect(),
            _ => value.clone(),
        };
        common.insert(name.to_owned(), value);
    }
    common
}

/// karakeep and Hoarder keep what was saved in a record of its own.
fn of_karakeep(record: &Map<String, Value>, content: &Map<String, Value>) -> Map<String, Value> {
    let mut common = record.clone();
    common.remove("content");
    for (key, value) in content {
        let name = match key.as_str() {
            "htmlContent" => "content",
            key => key,
        };
        let missing = common.get(name).is_none_or(|value| words(value).is_none());
        if missing {
            common.insert(name.to_owned(), value.clone());
        }
    }
    common
}
