//! The loop: take in all that happened, then show what came of it.

use super::backend::{Display, Placed};
use super::clipboard::copying;
use super::listen::{Ears, Event};
use super::presses::Presses;
use super::terminal::{self, Terminal};
use super::{Draw, Error, Exit, Start};
use super::{edit, graphics};
use crate::app::pictures::Images;
use crate::app::{App, Effect, Message};
use crate::picture::BUILT;
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

/// The least time between two changes of size: a window that is dragged tells dozens, each of
/// which costs a whole screen.
const PACE: Duration = Duration::from_millis(30);

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
    presses: Presses,
    size: (u16, u16),
    ask_background: bool,
    /// When the size last changed.
    resized: Option<Instant>,
    /// Whether the next frame does not wait for a picture: somebody did something.
    urgent: bool,
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
            display: Display::new(
                size.0,
                size.1,
                terminal::colors_underlines(|name| std::env::var(name).ok()),
            ),
            terminal,
            presses: Presses::default(),
            size,
            ask_background: start.ask_background,
            resized: None,
            urgent: true,
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
            if self.asks_graphics() {
                self.attempt(Terminal::ask_graphics)?;
            }
            let wishes = std::mem::take(&mut self.wishes);
            self.carry_out(wishes)?;
        }
        loop {
            if let Some(exit) = self.exit {
                self.clear_picture()?;
                return Ok(exit);
            }
            self.send_picture()?;
            if self.app.changed && self.display.piece().is_empty() {
                // What waited for the picture.
                self.show()?;
                continue;
            }
            let heard = self.wait()?;
            self.urgent |= heard.urgent;
            self.take(heard)?;
            if self.exit.is_none() {
                self.show()?;
            }
        }
    }

    /// Takes in what happened before the first frame. If there is an article to show already, the
    /// wishes wait, so that what they take (the library is opened) does not delay it.
    fn begin(&mut self) -> Result<(), Error> {
        let (columns, rows) = self.size;
        let article = |message: &Message| matches!(message, Message::Opened { .. });
        let has_article = self.messages.iter().any(article);
        let protocol = graphics::by_name(|name| std::env::var(name).ok());
        let graphics = Message::Graphics { protocol, cell: self.terminal.cell() };
        let mut messages = vec![Message::Resized { columns, rows }, graphics];
        messages.append(&mut self.messages);
        self.tell(messages)?;
        if has_article || self.wishes.is_empty() {
            return Ok(());
        }
        let wishes = std::mem::take(&mut self.wishes);
        self.carry_out(wishes)?;
        if let Ok(answer) = self.answers.recv_timeout(FIRST) {
            self.tell(vec![answer])?;
        }
        Ok(())
    }

    /// Tells the worker to finish, and gives it time to.
    pub(super) fn finish(&mut self) {
        self.effects = None;
        let deadline = Instant::now() + FINISH;
        while self.answers.recv_deadline(deadline).is_ok() {}
    }

    /// Waits for something to happen; all that is queued then.
    fn wait(&self) -> Result<Heard, Error> {
        let mut heard = Heard::default();
        select! {
            recv(self.ears.events) -> event => heard.add(event.unwrap_or(Event::Gone)),
            recv(self.answers) -> message => {
                heard.messages.push(message.map_err(|_| Error::Worker)?);
            }
        }
        // No more than was queued by now: who types without end still sees frames.
        let (events, answers) = (self.ears.events.len(), self.answers.len());
        for event in self.ears.events.try_iter().take(events) {
            heard.add(event);
        }
        heard.messages.extend(self.answers.try_iter().take(answers));
        if let Some(last) = self.resized.filter(|_| heard.resized) {
            while let Ok(event) = self.ears.events.recv_deadline(last + PACE) {
                heard.add(event);
            }
        }
        Ok(heard)
    }

    /// Acts on what was heard.
    fn take(&mut self, heard: Heard) -> Result<(), Error> {
        for message in &heard.messages {
            let background = matches!(message, Message::Background { .. });
            if background || matches!(message, Message::Graphics { protocol: Some(_), .. }) {
                self.terminal.answered();
            }
        }
        self.tell(heard.messages)?;
        if let Some(exit) = heard.end {
            return self.end(exit);
        }
        match heard.job {
            Some(Job::Stop) => self.suspend()?,
            Some(Job::Continued) => self.come_back()?,
            None => {}
        }
        if heard.resized || heard.job.is_some() { self.resize() } else { Ok(()) }
    }

    /// Lets the state take in messages, and does what it then wants done.
    fn tell(&mut self, messages: Vec<Message>) -> Result<(), Error> {
        for message in messages {
            if self.exit.is_some() {
                return Ok(());
            }
            let message = self.presses.count(message, Instant::now());
            let effects = self.app.take_in(message);
            self.carry_out(effects)?;
        }
        Ok(())
    }

    /// Does what the state wants done.
    fn carry_out(&mut self, effects: Vec<Effect>) -> Result<(), Error> {
        for effect in effects {
            match effect {
                Effect::Quit => self.exit = Some(Exit::Quit),
                Effect::Redraw => self.display.forget(),
                Effect::CopyByTerminal(text) => {
                    self.cut_picture()?;
                    self.terminal.write(&copying(&text))?;
                }
                Effect::Suspend => {
                    self.suspend()?;
                    self.resize()?;
                }
                Effect::Edit(text) => self.edit(&text)?,
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
        self.tell(vec![Message::Closing])?;
        self.exit = Some(exit);
        Ok(())
    }

    fn resize(&mut self) -> Result<(), Error> {
        let size = self.terminal.size();
        if size == self.size {
            return Ok(());
        }
        self.size = size;
        self.resized = Some(Instant::now());
        let (columns, rows) = size;
        self.display.resize(columns, rows);
        let cell = Message::Graphics { protocol: None, cell: self.terminal.cell() };
        self.tell(vec![Message::Resized { columns, rows }, cell])
    }

    /// Whether the terminal is asked for its means for pictures: where they are wanted, and its
    /// name does not tell.
    fn asks_graphics(&self) -> bool {
        BUILT && self.app.settings.images == Images::Auto && self.app.pictures.protocol.is_none()
    }

    /// Gives the terminal back and stops until continued.
    fn suspend(&mut self) -> Result<(), Error> {
        if !terminal::can_be_continued() {
            let reason = "no shell to go back to: it started this program without job control";
            return self.tell(vec![Message::Notice(reason.to_owned())]);
        }
        self.clear_picture()?;
        self.terminal.leave();
        terminal::stop()?;
        self.come_back()
    }

    /// Lends the terminal to the reader's own editor.
    fn edit(&mut self, text: &str) -> Result<(), Error> {
        self.clear_picture()?;
        self.ears.deafen();
        self.terminal.leave();
        self.terminal.lend(true);
        let edited = edit::edit(text);
        self.terminal.lend(false);
        self.ears.listen(&self.terminal)?;
        self.come_back()?;
        self.resize()?;
        let message = match edited {
            Ok(text) => Message::Edited(text),
            Err(error) => Message::Failed(error.to_string()),
        };
        self.tell(vec![message])
    }

    /// Takes the terminal over again, whatever it shows by now.
    fn come_back(&mut self) -> Result<(), Error> {
        self.cut_picture()?;
        self.display.forget();
        self.app.changed = true;
        self.attempt(Terminal::enter)
    }

    /// Draws a frame where something changed, and writes what it changes. What only the worker
    /// tells waits for a picture that is on its way.
    fn show(&mut self) -> Result<(), Error> {
        let urgent = std::mem::take(&mut self.urgent);
        let waits = !urgent && !self.display.piece().is_empty();
        if waits || !std::mem::take(&mut self.app.changed) {
            return Ok(());
        }
        self.cut_picture()?;
        self.app.lay_out();
        let (app, draw) = (&self.app, &mut self.draw);
        let placed = app.placed_picture().map(|(area, drawn)| Placed {
            column: area.column,
            row: area.row,
            drawn,
        });
        let bytes = self.display.frame(placed, |frame| draw(app, frame));
        if let Err(error) = self.terminal.write(bytes) {
            // What the terminal shows now is unknown.
            self.display.forget();
            return self.failed(&error);
        }
        Ok(())
    }

    /// Sends on the picture of the last frame until something is heard.
    fn send_picture(&mut self) -> Result<(), Error> {
        while self.ears.events.is_empty() && self.answers.is_empty() {
            let piece = self.display.piece();
            if piece.is_empty() {
                break;
            }
            match self.terminal.write_some(piece) {
                Ok(count) => self.display.advance(count),
                Err(error) => {
                    self.display.forget();
                    return self.failed(&error);
                }
            }
        }
        Ok(())
    }

    /// Ends a picture that is only half sent, before something else is written.
    fn cut_picture(&mut self) -> Result<(), Error> {
        let bytes = self.display.cut();
        self.attempt(|terminal| terminal.write(&bytes))
    }

    /// Takes a picture that the terminal draws off the screen.
    fn clear_picture(&mut self) -> Result<(), Error> {
        let bytes = self.display.without_picture();
        self.attempt(|terminal| terminal.write(&bytes))
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

/// What the shell's job control wants.
#[derive(Debug, Clone, Copy)]
enum Job {
    Stop,
    Continued,
}

/// What was heard in one wait.
#[derive(Default)]
struct Heard {
    messages: Vec<Message>,
    end: Option<Exit>,
    job: Option<Job>,
    resized: bool,
    /// Whether any of it came from outside the program.
    urgent: bool,
}

impl Heard {
    fn add(&mut self, event: Event) {
        self.urgent = true;
        match event {
            Event::Input(found) => self.messages.extend(found.into_iter().map(Message::from)),
            Event::End(signal) => self.end = Some(Exit::Signal(signal)),
            Event::Gone => self.end = self.end.or(Some(Exit::Signal(SIGHUP))),
            Event::Stop => self.job = Some(Job::Stop),
            Event::Continued => self.job = self.job.or(Some(Job::Continued)),
            Event::Resized => self.resized = true,
        }
    }
}
