//! Versions of articles: the text in passages, the rest of the article packed beside it.

use super::schema::PASSAGE_BITS;
use super::{Error, pack};
use crate::article::{Article, Block, Image, Inline, Kept, Link, Meta};
use rusqlite::{Connection, params};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// How long a passage is, in bytes, before it ends at a character.
const PASSAGE: usize = 1 << 20;

/// An article without its text.
#[derive(Serialize, Deserialize)]
struct Form<'a> {
    meta: Cow<'a, Meta>,
    blocks: Cow<'a, [Block]>,
    inlines: Cow<'a, [Inline]>,
    links: Cow<'a, [Link]>,
    images: Cow<'a, [Image]>,
    #[serde(default, skip_serializing_if = "nothing")]
    kept: Cow<'a, Kept>,
}

#[expect(clippy::ptr_arg, reason = "serde gives the field as it is")]
fn nothing(kept: &Cow<'_, Kept>) -> bool {
    kept.is_empty()
}

/// The article without its text, packed.
pub(super) fn form(article: &Article) -> Result<Vec<u8>, Error> {
    let form = Form {
        meta: Cow::Borrowed(&article.meta),
        blocks: Cow::Borrowed(&article.blocks),
        inlines: Cow::Borrowed(&article.inlines),
        links: Cow::Borrowed(&article.links),
        images: Cow::Borrowed(&article.images),
        kept: Cow::Borrowed(&article.kept),
    };
    pack::pack(&form).map_err(|source| Error::Damaged { what: "the form of the article", source })
}

/// Writes the text of version `key`.
pub(super) fn write_text(connection: &Connection, key: i64, text: &str) -> rusqlite::Result<()> {
    let mut insert = connection.prepare_cached("INSERT INTO passage VALUES (?1, ?2)")?;
    for (passage, part) in (key << PASSAGE_BITS..).zip(passages(text)) {
        insert.execute(params![passage, part])?;
    }
    Ok(())
}

/// The text of version `key`.
pub(super) fn text(connection: &Connection, key: i64) -> Result<String, Error> {
    let bytes: i64 = connection
        .prepare_cached("SELECT bytes FROM version WHERE key = ?1")?
        .query_row([key], |row| row.get(0))?;
    let mut text = String::with_capacity(usize::try_from(bytes).unwrap_or(0).min(1 << 30));
    let mut select = connection
        .prepare_cached("SELECT text FROM passage WHERE key BETWEEN ?1 AND ?2 ORDER BY key")?;
    let first = key << PASSAGE_BITS;
    let mut rows = select.query([first, first | ((1 << PASSAGE_BITS) - 1)])?;
    while let Some(row) = rows.next()? {
        text.push_str(row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?);
    }
    Ok(text)
}

/// The name of version `key`: the hash of its text, in hexadecimal digits.
pub(super) fn name(connection: &Connection, key: i64) -> rusqlite::Result<String> {
    connection
        .prepare_cached("SELECT lower(hex(name)) FROM version WHERE key = ?1")?
        .query_row([key], |row| row.get(0))
}

/// The article of version `key`.
pub(super) fn article(connection: &Connection, key: i64) -> Result<Article, Error> {
    let form: Vec<u8> = connection
        .prepare_cached("SELECT form FROM version WHERE key = ?1")?
        .query_row([key], |row| row.get(0))?;
    let form: Form<'static> = pack::unpack(&form, "the form of an article")?;
    Ok(Article {
        meta: form.meta.into_owned(),
        text: text(connection, key)?,
        blocks: form.blocks.into_owned(),
        inlines: form.inlines.into_owned(),
        links: form.links.into_owned(),
        images: form.images.into_owned(),
        kept: form.kept.into_owned(),
        ..Article::default()
    })
}

/// `text` in passages: one, though empty, for an empty text.
fn passages(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let text = rest?;
        let (part, after) = text.split_at(text.floor_char_boundary(PASSAGE));
        rest = (!after.is_empty()).then_some(after);
        Some(part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passages_join_to_the_text_and_are_short() {
        let long = "aä€".repeat(PASSAGE / 2);
        for text in ["", "short", long.as_str()] {
            assert_eq!(passages(text).collect::<String>(), text);
            assert!(passages(text).all(|part| part.len() <= PASSAGE));
        }
    }
}
