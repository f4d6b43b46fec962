//! The threads that wait for the terminal and for signals, and tell the loop.

use super::input::{Input, read};
use super::terminal::Terminal;
use crossbeam_channel::{Receiver, Sender, unbounded};
use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGTSTP, SIGWINCH};
use signal_hook::iterator::{Handle, Signals};
use std::io::{self, PipeWriter};
use std::sync::Arc;
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// How long the loop may take to end after a signal that ends the program; then the program ends
/// without it.
const GRACE: Duration = Duration::from_secs(4);

/// What the threads tell.
#[derive(Debug)]
pub(super) enum Event {
    /// The terminal sent something.
    Input(Vec<Input>),
    /// The terminal is gone.
    Gone,
    /// A signal that ends the program.
    End(i32),
    /// A signal to stop until continued.
    Stop,
    /// The program was continued: the terminal may look like anything.
    Continued,
    /// The terminal has another size.
    Resized,
}

/// The ears of the loop; they close when this is dropped.
#[derive(Debug)]
pub(super) struct Ears {
    /// What was heard.
    pub(super) events: Receiver<Event>,
    signals: Handle,
    to: Sender<Event>,
    /// The thread that reads the terminal, and what ends it when it is closed.
    reading: Option<(PipeWriter, JoinHandle<()>)>,
    #[expect(dead_code, reason = "held open: closed, it tells that the loop has ended")]
    ended: Sender<()>,
}

impl Drop for Ears {
    fn drop(&mut self) {
        self.signals.close();
    }
}

/// Starts to listen for signals and, in `terminal`, for input.
pub(super) fn listen(terminal: &Arc<Terminal>) -> io::Result<Ears> {
    let (sender, events) = unbounded();
    let (ended, done) = crossbeam_channel::bounded(0);
    let signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH])?;
    let handle = signals.handle();
    let (to, tty) = (sender.clone(), Arc::clone(terminal));
    spawn("signals", move || hear(signals, &tty, &to, &done))?;
    let mut ears = Ears { events, signals: handle, to: sender, reading: None, ended };
    ears.listen(terminal)?;
    Ok(ears)
}

impl Ears {
    /// Reads the terminal, from now on or again.
    pub(super) fn listen(&mut self, terminal: &Arc<Terminal>) -> io::Result<()> {
        let (stop, reading) = io::pipe()?;
        let (tty, to) = (Arc::clone(terminal), self.to.clone());
        let thread = spawn("input", move || {
            if read(&*tty, stop, |found| to.send(Event::Input(found)).is_ok()) {
                _ = to.send(Event::Gone);
            }
        })?;
        self.reading = Some((reading, thread));
        Ok(())
    }

    /// Leaves what the terminal sends to another program; returns when nothing is read any more.
    pub(super) fn deafen(&mut self) {
        if let Some((reading, thread)) = self.reading.take() {
            drop(reading);
            _ = thread.join();
        }
    }
}

fn spawn(name: &str, work: impl FnOnce() + Send + 'static) -> io::Result<JoinHandle<()>> {
    thread::Builder::new().name(name.to_owned()).spawn(work)
}

/// Tells signals on until the loop is done.
fn hear(mut signals: Signals, terminal: &Terminal, to: &Sender<Event>, done: &Receiver<()>) {
    for signal in signals.forever() {
        let event = match signal {
            SIGTSTP => Event::Stop,
            SIGCONT => Event::Continued,
            SIGWINCH => Event::Resized,
            // They are meant for the program that has the terminal meanwhile.
            SIGINT | SIGQUIT if terminal.is_lent() => continue,
            _ => Event::End(signal),
        };
        let ends = matches!(event, Event::End(_));
        if to.send(event).is_err() {
            return;
        }
        if ends {
            terminal.hurry();
            if done.recv_timeout(GRACE).is_err_and(|error| error.is_timeout()) {
                terminal.leave();
                std::process::exit(128 + signal);
            }
            return;
        }
    }
}
