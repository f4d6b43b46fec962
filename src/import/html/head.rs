//! What the head of a page says: its `meta` and `link` elements, its title, and the note of the
//! program that saved it.

use super::address::absolute;
use super::dom::{Dom, collapsed};

/// The head of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Head {
    /// The names of `meta` elements in lower case, and their contents.
    said: Vec<(String, String)>,
    /// The page's title.
    pub(super) title: Option<String>,
    /// The canonical address, absolute where anything says the page's own.
    pub(super) address: Option<String>,
    /// What relative addresses are resolved against.
    pub(super) base: Option<String>,
    /// The language of the page.
    pub(super) language: Option<String>,
    /// When it was saved, as printed.
    pub(super) saved: Option<String>,
    /// Where it was saved from.
    pub(super) saved_from: Option<String>,
}

impl Head {
    /// Reads the head of a page; `address` is where it came from, where that is known.
    pub(super) fn of(dom: &Dom, address: Option<&str>) -> Self {
        let mut head = Self { said: said(dom), ..Self::default() };
        head.title = head_title(dom);
        head.language = dom.first(0, "html").and_then(|html| {
            let language = dom.attribute(html, "lang").or_else(|| dom.attribute(html, "xml:lang"));
            language.filter(|language| !language.is_empty()).map(str::to_owned)
        });
        if let Some(comment) = &dom.comment {
            head.saved = noted(comment, "saved date:");
            head.saved_from = noted(comment, "url:").or_else(|| mark_of_the_web(comment));
        }
        let canonical = link(dom, "canonical").or_else(|| head.get("og:url"));
        let known = head.saved_from.as_deref().or(address);
        head.address = canonical
            .map(|canonical| absolute(known, canonical))
            .filter(|address| address.starts_with("http"))
            .or_else(|| known.map(str::to_owned));
        let own = head.address.clone().filter(|own| own.starts_with("http"));
        head.base = match dom.first(0, "base").and_then(|base| dom.attribute(base, "href")) {
            Some(base) => Some(absolute(own.as_deref(), base)),
            None => known.map(str::to_owned).or(own),
        };
        head
    }

    /// The content of the first `meta` element of this name.
    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.all(name).next()
    }

    /// The first content among several names, in order of the names.
    pub(super) fn first(&self, names: &[&str]) -> Option<&str> {
        names.iter().find_map(|name| self.get(name))
    }

    /// Every `meta` element: its name in lower case, and its content.
    pub(super) fn pairs(&self) -> impl Iterator<Item = (&str, &str)> {
        self.said.iter().map(|(name, content)| (name.as_str(), content.as_str()))
    }

    /// The contents of all `meta` elements of this name.
    pub(super) fn all(&self, name: &str) -> impl Iterator<Item = &str> {
        self.said.iter().filter(move |(key, _)| key == name).map(|(_, content)| content.as_str())
    }
}

fn said(dom: &Dom) -> Vec<(String, String)> {
    let mut said = Vec::new();
    for id in (0..dom.len()).filter(|id| dom.name(*id) == "meta") {
        let content = dom.attribute(id, "content").map(collapsed).unwrap_or_default();
        if content.is_empty() || content.len() > 10_000 {
            continue;
        }
        for key in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(name) = dom.attribute(id, key) {
                said.push((name.to_ascii_lowercase(), content.clone()));
            }
        }
    }
    said
}

fn head_title(dom: &Dom) -> Option<String> {
    // A drawing may have a title too.
    let id = (0..dom.len()).find(|id| dom.name(*id) == "title" && !dom.is_foreign(*id))?;
    let title = dom.text(id);
    (!title.is_empty()).then_some(title)
}

fn link<'a>(dom: &'a Dom, relation: &str) -> Option<&'a str> {
    let is_it = |id: &usize| {
        dom.name(*id) == "link"
            && dom.attribute(*id, "rel").is_some_and(|rel| rel.eq_ignore_ascii_case(relation))
    };
    let mut links = (0..dom.len()).filter(is_it);
    links.find_map(|id| dom.attribute(id, "href").filter(|address| !address.is_empty()))
}

/// A line of SingleFile's comment.
fn noted(comment: &str, key: &str) -> Option<String> {
    if !comment.contains("SingleFile") {
        return None;
    }
    let line = comment.lines().find_map(|line| line.trim().strip_prefix(key))?;
    Some(line.trim().to_owned())
}

/// The address in the comment that browsers write: `saved from url=(0023)https://…`.
fn mark_of_the_web(comment: &str) -> Option<String> {
    let (_, rest) = comment.split_once("saved from url=(")?;
    let (_, address) = rest.split_once(')')?;
    let address = address.split_whitespace().next()?;
    address.starts_with("http").then(|| address.to_owned())
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn head(html: &str) -> Head {
        Head::of(&parse(html).expect("small"), None)
    }

    #[test]
    fn meta_elements_are_found_by_any_of_their_keys() {
        let head = head("<meta property=og:title content=' A  b '><meta name=Author content=C>");
        assert_eq!(head.get("og:title"), Some("A b"));
        assert_eq!(head.first(&["dc.creator", "author"]), Some("C"));
    }

    #[test]
    fn the_note_of_singlefile_gives_address_and_date() {
        let head = head(
            "<html><!--\n Page saved with SingleFile \n url: https://example.org/a/b \n \
             saved date: Fri Mar 01 2024 10:00:00 GMT+0100 (CET)\n--><link rel=canonical href=/c>",
        );
        assert_eq!(head.address.as_deref(), Some("https://example.org/c"));
        assert_eq!(head.base.as_deref(), Some("https://example.org/a/b"));
        assert_eq!(head.saved.as_deref(), Some("Fri Mar 01 2024 10:00:00 GMT+0100 (CET)"));
    }

    #[test]
    fn the_mark_of_the_web_gives_the_address() {
        let head = head("<!-- saved from url=(0021)https://example.org/x --><p>x");
        assert_eq!(head.address.as_deref(), Some("https://example.org/x"));
    }

    #[test]
    fn the_title_of_a_drawing_is_not_the_page_title() {
        assert_eq!(head("<body><svg><title>Logo</title></svg>").title, None);
    }
}
