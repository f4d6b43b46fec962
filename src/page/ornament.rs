//! What stands beside the text of a row and is not of it: bullets, numbers, bars, signs.

use super::frame::{Form, Frame, MARK, QUOTE, quotes};
use super::{Page, Row, RowKind};
use crate::article::BlockRole;
use crate::text::bidi::is_rtl;
use crate::text::{Span, clean_line, graphemes, width};
use std::borrow::Cow;

/// Something drawn beside the text of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ornament {
    /// Its first column, from the left edge of the page.
    pub column: usize,
    /// What is drawn, ready for the screen.
    pub text: Cow<'static, str>,
}

impl Page<'_> {
    /// What stands beside the text of `row`: the bars of quotes, bullets and numbers, the sign of
    /// a line of code that goes on, the mark of a caption, the names of a table's columns where it
    /// is set as a list.
    pub fn ornaments(&self, row: &Row) -> Vec<Ornament> {
        let Some(frame) = self.frame(row.place.block) else { return Vec::new() };
        let mut found = match row.kind {
            RowKind::Gap => bars(self.bars_across(&frame), usize::MAX),
            _ => bars(quotes(frame.block), frame.indent),
        };
        if let RowKind::Line { first, .. } = row.kind {
            found.extend(if first { opening(&frame) } else { going_on(&frame, row) });
        }
        found.extend(names(&frame, row));
        if !matches!(row.kind, RowKind::Table) && is_rtl(frame.text, frame.span) {
            // What is read from the right has its indent there.
            for ornament in &mut found {
                let right = self.setting.columns.saturating_sub(ornament.column);
                ornament.column = right.saturating_sub(width(&ornament.text));
            }
        }
        found
    }

    /// How many quotes go on across the gap before a block.
    fn bars_across(&self, frame: &Frame<'_>) -> usize {
        let before = self.set_before(frame.index).and_then(|at| self.article.blocks.get(at));
        let across = before.map_or(0, quotes).min(quotes(frame.block));
        across.min(self.setting.columns / 2 / QUOTE)
    }
}

/// What opens a block: a bullet, a number, the mark of a caption.
fn opening(frame: &Frame<'_>) -> Option<Ornament> {
    let text = match frame.block.role {
        BlockRole::List(None) => Cow::Borrowed("•"),
        BlockRole::List(Some(number)) => Cow::Owned(format!("{number}.")),
        BlockRole::Caption => Cow::Borrowed("▣"),
        _ => return None,
    };
    // Bullets and numbers end a column before the text.
    let before = width(&text) + 1;
    Some(Ornament { column: frame.indent.checked_sub(before)?, text })
}

fn bars(quotes: usize, room: usize) -> Vec<Ornament> {
    let columns = (0..quotes).map(|level| level * QUOTE).take_while(|column| column + 1 < room);
    columns.map(|column| Ornament { column, text: Cow::Borrowed("▎") }).collect()
}

/// The sign of a line of code that goes on.
fn going_on(frame: &Frame<'_>, row: &Row) -> Option<Ornament> {
    let column = frame.indent.checked_sub(MARK)?;
    let starts = frame.segment_at(row.place.at).start == row.place.at;
    let goes_on = matches!(frame.form, Form::Code) && !starts;
    goes_on.then_some(Ornament { column, text: Cow::Borrowed("↪") })
}

/// The names of the columns whose cells stand on a row of a table set as a list.
fn names(frame: &Frame<'_>, row: &Row) -> Vec<Ornament> {
    let pieces = frame.pieces(row).unwrap_or_default().into_iter();
    let named = pieces.filter_map(|piece| {
        let (name, columns) = piece.name?;
        let column = frame.indent + piece.column.checked_sub(columns + 2)?;
        Some(Ornament { column, text: Cow::Owned(format!("{}: ", cut(frame.text, name, columns))) })
    });
    named.collect()
}

/// What of `span` fits `columns` columns, on one line.
fn cut(text: &str, span: Span, columns: usize) -> Cow<'_, str> {
    let mut used = 0;
    let kept = graphemes(text, span).take_while(|grapheme| {
        used += grapheme.width;
        used <= columns
    });
    let end = kept.last().map_or(span.start, |grapheme| grapheme.span.end);
    clean_line(Span::new(span.start, end).of(text))
}
