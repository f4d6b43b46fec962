//! References as CSL-JSON (Citation Style Language 1.0.2, `csl-data.json`), which citation
//! processors read.

use super::Reference;
use super::name::Name;
use crate::export::json::json;
use jiff::civil::Date;
use serde_json::{Map, Value, json};

/// The references as one array.
pub fn csl(references: &[Reference]) -> String {
    json(&references.iter().map(item).collect::<Vec<Value>>())
}

fn item(reference: &Reference) -> Value {
    let mut item = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            item.insert(key.to_owned(), value);
        }
    };
    let words = |words: &Option<String>| words.as_ref().map(|it| Value::from(it.as_str()));
    put("id", Some(reference.key().into()));
    put("type", Some("article-newspaper".into()));
    put("title", Some(reference.title.as_str().into()));
    put("container-title", words(&reference.source));
    let authors: Vec<Value> = reference.authors.iter().map(|it| author(it)).collect();
    put("author", (!authors.is_empty()).then(|| authors.into()));
    put("issued", reference.published.map(parts));
    put("accessed", reference.accessed.map(parts));
    put("URL", words(&reference.address));
    put("language", words(&reference.language));
    put("keyword", (!reference.tags.is_empty()).then(|| reference.tags.join(", ").into()));
    put("note", (!reference.notes.is_empty()).then(|| reference.notes.join("\n\n").into()));
    Value::Object(item)
}

fn author(name: &str) -> Value {
    match Name::read(name) {
        Name::Literal(name) => json!({ "literal": name }),
        Name::Person { given, family, suffix: None } => json!({ "family": family, "given": given }),
        Name::Person { given, family, suffix: Some(suffix) } => {
            json!({ "family": family, "given": given, "suffix": suffix })
        }
    }
}

fn parts(day: Date) -> Value {
    json!({ "date-parts": [[day.year(), day.month(), day.day()]] })
}

#[cfg(test)]
mod tests {
    use super::super::tests::references;
    use super::*;

    /// What the schema of CSL-JSON allows, as far as we write it.
    fn check(item: &Value) {
        let item = item.as_object().unwrap();
        assert!(item["id"].is_string() && item["type"] == "article-newspaper");
        for (key, value) in item {
            let sound = match key.as_str() {
                "id" | "type" | "title" | "container-title" | "URL" | "language" | "keyword"
                | "note" => value.is_string(),
                "author" => value.as_array().unwrap().iter().all(|name| {
                    let name = name.as_object().unwrap();
                    name.keys()
                        .all(|key| ["family", "given", "suffix", "literal"].contains(&key.as_str()))
                }),
                "issued" | "accessed" => {
                    let parts = value["date-parts"][0].as_array().unwrap();
                    (1..=3).contains(&parts.len()) && parts.iter().all(Value::is_number)
                }
                _ => false,
            };
            assert!(sound, "{key}: {value}");
        }
    }

    #[test]
    fn items_are_as_the_schema_has_them() {
        let items: Vec<Value> = serde_json::from_str(&csl(&references())).unwrap();
        items.iter().for_each(check);
        assert_eq!(items[0]["author"][0], json!({ "family": "van der Holt", "given": "Mia" }));
        assert_eq!(items[0]["issued"]["date-parts"], json!([[2026, 5, 30]]));
        assert_eq!(items[1]["author"], json!([{ "literal": "Harbor News Agency" }]));
    }
}
