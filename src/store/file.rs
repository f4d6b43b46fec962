//! The library's file: made for its owner only, and refused where it can be none.

use super::Error;
use super::error::reason;
use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};
use std::fs::{self, DirBuilder, OpenOptions, Permissions};
use std::io::ErrorKind;
use std::path::Path;
use std::time::Duration;

/// How long a write waits for another process's.
const PATIENCE: Duration = Duration::from_secs(5);

/// Opens the file at `path`, and makes it and its folder where there is none.
pub(super) fn open(path: &Path) -> Result<Connection, Error> {
    match fs::metadata(path) {
        Ok(found) if !found.is_file() => {
            let kind = if found.is_dir() { "a folder" } else { "not a regular file" };
            return Err(unusable(path, &format!("it is {kind}; name another with --library")));
        }
        Ok(found) => keep_private(path, &found)?,
        Err(error) if error.kind() == ErrorKind::NotFound => {
            folder(path)?;
            create(path)?;
        }
        Err(source) => return Err(Error::File { attempt: "open", path: path.to_owned(), source }),
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)
        .map_err(|error| unusable(path, &reason(&error)))?;
    prepare(&connection).map_err(|error| unusable(path, &reason(&error)))?;
    if connection.is_readonly("main")? {
        let reason = "it may not be written to; change its permissions or use --library";
        return Err(unusable(path, reason));
    }
    Ok(connection)
}

/// Sets what holds for every connection and changes nothing in the file.
pub(super) fn prepare(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(PATIENCE)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_prepared_statement_cache_capacity(64);
    connection.execute_batch(
        "PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;
         PRAGMA temp_store = MEMORY; PRAGMA synchronous = FULL;",
    )?;
    // The first look at the header: here a file that is no database shows itself.
    connection.query_row("PRAGMA schema_version", [], |_| Ok(()))
}

/// Lets readers and one writer work at once, from now on for every process. A backup that was put
/// in the library's place does not yet.
pub(super) fn share(connection: &Connection) -> rusqlite::Result<()> {
    // A change of mode needs the file to itself and does not wait for it by the busy handler.
    let mut tries = 0;
    loop {
        let mode: rusqlite::Result<String> =
            connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0));
        match mode {
            Err(error)
                if error.sqlite_error_code() == Some(rusqlite::ErrorCode::DatabaseBusy)
                    && tries < 50 =>
            {
                tries += 1;
                std::thread::sleep(PATIENCE / 50);
            }
            other => return other.map(|_| ()),
        }
    }
}

/// Makes an empty file that only its owner may read.
pub(super) fn create(path: &Path) -> Result<(), Error> {
    let made = options().write(true).create_new(true).open(path);
    match made {
        Ok(_) => Ok(()),
        // Another process was quicker.
        Err(error) if error.kind() == ErrorKind::AlreadyExists => Ok(()),
        Err(source) => Err(Error::File { attempt: "make", path: path.to_owned(), source }),
    }
}

/// Takes a file away, if it is there.
pub(super) fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != ErrorKind::NotFound => {
            Err(Error::File { attempt: "take away", path: path.to_owned(), source })
        }
        _ => Ok(()),
    }
}

/// The folder that a file is in.
pub(super) fn folder_of(path: &Path) -> &Path {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    folder.unwrap_or(Path::new("."))
}

/// Makes the folder that a file is to be in.
pub(super) fn folder(path: &Path) -> Result<(), Error> {
    let folder = folder_of(path);
    builder().recursive(true).create(folder).map_err(|source| Error::File {
        attempt: "make the folder",
        path: folder.to_owned(),
        source,
    })
}

/// Has the disk keep the names in the folder that a file is in.
#[cfg(unix)]
pub(super) fn sync_folder(path: &Path) -> Result<(), Error> {
    let folder = folder_of(path);
    fs::File::open(folder).and_then(|folder| folder.sync_all()).map_err(|source| Error::File {
        attempt: "keep the names in",
        path: folder.to_owned(),
        source,
    })
}

#[cfg(unix)]
fn options() -> OpenOptions {
    use std::os::unix::fs::OpenOptionsExt;
    let mut options = OpenOptions::new();
    options.mode(0o600);
    options
}

#[cfg(unix)]
fn builder() -> DirBuilder {
    use std::os::unix::fs::DirBuilderExt;
    let mut builder = DirBuilder::new();
    builder.mode(0o700);
    builder
}

/// Takes the file from everybody but its owner. SQLite gives the files beside it the same mode.
#[cfg(unix)]
fn keep_private(path: &Path, found: &fs::Metadata) -> Result<(), Error> {
    use std::os::unix::fs::PermissionsExt;
    let mode = found.permissions().mode();
    let private = mode & 0o700;
    if mode & 0o777 == private {
        return Ok(());
    }
    fs::set_permissions(path, Permissions::from_mode(private)).map_err(|source| Error::File {
        attempt: "make private",
        path: path.to_owned(),
        source,
    })
}

#[cfg(not(unix))]
pub(super) fn sync_folder(_: &Path) -> Result<(), Error> {
    Ok(())
}

#[cfg(not(unix))]
fn options() -> OpenOptions {
    OpenOptions::new()
}

#[cfg(not(unix))]
fn builder() -> DirBuilder {
    DirBuilder::new()
}

#[cfg(not(unix))]
fn keep_private(_: &Path, _: &fs::Metadata) -> Result<(), Error> {
    Ok(())
}

fn unusable(path: &Path, reason: &str) -> Error {
    Error::Unusable { path: path.to_owned(), reason: reason.to_owned() }
}
