//! Saved web pages to articles.

mod address;
mod attributes;
mod authors;
mod body;
pub(super) mod bookmarks;
mod collect;
mod dates;
mod day;
mod dom;
mod draft;
mod emit;
mod figure;
mod foot;
mod frame;
mod head;
mod hidden;
mod jsonld;
mod judge;
mod measure;
mod meta;
mod nodes;
mod painted;
mod parse;
mod phrases;
mod picture;
mod plain;
mod readability;
mod repeat;
mod said;
mod segment;
mod sink;
mod stream;
mod table;
#[cfg(test)]
mod tests;
mod title;
mod vote;
mod zone;

use crate::article::Article;
use dom::Dom;
use emit::Page;
use figure::Figures;
use head::Head;
use judge::Known;
use measure::Measure;
use meta::Sources;

/// The article in a page, or in a piece of markup that a record holds; `address` is where it
/// came from, where that is known. `None` where no text is in it.
pub(super) fn read(html: &str, address: Option<&str>) -> Option<Article> {
    let article = parse::parse(html).map_or_else(|| plain::read(html), |dom| of(&dom, address));
    (!article.blocks.is_empty()).then_some(article)
}

/// The names of the signs of the days of a page.
pub(super) const DAY_SIGNS: &[&str] = day::NAMES;

/// The days that a page names, each with its signs.
pub(super) fn days(html: &str) -> Vec<(jiff::civil::Date, u64)> {
    let Some(dom) = parse::parse(html) else { return Vec::new() };
    let head = Head::of(&dom, None);
    let linked = jsonld::linked(&dom);
    let measure = Measure::of(&dom);
    let drafts = segment::segment(&dom, &measure, &Figures::of(&dom, &measure));
    let headline = title::headline(&dom, &head, &linked, &drafts);
    let sources = Sources { dom: &dom, head: &head, linked: &linked, drafts: &drafts };
    let days = day::candidates(sources, headline.draft);
    days.iter().map(|day| (day.stated.value.date, day.bits())).collect()
}

fn of(dom: &Dom, address: Option<&str>) -> Article {
    let head = Head::of(dom, address);
    let linked = jsonld::linked(dom);
    let measure = Measure::of(dom);
    let figures = Figures::of(dom, &measure);
    let drafts = segment::segment(dom, &measure, &figures);
    let votes = vote::main_content(dom, &drafts);
    let headline = title::headline(dom, &head, &linked, &drafts);
    let sources = Sources { dom, head: &head, linked: &linked, drafts: &drafts };
    let meta = meta::meta(sources, &headline);
    let title = headline.title.as_ref().map(|title| title.value.as_str());
    let known = Known { title, headline: headline.draft, authors: &meta.authors };
    let verdicts = judge::judge(dom, &drafts, &votes, known);
    let base = head.base.as_deref();
    let said = said::captions(&linked, &drafts, &figures);
    let page = Page {
        drafts: &drafts,
        verdicts: &verdicts,
        figures: &figures,
        said: &said,
        base,
        meta: &meta,
    };
    emit::article(page).finish(meta)
}
