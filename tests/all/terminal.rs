//! The program in a pseudo-terminal: what only a terminal can show.

use portable_pty::{Child, CommandBuilder, MasterPty, PtyPair, PtySize, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};
use std::fmt::Write as _;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::mpsc::{Receiver, channel};
use std::thread;
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// How long is waited for what should come at once.
const PATIENCE: Duration = Duration::from_secs(30);

/// Nothing came for so long: nothing more will.
const QUIET: Duration = Duration::from_millis(400);

/// The program, with the terminal it runs in.
struct Session {
    child: Box<dyn Child + Send + Sync>,
    /// Held open, so that the terminal can be looked at after the program's end.
    pair: PtyPair,
    keyboard: Box<dyn Write + Send>,
    output: Receiver<Vec<u8>>,
    screen: vt100::Parser,
    modes: String,
    _home: TempDir,
}

impl Session {
    /// Opens an article of so many paragraphs.
    fn reading(paragraphs: usize) -> Self {
        Self::running(paragraphs, |program, file| {
            let mut command = CommandBuilder::new(program);
            command.args(["--no-library".as_ref(), file.as_os_str()]);
            command
        })
    }

    fn running(paragraphs: usize, command: impl Fn(&Path, &Path) -> CommandBuilder) -> Self {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("article.txt");
        std::fs::write(&file, article(paragraphs)).unwrap();
        let mut command = command(Path::new(env!("CARGO_BIN_EXE_newsprint")), &file);
        command.env("TERM", "xterm-256color");
        for name in ["HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"] {
            command.env(name, home.path());
        }
        let pair = native_pty_system().openpty(size(80, 24)).unwrap();
        let modes = modes(&*pair.master);
        let child = pair.slave.spawn_command(command).unwrap();
        let keyboard = pair.master.take_writer().unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (send, output) = channel();
        thread::spawn(move || {
            let mut buffer = [0; 8192];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if send.send(buffer[..count].to_vec()).is_err() {
                    break;
                }
            }
        });
        let screen = vt100::Parser::new(24, 80, 0);
        Self { child, pair, keyboard, output, screen, modes, _home: home }
    }

    /// Waits until the screen shows `text`.
    fn until(&mut self, text: &str) -> &mut Self {
        let deadline = Instant::now() + PATIENCE;
        while !self.contents().contains(text) {
            let left = deadline.saturating_duration_since(Instant::now());
            let Ok(bytes) = self.output.recv_timeout(left) else {
                panic!("{text:?} never came; the screen shows\n{}", self.contents());
            };
            self.screen.process(&bytes);
        }
        self
    }

    /// Waits until nothing more comes.
    fn settle(&mut self) -> &mut Self {
        while let Ok(bytes) = self.output.recv_timeout(QUIET) {
            self.screen.process(&bytes);
        }
        self
    }

    fn keys(&mut self, keys: &str) -> &mut Self {
        self.keyboard.write_all(keys.as_bytes()).unwrap();
        self
    }

    fn resize(&mut self, columns: u16, rows: u16) {
        self.pair.master.resize(size(columns, rows)).unwrap();
        self.screen.screen_mut().set_size(rows.max(1), columns.max(1));
    }

    fn signal(&mut self, signal: Signal) -> &mut Self {
        let id = self.child.process_id().and_then(|id| Pid::from_raw(id.cast_signed())).unwrap();
        kill_process(id, signal).unwrap();
        self
    }

    fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    /// The status with which the program ends.
    fn status(&mut self) -> u32 {
        status(&mut *self.child)
    }

    /// Holds that the terminal is as it was found.
    fn is_given_back(&mut self) {
        self.settle();
        let screen = self.screen.screen();
        assert!(!screen.alternate_screen(), "the alternate screen was not left");
        assert!(!screen.hide_cursor(), "the cursor stayed hidden");
        assert!(!screen.bracketed_paste(), "pasted text stayed in brackets");
        assert_eq!(screen.mouse_protocol_mode(), vt100::MouseProtocolMode::None);
        assert_eq!(
            modes(&*self.pair.master),
            self.modes,
            "the modes of the line were not restored"
        );
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        _ = self.child.kill();
    }
}

