use super::*;
use crate::import::check;
use proptest::prelude::*;

fn one(json: &str) -> Article {
    let mut articles = read(json, None).unwrap();
    assert_eq!(articles.len(), 1);
    let article = articles.remove(0);
    check::sound(&article);
    article
}

fn value(stated: Option<Stated<String>>) -> String {
    stated.map(|stated| stated.value).unwrap_or_default()
}

#[test]
fn a_record_of_trafilatura() {
    let article = one(
        r#"{"title": "Low tide", "author": "Ada Berg; Bo Lind", "hostname": "nord.example",
        "date": "2021-03-05", "raw_text": "x", "text": "One.\n\nTwo.", "source": "https://nord.example/a",
        "source-hostname": "Nord", "excerpt": "In short.", "tags": "sea; fish", "fingerprint": "f00"}"#,
    );
    assert_eq!(article.text, "Low tide\n\nOne.\n\nTwo.");
    assert_eq!(article.meta.authors.len(), 2);
    assert_eq!(value(article.meta.source), "Nord");
    assert_eq!(value(article.meta.address), "https://nord.example/a");
    assert_eq!(article.meta.published.unwrap().value.date.to_string(), "2021-03-05");
    assert_eq!(article.meta.tags, ["sea", "fish"]);
    assert_eq!(article.meta.extra["fingerprint"], "f00");
    assert!(!article.meta.extra.contains_key("raw_text"));
}

#[test]
fn records_of_other_programs() {
    for record in [
        r#"{"title": "Low tide", "authors": ["Ada Berg"], "publish_date": "2021-03-05T00:00:00", "text": "One.", "meta_site_name": "Nord"}"#,
        r#"{"title": "Low tide", "author": "By Ada Berg", "date_published": "2021-03-05T08:00:00.000Z", "content": "<p>One.</p>", "domain": "Nord"}"#,
        r#"{"title": "Low tide", "byline": "Ada Berg", "publishedTime": "March 5, 2021", "textContent": "One.", "siteName": "Nord"}"#,
        r#"{"title": "Low tide", "authors": ["Ada Berg"], "date_publish": "2021-03-05 17:03:00", "maintext": "One.", "source_domain": "Nord"}"#,
        r#"{"title": "Low tide", "published_by": ["Ada Berg"], "published_at": "2021-03-05T00:00:00+00:00", "content": "One.", "domain_name": "Nord"}"#,
        r#"{"headline": "Low tide", "author": {"@type": "Person", "name": "Ada Berg"}, "datePublished": 1614902400, "articleBody": "One.", "publisher": {"name": "Nord"}}"#,
        r#"{"headlines": [{"value": "Low tide"}], "by": "By Ada Berg", "versionCreated": "2021-03-05T00:00:00Z", "bodies": [{"value": "One."}], "copyrightHolder": "Nord"}"#,
    ] {
        let Article { meta, text, .. } = one(record);
        assert_eq!(text, "Low tide\n\nOne.", "{record}");
        assert_eq!(value(meta.title), "Low tide");
        assert_eq!(meta.authors[0].value, "Ada Berg", "{record}");
        assert_eq!(meta.published.unwrap().value.date.to_string(), "2021-03-05", "{record}");
        assert_eq!(value(meta.source), "Nord", "{record}");
    }
}

