//! Whether the library is sound: the database, and what stands in it.

use super::{Error, Store, annotation, bookmark, count, journal, version};
use crate::text::Span;
use flate2::read::DeflateDecoder;
use rusqlite::{Connection, Row};
use std::io::{self, Read};

/// What a look through the whole library found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Check {
    /// How many articles there are.
    pub articles: usize,
    /// How many texts these have had.
    pub texts: usize,
    /// How many highlights, notes and bookmarks are on them.
    pub marks: usize,
    /// What is wrong, a line each; nothing in a sound library.
    pub problems: Vec<String>,
}

impl Store {
    /// What is wrong with the database itself, a line each.
    pub fn quick_check(&self) -> Result<Vec<String>, Error> {
        Ok(quick(&self.connection)?)
    }

    /// Reads everything there is, and says what is wrong with it.
    pub fn check(&self) -> Result<Check, Error> {
        let connection = &self.connection;
        let mut check = Check { problems: self.quick_check()?, ..Check::default() };
        if !check.problems.is_empty() {
            // What a damaged database says of its articles would be guesses.
            return Ok(check);
        }
        check.problems = references(connection)?;
        if !check.problems.is_empty() {
            return Ok(check);
        }
        check.problems.extend(counted(connection)?);
        check.articles = rows(connection, "article")?;
        check.texts = texts(connection, &mut check.problems)?;
        check.marks = marks(connection, &mut check.problems)?;
        check.problems.extend(journal::unreadable(connection)?);
        kept(connection, &mut check.problems)?;
        Ok(check)
    }
}

/// What SQLite finds wrong with its own structures.
pub(super) fn quick(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("PRAGMA quick_check(20)")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    lines.filter(|line| !matches!(line, Ok(ok) if ok == "ok")).collect()
}

/// Rows that name others which are not there.
fn references(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut statement = connection.prepare("PRAGMA foreign_key_check")?;
    let lines = statement.query_map([], |row| {
        let (table, there): (String, String) = (row.get(0)?, row.get(2)?);
        let key: Option<i64> = row.get(1)?;
        let key = key.map_or_else(String::new, |key| format!(" {key}"));
        Ok(format!("{table}{key} names a {there} that is not there"))
    })?;
    lines.collect()
}

/// Articles whose newest text is another's, and counts that are wrong.
fn counted(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut problems = Vec::new();
    let mut strange = connection.prepare(
        "SELECT lower(hex(article.id)) FROM article JOIN version ON version.key = article.version
         WHERE version.article <> article.key",
    )?;
    for id in strange.query_map([], |row| row.get::<_, String>(0))? {
        problems.push(format!("article {} has the text of another", id?));
    }
    let mut wrong = connection.prepare(
        "SELECT state, articles, (SELECT count(*) FROM article WHERE article.state = tally.state)
             AS there FROM tally WHERE articles <> there",
    )?;
    let counts = |row: &Row<'_>| -> rusqlite::Result<[i64; 3]> {
        Ok([row.get(0)?, row.get(1)?, row.get(2)?])
    };
    for line in wrong.query_map([], counts)? {
        let [state, counted, there] = line?;
        problems
            .push(format!("{counted} articles are counted in state {state}, {there} are there"));
    }
    Ok(problems)
}

/// Looks at every text: whether it is the one it is named by, and whether its form can be read.
/// Gives how many there are.
fn texts(connection: &Connection, problems: &mut Vec<String>) -> Result<usize, Error> {
    let mut select = connection.prepare(
        "SELECT version.key, name, bytes, article.title
         FROM version JOIN article ON article.key = version.article ORDER BY version.key",
    )?;
    let mut rows = select.query([])?;
    let mut all = 0;
    while let Some(row) = rows.next()? {
        let key: i64 = row.get(0)?;
        let (name, bytes): ([u8; 32], i64) = (row.get(1)?, row.get(2)?);
        let title: String = row.get(3)?;
        match version::article(connection, key) {
            Err(error) => problems.push(format!("text {key} of “{title}”: {}", told(error)?)),
            Ok(article) => {
                let whole = count(bytes) == article.text.len();
                if !whole || blake3::hash(article.text.as_bytes()) != name {
                    problems
                        .push(format!("text {key} of “{title}” is not the one that was stored"));
                }
            }
        }
        all += 1;
    }
    Ok(all)
}

/// Looks at every mark: whether it stands inside its text. Gives how many there are.
fn marks(connection: &Connection, problems: &mut Vec<String>) -> Result<usize, Error> {
    let mut all = 0;
    let mut select = connection.prepare("SELECT key, version, id, title FROM article")?;
    let mut rows = select.query([])?;
    while let Some(row) = rows.next()? {
        let (key, newest): (i64, i64) = (row.get(0)?, row.get(1)?);
        let (id, title) = (super::id(row, 2)?, row.get::<_, String>(3)?);
        let annotations = annotation::all(connection, id)?;
        let bookmarked = bookmarked(connection, key)?;
        all += annotations.len();
        if !annotations.is_empty() {
            let text = version::text(connection, newest)?;
            let spans = annotations.iter().filter_map(|it| Some((it.id.short(), it.place.span?)));
            let outside = spans.filter(|(_, span)| !inside(*span, &text));
            problems.extend(outside.map(|(id, _)| {
                format!("highlight or note {id} stands outside the text of “{title}”")
            }));
        }
        for version in bookmarked {
            let text = version::text(connection, version)?;
            match bookmark::all(connection, version) {
                Err(error) => problems.push(format!("in “{title}”: {}", told(error)?)),
                Ok(bookmarks) => {
                    all += bookmarks.len();
                    let outside = bookmarks.iter().filter(|it| !inside(it.anchor.span, &text));
                    problems.extend(outside.map(|it| {
                        format!("bookmark {} stands outside the text of “{title}”", it.name)
                    }));
                }
            }
        }
    }
    Ok(all)
}

