//! The terminal itself: taken over and given back as it was found.

use super::graphics;
use crossterm::cursor::{Hide, Show};
use crossterm::queue;
use crossterm::terminal::{EndSynchronizedUpdate, EnterAlternateScreen, LeaveAlternateScreen};
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::{AsFd, BorrowedFd, OwnedFd};
use rustix::fs::{Mode, OFlags};
use rustix::io::Errno;
use rustix::termios::{
    OptionalActions, QueueSelector, Termios, isatty, tcflush, tcgetattr, tcgetwinsize, tcsetattr,
    ttyname,
};
use std::io::{self, PipeReader, PipeWriter, Write};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

/// Pasted text in brackets. In crossterm this comes with its event loop, which we do without.
const PASTE: &[u8] = b"\x1b[?2004h";
const NO_PASTE: &[u8] = b"\x1b[?2004l";

/// Presses, drags and the wheel, in the SGR form: crossterm would ask for every move as well.
const MOUSE: &[u8] = b"\x1b[?1002h\x1b[?1006h";
const NO_MOUSE: &[u8] = b"\x1b[?1006l\x1b[?1002l";

/// Asks for the background's colour (xterm, OSC 11).
const BACKGROUND: &[u8] = b"\x1b]11;?\x1b\\";

/// How long a terminal that takes nothing is waited on when it is given back.
const PATIENCE: Timespec = Timespec { tv_sec: 0, tv_nsec: 300_000_000 };

/// How long a terminal that takes nothing keeps one from looking for keys.
const SHORT: Timespec = Timespec { tv_sec: 0, tv_nsec: 5_000_000 };

/// The size taken where the terminal does not know its own: columns and rows.
const UNKNOWN: (u16, u16) = (80, 24);

/// The terminal, with the way back.
#[derive(Debug)]
pub(super) struct Terminal {
    /// Opened anew, so that not waiting when writing is no business of other programs.
    file: OwnedFd,
    found: Termios,
    mouse: bool,
    entered: AtomicBool,
    /// Whether another program has it for now.
    lent: AtomicBool,
    /// How many answers may still come.
    asked: AtomicUsize,
    /// Becomes readable when waiting for the terminal must end.
    hurry: PipeReader,
    hurried: PipeWriter,
}

impl Terminal {
    /// Opens the terminal behind standard output; `None` where there is none.
    pub(super) fn open(mouse: bool) -> io::Result<Option<Self>> {
        let output = rustix::stdio::stdout();
        if !isatty(output) {
            return Ok(None);
        }
        let file = ttyname(output, Vec::new())
            .and_then(|name| reopen(name.as_c_str()))
            .or_else(|_| reopen(c"/dev/tty"))?;
        let found = tcgetattr(&file)?;
        let (hurry, hurried) = io::pipe()?;
        let (entered, lent) = (AtomicBool::new(false), AtomicBool::new(false));
        let asked = AtomicUsize::new(0);
        Ok(Some(Self { file, found, mouse, entered, lent, asked, hurry, hurried }))
    }

    /// Takes the terminal over.
    pub(super) fn enter(&self) -> io::Result<()> {
        let mut raw = self.found.clone();
        raw.make_raw();
        self.entered.store(true, Ordering::SeqCst);
        tcsetattr(&self.file, OptionalActions::Now, &raw)?;
        let mouse = if self.mouse { MOUSE } else { b"" };
        self.write(&[&entering()?, mouse].concat())
    }

    /// Gives the terminal back, once; does what can be done where it no longer listens.
    pub(super) fn leave(&self) {
        if !self.entered.swap(false, Ordering::SeqCst) {
            return;
        }
        let mouse = if self.mouse { NO_MOUSE } else { b"" };
        let leaving = leaving().unwrap_or_default();
        _ = self.put(&[&leaving, mouse].concat(), Some(&PATIENCE));
        if self.asked.load(Ordering::SeqCst) > 0 {
            // A late answer would be typed at the shell.
            _ = tcflush(&self.file, QueueSelector::IFlush);
        }
        _ = tcsetattr(&self.file, OptionalActions::Now, &self.found);
    }

    /// Whether another program has the terminal, so that what is typed there is not for this one.
    pub(super) fn is_lent(&self) -> bool {
        self.lent.load(Ordering::SeqCst)
    }

    /// Lends the terminal to another program, or takes it back.
    pub(super) fn lend(&self, lent: bool) {
        self.lent.store(lent, Ordering::SeqCst);
    }

