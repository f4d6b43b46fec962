//! Putting text on the screen: every character passes here, cleaned and cut to its columns.

use super::theme::{Role, Theme};
use crate::app::areas::Area;
use crate::text::Span;
use crate::text::width::{cell, graphemes};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// The screen, and the theme it is drawn in.
pub(super) struct Canvas<'a> {
    /// The cells.
    pub(super) buffer: &'a mut Buffer,
    /// The styles.
    pub(super) theme: &'a Theme,
}

/// `area` as ratatui has it.
pub(super) const fn rect(area: Area) -> Rect {
    Rect { x: area.column, y: area.row, width: area.columns, height: area.rows }
}

impl Canvas<'_> {
    /// Puts `text` on a row of `area`, from a column of the area on, cut at its right edge; gives
    /// the column after it.
    pub(super) fn put(&mut self, area: Area, at: (u16, u16), text: &str, role: Role) -> u16 {
        let style = self.ink(role);
        let (mut column, row) = at;
        for grapheme in graphemes(text, Span::new(0, text.len())) {
            let columns = u16::try_from(grapheme.width).unwrap_or(1);
            if column + columns > area.columns || row >= area.rows {
                break;
            }
            self.cluster((area.column + column, area.row + row), grapheme.span.of(text), style);
            column += columns;
        }
        column
    }

    /// The style of `role`; that of the body without its ground, which panels have their own of.
    pub(super) fn ink(&self, role: Role) -> Style {
        let style = self.theme.style(role);
        if role == Role::Body { Style { bg: None, ..style } } else { style }
    }

    /// Puts one cluster into its cell of the screen; the second cell of a wide one is emptied.
    pub(super) fn cluster(&mut self, (x, y): (u16, u16), cluster: &str, style: Style) {
        let shown = cell(cluster);
        let wide = shown.len() > 1 && crate::text::width(&shown) > 1;
        if let Some(cell) = self.buffer.cell_mut((x, y)) {
            match shown.as_bytes() {
                [byte] => cell.set_char(char::from(*byte)),
                _ => cell.set_symbol(&shown),
            };
            cell.set_style(style);
        }
        if wide && let Some(cell) = self.buffer.cell_mut((x + 1, y)) {
            cell.reset();
            cell.set_style(style);
        }
    }

    /// Fills `area` with blanks in the style of `role` over that of the page.
    pub(super) fn fill(&mut self, area: Area, role: Role) {
        let style = self.theme.style(Role::Body).patch(self.theme.style(role));
        let area = rect(area).intersection(self.buffer.area);
        for y in area.top()..area.bottom() {
            for x in area.left()..area.right() {
                if let Some(cell) = self.buffer.cell_mut((x, y)) {
                    cell.reset();
                    cell.set_style(style);
                }
            }
        }
    }

    /// Lays the style of `role` over what stands in a row of `area`.
    pub(super) fn tint(&mut self, area: Area, row: u16, role: Role) {
        let line = Area { row: area.row + row, rows: 1, ..area };
        if row < area.rows {
            self.buffer.set_style(rect(line), self.theme.style(role));
        }
    }

    /// Draws a vertical rule down `area`.
    pub(super) fn rule_down(&mut self, area: Area) {
        for row in 0..area.rows {
            self.put(area, (0, row), "│", Role::Rule);
        }
    }
}