#[test]
fn records_lie_in_arrays_lines_and_wrappers() {
    let record = r#"{"title": "a", "text": "Words."}"#;
    for json in [
        format!("[{record}, {record}]"),
        format!("{record}\n{record}\n"),
        format!(r#"{{"articles": [{record}, {record}], "status": "ok"}}"#),
        format!(r#"{{"data": {{"items": [{record}, {record}]}}}}"#),
        format!(r#"{{"@graph": [{{"@type": "WebSite", "name": "x"}}, {record}, {record}]}}"#),
    ] {
        assert_eq!(read(&json, None).unwrap().len(), 2, "{json}");
    }
}

#[test]
fn images_bring_their_captions_and_credits() {
    let article = one(r#"{"title": "Low tide", "text": "One.", "image": [
        {"contentUrl": "https://nord.example/a.jpg", "caption": "Boats wait in the bay", "creditText": "Bo Lind/Reuters"},
        {"url": "https://nord.example/b.jpg"}]}"#);
    let image = &article.images[0];
    assert_eq!(image.caption.of(&article.text), "Boats wait in the bay");
    assert_eq!(image.credit.photographers, ["Bo Lind"]);
    assert_eq!(image.address.as_deref(), Some("https://nord.example/a.jpg"));
    assert_eq!(article.images[1].address.as_deref(), Some("https://nord.example/b.jpg"));
}

#[test]
fn unknown_keys_are_kept_as_they_are() {
    let article = one(r#"{"text": "One.", "score": {"a": [1, 2]}, "lang": "no", "empty": null}"#);
    assert_eq!(article.meta.extra["score"], r#"{"a":[1,2]}"#);
    assert_eq!(value(article.meta.language), "no");
    assert_eq!(article.meta.extra.len(), 1);
}

#[test]
fn broken_json_says_where() {
    for (json, place) in
        [("{\"text\": \"abc", "line 1 column 13"), ("{\"a\": 1}\n x", "line 2 column 2")]
    {
        let error = read(json, None).unwrap_err().to_string();
        assert!(error.contains(place), "{error}");
    }
}

#[test]
fn a_broken_line_among_records_becomes_an_article_that_says_so() {
    let json =
        "{\"text\": \"One.\"}\n{\"text\": \"Two.\"}\n{\"text\": broken\n{\"text\": \"Four.\"}";
    let articles = read(json, Some("a.jsonl")).unwrap();
    assert_eq!(articles.len(), 4);
    assert_eq!(articles[2].text, "{\"text\": broken");
    let title = value(articles[2].meta.title.clone());
    assert!(title.starts_with("Broken JSON in a.jsonl, line 3: "), "{title}");
}

#[test]
fn json_nested_too_deep_is_refused() {
    let json = "[".repeat(100_000);
    assert!(matches!(read(&json, None), Err(Error::Malformed { .. })));
}

#[test]
fn records_without_text_are_refused() {
    for json in ["{}", "[]", "{\"title\": \"a\"}", "42", "{\"text\": true}"] {
        assert_eq!(read(json, None), Err(Error::NoText), "{json}");
    }
}

fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        "[ a-c<>/p.\n2021-]{0,12}".prop_map(Value::from),
    ];
    let key = prop::sample::select(vec![
        "title", "text", "content", "author", "date", "image", "caption", "credit", "url", "items",
        "tags", "bodies", "value", "name", "source",
    ]);
    leaf.prop_recursive(4, 40, 5, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::btree_map(key.clone().prop_map(str::to_owned), inner, 0..5)
                .prop_map(|map| Value::Object(map.into_iter().collect())),
        ]
    })
}

proptest! {
    #[test]
    fn any_record_gives_sound_articles(value in values()) {
        for article in read(&value.to_string(), None).unwrap_or_default() {
            check::sound(&article);
        }
    }
}

#[test]
fn what_a_program_kept_comes_with_the_article() {
    use crate::article::Standing;
    let article = one(
        r#"{"title": "Low tide", "url": "https://nord.example/a", "content": "<p>One.</p>",
        "is_archived": 1, "is_starred": 1, "tags": ["sea"], "created_at": "2021-03-05T09:00:00+0100",
        "hashed_url": "f00", "annotations": [{"text": "Really?", "quote": "One", "ranges": []}]}"#,
    );
    let Article { kept, meta, .. } = article;
    assert_eq!((kept.standing, kept.starred), (Some(Standing::Archived), true));
    assert_eq!(kept.annotations[0].quote, "One");
    assert_eq!(kept.annotations[0].note.as_deref(), Some("Really?"));
    assert_eq!(meta.saved.unwrap().value.date.to_string(), "2021-03-05");
    assert_eq!(meta.extra.keys().collect::<Vec<_>>(), ["hashed_url"]);
}

