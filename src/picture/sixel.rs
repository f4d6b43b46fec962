//! Sixel graphics (DEC STD 070, "Sixel Graphics Extension"): bands of six rows, a pass for each
//! color in them. The colors are a cube of six steps a side, mixed by an ordered dither.

use super::points::Points;
use std::collections::BTreeSet;

/// The steps of a color.
const STEPS: usize = 6;

/// The thresholds of an ordered dither, in sixteenths (Bayer, 1973).
const DITHER: [[u16; 4]; 4] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]];

/// What shows the picture where the cursor is.
pub(super) fn escape(points: &Points) -> Vec<u8> {
    let colors: Vec<u8> = (0..).zip(points.rows()).flat_map(|(y, row)| mixed(y, row)).collect();
    // What no pass draws stays as it is; points are square.
    let mut out = format!("\x1bP0;1;0q\"1;1;{};{}", points.width, points.height()).into_bytes();
    for color in colors.iter().copied().collect::<BTreeSet<u8>>() {
        let percent = |step: u8| u16::from(step) * 100 / 5;
        let (red, green, blue) = (color / 36, color / 6 % 6, color % 6);
        let (red, green, blue) = (percent(red), percent(green), percent(blue));
        out.extend(format!("#{color};2;{red};{green};{blue}").into_bytes());
    }
    for band in colors.chunks(points.width.max(1) * 6) {
        draw(band, points.width.max(1), &mut out);
        out.push(b'-');
    }
    out.extend_from_slice(b"\x1b\\");
    out
}

/// The colors of a row, each that of the cube.
fn mixed(y: usize, row: &[[u8; 3]]) -> impl Iterator<Item = u8> {
    let thresholds = DITHER.get(y % 4).copied().unwrap_or_default();
    row.iter().zip(thresholds.into_iter().cycle()).map(|([red, green, blue], threshold)| {
        let step = |value: u8| {
            // 51 from step to step; the threshold lifts by up to a step.
            let lifted = u16::from(value) + threshold * 51 / 16 + 1;
            u8::try_from((lifted / 51).min(5)).unwrap_or(5)
        };
        step(*red) * 36 + step(*green) * 6 + step(*blue)
    })
}

/// Draws a band of up to six rows.
fn draw(band: &[u8], width: usize, out: &mut Vec<u8>) {
    // The points of each color by column, a bit a row.
    let mut bits: Vec<Vec<u8>> = vec![Vec::new(); STEPS * STEPS * STEPS];
    for (y, row) in band.chunks(width).enumerate() {
        for (x, color) in row.iter().enumerate() {
            let Some(columns) = bits.get_mut(usize::from(*color)) else { continue };
            if columns.is_empty() {
                columns.resize(width, 0);
            }
            if let Some(column) = columns.get_mut(x) {
                *column |= 1 << y;
            }
        }
    }
    let mut begun = false;
    for (color, columns) in bits.iter().enumerate().filter(|(_, columns)| !columns.is_empty()) {
        if std::mem::replace(&mut begun, true) {
            out.push(b'$');
        }
        out.extend(format!("#{color}").into_bytes());
        for run in columns.chunk_by(|one, next| one == next) {
            let letter = run.first().map_or(b'?', |bits| b'?' + bits);
            match run.len() {
                count @ ..4 => out.extend(std::iter::repeat_n(letter, count)),
                count => {
                    out.extend(format!("!{count}").into_bytes());
                    out.push(letter);
                }
            }
        }
    }
}
