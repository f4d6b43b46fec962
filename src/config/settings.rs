//! The settings file: one table of settings, from which the file is read, checked and documented.

use super::color::Level;
use super::document::{self, Item};
use super::keys;
use super::paths::Paths;
use super::problem::{Problem, Report, unknown};
use super::themes::Themes;
use crate::app::keymap::Keymap;
use crate::app::pictures::Images;
use crate::export::cite::Style;
use std::io;
use std::path::{Path, PathBuf};
use toml::de::DeValue;

/// What the settings file says, defaults where it is silent.
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the settings file")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Config {
    /// The theme's name; `None` lets the terminal's background decide between the next two.
    pub theme: Option<String>,
    /// The theme on a dark background.
    pub theme_dark: String,
    /// The theme on a light background.
    pub theme_light: String,
    /// The longest line, in columns.
    pub measure: usize,
    /// Whether lines are stretched to both edges.
    pub justify: bool,
    /// How copied words name their source.
    pub citation: Style,
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Whether the program starts with the article that was open last.
    pub open_last: bool,
    /// Whether the sidebar is open at the start.
    pub sidebar: bool,
    /// How many colors are written; `None` goes by the environment.
    pub colors: Option<Level>,
    /// The program that puts text on the clipboard, and its arguments; empty goes by the
    /// environment.
    pub clipboard: Vec<String>,
    /// How pictures are shown.
    pub images: Images,
    /// The library, where it is not the desktop's.
    pub library: Option<PathBuf>,
    /// How many daily backups of the library are kept; 0 takes none.
    pub backups: usize,
    /// The keys.
    pub keymap: Keymap,
    /// The names of the settings that the file gives.
    pub given: Vec<&'static str>,
    /// What was wrong, in the order of lines.
    pub problems: Vec<Problem>,
}

impl Default for Config {
    fn default() -> Self {
        Self {
            theme: None,
            theme_dark: "ink".to_owned(),
            theme_light: "paper".to_owned(),
            measure: 68,
            justify: false,
            citation: Style::Plain,
            mouse: true,
            open_last: true,
            sidebar: true,
            colors: None,
            clipboard: Vec::new(),
            images: Images::Auto,
            library: None,
            backups: 3,
            keymap: Keymap::default(),
            given: Vec::new(),
            problems: Vec::new(),
        }
    }
}

/// A value and what its meaning depends on.
pub(super) struct Given<'d> {
    value: &'d DeValue<'d>,
    themes: &'d Themes,
    folder: &'d Path,
}

