//! Facts, kept by the version of an article and that of the engine that found them.

use super::{Error, Fingerprint, Store, id, integer, pack};
use crate::article::Article;
use crate::facts::{ENGINE, Facts};
use crate::library::ArticleId;
use rusqlite::{Connection, OptionalExtension, params};
use std::sync::Arc;

/// An article whose facts this engine has not found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// Its name.
    pub id: ArticleId,
    /// Its place in the order in which these articles are given.
    pub place: i64,
}

impl Store {
    /// Articles whose newest version has no facts of this engine, the last added first; those
    /// that come after `place`, where one is given.
    pub fn lacking_facts(&self, place: Option<i64>, limit: usize) -> Result<Vec<Lacking>, Error> {
        let mut select = self.connection.prepare_cached(
            "SELECT article.id, article.key FROM article
             LEFT JOIN facts ON facts.version = article.version AND facts.engine = ?1
             WHERE facts.version IS NULL AND article.key < ?2
             ORDER BY article.key DESC LIMIT ?3",
        )?;
        let rows = select
            .query_map(params![ENGINE, place.unwrap_or(i64::MAX), integer(limit)], |row| {
                Ok(Lacking { id: id(row, 0)?, place: row.get(1)? })
            })?;
        Ok(rows.collect::<Result<_, _>>()?)
    }

    /// Keeps the facts of an article, should the library hold its text.
    pub fn keep_facts(
        &mut self,
        id: ArticleId,
        article: &Article,
        facts: &Facts,
    ) -> Result<(), Error> {
        keep(&self.connection, id, article, facts)
    }

    /// The same for many, all or none.
    pub fn keep_all_facts(
        &mut self,
        all: &[(ArticleId, &Arc<Article>, Arc<Facts>)],
    ) -> Result<(), Error> {
        let transaction = self.write()?;
        for (id, article, facts) in all {
            keep(&transaction, *id, article, facts)?;
        }
        Ok(transaction.commit()?)
    }
}

fn keep(
    connection: &Connection,
    id: ArticleId,
    article: &Article,
    facts: &Facts,
) -> Result<(), Error> {
    let name = Fingerprint::new(article.text.as_bytes());
    let packed = pack::pack(facts)
        .map_err(|source| Error::Damaged { what: "the facts of the article", source })?;
    connection
        .prepare_cached(
            "INSERT OR REPLACE INTO facts (version, engine, facts)
             SELECT version.key, ?3, ?4
             FROM version JOIN article ON article.key = version.article
             WHERE article.id = ?1 AND version.name = ?2",
        )?
        .execute(params![id.0.as_bytes(), name.0.as_bytes(), ENGINE, packed])?;
    Ok(())
}

/// The facts that this engine found in a version. Damaged ones are found again.
pub(super) fn of(connection: &Connection, version: i64) -> Result<Option<Arc<Facts>>, Error> {
    let packed: Option<Vec<u8>> = connection
        .prepare_cached("SELECT facts FROM facts WHERE version = ?1 AND engine = ?2")?
        .query_row(params![version, ENGINE], |row| row.get(0))
        .optional()?;
    Ok(packed
        .and_then(|packed| pack::unpack(&packed, "the facts of an article").ok())
        .map(Arc::new))
}
