//! The tags that a reader gave to articles.

use super::Error;
use crate::library::ArticleId;
use rusqlite::{Connection, params};

/// The tags of an article, in the order of their letters.
pub(super) fn all(connection: &Connection, id: ArticleId) -> Result<Vec<String>, Error> {
    let mut select = connection.prepare_cached(
        "SELECT tag FROM tag JOIN article ON article.key = tag.article
         WHERE article.id = ?1 ORDER BY tag",
    )?;
    let rows = select.query_map([id.0.as_bytes()], |row| row.get(0))?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Gives an article these tags and no others.
pub(super) fn set(connection: &Connection, id: ArticleId, tags: &[String]) -> Result<(), Error> {
    connection
        .prepare_cached("DELETE FROM tag WHERE article = (SELECT key FROM article WHERE id = ?1)")?
        .execute([id.0.as_bytes()])?;
    let mut insert = connection
        .prepare_cached("INSERT OR IGNORE INTO tag SELECT key, ?2 FROM article WHERE id = ?1")?;
    for tag in tags {
        insert.execute(params![id.0.as_bytes(), tag])?;
    }
    Ok(())
}
