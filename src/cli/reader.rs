//! The reader on the screen: everything is brought together here, in the order in which the first
//! frame needs it.

use super::arguments::Arguments;
use super::ending::{Failure, Outcome, tell};
use super::session::{self, Session};
use crate::app::marks;
use crate::app::settings::ThemeName;
use crate::app::{App, Begin, Message, Settings};
use crate::bundled::ARTICLES;
use crate::config::problem::nearest;
use crate::config::{Config, Level, Themes};
use crate::library::Opened;
use crate::picture::Colors;
use crate::run::{self, Draw, Exit, Start};
use crate::ui;
use crate::ui::theme::Theme;
use crate::worker::{self, Input, Kept, Reason, Refused, Setup};
use clap::CommandFactory;
use crossbeam_channel::unbounded;
use std::env;
use std::io::{self, IsTerminal};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Opens files, or the library, on the screen.
pub(super) fn read(arguments: Arguments) -> Outcome {
    let plain = instead(&arguments.files);
    if !io::stdout().is_terminal() {
        return Err(Failure::Usage(format!("standard output is not a terminal; {plain}")));
    }
    let mut session = Session::new(arguments.common);
    let themes = Themes::new(session.paths.themes.clone());
    if let Some(name) = arguments.theme {
        themes.check(&name).map_err(Failure::Usage)?;
        session.config.theme = Some(name);
        session.config.given.push("theme");
    }
    let library = if arguments.no_library { None } else { Some(session.library()?.to_owned()) };
    let named = match arguments.files.as_slice() {
        [word] if !arguments.no_library => session.named(word.as_os_str()),
        _ => None,
    };
    let files = match named {
        Some(_) => Files::default(),
        None => Files::open(session::inputs(&arguments.files)?)?,
    };
    let kept = Kept::load(library.as_deref().map(|it| it.with_file_name("kept")).as_deref());
    hold(&mut session.config, &kept, &themes);
    let newcomer = library.as_deref().is_none_or(|library| !library.exists());
    let begin = match (named, files.inputs.len()) {
        (Some(id), _) => Begin::Article(id),
        (None, 0) if session.config.open_last || newcomer => Begin::LastArticle,
        (None, 0) => Begin::Library,
        (None, count) => Begin::Files(count),
    };
    let start = start(session.config, themes, (library, begin), (files, kept))?;
    // What a panic says has been told when it comes out here.
    match catch_unwind(AssertUnwindSafe(|| run::run(start))) {
        Ok(Ok(Exit::Quit)) => Ok(()),
        Ok(Ok(Exit::Signal(signal))) => Err(Failure::Signal(u8::try_from(signal).unwrap_or(0))),
        Ok(Err(error @ (run::Error::NoTerminal | run::Error::Dumb))) => {
            Err(Failure::Usage(format!("{error}; {plain}")))
        }
        Ok(Err(run::Error::Terminal(cause))) => {
            Err(Failure::Failed(format!("the terminal cannot be used: {cause}; {plain}")))
        }
        Ok(Err(error)) => Err(Failure::failed(error)),
        Err(_) => Err(Failure::Told),
    }
}

/// What prints an article where the screen cannot be had.
fn instead(files: &[PathBuf]) -> String {
    let file = files.first().map_or("FILE".into(), |file| file.to_string_lossy());
    format!("`newsprint show {file}` prints the article")
}

/// The files of the command line, those that cannot be read left out.
#[derive(Default)]
struct Files {
    /// What is still to be done with each.
    inputs: Vec<Input>,
    /// What can be shown of the first at once.
    first: Option<Opened>,
    /// Why the last of those left out could not be read.
    refused: Option<String>,
}

impl Files {
    /// Reads the first of `inputs` that can be read; fails if none can, and there are any.
    fn open(inputs: Vec<Input>) -> Result<Self, Failure> {
        let mut files = Self::default();
        let mut inputs = inputs.into_iter();
        let mut lines = Vec::new();
        for input in inputs.by_ref() {
            match worker::first(input) {
                Ok((opened, rest)) => {
                    files.first = Some(opened);
                    files.inputs.push(rest);
                    break;
                }
                Err(refused) => lines.push(with_hint(&refused)),
            }
        }
        files.inputs.extend(inputs);
        files.refused = lines.pop();
        if !files.inputs.is_empty() {
            return Ok(files);
        }
        for line in &lines {
            tell(line);
        }
        files.refused.take().map_or(Ok(files), |line| Err(Failure::Failed(line)))
    }
}

/// Why a file could not be read, and the command that was perhaps meant.
fn with_hint(refused: &Refused) -> String {
    let word = refused.path.as_deref().and_then(Path::to_str).unwrap_or_default();
    let arguments = Arguments::command();
    let commands = arguments.get_subcommands().map(clap::Command::get_name);
    match nearest(word, commands).filter(|_| matches!(refused.reason, Reason::Missing)) {
        Some(command) => format!("{refused}; did you mean `newsprint {command}`?"),
        None => refused.to_string(),
    }
}

