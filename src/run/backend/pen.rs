//! The bytes of a frame as they come about: where the terminal's cursor stands, what look it
//! writes in, and the cheapest way to the next place.

use super::look::Look;
use super::number;
use super::shift::Shift;
use super::tile::{Symbol, Tile};

/// Rewriting up to this many unchanged columns is cheaper than moving over them.
const GAP: usize = 4;

/// What moves the cursor to a place.
pub(super) fn place(column: usize, line: usize) -> Vec<u8> {
    let mut pen = Pen::new();
    pen.place(column, line);
    pen.out
}

/// Writes tiles, and knows the terminal's state while doing so.
#[derive(Debug, Clone)]
pub(super) struct Pen {
    /// What was written.
    pub(super) out: Vec<u8>,
    /// Column and row of the terminal's cursor, where they are certain.
    at: Option<(usize, usize)>,
    look: Look,
}

impl Pen {
    /// A pen for a terminal whose state is unknown: the look is taken to be plain after
    /// [`Pen::clear`].
    pub(super) fn new() -> Self {
        Self { out: Vec::new(), at: None, look: Look::PLAIN }
    }

    /// Clears the whole screen, whatever it showed.
    pub(super) fn clear(&mut self) {
        self.out.extend_from_slice(b"\x1b[r\x1b[m\x1b[2J");
        self.look = Look::PLAIN;
        self.at = None;
    }

    /// Moves the cursor to a place, over or through what is unchanged to its left in `row`.
    pub(super) fn go(&mut self, column: usize, line: usize, row: &[Tile]) {
        match self.at {
            Some(at) if at == (column, line) => return,
            Some((from, same)) if same == line && from < column => {
                let gap = row.get(from..column).unwrap_or_default();
                if gap.len() <= GAP
                    && gap.iter().all(|t| t.look == self.look && t.ascii().is_some())
                {
                    self.out.extend(gap.iter().filter_map(Tile::ascii));
                } else {
                    self.command(&[column - from], b'C');
                }
            }
            Some((_, above)) if above + 1 == line && column == 0 => {
                self.out.extend_from_slice(b"\r\n");
            }
            _ if column == 0 => self.command(&[line + 1], b'H'),
            _ => self.command(&[line + 1, column + 1], b'H'),
        }
        self.at = Some((column, line));
    }

    /// Writes a tile where the cursor stands; `columns` is its width, `edge` the row's length.
    pub(super) fn put(&mut self, tile: &Tile, columns: usize, edge: usize) {
        if !tile.goes_with(self.look) {
            self.turn(tile.look);
        }
        if tile.reach().is_some() {
            return self.put_disputed(tile, columns);
        }
        self.write(tile);
        self.at = match self.at {
            Some((column, line)) if column + columns < edge => Some((column + columns, line)),
            _ => None,
        };
    }

    fn turn(&mut self, look: Look) {
        self.look.turn(look, &mut self.out);
        self.look = look;
    }

    /// Writes a symbol whose width terminals disagree about: over blanks, so that a narrower one
    /// leaves nothing old behind; where the cursor then stands is unknown.
    fn put_disputed(&mut self, tile: &Tile, columns: usize) {
        if let (Some((column, line)), true) = (self.at, columns > 1) {
            self.out.resize(self.out.len() + columns, b' ');
            self.command(&[line + 1, column + 1], b'H');
        }
        self.write(tile);
        self.at = None;
    }

    fn write(&mut self, tile: &Tile) {
        match &tile.symbol {
            Symbol::Char(c) => {
                self.out.extend_from_slice(c.encode_utf8(&mut [0; 4]).as_bytes());
            }
            Symbol::Cluster(text) => self.out.extend_from_slice(text.as_bytes()),
            // What stood there goes; the picture comes after the frame.
            Symbol::Picture(_) => self.out.push(b' '),
            Symbol::Tail | Symbol::Unknown => {}
        }
    }

    /// Clears from the cursor to the end of its line, to a background.
    pub(super) fn erase(&mut self, ground: Look) {
        if !ground.blanks_like(self.look) {
            self.turn(ground);
        }
        self.out.extend_from_slice(b"\x1b[K");
    }

    /// Moves rows. What comes in is unknown: terminals differ in the background they give it.
    pub(super) fn scroll(&mut self, Shift { top, bottom, rows }: Shift) {
        self.command(&[top + 1, bottom], b'r');
        self.command(&[top + 1], b'H');
        // Lines deleted or inserted at the top of the region: the one form every terminal knows,
        // the Linux console among them.
        self.command(&[rows.unsigned_abs()], if rows > 0 { b'M' } else { b'L' });
        self.out.extend_from_slice(b"\x1b[r");
        self.at = None;
    }

    /// Puts the cursor where the reader types.
    pub(super) fn place(&mut self, column: usize, line: usize) {
        self.command(&[line + 1, column + 1], b'H');
        self.at = Some((column, line));
    }

    /// Something else will have moved the cursor by the next frame.
    pub(super) const fn lose_place(&mut self) {
        self.at = None;
    }

    /// A control sequence; the parameter of a lone 1 is left out.
    fn command(&mut self, parameters: &[usize], name: u8) {
        self.out.extend_from_slice(b"\x1b[");
        for (place, &parameter) in parameters.iter().enumerate() {
            if place > 0 {
                self.out.push(b';');
            }
            if parameter != 1 || name == b'r' {
                number(u16::try_from(parameter).unwrap_or(u16::MAX), &mut self.out);
            }
        }
        self.out.push(name);
    }
}
