//! The journal: every change a reader makes, so that it can be taken back and made again.
//!
//! The journal belongs to the library, not to a session: what is undone is the last change that
//! any process made. A change that was undone is kept until another change is made.

use super::article::newest;
use super::list::{integer_state, state};
use super::{Error, Store, annotation, bookmark, correction, id, now, tag};
use crate::library::{ArticleId, Change, ChangeKind, State};
use crate::mark::{Annotation, Bookmark};
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::Serialize;
use serde_json::Value;

impl Store {
    /// Makes a change and writes it to the journal. What had been undone cannot be redone after.
    /// Gives the change as it was made: a new annotation has its name, its times and its place.
    pub fn change(&mut self, change: &Change) -> Result<Change, Error> {
        let transaction = self.write()?;
        let mut change = bookmark::moved(&transaction, change)?;
        if !fits(&transaction, &change)? {
            return Err(Error::Stale(change.summary()));
        }
        apply(&transaction, &mut change)?;
        transaction.prepare_cached("DELETE FROM journal WHERE undone")?.execute([])?;
        insert(&transaction, &change)?;
        transaction.commit()?;
        Ok(change)
    }

    /// Takes the last change back; gives the inverse that was made, `None` if there is none.
    pub fn undo(&mut self) -> Result<Option<Change>, Error> {
        self.turn(
            "SELECT sequence, article, what, before, after FROM journal
             WHERE NOT undone ORDER BY sequence DESC LIMIT 1",
            Change::inverse,
        )
    }

    /// Makes the change that was last taken back again.
    pub fn redo(&mut self) -> Result<Option<Change>, Error> {
        self.turn(
            "SELECT sequence, article, what, before, after FROM journal
             WHERE undone ORDER BY sequence LIMIT 1",
            Change::clone,
        )
    }

    /// Turns the change that `select` finds round. One that cannot be made any more is passed
    /// over for good, so that it does not bar the way to those behind it.
    fn turn(
        &mut self,
        select: &str,
        direction: impl Fn(&Change) -> Change,
    ) -> Result<Option<Change>, Error> {
        let transaction = self.write()?;
        let found = transaction.prepare_cached(select)?.query_row([], stored).optional()?;
        let Some((sequence, change)) = found else {
            return Ok(None);
        };
        let mut change = direction(&change?);
        let applied = apply(&transaction, &mut change);
        transaction
            .prepare_cached("UPDATE journal SET undone = NOT undone WHERE sequence = ?1")?
            .execute([sequence])?;
        match applied {
            Ok(()) | Err(Error::Gone(_) | Error::NoArticle(_)) => transaction.commit()?,
            Err(_) => transaction.rollback()?,
        }
        applied.map(|()| Some(change))
    }
}

/// Whether what the change says was before is so. Unread and being read count as one: opening an
/// article leads from the one to the other unasked.
fn fits(connection: &Connection, change: &Change) -> Result<bool, Error> {
    if let ChangeKind::Correction { before, after } = &change.kind {
        return correction::fits(connection, before.as_deref(), after.as_deref());
    }
    if let ChangeKind::Many(changes) = &change.kind {
        let mut all = changes.iter().map(|change| fits(connection, change));
        return all.try_fold(true, |fits, next| Ok(fits && next?));
    }
    let version = newest(connection, change.article)?;
    let column = |sql| -> Result<i64, Error> {
        let mut select = connection.prepare_cached(sql)?;
        Ok(select.query_row([change.article.0.as_bytes()], |row| row.get(0))?)
    };
    Ok(match &change.kind {
        ChangeKind::State { before, .. } => {
            let settled = |state| if state == State::Unread { State::Reading } else { state };
            let present = state(column("SELECT state FROM article WHERE id = ?1")?);
            settled(present) == settled(*before)
        }
        ChangeKind::Star { after } => {
            (column("SELECT starred FROM article WHERE id = ?1")? != 0) != *after
        }
        ChangeKind::Bookmark { before, after } => {
            let name = before.as_ref().or(after.as_ref()).map(|bookmark| bookmark.name);
            let present = name.map(|name| bookmark::get(connection, version, name)).transpose()?;
            present.flatten() == *before
        }
        ChangeKind::Annotation { before, after } => {
            let id = before.as_ref().or(after.as_ref()).map(|it| it.id).filter(|it| !it.is_new());
            let present =
                id.map(|id| annotation::get(connection, change.article, id)).transpose()?;
            match (present.flatten(), before) {
                (Some(present), Some(before)) => present.says_the_same(before),
                (present, before) => present.is_none() && before.is_none(),
            }
        }
        ChangeKind::Tags { before, .. } => {
            same_tags(&tag::all(connection, change.article)?, before)
        }
        ChangeKind::Many(_) | ChangeKind::Correction { .. } => true,
    })
}

