//! Pictures: each once, by the BLAKE3 hash of its bytes, and which versions have it.

use super::{Error, Store};
use crate::article::Picture;
use rusqlite::{Connection, OptionalExtension, params};
use std::sync::Arc;

impl Store {
    /// The bytes of the picture of that name (see [`Picture::name`]), where it is kept.
    pub fn picture(&self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let Ok(name) = blake3::Hash::from_hex(name) else { return Ok(None) };
        let mut select =
            self.connection.prepare_cached("SELECT bytes FROM picture WHERE name = ?1")?;
        Ok(select.query_row([name.as_bytes()], |row| row.get(0)).optional()?)
    }
}

/// Keeps the pictures of a version.
pub(super) fn keep(
    connection: &Connection,
    version: i64,
    pictures: &[Arc<Picture>],
) -> Result<(), Error> {
    for picture in pictures {
        let Ok(name) = blake3::Hash::from_hex(&picture.name) else { continue };
        let known: Option<i64> = connection
            .prepare_cached("SELECT key FROM picture WHERE name = ?1")?
            .query_row([name.as_bytes()], |row| row.get(0))
            .optional()?;
        let key = match known {
            Some(key) => key,
            None => connection
                .prepare_cached(
                    "INSERT INTO picture (name, media_type, bytes) VALUES (?1, ?2, ?3)",
                )?
                .insert(params![name.as_bytes(), picture.media_type, picture.bytes])?,
        };
        connection
            .prepare_cached("INSERT OR IGNORE INTO version_picture VALUES (?1, ?2)")?
            .execute([version, key])?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::NewArticle;
    use super::super::sample::{article, store};
    use super::*;

    fn picture(bytes: &[u8]) -> Arc<Picture> {
        let name = blake3::hash(bytes).to_hex().to_string();
        Arc::new(Picture { name, media_type: "image/png", bytes: bytes.to_vec() })
    }

    #[test]
    fn a_picture_of_two_articles_is_kept_once() {
        let mut store = store();
        for text in ["One.", "Two.", "One."] {
            let new = NewArticle { pictures: vec![picture(b"x")], ..article(text) };
            store.one(new);
        }
        assert_eq!((store.rows("picture"), store.rows("version_picture")), (1, 2));
        assert_eq!(store.picture(&picture(b"x").name).unwrap().unwrap(), b"x");
        for unknown in [picture(b"y").name.as_str(), "", "no name"] {
            assert_eq!(store.picture(unknown).unwrap(), None);
        }
    }

    #[test]
    fn a_new_version_has_pictures_of_its_own() {
        let mut store = store();
        for text in ["Old.", "New."] {
            let new = article(text).address("https://example.org/1");
            let pictures = vec![picture(text.as_bytes())];
            store.one(NewArticle { pictures, ..new });
        }
        assert_eq!((store.rows("picture"), store.rows("version_picture")), (2, 2));
    }
}
