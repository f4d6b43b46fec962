//! `newsprint facts`: the facts of articles, in the form that is asked for.

use super::arguments::{FactsForm, FactsOf};
use super::ending::{Failure, Outcome, tell};
use super::output::{print, write};
use super::session::Session;
use crate::article::Article;
use crate::export::{self, Ledger};
use crate::facts::{Corrected, Facts, Rule, correct};
use crate::library::{Correction, Opened, Query};
use crate::text::clean;
use crate::worker::{self, Input};
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

/// How many articles are at hand at a time.
const BATCH: usize = 64;

/// Prints the facts of articles; without a word, of the whole library.
pub(super) fn facts(session: &Session, asked: &FactsOf) -> Outcome {
    let known = session.existing()?.map(|store| store.corrections()).transpose();
    let known = known.map_err(Failure::failed)?.unwrap_or_default();
    let names = known.into_iter().map(|it| it.correction).filter(|it| it.article.is_none());
    let mut writer = Writer {
        form: &asked.form,
        names: names.collect(),
        found: asked.found,
        many: asked.articles.len() != 1,
        written: 0,
        lines: 0,
    };
    writer.begin()?;
    let mut told = false;
    if asked.articles.is_empty() {
        writer.library(session)?;
    }
    for word in &asked.articles {
        told |= writer.word(session, word)?;
    }
    writer.end()?;
    if told { Err(Failure::Told) } else { Ok(()) }
}

/// Where facts are written, and how.
struct Writer<'a> {
    form: &'a FactsForm,
    /// The corrections of names, which hold for files too.
    names: Vec<Correction>,
    /// Whether facts are written as they were found.
    found: bool,
    /// Whether there may be several articles.
    many: bool,
    /// How many articles were written.
    written: usize,
    /// How many facts.
    lines: usize,
}

