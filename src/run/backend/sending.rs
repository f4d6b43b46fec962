//! A picture on its way to the terminal. It goes after its frame and in pieces, so that a slow
//! terminal keeps nobody from going on; what comes between cuts it short.

use crate::picture::{Drawn, Form, kitty};
use std::sync::Arc;

/// Ends a string of any kind that was cut short (ECMA-48, ST).
const END: &[u8] = b"\x1b\\";

/// How much is given to the terminal at once, in bytes.
const PIECE: usize = 16 * 1024;

/// What is sent: the way to the picture's place, the picture, and the way back.
#[derive(Debug)]
pub(super) struct Sending {
    there: Vec<u8>,
    picture: Arc<Drawn>,
    back: Vec<u8>,
    /// How many bytes of it all the terminal has.
    sent: usize,
}

impl Sending {
    /// A picture of which nothing is sent yet.
    pub(super) const fn new(there: Vec<u8>, picture: Arc<Drawn>, back: Vec<u8>) -> Self {
        Self { there, picture, back, sent: 0 }
    }

    /// The next piece; nothing when all is sent.
    pub(super) fn piece(&self) -> &[u8] {
        let mut done = self.sent;
        for part in [self.there.as_slice(), escape(&self.picture), &self.back] {
            match part.get(done..) {
                Some(left) if !left.is_empty() => return left.get(..PIECE).unwrap_or(left),
                _ => done = done.saturating_sub(part.len()),
            }
        }
        b""
    }

    /// The terminal took so many bytes more.
    pub(super) const fn advance(&mut self, bytes: usize) {
        self.sent += bytes;
    }

    /// What must be written before anything else is, should the picture not be sent to its end.
    pub(super) fn cut(&self) -> Vec<u8> {
        if self.sent <= self.there.len() {
            return Vec::new();
        }
        let rest = if is_apart(&self.picture) { kitty::GIVE_UP } else { b"" };
        [END, rest].concat()
    }
}

/// What draws a picture where the cursor is.
pub(super) fn escape(picture: &Drawn) -> &[u8] {
    match &picture.form {
        Form::Escape(escape) => escape,
        Form::Halves(_) => b"",
    }
}

/// Whether the terminal holds a picture apart from the cells, so that writing over them does not
/// take it away.
pub(super) fn is_apart(picture: &Drawn) -> bool {
    escape(picture).starts_with(b"\x1b_G")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sending(escape: &[u8]) -> Sending {
        let form = Form::Escape(escape.to_vec());
        let picture = Drawn { columns: 4, rows: 2, form };
        Sending::new(b"there".to_vec(), Arc::new(picture), b"back".to_vec())
    }

    #[test]
    fn all_of_it_goes_in_pieces_whatever_the_terminal_takes() {
        let picture = vec![b'x'; 3 * PIECE + 5];
        for taken in [1000, PIECE, 7] {
            let (mut sending, mut got) = (sending(&picture), Vec::new());
            while !sending.piece().is_empty() {
                let piece = sending.piece();
                let piece = piece.get(..taken).unwrap_or(piece).to_vec();
                assert!(piece.len() <= PIECE);
                sending.advance(piece.len());
                got.extend(piece);
            }
            assert_eq!(got, [b"there".as_slice(), &picture, b"back"].concat());
        }
    }

    #[test]
    fn what_is_cut_short_is_ended() {
        let mut sixel = sending(b"\x1bP0;1;0qpicture\x1b\\");
        assert_eq!(sixel.cut(), b"", "nothing of the picture is out");
        sixel.advance(9);
        assert_eq!(sixel.cut(), b"\x1b\\");
        let mut kitty = sending(b"\x1b_Ga=T;picture\x1b\\");
        kitty.advance(9);
        assert!(kitty.cut().starts_with(b"\x1b\\\x1b_Gm=0"), "the load is given up as well");
    }
}
