//! Articles to facts. Extraction is a pure, total function; every fact carries the spans that
//! bear it out, a confidence and a reason.

pub mod date;
pub mod entity;
pub mod quantity;
pub mod quotation;

mod document;
mod language;
mod lexicon;
mod name;
mod number;
mod region;
mod token;

use crate::article::Article;
use crate::text::Span;
use serde::{Deserialize, Serialize};

pub use date::{Date, DateKind, Granularity};
pub use entity::{Entity, EntityKind, Mention, cluster};
pub use quantity::{Quantity, QuantityKind};
pub use quotation::{Quotation, QuotationKind};

/// The version of the engine: facts kept from an older one are extracted again.
pub const ENGINE: u32 = 1;

/// All that an article says, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The part of the text that was read; shorter than the text for very long articles.
    pub covered: Span,
    /// The language of the text as a BCP 47 tag, as stated or as its words show; `und` for one
    /// that is not English.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether names were looked for: they are in English only.
    #[serde(default)]
    pub names: bool,
    /// The day from which relative dates are reckoned, and how it is known.
    pub anchor: Option<DateAnchor>,
    /// People, places and organizations, most mentioned first.
    pub entities: Vec<Entity>,
    /// Every mention of an entity, by start.
    pub mentions: Vec<Mention>,
    /// Dates, times and durations, by start.
    pub dates: Vec<Date>,
    /// Numbers and what they count, by start.
    pub quantities: Vec<Quantity>,
    /// Quotations and who said them, by start.
    pub quotations: Vec<Quotation>,
}

/// The day from which relative dates are reckoned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateAnchor {
    /// The day.
    pub date: jiff::civil::Date,
    /// How it is known ("the caption's date", "the file's publication date").
    pub origin: String,
    /// Where it stands in the text, if it does.
    pub span: Option<Span>,
}

/// How sure a fact is, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// In percent.
    pub confidence: u8,
    /// The rule that found it, in words a reader understands.
    pub reason: String,
}

/// All the facts of `article`.
pub fn extract(article: &Article) -> Facts {
    let covered = region::covered(article);
    let document = document::Document::new(&article.text, &region::regions(article, covered));
    let language = language::language(&article.meta, &document);
    let names = language.as_deref().is_none_or(language::is_english);
    let dates = date::dates(article, &document);
    let found = if names { name::names(&document, &dates.taken) } else { Vec::new() };
    let entities = entity::entities(&document, &found);
    let quantities = quantity::quantities(&document, &dates.taken);
    let scene = quotation::Scene {
        document: &document,
        names: &found,
        mentions: &entities.mentions,
        entities: &entities.entities,
    };
    let quotations = quotation::quotations(&scene);
    Facts {
        covered,
        language,
        names,
        anchor: dates.anchor,
        entities: entities.entities,
        mentions: entities.mentions,
        dates: dates.dates,
        quantities,
        quotations,
    }
}