/// The status with which a program ends.
fn status(child: &mut dyn Child) -> u32 {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait().unwrap() {
            return status.exit_code();
        }
        assert!(Instant::now() < deadline, "it does not end");
        thread::sleep(Duration::from_millis(5));
    }
}

fn size(cols: u16, rows: u16) -> PtySize {
    PtySize { rows, cols, pixel_width: 0, pixel_height: 0 }
}

/// The modes of the line: raw or not, echo or not.
fn modes(terminal: &dyn MasterPty) -> String {
    format!("{:?}", terminal.get_termios())
}

/// An article whose paragraphs tell their numbers.
fn article(paragraphs: usize) -> String {
    (1..=paragraphs).fold("A walk along the canal\n\n".to_owned(), |mut text, number| {
        write!(text, "Lock {number} lay open, and its keeper waved us through.\n\n").unwrap();
        text
    })
}

#[test]
fn a_file_opens_and_leaving_gives_the_terminal_back() {
    let mut session = Session::reading(40);
    session.until("Lock 3 lay open").keys("q");
    assert_eq!(session.status(), 0);
    session.is_given_back();
}

/// The reader on a library: of the file, or of the article that was open last.
fn with_library(library: &Path, with_file: bool, editor: &Path) -> Session {
    Session::running(6, |program, file| {
        let mut command = CommandBuilder::new(program);
        command.args(["--library".as_ref(), library.as_os_str()]);
        command.env("EDITOR", editor);
        if with_file {
            command.arg(file);
        }
        command
    })
}

#[test]
fn a_highlight_and_a_note_are_there_after_leaving_and_coming_back() {
    let shelf = tempfile::tempdir().unwrap();
    let library = shelf.path().join("library.db");
    let mut session = with_library(&library, true, "false".as_ref());
    session.until("Lock 3 lay open").settle().keys("H").until("highlighted in yellow");
    session.keys("aWho waved?").until("Who waved?").keys("\x13").until("note saved").keys("q");
    assert_eq!(session.status(), 0);
    session.is_given_back();
    let mut session = with_library(&library, false, "false".as_ref());
    session.until("Lock 3 lay open").until("● Who waved?").keys("uu").until("undone: highlighted");
}

#[test]
fn what_is_being_written_outlives_a_kill() {
    let shelf = tempfile::tempdir().unwrap();
    let library = shelf.path().join("library.db");
    let mut session = with_library(&library, true, "false".as_ref());
    session.until("Lock 3 lay open").settle().keys("aNot yet").until("Not yet").settle();
    thread::sleep(Duration::from_millis(2_300));
    session.signal(Signal::KILL);
    session.child.wait().unwrap();
    let mut session = with_library(&library, false, "false".as_ref());
    session.until("a goes on with it").keys("a").until("Not yet");
}

#[cfg(unix)]
#[test]
fn another_editor_has_the_terminal_while_it_runs() {
    use std::os::unix::fs::PermissionsExt;
    let shelf = tempfile::tempdir().unwrap();
    let editor = shelf.path().join("editor");
    let script = "#!/bin/sh\nstty -a | grep -q ' icanon' && stat -c '%a cooked' \"$1\" >> \"$1\"\n";
    std::fs::write(&editor, script).unwrap();
    std::fs::set_permissions(&editor, std::fs::Permissions::from_mode(0o755)).unwrap();
    let library = shelf.path().join("library.db");
    let mut session = with_library(&library, true, &editor);
    session.until("Lock 3 lay open").settle().keys("aFile ").until("File").keys("\x05");
    session.until("File 600 cooked").keys("\x13").until("note saved").keys("q");
    assert_eq!(session.status(), 0);
    session.is_given_back();
}

#[test]
fn signals_end_it_with_the_terminal_given_back() {
    for (signal, status) in [(Signal::TERM, 143), (Signal::HUP, 129), (Signal::INT, 130)] {
        let mut session = Session::reading(40);
        session.until("Lock 3 lay open").keys("/lock").settle().signal(signal);
        assert_eq!(session.status(), status);
        session.is_given_back();
    }
}

