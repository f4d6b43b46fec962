//! When the article appeared and when it was changed: JSON-LD, `meta` elements, the markup, the
//! address, and the lines around the headline, in that order.

use super::dom::Dom;
use super::draft::Draft;
use super::meta::Sources;
use super::zone::{Zone, words};
use crate::article::{Instant, Origin, Stated};
use crate::import::{date, derive};
use jiff::civil::Date;

/// The `meta` elements that hold the day of publication, the surest first.
const PUBLISHED: [&str; 20] = [
    "article:published_time",
    "og:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dc.date",
    "dcterms.created",
    "dcterms.date",
    "dc.date.created",
    "pubdate",
    "publishdate",
    "publish-date",
    "publish_date",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "citation_publication_date",
    "citation_date",
    "article_date_original",
    "datecreated",
];

/// The `meta` elements that hold the day of the last change.
const MODIFIED: [&str; 8] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dateupdate",
    "lastmod",
    "last-modified",
    "dcterms.modified",
    "dc.date.modified",
];

/// So many years may lie between the first publication and a change that is stated for it.
const YEARS: i16 = 3;

/// A sentence that says when the article appeared is no longer than this.
const SENTENCE: usize = 300;

/// Lines longer than this are prose.
const LINE: usize = 120;

/// When the article first appeared; when it was changed, where nothing else is said.
pub(super) fn published(sources: Sources<'_>, headline: Option<usize>) -> Option<Stated<Instant>> {
    let Sources { head, linked, dom, drafts } = sources;
    let stated = at(linked.published.as_deref(), Origin::JsonLd)
        .or_else(|| PUBLISHED.iter().find_map(|name| at(head.get(name), Origin::MetaElement)))
        .or_else(|| in_markup(dom));
    let by_headline = headline.and_then(|headline| beside(drafts, headline));
    match (stated, by_headline) {
        // Some programs state the day of the last change; the page itself tells readers better.
        (Some(stated), Some(shown)) if is_earlier(shown.value.date, stated.value.date) => {
            Some(shown)
        }
        (Some(stated), _) => Some(stated),
        (None, shown) => in_address(head.address.as_deref())
            .or(shown)
            .or_else(|| in_page(sources, headline))
            .or_else(|| in_named(dom))
            .or_else(|| modified(sources)),
    }
}

/// Whether a day that is shown is that of the first publication of what was `stated` to be of
/// another: before it, but not by years, as the day of what the article tells would be.
fn is_earlier(shown: Date, stated: Date) -> bool {
    shown < stated && stated.year() - shown.year() <= YEARS
}

/// When the article was last changed.
pub(super) fn modified(sources: Sources<'_>) -> Option<Stated<Instant>> {
    let Sources { head, linked, .. } = sources;
    at(linked.modified.as_deref(), Origin::JsonLd)
        .or_else(|| MODIFIED.iter().find_map(|name| at(head.get(name), Origin::MetaElement)))
}

fn at(words: Option<&str>, origin: Origin) -> Option<Stated<Instant>> {
    let words = words?;
    let value = date::instant(words).filter(|at| (1800..2100).contains(&at.date.year()))?;
    Some(Stated { value, origin, raw: Some(words.to_owned()) })
}

/// The date in an element that says what it is of.
fn in_markup(dom: &Dom) -> Option<Stated<Instant>> {
    let is_it = |id: &usize| {
        let class = dom.attribute(*id, "class").unwrap_or_default().to_ascii_lowercase();
        dom.attribute(*id, "itemprop") == Some("datePublished")
            || dom.attribute(*id, "pubdate").is_some()
            || (dom.name(*id) == "time"
                && ["publish", "entry-date", "post-date"].iter().any(|word| class.contains(word)))
            || dom.attribute(*id, "property").is_some_and(|name| {
                name.ends_with("datePublished") || name.ends_with("dateCreated")
            })
    };
    (0..dom.len()).filter(is_it).find_map(|id| in_element(dom, id))
}

/// The date of an element: in its attributes, else in its words.
fn in_element(dom: &Dom, id: usize) -> Option<Stated<Instant>> {
    let names = ["datetime", "content", "data-date-time", "title"].iter();
    let stated = names.filter_map(|name| dom.attribute(id, name));
    stated
        .map(str::to_owned)
        .chain([dom.text(id)])
        .find_map(|words| at(Some(&words), Origin::Markup))
}

