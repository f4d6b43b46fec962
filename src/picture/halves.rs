//! Two points a cell: the upper half block in the color of the one, on the color of the other.

use super::Colors;
use super::points::Points;

/// A cell: its upper point and its lower one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Half {
    /// The upper point.
    pub upper: Ink,
    /// The lower point.
    pub lower: Ink,
}

/// A color.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Red, green and blue.
    Rgb(u8, u8, u8),
    /// One of the 256 of xterm.
    Indexed(u8),
}

/// The cells of a picture, row after row.
pub(super) fn halves(points: &Points, colors: Colors) -> Vec<Half> {
    let rows: Vec<&[[u8; 3]]> = points.rows().collect();
    let ink = |[r, g, b]: [u8; 3]| match colors {
        Colors::True => Ink::Rgb(r, g, b),
        Colors::Indexed | Colors::Few => Ink::Indexed(indexed(r, g, b)),
    };
    let (pairs, _) = rows.as_chunks::<2>();
    let cells = pairs.iter().flat_map(|[upper, lower]| upper.iter().zip(*lower));
    cells.map(|(upper, lower)| Half { upper: ink(*upper), lower: ink(*lower) }).collect()
}

/// The nearest of xterm's 256 colors: of its cube of six steps a side, or of its 24 grays.
fn indexed(red: u8, green: u8, blue: u8) -> u8 {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    let step = |value: u8| {
        let near = (0_u8..).zip(STEPS).min_by_key(|(_, step)| step.abs_diff(value));
        near.unwrap_or_default()
    };
    let ((r, near_red), (g, near_green), (b, near_blue)) = (step(red), step(green), step(blue));
    let mean = (u16::from(red) + u16::from(green) + u16::from(blue)) / 3;
    let gray = u8::try_from((mean.saturating_sub(3) / 10).min(23)).unwrap_or(0);
    let shade = 8 + 10 * gray;
    let apart = |one: [u8; 3]| {
        let [r, g, b] = one;
        [(r, red), (g, green), (b, blue)]
            .into_iter()
            .map(|(one, other)| u32::from(one.abs_diff(other)).pow(2))
            .sum::<u32>()
    };
    if apart([shade; 3]) < apart([near_red, near_green, near_blue]) {
        232 + gray
    } else {
        16 + 36 * r + 6 * g + b
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_color_of_256_is_taken() {
        assert_eq!(indexed(0, 0, 0), 16);
        assert_eq!(indexed(255, 0, 0), 196);
        assert_eq!(indexed(90, 90, 92), 240);
        assert_eq!(indexed(255, 255, 255), 231);
    }

    #[test]
    fn a_cell_holds_two_points() {
        let points = Points { width: 1, rgb: vec![1, 2, 3, 4, 5, 6] };
        let cells = halves(&points, Colors::True);
        assert_eq!(cells, [Half { upper: Ink::Rgb(1, 2, 3), lower: Ink::Rgb(4, 5, 6) }]);
    }
}
