//! `newsprint export` and `newsprint cite`: marks and references out, to standard output or files.

use super::ending::{Failure, Outcome};
use super::export_arguments::{Cite, Export, Form};
use super::marks::{library, told};
use super::output::print;
use super::session::Session;
use crate::article::Article;
use crate::export::cite::{self, Reference};
use crate::export::marks::{self, Marked, Template};
use crate::library::{ArticleId, MarkQuery, Opened};
use crate::mark::{Annotation, MarkId};
use crate::store::{self, Store};
use crate::worker::{Written, write_file};
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};

/// How many rows are taken from the library at a time.
const PAGE: usize = 1_000;

/// An article with those of its marks that are wanted.
struct Wanted {
    id: ArticleId,
    name: String,
    article: Arc<Article>,
    marks: Vec<Annotation>,
}

impl Wanted {
    fn marked(&self) -> Marked<'_> {
        Marked { id: &self.name, article: &self.article, marks: &self.marks }
    }
}

/// Exports marks.
pub(super) fn export(session: &Session, asked: &Export) -> Outcome {
    let first = asked.articles.first();
    let Some(store) = session.existing()? else {
        let none = first.map_or_else(
            || "the library is empty".to_owned(),
            |it| store::Error::NoArticle(it.clone()).to_string(),
        );
        return Err(Failure::NotFound(none));
    };
    let wanted = wanted(&store, asked)?;
    if wanted.is_empty() {
        return Err(Failure::NotFound("no notes or highlights match".to_owned()));
    }
    let template = template(session, asked.template.as_deref())?;
    match (&asked.to, asked.form.file_each()) {
        (Some(folder), Some(end)) => to_folder(&wanted, asked.form, (folder, end), &template),
        (to, _) => {
            let text = text(&wanted, asked.form, &template);
            match to {
                Some(path) => {
                    let count: usize = wanted.iter().map(|it| it.marks.len()).sum();
                    let told = |error| Failure::Failed(format!("{}: {error}", path.display()));
                    write_file(path, text.as_bytes()).map_err(told)?;
                    let (marks, articles) =
                        (counted(count, "mark"), counted(wanted.len(), "article"));
                    print(&format!("{marks} of {articles} written to {}\n", path.display()))
                }
                None => print(&text),
            }
        }
    }
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// The articles that were named, or all that have marks that match.
fn wanted(store: &Store, asked: &Export) -> Result<Vec<Wanted>, Failure> {
    let mut matching: BTreeMap<ArticleId, BTreeSet<MarkId>> = BTreeMap::new();
    let mut named = Vec::new();
    for word in &asked.articles {
        named.push(store.resolve(word).map_err(told)?);
    }
    let everywhere = [None];
    let some: Vec<Option<ArticleId>> = named.iter().map(|id| Some(*id)).collect();
    for article in if named.is_empty() { &everywhere[..] } else { &some } {
        let filter = asked.filter.clone();
        let mut query = MarkQuery { article: *article, filter, limit: PAGE, skip: 0 };
        loop {
            let page = store.marks(&query).map_err(told)?.entries;
            if page.is_empty() {
                break;
            }
            query.skip += page.len();
            for entry in page {
                matching.entry(entry.article).or_default().insert(entry.mark.id);
            }
        }
    }
    let whole = [Form::Markdown, Form::Html, Form::Ris, Form::Biblatex, Form::Csl];
    if whole.contains(&asked.form) {
        // These say something of an article without marks too, when it was asked for.
        for id in named {
            matching.entry(id).or_default();
        }
    }
    let articles = matching.into_iter().map(|(id, marks)| {
        let Opened { article, marks: all, .. } = store.article(id).map_err(told)?;
        let marks = all.into_iter().filter(|mark| marks.contains(&mark.id)).collect();
        Ok(Wanted { id, name: id.0.to_string(), article, marks })
    });
    articles.collect()
}

/// The reader's template of notes, or the one that comes with the program.
fn template(session: &Session, named: Option<&Path>) -> Result<Template, Failure> {
    let own = session.paths.templates.as_ref().map(|folder| folder.join("notes.md"));
    let path = named.map(Path::to_owned).or_else(|| own.filter(|path| path.exists()));
    let Some(path) = path else {
        return Template::read(marks::TEMPLATE).map_err(Failure::failed);
    };
    let told =
        |error: &dyn std::fmt::Display| Failure::Failed(format!("{}: {error}", path.display()));
    let source = fs::read_to_string(&path).map_err(|error| told(&error))?;
    Template::read(&source).map_err(|error| told(&error))
}

/// A file an article, each updated where it is there already.
fn to_folder(
    wanted: &[Wanted],
    form: Form,
    (folder, end): (&Path, &str),
    template: &Template,
) -> Outcome {
    let told = |path: &Path, error: std::io::Error| {
        Failure::Failed(format!("{}: {error}", path.display()))
    };
    fs::create_dir_all(folder).map_err(|error| told(folder, error))?;
    let mut lines = String::new();
    for one in wanted {
        let path = folder.join(format!("{}.{end}", file_name(&one.marked(), one.id)));
        let new = text(std::slice::from_ref(one), form, template);
        let old = fs::symlink_metadata(&path).is_ok_and(|it| it.is_file());
        let old = if old { fs::read_to_string(&path).ok() } else { None };
        let page = match old.filter(|_| form == Form::Notes) {
            Some(old) => marks::merge(&old, &new),
            None => new,
        };
        let written = write_file(&path, page.as_bytes()).map_err(|error| told(&path, error))?;
        let said = match written {
            Written::New => "written",
            Written::Changed => "updated",
            Written::Same => "unchanged",
        };
        _ = writeln!(lines, "{said} {}", path.display());
    }
    print(&lines)
}

/// A name that any file system takes and that does not change with the headline's end: words of it,
/// at most 80 bytes, and the end of the article's id.
fn file_name(marked: &Marked<'_>, id: ArticleId) -> String {
    let mut slug = String::new();
    for c in marked.title().chars() {
        if slug.len() + c.len_utf8() > 80 {
            break;
        }
        match c {
            c if c.is_alphanumeric() => slug.extend(c.to_lowercase()),
            _ if slug.is_empty() || slug.ends_with('-') => {}
            _ => slug.push('-'),
        }
    }
    let slug = slug.trim_matches('-');
    if slug.is_empty() { id.short() } else { format!("{slug}-{}", id.short()) }
}

fn text(wanted: &[Wanted], form: Form, template: &Template) -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |it| it.as_secs());
    let now = i64::try_from(now).unwrap_or(0);
    let all: Vec<Marked<'_>> = wanted.iter().map(Wanted::marked).collect();
    let each = |write: &dyn Fn(&Marked<'_>) -> String| {
        all.iter().map(write).collect::<Vec<_>>().join("\n")
    };
    let references = || wanted.iter().map(reference).collect::<Vec<_>>();
    match form {
        Form::Notes => each(&|marked| marks::notes(marked, template, now)),
        Form::Markdown => each(&|marked| marks::whole(marked)),
        Form::Html => each(&|marked| marks::html(marked)),
        Form::Jsonl => marks::mark_lines(&all),
        Form::W3c => marks::w3c(&all, &page_name(wanted)),
        Form::Hypothesis => marks::hypothesis_json(&all, now),
        Form::HypothesisCsv => marks::hypothesis_csv(&all),
        Form::Readwise => marks::readwise(&all),
        Form::Ris => cite::ris(&references()),
        Form::Biblatex => cite::biblatex(&references()),
        Form::Csl => cite::csl(&references()),
    }
}

