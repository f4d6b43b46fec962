//! JSON-LD of a page: what its `NewsArticle`, `BlogPosting` and the like say of the article.
//!
//! Six pages in a hundred hold JSON-LD that is none; what can be repaired without guessing
//! (control characters in strings, commas too many) is read, the rest passed over.

use super::dom::{Dom, collapsed};
use serde_json::{Map, Value};
use std::borrow::Cow;
use std::collections::HashMap;

/// Longer scripts are passed over.
const LENGTH: usize = 1 << 21;
/// Objects looked at on one page.
const OBJECTS: usize = 10_000;

/// What JSON-LD says of the article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Linked {
    /// The headline.
    pub(super) headline: Option<String>,
    /// Who wrote it, as printed.
    pub(super) authors: Vec<String>,
    /// When it first appeared, as printed.
    pub(super) published: Option<String>,
    /// When it was made, as printed.
    pub(super) created: Option<String>,
    /// When it was last changed, as printed.
    pub(super) modified: Option<String>,
    /// When other works of the page appeared that are no comments and no pictures, as printed.
    pub(super) others: Vec<String>,
    /// The section.
    pub(super) section: Option<String>,
    /// The language.
    pub(super) language: Option<String>,
    /// Who published it.
    pub(super) publisher: Option<String>,
    /// The article in a sentence or two.
    pub(super) description: Option<String>,
    /// Its keywords.
    pub(super) keywords: Vec<String>,
    /// Its address.
    pub(super) address: Option<String>,
    /// Its text, without markup.
    pub(super) body: Option<String>,
    /// Its pictures.
    pub(super) images: Vec<LinkedImage>,
}

/// What JSON-LD says of a picture.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct LinkedImage {
    /// Where it is stored.
    pub(super) address: Option<String>,
    /// Its caption.
    pub(super) caption: Option<String>,
    /// Its credit.
    pub(super) credit: Option<String>,
}

/// What the page's JSON-LD says of the article; nothing where there is none.
pub(super) fn linked(dom: &Dom) -> Linked {
    let values: Vec<Value> = scripts(dom).filter_map(|script| value(&script)).collect();
    let graph = Graph::of(&values);
    let mut linked = graph.article().map(|article| graph.read(article)).unwrap_or_default();
    linked.others = graph.others();
    linked
}

fn scripts(dom: &Dom) -> impl Iterator<Item = String> {
    let json = |id: &usize| {
        let kind = dom.attribute(*id, "type").unwrap_or_default();
        dom.name(*id) == "script" && kind.to_ascii_lowercase().contains("ld+json")
    };
    let text = |id| dom.below(id).filter_map(|below| dom.words(below)).collect::<String>();
    (0..dom.len()).filter(json).map(text).filter(|script| script.len() < LENGTH)
}

fn value(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<!--").trim_start_matches("//<![CDATA[");
    let script = script.trim_end_matches("-->").trim_end_matches("//]]>");
    let script = script.trim().trim_end_matches(';');
    serde_json::from_str(script).ok().or_else(|| serde_json::from_str(&repaired(script)).ok())
}

/// Control characters in strings escaped, commas before an end left out.
fn repaired(script: &str) -> String {
    let mut out = String::with_capacity(script.len());
    let (mut inside, mut escaped) = (false, false);
    for c in script.chars() {
        if inside {
            match c {
                '\n' if !escaped => out.push_str("\\n"),
                c if c.is_control() => out.push(' '),
                c => out.push(c),
            }
            inside = escaped || c != '"';
            escaped = c == '\\' && !escaped;
            continue;
        }
        if matches!(c, '}' | ']') && out.trim_end().ends_with(',') {
            out.truncate(out.trim_end().len() - 1);
        }
        inside = c == '"';
        out.push(c);
    }
    out
}

type Object = Map<String, Value>;

/// All objects of a page, and those that have a name.
struct Graph<'a> {
    objects: Vec<&'a Object>,
    named: HashMap<&'a str, &'a Object>,
}

