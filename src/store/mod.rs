//! The library on disk. Nothing outside this module knows that it is SQLite.
//!
//! One file holds everything, and several processes may use it at once. What a method has
//! returned from is on the disk: a crash or a power cut does not take it back.

mod add;
mod annotation;
mod article;
mod backup;
mod bookmark;
mod check;
mod combine;
mod correction;
mod draft;
mod error;
mod facts;
mod file;
mod find;
mod identity;
mod imported;
mod journal;
mod list;
mod marks;
mod migrate;
mod pack;
mod picture;
mod restore;
mod revision;
mod schema;
mod settings;
mod tag;
mod version;

#[cfg(test)]
mod sample;

use crate::article::{Article, Picture};
use crate::library::ArticleId;
use rusqlite::{Connection, Row, Transaction, TransactionBehavior};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use uuid::Uuid;

pub use check::Check;
pub use error::Error;
pub use facts::Lacking;
pub use restore::restore;

/// An article to be stored.
#[derive(Debug, Clone)]
pub struct NewArticle {
    /// The article.
    pub article: Arc<Article>,
    /// Where it was read from, made absolute; `None` for a pipe.
    pub path: Option<PathBuf>,
    /// Which record of that file it was, from 0.
    pub record: usize,
    /// The bytes it was read from, kept so that it can be imported again; `None` where they are
    /// the bytes of its text.
    pub original: Option<Arc<Original>>,
    /// The pictures that came with it.
    pub pictures: Vec<Arc<Picture>>,
}

/// The bytes an article, or many, was read from.
#[derive(Debug)]
pub struct Original {
    bytes: Vec<u8>,
    fingerprint: Fingerprint,
}

impl Original {
    /// These bytes.
    pub fn new(bytes: Vec<u8>) -> Self {
        Self { fingerprint: Fingerprint::new(&bytes), bytes }
    }

    /// What tells them apart from others.
    pub const fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }
}

/// What tells bytes apart from all others: their BLAKE3 hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fingerprint(blake3::Hash);

impl Fingerprint {
    /// The fingerprint of `bytes`.
    pub fn new(bytes: &[u8]) -> Self {
        Self(blake3::hash(bytes))
    }
}

/// What became of an article that was to be stored.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It is new.
    Added,
    /// Its text was there already.
    Unchanged,
    /// It was there with another text: this one is its newest version.
    Updated,
}

/// The library.
#[derive(Debug)]
pub struct Store {
    connection: Connection,
    /// Other processes' writes that have been seen, as SQLite counts them.
    seen: i64,
}

impl Store {
    /// Opens the library at `path`, makes it where there is none, and brings an older one up to
    /// date.
    pub fn open(path: &Path) -> Result<Self, Error> {
        let connection = file::open(path)?;
        Self::with(connection, Some(path))
    }

    /// A library that holds what a session needs and is gone with it.
    pub fn in_memory() -> Result<Self, Error> {
        let connection = Connection::open_in_memory()?;
        file::prepare(&connection)?;
        Self::with(connection, None)
    }

    fn with(mut connection: Connection, path: Option<&Path>) -> Result<Self, Error> {
        migrate::migrate(&mut connection, path, schema::STEPS).map_err(|error| {
            match (error, path) {
                (Error::Database(cause), Some(path)) => {
                    Error::Unusable { path: path.to_owned(), reason: error::reason(&cause) }
                }
                (error, _) => error,
            }
        })?;
        let seen = writes_elsewhere(&connection)?;
        Ok(Self { connection, seen })
    }

    /// Whether another process has written to the library since this was last asked. A write
    /// under way is waited for: its traces in the file come before its end.
    pub fn changed_elsewhere(&mut self) -> Result<bool, Error> {
        let settled = self.write()?;
        let now = writes_elsewhere(&settled)?;
        settled.rollback()?;
        Ok(std::mem::replace(&mut self.seen, now) != now)
    }

    /// Where the library is; `None` in memory.
    pub fn path(&self) -> Option<&Path> {
        self.connection.path().filter(|path| !path.is_empty()).map(Path::new)
    }

    /// The file that changes whenever any process writes to the library; `None` in memory.
    pub fn pulse(&self) -> Option<PathBuf> {
        self.path().map(|path| backup::with(path, "-wal"))
    }

    /// A transaction that holds the right to write from its beginning, so that what it reads
    /// stays so until it writes.
    fn write(&mut self) -> rusqlite::Result<Transaction<'_>> {
        self.connection.transaction_with_behavior(TransactionBehavior::Immediate)
    }
}

/// A number that changes with the writes of other connections.
fn writes_elsewhere(connection: &Connection) -> rusqlite::Result<i64> {
    connection.pragma_query_value(None, "data_version", |row| row.get(0))
}

/// Seconds since 1970 (UTC).
fn now() -> i64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_secs()).unwrap_or(i64::MAX)
}

/// The name of an article in a column of a row.
fn id(row: &Row<'_>, column: usize) -> rusqlite::Result<ArticleId> {
    Ok(ArticleId(Uuid::from_bytes(row.get(column)?)))
}

/// A count or an offset as the database takes it.
fn integer(value: usize) -> i64 {
    i64::try_from(value).unwrap_or(i64::MAX)
}

