//! Putting a backup in the library's place.

use super::error::reason;
use super::schema::{APPLICATION, STEPS};
use super::{Error, backup, check, file, integer};
use rusqlite::config::DbConfig;
use rusqlite::{Connection, ErrorCode, OpenFlags};
use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};
use std::time::Duration;

/// How long is waited for another process to be done with the library.
const PATIENCE: Duration = Duration::from_secs(1);

/// The files that SQLite keeps beside a library in use and that hold a part of it.
const BESIDE: [&str; 2] = ["-wal", "-journal"];

const NO_BACKUP: &str = "it is no backup of a library";

/// Puts the backup at `from` in the place of the library, in one step and only if it is sound. The
/// library that was there is kept under another name, which is given; `None` where there was none.
///
/// Refused while another process has the library open. A damaged library cannot be asked for that.
pub fn restore(from: &Path, library: &Path) -> Result<Option<PathBuf>, Error> {
    let refused = |reason: &str| refused(from, reason);
    let library = match fs::canonicalize(library) {
        Ok(library) => library,
        Err(error) if error.kind() == ErrorKind::NotFound => library.to_owned(),
        Err(source) => {
            return Err(Error::File { attempt: "open", path: library.to_owned(), source });
        }
    };
    if fs::canonicalize(from).is_ok_and(|from| from == library) {
        return Err(refused("it is the library itself; name a backup of it"));
    }
    if library.exists() && !library.is_file() {
        return Err(refused("where the library should be is no regular file"));
    }
    let source = sound(from)?;
    file::folder(&library)?;
    let part = backup::part(&source, &library, &|| true)?;
    let placed = place(&part, &library, from);
    if placed.is_err() {
        backup::forget(&part);
    }
    placed
}

/// The backup, opened to be read, if it is one and sound.
fn sound(from: &Path) -> Result<Connection, Error> {
    let found = fs::metadata(from).map_err(|source| Error::File {
        attempt: "open",
        path: from.to_owned(),
        source,
    })?;
    if !found.is_file() {
        return Err(refused(from, "it is not a regular file"));
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let looked = Connection::open_with_flags(from, flags).and_then(|connection| {
        let wrong = wrong(&connection)?;
        Ok((connection, wrong))
    });
    match looked {
        Ok((connection, None)) => Ok(connection),
        Ok((_, Some(wrong))) => Err(refused(from, &wrong)),
        Err(error) => Err(refused(
            from,
            &match error.sqlite_error_code() {
                Some(ErrorCode::NotADatabase) => NO_BACKUP.to_owned(),
                Some(ErrorCode::DatabaseCorrupt) => "it is damaged; take another one".to_owned(),
                _ => reason(&error),
            },
        )),
    }
}

/// Why the file may not become the library.
fn wrong(connection: &Connection) -> rusqlite::Result<Option<String>> {
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.execute_batch("PRAGMA cell_size_check = ON")?;
    let read = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    if read("application_id")? != i64::from(APPLICATION) {
        return Ok(Some(NO_BACKUP.to_owned()));
    }
    Ok(match read("user_version")? {
        version if version > integer(STEPS.len()) => {
            Some("a newer Newsprint made it; update this one first".to_owned())
        }
        version if version < 1 => Some("its version is damaged; take another one".to_owned()),
        _ => check::quick(connection)?
            .first()
            .map(|problem| format!("it is damaged ({problem}); take another one")),
    })
}

/// Puts `part`, which is beside the library, in its place.
fn place(part: &Path, library: &Path, from: &Path) -> Result<Option<PathBuf>, Error> {
    let there = library.exists();
    // Held until the end, so that nobody opens what is about to be kept aside.
    let held = if there { hold(library, from)? } else { None };
    let clock = Connection::open_in_memory()?;
    let aside = aside(library, &backup::now(&clock, "%Y-%m-%d-%H%M%S")?);
    let moved = |source| Error::File { attempt: "keep aside", path: library.to_owned(), source };
    if there {
        // A second name, not another: at no time is there no library.
        fs::hard_link(library, &aside).or_else(|_| duplicate(library, &aside)).map_err(moved)?;
    }
    for ending in BESIDE {
        match fs::rename(backup::with(library, ending), backup::with(&aside, ending)) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(moved(error)),
            _ => (),
        }
    }
    file::remove(&backup::with(library, "-shm"))?;
    file::sync_folder(library)?;
    fs::rename(part, library).map_err(|source| Error::File {
        attempt: "write",
        path: library.to_owned(),
        source,
    })?;
    file::sync_folder(library)?;
    drop(held);
    Ok(there.then_some(aside))
}