    /// Asks for the background's colour. The answer comes as input, at any time or never.
    pub(super) fn ask_background(&self) -> io::Result<()> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        self.write(BACKGROUND)
    }

    /// Asks what the terminal can show of pictures. The answer comes as input as well.
    pub(super) fn ask_graphics(&self) -> io::Result<()> {
        self.asked.fetch_add(1, Ordering::SeqCst);
        self.write(graphics::QUESTION)
    }

    /// One of the questions was answered.
    pub(super) fn answered(&self) {
        _ = self.asked.fetch_update(Ordering::SeqCst, Ordering::SeqCst, |left| left.checked_sub(1));
    }

    /// The width and height of a cell in points, where the terminal knows.
    pub(super) fn cell(&self) -> Option<(u16, u16)> {
        let size = tcgetwinsize(&self.file).ok()?;
        let width = size.ws_xpixel.checked_div(size.ws_col)?;
        let height = size.ws_ypixel.checked_div(size.ws_row)?;
        (width > 1 && height > 1).then_some((width, height))
    }

    /// Columns and rows: never 0.
    pub(super) fn size(&self) -> (u16, u16) {
        match tcgetwinsize(&self.file) {
            Ok(size) if size.ws_col > 0 && size.ws_row > 0 => (size.ws_col, size.ws_row),
            _ => UNKNOWN,
        }
    }

    /// Writes all of it, however slow the terminal is. `Interrupted` where [`Terminal::hurry`]
    /// ended the wait, any other error where the terminal is gone.
    pub(super) fn write(&self, bytes: &[u8]) -> io::Result<()> {
        self.put(bytes, None)
    }

    /// Writes what the terminal takes at once, or within [`SHORT`]; how many bytes that were.
    /// Errors as [`Terminal::write`].
    pub(super) fn write_some(&self, bytes: &[u8]) -> io::Result<usize> {
        match rustix::io::write(&self.file, bytes) {
            Ok(count) => Ok(count),
            Err(Errno::INTR) => Ok(0),
            Err(Errno::AGAIN) => match self.wait(Some(&SHORT)) {
                Err(error) if error.kind() != io::ErrorKind::TimedOut => Err(error),
                _ => Ok(0),
            },
            Err(error) => Err(error.into()),
        }
    }

    /// Ends every wait for the terminal, now and later.
    pub(super) fn hurry(&self) {
        _ = (&self.hurried).write_all(b"!");
    }

    /// Writes all of it; with a `limit` on each wait, otherwise until told to hurry.
    fn put(&self, mut bytes: &[u8], limit: Option<&Timespec>) -> io::Result<()> {
        while !bytes.is_empty() {
            match rustix::io::write(&self.file, bytes) {
                Ok(count) => bytes = bytes.get(count..).unwrap_or_default(),
                Err(Errno::INTR) => {}
                Err(Errno::AGAIN) => self.wait(limit)?,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }

    /// Waits until the terminal takes bytes again.
    fn wait(&self, limit: Option<&Timespec>) -> io::Result<()> {
        let mut files = vec![PollFd::new(&self.file, PollFlags::OUT)];
        if limit.is_none() {
            files.push(PollFd::new(&self.hurry, PollFlags::IN));
        }
        match poll(&mut files, limit) {
            Ok(0) => return Err(io::ErrorKind::TimedOut.into()),
            Ok(_) | Err(Errno::INTR) => {}
            Err(error) => return Err(error.into()),
        }
        let broken = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
        match files.iter().map(PollFd::revents).collect::<Vec<_>>().as_slice() {
            [terminal, ..] if terminal.intersects(broken) => Err(io::ErrorKind::BrokenPipe.into()),
            [_, hurry] if !hurry.is_empty() => Err(io::ErrorKind::Interrupted.into()),
            _ => Ok(()),
        }
    }
}

impl AsFd for Terminal {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.file.as_fd()
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        self.leave();
    }
}

/// The alternate screen, no cursor, pasted text in brackets.
fn entering() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(bytes, EnterAlternateScreen, Hide)?;
    bytes.extend_from_slice(PASTE);
    Ok(bytes)
}

/// Everything back, whatever a frame cut short left open: a picture, a synchronized update, a
/// region that scrolls, a look.
fn leaving() -> io::Result<Vec<u8>> {
    let mut bytes = b"\x1b\\".to_vec();
    queue!(bytes, EndSynchronizedUpdate)?;
    bytes.extend_from_slice(b"\x1b[r\x1b[m");
    bytes.extend_from_slice(NO_PASTE);
    queue!(bytes, Show, LeaveAlternateScreen)?;
    Ok(bytes)
}

fn reopen(name: &std::ffi::CStr) -> rustix::io::Result<OwnedFd> {
    let flags = OFlags::RDWR | OFlags::NOCTTY | OFlags::NONBLOCK | OFlags::CLOEXEC;
    rustix::fs::open(name, flags, Mode::empty())
}

/// Whether the environment names a terminal that is known to draw underlines in colours of their
/// own. Others may take the colons of the codes (ISO 8613-6) for the end of them.
pub(super) fn colors_underlines(variable: impl Fn(&str) -> Option<String>) -> bool {
    let named = |name: &str, known: &[&str]| {
        variable(name).is_some_and(|value| known.iter().any(|known| value.contains(known)))
    };
    let vte = variable("VTE_VERSION").and_then(|version| version.parse::<u32>().ok());
    named("TERM", &["kitty", "foot", "alacritty", "ghostty", "wezterm", "contour"])
        || named("TERM_PROGRAM", &["iTerm", "WezTerm", "ghostty", "mintty"])
        || vte.is_some_and(|version| version >= 5200)
        || ["KONSOLE_VERSION", "WT_SESSION"].iter().any(|name| variable(name).is_some())
}

/// Whether a stopped program could be continued: a shell with job control gives every job a group
/// of its own, so in the session leader's own group nobody waits to continue it.
pub(super) fn can_be_continued() -> bool {
    rustix::process::getsid(None).is_ok_and(|session| session != rustix::process::getpgrp())
}

/// Stops the whole job until it is continued.
pub(super) fn stop() -> io::Result<()> {
    Ok(rustix::process::kill_current_process_group(rustix::process::Signal::STOP)?)
}

#[cfg(test)]
mod tests {
    use super::colors_underlines;

    fn knows(environment: &[(&str, &str)]) -> bool {
        colors_underlines(|name| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).into())
        })
    }

    #[test]
    fn terminals_that_color_underlines_are_known_by_their_names() {
        assert!(knows(&[("TERM", "xterm-kitty")]));
        assert!(knows(&[("TERM", "xterm-256color"), ("TERM_PROGRAM", "WezTerm")]));
        assert!(knows(&[("TERM", "xterm-256color"), ("VTE_VERSION", "7600")]));
    }

    #[test]
    fn others_are_not_trusted_with_it() {
        assert!(!knows(&[("TERM", "xterm-256color")]));
        assert!(!knows(&[("TERM", "linux"), ("VTE_VERSION", "4002")]));
        assert!(!knows(&[]));
    }
}
