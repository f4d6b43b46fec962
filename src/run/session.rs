//! The loop: take in all that happened, then show what came of it.

use super::backend::Display;
use super::input::Input;
use super::listen::{Ears, Event};
use super::terminal::{self, Terminal};
use super::{Draw, Error, Exit, Start};
use crate::app::{App, Effect, Message};
use crossbeam_channel::{Receiver, Sender, select};
use signal_hook::consts::SIGHUP;
use std::io;
use std::sync::Arc;
use std::time::{Duration, Instant};

/// How long the worker may take to finish after the session.
const FINISH: Duration = Duration::from_secs(3);

/// How long the first frame waits for the first answer: a frame that shows nothing yet would
/// only flicker.
const FIRST: Duration = Duration::from_millis(60);

/// A session in the terminal.
pub(super) struct Session {
    app: App,
    draw: Draw,
    messages: Vec<Message>,
    wishes: Vec<Effect>,
    /// Closed at the end, which tells the worker to finish.
    effects: Option<Sender<Effect>>,
    answers: Receiver<Message>,
    ears: Ears,
    terminal: Arc<Terminal>,
    display: Display,
    size: (u16, u16),
    ask_background: bool,
    resized: bool,
    exit: Option<Exit>,
}

impl Session {
    pub(super) fn new(start: Start, terminal: Arc<Terminal>, ears: Ears) -> Self {
        let size = terminal.size();
        Self {
            app: start.app,
            draw: start.draw,
            messages: start.messages,
            wishes: start.wishes,
            effects: Some(start.effects),
            answers: start.answers,
            ears,
            display: Display::new(size.0, size.1),
            terminal,
            size,
            ask_background: start.ask_background,
            resized: false,
            exit: None,
        }
    }

    /// Runs until something ends the session.
    pub(super) fn run(&mut self) -> Result<Exit, Error> {
        self.begin()?;
        if self.exit.is_none() {
            self.terminal.enter()?;
            self.show()?;
            if self.ask_background {
                self.attempt(Terminal::ask_background)?;
            }
        }
        loop {
            if let Some(exit) = self.exit {
                return Ok(exit);
            }
            self.wait()?;
            if self.exit.is_none() {
                self.show()?;
            }
        }
    }

    /// Takes in what happened before the first frame.
    fn begin(&mut self) -> Result<(), Error> {
        let (columns, rows) = self.size;
        self.tell(Message::Resized { columns, rows })?;
        for message in std::mem::take(&mut self.messages) {
            self.tell(message)?;
        }
        let wishes = std::mem::take(&mut self.wishes);
        let waits = !wishes.is_empty();
        self.carry_out(wishes)?;
        if waits && let Ok(answer) = self.answers.recv_timeout(FIRST) {
            self.tell(answer)?;
        }
        Ok(())
    }

    /// Tells the worker to finish, and gives it time to.
    pub(super) fn finish(&mut self) {
        self.effects = None;
        let deadline = Instant::now() + FINISH;
        while self.answers.recv_deadline(deadline).is_ok() {}
    }

    /// Waits for something to happen, then takes in all that is queued.
    fn wait(&mut self) -> Result<(), Error> {
        select! {
            recv(self.ears.events) -> event => self.hear(event.unwrap_or(Event::Gone))?,
            recv(self.answers) -> message => match message {
                Ok(message) => self.tell(message)?,
                Err(_) => return Err(Error::Worker),
            },
        }
        // No more than was queued by now: who types without end still sees frames.
        let (events, answers) = (self.ears.events.len(), self.answers.len());
        let events: Vec<Event> = self.ears.events.try_iter().take(events).collect();
        let answers: Vec<Message> = self.answers.try_iter().take(answers).collect();
        for event in events {
            self.hear(event)?;
        }
        for message in answers {
            self.tell(message)?;
        }
        if std::mem::take(&mut self.resized) { self.resize() } else { Ok(()) }
    }

    fn hear(&mut self, event: Event) -> Result<(), Error> {
        match event {
            Event::Input(found) => {
                for input in found {
                    if matches!(input, Input::Background { .. }) {
                        self.terminal.answered();
                    }
                    self.tell(input.into())?;
                }
            }
            Event::End(signal) => self.end(Exit::Signal(signal))?,
            Event::Gone => self.end(Exit::Signal(SIGHUP))?,
            Event::Stop => self.suspend()?,
            Event::Continued => {
                self.attempt(Terminal::enter)?;
                self.display.forget();
                self.resized = true;
            }
            Event::Resized => self.resized = true,
        }
        Ok(())
    }

    /// Lets the state take in a message, and does what it then wants done.
    fn tell(&mut self, message: Message) -> Result<(), Error> {
        if self.exit.is_some() {
            return Ok(());
        }
        let effects = self.app.take_in(message);
        self.carry_out(effects)
    }

    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<(), Error> {
        for effect in effects {
            match effect {
                Effect::Quit => self.exit = Some(Exit::Quit),
                Effect::Redraw => self.display.forget(),
                Effect::Suspend => self.suspend()?,
                effect => self.send(effect)?,
            }
        }
        Ok(())
    }

    fn send(&self, effect: Effect) -> Result<(), Error> {
        match &self.effects {
            Some(effects) => effects.send(effect).map_err(|_| Error::Worker),
            None => Ok(()),
        }
    }

    /// Ends the session from outside: the state may still want something kept.
    fn end(&mut self, exit: Exit) -> Result<(), Error> {
        self.tell(Message::Closing)?;
        self.exit = Some(exit);
        Ok(())
    }

    fn resize(&mut self) -> Result<(), Error> {
        let size = self.terminal.size();
        if size == self.size {
            return Ok(());
        }
        self.size = size;
        let (columns, rows) = size;
        self.display.resize(columns, rows);
        self.tell(Message::Resized { columns, rows })
    }

    /// Gives the terminal back and stops until continued.
    fn suspend(&mut self) -> Result<(), Error> {
        if !terminal::can_be_continued() {
            let reason = "no shell to go back to: it started this program without job control";
            return self.tell(Message::Notice(reason.to_owned()));
        }
        self.terminal.leave();
        terminal::stop()?;
        self.attempt(Terminal::enter)?;
        self.display.forget();
        self.resized = true;
        Ok(())
    }

    /// Draws a frame, and writes what it changes.
    fn show(&mut self) -> Result<(), Error> {
        self.app.lay_out();
        let (app, draw) = (&self.app, &mut self.draw);
        let bytes = self.display.frame(|frame| draw(app, frame));
        if let Err(error) = self.terminal.write(bytes) {
            // What the terminal shows now is unknown.
            self.display.forget();
            return self.failed(&error);
        }
        Ok(())
    }

    fn attempt(&mut self, act: impl Fn(&Terminal) -> io::Result<()>) -> Result<(), Error> {
        act(&self.terminal).or_else(|error| self.failed(&error))
    }

    /// A write that was cut short by a signal is followed by the signal; one that failed means
    /// that the terminal is gone.
    fn failed(&mut self, error: &io::Error) -> Result<(), Error> {
        match error.kind() {
            io::ErrorKind::Interrupted => Ok(()),
            _ => self.end(Exit::Signal(SIGHUP)),
        }
    }
}
