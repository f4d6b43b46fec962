//! The state, and how messages change it.
//!
//! [`App::update`] is the only way in and [`Effect`] the only way out: no clock, no file, no
//! terminal, so a test is a list of keys and a look at what came of it.

pub mod command;
pub mod effect;
pub mod key;
pub mod keymap;
pub mod message;

pub use command::{Command, Context};
pub use effect::Effect;
pub use key::{Key, KeyCode, Mouse, MouseKind};
pub use message::Message;

/// The whole state.
#[derive(Debug, Default)]
pub struct App {}

impl App {
    /// Takes in what happened, and gives back what is to be done.
    pub fn update(&mut self, message: Message) -> Vec<Effect> {
        _ = message;
        Vec::new()
    }
}
