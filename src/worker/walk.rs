//! Folders to the files in them that may be articles.

use std::path::{Path, PathBuf};

/// The endings of names under which articles are stored.
const ENDINGS: &[&str] = &[
    "txt", "text", "md", "markdown", "mdown", "html", "htm", "xhtml", "xht", "shtml", "json",
    "jsonl", "ndjson", "jsonld", "csv", "xml", "rss", "atom", "mhtml", "mht", "eml", "epub", "zip",
    "warc", "gz",
];

/// The files under `folder`, by name, those of a folder before those of the folders in it.
///
/// Left out are hidden files and folders, links (they may lead anywhere), what is not a regular
/// file, and names with an ending under which no article is stored. A folder that cannot be read
/// gives nothing.
pub fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = folder.read_dir() else { continue };
        let mut entries: Vec<_> = entries.filter_map(Result::ok).collect();
        entries.sort_by_key(std::fs::DirEntry::file_name);
        let mut inner = Vec::new();
        for entry in entries {
            let hidden = entry.file_name().as_encoded_bytes().starts_with(b".");
            match entry.file_type() {
                Ok(kind) if !hidden && kind.is_dir() => inner.push(entry.path()),
                Ok(kind) if !hidden && kind.is_file() && may_be_article(&entry.path()) => {
                    found.push(entry.path());
                }
                _ => {}
            }
        }
        folders.extend(inner.into_iter().rev());
    }
    found
}

/// Whether a file of that name is worth a look: no ending says nothing against it.
fn may_be_article(path: &Path) -> bool {
    path.extension().is_none_or(|ending| {
        let ending = ending.to_string_lossy();
        ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walk(paths: &[&str]) -> Vec<String> {
        let folder = tempfile::tempdir().unwrap();
        for path in paths {
            let path = folder.path().join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "words").unwrap();
        }
        let found = files(folder.path());
        let names = found.iter().map(|path| path.strip_prefix(folder.path()).unwrap());
        names.map(|name| name.to_string_lossy().into_owned()).collect()
    }

    #[test]
    fn files_come_by_name_folder_after_folder() {
        assert_eq!(
            walk(&["b/2.md", "a/1.TXT", "z.html", "a/c/0", "k.json"]),
            ["k.json", "z.html", "a/1.TXT", "a/c/0", "b/2.md"]
        );
    }

    #[test]
    fn hidden_ones_and_other_kinds_are_left_out() {
        assert_eq!(walk(&[".git/a.md", ".b.txt", "c.jpg", "d.rs", "e.txt"]), ["e.txt"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed() {
        let (folder, other) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        std::fs::write(other.path().join("secret.txt"), "words").unwrap();
        std::os::unix::fs::symlink(other.path(), folder.path().join("out")).unwrap();
        std::os::unix::fs::symlink(folder.path(), folder.path().join("round")).unwrap();
        let secret = other.path().join("secret.txt");
        std::os::unix::fs::symlink(secret, folder.path().join("link.txt")).unwrap();
        assert_eq!(files(folder.path()), Vec::<PathBuf>::new());
    }
}
