//! Dates, times and durations, on a calendar where the article allows it.

mod absolute;
mod anchor;
mod calendar;
mod expression;
mod grammar;
mod length;
mod recurrence;
mod relative;
mod tense;

use super::document::Document;
use super::{DateAnchor, Evidence};
use crate::article::Article;
use crate::text::Span;
use expression::{Expression, Time};
use jiff::civil;
use serde::{Deserialize, Serialize};

pub(crate) use grammar::hedge;

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// The words.
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: Span,
    /// What it is.
    pub kind: DateKind,
    /// The value, in the notation of TIMEX3 (ISO-TimeML): `2021-09-13`, `2011-03`, `P10Y`.
    pub value: String,
    /// The first day, where it stands on the calendar.
    pub start: Option<civil::Date>,
    /// The last day, where it stands on the calendar.
    pub end: Option<civil::Date>,
    /// How exact it is.
    pub granularity: Granularity,
    /// Whether the words are vague ("about", "recent weeks").
    pub approximate: bool,
    /// Whether it was reckoned from [`super::Facts::anchor`].
    pub relative: bool,
    /// How sure it is.
    pub evidence: Evidence,
}

/// What an expression of time is: the types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that recurs.
    Set,
}

/// How exact an expression of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Granularity {
    /// A time of day.
    Time,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A season or quarter.
    Season,
    /// A year.
    Year,
    /// A decade or longer.
    Decade,
    /// No unit of the calendar ("recently").
    Vague,
}

/// What the reading of dates gives.
#[derive(Debug)]
pub(crate) struct Dates {
    /// The day from which relative dates are reckoned.
    pub(crate) anchor: Option<DateAnchor>,
    /// The dates, by start.
    pub(crate) dates: Vec<Date>,
    /// For each token of the document, whether a date holds it.
    pub(crate) taken: Vec<bool>,
}

/// The dates of `article`, read as `document`.
pub(crate) fn dates(article: &Article, document: &Document<'_>) -> Dates {
    let expressions = grammar::expressions(document);
    let anchor = anchor::anchor(article, document, &expressions);
    let day = anchor.as_ref().map(|anchor| anchor.date);
    let mut taken = vec![false; document.tokens.len()];
    for expression in &expressions {
        let range = expression.tokens.clone();
        taken.get_mut(range).into_iter().flatten().for_each(|token| *token = true);
    }
    let dates = expressions.iter().map(|expression| date(document, expression, day)).collect();
    Dates { anchor, dates, taken }
}

fn date(document: &Document<'_>, expression: &Expression, anchor: Option<civil::Date>) -> Date {
    let tense = tense::tense(document, expression.tokens.start);
    let resolved = calendar::resolve(&expression.time, anchor, tense);
    let value = match expression.clock {
        Some(clock) => calendar::with_clock(&resolved.value, clock),
        None => resolved.value,
    };
    let (start, end) = resolved.days.unzip();
    let placed = !resolved.relative || start.is_some();
    Date {
        span: document.span(expression.tokens.clone()),
        sentence: document.sentence_span(expression.tokens.start),
        kind: kind(expression),
        value,
        start,
        end,
        granularity: if expression.clock.is_some() {
            Granularity::Time
        } else {
            resolved.granularity
        },
        approximate: expression.approximate,
        relative: resolved.relative,
        evidence: Evidence {
            confidence: expression.confidence.saturating_sub(if placed { 0 } else { 20 }),
            reason: reason(expression, resolved.relative, anchor),
        },
    }
}

fn kind(expression: &Expression) -> DateKind {
    match expression.time {
        Time::Length(..) => DateKind::Duration,
        Time::Every(_) | Time::EveryUnit(_) => DateKind::Set,
        _ if expression.clock.is_some() => DateKind::Time,
        _ => DateKind::Date,
    }
}

fn reason(expression: &Expression, relative: bool, anchor: Option<civil::Date>) -> String {
    match anchor {
        Some(day) if relative => format!("{}, reckoned from {day}", expression.reason),
        None if relative => format!("{}, with no date to reckon it from", expression.reason),
        _ => expression.reason.to_owned(),
    }
}
