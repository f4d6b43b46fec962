//! `newsprint note import`: annotations of other programs, put on the articles they are on.

use super::ending::{Failure, Outcome, one_line};
use super::export_arguments::Import;
use super::marks::told;
use super::output::print;
use super::session::Session;
use crate::export;
use crate::import::annotations::{Noted, annotations_in};
use crate::library::ArticleId;
use crate::mark::{Annotation, Standing, brought};
use crate::store::{self, Store};
use crate::worker;
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::Path;

/// What became of the annotations of a file.
#[derive(Debug, Default, Serialize)]
struct Report {
    file: String,
    form: &'static str,
    /// Whether nothing was done but to look.
    dry_run: bool,
    /// New marks, their words found as they were.
    found: usize,
    /// New marks whose words stand there in other words.
    changed: usize,
    /// New marks whose words are not in the article: kept, and listed as lost.
    lost: usize,
    /// Marks that had been imported before.
    known: usize,
    /// Items that hold no annotation, such as replies.
    left_out: usize,
    /// Annotations on articles that the library does not have, each with its address or headline.
    without_article: Vec<String>,
}

/// Imports files of annotations.
pub(super) fn import(session: &Session, asked: &Import) -> Outcome {
    let none = "the library is empty; put the articles into it first, with `newsprint add`";
    let mut store = session.existing()?.ok_or_else(|| Failure::NotFound(none.to_owned()))?;
    let mut reports = Vec::new();
    for path in &asked.files {
        reports.push(file(&mut store, path, asked.dry_run)?);
    }
    if asked.json {
        return print(&export::json::json(&reports));
    }
    print(&reports.iter().map(told_in_words).collect::<String>())
}

fn file(store: &mut Store, path: &Path, dry_run: bool) -> Result<Report, Failure> {
    let failed =
        |why: &dyn std::fmt::Display| Failure::Failed(format!("{}: {why}", path.display()));
    let bytes = worker::bytes(path).map_err(|reason| failed(&reason))?;
    let name = path.file_name().and_then(|it| it.to_str());
    let notes = annotations_in(bytes, name).map_err(|error| failed(&error))?;
    let mut report = Report {
        file: path.display().to_string(),
        form: notes.form,
        dry_run,
        left_out: notes.left_out,
        ..Report::default()
    };
    let mut of: BTreeMap<ArticleId, Vec<Noted>> = BTreeMap::new();
    for noted in notes.notes {
        let article = store.find(noted.address.as_deref(), noted.title.as_deref()).map_err(told)?;
        if let Some(id) = article {
            of.entry(id).or_default().push(noted);
            continue;
        }
        let name = noted.address.or(noted.title).unwrap_or_else(|| "no address".to_owned());
        if !report.without_article.contains(&name) {
            report.without_article.push(name);
        }
    }
    for (id, noted) in of {
        attach(store, id, &noted, &mut report).map_err(told)?;
    }
    Ok(report)
}

/// Puts annotations on an article: all of them, or none.
fn attach(
    store: &mut Store,
    id: ArticleId,
    noted: &[Noted],
    report: &mut Report,
) -> Result<(), store::Error> {
    let opened = store.article(id)?;
    let sources: Vec<&str> = opened.marks.iter().filter_map(|it| it.source.as_deref()).collect();
    let own: Vec<String> = opened.marks.iter().map(|it| it.id.0.to_string()).collect();
    let mut new: Vec<Annotation> = Vec::new();
    for noted in noted {
        let mark = brought(&opened.article, &noted.annotation);
        let source = mark.source.as_deref().unwrap_or_default();
        let again = sources.contains(&source)
            || own.iter().any(|id| source == id || source.strip_prefix("urn:uuid:") == Some(id))
            || opened.marks.iter().chain(&new).any(|it| it.repeats(&mark));
        match mark.place.standing {
            _ if again => report.known += 1,
            Standing::Found => report.found += 1,
            Standing::Changed => report.changed += 1,
            Standing::Lost => report.lost += 1,
        }
        if !again {
            new.push(mark);
        }
    }
    if !report.dry_run && !new.is_empty() {
        store.add_marks(id, &new)?;
    }
    Ok(())
}

fn told_in_words(report: &Report) -> String {
    let done = if report.dry_run { "would be added" } else { "added" };
    let mut text = format!(
        "{}: {}, {} {done} ({} changed, {} lost), {} there already, {} left out\n",
        one_line(&report.file),
        report.form,
        report.found + report.changed + report.lost,
        report.changed,
        report.lost,
        report.known,
        report.left_out,
    );
    for name in &report.without_article {
        _ = writeln!(text, "  not in the library: {}", one_line(name));
    }
    text
}
