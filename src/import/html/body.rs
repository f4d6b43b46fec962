//! The element that holds the article's prose, and which blocks in it are of the article.

use super::dom::Dom;
use super::draft::Draft;
use crate::article::BlockRole;

/// Whether each block belongs to the body of the article.
pub(super) fn votes(dom: &Dom, drafts: &[Draft<'_>]) -> Vec<bool> {
    let prose = Prose::of(dom, drafts);
    let body = prose.body(dom);
    let end = dom.end(body);
    drafts
        .iter()
        .map(|draft| {
            (body..end).contains(&draft.at)
                && !draft.hidden
                && !draft.zone.is_apart()
                && draft.link_density() < 0.6
        })
        .collect()
}

/// The prose of a page up to each node.
struct Prose {
    upto: Vec<usize>,
}

impl Prose {
    fn of(dom: &Dom, drafts: &[Draft<'_>]) -> Self {
        let mut upto = vec![0; dom.len() + 1];
        for draft in drafts {
            if let Some(weight) = upto.get_mut(draft.at + 1) {
                *weight += weigh(draft);
            }
        }
        let mut sum = 0;
        for weight in &mut upto {
            sum += *weight;
            *weight = sum;
        }
        Self { upto }
    }

    fn under(&self, dom: &Dom, id: usize) -> usize {
        let at = |id: usize| self.upto.get(id).or(self.upto.last()).copied().unwrap_or(0);
        at(dom.end(id)).saturating_sub(at(id))
    }

    /// The innermost element that still holds nearly all of the prose.
    fn body(&self, dom: &Dom) -> usize {
        let mut body = 0;
        loop {
            let whole = self.under(dom, body);
            let best = dom.children(body).max_by_key(|child| self.under(dom, *child));
            match best {
                Some(child)
                    if self.under(dom, child) * 4 > whole * 3 && dom.words(child).is_none() =>
                {
                    body = child;
                }
                _ => return body,
            }
        }
    }
}

/// What a block adds to the prose of what holds it.
fn weigh(draft: &Draft<'_>) -> usize {
    let prose = matches!(draft.role, BlockRole::Body | BlockRole::Quote | BlockRole::List(_));
    let free = draft.chars.saturating_sub(draft.linked);
    let apart = draft.hidden || draft.zone.is_apart();
    if prose && !apart && free >= 40 && draft.link_density() < 0.5 { free } else { 0 }
}
