//! Files in: opened without waiting, refused unless they are regular, read to a limit, imported.

use super::beside::Beside;
use crate::article::{Article, Image, Picture, Pictures};
use crate::import;
use crate::library::Opened;
use crate::store::{Fingerprint, NewArticle, Original};
use std::collections::BTreeSet;
use std::fs::{File, OpenOptions};
use std::io::{self, ErrorKind, Read};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use thiserror::Error;

/// The largest file that is read, in bytes.
const LIMIT: u64 = 256 << 20;

/// Up to this size the bytes of a file are held while it is imported; a larger one is read again
/// where its bytes are to be kept.
const HELD: usize = 1 << 20;

/// How much of a long file is read for a first look, in bytes: enough for a preview.
const BEGINNING: u64 = 768 << 10;

/// Something to be read.
#[derive(Debug)]
pub enum Input {
    /// A file.
    Path(PathBuf),
    /// Bytes that are here already.
    Bytes {
        /// The name that goes with them; breaks ties between formats.
        name: Option<String>,
        /// What they are known by, should they not say it themselves; `None` for a pipe.
        path: Option<PathBuf>,
        /// The bytes.
        bytes: Vec<u8>,
    },
    /// What has been imported and is shown already.
    Imported(Imported),
}

/// The articles of a file.
#[derive(Debug, Clone)]
pub struct Imported {
    /// The articles, at least one.
    pub articles: Vec<Arc<Article>>,
    /// The pictures that came with each.
    pictures: Vec<Pictures>,
    /// What is in the file and could not be read, a line each.
    left_out: Vec<String>,
    path: Option<PathBuf>,
    original: Option<Arc<Original>>,
}

impl Imported {
    /// For each picture that is not kept, and for what else could not be read of the file, a line
    /// that says why.
    pub fn notes(&self) -> impl Iterator<Item = String> {
        let lines = self.pictures.iter().flat_map(|pictures| &pictures.refused);
        lines.chain(&self.left_out).map(|line| format!("{}: {line}", name(self.path.as_deref())))
    }

    /// The file, with the keys in it that were not understood and are kept as they are; `None`
    /// where there are none.
    pub(super) fn unread(&self) -> Option<(String, BTreeSet<String>)> {
        let keys = self.articles.iter().flat_map(|article| article.meta.extra.keys().cloned());
        let keys: BTreeSet<String> = keys.collect();
        (!keys.is_empty()).then(|| (name(self.path.as_deref()), keys))
    }

    /// The picture of that name.
    pub fn picture(&self, name: &str) -> Option<&Picture> {
        let kept = self.pictures.iter().flat_map(|pictures| &pictures.kept);
        kept.map(Arc::as_ref).find(|picture| picture.name == name)
    }

    /// Whether pictures may lie beside the file.
    fn has_pictures_beside(&self) -> bool {
        let images = self.articles.iter().flat_map(|article| &article.images);
        self.path.as_deref().is_some_and(Path::is_absolute)
            && images.into_iter().any(|it| it.picture.is_none() && it.beside.is_some())
    }

    /// The same with the pictures that lie beside the file, where they are asked for.
    fn pictured(mut self, asked: bool) -> Self {
        if !asked || !self.has_pictures_beside() {
            return self;
        }
        let beside = Beside::of(self.path.as_deref().unwrap_or(Path::new("")));
        for (article, pictures) in self.articles.iter_mut().zip(&mut self.pictures) {
            let mut pictured = Article::clone(article);
            pictured.pictures = std::mem::take(pictures);
            let find =
                |image: &Image| image.beside.as_deref().map_or(Ok(None), |it| beside.read(it));
            let done = caught(|| {
                import::keep_pictures(&mut pictured, find);
                pictured
            });
            if let Ok(mut pictured) = done {
                *pictures = std::mem::take(&mut pictured.pictures);
                *article = Arc::new(pictured);
            }
        }
        self
    }

    /// The articles, ready to be stored.
    pub(super) fn new_articles(&self) -> impl ExactSizeIterator<Item = NewArticle> {
        self.articles.iter().enumerate().map(|(record, article)| NewArticle {
            article: Arc::clone(article),
            path: self.path.clone(),
            record,
            original: self.original.clone(),
            pictures: self.pictures.get(record).map_or_else(Vec::new, |it| it.kept.clone()),
        })
    }
}

