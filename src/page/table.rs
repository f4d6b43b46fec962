//! Tables: rows are lines, cells stand apart by tabs.
//!
//! The columns are as wide as the cells of the first rows ask for, shrunk to the measure. Where
//! that would leave a column too narrow to read, each row becomes a small list: its first cell,
//! and below it the others, each after the name of its column.

use super::segment::line_at;
use crate::text::at::{skip_blanks, trim_blanks};
use crate::text::{Span, next_line, width};

/// How many rows, and how many bytes, the widths are taken from.
const SAMPLE: (usize, usize) = (24, 4096);
/// The columns between two cells.
const BETWEEN: usize = 2;
/// A column that asks for more is never narrower than this beside another.
const NARROW: usize = 8;
/// The narrowest list that is indented and named.
const NAMED: usize = 16;

/// How a table is set.
#[derive(Debug)]
pub(super) struct Table {
    columns: Vec<Column>,
    /// The cells of the first row, where rows follow it.
    names: Vec<Span>,
    /// The first row.
    head: Span,
    form: Form,
    measure: usize,
}

#[derive(Debug, Clone, Copy)]
struct Column {
    start: usize,
    width: usize,
    /// Whether its cells are numbers, set at its right edge.
    right: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Form {
    Grid,
    List,
}

/// A line of one cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Piece {
    /// The cell.
    pub cell: Span,
    /// What of it stands here.
    pub span: Span,
    /// The column where its room begins, from the table's left edge.
    pub column: usize,
    /// The columns of its room.
    pub width: usize,
    /// Whether it stands at the right edge of its room.
    pub right: bool,
    /// The name of the cell's column, and the columns it is cut to, where it is set before it.
    pub name: Option<(Span, usize)>,
}

impl Table {
    /// How the table in `block` is set where a line has `measure` columns.
    pub(super) fn of(text: &str, block: Span, measure: usize) -> Self {
        let (sample, head) = sample(text, block);
        let asked = asked(text, &sample);
        let names = sample.first().filter(|_| sample.len() > 1).cloned().unwrap_or_default();
        let Some(widths) = shrunk(&asked, measure) else {
            return Self { columns: Vec::new(), names, head, form: Form::List, measure };
        };
        let mut start = 0;
        let columns = widths.into_iter().enumerate().map(|(index, width)| {
            let column = Column { start, width, right: is_numeric(text, &sample, index) };
            start += width + BETWEEN;
            column
        });
        Self { columns: columns.collect(), names, head, form: Form::Grid, measure }
    }

    /// The rows on which the table row in `line` is set.
    pub(super) fn rows(&self, text: &str, line: Span) -> Vec<Vec<Piece>> {
        match self.form {
            Form::Grid => self.grid(text, line),
            Form::List => self.list(text, line),
        }
    }

    /// Which of the rows of `line` shows byte `at`, or the first.
    pub(super) fn row_of(&self, text: &str, line: Span, at: usize) -> usize {
        let rows = self.rows(text, line);
        rows.iter().position(|row| row.iter().any(|piece| piece.span.holds(at))).unwrap_or(0)
    }

    fn grid(&self, text: &str, line: Span) -> Vec<Vec<Piece>> {
        let mut rows: Vec<Vec<Piece>> = Vec::new();
        for (cell, column) in cells(text, line, self.columns.len()).into_iter().zip(&self.columns) {
            let &Column { start, width, right } = column;
            for (row, span) in lines(text, cell, width).into_iter().enumerate() {
                let piece = Piece { cell, span, column: start, width, right, name: None };
                match rows.get_mut(row) {
                    Some(pieces) => pieces.push(piece),
                    None => rows.push(vec![piece]),
                }
            }
        }
        rows
    }

    fn list(&self, text: &str, line: Span) -> Vec<Vec<Piece>> {
        let named = self.measure >= NAMED && line != self.head;
        let mut rows = Vec::new();
        for (index, cell) in cells(text, line, usize::MAX).into_iter().enumerate() {
            let name = self.names.get(index).copied().filter(|_| named && index > 0);
            let indent = if named && index > 0 { BETWEEN } else { 0 };
            let name = name.filter(|name| !name.is_empty()).map(|name| {
                (name, width(name.of(text)).min((self.measure - indent) / 2 - BETWEEN))
            });
            let column = indent + name.map_or(0, |(_, columns)| columns + 2);
            let width = self.measure - column;
            for (row, span) in lines(text, cell, width).into_iter().enumerate() {
                let name = name.filter(|_| row == 0);
                rows.push(vec![Piece { cell, span, column, width, right: false, name }]);
            }
        }
        rows
    }
}

