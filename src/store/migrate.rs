//! Bringing a library up to date, one step of the schema at a time.

use super::schema::APPLICATION;
use super::{Error, backup, file, integer};
use rusqlite::{Connection, TransactionBehavior};
use std::path::{Path, PathBuf};

/// Takes the library at `path` through the steps it has not seen. An older library is copied
/// first, beside itself; a newer one, or another program's database, is refused untouched.
///
/// `path` is `None` for a library in memory, of which no copy is taken.
pub(super) fn migrate(
    connection: &mut Connection,
    path: Option<&Path>,
    steps: &[&str],
) -> Result<(), Error> {
    let found = version(connection, path, steps.len())?;
    file::share(connection)?;
    if found == steps.len() {
        return Ok(());
    }
    // The version is read again inside the transaction: another process may have been quicker.
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let found = version(&transaction, path, steps.len())?;
    if let Some(path) = path
        && (1..steps.len()).contains(&found)
    {
        let beside = Connection::open(path)?;
        backup::copy(&beside, &before(path, found), &|| true)?;
    }
    for step in steps.iter().skip(found) {
        transaction.execute_batch(step)?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION)?;
    transaction.pragma_update(None, "user_version", integer(steps.len()))?;
    Ok(transaction.commit()?)
}

/// The version of the schema: 0 for an empty file.
fn version(connection: &Connection, path: Option<&Path>, known: usize) -> Result<usize, Error> {
    let read = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i64>(0));
    let (application, version) = (read("application_id")?, read("user_version")?);
    let refuse = |reason: &str| Error::Unusable {
        path: path.unwrap_or(Path::new(":memory:")).to_owned(),
        reason: reason.to_owned(),
    };
    if application != i64::from(APPLICATION) {
        let tables = connection
            .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0))?;
        return if application == 0 && version == 0 && tables == 0 {
            Ok(0)
        } else {
            Err(refuse("it is another program's database; name another file with --library"))
        };
    }
    match usize::try_from(version) {
        Ok(version) if (1..=known).contains(&version) => Ok(version),
        Ok(version) if version > known => Err(refuse(
            "a newer Newsprint made it; update this one, or name another with --library",
        )),
        _ => Err(refuse(
            "its version is damaged; `newsprint restore BACKUP` puts a backup in its place",
        )),
    }
}

/// Where the copy of a library of `version` goes before it is brought up to date.
fn before(path: &Path, version: usize) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(format!(".version-{version}.backup"));
    path.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::super::schema::STEPS;
    use super::*;

    const GROWN: &[&str] = &["CREATE TABLE a (x)", "CREATE TABLE b (x)", "CREATE TABLE c (x)"];

    fn library(folder: &tempfile::TempDir) -> (PathBuf, Connection) {
        let path = folder.path().join("library.db");
        (path.clone(), Connection::open(path).unwrap())
    }

    fn tables(connection: &Connection) -> String {
        let sql = "SELECT group_concat(name, ' ' ORDER BY name) FROM sqlite_schema";
        connection.query_row(sql, [], |row| row.get(0)).unwrap()
    }

    fn refusal(steps: &[&str], prepare: &str) -> String {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut connection) = library(&folder);
        connection.execute_batch(prepare).unwrap();
        migrate(&mut connection, Some(&path), steps).unwrap_err().to_string()
    }

    #[test]
    fn a_library_of_every_earlier_version_is_brought_up_to_date() {
        for steps in [STEPS, GROWN] {
            for earlier in 0..=steps.len() {
                let folder = tempfile::tempdir().unwrap();
                let (path, mut connection) = library(&folder);
                if earlier > 0 {
                    migrate(&mut connection, Some(&path), &steps[..earlier]).unwrap();
                }
                migrate(&mut connection, Some(&path), steps).unwrap();
                let mut fresh = Connection::open_in_memory().unwrap();
                migrate(&mut fresh, None, steps).unwrap();
                assert_eq!(tables(&connection), tables(&fresh), "from version {earlier}");
            }
        }
    }

    #[test]
    fn a_copy_of_the_older_library_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut connection) = library(&folder);
        migrate(&mut connection, Some(&path), &GROWN[..2]).unwrap();
        migrate(&mut connection, Some(&path), GROWN).unwrap();
        let copy = Connection::open(folder.path().join("library.db.version-2.backup")).unwrap();
        assert_eq!(tables(&copy), "a b");
    }

    #[test]
    fn a_step_that_fails_leaves_the_library_as_it_was() {
        let folder = tempfile::tempdir().unwrap();
        let (path, mut connection) = library(&folder);
        migrate(&mut connection, Some(&path), &GROWN[..1]).unwrap();
        let broken = [GROWN[0], GROWN[1], "CREATE NONSENSE"];
        assert!(migrate(&mut connection, Some(&path), &broken).is_err());
        assert_eq!(tables(&connection), "a");
        migrate(&mut connection, Some(&path), GROWN).unwrap();
    }

    #[test]
    fn a_newer_library_is_refused() {
        let newer = format!("PRAGMA application_id={APPLICATION}; PRAGMA user_version=9");
        assert!(refusal(GROWN, &newer).contains("a newer Newsprint made it"));
    }

    #[test]
    fn a_database_of_another_program_is_refused() {
        assert!(refusal(GROWN, "CREATE TABLE songs (x)").contains("another program's database"));
        assert!(refusal(GROWN, "PRAGMA user_version=1").contains("another program's database"));
    }
}
