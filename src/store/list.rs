//! The list of articles: a page of it costs a page, whatever the size of the library.

use super::{Error, Store, count, id, integer};
use crate::library::{Entry, Listing, Query, Sort, State, rank};
use rusqlite::{Connection, Row, params};
use std::cmp::Reverse;

const COLUMNS: &str = "id, title, source, published, key >> 24, words, progress, state, starred";

impl Store {
    /// Rows of the list of articles.
    pub fn list(&self, query: &Query) -> Result<Listing, Error> {
        let transaction = self.connection.unchecked_transaction()?;
        let (entries, total) = if query.filter.trim().is_empty() {
            sorted(&transaction, query)?
        } else {
            filtered(&transaction, query)?
        };
        Ok(Listing { query: query.clone(), entries, total })
    }
}

fn sorted(connection: &Connection, query: &Query) -> Result<(Vec<Entry>, usize), Error> {
    let sql = if query.archived {
        "SELECT sum(articles) FROM tally"
    } else {
        "SELECT sum(articles) FROM tally WHERE state <> 3"
    };
    let total = connection.prepare_cached(sql)?.query_row([], |row| row.get(0))?;
    let total = count(total);
    let wanted = query.limit.min(total.saturating_sub(query.skip));
    if wanted == 0 {
        return Ok((Vec::new(), total));
    }
    // The nearer end is counted from, so that the list's last page costs what its first does.
    let after = total - query.skip - wanted;
    let far = after < query.skip;
    let skip = if far { after } else { query.skip };
    let mut select = connection.prepare_cached(&page(query, query.reversed != far))?;
    let rows = select.query_map([integer(wanted), integer(skip)], entry)?;
    let mut entries = rows.collect::<Result<Vec<_>, _>>()?;
    if far {
        entries.reverse();
    }
    Ok((entries, total))
}

/// The question for a page of the list, counted from the list's beginning or its end. Its index
/// is named, since the planner does not know that rows are much wider than entries of an index.
fn page(query: &Query, backward: bool) -> String {
    let (index, columns) = order(query.sort);
    let shelf = if query.archived { "" } else { "WHERE state <> 3" };
    let order: Vec<_> = columns
        .iter()
        .map(|(column, down)| {
            format!("{column} {}", if *down == backward { "ASC" } else { "DESC" })
        })
        .collect();
    format!(
        "SELECT {COLUMNS} FROM article INDEXED BY article_by_{index} {shelf}
         ORDER BY {} LIMIT ?1 OFFSET ?2",
        order.join(", ")
    )
}

