//! The way to the state, shared by the worker's threads.

use crate::app::Message;
use crossbeam_channel::Sender;
use std::sync::{Arc, Mutex, PoisonError};

/// Where messages go. Once closed for one thread it is closed for all, so that who waits for the
/// end of the messages does not wait for work whose answer nobody wants.
#[derive(Debug, Clone)]
pub(super) struct Post(Arc<Mutex<Option<Sender<Message>>>>);

impl Post {
    pub(super) fn new(messages: Sender<Message>) -> Self {
        Self(Arc::new(Mutex::new(Some(messages))))
    }

    /// Sends a message, if anybody still listens.
    pub(super) fn send(&self, message: Message) {
        if let Some(messages) = &*self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            _ = messages.send(message);
        }
    }

    /// Says that something could not be done.
    pub(super) fn fail(&self, error: &impl ToString) {
        self.send(Message::Failed(error.to_string()));
    }

    pub(super) fn close(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}
