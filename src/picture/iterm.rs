//! iTerm2's inline images (<https://iterm2.com/documentation-images.html>): a picture file, made
//! anew from the points, so that nothing of the stored one is sent.

use super::base64::base64;
use super::points::Points;
use super::room::Fit;
use flate2::write::ZlibEncoder;
use flate2::{Compression, Crc};
use std::io::Write;

/// What shows the picture where the cursor is, over so many cells.
pub(super) fn escape(points: &Points, fit: Fit) -> Vec<u8> {
    let file = png(points);
    let Fit { columns, rows, .. } = fit;
    let size = file.len();
    let mut out = format!(
        "\x1b]1337;File=inline=1;size={size};width={columns};height={rows};\
         preserveAspectRatio=0;doNotMoveCursor=1:"
    )
    .into_bytes();
    out.extend(base64(&file));
    out.push(0x07);
    out
}

/// The points as a PNG file: 8 bits a color, each row as the difference from the one above
/// (filter type 2).
pub(super) fn png(points: &Points) -> Vec<u8> {
    let side = |side: usize| u32::try_from(side).unwrap_or(u32::MAX).to_be_bytes();
    let mut head = [side(points.width), side(points.height())].concat();
    head.extend([8, 2, 0, 0, 0]);
    let mut packed = ZlibEncoder::new(Vec::new(), Compression::fast());
    let width = points.width * 3;
    let mut above = vec![0_u8; width];
    for row in points.rgb.chunks_exact(width.max(1)) {
        let less: Vec<u8> = row.iter().zip(&above).map(|(it, up)| it.wrapping_sub(*up)).collect();
        // Memory takes everything.
        _ = packed.write_all(&[2]).and_then(|()| packed.write_all(&less));
        above.copy_from_slice(row);
    }
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    chunk(*b"IHDR", &head, &mut file);
    chunk(*b"IDAT", &packed.finish().unwrap_or_default(), &mut file);
    chunk(*b"IEND", b"", &mut file);
    file
}

fn chunk(name: [u8; 4], body: &[u8], file: &mut Vec<u8>) {
    let mut sum = Crc::new();
    sum.update(&name);
    sum.update(body);
    file.extend(u32::try_from(body.len()).unwrap_or(0).to_be_bytes());
    file.extend_from_slice(&name);
    file.extend_from_slice(body);
    file.extend(sum.sum().to_be_bytes());
}
