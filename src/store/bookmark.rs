//! Bookmarks: each stands in one version, under one letter.

use super::{Error, id, version};
use crate::library::{Change, ChangeKind, MarkedPlace};
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

/// The change, with that of another article where a bookmark of the library, which is one for all
/// articles, is moved from there.
pub(super) fn moved(connection: &Connection, change: &Change) -> Result<Change, Error> {
    let ChangeKind::Bookmark { after: Some(after), .. } = &change.kind else {
        return Ok(change.clone());
    };
    let elsewhere =
        if after.name.is_ascii_uppercase() { of_library(connection)? } else { Vec::new() };
    let others = elsewhere
        .into_iter()
        .filter(|it| it.bookmark.name == after.name && it.article != change.article);
    let removed = others.map(|it| {
        let kind = ChangeKind::Bookmark { before: Some(it.bookmark), after: None };
        Change { article: it.article, kind }
    });
    let all = removed.chain([change.clone()]).collect();
    Ok(Change::of(all).unwrap_or_else(|| change.clone()))
}

/// The bookmarks of the library, by their letters: those in the newest texts.
pub(super) fn of_library(connection: &Connection) -> Result<Vec<MarkedPlace>, Error> {
    let mut select = connection.prepare_cached(
        "SELECT letter, anchor, article.id, article.title
         FROM bookmark JOIN article ON article.version = bookmark.version
         WHERE letter BETWEEN 'A' AND 'Z' ORDER BY letter",
    )?;
    let rows = select.query_map([], |row| {
        Ok((row.get::<_, String>(0)?, row.get::<_, String>(1)?, id(row, 2)?, row.get(3)?))
    })?;
    let mut places = Vec::new();
    for row in rows {
        let (letter, anchor, article, title) = row?;
        let bookmark = letter.chars().next().map(|name| decode(name, &anchor)).transpose()?;
        places.extend(bookmark.map(|bookmark| MarkedPlace { article, title, bookmark }));
    }
    Ok(places)
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
