//! Where html5ever builds its tree: nodes in one vector, linked by index, and a count of the work
//! it costs.

use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::{Attribute, QualName, local_name, ns};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};

/// The tree under construction.
#[derive(Debug)]
pub(super) struct Sink {
    nodes: RefCell<Nodes>,
    work: Cell<usize>,
}

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

/// A node, as the parser knows it.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    id: usize,
    name: QualName,
}

impl Sink {
    /// An empty document.
    pub(super) fn new() -> Self {
        let document = Linked { content: Some(Content::Document), ..Linked::default() };
        Self { nodes: RefCell::new(Nodes(vec![document])), work: Cell::new(0) }
    }

    /// The work done: nodes and attributes made, children moved.
    pub(super) fn work(&self) -> usize {
        self.work.get()
    }

    fn add_work(&self, work: usize) {
        self.work.set(self.work.get().saturating_add(work));
    }

    fn make(&self, content: Content) -> usize {
        self.add_work(1);
        self.nodes.borrow_mut().push(content)
    }

    fn node(&self, content: Content) -> Handle {
        Handle { id: self.make(content), name: nameless() }
    }

    /// Puts `child` under `parent`, before `before` or last.
    fn place(&self, parent: usize, before: Option<usize>, child: NodeOrText<Handle>) {
        let id = match child {
            NodeOrText::AppendNode(node) => node.id,
            NodeOrText::AppendText(text) => {
                let neighbor = self.nodes.borrow().neighbor(parent, before);
                if self.nodes.borrow_mut().extend(neighbor, &text) {
                    return;
                }
                self.make(Content::Text(text.to_string()))
            }
        };
        self.nodes.borrow_mut().link(parent, before, id);
    }
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

    fn get(&self, id: usize) -> Option<&Linked> {
        self.0.get(id)
    }

    fn push(&mut self, content: Content) -> usize {
        self.0.push(Linked { content: Some(content), ..Linked::default() });
        self.0.len() - 1
    }

    fn parent(&self, id: usize) -> Option<usize> {
        self.get(id)?.parent
    }

    /// The node that a new one would follow.
    fn neighbor(&self, parent: usize, before: Option<usize>) -> Option<usize> {
        match before {
            Some(before) => self.get(before)?.before,
            None => self.get(parent)?.last,
        }
    }

    /// Adds words to a text node; `false` where it is none.
    fn extend(&mut self, id: Option<usize>, words: &str) -> bool {
        match id.and_then(|id| self.0.get_mut(id)).and_then(|node| node.content.as_mut()) {
            Some(Content::Text(text)) => {
                text.push_str(words);
                true
            }
            _ => false,
        }
    }

    fn link(&mut self, parent: usize, before: Option<usize>, id: usize) {
        self.unlink(id);
        let neighbor = self.neighbor(parent, before);
        if let Some(node) = self.0.get_mut(id) {
            (node.parent, node.before, node.after) = (Some(parent), neighbor, before);
        }
        self.set_after(parent, neighbor, Some(id));
        self.set_before(parent, before, Some(id));
    }

    fn unlink(&mut self, id: usize) {
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

fn nameless() -> QualName {
    QualName::new(None, ns!(), local_name!(""))
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Nodes;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Nodes {
        self.nodes.into_inner()
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { id: 0, name: nameless() }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(
        &self,
        name: QualName,
        attributes: Vec<Attribute>,
        _: ElementFlags,
    ) -> Handle {
        self.add_work(attributes.len());
        let id = self.make(Content::Element { name: name.clone(), attributes });
        Handle { id, name }
    }

    fn create_comment(&self, text: StrTendril) -> Handle {
        self.node(Content::Comment(text))
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.node(Content::Comment(StrTendril::new()))
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.place(parent.id, None, child);
    }

    fn append_based_on_parent_node(
        &self,
        element: &Handle,
        previous: &Handle,
        child: NodeOrText<Handle>,
    ) {
        let parent = self.nodes.borrow().parent(element.id);
        match parent {
            Some(parent) => self.place(parent, Some(element.id), child),
            None => self.place(previous.id, None, child),
        }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    /// The contents of a template stand below the template itself; walking passes it by.
    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, x: &Handle, y: &Handle) -> bool {
        x.id == y.id
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow().parent(sibling.id);
        self.place(parent.unwrap_or(0), parent.map(|_| sibling.id), child);
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        self.add_work(attributes.len());
        let mut nodes = self.nodes.borrow_mut();
        let content = nodes.0.get_mut(target.id).and_then(|node| node.content.as_mut());
        if let Some(Content::Element { attributes: present, .. }) = content {
            for attribute in attributes {
                self.add_work(present.len());
                if present.iter().all(|other| other.name != attribute.name) {
                    present.push(attribute);
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.nodes.borrow_mut().unlink(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        let mut nodes = self.nodes.borrow_mut();
        while let Some(child) = nodes.get(node.id).and_then(|node| node.first) {
            self.add_work(1);
            nodes.link(parent.id, None, child);
        }
    }
}
