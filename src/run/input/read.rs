//! The thread that reads the terminal.

use super::Input;
use super::decode::Decoder;
use rustix::event::{PollFd, PollFlags, Timespec, poll};
use rustix::fd::AsFd;
use rustix::io::Errno;

/// How long an Escape is waited on for what it may be the start of. A sequence comes in one
/// piece; over a slow line it may not, but then only Escape itself is early.
const ESCAPE: Timespec = Timespec { tv_sec: 0, tv_nsec: 25_000_000 };

/// Reads until the terminal is gone, `stop` becomes readable, or `take` returns false. Waits
/// without a timer, except after an Escape.
///
/// True where the terminal is gone.
pub(in crate::run) fn read(
    terminal: impl AsFd,
    stop: impl AsFd,
    mut take: impl FnMut(Vec<Input>) -> bool,
) -> bool {
    let mut decoder = Decoder::new();
    let mut buffer = [0; 8192];
    loop {
        let mut found = Vec::new();
        match wait(&terminal, &stop, decoder.waits()) {
            Wait::Stop => return false,
            Wait::Gone => return true,
            Wait::Again => {}
            Wait::Nothing => decoder.pause(&mut found),
            Wait::Bytes => match rustix::io::read(&terminal, &mut buffer) {
                Ok(0) => return true,
                Ok(count) => decoder.feed(buffer.get(..count).unwrap_or_default(), &mut found),
                Err(Errno::AGAIN | Errno::INTR) => {}
                Err(_) => return true,
            },
        }
        if !found.is_empty() && !take(found) {
            return false;
        }
    }
}

/// What ended a wait.
enum Wait {
    Bytes,
    Nothing,
    Again,
    Stop,
    Gone,
}

fn wait(terminal: &impl AsFd, stop: &impl AsFd, escape: bool) -> Wait {
    let mut files = [PollFd::new(terminal, PollFlags::IN), PollFd::new(stop, PollFlags::IN)];
    match poll(&mut files, escape.then_some(&ESCAPE)) {
        Ok(0) => return Wait::Nothing,
        Ok(_) => {}
        Err(Errno::INTR | Errno::AGAIN) => return Wait::Again,
        Err(_) => return Wait::Gone,
    }
    let [terminal, stop] = files.map(|file| file.revents());
    let broken = PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL;
    if stop.intersects(PollFlags::IN | broken) {
        Wait::Stop
    } else if terminal.intersects(PollFlags::IN) {
        Wait::Bytes
    } else {
        Wait::Gone
    }
}
