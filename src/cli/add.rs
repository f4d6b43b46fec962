//! `newsprint add`: files and folders into the library, with a bar while it lasts and a report.

use super::ending::{Failure, Outcome, one_line, tell};
use super::output::print;
use super::session::{self, Session};
use crate::worker::{self, Progress, Report, Stop};
use signal_hook::consts::{SIGINT, SIGTERM};
use signal_hook::flag;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::{self, IsTerminal, Write as _};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// Columns of the bar.
const BAR: usize = 30;

/// Columns of the bar with what stands behind it.
const ROOM: usize = BAR + 34;

/// How much is said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Say {
    /// What went wrong.
    Failures,
    /// What became of the files, too.
    Report,
    /// The keys that were not understood, file by file, too.
    Keys,
}

impl Say {
    /// What the switches ask for.
    pub(super) const fn of(quiet: bool, verbose: bool) -> Self {
        match (quiet, verbose) {
            (true, _) => Self::Failures,
            (_, true) => Self::Keys,
            _ => Self::Report,
        }
    }
}

/// Adds files and folders, and tells what became of them. The first Ctrl-C keeps what is done by
/// then; the second ends the program at once.
pub(super) fn add(session: &Session, paths: &[PathBuf], say: Say) -> Outcome {
    let inputs = session::inputs(paths)?;
    let mut store = session.open()?;
    let cancel = Arc::new(AtomicBool::new(false));
    let signal = Arc::new(AtomicUsize::new(0));
    for (number, value) in [(SIGINT, 2), (SIGTERM, 15)] {
        flag::register_conditional_default(number, Arc::clone(&cancel))?;
        flag::register_usize(number, Arc::clone(&signal), value)?;
        flag::register(number, Arc::clone(&cancel))?;
    }
    let shown = say != Say::Failures && io::stderr().is_terminal();
    let (begun, mut last) = (Instant::now(), Progress { done: 0, total: 0 });
    let mut progress = |progress: Progress| {
        last = progress;
        if shown {
            _ = write!(io::stderr(), "\r{:ROOM$}", bar(progress, begun.elapsed()));
        }
    };
    let report = worker::add(&mut store, inputs, &mut progress, &cancel);
    if shown {
        _ = write!(io::stderr(), "\r{:ROOM$}\r", "");
    }
    report.noted.iter().for_each(|note| tell(note));
    for refused in &report.refused {
        tell(&refused.to_string());
    }
    if say != Say::Failures {
        print(&summary(&report))?;
        print(&unread(&report, say))?;
    }
    match report.stopped {
        Some(Stop::Failed(error)) => Err(Failure::failed(error)),
        Some(Stop::Cancelled) => {
            let Progress { done, total } = last;
            tell(&format!(
                "stopped after {done} of {total} files; what was added is kept, and the same \
                 command goes on with the rest"
            ));
            Err(Failure::Signal(u8::try_from(signal.load(Ordering::Relaxed)).unwrap_or(2)))
        }
        None if report.refused.is_empty() => Ok(()),
        None => Err(Failure::Told),
    }
}

/// Finds the facts of what has none, and tells of how many articles.
pub(super) fn find_facts(session: &Session, say: Say) -> Outcome {
    let shown = say != Say::Failures && io::stderr().is_terminal();
    let mut progress = |done: usize| {
        if shown {
            _ = write!(io::stderr(), "\rfacts of {done}");
        }
    };
    let found = worker::find_facts(&mut session.open()?, &mut progress);
    let found = found.map_err(Failure::failed)?;
    if shown {
        _ = write!(io::stderr(), "\r{:ROOM$}\r", "");
    }
    match say {
        Say::Failures => Ok(()),
        _ => print(&format!("found the facts of {found}\n")),
    }
}

