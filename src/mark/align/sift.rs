//! Pairs that came about by chance: common words that stand alone among others that went.

use super::pairing::Pairing;

/// Pairs with at most this many other tokens between them, on both sides, stand together.
const NEAR: usize = 6;

/// So many characters in pairs that stand together are no chance.
const SURE: i32 = 24;

/// The least share, in percent, that pairs have of the stretch they stand in.
const SHARE: i32 = 40;

/// Pairs that stand together.
#[derive(Debug, Default)]
struct Group {
    first: (usize, usize),
    last: (usize, usize),
    weight: i32,
}

/// Takes pairs apart that few others stand by.
pub(super) fn part_chance(pairing: &mut Pairing) {
    let whole: i32 = (0..pairing.old.len()).map(|at| pairing.weight(at)).sum();
    for group in groups(pairing) {
        let stretch: i32 = (group.first.0..=group.last.0).map(|at| pairing.weight(at)).sum();
        let dense = group.weight * 100 >= stretch * SHARE;
        let sure = group.weight >= SURE.min(whole / 2);
        if !(dense && (sure || is_sentence(pairing, &group))) {
            for at in group.first.0..=group.last.0 {
                pairing.part(at);
            }
        }
    }
}

/// Whether sentences begin and end with the group on both sides.
fn is_sentence(pairing: &Pairing, group: &Group) -> bool {
    let ((old, new), (old_end, new_end)) = (group.first, group.last);
    let begins = pairing.old_bound(old) && pairing.new_bound(new);
    begins && pairing.old_bound(old_end + 1) && pairing.new_bound(new_end + 1)
}

fn groups(pairing: &Pairing) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for old in 0..pairing.old.len() {
        let Some(new) = pairing.pair(old) else { continue };
        let weight = pairing.weight(old);
        let near = |group: &&mut Group| {
            let (before, there) = group.last;
            old - before <= NEAR && new > there && new - there <= NEAR
        };
        match groups.last_mut().filter(near) {
            Some(group) => {
                group.last = (old, new);
                group.weight += weight;
            }
            None => groups.push(Group { first: (old, new), last: (old, new), weight }),
        }
    }
    groups
}
