//! Notes that are being written: kept at once, outside the journal, until they are saved.

use super::{Error, Store, now};
use crate::library::ArticleId;
use crate::mark::{Annotation, MarkId};
use rusqlite::{Connection, params};

impl Store {
    /// Keeps what is being written, as it would be saved; an article has one draft of each mark,
    /// and one of a new one.
    pub fn keep_draft(&mut self, article: ArticleId, draft: &Annotation) -> Result<(), Error> {
        let annotation = serde_json::to_string(draft)
            .map_err(|error| Error::Damaged { what: "a draft", source: error.into() })?;
        self.connection
            .prepare_cached("INSERT OR REPLACE INTO draft VALUES (?1, ?2, ?3, ?4)")?
            .execute(params![name(article, draft.id), article.0.as_bytes(), annotation, now()])?;
        Ok(())
    }

    /// Forgets the draft of a mark; that of a new one, where the mark has no name.
    pub fn drop_draft(&mut self, article: ArticleId, mark: MarkId) -> Result<(), Error> {
        self.connection
            .prepare_cached("DELETE FROM draft WHERE id = ?1")?
            .execute([name(article, mark)])?;
        Ok(())
    }
}

/// The drafts in an article, the oldest first. What cannot be read any more is passed over.
pub(super) fn all(connection: &Connection, id: ArticleId) -> Result<Vec<Annotation>, Error> {
    let mut select = connection
        .prepare_cached("SELECT annotation FROM draft WHERE article = ?1 ORDER BY written")?;
    let rows = select.query_map([id.0.as_bytes()], |row| row.get::<_, String>(0))?;
    let drafts = rows.collect::<Result<Vec<_>, _>>()?;
    Ok(drafts.iter().filter_map(|draft| serde_json::from_str(draft).ok()).collect())
}

fn name(article: ArticleId, mark: MarkId) -> String {
    if mark.is_new() { format!("new on {}", article.0) } else { mark.0.to_string() }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, at};
    use super::*;

    #[test]
    fn a_draft_is_there_after_a_crash_until_it_is_dropped() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = at(&folder);
        let id = store.one(article("Some words."));
        for note in ["W", "Wh", "Who?"] {
            let draft = Annotation { note: note.to_owned(), ..Annotation::default() };
            store.keep_draft(id, &draft).unwrap();
        }
        let mut store = at(&folder);
        let drafts = store.open_article(id).drafts;
        assert_eq!(drafts.iter().map(|it| it.note.as_str()).collect::<Vec<_>>(), ["Who?"]);
        store.drop_draft(id, MarkId::default()).unwrap();
        assert!(store.open_article(id).drafts.is_empty());
    }
}
