//! The versions of an article, and two of them side by side.

use super::article::newest;
use super::{Error, Store, annotation, bookmark, count, facts, version};
use crate::library::{ArticleId, Edition, Editions, Version};
use rusqlite::{Connection, params};
use std::sync::Arc;

impl Store {
    /// The texts that an article has had: the newest first, then the others, last come first.
    pub fn versions(&self, id: ArticleId) -> Result<Vec<Version>, Error> {
        let transaction = self.connection.unchecked_transaction()?;
        let keys = keys(&transaction, id)?;
        keys.into_iter().map(|key| told(&transaction, key)).collect()
    }

    /// The newest version of an article beside the one `back` before it, from 1; `None` where it
    /// has not had so many.
    pub fn editions(&self, id: ArticleId, back: usize) -> Result<Option<Editions>, Error> {
        let transaction = self.connection.unchecked_transaction()?;
        let keys = keys(&transaction, id)?;
        let (Some(newest), Some(earlier)) = (keys.first(), keys.get(back.max(1))) else {
            return Ok(None);
        };
        Ok(Some(Editions {
            before: edition(&transaction, *earlier)?,
            after: edition(&transaction, *newest)?,
            marks: annotation::all(&transaction, id)?,
            left: bookmark::all(&transaction, *earlier)?,
        }))
    }
}

/// The keys of an article's versions, the newest first. A text that came back is newest again.
fn keys(connection: &Connection, id: ArticleId) -> Result<Vec<i64>, Error> {
    let newest = newest(connection, id)?;
    let mut select = connection.prepare_cached(
        "SELECT version.key FROM version JOIN article ON article.key = version.article
         WHERE article.id = ?1 ORDER BY version.key <> ?2, version.key DESC",
    )?;
    let keys = select.query_map(params![id.0.as_bytes(), newest], |row| row.get(0))?;
    Ok(keys.collect::<Result<_, _>>()?)
}

fn told(connection: &Connection, key: i64) -> Result<Version, Error> {
    let mut select =
        connection.prepare_cached("SELECT created, bytes FROM version WHERE key = ?1")?;
    Ok(select
        .query_row([key], |row| Ok(Version { came: row.get(0)?, bytes: count(row.get(1)?) }))?)
}

fn edition(connection: &Connection, key: i64) -> Result<Edition, Error> {
    Ok(Edition {
        version: told(connection, key)?,
        article: Arc::new(version::article(connection, key)?),
        facts: facts::of(connection, key)?,
    })
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, store};
    use super::*;

    const PAGE: &str = "https://example.org/news/1";

    #[test]
    fn versions_are_told_newest_first() {
        let mut store = store();
        let id = store.one(article("One.").address(PAGE));
        assert_eq!((store.versions(id).unwrap().len(), store.open_article(id).versions), (1, 1));
        assert!(store.editions(id, 1).unwrap().is_none());
        store.one(article("The second.").address(PAGE));
        store.one(article("The third one.").address(PAGE));
        let bytes = |store: &Store| -> Vec<usize> {
            store.versions(id).unwrap().iter().map(|it| it.bytes).collect()
        };
        assert_eq!(bytes(&store), [14, 11, 4]);
        store.one(article("One.").address(PAGE));
        assert_eq!(bytes(&store), [4, 14, 11]);
        assert_eq!(store.open_article(id).versions, 3);
    }

    #[test]
    fn an_earlier_version_stands_beside_the_newest() {
        let mut store = store();
        let id = store.one(article("One.").address(PAGE));
        store.one(article("The second.").address(PAGE));
        let editions = store.editions(id, 1).unwrap().unwrap();
        assert_eq!(editions.before.article.text, "One.");
        assert_eq!(editions.after.article.text, "The second.");
        assert!(store.editions(id, 2).unwrap().is_none());
    }
}
