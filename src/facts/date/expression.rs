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
    /// Which part of the stretch is meant.
    pub(crate) part: Option<Part>,
    /// Whether it is vague or softened ("about", "early").
    pub(crate) approximate: bool,
    /// Whether it is no date, and only keeps other rules from its words: an age.
    pub(crate) silent: bool,
    /// How sure the rule is, in percent.
    pub(crate) confidence: u8,
    /// The rule, in words.
    pub(crate) reason: &'static str,
}

impl Expression {
    /// An expression that a rule is quite sure of.
    pub(crate) const fn new(tokens: Range<usize>, time: Time, reason: &'static str) -> Self {
        Self {
            tokens,
            time,
            clock: None,
            part: None,
            approximate: false,
            silent: false,
            confidence: 90,
            reason,
        }
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
    /// A name that recurs on the calendar, in the year so many from the anchor's own.
    InYear(Name, i64),
    /// A weekday, in the week so many from the anchor's own.
    InWeek(i8, i64),
    /// So many units from the anchor: the unit that the day falls into.
    Shift(TimeUnit, i64),
    /// So many units from the day that was told of last ("that year", "the following month").
    Told(TimeUnit, i64),
    /// What was told of last, a year before: a quarter where one is under discussion.
    YearBefore,
    /// A year before the anchor, or the quarter under discussion of the year before.
    YearAgo,
    /// The quarter under discussion, of this year.
    QuarterOf(i16),
    /// The quarter that ended about such a month and day.
    QuarterTo(i8, i8),
    /// The day that was told of in this sentence or the one before, else the anchor.
    ThatDay,
    /// The weekend beside the anchor, on the side that the tense points to.
    Weekend,
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
    /// Year, first or second half.
    Half(i16, i8),
    /// Year.
    Year(i16),
    /// First and last year.
    Years(i16, i16),
    /// The first year of a decade.
    Decade(i16),
    /// The first of a hundred years ("the 1800s").
    Hundred(i16),
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
    /// The first or second half of a year.
    Half(i8),
    /// A feast.
    Feast(Feast),
}

/// A feast, by how its day is found in a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Feast {
    /// Month, day.
    Fixed(i8, i8),
    /// Month, weekday from 1 for Monday, which of them in the month; the last one for -1.
    Nth(i8, i8, i8),
    /// The Tuesday behind the first Monday of November.
    Election,
    /// So many days from Easter Sunday.
    Easter(i64),
}

/// A part of a stretch of the calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// "Early", "the start of".
    Early,
    /// "Mid", "the middle of".
    Middle,
    /// "Late", "the end of".
    Late,
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
