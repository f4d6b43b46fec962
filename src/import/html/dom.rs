//! A page as a flat tree: the nodes in document order, each with the end of its subtree, so that
//! walking is a loop over a range and dropping is dropping a vector.

use html5ever::tendril::StrTendril;
use html5ever::{LocalName, ns};

use super::nodes::{Content, Nodes};
use std::ops::Range;

/// How deep elements nest; what is nested deeper moves up to this depth. The cap of the browsers
/// (Blink's `kMaximumHTMLParserDOMTreeDepth`).
pub(super) const DEPTH: usize = 512;

/// A page. Nodes are named by their index; an index that is out of range is a node without name,
/// text and attributes.
#[derive(Debug, Default)]
pub(super) struct Dom {
    nodes: Vec<Node>,
    /// The first comment before the `html` element's end, where saving programs sign.
    pub(super) comment: Option<String>,
}

#[derive(Debug)]
struct Node {
    parent: usize,
    end: usize,
    kind: Kind,
}

#[derive(Debug)]
enum Kind {
    Root,
    Element { name: LocalName, foreign: bool, attributes: Vec<(LocalName, StrTendril)> },
    Text(String),
}

impl Dom {
    /// The tree that a parser built, in document order.
    pub(super) fn of(built: Nodes) -> Self {
        let mut dom = Self { nodes: Vec::with_capacity(built.len()), comment: None };
        let mut built = built;
        let mut open: Vec<usize> = Vec::new();
        let mut next = Some((0, 0));
        while let Some((id, depth)) = next {
            while open.len() > depth.min(DEPTH) {
                dom.end_innermost(&mut open);
            }
            let parent = open.last().copied().unwrap_or(0);
            if let Some(kind) = built.take(id).and_then(|content| dom.kind(content)) {
                open.push(dom.nodes.len());
                dom.nodes.push(Node { parent, end: 0, kind });
            } else {
                // A comment takes no place; it has no children either.
                open.truncate(depth.min(DEPTH));
            }
            next = built.following(id, depth);
        }
        while !open.is_empty() {
            dom.end_innermost(&mut open);
        }
        dom
    }

    fn end_innermost(&mut self, open: &mut Vec<usize>) {
        let end = self.nodes.len();
        if let Some(node) = open.pop().and_then(|id| self.nodes.get_mut(id)) {
            node.end = end;
        }
    }

    fn kind(&mut self, content: Content) -> Option<Kind> {
        match content {
            Content::Document => Some(Kind::Root),
            Content::Element { name, attributes } => {
                let foreign = name.ns != ns!(html);
                let attributes = attributes.into_iter().map(|a| (a.name.local, a.value)).collect();
                Some(Kind::Element { name: name.local, foreign, attributes })
            }
            Content::Text(text) => Some(Kind::Text(text)),
            Content::Comment(text) => {
                self.comment.get_or_insert_with(|| text.to_string());
                None
            }
        }
    }

    /// How many nodes there are.
    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The node that holds this one; the root holds itself.
    pub(super) fn parent(&self, id: usize) -> usize {
        self.nodes.get(id).map_or(0, |node| node.parent)
    }

    /// One past the last node of the subtree of this one.
    pub(super) fn end(&self, id: usize) -> usize {
        self.nodes.get(id).map_or(id, |node| node.end)
    }

    /// The nodes below this one.
    pub(super) fn below(&self, id: usize) -> Range<usize> {
        id.saturating_add(1)..self.end(id).max(id.saturating_add(1))
    }

    /// The nodes directly below this one.
    pub(super) fn children(&self, id: usize) -> impl Iterator<Item = usize> {
        let Range { start, end } = self.below(id);
        std::iter::successors(Some(start), |child| Some(self.end(*child).max(child + 1)))
            .take_while(move |child| *child < end)
    }

