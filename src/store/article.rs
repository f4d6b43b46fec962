//! Articles out, by their names, with all that hangs on them.

use super::list::{integer_state, state};
use super::{
    Error, Store, annotation, bookmark, correction, count, draft, facts, id, integer, tag, version,
};
use crate::article::Article;
use crate::library::{ArticleId, Opened, State};
use rusqlite::{Connection, OptionalExtension, params};
use std::sync::Arc;
use uuid::Uuid;

/// How many articles an ambiguous name lists.
pub(super) const CANDIDATES: usize = 5;

impl Store {
    /// Takes an article from the library: its newest version.
    pub fn article(&self, id: ArticleId) -> Result<Opened, Error> {
        // One transaction, so that no other process changes the article between two reads.
        let transaction = self.connection.unchecked_transaction()?;
        let article = version::article(&transaction, newest(&transaction, id)?)?;
        known(&transaction, id, Arc::new(article))
    }

    /// What the library knows of an article whose newest version is at hand already.
    pub fn known(&self, id: ArticleId, article: Arc<Article>) -> Result<Opened, Error> {
        let transaction = self.connection.unchecked_transaction()?;
        known(&transaction, id, article)
    }

    /// The article that `word` names: a whole id, its end, or its row in the newest-first list,
    /// from 1.
    pub fn resolve(&self, word: &str) -> Result<ArticleId, Error> {
        let unknown = || Error::NoArticle(word.to_owned());
        if let Some(id) = self.row(word)? {
            return Ok(id);
        }
        if let Ok(id) = Uuid::try_parse(word) {
            newest(&self.connection, ArticleId(id)).map_err(|_| unknown())?;
            return Ok(ArticleId(id));
        }
        let end = word.replace('-', "");
        if end.len() < 4 || end.len() > 32 || !end.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(unknown());
        }
        let found = self.ending(&end)?;
        match found.as_slice() {
            [] => Err(unknown()),
            [(id, _)] => Ok(*id),
            many => {
                let name = |(id, title): &(ArticleId, String)| format!("{} ({title})", id.0);
                let candidates = many.iter().map(name).collect();
                Err(Error::Ambiguous { word: word.to_owned(), candidates })
            }
        }
    }

    /// Keeps the byte at the top of the screen, and how far the article has been read in percent.
    /// Not journaled.
    pub fn keep_position(&mut self, id: ArticleId, at: usize, progress: u8) -> Result<(), Error> {
        self.connection
            .prepare_cached(
                "UPDATE article SET position = ?2, progress = ?3
                 WHERE id = ?1 AND (position, progress) IS NOT (?2, ?3)",
            )?
            .execute(params![id.0.as_bytes(), integer(at), progress.min(100)])?;
        Ok(())
    }

    /// Notes that an unread article is being read. Not journaled; says whether it was unread.
    pub fn begin(&mut self, id: ArticleId) -> Result<bool, Error> {
        let (unread, reading) = (integer_state(State::Unread), integer_state(State::Reading));
        let rows = self
            .connection
            .prepare_cached("UPDATE article SET state = ?3 WHERE id = ?1 AND state = ?2")?
            .execute(params![id.0.as_bytes(), unread, reading])?;
        Ok(rows > 0)
    }

    /// The article in that row of the newest-first list, if the word is the number of one.
    fn row(&self, word: &str) -> Result<Option<ArticleId>, Error> {
        let Some(skip) = word.parse::<i64>().ok().filter(|row| (1..1 << 40).contains(row)) else {
            return Ok(None);
        };
        let mut select = self.connection.prepare_cached(
            "SELECT id FROM article WHERE state <> 3 ORDER BY key DESC LIMIT 1 OFFSET ?1",
        )?;
        let id = select.query_row([skip - 1], |row| id(row, 0)).optional()?;
        Ok(id)
    }

    /// Articles whose ids end in `end`, a few of them.
    fn ending(&self, end: &str) -> Result<Vec<(ArticleId, String)>, Error> {
        let mut select = self.connection.prepare_cached(
            "SELECT id, title FROM article WHERE key IN
                 (SELECT key FROM article WHERE hex(id) LIKE '%' || ?1 LIMIT ?2)",
        )?;
        let rows = select
            .query_map(params![end, integer(CANDIDATES)], |row| Ok((id(row, 0)?, row.get(1)?)))?;
        Ok(rows.collect::<Result<_, _>>()?)
    }
}

/// The key of an article's newest version.
pub(super) fn newest(connection: &Connection, id: ArticleId) -> Result<i64, Error> {
    let version = connection
        .prepare_cached("SELECT version FROM article WHERE id = ?1")?
        .query_row([id.0.as_bytes()], |row| row.get(0))
        .optional()?;
    version.ok_or_else(|| Error::NoArticle(id.short()))
}

