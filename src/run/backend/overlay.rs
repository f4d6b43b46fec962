//! The picture that the terminal draws itself, over cells that hold nothing else: sent again
//! when any of its cells was written, taken away when it is to be gone.

use super::Placed;
use super::sending::is_apart;
use super::tile::{Symbol, Tile};
use crate::picture::{Drawn, kitty};
use std::sync::Arc;

/// What the terminal draws, and what it is to draw.
#[derive(Debug, Default)]
pub(super) struct Overlay {
    shown: Option<Picture>,
    next: Option<Picture>,
    /// Pictures so far: each gets a number of its own, and a new one at a new place.
    count: u64,
}

#[derive(Debug, Clone)]
struct Picture {
    number: u64,
    column: usize,
    row: usize,
    drawn: Arc<Drawn>,
}

impl Picture {
    fn is(&self, placed: &Placed<'_>) -> bool {
        Arc::ptr_eq(&self.drawn, placed.drawn)
            && (self.column, self.row) == (placed.column.into(), placed.row.into())
    }
}

impl Overlay {
    /// Whether no picture is or was drawn: rows may be moved then.
    pub(super) const fn is_nothing(&self) -> bool {
        self.shown.is_none() && self.next.is_none()
    }

    /// Takes the picture of the next frame, and marks its cells.
    pub(super) fn load(&mut self, placed: Option<Placed<'_>>, columns: usize, tiles: &mut [Tile]) {
        self.next = placed.map(|placed| match &self.shown {
            Some(shown) if shown.is(&placed) => shown.clone(),
            _ => {
                self.count += 1;
                let (column, row) = (placed.column.into(), placed.row.into());
                Picture { number: self.count, column, row, drawn: Arc::clone(placed.drawn) }
            }
        });
        let Some(picture) = &self.next else { return };
        let (width, height) = (picture.drawn.columns.into(), picture.drawn.rows.into());
        for row in tiles.chunks_mut(columns.max(1)).skip(picture.row).take(height) {
            for tile in row.iter_mut().skip(picture.column).take(width) {
                tile.symbol = Symbol::Picture(picture.number);
            }
        }
    }

    /// What takes the picture shown away, should another or none come.
    pub(super) fn removal(&self) -> &'static [u8] {
        let number = |picture: &Option<Picture>| picture.as_ref().map(|it| it.number);
        let stays = number(&self.shown) == number(&self.next);
        let apart = self.shown.as_ref().is_some_and(|it| is_apart(&it.drawn));
        if apart && !stays { kitty::DELETE } else { b"" }
    }

    /// The column, the row and the picture to be sent, should any of its cells not show it.
    pub(super) fn due(&self, shown: &[Tile], next: &[Tile]) -> Option<(usize, usize, Arc<Drawn>)> {
        let picture = self.next.as_ref()?;
        let part = Symbol::Picture(picture.number);
        let hurt = |(old, new): (&Tile, &Tile)| new.symbol == part && old.symbol != part;
        let due = shown.iter().zip(next).any(hurt);
        due.then(|| (picture.column, picture.row, Arc::clone(&picture.drawn)))
    }

    /// The frame is out: what was to be drawn is.
    pub(super) fn done(&mut self) {
        self.shown.clone_from(&self.next);
    }

    /// The picture was cut short: the next frame sends it anew.
    pub(super) fn cut(&mut self) {
        self.shown = None;
    }

    /// Forgets the picture; what takes it away.
    pub(super) fn forget(&mut self) -> &'static [u8] {
        self.next = None;
        let removal = self.removal();
        self.shown = None;
        removal
    }
}

#[cfg(test)]
mod tests {
    use super::super::Display;
    use super::*;
    use crate::picture::Form;

    const SIXEL: &[u8] = b"\x1bP0;1;0qpicture\x1b\\";
    const KITTY: &[u8] = b"\x1b_Ga=T;picture\x1b\\";

    fn drawn(escape: &[u8]) -> Arc<Drawn> {
        Arc::new(Drawn { columns: 4, rows: 2, form: Form::Escape(escape.to_vec()) })
    }

