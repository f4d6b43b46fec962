//! The list of articles: a window of rows, the chosen one, its order and filter.

use crate::library::{Entry, Listing, Query, Sort};

/// How many rows are fetched at once.
pub const WINDOW: usize = 200;

/// The list of articles.
#[derive(Debug, Clone, PartialEq)]
pub struct Shelf {
    /// What was last asked for.
    pub query: Query,
    /// The rows that are here: those from `listing.query.skip` on.
    pub listing: Listing,
    /// The chosen row, from the first of the whole list.
    pub selected: usize,
    /// The first row on the screen.
    pub first: usize,
    /// Whether an answer has come yet.
    pub known: bool,
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            query: Query { limit: WINDOW, ..Query::default() },
            listing: Listing::default(),
            selected: 0,
            first: 0,
            known: false,
        }
    }
}

impl Shelf {
    /// The row with this index of the whole list, where it is here.
    pub fn entry(&self, index: usize) -> Option<&Entry> {
        self.listing.entries.get(index.checked_sub(self.listing.query.skip)?)
    }

    /// The chosen row.
    pub fn chosen(&self) -> Option<&Entry> {
        self.entry(self.selected)
    }

    /// Takes in the rows that were asked for; the chosen article stays chosen where it is among
    /// them. Rows of an older question are dropped.
    pub fn take(&mut self, listing: Listing) {
        if listing.query != self.query {
            return;
        }
        let chosen = self.chosen().map(|entry| entry.id);
        let same = chosen.and_then(|id| listing.entries.iter().position(|it| it.id == id));
        if let Some(at) = same.filter(|_| self.listing.query.filter == listing.query.filter) {
            self.selected = at + listing.query.skip;
        }
        self.selected = self.selected.min(listing.total.saturating_sub(1));
        self.listing = listing;
        self.known = true;
    }

    /// Moves the choice by rows; gives the question for rows that are not here.
    pub fn step(&mut self, rows: isize) -> Option<Query> {
        self.select(self.selected.saturating_add_signed(rows))
    }

    /// Chooses a row; gives the question for rows that are not here.
    pub fn select(&mut self, index: usize) -> Option<Query> {
        self.selected = index.min(self.listing.total.saturating_sub(1));
        if self.chosen().is_some() || self.listing.total == 0 {
            return None;
        }
        self.query.skip = self.selected.saturating_sub(WINDOW / 2);
        Some(self.query.clone())
    }

    /// The question with `filter`; the first row becomes the chosen one.
    pub fn filter(&mut self, filter: &str) -> Query {
        self.selected = 0;
        self.query = Query { filter: filter.to_owned(), skip: 0, ..self.query.clone() };
        self.query.clone()
    }

    /// The question in the next order.
    pub fn next_sort(&mut self) -> Query {
        let sort = match self.query.sort {
            Sort::Added => Sort::Published,
            Sort::Published => Sort::Title,
            Sort::Title => Sort::Source,
            Sort::Source => Sort::Length,
            Sort::Length => Sort::Progress,
            Sort::Progress => Sort::Added,
        };
        self.query = Query { sort, skip: 0, ..self.query.clone() };
        self.query.clone()
    }

    /// The question the other way round.
    pub fn reverse(&mut self) -> Query {
        self.query = Query { reversed: !self.query.reversed, skip: 0, ..self.query.clone() };
        self.query.clone()
    }

    /// The question with archived articles, or without.
    pub fn show_archived(&mut self) -> Query {
        self.query = Query { archived: !self.query.archived, skip: 0, ..self.query.clone() };
        self.query.clone()
    }

    /// Scrolls so that the chosen row is among the `rows` on the screen.
    pub fn keep_in_sight(&mut self, rows: usize) {
        let last = self.listing.total.saturating_sub(rows);
        let lowest = (self.selected + 1).saturating_sub(rows.max(1));
        self.first = self.first.clamp(lowest, self.selected.max(lowest)).min(last.max(lowest));
    }

    /// The order in words.
    pub fn order(&self) -> &'static str {
        match (self.query.sort, self.query.reversed) {
            (Sort::Added, false) => "last added first",
            (Sort::Added, true) => "first added first",
            (Sort::Published, false) => "newest first",
            (Sort::Published, true) => "oldest first",
            (Sort::Title, false) => "by title",
            (Sort::Title, true) => "by title, from Z",
            (Sort::Source, false) => "by source",
            (Sort::Source, true) => "by source, from Z",
            (Sort::Length, false) => "longest first",
            (Sort::Length, true) => "shortest first",
            (Sort::Progress, false) => "furthest read first",
            (Sort::Progress, true) => "least read first",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::{ArticleId, State};

    fn entry(number: u128) -> Entry {
        Entry {
            id: ArticleId(uuid(number)),
            title: format!("Article {number}"),
            source: None,
            published: None,
            added: 0,
            words: 100,
            address_only: false,
            progress: 0,
            state: State::Unread,
            starred: false,
        }
    }

    fn uuid(number: u128) -> uuid::Uuid {
        uuid::Uuid::from_u128(number)
    }

    /// The answer to `query` from a library of `total` articles.
    fn answer(query: &Query, total: usize) -> Listing {
        let upto = total.min(query.skip + query.limit);
        let entries = (query.skip..upto).map(|number| entry(number as u128)).collect();
        Listing { query: query.clone(), entries, total }
    }

    fn shelf(total: usize) -> Shelf {
        let mut shelf = Shelf::default();
        shelf.take(answer(&Query { limit: WINDOW, ..Query::default() }, total));
        shelf
    }

    #[test]
    fn rows_that_are_not_here_are_asked_for() {
        let mut shelf = shelf(5_000);
        assert_eq!(shelf.step(10), None);
        let query = shelf.select(4_000).unwrap();
        assert_eq!(shelf.chosen(), None);
        shelf.take(answer(&query, 5_000));
        assert_eq!(shelf.chosen().unwrap().title, "Article 4000");
        assert_eq!(shelf.step(1), None);
        assert_eq!(shelf.chosen().unwrap().title, "Article 4001");
    }

    #[test]
    fn the_choice_stays_inside_the_list() {
        let mut shelf = shelf(3);
        shelf.step(-5);
        assert_eq!(shelf.selected, 0);
        shelf.step(50);
        assert_eq!(shelf.selected, 2);
        let query = shelf.filter("none");
        shelf.take(Listing { query, ..Listing::default() });
        assert_eq!((shelf.selected, shelf.chosen()), (0, None));
    }

    #[test]
    fn the_answer_to_an_older_question_is_dropped() {
        let mut shelf = shelf(3);
        let old = shelf.filter("a");
        shelf.filter("ab");
        shelf.take(answer(&old, 1));
        assert_eq!(shelf.listing.total, 3);
    }
}