/// A setting and all that is said of it.
pub(super) struct Setting {
    /// Its name.
    pub(super) name: &'static str,
    /// Its default, in TOML; an example where there is none.
    pub(super) default: &'static str,
    /// What it does.
    pub(super) help: &'static str,
    /// Takes a value in, or says what it should be.
    read: fn(&mut Config, &Given<'_>) -> Result<(), String>,
}

/// The shortest and the longest measure, in columns.
const MEASURES: std::ops::RangeInclusive<i64> = 20..=200;

/// The fewest and the most daily backups.
const BACKUPS: std::ops::RangeInclusive<i64> = 0..=365;

/// Every setting, in the order of the default file.
pub(super) const SETTINGS: &[Setting] = &[
    Setting {
        name: "theme",
        default: "\"auto\"",
        help: "the theme, or \"auto\": by the terminal's background one of the next two",
        read: |config, given| {
            let name = theme(config, given)?;
            config.theme = (name != "auto").then_some(name);
            Ok(())
        },
    },
    Setting {
        name: "theme-dark",
        default: "\"ink\"",
        help: "the theme on a dark background",
        read: |config, given| {
            config.theme_dark = theme(config, given)?;
            Ok(())
        },
    },
    Setting {
        name: "theme-light",
        default: "\"paper\"",
        help: "the theme on a light background",
        read: |config, given| {
            config.theme_light = theme(config, given)?;
            Ok(())
        },
    },
    Setting {
        name: "measure",
        default: "68",
        help: "the longest line, in columns: 56, 68, 80 or what you like",
        read: |config, given| {
            let wanted = document::integer(given.value).filter(|it| MEASURES.contains(it));
            let columns = wanted.and_then(|it| usize::try_from(it).ok());
            let (from, to) = (MEASURES.start(), MEASURES.end());
            let wrong = || format!("measure is a number of columns from {from} to {to}");
            config.measure = columns.ok_or_else(wrong)?;
            Ok(())
        },
    },
    Setting {
        name: "justify",
        default: "false",
        help: "stretch lines to both edges",
        read: |config, given| {
            config.justify = truth(given)?;
            Ok(())
        },
    },
    Setting {
        name: "citation",
        default: "\"plain\"",
        help: "how copied words name their source: plain, apa, chicago, mla or wikipedia",
        read: |config, given| {
            let names = Style::ALL.map(Style::name).join(", ");
            let style = given.value.as_str().and_then(Style::named);
            config.citation = style.ok_or_else(|| format!("citation is one of {names}"))?;
            Ok(())
        },
    },
    Setting {
        name: "sidebar",
        default: "true",
        help: "start with the sidebar of facts and the captions open",
        read: |config, given| {
            config.sidebar = truth(given)?;
            Ok(())
        },
    },
    Setting {
        name: "mouse",
        default: "true",
        help: "use the mouse; if not, the terminal selects text with it as ever",
        read: |config, given| {
            config.mouse = truth(given)?;
            Ok(())
        },
    },
    Setting {
        name: "open-last",
        default: "true",
        help: "without a file, start with the article that was open last",
        read: |config, given| {
            config.open_last = truth(given)?;
            Ok(())
        },
    },
    Setting {
        name: "colors",
        default: "\"auto\"",
        help: "how many colors: \"true\", \"256\", \"16\", \"none\", or \"auto\": by NO_COLOR, COLORTERM and TERM",
        read: |config, given| {
            config.colors = level(given)?;
            Ok(())
        },
    },
    Setting {
        name: "clipboard",
        default: "\"auto\"",
        help: "the program that copies what it reads, with its arguments, or \"auto\": tmux, wl-copy, xclip, xsel, pbcopy or the terminal itself (OSC 52)",
        read: |config, given| {
            let words = given.value.as_str().ok_or("a program is a string")?;
            let words = words.split_whitespace().filter(|_| words != "auto");
            config.clipboard = words.map(str::to_owned).collect();
            Ok(())
        },
    },
    Setting {
        name: "images",
        default: "\"auto\"",
        help: "pictures: \"kitty\", \"iterm\", \"sixel\", \"blocks\", \"off\", or \"auto\": as the terminal can",
        read: |config, given| {
            let name = given.value.as_str().unwrap_or_default();
            let images = Images::NAMES.iter().find(|(it, _)| *it == name);
            let (_, images) = images.ok_or(
                "images is \"auto\", \"kitty\", \"iterm\", \"sixel\", \"blocks\" or \"off\"",
            )?;
            config.images = *images;
            Ok(())
        },
    },
    Setting {
        name: "library",
        default: "\"~/newsprint/library.db\"",
        help: "the library; if not given, it lies in the desktop's folder for data",
        read: |config, given| {
            config.library = Some(path(given)?);
            Ok(())
        },
    },
    Setting {
        name: "backups",
        default: "3",
        help: "how many daily backups are kept, in the folder backups beside the library; 0 takes none",
        read: |config, given| {
            let wanted = document::integer(given.value).filter(|it| BACKUPS.contains(it));
            let count = wanted.and_then(|it| usize::try_from(it).ok());
            let (from, to) = (BACKUPS.start(), BACKUPS.end());
            let wrong = || format!("backups is a number from {from} to {to}");
            config.backups = count.ok_or_else(wrong)?;
            Ok(())
        },
    },
];

impl Config {
    /// Reads the settings file that `paths` names. A file that is not there is no problem, unless
    /// the reader named it.
    pub fn load(paths: &Paths) -> Self {
        let Some(file) = &paths.config else { return Self::default() };
        match document::read(file) {
            Ok(text) => Self::read(&text, file, &Themes::new(paths.themes.clone())),
            Err(error) if error.kind() == io::ErrorKind::NotFound && !paths.config_named => {
                Self::default()
            }
            Err(error) => {
                let what = format!("cannot be read: {error}");
                let problem = Problem { file: file.clone(), line: 0, what };
                Self { problems: vec![problem], ..Self::default() }
            }
        }
    }