/// A page of annotations is named after the first article in it.
fn page_name(wanted: &[Wanted]) -> String {
    wanted.first().map(|it| it.name.clone()).unwrap_or_default()
}

fn reference(one: &Wanted) -> Reference {
    let notes = one.marks.iter().filter(|mark| !mark.note.is_empty()).map(|mark| {
        let quote = mark.quote().split_whitespace().collect::<Vec<_>>().join(" ");
        if quote.is_empty() { mark.note.clone() } else { format!("“{quote}” {}", mark.note) }
    });
    Reference { notes: notes.collect(), ..plain_reference(one.id, &one.article) }
}

fn plain_reference(id: ArticleId, article: &Article) -> Reference {
    Reference::new(&article.meta, &id.short(), id.made())
}

/// Prints references.
pub(super) fn cite(session: &Session, asked: &Cite) -> Outcome {
    let first = asked.articles.first().map_or("", String::as_str);
    let store = library(session, first)?;
    let style = asked.style.unwrap_or(session.config.citation);
    let mut lines = String::new();
    for word in &asked.articles {
        let id = store.resolve(word).map_err(told)?;
        let opened = store.article(id).map_err(told)?;
        lines.push_str(&style.reference(&plain_reference(id, &opened.article), None));
        lines.push('\n');
    }
    print(&lines)
}
