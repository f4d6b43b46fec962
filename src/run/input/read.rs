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

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::{self, Write};
    use std::thread;
    use std::time::Duration;

    /// What was found before the wait ended, and whether the terminal was gone.
    fn found(write: impl FnOnce(io::PipeWriter, io::PipeWriter) + Send + 'static) -> (usize, bool) {
        let (terminal, typed) = io::pipe().unwrap();
        let (stop, stopping) = io::pipe().unwrap();
        let writer = thread::spawn(move || write(typed, stopping));
        let mut count = 0;
        let gone = read(terminal, stop, |found| {
            count += found.len();
            true
        });
        writer.join().unwrap();
        (count, gone)
    }

    #[test]
    fn the_end_of_the_terminal_ends_the_wait() {
        assert_eq!(found(|_typed, stopping| std::mem::forget(stopping)), (0, true));
    }

    #[test]
    fn what_was_typed_before_the_end_is_found() {
        let type_and_go = |mut typed: io::PipeWriter, stopping: io::PipeWriter| {
            std::mem::forget(stopping);
            typed.write_all("jé\x1b[A".as_bytes()).unwrap();
        };
        assert_eq!(found(type_and_go), (3, true));
    }

    #[test]
    fn closing_the_other_end_of_stop_ends_the_wait() {
        assert_eq!(found(|typed, _stopping| std::mem::forget(typed)), (0, false));
    }

    #[test]
    fn an_escape_alone_is_found_after_a_pause() {
        let escape = |mut typed: io::PipeWriter, _stopping: io::PipeWriter| {
            typed.write_all(b"\x1b").unwrap();
            thread::sleep(Duration::from_millis(200));
            std::mem::forget(typed);
        };
        assert_eq!(found(escape), (1, false));
    }

    #[test]
    fn nobody_to_tell_ends_the_wait() {
        let (terminal, mut typed) = io::pipe().unwrap();
        let (stop, _stopping) = io::pipe().unwrap();
        typed.write_all(b"jj").unwrap();
        assert!(!read(terminal, stop, |_| false));
    }
}