/// Whether both lists have the same tags, in whatever order.
fn same_tags(one: &[String], other: &[String]) -> bool {
    one.len() == other.len() && one.iter().all(|tag| other.contains(tag))
}

/// Makes what the change says is after, and completes it with what was made.
fn apply(connection: &Connection, change: &mut Change) -> Result<(), Error> {
    if let ChangeKind::Correction { before, after } = &change.kind {
        return correction::put(connection, before.as_deref(), after.as_deref());
    }
    if let ChangeKind::Many(changes) = &mut change.kind {
        return changes.iter_mut().try_for_each(|change| apply(connection, change));
    }
    let version = newest(connection, change.article)?;
    let update = |sql, value: i64| {
        connection.prepare_cached(sql)?.execute(params![change.article.0.as_bytes(), value])
    };
    match &mut change.kind {
        ChangeKind::State { after, .. } => {
            update("UPDATE article SET state = ?2 WHERE id = ?1", integer_state(*after))?;
        }
        ChangeKind::Star { after } => {
            update("UPDATE article SET starred = ?2 WHERE id = ?1", i64::from(*after))?;
        }
        ChangeKind::Bookmark { before, after } => {
            put(connection, version, before.as_ref(), after.as_ref())?;
        }
        ChangeKind::Annotation { before, after } => {
            let before = before.as_deref();
            annotate(connection, change.article, before, after.as_deref_mut())?;
        }
        ChangeKind::Many(_) => (),
        ChangeKind::Tags { after, .. } => tag::set(connection, change.article, after)?,
        ChangeKind::Correction { .. } => {}
    }
    Ok(())
}

fn annotate(
    connection: &Connection,
    article: ArticleId,
    before: Option<&Annotation>,
    after: Option<&mut Annotation>,
) -> Result<(), Error> {
    if let Some(before) = before
        && after.as_ref().is_none_or(|after| after.id != before.id)
    {
        annotation::remove(connection, before.id)?;
    }
    if let Some(after) = after {
        *after = annotation::set(connection, article, after)?;
    }
    Ok(())
}

fn put(
    connection: &Connection,
    version: i64,
    before: Option<&Bookmark>,
    after: Option<&Bookmark>,
) -> Result<(), Error> {
    if let Some(after) = after
        && bookmark::set(connection, version, after)?.is_none()
    {
        return Err(Error::Gone(after.name));
    }
    if let Some(before) = before
        && after.is_none_or(|after| after.name != before.name)
    {
        bookmark::remove(connection, version, before.name)?;
    }
    Ok(())
}

fn insert(connection: &Connection, change: &Change) -> Result<(), Error> {
    let (what, before, after) = parts(&change.kind)?;
    connection
        .prepare_cached(
            "INSERT INTO journal (made, article, what, before, after) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            now(),
            change.article.0.as_bytes(),
            what,
            before.to_string(),
            after.to_string()
        ])?;
    Ok(())
}

/// A row of the journal and its change, unless that is damaged.
type Stored = (i64, Result<Change, Error>);

fn stored(row: &Row<'_>) -> rusqlite::Result<Stored> {
    let article = id(row, 1)?;
    let (what, before, after): (String, String, String) = (row.get(2)?, row.get(3)?, row.get(4)?);
    let change = kind(&what, &before, &after).map(|kind| Change { article, kind });
    Ok((row.get(0)?, change.map_err(damaged)))
}

