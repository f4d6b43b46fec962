//! Frame against frame: which columns are written.

use super::Placed;
use super::look::{Look, Shade};
use super::overlay::Overlay;
use super::pen::{self, Pen};
use super::plan::{self, Job};
use super::sending::Sending;
use super::shift::{self, Shift};
use super::tile::{Tile, lay};
use ratatui::buffer::Buffer;
use ratatui::layout::Position;
use std::ops::Range;

/// From this many bytes on, it is tried whether another order takes fewer.
const LONG: usize = 200;

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
    /// Whether colours of underlines may be written.
    underlines: bool,
    cursor: Option<Position>,
    pen: Pen,
    overlay: Overlay,
    /// The picture that is not all out yet.
    sending: Option<Sending>,
}

impl Painter {
    /// A painter that knows nothing of the terminal.
    pub(super) fn new(underlines: bool) -> Self {
        Self {
            shown: Vec::new(),
            next: Vec::new(),
            columns: 0,
            stale: true,
            underlines,
            cursor: None,
            pen: Pen::new(),
            overlay: Overlay::default(),
            sending: None,
        }
    }

    /// Forgets what the terminal shows.
    pub(super) fn forget(&mut self) {
        self.stale = true;
    }

    /// The bytes that take away a picture which the terminal draws itself.
    pub(super) fn without_picture(&mut self) -> Vec<u8> {
        self.stale = true;
        let mut bytes = self.cut();
        bytes.extend_from_slice(self.overlay.forget());
        bytes
    }

    /// The next piece of the picture that belongs to the last frame; nothing when all is out.
    pub(super) fn piece(&self) -> &[u8] {
        self.sending.as_ref().map_or(b"", Sending::piece)
    }

    /// The terminal took so many bytes of the piece.
    pub(super) fn advance(&mut self, bytes: usize) {
        if let Some(sending) = &mut self.sending {
            sending.advance(bytes);
        }
        if self.piece().is_empty() {
            self.sending = None;
        }
    }

    /// Gives up a picture that is not all out, and says what ends it; the next frame begins it
    /// anew.
    pub(super) fn cut(&mut self) -> Vec<u8> {
        let Some(sending) = self.sending.take() else { return Vec::new() };
        self.overlay.cut();
        sending.cut()
    }

    /// Takes the next frame, and the picture that the terminal draws over it.
    pub(super) fn load(&mut self, frame: &Buffer, picture: Option<Placed<'_>>) {
        self.columns = usize::from(frame.area.width);
        self.next.clear();
        for row in frame.content.chunks(self.columns.max(1)) {
            lay(row, &mut self.next);
        }
        if !self.underlines {
            for tile in &mut self.next {
                tile.look.underline = Shade::OWN;
            }
        }
        self.overlay.load(picture, self.columns, &mut self.next);
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
        } else if self.overlay.is_nothing()
            && let Some(shift) = shift::find(&self.shown, &self.next, self.columns)
        {
            self.scroll(shift);
        }
        self.pen.out.extend_from_slice(self.overlay.removal());
        self.write();
        let due = self.overlay.due(&self.shown, &self.next);
        self.overlay.done();
        std::mem::swap(&mut self.shown, &mut self.next);
        self.show_cursor(cursor);
        if let Some((column, row, picture)) = due {
            let back = cursor.map_or(Vec::new(), |at| pen::place(at.x.into(), at.y.into()));
            self.sending = Some(Sending::new(pen::place(column, row), picture, back));
            self.pen.lose_place();
        }
        self.stale = false;
        if self.pen.out.len() == BEGIN.len() {
            self.pen.out.clear();
        } else {
            self.pen.out.extend_from_slice(END);
        }
        &self.pen.out
    }

    /// Writes what is not shown yet.
    fn write(&mut self) {
        let mut jobs = Vec::new();
        let rows = self.shown.chunks(self.columns).zip(self.next.chunks(self.columns));
        for (line, (shown, next)) in rows.enumerate().filter(|(_, (shown, next))| shown != next) {
            plan::row(line, shown, next, &mut jobs);
        }
        let start = self.pen.out.len();
        let before = self.pen.clone();
        self.carry_out(&jobs);
        if self.pen.out.len() - start < LONG {
            return;
        }
        if let Some(jobs) = plan::by_look(&jobs, &self.next, self.columns) {
            let plain = std::mem::replace(&mut self.pen, before);
            self.carry_out(&jobs);
            if self.pen.out.len() >= plain.out.len() {
                self.pen = plain;
            }
        }
    }

    fn carry_out(&mut self, jobs: &[Job]) {
        for job in jobs {
            let (Job::Clear { line, .. } | Job::Write { line, .. }) = *job;
            let start = line * self.columns;
            let row = plan::slice(&self.next, start..start + self.columns);
            match job {
                Job::Clear { column, .. } => {
                    self.pen.go(*column, line, row);
                    self.pen.erase(row.last().map_or(Look::PLAIN, |tile| tile.look));
                }
                Job::Write { columns, .. } => write(&mut self.pen, line, columns.clone(), row),
            }
        }
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

/// Writes columns of a row.
fn write(pen: &mut Pen, line: usize, columns: Range<usize>, row: &[Tile]) {
    let mut tiles = row.iter().enumerate().take(columns.end).skip(columns.start).peekable();
    while let Some((column, tile)) = tiles.next() {
        let mut wide = 1;
        while tiles.next_if(|(_, tile)| plan::is_covered(tile)).is_some() {
            wide += 1;
        }
        pen.go(column, line, row);
        pen.put(tile, wide, row.len());
    }
}
