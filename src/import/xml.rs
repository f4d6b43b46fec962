//! XML to a small tree, for formats whose articles stand in it. No document type is looked at and
//! no entity is fetched: only those of XML and HTML mean something.

use super::Error;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_html5_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::reader::Reader;
use std::borrow::Cow;

/// Elements may lie this deep.
const DEPTH: usize = 256;

/// The most attributes of an element that are kept.
const ATTRIBUTES: usize = 64;

/// An element: its local name, what it says of itself, what is in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name without a prefix.
    pub(super) name: String,
    /// The prefix of its name; empty where there is none.
    pub(super) prefix: String,
    attributes: Vec<(String, String)>,
    nodes: Vec<Node>,
}

/// What stands in an element.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Node {
    Element(Element),
    Words(String),
}

/// The outermost element of a document.
pub(super) fn parse(text: &str) -> Result<Element, Error> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.check_end_names = false;
    config.allow_unmatched_ends = true;
    let mut open = vec![Element::default()];
    loop {
        let event = reader.read_event().map_err(|error| broken(&error.to_string()))?;
        match event {
            Event::Start(start) if open.len() <= DEPTH => open.push(element(&start)),
            Event::Start(_) => return Err(broken("its elements lie too deep")),
            Event::Empty(start) => put(&mut open, Node::Element(element(&start))),
            Event::End(end) => close(&mut open, end.local_name().as_ref()),
            Event::Text(words) => say(&mut open, &words.xml10_content()),
            Event::CData(words) => say(&mut open, &words.xml10_content()),
            Event::GeneralRef(entity) => say(&mut open, &resolved(&entity)),
            Event::Eof => break,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => {}
        }
    }
    while open.len() > 1 {
        end(&mut open);
    }
    let root = open.pop().unwrap_or_default();
    root.into_children().next().ok_or_else(|| broken("no element is in it"))
}

fn broken(reason: &str) -> Error {
    let reason = reason.split_whitespace().collect::<Vec<_>>().join(" ");
    Error::Malformed { format: "XML", reason }
}

fn element(start: &BytesStart<'_>) -> Element {
    let whole = start.name();
    let whole = whole.as_ref();
    let (prefix, name) = whole.split_once(':').unwrap_or(("", whole));
    let mut attributes = start.html_attributes();
    let attributes = attributes.with_checks(false).flatten().take(ATTRIBUTES).map(|attribute| {
        let value = attribute.normalized_value_with(XmlVersion::Implicit1_0, 1, entity);
        let value = value.map_or_else(|_| attribute.value.to_string(), Cow::into_owned);
        (attribute.key.as_ref().to_owned(), value)
    });
    Element {
        name: name.to_owned(),
        prefix: prefix.to_owned(),
        attributes: attributes.collect(),
        nodes: Vec::new(),
    }
}

fn entity(name: &str) -> Option<&'static str> {
    resolve_html5_entity(name)
}

/// What an entity stands for; one that means nothing stands for itself.
fn resolved(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name = reference.xml10_content();
    entity(&name).map_or_else(|| format!("&{name};"), str::to_owned)
}

fn put(open: &mut [Element], node: Node) {
    if let Some(element) = open.last_mut() {
        element.nodes.push(node);
    }
}

fn say(open: &mut [Element], words: &str) {
    let Some(element) = open.last_mut() else { return };
    match element.nodes.last_mut() {
        Some(Node::Words(so_far)) => so_far.push_str(words),
        _ => element.nodes.push(Node::Words(words.to_owned())),
    }
}

/// Ends the innermost element of that name, and those open in it; an end without a beginning
/// ends nothing.
fn close(open: &mut Vec<Element>, name: &str) {
    let Some(at) = open.iter().rposition(|element| element.name == name).filter(|at| *at > 0)
    else {
        return;
    };
    while open.len() > at {
        end(open);
    }
}

fn end(open: &mut Vec<Element>) {
    if let Some(element) = open.pop() {
        put(open, Node::Element(element));
    }
}

