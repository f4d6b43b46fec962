//! Why a session in the terminal could not be had, or did not end well.

use std::fmt;
use std::io::{self, Write};
use std::panic::PanicHookInfo;

/// Why a session in the terminal could not be had, or did not end well.
#[derive(Debug)]
pub enum Error {
    /// Standard output is no terminal.
    NoTerminal,
    /// The terminal says of itself that it cannot do more than print (`TERM=dumb`), or nothing.
    Dumb,
    /// The terminal could not be taken over, or failed in use.
    Terminal(io::Error),
    /// The worker ended before the session.
    Worker,
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoTerminal => "standard output is not a terminal",
            Self::Dumb => "this terminal cannot show a full screen (see TERM)",
            Self::Terminal(_) => "the terminal cannot be used",
            Self::Worker => "the part that keeps the library stopped working",
        })
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        match self {
            Self::Terminal(error) => Some(error),
            Self::NoTerminal | Self::Dumb | Self::Worker => None,
        }
    }
}

impl From<io::Error> for Error {
    fn from(error: io::Error) -> Self {
        Self::Terminal(error)
    }
}

/// Writes one line about a panic to standard error, cleaned.
pub(super) fn print_panic(panic: &PanicHookInfo<'_>) {
    let payload = panic.payload();
    let said = payload.downcast_ref::<&str>().copied();
    let said = said.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let said = said.unwrap_or("unknown");
    let place = panic.location().map(|place| format!(" at {place}")).unwrap_or_default();
    let line = format!("newsprint: this is a bug: {said}{place}").replace(['\n', '\t'], " ");
    _ = writeln!(io::stderr(), "{}", crate::text::clean(&line));
}