/// All that a session in the terminal begins with. The worker opens the library meanwhile.
fn start(
    config: Config,
    themes: Themes,
    (library, begin): (Option<PathBuf>, Begin),
    (files, kept): (Files, Kept),
) -> Result<Start, Failure> {
    let level = config.colors.unwrap_or_else(|| Level::detect(|name| env::var_os(name)));
    let mut messages = first_words(&config, files.refused);
    let mut settings = settings(&config, &themes);
    settings.color = marks::kept_color(kept.get("color"));
    settings.drawer = kept.get("drawer") == Some("true");
    settings.colors = match level {
        Level::True => Colors::True,
        Level::Indexed => Colors::Indexed,
        Level::Sixteen | Level::None => Colors::Few,
    };
    let newcomer = library.as_deref().is_none_or(|library| !library.exists());
    settings.welcome = newcomer && files.inputs.is_empty();
    let ask_background = config.theme.is_none() && level != Level::None;
    let mut app = App::new(settings, config.keymap);
    let wishes = app.begin(begin);
    let ((effects, from), (to, answers)) = (unbounded(), unbounded());
    if let Some(opened) = files.first {
        messages.insert(0, Message::Opened { ticket: 1, opened: Box::new(opened) });
    }
    let (clipboard, backups) = (config.clipboard, config.backups);
    let (files, welcome) = (files.inputs, welcome());
    let setup = Setup { library, files, kept, clipboard, welcome, backups };
    worker::start(setup, from, to).map_err(Failure::failed)?;
    let draw = draw(themes, level);
    let mouse = config.mouse;
    Ok(Start { app, draw, messages, wishes, effects, answers, mouse, ask_background })
}

/// Lets what was set at the keyboard hold, unless the settings file or the command line says
/// otherwise.
fn hold(config: &mut Config, kept: &Kept, themes: &Themes) {
    let free = |name| !config.given.contains(&name);
    let said = |name| kept.get(name).filter(|_| free(name));
    let theme = said("theme").filter(|name| themes.list().iter().any(|it| it.0 == *name));
    let theme = theme.map(str::to_owned);
    let measure =
        said("measure").and_then(|it| it.parse().ok()).filter(|it| (20..=200).contains(it));
    let justify = said("justify").and_then(|it| it.parse().ok());
    let sidebar = said("sidebar").and_then(|it| it.parse().ok());
    config.theme = theme.or(config.theme.take());
    config.measure = measure.unwrap_or(config.measure);
    config.justify = justify.unwrap_or(config.justify);
    config.sidebar = sidebar.unwrap_or(config.sidebar);
}

/// The settings of the state.
fn settings(config: &Config, themes: &Themes) -> Settings {
    let name = |(name, detail)| ThemeName { name, detail };
    Settings {
        measure: config.measure,
        citation: config.citation,
        justified: config.justify,
        sidebar: config.sidebar,
        theme: config.theme.clone(),
        theme_dark: config.theme_dark.clone(),
        theme_light: config.theme_light.clone(),
        themes: themes.list().into_iter().map(name).collect(),
        images: config.images,
        ..Settings::default()
    }
}

/// What the reader is told at once: the first problem of the settings, or the file left out.
fn first_words(config: &Config, refused: Option<String>) -> Vec<Message> {
    let problem = config.problems.first().map(|problem| match config.problems.len() {
        1 => problem.to_string(),
        many => format!("{problem} (and {} more: `newsprint config check`)", many - 1),
    });
    refused.or(problem).map(Message::Failed).into_iter().collect()
}

/// Draws the state in its theme, which is read again only when it changes.
fn draw(themes: Themes, level: Level) -> Draw {
    let mut loaded: Option<Theme> = None;
    Box::new(move |app, frame| {
        let name = app.theme();
        let theme = match loaded.take() {
            Some(theme) if theme.name == name => theme,
            _ => themes.load(name, level).0,
        };
        ui::draw(app, &theme, frame);
        loaded = Some(theme);
    })
}

/// The articles that come with the program, the one to be shown first last.
fn welcome() -> Vec<Input> {
    let article = |(name, bytes): &(&str, &[u8])| Input::Bytes {
        name: Some((*name).to_owned()),
        path: Some(Path::new("bundled").join(name)),
        bytes: bytes.to_vec(),
    };
    ARTICLES.iter().rev().map(article).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The settings after what was set at the keyboard was taken in.
    fn held(kept: &str, mut config: Config) -> Config {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("kept");
        std::fs::write(&path, kept).unwrap();
        hold(&mut config, &Kept::load(Some(&path)), &Themes::default());
        config
    }

    const KEPT: &str = "theme = sepia\nmeasure = 80\njustify = true\nsidebar = false\n";

    #[test]
    fn what_was_set_at_the_keyboard_holds_again() {
        let config = held(KEPT, Config::default());
        assert_eq!(config.theme.as_deref(), Some("sepia"));
        assert_eq!((config.measure, config.justify, config.sidebar), (80, true, false));
    }

    #[test]
    fn what_the_settings_file_names_goes_before() {
        let given = vec!["theme", "measure", "justify", "sidebar"];
        let config = Config { given, ..Config::default() };
        assert_eq!(held(KEPT, config.clone()), config);
    }

    #[test]
    fn what_makes_no_sense_any_more_is_forgotten() {
        let kept = "theme = gone\nmeasure = 9999\njustify = perhaps\n";
        assert_eq!(held(kept, Config::default()), Config::default());
    }

    #[test]
    fn files_that_cannot_be_read_are_left_out_while_one_can() {
        let good = || Input::Bytes { name: None, path: None, bytes: b"Some words.".to_vec() };
        let bad = || Input::Path("no such file".into());
        let files = Files::open(vec![bad(), good(), bad()]).unwrap_or_default();
        assert_eq!((files.inputs.len(), files.first.is_some()), (2, true));
        assert!(files.refused.unwrap().contains("no such file"));
        assert!(matches!(Files::open(vec![bad()]), Err(Failure::Failed(_))));
        assert!(Files::open(Vec::new()).is_ok());
    }

    #[test]
    fn a_slip_in_a_command_is_noticed() {
        let told =
            |word: &str| with_hint(&Refused { path: Some(word.into()), reason: Reason::Missing });
        assert!(told("lst").ends_with("did you mean `newsprint list`?"), "{}", told("lst"));
        assert!(!told("report.html").contains("did you mean"));
    }
}
