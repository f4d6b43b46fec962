//! The notes on an article as a page of Markdown, by a template, for Obsidian and its like.
//!
//! Each mark stands between a comment with its name and a line that ends in its block id
//! (`^np-…`), by which other notes link to it and a second export finds it ([`super::merge()`]).

use super::template::{Template, Value, Values};
use super::{Marked, minute, paragraph, sentences_around};
use crate::mark::{Annotation, Standing};
use crate::text::Span;

/// The template that is used unless the reader has one.
pub const TEMPLATE: &str = include_str!("../../../assets/templates/notes.md");

/// The part of the template that is written for each mark.
const MARKS: &str = "marks";

/// The page of notes on an article. `now` is in seconds since 1970 (UTC).
pub fn notes(marked: &Marked<'_>, template: &Template, now: i64) -> String {
    let each = template.part(MARKS).unwrap_or_default();
    let values = marked.marks.iter().map(|mark| {
        let chunk = chunk(mark, &each.fill(&mark_values(marked, mark)));
        Values::from([("chunk", Value::Words(chunk))])
    });
    let mut page = article_values(marked, now);
    page.insert(MARKS, Value::Several(values.collect()));
    template.with_part(MARKS, "chunk").fill(&page)
}

/// The name of a mark in a page of notes.
pub(super) fn block_id(mark: &Annotation) -> String {
    format!("np-{}", mark.id.0.simple())
}

/// What is written for a mark, between the signs that find it again.
fn chunk(mark: &Annotation, body: &str) -> String {
    let (id, body) = (block_id(mark), body.trim());
    // A block id ends a paragraph, and stands alone below quotes and lists.
    let gap = if body
        .lines()
        .last()
        .is_some_and(|line| ["> ", "- ", "* ", "# "].iter().any(|it| line.starts_with(it)))
    {
        "\n\n"
    } else {
        " "
    };
    format!("<!-- {id} -->\n{body}{gap}^{id}\n\n")
}

fn article_values(marked: &Marked<'_>, now: i64) -> Values {
    let meta = &marked.article.meta;
    let stated = |value: Option<&String>| value.cloned().unwrap_or_default();
    let title = marked.title().to_owned();
    let address = stated(meta.address.as_ref().map(|it| &it.value));
    let authors: Vec<String> = meta.authors.iter().map(|it| it.value.clone()).collect();
    let published = meta.published.as_ref().map(|it| it.value.date.to_string());
    let links: Vec<String> = authors.iter().map(|it| quoted(&format!("[[{it}]]"))).collect();
    let tags: Vec<String> =
        ["newsprint"].into_iter().chain(meta.tags.iter().map(String::as_str)).map(quoted).collect();
    let words = [
        ("yaml_title", quoted(&title)),
        ("title", super::super::markdown::escape(&title)),
        ("yaml_address", quoted(&address)),
        ("address", address),
        ("yaml_authors", format!("[{}]", links.join(", "))),
        ("authors", authors.join(", ")),
        ("published", published.unwrap_or_default()),
        ("source", stated(meta.source.as_ref().map(|it| &it.value))),
        ("language", stated(meta.language.as_ref().map(|it| &it.value))),
        ("today", minute(now).get(..10).unwrap_or_default().to_owned()),
        ("yaml_tags", format!("[{}]", tags.join(", "))),
        ("id", marked.id.to_owned()),
    ];
    words.into_iter().map(|(name, words)| (name, Value::Words(words))).collect()
}

/// A JSON string is a YAML string.
fn quoted(words: &str) -> String {
    serde_json::Value::from(words).to_string()
}

fn mark_values(marked: &Marked<'_>, mark: &Annotation) -> Values {
    let mut values = article_values(marked, mark.modified);
    let place = mark.place.span;
    let standing = mark.place.standing;
    let own: Vec<String> = mark.tags.iter().map(|tag| format!("#{tag}")).collect();
    let words = [
        ("quote", super::super::markdown::escape(&marked.words(mark))),
        ("context", context(marked, mark)),
        ("note", mark.note.trim().to_owned()),
        ("tags", own.join(" ")),
        ("color", mark.color.map_or_else(String::new, |it| it.name().to_owned())),
        (
            "paragraph",
            place.map_or_else(String::new, |it| paragraph(marked.article, it.start).to_string()),
        ),
        ("standing", if standing == Standing::Found { "" } else { standing.name() }.to_owned()),
        ("created", minute(mark.created)),
        ("modified", minute(mark.modified)),
        ("block", block_id(mark)),
    ];
    values.extend(words.map(|(name, words)| (name, Value::Words(words))));
    values
}

/// The sentences around a mark on one line, the marked words between `==`.
fn context(marked: &Marked<'_>, mark: &Annotation) -> String {
    let escape = super::super::markdown::escape;
    let text = &marked.article.text;
    let Some(span) = mark.place.span.map(|span| span.trim(text)) else {
        return format!("=={}==", escape(&marked.words(mark)));
    };
    let around = sentences_around(marked.article, span);
    let part = |start, end| {
        Span::new(start, end).of(text).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let space = |at: usize, before: bool| {
        let edge = if before {
            text.get(..at).and_then(|it| it.chars().next_back())
        } else {
            text.get(at..).and_then(|it| it.chars().next())
        };
        if edge.is_some_and(char::is_whitespace) { " " } else { "" }
    };
    let before = escape(&part(around.start, span.start));
    let after = escape(&part(span.end, around.end));
    let lead = if before.is_empty() { "" } else { space(span.start, true) };
    let tail = if after.is_empty() { "" } else { space(span.end, false) };
    format!("{before}{lead}=={}=={tail}{after}", escape(&part(span.start, span.end)))
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ID, article, marks};
    use super::*;

    const PAGE: &str = r#"---
title: "Harbor gates to stay shut"
source: "https://example.org/gates?a=1&b=2"
author: ["[[Mia Holt]]"]
published: 2026-05-30
created: 2026-11-22
tags: ["newsprint"]
newsprint: 019a9b2e-6c1e-7c3a-8f00-000000000001
---

# Harbor gates to stay shut

<!-- np-00000000000000000000000000000001 -->
> [!quote|green] ¶1
> “We were ==lucky==,” said Ada Lund, who runs them.

Ask *her* again. #gates
#people ^np-00000000000000000000000000000001

<!-- np-00000000000000000000000000000002 -->
> [!quote|yellow] ¶2
> Repairs cost ==€2 million 🛠 and== take a year.

^np-00000000000000000000000000000002

<!-- np-00000000000000000000000000000003 -->
> [!quote|red] (lost)
> ==who runs them==

Since when? ^np-00000000000000000000000000000003

<!-- np-00000000000000000000000000000004 -->
Read with, "the" audit. ^np-00000000000000000000000000000004
"#;

    #[test]
    fn a_page_of_notes_has_properties_and_block_ids() {
        let (article, marks) = (article(), marks());
        let marked = Marked { id: ID, article: &article, marks: &marks };
        let template = Template::read(TEMPLATE).unwrap();
        assert_eq!(notes(&marked, &template, 1_795_338_300).trim_end(), PAGE.trim_end());
    }
}
