//! What of a page is the article: two voters asked, block by block.

use super::dom::Dom;
use super::draft::Draft;
use super::{body, readability};

/// What the voters say of one block.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Vote {
    /// The Readability algorithm keeps its element.
    pub(super) readability: bool,
    /// It belongs to the text of the element that holds the most prose.
    pub(super) body: bool,
}

/// The votes on each block.
pub(super) fn main_content(dom: &Dom, drafts: &[Draft<'_>]) -> Vec<Vote> {
    let kept = readability::kept(dom);
    let bodies = body::votes(dom, drafts);
    let votes = drafts.iter().zip(bodies).map(|(draft, body)| Vote {
        readability: kept.as_ref().is_some_and(|kept| kept.get(draft.node) == Some(&true)),
        body,
    });
    votes.collect()
}
