//! Copies of the library: taken while it is in use, checked, and whole or not there at all.

use super::error::reason;
use super::schema::APPLICATION;
use super::{Error, Store, check, file};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::ffi::{OsStr, OsString};
use std::fs::{self, File};
use std::io::{ErrorKind, Read};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};
use uuid::Uuid;

/// How many pages are copied between two looks at whether to go on.
const PAGES: i32 = 1024;

/// How long is waited where a page cannot be copied at once.
const PAUSE: Duration = Duration::from_millis(10);

/// The folder of backups, beside the library.
const FOLDER: &str = "backups";

/// What the name of a daily backup has before its day.
const DAILY: &str = "daily-";

/// The end of the name of a backup that is being written.
const PART: &str = ".part";

/// After this time one that is being written was given up.
const STALE: Duration = Duration::from_hours(24);

impl Store {
    /// Copies the library to `path`, readable by its owner only, and checks the copy. Only an
    /// older backup is ever replaced. Without a path it goes to the folder `backups` beside the
    /// library, with the day in its name. Gives where it is.
    pub fn backup(&self, path: Option<&Path>) -> Result<PathBuf, Error> {
        let path = match path {
            Some(path) => path.to_owned(),
            None => self.beside("")?,
        };
        // Not even looked into: closing it again would take the locks of this process from it.
        let whole = |path: &Path| fs::canonicalize(path).ok();
        if whole(&path).is_some_and(|path| self.path().and_then(whole) == Some(path)) {
            return Err(refused(&path, "it is the library itself; give another name"));
        }
        if !may_be_replaced(&path)? {
            let reason = "a file is there that is no backup; give another name";
            return Err(refused(&path, reason));
        }
        copy(&self.connection, &path, &|| true)?;
        Ok(path)
    }

    /// Takes the backup of this day, if there is none yet, and keeps the newest `keep` of those
    /// that were taken so. Gives up once `wanted` says no. Says whether one was taken.
    pub fn backup_daily(&self, keep: usize, wanted: &dyn Fn() -> bool) -> Result<bool, Error> {
        let path = self.beside(DAILY)?;
        if keep == 0 || path.exists() {
            return Ok(false);
        }
        copy(&self.connection, &path, wanted)?;
        let Some(folder) = path.parent() else { return Ok(true) };
        let kept = daily(folder, &self.stem())?;
        for old in kept.iter().rev().skip(keep) {
            file::remove(old)?;
        }
        Ok(true)
    }

    /// The day it is here.
    pub fn today(&self) -> Result<String, Error> {
        Ok(now(&self.connection, "%Y-%m-%d")?)
    }

    /// The path of today's backup.
    fn beside(&self, kind: &str) -> Result<PathBuf, Error> {
        let library = self.path().unwrap_or(Path::new("library"));
        let folder = library.parent().unwrap_or(Path::new("")).join(FOLDER);
        let mut name = self.stem();
        name.push(format!("-{kind}{}.db", self.today()?));
        Ok(folder.join(name))
    }

    /// The name of the library's file without what stands behind the dot.
    fn stem(&self) -> OsString {
        let library = self.path().unwrap_or(Path::new("library"));
        library.file_stem().unwrap_or(OsStr::new("library")).to_owned()
    }
}

/// The date and time it is here, in SQLite's format.
pub(super) fn now(connection: &Connection, format: &str) -> rusqlite::Result<String> {
    connection
        .prepare_cached("SELECT strftime(?1, 'now', 'localtime')")?
        .query_row([format], |row| row.get(0))
}

/// Copies the library that `from` has open to `path`, readable by its owner only, while it stays
/// in use, and checks the copy. What is there already is replaced once the new one is sound and on
/// the disk.
pub(super) fn copy(from: &Connection, path: &Path, wanted: &dyn Fn() -> bool) -> Result<(), Error> {
    file::folder(path)?;
    clean(file::folder_of(path));
    let part = part(from, path, wanted)?;
    let moved = fs::rename(&part, path).map_err(|source| Error::File {
        attempt: "write the backup",
        path: path.to_owned(),
        source,
    });
    if moved.is_err() {
        forget(&part);
    }
    moved?;
    file::sync_folder(path)
}

/// A sound copy of the library under a name of its own beside `path`, on the disk.
pub(super) fn part(
    from: &Connection,
    path: &Path,
    wanted: &dyn Fn() -> bool,
) -> Result<PathBuf, Error> {
    let part = with(path, &format!(".{}{PART}", Uuid::now_v7().simple()));
    file::create(&part)?;
    let written = write(from, &part, wanted).map_err(|error| match error {
        Error::Database(cause) => refused(path, &reason(&cause)),
        other => other,
    });
    if written.is_err() {
        forget(&part);
    }
    written.map(|()| part)
}

