//! The Readability algorithm (Mozilla's, as `dom_smoothie` has it), asked which elements it keeps.
//!
//! It is given our own tree written out again: nested no deeper than the cap, without scripts and
//! styles, and with each element's index in an attribute by which it is found again.

use super::dom::Dom;
use super::hidden::is_hidden;
use super::measure::is_silent;
use dom_smoothie::{Config, Readability};
use memchr::memmem;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Pages that come out longer are not asked about.
const LENGTH: usize = 3 << 20;
/// Nor are pages with more elements.
const ELEMENTS: usize = 40_000;

const MARK: &str = " data-newsprint=\"";

/// Which nodes the algorithm keeps; `None` where it finds no article.
pub(super) fn kept(dom: &Dom) -> Option<Vec<bool>> {
    let html = marked(dom)?;
    // A voter that fails has no vote.
    let content = catch_unwind(AssertUnwindSafe(|| {
        let config = Config { keep_classes: true, disable_json_ld: true, ..Config::default() };
        let article = Readability::new(html, None, Some(config)).ok()?.parse().ok()?;
        Some(article.content.to_string())
    }))
    .ok()??;
    let mut kept = vec![false; dom.len()];
    for at in memmem::find_iter(content.as_bytes(), MARK) {
        let number = content.get(at + MARK.len()..).unwrap_or_default();
        let end = number.find('"').unwrap_or(0);
        let id = number.get(..end).and_then(|number| number.parse::<usize>().ok());
        if let Some(kept) = id.and_then(|id| kept.get_mut(id)) {
            *kept = true;
        }
    }
    Some(kept)
}

/// The page as HTML, each element marked.
fn marked(dom: &Dom) -> Option<String> {
    let mut html = String::new();
    let mut open: Vec<(usize, &str)> = Vec::new();
    let mut elements = 0;
    let mut id = 1;
    while id < dom.len() {
        close(&mut html, &mut open, id);
        if let Some(words) = dom.words(id) {
            escape(&mut html, words);
        } else if is_silent(dom, id) {
            id = dom.end(id);
            continue;
        } else {
            elements += 1;
            start_tag(&mut html, dom, id);
            if !is_void(dom.name(id)) {
                open.push((dom.end(id), dom.name(id)));
            }
        }
        if html.len() > LENGTH || elements > ELEMENTS {
            return None;
        }
        id += 1;
    }
    close(&mut html, &mut open, dom.len());
    Some(html)
}

fn close(html: &mut String, open: &mut Vec<(usize, &str)>, id: usize) {
    while let Some((_, name)) = open.pop_if(|(end, _)| *end <= id) {
        html.push_str("</");
        html.push_str(name);
        html.push('>');
    }
}

fn start_tag(html: &mut String, dom: &Dom, id: usize) {
    html.push('<');
    html.push_str(dom.name(id));
    html.push_str(MARK);
    html.push_str(&id.to_string());
    html.push('"');
    for (name, value) in dom.attributes(id) {
        let value = match name {
            "class" | "id" | "role" | "rel" | "itemprop" | "aria-modal" | "rowspan" | "colspan"
            | "summary" | "datatable" => value,
            // Only what kind of address it is counts.
            "href" if value.starts_with('#') => "#x",
            "href" => "x",
            "src" | "data-src" | "srcset" | "data-srcset" => "x.jpg",
            _ => continue,
        };
        html.push(' ');
        html.push_str(name);
        html.push_str("=\"");
        escape(html, value);
        html.push('"');
    }
    if is_hidden(dom, id) {
        html.push_str(" hidden=\"\"");
    }
    html.push('>');
}

fn escape(html: &mut String, words: &str) {
    for c in words.chars() {
        match c {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            c => html.push(c),
        }
    }
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}
