//! Whether the new screen is, in part, the old one moved up or down: the terminal can then move
//! the rows itself.

use super::tile::{Symbol, Tile};

/// Rows are compared in pieces of this many columns, so that a moved text is found beside a
/// sidebar that stays.
const PIECE: usize = 12;

/// What the sequences of a scroll cost, in columns written.
const OVERHEAD: usize = 24;

/// What it costs to move to a changed place, in columns written.
const MOVE: usize = 5;

/// Rows to be moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Shift {
    /// The first row of those concerned.
    pub(super) top: usize,
    /// The row behind the last.
    pub(super) bottom: usize,
    /// By how many rows, up where positive. Never 0, and smaller than the region.
    pub(super) rows: isize,
}

impl Shift {
    /// The row that comes to stand at `row` of the region; `None` where a blank one does.
    pub(super) fn source(self, row: usize) -> Option<usize> {
        let source = row.checked_add_signed(self.rows)?;
        (self.top..self.bottom).contains(&source).then_some(source)
    }
}

/// The shift that saves most, if any saves something. Both screens have rows of `columns` tiles.
pub(super) fn find(old: &[Tile], new: &[Tile], columns: usize) -> Option<Shift> {
    if columns == 0 || old.len() != new.len() {
        return None;
    }
    let old_rows: Vec<&[Tile]> = old.chunks(columns).collect();
    let new_rows: Vec<&[Tile]> = new.chunks(columns).collect();
    let changed = old_rows.iter().zip(&new_rows).filter(|(old, new)| old != new).count();
    if changed < 3 {
        return None;
    }
    let shift = likeliest(&prints(&old_rows), &prints(&new_rows))?;
    (gain(&old_rows, &new_rows, shift) > OVERHEAD).then_some(shift)
}

/// The prints of a row's pieces; 0 for a blank piece.
type Prints = Vec<Vec<u64>>;

/// A number for each piece of each row, the same for pieces that hold the same characters.
fn prints(rows: &[&[Tile]]) -> Prints {
    rows.iter().map(|row| row.chunks(PIECE).map(print).collect()).collect()
}

/// The number of one piece (FNV-1a, by characters).
fn print(piece: &[Tile]) -> u64 {
    if piece.iter().all(Tile::is_blank) {
        return 0;
    }
    let mix = |hash: u64, value: u64| (hash ^ value).wrapping_mul(0x0100_0000_01b3);
    piece.iter().fold(0xcbf2_9ce4_8422_2325, |hash, tile| match &tile.symbol {
        Symbol::Char(c) => mix(hash, u64::from(*c)),
        Symbol::Cluster(text) => text.bytes().fold(hash, |hash, byte| mix(hash, byte.into())),
        Symbol::Tail => mix(hash, 0),
    })
}

/// The shift under which most pieces that changed are found again, with the rows it concerns.
fn likeliest(old: &Prints, new: &Prints) -> Option<Shift> {
    let height = isize::try_from(new.len()).ok()?;
    let mut best: Option<(usize, Shift)> = None;
    for rows in (1 - height..height).filter(|&rows| rows != 0) {
        let (mut found, mut first, mut last) = (0, usize::MAX, 0);
        for (at, row) in new.iter().enumerate() {
            let Some(from) = at.checked_add_signed(rows) else { continue };
            let (Some(source), Some(stood)) = (old.get(from), old.get(at)) else { continue };
            let again = row
                .iter()
                .zip(source)
                .zip(stood)
                .filter(|((new, old), stood)| **new != 0 && new == old && new != stood)
                .count();
            if again > 0 {
                found += again;
                first = first.min(at).min(from);
                last = last.max(at).max(from);
            }
        }
        if found > best.map_or(0, |(most, _)| most) {
            best = Some((found, Shift { top: first, bottom: last + 1, rows }));
        }
    }
    best.map(|(_, shift)| shift)
}

/// How much less is to be written after a shift than without it, in columns; 0 where not less.
fn gain(old: &[&[Tile]], new: &[&[Tile]], shift: Shift) -> usize {
    let (mut plain, mut moved) = (0, 0);
    for (at, row) in new.iter().enumerate().take(shift.bottom).skip(shift.top) {
        plain += cost(old.get(at).copied(), row);
        moved += cost(shift.source(at).and_then(|from| old.get(from)).copied(), row);
    }
    plain.saturating_sub(moved)
}

/// What it takes to turn one row (a blank one for `None`) into another, in columns written.
fn cost(old: Option<&[Tile]>, new: &[Tile]) -> usize {
    let mut sum = 0;
    let mut kept = true;
    for (at, tile) in new.iter().enumerate() {
        let same = old.map_or(*tile == Tile::BLANK, |old| old.get(at) == Some(tile));
        if !same {
            sum += 1 + if kept { MOVE } else { 0 };
        }
        kept = same;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::super::look::Look;
    use super::*;

    fn tiles(rows: &[&str], columns: usize) -> Vec<Tile> {
        rows.iter()
            .flat_map(|row| {
                let padded = format!("{row:<columns$}");
                padded
                    .chars()
                    .take(columns)
                    .map(|c| Tile { symbol: Symbol::Char(c), look: Look::PLAIN })
                    .collect::<Vec<_>>()
            })
            .collect()
    }

    const LINES: [&str; 7] = [
        "head",
        "the first line of some prose",
        "and the second one after it",
        "a third that says more yet",
        "a fourth with other words",
        "a fifth, to have enough",
        "foot",
    ];

    fn found(new: &[&str]) -> Option<(usize, usize, isize)> {
        find(&tiles(&LINES, 40), &tiles(new, 40), 40).map(|s| (s.top, s.bottom, s.rows))
    }

    #[test]
    fn a_text_moved_up_is_found_between_head_and_foot() {
        let [head, _, two, three, four, five, foot] = LINES;
        let new = [head, two, three, four, five, "and a sixth came in here", foot];
        assert_eq!(found(&new), Some((1, 6, 1)));
    }

    #[test]
    fn a_text_moved_down_is_found() {
        let [head, one, two, three, four, _, foot] = LINES;
        let new = [head, "what stood before the first", one, two, three, four, foot];
        assert_eq!(found(&new), Some((1, 6, -1)));
    }

    #[test]
    fn another_text_is_no_shift() {
        assert_eq!(found(&["x", "y z", "words", "that", "were", "never", "here"]), None);
    }

    #[test]
    fn the_same_text_is_no_shift() {
        assert_eq!(found(&LINES), None);
    }

    #[test]
    fn a_text_beside_a_standing_sidebar_is_found() {
        let beside = |rows: &[&str]| -> Vec<String> {
            rows.iter().enumerate().map(|(n, row)| format!("{row:<36}side {n}")).collect()
        };
        let old = beside(&LINES);
        let mut moved = LINES;
        moved.get_mut(1..6).unwrap().rotate_left(1);
        let new = beside(&moved);
        let refs = |rows: &[String]| rows.iter().map(String::as_str).collect::<Vec<_>>().join("\n");
        let (old, new) = (refs(&old), refs(&new));
        let (old, new): (Vec<&str>, Vec<&str>) = (old.lines().collect(), new.lines().collect());
        let shift = find(&tiles(&old, 44), &tiles(&new, 44), 44).unwrap();
        assert_eq!((shift.top, shift.bottom, shift.rows), (1, 6, 1));
    }
}