    /// The bytes of a frame that holds `words` in its first row and a picture, and those of the
    /// picture.
    fn frame(display: &mut Display, words: &str, picture: Option<(u16, &Arc<Drawn>)>) -> String {
        let mut bytes = begin(display, words, picture);
        while !display.piece().is_empty() {
            let piece = display.piece().to_vec();
            display.advance(piece.len());
            bytes += std::str::from_utf8(&piece).unwrap();
        }
        bytes
    }

    /// The bytes of a frame without those of the picture.
    fn begin(display: &mut Display, words: &str, picture: Option<(u16, &Arc<Drawn>)>) -> String {
        let placed = picture.map(|(row, drawn)| Placed { column: 3, row, drawn });
        let bytes = display.frame(placed, |frame| {
            let words = format!("{words:10}");
            frame.buffer_mut().set_string(0, 0, words, ratatui::style::Style::new());
        });
        String::from_utf8(bytes.to_vec()).unwrap()
    }

    #[test]
    fn a_picture_is_drawn_once_where_it_stands() {
        let (mut display, picture) = (Display::new(10, 6, true), drawn(SIXEL));
        let first = frame(&mut display, "one", Some((2, &picture)));
        assert!(first.contains("\x1b[3;4H\x1bP0;1;0qpicture"), "{first:?}");
        let second = frame(&mut display, "two", Some((2, &picture)));
        assert!(second.contains("two") && !second.contains("picture"), "{second:?}");
        assert_eq!(frame(&mut display, "two", Some((2, &picture))), "");
    }

    #[test]
    fn a_picture_that_goes_is_written_over() {
        let (mut display, picture) = (Display::new(10, 6, true), drawn(SIXEL));
        frame(&mut display, "one", Some((2, &picture)));
        let gone = frame(&mut display, "one", None);
        assert_eq!(gone, "\x1b[?2026h\x1b[3;4H\x1b[K\x1b[4;4H\x1b[K\x1b[?2026l");
        let again = frame(&mut display, "one", Some((3, &picture)));
        assert!(again.contains("\x1b[4;4H\x1bP"), "{again:?}");
    }

    #[test]
    fn a_picture_apart_from_the_cells_is_taken_away() {
        let (mut display, picture) = (Display::new(10, 6, true), drawn(KITTY));
        let delete = std::str::from_utf8(kitty::DELETE).unwrap();
        assert!(!frame(&mut display, "one", Some((2, &picture))).contains(delete));
        let moved = frame(&mut display, "one", Some((1, &picture)));
        assert!(moved.find(delete) < moved.find("\x1b_Ga=T"), "{moved:?}");
        assert!(frame(&mut display, "one", None).contains(delete));
        frame(&mut display, "one", Some((1, &picture)));
        assert_eq!(display.without_picture(), kitty::DELETE.to_vec());
        assert!(frame(&mut display, "one", Some((1, &picture))).contains("\x1b_Ga=T"));
    }

    #[test]
    fn a_picture_that_was_cut_short_begins_anew_with_the_next_frame() {
        for escape in [SIXEL, KITTY] {
            let (mut display, picture) = (Display::new(10, 6, true), drawn(escape));
            begin(&mut display, "one", Some((2, &picture)));
            display.advance(display.piece().len());
            display.advance(7);
            let end = display.cut();
            assert!(end.starts_with(b"\x1b\\"), "{end:?}");
            let again = frame(&mut display, "two", Some((2, &picture)));
            assert!(again.contains("two") && again.contains("picture"), "{again:?}");
            assert_eq!(frame(&mut display, "two", Some((2, &picture))), "");
            assert_eq!(display.cut(), b"", "all of it is out");
        }
    }

    #[test]
    fn the_cursor_comes_back_from_a_picture() {
        let (mut display, picture) = (Display::new(10, 6, true), drawn(SIXEL));
        let placed = Placed { column: 3, row: 2, drawn: &picture };
        display.frame(Some(placed), |frame| frame.set_cursor_position((4, 5)));
        display.advance(display.piece().len());
        display.advance(display.piece().len());
        assert_eq!(display.piece(), b"\x1b[6;5H");
    }

    #[test]
    fn what_runs_over_the_edge_is_no_harm() {
        let (mut display, picture) = (Display::new(5, 3, true), drawn(SIXEL));
        assert!(frame(&mut display, "one", Some((2, &picture))).contains("picture"));
        display.resize(1, 1);
        frame(&mut display, "one", Some((2, &picture)));
    }
}
