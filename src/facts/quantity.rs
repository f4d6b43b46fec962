//! Numbers and what they count.

use super::Evidence;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number with its unit and hedge ("some 4 million").
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// What sort of number it is.
    pub kind: QuantityKind,
    /// Its value; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// The currency (ISO 4217) or unit of measure, if any.
    pub unit: Option<String>,
    /// The words for what is counted ("people"), where they stand.
    pub counted: Option<Span>,
    /// What softens it ("some", "more than", "nearly").
    pub hedge: Option<String>,
    /// How sure it is.
    pub evidence: Evidence,
}

/// What sort of number a quantity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantityKind {
    /// So many of something.
    Count,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A length, weight, area, speed and so on.
    Measure,
    /// A place in an order ("third").
    Ordinal,
}
