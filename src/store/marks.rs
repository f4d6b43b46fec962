//! The face of the library towards highlights and notes: one of them, a list of them, those that an
//! import brought.

use super::article::{CANDIDATES, newest};
use super::{Error, Outcome, Store, annotation, bookmark, count, integer, tag};
use crate::library::marks::Conditions;
use crate::library::{ArticleId, MarkEntry, MarkListing, MarkQuery, MarkedPlace};
use crate::mark::{Annotation, MarkId};
use rusqlite::{Connection, OptionalExtension, Row, params};
use uuid::Uuid;

impl Store {
    /// The annotations that are asked for, last made first.
    pub fn marks(&self, query: &MarkQuery) -> Result<MarkListing, Error> {
        let transaction = self.connection.unchecked_transaction()?;
        let conditions = Conditions::read(&query.filter);
        let (entries, total) = if conditions.is_empty() {
            page(&transaction, query)?
        } else {
            filtered(&transaction, query, &conditions)?
        };
        Ok(MarkListing { query: query.clone(), entries, total })
    }

    /// The annotation of that name, with its article.
    pub fn mark(&self, id: MarkId) -> Result<MarkEntry, Error> {
        let mut select =
            self.connection.prepare_cached(&format!("{} WHERE annotation.id = ?1", select()))?;
        let found = select.query_row([id.0.as_bytes()], entry).optional()?;
        found.ok_or_else(|| Error::NoMark(id.short()))
    }

    /// The annotations of an article, in the order of [`Annotation::order`].
    pub fn marks_of(&self, article: ArticleId) -> Result<Vec<Annotation>, Error> {
        annotation::all(&self.connection, article)
    }

    /// The tags that the reader gave an article.
    pub fn tags_of(&self, article: ArticleId) -> Result<Vec<String>, Error> {
        tag::all(&self.connection, article)
    }

    /// The bookmarks of the library (`A` to `Z`), by their letters.
    pub fn bookmarks(&self) -> Result<Vec<MarkedPlace>, Error> {
        bookmark::of_library(&self.connection)
    }

    /// The annotation that `word` names: a whole id or its end.
    pub fn resolve_mark(&self, word: &str) -> Result<MarkId, Error> {
        let unknown = || Error::NoMark(word.to_owned());
        let end = word.replace('-', "");
        if end.len() < 4 || end.len() > 32 || !end.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(unknown());
        }
        let mut select = self.connection.prepare_cached(
            "SELECT id, note FROM annotation WHERE hex(id) LIKE '%' || ?1 LIMIT ?2",
        )?;
        let found = select.query_map(params![end, integer(CANDIDATES)], |row| {
            Ok((MarkId(Uuid::from_bytes(row.get(0)?)), row.get::<_, String>(1)?))
        })?;
        let found: Vec<(MarkId, String)> = found.collect::<Result<_, _>>()?;
        match found.as_slice() {
            [] => Err(unknown()),
            [(id, _)] => Ok(*id),
            many => {
                let candidates = many.iter().map(|(id, note)| format!("{} ({note})", id.0));
                Err(Error::Ambiguous { word: word.to_owned(), candidates: candidates.collect() })
            }
        }
    }

    /// Stores annotations that an import brought, all of them or none, past the journal. One whose
    /// `source` the article knows stays as it is: what the reader made of it counts.
    pub fn add_marks(
        &mut self,
        article: ArticleId,
        marks: &[Annotation],
    ) -> Result<Vec<(MarkId, Outcome)>, Error> {
        let transaction = self.write()?;
        let outcomes = add(&transaction, article, marks)?;
        transaction.commit()?;
        Ok(outcomes)
    }
}

/// Stores the annotations that are not there yet.
pub(super) fn add(
    connection: &Connection,
    article: ArticleId,
    marks: &[Annotation],
) -> Result<Vec<(MarkId, Outcome)>, Error> {
    newest(connection, article)?;
    let mut outcomes = Vec::with_capacity(marks.len());
    for mark in marks {
        let source = mark.source.as_deref();
        let known = source.map(|it| annotation::by_source(connection, article, it)).transpose()?;
        outcomes.push(match known.flatten() {
            Some(id) => (id, Outcome::Unchanged),
            None => (annotation::set(connection, article, mark)?.id, Outcome::Added),
        });
    }
    Ok(outcomes)
}

fn select() -> String {
    format!(
        "SELECT {}, article.id, article.title, article.source
         FROM annotation JOIN article ON article.key = annotation.article",
        annotation::COLUMNS
    )
}

fn entry(row: &Row<'_>) -> rusqlite::Result<MarkEntry> {
    Ok(MarkEntry {
        mark: annotation::read(row)?,
        article: super::id(row, 17)?,
        title: row.get(18)?,
        source: row.get(19)?,
    })
}

/// What follows after the rows of one article, or of all.
const OF: &str = "(?1 IS NULL OR article.id = ?1)";

