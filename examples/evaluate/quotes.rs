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
        let quoted = quotation.span.of(&record.article.text);
        json!({
            "doc_id": record.id, "type": "ATTR",
            "start": quotation.span.start, "end": quotation.span.end,
            "speaker_start": start(quotation.speaker), "speaker_end": end(quotation.speaker),
            "cue_start": start(quotation.cue), "cue_end": end(quotation.cue),
            "direct": is_judged(quotation.kind, quoted),
            "kind": quotation.kind, "confidence": quotation.evidence.confidence,
            "reason": quotation.attribution.as_ref().map(|it| it.reason.as_str()),
        })
    });
    items.collect()
}

/// Whether the scorer counts quoted words as direct: from three words on, in the marks that it
/// knows ("…" and “…”, and “ without an end). It takes those in ''…'' and ‘…’ for no quotations,
/// whoever said them.
fn is_judged(kind: QuotationKind, quoted: &str) -> bool {
    let marks = quoted.starts_with('“') || quoted.starts_with('"') && quoted.ends_with(['"', '”']);
    matches!(kind, QuotationKind::Direct | QuotationKind::Partial)
        && marks
        && quoted.split_whitespace().count() > 2
}
