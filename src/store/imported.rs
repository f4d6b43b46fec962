//! What a reader had marked in another program, as highlights and notes here.

use super::article::newest;
use super::{Error, Outcome, annotation, marks, version};
use crate::article::Article;
use crate::library::ArticleId;
use crate::mark::brought;
use rusqlite::{Connection, params};

/// Makes what came with an article highlights and notes, each once: not again where it is there,
/// and not where the reader has taken it away.
pub(super) fn keep(
    connection: &Connection,
    id: ArticleId,
    article: &Article,
    outcome: Outcome,
) -> Result<(), Error> {
    if article.kept.annotations.is_empty() {
        return Ok(());
    }
    // What came may be no more than the address: the words are in the text that is stored.
    let stored = version::article(connection, newest(connection, id)?)?;
    for kept in &article.kept.annotations {
        let mark = brought(&stored, kept);
        let source = mark.source.as_deref().unwrap_or_default();
        let known = annotation::by_source(connection, id, source)?.is_some()
            || annotation::all(connection, id)?.iter().any(|it| it.repeats(&mark));
        if !known && (outcome == Outcome::Added || !was_removed(connection, id, source)?) {
            marks::add(connection, id, &[mark])?;
        }
    }
    Ok(())
}

fn was_removed(connection: &Connection, id: ArticleId, source: &str) -> Result<bool, Error> {
    let quoted = serde_json::to_string(source)
        .map_err(|error| Error::Damaged { what: "a note", source: error.into() })?;
    let mut select = connection.prepare_cached(
        "SELECT EXISTS (SELECT 1 FROM journal
             WHERE article = ?1 AND instr(before, ?2) > 0 AND after = 'null')",
    )?;
    let named = format!("\"source\":{quoted}");
    Ok(select.query_row(params![id.0.as_bytes(), named], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article as new, store};
    use super::super::{NewArticle, Store};
    use super::*;
    use crate::article;
    use crate::library::{Change, ChangeKind};
    use crate::mark::{Color, Standing};
    use crate::text::Span;
    use std::sync::Arc;

    const TEXT: &str = "The mill stood idle. Then a baker bought it.";

    fn saved() -> NewArticle {
        let kept = |quote: &str, note: Option<&str>, id: Option<&str>| article::Annotation {
            quote: quote.to_owned(),
            note: note.map(str::to_owned),
            id: id.map(str::to_owned),
            color: Some("Green".to_owned()),
            created: Some(article::Instant::day("2024-05-03".parse().unwrap())),
            ..article::Annotation::default()
        };
        let new = new(TEXT).address("https://example.org/mill");
        let mut article = Arc::unwrap_or_clone(new.article.clone());
        article.kept.annotations =
            vec![kept("a baker", Some("Who?"), Some("17")), kept("a miller", None, None)];
        NewArticle { article: Arc::new(article), ..new }
    }

    fn count(store: &Store, id: ArticleId) -> usize {
        store.open_article(id).marks.len()
    }

    #[test]
    fn what_was_marked_elsewhere_is_marked_here_once() {
        let mut store = store();
        let id = store.one(saved());
        store.one(saved());
        let marks = store.open_article(id).marks;
        assert_eq!((marks.len(), marks[0].quote(), marks[0].note.as_str()), (2, "a baker", "Who?"));
        assert_eq!((marks[0].color, marks[0].created), (Some(Color::Green), 1_714_694_400));
        assert_eq!(marks[0].place.span, Some(Span::new(26, 33)));
        assert_eq!(marks[1].place.standing, Standing::Lost);
    }

    #[test]
    fn what_the_reader_took_away_does_not_come_back() {
        let mut store = store();
        let id = store.one(saved());
        let before = store.open_article(id).marks.first().cloned().map(Box::new);
        let kind = ChangeKind::Annotation { before, after: None };
        store.change(&Change { article: id, kind }).unwrap();
        store.one(saved());
        assert_eq!(count(&store, id), 1);
        store.undo().unwrap();
        assert_eq!(count(&store, id), 2);
    }
}