/// The library as one file that nobody else has open; `None` where it is so damaged that this
/// cannot be told.
fn hold(library: &Path, from: &Path) -> Result<Option<Connection>, Error> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let open = || -> rusqlite::Result<(Connection, String)> {
        let connection = Connection::open_with_flags(library, flags)?;
        connection.busy_timeout(PATIENCE)?;
        // Everybody who has the library open stands in the way of this.
        let mode = connection.query_row("PRAGMA journal_mode = DELETE", [], |row| row.get(0))?;
        connection.execute_batch("BEGIN EXCLUSIVE")?;
        Ok((connection, mode))
    };
    let in_use = || refused(from, "another program has the library open; close that first");
    match open() {
        Ok((_, mode)) if mode == "wal" => Err(in_use()),
        Ok((connection, _)) => Ok(Some(connection)),
        Err(error) => match error.sqlite_error_code() {
            Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => Err(in_use()),
            _ => Ok(None),
        },
    }
}

/// A copy, where the file system knows no second names.
fn duplicate(library: &Path, aside: &Path) -> io::Result<()> {
    fs::copy(library, aside)?;
    File::open(aside)?.sync_all()
}

/// A name for the library that is replaced, which nothing has yet.
fn aside(library: &Path, now: &str) -> PathBuf {
    let first = backup::with(library, &format!(".replaced-{now}"));
    let (mut path, mut nth) = (first.clone(), 2);
    while path.exists() {
        path = backup::with(&first, &format!("-{nth}"));
        nth += 1;
    }
    path
}

fn refused(from: &Path, reason: &str) -> Error {
    Error::Restore { path: from.to_owned(), reason: reason.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::sample::{article, at};
    use super::*;
    use crate::store::Store;
    use tempfile::TempDir;

    /// A library with two articles, and a backup from before the second.
    fn library() -> (TempDir, PathBuf, PathBuf) {
        let folder = tempfile::tempdir().unwrap();
        let mut store = at(&folder);
        store.one(article("One."));
        let backup = folder.path().join("backup.db");
        store.backup(Some(&backup)).unwrap();
        store.one(article("Two."));
        let library = folder.path().join("library.db");
        (folder, library, backup)
    }

    fn articles(path: &Path) -> i64 {
        Store::open(path).unwrap().rows("article")
    }

    fn refusal(from: &Path, library: &Path) -> String {
        restore(from, library).unwrap_err().to_string()
    }

    #[test]
    fn a_backup_is_brought_back_and_the_library_kept_aside() {
        let (_folder, library, backup) = library();
        let aside = restore(&backup, &library).unwrap().unwrap();
        assert_eq!((articles(&library), articles(&aside)), (1, 2));
        let again = restore(&aside, &library).unwrap().unwrap();
        assert_eq!((articles(&library), articles(&again)), (2, 1));
    }

    #[test]
    fn a_backup_is_brought_to_where_no_library_is() {
        let (folder, _, backup) = library();
        let elsewhere = folder.path().join("new/library.db");
        assert_eq!(restore(&backup, &elsewhere).unwrap(), None);
        assert_eq!(articles(&elsewhere), 1);
    }

    #[test]
    fn a_damaged_file_is_refused_and_the_library_untouched() {
        let (folder, library, backup) = library();
        let (sound, before) = (fs::read(&backup).unwrap(), fs::read(&library).unwrap());
        let half = sound[..sound.len() / 2].to_vec();
        let mut page = sound.clone();
        page[4096..8192].fill(0xff);
        let mut newer = sound;
        newer[60..64].copy_from_slice(&999_u32.to_be_bytes());
        let bad = folder.path().join("bad.db");
        for (bytes, reason) in [
            (half, "it is damaged"),
            (page, "it is damaged"),
            (newer, "a newer Newsprint made it"),
            (b"A letter, not a library. ".repeat(50), NO_BACKUP),
            (Vec::new(), NO_BACKUP),
        ] {
            fs::write(&bad, bytes).unwrap();
            let refused = refusal(&bad, &library);
            assert!(refused.contains(reason), "{refused}");
            assert_eq!(fs::read(&library).unwrap(), before);
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3);
        }
        assert!(refusal(folder.path(), &library).contains("not a regular file"));
        assert!(refusal(&library, &library).contains("it is the library itself"));
    }

    #[test]
    fn a_library_that_is_open_is_not_replaced() {
        let (_folder, library, backup) = library();
        let open = Store::open(&library).unwrap();
        assert!(refusal(&backup, &library).contains("another program has the library open"));
        drop(open);
        restore(&backup, &library).unwrap();
    }

    #[test]
    fn a_library_that_is_damaged_is_replaced_and_kept() {
        let (_folder, library, backup) = library();
        fs::write(&library, "Nothing of it is left. ".repeat(50)).unwrap();
        fs::write(backup::with(&library, "-wal"), "An old log.").unwrap();
        let aside = restore(&backup, &library).unwrap().unwrap();
        assert!(fs::read_to_string(aside).unwrap().starts_with("Nothing of it"));
        assert_eq!(articles(&library), 1);
    }
}
