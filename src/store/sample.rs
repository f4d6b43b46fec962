//! Libraries and articles for the tests of the library.

use super::{NewArticle, Original, Store};
use crate::article::{Article, Block, BlockRole, Instant, Kept, Origin, Stated};
use crate::library::{ArticleId, Opened};
use crate::text::Span;
use std::path::PathBuf;
use std::sync::Arc;

/// An empty library in memory.
pub(super) fn store() -> Store {
    Store::in_memory().unwrap()
}

/// The library in `folder`.
pub(super) fn at(folder: &tempfile::TempDir) -> Store {
    Store::open(&folder.path().join("library.db")).unwrap()
}

/// An article of one paragraph that came through a pipe.
pub(super) fn article(text: &str) -> NewArticle {
    let block = Block::new(BlockRole::Body, Span::new(0, text.len()));
    let article = Article { text: text.to_owned(), blocks: vec![block], ..Article::default() };
    let (article, pictures) = (Arc::new(article), Vec::new());
    NewArticle { article, path: None, record: 0, original: None, pictures }
}

impl NewArticle {
    fn with(self, edit: impl FnOnce(&mut Article)) -> Self {
        let mut article = Arc::unwrap_or_clone(self.article);
        edit(&mut article);
        Self { article: Arc::new(article), ..self }
    }

    pub(super) fn path(self, path: &str) -> Self {
        Self { path: Some(PathBuf::from(path)), ..self }
    }

    pub(super) fn original(self, bytes: &[u8]) -> Self {
        Self { original: Some(Arc::new(Original::new(bytes.to_vec()))), ..self }
    }

    pub(super) fn address(self, address: &str) -> Self {
        self.with(|article| article.meta.address = Some(stated(address)))
    }

    pub(super) fn title(self, title: &str) -> Self {
        self.with(|article| article.meta.title = Some(stated(title)))
    }

    pub(super) fn tag(self, tag: &str) -> Self {
        self.with(|article| article.meta.tags.push(tag.to_owned()))
    }

    pub(super) fn kept(self, kept: Kept) -> Self {
        self.with(|article| article.kept = kept)
    }

    pub(super) fn source(self, source: &str) -> Self {
        self.with(|article| article.meta.source = Some(stated(source)))
    }

    pub(super) fn published(self, day: &str) -> Self {
        let instant = Instant::day(day.parse().unwrap());
        self.with(|article| article.meta.published = Some(Stated::new(instant, Origin::Record)))
    }
}

fn stated(value: &str) -> Stated<String> {
    Stated::new(value.to_owned(), Origin::Record)
}

impl Store {
    pub(super) fn one(&mut self, new: NewArticle) -> ArticleId {
        self.add(&[new]).unwrap()[0].0
    }

    pub(super) fn open_article(&self, id: ArticleId) -> Opened {
        self.article(id).unwrap()
    }

    pub(super) fn rows(&self, table: &str) -> i64 {
        let sql = format!("SELECT count(*) FROM {table}");
        self.connection.query_row(&sql, [], |row| row.get(0)).unwrap()
    }
}
