//! The command line: what can be asked for, and how it is explained.

use super::export_arguments::{Cite, Export};
use super::mark_arguments::{HighlightCommand, NoteCommand};
use clap::{Args, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use std::ffi::OsString;
use std::path::PathBuf;

/// Reads stored articles in the terminal: the text, the facts in it, and the words beside its
/// pictures.
#[derive(Debug, Parser)]
#[command(
    name = "newsprint",
    version,
    disable_help_subcommand = true,
    override_usage = "newsprint [OPTIONS] [FILE]...\n       newsprint [OPTIONS] COMMAND",
    after_help = "\
Without a FILE, the article that was open last is opened, and the library behind it.
A file named like a command is opened by its path: newsprint ./list

Examples:
  newsprint report.html            read a saved page
  newsprint add ~/articles         put a folder of articles into the library
  newsprint show 3 --md            print the third article of the list as Markdown
  curl -s URL | newsprint -        read what another program fetches

Exit status: 0 done, 1 failed, 2 called wrongly, 3 nothing found."
)]
pub(super) struct Arguments {
    #[command(flatten)]
    pub(super) common: Common,

    /// Keep nothing of this session, and leave the library alone
    #[arg(long, conflicts_with = "library")]
    pub(super) no_library: bool,

    /// The theme to draw in (see `newsprint themes`)
    #[arg(long, value_name = "NAME")]
    pub(super) theme: Option<String>,

    /// Files to read; - is standard input, and an article's number or id opens it
    #[arg(value_name = "FILE")]
    pub(super) files: Vec<PathBuf>,

    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

impl Arguments {
    /// What is meant for reading, but was given with a command.
    pub(super) fn stray(&self) -> Option<&'static str> {
        self.command.as_ref()?;
        match (&self.theme, self.no_library) {
            (Some(_), _) => Some("--theme"),
            (_, true) => Some("--no-library"),
            _ => None,
        }
    }
}

/// What can be said before and after a command.
#[derive(Debug, Args)]
pub(super) struct Common {
    /// The library to use
    #[arg(long, value_name = "FILE", global = true)]
    pub(super) library: Option<PathBuf>,

