//! Corrections: rules about facts, in the order they were made.

use super::{Error, Store};
use crate::library::{ArticleId, Change, ChangeKind, Correction, ListedCorrection};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

impl Store {
    /// Every correction of the library, in the order they were made.
    pub fn corrections(&self) -> Result<Vec<ListedCorrection>, Error> {
        let mut select = self.connection.prepare_cached(
            "SELECT correction.article, correction.rule, article.title
             FROM correction LEFT JOIN article ON article.id = correction.article
             ORDER BY correction.sequence",
        )?;
        let rows = select.query_map([], |row| Ok((correction(row)?, row.get(2)?)))?;
        let mut listed = Vec::new();
        for row in rows {
            let (correction, title) = row?;
            listed.push(ListedCorrection { correction: correction?, title });
        }
        Ok(listed)
    }

    /// Takes corrections in, each as a change that can be undone; says how many were new. Those
    /// about an article that the library does not have are kept for the day it comes.
    pub fn import_corrections(&mut self, corrections: &[Correction]) -> Result<usize, Error> {
        let mut new = 0;
        for correction in corrections {
            if has(&self.connection, correction)? {
                continue;
            }
            let kind =
                ChangeKind::Correction { before: None, after: Some(Box::new(correction.clone())) };
            self.change(&Change { article: correction.article.unwrap_or_default(), kind })?;
            new += 1;
        }
        Ok(new)
    }
}

/// The corrections that have a say in an article, in the order they were made.
pub(super) fn of(connection: &Connection, article: ArticleId) -> Result<Vec<Correction>, Error> {
    let mut select = connection.prepare_cached(
        "SELECT article, rule FROM correction WHERE article = ?1 OR article = x''
         ORDER BY sequence",
    )?;
    let rows = select.query_map([article.0.as_bytes()], correction)?;
    let mut found = Vec::new();
    for row in rows {
        found.push(row??);
    }
    Ok(found)
}

/// Whether what a change says was before is so.
pub(super) fn fits(
    connection: &Connection,
    before: Option<&Correction>,
    after: Option<&Correction>,
) -> Result<bool, Error> {
    Ok(match (before, after) {
        (Some(before), _) => has(connection, before)?,
        (None, Some(after)) => !has(connection, after)?,
        (None, None) => true,
    })
}

/// Puts one in the place of the other.
pub(super) fn put(
    connection: &Connection,
    before: Option<&Correction>,
    after: Option<&Correction>,
) -> Result<(), Error> {
    if let Some(before) = before {
        let sql = "DELETE FROM correction WHERE article = ?1 AND rule = ?2";
        connection.prepare_cached(sql)?.execute(params![scope(before), encode(before)?])?;
    }
    if let Some(after) = after {
        let sql = "INSERT OR IGNORE INTO correction (article, rule) VALUES (?1, ?2)";
        connection.prepare_cached(sql)?.execute(params![scope(after), encode(after)?])?;
    }
    Ok(())
}

fn has(connection: &Connection, correction: &Correction) -> Result<bool, Error> {
    let found: Option<i64> = connection
        .prepare_cached("SELECT sequence FROM correction WHERE article = ?1 AND rule = ?2")?
        .query_row(params![scope(correction), encode(correction)?], |row| row.get(0))
        .optional()?;
    Ok(found.is_some())
}

/// The article's name, empty for a correction that is about all.
fn scope(correction: &Correction) -> &[u8] {
    correction.article.as_ref().map_or(&[], |article| article.0.as_bytes())
}

fn correction(row: &Row<'_>) -> rusqlite::Result<Result<Correction, Error>> {
    let (scope, rule): (Vec<u8>, String) = (row.get(0)?, row.get(1)?);
    let article = Uuid::from_slice(&scope).ok().map(ArticleId);
    let rule = serde_json::from_str(&rule).map_err(damaged);
    Ok(rule.map(|rule| Correction { article, rule }))
}

fn encode(correction: &Correction) -> Result<String, Error> {
    serde_json::to_string(&correction.rule).map_err(damaged)
}

fn damaged(error: serde_json::Error) -> Error {
    Error::Damaged { what: "a correction", source: error.into() }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, at, store};
    use super::*;
    use crate::facts::{EntityKind, FactKey, FactSort, Rule};

    fn hide(name: &str) -> Rule {
        Rule::Hide { kind: EntityKind::Person, name: name.to_owned() }
    }

    fn single() -> Rule {
        let (words, sentence) = ("40".to_owned(), "Some 40 came.".to_owned());
        Rule::HideFact { fact: FactKey { sort: FactSort::Number, words, sentence, nth: 0 } }
    }

    fn made(article: ArticleId, rule: Rule) -> Change {
        let after = Some(Box::new(Correction::new(article, rule)));
        Change { article, kind: ChangeKind::Correction { before: None, after } }
    }

    #[test]
    fn a_correction_of_a_name_is_for_all_articles_and_survives() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = at(&folder);
        let (one, two) = (store.one(article("One.")), store.one(article("Two.")));
        store.change(&made(one, hide("Monday"))).unwrap();
        store.change(&made(one, single())).unwrap();
        drop(store);
        let store = at(&folder);
        let rules = |id| store.open_article(id).corrections.into_iter().map(|it| it.rule);
        assert_eq!(rules(one).collect::<Vec<_>>(), [hide("Monday"), single()]);
        assert_eq!(rules(two).collect::<Vec<_>>(), [hide("Monday")]);
        let listed = store.corrections().unwrap();
        assert_eq!(listed[0].title, None);
        assert_eq!(listed[1].title.as_deref(), Some("One."));
    }

    #[test]
    fn a_correction_is_undone_and_redone_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let id = at(&folder).one(article("One."));
        let change = made(id, hide("Monday"));
        at(&folder).change(&change).unwrap();
        assert_eq!(at(&folder).undo().unwrap(), Some(change.inverse()));
        assert_eq!(at(&folder).corrections().unwrap(), []);
        assert_eq!(at(&folder).redo().unwrap(), Some(change.clone()));
        assert_eq!(at(&folder).corrections().unwrap().len(), 1);
        assert!(matches!(at(&folder).change(&change), Err(Error::Stale(_))));
    }

    #[test]
    fn corrections_are_taken_in_once() {
        let mut store = store();
        let elsewhere = ArticleId(Uuid::from_u128(9));
        let rules = [hide("Monday"), single()];
        let brought: Vec<_> = rules.map(|rule| Correction::new(elsewhere, rule)).into();
        assert_eq!(store.import_corrections(&brought).unwrap(), 2);
        assert_eq!(store.import_corrections(&brought).unwrap(), 0);
        assert!(store.undo().unwrap().is_some());
        assert_eq!(store.corrections().unwrap().len(), 1);
    }
}
