//! Holds what is written for people to the program: lists of keys and roles to the tables in the
//! code (`UPDATE=1 cargo test readme` writes them anew), and links to files to the files.

use newsprint::app::command::{COMMANDS, Context, Group, Info};
use newsprint::config::{Config, Paths, Themes};
use newsprint::ui::theme::Role;
use newsprint::{bundled, export, facts, import};
use serde_json::Value;
use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::path::{Path, PathBuf};

/// Every command, a table a group.
fn keys() -> String {
    let mut list = String::new();
    for group in Group::ALL {
        _ = write!(list, "\n### {}\n\n| keys | what | where |\n|---|---|---|\n", group.name());
        for info in COMMANDS.iter().filter(|info| info.group == group) {
            let keys: Vec<String> = info.keys.iter().map(|keys| code(keys)).collect();
            _ = writeln!(list, "| {} | {} | {} |", keys.join(" "), info.help, place(info));
        }
    }
    list + "\n"
}

/// Code, as a cell of a table may hold it.
fn code(keys: &str) -> String {
    format!("`{}`", keys.replace('|', "\\|"))
}

fn place(info: &Info) -> String {
    // The editor of a note has keys of its own: all others type there.
    let elsewhere = |context: &&Context| **context != Context::Note;
    let mut all = Context::ALL.iter().filter(elsewhere);
    if all.all(|context| info.contexts.contains(context)) {
        return "everywhere".to_owned();
    }
    let names: Vec<&str> = info.contexts.iter().map(|context| context.name()).collect();
    names.join(", ")
}

/// Every role of a theme.
fn roles() -> String {
    let mut list = "\n| role | what is drawn in it |\n|---|---|\n".to_owned();
    for role in Role::ALL {
        _ = writeln!(list, "| `{}` | {} |", role.name(), role.help());
    }
    list + "\n"
}

/// Whether `list` stands in `page` between the marks of that name; puts it there on `UPDATE`.
#[track_caller]
fn check(page: &str, name: &str, list: &str) {
    let (open, close) = (format!("<!-- {name} -->\n"), format!("<!-- /{name} -->"));
    let text = fs::read_to_string(page).unwrap();
    let (before, rest) = text.split_once(&open).unwrap();
    let (stands, after) = rest.split_once(&close).unwrap();
    if std::env::var_os("UPDATE").is_some() {
        fs::write(page, [before, &open, list, &close, after].concat()).unwrap();
    } else {
        assert!(stands == list, "the {name} in {page} are stale: `UPDATE=1 cargo test readme`");
    }
}

#[test]
fn the_readme_lists_every_key() {
    check("README.md", "keys", &keys());
}

#[test]
fn the_page_on_themes_lists_every_role() {
    check("docs/themes.md", "roles", &roles());
}

#[test]
fn the_readme_begins_with_the_two_commands() {
    let readme = fs::read_to_string("README.md").unwrap();
    let screen: Vec<&str> = readme.lines().take(24).collect();
    for command in ["cargo run --release", "cargo test"] {
        assert!(screen.iter().any(|line| line.starts_with(command)), "{command}");
    }
}

#[test]
fn the_readme_asks_for_the_rust_that_is_needed() {
    let manifest: toml::Table = fs::read_to_string("Cargo.toml").unwrap().parse().unwrap();
    let version = manifest["package"]["rust-version"].as_str().unwrap();
    let readme = fs::read_to_string("README.md").unwrap();
    assert!(readme.contains(&format!("[Rust](https://rustup.rs) {version} or later")));
}

/// The first block of TOML in a page.
#[track_caller]
fn example(page: &str) -> String {
    let text = fs::read_to_string(page).unwrap();
    let (_, rest) = text.split_once("```toml\n").unwrap();
    rest.split_once("```").unwrap().0.to_owned()
}

#[test]
fn the_settings_of_the_readme_are_sound() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("config.toml");
    fs::write(&file, example("README.md")).unwrap();
    let config = Config::load(&Paths { config: Some(file), ..Paths::default() });
    assert_eq!(config.problems, []);
    assert_eq!(config.measure, 80);
}

#[test]
fn the_theme_of_the_page_on_themes_is_sound() {
    let folder = tempfile::tempdir().unwrap();
    fs::write(folder.path().join("mine.toml"), example("docs/themes.md")).unwrap();
    let themes = Themes::new(Some(folder.path().to_owned()));
    assert_eq!(themes.check("mine").unwrap(), []);
}

/// The keys of the objects in `value`, but not those that a file brought itself.
fn keys_in(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                found.insert(key.clone());
                if key != "extra" {
                    keys_in(value, found);
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys_in(item, found)),
        _ => {}
    }
}

#[test]
fn the_page_on_formats_names_every_key_that_is_printed() {
    let page = fs::read_to_string("docs/formats.md").unwrap();
    let mut keys = BTreeSet::new();
    for (name, bytes) in bundled::ARTICLES {
        for article in import::read(bytes.to_vec(), Some(name)).unwrap() {
            let facts = facts::extract(&article);
            let printed = [
                export::article_json(&article, Some("id")),
                export::captions_json(&article),
                export::facts_json(&article, &facts),
            ];
            for text in printed {
                keys_in(&serde_json::from_str(&text).unwrap(), &mut keys);
            }
        }
    }
    let missing: Vec<_> = keys.iter().filter(|key| !page.contains(&format!("`{key}`"))).collect();
    assert!(missing.is_empty(), "docs/formats.md does not say what these hold: {missing:?}");
}

/// What the article of a record with this field and no other says under `row` of the page.
fn understood(row: &str, field: &str) -> bool {
    let value = match row {
        "published" | "modified" | "saved" => "2021-09-13",
        "address" => "https://example.org/a",
        "language" => "de",
        _ => "Boats wait in the bay until the evening tide.",
    };
    let mut record = serde_json::Map::new();
    if row != "text" {
        record.insert("text".to_owned(), "No more than a few words stand here.".into());
    }
    record.insert(field.to_owned(), value.into());
    let bytes = Value::Object(record).to_string().into_bytes();
    let Ok(articles) = import::read(bytes, None) else { return false };
    let article = &articles[0];
    let written = serde_json::to_value(&article.meta).unwrap();
    match row {
        "text" => article.text == value,
        "tags" => article.meta.tags == [value],
        "authors" => written[row][0]["origin"] == "record",
        _ => written[row]["origin"] == "record",
    }
}

#[test]
fn every_field_on_the_page_on_formats_is_understood() {
    let page = fs::read_to_string("docs/formats.md").unwrap();
    let (_, rest) = page.split_once("<!-- fields -->\n").unwrap();
    let (table, _) = rest.split_once("<!-- /fields -->").unwrap();
    for line in table.lines().skip(2) {
        let (row, fields) = line.trim_matches(['|', ' ']).split_once(" | ").unwrap();
        for field in fields.split('`').skip(1).step_by(2) {
            assert!(understood(row, field), "{row}: {field}");
        }
    }
}

#[test]
fn links_to_files_lead_to_files() {
    let docs = fs::read_dir("docs").unwrap().map(|entry| entry.unwrap().path());
    let pages = docs.filter(|path| path.extension().is_some_and(|it| it == "md"));
    for page in pages.chain(["README.md", "CHANGELOG.md"].map(PathBuf::from)) {
        let text = fs::read_to_string(&page).unwrap();
        for target in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            let file = page.parent().unwrap_or(Path::new("")).join(target);
            let elsewhere = target.is_empty() || target.contains("://");
            assert!(elsewhere || file.exists(), "{}: no file {target}", page.display());
        }
    }
}
