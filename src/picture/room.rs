//! How large a picture is drawn: as large as its room, its sides kept in proportion.

use super::{Canvas, Protocol};

/// The most points that are sent to a terminal: more are seen by nobody and take long.
const POINTS: u32 = 700_000;

/// How far a picture is enlarged, at most; half blocks are so coarse that they fill their room.
const ENLARGED: f64 = 4.0;

/// The size of a drawn picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fit {
    /// In columns.
    pub columns: u16,
    /// In rows.
    pub rows: u16,
    /// In points: what is sent.
    pub points: (u32, u32),
}

/// The size that a picture of so many points takes on a canvas.
pub(super) fn fit((width, height): (u32, u32), canvas: Canvas) -> Fit {
    let cell = (f64::from(canvas.cell.0.max(1)), f64::from(canvas.cell.1.max(1)));
    let (width, height) = (f64::from(width.max(1)), f64::from(height.max(1)));
    let room = (f64::from(canvas.columns.max(1)), f64::from(canvas.rows.max(1)));
    let mut scale = (room.0 * cell.0 / width).min(room.1 * cell.1 / height);
    if canvas.protocol != Protocol::Blocks {
        scale = scale.min(ENLARGED);
    }
    if canvas.protocol == Protocol::Sixel {
        // A terminal does not enlarge these.
        scale = scale.min((f64::from(POINTS) / (width * height)).sqrt());
    }
    let cells = |side: f64, cell: f64, most: u16| {
        let count = (side * scale / cell).round().clamp(1.0, f64::from(most.max(1)));
        whole(count).min(u32::from(most.max(1)))
    };
    let (columns, rows) =
        (cells(width, cell.0, canvas.columns), cells(height, cell.1, canvas.rows));
    let points = match canvas.protocol {
        Protocol::Blocks => (columns, rows * 2),
        _ => (columns * u32::from(canvas.cell.0.max(1)), rows * u32::from(canvas.cell.1.max(1))),
    };
    let fewer = (f64::from(POINTS) / (f64::from(points.0) * f64::from(points.1))).sqrt().min(1.0);
    let side = |side: u32| match canvas.protocol {
        Protocol::Kitty | Protocol::Iterm => whole(f64::from(side) * fewer).max(1),
        Protocol::Blocks | Protocol::Sixel => side,
    };
    let count = |count: u32| u16::try_from(count).unwrap_or(u16::MAX);
    Fit { columns: count(columns), rows: count(rows), points: (side(points.0), side(points.1)) }
}

/// A number that is not negative, without what comes after its point.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded right before")]
fn whole(number: f64) -> u32 {
    number.clamp(0.0, f64::from(u32::MAX)) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fitted(picture: (u32, u32), protocol: Protocol) -> (u16, u16, (u32, u32)) {
        let canvas =
            Canvas { columns: 40, rows: 12, protocol, cell: (10, 20), ..Canvas::default() };
        let fit = fit(picture, canvas);
        (fit.columns, fit.rows, fit.points)
    }

    #[test]
    fn a_picture_keeps_its_sides_in_proportion() {
        assert_eq!(fitted((1600, 900), Protocol::Blocks), (40, 11, (40, 22)));
        assert_eq!(fitted((900, 1600), Protocol::Sixel), (14, 12, (140, 240)));
        assert_eq!(fitted((10_000, 1), Protocol::Kitty), (40, 1, (400, 20)));
    }

    #[test]
    fn a_small_one_is_enlarged_four_times_and_no_more() {
        assert_eq!(fitted((20, 20), Protocol::Kitty), (8, 4, (80, 80)));
        assert_eq!(fitted((20, 20), Protocol::Blocks), (24, 12, (24, 24)));
    }

    #[test]
    fn no_more_points_are_sent_than_can_be_seen() {
        for protocol in [Protocol::Kitty, Protocol::Iterm, Protocol::Sixel] {
            let canvas =
                Canvas { columns: 400, rows: 100, protocol, cell: (20, 40), ..Canvas::default() };
            let fit = fit((6000, 4000), canvas);
            assert!(fit.points.0 * fit.points.1 < POINTS + POINTS / 20, "{fit:?}");
        }
    }
}
