//! Lines, runs of them between empty lines, and what their lengths say of the whole text.

use crate::text::{Span, width};
use std::collections::HashMap;

/// A line with words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Line {
    /// Its words, white space trimmed.
    pub(super) words: Span,
    /// How far they are indented, in columns; a tab goes to the next multiple of 8.
    pub(super) indent: usize,
}

/// How a text tells its paragraphs apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// Every line is one.
    Lines,
    /// Lines are broken at some width, and paragraphs end at an empty line.
    Wrapped {
        /// That width, in columns.
        width: usize,
        /// How far most lines are indented.
        indent: usize,
        /// Whether no empty line ends a paragraph, only a short line.
        dense: bool,
    },
}

/// A line longer than this, in columns, was not broken by hand or by a mail program.
pub(super) const UNBROKEN: usize = 150;

/// Lines are seldom broken at fewer columns than this.
const NARROW: usize = 60;

impl Style {
    /// The style of a text that begins with `head`.
    pub(super) fn of(head: &str) -> Self {
        let lines: Vec<Option<Line>> = all(head, 0).collect();
        let mut widths: Vec<usize> =
            lines.iter().flatten().map(|line| width(line.words.of(head))).collect();
        let long = widths.iter().filter(|width| **width > UNBROKEN).count();
        if long * 7 > widths.len() {
            return Self::Lines;
        }
        let mut indents: HashMap<usize, usize> = HashMap::new();
        for line in lines.iter().flatten() {
            *indents.entry(line.indent).or_default() += 1;
        }
        let indent = indents.iter().max_by_key(|(indent, count)| (**count, usize::MAX - **indent));
        widths.sort_unstable();
        let widest = widths.get(widths.len() * 9 / 10).copied().unwrap_or(NARROW);
        let filled = |width: usize| {
            let pairs = lines.windows(2).filter_map(|pair| match pair {
                [Some(line), Some(next)] => Some(is_full(head, *line, *next, width)),
                _ => None,
            });
            let (full, all) =
                pairs.fold((0, 0), |(full, all), is| (full + usize::from(is), all + 1));
            full * 10 >= all * 7
        };
        Self::Wrapped {
            width: if widest < NARROW && !filled(widest) { NARROW } else { widest },
            indent: indent.map_or(0, |(indent, _)| *indent),
            dense: widths.len() >= 20 && (lines.len() - widths.len()) * 20 < widths.len(),
        }
    }
}

/// The end of the last line of `text` that is too long to stand within verse or a table, the last
/// line of all aside.
pub(super) fn end_of_long(text: &str) -> Option<usize> {
    let mut end = text.rfind('\n')?;
    loop {
        let start = text.get(..end)?.rfind('\n').map_or(0, |at| at + 1);
        if end - start > 2 * UNBROKEN {
            return Some(end);
        }
        end = start.checked_sub(1)?;
    }
}

/// Whether `line` had no room for the first word of `next` at `width` columns.
pub(super) fn is_full(text: &str, line: Line, next: Line, width: usize) -> bool {
    let word = next.words.of(text).split_whitespace().next().unwrap_or("");
    let columns = line.words.of(text).chars().count() + 1 + word.chars().count();
    columns * 20 > width * 17
}

/// The lines of `text` from byte `start` on; `None` for empty ones.
pub(super) fn all(text: &str, start: usize) -> impl Iterator<Item = Option<Line>> {
    let bytes = text.as_bytes().get(start..).unwrap_or_default();
    let mut from = start;
    let ends = memchr::memchr_iter(b'\n', bytes).map(move |at| start + at);
    ends.chain(std::iter::once(text.len())).map(move |end| {
        let span = Span::new(from, end);
        from = end + 1;
        line(text, span)
    })
}

fn line(text: &str, span: Span) -> Option<Line> {
    let words = span.trim(text);
    if words.is_empty() {
        return None;
    }
    let margin = Span::new(span.start, words.start).of(text);
    let indent = margin.chars().fold(0, |column, c| match c {
        '\t' => column / 8 * 8 + 8,
        _ => column + 1,
    });
    Some(Line { words, indent })
}
