//! Marks as Hypothesis exports them: its JSON, which its client takes in again, and its CSV.

use super::{Marked, Unit, minute, moment, target_of};
use crate::export::json::json;
use crate::mark::Annotation;
use serde_json::{Value, json};

/// Whose the annotations are said to be; the client makes them the importer's own.
const USER: &str = "acct:newsprint@localhost";

/// The marks of all `articles` as the JSON that the Hypothesis client exports and imports. `now`
/// is in seconds since 1970 (UTC).
pub fn hypothesis_json(articles: &[Marked<'_>], now: i64) -> String {
    let items = articles.iter().flat_map(|marked| marked.marks.iter().map(|it| item(marked, it)));
    json(&json!({
        "export_date": moment(now),
        "export_userid": USER,
        "client_version": concat!("newsprint ", env!("CARGO_PKG_VERSION")),
        "annotations": items.collect::<Vec<Value>>(),
    }))
}

fn item(marked: &Marked<'_>, mark: &Annotation) -> Value {
    let address = marked.address();
    let target = target_of(marked, mark, Unit::Utf16);
    json!({
        "id": mark.id.0.simple().to_string(),
        "created": moment(mark.created),
        "updated": moment(mark.modified),
        "user": USER,
        "uri": address,
        "text": mark.note,
        "tags": tags(mark),
        "group": "__world__",
        "permissions": {
            "read": [USER], "admin": [USER], "update": [USER], "delete": [USER],
        },
        "target": [target],
        "document": { "title": [marked.title()] },
        "links": {},
        "hidden": false,
        "flagged": false,
    })
}

/// The tags, and the color as one, since Hypothesis knows no colors.
fn tags(mark: &Annotation) -> Vec<String> {
    let color = mark.color.filter(|color| *color != crate::mark::Color::default());
    let color = color.map(|color| format!("color:{}", color.name()));
    mark.all_tags().into_iter().map(str::to_owned).chain(color).collect()
}

/// The marks of all `articles` as the table that the Hypothesis client exports.
pub fn hypothesis_csv(articles: &[Marked<'_>]) -> String {
    let head = [
        "Created at",
        "Author",
        "Page",
        "URL",
        "Group",
        "Type",
        "Quote/description",
        "Comment",
        "Tags",
    ];
    let rows = articles.iter().flat_map(|marked| marked.marks.iter().map(|it| row(marked, it)));
    crate::export::table::csv(&head, rows)
}

fn row(marked: &Marked<'_>, mark: &Annotation) -> Vec<String> {
    let kind = match (mark.target.anchor(), mark.note.is_empty()) {
        (None, _) => "Page note",
        (Some(_), true) => "Highlight",
        (Some(_), false) => "Annotation",
    };
    vec![
        minute(mark.created),
        String::new(),
        String::new(),
        marked.address(),
        "Public".to_owned(),
        kind.to_owned(),
        marked.words(mark),
        mark.note.clone(),
        tags(mark).join(","),
    ]
}

#[cfg(test)]
mod tests {
    use super::super::tests::{article, written};
    use super::*;

    #[test]
    fn the_client_finds_what_it_asks_for() {
        let file: Value =
            serde_json::from_str(&written(|articles| hypothesis_json(articles, 0))).unwrap();
        let annotations = file["annotations"].as_array().unwrap();
        assert_eq!(annotations.len(), 4);
        for annotation in annotations {
            assert!(annotation["uri"].is_string() && annotation["text"].is_string());
            assert!(annotation["tags"].is_array() && annotation["target"][0]["source"].is_string());
            assert!(annotation["document"]["title"][0].is_string());
        }
        assert_eq!(annotations[0]["tags"], json!(["gates", "people", "color:green"]));
    }

    #[test]
    fn positions_are_those_of_javascript() {
        let file: Value =
            serde_json::from_str(&written(|articles| hypothesis_json(articles, 0))).unwrap();
        let position = &file["annotations"][1]["target"][0]["selector"][1];
        let units: Vec<u16> = article().text.encode_utf16().collect();
        let at = |key: &str| usize::try_from(position[key].as_u64().unwrap()).unwrap();
        let words = String::from_utf16(&units[at("start")..at("end")]).unwrap();
        assert_eq!(words, "€2 million 🛠 and");
    }

    #[test]
    fn the_table_quotes_what_must_be() {
        let table = written(hypothesis_csv);
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines.len(), 5);
        assert!(lines[0].starts_with("Created at,Author,Page,URL,Group,Type,"));
        assert!(lines[4].contains(r#"Page note,,"Read with, ""the"" audit.","#), "{}", lines[4]);
    }
}
