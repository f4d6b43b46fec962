//! How much text each part of a page holds, and how much of it in links.

use super::dom::Dom;
use std::ops::Range;

/// The characters of a page up to each node, white space aside.
#[derive(Debug)]
pub(super) struct Measure {
    chars: Vec<usize>,
    linked: Vec<usize>,
}

impl Measure {
    /// Measures a page.
    pub(super) fn of(dom: &Dom) -> Self {
        let mut measure = Self { chars: vec![0], linked: vec![0] };
        let (mut chars, mut linked) = (0, 0);
        let (mut silent, mut link) = (0, 0);
        for id in 0..dom.len() {
            if id >= silent && is_silent(dom, id) {
                silent = dom.end(id);
            }
            if id >= link && dom.name(id) == "a" && dom.attribute(id, "href").is_some() {
                link = dom.end(id);
            }
            if let Some(words) = dom.words(id).filter(|_| id >= silent) {
                let count = words.chars().filter(|c| !c.is_whitespace()).count();
                chars += count;
                linked += if id < link { count } else { 0 };
            }
            measure.chars.push(chars);
            measure.linked.push(linked);
        }
        measure
    }

    /// The characters in these nodes.
    pub(super) fn chars(&self, nodes: Range<usize>) -> usize {
        within(&self.chars, nodes)
    }

    /// The characters in these nodes that lie in links.
    pub(super) fn linked(&self, nodes: Range<usize>) -> usize {
        within(&self.linked, nodes)
    }
}

fn within(upto: &[usize], nodes: Range<usize>) -> usize {
    let at = |id: usize| upto.get(id).or(upto.last()).copied().unwrap_or(0);
    at(nodes.end).saturating_sub(at(nodes.start))
}

/// Whether the text below an element is no text of the page: programs, styles, drawings.
pub(super) fn is_silent(dom: &Dom, id: usize) -> bool {
    match dom.name(id) {
        "script" | "style" | "head" | "iframe" | "noembed" | "noframes" | "svg" | "datalist"
        | "annotation" | "annotation-xml" => true,
        "template" => {
            // Declarative shadow roots are shown in place; SingleFile writes them.
            !["shadowrootmode", "shadowroot"].iter().any(|key| dom.attribute(id, key).is_some())
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    #[test]
    fn characters_are_counted_by_node_and_by_link() {
        let dom = parse("<p>ab c <a href=x>de</a><script>no</script><p>fgh").expect("small");
        let measure = Measure::of(&dom);
        assert_eq!(measure.chars(0..dom.len()), 8);
        assert_eq!(measure.linked(0..dom.len()), 2);
        let first = dom.first(0, "p").expect("a paragraph");
        assert_eq!(measure.chars(first..dom.end(first)), 5);
    }
}
