//! Frame against frame: which columns are written.

use super::cost;
use super::pen::Pen;
use super::shift::{self, Shift};
use super::tile::{Symbol, Tile, lay};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::ops::Range;

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
        let coming = if shift.rows > 0 {
            tiles.rotate_left(by);
            tiles.len() - by..tiles.len()
        } else {
            tiles.rotate_right(by);
            0..by
        };
        tiles.get_mut(coming).unwrap_or_default().fill(Tile::UNKNOWN);
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

/// Writes what changed in a row: over what stands there, or over a cleared rest of it, whichever
/// takes less.
fn row(pen: &mut Pen, line: usize, shown: &[Tile], next: &[Tile]) {
    let Some(first) = shown.iter().zip(next).position(|(shown, next)| shown != next) else {
        return;
    };
    let Some(bare) = next.last().filter(|last| last.is_bare()) else {
        return write(pen, line, next, (first, next.len()), |column| shown.get(column));
    };
    let end = next.iter().rposition(|tile| tile != bare).map_or(0, |column| column + 1);
    let (text, blanks) = (first.min(end)..end, end..next.len());
    let change = |part: Range<usize>| cost::change(slice(shown, part.clone()), slice(next, part));
    let (text, blanks) = (change(text), change(blanks));
    let cleared = cost::ERASE + cost::fill(bare, slice(next, first..next.len()));
    if cleared < text + blanks.min(cost::ERASE_THERE) {
        pen.go(first, line, next);
        pen.erase(bare.look);
        write(pen, line, next, (first, next.len()), |_| Some(bare));
    } else {
        let end = if blanks > cost::ERASE_THERE { end } else { next.len() };
        write(pen, line, next, (first, end), |column| shown.get(column));
    }
}

/// Writes a row from the first column on where it is not what `stands` there, and clears it from
/// `end` on if anything changed there.
fn write<'t>(
    pen: &mut Pen,
    line: usize,
    next: &[Tile],
    (first, end): (usize, usize),
    stands: impl Fn(usize) -> Option<&'t Tile>,
) {
    // Up to here the terminal may show something else than is known of it.
    let mut doubtful = 0;
    let mut columns = next.iter().enumerate().skip(first).peekable();
    while let Some((column, tile)) = columns.next() {
        if column >= doubtful && stands(column) == Some(tile) {
            continue;
        }
        pen.go(column, line, next);
        if column >= end {
            return pen.erase(tile.look);
        }
        let mut wide = 1;
        while columns.next_if(|(_, tile)| tile.symbol == Symbol::Tail).is_some() {
            wide += 1;
        }
        pen.put(tile, wide, next.len());
        if let Some(reach) = tile.reach() {
            doubtful = doubtful.max(column + reach);
        }
    }
}

fn slice(tiles: &[Tile], part: Range<usize>) -> &[Tile] {
    tiles.get(part).unwrap_or_default()
}