fn known(connection: &Connection, id: ArticleId, article: Arc<Article>) -> Result<Opened, Error> {
    let version = newest(connection, id)?;
    let bookmarks = bookmark::all(connection, version)?;
    let (marks, tags) = (annotation::all(connection, id)?, tag::all(connection, id)?);
    let corrections = correction::of(connection, id)?;
    let facts = facts::of(connection, version)?;
    let drafts = draft::all(connection, id)?;
    let mut select = connection.prepare_cached(
        "SELECT position, state, starred,
             (SELECT count(*) FROM version WHERE version.article = article.key)
         FROM article WHERE id = ?1",
    )?;
    Ok(select.query_row([id.0.as_bytes()], |row| {
        Ok(Opened {
            id: Some(id),
            position: article.text.floor_char_boundary(count(row.get(0)?)),
            article,
            partial: None,
            facts,
            state: state(row.get(1)?),
            starred: row.get(2)?,
            versions: count(row.get(3)?),
            compares: None,
            bookmarks,
            marks,
            tags,
            corrections,
            drafts,
        })
    })?)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, store};
    use super::*;
    use crate::facts::Facts;

    fn name(store: &Store, word: &str) -> Result<ArticleId, String> {
        store.resolve(word).map_err(|error| error.to_string())
    }

    /// Gives article `nth` an id with these last eight digits.
    fn rename(store: &Store, id: ArticleId, end: &str) -> ArticleId {
        let whole = format!("0192aaaabbbb7ccc8ddd0000{end}");
        let new = ArticleId(Uuid::try_parse(&whole).unwrap());
        let sql = "UPDATE article SET id = ?2 WHERE id = ?1";
        store.connection.execute(sql, params![id.0.as_bytes(), new.0.as_bytes()]).unwrap();
        new
    }

    #[test]
    fn an_article_has_three_names() {
        let mut store = store();
        let first = store.one(article("First."));
        let first = rename(&store, first, "0012abcd");
        let second = store.one(article("Second."));
        assert_eq!(name(&store, "2"), Ok(first));
        assert_eq!(name(&store, "1"), Ok(second));
        assert_eq!(name(&store, &first.short()), Ok(first));
        assert_eq!(name(&store, "12ABCD"), Ok(first));
        assert_eq!(name(&store, &first.0.to_string()), Ok(first));
    }

    #[test]
    fn an_id_of_digits_only_is_not_a_row() {
        let mut store = store();
        let id = store.one(article("Text."));
        let id = rename(&store, id, "20241231");
        assert_eq!(name(&store, "20241231"), Ok(id));
    }

    #[test]
    fn a_name_of_two_articles_tells_both() {
        let mut store = store();
        for (text, end) in [("First words.", "0aaaffff"), ("Second words.", "0bbbffff")] {
            let id = store.one(article(text));
            rename(&store, id, end);
        }
        let error = name(&store, "ffff").unwrap_err();
        assert!(error.contains("First words.") && error.contains("0bbbffff"), "{error}");
        assert!(name(&store, "aaaffff").is_ok());
    }

    #[test]
    fn a_name_of_nothing_is_said_to_be() {
        let mut store = store();
        store.one(article("Text."));
        for word in
            ["0", "2", "-1", "", "abc", "ffffffff", "words", "%%%%", &Uuid::nil().to_string()]
        {
            let error = name(&store, word).unwrap_err();
            assert!(error.contains("no article"), "{word}: {error}");
        }
    }

    #[test]
    fn everything_of_an_article_comes_back() {
        let mut store = store();
        let new = article("Words.").title("Headline").source("Post").published("2024-02-29");
        let id = store.one(new.clone());
        assert_eq!(*store.open_article(id).article, *new.article);
    }

    #[test]
    fn position_and_progress_are_kept() {
        let mut store = store();
        let id = store.one(article("Ätna bricht aus."));
        store.keep_position(id, 5, 40).unwrap();
        assert_eq!(store.open_article(id).position, 5);
        store.keep_position(id, 1, 40).unwrap();
        assert_eq!(store.open_article(id).position, 0, "on a character boundary");
        store.keep_position(id, 9999, 40).unwrap();
        assert_eq!(store.open_article(id).position, "Ätna bricht aus.".len());
    }

    #[test]
    fn opening_makes_an_unread_article_one_that_is_being_read() {
        let mut store = store();
        let id = store.one(article("Text."));
        assert!(store.begin(id).unwrap());
        assert_eq!(store.open_article(id).state, State::Reading);
        assert!(!store.begin(id).unwrap());
    }

    #[test]
    fn facts_are_kept_for_their_own_text_only() {
        let mut store = store();
        let id = store.one(article("Text.").address("https://example.org/1"));
        let old = store.open_article(id).article;
        store.one(article("Other.").address("https://example.org/1"));
        let facts = Facts { covered: crate::text::Span::new(0, 5), ..Facts::default() };
        store.keep_facts(id, &old, &facts).unwrap();
        assert!(store.open_article(id).facts.is_none());
        let new = store.open_article(id).article;
        store.keep_facts(id, &new, &facts).unwrap();
        assert_eq!(store.open_article(id).facts.as_deref(), Some(&facts));
    }
}
