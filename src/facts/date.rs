//! Dates, times and durations, on a calendar where the article allows it.

use super::Evidence;
use crate::text::Span;
use jiff::civil;
use serde::{Deserialize, Serialize};

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
