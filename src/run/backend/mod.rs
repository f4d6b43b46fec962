//! What the terminal shows, and the fewest bytes that turn it into the next frame.
//!
//! ratatui's own comparison of frames is left aside: the whole frame is compared with what the
//! terminal is known to show, so that wide and disputed symbols, moved rows and the gate against
//! control characters are decided in one place. So are the cells that a picture covers which the
//! terminal draws itself. Hyperlinks have no place here yet.

mod cost;
mod look;
mod overlay;
mod paint;
mod pen;
mod plan;
mod sending;
mod shift;
mod tile;

use crate::picture::Drawn;
use paint::Painter;
use ratatui::backend::{Backend, ClearType, WindowSize};
use ratatui::layout::{Position, Rect, Size};
use ratatui::{Frame, Terminal, TerminalOptions, Viewport};
use std::convert::Infallible;
use std::sync::Arc;

/// Frames in, bytes out.
#[derive(Debug)]
pub(super) struct Display {
    terminal: Terminal<Canvas>,
    painter: Painter,
}

impl Display {
    /// A display for a terminal of that size, of whose contents nothing is known.
    ///
    /// `underlines` says whether the terminal knows colours of underlines: one that does not may
    /// take their codes for text.
    pub(super) fn new(columns: u16, rows: u16, underlines: bool) -> Self {
        let Ok(terminal) = terminal(columns, rows);
        Self { terminal, painter: Painter::new(underlines) }
    }

    /// Takes a new size; everything is drawn anew.
    pub(super) fn resize(&mut self, columns: u16, rows: u16) {
        let Ok(terminal) = terminal(columns, rows);
        self.terminal = terminal;
        self.painter.forget();
    }

    /// Forgets what the terminal shows: the next frame is drawn in full.
    pub(super) fn forget(&mut self) {
        self.painter.forget();
    }

    /// The bytes that take a picture off the screen which the terminal draws itself.
    pub(super) fn without_picture(&mut self) -> Vec<u8> {
        self.painter.without_picture()
    }

    /// What is to be written next of the picture that belongs to the last frame: after the frame,
    /// and by and by. Nothing when all of it is out.
    pub(super) fn piece(&self) -> &[u8] {
        self.painter.piece()
    }

    /// So many bytes of the piece were written.
    pub(super) fn advance(&mut self, bytes: usize) {
        self.painter.advance(bytes);
    }

    /// What is to be written before anything else is, while a picture is not all out. The next
    /// frame begins it anew.
    pub(super) fn cut(&mut self) -> Vec<u8> {
        self.painter.cut()
    }

    /// The bytes that make the terminal show what `draw` draws; none where nothing changed.
    pub(super) fn frame(
        &mut self,
        picture: Option<Placed<'_>>,
        draw: impl FnOnce(&mut Frame),
    ) -> &[u8] {
        let Ok(done) = self.terminal.draw(draw);
        self.painter.load(done.buffer, picture);
        self.painter.paint(self.terminal.backend().cursor)
    }
}

/// A picture that the terminal draws itself.
#[derive(Debug, Clone, Copy)]
pub(super) struct Placed<'a> {
    /// Its first column.
    pub(super) column: u16,
    /// Its first row.
    pub(super) row: u16,
    /// The picture.
    pub(super) drawn: &'a Arc<Drawn>,
}

/// A ratatui terminal that is asked for its size once, not before every frame.
fn terminal(columns: u16, rows: u16) -> Result<Terminal<Canvas>, Infallible> {
    let canvas = Canvas { size: Size::new(columns, rows), cursor: None };
    let viewport = Viewport::Fixed(Rect::new(0, 0, columns, rows));
    Terminal::with_options(canvas, TerminalOptions { viewport })
}

/// What ratatui draws to: it keeps the wish for a cursor and leaves the cells to the painter.
#[derive(Debug)]
struct Canvas {
    size: Size,
    cursor: Option<Position>,
}

impl Backend for Canvas {
    type Error = Infallible;

    fn draw<'a, I>(&mut self, _: I) -> Result<(), Infallible>
    where
        I: Iterator<Item = (u16, u16, &'a ratatui::buffer::Cell)>,
    {
        Ok(())
    }

    fn hide_cursor(&mut self) -> Result<(), Infallible> {
        self.cursor = None;
        Ok(())
    }

    fn show_cursor(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> Result<Position, Infallible> {
        Ok(self.cursor.unwrap_or_default())
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> Result<(), Infallible> {
        self.cursor = Some(position.into());
        Ok(())
    }

    fn clear(&mut self) -> Result<(), Infallible> {
        Ok(())
    }

    fn clear_region(&mut self, _: ClearType) -> Result<(), Infallible> {
        Ok(())
    }

    fn size(&self) -> Result<Size, Infallible> {
        Ok(self.size)
    }

    fn window_size(&mut self) -> Result<WindowSize, Infallible> {
        Ok(WindowSize { columns_rows: self.size, pixels: Size::ZERO })
    }

    fn flush(&mut self) -> Result<(), Infallible> {
        Ok(())
    }
}

/// Appends a number in decimal.
fn number(number: u16, out: &mut Vec<u8>) {
    if number >= 10 {
        self::number(number / 10, out);
    }
    out.extend(u8::try_from(number % 10).map(|digit| b'0' + digit));
}

#[cfg(test)]
mod tests;
