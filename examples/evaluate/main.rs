//! Runs the program over JSON lines and prints, as JSON lines, what the scorers read.
//!
//! `cargo run --release --example evaluate -- names|dates|quantities|quotes|aliases < IN > OUT`
//!
//! A line of IN is an object with `doc_id`, `text` and, where it is known, `dct` (the day the
//! text is of); for `aliases` also `entities`, the mentions to cluster. A line of OUT is one
//! found item with `doc_id`, `start` and `end` (bytes of `text`), and what its task adds.
//!
//! `evaluate anchors` reads `{"case", "old", "new", "highlights": [{"id", "start", "end"}]}` and
//! writes `{"case", "results": [{"id", "start", "end"}]}`, nulls where a highlight is lost, for
//! `score_anchor.py --unit byte`.
//!
//! `evaluate pages < LIST > OUT` reads stored files: the list holds `{"id": …, "path": …}`, a
//! line a page. `evaluate captions` reads captions: `{"id": …, "raw": …}`. The fields of both are
//! in `docs/evaluation.md`.

mod aliases;
mod anchors;
mod captions;
mod dates;
mod input;
mod names;
mod pages;
mod quantities;
mod quotes;

use anyhow::{Context, Result, bail};
use serde_json::Value;
use std::io::{self, BufRead, Write};

/// What a task makes of one line.
type Task = fn(&str) -> Result<Vec<Value>>;

const TASKS: &[(&str, Task)] = &[
    ("names", |line| input::Record::parse(line).map(|record| names::items(&record))),
    ("dates", |line| input::Record::parse(line).map(|record| dates::items(&record))),
    ("quantities", |line| input::Record::parse(line).map(|record| quantities::items(&record))),
    ("quotes", |line| input::Record::parse(line).map(|record| quotes::items(&record))),
    ("aliases", |line| Ok(aliases::items(&input::Record::parse(line)?, &value(line)?))),
    ("captions", |line| captions::caption(&value(line)?).map(|caption| vec![caption])),
    ("anchors", |line| anchors::results(&value(line)?).map(|results| vec![results])),
    ("pages", |line| pages::page(&value(line)?).map(|page| vec![page])),
];

fn value(line: &str) -> Result<Value> {
    Ok(serde_json::from_str(line)?)
}

fn main() -> Result<()> {
    let name = std::env::args().nth(1).unwrap_or_default();
    let Some((_, task)) = TASKS.iter().find(|(known, _)| *known == name) else {
        let names: Vec<_> = TASKS.iter().map(|(known, _)| *known).collect();
        bail!("say which task: {}", names.join(", "));
    };
    let mut out = io::BufWriter::new(io::stdout().lock());
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let context = || format!("line {}", number + 1);
        for item in task(&line?).with_context(context)? {
            writeln!(out, "{item}")?;
        }
    }
    out.flush().context("writing the items")
}