/// The index of an order, and its columns: which of them go down.
fn order(sort: Sort) -> (&'static str, &'static [(&'static str, bool)]) {
    match sort {
        Sort::Added => ("added", &[("key", true)]),
        Sort::Published => ("published", &[("published", true), ("key", true)]),
        Sort::Title => ("title", &[("title_order", false), ("key", true)]),
        Sort::Source => ("source", &[("source_order", false), ("published", true), ("key", true)]),
        Sort::Length => ("length", &[("words", true), ("key", true)]),
        Sort::Progress => ("progress", &[("progress", true), ("key", true)]),
    }
}

/// The best matches first, newer ones before older ones that match as well.
fn filtered(connection: &Connection, query: &Query) -> Result<(Vec<Entry>, usize), Error> {
    let mut ranker = rank::Ranker::new(&query.filter);
    let mut select = connection
        .prepare_cached("SELECT key, title, source FROM article WHERE ?1 OR state <> 3")?;
    let mut rows = select.query([query.archived])?;
    let mut matches = Vec::new();
    while let Some(row) = rows.next()? {
        let title = row.get_ref(1)?.as_str().unwrap_or_default();
        let source = row.get_ref(2)?.as_str_or_null().ok().flatten().unwrap_or_default();
        if let Some(score) = ranker.score(title, source) {
            matches.push((Reverse(score), Reverse(row.get::<_, i64>(0)?)));
        }
    }
    matches.sort_unstable();
    let total = matches.len();
    let mut select =
        connection.prepare_cached(&format!("SELECT {COLUMNS} FROM article WHERE key = ?1"))?;
    let chosen: Vec<i64> = if query.reversed {
        matches.iter().rev().skip(query.skip).take(query.limit).map(|found| found.1.0).collect()
    } else {
        matches.iter().skip(query.skip).take(query.limit).map(|found| found.1.0).collect()
    };
    let entries = chosen.iter().map(|key| select.query_row(params![key], entry));
    Ok((entries.collect::<Result<_, _>>()?, total))
}

fn entry(row: &Row<'_>) -> rusqlite::Result<Entry> {
    let published: Option<String> = row.get(3)?;
    Ok(Entry {
        id: id(row, 0)?,
        title: row.get(1)?,
        source: row.get(2)?,
        published: published.and_then(|date| date.parse().ok()),
        added: row.get(4)?,
        words: count(row.get(5)?),
        address_only: row.get::<_, i64>(5)? < 0,
        progress: row.get(6)?,
        state: state(row.get(7)?),
        starred: row.get(8)?,
    })
}

/// A read state as the schema numbers it.
pub(super) const fn integer_state(state: State) -> i64 {
    match state {
        State::Unread => 0,
        State::Reading => 1,
        State::Read => 2,
        State::Archived => 3,
    }
}

/// The read state of that number.
pub(super) const fn state(number: i64) -> State {
    match number {
        1 => State::Reading,
        2 => State::Read,
        3 => State::Archived,
        _ => State::Unread,
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, store};
    use super::*;
    use crate::library::{Change, ChangeKind};

    const SORTS: [Sort; 6] =
        [Sort::Added, Sort::Published, Sort::Title, Sort::Source, Sort::Length, Sort::Progress];

    fn shelf() -> Store {
        let mut store = store();
        let rows = [
            ("apple", "Post", "2021-05-01", 3),
            ("Édith", "", "", 1),
            ("zebra", "Chronicle", "2023-01-01", 2),
            ("“Bridge”", "Post", "2022-01-01", 9),
        ];
        for (title, source, day, words) in rows {
            let text = format!("{title} {}", "word ".repeat(words));
            let mut new = article(&text).title(title).source(source);
            if !day.is_empty() {
                new = new.published(day);
            }
            let id = store.one(new);
            store.keep_position(id, 0, u8::try_from(words).unwrap()).unwrap();
        }
        store
    }

    fn ask(store: &Store, query: &Query) -> String {
        let listing = store.list(query).unwrap();
        listing.entries.iter().map(|entry| entry.title.as_str()).collect::<Vec<_>>().join(" ")
    }

    fn query(sort: Sort) -> Query {
        Query { sort, limit: 100, ..Query::default() }
    }

    #[test]
    fn every_order_is_as_its_name_says() {
        let store = shelf();
        let orders = SORTS.map(|sort| ask(&store, &query(sort)));
        assert_eq!(
            orders,
            [
                "“Bridge” zebra Édith apple",
                "zebra “Bridge” apple Édith",
                "apple “Bridge” Édith zebra",
                "zebra “Bridge” apple Édith",
                "“Bridge” apple zebra Édith",
                "“Bridge” apple zebra Édith",
            ]
        );
    }

    #[test]
    fn reversed_is_the_same_backwards_and_pages_join_to_the_whole() {
        let store = shelf();
        for filter in ["", "e"] {
            for sort in SORTS {
                for reversed in [false, true] {
                    let all = Query { reversed, filter: filter.to_owned(), ..query(sort) };
                    let whole = store.list(&all).unwrap().entries;
                    let mut turned =
                        store.list(&Query { reversed: !reversed, ..all.clone() }).unwrap().entries;
                    turned.reverse();
                    assert_eq!(whole, turned, "{sort:?}");
                    let page = |skip| Query { skip, limit: 1, ..all.clone() };
                    let pages: Vec<_> =
                        (0..9).flat_map(|skip| store.list(&page(skip)).unwrap().entries).collect();
                    assert_eq!(whole, pages, "{sort:?}");
                }
            }
        }
    }

    #[test]
    fn no_order_sorts_the_library_to_answer() {
        let store = store();
        for sort in SORTS {
            for (archived, backward) in [(false, false), (false, true), (true, false), (true, true)]
            {
                let sql = page(&Query { archived, ..query(sort) }, backward);
                let mut plan =
                    store.connection.prepare(&format!("EXPLAIN QUERY PLAN {sql}")).unwrap();
                let lines = plan.query_map([9, 0], |row| row.get::<_, String>(3)).unwrap();
                let lines: Vec<_> = lines.map(Result::unwrap).collect();
                assert!(
                    lines.iter().all(|line| line.starts_with("SCAN article USING INDEX")),
                    "{lines:?}"
                );
            }
        }
    }

    #[test]
    fn a_filter_finds_letters_in_title_and_source_the_best_match_first() {
        let store = shelf();
        let filter = |filter: &str| {
            let query = Query { filter: filter.to_owned(), ..query(Sort::Title) };
            (ask(&store, &query), store.list(&query).unwrap().total)
        };
        assert_eq!(filter("brdg"), ("“Bridge”".to_owned(), 1));
        assert_eq!(filter("edith"), ("Édith".to_owned(), 1));
        assert_eq!(filter("post"), ("apple “Bridge”".to_owned(), 2));
        assert_eq!(filter("xyz"), (String::new(), 0));
    }

    #[test]
    fn the_archived_are_left_out_unless_asked_for() {
        let mut store = shelf();
        let article = store.list(&query(Sort::Title)).unwrap().entries[0].id;
        let kind = ChangeKind::State { before: State::Unread, after: State::Archived };
        store.change(&Change { article, kind }).unwrap();
        for filter in ["", "p"] {
            for (archived, found) in [(false, false), (true, true)] {
                let query = Query { archived, filter: filter.to_owned(), ..query(Sort::Title) };
                let listing = store.list(&query).unwrap();
                assert_eq!(listing.entries.iter().any(|entry| entry.id == article), found);
                assert_eq!(listing.total, listing.entries.len());
            }
        }
    }

    #[test]
    fn an_entry_says_what_the_library_knows() {
        let entry = shelf().list(&query(Sort::Title)).unwrap().entries.remove(0);
        assert_eq!((entry.title.as_str(), entry.source.as_deref()), ("apple", Some("Post")));
        assert_eq!(entry.published, Some(jiff::civil::date(2021, 5, 1)));
        assert_eq!((entry.words, entry.progress, entry.state), (4, 3, State::Unread));
        assert!((super::super::now() - entry.added).abs() < 100);
    }
}
