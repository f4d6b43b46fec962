//! Frame against frame: which columns are written.

use super::pen::Pen;
use super::shift::{self, Shift};
use super::tile::{Symbol, Tile, lay};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;

/// From this many changed columns on, a blank end of a row is erased, not written.
const ERASED: usize = 4;

/// Holds frames back until they are complete (synchronized output, private mode 2026).
const BEGIN: &[u8] = b"\x1b[?2026h";
const END: &[u8] = b"\x1b[?2026l";

/// What the terminal shows, what it is to show, and the bytes between.
#[derive(Debug)]
pub(super) struct Painter {
    shown: Vec<Tile>,
    next: Vec<Tile>,
    columns: usize,
    stale: bool,
    cursor: Option<Position>,
    pen: Pen,
}

impl Painter {
    /// A painter that knows nothing of the terminal.
    pub(super) fn new() -> Self {
        Self {
            shown: Vec::new(),
            next: Vec::new(),
            columns: 0,
            stale: true,
            cursor: None,
            pen: Pen::new(),
        }
    }

    /// Forgets what the terminal shows.
    pub(super) fn forget(&mut self) {
        self.stale = true;
    }

    /// Takes the next frame.
    pub(super) fn load(&mut self, frame: &Buffer) {
        self.columns = usize::from(frame.area.width);
        self.next.clear();
        for row in frame.content.chunks(self.columns.max(1)) {
            lay(row, &mut self.next);
        }
    }

    /// The bytes that show it, with the cursor at a place or hidden.
    pub(super) fn paint(&mut self, cursor: Option<Position>) -> &[u8] {
        self.pen.out.clear();
        if self.next.is_empty() {
            return &self.pen.out;
        }
        self.pen.out.extend_from_slice(BEGIN);
        if self.stale || self.shown.len() != self.next.len() {
            self.pen.clear();
            self.shown.clear();
            self.shown.resize(self.next.len(), Tile::BLANK);
        } else if let Some(shift) = shift::find(&self.shown, &self.next, self.columns) {
            self.scroll(shift);
        }
        let rows = self.shown.chunks(self.columns).zip(self.next.chunks(self.columns));
        for (line, (shown, next)) in rows.enumerate() {
            if shown != next {
                row(&mut self.pen, line, shown, next);
            }
        }
        std::mem::swap(&mut self.shown, &mut self.next);
        self.show_cursor(cursor);
        self.stale = false;
        if self.pen.out.len() == BEGIN.len() {
            self.pen.out.clear();
        } else {
            self.pen.out.extend_from_slice(END);
        }
        &self.pen.out
    }

    /// Lets the terminal move rows, and moves them in what it shows.
    fn scroll(&mut self, shift: Shift) {
        self.pen.scroll(shift);
        let region = shift.top * self.columns..shift.bottom * self.columns;
        let by = shift.rows.unsigned_abs() * self.columns;
        let Some(tiles) = self.shown.get_mut(region) else { return };
        let blank = if shift.rows > 0 {
            tiles.rotate_left(by);
            tiles.len() - by..tiles.len()
        } else {
            tiles.rotate_right(by);
            0..by
        };
        tiles.get_mut(blank).unwrap_or_default().fill(Tile::BLANK);
    }

    fn show_cursor(&mut self, cursor: Option<Position>) {
        let quiet = self.pen.out.len() == BEGIN.len();
        if cursor == self.cursor && !self.stale && (quiet || cursor.is_none()) {
            return;
        }
        match cursor {
            Some(place) => {
                self.pen.place(place.x.into(), place.y.into());
                self.pen.out.extend_from_slice(b"\x1b[?25h");
            }
            None => self.pen.out.extend_from_slice(b"\x1b[?25l"),
        }
        self.cursor = cursor;
    }
}

/// Writes what changed in a row.
fn row(pen: &mut Pen, line: usize, shown: &[Tile], next: &[Tile]) {
    let blank = blank_end(shown, next);
    // Up to here the terminal may show something else than is known of it.
    let mut doubtful = 0;
    let mut columns = next.iter().zip(shown).enumerate().peekable();
    while let Some((column, (tile, old))) = columns.next() {
        if tile == old && column >= doubtful {
            continue;
        }
        pen.go(column, line, next);
        if column >= blank {
            pen.erase(tile.look);
            return;
        }
        let mut wide = 1;
        while columns.next_if(|(_, (tile, _))| tile.symbol == Symbol::Tail).is_some() {
            wide += 1;
        }
        pen.put(tile, wide, next.len());
        if let Some(reach) = tile.reach() {
            doubtful = doubtful.max(column + reach);
        }
    }
}

/// The column from which on a row is blank in one look and enough of it changed to be erased at
/// once; the row's length where there is none.
fn blank_end(shown: &[Tile], next: &[Tile]) -> usize {
    let Some(last) = next.last().filter(|last| last.is_bare()) else {
        return next.len();
    };
    let start = next.iter().rposition(|tile| tile != last).map_or(0, |column| column + 1);
    let ends = shown.iter().zip(next).skip(start);
    if ends.filter(|(shown, next)| shown != next).count() < ERASED { next.len() } else { start }
}
