//! Articles in: each with an identity, its versions below it.

use super::article::newest;
use super::combine::combined;
use super::identity::{identity, one_line, title};
use super::list::integer_state;
use super::schema::SEQUENCE_BITS;
use super::{
    Error, Fingerprint, NewArticle, Original, Outcome, Store, annotation, bookmark, id, imported,
    integer, now, pack, picture, version,
};
use crate::article::{Article, Kept, Standing};
use crate::library::{ArticleId, State, rank};
use crate::mark::Alignment;
use crate::text::Span;
use rusqlite::{Connection, OptionalExtension, params};
use std::sync::Arc;
use uuid::Uuid;

/// The words at a reading position that it is found again by, in bytes.
const POSITION: usize = 160;

/// An article with all that can be reckoned before the library is locked for writing.
struct Prepared<'a> {
    new: &'a NewArticle,
    name: Fingerprint,
    identity: String,
    form: Vec<u8>,
}

/// The number of words that says that only the address of an article was kept.
const ADDRESS_ONLY: i64 = -1;

/// What the list shows of an article.
struct Shown {
    title: String,
    source: Option<String>,
    published: Option<String>,
    words: i64,
}

impl Shown {
    fn of(article: &Article) -> Self {
        let meta = &article.meta;
        let source = meta.source.as_ref().map(|source| one_line(&source.value, 200));
        Self {
            title: title(article),
            source: source.filter(|source| !source.is_empty()),
            published: meta.published.as_ref().map(|published| published.value.date.to_string()),
            words: if article.kept.address_only { ADDRESS_ONLY } else { integer(article.words()) },
        }
    }
}

/// What stands in the library under an identity.
struct Known {
    key: i64,
    id: ArticleId,
    version: i64,
    name: Vec<u8>,
    address_only: bool,
}

impl Store {
    /// Stores articles in one transaction: all of them, or none. The later of them count as
    /// newer.
    ///
    /// An article that is there with the same text takes over what else is now known of it. One
    /// with another text gets a new version, to which the position and those bookmarks move whose
    /// words are found in it; the others stay with theirs. Highlights and notes all go along: those
    /// whose words are gone as lost ones.
    pub fn add(&mut self, articles: &[NewArticle]) -> Result<Vec<(ArticleId, Outcome)>, Error> {
        let prepared = articles.iter().map(prepare).collect::<Result<Vec<_>, _>>()?;
        let transaction = self.write()?;
        let mut outcomes = Vec::with_capacity(prepared.len());
        for article in &prepared {
            let (id, outcome) = store(&transaction, article)?;
            if !article.new.pictures.is_empty() {
                let version = newest(&transaction, id)?;
                picture::keep(&transaction, version, &article.new.pictures)?;
            }
            imported::keep(&transaction, id, &article.new.article, outcome)?;
            outcomes.push((id, outcome));
        }
        transaction.commit()?;
        Ok(outcomes)
    }
}

fn prepare(new: &NewArticle) -> Result<Prepared<'_>, Error> {
    let name = Fingerprint::new(new.article.text.as_bytes());
    Ok(Prepared { new, name, identity: identity(new, name), form: version::form(&new.article)? })
}

fn store(connection: &Connection, article: &Prepared<'_>) -> Result<(ArticleId, Outcome), Error> {
    let Some(known) = known(connection, &article.identity)? else {
        let id = ArticleId(Uuid::now_v7());
        insert(connection, article, id)?;
        return Ok((id, Outcome::Added));
    };
    if known.address_only || article.new.article.kept.address_only {
        let outcome = combine(connection, article, &known)?;
        return Ok((known.id, outcome));
    }
    let outcome = settle(connection, article, &known)?;
    Ok((known.id, outcome))
}

/// An article that is known, with the text it has or with another.
fn settle(
    connection: &Connection,
    article: &Prepared<'_>,
    known: &Known,
) -> Result<Outcome, Error> {
    let outcome = if known.name == article.name.0.as_bytes() {
        take_over(connection, article, known)?;
        Outcome::Unchanged
    } else {
        update(connection, article, known)?;
        Outcome::Updated
    };
    Ok(outcome)
}

/// An article of which only the address was kept, here or in what comes: its text, should one of
/// them have it, with what both know.
fn combine(
    connection: &Connection,
    article: &Prepared<'_>,
    known: &Known,
) -> Result<Outcome, Error> {
    let old = version::article(connection, known.version)?;
    let whole = combined(&old, &article.new.article);
    if whole == old {
        return Ok(Outcome::Unchanged);
    }
    let original = article.new.original.clone().filter(|_| whole.text == article.new.article.text);
    let new = NewArticle { article: Arc::new(whole), original, ..article.new.clone() };
    settle(connection, &prepare(&new)?, known)
}

