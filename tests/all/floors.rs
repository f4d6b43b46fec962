//! Holds the code to the table of floors in `src/lib.rs`: a module uses only floors below its own,
//! an outside crate is used only where its module's row lists it, and every name in the table and
//! in `Cargo.toml` is used.

use crate::source::{Source, Token, is, source, sources, tokens};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::PathBuf;

/// A row of the table.
struct Floor {
    number: u8,
    crates: BTreeSet<String>,
}

/// The table in the documentation of the crate, by module.
fn floors() -> BTreeMap<String, Floor> {
    table(&fs::read_to_string("src/lib.rs").unwrap())
}

fn table(text: &str) -> BTreeMap<String, Floor> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("//! | "));
    rows.filter_map(|row| {
        let cells: Vec<&str> = row.split('|').map(str::trim).collect();
        let number = cells[0].parse().ok()?;
        let crates = cells[3].split_whitespace().map(|it| it.trim_matches('`').to_owned());
        Some((cells[1].trim_matches('`').to_owned(), Floor { number, crates: crates.collect() }))
    })
    .collect()
}

/// The outside crates of `Cargo.toml` that production code may name, as the code spells them.
fn dependencies() -> BTreeSet<String> {
    let manifest: toml::Table = fs::read_to_string("Cargo.toml").unwrap().parse().unwrap();
    let targets = manifest.get("target").and_then(toml::Value::as_table);
    let tables = targets.into_iter().flat_map(toml::Table::values).filter_map(|it| it.as_table());
    let lists = tables.chain([&manifest]).filter_map(|it| it.get("dependencies")?.as_table());
    lists.flat_map(toml::Table::keys).map(|name| name.replace('-', "_")).collect()
}

/// A path in a source.
struct Path {
    segments: Vec<String>,
    /// What an import of it binds: its last segment, or what stands after `as`.
    name: String,
    line: usize,
}

/// Every path in `tokens`, `use` trees taken apart. Paths of one segment count only in a `use`.
fn paths(tokens: &[Token]) -> Vec<Path> {
    let (mut found, mut at) = (Vec::new(), 0);
    while at < tokens.len() {
        let follows = at > 0 && (is_word(&tokens[at - 1]) || tokens[at - 1].text == ">");
        let is_root = tokens[at].text == "::" && !follows;
        if tokens[at].text == "use" && at + 1 < tokens.len() {
            at = tree(tokens, at + 1, &[], &mut found);
        } else if is_root || is_word(&tokens[at]) && is(&tokens[at + 1..], &["::"]) {
            at = tree(tokens, at, &[], &mut found);
        } else {
            at += 1;
        }
    }
    found
}

fn is_word(token: &Token) -> bool {
    token.text.starts_with(|c: char| c.is_alphabetic() || c == '_')
}

/// Reads the path at `at`, or all paths of a `use` tree there, with `before` in front of them;
/// gives the index of the token after it.
fn tree(tokens: &[Token], mut at: usize, before: &[String], found: &mut Vec<Path>) -> usize {
    let mut segments = before.to_vec();
    let line = tokens[at].line;
    while at < tokens.len() {
        match tokens[at].text.as_str() {
            "::" => at += 1,
            "{" if at > 0 && matches!(tokens[at - 1].text.as_str(), "::" | "use" | "{" | ",") => {
                return branches(tokens, at + 1, &segments, found);
            }
            _ if is_word(&tokens[at]) && (segments == before || tokens[at - 1].text == "::") => {
                segments.push(tokens[at].text.clone());
                at += 1;
            }
            _ => break,
        }
    }
    let mut name = segments.last().cloned().unwrap_or_default();
    if is(&tokens[at..], &["as"]) && !is(&tokens[at + 2..], &["::"]) {
        name.clone_from(&tokens[at + 1].text);
        at += 2;
    }
    found.push(Path { segments, name, line });
    at
}

