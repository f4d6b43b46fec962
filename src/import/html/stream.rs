//! Parts of a page that stand after it and that a script would put in their place: React's
//! streamed boundaries, `<template id="B:1">` and, at the end, `<div hidden id="S:1">`.
//!
//! The script is not run; the parts are put where it would put them. (The ids are those that
//! `react-dom/server` writes: `B:` a boundary, `P:` a placeholder, `S:` a segment.)

use super::nodes::{Content, Nodes};
use std::collections::HashMap;

/// Puts the parts in their places.
pub(super) fn settle(nodes: &mut Nodes) {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut parts: Vec<(String, usize)> = Vec::new();
    for id in 0..nodes.len() {
        let Some((name, own)) = named(nodes, id) else { continue };
        let Some((kind, number)) = own.split_once(':') else { continue };
        match (name, kind) {
            ("template", "B" | "P") => {
                places.insert(number.to_owned(), id);
            }
            ("div", "S") => parts.push((number.to_owned(), id)),
            _ => {}
        }
    }
    for (number, part) in parts {
        if let Some(place) = places.get(&number) {
            nodes.replace(*place, part);
        }
    }
}

/// The name and the id of an element.
fn named(nodes: &Nodes, id: usize) -> Option<(&str, &str)> {
    let Some(Content::Element { name, attributes }) = nodes.content(id) else { return None };
    let own = attributes.iter().find(|attribute| &*attribute.name.local == "id")?;
    Some((&name.local, &own.value))
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;

    #[test]
    fn a_part_stands_where_its_template_stood_and_is_seen() {
        let dom = parse(
            "<main><p>one</p><template id=B:1></template><p>three</p></main>\
             <div hidden id=S:1><p>two</p></div>",
        )
        .expect("small");
        assert_eq!(dom.text(0), "one two three");
        assert!((0..dom.len()).all(|id| dom.attribute(id, "hidden").is_none()));
    }

    #[test]
    fn parts_without_a_place_stay() {
        let dom = parse("<p>one</p><div hidden id=S:7>two</div>").expect("small");
        assert!((0..dom.len()).any(|id| dom.attribute(id, "hidden").is_some()));
    }

    #[test]
    fn a_part_cannot_stand_in_itself() {
        let dom = parse("<div id=S:1>a<template id=P:1></template></div>").expect("small");
        assert_eq!(dom.text(0), "a");
    }
}