fn write(from: &Connection, part: &Path, wanted: &dyn Fn() -> bool) -> Result<(), Error> {
    // One look at the library from the first page to the last: who writes meanwhile neither waits
    // nor makes the copy begin anew.
    let look = from.unchecked_transaction()?;
    look.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(()))?;
    let mut to = Connection::open(part)?;
    let backup = Backup::new(&look, &mut to)?;
    loop {
        match backup.step(PAGES)? {
            StepResult::Done => break,
            StepResult::More => (),
            _ => std::thread::sleep(PAUSE),
        }
        if !wanted() {
            return Err(refused(part, "it was given up"));
        }
    }
    drop(backup);
    look.rollback()?;
    // A backup is one file, and is told from a library in use by that.
    to.pragma_update(None, "journal_mode", "DELETE")?;
    if let Some(problem) = check::quick(&to)?.first() {
        return Err(refused(part, &format!("the copy is not sound ({problem}); take it again")));
    }
    to.close().map_err(|(_, error)| error)?;
    File::open(part).and_then(|file| file.sync_all()).map_err(|source| Error::File {
        attempt: "write the backup",
        path: part.to_owned(),
        source,
    })
}

/// Whether a backup may be written to `path`: nothing is there, or a backup.
fn may_be_replaced(path: &Path) -> Result<bool, Error> {
    match fs::symlink_metadata(path) {
        Ok(_) => Ok(is_backup(path)),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(true),
        Err(source) => Err(Error::File { attempt: "look at", path: path.to_owned(), source }),
    }
}

/// Whether the file is a library that nobody has used since it was copied: one in use is in WAL
/// mode (SQLite's file format, section 1.3.3; the application id is in 1.3.14).
fn is_backup(path: &Path) -> bool {
    let mut header = [0; 100];
    fs::symlink_metadata(path).is_ok_and(|found| found.is_file())
        && File::open(path).is_ok_and(|mut file| file.read_exact(&mut header).is_ok())
        && header.starts_with(b"SQLite format 3\0")
        && header.get(18..20) == Some(&[1, 1][..])
        && header.get(68..72) == Some(&APPLICATION.to_be_bytes()[..])
}

/// The daily backups of the library of that name, the oldest first.
fn daily(folder: &Path, stem: &OsStr) -> Result<Vec<PathBuf>, Error> {
    let mut start = stem.to_owned();
    start.push(format!("-{DAILY}"));
    let start = start.to_string_lossy().into_owned();
    let mut found = named(folder, |name| {
        name.strip_prefix(&start).and_then(|rest| rest.strip_suffix(".db")).is_some_and(|day| {
            day.len() == 10 && day.bytes().all(|b| b.is_ascii_digit() || b == b'-')
        })
    })
    .map_err(|source| Error::File { attempt: "read", path: folder.to_owned(), source })?;
    found.retain(|path| is_backup(path));
    found.sort();
    Ok(found)
}

/// Takes away what a killed program left in a folder of writing backups.
fn clean(folder: &Path) {
    let left = named(folder, |name| {
        let name = name.strip_suffix(PART).and_then(|name| name.rsplit_once('.'));
        name.is_some_and(|(_, id)| id.len() == 32 && Uuid::try_parse(id).is_ok())
    });
    for part in left.unwrap_or_default() {
        let written = fs::metadata(&part).and_then(|found| found.modified());
        let age = written.ok().and_then(|then| SystemTime::now().duration_since(then).ok());
        if age.is_some_and(|age| age > STALE) {
            forget(&part);
        }
    }
}

fn named(folder: &Path, wanted: impl Fn(&str) -> bool) -> std::io::Result<Vec<PathBuf>> {
    let entries = fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let names = entries.into_iter().filter(|entry| wanted(&entry.file_name().to_string_lossy()));
    Ok(names.map(|entry| entry.path()).collect())
}

/// Takes away what is left of a copy that did not come about.
pub(super) fn forget(part: &Path) {
    for ending in ["", "-journal", "-wal", "-shm"] {
        // It is of no use to anyone, and nothing depends on its being gone.
        _ = fs::remove_file(with(part, ending));
    }
}

/// `path` with more at the end of its name.
pub(super) fn with(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(ending);
    PathBuf::from(name)
}

