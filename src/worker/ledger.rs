//! What is done to many highlights and notes at once: tagging, and writing them to a file.

use crate::app::Message;
use crate::library::{Change, ChangeKind, MarkEntry, MarkQuery, marks};
use crate::mark::{Annotation, Color, tag};
use crate::store::{Error, Store};
use crate::text::clean;
use std::collections::HashMap;
use std::fmt::Write as _;
use std::fs::OpenOptions;
use std::io::{self, Write as _};
use std::path::Path;

/// How many rows are taken from the library at a time.
const PAGE: usize = 2_000;

/// Every row that `query` describes.
pub(super) fn all(store: &Store, query: &MarkQuery) -> Result<Vec<MarkEntry>, Error> {
    let mut query = MarkQuery { limit: PAGE, skip: 0, ..query.clone() };
    let mut entries = Vec::new();
    loop {
        let page = store.marks(&query)?.entries;
        if page.is_empty() {
            return Ok(entries);
        }
        query.skip += page.len();
        entries.extend(page);
    }
}

/// Writes what is listed to a file, and says so.
pub(super) fn export(store: &Store, query: &MarkQuery, path: &Path) -> Result<Message, Error> {
    let entries = all(store, query)?;
    let (count, path_shown) = (entries.len(), path.display());
    Ok(match write(&entries, path) {
        Ok(()) => Message::Notice(format!("{count} written to {path_shown}")),
        Err(error) => Message::Failed(format!("cannot write {path_shown}: {error}")),
    })
}

/// The change that gives every row that `query` describes these tags; `None` where all have them.
pub(super) fn tagging(
    store: &Store,
    query: &MarkQuery,
    tags: &[String],
) -> Result<Option<Change>, Error> {
    let entries = all(store, query)?;
    let changes: Vec<Change> =
        entries.into_iter().filter_map(|entry| tagged(entry, tags)).collect();
    Ok(Change::of(changes))
}

fn tagged(entry: MarkEntry, tags: &[String]) -> Option<Change> {
    let MarkEntry { article, mark, .. } = entry;
    let has = |wanted: &String| mark.all_tags().iter().any(|it| tag::same(it, wanted));
    let missing: Vec<String> = tags.iter().filter(|it| !has(it)).cloned().collect();
    if missing.is_empty() {
        return None;
    }
    let all = mark.tags.iter().cloned().chain(missing).collect();
    let after = Annotation { tags: all, modified: 0, ..mark.clone() };
    let (before, after) = (Some(Box::new(mark)), Some(Box::new(after)));
    Some(Change { article, kind: ChangeKind::Annotation { before, after } })
}

/// Writes the rows to a new file as Markdown, an article after the other. A file that is there is
/// left alone.
fn write(entries: &[MarkEntry], path: &Path) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).open(path)?;
    file.write_all(clean(&markdown(entries)).as_bytes())?;
    file.sync_all()
}

fn markdown(entries: &[MarkEntry]) -> String {
    let mut order: HashMap<_, usize> = HashMap::new();
    for entry in entries {
        let next = order.len();
        order.entry(entry.article).or_insert(next);
    }
    let mut entries: Vec<&MarkEntry> = entries.iter().collect();
    let start = |it: &MarkEntry| it.mark.place.span.map(|span| span.start);
    entries.sort_by_key(|it| (order.get(&it.article).copied(), start(it)));
    let mut text = String::new();
    let mut article = None;
    for entry in entries {
        if article.replace(entry.article) != Some(entry.article) {
            let gap = if text.is_empty() { "" } else { "\n" };
            _ = writeln!(text, "{gap}# {}", one_line(&entry.title));
        }
        text.push('\n');
        for line in entry.mark.quote().lines() {
            _ = writeln!(text, "> {line}");
        }
        if !entry.mark.note.is_empty() {
            let gap = if entry.mark.quote().is_empty() { "" } else { "\n" };
            _ = writeln!(text, "{gap}{}", entry.mark.note);
        }
        let color = entry.mark.color.map(Color::name);
        let day = marks::day(entry.mark.created).map(|day| day.to_string());
        let tags = entry.mark.tags.iter().map(|tag| format!("#{tag}"));
        let last: Vec<String> =
            color.map(str::to_owned).into_iter().chain(day).chain(tags).collect();
        _ = writeln!(text, "\n*{}*", last.join(", "));
    }
    text
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::ArticleId;
    use crate::text::Span;

    #[test]
    fn a_new_file_holds_them_by_article_in_the_order_of_the_text() {
        let text = "One here. Two here.";
        let row = |number: u128, span: Span, note: &str| MarkEntry {
            article: ArticleId(uuid::Uuid::from_u128(number)),
            title: format!("Article {number}"),
            source: None,
            mark: Annotation {
                note: note.to_owned(),
                color: Some(Color::Red),
                created: 1_714_737_600,
                tags: vec!["quay".to_owned()],
                ..Annotation::passage(text, span)
            },
        };
        let rows = [
            row(2, Span::new(10, 19), "b"),
            row(1, Span::new(0, 9), ""),
            row(2, Span::new(0, 9), "a"),
        ];
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("notes.md");
        write(&rows, &path).unwrap();
        assert_eq!(
            std::fs::read_to_string(&path).unwrap(),
            "# Article 2\n\n> One here.\n\na\n\n*red, 2024-05-03, #quay*\n\n> Two here.\n\nb\n\n\
             *red, 2024-05-03, #quay*\n\n# Article 1\n\n> One here.\n\n*red, 2024-05-03, #quay*\n"
        );
        assert_eq!(write(&rows, &path).unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    }
}