fn branches(tokens: &[Token], mut at: usize, before: &[String], found: &mut Vec<Path>) -> usize {
    while at < tokens.len() && tokens[at].text != "}" {
        let is_branch = is_word(&tokens[at]) || matches!(tokens[at].text.as_str(), "{" | "::");
        at = if is_branch { tree(tokens, at, before, found) } else { at + 1 };
    }
    at + 1
}

/// The module of the crate that a path leads to, if it starts from the crate or climbs to it.
fn inner<'a>(path: &'a Path, source: &Source) -> Option<&'a str> {
    let segments: Vec<&str> = path.segments.iter().map(String::as_str).collect();
    let climbs = segments.iter().take_while(|it| **it == "super").count();
    match segments.as_slice() {
        ["crate" | "newsprint", name, ..] => Some(name),
        _ if climbs >= source.module.len() => segments.get(climbs).copied(),
        _ => None,
    }
}

/// The names that a file binds itself: its modules, and what it imports from deeper down.
fn bound(source: &Source, paths: &[Path]) -> BTreeSet<String> {
    let modules = source.tokens.windows(2).filter(|it| it[0].text == "mod");
    let modules = modules.map(|it| it[1].text.clone());
    let others = paths.iter().filter(|path| path.segments.first() != Some(&path.name));
    modules.chain(others.map(|path| path.name.clone())).collect()
}

/// The outside crates that a file names, each with a line.
fn outside(source: &Source, dependencies: &BTreeSet<String>) -> BTreeMap<String, usize> {
    let paths = paths(&source.tokens);
    let bound = bound(source, &paths);
    let roots = paths.iter().filter_map(|path| Some((path.segments.first()?, path.line)));
    let outside = roots.filter(|(name, _)| dependencies.contains(*name) && !bound.contains(*name));
    let mut first = BTreeMap::new();
    for (name, line) in outside {
        first.entry(name.clone()).or_insert(line);
    }
    first
}

/// What breaks the table in one file.
fn breaches(
    source: &Source,
    floors: &BTreeMap<String, Floor>,
    dependencies: &BTreeSet<String>,
) -> Vec<String> {
    let module = source.top();
    let Some(own) = floors.get(module) else {
        return vec![source.at(1, &format!("`{module}` has no floor in src/lib.rs"))];
    };
    let mut broken = Vec::new();
    for path in paths(&source.tokens) {
        let Some(name) = inner(&path, source).filter(|name| *name != module) else { continue };
        match floors.get(name) {
            Some(other) if other.number < own.number => {}
            Some(other) if other.number == own.number => {
                broken.push(source.at(path.line, &format!("`{module}` uses its sibling `{name}`")));
            }
            Some(_) => {
                broken.push(source.at(path.line, &format!("`{module}` reaches up to `{name}`")));
            }
            None => broken.push(source.at(path.line, &format!("`{name}` has no floor"))),
        }
    }
    for (name, line) in outside(source, dependencies) {
        if !own.crates.contains(&name) {
            broken.push(source.at(line, &format!("`{module}` may not use the crate `{name}`")));
        }
    }
    broken
}

/// The files of the modules; not the root and the program, which only name modules.
fn modules() -> Vec<Source> {
    sources().into_iter().filter(|source| !["lib", "main"].contains(&source.top())).collect()
}

#[test]
fn modules_use_only_the_floors_below() {
    let (floors, dependencies) = (floors(), dependencies());
    let broken: Vec<String> =
        modules().iter().flat_map(|source| breaches(source, &floors, &dependencies)).collect();
    assert!(broken.is_empty(), "\n{}", broken.join("\n"));
}

#[test]
fn the_table_names_every_module_and_no_other() {
    let lib = tokens(&fs::read_to_string("src/lib.rs").unwrap());
    let declared = lib.windows(2).filter(|it| it[0].text == "mod").map(|it| it[1].text.clone());
    let named: BTreeSet<String> = floors().into_keys().collect();
    assert_eq!(declared.collect::<BTreeSet<_>>(), named);
}

