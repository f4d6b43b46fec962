//! How the program ends: what is told on standard error, and the exit status.

use crate::text::clean;
use std::fmt::Display;
use std::io::{self, Write};
use std::process::ExitCode;

/// Why a command did not do all it was asked to.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Failure {
    /// Something failed; one line says what, why and what to do.
    Failed(String),
    /// It was called wrongly.
    Usage(String),
    /// Nothing was found, and this line says of what.
    NotFound(String),
    /// What went wrong has been told already.
    Told,
    /// Nobody reads what is printed any more, which is no failure.
    Closed,
    /// A signal of this number ended it.
    Signal(u8),
}

impl Failure {
    /// A failure with `error` as its line.
    pub(super) fn failed(error: impl Display) -> Self {
        Self::Failed(error.to_string())
    }

    /// Tells what went wrong with one of many things, so that the others can go on; what ends the
    /// command stays a failure.
    pub(super) fn tell(self) -> Outcome {
        match self {
            Self::Failed(line) | Self::Usage(line) | Self::NotFound(line) => tell(&line),
            Self::Told => {}
            Self::Closed | Self::Signal(_) => return Err(self),
        }
        Ok(())
    }
}

impl From<io::Error> for Failure {
    /// A failure to print.
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::BrokenPipe => Self::Closed,
            _ => Self::Failed(format!("cannot print: {error}")),
        }
    }
}

/// What a command comes to.
pub(super) type Outcome = Result<(), Failure>;

/// Tells what went wrong in one line; the exit status.
pub(super) fn end(outcome: Outcome) -> ExitCode {
    let (status, line) = match outcome {
        Ok(()) | Err(Failure::Closed) => (0, None),
        Err(Failure::Told) => (1, None),
        Err(Failure::Failed(line)) => (1, Some(line)),
        Err(Failure::Usage(line)) => (2, Some(line)),
        Err(Failure::NotFound(line)) => (3, Some(line)),
        Err(Failure::Signal(signal)) => (128_u8.saturating_add(signal), None),
    };
    if let Some(line) = line {
        tell(&line);
    }
    ExitCode::from(status)
}

/// A line on standard error. It is lost where standard error is closed: there is nobody to tell.
pub(super) fn tell(line: &str) {
    _ = writeln!(io::stderr(), "newsprint: {}", one_line(line));
}

/// `text` on one line, cleaned.
pub(super) fn one_line(text: &str) -> String {
    clean(text).replace(['\n', '\t'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closed_pipe_is_no_failure() {
        let broken = io::Error::from(io::ErrorKind::BrokenPipe);
        assert_eq!(Failure::from(broken), Failure::Closed);
        let full = Failure::from(io::Error::from(io::ErrorKind::StorageFull));
        assert!(matches!(full, Failure::Failed(line) if line.starts_with("cannot print: ")));
    }

    #[test]
    fn a_line_stays_one_line() {
        assert_eq!(one_line("a\nb\tc"), "a b c");
    }
}
