//! `newsprint note` and `newsprint highlight`: what is printed is on disk.

use super::ending::{Failure, Outcome, one_line};
use super::import_notes;
use super::mark_arguments::{HighlightCommand, MarkList, NoteCommand, On, Remove};
use super::output::print;
use super::session::Session;
use crate::article::Article;
use crate::export;
use crate::library::{ArticleId, Change, ChangeKind, MarkEntry, MarkQuery, marks};
use crate::mark::{Anchor, Annotation, Place, Target, tag};
use crate::store::{self, Store};
use crate::text::{Span, find, sentence};
use serde::Serialize;
use std::fmt::Write as _;

/// How many rows are taken from the library at a time.
const PAGE: usize = 1_000;

/// Makes, lists, edits and removes notes.
pub(super) fn note(session: &Session, what: NoteCommand) -> Outcome {
    match what {
        NoteCommand::Add { article, text, on, tags, color, json } => {
            if text.trim().is_empty() {
                return Err(Failure::Usage("an empty note says nothing; give --text".to_owned()));
            }
            let made =
                Annotation { note: text, color, tags: tags_of(&tags)?, ..Annotation::default() };
            add(session, &article, &on, made, json)
        }
        NoteCommand::List(list) => print_list(session, &list, "is:note"),
        NoteCommand::Edit { id, text, json } => edit(session, &id, &text, json),
        NoteCommand::Rm(remove) => rm(session, &remove),
        NoteCommand::Import(asked) => import_notes::import(session, &asked),
    }
}

/// Makes, lists and removes highlights.
pub(super) fn highlight(session: &Session, what: HighlightCommand) -> Outcome {
    match what {
        HighlightCommand::Add { article, on, color, tags, json } => {
            if on.quote.is_none() && on.at.is_none() {
                let line = "a highlight needs words: give --quote WORDS or --at BYTE";
                return Err(Failure::Usage(line.to_owned()));
            }
            let tags = tags_of(&tags)?;
            let made = Annotation { color: Some(color), tags, ..Annotation::default() };
            add(session, &article, &on, made, json)
        }
        HighlightCommand::List(list) => print_list(session, &list, "is:highlight"),
        HighlightCommand::Rm(remove) => rm(session, &remove),
    }
}

fn add(session: &Session, word: &str, on: &On, made: Annotation, json: bool) -> Outcome {
    let mut store = library(session, word)?;
    let id = store.resolve(word).map_err(told)?;
    let article = store.article(id).map_err(told)?.article;
    let target = target(&article, on)?;
    let place = Place { span: target.anchor().map(|it| it.span), ..Place::default() };
    let made = Annotation { target, place, ..made };
    let kind = ChangeKind::Annotation { before: None, after: Some(Box::new(made)) };
    made_known(&mut store, id, kind, json)
}

/// Makes the change and prints the id of what it made.
fn made_known(store: &mut Store, article: ArticleId, kind: ChangeKind, json: bool) -> Outcome {
    let change = store.change(&Change { article, kind }).map_err(told)?;
    let ChangeKind::Annotation { after: Some(after), .. } = change.kind else { return Ok(()) };
    if json {
        let entry = store.mark(after.id).map_err(told)?;
        return print(&export::json::json(&MarkOut::of(&entry)));
    }
    print(&format!("{}\n", after.id.0))
}

/// What the words of the command line put it on.
fn target(article: &Article, on: &On) -> Result<Target, Failure> {
    let text = &article.text;
    let span = match (&on.quote, on.at) {
        (Some(quote), _) => {
            let exact = text.find(quote.as_str()).filter(|_| !quote.trim().is_empty());
            let exact = exact.map(|at| Span::new(at, at + quote.len()));
            let found = exact.or_else(|| find::find_next(text, quote, 0));
            let none = || Failure::NotFound(format!("the article does not say “{quote}”"));
            found.ok_or_else(none)?.trim(text)
        }
        (None, Some(at)) => {
            let block = article.blocks.get(article.block_at(at.min(text.len())));
            let within = block.map_or(Span::new(0, text.len()), |block| block.span);
            sentence::sentence_at(text, within, text.floor_char_boundary(at))
        }
        (None, None) => return Ok(Target::Article),
    };
    if span.is_empty() {
        return Err(Failure::NotFound("there are no words at that place".to_owned()));
    }
    Ok(Target::Passage(Anchor::new(text, span)))
}

fn tags_of(words: &[String]) -> Result<Vec<String>, Failure> {
    let tag = |word: &String| {
        tag::tag(word)
            .ok_or_else(|| Failure::Usage(format!("“{word}” has no letter to make a tag of")))
    };
    words.iter().map(tag).collect()
}