#[test]
fn a_terminal_that_vanishes_ends_it() {
    let home = tempfile::tempdir().unwrap();
    let pair = native_pty_system().openpty(size(80, 24)).unwrap();
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_newsprint"));
    command.args(["--no-library", concat!(env!("CARGO_MANIFEST_DIR"), "/Cargo.toml")]);
    command.env("TERM", "xterm-256color");
    command.env("HOME", home.path());
    let mut child = pair.slave.spawn_command(command).unwrap();
    let mut shown = Vec::new();
    while !shown.windows(9).any(|part| part == b"newsprint") {
        let mut buffer = [0; 4096];
        let count = pair.master.try_clone_reader().unwrap().read(&mut buffer).unwrap();
        shown.extend_from_slice(&buffer[..count]);
    }
    // Both ends closed: there is no terminal any more.
    drop(pair);
    assert!(status(&mut *child) > 128);
}

#[test]
fn a_thousand_queued_keys_end_where_single_ones_do() {
    let mut queued = Session::reading(900);
    queued.until("Lock 3 lay open").keys(&"j".repeat(1000)).settle();
    let mut single = Session::reading(900);
    single.until("Lock 3 lay open");
    for _ in 0..1000 {
        single.keys("j");
        thread::sleep(Duration::from_millis(1));
    }
    single.settle();
    assert_eq!(queued.contents(), single.contents());
    assert!(!queued.contents().contains("Lock 3 lay open"));
}

#[test]
fn a_storm_of_sizes_ends_with_the_last_one_shown() {
    let mut session = Session::reading(40);
    session.until("Lock 3 lay open");
    let calm = session.settle().contents();
    for step in 0..100_u16 {
        session.resize(step * 37 % 160, step * 13 % 50);
        thread::sleep(Duration::from_millis(1));
    }
    session.resize(80, 24);
    session.settle().keys("\x0c").settle();
    assert_eq!(session.contents(), calm);
    session.keys("q");
    assert_eq!(session.status(), 0);
}

#[test]
fn an_article_comes_through_a_pipe_and_keys_from_the_terminal() {
    let mut session = Session::running(40, |program, file| {
        let mut command = CommandBuilder::new("sh");
        let line = format!("cat '{}' | '{}' --no-library -", file.display(), program.display());
        command.args(["-c", line.as_str()]);
        command
    });
    session.until("Lock 3 lay open").keys("G").until("Lock 40 lay open").keys("q");
    assert_eq!(session.status(), 0);
    session.is_given_back();
}

#[test]
fn late_answers_and_strings_are_no_keys() {
    let mut session = Session::reading(40);
    session.until("Lock 3 lay open").settle();
    let before = session.contents();
    session
        .keys("\x1b]11;rgb:1111/1111/1111\x1b\\\x1b[?62;22c\x1bPqqGGjj\x1b\\\x1b_qq\x1b\\")
        .settle();
    assert_eq!(session.contents(), before);
    session.keys("q");
    assert_eq!(session.status(), 0);
}

#[test]
fn a_terminal_that_can_only_print_is_told_so() {
    let mut session = Session::running(3, |program, file| {
        let mut command = CommandBuilder::new("env");
        command.args(["TERM=dumb".as_ref(), program.as_os_str(), file.as_os_str()]);
        command
    });
    assert_eq!(session.status(), 2);
    session.settle();
    assert!(session.contents().contains("newsprint show"), "{}", session.contents());
}

#[test]
fn a_correction_survives_a_restart_and_is_undone_after_it() {
    let folder = tempfile::tempdir().unwrap();
    let (library, file) = (folder.path().join("library.db"), folder.path().join("mayor.txt"));
    std::fs::write(&file, "At the quay\n\nMayor Anna Berg met Mr. Karl Lund in Oslo.\n").unwrap();
    let open = || {
        Session::running(1, |program, _| {
            let mut command = CommandBuilder::new(program);
            command.args(["--library".as_ref(), library.as_os_str(), file.as_os_str()]);
            command
        })
    };
    let mut session = open();
    session.until("People 2").settle().keys("gpx").until("Anna Berg is hidden").until("People 1");
    session.keys("ZZ");
    assert_eq!(session.status(), 0);
    let mut session = open();
    session.until("People 1").settle().keys("u").until("undone: ").until("People 2").keys("ZZ");
    assert_eq!(session.status(), 0);
}
