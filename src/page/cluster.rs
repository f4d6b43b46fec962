//! The clusters of a row, each in its column: the one source for drawing, for the mouse, for hints.

use super::frame::{Form, Frame};
use super::step::advance;
use super::{Page, Row, RowKind};
use crate::article::BlockRole;
use crate::text::at::is_blank;
use crate::text::bidi::{has_rtl, is_rtl, mirrored, visual};
use crate::text::{Span, cell, graphemes};
use std::borrow::Cow;

/// A stretched space has at most so many columns more than one; a line that needs more stays
/// ragged.
const STRETCH: usize = 2;

/// A grapheme cluster on a row, in the order in which it is seen. White space inside a paragraph
/// is one, however long.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cluster {
    /// Its bytes.
    pub span: Span,
    /// Its first column, from the left edge of the page.
    pub column: usize,
    /// How many columns it takes: 1 or 2.
    pub width: usize,
    /// Whether it is read from right to left.
    pub rtl: bool,
}

/// A cluster and the columns up to the next.
#[derive(Debug, Clone, Copy)]
struct Unit {
    span: Span,
    width: usize,
    advance: usize,
}

/// Where on its row a run of clusters stands.
#[derive(Debug, Clone, Copy)]
struct Room {
    column: usize,
    columns: usize,
    right: bool,
}

impl<'a> Page<'a> {
    /// The clusters of `row` in the order in which they are seen, with stretched spaces, table
    /// columns and right-to-left runs where they belong. What stands beside the text is in
    /// [`Page::ornaments`].
    pub fn clusters(&self, row: &Row) -> Vec<Cluster> {
        let Some(frame) = self.frame(row.place.block) else { return Vec::new() };
        match row.kind {
            RowKind::Line { last, .. } => self.line(&frame, row, last),
            RowKind::Table => cells(&frame, row),
            RowKind::Gap | RowKind::Image(_) | RowKind::Rule => Vec::new(),
        }
    }

    /// What the cells of the screen are given to show `cluster`: harmless, bounded (see
    /// [`crate::text::cell`]), and mirrored where it is read from right to left.
    pub fn symbol(&self, cluster: &Cluster) -> Cow<'a, str> {
        let shown = cell(cluster.span.of(&self.article.text));
        let mut chars = shown.chars();
        match (chars.next(), chars.next()) {
            (Some(c), None) if cluster.rtl && mirrored(c) != c => {
                Cow::Owned(mirrored(c).to_string())
            }
            _ => shown,
        }
    }

    fn line(&self, frame: &Frame<'_>, row: &Row, last: bool) -> Vec<Cluster> {
        let code = matches!(frame.form, Form::Code);
        let mut units =
            if code { code_units(frame, row.span) } else { units(frame.text, row.span) };
        if self.setting.justified && !last && !code && is_stretched(frame.block.role) {
            stretch(frame.text, &mut units, frame.columns);
        }
        let right = !code && is_rtl(frame.text, frame.span);
        // What is read from the right has its indent there.
        let column = if right { 0 } else { frame.indent };
        let room = Room { column, columns: frame.columns, right };
        set(frame.text, if code { row.span } else { frame.span }, &units, room)
    }
}

/// Whether lines of this role are stretched: running text, not what is set line by line.
const fn is_stretched(role: BlockRole) -> bool {
    use BlockRole::{Byline, Credit, Dateline, Heading, Title};
    !matches!(role, Title | Heading(_) | Byline | Dateline | Credit)
}

fn cells(frame: &Frame<'_>, row: &Row) -> Vec<Cluster> {
    let Some(pieces) = frame.pieces(row) else { return Vec::new() };
    let set = pieces.into_iter().flat_map(|piece| {
        let column = frame.indent + piece.column;
        let room = Room { column, columns: piece.width, right: piece.right };
        set(frame.text, piece.cell, &units(frame.text, piece.span), room)
    });
    set.collect()
}

/// The clusters of prose in `line`, its white space as one space each.
fn units(text: &str, line: Span) -> Vec<Unit> {
    let mut units: Vec<Unit> = Vec::with_capacity(line.len());
    let mut in_blank = false;
    for grapheme in graphemes(text, line) {
        let blank = is_space(text, grapheme.span);
        match units.last_mut() {
            Some(last) if blank && in_blank => last.span.end = grapheme.span.end,
            _ => units.push(Unit {
                span: grapheme.span,
                width: grapheme.width,
                advance: grapheme.width,
            }),
        }
        in_blank = blank;
    }
    units
}

fn code_units(frame: &Frame<'_>, span: Span) -> Vec<Unit> {
    let mut column = 0;
    let units = graphemes(frame.text, span).map(|grapheme| {
        let advance = advance(frame.text, grapheme.span, column).max(grapheme.width);
        column += advance;
        Unit { span: grapheme.span, width: grapheme.width, advance }
    });
    units.collect()
}

fn is_space(text: &str, span: Span) -> bool {
    text.as_bytes().get(span.start).is_some_and(|&byte| is_blank(byte))
}

/// Stretches the spaces of a line evenly to `columns`; not where that would tear it apart.
fn stretch(text: &str, units: &mut [Unit], columns: usize) {
    let used: usize = units.iter().map(|unit| unit.advance).sum();
    let missing = columns.saturating_sub(used);
    let spaces = units.iter().filter(|unit| is_space(text, unit.span)).count();
    if missing > STRETCH * spaces {
        return;
    }
    let stretched = units.iter_mut().filter(|unit| is_space(text, unit.span));
    for (passed, unit) in stretched.enumerate() {
        // Each space takes its share of what is missing, the odd columns spread over the line.
        unit.advance += missing * (passed + 1) / spaces - missing * passed / spaces;
    }
}

/// Sets `units`, a part of `paragraph`, in `room`, in the order in which they are seen.
fn set(text: &str, paragraph: Span, units: &[Unit], room: Room) -> Vec<Cluster> {
    let used: usize = units.iter().map(|unit| unit.advance).sum();
    let left = room.columns.saturating_sub(used);
    let mut column = room.column + if room.right { left } else { 0 };
    let mut put = |unit: &Unit, rtl: bool| {
        let cluster = Cluster { span: unit.span, column, width: unit.width, rtl };
        column += unit.advance;
        cluster
    };
    let whole = units.first().zip(units.last()).map(|(a, b)| Span::new(a.span.start, b.span.end));
    let whole = whole.unwrap_or_default();
    if !has_rtl(whole.of(text)) && !is_rtl(text, paragraph) {
        return units.iter().map(|unit| put(unit, false)).collect();
    }
    let spans: Vec<Span> = units.iter().map(|unit| unit.span).collect();
    let seen = visual(text, paragraph, &spans).into_iter();
    seen.filter_map(|seen| units.get(seen.index).map(|unit| put(unit, seen.rtl))).collect()
}