fn page(connection: &Connection, query: &MarkQuery) -> Result<(Vec<MarkEntry>, usize), Error> {
    let article = query.article.map(|id| *id.0.as_bytes());
    let sql = match article {
        None => "SELECT count(*) FROM annotation WHERE ?1 IS NULL",
        Some(_) => {
            "SELECT count(*) FROM annotation
             WHERE article = (SELECT key FROM article WHERE id = ?1)"
        }
    };
    let total = count(connection.prepare_cached(sql)?.query_row([article], |row| row.get(0))?);
    let mut select = connection.prepare_cached(&format!(
        "{} WHERE {OF} ORDER BY created DESC, annotation.key DESC LIMIT ?2 OFFSET ?3",
        select()
    ))?;
    let (limit, skip) = (integer(query.limit), integer(query.skip));
    let rows = select.query_map(params![article, limit, skip], entry)?;
    Ok((rows.collect::<Result<_, _>>()?, total))
}

/// Every row is looked at; those of the page are kept.
fn filtered(
    connection: &Connection,
    query: &MarkQuery,
    conditions: &Conditions,
) -> Result<(Vec<MarkEntry>, usize), Error> {
    let article = query.article.map(|id| *id.0.as_bytes());
    let mut select = connection.prepare_cached(&format!(
        "{} WHERE {OF} ORDER BY created DESC, annotation.key DESC",
        select()
    ))?;
    let mut rows = select.query([article])?;
    let (mut entries, mut total) = (Vec::new(), 0);
    while let Some(row) = rows.next()? {
        let entry = entry(row)?;
        if conditions.hold(&entry) {
            if total >= query.skip && entries.len() < query.limit {
                entries.push(entry);
            }
            total += 1;
        }
    }
    Ok((entries, total))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, store};
    use super::*;
    use crate::mark::{Anchor, Color, Standing, Target};
    use crate::text::Span;

    const TEXT: &str = "The mill stood idle. Then a baker bought it.";

    fn imported(source: &str, words: &str) -> Annotation {
        let (exact, none) = (words.to_owned(), String::new());
        let anchor = Anchor { span: Span::default(), exact, prefix: none.clone(), suffix: none };
        let source = Some(source.to_owned());
        Annotation {
            source,
            created: 5,
            color: Some(Color::Blue),
            ..Annotation::on(Target::Passage(anchor))
        }
    }

    fn notes(store: &Store, query: &MarkQuery) -> (Vec<String>, usize) {
        let listing = store.marks(query).unwrap();
        (listing.entries.into_iter().map(|it| it.mark.note).collect(), listing.total)
    }

    #[test]
    fn an_import_is_placed_by_its_words_and_comes_once() {
        let mut store = store();
        let id = store.one(article(TEXT));
        let marks = [imported("h:1", "a baker bought it."), imported("h:2", "no such words here")];
        let outcomes = |store: &mut Store| -> Vec<Outcome> {
            store.add_marks(id, &marks).unwrap().into_iter().map(|it| it.1).collect()
        };
        assert_eq!(outcomes(&mut store), [Outcome::Added, Outcome::Added]);
        assert_eq!(outcomes(&mut store), [Outcome::Unchanged, Outcome::Unchanged]);
        let kept = store.open_article(id).marks;
        assert_eq!(kept[0].place.span, Some(Span::new(26, 44)));
        assert_eq!((kept[0].created, kept[1].place.standing), (5, Standing::Lost));
        assert_eq!(store.undo().unwrap(), None);
    }

    #[test]
    fn the_list_is_paged_and_filtered() {
        let mut store = store();
        let ids = [store.one(article(TEXT)), store.one(article("Other words."))];
        for nth in 1..=5_i64 {
            let note = format!("{nth} #{}", if nth % 2 == 0 { "even" } else { "odd" });
            let mark = Annotation { note, created: nth, ..Annotation::default() };
            store.add_marks(ids[usize::from(nth == 5)], &[mark]).unwrap();
        }
        let all = MarkQuery { limit: 2, ..MarkQuery::default() };
        assert_eq!(notes(&store, &all), (vec!["5 #odd".into(), "4 #even".into()], 5));
        let later = MarkQuery { skip: 4, ..all.clone() };
        assert_eq!(notes(&store, &later), (vec!["1 #odd".into()], 5));
        let odd = MarkQuery { filter: "tag:odd".into(), skip: 1, ..all.clone() };
        assert_eq!(notes(&store, &odd), (vec!["3 #odd".into(), "1 #odd".into()], 3));
        let one = MarkQuery { article: Some(ids[1]), ..all };
        assert_eq!(notes(&store, &one), (vec!["5 #odd".into()], 1));
    }

    #[test]
    fn what_names_no_mark_is_said() {
        let store = store();
        for word in ["", "12", "%%%%", "ffffffff"] {
            assert!(
                store.resolve_mark(word).unwrap_err().to_string().contains("no note"),
                "{word}"
            );
        }
    }
}
