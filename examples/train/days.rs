//! Learns what the signs weigh that a day is the one on which an article appeared: logistic
//! regression over the days of each page, the conditional logit of econometrics, with ridge.
//!
//! `LIST` holds an object a line: `path` of a stored page, gzipped or not, and `day`, the day on
//! which it appeared. What is printed are the lines of the table in `src/import/html/day/sign.rs`,
//! behind the share of pages that weights learned without them get right.

use anyhow::{Context, Result};
use flate2::read::MultiGzDecoder;
use serde_json::Value;
use std::io::Read;
use std::path::Path;

const RIDGE: f64 = 2.0;
const STEPS: usize = 300;
const FOLDS: usize = 5;

/// Signs that are too rare to be weighed.
const UNWEIGHED: [&str; 6] = ["Title", "Script", "Hidden", "NearOther", "Caption", "MidPublished"];

/// The signs of the days of a page, and which day is the right one.
struct Page {
    days: Vec<u64>,
    right: Option<usize>,
}

/// Learns from the pages of `list` and prints the table.
pub(crate) fn print(list: &Path) -> Result<()> {
    let lines = std::fs::read_to_string(list).with_context(|| list.display().to_string())?;
    let pages = lines.lines().map(page).collect::<Result<Vec<_>>>()?;
    let mut right = 0;
    for fold in 0..FOLDS {
        let inside = |index: usize| index % FOLDS == fold;
        let others = pages.iter().enumerate().filter(|(index, _)| !inside(*index));
        let weights = weights(&others.map(|(_, page)| page).collect::<Vec<_>>());
        let own = pages.iter().enumerate().filter(|(index, _)| inside(*index));
        right += own.filter(|(_, page)| is_right(page, &weights)).count();
    }
    println!("{right} of {} pages right by weights that were learned without them", pages.len());
    let weights = weights(&pages.iter().collect::<Vec<_>>());
    for (name, weight) in newsprint::import::day_signs().iter().zip(weights) {
        println!("{name} {weight:.2}");
    }
    Ok(())
}

fn page(line: &str) -> Result<Page> {
    let line: Value = serde_json::from_str(line)?;
    let path = line.get("path").and_then(Value::as_str).context("a line without a path")?;
    let wanted = line.get("day").and_then(Value::as_str).context("a line without a day")?;
    let mut bytes = std::fs::read(path).with_context(|| path.to_owned())?;
    if bytes.starts_with(&[0x1f, 0x8b]) {
        let mut content = Vec::new();
        MultiGzDecoder::new(bytes.as_slice()).read_to_end(&mut content)?;
        bytes = content;
    }
    let days = newsprint::import::days(bytes);
    let right = days.iter().position(|(day, _)| day.to_string() == wanted);
    Ok(Page { days: days.into_iter().map(|(_, signs)| signs).collect(), right })
}

fn score(signs: u64, weights: &[f64]) -> f64 {
    let held = (0..).zip(weights).filter(|(bit, _)| signs >> bit & 1 == 1);
    held.map(|(_, weight)| weight).sum()
}

fn is_right(page: &Page, weights: &[f64]) -> bool {
    let mut best = None;
    for (index, signs) in page.days.iter().enumerate() {
        let score = score(*signs, weights);
        if best.is_none_or(|(_, known)| score > known) {
            best = Some((index, score));
        }
    }
    page.right.is_some() && best.map(|(index, _)| index) == page.right
}

/// The weights under which the right days of these pages are likeliest, by Adam (Kingma and Ba,
/// 2015).
fn weights(pages: &[&Page]) -> Vec<f64> {
    let names = newsprint::import::day_signs();
    let mut weights = vec![0.0; names.len()];
    let (mut mean, mut square) = (weights.clone(), weights.clone());
    for step in 1..=STEPS {
        let mut slope: Vec<f64> = weights.iter().map(|weight| -RIDGE * weight).collect();
        for page in pages {
            if let Some(right) = page.right {
                add_slope(page, right, &weights, &mut slope);
            }
        }
        let power = i32::try_from(step).unwrap_or(i32::MAX);
        let moments = mean.iter_mut().zip(square.iter_mut()).zip(&slope);
        for ((weight, name), ((mean, square), slope)) in weights.iter_mut().zip(names).zip(moments)
        {
            *mean = 0.9 * *mean + 0.1 * slope;
            *square = 0.999 * *square + 0.001 * slope * slope;
            let speed = *mean / (1.0 - 0.9_f64.powi(power));
            let spread = *square / (1.0 - 0.999_f64.powi(power));
            if !UNWEIGHED.contains(name) {
                *weight += 0.05 * speed / (spread.sqrt() + 1e-8);
            }
        }
    }
    weights
}

/// Adds how the likelihood of the right day of a page changes with each weight.
fn add_slope(page: &Page, right: usize, weights: &[f64], slope: &mut [f64]) {
    let scores: Vec<f64> = page.days.iter().map(|signs| score(*signs, weights)).collect();
    let most = scores.iter().copied().fold(f64::MIN, f64::max);
    let whole: f64 = scores.iter().map(|score| (score - most).exp()).sum();
    for (index, (signs, score)) in page.days.iter().zip(&scores).enumerate() {
        let share = (score - most).exp() / whole;
        let gain = f64::from(u8::from(index == right)) - share;
        for (bit, slope) in (0..).zip(slope.iter_mut()) {
            if signs >> bit & 1 == 1 {
                *slope += gain;
            }
        }
    }
}
