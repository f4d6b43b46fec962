//! What a page does not show, as far as its own attributes say.

use super::dom::Dom;
use super::zone::words;

/// Whether the page hides an element, as far as its own attributes say.
pub(super) fn is_hidden(dom: &Dom, id: usize) -> bool {
    if dom.attribute(id, "hidden").is_some() {
        return true;
    }
    let style = dom.attribute(id, "style").unwrap_or_default();
    let styled = || {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    let read_aloud_only = || {
        dom.attribute(id, "class").unwrap_or_default().split_whitespace().any(|class| {
            matches!(
                class,
                "sr-only"
                    | "screen-reader-text"
                    | "visually-hidden"
                    | "visuallyhidden"
                    | "element-invisible"
                    | "u-visually-hidden"
                    | "sr-text"
                    | "a11y-hidden"
            )
        })
    };
    (!style.is_empty() && styled() && !unfolds(dom, id)) || read_aloud_only()
}

/// Whether an element is hidden only until a reader unfolds it.
fn unfolds(dom: &Dom, id: usize) -> bool {
    const FOLDS: [&str; 8] =
        ["accordion", "collapse", "collapsible", "faq", "faqs", "toggle", "expand", "expandable"];
    std::iter::once(id).chain(dom.ancestors(id).take(4)).any(|id| {
        let class = dom.attribute(id, "class").unwrap_or_default();
        class.len() < 400 && words(class).iter().any(|word| FOLDS.contains(&word.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn hidden(tag: &str) -> bool {
        let dom = parse(&format!("<body>{tag}x")).expect("small");
        (0..dom.len()).any(|id| is_hidden(&dom, id))
    }

    #[test]
    fn styles_attributes_and_well_known_classes_hide() {
        for tag in ["<p hidden>", "<p style='color:red; DISPLAY : none'>", "<p class='a sr-only'>"]
        {
            assert!(hidden(tag), "{tag}");
        }
        assert!(!hidden("<p class=hidden-gem style='display:block'>"));
    }

    #[test]
    fn what_a_reader_can_unfold_is_not_hidden() {
        assert!(!hidden("<div class=faq-item><div style='display:none'>"));
    }
}
