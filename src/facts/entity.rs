//! People, places and organizations, and where they are mentioned.

use super::Evidence;
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// Someone or something with a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// What it is.
    pub kind: EntityKind,
    /// Its fullest name, as printed.
    pub name: String,
    /// Its other names in the article, as printed.
    pub aliases: Vec<String>,
    /// What the article calls it ("Syrian President"), if anything.
    pub role: Option<String>,
    /// Its mentions: indices into [`super::Facts::mentions`], by start.
    pub mentions: Vec<usize>,
    /// How sure it is.
    pub evidence: Evidence,
}

/// What an entity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EntityKind {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organization.
    Organization,
}

/// One mention of an entity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mention {
    /// The name as printed there.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Whose name it is: an index into [`super::Facts::entities`].
    pub entity: usize,
}
