//! Tunes the weights of the three small models of quotations, and prints `weights.rs`.
//!
//! `cargo run --release --example weigh < polnear/train.jsonl > src/facts/quotation/weights.rs`
//!
//! With `explain`, the candidates of reported speech are printed instead, as JSON lines.
//!
//! A line of input has `text` and `attributions`: `source`, `cue` and `content`, each a list of
//! spans in bytes. The weights belong to grammar (the sort of a cue, where a candidate stands);
//! none belongs to a word, so that nothing of the texts is kept. Logistic regression by gradient
//! descent in a fixed order: the same input gives the same weights.

#![expect(
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_precision_loss,
    reason = "a tool for those who train it; what is wrong with its input may end it"
)]

#[path = "../evaluate/input.rs"]
mod input;

use anyhow::{Context, Result};
use newsprint::facts::quotation::weighing::{Weighed, endings, quoted, reported, speakers};
use newsprint::text::Span;
use serde_json::{Value, json};
use std::collections::HashSet;
use std::io::{self, BufRead};

/// How often all examples are gone through.
const ROUNDS: usize = 30;
/// How much a weight loses in a step, so that rare ones stay small.
const DECAY: f32 = 2e-6;
/// Smaller weights are left out.
const LEAST: f32 = 0.05;

/// Candidates of which at most one is right.
struct Choice {
    rivals: Vec<Vec<u8>>,
    right: usize,
}

fn main() -> Result<()> {
    let (mut said, mut choices, mut marked) = (Vec::new(), Vec::new(), Vec::new());
    let mut ends = Vec::new();
    let explain = std::env::args().nth(1).is_some_and(|word| word == "explain");
    for (number, line) in io::stdin().lock().lines().enumerate() {
        let context = || format!("line {}", number + 1);
        let line = line?;
        let record = input::Record::parse(&line).with_context(context)?;
        let line: Value = serde_json::from_str(&line).with_context(context)?;
        let gold = gold(&line);
        let words = |span: Span| words(&record.article.text, span);
        for candidate in reported(&record.article).into_iter().flatten() {
            if explain {
                let (span, speaker) = (candidate.span, candidate.speaker);
                let (id, features) = (&record.id, &candidate.features);
                println!(
                    "{}",
                    json!({"doc_id": id, "span": span, "speaker": speaker, "features": features})
                );
            }
            let right = gold.iter().any(|gold| {
                agree(&words(candidate.span), &gold.content, &words)
                    && (gold.source.is_empty() || overlaps(candidate.speaker, &gold.source))
            });
            // What lies inside another's words is left out where these are found.
            if right || !is_inside(&gold, candidate.cue) {
                said.push((candidate.features, right));
            }
        }
        for rivals in endings(&record.article) {
            ends.extend(end(&gold, rivals, &words));
        }
        for candidate in quoted(&record.article) {
            let right = holding(&gold, candidate.span).is_some();
            marked.push((candidate.features, right));
        }
        let right = |span, speaker| is_right(&gold, span, speaker);
        for rivals in speakers(&record.article, &right) {
            choices.extend(choice(&gold, rivals));
        }
    }
    eprintln!("{} ends", ends.len());
    eprintln!("{} candidates, {} choices, {} in marks", said.len(), choices.len(), marked.len());
    if explain {
        return Ok(());
    }
    print_weights(
        &logistic(&said, 256),
        &softmax(&choices, 128),
        &logistic(&marked, 68),
        &softmax(&ends, 216),
    );
    Ok(())
}

/// An attribution of the input.
struct Gold {
    content: Vec<Span>,
    source: Vec<Span>,
    cue: Vec<Span>,
}

fn gold(line: &Value) -> Vec<Gold> {
    let spans = |value: &Value| -> Vec<Span> {
        let spans = value.as_array().map(Vec::as_slice).unwrap_or_default().iter();
        spans
            .filter_map(|span| {
                let at = |key: &str| usize::try_from(span[key].as_u64()?).ok();
                Some(Span::new(at("start")?, at("end")?))
            })
            .collect()
    };
    let all = line["attributions"].as_array().map(Vec::as_slice).unwrap_or_default();
    all.iter()
        .map(|one| Gold {
            content: spans(&one["content"]),
            source: spans(&one["source"]),
            cue: spans(&one["cue"]),
        })
        .collect()
}

/// Where the words of `span` begin.
fn words(text: &str, span: Span) -> HashSet<usize> {
    let mut starts = HashSet::new();
    let mut inside = false;
    let before = text[..span.start].char_indices().rfind(|(_, letter)| letter.is_whitespace());
    let from = before.map_or(0, |(at, letter)| at + letter.len_utf8());
    for (at, letter) in text[from..span.end].char_indices() {
        if letter.is_whitespace() {
            inside = false;
        } else if !inside {
            inside = true;
            starts.insert(from + at);
        }
    }
    starts
}

/// Whether half of all words are common.
fn agree(own: &HashSet<usize>, gold: &[Span], words: &dyn Fn(Span) -> HashSet<usize>) -> bool {
    let gold: HashSet<usize> = gold.iter().flat_map(|&span| words(span)).collect();
    let both = own.intersection(&gold).count();
    both * 2 >= own.union(&gold).count() && both > 0
}

