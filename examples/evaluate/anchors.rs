//! Highlights carried from one edition of a text to the next, for `score_anchor.py`.

use anyhow::{Context, Result};
use newsprint::mark::Alignment;
use newsprint::text::Span;
use serde_json::{Value, json};

/// What became of the highlights of a case.
pub(crate) fn results(line: &Value) -> Result<Value> {
    let text = |key: &str| line[key].as_str().with_context(|| format!("no text `{key}`"));
    let alignment = Alignment::new(text("old")?, text("new")?);
    let highlights = line["highlights"].as_array().context("no `highlights`")?;
    let results = highlights.iter().map(|highlight| {
        let span = alignment.carry(span(highlight)?).span();
        let (start, end) = (span.map(|span| span.start), span.map(|span| span.end));
        Ok(json!({ "id": highlight["id"], "start": start, "end": end }))
    });
    let results = results.collect::<Result<Vec<_>>>()?;
    Ok(json!({ "case": line["case"], "results": results }))
}

fn span(highlight: &Value) -> Result<Span> {
    let byte = |key: &str| {
        let number = highlight[key].as_u64().and_then(|it| usize::try_from(it).ok());
        number.with_context(|| format!("no byte `{key}`"))
    };
    Ok(Span::new(byte("start")?, byte("end")?))
}