fn edit(session: &Session, word: &str, text: &str, json: bool) -> Outcome {
    let mut store = library(session, word)?;
    let MarkEntry { article, mark, .. } =
        store.resolve_mark(word).and_then(|id| store.mark(id)).map_err(told)?;
    let after = Annotation { note: text.to_owned(), modified: 0, ..mark.clone() };
    if after.is_empty() {
        let line = "an empty note on nothing colored says nothing; `newsprint note rm` removes it";
        return Err(Failure::Usage(line.to_owned()));
    }
    let (before, after) = (Some(Box::new(mark)), Some(Box::new(after)));
    made_known(&mut store, article, ChangeKind::Annotation { before, after }, json)
}

fn rm(session: &Session, remove: &Remove) -> Outcome {
    let first = remove.ids.first().map_or("", String::as_str);
    let mut store = library(session, first)?;
    let mut changes = Vec::new();
    for word in &remove.ids {
        let MarkEntry { article, mark, .. } =
            store.resolve_mark(word).and_then(|id| store.mark(id)).map_err(told)?;
        let kind = ChangeKind::Annotation { before: Some(Box::new(mark)), after: None };
        changes.push(Change { article, kind });
    }
    let ids = changes.iter().filter_map(|change| match &change.kind {
        ChangeKind::Annotation { before: Some(before), .. } => Some(before.id.0.to_string()),
        _ => None,
    });
    let ids: Vec<String> = ids.collect();
    if let Some(change) = Change::of(changes) {
        store.change(&change).map_err(told)?;
    }
    if remove.json {
        return print(&export::json::json(&ids));
    }
    print(&ids.iter().fold(String::new(), |all, id| all + id + "\n"))
}

fn print_list(session: &Session, list: &MarkList, kind: &str) -> Outcome {
    let entries = entries(session, list, kind)?;
    if list.json {
        let out: Vec<MarkOut<'_>> = entries.iter().map(MarkOut::of).collect();
        return print(&export::json::json(&out));
    }
    if entries.is_empty() && !list.plain {
        return Err(Failure::NotFound("no notes or highlights match".to_owned()));
    }
    let lines = entries.iter().map(|it| if list.plain { plain(it) } else { line(it) });
    print(&lines.collect::<String>())
}

fn entries(session: &Session, list: &MarkList, kind: &str) -> Result<Vec<MarkEntry>, Failure> {
    let Some(store) = session.existing()? else { return Ok(Vec::new()) };
    let article = list.article.as_deref().map(|word| store.resolve(word)).transpose();
    let filter = format!("{kind} {}", list.filter);
    let mut query = MarkQuery { article: article.map_err(told)?, filter, limit: PAGE, skip: 0 };
    let mut entries = Vec::new();
    loop {
        let page = store.marks(&query).map_err(told)?.entries;
        if page.is_empty() {
            return Ok(entries);
        }
        query.skip += page.len();
        entries.extend(page);
    }
}

/// The id and the note on one line, the note's own line breaks as spaces.
fn plain(entry: &MarkEntry) -> String {
    let mark = &entry.mark;
    let said = if mark.note.is_empty() { mark.quote() } else { &mark.note };
    format!("{} {}\n", mark.id.0, one_line(said))
}

/// A row for people: day, color, what became of it, article, quote, note.
fn line(entry: &MarkEntry) -> String {
    let mark = &entry.mark;
    let day = marks::day(mark.created).map(|day| day.to_string()).unwrap_or_default();
    let color = mark.color.map_or("", crate::mark::Color::name);
    let mut line = format!("{} {day} {color:6}", mark.id.short());
    if mark.place.standing != crate::mark::Standing::Found {
        _ = write!(line, " [{}]", mark.place.standing.name());
    }
    _ = write!(line, " {}", one_line(&entry.title));
    if !mark.quote().is_empty() {
        _ = write!(line, " “{}”", one_line(mark.quote()));
    }
    if !mark.note.is_empty() {
        _ = write!(line, " — {}", one_line(&mark.note));
    }
    let more: Vec<String> = mark.tags.iter().map(|tag| format!(" #{}", one_line(tag))).collect();
    format!("{line}{}\n", more.concat())
}

/// The library, which must be there for `word` to name something in it.
pub(super) fn library(session: &Session, word: &str) -> Result<Store, Failure> {
    let missing = || Failure::NotFound(store::Error::NoArticle(word.to_owned()).to_string());
    session.existing()?.ok_or_else(missing)
}

pub(super) fn told(error: store::Error) -> Failure {
    match error {
        store::Error::NoArticle(_) | store::Error::NoMark(_) => {
            Failure::NotFound(error.to_string())
        }
        store::Error::Ambiguous { .. } => Failure::Usage(error.to_string()),
        error => Failure::failed(error),
    }
}

/// An annotation as it is written out.
#[derive(Serialize)]
struct MarkOut<'a> {
    article: ArticleId,
    title: &'a str,
    quote: &'a str,
    all_tags: Vec<&'a str>,
    #[serde(flatten)]
    mark: &'a Annotation,
}

impl<'a> MarkOut<'a> {
    fn of(entry: &'a MarkEntry) -> Self {
        let MarkEntry { article, title, mark, .. } = entry;
        Self { article: *article, title, quote: mark.quote(), all_tags: mark.all_tags(), mark }
    }
}
