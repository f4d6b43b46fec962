//! Stored pictures, drawn for a terminal: read within limits, made as small as their room, and
//! written as half blocks or in one of the protocols that terminals have for pictures.
//!
//! The bytes of a picture never reach the terminal as they are: what does is made anew from its
//! points. Reading them needs the feature `images`; without it every picture is refused.

mod base64;
mod halves;
mod iterm;
pub mod kitty;
mod points;
mod room;
mod sixel;
#[cfg(test)]
mod tests;

use std::fmt;

pub use halves::{Half, Ink};
pub use room::Fit;

/// Whether this program was built to read pictures.
pub const BUILT: bool = cfg!(feature = "images");

/// How a terminal is given pictures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Protocol {
    /// Two points a cell, as half blocks in two colors: everywhere.
    #[default]
    Blocks,
    /// Kitty's graphics protocol.
    Kitty,
    /// iTerm2's inline images.
    Iterm,
    /// Sixel graphics.
    Sixel,
}

/// How many colors half blocks are drawn in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub enum Colors {
    /// Every color of 24 bits.
    #[default]
    True,
    /// The 256 of xterm.
    Indexed,
    /// Too few for pictures.
    Few,
}

/// What a picture is to be drawn for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash)]
pub struct Canvas {
    /// The columns there are at most.
    pub columns: u16,
    /// The rows there are at most.
    pub rows: u16,
    /// How the terminal is given it.
    pub protocol: Protocol,
    /// The width and height of a cell, in points of the screen.
    pub cell: (u16, u16),
    /// How many colors half blocks have.
    pub colors: Colors,
    /// Whether what can be seen through shows white below.
    pub light: bool,
}

/// A picture, drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawn {
    /// The columns it takes.
    pub columns: u16,
    /// The rows it takes.
    pub rows: u16,
    /// How it is put on the screen.
    pub form: Form,
}

/// How a picture is put on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Form {
    /// Cell by cell, row after row.
    Halves(Vec<Half>),
    /// All at once, by what is written where its upper left cell is.
    Escape(Vec<u8>),
}

/// Why a picture is not drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotDrawn {
    /// The program was built without the means.
    NotBuilt,
    /// It is of a kind that is not read, or broken.
    Unreadable,
    /// It has too many points.
    TooLarge,
}

impl fmt::Display for NotDrawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NotBuilt => "this program was built without pictures",
            Self::Unreadable => "the picture is broken, or of a kind that is not drawn",
            Self::TooLarge => "the picture has too many points to be drawn",
        })
    }
}

/// Draws a stored picture.
pub fn draw(bytes: &[u8], canvas: Canvas) -> Result<Drawn, NotDrawn> {
    let (fit, points) = points::read(bytes, canvas)?;
    let form = match canvas.protocol {
        Protocol::Blocks => Form::Halves(halves::halves(&points, canvas.colors)),
        Protocol::Kitty => Form::Escape(kitty::escape(&points, fit)),
        Protocol::Iterm => Form::Escape(iterm::escape(&points, fit)),
        Protocol::Sixel => Form::Escape(sixel::escape(&points)),
    };
    Ok(Drawn { columns: fit.columns, rows: fit.rows, form })
}