fn known(connection: &Connection, identity: &str) -> rusqlite::Result<Option<Known>> {
    let mut select = connection.prepare_cached(
        "SELECT article.key, id, version, name, words < 0
         FROM article JOIN version ON version.key = article.version WHERE identity = ?1",
    )?;
    select
        .query_row([identity], |row| {
            Ok(Known {
                key: row.get(0)?,
                id: id(row, 1)?,
                version: row.get(2)?,
                name: row.get(3)?,
                address_only: row.get(4)?,
            })
        })
        .optional()
}

fn insert(connection: &Connection, article: &Prepared<'_>, id: ArticleId) -> Result<(), Error> {
    let key = next_key(connection)?;
    let version = insert_version(connection, article, key)?;
    let shown = Shown::of(&article.new.article);
    connection
        .prepare_cached(
            "INSERT INTO article (key, version, title, title_order, source, source_order,
                 published, words, id, identity, state, starred, position, progress)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)",
        )?
        .execute(params![
            key,
            version,
            shown.title,
            rank::order(&shown.title),
            shown.source,
            rank::order(shown.source.as_deref().unwrap_or_default()),
            shown.published,
            shown.words,
            id.0.as_bytes(),
            article.identity,
            integer_state(first_state(&article.new.article.kept)),
            article.new.article.kept.starred,
            integer(first_position(&article.new.article)),
            article.new.article.kept.progress.unwrap_or(0).min(100),
        ])?;
    Ok(())
}

/// Where an article that comes stands, by what another program kept with it. What a reader does
/// here later is never undone by another import.
fn first_state(kept: &Kept) -> State {
    match (kept.standing, kept.progress) {
        (Some(Standing::Archived), _) => State::Archived,
        (Some(Standing::Read), _) => State::Read,
        (_, Some(1..)) => State::Reading,
        (Some(Standing::Unread) | None, _) => State::Unread,
    }
}

/// Where a reader is in an article that comes and was begun in another program.
fn first_position(article: &Article) -> usize {
    match article.kept.progress {
        Some(percent @ 1..100) if !article.kept.address_only => {
            article.text.floor_char_boundary(article.text.len() * usize::from(percent) / 100)
        }
        _ => 0,
    }
}

/// The next key of an article that comes now.
fn next_key(connection: &Connection) -> rusqlite::Result<i64> {
    let first = now() << SEQUENCE_BITS;
    let last: Option<i64> = connection
        .prepare_cached("SELECT max(key) FROM article WHERE key BETWEEN ?1 AND ?2")?
        .query_row([first, first | ((1 << SEQUENCE_BITS) - 1)], |row| row.get(0))?;
    Ok(last.map_or(first, |last| last + 1))
}

fn insert_version(connection: &Connection, article: &Prepared<'_>, key: i64) -> Result<i64, Error> {
    let text = &article.new.article.text;
    let original = original(connection, article)?;
    let version = connection
        .prepare_cached(
            "INSERT INTO version (article, name, created, bytes, form, original)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .insert(params![
            key,
            article.name.0.as_bytes(),
            now(),
            integer(text.len()),
            article.form,
            original
        ])?;
    version::write_text(connection, version, text)?;
    Ok(version)
}

/// Writes what the list shows of an article, and which version is its newest.
fn describe(
    connection: &Connection,
    article: &Prepared<'_>,
    key: i64,
    version: i64,
) -> rusqlite::Result<()> {
    let shown = Shown::of(&article.new.article);
    connection
        .prepare_cached(
            "UPDATE article SET version = ?2, title = ?3, title_order = ?4, source = ?5,
                 source_order = ?6, published = ?7, words = ?8 WHERE key = ?1",
        )?
        .execute(params![
            key,
            version,
            shown.title,
            rank::order(&shown.title),
            shown.source,
            rank::order(shown.source.as_deref().unwrap_or_default()),
            shown.published,
            shown.words
        ])?;
    Ok(())
}

/// Takes over what another import makes of the same text.
fn take_over(connection: &Connection, article: &Prepared<'_>, known: &Known) -> Result<(), Error> {
    let same: bool = connection
        .prepare_cached("SELECT form = ?2 FROM version WHERE key = ?1")?
        .query_row(params![known.version, article.form], |row| row.get(0))?;
    if same {
        return Ok(());
    }
    let original = original(connection, article)?;
    connection
        .prepare_cached(
            "UPDATE version SET form = ?2, original = coalesce(?3, original) WHERE key = ?1",
        )?
        .execute(params![known.version, article.form, original])?;
    connection.prepare_cached("DELETE FROM facts WHERE version = ?1")?.execute([known.version])?;
    Ok(describe(connection, article, known.key, known.version)?)
}