fn overlaps(speaker: Option<Span>, source: &[Span]) -> bool {
    speaker.is_some_and(|speaker| source.iter().any(|&source| source.overlaps(speaker)))
}

/// Whether a cue stands within the words of an attribution.
fn is_inside(gold: &[Gold], cue: Option<Span>) -> bool {
    let within = |cue: Span| gold.iter().flat_map(|gold| &gold.content).any(|it| it.contains(cue));
    cue.is_some_and(within)
}

fn is_right(gold: &[Gold], span: Span, speaker: Option<Span>) -> bool {
    holding(gold, span).is_some_and(|gold| overlaps(speaker, &gold.source))
}

fn holding(gold: &[Gold], span: Span) -> Option<&Gold> {
    gold.iter().find(|gold| {
        let holds = |part: &Span| part.start <= span.start + 4 && part.end + 4 >= span.end;
        gold.content.iter().any(holds)
    })
}

fn choice(gold: &[Gold], rivals: Vec<Weighed>) -> Option<Choice> {
    let gold = holding(gold, rivals.first()?.span)?;
    let right = rivals.iter().position(|rival| overlaps(rival.speaker, &gold.source));
    let right = right.or_else(|| gold.source.is_empty().then_some(0))?;
    // Several may name the same speaker: only the first is right, the others are left out.
    let mut kept = Vec::new();
    let mut index = 0;
    for (at, rival) in rivals.into_iter().enumerate() {
        if at == right {
            index = kept.len();
        } else if overlaps(rival.speaker, &gold.source) {
            continue;
        }
        kept.push(rival.features);
    }
    Some(Choice { rivals: kept, right: index })
}

/// Which of `rivals` ends best, where the cue is one of the input.
fn end(
    gold: &[Gold],
    rivals: Vec<Weighed>,
    words: &dyn Fn(Span) -> HashSet<usize>,
) -> Option<Choice> {
    let cue = rivals.first()?.cue;
    let gold = gold.iter().find(|gold| overlaps(cue, &gold.cue))?;
    let said: HashSet<usize> = gold.content.iter().flat_map(|&span| words(span)).collect();
    let common = |rival: &Weighed| {
        let own = words(rival.span);
        let both = own.intersection(&said).count();
        (both * 10_000).checked_div(own.union(&said).count()).unwrap_or(0)
    };
    let commons: Vec<usize> = rivals.iter().map(common).collect();
    let most = commons.iter().copied().max().filter(|most| *most >= 5_000)?;
    let right = commons.iter().position(|common| *common == most)?;
    Some(Choice { rivals: rivals.into_iter().map(|rival| rival.features).collect(), right })
}

fn score(weights: &[f32], features: &[u8]) -> f32 {
    features.iter().map(|&at| weights[usize::from(at)]).sum()
}

fn decay(weights: &mut [f32], examples: usize) {
    for weight in weights {
        *weight *= 1.0 - DECAY * examples as f32;
    }
}

fn logistic(examples: &[(Vec<u8>, bool)], size: usize) -> Vec<f32> {
    let mut weights = vec![0.0; size];
    for round in 0..ROUNDS {
        let rate = 0.05 / (1.0 + round as f32 / 3.0);
        for (features, right) in examples {
            let likely = 1.0 / (1.0 + (-score(&weights, features)).exp());
            let error = f32::from(u8::from(*right)) - likely;
            for &at in features {
                weights[usize::from(at)] += rate * error;
            }
        }
        decay(&mut weights, examples.len());
    }
    weights
}

fn softmax(choices: &[Choice], size: usize) -> Vec<f32> {
    let mut weights = vec![0.0; size];
    for round in 0..ROUNDS {
        let rate = 0.05 / (1.0 + round as f32 / 3.0);
        for choice in choices {
            let scores: Vec<f32> =
                choice.rivals.iter().map(|rival| score(&weights, rival).exp()).collect();
            let all: f32 = scores.iter().sum();
            for (at, rival) in choice.rivals.iter().enumerate() {
                let error = f32::from(u8::from(at == choice.right)) - scores[at] / all;
                for &feature in rival {
                    weights[usize::from(feature)] += rate * error;
                }
            }
        }
        decay(&mut weights, choices.len());
    }
    weights
}

fn print_weights(reported: &[f32], speaker: &[f32], quoted: &[f32], ending: &[f32]) {
    println!(
        "//! The weights of the three small models that say how likely an attribution is. Written by"
    );
    println!("//! `cargo run --release --example weigh`; none of them belongs to a word.");
    for (name, what, weights) in [
        ("REPORTED", "What makes it likely that words without marks are someone's.", reported),
        ("SPEAKER", "What makes it likely that quoted words are a candidate's.", speaker),
        ("QUOTED", "What makes it likely that words in quotation marks are someone's.", quoted),
        ("ENDING", "What makes it likely that words end at a place.", ending),
    ] {
        println!("\n/// {what}");
        println!("#[rustfmt::skip]\npub(super) const {name}: [f32; {}] = [", weights.len());
        for row in weights.chunks(12) {
            let row: Vec<String> = row
                .iter()
                .map(
                    |weight| {
                        if weight.abs() < LEAST { "0.0".into() } else { format!("{weight:.2}") }
                    },
                )
                .collect();
            println!("    {},", row.join(", "));
        }
        println!("];");
    }
}
