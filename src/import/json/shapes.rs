//! Records whose keys mean something else than in most: those of Pinboard, karakeep, Readability
//! and wallabag 1, brought into the common form.

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
    Cow::Borrowed(record)
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
