//! Expressions of time, for `score_timex.py`.

use crate::input::Record;
use newsprint::facts::{DateKind, extract};
use serde_json::{Value, json};

/// A line for each expression of time.
pub(crate) fn items(record: &Record) -> Vec<Value> {
    let dates = extract(&record.article).dates;
    let items = dates.iter().map(|date| {
        let kind = match date.kind {
            DateKind::Date => "DATE",
            DateKind::Time => "TIME",
            DateKind::Duration => "DURATION",
            DateKind::Set => "SET",
        };
        json!({
            "doc_id": record.id, "start": date.span.start, "end": date.span.end,
            "type": kind, "value": date.value,
        })
    });
    items.collect()
}
