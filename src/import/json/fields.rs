//! What a record says of its article, by the names of [`super::aliases`].

use super::aliases::{
    ADDRESS, AUTHOR, BODY, DESCRIPTION, LANGUAGE, MODIFIED, OTHER, PUBLISHED, SAVED, SECTION,
    SOURCE, TAGS, TITLE,
};
use crate::article::{Instant, Meta, Origin, Stated};
use crate::import::{date, names};
use serde_json::{Map, Value};

/// The key of the text in a record, and its value.
pub(super) fn body(record: &Map<String, Value>) -> Option<(&str, &Value)> {
    BODY.iter().find_map(|alias| {
        let (key, value) = entry(record, alias)?;
        (!body_words(value).trim().is_empty()).then_some((key, value))
    })
}

/// The text in the value of a body field: a string, a list of paragraphs, or the main one of
/// several bodies.
pub(super) fn body_words(value: &Value) -> String {
    match value {
        Value::String(words) => words.clone(),
        Value::Array(values) if values.iter().all(Value::is_object) => {
            let best = values.iter().max_by_key(|body| (is_plain(body), words_in(body).len()));
            best.map(words_in).unwrap_or_default()
        }
        Value::Array(values) => {
            let paragraphs = values.iter().filter_map(Value::as_str);
            paragraphs.collect::<Vec<_>>().join("\n\n")
        }
        Value::Object(_) => words_in(value),
        _ => String::new(),
    }
}

/// What `record` says of its article; keys that are not known are kept as JSON text.
pub(in crate::import) fn meta(record: &Map<String, Value>, origin: Origin) -> Meta {
    let field = |aliases| field(record, aliases, origin);
    let day = |aliases: &[&str]| days(record, aliases, origin);
    let address = first(record, ADDRESS, address);
    let source = first(record, SOURCE, |value| words(value).filter(|name| !is_address(name)));
    Meta {
        title: field(TITLE),
        authors: authors(record, origin),
        source: source.map(|name| Stated::new(without_www(name), origin)),
        published: day(PUBLISHED),
        modified: day(MODIFIED),
        saved: day(SAVED),
        language: field(LANGUAGE),
        address: address.map(|address| Stated::new(address, origin)),
        section: field(SECTION),
        description: field(DESCRIPTION),
        tags: tags(record),
        extra: extra(record),
    }
}

/// The words of a value: a string, a number, the `name` or `value` of an object, the first of a
/// list.
pub(in crate::import) fn words(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.trim().to_owned(),
        Value::Array(values) => return values.iter().find_map(words_of_one),
        _ => return words_of_one(value),
    };
    (!words.is_empty()).then_some(words)
}

/// The value under a key, whatever its case.
pub(super) fn entry<'a>(
    record: &'a Map<String, Value>,
    alias: &str,
) -> Option<(&'a str, &'a Value)> {
    let same = |key: &&String| key.eq_ignore_ascii_case(alias);
    let key = if record.contains_key(alias) { None } else { record.keys().find(same) };
    match key {
        Some(key) => record.get_key_value(key),
        None => record.get_key_value(alias),
    }
    .map(|(key, value)| (key.as_str(), value))
}

/// Whether `words` are an address.
pub(in crate::import) fn is_address(words: &str) -> bool {
    words.starts_with("http://") || words.starts_with("https://")
}

fn words_of_one(value: &Value) -> Option<String> {
    let words = match value {
        Value::String(words) => words.trim().to_owned(),
        Value::Object(map) => {
            if let (Some(family), given) = (map.get("family"), map.get("given")) {
                let given = given.and_then(Value::as_str).unwrap_or_default();
                let whole = format!("{given} {}", family.as_str()?);
                return Some(whole.trim().to_owned());
            }
            let inner = ["name", "value", "@value", "text"].iter().find_map(|key| map.get(*key));
            inner.and_then(Value::as_str)?.trim().to_owned()
        }
        _ => return None,
    };
    (!words.is_empty()).then_some(words)
}

/// Whether a body is in a form made for reading, not for exchange (ninjs `contenttype`).
fn is_plain(body: &Value) -> bool {
    let form = body.as_object().and_then(|body| entry(body, "contenttype"));
    form.is_none_or(|(_, form)| {
        form.as_str().is_some_and(|form| form.starts_with("text/") || form.contains("xhtml"))
    })
}

/// The text of one body: a string, or an object with one.
fn words_in(value: &Value) -> String {
    let inner = ["value", "content", "text", "html"].iter().find_map(|key| value.get(*key));
    inner.and_then(Value::as_str).unwrap_or("").to_owned()
}

/// The first of `aliases` whose value says something.
fn first<T>(
    record: &Map<String, Value>,
    aliases: &[&str],
    said: impl Fn(&Value) -> Option<T>,
) -> Option<T> {
    aliases.iter().find_map(|alias| said(entry(record, alias)?.1))
}

