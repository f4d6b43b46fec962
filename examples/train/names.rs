//! Teaches the model of names from corpora with names marked.

use crate::input::Record;
use crate::scored;
use anyhow::{Context, Result};
use newsprint::facts::lesson::{Gold, lessons};
use newsprint::facts::model::{Lesson, Settings, train};
use newsprint::text::Span;
use serde_json::Value;
use std::collections::HashMap;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

/// A corpus, how much each of its lessons counts, and which of its documents are free.
struct Corpus {
    path: &'static str,
    weight: f32,
    genres: &'static [&'static str],
}

/// GMB was labelled by programs and corrected in part: its lessons count less than those that
/// people labelled.
const CORPORA: &[Corpus] = &[
    Corpus { path: "gmb/train.jsonl", weight: 1.0, genres: &[] },
    Corpus { path: "wikigold/wikigold.jsonl", weight: 4.0, genres: &[] },
    Corpus { path: "crossner_politics/train.jsonl", weight: 4.0, genres: &[] },
    Corpus { path: "uner_ewt/dev.jsonl", weight: 4.0, genres: &[] },
    Corpus {
        path: "gum/train.jsonl",
        weight: 4.0,
        genres: &["news", "interview", "voyage", "bio", "academic", "court"],
    },
];

/// A name seen so often, and this share of the time of one kind, is always of that kind.
const OFTEN: usize = 5;
const MOSTLY: f64 = 0.8;

/// A document with its names.
type Marked = (Record, Vec<Gold>);

/// Learns from the corpora in `data` and writes the model to `out`.
pub(crate) fn write(data: &Path, out: &Path) -> Result<()> {
    let mut all: Vec<(Lesson, f32)> = Vec::new();
    for corpus in CORPORA {
        let before = all.len();
        let mut documents = read(data, corpus).with_context(|| corpus.path.to_owned())?;
        settle(&mut documents);
        for (record, gold) in &documents {
            let lessons = lessons(&record.article, gold);
            all.extend(lessons.into_iter().map(|lesson| (lesson, corpus.weight)));
        }
        println!("{}: {} stretches", corpus.path, all.len() - before);
    }
    let model = train(&all, Settings::default(), &title(data)?, &mut |line| println!("{line}"));
    fs::write(out, &model).with_context(|| format!("writing {}", out.display()))?;
    println!("{}: {} bytes", out.display(), model.len());
    Ok(())
}

/// What the file says of itself: the data with their hash, and the commit whose features and rules
/// the model knows. The score is added by [`score`].
fn title(data: &Path) -> Result<String> {
    let mut hasher = blake3::Hasher::new();
    for corpus in CORPORA {
        hasher.update(&fs::read(data.join(corpus.path))?);
    }
    let hash = hasher.finalize().to_hex();
    let changed =
        if git(&["status", "--porcelain", "src"])?.is_empty() { "" } else { " and changes" };
    Ok(format!(
        "Newsprint names 1: learned from GMB, WikiGold, CrossNER politics (train), UNER EWT (dev), GUM \
         (train, free genres), blake3 {}, by `train names` at commit {}{changed}; sources and \
         licenses in NOTICE; F1 not measured",
        hash.get(..16).unwrap_or_default(),
        git(&["rev-parse", "--short=12", "HEAD"])?,
    ))
}

fn git(words: &[&str]) -> Result<String> {
    let folder = env!("CARGO_MANIFEST_DIR");
    let out = Command::new("git").args(words).current_dir(folder).output().context("git")?;
    Ok(String::from_utf8(out.stdout)?.trim().to_owned())
}

/// Measures the model that is built in over newswire in `data`, and writes the score into the head
/// of its file at `out`.
pub(crate) fn score(data: &Path, out: &Path) -> Result<()> {
    let gold = data.join("ieer/dev.jsonl");
    let found = tempfile::NamedTempFile::new()?;
    for line in fs::read_to_string(&gold)?.lines() {
        for item in scored::items(&Record::parse(line)?) {
            writeln!(found.as_file(), "{item}")?;
        }
    }
    let scorer = data.join("scoring/score_ner.py");
    let words = [scorer.as_path(), &gold, found.path(), Path::new("--norm")];
    let printed = Command::new("python3").args(words).output().context("python3")?;
    let printed = String::from_utf8(printed.stdout)?;
    let row = printed.lines().find(|line| line.contains("MICRO(norm)")).context("no score")?;
    let score = row.split("F1").nth(1).and_then(|rest| rest.split_whitespace().next());
    let score = score.context("no F1")?;
    let file = fs::read(out)?;
    let end = file.iter().position(|&byte| byte == b'\n').context("no line at the head")?;
    let (head, rest) = file.split_at(end);
    let head = std::str::from_utf8(head)?;
    let (head, _) = head.split_once("; F1").unwrap_or((head, ""));
    let head = format!("{head}; F1 {score} (newswire, ieer/dev, score_ner.py --norm)");
    fs::write(out, [head.as_bytes(), rest].concat())?;
    println!("{head}");
    Ok(())
}

fn read(data: &Path, corpus: &Corpus) -> Result<Vec<Marked>> {
    let mut documents = Vec::new();
    for line in fs::read_to_string(data.join(corpus.path))?.lines() {
        let record = || Record::parse(line);
        let line: Value = serde_json::from_str(line)?;
        let genre = line.get("genre").and_then(Value::as_str).unwrap_or_default();
        if !corpus.genres.is_empty() && !corpus.genres.contains(&genre) {
            continue;
        }
        let record = record()?;
        let entities = line.get("entities").and_then(Value::as_array).into_iter().flatten();
        let gold: Option<Vec<Gold>> = entities.map(gold).collect();
        let gold = gold.with_context(|| format!("reading the names of {}", record.id))?;
        documents.push((record, gold));
    }
    Ok(documents)
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

/// Gives names that are nearly always of one kind this kind everywhere: the rest are slips of who
/// labelled them.
fn settle(documents: &mut [Marked]) {
    let mut counts: HashMap<String, [usize; 4]> = HashMap::new();
    for (record, gold) in &*documents {
        for (span, kind) in gold {
            let held = counts.entry(span.of(&record.article.text).to_owned()).or_default();
            held.get_mut(usize::from(*kind)).into_iter().for_each(|count| *count += 1);
        }
    }
    for (record, gold) in documents {
        for (span, kind) in gold {
            let Some(counts) = counts.get(span.of(&record.article.text)) else { continue };
            let best = (0..).zip(counts).max_by_key(|(_, count)| **count);
            let all: usize = counts.iter().sum();
            #[expect(clippy::cast_precision_loss, reason = "a share")]
            if let Some((most, &count)) = best
                && all >= OFTEN
                && count as f64 >= MOSTLY * all as f64
            {
                *kind = most;
            }
        }
    }
}