impl Element {
    /// The value of an attribute, by its name as written.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(key, _)| key == name);
        found.map(|(_, value)| value.trim()).filter(|value| !value.is_empty())
    }

    /// The attributes, in order.
    pub(super) fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        self.attributes.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The elements right below.
    pub(super) fn children(&self) -> impl Iterator<Item = &Self> {
        self.nodes.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Words(_) => None,
        })
    }

    fn into_children(self) -> impl Iterator<Item = Self> {
        self.nodes.into_iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Words(_) => None,
        })
    }

    /// The elements of that name right below.
    pub(super) fn named<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Self> {
        self.children().filter(move |child| child.name == name)
    }

    /// The first element of that name right below.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.children().find(|child| child.name == name)
    }

    /// The first element of that name at any depth below, in the document's order.
    pub(super) fn find(&self, name: &str) -> Option<&Self> {
        self.children()
            .find_map(|child| if child.name == name { Some(child) } else { child.find(name) })
    }

    /// Every element of that name at any depth below, those within another of them left out.
    pub(super) fn all<'a>(&'a self, name: &str, found: &mut Vec<&'a Self>) {
        for child in self.children() {
            if child.name == name {
                found.push(child);
            } else {
                child.all(name, found);
            }
        }
    }

    /// Its words, those of the elements in it too, without space at the ends; `None` for none.
    pub(super) fn words(&self) -> Option<String> {
        let mut words = String::new();
        self.collect(&mut words);
        let words = words.trim();
        (!words.is_empty()).then(|| words.to_owned())
    }

    fn collect(&self, words: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Element(element) => element.collect(words),
                Node::Words(own) => words.push_str(own),
            }
        }
    }

    /// The words of the first element of that name right below.
    pub(super) fn said(&self, name: &str) -> Option<String> {
        self.named(name).find_map(Self::words)
    }

    /// What is in it, as HTML; `rename` gives an element another name.
    pub(super) fn inner_html(&self, rename: &dyn Fn(&str) -> Option<&'static str>) -> String {
        let mut html = String::new();
        self.write_inner(rename, &mut html);
        html
    }

    fn write_inner(&self, rename: &dyn Fn(&str) -> Option<&'static str>, html: &mut String) {
        for node in &self.nodes {
            match node {
                Node::Words(words) => html.push_str(&quick_xml::escape::escape(words.as_str())),
                Node::Element(element) => element.write(rename, html),
            }
        }
    }

    fn write(&self, rename: &dyn Fn(&str) -> Option<&'static str>, html: &mut String) {
        let name = rename(&self.name).unwrap_or(&self.name);
        html.push('<');
        html.push_str(name);
        for (key, value) in &self.attributes {
            let key = if key == "target" { "href" } else { key };
            html.push(' ');
            html.push_str(key);
            html.push_str("=\"");
            html.push_str(&quick_xml::escape::escape(value.as_str()));
            html.push('"');
        }
        html.push('>');
        self.write_inner(rename, html);
        if !matches!(name, "br" | "img" | "hr" | "meta" | "link" | "input") {
            html.push_str("</");
            html.push_str(name);
            html.push('>');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn words(xml: &str) -> String {
        parse(xml).unwrap().words().unwrap_or_default()
    }

    #[test]
    fn entities_of_xml_and_html_are_read_and_no_others() {
        assert_eq!(words("<a>b &amp; c&nbsp;d &#233; &own; e&f</a>"), "b & c\u{a0}d é &own; e&f");
        let bomb = "<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
        assert_eq!(words(&format!("{bomb}<a>&b;&x;</a>")), "&b;&x;");
    }

    #[test]
    fn ends_that_do_not_match_lose_no_words() {
        assert_eq!(words("<a><b>one</c> two</b> three"), "one two three");
    }

    #[test]
    fn elements_that_lie_too_deep_are_refused() {
        assert!(matches!(parse(&"<a>".repeat(100_000)), Err(Error::Malformed { .. })));
    }

    #[test]
    fn markup_goes_over_to_html() {
        let root = parse("<x:a><hl1 c='d'>e &lt; f</hl1><br/></x:a>").unwrap();
        let html = root.inner_html(&|name| (name == "hl1").then_some("h1"));
        assert_eq!(html, "<h1 c=\"d\">e &lt; f</h1><br>");
    }

    proptest! {
        #[test]
        fn any_text_is_read_or_refused(text in "(<[a-c/!?&;\"'= -]{0,9}>?|[a-z&#;\\[\\]]{0,4}){0,30}") {
            if let Ok(root) = parse(&text) {
                _ = root.inner_html(&|_| None);
            }
        }
    }
}
