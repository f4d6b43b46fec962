//! `newsprint add`: files and folders into the library, with a bar while it lasts and a report.

use super::ending::{Failure, Outcome, tell};
use super::output::print;
use super::session::{self, Session};
use crate::worker::{self, Progress, Report, Stop};
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::path::PathBuf;
use std::sync::atomic::AtomicBool;

/// Columns of the bar.
const BAR: usize = 30;

/// Adds files and folders, and tells what became of them.
pub(super) fn add(session: &Session, paths: &[PathBuf], quiet: bool) -> Outcome {
    let inputs = session::inputs(paths)?;
    let mut store = session.open()?;
    let shown = !quiet && io::stderr().is_terminal();
    let mut progress = |progress: Progress| {
        if shown {
            _ = write!(io::stderr(), "\r{}", bar(progress));
        }
    };
    let report = worker::add(&mut store, inputs, &mut progress, &AtomicBool::new(false));
    if shown {
        _ = write!(io::stderr(), "\r{:1$}\r", "", BAR + 24);
    }
    report.noted.iter().for_each(|note| tell(note));
    for refused in &report.refused {
        tell(&refused.to_string());
    }
    if !quiet {
        print(&summary(&report))?;
    }
    match report.stopped {
        Some(Stop::Failed(error)) => Err(Failure::failed(error)),
        None if report.refused.is_empty() => Ok(()),
        Some(Stop::Cancelled) | None => Err(Failure::Told),
    }
}

fn bar(progress: Progress) -> String {
    let Progress { done, total } = progress;
    let full = BAR * done.min(total) / total.max(1);
    format!("[{}{}] {done} of {total}", "#".repeat(full), " ".repeat(BAR - full))
}

fn summary(report: &Report) -> String {
    let mut text = String::new();
    for (count, what) in [
        (report.added, "added"),
        (report.updated, "updated"),
        (report.unchanged, "unchanged"),
        (report.refused.len(), "refused"),
    ] {
        if count > 0 {
            _ = write!(text, "{}{what} {count}", if text.is_empty() { "" } else { ", " });
        }
    }
    if text.is_empty() {
        text.push_str("no articles were found");
    }
    text.push('\n');
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bar_fills_as_files_are_done() {
        let bar = |done, total| bar(Progress { done, total });
        assert_eq!(bar(0, 4), format!("[{}] 0 of 4", " ".repeat(30)));
        assert_eq!(bar(2, 4), format!("[{}{}] 2 of 4", "#".repeat(15), " ".repeat(15)));
        assert_eq!(bar(4, 4), format!("[{}] 4 of 4", "#".repeat(30)));
        assert_eq!(bar(0, 0), format!("[{}] 0 of 0", " ".repeat(30)));
    }

    #[test]
    fn the_report_counts_what_there_is() {
        let report = Report { added: 2, unchanged: 1, ..Report::default() };
        assert_eq!(summary(&report), "added 2, unchanged 1\n");
        assert_eq!(summary(&Report::default()), "no articles were found\n");
    }
}