/// The cells of the first lines of `block`, and its first line.
fn sample(text: &str, block: Span) -> (Vec<Vec<Span>>, Span) {
    let mut found = Vec::new();
    let mut at = block.start;
    while at < block.end && found.len() < SAMPLE.0 && at - block.start < SAMPLE.1 {
        let line = line_at(text, block, at);
        at = line.end.max(at + 1);
        found.push(cells(text, line, usize::MAX));
    }
    (found, line_at(text, block, block.start))
}

/// The cells of `line`, at most `most`: what is left stands in the last.
fn cells(text: &str, line: Span, most: usize) -> Vec<Span> {
    let bytes = line.of(text).as_bytes();
    let tabs = memchr::memchr_iter(b'\t', bytes).take(most.max(1) - 1);
    let ends = tabs.map(|tab| line.start + tab).chain([line.start + bytes.len()]);
    let mut start = line.start;
    let cells = ends.map(|end| {
        let from = skip_blanks(text, start, end);
        start = end + 1;
        Span::new(from, trim_blanks(text, from, end))
    });
    cells.collect()
}

/// The lines of a cell.
fn lines(text: &str, cell: Span, columns: usize) -> Vec<Span> {
    let mut at = cell.start;
    let mut lines = Vec::new();
    while at < cell.end {
        let (span, next) = next_line(text, at, cell.end, columns);
        lines.push(span);
        at = next;
    }
    lines
}

/// The columns that the cells of each column ask for; at least those of one wide character.
fn asked(text: &str, sample: &[Vec<Span>]) -> Vec<usize> {
    let mut asked: Vec<usize> = Vec::new();
    for cells in sample {
        asked.resize(asked.len().max(cells.len()), 2);
        for (asked, cell) in asked.iter_mut().zip(cells) {
            *asked = width(cell.of(text)).max(*asked);
        }
    }
    asked
}

/// The widths that fit the measure: the widest columns give way first. `None` where that leaves
/// one of them too narrow.
fn shrunk(asked: &[usize], measure: usize) -> Option<Vec<usize>> {
    let room = measure.checked_sub(BETWEEN * asked.len().saturating_sub(1))?;
    if asked.iter().sum::<usize>() <= room {
        return Some(asked.to_vec());
    }
    let total = |level: usize| asked.iter().map(|&width| width.min(level)).sum::<usize>();
    let level = (1..=room).rev().find(|&level| total(level) <= room)?;
    if level < NARROW && asked.len() > 1 {
        return None;
    }
    let mut left = room - total(level);
    let widths = asked.iter().map(|&width| {
        let more = usize::from(width > level && left > 0);
        left -= more;
        width.min(level) + more
    });
    Some(widths.collect())
}

/// Whether most cells of `column` below the first row are numbers.
fn is_numeric(text: &str, sample: &[Vec<Span>], column: usize) -> bool {
    let cells = sample.iter().skip(1).filter_map(|cells| Some(cells.get(column)?.of(text)));
    let mut numbers = 0_isize;
    for cell in cells.filter(|cell| !cell.is_empty()) {
        numbers += if is_number(cell) { 1 } else { -1 };
    }
    numbers > 0
}

/// Whether a cell is a number, with its sign and unit, or stands for one that is not known.
fn is_number(cell: &str) -> bool {
    let plain = |c: char| {
        c.is_ascii_digit()
            || matches!(c, '.' | ',' | ' ' | '%' | '$' | '€' | '£' | '¥' | '+' | '-')
            || matches!(c, '−' | '–' | '—' | '(' | ')' | '\u{a0}' | '\u{202f}')
    };
    cell.chars().all(plain) && (cell.contains(|c: char| c.is_ascii_digit()) || cell.len() <= 3)
}