/// A file that could not be read as an article. It is shown as one line: the file, and why.
#[derive(Debug, Error)]
#[error("{}: {reason}", name(path.as_deref()))]
pub struct Refused {
    /// The file; `None` for standard input.
    pub path: Option<PathBuf>,
    /// Why.
    pub reason: Reason,
}

/// Why a file could not be read as an article.
#[derive(Debug, Error)]
pub enum Reason {
    /// It is not there.
    #[error("there is no such file")]
    Missing,
    /// It may not be opened.
    #[error("you may not read it; see its permissions")]
    Forbidden,
    /// It is a folder.
    #[error("it is a folder; `newsprint add` takes folders")]
    Folder,
    /// It is a pipe, a device or a socket.
    #[error("it is not a regular file; for a pipe use `… | newsprint -`")]
    Special,
    /// It is over 256 MiB.
    #[error("it is larger than {} MiB; split it first", LIMIT >> 20)]
    TooLarge,
    /// The system does not give it.
    #[error("it cannot be read: {0}")]
    Unreadable(#[source] io::Error),
    /// No article is in it.
    #[error(transparent)]
    Import(#[from] import::Error),
    /// The importer broke down.
    #[error("Newsprint failed on it; please report this, with the file if you can")]
    Broken,
}

impl From<io::Error> for Reason {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            ErrorKind::NotFound | ErrorKind::NotADirectory => Self::Missing,
            ErrorKind::PermissionDenied => Self::Forbidden,
            _ => Self::Unreadable(error),
        }
    }
}

/// The bytes of a file, or of standard input for `-`.
pub fn bytes(path: &Path) -> Result<Vec<u8>, Reason> {
    if path == Path::new("-") { read_all(io::stdin().lock(), 0) } else { load(path) }
}

/// The bytes of the regular file at `path`, should there be no more than [`LIMIT`].
fn load(path: &Path) -> Result<Vec<u8>, Reason> {
    let (file, size) = regular(path)?;
    read_all(file, size)
}

/// The first bytes of the regular file at `path`, up to a whole character, should there be many
/// more than these: so that the first screen costs the same whatever the file's length.
fn beginning(path: &Path) -> Result<Option<Vec<u8>>, Reason> {
    let (file, size) = regular(path)?;
    if !(2 * BEGINNING..=LIMIT).contains(&size) {
        return Ok(None);
    }
    let mut bytes = read_to(file.take(BEGINNING), BEGINNING, BEGINNING)?;
    let whole = match str::from_utf8(&bytes) {
        Err(error) if error.error_len().is_none() => error.valid_up_to(),
        _ => bytes.len(),
    };
    bytes.truncate(whole);
    Ok(Some(bytes))
}

/// A regular file and its size.
fn regular(path: &Path) -> Result<(File, u64), Reason> {
    let file = open(path)?;
    // What was opened is looked at, not what the path may name by now.
    let found = file.metadata()?;
    if found.is_dir() {
        return Err(Reason::Folder);
    }
    if !found.is_file() {
        return Err(Reason::Special);
    }
    Ok((file, found.len()))
}

/// All that `source` gives, should it be no more than 256 MiB; `size` is what is expected.
pub fn read_all(source: impl Read, size: u64) -> Result<Vec<u8>, Reason> {
    read_to(source, size, LIMIT)
}

