//! Attributions, for `score_quotes.py`.

use crate::input::Record;
use newsprint::facts::{QuotationKind, extract};
use newsprint::text::Span;
use serde_json::{Value, json};

/// A line for each quotation.
pub(crate) fn items(record: &Record) -> Vec<Value> {
    let quotations = extract(&record.article).quotations;
    let items = quotations.iter().map(|quotation| {
        let start = |span: Option<Span>| span.map(|span| span.start);
        let end = |span: Option<Span>| span.map(|span| span.end);
        // The scorer takes quoted words for direct from three words on.
        let words = quotation.span.of(&record.article.text).split_whitespace().count();
        json!({
            "doc_id": record.id, "type": "ATTR",
            "start": quotation.span.start, "end": quotation.span.end,
            "speaker_start": start(quotation.speaker), "speaker_end": end(quotation.speaker),
            "cue_start": start(quotation.cue), "cue_end": end(quotation.cue),
            "direct": quotation.kind != QuotationKind::Indirect && words > 2,
        })
    });
    items.collect()
}
