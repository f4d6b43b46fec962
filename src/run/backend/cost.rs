//! What it takes to write a row, estimated in bytes: enough to choose between ways to do it.

use super::tile::Tile;

/// What a move of the cursor takes.
const MOVE: usize = 5;

/// What it takes to clear a row to its end from where the cursor stands.
pub(super) const ERASE: usize = 3;

/// The same from elsewhere.
pub(super) const ERASE_THERE: usize = ERASE + MOVE;

/// What it takes to turn one row into another.
pub(super) fn change(old: &[Tile], new: &[Tile]) -> usize {
    if old == new { 0 } else { sum(old.iter().zip(new).map(|(old, new)| old == new)) }
}

/// What it takes to write a row over columns that are all `blank`.
pub(super) fn fill(blank: &Tile, new: &[Tile]) -> usize {
    sum(new.iter().map(|new| new == blank))
}

/// A byte for each column that is not kept, and a move for each that follows one that is.
#[inline]
fn sum(kept: impl Iterator<Item = bool>) -> usize {
    let (mut sum, mut before) = (0, true);
    for kept in kept {
        sum += usize::from(!kept) + MOVE * usize::from(before && !kept);
        before = kept;
    }
    sum
}
