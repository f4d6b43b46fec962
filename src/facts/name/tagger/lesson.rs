//! Lessons for the model: articles whose names are known.

use super::super::decide::Verdict;
use super::super::{candidates, decide};
use super::feature::Reader;
use super::stretch;
use crate::article::Article;
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::model::{Features, Label, Lesson};
use crate::facts::{date, region};
use crate::text::Span;
use std::ops::Range;

/// A name that an article is known to hold: where, and what bears it (0 a person, 1 an
/// organization, 2 a place, 3 something else).
pub type Gold = (Span, u8);

/// Lessons from `article`, in which the names are `gold`, and no others.
pub fn lessons(article: &Article, gold: &[Gold]) -> Vec<Lesson> {
    let covered = region::covered(article);
    let document = Document::new(&article.text, &region::regions(article, covered));
    let dates = date::dates(article, &document);
    let verdicts: Vec<Verdict> = decide::decide(&document, &candidates(&document, &dates.taken));
    let stretches = stretch::all(&document);
    let reader = Reader::new(&document, &verdicts, &stretches);
    let labels = labels(&document, gold);
    let lessons = stretches.into_iter().map(|stretch| {
        let mut features = Features::default();
        reader.read(stretch.clone(), &mut features);
        let labels = labels.get(stretch).unwrap_or_default();
        Lesson { features, labels: closed(labels) }
    });
    lessons.collect()
}

/// The label of each token.
fn labels(document: &Document<'_>, gold: &[Gold]) -> Vec<Label> {
    let mut labels = vec![Label::OUTSIDE; document.tokens.len()];
    for (span, kind) in gold {
        let start = document.tokens.partition_point(|token| token.span.end <= span.start);
        let end = document.tokens.partition_point(|token| token.span.start < span.end);
        let tokens = trimmed(document, start..end, *kind);
        for (count, at) in tokens.clone().enumerate() {
            if let Some(label) = labels.get_mut(at) {
                *label = Label::of_span(*kind, count, tokens.len());
            }
        }
    }
    labels
}

/// `tokens` without what some guidelines count to a name and others not: articles, titles before a
/// person, a possessive.
fn trimmed(document: &Document<'_>, mut tokens: Range<usize>, kind: u8) -> Range<usize> {
    while tokens.len() > 1 {
        let first = document.token(tokens.start);
        let article = document.any(tokens.start, &["the", "a", "an"]);
        let title = kind == 0
            && first.any_of(&[Class::Title, Class::Honorific])
            && !first.is(Class::GivenName);
        if document.any(tokens.end - 1, &["'s", "’s", ".", ",", "'", "’", "\""]) {
            tokens.end -= 1;
        } else if article || title {
            tokens.start += 1;
        } else {
            break;
        }
    }
    tokens
}

/// `labels` of a stretch; spans that do not lie in it whole are left out.
fn closed(labels: &[Label]) -> Vec<Label> {
    let mut closed: Vec<Label> = Vec::with_capacity(labels.len());
    for &label in labels {
        let before = closed.last().copied().unwrap_or_default();
        closed.push(if before.allows(label) { label } else { Label::OUTSIDE });
    }
    while let Some(last) = closed.pop() {
        if last.allows(Label::OUTSIDE) {
            closed.push(last);
            break;
        }
    }
    closed.resize(labels.len(), Label::OUTSIDE);
    closed
}
