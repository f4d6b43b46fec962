//! Small facts about the library's last use.

use super::{Error, Store};
use rusqlite::OptionalExtension;

impl Store {
    /// A small fact about the library's last use ("open article", "theme").
    pub fn recall(&self, key: &str) -> Result<Option<String>, Error> {
        let mut select =
            self.connection.prepare_cached("SELECT value FROM setting WHERE key = ?1")?;
        Ok(select.query_row([key], |row| row.get(0)).optional()?)
    }

    /// Keeps such a fact.
    pub fn remember(&mut self, key: &str, value: &str) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "INSERT INTO setting VALUES (?1, ?2)
                 ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value <> ?2",
            )?
            .execute([key, value])?;
        Ok(())
    }
}
