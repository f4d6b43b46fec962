//! Pictures beside a saved page: opened from the page's own folder, one name of the path after
//! the other, so that no link and no dots lead out of it.

use crate::import::{NotKept, PICTURE};
use rustix::fd::OwnedFd;
use rustix::fs::{CWD, Mode, OFlags, fstat, openat};
use rustix::io::Errno;
use std::fs::File;
use std::io::Read;
use std::path::Path;

/// The longest path that is followed, in names.
const DEEPEST: usize = 16;

/// The folder of a page.
#[derive(Debug)]
pub(super) struct Beside(Option<OwnedFd>);

impl Beside {
    /// The folder that holds the file at `page`.
    pub(super) fn of(page: &Path) -> Self {
        let folder = page.parent().filter(|folder| folder.is_absolute());
        Self(folder.and_then(|folder| openat(CWD, folder, FOLDER, Mode::empty()).ok()))
    }

    /// The bytes of the file at `path`, seen from the folder; nothing where there is none.
    pub(super) fn read(&self, path: &str) -> Result<Option<Vec<u8>>, NotKept> {
        let Some(folder) = &self.0 else { return Ok(None) };
        match open(folder, path) {
            Ok(file) => read(file),
            Err(Errno::NOENT | Errno::ACCESS | Errno::NAMETOOLONG) => Ok(None),
            Err(_) => Err(NotKept::Elsewhere),
        }
    }
}

const FOLDER: OFlags = OFlags::DIRECTORY.union(OFlags::RDONLY).union(OFlags::CLOEXEC);

/// Opens a file without waiting for the other end of a pipe.
const FILE: OFlags = OFlags::RDONLY
    .union(OFlags::NOFOLLOW)
    .union(OFlags::NONBLOCK)
    .union(OFlags::NOCTTY)
    .union(OFlags::CLOEXEC);

fn open(folder: &OwnedFd, path: &str) -> Result<OwnedFd, Errno> {
    let names: Vec<&str> = path.split('/').filter(|name| !matches!(*name, "" | ".")).collect();
    let (last, folders) = names.split_last().ok_or(Errno::NOENT)?;
    if names.len() > DEEPEST || names.contains(&"..") || path.starts_with('/') {
        return Err(Errno::XDEV);
    }
    let mut inner: Option<OwnedFd> = None;
    for name in folders {
        let outer = inner.as_ref().unwrap_or(folder);
        inner = Some(openat(outer, *name, FOLDER | OFlags::NOFOLLOW, Mode::empty())?);
    }
    openat(inner.as_ref().unwrap_or(folder), *last, FILE, Mode::empty())
}

/// All bytes of a regular file, should it be no larger than a picture may be.
fn read(file: OwnedFd) -> Result<Option<Vec<u8>>, NotKept> {
    let found = fstat(&file).map_err(|_| NotKept::Elsewhere)?;
    if rustix::fs::FileType::from_raw_mode(found.st_mode) != rustix::fs::FileType::RegularFile {
        return Err(NotKept::Elsewhere);
    }
    let size = usize::try_from(found.st_size).unwrap_or(usize::MAX);
    if size > PICTURE {
        return Err(NotKept::TooLarge);
    }
    let mut bytes = Vec::with_capacity(size);
    // It may grow meanwhile.
    let read = File::from(file).take(PICTURE as u64 + 1).read_to_end(&mut bytes);
    match read {
        Ok(_) if bytes.len() > PICTURE => Err(NotKept::TooLarge),
        Ok(_) => Ok(Some(bytes)),
        Err(_) => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use rustix::fs::{FileType, mknodat};
    use std::fs;
    use std::os::unix::fs::symlink;
    use tempfile::TempDir;

    fn page() -> (TempDir, Beside) {
        let home = tempfile::tempdir().unwrap();
        let folder = home.path().join("pages");
        fs::create_dir_all(folder.join("a_files/in")).unwrap();
        fs::write(folder.join("a_files/x.jpg"), "picture").unwrap();
        fs::write(folder.join("a_files/in/y.jpg"), "deeper").unwrap();
        fs::write(home.path().join("secret.jpg"), "secret").unwrap();
        let beside = Beside::of(&folder.join("a.html"));
        (home, beside)
    }

    #[test]
    fn a_file_in_the_pages_own_folder_is_read() {
        let (_home, beside) = page();
        for (path, bytes) in [("a_files/x.jpg", "picture"), ("./a_files//in/y.jpg", "deeper")] {
            assert_eq!(beside.read(path).unwrap().unwrap(), bytes.as_bytes());
        }
        for missing in ["a_files/z.jpg", "", ".", "b/x.jpg"] {
            assert_eq!(beside.read(missing), Ok(None), "{missing}");
        }
    }

    #[test]
    fn nothing_leads_out_of_it() {
        let (home, beside) = page();
        let folder = home.path().join("pages");
        symlink(home.path(), folder.join("out")).unwrap();
        symlink(home.path().join("secret.jpg"), folder.join("link.jpg")).unwrap();
        mknodat(CWD, folder.join("pipe.jpg"), FileType::Fifo, Mode::RUSR, 0).unwrap();
        for path in [
            "../secret.jpg",
            "out/secret.jpg",
            "link.jpg",
            "a_files/../../secret.jpg",
            "/etc/passwd",
            "pipe.jpg",
            "a_files",
            "a\0b",
        ] {
            assert_eq!(beside.read(path), Err(NotKept::Elsewhere), "{path}");
        }
    }

    #[test]
    fn one_that_is_too_large_is_not_read() {
        let (home, beside) = page();
        let file = File::create(home.path().join("pages/large.jpg")).unwrap();
        file.set_len(PICTURE as u64 + 1).unwrap();
        assert_eq!(beside.read("large.jpg"), Err(NotKept::TooLarge));
    }
}