/// Makes another text the newest version, and takes the reader's place and bookmarks along.
fn update(connection: &Connection, article: &Prepared<'_>, known: &Known) -> Result<(), Error> {
    let earlier: Option<i64> = connection
        .prepare_cached("SELECT key FROM version WHERE article = ?1 AND name = ?2")?
        .query_row(params![known.key, article.name.0.as_bytes()], |row| row.get(0))
        .optional()?;
    let version = match earlier {
        Some(version) => version,
        None => insert_version(connection, article, known.key)?,
    };
    let before = version::text(connection, known.version)?;
    let after = &article.new.article.text;
    let alignment = Alignment::new(&before, after);
    bookmark::follow(connection, known.version, version, &alignment)?;
    annotation::follow(connection, known.id, &alignment)?;
    let position: i64 = connection
        .prepare_cached("SELECT position FROM article WHERE key = ?1")?
        .query_row([known.key], |row| row.get(0))?;
    if position > 0 {
        let place = follow(&alignment, (&before, after), super::count(position));
        connection
            .prepare_cached("UPDATE article SET position = ?2 WHERE key = ?1")?
            .execute([known.key, integer(place)])?;
    }
    Ok(describe(connection, article, known.key, version)?)
}

/// Where the place `at` of one text is in another: where its words went, else as far along.
fn follow(alignment: &Alignment<'_>, (before, after): (&str, &str), at: usize) -> usize {
    let at = before.floor_char_boundary(at.min(before.len()));
    let end = before.floor_char_boundary((at + POSITION).min(before.len()));
    if let Some(found) = alignment.carry(Span::new(at, end)).span() {
        return found.start;
    }
    let along = at as u128 * after.len() as u128 / (before.len() as u128).max(1);
    after.floor_char_boundary(usize::try_from(along).unwrap_or(after.len()))
}

/// The row of the bytes the article was read from; `None` where they are those of its text.
fn original(connection: &Connection, article: &Prepared<'_>) -> Result<Option<i64>, Error> {
    let Some(original) =
        article.new.original.as_ref().filter(|original| original.fingerprint != article.name)
    else {
        return Ok(None);
    };
    let stored = connection
        .prepare_cached("SELECT key FROM original WHERE name = ?1")?
        .query_row([original.fingerprint.0.as_bytes()], |row| row.get(0))
        .optional()?;
    match stored {
        Some(key) => Ok(Some(key)),
        None => insert_original(connection, original).map(Some),
    }
}

