//! From row to row inside a block.

use super::frame::{Form, Frame};
use super::segment::{line_at, prose_at};
use super::table::Piece;
use super::{Place, Row, RowKind};
use crate::text::at::{skip_blanks, trim_blanks};
use crate::text::{Span, graphemes, next_line};

/// The distance of tab stops in code.
const TAB: usize = 4;

/// A row of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    /// The empty row of this number before the block.
    Gap(usize),
    /// A row of a segment.
    Row {
        segment: Span,
        /// The row's first byte.
        at: usize,
        /// Which of the rows it is that start there: those of a table row.
        sub: usize,
        /// How many start there.
        rows: usize,
    },
}

impl Frame<'_> {
    /// The block's first row, the gap before it included.
    pub(super) fn first(&self) -> Mark {
        if self.gap > 0 { Mark::Gap(0) } else { self.first_line() }
    }

    /// The block's first row that is not a gap.
    pub(super) fn first_line(&self) -> Mark {
        self.enter(self.segment_at(self.span.start))
    }

    /// The block's last row.
    pub(super) fn last_row(&self) -> Mark {
        let mut mark = self.enter(self.last_segment());
        while let (_, Some(next)) = self.step(mark) {
            mark = next;
        }
        mark
    }

    pub(super) fn last_segment(&self) -> Span {
        self.segment_at(self.span.end)
    }

    pub(super) fn segment_before(&self, segment: Span) -> Option<Span> {
        (segment.start > self.span.start).then(|| self.segment_at(segment.start - 1))
    }

    /// The segment of a row; the first for a gap.
    pub(super) fn segment_of(&self, mark: Mark) -> Span {
        match mark {
            Mark::Gap(_) => self.segment_at(self.span.start),
            Mark::Row { segment, .. } => segment,
        }
    }

    /// The row that shows byte `at`, or the one before it where that is white space at a break.
    pub(super) fn row_at(&self, at: usize) -> Mark {
        let mut mark = self.enter(self.segment_at(at));
        while let (_, Some(next)) = self.step_within(mark, at) {
            mark = next;
        }
        match (&self.form, mark) {
            (Form::Table(table), Mark::Row { segment, at: start, rows, .. }) => {
                let sub = table.row_of(self.text, segment, at).min(rows - 1);
                Mark::Row { segment, at: start, sub, rows }
            }
            _ => mark,
        }
    }

    /// The row at `place`, whatever the width it was made at.
    pub(super) fn settle(&self, place: Place) -> Mark {
        if place.at <= self.span.start && place.sub < self.gap {
            return Mark::Gap(place.sub);
        }
        match self.row_at(place.at.clamp(self.span.start, self.span.end)) {
            Mark::Row { segment, at, rows, .. } if rows > 1 => {
                let sub = place.sub.saturating_sub(self.lead(segment, at)).min(rows - 1);
                Mark::Row { segment, at, sub, rows }
            }
            mark => mark,
        }
    }

    /// The places of the rows of `segment`, those of the gap included if it is the first.
    pub(super) fn places(&self, segment: Span) -> Vec<Place> {
        let gaps = if segment.start == self.span.start { self.gap } else { 0 };
        let mut places: Vec<Place> = (0..gaps).map(|gap| self.place(Mark::Gap(gap))).collect();
        let mut next = Some(self.enter(segment));
        while let Some(mark) = next.filter(|mark| self.segment_of(*mark) == segment) {
            places.push(self.place(mark));
            next = self.step(mark).1;
        }
        places
    }

    pub(super) fn place(&self, mark: Mark) -> Place {
        let (at, sub) = match mark {
            Mark::Gap(gap) => (self.span.start, gap),
            Mark::Row { segment, at, sub, .. } => (at, sub + self.lead(segment, at)),
        };
        Place { block: self.index, at, sub }
    }

    /// The row at `mark`, and the next of the block.
    pub(super) fn step(&self, mark: Mark) -> (Row, Option<Mark>) {
        self.step_within(mark, usize::MAX)
    }

    /// The segment of the block that holds byte `at`, or its last.
    pub(super) fn segment_at(&self, at: usize) -> Span {
        match self.form {
            Form::Prose => prose_at(self.text, self.span, at),
            Form::Code | Form::Table(_) => line_at(self.text, self.span, at),
            Form::Marker(_) | Form::Rule => self.span,
        }
    }

    /// The row at `mark`, and the next of the block if it starts at or before byte `upto`.
    fn step_within(&self, mark: Mark, upto: usize) -> (Row, Option<Mark>) {
        let place = self.place(mark);
        let Mark::Row { segment, at, sub, rows } = mark else {
            let next = match mark {
                Mark::Gap(gap) if gap + 1 < self.gap => Mark::Gap(gap + 1),
                _ => self.first_line(),
            };
            let row = Row { place, kind: RowKind::Gap, span: Span::at(place.at), indent: 0 };
            return (row, Some(next));
        };
        let (span, next) = self.line(segment, at);
        let next = if sub + 1 < rows {
            Some(Mark::Row { segment, at, sub: sub + 1, rows })
        } else if next < segment.end {
            Some(Mark::Row { segment, at: next, sub: 0, rows: 1 })
        } else if segment.end < self.span.end && segment.end <= upto {
            Some(self.enter(self.segment_at(segment.end)))
        } else {
            None
        };
        let kind = match self.form {
            Form::Prose | Form::Code => RowKind::Line {
                first: segment.start == self.span.start && at == self.row_start(segment),
                last: next.is_none() && upto == usize::MAX,
            },
            Form::Table(_) => RowKind::Table,
            Form::Marker(image) => RowKind::Image(image),
            Form::Rule => RowKind::Rule,
        };
        let starts_in_time = |mark: &Mark| matches!(mark, Mark::Row { at: next, .. } if *next <= upto || *next == at);
        (Row { place, kind, span, indent: self.indent }, next.filter(starts_in_time))
    }

    /// The pieces of cells on a row of a table.
    pub(super) fn pieces(&self, row: &Row) -> Option<Vec<Piece>> {
        let Form::Table(table) = &self.form else { return None };
        let segment = self.segment_at(row.place.at);
        let sub = row.place.sub.checked_sub(self.lead(segment, row.place.at))?;
        table.rows(self.text, segment).into_iter().nth(sub)
    }

    /// The first row of `segment`.
    fn enter(&self, segment: Span) -> Mark {
        let rows = match &self.form {
            Form::Table(table) => table.rows(self.text, segment).len().max(1),
            _ => 1,
        };
        Mark::Row { segment, at: self.row_start(segment), sub: 0, rows }
    }

    /// The first byte of the first row of `segment`. One of nothing but white space has a row all
    /// the same, so that a step crosses no more than one.
    fn row_start(&self, segment: Span) -> usize {
        match self.form {
            Form::Prose => {
                let at = skip_blanks(self.text, segment.start, segment.end);
                if at < segment.end { at } else { segment.start }
            }
            _ => segment.start,
        }
    }

    /// How many rows of the block start at byte `at` before its text does: those of the gap.
    fn lead(&self, segment: Span, at: usize) -> usize {
        let first = segment.start == self.span.start && at == self.row_start(segment);
        if first { self.gap } else { 0 }
    }

    /// What the row shows that starts at byte `at` of `segment`, and where the next one starts.
    fn line(&self, segment: Span, at: usize) -> (Span, usize) {
        match self.form {
            Form::Prose if skip_blanks(self.text, at, segment.end) == segment.end => {
                (Span::at(at), segment.end)
            }
            Form::Prose => next_line(self.text, at, segment.end, self.columns),
            Form::Code => self.code_line(segment, at),
            _ => (
                Span::new(segment.start, trim_blanks(self.text, segment.start, segment.end)),
                segment.end,
            ),
        }
    }

    /// A line of code, broken where it is full.
    fn code_line(&self, segment: Span, at: usize) -> (Span, usize) {
        let line = segment.of(self.text).trim_end_matches(['\n', '\r']);
        let end = (segment.start + line.len()).max(at);
        let mut column = 0;
        for grapheme in graphemes(self.text, Span::new(at, end)) {
            let width = advance(self.text, grapheme.span, column).max(grapheme.width);
            if column + width > self.columns && column > 0 {
                return (Span::new(at, grapheme.span.start), grapheme.span.start);
            }
            column += width;
        }
        (Span::new(at, end), segment.end)
    }
}

/// The columns that a tab at `column` takes in code; 0 for anything else.
pub(super) fn advance(text: &str, cluster: Span, column: usize) -> usize {
    if cluster.of(text) == "\t" { TAB - column % TAB } else { 0 }
}
