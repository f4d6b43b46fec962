//! What stands in another order: runs that were left over on both sides and are the same.

use super::chain::runs;
use super::pairing::{Gap, Pairing};
use super::table;
use std::collections::HashMap;
use std::ops::Range;

/// A run that was moved has so many characters at least.
const WEIGHT: i32 = 12;

/// A run of tokens that stands more often than this among what is left over says nothing.
const COMMON: usize = 8;

/// Gaps up to this many tokens between two moved runs, or beside one, are compared in full.
const NEAR: usize = 60;

/// A run of the same tokens, free on both sides.
#[derive(Debug, Clone, Copy)]
struct Run {
    old: usize,
    new: usize,
    length: usize,
    weight: i32,
}

/// Pairs what was moved, the longest runs first, then what stands between and beside them.
pub(super) fn pair(pairing: &mut Pairing) {
    let mut found = candidates(pairing);
    found.sort_by_key(|run| (-run.weight, run.old, run.new));
    let mut moved = false;
    for run in found {
        // An earlier run may have taken a part of this one: what is left is a run of its own.
        for part in free_parts(pairing, run) {
            pairing.join_run(part.old, part.new, part.length);
            moved = true;
        }
    }
    if moved {
        for gap in gaps(pairing) {
            table::pair(pairing, &gap, (true, true));
        }
        for gap in edges(pairing) {
            table::pair(pairing, &gap, (false, false));
        }
    }
}

/// The runs that stand free on both sides, as far as they go.
fn candidates(pairing: &Pairing) -> Vec<Run> {
    let mut places: HashMap<[u32; 4], Vec<usize>> = HashMap::new();
    for range in free(&pairing.taken, |taken| !*taken) {
        for (at, run) in runs(&pairing.new, &range) {
            let places = places.entry(run).or_default();
            if places.len() <= COMMON {
                places.push(at);
            }
        }
    }
    let mut found = Vec::new();
    let mut reached: HashMap<usize, usize> = HashMap::new();
    for range in free(&pairing.to, Option::is_none) {
        for (old, run) in runs(&pairing.old, &range) {
            for &new in places.get(&run).filter(|it| it.len() <= COMMON).into_iter().flatten() {
                // By the distance of the two texts: a run that was followed to here already.
                let diagonal = new.wrapping_sub(old);
                if reached.get(&diagonal).is_some_and(|&end| old < end) {
                    continue;
                }
                let run = follow(pairing, old, new);
                reached.insert(diagonal, run.old + run.length);
                if run.weight >= WEIGHT {
                    found.push(run);
                }
            }
        }
    }
    found
}

/// The run that holds the two tokens, as far as it is free on both sides.
fn follow(pairing: &Pairing, old: usize, new: usize) -> Run {
    let alike = |old: usize, new: usize| pairing.are_free(old, new) && pairing.same(old, new);
    let back = (1..=old.min(new)).take_while(|by| alike(old - by, new - by)).count();
    let on = (0..pairing.old.len()).take_while(|by| alike(old + by, new + by)).count();
    let (old, new, length) = (old - back, new - back, back + on);
    Run { old, new, length, weight: (old..old + length).map(|at| pairing.weight(at)).sum() }
}

/// The parts of a run that are still free on both sides and long enough.
fn free_parts(pairing: &Pairing, run: Run) -> Vec<Run> {
    let mut parts: Vec<Run> = Vec::new();
    let mut open = false;
    for at in 0..run.length {
        let (old, new) = (run.old + at, run.new + at);
        if pairing.are_free(old, new) {
            match parts.last_mut().filter(|_| open) {
                Some(part) => part.length += 1,
                None => parts.push(Run { old, new, length: 1, weight: 0 }),
            }
            if let Some(part) = parts.last_mut() {
                part.weight += pairing.weight(old);
            }
        }
        open = pairing.are_free(old, new);
    }
    parts.retain(|part| part.weight >= WEIGHT);
    parts
}

/// The ranges whose items are free.
fn free<T>(items: &[T], is_free: impl Fn(&T) -> bool) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    for (at, item) in items.iter().enumerate() {
        if !is_free(item) {
            continue;
        }
        match ranges.last_mut().filter(|range| range.end == at) {
            Some(range) => range.end = at + 1,
            None => ranges.push(at..at + 1),
        }
    }
    ranges
}

/// Short gaps whose two neighbors are near each other on both sides.
fn gaps(pairing: &Pairing) -> Vec<Gap> {
    let ranges = free(&pairing.to, Option::is_none).into_iter();
    let short = ranges.filter(|range| range.len() <= NEAR);
    let gaps = short.filter_map(|old| {
        let start = pairing.pair(old.start.checked_sub(1)?)? + 1;
        let end = pairing.pair(old.end)?;
        let new = start..end;
        let all_free = (1..=NEAR).contains(&new.len()) && new.clone().all(|at| pairing.is_free(at));
        all_free.then_some(Gap { old, new })
    });
    gaps.collect()
}

/// What is free before and behind a run on both sides, within the paragraph.
fn edges(pairing: &Pairing) -> Vec<Gap> {
    let mut gaps = Vec::new();
    for range in free(&pairing.to, Option::is_none) {
        let opens = |at: usize| pairing.old.get(at).is_none_or(|token| token.opens);
        if let Some(new) = pairing.pair(range.end) {
            let from = (range.start..range.end).rev().take(NEAR).find(|&at| opens(at));
            let start = from.unwrap_or(range.end.saturating_sub(NEAR).max(range.start));
            let back = (1..=new.min(NEAR)).take_while(|by| pairing.is_free(new - by)).count();
            gaps.push(Gap { old: start..range.end, new: new - back..new });
        }
        if let Some(new) = range.start.checked_sub(1).and_then(|at| pairing.pair(at)) {
            let upto = (range.start..range.end).take(NEAR).find(|&at| opens(at));
            let end = upto.unwrap_or((range.start + NEAR).min(range.end));
            let on = (1..=NEAR).take_while(|by| pairing.is_free(new + by)).count();
            gaps.push(Gap { old: range.start..end, new: new + 1..new + 1 + on });
        }
    }
    gaps.retain(|gap| !gap.is_empty());
    gaps
}
