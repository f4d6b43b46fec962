//! Names of people, places and organizations, for `score_ner.py`.

use crate::input::Record;
use newsprint::facts::{EntityKind, extract};
use serde_json::{Value, json};

/// A line for each mention of a name.
pub(crate) fn items(record: &Record) -> Vec<Value> {
    let facts = extract(&record.article);
    let items = facts.mentions.iter().filter_map(|mention| {
        let entity = facts.entities.get(mention.entity)?;
        Some(json!({
            "doc_id": record.id, "start": mention.span.start, "end": mention.span.end,
            "type": kind(entity.kind), "cluster": mention.entity,
        }))
    });
    items.collect()
}

/// What the scorers call `kind`.
pub(crate) const fn kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "PER",
        EntityKind::Place => "LOC",
        EntityKind::Organization => "ORG",
    }
}