    fn read(text: &str, file: &Path, themes: &Themes) -> Self {
        let mut report = Report::new(file, text);
        let table = document::parse(text, &mut report);
        let folder = file.parent().unwrap_or(Path::new(""));
        let mut config = Self::default();
        for Item { key, at, value, value_at } in document::items(&table) {
            let setting = SETTINGS.iter().find(|setting| setting.name == key);
            match (key, value, setting) {
                ("keymap", DeValue::Table(table), _) => {
                    config.keymap = keys::keymap(table, &mut report);
                }
                ("keymap", ..) => report.add(&value_at, "keymap is a table: [keymap]"),
                (_, _, Some(setting)) => {
                    config.given.push(setting.name);
                    let given = Given { value, themes, folder };
                    if let Err(what) = (setting.read)(&mut config, &given) {
                        report.add(&value_at, what);
                    }
                }
                (name, ..) => {
                    let names = SETTINGS.iter().map(|setting| setting.name).chain(["keymap"]);
                    report.add(&at, unknown("setting", name, names));
                }
            }
        }
        config.problems.splice(0..0, report.problems());
        config
    }
}

/// The name of a theme, or "auto". What is wrong in its file goes to the problems of `config`.
fn theme(config: &mut Config, given: &Given<'_>) -> Result<String, String> {
    let name = given.value.as_str().ok_or("a theme is named by a string")?;
    if name != "auto" {
        config.problems.append(&mut given.themes.check(name)?);
    }
    Ok(name.to_owned())
}

fn truth(given: &Given<'_>) -> Result<bool, String> {
    given.value.as_bool().ok_or_else(|| "it is true or false".to_owned())
}

fn level(given: &Given<'_>) -> Result<Option<Level>, String> {
    let name = given.value.as_str().unwrap_or_default();
    let level = Level::NAMES.iter().find(|(it, _)| *it == name).map(|(_, level)| *level);
    if level.is_none() && name != "auto" {
        return Err("colors is \"auto\", \"true\", \"256\", \"16\" or \"none\"".to_owned());
    }
    Ok(level)
}

/// A path; `~/` is the home folder, and what is not absolute lies beside the settings file.
fn path(given: &Given<'_>) -> Result<PathBuf, String> {
    let word = given.value.as_str().filter(|it| !it.is_empty()).ok_or("a path is a string")?;
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (word.strip_prefix("~/"), home) {
        (Some(rest), Some(home)) => Ok(home.join(rest)),
        (Some(_), None) => {
            Err("there is no home folder for \"~\"; write the whole path".to_owned())
        }
        (None, _) => Ok(given.folder.join(word)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str) -> Config {
        Config::read(text, Path::new("/home/x/config.toml"), &Themes::default())
    }

    fn problem(text: &str) -> String {
        read(text).problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn an_empty_file_says_nothing() {
        assert_eq!(read(""), Config::default());
    }

    #[test]
    fn each_setting_is_taken_in() {
        let config = read(
            "theme = 'sepia'\ntheme-dark = 'lamp'\ntheme-light = 'noon'\nmeasure = 80\n\
             justify = true\nsidebar = false\nmouse = false\nopen-last = false\ncolors = '256'\n\
             clipboard = 'xclip -i'\nimages = 'blocks'\nlibrary = 'mine.db'\ncitation = 'apa'\nbackups = 7",
        );
        let expected = Config {
            theme: Some("sepia".to_owned()),
            theme_dark: "lamp".to_owned(),
            theme_light: "noon".to_owned(),
            measure: 80,
            justify: true,
            citation: Style::Apa,
            sidebar: false,
            mouse: false,
            open_last: false,
            colors: Some(Level::Indexed),
            clipboard: vec!["xclip".to_owned(), "-i".to_owned()],
            images: Images::Always(crate::picture::Protocol::Blocks),
            library: Some("/home/x/mine.db".into()),
            backups: 7,
            given: config.given.clone(),
            ..Config::default()
        };
        assert_eq!(config, expected);
        assert_eq!(config.given.len(), SETTINGS.len());
    }

    #[test]
    fn mistakes_are_told_with_line_and_remedy() {
        for (text, expected) in [
            (
                "\nmeasur = 3",
                "config.toml:2: unknown setting \"measur\"; did you mean \"measure\"?",
            ),
            ("measure = 3", "config.toml:1: measure is a number of columns from 20 to 200"),
            ("measure = '80'", "config.toml:1: measure is a number of columns from 20 to 200"),
            ("backups = -1", "config.toml:1: backups is a number from 0 to 365"),
            ("justify = 1", "config.toml:1: it is true or false"),
            ("theme = 'ikn'", "config.toml:1: unknown theme \"ikn\"; did you mean \"ink\"?"),
            (
                "colors = 256",
                "config.toml:1: colors is \"auto\", \"true\", \"256\", \"16\" or \"none\"",
            ),
            ("keymap = 1", "config.toml:1: keymap is a table: [keymap]"),
            (
                "[keymap]\n\nnxt-hit = 'n'",
                "config.toml:3: unknown command \"nxt-hit\"; did you mean \"next-hit\"?",
            ),
        ] {
            assert_eq!(problem(text), expected);
        }
    }

    #[test]
    fn what_is_right_holds_beside_what_is_wrong() {
        let config = read("measure = 80\nnonsense = = 1\njustify = true\ntheme = 7\n");
        assert_eq!((config.measure, config.justify, config.theme.as_ref()), (80, true, None));
        eprintln!("{:?}", config.problems);
        let lines: Vec<usize> = config.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [2, 4]);
    }

    #[test]
    fn a_missing_file_is_a_problem_only_if_it_was_named() {
        let folder = tempfile::tempdir().unwrap();
        let config = Some(folder.path().join("config.toml"));
        let paths = Paths { config, ..Paths::default() };
        assert_eq!(Config::load(&paths), Config::default());
        let named = Paths { config_named: true, ..paths };
        assert_eq!(Config::load(&named).problems.len(), 1);
    }

    #[test]
    fn a_folder_is_no_settings_file() {
        let folder = tempfile::tempdir().unwrap();
        let paths = Paths { config: Some(folder.path().to_owned()), ..Paths::default() };
        let problems = Config::load(&paths).problems;
        assert!(problems[0].what.contains("not a regular file"), "{problems:?}");
    }

    proptest! {
        #[test]
        fn any_text_can_be_read(text in "(\\[?[a-z-]{0,9}\\]? ?=? ?['\"\\[{]?[a-z0-9#-]{0,5}['\"\\]}]?\n){0,6}|.{0,60}") {
            let config = read(&text);
            prop_assert!(MEASURES.contains(&i64::try_from(config.measure).unwrap()));
        }
    }
}
