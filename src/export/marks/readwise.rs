//! Marks as the table that Readwise takes in: `Highlight,Title,Author,URL,Note,Location,Date`.

use super::{Marked, Unit, moment};
use crate::mark::Annotation;

/// The marks on words of all `articles`; what stands on a whole article has no place there.
pub fn readwise(articles: &[Marked<'_>]) -> String {
    let head = ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"];
    let rows = articles.iter().flat_map(|marked| {
        let passages = marked.marks.iter().filter(|mark| mark.target.anchor().is_some());
        passages.map(|mark| row(marked, mark))
    });
    crate::export::table::csv(&head, rows)
}

fn row(marked: &Marked<'_>, mark: &Annotation) -> Vec<String> {
    let place = mark.place.span.map(|span| Unit::Character.count(&marked.article.text, span).0);
    vec![
        marked.words(mark),
        marked.title().to_owned(),
        marked.authors(),
        marked.address(),
        note(mark),
        place.map(|place| place.to_string()).unwrap_or_default(),
        moment(mark.created).replace('T', " ").trim_end_matches('Z').to_owned(),
    ]
}

/// The note, and the tags as Readwise reads them at its end: `.tag`.
fn note(mark: &Annotation) -> String {
    let mut note = mark.note.clone();
    for tag in mark.all_tags() {
        if !note.is_empty() {
            note.push(' ');
        }
        note.push('.');
        note.push_str(tag);
    }
    note
}

#[cfg(test)]
mod tests {
    use super::super::tests::written;
    use super::*;

    #[test]
    fn a_row_a_passage_with_tags_at_the_end_of_the_note() {
        let table = written(readwise);
        let mut lines = table.lines();
        assert_eq!(lines.next(), Some("Highlight,Title,Author,URL,Note,Location,Date"));
        let first = lines.next().unwrap();
        assert!(first.starts_with("lucky,Harbor gates to stay shut,Mia Holt,https://"), "{first}");
        assert!(first.contains("Ask *her* again. #gates .gates .people,"), "{first}");
        assert!(first.ends_with("2026-11-22 09:05:00"), "{first}");
        assert_eq!(lines.count(), 2);
    }
}
