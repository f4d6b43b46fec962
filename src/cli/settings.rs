//! `newsprint config` and `newsprint themes`.

use super::arguments::Settings;
use super::ending::{Failure, Outcome};
use super::output::print;
use super::session::Session;
use crate::config::template::template;
use crate::config::{Problem, Themes};
use std::fmt::Write;
use std::path::Path;

/// Shows or checks the settings.
pub(super) fn config(session: &Session, what: &Settings) -> Outcome {
    match what {
        Settings::Default => print(&template()),
        Settings::Path => print(&paths(session)),
        Settings::Check => check(session),
    }
}

/// Where everything is, a line each.
pub(super) fn paths(session: &Session) -> String {
    let paths = &session.paths;
    let mut text = String::new();
    for (what, path) in
        [("settings", &paths.config), ("themes", &paths.themes), ("library", &paths.library)]
    {
        let path = path.as_deref().map(Path::display);
        let path =
            path.map_or_else(|| "nowhere: there is no home folder".to_owned(), |it| it.to_string());
        _ = writeln!(text, "{what:9} {path}");
    }
    text
}

/// What is wrong with the settings and with the reader's own themes.
pub(super) fn problems(session: &Session) -> Vec<Problem> {
    let themes = Themes::new(session.paths.themes.clone());
    let own = themes.list().into_iter().filter_map(|(name, _)| themes.check(&name).ok()).flatten();
    let mut problems = session.config.problems.clone();
    for problem in own {
        // That of a theme in use is among those of the settings.
        if !problems.contains(&problem) {
            problems.push(problem);
        }
    }
    problems
}

fn check(session: &Session) -> Outcome {
    let problems = problems(session);
    if problems.is_empty() {
        return print("no problems\n");
    }
    let mut text = String::new();
    for problem in &problems {
        _ = writeln!(text, "{problem}");
    }
    print(&text)?;
    let file = session.paths.config.as_deref().unwrap_or(Path::new("")).display();
    let what = if problems.len() == 1 { "1 problem" } else { "problems" };
    Err(Failure::Failed(format!("{file}: {what}, told above; what is right holds")))
}

/// Lists the themes.
pub(super) fn themes(session: &Session) -> Outcome {
    let mut text = String::new();
    for (name, detail) in Themes::new(session.paths.themes.clone()).list() {
        _ = writeln!(text, "{name:9} {detail}");
    }
    print(&text)
}