/// The bar, with the time that is left once there is something to reckon it from.
fn bar(progress: Progress, passed: Duration) -> String {
    let Progress { done, total } = progress;
    let full = BAR * done.min(total) / total.max(1);
    let left = left(progress, passed).map_or_else(String::new, |left| format!(", {left} left"));
    format!("[{}{}] {done} of {total}{left}", "#".repeat(full), " ".repeat(BAR - full))
}

/// How long the rest takes at the pace so far.
fn left(Progress { done, total }: Progress, passed: Duration) -> Option<String> {
    if passed < Duration::from_secs(1) || done == 0 || done >= total {
        return None;
    }
    let rest = u128::try_from(total - done).ok()?;
    let seconds = (passed.as_millis() * rest / u128::try_from(done).ok()?).div_ceil(1000);
    Some(if seconds < 100 {
        format!("{seconds} s")
    } else {
        format!("{} min", seconds.div_ceil(60))
    })
}

/// What was not understood, and is kept as it is.
fn unread(report: &Report, say: Say) -> String {
    if say == Say::Keys {
        let line = |(file, keys): &(String, BTreeSet<String>)| {
            let keys = keys.iter().map(String::as_str).collect::<Vec<_>>().join(", ");
            format!("{}\n", one_line(&format!("{file}: not understood, kept as it is: {keys}")))
        };
        return report.unread.iter().map(line).collect();
    }
    let keys: usize = report.unread.iter().map(|(_, keys)| keys.len()).sum();
    let files = match report.unread.as_slice() {
        [] => return String::new(),
        [(file, _)] => one_line(file),
        many => format!("{} files", many.len()),
    };
    if keys == 1 {
        return format!(
            "1 key was not understood and kept as it is, in {files}; --verbose names it\n"
        );
    }
    format!(
        "{keys} keys were not understood and kept as they are, in {files}; --verbose names them\n"
    )
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
        let bar = |done, total| bar(Progress { done, total }, Duration::from_millis(10));
        assert_eq!(bar(0, 4), format!("[{}] 0 of 4", " ".repeat(30)));
        assert_eq!(bar(2, 4), format!("[{}{}] 2 of 4", "#".repeat(15), " ".repeat(15)));
        assert_eq!(bar(4, 4), format!("[{}] 4 of 4", "#".repeat(30)));
        assert_eq!(bar(0, 0), format!("[{}] 0 of 0", " ".repeat(30)));
    }

    #[test]
    fn the_time_left_is_reckoned_from_the_pace_so_far() {
        let left = |done, total, seconds| {
            left(Progress { done, total }, Duration::from_secs(seconds)).unwrap_or_default()
        };
        assert_eq!(left(10, 40, 2), "6 s");
        assert_eq!(left(10, 4000, 2), "14 min");
        assert_eq!((left(0, 4, 9), left(4, 4, 9), left(2, 4, 0)), Default::default());
    }

    #[test]
    fn what_was_not_understood_is_counted_or_named() {
        let keys = ["hash", "meta"].map(str::to_owned).into();
        let report = Report { unread: vec![("a.json".to_owned(), keys)], ..Report::default() };
        assert_eq!(
            unread(&report, Say::Report),
            "2 keys were not understood and kept as they are, in a.json; --verbose names them\n"
        );
        let one = vec![("a.json".to_owned(), ["hash".to_owned()].into())];
        assert_eq!(
            unread(&Report { unread: one, ..Report::default() }, Say::Report),
            "1 key was not understood and kept as it is, in a.json; --verbose names it\n"
        );
        let named = unread(&report, Say::Keys);
        assert_eq!(named, "a.json: not understood, kept as it is: hash, meta\n");
        assert_eq!(unread(&Report::default(), Say::Report), "");
    }

    #[test]
    fn the_report_counts_what_there_is() {
        let report = Report { added: 2, unchanged: 1, ..Report::default() };
        assert_eq!(summary(&report), "added 2, unchanged 1\n");
        assert_eq!(summary(&Report::default()), "no articles were found\n");
    }
}
