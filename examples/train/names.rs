//! Teaches the model of names from corpora with names marked.

use crate::input::Record;
use anyhow::{Context, Result};
use newsprint::facts::lesson::{Gold, lessons};
use newsprint::facts::model::{Lesson, Settings, train};
use newsprint::text::Span;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// A corpus, how much each of its lessons counts, and which of its documents are free.
struct Corpus {
    path: &'static str,
    weight: f32,
    genres: &'static [&'static str],
}

const CORPORA: &[Corpus] = &[
    Corpus { path: "gmb/train.jsonl", weight: 1.0, genres: &[] },
    Corpus { path: "wikigold/wikigold.jsonl", weight: 2.0, genres: &[] },
    Corpus { path: "crossner_politics/train.jsonl", weight: 2.0, genres: &[] },
    Corpus { path: "uner_ewt/dev.jsonl", weight: 2.0, genres: &[] },
    Corpus {
        path: "gum/train.jsonl",
        weight: 2.0,
        genres: &["news", "interview", "voyage", "bio", "academic", "court"],
    },
];

/// Learns from the corpora in `data` and writes the model to `out`.
pub(crate) fn write(data: &Path, out: &Path) -> Result<()> {
    let mut all = Vec::new();
    for corpus in CORPORA {
        let before = all.len();
        read(data, corpus, &mut all).with_context(|| corpus.path.to_owned())?;
        println!("{}: {} stretches", corpus.path, all.len() - before);
    }
    let title = "Newsprint names 1: learned from GMB, WikiGold, CrossNER politics (train), UNER EWT \
        (dev), GUM (train, free genres); see NOTICE; examples/train names";
    let model = train(&all, Settings::default(), title, &mut |line| println!("{line}"));
    fs::write(out, &model).with_context(|| format!("writing {}", out.display()))?;
    println!("{}: {} bytes", out.display(), model.len());
    Ok(())
}

fn read(data: &Path, corpus: &Corpus, all: &mut Vec<(Lesson, f32)>) -> Result<()> {
    for line in fs::read_to_string(data.join(corpus.path))?.lines() {
        let line: Value = serde_json::from_str(line)?;
        let genre = line.get("genre").and_then(Value::as_str).unwrap_or_default();
        if !corpus.genres.is_empty() && !corpus.genres.contains(&genre) {
            continue;
        }
        let record = Record::parse(&line)?;
        let entities = line.get("entities").and_then(Value::as_array).into_iter().flatten();
        let gold: Option<Vec<Gold>> = entities.map(gold).collect();
        let gold = gold.with_context(|| format!("reading the names of {}", record.id))?;
        let lessons = lessons(&record.article, &gold);
        all.extend(lessons.into_iter().map(|lesson| (lesson, corpus.weight)));
    }
    Ok(())
}

fn gold(entity: &Value) -> Option<Gold> {
    let at = |key: &str| usize::try_from(entity.get(key)?.as_u64()?).ok();
    let kind = match entity.get("type")?.as_str()? {
        "PER" => 0,
        "ORG" => 1,
        "LOC" => 2,
        _ => 3,
    };
    Some((Span::new(at("start")?, at("end")?), kind))
}
