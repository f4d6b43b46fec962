//! The reader's own editor, on a file of its own that nobody else can read.

use super::terminal;
use rustix::io::Errno;
use rustix::process::{Pid, WaitOptions, waitpid};
use std::env;
use std::fs;
use std::io::{self, Write};
use std::path::Path;
use std::process::{Child, Command};
use thiserror::Error;

/// The most that is taken back, in bytes.
const LIMIT: u64 = 256 << 10;

/// Why nothing was edited.
#[derive(Debug, Error)]
pub(super) enum Error {
    /// No file could be made for it, or it could not be read again.
    #[error("the note could not be handed to the editor: {0}")]
    File(#[from] io::Error),
    /// The program did not start.
    #[error("the editor {0} did not start: {1}; set EDITOR to another")]
    Start(String, io::Error),
    /// The program said that something failed.
    #[error("the editor {0} failed; the note is as it was")]
    Failed(String),
    /// The file grew too long.
    #[error("what the editor left is too long for a note; the note is as it was")]
    Long,
}

/// Lets the reader edit `text` in `$VISUAL`, `$EDITOR` or `vi`, and waits. The file lies in a
/// folder of its own, both for the owner only, and is gone afterwards.
pub(super) fn edit(text: &str) -> Result<String, Error> {
    let folder = tempfile::Builder::new().prefix("newsprint-note-").tempdir()?;
    let path = folder.path().join("note.md");
    private(&path)?.write_all(text.as_bytes())?;
    let command = editor(|name| env::var(name).ok());
    // No shell: the words of the variable are the program and its arguments.
    let mut words = command.split_whitespace();
    let program = words.next().unwrap_or("vi");
    let child = Command::new(program).args(words).arg(&path).spawn();
    let child = child.map_err(|error| Error::Start(command.clone(), error))?;
    if !succeeds(&child)? {
        return Err(Error::Failed(command));
    }
    if fs::metadata(&path)?.len() > LIMIT {
        return Err(Error::Long);
    }
    Ok(String::from_utf8_lossy(&fs::read(&path)?).into_owned())
}

/// The editor that the environment names.
fn editor(variable: impl Fn(&str) -> Option<String>) -> String {
    let named = ["VISUAL", "EDITOR"].into_iter().filter_map(variable);
    named.map(|it| it.trim().to_owned()).find(|it| !it.is_empty()).unwrap_or_else(|| "vi".into())
}

fn private(path: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.write(true).create_new(true).open(path)
}

/// Waits for the program's end. When it is stopped (`C-z`), this one stops with it, so that the
/// shell gets the terminal, and both go on together.
fn succeeds(child: &Child) -> io::Result<bool> {
    let pid = i32::try_from(child.id()).ok().and_then(Pid::from_raw);
    loop {
        match waitpid(pid, WaitOptions::UNTRACED) {
            Ok(Some((_, status))) if status.stopped() => terminal::stop()?,
            Ok(Some((_, status))) => return Ok(status.exit_status() == Some(0)),
            Ok(None) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_names_the_editor() {
        let named = |visual: Option<&str>, other: Option<&str>| {
            editor(|name| if name == "VISUAL" { visual } else { other }.map(str::to_owned))
        };
        assert_eq!(named(Some("code -w"), Some("nano")), "code -w");
        assert_eq!(named(Some(" "), Some("nano")), "nano");
        assert_eq!(named(None, None), "vi");
    }
}
