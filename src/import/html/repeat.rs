//! What a page says twice: for a wide and for a narrow window, as a teaser and in full.

use super::dom::Dom;
use super::judge::Court;
use crate::article::{BlockRole, Visibility};
use std::collections::{HashMap, HashSet};

/// The same paragraph is seen once if it is longer.
const PARAGRAPH: usize = 300;

/// An element that says again what another said is not seen if it is longer.
const ELEMENT: usize = 100;

/// How many places of the same words are compared.
const PLACES: usize = 8;

impl Court<'_, '_> {
    /// The same words twice are seen once.
    pub(super) fn fold_repeats(&mut self, dom: &Dom) {
        let mut seen = HashSet::new();
        for block in &mut self.blocks {
            let counts = block.draft.chars > PARAGRAPH && block.verdict.role != BlockRole::Caption;
            if block.is_shown() && counts && !seen.insert(block.text.clone()) {
                block.verdict.visibility = Visibility::Hidden;
            }
        }
        for at in self.repeated_elements(dom) {
            if let Some(block) = self.blocks.get_mut(at) {
                block.verdict.visibility = Visibility::Folded;
            }
        }
    }

    /// The blocks of elements that say, in the same order, what stood before outside of them. An
    /// article that repeats itself mostly goes on in the same element; one that does not, as a song
    /// or a plan with an element for each day, looks the same: so they are one key away.
    fn repeated_elements(&self, dom: &Dom) -> Vec<usize> {
        let row = Row::of(self);
        let mut repeated = Vec::new();
        let mut at = 0;
        while at < row.blocks.len() {
            let Some(run) = row.longest_before(at) else {
                at += 1;
                continue;
            };
            let blocks = row.blocks.get(at..at + run.length).unwrap_or_default();
            let chars: usize = blocks.iter().map(|at| self.chars(*at)).sum();
            if run.length > 1 && chars > ELEMENT && self.is_apart(dom, blocks, run.first) {
                repeated.extend_from_slice(blocks);
            }
            at += run.length;
        }
        repeated
    }

    fn chars(&self, at: usize) -> usize {
        self.blocks.get(at).map_or(0, |block| block.draft.chars)
    }

    /// Whether the element around `blocks` does not hold the block `first` too.
    fn is_apart(&self, dom: &Dom, blocks: &[usize], first: usize) -> bool {
        let node = |at: usize| self.blocks.get(at).map(|block| block.draft.node);
        let ends =
            blocks.first().and_then(|at| node(*at)).zip(blocks.last().and_then(|at| node(*at)));
        let Some(((start, end), first)) = ends.zip(node(first)) else { return false };
        let holds = |id: usize, node: usize| id <= node && node < dom.end(id);
        let around = std::iter::once(start).chain(dom.ancestors(start)).find(|id| holds(*id, end));
        around.is_some_and(|around| !holds(around, first))
    }
}

/// The blocks that are seen, and where their words stood before.
struct Row {
    /// The blocks.
    blocks: Vec<usize>,
    /// For each of them, the earlier ones in the row that say the same.
    before: Vec<Vec<usize>>,
}

/// Blocks that stood before in the same order.
struct Run {
    /// How many.
    length: usize,
    /// The first of those that stood before.
    first: usize,
}

impl Row {
    fn of(court: &Court<'_, '_>) -> Self {
        let mut places: HashMap<&str, Vec<usize>> = HashMap::new();
        let (mut blocks, mut before) = (Vec::new(), Vec::new());
        for (at, block) in court.blocks.iter().enumerate() {
            let prose = !matches!(
                block.verdict.role,
                BlockRole::Caption | BlockRole::Title | BlockRole::Code | BlockRole::Break
            );
            if !block.is_shown() || !prose || block.draft.chars == 0 {
                continue;
            }
            let same = places.entry(&block.text).or_default();
            before.push(same.clone());
            if same.len() < PLACES {
                same.push(blocks.len());
            }
            blocks.push(at);
        }
        Self { blocks, before }
    }

    /// The longest run from `at` on that stood before it.
    fn longest_before(&self, at: usize) -> Option<Run> {
        let starts = self.before.get(at)?;
        let runs = starts.iter().filter_map(|start| {
            let same = |ahead: &usize| {
                let before = self.before.get(at + ahead);
                start + ahead < at && before.is_some_and(|it| it.contains(&(start + ahead)))
            };
            let length = (0..self.blocks.len()).take_while(same).count();
            Some(Run { length, first: *self.blocks.get(*start)? })
        });
        runs.max_by_key(|run| run.length)
    }
}
