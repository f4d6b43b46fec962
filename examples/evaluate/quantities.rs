//! Numbers, for `score_figures.py`.

use crate::input::Record;
use newsprint::facts::{QuantityKind, extract};
use serde_json::{Value, json};

/// A line for each number.
pub(crate) fn items(record: &Record) -> Vec<Value> {
    let quantities = extract(&record.article).quantities;
    let items = quantities.iter().map(|quantity| {
        let kind = match quantity.kind {
            QuantityKind::Money => "MONEY",
            QuantityKind::Percent => "PERCENT",
            QuantityKind::Measure | QuantityKind::Age => "MEASURE",
            QuantityKind::Count | QuantityKind::Score => "CARDINAL",
            QuantityKind::Ordinal => "ORDINAL",
        };
        json!({
            "doc_id": record.id, "start": quantity.span.start, "end": quantity.span.end,
            "type": kind, "value": quantity.value,
            "counted": quantity.counted.map(|span| json!({"start": span.start, "end": span.end})),
        })
    });
    items.collect()
}
