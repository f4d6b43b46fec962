//! Marks as a page of the W3C Web Annotation Data Model (Recommendation of 23 February 2017), in
//! JSON-LD. Colors are `styleClass` (section 4.4), the version they were made on a `TimeState`.

use super::{Marked, Unit, moment, target_of};
use crate::export::json::json;
use crate::mark::{Annotation, Target};
use serde_json::{Value, json};

/// The marks of all `articles` as one annotation page. `page` names it, a UUID.
pub fn w3c(articles: &[Marked<'_>], page: &str) -> String {
    let items = articles.iter().flat_map(|marked| marked.marks.iter().map(|it| item(marked, it)));
    json(&json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("urn:uuid:{page}"),
        "type": "AnnotationPage",
        "items": items.collect::<Vec<Value>>(),
    }))
}

fn item(marked: &Marked<'_>, mark: &Annotation) -> Value {
    let motivation = if mark.note.is_empty() { "highlighting" } else { "commenting" };
    let mut item = json!({
        "id": format!("urn:uuid:{}", mark.id.0),
        "type": "Annotation",
        "motivation": motivation,
        "created": moment(mark.created),
        "modified": moment(mark.modified),
        "target": [target(marked, mark)],
    });
    let bodies = bodies(mark);
    if let (Some(item), false) = (item.as_object_mut(), bodies.is_empty()) {
        item.insert("body".to_owned(), bodies.into());
    }
    item
}

fn bodies(mark: &Annotation) -> Vec<Value> {
    let note = (!mark.note.is_empty()).then(|| {
        json!({
            "type": "TextualBody",
            "value": mark.note,
            "format": "text/markdown",
            "purpose": "commenting",
        })
    });
    let tags = mark.all_tags().into_iter();
    let tags = tags.map(|tag| json!({ "type": "TextualBody", "value": tag, "purpose": "tagging" }));
    note.into_iter().chain(tags).collect()
}

fn target(marked: &Marked<'_>, mark: &Annotation) -> Value {
    let mut target = target_of(marked, mark, Unit::Character);
    let Some(fields) = target.as_object_mut() else { return target };
    if matches!(mark.target, Target::Image(_)) {
        fields.insert("type".to_owned(), "SpecificResource".into());
        fields.insert("purpose".to_owned(), "describing".into());
    }
    if let Some(color) = mark.color {
        fields.insert("styleClass".to_owned(), format!("hl-{}", color.name()).into());
    }
    target
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ID, written};
    use super::*;

    fn page() -> Value {
        serde_json::from_str(&written(|articles| w3c(articles, ID))).unwrap()
    }

    #[test]
    fn a_mark_holds_its_words_and_where_they_stand() {
        let item = &page()["items"][0];
        assert_eq!(item["target"][0]["source"], "https://example.org/gates?a=1&b=2");
        let selectors = &item["target"][0]["selector"];
        assert_eq!(selectors[0]["exact"], "lucky");
        assert!(selectors[0]["prefix"].as_str().unwrap().ends_with("“We were "));
        let text = super::super::tests::article().text;
        let (start, end) = (selectors[1]["start"].as_u64(), selectors[1]["end"].as_u64());
        let byte = |at: Option<u64>| usize::try_from(at.unwrap()).unwrap();
        let (start, end) = (byte(start), byte(end));
        let words: String = text.chars().skip(start).take(end - start).collect();
        assert_eq!(words, "lucky");
        assert_eq!(item["target"][0]["styleClass"], "hl-green");
    }

    #[test]
    fn notes_and_tags_are_bodies_of_their_purpose() {
        let bodies = &page()["items"][0]["body"];
        let told: Vec<(&str, &str)> = (bodies.as_array().unwrap().iter())
            .map(|body| (body["purpose"].as_str().unwrap(), body["value"].as_str().unwrap()))
            .collect();
        let expected = [
            ("commenting", "Ask *her* again. #gates"),
            ("tagging", "gates"),
            ("tagging", "people"),
        ];
        assert_eq!(told, expected);
    }

    /// What the model requires of an annotation (section 3.1), read without our own types.
    #[test]
    fn every_item_is_an_annotation_of_the_model() {
        let page = page();
        assert_eq!(page["@context"], "http://www.w3.org/ns/anno.jsonld");
        assert_eq!(page["type"], "AnnotationPage");
        let items = page["items"].as_array().unwrap();
        assert_eq!(items.len(), 4);
        for item in items {
            assert!(item["id"].as_str().unwrap().starts_with("urn:uuid:"));
            assert_eq!(item["type"], "Annotation");
            assert!(item["created"].as_str().unwrap().parse::<jiff::Timestamp>().is_ok());
            let targets = item["target"].as_array().unwrap();
            assert!(!targets.is_empty() && targets.iter().all(|it| it["source"].is_string()));
            for selector in targets.iter().filter_map(|it| it["selector"].as_array()).flatten() {
                let kind = selector["type"].as_str().unwrap();
                let needed: &[&str] = match kind {
                    "TextQuoteSelector" => &["exact"],
                    "TextPositionSelector" => &["start", "end"],
                    other => panic!("no selector of the model: {other}"),
                };
                assert!(needed.iter().all(|key| !selector[key].is_null()));
            }
        }
        assert_eq!(items[1]["motivation"], "highlighting");
        assert!(items[3]["target"][0].get("selector").is_none());
    }
}
