//! How much text each part of a page holds.

use super::dom::Dom;
use std::ops::Range;

/// The characters of a page up to each node, white space aside.
#[derive(Debug)]
pub(super) struct Measure {
    upto: Vec<usize>,
}

impl Measure {
    /// Measures a page.
    pub(super) fn of(dom: &Dom) -> Self {
        let mut upto = vec![0];
        let (mut chars, mut silent) = (0, 0);
        for id in 0..dom.len() {
            if id >= silent && is_silent(dom, id) {
                silent = dom.end(id);
            }
            if let Some(words) = dom.words(id).filter(|_| id >= silent) {
                chars += words.chars().filter(|c| !c.is_whitespace()).count();
            }
            upto.push(chars);
        }
        Self { upto }
    }

    /// The characters in these nodes.
    pub(super) fn chars(&self, nodes: Range<usize>) -> usize {
        let at = |id: usize| self.upto.get(id).or(self.upto.last()).copied().unwrap_or(0);
        at(nodes.end).saturating_sub(at(nodes.start))
    }
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
    fn characters_are_counted_by_node_without_scripts() {
        let dom = parse("<p>ab c <a href=x>de</a><script>no</script><p>fgh").expect("small");
        let measure = Measure::of(&dom);
        assert_eq!(measure.chars(0..dom.len()), 8);
        let first = dom.first(0, "p").expect("a paragraph");
        assert_eq!(measure.chars(first..dom.end(first)), 5);
    }
}
