//! Starting in a pseudo-terminal: which article opens, what settings and colors make of it, and
//! what is left behind. The session itself is tested in `terminal`.

use portable_pty::{Child, CommandBuilder, PtySize, native_pty_system};
use std::fs;
use std::io::{Read, Write};
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use vt100::Parser;

/// How long a test waits for what should come at once.
const PATIENCE: Duration = Duration::from_secs(30);

const ARTICLE: &str = "The tide turns at Avon\n\nThe ferry waited for an hour on Monday.\n\n\
                       Then the tide turned, and it left with 40 passengers.\n";

/// A home of its own for the program.
struct Home {
    folder: TempDir,
}

impl Home {
    fn new() -> Self {
        let home = Self { folder: tempfile::tempdir().unwrap() };
        home.write("tide.txt", ARTICLE);
        home
    }

    fn write(&self, name: &str, text: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path
    }

    fn start(&self, words: &[&str], environment: &[(&str, &str)]) -> Program {
        let size = PtySize { rows: 24, cols: 80, pixel_width: 0, pixel_height: 0 };
        let pair = native_pty_system().openpty(size).unwrap();
        let mut command = CommandBuilder::new(assert_cmd::cargo::cargo_bin("newsprint"));
        command.args(words);
        command.cwd(self.folder.path());
        command.env_clear();
        command.env("HOME", self.folder.path());
        command.env("TERM", "xterm-256color");
        for (name, value) in environment {
            command.env(name, value);
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let keys = pair.master.take_writer().unwrap();
        let mut output = pair.master.try_clone_reader().unwrap();
        let (to, bytes) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(read @ 1..) = output.read(&mut buffer) {
                if to.send(buffer[..read].to_vec()).is_err() {
                    break;
                }
            }
        });
        let screen = Parser::new(size.rows, size.cols, 0);
        Program { child, keys, bytes, screen, raw: Vec::new(), _master: pair.master }
    }
}

/// The program as it runs.
struct Program {
    child: Box<dyn Child + Send + Sync>,
    keys: Box<dyn Write + Send>,
    bytes: Receiver<Vec<u8>>,
    screen: Parser,
    /// All that was written to the terminal.
    raw: Vec<u8>,
    _master: Box<dyn portable_pty::MasterPty + Send>,
}

impl Program {
    /// Waits until `word` stands on the screen.
    fn shows(&mut self, word: &str) {
        let deadline = Instant::now() + PATIENCE;
        while !self.screen.screen().contents().contains(word) {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.bytes.recv_timeout(left) else {
                panic!("no {word:?} on:\n{}", self.screen.screen().contents());
            };
            self.take(&bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.raw.extend_from_slice(bytes);
        self.screen.process(bytes);
    }

    fn types(&mut self, keys: &str) {
        self.keys.write_all(keys.as_bytes()).unwrap();
        self.keys.flush().unwrap();
    }

    /// Waits until the program has ended; its exit status.
    fn ends(&mut self) -> u32 {
        let status = self.child.wait().unwrap().exit_code();
        // What it wrote last may still be on its way.
        while let Ok(bytes) = self.bytes.recv_timeout(Duration::from_millis(200)) {
            self.take(&bytes);
        }
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the terminal was not given back");
        assert!(!screen.hide_cursor(), "the cursor was not given back");
        status
    }
}

#[test]
fn the_first_run_has_articles_and_the_next_one_where_it_was_left() {
    let home = Home::new();
    let mut program = home.start(&[], &[]);
    program.shows("Moscow");
    program.types("L");
    program.shows("How to read with Newsprint");
    program.types("ZZ");
    assert_eq!(program.ends(), 0);
    let mut program = home.start(&[], &[]);
    program.shows("Moscow");
    program.types("ZZ");
    assert_eq!(program.ends(), 0);
}

#[test]
fn an_article_of_the_library_opens_by_its_number() {
    let home = Home::new();
    home.write("ebb.txt", "The ebb at Avon\n\nThe ferry lay in the mud on Tuesday.\n");
    for file in ["tide.txt", "ebb.txt"] {
        let mut program = home.start(&[file], &[]);
        program.shows("The ferry");
        program.types("ZZ");
        assert_eq!(program.ends(), 0);
    }
    let mut program = home.start(&["2"], &[]);
    program.shows("The ferry waited");
    program.types("q");
    program.shows("Library");
    program.types("q");
    assert_eq!(program.ends(), 0);
    let mut program = home.start(&["9"], &[]);
    program.shows("9: there is no such file");
    assert_eq!(program.ends(), 1);
}

#[test]
fn without_a_library_nothing_is_left_behind() {
    let home = Home::new();
    let mut program = home.start(&["--no-library", "tide.txt"], &[]);
    program.shows("The ferry waited");
    program.types("+q");
    assert_eq!(program.ends(), 0);
    assert_eq!(fs::read_dir(home.folder.path()).unwrap().count(), 1);
}

#[test]
fn without_colors_none_is_written_and_attributes_are() {
    let home = Home::new();
    let mut program = home.start(&["tide.txt"], &[("NO_COLOR", "1")]);
    program.shows("The ferry waited");
    program.types("/ferry\r");
    program.shows("1/1");
    program.types("q");
    assert_eq!(program.ends(), 0);
    let written = String::from_utf8_lossy(&program.raw);
    let parameters = written.split("\u{1b}[").skip(1).filter_map(|rest| {
        let (parameters, _) = rest.split_once('m')?;
        let numeric = |c: char| c.is_ascii_digit() || c == ';' || c == ':';
        parameters.chars().all(numeric).then(|| parameters.to_owned())
    });
    let numbers: Vec<String> = parameters
        .flat_map(|it| it.split(';').map(ToOwned::to_owned).collect::<Vec<_>>())
        .collect();
    let is_color = |number: &str| {
        let number = number.split(':').next().and_then(|it| it.parse::<u8>().ok()).unwrap_or(0);
        matches!(number, 30..=38 | 40..=48 | 58 | 90..=97 | 100..=107)
    };
    assert!(numbers.iter().any(|number| number == "7"), "no reversal in {numbers:?}");
    assert!(!numbers.iter().any(|number| is_color(number)), "{numbers:?}");
}

#[test]
fn the_settings_file_rebinds_keys_and_its_mistakes_are_told_once() {
    let home = Home::new();
    home.write("c.toml", "[keymap]\nback = \"&\"\nnxt-hit = \"F3\"\n");
    let mut program = home.start(&["--config", "c.toml", "tide.txt"], &[]);
    program.shows("c.toml:3: unknown command");
    program.types("&");
    assert_eq!(program.ends(), 0);
}
