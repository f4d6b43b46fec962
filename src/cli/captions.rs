//! `newsprint captions`: the captions and credits of an article, or the ledger of many.

use super::ending::{Failure, Outcome, tell};
use super::output::print;
use super::session::Session;
use crate::article::Article;
use crate::export;
use crate::library::Query;
use crate::worker::{self, Input};
use std::ffi::OsString;
use std::path::Path;
use std::sync::Arc;

/// How captions are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// Lines to read.
    Plain,
    /// JSON.
    Json,
    /// CSV.
    Csv,
}

/// How many articles are taken from the library at a time.
const PAGE: usize = 500;

/// Prints the captions and credits of the articles that `words` name; of the whole library where
/// there are none.
pub(super) fn captions(session: &Session, words: &[OsString], form: Form) -> Outcome {
    let one = matches!(words, [word] if !Path::new(word).is_dir());
    let mut articles = Vec::new();
    let mut refused = false;
    for word in words {
        let path = Path::new(word);
        if path.is_dir() {
            refused |= in_folder(path, &mut articles);
        } else {
            match session.article(word) {
                Ok(opened) => articles.push(opened.article),
                // The others are printed all the same, as `add` takes them.
                Err(failure) if !one => {
                    failure.tell()?;
                    refused = true;
                }
                Err(failure) => return Err(failure),
            }
        }
    }
    if words.is_empty() {
        articles = in_library(session)?;
    }
    let printed = match form {
        Form::Csv => print(&export::credits_csv(&articles)),
        Form::Json if !one => print(&export::credits_json(&articles)),
        Form::Json => articles.iter().try_for_each(|it| print(&export::captions_json(it))),
        Form::Plain => plain(&articles, one),
    };
    match printed {
        Ok(()) | Err(Failure::NotFound(_)) if refused => Err(Failure::Told),
        printed => printed,
    }
}

fn plain(articles: &[Arc<Article>], one: bool) -> Outcome {
    let pictured = articles.iter().filter(|article| !article.images.is_empty());
    let mut found = false;
    for article in pictured {
        let title = article.meta.title.as_ref().map_or("(no title)", |title| &title.value);
        let gap = if found { "\n" } else { "" };
        if !one {
            print(&format!("{gap}{}\n\n", super::ending::one_line(title)))?;
        }
        print(&export::captions_text(article))?;
        found = true;
    }
    let nothing = if one { "it has no images" } else { "there are no images" };
    if found { Ok(()) } else { Err(Failure::NotFound(nothing.to_owned())) }
}

/// Takes in the articles of a folder; whether a file was refused, which is told.
fn in_folder(folder: &Path, articles: &mut Vec<Arc<Article>>) -> bool {
    let mut refused = false;
    for path in worker::files(folder) {
        match worker::read(Input::Path(path)) {
            Ok(imported) => articles.extend(imported.articles),
            Err(why) => {
                tell(&why.to_string());
                refused = true;
            }
        }
    }
    refused
}

/// Every article of the library, the archived ones too.
fn in_library(session: &Session) -> Result<Vec<Arc<Article>>, Failure> {
    let Some(store) = session.existing()? else { return Ok(Vec::new()) };
    let mut query = Query { archived: true, limit: PAGE, ..Query::default() };
    let mut articles = Vec::new();
    loop {
        let page = store.list(&query).map_err(Failure::failed)?.entries;
        if page.is_empty() {
            return Ok(articles);
        }
        query.skip += page.len();
        for entry in page {
            articles.push(store.article(entry.id).map_err(Failure::failed)?.article);
        }
    }
}
