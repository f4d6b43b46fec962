//! The day from which relative dates are reckoned: the publication date, else the dateline's,
//! else a caption's. Without one, none: a relative date then stays relative.

use super::expression::{Expression, Point, Time};
use crate::article::{Article, Origin};
use crate::facts::DateAnchor;
use crate::facts::document::Document;
use crate::facts::region::RegionKind;
use jiff::civil::Date;

/// The anchor of `article`, whose expressions of time are `expressions`.
pub(crate) fn anchor(
    article: &Article,
    document: &Document<'_>,
    expressions: &[Expression],
) -> Option<DateAnchor> {
    let found =
        || written(document, expressions).or_else(|| pictured(article, document, expressions));
    let published = published(article);
    if !is_from_text(article) {
        return published.or_else(found);
    }
    // Read from the text by the importer: here it is known from where in the text.
    let date = published.as_ref().map(|anchor| anchor.date);
    found().filter(|anchor| Some(anchor.date) == date).or(published)
}

fn is_from_text(article: &Article) -> bool {
    article.meta.published.as_ref().is_some_and(|stated| stated.origin == Origin::Text)
}

fn published(article: &Article) -> Option<DateAnchor> {
    let stated = article.meta.published.as_ref()?;
    let origin = match stated.origin {
        Origin::Text => "the date in the text",
        Origin::Address => "the date in the article's address",
        Origin::FileName => "the date in the file's name",
        _ => "the file's publication date",
    };
    Some(DateAnchor { date: stated.value.date, origin: origin.to_owned(), span: None })
}

/// A day in the dateline, or one that stands alone near the head of the text.
fn written(document: &Document<'_>, expressions: &[Expression]) -> Option<DateAnchor> {
    expressions.iter().find_map(|expression| {
        let date = day(expression)?;
        let number = document.sentence_at(expression.tokens.start);
        let sentence = document.sentences.get(number)?;
        let alone = number < 6
            && expression.tokens.start == sentence.tokens.start
            && expression.tokens.end == sentence.tokens.end;
        let origin = if sentence.kind == RegionKind::Dateline {
            "the dateline"
        } else if alone {
            "the date under the headline"
        } else {
            return None;
        };
        let span = Some(document.span(expression.tokens.clone()));
        Some(DateAnchor { date, origin: origin.to_owned(), span })
    })
}

/// The latest day that a caption or its credit states: pictures of a report are of its day.
fn pictured(
    article: &Article,
    document: &Document<'_>,
    expressions: &[Expression],
) -> Option<DateAnchor> {
    let read = expressions.iter().filter_map(|expression| {
        let sentence = document.sentences.get(document.sentence_at(expression.tokens.start))?;
        let date = day(expression).filter(|_| sentence.kind == RegionKind::Caption)?;
        Some((date, Some(document.span(expression.tokens.clone()))))
    });
    let stated = article.images.iter().filter_map(|image| Some((image.credit.date?, None)));
    // The first of the latest: it stands earliest in the text.
    let (date, span) =
        read.chain(stated).reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    Some(DateAnchor { date, origin: "the caption's date".to_owned(), span })
}

fn day(expression: &Expression) -> Option<Date> {
    match expression.time {
        Time::Point(Point::Day(year, month, day)) => Date::new(year, month, day).ok(),
        _ => None,
    }
}
