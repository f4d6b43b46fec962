//! The nodes of a page while a parser builds it: one vector, linked by index.

use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName};

/// The nodes of a built tree; the first is the document.
#[derive(Debug, Default)]
pub(super) struct Nodes(Vec<Linked>);

/// What a node holds.
#[derive(Debug)]
pub(super) enum Content {
    /// The document.
    Document,
    /// An element and its attributes.
    Element {
        /// The name, with its name space.
        name: QualName,
        /// The attributes in the order of the page.
        attributes: Vec<Attribute>,
    },
    /// Words.
    Text(String),
    /// A comment.
    Comment(StrTendril),
}

#[derive(Debug, Default)]
struct Linked {
    parent: Option<usize>,
    first: Option<usize>,
    last: Option<usize>,
    before: Option<usize>,
    after: Option<usize>,
    content: Option<Content>,
}

impl Nodes {
    /// How many nodes were made.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    /// What a node holds, taken out of the tree.
    pub(super) fn take(&mut self, id: usize) -> Option<Content> {
        self.0.get_mut(id).and_then(|node| node.content.take())
    }

    /// What a node holds.
    pub(super) fn content(&self, id: usize) -> Option<&Content> {
        self.get(id)?.content.as_ref()
    }

    /// Puts the children of `part` where `place` stands. `part` goes, unless it holds `place`.
    pub(super) fn replace(&mut self, place: usize, part: usize) {
        let within = std::iter::successors(Some(place), |id| self.parent(*id)).any(|id| id == part);
        let Some(parent) = self.parent(place).filter(|_| !within) else { return };
        while let Some(child) = self.get(part).and_then(|part| part.first) {
            self.link(parent, Some(place), child);
        }
        self.unlink(place);
        self.unlink(part);
    }

    /// The node after `id` in document order, and its depth, when `id` is at `depth`.
    pub(super) fn following(&self, id: usize, depth: usize) -> Option<(usize, usize)> {
        let (mut id, mut depth) = (id, depth);
        if let Some(first) = self.get(id)?.first {
            return Some((first, depth + 1));
        }
        loop {
            let node = self.get(id)?;
            if let Some(after) = node.after {
                return Some((after, depth));
            }
            id = node.parent?;
            depth = depth.checked_sub(1)?;
        }
    }

    /// The first node that another holds.
    pub(super) fn first(&self, id: usize) -> Option<usize> {
        self.get(id)?.first
    }

    /// The attributes of an element, to be changed.
    pub(super) fn attributes(&mut self, id: usize) -> Option<&mut Vec<Attribute>> {
        match self.0.get_mut(id)?.content.as_mut()? {
            Content::Element { attributes, .. } => Some(attributes),
            _ => None,
        }
    }

    fn get(&self, id: usize) -> Option<&Linked> {
        self.0.get(id)
    }

    /// Adds a node that stands nowhere yet.
    pub(super) fn push(&mut self, content: Content) -> usize {
        self.0.push(Linked { content: Some(content), ..Linked::default() });
        self.0.len() - 1
    }

    /// The node that holds another.
    pub(super) fn parent(&self, id: usize) -> Option<usize> {
        self.get(id)?.parent
    }

    /// The node that a new one would follow.
    pub(super) fn neighbor(&self, parent: usize, before: Option<usize>) -> Option<usize> {
        match before {
            Some(before) => self.get(before)?.before,
            None => self.get(parent)?.last,
        }
    }

    /// Adds words to a text node; `false` where it is none.
    pub(super) fn extend(&mut self, id: Option<usize>, words: &str) -> bool {
        match id.and_then(|id| self.0.get_mut(id)).and_then(|node| node.content.as_mut()) {
            Some(Content::Text(text)) => {
                text.push_str(words);
                true
            }
            _ => false,
        }
    }

    /// Puts a node under `parent`, before `before` or last.
    pub(super) fn link(&mut self, parent: usize, before: Option<usize>, id: usize) {
        self.unlink(id);
        let neighbor = self.neighbor(parent, before);
        if let Some(node) = self.0.get_mut(id) {
            (node.parent, node.before, node.after) = (Some(parent), neighbor, before);
        }
        self.set_after(parent, neighbor, Some(id));
        self.set_before(parent, before, Some(id));
    }

    /// Takes a node out of the tree.
    pub(super) fn unlink(&mut self, id: usize) {
        let Some(node) = self.0.get_mut(id) else { return };
        let Some(parent) = node.parent.take() else { return };
        let (before, after) = (node.before.take(), node.after.take());
        self.set_after(parent, before, after);
        self.set_before(parent, after, before);
    }

    fn set_after(&mut self, parent: usize, id: Option<usize>, after: Option<usize>) {
        match id.and_then(|id| self.0.get_mut(id)) {
            Some(node) => node.after = after,
            None => {
                if let Some(parent) = self.0.get_mut(parent) {
                    parent.first = after;
                }
            }
        }
    }

    fn set_before(&mut self, parent: usize, id: Option<usize>, before: Option<usize>) {
        match id.and_then(|id| self.0.get_mut(id)) {
            Some(node) => node.before = before,
            None => {
                if let Some(parent) = self.0.get_mut(parent) {
                    parent.last = before;
                }
            }
        }
    }
}
