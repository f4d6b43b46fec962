//! Where html5ever builds its tree, and a count of the work it costs.

use super::nodes::{Content, Nodes};
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

/// A node, as the parser knows it.
#[derive(Debug, Clone)]
pub(super) struct Handle {
    id: usize,
    name: QualName,
}

impl Sink {
    /// An empty document.
    pub(super) fn new() -> Self {
        let mut nodes = Nodes::default();
        nodes.push(Content::Document);
        Self { nodes: RefCell::new(nodes), work: Cell::new(0) }
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
        let Some(present) = nodes.attributes(target.id) else { return };
        for attribute in attributes {
            self.add_work(present.len());
            if present.iter().all(|other| other.name != attribute.name) {
                present.push(attribute);
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.nodes.borrow_mut().unlink(target.id);
    }

    fn reparent_children(&self, node: &Handle, parent: &Handle) {
        let mut nodes = self.nodes.borrow_mut();
        while let Some(child) = nodes.first(node.id) {
            self.add_work(1);
            nodes.link(parent.id, None, child);
        }
    }
}
