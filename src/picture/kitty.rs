//! Kitty's graphics protocol (<https://sw.kovidgoyal.net/kitty/graphics-protocol/>): the points,
//! deflated, sent and placed at once.

use super::base64::base64;
use super::points::Points;
use super::room::Fit;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use std::io::Write;

/// Takes the picture off the screen and out of the terminal's memory.
pub const DELETE: &[u8] = b"\x1b_Ga=d,d=I,i=20048,q=2\x1b\\";

/// Ends a picture that was not sent to its end: without the rest of its data it is refused, and
/// what there is of it is taken away.
pub const GIVE_UP: &[u8] = b"\x1b_Gm=0,q=2;\x1b\\\x1b_Ga=d,d=I,i=20048,q=2\x1b\\";

/// How much of the data one command may hold, in bytes.
const PIECE: usize = 4096;

/// What shows the picture where the cursor is, over so many cells, and leaves the cursor there.
/// All pictures have one number, so that the terminal holds one at a time.
pub(super) fn escape(points: &Points, fit: Fit) -> Vec<u8> {
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let data = match packed.write_all(&points.rgb).and_then(|()| packed.finish()) {
        Ok(packed) => base64(&packed),
        // Memory takes everything.
        Err(_) => return Vec::new(),
    };
    let mut out = Vec::with_capacity(data.len() + data.len() / PIECE * 12 + 100);
    let mut pieces = data.chunks(PIECE).peekable();
    let mut first = true;
    while let Some(piece) = pieces.next() {
        let more = u8::from(pieces.peek().is_some());
        let head = if std::mem::take(&mut first) {
            let (width, height) = (points.width, points.height());
            let Fit { columns, rows, .. } = fit;
            format!(
                "\x1b_Ga=T,f=24,o=z,s={width},v={height},c={columns},r={rows},i=20048,p=1,C=1,q=2,m={more};"
            )
        } else {
            format!("\x1b_Gm={more};")
        };
        out.extend_from_slice(head.as_bytes());
        out.extend_from_slice(piece);
        out.extend_from_slice(b"\x1b\\");
    }
    out
}