impl<'a> Graph<'a> {
    fn of(values: &'a [Value]) -> Self {
        let mut graph = Self { objects: Vec::new(), named: HashMap::new() };
        let mut left: Vec<&Value> = values.iter().rev().collect();
        while let Some(value) = left.pop()
            && graph.objects.len() < OBJECTS
        {
            match value {
                Value::Array(items) => left.extend(items.iter().rev()),
                Value::Object(object) => {
                    graph.add(object);
                    left.extend(object.values().filter(|v| v.is_object() || v.is_array()));
                }
                _ => {}
            }
        }
        graph
    }

    fn add(&mut self, object: &'a Object) {
        self.objects.push(object);
        // A reference holds its name only; the object itself holds more.
        if let Some(Value::String(id)) = object.get("@id")
            && object.len() > 1
        {
            self.named.entry(id).or_insert(object);
        }
    }

    /// The first article of the page.
    fn article(&self) -> Option<&'a Object> {
        let typed = |wanted: fn(&str) -> bool| {
            let mut objects = self.objects.iter().copied();
            objects.find(|object| object.len() > 2 && types(object).any(wanted))
        };
        typed(is_article).or_else(|| typed(|kind| kind == "WebPage"))
    }

    /// The object that a value is or refers to.
    fn resolved(&self, value: &'a Value) -> Option<&'a Object> {
        let object = value.as_object()?;
        match object.get("@id").and_then(Value::as_str) {
            Some(id) if object.len() <= 2 => self.named.get(id).copied().or(Some(object)),
            _ => Some(object),
        }
    }

    fn read(&self, article: &'a Object) -> Linked {
        let text = |key: &str| article.get(key).and_then(Value::as_str).and_then(cleaned);
        let first = |key: &str| list(article.get(key)).find_map(Value::as_str).and_then(cleaned);
        let is_page = types(article).any(|kind| kind == "WebPage");
        Linked {
            headline: text("headline").or_else(|| text("name").filter(|_| !is_page)),
            authors: self.names(article, &["author", "creator"], is_author),
            published: text("datePublished"),
            created: text("dateCreated"),
            modified: text("dateModified"),
            section: first("articleSection"),
            language: first("inLanguage"),
            publisher: self.names(article, &["publisher"], |_| true).into_iter().next(),
            description: text("description"),
            keywords: keywords(article.get("keywords")),
            address: text("url").or_else(|| self.page_address(article)),
            body: text("articleBody"),
            images: self.images(article),
            others: Vec::new(),
        }
    }

    /// When the page, a recipe or another work of it appeared.
    fn others(&self) -> Vec<String> {
        let apart = |kind: &str| {
            kind.ends_with("Comment") || kind.ends_with("Object") || kind.ends_with("Review")
        };
        let works = self.objects.iter().filter(|object| !types(object).any(apart));
        let days = works.filter_map(|object| object.get("datePublished")?.as_str());
        days.map(str::to_owned).take(20).collect()
    }

    fn page_address(&self, article: &'a Object) -> Option<String> {
        let page = article.get("mainEntityOfPage")?;
        let id = page.as_str().or_else(|| self.resolved(page)?.get("@id")?.as_str())?;
        id.starts_with("http").then(|| id.to_owned())
    }

    fn names(&self, article: &'a Object, keys: &[&str], fits: fn(&Object) -> bool) -> Vec<String> {
        let mut names: Vec<String> = Vec::new();
        let values = keys.iter().find_map(|key| article.get(*key));
        for value in list(values) {
            let name = match value {
                Value::String(name) => cleaned(name),
                value => self.resolved(value).filter(|object| fits(object)).and_then(|object| {
                    list(object.get("name")).find_map(Value::as_str).and_then(cleaned)
                }),
            };
            names.extend(name.filter(|name| !names.contains(name)));
        }
        names
    }

    /// The pictures that the article itself leads to. Others are logos and authors' faces.
    fn images(&self, article: &'a Object) -> Vec<LinkedImage> {
        let keys = ["image", "associatedMedia", "primaryImageOfPage"];
        let values = keys.iter().flat_map(|key| list(article.get(*key)));
        values
            .take(50)
            .map(|value| self.image(value))
            .filter(|i| *i != LinkedImage::default())
            .collect()
    }

    fn image(&self, value: &'a Value) -> LinkedImage {
        let address = |address: &str| Some(address.to_owned()).filter(|a| a.len() < 2_000);
        if let Value::String(text) = value {
            return LinkedImage { address: address(text), ..LinkedImage::default() };
        }
        let Some(object) = self.resolved(value) else { return LinkedImage::default() };
        let text = |key: &str| object.get(key).and_then(Value::as_str).and_then(cleaned);
        let maker = || {
            let keys = ["creator", "author", "copyrightHolder"];
            self.names(object, &keys, |_| true).into_iter().next()
        };
        LinkedImage {
            address: text("contentUrl").or_else(|| text("url")),
            caption: text("caption").or_else(|| text("description")),
            credit: text("creditText").or_else(|| text("credit")).or_else(maker),
        }
    }
}

