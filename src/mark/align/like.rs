//! How alike two tokens are: the same, mistyped, or another number in the same place.

use super::pairing::Pairing;
use super::token::Form;

/// The likeness of two tokens, in hundredths of a character of the old one; 0 where they have
/// nothing to do with each other.
pub(super) fn likeness(pairing: &Pairing, old: usize, new: usize) -> i32 {
    let weight = pairing.weight(old);
    if pairing.same(old, new) {
        return weight * 100;
    }
    let form = |token: Option<&super::token::Token>| pairing.forms.get(token?.form);
    match (form(pairing.old.get(old)), form(pairing.new.get(new))) {
        (Some(old), Some(new)) => weight * percent(old, new),
        _ => 0,
    }
}

/// The share of two different words that is alike, in percent.
pub(super) fn percent(old: &Form, new: &Form) -> i32 {
    if old.number && new.number {
        // Another figure: the place is the same, what is said is not.
        return 20;
    }
    let (a, b) = (old.letters.len(), new.letters.len());
    let longer = a.max(b);
    let allowed = longer / 3;
    if allowed == 0 || a.abs_diff(b) > allowed {
        return 0;
    }
    let unlike = (old.set ^ new.set).count_ones();
    if usize::try_from(unlike).is_ok_and(|unlike| unlike > 2 * allowed) {
        return 0;
    }
    let distance = distance(&old.letters, &new.letters);
    if distance > allowed {
        return 0;
    }
    i32::try_from((longer - distance) * 100 / longer).unwrap_or(0)
}

/// How many letters must be changed, added, left out or swapped with their neighbor to make one
/// word of the other (optimal string alignment, after Damerau 1964).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut earlier: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (line, x) in a.iter().enumerate() {
        let mut row = vec![line + 1];
        for (column, y) in b.iter().enumerate() {
            let at =
                |row: &[usize], column: usize| row.get(column).copied().unwrap_or(usize::MAX / 2);
            let change = at(&above, column) + usize::from(x != y);
            let mut best = change.min(at(&above, column + 1) + 1).min(at(&row, column) + 1);
            let swapped = line > 0
                && column > 0
                && a.get(line - 1) == Some(y)
                && b.get(column - 1) == Some(x);
            if swapped {
                best = best.min(at(&earlier, column - 1) + 1);
            }
            row.push(best);
        }
        earlier = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(a.len())
}
