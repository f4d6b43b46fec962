//! Which mentions name the same, for `score_alias.py`: the mentions of the input are clustered,
//! so that finding them counts for nothing.

use crate::input::Record;
use newsprint::facts::{EntityKind, cluster};
use newsprint::text::Span;
use serde_json::{Value, json};

/// A line for each named mention of the input, with its cluster.
pub(crate) fn items(record: &Record, line: &Value) -> Vec<Value> {
    let given = line["entities"].as_array().map(Vec::as_slice).unwrap_or_default();
    let named = given.iter().filter(|entity| entity["syn"].as_str().is_none_or(|syn| syn == "NAM"));
    let mentions: Vec<_> = named.filter_map(mention).collect();
    let clusters = cluster(&record.article.text, &mentions);
    let items = mentions.iter().zip(clusters).map(|((span, kind), cluster)| {
        json!({
            "doc_id": record.id, "start": span.start, "end": span.end,
            "type": crate::names::kind(*kind), "cluster": cluster,
        })
    });
    items.collect()
}

fn mention(entity: &Value) -> Option<(Span, EntityKind)> {
    let start = usize::try_from(entity["start"].as_u64()?).ok()?;
    let end = usize::try_from(entity["end"].as_u64()?).ok()?;
    let kind = match entity["type"].as_str()? {
        "PER" => EntityKind::Person,
        "LOC" => EntityKind::Place,
        "ORG" => EntityKind::Organization,
        _ => return None,
    };
    Some((Span::new(start, end), kind))
}
