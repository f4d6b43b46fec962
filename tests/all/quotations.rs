//! The quotations of hand-made articles, and how many of them the engine finds.
//!
//! `tests/corpus/quotations` holds the articles with their marks: `[3 …]` are words of the third
//! attribution, `[3s …]` its source, `[3c …]` its cue and `[3v …]` via whom it came. Marks may lie
//! in each other. What has no mark is nobody's: titles, irony, plain narration.
//! `tests/corpus/quotations.jsonl` is the same for `score_quotes.py`; `UPDATE=1` writes it anew.

use newsprint::article::{Article, Block, BlockRole};
use newsprint::facts::{Quotation, QuotationKind, extract};
use newsprint::text::Span;
use serde_json::json;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// An attribution as it is marked.
#[derive(Debug, Clone, Default)]
struct Gold {
    content: Vec<Span>,
    source: Vec<Span>,
    cue: Vec<Span>,
    channel: Vec<Span>,
}

impl Gold {
    fn part(&mut self, part: char) -> &mut Vec<Span> {
        match part {
            's' => &mut self.source,
            'c' => &mut self.cue,
            'v' => &mut self.channel,
            _ => &mut self.content,
        }
    }
}

/// A marked article.
struct Marked {
    name: String,
    text: String,
    gold: BTreeMap<u32, Gold>,
}

/// Takes the marks out of `source`.
fn unmark(name: &str, source: &str) -> Marked {
    let mut text = String::new();
    let mut gold: BTreeMap<u32, Gold> = BTreeMap::new();
    let mut open: Vec<(u32, char, usize)> = Vec::new();
    let mut rest = source.trim_end();
    while let Some(letter) = rest.chars().next() {
        rest = rest.split_at(letter.len_utf8()).1;
        if letter == '[' {
            let (mark, behind) = rest.split_once(' ').unwrap();
            let part = mark.chars().last().filter(|last| last.is_alphabetic());
            let number = mark.trim_end_matches(char::is_alphabetic).parse().unwrap();
            open.push((number, part.unwrap_or(' '), text.len()));
            rest = behind;
        } else if letter == ']' {
            let (number, part, start) = open.pop().unwrap();
            gold.entry(number).or_default().part(part).push(Span::new(start, text.len()));
        } else {
            text.push(letter);
        }
    }
    assert!(open.is_empty(), "{name}: a mark is not closed");
    Marked { name: name.to_owned(), text, gold }
}

fn corpus() -> Vec<Marked> {
    let folder = fs::read_dir("tests/corpus/quotations").unwrap();
    let mut files: Vec<_> = folder.map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let read = |path: &Path| {
        let name = path.file_stem().unwrap().to_str().unwrap();
        unmark(name, &fs::read_to_string(path).unwrap())
    };
    files.iter().map(|path| read(path)).collect()
}

fn article(text: &str) -> Article {
    let mut article = Article { text: text.to_owned(), ..Article::default() };
    let mut at = 0;
    for (index, paragraph) in text.split("\n\n").enumerate() {
        let role = if index == 0 { BlockRole::Title } else { BlockRole::Body };
        article.blocks.push(Block::new(role, Span::new(at, at + paragraph.len())));
        at += paragraph.len() + 2;
    }
    article
}

/// The starts of the words in `spans`.
fn words(text: &str, spans: &[Span]) -> Vec<usize> {
    let starts =
        text.split_whitespace().map(|word| word.as_ptr() as usize - text.as_ptr() as usize);
    let ends =
        |start: usize| start + text.split_at(start).1.find(char::is_whitespace).unwrap_or(0).max(1);
    let inside =
        |start: &usize| spans.iter().any(|span| span.start < ends(*start) && span.end > *start);
    starts.filter(inside).collect()
}

/// A small count, to reckon with.
fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap())
}

fn agree(text: &str, gold: &[Span], found: Span, least: f64) -> bool {
    let (gold, found) = (words(text, gold), words(text, &[found]));
    let both = found.iter().filter(|word| gold.contains(word)).count();
    let all = gold.len() + found.len() - both;
    both > 0 && number(both) >= least * number(all)
}

/// The quoted segments of at least three words in the contents of `marked`, with their attribution.
fn segments(marked: &Marked) -> Vec<(Span, &Gold)> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = marked.text.split_at(at).1.find('“').map(|start| at + start) {
        let rest = marked.text.split_at(start).1;
        let end = rest.find(['”', '\n']).map_or(marked.text.len(), |end| start + end);
        let span = Span::new(start, end);
        at = end + 1;
        while !marked.text.is_char_boundary(at) {
            at += 1;
        }
        let inside = |gold: &&Gold| {
            gold.content.iter().any(|part| part.start <= start && part.end + 3 >= end)
        };
        let gold = marked.gold.values().find(inside);
        let long = span.of(&marked.text).split_whitespace().count() > 2;
        found.extend(gold.filter(|_| long).map(|gold| (span, gold)));
    }
    found
}

