//! Bookmarks: each stands in one version, under one letter.

use super::{Error, version};
use crate::mark::{Alignment, Anchor, Bookmark};
use rusqlite::{Connection, OptionalExtension, params};
use uuid::Uuid;

/// The bookmarks of a version, by where they stand.
pub(super) fn all(connection: &Connection, version: i64) -> Result<Vec<Bookmark>, Error> {
    let mut select =
        connection.prepare_cached("SELECT letter, anchor FROM bookmark WHERE version = ?1")?;
    let rows = select
        .query_map([version], |row| Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?)))?;
    let mut bookmarks = Vec::new();
    for row in rows {
        let (letter, anchor) = row?;
        bookmarks.extend(letter.chars().next().map(|name| decode(name, &anchor)).transpose()?);
    }
    bookmarks.sort_by_key(|bookmark| (bookmark.anchor.span, bookmark.name));
    Ok(bookmarks)
}

/// The bookmark of that letter.
pub(super) fn get(
    connection: &Connection,
    version: i64,
    name: char,
) -> Result<Option<Bookmark>, Error> {
    let mut select = connection
        .prepare_cached("SELECT anchor FROM bookmark WHERE version = ?1 AND letter = ?2")?;
    let anchor: Option<String> =
        select.query_row(params![version, name.to_string()], |row| row.get(0)).optional()?;
    anchor.map(|anchor| decode(name, &anchor)).transpose()
}

/// Takes the bookmark of that letter away, if there is one.
pub(super) fn remove(connection: &Connection, version: i64, name: char) -> rusqlite::Result<()> {
    connection
        .prepare_cached("DELETE FROM bookmark WHERE version = ?1 AND letter = ?2")?
        .execute(params![version, name.to_string()])?;
    Ok(())
}

/// Sets a bookmark where its words stand in the version's text; `None` where they are gone.
pub(super) fn set(
    connection: &Connection,
    version: i64,
    bookmark: &Bookmark,
) -> Result<Option<Bookmark>, Error> {
    let text = version::text(connection, version)?;
    let Some(span) = bookmark.anchor.find(&text) else {
        return Ok(None);
    };
    let bookmark = Bookmark { name: bookmark.name, anchor: Anchor::new(&text, span) };
    connection
        .prepare_cached(
            "INSERT INTO bookmark (id, version, letter, anchor) VALUES (?1, ?2, ?3, ?4)
             ON CONFLICT (version, letter) DO UPDATE SET anchor = excluded.anchor",
        )?
        .execute(params![
            Uuid::now_v7().as_bytes(),
            version,
            bookmark.name.to_string(),
            encode(&bookmark.anchor)?
        ])?;
    Ok(Some(bookmark))
}

/// Moves the bookmarks of one version to another, whose texts `alignment` lays beside each other:
/// those whose words are there still and whose letter is free.
pub(super) fn follow(
    connection: &Connection,
    from: i64,
    to: i64,
    alignment: &Alignment<'_>,
) -> Result<(), Error> {
    for bookmark in all(connection, from)? {
        if let Some(span) = alignment.carry(bookmark.anchor.span).span() {
            connection
                .prepare_cached(
                    "UPDATE OR IGNORE bookmark SET version = ?3, anchor = ?4
                     WHERE version = ?1 AND letter = ?2",
                )?
                .execute(params![
                    from,
                    bookmark.name.to_string(),
                    to,
                    encode(&Anchor::new(alignment.new_text(), span))?
                ])?;
        }
    }
    Ok(())
}

fn encode(anchor: &Anchor) -> Result<String, Error> {
    serde_json::to_string(anchor).map_err(damaged)
}

fn decode(name: char, anchor: &str) -> Result<Bookmark, Error> {
    let anchor = serde_json::from_str(anchor).map_err(damaged)?;
    Ok(Bookmark { name, anchor })
}

fn damaged(error: serde_json::Error) -> Error {
    Error::Damaged { what: "a bookmark", source: error.into() }
}