/// The changes that cannot be read any more, a line each.
pub(super) fn unreadable(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let mut select =
        connection.prepare("SELECT sequence, article, what, before, after FROM journal")?;
    let mut problems = Vec::new();
    for row in select.query_map([], stored)? {
        let (sequence, change) = row?;
        problems.extend(change.is_err().then(|| format!("change {sequence} cannot be read")));
    }
    Ok(problems)
}

/// What was changed, from what to what, as the journal holds them.
fn parts(kind: &ChangeKind) -> Result<(&'static str, Value, Value), Error> {
    let json = |value: &dyn Fn() -> serde_json::Result<Value>| value().map_err(damaged);
    Ok(match kind {
        ChangeKind::State { before, after } => {
            ("state", json(&|| value(before))?, json(&|| value(after))?)
        }
        ChangeKind::Star { after } => ("star", Value::Bool(!after), Value::Bool(*after)),
        ChangeKind::Bookmark { before, after } => {
            ("bookmark", json(&|| value(before))?, json(&|| value(after))?)
        }
        ChangeKind::Annotation { before, after } => {
            ("annotation", json(&|| value(before))?, json(&|| value(after))?)
        }
        ChangeKind::Many(changes) => ("many", Value::Null, json(&|| value(changes))?),
        ChangeKind::Tags { before, after } => {
            ("tags", json(&|| value(before))?, json(&|| value(after))?)
        }
        ChangeKind::Correction { before, after } => {
            ("correction", json(&|| value(before))?, json(&|| value(after))?)
        }
    })
}

fn value(of: &impl Serialize) -> serde_json::Result<Value> {
    serde_json::to_value(of)
}

fn kind(what: &str, before: &str, after: &str) -> serde_json::Result<ChangeKind> {
    Ok(match what {
        "state" => ChangeKind::State {
            before: serde_json::from_str(before)?,
            after: serde_json::from_str(after)?,
        },
        "star" => ChangeKind::Star { after: serde_json::from_str(after)? },
        "bookmark" => ChangeKind::Bookmark {
            before: serde_json::from_str(before)?,
            after: serde_json::from_str(after)?,
        },
        "annotation" => ChangeKind::Annotation {
            before: serde_json::from_str(before)?,
            after: serde_json::from_str(after)?,
        },
        "many" => ChangeKind::Many(serde_json::from_str(after)?),
        "tags" => ChangeKind::Tags {
            before: serde_json::from_str(before)?,
            after: serde_json::from_str(after)?,
        },
        "correction" => ChangeKind::Correction {
            before: serde_json::from_str(before)?,
            after: serde_json::from_str(after)?,
        },
        _ => return Err(serde::de::Error::custom("an unknown kind of change")),
    })
}

