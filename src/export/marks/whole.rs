//! The whole article in Markdown with its marks in it: highlights between `==`, notes as footnotes.

use super::Marked;
use crate::export::markdown::{Layer, layered};
use crate::mark::Annotation;
use crate::text::Span;
use std::fmt::Write;

/// The article with its marks. What stands on the whole article, or is lost, follows at the end.
pub fn whole(marked: &Marked<'_>) -> String {
    let mut layer = Layer { spans: union(marked.marks), behind: Vec::new() };
    let mut notes = String::new();
    for (number, mark) in (1..).zip(marked.marks.iter().filter(|mark| is_told(mark))) {
        if let Some(span) = mark.place.span {
            layer.behind.push((span.trim(&marked.article.text).end, format!("[^{number}]")));
        }
        let lines: Vec<String> = note(marked, mark).lines().map(str::to_owned).collect();
        _ = writeln!(notes, "[^{number}]: {}", lines.join("\n    ").trim_end());
    }
    let mut page = layered(marked.article, &layer);
    if !notes.is_empty() {
        page.push('\n');
        // A footnote that nothing in the text points at is not shown by most programs.
        for (number, mark) in (1..).zip(marked.marks.iter().filter(|mark| is_told(mark))) {
            if mark.place.span.is_none() {
                let words = marked.words(mark);
                let lost = if words.is_empty() { "The article" } else { "No longer in the text" };
                _ = writeln!(page, "{lost}.[^{number}]\n");
            }
        }
        page.push_str(&notes);
    }
    page
}

/// Whether a mark says more than its color shows.
fn is_told(mark: &Annotation) -> bool {
    !mark.note.is_empty() || !mark.tags.is_empty() || mark.place.span.is_none()
}

fn note(marked: &Marked<'_>, mark: &Annotation) -> String {
    let lost = mark.place.span.is_none() && !mark.quote().is_empty();
    let quote = lost.then(|| format!("“{}”", super::super::markdown::escape(&marked.words(mark))));
    let tags: Vec<String> = mark.tags.iter().map(|tag| format!("#{tag}")).collect();
    let parts = [quote.unwrap_or_default(), mark.note.clone(), tags.join(" ")];
    parts.into_iter().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The highlighted spans, each that touches another joined with it.
pub(super) fn union(marks: &[Annotation]) -> Vec<Span> {
    let mut spans: Vec<Span> = marks.iter().filter_map(|mark| mark.place.span).collect();
    spans.sort_unstable();
    let mut union: Vec<Span> = Vec::new();
    for span in spans {
        match union.last_mut() {
            Some(last) if span.start <= last.end => last.end = last.end.max(span.end),
            _ => union.push(span),
        }
    }
    union
}

#[cfg(test)]
mod tests {
    use super::super::tests::{ID, article, marks};
    use super::*;

    #[test]
    fn the_text_holds_its_marks_and_notes() {
        let (article, marks) = (article(), marks());
        let page = whole(&Marked { id: ID, article: &article, marks: &marks });
        let body = page.split("---\n").nth(2).unwrap();
        let expected = "\n# Harbor gates to stay shut\n\nThe gates failed twice in May. “We were \
            ==lucky==[^1],” said Ada Lund, who runs them.\n\nRepairs cost ==€2 million 🛠 and== \
            take a year.\n\nNo longer in the text.[^2]\n\nThe article.[^3]\n\n[^1]: Ask *her* \
            again. #gates #people\n[^2]: “who runs them” Since when?\n[^3]: Read with, \"the\" \
            audit.\n";
        assert_eq!(body, expected);
    }
}
