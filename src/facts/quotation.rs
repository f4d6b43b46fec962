//! Quotations, who said them, and through whom they reached the reader.

use super::Evidence;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Someone's words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotation {
    /// The words, quotation marks included.
    pub span: Span,
    /// The sentence they begin in.
    pub sentence: Span,
    /// Whether they are given word for word.
    pub kind: QuotationKind,
    /// Who said them, where the text names someone.
    pub speaker: Option<Span>,
    /// The entity that said them: an index into [`super::Facts::entities`].
    pub entity: Option<usize>,
    /// Through whom they reached the reader ("the Syrian TV quoted Assad as saying").
    pub channel: Option<Span>,
    /// The words that attribute them ("said").
    pub cue: Option<Span>,
    /// How sure it is.
    pub evidence: Evidence,
}

/// Whether words are given as they were said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotationKind {
    /// Whole clauses in quotation marks.
    Direct,
    /// Part of a clause in quotation marks.
    Partial,
    /// Reported without quotation marks.
    Indirect,
}
