//! What a page says of its article, each value with where it is said.

use super::dom::Dom;
use super::draft::Draft;
use super::head::Head;
use super::jsonld::Linked;
use super::title::Headline;
use super::{authors, dates};
use crate::article::{Meta, Origin, Stated};
use crate::import::{date, derive};

/// The sources of a page's metadata.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sources<'a> {
    /// The page.
    pub(super) dom: &'a Dom,
    /// The head of the page.
    pub(super) head: &'a Head,
    /// Its JSON-LD.
    pub(super) linked: &'a Linked,
    /// Its blocks.
    pub(super) drafts: &'a [Draft<'a>],
}

/// What a page says of its article.
pub(super) fn meta(sources: Sources<'_>, headline: &Headline) -> Meta {
    let Sources { head, linked, .. } = sources;
    let meta = |names: &[&str]| head.first(names).map(|value| stated(value, Origin::MetaElement));
    let json = |value: &Option<String>| value.as_deref().map(|value| stated(value, Origin::JsonLd));
    let source = meta(&["og:site_name"])
        .or_else(|| json(&linked.publisher))
        .or_else(|| meta(&["application-name", "dc.publisher", "publisher"]));
    let host = head.address.as_deref().and_then(derive::host);
    let host = host.as_deref().and_then(|host| host.rsplit('.').nth(1));
    let named = source.as_ref().map(|source| source.value.as_str());
    let sites: Vec<&str> =
        [named, linked.publisher.as_deref(), host].into_iter().flatten().collect();
    let description = meta(&["og:description", "description", "twitter:description"])
        .or_else(|| json(&linked.description));
    Meta {
        title: headline.title.clone(),
        authors: authors::authors(sources, &sites, headline.draft),
        source: source.filter(|source| !source.value.starts_with("http")),
        published: dates::published(sources, headline.draft),
        modified: dates::modified(sources),
        saved: head.saved.as_deref().and_then(date::instant).map(|at| Stated {
            value: at,
            origin: Origin::Saver,
            raw: head.saved.clone(),
        }),
        language: language(sources),
        address: own_address(sources),
        section: meta(&["article:section", "parsely-section", "section"])
            .or_else(|| json(&linked.section)),
        description,
        tags: tags(sources),
        ..Meta::default()
    }
}

fn stated(value: &str, origin: Origin) -> Stated<String> {
    Stated::new(value.trim().to_owned(), origin)
}

fn own_address(Sources { head, linked, .. }: Sources<'_>) -> Option<Stated<String>> {
    let origin = if head.address == head.saved_from { Origin::Saver } else { Origin::MetaElement };
    let said = head.address.as_deref().map(|own| stated(own, origin));
    let linked = linked.address.as_deref().filter(|own| own.starts_with("http"));
    said.or_else(|| linked.map(|own| stated(own, Origin::JsonLd)))
}

fn language(Sources { head, linked, .. }: Sources<'_>) -> Option<Stated<String>> {
    let declared = head.language.as_deref().map(|tag| (tag, Origin::Markup));
    let locale = || head.first(&["og:locale", "content-language", "dc.language", "language"]);
    let (tag, origin) = declared
        .or_else(|| linked.language.as_deref().map(|tag| (tag, Origin::JsonLd)))
        .or_else(|| locale().map(|tag| (tag, Origin::MetaElement)))?;
    let value = tag.trim().replace('_', "-");
    let well_formed = value.split('-').enumerate().all(|(index, part)| {
        let shortest = if index == 0 { 2 } else { 1 };
        (shortest..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
    });
    let raw = (value != tag).then(|| tag.to_owned());
    well_formed.then_some(Stated { value, origin, raw })
}

fn tags(Sources { head, linked, .. }: Sources<'_>) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    let lists = ["news_keywords", "keywords", "parsely-tags"].iter();
    let listed = lists.flat_map(|name| head.all(name)).flat_map(|list| list.split([',', ';']));
    let single = head.all("article:tag");
    let linked = linked.keywords.iter().map(String::as_str);
    for tag in single.chain(linked).chain(listed) {
        let tag = tag.trim();
        let known = tags.iter().any(|known| known.eq_ignore_ascii_case(tag));
        if !tag.is_empty() && tag.len() < 100 && !known && tags.len() < 100 {
            tags.push(tag.to_owned());
        }
    }
    tags
}