fn insert_original(connection: &Connection, original: &Original) -> Result<i64, Error> {
    let deflated = pack::deflate(&original.bytes)
        .map_err(|source| Error::Damaged { what: "the original of the article", source })?;
    let mut insert = connection
        .prepare_cached("INSERT INTO original (name, size, bytes) VALUES (?1, ?2, ?3)")?;
    let (name, size) = (original.fingerprint.0.as_bytes(), integer(original.bytes.len()));
    Ok(insert.insert(params![name, size, deflated])?)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, store};
    use super::*;
    use crate::library::{Change, ChangeKind};
    use crate::mark::Anchor;
    use crate::mark::Bookmark;
    use Outcome::{Added, Unchanged, Updated};

    const PAGE: &str = "https://example.org/news/1";

    fn outcomes(articles: &[NewArticle]) -> Vec<Outcome> {
        let mut store = store();
        articles.iter().map(|new| store.add(std::slice::from_ref(new)).unwrap()[0].1).collect()
    }

    fn bookmark(store: &mut Store, id: ArticleId, name: char, words: &str) {
        let text = store.open_article(id).article.text.clone();
        let start = text.find(words).unwrap();
        let anchor = Anchor::new(&text, Span::new(start, start + words.len()));
        let after = Some(Bookmark { name, anchor });
        let kind = ChangeKind::Bookmark { before: None, after };
        store.change(&Change { article: id, kind }).unwrap();
    }

    #[test]
    fn the_same_again_changes_nothing() {
        let page = || article("Text.").address(PAGE).original(b"<p>Text.");
        assert_eq!(outcomes(&[page(), page(), page()]), [Added, Unchanged, Unchanged]);
        let mut store = store();
        let id = store.one(page());
        assert_eq!(store.one(page()), id);
        let rows = ["article", "version", "passage", "original"].map(|table| store.rows(table));
        assert_eq!(rows, [1, 1, 1, 1]);
    }

    #[test]
    fn another_text_at_the_same_address_is_a_new_version() {
        let page = |text| article(text).address(PAGE);
        assert_eq!(
            outcomes(&[page("Old."), page("New."), page("Old.")]),
            [Added, Updated, Updated]
        );
        let mut store = store();
        let id = store.one(page("Old."));
        assert_eq!(store.one(page("New.")), id);
        assert_eq!(store.open_article(id).article.text, "New.");
        store.one(page("Old."));
        assert_eq!((store.rows("article"), store.rows("version")), (1, 2));
    }

    #[test]
    fn equal_text_at_two_addresses_stays_two_articles() {
        let there = article("Wire copy.").address("https://example.net/wire/2");
        assert_eq!(outcomes(&[article("Wire copy.").address(PAGE), there]), [Added, Added]);
    }

    #[test]
    fn a_file_is_known_by_its_path_and_a_pipe_by_its_text() {
        let file = |path, text| article(text).path(path);
        let files = [file("/a", "One."), file("/b", "One."), file("/a", "Two.")];
        assert_eq!(outcomes(&files), [Added, Added, Updated]);
        assert_eq!(
            outcomes(&[article("One."), article("One."), article("Two.")]),
            [Added, Unchanged, Added]
        );
    }

    #[test]
    fn records_of_one_file_are_articles_of_their_own() {
        let record = |record| NewArticle { record, ..article("Same.").path("/records") };
        assert_eq!(outcomes(&[record(0), record(1), record(0)]), [Added, Added, Unchanged]);
    }

    #[test]
    fn a_better_import_of_the_same_text_is_taken_over() {
        let mut store = store();
        let id = store.one(article("Text.").address(PAGE).title("txet"));
        let facts = crate::facts::Facts::default();
        let opened = store.open_article(id);
        store.keep_facts(id, &opened.article, &facts).unwrap();
        store.one(article("Text.").address(PAGE).title("Text"));
        let opened = store.open_article(id);
        assert_eq!(opened.article.meta.title.as_ref().unwrap().value, "Text");
        assert!(opened.facts.is_none(), "facts of the older import are not shown for the newer");
    }

    #[test]
    fn an_original_that_is_the_text_is_not_kept_twice() {
        let mut store = store();
        store.one(article("Text.").original(b"Text."));
        assert_eq!(store.rows("original"), 0);
    }

    #[test]
    fn the_records_of_a_file_share_its_bytes() {
        let mut store = store();
        let first = article("One.").original(b"One. Two.");
        let second = NewArticle { original: first.original.clone(), ..article("Two.") };
        store.add(&[first, second]).unwrap();
        assert_eq!((store.rows("version"), store.rows("original")), (2, 1));
    }

    #[test]
    fn bookmarks_and_position_follow_their_words() {
        let before = "The ferry left at dawn. Nobody saw it come back.";
        let after = format!("Corrected: {before}");
        let mut store = store();
        let id = store.one(article(before).address(PAGE));
        bookmark(&mut store, id, 'a', "Nobody saw it");
        store.keep_position(id, 24, 50).unwrap();
        store.one(article(&after).address(PAGE));
        let opened = store.open_article(id);
        assert_eq!(opened.position, 24 + "Corrected: ".len());
        assert_eq!(opened.bookmarks[0].anchor.span.of(&after), "Nobody saw it");
    }

    #[test]
    fn a_bookmark_whose_words_are_gone_stays_with_its_version() {
        let before = "The ferry left at dawn. Nobody saw it come back.";
        let mut store = store();
        let id = store.one(article(before).address(PAGE));
        bookmark(&mut store, id, 'a', "Nobody saw it");
        store.one(article("The ferry was found.").address(PAGE));
        assert!(store.open_article(id).bookmarks.is_empty());
        store.one(article(before).address(PAGE));
        assert_eq!(store.open_article(id).bookmarks[0].name, 'a');
    }

    #[test]
    fn a_batch_with_a_fault_leaves_nothing_behind() {
        let mut store = store();
        store
            .connection
            .execute_batch(
                "CREATE TEMP TRIGGER fault BEFORE INSERT ON version WHEN new.bytes = 4
             BEGIN SELECT raise(FAIL, 'a fault'); END",
            )
            .unwrap();
        assert!(store.add(&[article("Good one."), article("Bad.")]).is_err());
        assert_eq!((store.rows("article"), store.rows("passage")), (0, 0));
        assert_eq!(store.rows("tally WHERE articles <> 0"), 0);
    }

    #[test]
    fn a_long_text_comes_back_whole() {
        let long = "Zwölf Boxkämpfer. ".repeat(200_000);
        let mut store = store();
        let id = store.one(article(&long));
        assert!(store.rows("passage") > 3);
        assert_eq!(store.open_article(id).article.text, long);
    }
}
