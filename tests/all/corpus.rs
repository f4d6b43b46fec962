//! Holds the reading of dates and quantities to articles written and annotated for it, in
//! tests/corpus. A file begins with the day of its article; then `{last week|2021-W36}` marks an
//! expression of time with its TIMEX3 value (`{daily|SET P1D}` a recurring one), `[4|4|ships]` a
//! number with its value (`~`: vague) and the noun it counts, `[5 euros|5 EUR]` one with a unit,
//! `[43|43 age]` an age.
//!
//! `CORPUS=FILE cargo test corpus` writes what the scorers of news sets read, a JSON line an
//! article.

use newsprint::article::{Article, Block, BlockRole, Instant, Origin, Stated};
use newsprint::facts::{Facts, extract};
use newsprint::text::Span;
use serde_json::{Value, json};
use std::fs;

/// What is marked in an article.
struct Gold {
    span: Span,
    value: String,
    /// What stands behind the value: the noun counted, or the kind of a date.
    more: Option<String>,
    unit: Option<String>,
}

struct Annotated {
    name: String,
    day: String,
    text: String,
    dates: Vec<Gold>,
    quantities: Vec<Gold>,
}

fn corpus() -> Vec<Annotated> {
    let mut paths: Vec<_> =
        fs::read_dir("tests/corpus").unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "txt"));
    paths.sort();
    let read = |path: &std::path::PathBuf| {
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        annotated(name, &fs::read_to_string(path).unwrap())
    };
    paths.iter().map(read).collect()
}

fn annotated(name: String, marked: &str) -> Annotated {
    let (day, body) = marked.split_once("\n\n").unwrap();
    let mut article = Annotated {
        name,
        day: day.to_owned(),
        text: String::new(),
        dates: Vec::new(),
        quantities: Vec::new(),
    };
    let mut rest = body.trim_end();
    while let Some(at) = rest.find(['{', '[']) {
        let (before, marked) = rest.split_at(at);
        article.text.push_str(before);
        let date = marked.starts_with('{');
        let (_, inside) = marked.split_at(1);
        let (mark, behind) = inside.split_once(if date { '}' } else { ']' }).unwrap();
        let mut parts = mark.split('|');
        let words = parts.next().unwrap();
        let (first, second) = (parts.next().unwrap(), parts.next());
        let start = article.text.len();
        article.text.push_str(words);
        let span = Span::new(start, article.text.len());
        if date {
            let set = first.strip_prefix("SET ");
            let more = set.map(|_| "SET".to_owned());
            let value = set.unwrap_or(first).to_owned();
            article.dates.push(Gold { span, value, more, unit: None });
        } else {
            let (value, unit) = match first.split_once(' ') {
                Some((value, unit)) => (value, Some(unit.to_owned())),
                None => (first, None),
            };
            let more = second.map(ToOwned::to_owned);
            article.quantities.push(Gold { span, value: value.to_owned(), more, unit });
        }
        rest = behind;
    }
    article.text.push_str(rest);
    article
}

fn facts(annotated: &Annotated) -> Facts {
    let mut article = Article { text: annotated.text.clone(), ..Article::default() };
    let mut at = 0;
    for paragraph in annotated.text.split("\n\n") {
        let span = Span::new(at, at + paragraph.len());
        let role = if at == 0 { BlockRole::Title } else { BlockRole::Body };
        article.blocks.push(Block::new(role, span));
        at = span.end + 2;
    }
    let day = Instant::day(annotated.day.parse().unwrap());
    article.meta.published = Some(Stated::new(day, Origin::Record));
    extract(&article)
}

/// How many are marked, found, and found rightly; and what went wrong.
#[derive(Default)]
struct Score {
    gold: usize,
    found: usize,
    right: usize,
    wrong: Vec<String>,
}

impl Score {
    fn f1(&self) -> f64 {
        let of = |count: usize| f64::from(u32::try_from(count).unwrap());
        200.0 * of(self.right) / of(self.gold + self.found)
    }

    /// Scores `found` (spans, and whether each gold's value is theirs) against `gold`.
    fn add(
        &mut self,
        article: &Annotated,
        gold: &[Gold],
        found: &[Span],
        said: impl Fn(usize) -> String,
        is: impl Fn(usize, &Gold) -> bool,
    ) {
        self.gold += gold.len();
        self.found += found.len();
        let mut used = vec![false; found.len()];
        for it in gold {
            let overlap = |at: &usize| !used[*at] && found[*at].overlaps(it.span);
            let hit = (0..found.len()).find(overlap);
            let right = hit.is_some_and(|at| is(at, it));
            if let Some(at) = hit {
                used[at] = true;
            }
            self.right += usize::from(right);
            if !right {
                let words = it.span.of(&article.text);
                let said = hit.map_or("nothing".to_owned(), &said);
                let wanted = format!("{} {}", it.value, it.more.as_deref().unwrap_or_default());
                self.wrong.push(format!("{}: {words} is {wanted}, not {said}", article.name));
            }
        }
        for at in (0..found.len()).filter(|&at| !used[at]) {
            let words = found[at].of(&article.text);
            self.wrong.push(format!("{}: {words} is nothing, not {}", article.name, said(at)));
        }
    }

