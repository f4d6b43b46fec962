//! Our own JSON lines, as `newsprint export --as jsonl` writes them.

use super::{Noted, Notes, gather, moment, words};
use crate::article::Annotation;
use serde_json::Value;

/// Whether the value is such a line.
pub(super) fn is_line(value: &Value) -> bool {
    value["quote"].is_string() && value["note"].is_string() && value["on"].is_string()
}

/// The annotations of the lines.
pub(super) fn read(lines: &[Value]) -> Notes {
    gather("Newsprint marks", lines.iter().map(|line| Some(item(line))))
}

fn item(line: &Value) -> Noted {
    let raw = |key: &str| line[key].as_str().filter(|it| !it.is_empty()).map(str::to_owned);
    let tags = line["tags"].as_array().into_iter().flatten().filter_map(words);
    let annotation = Annotation {
        quote: raw("quote").unwrap_or_default(),
        prefix: raw("prefix"),
        suffix: raw("suffix"),
        note: words(&line["note"]),
        color: words(&line["color"]),
        tags: tags.collect(),
        created: moment(&line["created"]),
        modified: moment(&line["modified"]),
        id: words(&line["source"]).or_else(|| words(&line["id"])),
        ..Annotation::default()
    };
    Noted { address: words(&line["address"]), title: words(&line["title"]), annotation }
}
