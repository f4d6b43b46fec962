//! Copies of the library, and whether it is sound.

use super::{Error, Store, file};
use rusqlite::Connection;
use rusqlite::backup::{Backup, StepResult};
use std::path::Path;

/// How many pages are copied before other writers are let in.
const PAGES: i32 = 1024;

impl Store {
    /// What is wrong with the library, a line each; nothing for a sound one.
    pub fn check(&self) -> Result<Vec<String>, Error> {
        check(&self.connection)
    }
}

/// Copies the library that `from` has open to `path`, readable by its owner only, while it stays
/// in use, and checks the copy. A copy that is there already is replaced once the new one is sound.
pub(super) fn copy(from: &Connection, path: &Path) -> Result<(), Error> {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let part = path.with_file_name(name);
    file::remove(&part)?;
    file::create(&part)?;
    write(from, &part)?;
    std::fs::rename(&part, path).map_err(|source| Error::File {
        attempt: "write the backup",
        path: path.to_owned(),
        source,
    })
}

fn write(from: &Connection, part: &Path) -> Result<(), Error> {
    let mut to = Connection::open(part)?;
    let backup = Backup::new(from, &mut to)?;
    while !matches!(backup.step(PAGES)?, StepResult::Done) {
        std::thread::yield_now();
    }
    drop(backup);
    to.pragma_update(None, "journal_mode", "DELETE")?;
    match check(&to)?.first() {
        None => Ok(()),
        Some(problem) => Err(Error::Unusable {
            path: part.to_owned(),
            reason: format!("the backup is not sound ({problem}); take it again"),
        }),
    }
}

fn check(connection: &Connection) -> Result<Vec<String>, Error> {
    let mut statement = connection.prepare("PRAGMA quick_check(20)")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    Ok(lines.filter(|line| !matches!(line, Ok(ok) if ok == "ok")).collect::<Result<_, _>>()?)
}