#[test]
fn the_table_names_only_crates_of_the_manifest() {
    let dependencies = dependencies();
    for (module, floor) in floors() {
        for name in floor.crates {
            assert!(dependencies.contains(&name), "`{module}`: `{name}` is not in Cargo.toml");
        }
    }
}

/// The crates that each module names.
fn used() -> BTreeMap<String, BTreeSet<String>> {
    let dependencies = dependencies();
    let mut used: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for source in modules() {
        let names = outside(&source, &dependencies).into_keys();
        used.entry(source.top().to_owned()).or_default().extend(names);
    }
    used
}

#[test]
fn the_table_lists_no_crate_that_its_module_does_without() {
    let used = used();
    let idle = floors().into_iter().flat_map(|(module, floor)| {
        let names = used.get(&module).cloned().unwrap_or_default();
        let idle: Vec<String> = floor.crates.difference(&names).cloned().collect();
        idle.into_iter().map(move |name| format!("`{module}` does not use `{name}`"))
    });
    assert_eq!(idle.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn the_manifest_names_no_crate_that_the_program_does_without() {
    let used: BTreeSet<String> = used().into_values().flatten().collect();
    let idle: Vec<String> = dependencies().difference(&used).cloned().collect();
    assert_eq!(idle, Vec::<String>::new(), "in [dependencies], and used by no module");
}

/// What breaks when `text` stands in `src/page/line.rs`, with a small table of its own.
#[track_caller]
fn check(text: &str, expected: &[&str]) {
    let floors = table(
        "//! | 0 | `text` | words | `memchr` |\n//! | 1 | `article` | values | |\n\
         //! | 2 | `page` | lines | `toml` |\n//! | 2 | `facts` | facts | |\n\
         //! | 3 | `library` | ids | |\n//! | 4 | `store` | disk | |\n//! | 4 | `app` | state | |",
    );
    let dependencies = ["csv", "memchr", "open", "serde", "toml"].map(str::to_owned);
    let (source, _) = source(PathBuf::from("src/page/line.rs"), text.to_owned());
    let found = breaches(&source, &floors, &BTreeSet::from(dependencies));
    let found: Vec<&str> =
        found.iter().map(|it| it.trim_start_matches("src/page/line.rs:")).collect();
    assert_eq!(found, expected);
}

#[test]
fn floors_below_may_be_used() {
    check("use crate::text::{Span, wrap};\nfn f(a: crate::article::Block) {}", &[]);
}

#[test]
fn siblings_are_found_in_imports() {
    check("use crate::facts::Facts;", &["1: `page` uses its sibling `facts`"]);
}

#[test]
fn modules_above_are_found_in_braces() {
    let text = "use crate::{text::Span,\n    library::{Query,\n    entry}};";
    check(text, &["2: `page` reaches up to `library`", "3: `page` reaches up to `library`"]);
}

#[test]
fn modules_above_are_found_in_expressions() {
    check("fn f() {\n    crate::app::update()\n}", &["2: `page` reaches up to `app`"]);
}

#[test]
fn modules_above_are_found_by_climbing() {
    check("use super::Line;\nuse super::super::store;", &["2: `page` reaches up to `store`"]);
}

#[test]
fn crates_are_found_in_imports_and_paths() {
    let text = "use serde::Serialize;\nfn f() { ::memchr::memchr(0, b\"\") }\nuse csv;";
    let expected = [
        "3: `page` may not use the crate `csv`",
        "2: `page` may not use the crate `memchr`",
        "1: `page` may not use the crate `serde`",
    ];
    check(text, &expected);
}

#[test]
fn crates_of_the_own_row_may_be_used() {
    check("use toml::Table;\nfn f() -> toml::Value {}", &[]);
}

#[test]
fn a_module_with_the_name_of_a_crate_is_not_the_crate() {
    check("mod open;\npub use open::Opened;\nuse crate::text::csv;\nfn f() { csv::g() }", &[]);
}

#[test]
fn tests_may_reach_up() {
    check("#[cfg(test)]\nmod tests {\n    use crate::import::read;\n}", &[]);
}
