//! What the rules make of each token, as a number: nothing, part of a title, or where in a name of
//! which kind, and how sure.

use super::super::decide::Verdict;
use super::super::evidence::KINDS;

/// Nothing.
const NONE: u8 = 0;
/// A title before a name.
const TITLE: u8 = 1;

/// The hint for each of `count` tokens.
pub(super) fn hints(count: usize, verdicts: &[Verdict]) -> Vec<u8> {
    let mut hints = vec![NONE; count];
    for verdict in verdicts {
        let kind = KINDS.iter().position(|kind| *kind == verdict.kind).unwrap_or(0);
        let level = level(verdict);
        let length = verdict.tokens.len();
        for (count, at) in verdict.tokens.clone().enumerate() {
            let place = match (count, count + 1 == length) {
                (0, true) => 0,
                (0, false) => 1,
                (_, false) => 2,
                (_, true) => 3,
            };
            let number = 2 + (level * 3 + kind) * 4 + place;
            if let Some(hint) = hints.get_mut(at) {
                *hint = u8::try_from(number).unwrap_or(NONE);
            }
        }
        for at in verdict.title.clone().into_iter().flatten() {
            hints.get_mut(at).into_iter().for_each(|hint| *hint = TITLE);
        }
    }
    hints
}

/// How sure the rules are: not at all, hardly, somewhat, quite.
fn level(verdict: &Verdict) -> usize {
    match (verdict.stands, verdict.confidence) {
        (false, _) if verdict.points <= 0 => 0,
        (false, _) => 1,
        (true, 0..76) => 2,
        (true, _) => 3,
    }
}
