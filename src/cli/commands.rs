//! The commands that print: articles, their facts and captions, the list.

use super::arguments::{Form, List, Order};
use super::ending::{Failure, Outcome, one_line};
use super::output::{print, write};
use super::session::Session;
use crate::export;
use crate::library::{Entry, Query, Sort, State};
use crate::text::width;
use serde::Serialize;
use std::ffi::OsStr;
use std::io::IsTerminal;

/// Prints an article.
pub(super) fn show(session: &Session, word: &OsStr, form: &Form, columns: usize) -> Outcome {
    let opened = session.article(word)?;
    let article = &opened.article;
    if form.json {
        let id = opened.id.map(|id| id.0.to_string());
        return print(&export::article_json(article, id.as_deref()));
    }
    if form.md {
        return print(&export::markdown(article));
    }
    print(&export::plain(article, columns))
}

/// Writes the picture of an article's image, counted from 1.
pub(super) fn picture(session: &Session, word: &OsStr, number: usize) -> Outcome {
    if std::io::stdout().is_terminal() {
        let line =
            "a picture is not for the terminal; send it to a file: `newsprint picture … > a.jpg`";
        return Err(Failure::Usage(line.to_owned()));
    }
    let (article, pictures) = session.pictured(word)?;
    let count = article.images.len();
    let image = number.checked_sub(1).and_then(|at| article.images.get(at));
    let image = image.ok_or_else(|| {
        Failure::NotFound(format!("there is no image {number}; the article has {count}"))
    })?;
    let bytes = match &image.picture {
        Some(name) => pictures.find(name)?,
        None => None,
    };
    match bytes {
        Some(bytes) => write(&bytes),
        None => Err(Failure::NotFound(format!("the picture of image {number} is not kept"))),
    }
}

/// How many articles are taken from the library at a time.
const PAGE: usize = 500;

/// Prints the list of articles.
pub(super) fn list(session: &Session, asked: &List) -> Outcome {
    let entries = entries(session, asked)?;
    if asked.json {
        let entries: Vec<EntryOut<'_>> = entries.iter().map(EntryOut::new).collect();
        return print(&export::json::json(&entries));
    }
    if entries.is_empty() {
        let all = asked.filter.is_empty();
        let why = if all {
            "the library is empty; `newsprint add FILE` fills it"
        } else {
            "no article matches"
        };
        return Err(Failure::NotFound(why.to_owned()));
    }
    for page in entries.chunks(PAGE) {
        let lines: String = page.iter().map(line).collect();
        print(&lines)?;
    }
    Ok(())
}

fn entries(session: &Session, asked: &List) -> Result<Vec<Entry>, Failure> {
    let Some(store) = session.existing()? else { return Ok(Vec::new()) };
    let mut query = Query {
        filter: asked.filter.clone(),
        sort: asked.sort.into(),
        archived: asked.all,
        limit: PAGE,
        ..Query::default()
    };
    let mut entries: Vec<Entry> = Vec::new();
    loop {
        let page = store.list(&query).map_err(Failure::failed)?.entries;
        if page.is_empty() {
            return Ok(entries);
        }
        query.skip += page.len();
        entries.extend(page);
    }
}

impl From<Order> for Sort {
    fn from(order: Order) -> Self {
        match order {
            Order::Added => Self::Added,
            Order::Published => Self::Published,
            Order::Title => Self::Title,
            Order::Source => Self::Source,
            Order::Length => Self::Length,
            Order::Progress => Self::Progress,
        }
    }
}

/// Columns of the title in the list.
const TITLE: usize = 60;

/// A row of the list: id, state, published, progress, title, source.
fn line(entry: &Entry) -> String {
    let state = match (entry.starred, entry.state) {
        (true, _) => '*',
        (false, State::Unread) => 'N',
        (false, State::Reading) => '~',
        (false, State::Read) => ' ',
        (false, State::Archived) => 'A',
    };
    let published = entry.published.map(|date| date.to_string()).unwrap_or_default();
    let title = one_line(&entry.title);
    let gap = " ".repeat(TITLE.saturating_sub(width(&title)));
    let source = one_line(entry.source.as_deref().unwrap_or_default());
    let words = if entry.address_only { "address".to_owned() } else { entry.words.to_string() };
    let line = format!(
        "{} {state} {published:10} {:3}% {words:>7} {title}{gap} {source}",
        entry.id.short(),
        entry.progress,
    );
    format!("{}\n", line.trim_end())
}

/// An entry as it is written out.
#[derive(Serialize)]
struct EntryOut<'a> {
    #[serde(flatten)]
    entry: &'a Entry,
    short: String,
}

impl<'a> EntryOut<'a> {
    fn new(entry: &'a Entry) -> Self {
        Self { entry, short: entry.id.short() }
    }
}
