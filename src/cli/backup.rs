//! `newsprint backup`, `restore` and `check`: copies of the library, and whether it is sound.

use super::ending::{Failure, Outcome};
use super::output::print;
use super::session::Session;
use crate::library::Query;
use crate::store::{self, Check, Store};
use std::fmt::Write;
use std::path::Path;

/// Copies the library, and prints where the copy is.
pub(super) fn backup(session: &Session, file: Option<&Path>) -> Outcome {
    let path = library(session)?.backup(file).map_err(Failure::failed)?;
    print(&format!("{}\n", path.display()))
}

/// Puts a backup in the library's place, and says what became of the library that was there.
pub(super) fn restore(session: &Session, file: &Path) -> Outcome {
    let aside = store::restore(file, session.library()?).map_err(Failure::failed)?;
    let all = Query { archived: true, limit: 1, ..Query::default() };
    let count = session.open()?.list(&all).map_err(Failure::failed)?.total;
    let mut text = format!("{} restored from {}\n", counted(count, "article"), file.display());
    if let Some(aside) = aside {
        _ = writeln!(text, "the library that was there is kept as {}", aside.display());
    }
    print(&text)
}

/// Reads everything in the library, and tells what is wrong with it.
pub(super) fn check(session: &Session) -> Outcome {
    let Check { articles, texts, marks, problems } =
        library(session)?.check().map_err(Failure::failed)?;
    if problems.is_empty() {
        let counts = [(articles, "article"), (texts, "text"), (marks, "mark")];
        let counts = counts.map(|(count, what)| counted(count, what));
        return print(&format!("no problems in {}\n", counts.join(", ")));
    }
    print(&(problems.join("\n") + "\n"))?;
    let file = session.library()?.display();
    let what = counted(problems.len(), "problem");
    Err(Failure::Failed(format!(
        "{file}: {what}, told above; `newsprint restore BACKUP` puts a backup in its place"
    )))
}

fn library(session: &Session) -> Result<Store, Failure> {
    let none = || Failure::NotFound("there is no library yet".to_owned());
    session.existing()?.ok_or_else(none)
}

fn counted(count: usize, what: &str) -> String {
    format!("{count} {what}{}", if count == 1 { "" } else { "s" })
}