fn damaged(error: serde_json::Error) -> Error {
    Error::Damaged { what: "the last change", source: error.into() }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, at, store};
    use super::*;
    use crate::library::Opened;
    use crate::mark::{Anchor, Color};
    use crate::text::Span;
    use proptest::prelude::*;

    const TEXT: &str = "The mill stood idle for years. Then a baker bought it. Now it turns again.";

    fn state_change(article: ArticleId, before: State, after: State) -> Change {
        Change { article, kind: ChangeKind::State { before, after } }
    }

    fn mark(name: char, start: usize) -> Bookmark {
        Bookmark { name, anchor: Anchor::new(TEXT, Span::new(start, start + 12)) }
    }

    fn set(article: ArticleId, before: Option<Bookmark>, after: Option<Bookmark>) -> Change {
        Change { article, kind: ChangeKind::Bookmark { before, after } }
    }

    /// All that changes change.
    type Present = (State, bool, Vec<Bookmark>, Vec<Annotation>, Vec<String>);

    fn present(opened: &Opened) -> Present {
        let Opened { state, starred, bookmarks, marks, tags, .. } = opened.clone();
        (state, starred, bookmarks, marks, tags)
    }

    #[test]
    fn nothing_made_is_nothing_to_undo() {
        let mut store = store();
        assert_eq!((store.undo().unwrap(), store.redo().unwrap()), (None, None));
    }

    #[test]
    fn a_change_is_undone_and_redone_after_a_restart() {
        let folder = tempfile::tempdir().unwrap();
        let id = at(&folder).one(article(TEXT));
        let change = state_change(id, State::Unread, State::Read);
        at(&folder).change(&change).unwrap();
        assert_eq!(at(&folder).undo().unwrap(), Some(change.inverse()));
        assert_eq!(at(&folder).open_article(id).state, State::Unread);
        assert_eq!(at(&folder).redo().unwrap(), Some(change));
        assert_eq!(at(&folder).open_article(id).state, State::Read);
    }

    #[test]
    fn undo_takes_the_last_change_of_the_library_whoever_made_it() {
        let folder = tempfile::tempdir().unwrap();
        let (mut here, mut there) = (at(&folder), at(&folder));
        let id = here.one(article(TEXT));
        here.change(&state_change(id, State::Unread, State::Read)).unwrap();
        let star = Change { article: id, kind: ChangeKind::Star { after: true } };
        there.change(&star).unwrap();
        assert_eq!(here.undo().unwrap(), Some(star.inverse()));
        assert_eq!(there.redo().unwrap(), Some(star));
    }

    #[test]
    fn a_new_change_forgets_what_was_undone() {
        let mut store = store();
        let id = store.one(article(TEXT));
        store.change(&state_change(id, State::Unread, State::Read)).unwrap();
        store.undo().unwrap();
        store.change(&state_change(id, State::Unread, State::Archived)).unwrap();
        assert_eq!(store.redo().unwrap(), None);
    }

    #[test]
    fn a_change_of_what_is_no_longer_so_is_refused() {
        let mut store = store();
        let id = store.one(article(TEXT));
        store.change(&state_change(id, State::Unread, State::Archived)).unwrap();
        let refused = [
            state_change(id, State::Unread, State::Read),
            Change { article: id, kind: ChangeKind::Star { after: false } },
            set(id, Some(mark('a', 0)), None),
        ];
        for change in refused {
            let error = store.change(&change).unwrap_err().to_string();
            assert!(error.contains("changed elsewhere"), "{error}");
        }
        assert_eq!(store.rows("journal"), 1);
    }

    #[test]
    fn opening_an_article_does_not_stand_in_the_way() {
        let mut store = store();
        let id = store.one(article(TEXT));
        store.begin(id).unwrap();
        store.change(&state_change(id, State::Unread, State::Read)).unwrap();
        store.undo().unwrap();
        assert_eq!(store.open_article(id).state, State::Unread);
    }

    #[test]
    fn a_bookmark_made_on_an_older_text_is_set_where_its_words_are_now() {
        let mut store = store();
        let address = "https://example.org/mill";
        let id = store.one(article(TEXT).address(address));
        let grown = format!("Corrected. {TEXT}");
        store.one(article(&grown).address(address));
        store.change(&set(id, None, Some(mark('a', 31)))).unwrap();
        let opened = store.open_article(id);
        assert_eq!(opened.bookmarks[0].anchor.span.of(&grown), "Then a baker");
    }

    #[test]
    fn a_bookmark_that_cannot_come_back_does_not_bar_the_way() {
        let mut store = store();
        let address = "https://example.org/mill";
        let id = store.one(article(TEXT).address(address));
        store.change(&Change { article: id, kind: ChangeKind::Star { after: true } }).unwrap();
        store.change(&set(id, None, Some(mark('a', 31)))).unwrap();
        store.change(&set(id, Some(mark('a', 31)), None)).unwrap();
        store.one(article("The mill is gone.").address(address));
        assert!(matches!(store.undo(), Err(Error::Gone('a'))));
        store.undo().unwrap();
        store.undo().unwrap();
        assert!(!store.open_article(id).starred);
    }

    #[test]
    fn a_change_to_no_article_is_refused() {
        let id = ArticleId(uuid::Uuid::nil());
        let refused = store().change(&state_change(id, State::Unread, State::Read));
        assert!(matches!(refused, Err(Error::NoArticle(_))));
    }

    #[test]
    fn changes_made_at_once_are_taken_back_at_once() {
        let mut store = store();
        let id = store.one(article(TEXT));
        let star = Change { article: id, kind: ChangeKind::Star { after: true } };
        let read = state_change(id, State::Unread, State::Read);
        let many = Change::of(vec![star, read]).unwrap();
        store.change(&many).unwrap();
        assert_eq!(store.undo().unwrap(), Some(many.inverse()));
        let opened = store.open_article(id);
        assert_eq!((opened.state, opened.starred), (State::Unread, false));
        assert_eq!(store.redo().unwrap(), Some(many));
    }

    #[test]
    fn a_bookmark_of_the_library_is_in_one_article() {
        let mut store = store();
        let ids = [store.one(article(TEXT)), store.one(article(&format!("Else. {TEXT}")))];
        for id in ids {
            store.change(&set(id, None, Some(mark('M', 31)))).unwrap();
        }
        let places = store.bookmarks().unwrap();
        assert_eq!(places.iter().map(|it| it.article).collect::<Vec<_>>(), [ids[1]]);
        store.undo().unwrap();
        assert_eq!(store.bookmarks().unwrap()[0].article, ids[0]);
    }

    #[derive(Debug, Clone)]
    enum Step {
        State(State),
        Star,
        Bookmark(char, Option<usize>),
        Highlight(usize, Color),
        Unmark,
        Tags(Vec<String>),
        Undo,
        Redo,
    }

    fn step() -> impl Strategy<Value = Step> {
        let states = [State::Reading, State::Read, State::Archived];
        prop_oneof![
            prop::sample::select(states.to_vec()).prop_map(Step::State),
            Just(Step::Star),
            (prop::sample::select(vec!['a', 'b', 'Z']), prop::option::of(0..40_usize))
                .prop_map(|(name, start)| Step::Bookmark(name, start)),
            (0..40_usize, prop::sample::select(Color::ALL.to_vec()))
                .prop_map(|(start, color)| Step::Highlight(start, color)),
            Just(Step::Unmark),
            prop::collection::btree_set("[a-c]", 0..3)
                .prop_map(|tags| Step::Tags(tags.into_iter().collect())),
            Just(Step::Undo),
            Just(Step::Undo),
            Just(Step::Redo),
        ]
    }

    fn change(id: ArticleId, opened: &Opened, step: &Step) -> Change {
        match step {
            Step::State(after) => state_change(id, opened.state, *after),
            Step::Star => Change { article: id, kind: ChangeKind::Star { after: !opened.starred } },
            Step::Bookmark(name, start) => {
                let before = opened.bookmarks.iter().find(|bookmark| bookmark.name == *name);
                set(id, before.cloned(), start.map(|start| mark(*name, start)))
            }
            Step::Highlight(start, color) => {
                let mark = Annotation::passage(TEXT, Span::new(*start, start + 12));
                let after = Some(Box::new(Annotation { color: Some(*color), ..mark }));
                Change { article: id, kind: ChangeKind::Annotation { before: None, after } }
            }
            Step::Unmark => {
                let before = opened.marks.first().cloned().map(Box::new);
                Change { article: id, kind: ChangeKind::Annotation { before, after: None } }
            }
            Step::Tags(after) => {
                let kind = ChangeKind::Tags { before: opened.tags.clone(), after: after.clone() };
                Change { article: id, kind }
            }
            Step::Undo | Step::Redo => unreachable!("not a change"),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]

        /// The model: every state the article was in, and where in that history it is.
        #[test]
        fn any_changes_undone_and_redone_lead_back_along_the_same_way(
            steps in prop::collection::vec(step(), 1..40)
        ) {
            let mut store = store();
            let id = store.one(article(TEXT));
            let mut history = vec![present(&store.open_article(id))];
            let mut now = 0_usize;
            for step in steps {
                match step {
                    Step::Undo => {
                        prop_assert_eq!(store.undo().unwrap().is_some(), now > 0);
                        now = now.saturating_sub(1);
                    }
                    Step::Redo => {
                        let more = now + 1 < history.len();
                        prop_assert_eq!(store.redo().unwrap().is_some(), more);
                        now += usize::from(more);
                    }
                    step => {
                        let change = change(id, &store.open_article(id), &step);
                        store.change(&change).unwrap();
                        now += 1;
                        history.truncate(now);
                        history.push(present(&store.open_article(id)));
                    }
                }
                prop_assert_eq!(&present(&store.open_article(id)), &history[now]);
            }
        }
    }
}
