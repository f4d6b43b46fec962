//! Files out: whole or not at all, and never through a link.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// What writing a file came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Written {
    /// There was none.
    New,
    /// There was one, with other content.
    Changed,
    /// There was one with the same content, which was left alone.
    Same,
}

/// Writes a file anew. A link in its place is replaced, not followed; what is no file is left
/// alone, and its mode stays.
pub fn write_file(path: &Path, bytes: &[u8]) -> io::Result<Written> {
    let before = fs::symlink_metadata(path).ok();
    if before.as_ref().is_some_and(fs::Metadata::is_dir) {
        return Err(io::Error::new(io::ErrorKind::IsADirectory, "it is a folder"));
    }
    let file = before.filter(fs::Metadata::is_file);
    if file.is_some() && fs::read(path).is_ok_and(|old| old == bytes) {
        return Ok(Written::Same);
    }
    let folder = path.parent().filter(|it| !it.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut new = tempfile::NamedTempFile::new_in(folder)?;
    new.write_all(bytes)?;
    if let Some(file) = &file {
        new.as_file().set_permissions(file.permissions())?;
    }
    new.as_file().sync_all()?;
    new.persist(path)?;
    Ok(if file.is_some() { Written::Changed } else { Written::New })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_the_same_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.md");
        assert_eq!(write_file(&path, b"one").unwrap(), Written::New);
        assert_eq!(write_file(&path, b"one").unwrap(), Written::Same);
        assert_eq!(write_file(&path, b"two").unwrap(), Written::Changed);
        assert_eq!(fs::read(&path).unwrap(), b"two");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_not_followed() {
        let folder = tempfile::tempdir().unwrap();
        let (path, target) = (folder.path().join("a.md"), folder.path().join("target"));
        fs::write(&target, "mine").unwrap();
        std::os::unix::fs::symlink(&target, &path).unwrap();
        write_file(&path, b"new").unwrap();
        assert_eq!(fs::read(&target).unwrap(), b"mine");
        assert!(fs::symlink_metadata(&path).unwrap().is_file());
    }

    #[test]
    fn a_folder_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write_file(folder.path(), b"x").is_err());
    }
}