    /// The settings file to use
    #[arg(long, value_name = "FILE", global = true)]
    pub(super) config: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    /// Put files and folders into the library
    Add {
        /// Files, or folders of files; - is standard input
        #[arg(value_name = "FILE|FOLDER", required = true)]
        inputs: Vec<PathBuf>,
        /// Find their facts too, on all cores, so that they are there at the first opening
        #[arg(long)]
        facts: bool,
        /// Say nothing but what went wrong
        #[arg(long, short)]
        quiet: bool,
        /// Name the keys of each file that were not understood and are kept as they are
        #[arg(long, short, conflicts_with = "quiet")]
        verbose: bool,
    },
    /// List the articles of the library
    List(List),
    /// Print an article
    Show {
        /// A file, the id of an article, or its number in the list
        #[arg(value_name = "ID|FILE")]
        article: OsString,
        #[command(flatten)]
        form: Form,
        /// The longest line of plain text, in columns
        #[arg(long, value_name = "N", default_value_t = 80, value_parser = columns)]
        width: usize,
    },
    /// Print the facts of articles; without any, of the whole library
    #[command(after_long_help = crate::facts::model_origin())]
    Facts(FactsOf),
    /// List, export or import your corrections of facts
    Corrections {
        #[command(subcommand)]
        what: CorrectionsOf,
    },
    /// Print captions and credits: of an article, of several, of a folder, or of the whole library
    Captions {
        /// Files, folders, ids of articles, or their numbers in the list; none is the library
        #[arg(value_name = "ID|FILE|FOLDER")]
        articles: Vec<OsString>,
        /// As JSON
        #[arg(long, conflicts_with = "csv")]
        json: bool,
        /// As CSV, a row a picture
        #[arg(long)]
        csv: bool,
    },
    /// Print what changed between two versions of an article: words, facts, and your marks
    Changes(Changes),
    /// Make, list, edit and remove notes
    Note {
        #[command(subcommand)]
        what: NoteCommand,
    },
    /// Make, list and remove highlights
    Highlight {
        #[command(subcommand)]
        what: HighlightCommand,
    },
    /// Write a picture of an article to standard output, as it was stored
    Picture {
        /// A file, the id of an article, or its number in the list
        #[arg(value_name = "ID|FILE")]
        article: OsString,
        /// Which image, as `newsprint captions` numbers them
        #[arg(value_name = "N")]
        image: usize,
    },
    /// Write notes, highlights and references out, in the forms of other programs
    Export(Export),
    /// Print references to articles
    Cite(Cite),
    /// Copy the library, while it is in use or not, check the copy, and print where it is
    Backup {
        /// A new file, or a backup to be replaced; else a file of today in the folder backups
        /// beside the library
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Put a backup in the library's place, and keep the library that was there aside
    Restore {
        /// The backup
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
    /// Read everything in the library, and tell what is wrong with it
    Check,
    /// Show or check the settings
    Config {
        #[command(subcommand)]
        what: Settings,
    },
    /// List the themes
    Themes,
    /// Print completions for a shell
    Completions {
        /// The shell
        shell: Shell,
    },
    /// Print the manual page
    Man,
    /// Tell what the program sees of its files and the terminal
    Doctor,
}

#[derive(Debug, Args)]
pub(super) struct FactsOf {
    /// Files, folders of files, ids of articles, or their numbers in the list
    #[arg(value_name = "ID|FILE|FOLDER")]
    pub(super) articles: Vec<OsString>,
    #[command(flatten)]
    pub(super) form: FactsForm,
    /// As they were found, without your corrections
    #[arg(long)]
    pub(super) found: bool,
}

/// The form in which facts are printed.
#[expect(clippy::struct_excessive_bools, reason = "each is a flag of the command line")]
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct FactsForm {
    /// As JSON, each fact with its span, sentence, value and confidence; for one article
    #[arg(long)]
    pub(super) json: bool,
    /// A line of JSON for each fact
    #[arg(long)]
    pub(super) jsonl: bool,
    /// The dates as a table that `TimelineJS` reads
    #[arg(long)]
    pub(super) csv: bool,
    /// The dates as a calendar
    #[arg(long)]
    pub(super) ics: bool,
    /// The places as `GeoJSON`
    #[arg(long)]
    pub(super) geojson: bool,
}

impl FactsForm {
    /// Whether the form is made to hold the facts of any number of articles.
    pub(super) const fn is_stream(&self) -> bool {
        self.jsonl || self.csv || self.ics || self.geojson
    }
}

#[derive(Debug, Subcommand)]
pub(super) enum CorrectionsOf {
    /// List them, the first made first
    List,
    /// Print them, a line of JSON each
    Export,
    /// Take in what `export` printed; those that are there already are passed over
    Import {
        /// The file; - is standard input
        #[arg(value_name = "FILE")]
        file: PathBuf,
    },
}

#[derive(Debug, Args)]
pub(super) struct Changes {
    /// The id of an article, or its number in the list
    #[arg(value_name = "ID")]
    pub(super) article: String,
    /// Which version the newest is compared with: 1 for the one before it, 2 for that before
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(super) since: usize,
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
}

#[derive(Debug, Args)]
pub(super) struct List {
    /// As JSON
    #[arg(long)]
    pub(super) json: bool,
    /// Only articles whose title or source match, the best match first
    #[arg(long, value_name = "WORDS", default_value = "")]
    pub(super) filter: String,
    /// The order
    #[arg(long, value_name = "ORDER", value_enum, default_value_t = Order::Added)]
    pub(super) sort: Order,
    /// Archived articles too
    #[arg(long)]
    pub(super) all: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum Order {
    /// Last added first
    Added,
    /// Last published first
    Published,
    /// By title
    Title,
    /// By source, then last published first
    Source,
    /// Longest first
    Length,
    /// Furthest read first
    Progress,
}

/// The form in which an article is printed.
#[derive(Debug, Args)]
#[group(multiple = false)]
pub(super) struct Form {
    /// As plain text, which is the default
    #[arg(long)]
    pub(super) plain: bool,
    /// As JSON: what is known of it, its text, and the layers over the text
    #[arg(long)]
    pub(super) json: bool,
    /// As Markdown
    #[arg(long)]
    pub(super) md: bool,
}

#[derive(Debug, Subcommand)]
pub(super) enum Settings {
    /// Print a settings file that says what can be set
    Default,
    /// Print where the settings, themes and the library are
    Path,
    /// Tell what is wrong with the settings and themes
    Check,
}

fn columns(word: &str) -> Result<usize, String> {
    match word.parse() {
        Ok(columns @ 10..=1000) => Ok(columns),
        _ => Err("a width is a number of columns from 10 to 1000".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    fn parse(words: &[&str]) -> Arguments {
        Arguments::try_parse_from(["newsprint"].iter().chain(words)).unwrap()
    }

    fn refused(words: &[&str]) -> bool {
        Arguments::try_parse_from(["newsprint"].iter().chain(words)).is_err()
    }

    #[test]
    fn the_command_line_is_sound() {
        Arguments::command().debug_assert();
    }

    #[test]
    fn what_is_no_command_is_a_file() {
        assert_eq!(parse(&["a.txt", "-"]).files, [PathBuf::from("a.txt"), "-".into()]);
        assert!(matches!(parse(&["list"]).command, Some(Command::List(_))));
        assert_eq!(parse(&["./list"]).files, [PathBuf::from("./list")]);
        assert_eq!(parse(&["--", "-rf.html"]).files, [PathBuf::from("-rf.html")]);
    }

    #[test]
    fn the_library_is_named_before_or_after_the_command() {
        for words in [["--library", "l.db", "list"], ["list", "--library", "l.db"]] {
            assert_eq!(parse(&words).common.library, Some("l.db".into()));
        }
    }

    #[test]
    fn an_article_has_one_form() {
        assert!(refused(&["show", "1", "--md", "--json"]));
        assert!(refused(&["show", "1", "--width", "0"]));
        assert!(refused(&["--no-library", "--library", "l.db", "a.txt"]));
    }

    #[test]
    fn what_is_for_reading_goes_with_no_command() {
        assert_eq!(parse(&["--theme", "ink", "list"]).stray().unwrap(), "--theme");
        assert_eq!(parse(&["--no-library", "list"]).stray().unwrap(), "--no-library");
        assert_eq!(parse(&["--config", "c.toml", "list"]).stray(), None);
        assert_eq!(parse(&["a.txt", "--theme", "ink"]).stray(), None);
    }
}
