//! Which columns of a row are to be written, and in which order the pieces take fewest bytes.

use super::cost;
use super::look::Look;
use super::tile::{Symbol, Tile};
use std::ops::Range;

/// A piece of work on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Job {
    /// Clear a row from a column on, to the background of what is to stand there.
    Clear {
        /// The row.
        line: usize,
        /// The column.
        column: usize,
    },
    /// Write columns of a row, all in one look.
    Write {
        /// The row.
        line: usize,
        /// The columns.
        columns: Range<usize>,
    },
}

/// Appends what turns a row into another: over what stands there, or over a cleared rest of it,
/// whichever takes less.
pub(super) fn row(line: usize, shown: &[Tile], next: &[Tile], jobs: &mut Vec<Job>) {
    let Some(first) = shown.iter().zip(next).position(|(shown, next)| shown != next) else {
        return;
    };
    let all = next.len();
    let Some(bare) = next.last().filter(|last| last.is_bare()) else {
        return write(line, next, first..all, |column| shown.get(column), jobs);
    };
    let end = next.iter().rposition(|tile| tile != bare).map_or(0, |column| column + 1);
    let change = |part: Range<usize>| cost::change(slice(shown, part.clone()), slice(next, part));
    let (text, blanks) = (change(first.min(end)..end), change(end..all));
    let cleared = cost::ERASE + cost::fill(bare, slice(next, first..all));
    if cleared < text + blanks.min(cost::ERASE_THERE) {
        jobs.push(Job::Clear { line, column: first });
        write(line, next, first..all, |_| Some(bare), jobs);
    } else if blanks > cost::ERASE_THERE {
        write(line, next, first..end, |column| shown.get(column), jobs);
        jobs.push(Job::Clear { line, column: end.max(first) });
    } else {
        write(line, next, first..all, |column| shown.get(column), jobs);
    }
}

/// Appends what writes a row's columns where they are not what `stands` there.
fn write<'t>(
    line: usize,
    next: &[Tile],
    columns: Range<usize>,
    stands: impl Fn(usize) -> Option<&'t Tile>,
    jobs: &mut Vec<Job>,
) {
    // Up to here the terminal may show something else than is known of it.
    let mut doubtful = 0;
    let mut kept = true;
    let mut open: Option<(Range<usize>, Look)> = None;
    for (column, tile) in next.iter().enumerate().take(columns.end).skip(columns.start) {
        // A symbol is written with all its columns or not at all.
        kept = if is_covered(tile) {
            kept
        } else {
            column >= doubtful && stands(column) == Some(tile)
        };
        if let Some(reach) = tile.reach() {
            doubtful = doubtful.max(if kept { 0 } else { column + reach });
        }
        open = match open {
            Some((range, look)) if !kept && tile.goes_with(look) => {
                Some((range.start..column + 1, look))
            }
            other => {
                jobs.extend(other.map(|(columns, _)| Job::Write { line, columns }));
                (!kept).then_some((column..column + 1, tile.look))
            }
        };
    }
    jobs.extend(open.map(|(columns, _)| Job::Write { line, columns }));
}

/// The jobs of all rows so ordered that looks change least: what is cleared first, then look by
/// look. Rows with symbols of disputed width stay as they are, since there the order matters.
/// `None` where there is nothing to gain.
pub(super) fn by_look(jobs: &[Job], next: &[Tile], columns: usize) -> Option<Vec<Job>> {
    let agreed = |row: &[Tile]| row.iter().all(|tile| tile.reach().is_none());
    let rows: Vec<(&[Tile], bool)> = next.chunks(columns).map(|row| (row, agreed(row))).collect();
    let mut looks: Vec<Look> = Vec::new();
    let mut place = |job: &Job| match job {
        Job::Write { line, columns } => {
            let (row, agreed) = rows.get(*line)?;
            let look = row.get(columns.start).filter(|_| *agreed)?.look;
            looks.iter().position(|known| *known == look).or_else(|| {
                looks.push(look);
                Some(looks.len() - 1)
            })
        }
        Job::Clear { .. } => None,
    };
    let mut placed: Vec<(Option<usize>, &Job)> = jobs.iter().map(|job| (place(job), job)).collect();
    placed.sort_by_key(|(place, _)| *place);
    (looks.len() > 1).then(|| placed.into_iter().map(|(_, job)| job.clone()).collect())
}

/// Part of a row; empty where the row is shorter.
pub(super) fn slice(tiles: &[Tile], part: Range<usize>) -> &[Tile] {
    tiles.get(part).unwrap_or_default()
}

/// Whether a column is covered by the symbol to its left.
pub(super) fn is_covered(tile: &Tile) -> bool {
    tile.symbol == Symbol::Tail
}
