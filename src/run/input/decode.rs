//! Bytes to input, one byte at a time, so that it makes no difference how they were cut up.
//!
//! The states are those of ECMA-48 and Paul Williams's parser for DEC terminals, seen from the
//! other side. Bytes that make no sense are dropped; nothing within a control sequence or a
//! control string ever becomes a key.

use super::paste::Paste;
use super::{Input, sequence};
use crate::app::{Key, KeyCode};

/// The most bytes of parameters, or of an answer, that are kept: no key and no answer that
/// matters is longer.
const KEPT: usize = 256;

/// What the bytes so far began.
#[derive(Debug, PartialEq, Eq)]
enum State {
    /// Nothing.
    Ground,
    /// A character of UTF-8 of which so many bytes are still to come.
    Character(usize),
    /// `ESC`: a key, or the start of something.
    Escape,
    /// `CSI`: a control sequence.
    Sequence,
    /// `CSI [`: a function key of the Linux console.
    Console,
    /// `CSI M`: the old form of mouse reports, of which so many bytes are still to come.
    OldMouse(u8),
    /// `SS3`: a key of the keypad or a function key.
    Keypad,
    /// `OSC`, `DCS`, `APC`, `PM` or `SOS`: a control string; whether its text is an answer that
    /// may matter.
    Text { answer: bool },
    /// `ESC` within a control string.
    TextEscape { answer: bool },
    /// Between the brackets of pasted text.
    Paste(Paste),
}

/// Takes bytes in and gives input out.
#[derive(Debug)]
pub(super) struct Decoder {
    state: State,
    kept: Vec<u8>,
    /// Whether Escape came before the character under way.
    alt: bool,
}

impl Decoder {
    /// A decoder that has seen nothing.
    pub(super) fn new() -> Self {
        Self { state: State::Ground, kept: Vec::new(), alt: false }
    }

    /// Takes bytes in, and appends what they mean.
    pub(super) fn feed(&mut self, bytes: &[u8], found: &mut Vec<Input>) {
        for &byte in bytes {
            found.extend(self.take(byte));
        }
    }

    /// Whether the last byte was an Escape that may stand for itself: the only time a decoder
    /// wants to know that nothing more came.
    pub(super) fn waits(&self) -> bool {
        self.state == State::Escape
    }

    /// Nothing more came within a short time.
    pub(super) fn pause(&mut self, found: &mut Vec<Input>) {
        if self.waits() {
            self.state = State::Ground;
            found.push(Input::Key(Key::new(KeyCode::Escape)));
        }
    }

    fn take(&mut self, byte: u8) -> Option<Input> {
        match &mut self.state {
            State::Ground => self.ground(byte),
            State::Character(_) => self.character(byte),
            State::Escape => self.escape(byte),
            State::Sequence => self.sequence(byte),
            State::Console => self.end(sequence::console(byte)),
            State::OldMouse(left) => {
                *left -= 1;
                if *left == 0 { self.end(None) } else { None }
            }
            State::Keypad => self.keypad(byte),
            State::Text { answer } => {
                let answer = *answer;
                self.text(byte, answer)
            }
            State::TextEscape { answer } => {
                let answer = *answer;
                self.text_escape(byte, answer)
            }
            State::Paste(paste) => match paste.take(byte) {
                Some(text) => self.end(Some(Input::Paste(text))),
                None => None,
            },
        }
    }

    /// Back to the beginning, with what was found on the way.
    fn end(&mut self, found: Option<Input>) -> Option<Input> {
        self.state = State::Ground;
        self.alt = false;
        self.kept.clear();
        found
    }

    fn enter(&mut self, state: State) -> Option<Input> {
        self.end(None);
        self.state = state;
        None
    }

    fn ground(&mut self, byte: u8) -> Option<Input> {
        match byte {
            0x1b => self.enter(State::Escape),
            0x00..=0x7f => {
                let alt = self.alt;
                self.end(control_or_ascii(byte).map(|key| Input::Key(Key { alt, ..key })))
            }
            0xc2..=0xdf => self.begin(byte, 1),
            0xe0..=0xef => self.begin(byte, 2),
            0xf0..=0xf4 => self.begin(byte, 3),
            0x80..=0xc1 | 0xf5..=0xff => self.end(None),
        }
    }