    #[track_caller]
    fn holds(&self, what: &str, floor: f64) {
        let list = self.wrong.join("\n");
        let score = self.f1();
        assert!(score >= floor, "{what}: {score:.1} of {floor}\n{list}");
        println!("{what}: {score:.1} of {} marked\n{list}", self.gold);
    }
}

fn close(value: f64, gold: &str) -> bool {
    gold == "~" || gold.parse::<f64>().is_ok_and(|gold| (value - gold).abs() <= 1e-3 * gold.abs())
}

#[test]
fn dates_of_the_corpus_are_placed() {
    let mut score = Score::default();
    for article in corpus() {
        let facts = facts(&article);
        let spans: Vec<Span> = facts.dates.iter().map(|it| it.span).collect();
        let said = |at: usize| facts.dates[at].value.clone();
        score.add(&article, &article.dates, &spans, said, |at, it| {
            facts.dates[at].value == it.value
        });
    }
    assert!(score.gold >= 150);
    score.holds("dates", DATES);
}

#[test]
fn quantities_of_the_corpus_have_their_values() {
    let mut score = Score::default();
    for article in corpus() {
        let facts = facts(&article);
        let told: Vec<_> = facts.quantities.iter().filter(|it| it.is_told()).collect();
        let told: Vec<_> = told
            .into_iter()
            .filter(|it| it.kind != newsprint::facts::QuantityKind::Ordinal)
            .collect();
        let spans: Vec<Span> = told.iter().map(|it| it.span).collect();
        let said = |at: usize| format!("{} {:?}", told[at].value, told[at].unit);
        score.add(&article, &article.quantities, &spans, said, |at, it| {
            let unit = it.unit.as_deref().filter(|unit| *unit != "age");
            let own = told[at].unit.as_deref().filter(|_| it.unit.as_deref() != Some("age"));
            close(told[at].value, &it.value) && own == unit
        });
    }
    assert!(score.gold >= 300);
    score.holds("quantities", QUANTITIES);
}

#[test]
fn what_is_counted_in_the_corpus_is_found() {
    let mut score = Score::default();
    for mut article in corpus() {
        article.quantities.retain(|it| it.more.is_some());
        let facts = facts(&article);
        let told: Vec<_> = facts
            .quantities
            .iter()
            .filter(|it| it.counted.is_some() && it.is_told())
            .filter(|it| it.kind == newsprint::facts::QuantityKind::Count)
            .collect();
        let spans: Vec<Span> = told.iter().map(|it| it.span).collect();
        let noun = |at: usize| told[at].counted.unwrap().of(&article.text).to_owned();
        score.add(&article, &article.quantities, &spans, noun, |at, it| {
            it.more.as_deref() == Some(told[at].counted.unwrap().of(&article.text))
        });
    }
    assert!(score.gold >= 150);
    score.holds("counted nouns", COUNTED);
}

/// What must be reached, in F1.
const DATES: f64 = 94.5;
const QUANTITIES: f64 = 98.0;
const COUNTED: f64 = 89.0;

fn line(article: &Annotated) -> Value {
    let item = |it: &Gold, kind: &str| {
        json!({
            "start": it.span.start, "end": it.span.end, "type": kind, "value": it.value,
            "text": it.span.of(&article.text), "counted": it.more,
        })
    };
    let timex = article.dates.iter().map(|it| {
        let kind = match &it.more {
            Some(_) => "SET",
            None if it.value.starts_with('P') && !it.value.contains("_REF") => "DURATION",
            None if it.value.contains('T') => "TIME",
            None => "DATE",
        };
        item(it, kind)
    });
    let figures = article.quantities.iter().map(|it| {
        let kind = match it.unit.as_deref() {
            None => "CARDINAL",
            Some("%" | "percentage points") => "PERCENT",
            Some(unit) if unit.len() == 3 && unit.chars().all(char::is_uppercase) => "MONEY",
            Some(_) => "MEASURE",
        };
        let mut figure = item(it, kind);
        figure["value"] = it.value.parse::<f64>().map_or(Value::Null, Value::from);
        figure
    });
    json!({
        "doc_id": article.name, "dct": article.day, "text": article.text,
        "timex": timex.collect::<Vec<_>>(), "figures": figures.collect::<Vec<_>>(),
    })
}

#[test]
fn the_corpus_can_be_written_for_the_scorers() {
    let lines: Vec<String> = corpus().iter().map(|article| line(article).to_string()).collect();
    assert!(lines.len() >= 15);
    if let Some(path) = std::env::var_os("CORPUS") {
        fs::write(path, lines.join("\n")).unwrap();
    }
}