#[test]
fn the_names_that_providers_of_ninjs_1_make_up_are_read() {
    let article = one(r#"{"uri": "https://n.example/1", "versioncreated": "2021-03-05T09:00:00Z",
        "headline_main": "Low tide", "byline": "Ann Lee", "description_richtext": "<p>It ebbs.</p>",
        "description_plain": "It ebbs.", "body_main": "It was low.",
        "body_richtext": "<p>It was <b>low</b>.</p><p>All day.</p>"}"#);
    assert_eq!(article.text, "Low tide\n\nIt was low.\n\nAll day.");
    assert_eq!(value(article.meta.title), "Low tide");
    assert_eq!(value(article.meta.description), "It ebbs.");
    let other = r#"{"url": "https://n.example/1", "title": "A", "text": "B", "body_mass": "C"}"#;
    assert_eq!(one(other).meta.extra.get("body_mass").map(String::as_str), Some("C"));
}

#[test]
fn records_without_a_text_are_addresses() {
    for (list, title) in [
        (
            r#"[{"href": "https://n.example/a", "description": "Low tide", "extended": "x", "toread": "no", "tags": "sea moon", "time": "2021-03-05T09:00:00Z"}]"#,
            "Low tide",
        ),
        (
            r#"{"bookmarks": [{"createdAt": 1614902400, "title": null, "tags": ["sea", "moon"], "content": {"type": "link", "url": "https://n.example/a", "title": "Low tide"}}]}"#,
            "Low tide",
        ),
        (
            r#"{"bookmarks": [{"article__url": "https://n.example/a", "article__title": "Low tide", "tags": "sea,moon", "date_added": "2021-03-05T09:00:00", "archive": false}]}"#,
            "Low tide",
        ),
        (
            r#"{"roots": {"bookmark_bar": {"children": [{"name": "Low tide", "type": "url", "url": "https://n.example/a", "tags": ["sea", "moon"], "date_added": "13259376000000000"}]}}}"#,
            "Low tide",
        ),
        (
            r#"{"children": [{"children": [{"title": "Low tide", "uri": "https://n.example/a", "tags": "sea,moon", "dateAdded": 1614902400000000}]}]}"#,
            "Low tide",
        ),
        (
            r#"{"collections": [{"id": 1, "name": "News", "links": [{"name": "Low tide", "url": "https://n.example/a", "tags": [{"name": "sea"}, {"name": "moon"}], "createdAt": "2021-03-05T09:00:00.000Z"}]}]}"#,
            "Low tide",
        ),
    ] {
        let article = one(list);
        assert!(article.kept.address_only, "{list}");
        assert_eq!(value(article.meta.title), title, "{list}");
        assert_eq!(value(article.meta.address), "https://n.example/a", "{list}");
        assert_eq!(article.meta.tags, ["sea", "moon"], "{list}");
        assert_eq!(article.meta.saved.unwrap().value.date.to_string(), "2021-03-05", "{list}");
    }
}

#[test]
fn annotations_come_to_the_address_they_were_made_on() {
    let target = r#""target": [{"source": "https://n.example/a", "selector": [{"type": "TextQuoteSelector", "exact": "low all day", "prefix": "was "}]}]"#;
    for list in [
        format!(
            r#"{{"annotations": [{{"id": "1", "uri": "https://n.example/a", "text": "Really?", "tags": ["sea"], {target}}}]}}"#
        ),
        format!(
            r#"{{"items": [{{"type": "Annotation", "body": [{{"value": "Really?"}}, {{"value": "sea", "purpose": "tagging"}}], {target}}}]}}"#
        ),
    ] {
        let article = one(&list);
        let annotation = &article.kept.annotations[0];
        assert_eq!(annotation.quote, "low all day", "{list}");
        assert_eq!(annotation.prefix.as_deref(), Some("was "));
        assert_eq!(annotation.note.as_deref(), Some("Really?"));
        assert_eq!(annotation.tags, ["sea"]);
    }
}

#[test]
fn a_news_item_that_is_a_picture_has_its_caption() {
    let article = one(
        r#"{"uri": "https://n.example/1", "type": "picture", "pubstatus": "usable", "headline": "The bay",
        "description_caption": "Boats wait in the bay", "byline": "Bo Lind", "renditions": {"w": {"href": "https://n.example/1.jpg"}}}"#,
    );
    assert_eq!(article.images[0].caption.of(&article.text), "Boats wait in the bay");
    assert_eq!(article.images[0].address.as_deref(), Some("https://n.example/1.jpg"));
}