    /// The nodes that hold this one, the nearest first, without the root.
    pub(super) fn ancestors(&self, id: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(self.parent(id)), |id| Some(self.parent(*id)))
            .take_while(|id| *id != 0)
    }

    /// The name of an element in lower case; empty for text and the root.
    pub(super) fn name(&self, id: usize) -> &str {
        match self.nodes.get(id).map(|node| &node.kind) {
            Some(Kind::Element { name, .. }) => name,
            _ => "",
        }
    }

    /// Whether it is an element of a drawing or a formula.
    pub(super) fn is_foreign(&self, id: usize) -> bool {
        matches!(
            self.nodes.get(id).map(|node| &node.kind),
            Some(Kind::Element { foreign: true, .. })
        )
    }

    /// The words of a text node.
    pub(super) fn words(&self, id: usize) -> Option<&str> {
        match self.nodes.get(id).map(|node| &node.kind) {
            Some(Kind::Text(text)) => Some(text),
            _ => None,
        }
    }

    /// The value of an attribute, white space trimmed; `None` where it is missing.
    pub(super) fn attribute(&self, id: usize, name: &str) -> Option<&str> {
        self.attributes(id).find(|(key, _)| *key == name).map(|(_, value)| value.trim())
    }

    /// The attributes of an element, as they stand.
    pub(super) fn attributes(&self, id: usize) -> impl Iterator<Item = (&str, &str)> {
        let attributes = match self.nodes.get(id).map(|node| &node.kind) {
            Some(Kind::Element { attributes, .. }) => attributes.as_slice(),
            _ => &[],
        };
        attributes.iter().map(|(name, value)| (&**name, &**value))
    }

    /// The words of a subtree, white space collapsed; scripts and styles have none.
    pub(super) fn text(&self, id: usize) -> String {
        let mut text = String::new();
        let Range { start, end } = self.below(id);
        let mut at = if self.words(id).is_some() { id } else { start };
        let end = end.max(id + 1);
        while at < end {
            if matches!(self.name(at), "script" | "style" | "template") {
                at = self.end(at);
                continue;
            }
            if let Some(words) = self.words(at) {
                text.push_str(words);
            } else if !is_inline(self.name(at)) {
                text.push(' ');
            }
            at += 1;
        }
        collapsed(&text)
    }

    /// The first element of this name below `id`.
    pub(super) fn first(&self, id: usize, name: &str) -> Option<usize> {
        self.below(id).find(|below| self.name(*below) == name)
    }
}

/// `text` with each run of white space as one space, and none at its ends.
pub(super) fn collapsed(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !out.is_empty() {
            out.push(' ');
        }
        out.push_str(word);
    }
    out
}

/// The elements that stand within a line of text rather than making blocks.
const INLINE: [&str; 37] = [
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em",
    "font", "i", "ins", "kbd", "label", "mark", "nobr", "q", "rp", "rt", "ruby", "s", "samp",
    "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr",
];

/// Whether an element stands within a line of text rather than making blocks.
pub(super) fn is_inline(name: &str) -> bool {
    INLINE.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;

    fn outline(html: &str) -> String {
        let dom = parse(html).expect("small");
        let mut out = String::new();
        let mut ends = Vec::new();
        for id in 1..dom.len() {
            while ends.last().is_some_and(|end| *end <= id) {
                ends.pop();
                out.push(')');
            }
            match dom.words(id) {
                Some(words) => out.extend(["'", words, "'"]),
                None => out.extend([dom.name(id), "("]),
            }
            if dom.words(id).is_none() {
                ends.push(dom.end(id));
            }
        }
        out + &")".repeat(ends.len())
    }

    #[test]
    fn nodes_stand_in_document_order() {
        assert_eq!(
            outline("<p>one <b>two</b> three<p>four"),
            "html(head()body(p('one 'b('two')' three')p('four')))"
        );
    }

    #[test]
    fn text_around_a_comment_is_one() {
        assert_eq!(outline("<p>one<!-- x --> two</p>"), "html(head()body(p('one'' two')))");
    }

    #[test]
    fn what_stands_wrongly_in_a_table_comes_before_it() {
        assert_eq!(
            outline("<table>stray<tr><td>cell</table>"),
            "html(head()body('stray'table(tbody(tr(td('cell'))))))"
        );
    }

    #[test]
    fn children_and_ancestors_lead_down_and_up() {
        let dom = parse("<ul><li>a<li><b>b</b></ul>").expect("small");
        let list = dom.first(0, "ul").expect("a list");
        let items: Vec<_> = dom.children(list).map(|id| dom.text(id)).collect();
        assert_eq!(items, ["a", "b"]);
        let bold = dom.first(list, "b").expect("bold");
        let names: Vec<_> = dom.ancestors(bold).map(|id| dom.name(id)).collect();
        assert_eq!(names, ["li", "ul", "body", "html"]);
    }

    #[test]
    fn the_text_of_a_subtree_leaves_scripts_out_and_blocks_apart() {
        let dom = parse("<div>one<script>x()</script><p>t<b>w</b>o</p></div>").expect("small");
        assert_eq!(dom.text(0), "one two");
    }
}