/// A count or an offset as the database gives it.
fn count(value: i64) -> usize {
    usize::try_from(value).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::sample::{article, at, store};
    use super::*;
    use crate::library::Query;

    fn refused(path: &Path) -> String {
        Store::open(path).unwrap_err().to_string()
    }

    #[test]
    fn what_was_added_is_there_after_opening_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("new/folder/library.db");
        let mut first = Store::open(&path).unwrap();
        let id = first.add(&[article("Some words.")]).unwrap()[0].0;
        drop(first);
        assert_eq!(Store::open(&path).unwrap().article(id).unwrap().article.text, "Some words.");
    }

    #[cfg(unix)]
    #[test]
    fn nobody_but_its_owner_may_read_it() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("data/library.db");
        let mode = |path: &Path| std::fs::metadata(path).unwrap().permissions().mode() & 0o777;
        let mut store = Store::open(&path).unwrap();
        store.add(&[article("Words.")]).unwrap();
        assert_eq!(mode(path.parent().unwrap()), 0o700);
        for entry in std::fs::read_dir(path.parent().unwrap()).unwrap() {
            let path = entry.unwrap().path();
            assert_eq!(mode(&path), 0o600, "{}", path.display());
        }
        drop(store);
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o644)).unwrap();
        drop(Store::open(&path).unwrap());
        assert_eq!(mode(&path), 0o600);
    }

    #[test]
    fn what_is_no_library_is_refused_with_a_reason_and_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("letter.txt");
        let letter = "A letter, not a library. ".repeat(50);
        std::fs::write(&path, &letter).unwrap();
        assert!(refused(&path).contains("it is not a Newsprint library"));
        assert_eq!(std::fs::read_to_string(&path).unwrap(), letter);
        assert!(refused(folder.path()).contains("it is a folder"));
        assert!(refused(&path.join("library.db")).contains("letter.txt"));
    }

    #[test]
    fn another_programs_database_is_left_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("songs.db");
        Connection::open(&path).unwrap().execute_batch("CREATE TABLE songs (title)").unwrap();
        let before = std::fs::read(&path).unwrap();
        assert!(refused(&path).contains("another program's database"));
        assert_eq!(std::fs::read(&path).unwrap(), before);
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_is_refused_without_waiting_for_it() {
        assert!(refused(Path::new("/dev/null")).contains("not a regular file"));
    }

    #[test]
    fn a_write_elsewhere_is_noticed_once_and_an_own_one_not() {
        let folder = tempfile::tempdir().unwrap();
        let (mut here, mut there) = (at(&folder), at(&folder));
        here.add(&[article("One.")]).unwrap();
        assert!(!here.changed_elsewhere().unwrap());
        there.add(&[article("Two.")]).unwrap();
        assert!(here.changed_elsewhere().unwrap());
        assert!(!here.changed_elsewhere().unwrap());
        assert_eq!(here.list(&Query { limit: 9, ..Query::default() }).unwrap().total, 2);
    }

    #[test]
    fn many_processes_may_make_and_fill_one_library_at_once() {
        let folder = tempfile::tempdir().unwrap();
        std::thread::scope(|scope| {
            for writer in 0..4 {
                let folder = &folder;
                scope.spawn(move || {
                    let mut store = at(folder);
                    for nth in 0..10 {
                        store.add(&[article(&format!("Article {nth} of {writer}."))]).unwrap();
                    }
                });
            }
        });
        let all = at(&folder).list(&Query { limit: 99, ..Query::default() }).unwrap();
        assert_eq!((all.total, all.entries.len()), (40, 40));
    }

    #[test]
    fn settings_are_remembered() {
        let mut store = store();
        assert_eq!(store.recall("theme").unwrap(), None);
        for value in ["dark", "light"] {
            store.remember("theme", value).unwrap();
            assert_eq!(store.recall("theme").unwrap().as_deref(), Some(value));
        }
    }

    /// The child of the test below: adds articles and says so, until it is killed.
    #[test]
    #[ignore = "a part of `what_was_acknowledged_survives_a_kill`, which starts it"]
    fn adds_until_killed() {
        let Some(folder) = std::env::var_os("NEWSPRINT_TEST_FOLDER") else { return };
        let mut store = Store::open(&Path::new(&folder).join("library.db")).unwrap();
        for nth in 1.. {
            let id = store.one(article(&format!("Article {nth}.")));
            store.keep_position(id, 3, 50).unwrap();
            store.remember("last", &nth.to_string()).unwrap();
            println!("kept {nth}");
        }
    }

    #[test]
    fn what_was_acknowledged_survives_a_kill() {
        use std::io::{BufRead, BufReader};
        use std::process::{Command, Stdio};
        let folder = tempfile::tempdir().unwrap();
        let mut acknowledged = 0;
        for round in 1..=3 {
            let mut child = Command::new(std::env::current_exe().unwrap())
                .args(["--exact", "store::tests::adds_until_killed", "--ignored", "--nocapture"])
                .env("NEWSPRINT_TEST_FOLDER", folder.path())
                .stdout(Stdio::piped())
                .spawn()
                .unwrap();
            let lines = BufReader::new(child.stdout.take().unwrap()).lines();
            let mut kept = lines.filter_map(|line| {
                line.unwrap().strip_prefix("kept ").and_then(|nth| nth.parse::<usize>().ok())
            });
            acknowledged = acknowledged.max(kept.nth(round * 7).unwrap());
            child.kill().unwrap();
            child.wait().unwrap();
            acknowledged = acknowledged.max(kept.last().unwrap_or(0));

            let store = at(&folder);
            assert_eq!(store.check().unwrap().problems, Vec::<String>::new());
            let last: usize = store.recall("last").unwrap().unwrap().parse().unwrap();
            let total = store.list(&Query::default()).unwrap().total;
            assert!(total >= acknowledged, "{total} of {acknowledged} articles");
            assert!(last > round * 7, "the last setting is {last}");
        }
    }
}