    fn begin(&mut self, byte: u8, more: usize) -> Option<Input> {
        self.kept.clear();
        self.kept.push(byte);
        self.state = State::Character(more);
        None
    }

    fn character(&mut self, byte: u8) -> Option<Input> {
        let State::Character(left) = &mut self.state else { return None };
        if !(0x80..=0xbf).contains(&byte) {
            self.end(None);
            return self.ground(byte);
        }
        *left -= 1;
        self.kept.push(byte);
        if *left > 0 {
            return None;
        }
        let alt = self.alt;
        let decoded = std::str::from_utf8(&self.kept).ok().and_then(|text| text.chars().next());
        let key = decoded.filter(|c| !c.is_control()).map(|c| Key { alt, ..Key::char(c) });
        self.end(key.map(Input::Key))
    }

    fn escape(&mut self, byte: u8) -> Option<Input> {
        match byte {
            b'[' => self.enter(State::Sequence),
            b'O' => self.enter(State::Keypad),
            b']' => self.enter(State::Text { answer: true }),
            b'P' | b'X' | b'^' | b'_' => self.enter(State::Text { answer: false }),
            // Two in a row: the first stood for itself.
            0x1b => Some(Input::Key(Key::new(KeyCode::Escape))),
            _ => {
                self.enter(State::Ground);
                self.alt = true;
                self.ground(byte)
            }
        }
    }

    fn sequence(&mut self, byte: u8) -> Option<Input> {
        match byte {
            b'[' if self.kept.is_empty() => self.enter(State::Console),
            b'M' if self.kept.is_empty() => self.enter(State::OldMouse(3)),
            b'~' if self.kept == b"200" => self.enter(State::Paste(Paste::default())),
            0x40..=0x7e => {
                let found = self.kept().and_then(|kept| sequence::control(kept, byte));
                self.end(found)
            }
            0x1b => self.enter(State::Escape),
            0x18 | 0x1a => self.end(None),
            _ => {
                self.keep(byte);
                None
            }
        }
    }

    /// Keeps a byte, up to one too many.
    fn keep(&mut self, byte: u8) {
        if self.kept.len() <= KEPT {
            self.kept.push(byte);
        }
    }

    /// What was kept, unless it was too long to be anything known.
    fn kept(&self) -> Option<&[u8]> {
        (self.kept.len() <= KEPT).then_some(&self.kept)
    }

    fn keypad(&mut self, byte: u8) -> Option<Input> {
        match byte {
            0x1b => self.enter(State::Escape),
            b'0'..=b'9' | b';' => {
                self.keep(byte);
                None
            }
            _ => {
                let found = self.kept().and_then(|kept| sequence::keypad(kept, byte));
                self.end(found)
            }
        }
    }

    fn text(&mut self, byte: u8, answer: bool) -> Option<Input> {
        match byte {
            0x07 if answer => self.end_text(answer),
            0x18 | 0x1a => self.end(None),
            0x1b => {
                self.state = State::TextEscape { answer };
                None
            }
            _ => {
                if answer {
                    self.keep(byte);
                }
                None
            }
        }
    }

    fn text_escape(&mut self, byte: u8, answer: bool) -> Option<Input> {
        if byte == b'\\' {
            return self.end_text(answer);
        }
        self.enter(State::Escape);
        self.take(byte)
    }

    fn end_text(&mut self, answer: bool) -> Option<Input> {
        let found = self.kept().filter(|_| answer).and_then(sequence::answer);
        self.end(found)
    }
}

/// The key of a byte below 0x80. Control with I, M and H means nothing but Tab, Enter and
/// Backspace.
pub(super) fn control_or_ascii(byte: u8) -> Option<Key> {
    Some(match byte {
        0x00 => Key::control(' '),
        0x08 | 0x7f => Key::new(KeyCode::Backspace),
        0x09 => Key::new(KeyCode::Tab),
        0x0d => Key::new(KeyCode::Enter),
        0x01..=0x1a => Key::control(char::from(byte + 0x60)),
        0x1b => Key::new(KeyCode::Escape),
        0x1c..=0x1f => Key::control(char::from(byte + 0x40)),
        b' '..=b'~' => Key::char(char::from(byte)),
        0x80.. => return None,
    })
}

#[cfg(test)]
mod tests;
