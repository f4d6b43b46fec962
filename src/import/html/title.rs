//! The headline: what the page's headings, its head and its JSON-LD agree on.

use super::dom::Dom;
use super::draft::{Draft, ratio};
use super::head::Head;
use super::jsonld::Linked;
use crate::article::{BlockRole, Origin, Stated};
use std::collections::HashSet;

/// The headline, and the block that holds it in the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Headline {
    /// The headline.
    pub(super) title: Option<Stated<String>>,
    /// The block that holds it, by its place among the drafts.
    pub(super) draft: Option<usize>,
}

/// Finds the headline: the heading that agrees with what is stated, else what is stated.
pub(super) fn headline(dom: &Dom, head: &Head, linked: &Linked, drafts: &[Draft<'_>]) -> Headline {
    let stated = stated(head, linked);
    let headings = headings(dom, drafts);
    let agreed = headings.iter().find(|(_, text)| stated.iter().any(|s| agree(&s.value, text)));
    let lone = || match headings.as_slice() {
        // A lone heading is the headline even where the head says something else, unless it is
        // as short as the name of a site.
        [only] if stated.is_empty() || only.1.split_whitespace().count() > 2 => Some(only),
        _ => None,
    };
    if let Some((draft, text)) = agreed.or_else(lone) {
        let title = Some(Stated::new(text.clone(), Origin::Markup));
        return Headline { title, draft: Some(*draft) };
    }
    let title = stated
        .into_iter()
        .next()
        .or_else(|| headings.first().map(|(_, text)| Stated::new(text.clone(), Origin::Markup)));
    let same = |draft: &Draft<'_>| {
        let said = title.as_ref().map(|title| title.value.as_str());
        draft.chars < 300 && !draft.hidden && said.is_some_and(|said| equal(said, &draft.text()))
    };
    let draft = drafts.iter().position(same);
    Headline { title, draft }
}

/// The headline as it is stated outside the text, the surest first, without the site's name.
fn stated(head: &Head, linked: &Linked) -> Vec<Stated<String>> {
    let site = linked.publisher.as_deref().or_else(|| head.get("og:site_name"));
    let read = |title: &str, origin| Stated::read(without_site(title, site, head), origin, title);
    let mut stated = Vec::new();
    for name in ["og:title", "twitter:title", "dc.title", "parsely-title", "headline"] {
        stated.extend(head.get(name).map(|title| read(title, Origin::MetaElement)));
    }
    let from_linked = linked.headline.as_deref().map(|title| read(title, Origin::JsonLd));
    // Open Graph's is cut more seldom than that of JSON-LD.
    stated.insert(stated.len().min(1), from_linked.unwrap_or_else(|| nothing(Origin::JsonLd)));
    let title = head.title.as_deref().map(|title| read(title, Origin::Markup));
    stated.extend(title);
    stated.retain(|title| !title.value.is_empty());
    stated
}

fn nothing(origin: Origin) -> Stated<String> {
    Stated::new(String::new(), origin)
}

/// The headings that may be the headline, in document order: all `h1`, else all `h2`.
fn headings(dom: &Dom, drafts: &[Draft<'_>]) -> Vec<(usize, String)> {
    let of = |level: u8| {
        let fits = move |(_, draft): &(usize, &Draft<'_>)| {
            let named = dom.attribute(draft.node, "itemprop") == Some("headline");
            (draft.role == BlockRole::Heading(level) || (level == 1 && named))
                && !draft.hidden
                && (2..400).contains(&draft.chars)
        };
        let found = drafts.iter().enumerate().filter(fits);
        found.map(|(index, draft)| (index, draft.text())).collect::<Vec<_>>()
    };
    let first = of(1);
    if first.is_empty() { of(2) } else { first }
}

/// A title without the name of its site at its end or its front.
fn without_site(title: &str, site: Option<&str>, head: &Head) -> String {
    const BORDERS: [&str; 11] =
        [" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", " < ", " / ", " ~ "];
    let cut = |title: &str| -> Option<String> {
        let border = BORDERS.iter().filter_map(|border| Some((title.rfind(border)?, border.len())));
        let (at, length) = border.max_by_key(|(at, _)| *at)?;
        let (front, back) = (title.get(..at)?, title.get(at + length..)?);
        names_site(back, site, head).then(|| front.trim().to_owned())
    };
    let mut title = title.trim().to_owned();
    while let Some(shorter) = cut(&title).filter(|shorter| shorter.chars().count() > 5) {
        title = shorter;
    }
    let front = BORDERS.iter().find_map(|border| title.split_once(border));
    match front {
        Some((name, rest)) if site.is_some_and(|site| equal(site, name)) => rest.trim().to_owned(),
        _ => title,
    }
}

fn names_site(name: &str, site: Option<&str>, head: &Head) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<String>()
    };
    let name = letters(name);
    if name.is_empty() {
        return true;
    }
    let known = site.map(letters).filter(|site| !site.is_empty());
    let host = head.address.as_deref().and_then(crate::import::derive::host);
    let host = host.as_deref().map(letters);
    known.is_some_and(|site| site == name || name.contains(&site) || site.contains(&name))
        || host.is_some_and(|host| name.len() > 2 && (host.contains(&name) || name.contains(&host)))
}

/// Whether two wordings are of one headline.
fn agree(stated: &str, heading: &str) -> bool {
    let (stated, heading) = (words(stated), words(heading));
    if stated.is_empty() || heading.is_empty() {
        return false;
    }
    let common = stated.intersection(&heading).count();
    let shorter = stated.len().min(heading.len());
    // Two words of many may be the name of the site.
    ratio(common, shorter) > 0.7 && (shorter > 2 || stated.len() == heading.len())
}

/// Whether two wordings are the same but for case and punctuation.
pub(super) fn equal(one: &str, other: &str) -> bool {
    let letters = |text: &str| {
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect::<Vec<_>>()
    };
    letters(one) == letters(other)
}

fn words(text: &str) -> HashSet<String> {
    let split = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    split.map(str::to_lowercase).collect()
}
