//! Many files into the library: imported on all cores, stored in batches.

use super::facts::spread;
use super::files::{Imported, Input, Refused, read};
use crate::store::{Error, NewArticle, Outcome, Store};
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::sync::atomic::{AtomicBool, Ordering};

/// How many files are imported while those before them are stored.
const FILES: usize = 64;

/// How large files may be together that are imported at once, in bytes: pages that hold their
/// pictures are.
const BYTES: u64 = 64 << 20;

/// How many articles are stored in one transaction, at most.
pub(super) const BATCH: usize = 500;

/// What became of the files.
#[derive(Debug, Default)]
pub struct Report {
    /// How many articles are new.
    pub added: usize,
    /// How many have a new text.
    pub updated: usize,
    /// How many were there already.
    pub unchanged: usize,
    /// The files that could not be read as articles.
    pub refused: Vec<Refused>,
    /// The files with keys that were not understood and are kept as they are, and the keys.
    pub unread: Vec<(String, BTreeSet<String>)>,
    /// For each picture that was not kept, a line that says why; its article was.
    pub noted: Vec<String>,
    /// Why the rest was not looked at, if it was not: what is counted above is kept.
    pub stopped: Option<Stop>,
}

/// Why not all files were looked at.
#[derive(Debug)]
pub enum Stop {
    /// It was asked for.
    Cancelled,
    /// The library did not take more.
    Failed(Error),
}

/// How far the adding is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// How many files are done.
    pub done: usize,
    /// Of how many.
    pub total: usize,
}

/// Adds files, and the files of folders, to the library. `progress` is told after every few
/// files; `cancel` stops before the next few, and what is stored by then stays.
pub fn add(
    store: &mut Store,
    inputs: Vec<Input>,
    progress: &mut (dyn FnMut(Progress) + Send),
    cancel: &AtomicBool,
) -> Report {
    let mut report = Report::default();
    let inputs: Vec<Input> = inputs.into_iter().flat_map(spread).collect();
    let total = inputs.len();
    let mut inputs = inputs.into_iter();
    let (mut waiting, mut done) = (Vec::new(), 0);
    while report.stopped.is_none() {
        let next: Vec<Input> = if cancel.load(Ordering::Relaxed) {
            report.stopped = (done < total).then_some(Stop::Cancelled);
            Vec::new()
        } else {
            next(&mut inputs, size(done))
        };
        let ready = std::mem::take(&mut waiting);
        if next.is_empty() && ready.is_empty() {
            break;
        }
        done += next.len();
        // The files before these are stored while these are imported.
        (waiting, ()) = rayon::join(
            || next.into_par_iter().map(read).collect(),
            || keep(store, ready, &mut report),
        );
        progress(Progress { done, total });
    }
    report
}

/// The first files go in alone, so that there is something to read at once.
fn size(done: usize) -> usize {
    if done == 0 { 4 } else { FILES }
}

/// The next files: so many, or fewer where they are large.
fn next(inputs: &mut impl Iterator<Item = Input>, count: usize) -> Vec<Input> {
    let (mut files, mut bytes) = (Vec::new(), 0);
    while files.len() < count && bytes < BYTES {
        let Some(input) = inputs.next() else { break };
        bytes += match &input {
            Input::Path(path) => std::fs::metadata(path).map_or(0, |found| found.len()),
            Input::Bytes { .. } | Input::Imported(_) => 0,
        };
        files.push(input);
    }
    files
}

/// Stores what was imported, and counts.
fn keep(store: &mut Store, ready: Vec<Result<Imported, Refused>>, report: &mut Report) {
    let mut articles: Vec<NewArticle> = Vec::new();
    for result in ready {
        match result {
            Ok(imported) => {
                report.noted.extend(imported.notes());
                report.unread.extend(imported.unread());
                articles.extend(imported.new_articles());
            }
            Err(refused) => report.refused.push(refused),
        }
    }
    for batch in articles.chunks(BATCH) {
        match store.add(batch) {
            Ok(outcomes) => outcomes.iter().for_each(|(_, outcome)| count(report, *outcome)),
            Err(error) => {
                report.stopped = Some(Stop::Failed(error));
                return;
            }
        }
    }
}

fn count(report: &mut Report, outcome: Outcome) {
    match outcome {
        Outcome::Added => report.added += 1,
        Outcome::Updated => report.updated += 1,
        Outcome::Unchanged => report.unchanged += 1,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::Query;

    fn bytes(name: &str, text: &str) -> Input {
        let path = Some(name.into());
        Input::Bytes { name: Some(name.into()), path, bytes: text.as_bytes().to_vec() }
    }

    fn many(count: usize) -> Vec<Input> {
        (0..count).map(|nth| bytes(&format!("{nth:04}.txt"), &format!("Article {nth}."))).collect()
    }

    fn total(store: &Store) -> usize {
        store.list(&Query::default()).unwrap().total
    }

    #[test]
    fn the_report_tells_new_changed_known_and_refused() {
        let mut store = Store::in_memory().unwrap();
        let mut run = |inputs| {
            let report = add(&mut store, inputs, &mut |_| {}, &AtomicBool::new(false));
            let refused: Vec<_> = report.refused.iter().map(ToString::to_string).collect();
            (report.added, report.updated, report.unchanged, refused)
        };
        assert_eq!(run(vec![bytes("a", "One."), bytes("b", "Two.")]), (2, 0, 0, vec![]));
        let (added, updated, unchanged, refused) =
            run(vec![bytes("a", "One."), bytes("b", "New."), bytes("c", "")]);
        assert_eq!((added, updated, unchanged), (0, 1, 1));
        assert!(refused.len() == 1 && refused[0].starts_with("c: "), "{refused:?}");
    }

    #[test]
    fn progress_reaches_the_end_and_all_is_stored_in_order() {
        let mut store = Store::in_memory().unwrap();
        let mut seen = Vec::new();
        let report =
            add(&mut store, many(150), &mut |step| seen.push(step), &AtomicBool::new(false));
        assert_eq!((report.added, total(&store)), (150, 150));
        assert!(seen.is_sorted_by_key(|step| step.done));
        assert_eq!(seen.last(), Some(&Progress { done: 150, total: 150 }));
        let newest = store.list(&Query { limit: 1, ..Query::default() }).unwrap();
        assert_eq!(
            store.article(newest.entries[0].id).unwrap().article.text.trim(),
            "Article 149."
        );
    }

    #[test]
    fn cancelling_keeps_what_is_done() {
        let mut store = Store::in_memory().unwrap();
        let cancel = AtomicBool::new(false);
        let mut stop = |_| cancel.store(true, Ordering::Relaxed);
        let report = add(&mut store, many(150), &mut stop, &cancel);
        assert!(matches!(report.stopped, Some(Stop::Cancelled)));
        assert!((1..150).contains(&report.added), "{}", report.added);
        assert_eq!(total(&store), report.added);
    }

    #[test]
    fn a_folder_stands_for_its_files() {
        let folder = tempfile::tempdir().unwrap();
        for name in ["a.txt", "b.md", "c.jpg"] {
            std::fs::write(folder.path().join(name), format!("Words of {name}.")).unwrap();
        }
        let mut store = Store::in_memory().unwrap();
        let inputs = vec![Input::Path(folder.path().to_owned())];
        let report = add(&mut store, inputs, &mut |_| {}, &AtomicBool::new(false));
        assert_eq!((report.added, report.refused.len()), (2, 0));
    }
}
