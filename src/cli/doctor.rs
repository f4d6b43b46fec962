//! `newsprint doctor`: what the program sees of its files and the terminal.

use super::ending::{Failure, Outcome};
use super::output::print;
use super::session::Session;
use super::settings;
use crate::config::{Config, Level, Themes};
use crate::facts::ENGINE;
use crate::library::Query;
use std::env;
use std::fmt::Write;
use std::io::{self, IsTerminal};

/// Tells what there is and what is wrong with it; fails if anything is.
pub(super) fn doctor(session: &Session) -> Outcome {
    let mut text = format!(
        "newsprint {} (facts {ENGINE})\n\n{}",
        env!("CARGO_PKG_VERSION"),
        settings::paths(session)
    );
    let mut wrong = Vec::new();
    match library(session) {
        Ok((counted, found)) => {
            _ = writeln!(text, "articles  {counted}");
            wrong.extend(found.into_iter().map(|it| format!("library: {it}")));
        }
        Err(line) => wrong.push(line),
    }
    text.push('\n');
    text.push_str(&terminal(&session.config));
    wrong.extend(settings::problems(session).iter().map(ToString::to_string));
    _ = writeln!(text, "\n{}", if wrong.is_empty() { "no problems" } else { "problems:" });
    for line in &wrong {
        _ = writeln!(text, "  {line}");
    }
    print(&text)?;
    if wrong.is_empty() { Ok(()) } else { Err(Failure::Told) }
}

/// How many articles there are, and what is wrong with the file they are in.
fn library(session: &Session) -> Result<(String, Vec<String>), String> {
    let told = |failure: Failure| match failure {
        Failure::Failed(line) => line,
        other => format!("{other:?}"),
    };
    let Some(store) = session.existing().map_err(told)? else {
        return Ok(("none yet; there is no library".to_owned(), Vec::new()));
    };
    let all = Query { archived: true, limit: 1, ..Query::default() };
    let counted = store.list(&all).map_err(|error| error.to_string())?.total;
    let wrong = store.quick_check().map_err(|error| error.to_string())?;
    Ok((counted.to_string(), wrong))
}

/// What is known of the terminal.
fn terminal(config: &Config) -> String {
    let mut text = String::new();
    for name in ["TERM", "COLORTERM", "NO_COLOR", "LANG"] {
        let value = env::var_os(name).map(|it| it.to_string_lossy().into_owned());
        _ = writeln!(text, "{name:9} {}", value.as_deref().unwrap_or("not set"));
    }
    let level = config.colors.unwrap_or_else(|| Level::detect(|name| env::var_os(name)));
    let screen = if io::stdout().is_terminal() { "a terminal" } else { "not a terminal" };
    _ = writeln!(text, "colors    {}\noutput    {screen}", level.name());
    _ = writeln!(text, "themes    {}", Themes::default().list().len());
    text
}