fn refused(path: &Path, reason: &str) -> Error {
    Error::Backup { path: path.to_owned(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, at};
    use super::*;
    use tempfile::TempDir;

    /// The names in the folder of backups.
    fn names(folder: &TempDir) -> Vec<String> {
        let entries = fs::read_dir(folder.path().join(FOLDER)).unwrap();
        let names = entries.map(|it| it.unwrap().file_name().into_string().unwrap());
        let mut names: Vec<String> = names.collect();
        names.sort();
        names
    }

    #[test]
    fn a_backup_of_a_library_in_use_holds_what_was_committed() {
        let folder = tempfile::tempdir().unwrap();
        let (mut store, mut other) = (at(&folder), at(&folder));
        let id = store.one(article("One."));
        let writing = other.write().unwrap();
        writing.execute("INSERT INTO setting VALUES ('half', 'done')", []).unwrap();
        let path = store.backup(None).unwrap();
        writing.commit().unwrap();
        let copy = Store::open(&path).unwrap();
        assert_eq!(copy.open_article(id).article.text, "One.");
        assert_eq!(copy.recall("half").unwrap(), None);
        assert_eq!(copy.check().unwrap().problems, Vec::<String>::new());
    }

    #[test]
    fn a_backup_is_one_file_that_only_its_owner_may_read() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = at(&folder);
        store.one(article("One."));
        let path = store.backup(None).unwrap();
        assert_eq!(names(&folder), [format!("library-{}.db", store.today().unwrap())]);
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
            assert_eq!((mode(&path), mode(path.parent().unwrap())), (0o600, 0o700));
        }
    }

    #[test]
    fn nothing_but_an_older_backup_is_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = at(&folder);
        let backup = folder.path().join("copy.db");
        for text in ["One.", "Two."] {
            store.one(article(text));
            assert_eq!(store.backup(Some(&backup)).unwrap(), backup);
        }
        let letter = folder.path().join("letter.txt");
        fs::write(&letter, "A letter.").unwrap();
        let library = store.path().unwrap().to_owned();
        for (path, reason) in [
            (letter.as_path(), "a file is there that is no backup"),
            (folder.path(), "a file is there that is no backup"),
            (library.as_path(), "it is the library itself"),
        ] {
            let refused = store.backup(Some(path)).unwrap_err().to_string();
            assert!(refused.contains(reason), "{refused}");
        }
        assert_eq!(fs::read_to_string(&letter).unwrap(), "A letter.");
        // One that was opened as a library is a library.
        assert_eq!(Store::open(&backup).unwrap().rows("article"), 2);
        assert!(store.backup(Some(&backup)).is_err());
    }

    #[test]
    fn a_day_has_one_backup_and_the_newest_are_kept() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = at(&folder);
        store.one(article("One."));
        assert!(!store.backup_daily(0, &|| true).unwrap());
        assert!(store.backup_daily(3, &|| true).unwrap());
        assert!(!store.backup_daily(3, &|| true).unwrap());
        let today = names(&folder).remove(0);
        let path = |name: &str| folder.path().join(FOLDER).join(name);
        for day in ["2001-01-01", "2001-01-02", "2001-01-03"] {
            fs::copy(path(&today), path(&format!("library-daily-{day}.db"))).unwrap();
        }
        // What was not taken so is not taken away.
        fs::copy(path(&today), path("library-2001-01-01.db")).unwrap();
        fs::write(path("library-daily-2000-01-01.db"), "A letter.").unwrap();
        fs::remove_file(path(&today)).unwrap();
        assert!(store.backup_daily(3, &|| true).unwrap());
        let expected = [
            "library-2001-01-01.db",
            "library-daily-2000-01-01.db",
            "library-daily-2001-01-02.db",
            "library-daily-2001-01-03.db",
            today.as_str(),
        ];
        assert_eq!(names(&folder), expected);
    }

    #[test]
    fn a_backup_that_is_given_up_leaves_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let mut store = at(&folder);
        store.remember("long", &"word ".repeat(2 << 20)).unwrap();
        assert!(store.backup_daily(3, &|| false).is_err());
        assert_eq!(names(&folder), Vec::<String>::new());
    }

    #[test]
    fn what_a_killed_program_left_is_taken_away() {
        let folder = tempfile::tempdir().unwrap();
        let store = at(&folder);
        store.backup(None).unwrap();
        let id = "0123456789abcdef0123456789abcdef";
        for (name, age) in [(format!("a.db.{id}.part"), 2), (format!("b.db.{id}.part"), 0)] {
            let file = File::create(folder.path().join(FOLDER).join(name)).unwrap();
            file.set_modified(SystemTime::now() - STALE * age).unwrap();
        }
        store.backup(None).unwrap();
        let left = names(&folder);
        assert_eq!((left.len(), left[0].as_str()), (2, &*format!("b.db.{id}.part")));
    }
}
