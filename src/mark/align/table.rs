//! The best pairing of a short stretch, over all of them: alignment by dynamic programming
//! (Needleman and Wunsch 1970, with the price of a new run of pairs after Gotoh 1982).

use super::like::likeness;
use super::pairing::{Gap, Pairing};

/// The largest table, in cells.
pub(super) const AREA: usize = 1 << 22;

/// What a run of pairs costs, in hundredths of a character: fewer and longer runs are likelier,
/// and a short word that stands alone by chance is none.
const RUN: i32 = 250;

/// What a run costs less where paragraphs begin with it on both sides.
const OPENING: i32 = 150;

/// What a run costs more that begins within what is written as one: a full stop goes with the
/// word before it, not with another full stop after an added sentence.
const GLUED: i32 = 60;

/// Where the best pairing of a prefix of both sides comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// The last old token has no partner.
    Old,
    /// The last new token has none.
    New,
    /// The last two are a pair.
    Pair,
}

/// A cell: the best of all, and the best that ends in a pair.
#[derive(Debug, Clone, Copy)]
struct Cell {
    best: i32,
    paired: i32,
}

/// No pairing.
const NONE: Cell = Cell { best: 0, paired: i32::MIN / 2 };

/// Makes the best pairs within `gap`, in the order of both texts. `joined` says whether the
/// tokens before and after the gap are pairs already, so that a run may go on from there.
pub(super) fn pair(pairing: &mut Pairing, gap: &Gap, joined: (bool, bool)) {
    if gap.is_empty() || gap.area() > AREA.min(pairing.budget) {
        return;
    }
    pairing.budget -= gap.area();
    for (old, new) in best(pairing, gap, joined) {
        pairing.join(old, new);
    }
}

/// The best pairs, last first.
fn best(pairing: &Pairing, gap: &Gap, joined: (bool, bool)) -> Vec<(usize, usize)> {
    let width = gap.new.len();
    let mut steps: Vec<(From, bool)> = Vec::with_capacity(gap.area());
    let start = Cell { best: 0, paired: if joined.0 { 0 } else { NONE.paired } };
    let mut above = vec![NONE; width + 1];
    let mut row = vec![NONE; width + 1];
    if let Some(first) = above.first_mut() {
        *first = start;
    }
    for (line, old) in gap.old.clone().enumerate() {
        let mut left = NONE;
        let mut corner = above.first().copied().unwrap_or(NONE);
        if let Some(first) = row.first_mut() {
            *first = NONE;
        }
        for (column, new) in gap.new.clone().enumerate() {
            let up = above.get(column + 1).copied().unwrap_or(NONE);
            let (paired, goes_on) = ending(pairing, (old, new), corner);
            let ends = joined.1 && line + 1 == gap.old.len() && column + 1 == width;
            let worth = if ends { paired + RUN } else { paired };
            let (from, best) = if worth >= up.best && worth >= left.best {
                (From::Pair, paired)
            } else if up.best >= left.best {
                (From::Old, up.best)
            } else {
                (From::New, left.best)
            };
            steps.push((from, goes_on));
            left = Cell { best, paired };
            corner = up;
            if let Some(cell) = row.get_mut(column + 1) {
                *cell = left;
            }
        }
        std::mem::swap(&mut above, &mut row);
    }
    trace(gap, &steps)
}

/// The best pairing that ends with the two as a pair, and whether they go on a run.
fn ending(pairing: &Pairing, (old, new): (usize, usize), before: Cell) -> (i32, bool) {
    let likeness = likeness(pairing, old, new);
    if likeness == 0 || !pairing.are_free(old, new) {
        return (NONE.paired, false);
    }
    let price = match (pairing.open(old, new), pairing.is_glued(old)) {
        (true, _) => RUN - OPENING,
        (false, true) => RUN + GLUED,
        (false, false) => RUN,
    };
    let fresh = before.best - price;
    (before.paired.max(fresh) + likeness, before.paired >= fresh)
}

/// The pairs along the best way back from the last cell.
fn trace(gap: &Gap, steps: &[(From, bool)]) -> Vec<(usize, usize)> {
    let width = gap.new.len();
    let (mut line, mut column) = (gap.old.len(), width);
    let mut pairs = Vec::new();
    let mut runs = false;
    while line > 0 && column > 0 {
        let Some(&(from, goes_on)) = steps.get((line - 1) * width + column - 1) else { break };
        match if runs { From::Pair } else { from } {
            From::Pair => {
                pairs.push((gap.old.start + line - 1, gap.new.start + column - 1));
                runs = goes_on;
                line -= 1;
                column -= 1;
            }
            From::Old => line -= 1,
            From::New => column -= 1,
        }
    }
    pairs
}