fn field(record: &Map<String, Value>, aliases: &[&str], origin: Origin) -> Option<Stated<String>> {
    first(record, aliases, words).map(|words| Stated::new(words, origin))
}

fn days(record: &Map<String, Value>, aliases: &[&str], origin: Origin) -> Option<Stated<Instant>> {
    first(record, aliases, |value| {
        Some(Stated { raw: words(value), ..Stated::new(instant(value)?, origin) })
    })
}

/// The point in time that a value states.
pub(in crate::import) fn instant(value: &Value) -> Option<Instant> {
    // Chrome writes its microseconds as words.
    let long = || value.as_str().filter(|it| (16..=17).contains(&it.len()))?.parse().ok();
    let number = value.as_i64().or_else(|| whole(value.as_f64()?)).or_else(long);
    number.and_then(date::epoch).or_else(|| date::instant(&words(value)?))
}

/// Whether a record is an item of ninjs, which may hold a picture or an event in place of a text.
pub(super) fn is_news_item(record: &Map<String, Value>) -> bool {
    let named = |key: &str| entry(record, key).is_some();
    named("uri")
        && ["versioncreated", "pubstatus", "standard", "$standard", "eventdetails"]
            .iter()
            .any(|key| named(key))
}

/// A number with a fraction of a second, without it.
fn whole(number: f64) -> Option<i64> {
    format!("{:.0}", number.trunc()).parse().ok()
}

fn address(value: &Value) -> Option<String> {
    let words = match value {
        Value::Object(map) => map.get("@id").or(map.get("url"))?.as_str()?.to_owned(),
        _ => words(value)?,
    };
    is_address(&words).then_some(words)
}

fn authors(record: &Map<String, Value>, origin: Origin) -> Vec<Stated<String>> {
    let found = first(record, AUTHOR, |value| {
        let values = match value {
            Value::Array(values) => values.iter().filter_map(words_of_one).collect(),
            _ => words_of_one(value).into_iter().collect::<Vec<_>>(),
        };
        let mut found: Vec<Stated<String>> = Vec::new();
        for value in values.iter().filter(|value| !is_address(value) && value.len() <= 300) {
            let value = value.replace("[[", "").replace("]]", "");
            for name in names::authors(&value).into_iter().filter(|name| !name.contains('@')) {
                if !found.iter().any(|known| known.value == name) {
                    found.push(Stated::read(name, origin, &value));
                }
            }
        }
        (!found.is_empty()).then_some(found)
    });
    found.unwrap_or_default()
}

fn tags(record: &Map<String, Value>) -> Vec<String> {
    let found = first(record, TAGS, |value| {
        let tags: Vec<String> = match value {
            Value::String(words) => {
                words.split([',', ';']).map(|tag| tag.trim().to_owned()).collect()
            }
            Value::Array(values) => values.iter().filter_map(words_of_one).collect(),
            _ => Vec::new(),
        };
        let tags: Vec<String> = tags.into_iter().filter(|tag| !tag.is_empty()).collect();
        (!tags.is_empty()).then_some(tags)
    });
    found.unwrap_or_default()
}

fn without_www(name: String) -> String {
    name.strip_prefix("www.").map(str::to_owned).unwrap_or(name)
}

/// What no table knows, as JSON text; strings as they are.
fn extra(record: &Map<String, Value>) -> std::collections::BTreeMap<String, String> {
    let tables = [
        BODY,
        TITLE,
        AUTHOR,
        PUBLISHED,
        MODIFIED,
        SAVED,
        ADDRESS,
        SOURCE,
        LANGUAGE,
        SECTION,
        DESCRIPTION,
        TAGS,
        OTHER,
    ];
    let known = |key: &str| {
        tables.iter().any(|table| table.iter().any(|alias| key.eq_ignore_ascii_case(alias)))
    };
    let kept = record.iter().filter(|(key, value)| !known(key) && !is_empty(value));
    kept.map(|(key, value)| (key.clone(), readable(value))).collect()
}

/// A value as a reader may see it: words as they are, lists of names as such, else JSON.
fn readable(value: &Value) -> String {
    let names = match value {
        Value::String(words) => return words.clone(),
        Value::Array(values) => values.iter().map(words_of_one).collect::<Option<Vec<_>>>(),
        _ => None,
    };
    names.map_or_else(|| value.to_string(), |names| names.join(", "))
}

fn is_empty(value: &Value) -> bool {
    match value {
        Value::Null => true,
        Value::String(words) => words.is_empty(),
        Value::Array(values) => values.is_empty(),
        Value::Object(map) => map.is_empty(),
        _ => false,
    }
}
