//! What was set at the keyboard and holds at the next start: a small file beside the library,
//! since the first frame does not wait for a database.
//!
//! A line a setting: its name, ` = `, its value. Lines that are not understood are left out.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The longest file that is read, in bytes.
const LIMIT: u64 = 64 << 10;

/// What was set at the keyboard, by name.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Kept {
    path: Option<PathBuf>,
    values: BTreeMap<String, String>,
}

impl Kept {
    /// What the file at `path` says; nothing where it cannot be read. Without a path, nothing is
    /// kept beyond the session.
    pub fn load(path: Option<&Path>) -> Self {
        let small =
            |path: &&Path| fs::metadata(path).is_ok_and(|it| it.is_file() && it.len() < LIMIT);
        let text = path.filter(small).and_then(|path| fs::read_to_string(path).ok());
        let pairs = text.as_deref().unwrap_or_default().lines().filter_map(|line| {
            line.split_once(" = ").map(|(name, value)| (name.to_owned(), value.to_owned()))
        });
        Self { values: pairs.collect(), path: path.map(Path::to_owned) }
    }

    /// The value set under `name`.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.values.get(name).map(String::as_str)
    }

    /// Sets a value and writes the file anew: whole, or not at all.
    pub(super) fn set(&mut self, name: &str, value: &str) -> io::Result<()> {
        let line = value.replace(['\n', '\r'], " ");
        if self.values.insert(name.to_owned(), line.clone()).as_deref() == Some(line.as_str()) {
            return Ok(());
        }
        let Some(path) = &self.path else { return Ok(()) };
        let folder = path.parent().unwrap_or(Path::new("."));
        let mut file = tempfile::NamedTempFile::new_in(folder)?;
        for (name, value) in &self.values {
            writeln!(file, "{name} = {value}")?;
        }
        file.persist(path)?;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_set_is_found_at_the_next_start() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        let mut kept = Kept::load(Some(&path));
        assert_eq!(kept.get("theme"), None);
        kept.set("theme", "ink").unwrap();
        kept.set("measure", "80\n99").unwrap();
        let again = Kept::load(Some(&path));
        assert_eq!((again.get("theme"), again.get("measure")), (Some("ink"), Some("80 99")));
    }

    #[test]
    fn a_broken_file_says_nothing() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        fs::write(&path, b"theme\n = \n\xff").unwrap();
        assert_eq!(Kept::load(Some(&path)).get("theme"), None);
        assert_eq!(Kept::load(Some(folder.path())).get("theme"), None);
    }
}
