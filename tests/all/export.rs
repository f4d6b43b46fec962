//! Marks out of the program and in again, through files.

use crate::cli::Home;
use serde_json::Value;
use std::fs;

const PAGE: &str = r#"{"title": "Gates fail", "url": "https://example.org/gates",
    "author": "Mia Holt", "date": "2026-05-30", "sitename": "The Quay",
    "text": "The gates failed twice in May.\n\n“We were lucky,” said Ada Lund, who runs them."}"#;

/// A home whose library has an article with a note and a highlight in it.
fn marked() -> Home {
    let home = Home::new();
    home.write("gates.json", PAGE);
    home.prints(&["add", "gates.json"]);
    home.prints(&["note", "add", "1", "--text", "Ask again. #law", "--quote", "lucky"]);
    home.prints(&["highlight", "add", "1", "--quote", "failed twice", "--color", "red"]);
    home
}

fn notes(home: &Home) -> usize {
    let list = home.prints(&["note", "list", "--json"]);
    serde_json::from_str::<Value>(&list).unwrap().as_array().unwrap().len()
}

#[test]
fn every_form_is_printed() {
    let home = marked();
    for form in [
        "notes",
        "markdown",
        "html",
        "jsonl",
        "w3c",
        "hypothesis",
        "hypothesis-csv",
        "readwise",
        "ris",
        "biblatex",
        "csl",
    ] {
        let text = home.prints(&["export", "--as", form]);
        assert!(text.contains("Ask again."), "{form}: {text}");
    }
    assert!(home.prints(&["cite", "1", "--style", "mla"]).starts_with("Holt, Mia. “Gates fail.”"));
    assert!(home.tells(3, &["export", "--filter", "tag:none"]).contains("no notes"));
}

#[test]
fn a_second_export_updates_the_page_and_keeps_what_was_written_on_it() {
    let home = marked();
    let done = home.prints(&["export", "--to", "vault"]);
    assert!(done.starts_with("written vault/gates-fail-"), "{done}");
    assert!(home.prints(&["export", "--to", "vault"]).starts_with("unchanged "));
    let path = fs::read_dir(home.path("vault")).unwrap().next().unwrap().unwrap().path();
    let page = fs::read_to_string(&path).unwrap();
    fs::write(&path, page.replace("# Gates fail", "# Gates fail\n\nMy own words.")).unwrap();
    home.prints(&["note", "add", "1", "--text", "More.", "--quote", "in May"]);
    assert!(home.prints(&["export", "--to", "vault"]).starts_with("updated "));
    let page = fs::read_to_string(&path).unwrap();
    assert!(page.contains("My own words.") && page.contains("More."), "{page}");
    assert_eq!(page.matches("Ask again.").count(), 1, "{page}");
}

#[test]
fn marks_go_out_and_come_into_another_library_once() {
    for form in ["jsonl", "w3c", "hypothesis", "hypothesis-csv", "readwise"] {
        let (home, other) = (marked(), Home::new());
        other.write("marks", home.prints(&["export", "--as", form]));
        other.write("gates.json", PAGE);
        let absent = other.tells(3, &["note", "import", "marks"]);
        assert!(absent.contains("library"), "{absent}");
        other.prints(&["add", "gates.json"]);
        let dry = other.prints(&["note", "import", "marks", "--dry-run"]);
        assert!(
            dry.contains("2 would be added (0 changed, 0 lost), 0 there already"),
            "{form}: {dry}"
        );
        assert!(other.prints(&["note", "import", "marks"]).contains("2 added"));
        assert!(
            other
                .prints(&["note", "import", "marks"])
                .contains("0 added (0 changed, 0 lost), 2 there")
        );
        assert_eq!(notes(&other), 1, "{form}");
        let highlights = other.prints(&["highlight", "list", "--plain"]);
        assert!(highlights.contains("failed twice"), "{form}: {highlights}");
    }
}

#[test]
fn our_own_marks_do_not_come_back_to_where_they_are() {
    let home = marked();
    for form in ["jsonl", "w3c"] {
        home.write("marks", home.prints(&["export", "--as", form]));
        assert!(home.prints(&["note", "import", "marks"]).contains("0 added"), "{form}");
    }
}

#[test]
fn a_template_of_ones_own_is_used_and_a_broken_one_is_told() {
    let home = marked();
    home.write("t.md", "{{title}}:{{#marks}}{{quote}}{{/marks}}");
    let page = home.prints(&["export", "--template", "t.md"]);
    assert!(page.starts_with("Gates fail:<!-- np-"), "{page}");
    home.write("t.md", "{{#marks}}");
    let told = home.tells(1, &["export", "--template", "t.md"]);
    assert!(told.contains("t.md: line 1"), "{told}");
}
