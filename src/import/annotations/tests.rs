//! Files as each program writes them.

use super::*;
use proptest::prelude::*;
use serde_json::json;

fn read(file: &str) -> Notes {
    annotations(file.as_bytes().to_vec()).unwrap()
}

/// Address, words, note and tags of the only annotation of `file`.
#[track_caller]
fn only(file: &str) -> String {
    let mut notes = read(file).notes;
    assert_eq!(notes.len(), 1, "{notes:?}");
    let Noted { address, annotation, .. } = notes.remove(0);
    let note = annotation.note.unwrap_or_default();
    let color = annotation.color.unwrap_or_default();
    let tags = annotation.tags.join(",");
    format!("{} [{}] {note} #{tags} {color}", address.unwrap_or_default(), annotation.quote)
}

fn page() -> Value {
    json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationPage",
        "items": [{
            "id": "urn:uuid:1",
            "type": "Annotation",
            "created": "2026-03-01T08:00:00Z",
            "body": [
                { "type": "TextualBody", "value": "Why?", "purpose": "commenting" },
                { "type": "TextualBody", "value": "tides", "purpose": "tagging" },
            ],
            "target": [{
                "source": "https://example.org/a",
                "selector": [
                    { "type": "TextQuoteSelector", "exact": "low water", "prefix": "at " },
                    { "type": "TextPositionSelector", "start": 7, "end": 16 },
                ],
                "styleClass": "hl-blue",
            }],
        }],
    })
}

#[test]
fn annotations_of_the_w3c() {
    let expected = "https://example.org/a [low water] Why? #tides blue";
    assert_eq!(only(&page().to_string()), expected);
    assert_eq!(only(&page()["items"][0].to_string()), expected);
    assert_eq!(only(&page()["items"].to_string()), expected);
    let note = &read(&page().to_string()).notes[0].annotation;
    assert_eq!(note.prefix.as_deref(), Some("at "));
    assert_eq!(note.created.unwrap().date, jiff::civil::date(2026, 3, 1));
}

#[test]
fn a_target_may_be_an_address_and_a_body_its_words() {
    let item = json!({
        "type": "Annotation", "target": "https://example.org/a", "bodyValue": "Read again.",
    });
    assert_eq!(only(&item.to_string()), "https://example.org/a [] Read again. # ");
}

#[test]
fn annotations_of_hypothesis_without_replies() {
    let row = |text: &str, references: Value| {
        json!({
            "id": "x", "uri": "https://example.org/a", "text": text, "tags": ["tides", "color:red"],
            "references": references, "document": { "title": ["Low water"] },
            "target": [{ "selector": [{ "type": "TextQuoteSelector", "exact": "the pier" }] }],
        })
    };
    let file = json!({ "annotations": [row("Old?", json!([])), row("No.", json!(["x"]))] });
    assert_eq!(only(&file.to_string()), "https://example.org/a [the pier] Old? #tides red");
    let notes = read(&file.to_string());
    assert_eq!((notes.left_out, notes.notes[0].title.as_deref()), (1, Some("Low water")));
}

#[test]
fn tables_of_readwise_and_hypothesis() {
    let readwise = "Highlight,Title,Author,URL,Note,Location,Date\n\
        \"low, water\",Tides,,https://example.org/a,Why? .tides .sea,12,2026-03-01 08:00:00\n";
    assert_eq!(only(readwise), "https://example.org/a [low, water] Why? #tides,sea ");
    let hypothesis = "Created at,Author,Page,URL,Group,Type,Quote/description,Comment,Tags\n\
        2026-03-01 08:00,ana,,https://example.org/a,Public,Annotation,low water,Why?,\"a,b\"\n";
    assert_eq!(only(hypothesis), "https://example.org/a [low water] Why? #a,b ");
}

#[test]
fn the_marks_in_an_export_of_articles() {
    let wallabag = json!([{
        "title": "Low water", "url": "https://example.org/a", "is_archived": 0, "is_starred": 0,
        "content": "<p>The pier stood dry at low water.</p>",
        "annotations": [{ "text": "Why?", "quote": "low water", "created_at": "2026-03-01T08:00:00+00:00" }],
    }]);
    let notes = annotations_in(wallabag.to_string().into_bytes(), Some("w.json")).unwrap();
    let first = &notes.notes[0];
    assert_eq!(first.address.as_deref(), Some("https://example.org/a"));
    assert_eq!(first.annotation.quote, "low water");
    assert_eq!(first.annotation.note.as_deref(), Some("Why?"));
    assert!(annotations_in(b"Nothing but prose.".to_vec(), None).is_err());
}

#[test]
fn what_is_no_file_of_annotations_is_refused() {
    let refused = |file: &str| annotations(file.as_bytes().to_vec()).unwrap_err().to_string();
    assert_eq!(refused("{}"), "it is JSON without annotations, not an article");
    assert!(refused("{").starts_with("it is broken JSON"));
    assert!(refused("a,b\n1,2").contains("without annotations"));
    assert_eq!(refused("  "), "it is empty");
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        _ = annotations(bytes);
    }

    #[test]
    fn a_cut_file_is_read_or_refused(at in 0_usize..700) {
        let file = page().to_string();
        _ = annotations(file.as_bytes()[..at.min(file.len())].to_vec());
    }
}
