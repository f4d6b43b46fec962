//! The pairs that stand in the same order in both texts: what begins and ends alike, then runs of
//! words that stand once in each (after patience diff, Cohen 2008), and between these a full
//! comparison.

use super::pairing::{Gap, Pairing};
use super::table;
use std::collections::HashMap;
use std::ops::Range;

/// So many tokens in a row make a run that is told apart from others.
const RUN: usize = 4;

/// A stretch up to this many comparisons is compared in full at once.
const SMALL: usize = 1 << 19;

/// Makes the pairs that stand in order.
pub(super) fn pair(pairing: &mut Pairing) {
    let mut gaps = vec![pairing.whole()];
    while let Some(gap) = gaps.pop() {
        let gap = strip(pairing, &gap);
        if gap.is_empty() {
            continue;
        }
        if gap.area() <= SMALL {
            table::pair(pairing, &gap, (false, false));
            continue;
        }
        let anchors = anchors(pairing, &gap);
        if anchors.is_empty() {
            table::pair(pairing, &gap, (false, false));
            continue;
        }
        gaps.extend(between(pairing, &gap, &anchors));
    }
}

/// Pairs the whole paragraphs with which both sides begin and end alike; what is left.
fn strip(pairing: &mut Pairing, gap: &Gap) -> Gap {
    let most = gap.old.len().min(gap.new.len());
    let alike = |at: &usize| pairing.same(gap.old.start + at, gap.new.start + at);
    let front = (0..most).take_while(alike).count();
    let opens = |&at: &usize| pairing.open(gap.old.start + at, gap.new.start + at);
    let front = (0..=front).rev().find(opens).unwrap_or(0);
    let most = most - front;
    let alike = |at: &usize| {
        pairing.same(gap.old.end.wrapping_sub(at + 1), gap.new.end.wrapping_sub(at + 1))
    };
    let back = (0..most).take_while(alike).count();
    let opens = |&at: &usize| at == 0 || pairing.open(gap.old.end - at, gap.new.end - at);
    let back = (0..=back).rev().find(opens).unwrap_or(0);
    pairing.join_run(gap.old.start, gap.new.start, front);
    pairing.join_run(gap.old.end - back, gap.new.end - back, back);
    Gap {
        old: gap.old.start + front..gap.old.end - back,
        new: gap.new.start + front..gap.new.end - back,
    }
}

/// The places where runs begin that stand once on each side, in the order of both: the longest
/// such chain.
fn anchors(pairing: &Pairing, gap: &Gap) -> Vec<(usize, usize)> {
    let once = |tokens: &[super::token::Token], range: &Range<usize>| {
        let mut places: HashMap<[u32; RUN], Option<usize>> = HashMap::new();
        for (at, run) in runs(tokens, range) {
            places.entry(run).and_modify(|place| *place = None).or_insert(Some(at));
        }
        places
    };
    let places = once(&pairing.new, &gap.new);
    let mut pairs: Vec<(usize, usize)> = once(&pairing.old, &gap.old)
        .into_iter()
        .filter_map(|(run, old)| Some((old?, (*places.get(&run)?)?)))
        .collect();
    pairs.sort_unstable();
    longest_chain(&pairs)
}

/// Every run of tokens within `range`, with its place.
pub(super) fn runs<'a>(
    tokens: &'a [super::token::Token],
    range: &Range<usize>,
) -> impl Iterator<Item = (usize, [u32; RUN])> + use<'a> {
    let start = range.start;
    let windows = tokens.get(range.clone()).unwrap_or_default().windows(RUN);
    windows.enumerate().filter_map(move |(at, run)| {
        let forms: Vec<u32> = run.iter().map(|token| token.form).collect();
        Some((start + at, forms.try_into().ok()?))
    })
}

/// The longest part of `pairs`, sorted by the first, whose seconds ascend (Fredman 1975).
pub(super) fn longest_chain(pairs: &[(usize, usize)]) -> Vec<(usize, usize)> {
    let mut ends: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let second = |at: usize| pairs.get(at).map_or(0, |pair| pair.1);
    for at in 0..pairs.len() {
        let length = ends.partition_point(|&end| second(end) < second(at));
        before.push(length.checked_sub(1).and_then(|length| ends.get(length).copied()));
        match ends.get_mut(length) {
            Some(end) => *end = at,
            None => ends.push(at),
        }
    }
    let mut chain = Vec::with_capacity(ends.len());
    let mut at = ends.last().copied();
    while let Some(pair) = at {
        chain.extend(pairs.get(pair).copied());
        at = before.get(pair).copied().flatten();
    }
    chain.reverse();
    chain
}

/// Pairs the runs at `anchors`, and gives the gaps between them.
fn between(pairing: &mut Pairing, gap: &Gap, anchors: &[(usize, usize)]) -> Vec<Gap> {
    let mut gaps = Vec::new();
    let (mut old, mut new) = (gap.old.start, gap.new.start);
    for &(at, there) in anchors {
        let fresh = at.max(old) - at;
        if fresh >= RUN || there + fresh < new {
            continue;
        }
        let (from, to) = (at + fresh, there + fresh);
        if from > old || to > new {
            gaps.push(Gap { old: old..from, new: new..to });
        }
        pairing.join_run(from, to, RUN - fresh);
        (old, new) = (at + RUN, there + RUN);
    }
    gaps.push(Gap { old: old..gap.old.end, new: new..gap.new.end });
    gaps.retain(|gap| !gap.is_empty());
    gaps
}
