//! Whether the new screen is, in part, the old one moved up or down: the terminal can then move
//! the rows itself.

use super::cost;
use super::tile::{Symbol, Tile};

/// Rows are compared in pieces of this many columns, so that a moved text is found beside a
/// sidebar that stays.
const PIECE: usize = 12;

/// What the sequences of a scroll take, in bytes.
const OVERHEAD: usize = 24;

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

/// A row of the old screen and the row of the new one in its place.
type Pair<'t> = (&'t [Tile], &'t [Tile]);

/// The shift that saves most, if any saves something. Both screens have rows of `columns` tiles.
pub(super) fn find(old: &[Tile], new: &[Tile], columns: usize) -> Option<Shift> {
    if columns == 0 || old.len() != new.len() {
        return None;
    }
    let rows: Vec<Pair> = old.chunks(columns).zip(new.chunks(columns)).collect();
    if rows.iter().filter(|(old, new)| old != new).take(3).count() < 3 {
        return None;
    }
    let pieces = Pieces::new(&rows, columns.div_ceil(PIECE));
    let shift = pieces.region(pieces.likeliest()?)?;
    (gain(&rows, shift) > OVERHEAD).then_some(shift)
}

/// The prints of the pieces of both screens, row by row: 0 for a blank piece.
struct Pieces {
    old: Vec<u64>,
    new: Vec<u64>,
    /// How many pieces a row has.
    count: usize,
}

impl Pieces {
    fn new(rows: &[Pair], count: usize) -> Self {
        let (mut old, mut new) = (Vec::new(), Vec::new());
        for (before, after) in rows {
            old.extend(before.chunks(PIECE).map(print));
            new.extend(after.chunks(PIECE).map(print));
        }
        Self { old, new, count }
    }

    /// The pieces that changed: where each is, what it is now.
    fn changed(&self) -> impl Iterator<Item = (usize, u64)> {
        let pairs = self.old.iter().zip(&self.new).enumerate();
        pairs.filter(|(_, (old, new))| old != new && **new != 0).map(|(at, (_, new))| (at, *new))
    }

    /// By how many rows most of what changed was moved.
    fn likeliest(&self) -> Option<isize> {
        let mut stood: Vec<(u64, usize)> = self
            .old
            .iter()
            .zip(0..)
            .filter(|(print, _)| **print != 0)
            .map(|(p, at)| (*p, at))
            .collect();
        stood.sort_unstable();
        let mut moves: Vec<isize> = Vec::new();
        for (at, print) in self.changed() {
            // The last of equal pieces that stood in the same column.
            let equal = stood.get(..stood.partition_point(|&(known, _)| known <= print));
            let mut equal = equal.unwrap_or_default().iter().rev();
            let from =
                equal.find(|(known, from)| *known != print || from % self.count == at % self.count);
            if let Some((_, from)) = from.filter(|(known, _)| *known == print) {
                moves.push((from / self.count).cast_signed() - (at / self.count).cast_signed());
            }
        }
        most(moves)
    }

    /// The rows between which what changed was moved by so many rows.
    fn region(&self, rows: isize) -> Option<Shift> {
        let by = rows * self.count.cast_signed();
        let moved = self.changed().filter_map(|(at, print)| {
            let from = at.checked_add_signed(by)?;
            (self.old.get(from) == Some(&print)).then_some([at / self.count, from / self.count])
        });
        let ends = moved.flatten().fold(None, |ends: Option<(usize, usize)>, row| {
            Some(ends.map_or((row, row), |(top, last)| (top.min(row), last.max(row))))
        });
        ends.map(|(top, last)| Shift { top, bottom: last + 1, rows })
    }
}

/// The move that is there most often, if any moves at all.
fn most(mut moves: Vec<isize>) -> Option<isize> {
    moves.retain(|by| *by != 0);
    moves.sort_unstable();
    let runs = moves.chunk_by(|one, other| one == other);
    runs.max_by_key(|run| run.len()).and_then(|run| run.first().copied())
}

/// A number for a piece, the same for those that hold the same characters (FNV-1a); 0 for a blank
/// one.
fn print(piece: &[Tile]) -> u64 {
    let mix = |hash: u64, value: u64| (hash ^ value).wrapping_mul(0x0100_0000_01b3);
    let mut hash = 0xcbf2_9ce4_8422_2325;
    let mut blank = true;
    for tile in piece {
        blank &= tile.is_blank();
        hash = match &tile.symbol {
            Symbol::Char(c) => mix(hash, u64::from(*c)),
            Symbol::Cluster(text) => text.bytes().fold(hash, |hash, byte| mix(hash, byte.into())),
            Symbol::Tail | Symbol::Unknown => mix(hash, 0),
            Symbol::Picture(number) => mix(hash, *number),
        };
    }
    if blank { 0 } else { hash }
}

/// How much less is to be written after a shift than without it; 0 where not less.
fn gain(rows: &[Pair], shift: Shift) -> usize {
    let (mut plain, mut moved) = (0, 0);
    for (at, (old, new)) in rows.iter().enumerate().take(shift.bottom).skip(shift.top) {
        plain += cost::change(old, new);
        moved += match shift.source(at).and_then(|from| rows.get(from)) {
            Some((old, _)) => cost::change(old, new),
            None => cost::fill(new.last().unwrap_or(&Tile::BLANK), new),
        };
    }
    plain.saturating_sub(moved)
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
