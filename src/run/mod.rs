//! The terminal and the loop: the only place that waits.
//!
//! One wait for everything: input, signals and the worker's messages. What is queued is taken in
//! whole, then one frame is drawn. Nothing here polls or runs on a timer, so a program that shows
//! a page costs nothing. What is done is [`App`]'s business, how it looks the caller's.

mod backend;
mod clipboard;
mod edit;
mod error;
mod graphics;
mod input;
mod listen;
mod presses;
mod session;
mod terminal;

pub use error::Error;

use crate::app::{App, Effect, Message};
use crossbeam_channel::{Receiver, Sender};
use listen::listen;
use ratatui::Frame;
use session::Session;
use std::panic::{self, AssertUnwindSafe};
use std::sync::Arc;
use std::thread;
use terminal::Terminal;

/// What a session in the terminal begins with.
pub struct Start {
    /// The state.
    pub app: App,
    /// How the state looks.
    pub draw: Draw,
    /// Happened already: taken in before the first frame.
    pub messages: Vec<Message>,
    /// What is to be done first. Where `messages` bring an article, that is shown before; else the
    /// first answer is in the first frame if it comes soon.
    pub wishes: Vec<Effect>,
    /// Where effects go. It is closed when the session ends; the worker then finishes what it
    /// has and closes the other end.
    pub effects: Sender<Effect>,
    /// Where the worker's messages come from.
    pub answers: Receiver<Message>,
    /// Whether to use the mouse.
    pub mouse: bool,
    /// Whether to ask the terminal for its background's colour.
    pub ask_background: bool,
}

/// Draws the state.
pub type Draw = Box<dyn FnMut(&App, &mut Frame<'_>)>;

/// How a session ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Exit {
    /// The reader left.
    Quit,
    /// A signal of this number ended it, or the terminal went away (as by SIGHUP). The exit
    /// status of a program that ends so is 128 and the number.
    Signal(i32),
}

/// Runs a session in the terminal, until the reader leaves or it is ended from outside. The
/// terminal is given back on every way out, and effects under way are finished.
pub fn run(start: Start) -> Result<Exit, Error> {
    if std::env::var_os("TERM").is_none_or(|term| term.is_empty() || term == "dumb") {
        return Err(Error::Dumb);
    }
    let terminal = Arc::new(Terminal::open(start.mouse)?.ok_or(Error::NoTerminal)?);
    let ears = listen(&terminal)?;
    give_back_on_panic(&terminal);
    let mut session = Session::new(start, Arc::clone(&terminal), ears);
    let ended = panic::catch_unwind(AssertUnwindSafe(|| session.run()));
    terminal.leave();
    session.finish();
    drop(panic::take_hook());
    ended.unwrap_or_else(|payload| panic::resume_unwind(payload))
}

/// A panic of this thread gives the terminal back before a line is written about it. Those of
/// other threads are caught and told there.
fn give_back_on_panic(terminal: &Arc<Terminal>) {
    let (terminal, owner) = (Arc::clone(terminal), thread::current().id());
    panic::set_hook(Box::new(move |panic| {
        if thread::current().id() == owner {
            terminal.leave();
            error::print_panic(panic);
        }
    }));
}