#[derive(Debug, Default)]
struct Count {
    gold: usize,
    found: usize,
    hit: usize,
    spoken: usize,
    chains: (usize, usize),
}

impl Count {
    fn f1(&self, hits: usize) -> f64 {
        200.0 * number(hits) / number(self.gold + self.found)
    }
}

fn overlaps(found: Option<Span>, gold: &[Span]) -> bool {
    gold.is_empty() || found.is_some_and(|found| gold.iter().any(|span| span.overlaps(found)))
}

fn is_direct(text: &str, found: &Quotation) -> bool {
    matches!(found.kind, QuotationKind::Direct | QuotationKind::Partial)
        && found.span.of(text).split_whitespace().count() > 2
}

/// Counts direct quotations, and all attributions.
fn count(corpus: &[Marked]) -> (Count, Count) {
    let (mut direct, mut all) = (Count::default(), Count::default());
    for marked in corpus {
        let text = &marked.text;
        let facts = extract(&article(text));
        let quoted: Vec<_> = facts.quotations.iter().filter(|it| is_direct(text, it)).collect();
        direct.found += quoted.len();
        for (span, gold) in segments(marked) {
            direct.gold += 1;
            let hit = quoted.iter().find(|found| agree(text, &[span], found.span, 0.8));
            direct.hit += usize::from(hit.is_some());
            let spoken = hit.is_some_and(|hit| overlaps(hit.speaker, &gold.source));
            direct.spoken += usize::from(spoken);
            note(marked, span, spoken, hit.copied());
            if !gold.channel.is_empty() {
                direct.chains.1 += 1;
                let chain = hit.is_some_and(|hit| overlaps(hit.channel, &gold.channel));
                direct.chains.0 += usize::from(chain);
            }
        }
        all.found += facts.quotations.len();
        let mut free: Vec<&Quotation> = facts.quotations.iter().collect();
        for gold in marked.gold.values() {
            all.gold += 1;
            let hit = free.iter().position(|found| agree(text, &gold.content, found.span, 0.5));
            let Some(hit) = hit.map(|hit| free.remove(hit)) else {
                note(marked, gold.content[0], false, None);
                continue;
            };
            all.hit += 1;
            all.spoken += usize::from(overlaps(hit.speaker, &gold.source));
            if !gold.channel.is_empty() {
                all.chains.1 += 1;
                all.chains.0 += usize::from(overlaps(hit.channel, &gold.channel));
            }
        }
    }
    (direct, all)
}

/// Prints what is missed, where the test's output is asked for.
fn note(marked: &Marked, span: Span, right: bool, hit: Option<&Quotation>) {
    if !right {
        let speaker = hit.and_then(|hit| hit.speaker).map(|span| span.of(&marked.text));
        println!("{}: {} | {speaker:?}", marked.name, span.of(&marked.text));
    }
}

#[test]
fn most_quotations_of_the_corpus_are_found() {
    let corpus = corpus();
    let (direct, all) = count(&corpus);
    println!("direct {direct:?}, {:.1} {:.1}", direct.f1(direct.hit), direct.f1(direct.spoken));
    println!("all {all:?}, {:.1} {:.1}", all.f1(all.hit), all.f1(all.spoken));
    assert!(corpus.len() >= 20 && all.gold >= 150, "the corpus has shrunk");
    assert!(direct.f1(direct.hit) >= 97.0 && direct.f1(direct.spoken) >= 91.0, "{direct:?}");
    assert!(all.f1(all.hit) >= 78.0 && all.f1(all.spoken) >= 75.0, "{all:?}");
}

#[test]
fn the_corpus_is_written_for_the_scorer() {
    let mut lines = String::new();
    for marked in corpus() {
        let spans = |spans: &[Span]| -> Vec<_> {
            let of = |span: &Span| json!({"start": span.start, "end": span.end, "text": span.of(&marked.text)});
            spans.iter().map(of).collect()
        };
        let attributions: Vec<_> = marked
            .gold
            .values()
            .map(|gold| {
                json!({
                    "type": "ATTR", "source": spans(&gold.source), "cue": spans(&gold.cue),
                    "content": spans(&gold.content), "channel": spans(&gold.channel),
                })
            })
            .collect();
        let line = json!({
            "doc_id": marked.name, "text": marked.text, "attributions": attributions,
        });
        lines += &line.to_string();
        lines.push('\n');
    }
    let path = "tests/corpus/quotations.jsonl";
    if std::env::var_os("UPDATE").is_some() {
        fs::write(path, &lines).unwrap();
    }
    assert!(fs::read_to_string(path).unwrap() == lines, "{path} is stale, run with UPDATE=1");
}