fn read_to(source: impl Read, size: u64, limit: u64) -> Result<Vec<u8>, Reason> {
    if size > limit {
        return Err(Reason::TooLarge);
    }
    let mut bytes = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
    // It may be larger than was expected, or grow.
    source.take(limit + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > limit { Err(Reason::TooLarge) } else { Ok(bytes) }
}

/// Opens a file without waiting for the other end of a pipe.
fn open(path: &Path) -> io::Result<File> {
    let mut options = OpenOptions::new();
    options.read(true);
    #[cfg(unix)]
    {
        use rustix::fs::OFlags;
        use std::os::unix::fs::OpenOptionsExt;
        let flags = OFlags::NONBLOCK | OFlags::NOCTTY;
        options.custom_flags(flags.bits().cast_signed());
    }
    options.open(path)
}

/// Reads and imports.
pub fn read(input: Input) -> Result<Imported, Refused> {
    read_with(input, true)
}

/// Reads and imports, with the pictures that lie beside the file or without.
fn read_with(input: Input, beside: bool) -> Result<Imported, Refused> {
    let path = input.path().map(Path::to_owned);
    let refuse = |reason| Refused { path, reason };
    match input {
        Input::Imported(imported) => Ok(imported),
        Input::Path(path) => {
            let bytes = match load(&path) {
                Ok(bytes) => bytes,
                Err(reason) => return Err(refuse(reason)),
            };
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let held = (bytes.len() <= HELD).then(|| bytes.clone());
            let again = || held.or_else(|| load(&path).ok());
            let imported = import(bytes, name.as_deref(), Some(absolute(&path)), again);
            imported.map(|it| it.pictured(beside)).map_err(refuse)
        }
        Input::Bytes { name, path, bytes } => {
            let held = bytes.clone();
            let imported = import(bytes, name.as_deref(), path, || Some(held));
            imported.map(|it| it.pictured(beside)).map_err(refuse)
        }
    }
}

/// What can be shown of `input` at once, and what is left to be done: the beginning of the
/// article where that is quicker than the whole.
pub fn first(input: Input) -> Result<(Opened, Input), Refused> {
    let input = match input {
        Input::Path(path) => {
            let name = path.file_name().map(|name| name.to_string_lossy().into_owned());
            let begun = beginning(&path).ok().flatten();
            if let Some(article) = begun.and_then(|bytes| preview(&bytes, name.as_deref())) {
                let size = std::fs::metadata(&path).map_or(0, |it| it.len());
                return Ok((partial(article, size), Input::Path(path)));
            }
            let bytes = match load(&path) {
                Ok(bytes) => bytes,
                Err(reason) => return Err(Refused { path: Some(path), reason }),
            };
            Input::Bytes { name, path: Some(absolute(&path)), bytes }
        }
        input => input,
    };
    let begun = match &input {
        Input::Bytes { name, bytes, .. } => preview(bytes, name.as_deref()),
        Input::Path(_) | Input::Imported(_) => None,
    };
    if let Some(article) = begun {
        let size = if let Input::Bytes { bytes, .. } = &input { bytes.len() } else { 0 };
        return Ok((partial(article, size as u64), input));
    }
    let imported = read_with(input, false)?;
    let article = imported.articles.first().cloned().unwrap_or_default();
    if imported.has_pictures_beside()
        && let Some(path) = imported.path
    {
        // They may have words of their own, which come after the text.
        let partial = Some(article.text.len());
        return Ok((Opened { article, partial, ..Opened::default() }, Input::Path(path)));
    }
    Ok((Opened { article, ..Opened::default() }, Input::Imported(imported)))
}

fn preview(bytes: &[u8], name: Option<&str>) -> Option<Article> {
    caught(|| import::preview(bytes, name)).ok().flatten()
}

/// The beginning of an article of about `size` bytes whose rest follows.
fn partial(article: Article, size: u64) -> Opened {
    let partial = usize::try_from(size).ok();
    Opened { article: Arc::new(article), partial, ..Opened::default() }
}

/// Imports `bytes`; `again` gives them once more, should they have to be kept beside the text.
fn import(
    bytes: Vec<u8>,
    name: Option<&str>,
    path: Option<PathBuf>,
    again: impl FnOnce() -> Option<Vec<u8>>,
) -> Result<Imported, Reason> {
    let fingerprint = Fingerprint::new(&bytes);
    let contents = caught(|| import::contents(bytes, name))??;
    let (articles, left_out) = (contents.articles, contents.left_out);
    let is_text = matches!(articles.as_slice(),
        [one] if Fingerprint::new(one.text.as_bytes()) == fingerprint);
    let original = if is_text { None } else { again().map(Original::new) };
    let original = original.filter(|original| original.fingerprint() == fingerprint);
    if articles.is_empty() {
        return Err(import::Error::NoText.into());
    }
    let mut articles = articles;
    let pictures = articles.iter_mut().map(|it| std::mem::take(&mut it.pictures)).collect();
    let articles = articles.into_iter().map(Arc::new).collect();
    Ok(Imported { articles, pictures, left_out, path, original: original.map(Arc::new) })
}

/// What `work` gives, unless it panics.
pub(super) fn caught<T>(work: impl FnOnce() -> T) -> Result<T, Reason> {
    catch_unwind(AssertUnwindSafe(work)).map_err(|_| Reason::Broken)
}

/// The one path of a file, by which it is known.
fn absolute(path: &Path) -> PathBuf {
    path.canonicalize().or_else(|_| std::path::absolute(path)).unwrap_or_else(|_| path.to_owned())
}

/// What a file is called in a message.
fn name(path: Option<&Path>) -> String {
    path.map_or_else(|| "standard input".to_owned(), |path| path.display().to_string())
}

impl Input {
    /// The file it is, or is known by.
    pub(super) fn path(&self) -> Option<&Path> {
        match self {
            Self::Path(path) => Some(path),
            Self::Bytes { path, .. } => path.as_deref(),
            Self::Imported(imported) => imported.path.as_deref(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(path: &Path) -> String {
        read(Input::Path(path.to_owned())).unwrap_err().to_string()
    }

    #[test]
    fn what_cannot_be_read_costs_one_line_that_names_it() {
        let folder = tempfile::tempdir().unwrap();
        let missing = folder.path().join("missing.txt");
        assert_eq!(refused(&missing), format!("{}: there is no such file", missing.display()));
        assert!(refused(folder.path()).contains("it is a folder"));
        let empty = folder.path().join("empty.txt");
        std::fs::write(&empty, "").unwrap();
        assert!(refused(&empty).contains("empty"));
    }

    #[cfg(unix)]
    #[test]
    fn a_pipe_or_device_is_refused_without_waiting_for_it() {
        use rustix::fs::{CWD, FileType, Mode, mknodat};
        let folder = tempfile::tempdir().unwrap();
        let pipe = folder.path().join("pipe.txt");
        mknodat(CWD, &pipe, FileType::Fifo, Mode::RUSR | Mode::WUSR, 0).unwrap();
        for path in [pipe.as_path(), Path::new("/dev/null"), Path::new("/dev/zero")] {
            assert!(refused(path).contains("not a regular file"), "{}", path.display());
        }
    }

    #[test]
    fn no_more_is_read_than_the_limit() {
        let read = |size, limit| read_to(io::repeat(b'a').take(9), size, limit).ok();
        assert_eq!(read(9, 9).unwrap().len(), 9);
        assert_eq!(read(9, 8), None);
        assert_eq!(read(0, 8), None, "a file that grows");
    }

    #[test]
    fn the_original_is_kept_where_it_is_not_the_text() {
        let kept = |bytes: &[u8]| {
            let (name, bytes) = (Some("a.txt".to_owned()), bytes.to_vec());
            read(Input::Bytes { name, path: None, bytes }).unwrap().original.is_some()
        };
        assert!(kept(b"<p>Some words.</p>"));
        let text = read(Input::Bytes { name: None, path: None, bytes: b"Some words.".to_vec() });
        let text = text.unwrap().articles[0].text.clone();
        assert_eq!(kept(text.as_bytes()), text != "Some words.");
    }

    #[test]
    fn a_first_look_at_a_long_file_is_its_beginning() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        let walk = "The ferry crossed at dawn — late, as ever — and nobody minded at all.\n\n";
        std::fs::write(&path, walk.repeat(30_000)).unwrap();
        let (opened, rest) = first(Input::Path(path)).unwrap();
        assert!(opened.partial.is_some() && matches!(rest, Input::Path(_)));
        let whole = read(rest).unwrap();
        let (start, whole) = (&opened.article, &whole.articles[0]);
        assert!(start.text.len() > 1000 && whole.text.starts_with(&start.text));
        assert_eq!(whole.blocks[..start.blocks.len()], start.blocks);
    }

    #[test]
    fn the_first_look_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "Some words.").unwrap();
        let (opened, rest) = first(Input::Path(path.clone())).unwrap();
        std::fs::remove_file(&path).unwrap();
        let imported = read(rest).unwrap();
        assert!(imported.articles[0].text.starts_with(&opened.article.text));
    }
}
