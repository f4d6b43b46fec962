//! Expressions of time as the grammar reads them, before they are placed on the calendar.

use crate::facts::lexicon::TimeUnit;
use std::ops::Range;

/// An expression of time in the text.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Expression {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What it says.
    pub(crate) time: Time,
    /// The time of day it adds.
    pub(crate) clock: Option<Clock>,
    /// Whether it is vague or softened ("about", "early").
    pub(crate) approximate: bool,
    /// How sure the rule is, in percent.
    pub(crate) confidence: u8,
    /// The rule, in words.
    pub(crate) reason: &'static str,
}

impl Expression {
    /// An expression that a rule is quite sure of.
    pub(crate) const fn new(tokens: Range<usize>, time: Time, reason: &'static str) -> Self {
        Self { tokens, time, clock: None, approximate: false, confidence: 90, reason }
    }

    /// The same, so sure.
    #[must_use]
    pub(crate) const fn sure(mut self, confidence: u8) -> Self {
        self.confidence = confidence;
        self
    }

    /// The same, but vague.
    #[must_use]
    pub(crate) const fn vague(mut self) -> Self {
        self.approximate = true;
        self
    }
}

/// What an expression of time says.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Time {
    /// A stretch of the calendar that is fully said.
    Point(Point),
    /// A name that recurs on the calendar, and which of its recurrences is meant.
    Named(Name, Side),
    /// So many units from the anchor: the unit that the day falls into.
    Shift(TimeUnit, i64),
    /// No place on the calendar.
    Reference(Reference),
    /// A length of time; `None` where it is not said how many units.
    Length(Option<f64>, TimeUnit),
    /// Every such weekday, month, day.
    Every(Name),
    /// Once in every such unit.
    EveryUnit(TimeUnit),
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Point {
    /// Year, month, day.
    Day(i16, i8, i8),
    /// Year, month, first and last day.
    Days(i16, i8, i8, i8),
    /// Year, month.
    Month(i16, i8),
    /// Year, season from 1 for spring.
    Season(i16, u8),
    /// Year, quarter.
    Quarter(i16, i8),
    /// Year.
    Year(i16),
    /// First and last year.
    Years(i16, i16),
    /// The first year of a decade.
    Decade(i16),
    /// The number of a century.
    Century(i16),
}

/// A name that recurs on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Name {
    /// A weekday, from 1 for Monday.
    Weekday(i8),
    /// A month.
    Month(i8),
    /// Month, day.
    Day(i8, i8),
    /// Month, day, and the weekday it falls on, from 1 for Monday.
    DayOn(i8, i8, i8),
    /// Month, first and last day.
    Days(i8, i8, i8),
    /// A season, from 1 for spring.
    Season(u8),
    /// A quarter.
    Quarter(i8),
}

/// Which recurrence is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// The last one before the anchor.
    Last,
    /// The one of the anchor's own week or year.
    This,
    /// The next one behind the anchor.
    Next,
    /// Not said: the tense of the sentence decides.
    Open,
}

/// A time without a place on the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reference {
    Past,
    Present,
    Future,
}

/// A time of day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Clock {
    /// A part of the day, as TIMEX3 has it: `MO`, `AF`, `EV`, `NI`.
    Part(&'static str),
    /// Hour, minute, and whether in universal time.
    Time(u8, u8, bool),
}

/// The tense of the verb an expression of time goes with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Tense {
    /// A verb tells what has happened.
    Past,
    /// A verb or another word tells what is to come.
    Future,
    /// No word tells.
    Unsaid,
}
