//! Noticing that another process wrote to the library, without a look at the clock.

use crossbeam_channel::{Receiver, TrySendError, bounded, never};
use notify::{EventKind, RecommendedWatcher, RecursiveMode, Watcher, recommended_watcher};
use std::path::Path;

/// Something that may have happened to the library.
#[derive(Debug)]
pub(super) struct Watch {
    /// Gives a unit after one or many writes, whoever's they were.
    pub(super) pulses: Receiver<()>,
    #[expect(dead_code, reason = "held: the system stops to tell when it is dropped")]
    watcher: Option<RecommendedWatcher>,
}

impl Watch {
    /// Nothing is watched.
    pub(super) fn nothing() -> Self {
        Self { pulses: never(), watcher: None }
    }

    /// Watches the file at `path`. Where the system tells nothing of files, nothing is noticed:
    /// other processes' changes are then seen with the next look at the list.
    pub(super) fn on(path: &Path) -> Self {
        let (sender, pulses) = bounded(1);
        let tell = move |event: notify::Result<notify::Event>| {
            let wrote = event.is_ok_and(|event| matches!(event.kind, EventKind::Modify(_)));
            match wrote.then(|| sender.try_send(())) {
                // One that waits to be taken stands for this one too.
                None
                | Some(Ok(()) | Err(TrySendError::Full(()) | TrySendError::Disconnected(()))) => {}
            }
        };
        let watcher = recommended_watcher(tell).and_then(|mut watcher| {
            watcher.watch(path, RecursiveMode::NonRecursive)?;
            Ok(watcher)
        });
        watcher.map_or_else(|_| Self::nothing(), |watcher| Self { pulses, watcher: Some(watcher) })
    }
}
