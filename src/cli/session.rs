//! What every command works with: the paths, the settings, the library.

use super::arguments::Common;
use super::ending::Failure;
use crate::article::Article;
use crate::config::paths::Named;
use crate::config::{Config, Paths};
use crate::library::{ArticleId, Opened};
use crate::store::{self, Store};
use crate::worker::{self, Imported, Input};
use std::ffi::OsStr;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The paths and the settings of this run.
#[derive(Debug)]
pub(super) struct Session {
    /// Where everything is, the settings' say included.
    pub(super) paths: Paths,
    /// What is set.
    pub(super) config: Config,
}

impl Session {
    /// Those that the command line, the environment and the settings file say.
    pub(super) fn new(common: Common) -> Self {
        let named = Named { config: common.config, library: common.library };
        let mut paths = Paths::new(named);
        let config = Config::load(&paths);
        if let Some(library) = config.library.clone().filter(|_| !paths.library_named) {
            paths.library = Some(library);
        }
        Self { paths, config }
    }

    /// Where the library is.
    pub(super) fn library(&self) -> Result<&Path, Failure> {
        let nowhere = "there is no home folder for the library; name one with --library FILE";
        self.paths.library.as_deref().ok_or_else(|| Failure::Failed(nowhere.to_owned()))
    }

    /// The library, made where there is none.
    pub(super) fn open(&self) -> Result<Store, Failure> {
        Store::open(self.library()?).map_err(Failure::failed)
    }

    /// The library, if there is one.
    pub(super) fn existing(&self) -> Result<Option<Store>, Failure> {
        if self.library()?.exists() { self.open().map(Some) } else { Ok(None) }
    }

    /// The article that `word` names, and where its pictures are.
    pub(super) fn pictured(&self, word: &OsStr) -> Result<(Arc<Article>, Pictures), Failure> {
        if let Some(input) = file(word)? {
            let imported = worker::read(input).map_err(Failure::failed)?;
            let article = imported.articles.first().cloned().unwrap_or_default();
            return Ok((article, Pictures::File(imported)));
        }
        let article = self.stored(&word.to_string_lossy())?.article;
        Ok((article, Pictures::Library(self.open()?)))
    }

    /// The article that `word` names: a file, `-`, or an article of the library. A file goes
    /// before an id.
    pub(super) fn article(&self, word: &OsStr) -> Result<Opened, Failure> {
        match file(word)? {
            Some(input) => read(input),
            None => self.stored(&word.to_string_lossy()),
        }
    }

    fn stored(&self, word: &str) -> Result<Opened, Failure> {
        let missing = || Failure::NotFound(store::Error::NoArticle(word.to_owned()).to_string());
        let store = self.existing()?.ok_or_else(missing)?;
        match store.resolve(word).and_then(|id| store.article(id)) {
            Ok(opened) => Ok(opened),
            Err(store::Error::NoArticle(_)) => Err(missing()),
            Err(error @ store::Error::Ambiguous { .. }) => Err(Failure::Usage(error.to_string())),
            Err(error) => Err(Failure::failed(error)),
        }
    }

    /// The article of the library that `word` names; `None` where it is a file, or names none.
    pub(super) fn named(&self, word: &OsStr) -> Option<ArticleId> {
        if file(word).ok()?.is_some() {
            return None;
        }
        self.existing().ok()??.resolve(&word.to_string_lossy()).ok()
    }
}

/// Where the pictures of an article are.
pub(super) enum Pictures {
    /// In the library.
    Library(Store),
    /// In its file, or beside it.
    File(Imported),
}

impl Pictures {
    /// The bytes of the picture of that name.
    pub(super) fn find(&self, name: &str) -> Result<Option<Vec<u8>>, Failure> {
        match self {
            Self::Library(store) => store.picture(name).map_err(Failure::failed),
            Self::File(imported) => Ok(imported.picture(name).map(|it| it.bytes.clone())),
        }
    }
}

/// The file that `word` names, if it is not the name of an article in the library.
fn file(word: &OsStr) -> Result<Option<Input>, Failure> {
    let path = Path::new(word);
    // A link that leads nowhere is a file that cannot be read, not an id.
    if word == "-" || fs::symlink_metadata(path).is_ok() {
        return input(path).map(Some);
    }
    let is_name = word.to_str().is_some_and(|word| !looks_like_file(word));
    Ok((!is_name).then(|| Input::Path(path.to_owned())))
}

/// Whether a word can only be meant as a file: ids are letters, digits and hyphens.
fn looks_like_file(word: &str) -> bool {
    word.is_empty() || word.contains(|c: char| !c.is_ascii_alphanumeric() && c != '-')
}

/// What a word of the command line stands for: a file, or standard input, which is read to its
/// end.
pub(super) fn input(path: &Path) -> Result<Input, Failure> {
    if path != Path::new("-") {
        return Ok(Input::Path(path.to_owned()));
    }
    let bytes = worker::read_all(io::stdin().lock(), 0)
        .map_err(|reason| Failure::Failed(format!("standard input: {reason}")))?;
    Ok(Input::Bytes { name: None, path: None, bytes })
}

/// What the words of the command line stand for. Standard input can be read only once.
pub(super) fn inputs(paths: &[PathBuf]) -> Result<Vec<Input>, Failure> {
    if paths.iter().filter(|path| path.as_os_str() == "-").count() > 1 {
        return Err(Failure::Usage("standard input (-) can be given only once".to_owned()));
    }
    paths.iter().map(|path| input(path)).collect()
}

/// Reads the first article of a file.
fn read(input: Input) -> Result<Opened, Failure> {
    let imported = worker::read(input).map_err(Failure::failed)?;
    let article = imported.articles.into_iter().next().unwrap_or_default();
    Ok(Opened { article, ..Opened::default() })
}
