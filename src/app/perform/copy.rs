//! Copying: what goes to the clipboard, and what is said of it.

use super::super::{App, Effect, Reader};

/// The longest text a terminal is sent for its clipboard, in bytes: xterm and those after it take
/// 100,000 of base64.
const LONGEST: usize = 74_000;

impl App {
    /// Copies the caption of the chosen image.
    pub(super) fn copy_caption(&mut self) -> Vec<Effect> {
        let copied = self.reader.as_ref().and_then(Reader::caption_with_credit);
        match copied {
            Some(text) => vec![Effect::Copy { text, what: "the caption and its credit" }],
            None => self.say("this image has no words to copy"),
        }
    }

    /// Asks the terminal to copy, where no program could.
    pub(in crate::app) fn copy_by_terminal(
        &mut self,
        text: String,
        what: &'static str,
    ) -> Vec<Effect> {
        if text.len() > LONGEST {
            return self.fail(format!(
                "{what} is too long for the terminal's clipboard; set clipboard in the settings"
            ));
        }
        self.say(format!("sent {what} to the terminal (OSC 52), unconfirmed"));
        vec![Effect::CopyByTerminal(text)]
    }
}
