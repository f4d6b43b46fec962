//! What the laws of speed count: lines set and bytes visited, on this thread.

use std::cell::Cell;

/// Work done.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Work {
    /// Lines wrapped.
    pub lines: usize,
    /// Bytes looked at by wrapping and by finding sentences and lines.
    pub bytes: usize,
}

thread_local! {
    static DONE: Cell<Work> = const { Cell::new(Work { lines: 0, bytes: 0 }) };
}

pub(super) fn line(bytes: usize) {
    let done = DONE.get();
    DONE.set(Work { lines: done.lines + 1, bytes: done.bytes + bytes });
}

pub(crate) fn visit(bytes: usize) {
    let done = DONE.get();
    DONE.set(Work { bytes: done.bytes + bytes, ..done });
}

/// The work that `act` does.
pub(crate) fn of<T>(act: impl FnOnce() -> T) -> Work {
    let before = DONE.get();
    act();
    let after = DONE.get();
    Work { lines: after.lines - before.lines, bytes: after.bytes - before.bytes }
}
