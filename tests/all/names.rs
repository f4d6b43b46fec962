//! Names found in the reports that were marked by hand.

use newsprint::article::{Article, Block, BlockRole};
use newsprint::facts::{EntityKind, extract};
use newsprint::text::Span;
use serde_json::Value;
use std::collections::HashSet;

const GOLD: &str = include_str!("../corpus/names/gold.jsonl");

/// A name: which report, from where to where, and of what kind.
type Found = (usize, usize, usize, &'static str);

fn article(text: &str) -> Article {
    let mut article = Article { text: text.to_owned(), ..Article::default() };
    let mut at = 0;
    for (index, paragraph) in text.split("\n\n").enumerate() {
        let headline = index == 0 && !paragraph.ends_with('.');
        let role = if headline { BlockRole::Title } else { BlockRole::Body };
        article.blocks.push(Block::new(role, Span::new(at, at + paragraph.len())));
        at += paragraph.len() + 2;
    }
    article
}

fn kind(name: &str) -> &'static str {
    match name {
        "PER" => "PER",
        "ORG" => "ORG",
        _ => "LOC",
    }
}

/// The names that are marked, and those that are found.
fn sets() -> (HashSet<Found>, HashSet<Found>) {
    let (mut marked, mut found) = (HashSet::new(), HashSet::new());
    for (report, line) in GOLD.lines().enumerate() {
        let line: Value = serde_json::from_str(line).unwrap();
        for entity in line["entities"].as_array().unwrap() {
            let at = |key: &str| usize::try_from(entity[key].as_u64().unwrap()).unwrap();
            marked.insert((report, at("start"), at("end"), kind(entity["type"].as_str().unwrap())));
        }
        let facts = extract(&article(line["text"].as_str().unwrap()));
        for mention in &facts.mentions {
            let kind = match facts.entities[mention.entity].kind {
                EntityKind::Person => "PER",
                EntityKind::Organization => "ORG",
                EntityKind::Place => "LOC",
            };
            found.insert((report, mention.span.start, mention.span.end, kind));
        }
    }
    (marked, found)
}

/// F1 in percent of `kind`, or of all kinds.
fn score(kind: Option<&str>) -> f64 {
    let (marked, found) = sets();
    let count = |set: &HashSet<Found>| {
        let of_kind = set.iter().filter(|name| kind.is_none_or(|kind| name.3 == kind));
        f64::from(u32::try_from(of_kind.count()).unwrap())
    };
    let both: HashSet<Found> = marked.intersection(&found).copied().collect();
    200.0 * count(&both) / (count(&marked) + count(&found))
}

#[test]
fn the_marked_names_lie_where_they_say() {
    for line in GOLD.lines() {
        let line: Value = serde_json::from_str(line).unwrap();
        let text = line["text"].as_str().unwrap();
        for entity in line["entities"].as_array().unwrap() {
            let at = |key: &str| usize::try_from(entity[key].as_u64().unwrap()).unwrap();
            assert_eq!(text.get(at("start")..at("end")), entity["text"].as_str());
        }
    }
}

#[test]
fn the_names_marked_by_hand_are_found_as_well_as_before() {
    let least = [(None, 88.0), (Some("PER"), 90.0), (Some("ORG"), 78.0), (Some("LOC"), 92.0)];
    for (kind, least) in least {
        let score = score(kind);
        assert!(score >= least, "{kind:?}: F1 {score:.1} is below {least}");
    }
}
