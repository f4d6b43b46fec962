//! What is wrong in a settings or theme file, and where.

use std::fmt;
use std::ops::Range;
use std::path::{Path, PathBuf};

/// Something wrong in a settings or theme file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, as it was named.
    pub file: PathBuf,
    /// The line, from 1; 0 where the whole file is meant.
    pub line: usize,
    /// What is wrong, and what to do.
    pub what: String,
}

impl fmt::Display for Problem {
    /// `config.toml:12: what is wrong`: the file by its last name only, to fit a line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let name = self.file.file_name().unwrap_or(self.file.as_os_str()).to_string_lossy();
        match self.line {
            0 => write!(f, "{name}: {}", self.what),
            line => write!(f, "{name}:{line}: {}", self.what),
        }
    }
}

/// The problems of one file, gathered while it is read.
#[derive(Debug)]
pub(super) struct Report<'t> {
    file: &'t Path,
    text: &'t str,
    problems: Vec<Problem>,
}

impl<'t> Report<'t> {
    /// No problems yet in `text`, the content of `file`.
    pub(super) const fn new(file: &'t Path, text: &'t str) -> Self {
        Self { file, text, problems: Vec::new() }
    }

    /// Notes a problem at `span`, a range of bytes.
    pub(super) fn add(&mut self, span: &Range<usize>, what: impl Into<String>) {
        let line = self.text.bytes().take(span.start).filter(|byte| *byte == b'\n').count() + 1;
        self.problems.push(Problem { file: self.file.to_owned(), line, what: what.into() });
    }

    /// The problems in the order of their lines, the first of each: a slip in the notation makes
    /// others seem to follow it.
    pub(super) fn problems(mut self) -> Vec<Problem> {
        self.problems.sort_by_key(|problem| problem.line);
        self.problems.dedup_by_key(|problem| problem.line);
        self.problems
    }
}

/// `unknown KIND "word"`, with the nearest of `names` if one is near.
pub fn unknown<'n>(kind: &str, word: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    match nearest(word, names) {
        Some(name) => format!("unknown {kind} \"{word}\"; did you mean \"{name}\"?"),
        None => format!("unknown {kind} \"{word}\""),
    }
}

/// The one of `names` that `word` most likely stands for: at most a third of its letters are
/// wrong, and two at least may be.
pub fn nearest<'n>(word: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    // What is longer than any name is no slip of the finger, and would cost its length squared.
    if word.len() > 64 {
        return None;
    }
    let limit = (word.chars().count() / 3).max(2);
    let near = names.into_iter().map(|name| (distance(word, name), name));
    let (_, name) = near.filter(|(far, name)| *far <= limit && *far < name.len()).min()?;
    Some(name)
}

/// How many letters must be put in, taken out, replaced or swapped with their neighbor to make
/// `a` into `b`: the optimal string alignment distance (Damerau 1964).
fn distance(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let at = |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX - 1);
    let mut two_above: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, y) in b.iter().enumerate() {
            let replaced = at(&above, j) + usize::from(x != y);
            let mut least = replaced.min(at(&above, j + 1) + 1).min(at(&row, j) + 1);
            let swapped = i > 0 && j > 0 && a.get(i - 1) == Some(y) && b.get(j - 1) == Some(x);
            if swapped {
                least = least.min(at(&two_above, j - 1) + 1);
            }
            row.push(least);
        }
        two_above = std::mem::replace(&mut above, row);
    }
    at(&above, b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distance_counts_slips() {
        for (a, b, slips) in [
            ("", "abc", 3),
            ("same", "same", 0),
            ("nxt", "next", 1),
            ("nextt", "next", 1),
            ("nixt", "next", 1),
            ("nxet", "next", 1),
            ("kitten", "sitting", 3),
        ] {
            assert_eq!((distance(a, b), distance(b, a)), (slips, slips), "{a} {b}");
        }
    }

    #[test]
    fn the_nearest_name_is_offered() {
        let names = ["next-hit", "next-pane", "zen"];
        assert_eq!(
            unknown("command", "nxt-hit", names),
            "unknown command \"nxt-hit\"; did you mean \"next-hit\"?"
        );
    }

    #[test]
    fn a_word_far_from_every_name_gets_no_offer() {
        assert_eq!(unknown("command", "frobnicate", ["zen"]), "unknown command \"frobnicate\"");
        assert_eq!(nearest("ab", ["yz"]), None);
        assert_eq!(nearest(&"zen".repeat(100), ["zen"]), None);
    }

    #[test]
    fn a_problem_names_file_and_line() {
        let mut report = Report::new(Path::new("/home/x/config.toml"), "a\nb\nc");
        report.add(&(4..5), "odd");
        assert_eq!(report.problems()[0].to_string(), "config.toml:3: odd");
    }

    #[test]
    fn the_first_problem_of_each_line_is_told_in_their_order() {
        let mut report = Report::new(Path::new("f"), "a\nb\nc");
        report.add(&(4..5), "later");
        report.add(&(0..1), "first");
        report.add(&(0..1), "follows from it");
        let told: Vec<String> = report.problems().iter().map(ToString::to_string).collect();
        assert_eq!(told, ["f:1: first", "f:3: later"]);
    }
}
