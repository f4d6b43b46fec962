//! What is known of the article, and from where: rows for the info panel.

use super::Reader;
use crate::app::picker::Choice;
use crate::article::{Instant, Kept, Meta, Origin, Standing, Stated};
use crate::text::clean;

impl Reader {
    /// What is known of the article, a row each: the value, and where it is stated.
    pub fn info(&self) -> Vec<Choice> {
        let meta = &self.opened.article.meta;
        let mut rows = stated_rows(meta);
        if !self.opened.tags.is_empty() {
            rows.push(row("Yours", "your tags", &self.opened.tags.join(", "), None));
        }
        let mut counted = |label: &str, count: usize, key: &str| {
            rows.push(row("Counted", label, &format!("{count}{key}"), None));
        };
        if self.opened.versions > 0 {
            counted("versions", self.opened.versions, " (g v tells what changed)");
        }
        let article = &self.opened.article;
        counted("words", article.words(), "");
        counted("images", article.images.len(), "");
        counted("links", article.links.len(), "");
        let (folded, hidden) = self.put_away();
        counted("blocks folded", folded, " (g h shows them)");
        counted("blocks hidden", hidden, " (g h shows them)");
        let marks = clean::hidden(&article.text);
        counted("direction marks", marks.directions, " hidden");
        counted("other characters", marks.others, " hidden");
        if let Some(corrected) = &self.facts {
            let facts = &corrected.facts;
            let anchor = facts.anchor.as_ref();
            if let Some(anchor) = anchor {
                let value = format!("{} ({})", anchor.date, anchor.origin);
                rows.push(row("Facts", "dates count from", &value, None));
            }
            let covered = facts.covered.end * 100 / article.text.len().max(1);
            rows.push(row("Facts", "taken from", &format!("{covered} % of the text"), None));
        }
        rows.extend(kept_rows(&article.kept));
        rows.extend(
            meta.extra.iter().map(|(key, value)| row("Also in the file", key, value, None)),
        );
        rows
    }
}

fn stated_rows(meta: &Meta) -> Vec<Choice> {
    let words = [
        ("title", &meta.title),
        ("source", &meta.source),
        ("language", &meta.language),
        ("section", &meta.section),
        ("address", &meta.address),
        ("description", &meta.description),
    ];
    let instants =
        [("published", &meta.published), ("modified", &meta.modified), ("saved", &meta.saved)];
    let mut rows: Vec<Choice> = Vec::new();
    let said = |label: &str, it: &Stated<String>| stated(label, &it.value, it);
    rows.extend(words.iter().filter_map(|(label, it)| Some(said(label, it.as_ref()?))));
    rows.extend(meta.authors.iter().map(|author| said("author", author)));
    rows.extend(instants.iter().filter_map(|(label, it)| {
        let it = it.as_ref()?;
        Some(stated(label, &instant(it.value), it))
    }));
    if !meta.tags.is_empty() {
        rows.push(row("Stated", "tags", &meta.tags.join(", "), None));
    }
    rows
}

/// What the program that exported the article kept with it.
fn kept_rows(kept: &Kept) -> Vec<Choice> {
    let mut rows = Vec::new();
    let mut said = |label: &str, value: &str| rows.push(row("Kept elsewhere", label, value, None));
    if kept.address_only {
        said("text", "none: only the address was kept");
    }
    if let Some(standing) = kept.standing {
        let standing = match standing {
            Standing::Unread => "unread",
            Standing::Read => "read",
            Standing::Archived => "archived",
        };
        said("state", standing);
    }
    if kept.starred {
        said("starred", "yes");
    }
    if let Some(archived) = kept.archived {
        said("archived", &instant(archived));
    }
    if let Some(progress) = kept.progress {
        said("read so far", &format!("{progress} %"));
    }
    for annotation in &kept.annotations {
        let note = annotation.note.as_deref().unwrap_or_default();
        let quote = &annotation.quote;
        match (quote.is_empty(), note.is_empty()) {
            (true, _) => said("note", note),
            (false, true) => said("highlight", &format!("“{quote}”")),
            (false, false) => said("highlight", &format!("“{quote}”: {note}")),
        }
    }
    rows
}

/// A stated value, and how its source prints it, where that says something else.
fn stated<T>(label: &str, value: &str, it: &Stated<T>) -> Choice {
    let printed = it.raw.clone().filter(|raw| raw != value);
    Choice { printed, ..row("Stated", label, value, Some(it.origin)) }
}

fn row(group: &'static str, label: &str, value: &str, origin: Option<Origin>) -> Choice {
    let keys = origin.map_or_else(String::new, |origin| {
        let derived = if origin.is_derived() { "derived " } else { "" };
        format!("{derived}from {}", place(origin))
    });
    Choice { group, label: label.to_owned(), detail: value.to_owned(), keys, ..Choice::default() }
}

/// Where a value was stated, in words.
const fn place(origin: Origin) -> &'static str {
    match origin {
        Origin::Record => "the record",
        Origin::FrontMatter => "the front matter",
        Origin::JsonLd => "JSON-LD",
        Origin::MetaElement => "a meta element",
        Origin::Markup => "the page's markup",
        Origin::Saver => "the saving program",
        Origin::Text => "the text",
        Origin::Address => "the address",
        Origin::FileName => "the file's name",
    }
}

fn instant(instant: Instant) -> String {
    let time = instant.time.map(|time| format!(" {time}")).unwrap_or_default();
    let offset = instant.offset.map_or_else(String::new, |minutes| {
        let sign = if minutes < 0 { '-' } else { '+' };
        let minutes = minutes.unsigned_abs();
        format!(" {sign}{:02}:{:02}", minutes / 60, minutes % 60)
    });
    format!("{}{time}{offset}", instant.date)
}