impl Writer<'_> {
    fn begin(&self) -> Outcome {
        match self.form {
            FactsForm { json: true, .. } if self.many => Err(Failure::Usage(
                "--json is for one article; --jsonl takes any number".to_owned(),
            )),
            FactsForm { csv: true, .. } => print(export::TABLE_HEAD),
            FactsForm { ics: true, .. } => calendar(export::CALENDAR_HEAD),
            FactsForm { geojson: true, .. } => {
                print("{\"type\":\"FeatureCollection\",\"features\":[\n")
            }
            _ => Ok(()),
        }
    }

    fn end(&self) -> Outcome {
        match self.form {
            FactsForm { ics: true, .. } => calendar(export::CALENDAR_END),
            FactsForm { geojson: true, .. } => print("\n]}\n"),
            _ if self.lines == 0 => Err(Failure::NotFound("no facts were found".to_owned())),
            _ => Ok(()),
        }
    }

    /// The facts of every article of the library, the last added first. Those that had to be
    /// found are kept.
    fn library(&mut self, session: &Session) -> Outcome {
        let Some(mut store) = session.existing()? else { return Ok(()) };
        let mut query = Query { archived: true, limit: BATCH, ..Query::default() };
        loop {
            let page = store.list(&query).map_err(Failure::failed)?.entries;
            if page.is_empty() {
                return Ok(());
            }
            query.skip += page.len();
            let opened = page.iter().map(|entry| store.article(entry.id));
            let opened: Result<Vec<Opened>, _> = opened.collect();
            let opened = opened.map_err(Failure::failed)?;
            let lacking: Vec<_> = opened.iter().filter(|it| it.facts.is_none()).collect();
            let articles: Vec<_> = lacking.iter().map(|it| Arc::clone(&it.article)).collect();
            let mut fresh = worker::facts(&articles).into_iter();
            for it in &opened {
                let facts = it.facts.clone().or_else(|| {
                    let facts = fresh.next().flatten()?;
                    // What cannot be kept is found again next time.
                    it.id.map(|id| store.keep_facts(id, &it.article, &facts));
                    Some(facts)
                });
                let id = it.id.map(|id| id.0.to_string());
                self.article(&it.article, id.as_deref(), facts, &it.corrections)?;
            }
        }
    }

    /// The facts of what `word` names; says whether something was refused.
    fn word(&mut self, session: &Session, word: &OsString) -> Result<bool, Failure> {
        let path = Path::new(word);
        let many = path.is_dir() || self.form.is_stream() && path.is_file();
        if !many {
            let opened = session.article(word)?;
            let facts = opened.facts.clone();
            let facts = facts.or_else(|| worker::facts(&[Arc::clone(&opened.article)]).pop()?);
            let names = self.names.clone();
            let rules = if opened.id.is_some() { &opened.corrections } else { &names };
            let id = opened.id.map(|id| id.0.to_string());
            let id = id.or_else(|| (word != "-").then(|| path.display().to_string()));
            self.article(&opened.article, id.as_deref(), facts, rules)?;
            return Ok(false);
        }
        let mut refused = false;
        let files = worker::spread(Input::Path(path.to_owned()));
        let mut files = files.into_iter();
        loop {
            let batch: Vec<Input> = files.by_ref().take(BATCH).collect();
            if batch.is_empty() {
                return Ok(refused);
            }
            refused |= self.files(batch)?;
        }
    }

    fn files(&mut self, batch: Vec<Input>) -> Result<bool, Failure> {
        let mut refused = false;
        let names = self.names.clone();
        for read in worker::read_with_facts(batch) {
            match read {
                Ok((path, articles)) => {
                    let id = path.map(|path| path.display().to_string());
                    for (article, facts) in articles {
                        self.article(&article, id.as_deref(), facts, &names)?;
                    }
                }
                Err(error) => {
                    tell(&error.to_string());
                    refused = true;
                }
            }
        }
        Ok(refused)
    }

    fn article(
        &mut self,
        article: &Article,
        id: Option<&str>,
        facts: Option<Arc<Facts>>,
        corrections: &[Correction],
    ) -> Outcome {
        let Some(facts) = facts else { return Ok(()) };
        let corrections = if self.found { &[] } else { corrections };
        let rules: Vec<&Rule> = corrections.iter().map(|it| &it.rule).collect();
        let corrected = correct(&article.text, &facts, &rules);
        let text = self.written_as(Ledger { article, id, corrected: &corrected, rules: &rules });
        self.lines += text.lines().count();
        if text.is_empty() {
            return Ok(());
        }
        self.written += 1;
        if self.form.ics { calendar(&text) } else { print(&text) }
    }

    fn written_as(&self, ledger: Ledger<'_>) -> String {
        let Ledger { article, corrected, .. } = ledger;
        match self.form {
            FactsForm { json: true, .. } => export::facts_json(article, &corrected.facts),
            FactsForm { jsonl: true, .. } => export::facts_lines(ledger),
            FactsForm { csv: true, .. } => export::timeline_rows(ledger),
            FactsForm { ics: true, .. } => export::calendar_events(ledger),
            FactsForm { geojson: true, .. } => {
                let features = export::place_features(ledger);
                let before = if self.lines > 0 && !features.is_empty() { ",\n" } else { "" };
                format!("{before}{}", features.join(",\n"))
            }
            _ => self.plain(article, corrected),
        }
    }

    fn plain(&self, article: &Article, corrected: &Corrected) -> String {
        let facts = export::facts_text(article, &corrected.facts);
        if !self.many || facts.is_empty() {
            return facts;
        }
        let gap = if self.written > 0 { "\n" } else { "" };
        let title = article.meta.title.as_ref().map_or("Without a title", |it| it.value.as_str());
        format!("{gap}# {}\n\n{facts}", title.split_whitespace().collect::<Vec<_>>().join(" "))
    }
}

/// Prints lines of a calendar, which end in a carriage return and a line feed.
fn calendar(text: &str) -> Outcome {
    let lines: Vec<_> = text.split("\r\n").map(clean).collect();
    write(lines.join("\r\n").as_bytes())
}
