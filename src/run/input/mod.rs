//! What the terminal sends: keys, the mouse, pasted text and its answers.
//!
//! Our own, since what came late or half must never become a key press, and since a terminal
//! that is gone must end the wait.

mod decode;
mod paste;
mod read;
mod sequence;

pub(super) use read::read;

use crate::app::{Key, Message, Mouse};
use crate::picture::Protocol;

/// Something that came from the terminal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Input {
    /// A key.
    Key(Key),
    /// The mouse.
    Mouse(Mouse),
    /// Pasted text: no control characters but line feeds and tabs.
    Paste(String),
    /// The answer to the question for what the terminal can.
    Attributes {
        /// Whether it draws sixels.
        sixel: bool,
    },
    /// The answer to the question for the size of a cell: its width and height in points.
    Cell(u16, u16),
    /// The answer to the question for the background's colour.
    Background {
        /// Whether it is dark.
        dark: bool,
    },
}

impl From<Input> for Message {
    fn from(input: Input) -> Self {
        match input {
            Input::Key(key) => Self::Key(key),
            Input::Mouse(mouse) => Self::Mouse(mouse),
            Input::Paste(text) => Self::Pasted(text),
            Input::Background { dark } => Self::Background { dark },
            Input::Attributes { sixel } => {
                let protocol = if sixel { Protocol::Sixel } else { Protocol::Blocks };
                Self::Graphics { protocol: Some(protocol), cell: None }
            }
            Input::Cell(width, height) => {
                Self::Graphics { protocol: None, cell: Some((width, height)) }
            }
        }
    }
}
