//! `newsprint corrections`: what a reader corrected, listed, written out and taken in.

use super::arguments::CorrectionsOf;
use super::ending::{Failure, Outcome, one_line};
use super::output::print;
use super::session::Session;
use crate::export::json::json_line;
use crate::library::Correction;
use std::fmt::Write as _;
use std::fs;
use std::io::{self, Read};
use std::path::Path;

/// The largest file that is taken in, in bytes.
const LIMIT: u64 = 64 << 20;

/// Carries out what is asked of the corrections.
pub(super) fn corrections(session: &Session, asked: &CorrectionsOf) -> Outcome {
    match asked {
        CorrectionsOf::List => list(session),
        CorrectionsOf::Export => export(session),
        CorrectionsOf::Import { file } => import(session, file),
    }
}

fn list(session: &Session) -> Outcome {
    let listed = all(session)?;
    let mut text = String::new();
    for it in &listed {
        let scope = match (&it.title, it.correction.article) {
            (Some(title), _) => one_line(title),
            (None, Some(article)) => format!("article {}, which is not here", article.short()),
            (None, None) => "every article".to_owned(),
        };
        _ = writeln!(text, "{}  ({scope})", it.correction.rule.said());
    }
    print(&text)
}

fn export(session: &Session) -> Outcome {
    let lines: String = all(session)?.iter().map(|it| json_line(&it.correction)).collect();
    print(&lines)
}

fn all(session: &Session) -> Result<Vec<crate::library::ListedCorrection>, Failure> {
    let store = session.existing()?;
    let listed = store.map(|store| store.corrections()).transpose().map_err(Failure::failed)?;
    match listed.filter(|listed| !listed.is_empty()) {
        Some(listed) => Ok(listed),
        None => Err(Failure::NotFound("there are no corrections".to_owned())),
    }
}

fn import(session: &Session, file: &Path) -> Outcome {
    let text =
        text(file).map_err(|error| Failure::Failed(format!("{}: {error}", file.display())))?;
    let mut corrections: Vec<Correction> = Vec::new();
    for (line, at) in text.lines().zip(1..).filter(|(line, _)| !line.trim().is_empty()) {
        let correction = serde_json::from_str(line).map_err(|error| {
            Failure::Failed(format!("{}:{at}: {error}; nothing was taken in", file.display()))
        })?;
        corrections.push(correction);
    }
    let new = session.open()?.import_corrections(&corrections).map_err(Failure::failed)?;
    let known = corrections.len() - new;
    print(&format!("taken in {new}, there already {known}\n"))
}

fn text(file: &Path) -> io::Result<String> {
    let mut text = String::new();
    if file.as_os_str() == "-" {
        io::stdin().lock().take(LIMIT).read_to_string(&mut text)?;
    } else {
        fs::File::open(file)?.take(LIMIT).read_to_string(&mut text)?;
    }
    Ok(text)
}