/// What cannot be read; any other error is none of the library's content.
fn told(error: Error) -> Result<String, Error> {
    match error {
        Error::Damaged { what, source } => Ok(format!("{what} cannot be read ({source})")),
        other => Err(other),
    }
}

/// The texts of an article that have bookmarks.
fn bookmarked(connection: &Connection, article: i64) -> rusqlite::Result<Vec<i64>> {
    let mut select = connection.prepare_cached(
        "SELECT DISTINCT version FROM bookmark JOIN version ON version.key = bookmark.version
         WHERE version.article = ?1",
    )?;
    select.query_map([article], |row| row.get(0))?.collect()
}

/// Whether a span can be cut from the text.
fn inside(span: Span, text: &str) -> bool {
    text.get(span.start..span.end).is_some()
}

/// Looks at what was imported, and at pictures: whether they are those they are named by.
fn kept(connection: &Connection, problems: &mut Vec<String>) -> rusqlite::Result<()> {
    let unpacked = |bytes: &[u8]| -> io::Result<Vec<u8>> {
        let mut whole = Vec::new();
        DeflateDecoder::new(bytes).read_to_end(&mut whole)?;
        Ok(whole)
    };
    for (table, what) in [("original", "what was imported as"), ("picture", "picture")] {
        let mut select = connection.prepare(&format!("SELECT key, name, bytes FROM {table}"))?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            let (key, name): (i64, [u8; 32]) = (row.get(0)?, row.get(1)?);
            let bytes = row.get_ref(2)?.as_blob().unwrap_or_default();
            let hash = match table {
                "original" => unpacked(bytes).map(|bytes| blake3::hash(&bytes)).ok(),
                _ => Some(blake3::hash(bytes)),
            };
            if hash.is_none_or(|hash| hash != name) {
                problems.push(format!("{what} {key} is not the one that was stored"));
            }
        }
    }
    Ok(())
}

fn rows(connection: &Connection, table: &str) -> rusqlite::Result<usize> {
    let sql = format!("SELECT count(*) FROM {table}");
    connection.query_row(&sql, [], |row| row.get(0)).map(count)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, store};
    use super::*;
    use crate::library::{Change, ChangeKind};
    use crate::mark::{Anchor, Annotation, Bookmark};

    const TEXT: &str = "The mill stood idle. Then a baker bought it.";

    /// What is found in a library with an article, a highlight and a bookmark after `damage`.
    fn after(damage: &str) -> Check {
        let mut store = store();
        let article = store.one(article(TEXT).original(b"<p>The mill stood idle."));
        let anchor = Anchor::new(TEXT, Span::new(0, 20));
        let mark = Annotation::passage(TEXT, Span::new(21, 44));
        for kind in [
            ChangeKind::Bookmark { before: None, after: Some(Bookmark { name: 'a', anchor }) },
            ChangeKind::Annotation { before: None, after: Some(Box::new(mark)) },
        ] {
            store.change(&Change { article, kind }).unwrap();
        }
        store.connection.execute_batch(damage).unwrap();
        store.check().unwrap()
    }

    #[test]
    fn a_sound_library_has_no_problems() {
        let expected = Check { articles: 1, texts: 1, marks: 2, problems: Vec::new() };
        assert_eq!(after(""), expected);
    }

    #[test]
    fn what_is_wrong_is_told_in_a_line() {
        for (damage, expected) in [
            (
                "UPDATE passage SET text = replace(text, 'mill', 'MILL')",
                "text 1 of “The mill stood idle. Then a baker bought it.” is not the one that was stored",
            ),
            ("UPDATE version SET form = x'00'", "the form of an article cannot be read"),
            ("UPDATE annotation SET start = 40, end = 45", "stands outside the text of “The mill"),
            ("UPDATE bookmark SET anchor = 'x'", "a bookmark cannot be read"),
            ("UPDATE journal SET after = 'x' WHERE sequence = 2", "change 2 cannot be read"),
            ("UPDATE tally SET articles = 7 WHERE state = 2", "7 articles are counted in state 2"),
            ("UPDATE original SET bytes = x'00'", "what was imported as 1 is not the one"),
            ("UPDATE original SET name = zeroblob(32)", "what was imported as 1 is not the one"),
            ("PRAGMA foreign_keys = OFF; DELETE FROM version", "names a version that is not there"),
        ] {
            let problems = after(damage).problems;
            assert!(problems.iter().any(|it| it.contains(expected)), "{damage}: {problems:?}");
        }
    }
}
