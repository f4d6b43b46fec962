//! The daily backup, taken in a thread of its own: nothing that a key asks for waits for it.

use super::post::Post;
use crate::app::Message;
use crate::store::Store;
use crossbeam_channel::{Receiver, bounded};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// How long the end of the program waits for a backup that is under way.
const PATIENCE: Duration = Duration::from_secs(1);

/// Whether today's backup was taken, and how many are kept.
#[derive(Debug)]
pub(super) struct Daily {
    keep: usize,
    /// The day that was seen to last.
    day: String,
    /// Closed once the backup under way is done.
    running: Option<Receiver<()>>,
    /// Says that nobody waits for it any more.
    given_up: Arc<AtomicBool>,
}

impl Daily {
    /// None is taken where none is to be kept.
    pub(super) fn new(keep: usize) -> Self {
        Self { keep, day: String::new(), running: None, given_up: Arc::default() }
    }

    /// Begins to take today's backup of the library, unless that was seen to before.
    pub(super) fn take(&mut self, store: &Store, post: &Post) {
        let Some(path) = store.path().filter(|_| self.keep > 0) else { return };
        let Ok(day) = store.today() else { return };
        if self.day == day {
            return;
        }
        self.day = day;
        let (path, keep, post) = (path.to_owned(), self.keep, post.clone());
        let (working, ended) = bounded::<()>(0);
        let given_up = Arc::clone(&self.given_up);
        let work = move || {
            let wanted = || !given_up.load(Ordering::Relaxed);
            // A connection of its own, closed again before its end is told.
            let taken = Store::open(&path).and_then(|store| store.backup_daily(keep, &wanted));
            if let Err(error) = taken
                && wanted()
            {
                post.send(Message::Failed(format!("no backup today: {error}")));
            }
            drop(working);
        };
        let started = thread::Builder::new().name("backup".into()).spawn(work);
        self.running = started.is_ok().then_some(ended);
    }

    /// Waits a little for a backup that is under way, then gives it up: the next session takes it.
    pub(super) fn finish(&mut self) {
        if let Some(ended) = self.running.take() {
            // It sends nothing: what comes is its end, or that of the patience.
            _ = ended.recv_timeout(PATIENCE);
        }
        self.given_up.store(true, Ordering::Relaxed);
    }
}