fn types(object: &Object) -> impl Iterator<Item = &str> {
    let kinds = list(object.get("@type")).filter_map(Value::as_str);
    kinds.map(|kind| kind.rsplit(['/', ':', '#']).next().unwrap_or(kind))
}

fn is_article(kind: &str) -> bool {
    kind.ends_with("Article")
        || matches!(kind, "BlogPosting" | "Report" | "LiveBlogPosting" | "Review" | "NewsReport")
}

fn is_author(object: &Object) -> bool {
    !types(object).any(|kind| kind.ends_with("Organization") || kind == "WebSite")
}

/// The items of an array, or the one value.
fn list(value: Option<&Value>) -> impl Iterator<Item = &Value> {
    let (items, one) = match value {
        Some(Value::Array(items)) => (items.as_slice(), None),
        other => (&[][..], other),
    };
    items.iter().chain(one)
}

fn keywords(value: Option<&Value>) -> Vec<String> {
    let words = list(value).filter_map(Value::as_str);
    words.flat_map(|words| words.split(',')).filter_map(cleaned).take(100).collect()
}

/// White space collapsed, markup and entities undone; `None` where nothing is left.
fn cleaned(text: &str) -> Option<String> {
    let text = if text.contains(['<', '&']) {
        Cow::Owned(super::parse::parse(text)?.text(0))
    } else {
        Cow::Borrowed(text)
    };
    let text = collapsed(&text);
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn said(json: &str) -> Linked {
        let page = format!("<script type='application/ld+json'>{json}</script>");
        linked(&parse(&page).expect("small"))
    }

    #[test]
    fn an_article_says_who_and_when() {
        let said = said(
            r#"{"@type":"NewsArticle","headline":"Bridge &amp; tunnel","datePublished":"2024-03-01",
            "author":[{"@type":"Person","name":"Ada Berg"},{"@type":"Organization","name":"Wire"}],
            "publisher":{"@type":"Organization","name":"The Harbor"}}"#,
        );
        assert_eq!(said.headline.as_deref(), Some("Bridge & tunnel"));
        assert_eq!(said.authors, ["Ada Berg"]);
        assert_eq!(said.published.as_deref(), Some("2024-03-01"));
        assert_eq!(said.publisher.as_deref(), Some("The Harbor"));
    }

    #[test]
    fn references_in_a_graph_are_followed() {
        let said = said(
            r##"{"@graph":[{"@type":"Person","@id":"#a","name":"Ada Berg"},
            {"@type":"Article","headline":"Tide","author":{"@id":"#a"},"image":{"@id":"#i"}},
            {"@type":"ImageObject","@id":"#i","url":"t.jpg","caption":"The tide"}]}"##,
        );
        assert_eq!(said.authors, ["Ada Berg"]);
        assert_eq!(said.images[0].caption.as_deref(), Some("The tide"));
    }

    #[test]
    fn pictures_that_the_article_does_not_lead_to_are_left_out() {
        let said = said(
            r#"[{"@type":"Article","headline":"x","url":"u"},
            {"@type":"ImageObject","url":"logo.png","caption":"The Harbor"}]"#,
        );
        assert_eq!(said.images, []);
    }

    #[test]
    fn line_feeds_in_strings_and_commas_too_many_are_mended() {
        let said = said("{\"@type\":\"Article\",\"headline\":\"One\ntwo\",\"url\":\"u\",}");
        assert_eq!(said.headline.as_deref(), Some("One two"));
    }

    #[test]
    fn what_is_no_json_says_nothing() {
        assert_eq!(said("{\"headline\": \"broken"), Linked::default());
    }
}