/// The day in the line just above or below the headline, unless it is that of a change.
fn beside(drafts: &[Draft<'_>], headline: usize) -> Option<Stated<Instant>> {
    let near = drafts.iter().enumerate().skip(headline.saturating_sub(2)).take(9);
    // What stands right beside the headline is of the article, whatever its container is called.
    let other = |at: usize, zone: Zone| {
        matches!(zone, Zone::Comments | Zone::Footer)
            || zone == Zone::Related && at.abs_diff(headline) > 2
    };
    let lines = near.filter(|(at, draft)| draft.chars < LINE && !other(*at, draft.zone));
    lines.map(|(_, draft)| draft).find_map(|draft| {
        let words = draft.text();
        let lower = words.to_lowercase();
        let changed = ["updat", "modif", "review", "aktualisiert", "changed", "edited"]
            .iter()
            .filter_map(|word| lower.find(word))
            .min();
        let (span, day) = date::shown_day(&words)?;
        let first = changed.is_none_or(|changed| span.start < changed);
        first.then(|| shown(day, span.of(&words)))
    })
}

fn shown(day: Date, words: &str) -> Stated<Instant> {
    Stated { value: Instant::day(day), origin: Origin::Markup, raw: Some(words.to_owned()) }
}

/// The first day that the page shows in a line: in an element made for it, else by the headline,
/// else anywhere.
fn in_page(sources: Sources<'_>, headline: Option<usize>) -> Option<Stated<Instant>> {
    let from = headline.unwrap_or(0);
    let lines = sources.drafts.iter().enumerate().filter(|(_, draft)| {
        draft.chars < LINE && !matches!(draft.zone, Zone::Comments | Zone::Legal | Zone::Related)
    });
    let near = |index: usize| (from.saturating_sub(4)..from + 12).contains(&index);
    let dated = |zone: Zone| matches!(zone, Zone::Dateline | Zone::Byline);
    let named = lines.clone().filter(|(_, draft)| dated(draft.zone));
    let by_headline = lines.clone().filter(|(index, _)| near(*index));
    let below = lines.filter(|(index, draft)| *index >= from && draft.chars < LINE / 2);
    let order = named.clone().filter(|(index, _)| near(*index)).chain(by_headline).chain(named);
    let found = order.chain(below).take(2_000).find_map(|(_, draft)| {
        let words = draft.text();
        let (span, day) = date::shown_day(&words)?;
        Some(shown(day, span.of(&words)))
    });
    found.or_else(|| in_sentence(sources.drafts))
}

/// The day in a sentence that says when the article appeared, as blogs put it below.
fn in_sentence(drafts: &[Draft<'_>]) -> Option<Stated<Instant>> {
    const SAYING: &[&str] = &[
        "eröffentlicht",
        "wurde am",
        "eingetragen am",
        "posted on",
        "published on",
        "was posted",
        "publié le",
        "publicado el",
    ];
    let lines = drafts.iter().filter(|draft| (LINE / 4..SENTENCE).contains(&draft.chars));
    lines.filter(|draft| draft.zone != Zone::Comments).find_map(|draft| {
        let words = draft.text();
        let says = SAYING.iter().any(|said| words.contains(said));
        let (span, day) = date::day_in(&words).filter(|_| says)?;
        Some(shown(day, span.of(&words)))
    })
}

/// The first date in a `time` element or in one whose class says that it holds a date.
fn in_named(dom: &Dom) -> Option<Stated<Instant>> {
    let named = |id: &usize| {
        let class = dom.attribute(*id, "class").unwrap_or_default();
        dom.name(*id) == "time"
            || (class.len() < 80
                && words(class).iter().any(|word| {
                    ["date", "datum", "created", "submitted", "published", "authored", "updated"]
                        .contains(&word.as_str())
                }))
    };
    (0..dom.len()).filter(named).take(100).find_map(|id| {
        in_element(dom, id).or_else(|| {
            let words = dom.text(id);
            let (span, day) = date::shown_day(&words).filter(|_| words.len() < LINE)?;
            Some(shown(day, span.of(&words)))
        })
    })
}

/// The day in an address.
fn in_address(own: Option<&str>) -> Option<Stated<Instant>> {
    let own = own?;
    let value = Instant::day(derive::address_date(own)?);
    Some(Stated { value, origin: Origin::Address, raw: Some(own.to_owned()) })
}
