//! The head of an article: title, byline, date and dateline, as its first blocks have them.

use super::{is_prose, shape, words};
use crate::article::{Article, BlockRole, Instant, Origin, Stated};
use crate::import::{date, names};
use crate::text::Span;

/// How many blocks a head may have.
pub(super) const LONGEST: usize = 6;

/// Gives the blocks of the head of `article` their roles, and takes the metadata they state.
pub(super) fn dress(article: &mut Article) {
    title(article);
    for at in 0..article.blocks.len().min(LONGEST) {
        let Some(block) = article.blocks.get(at).filter(|block| is_prose(block)) else { continue };
        if block.span.len() > 300 {
            break;
        }
        let line = words(&article.text, block).into_owned();
        let role = if byline(article, &line) {
            BlockRole::Byline
        } else if date_line(article, &line) {
            BlockRole::Dateline
        } else {
            continue;
        };
        if let Some(block) = article.blocks.get_mut(at) {
            block.role = role;
        }
    }
    standfirst(article);
    dateline(article);
}

/// A first block that stands apart from the prose below it.
fn title(article: &mut Article) {
    let [first, rest @ ..] = article.blocks.as_mut_slice() else { return };
    let Some(next) = rest.iter().find(|block| block.role != BlockRole::Break) else { return };
    let line = words(&article.text, first);
    let apart = match first.role {
        BlockRole::Heading(_) => true,
        BlockRole::Body => first.quote == 0 && next.role != BlockRole::Table,
        _ => false,
    };
    if !apart || !shape::is_heading_like(&line, 140) || names::byline(&line).is_some() {
        return;
    }
    article.meta.title = Some(Stated::new(line.into_owned(), Origin::Text));
    first.role = BlockRole::Title;
}

fn byline(article: &mut Article, line: &str) -> bool {
    let mut parts = line.split(['|', '·', '•']).map(str::trim);
    let by = parts.next().unwrap_or_default();
    let Some(authors) = names::byline(by) else { return false };
    if article.meta.authors.is_empty() {
        let stated = |author| Stated::read(author, Origin::Text, by);
        article.meta.authors = authors.into_iter().map(stated).collect();
    }
    for part in parts {
        if !date_line(article, part) && article.meta.source.is_none() && part.len() <= 40 {
            article.meta.source = Some(Stated::new(part.to_owned(), Origin::Text));
        }
    }
    true
}

/// Words that stand beside a date that stands alone.
const BESIDE_DATE: &[&str] = &[
    "published",
    "posted",
    "updated",
    "last",
    "modified",
    "on",
    "at",
    "date",
    "am",
    "pm",
    "a",
    "p",
    "m",
    "et",
    "est",
    "edt",
    "pt",
    "pst",
    "gmt",
    "utc",
    "bst",
    "cet",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "de",
];

/// Takes the date of a `line` that says nothing else.
fn date_line(article: &mut Article, line: &str) -> bool {
    let beside = |word: &str| BESIDE_DATE.iter().any(|known| word.eq_ignore_ascii_case(known));
    let only = line
        .split(|c: char| !c.is_alphabetic())
        .all(|word| word.is_empty() || beside(word) || date::month(word).is_some());
    let Some(day) = date::instant(line).filter(|_| only) else { return false };
    let lower = line.to_ascii_lowercase();
    let slot = if lower.contains("updated") || lower.contains("modified") {
        &mut article.meta.modified
    } else {
        &mut article.meta.published
    };
    slot.get_or_insert(Stated { raw: Some(line.to_owned()), ..Stated::new(day, Origin::Text) });
    true
}

/// One paragraph between title and byline.
fn standfirst(article: &mut Article) {
    if let [first, second, third, ..] = article.blocks.as_mut_slice()
        && first.role == BlockRole::Title
        && third.role == BlockRole::Byline
        && is_prose(second)
        && second.span.len() <= 400
    {
        second.role = BlockRole::Standfirst;
    }
}

/// "NAIROBI, Kenya (AP) — ", "Moscow, Sept. 13 (Reuters) - " before the first sentence.
fn dateline(article: &mut Article) {
    let body = |role| role == BlockRole::Body;
    let Some(block) = article.blocks.iter().find(|block| body(block.role)) else { return };
    let head = block.span.of(&article.text);
    let head = head.get(..head.floor_char_boundary(120)).unwrap_or(head);
    let Some(end) = ["—", "–", " - ", "--"].iter().filter_map(|dash| head.find(dash)).min()
    else {
        return;
    };
    let place = Span::new(0, end).of(head).trim();
    let agency = place.strip_suffix(')').and_then(|place| place.rsplit_once('('));
    let (place, agency) = match agency {
        Some((place, agency)) => (place.trim(), Some(agency.trim())),
        None => (place, None),
    };
    let town = place.split(',').next().unwrap_or("");
    let capital = |word: &str| !word.starts_with(|c: char| c.is_lowercase());
    let named = !place.is_empty() && place.split_whitespace().all(capital) && town.len() <= 40;
    if !named || agency.is_none() && !shape::is_shouted(town) {
        return;
    }
    if let Some(agency) = agency.filter(|agency| agency.len() <= 40 && !agency.is_empty()) {
        let agency = Stated::new(agency.to_owned(), Origin::Text);
        article.meta.source.get_or_insert(agency);
    }
    if let Some((span, day)) = date::day_in(place) {
        let raw = Some(span.of(place).to_owned());
        let day = Stated { raw, ..Stated::new(Instant::day(day), Origin::Text) };
        article.meta.published.get_or_insert(day);
    }
}
