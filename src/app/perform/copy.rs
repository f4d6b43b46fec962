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

    /// Copies the sentence, the selection or the words of the chosen fact with their source.
    pub(in crate::app) fn cite(&mut self, block: bool) -> Vec<Effect> {
        let style = self.settings.citation;
        let Some(reader) = &mut self.reader else { return Vec::new() };
        let Some(span) = reader.citable() else { return self.say("no words here to copy") };
        let text = reader.cited(span, style, block);
        reader.selection = None;
        let what =
            if block { "a block quote with its source" } else { "the words and their source" };
        vec![Effect::Copy { text, what }]
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

#[cfg(test)]
mod tests {
    use crate::app::tests::{PROSE, notice, opened, press, reading};
    use crate::app::{App, Effect, Message};

    /// What is copied by these keys.
    fn copied(keys: &str) -> (App, String) {
        let mut app = reading(opened(PROSE, "a.txt"), 80, 24);
        match press(&mut app, keys).as_slice() {
            [Effect::Copy { text, .. }] => (app, text.clone()),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn the_sentence_is_copied_with_its_source() {
        let (mut app, text) = copied(". y");
        assert!(text.starts_with("“Anna Berg was the first keeper.” — "), "{text}");
        let what = "the words and their source";
        app.update(Message::Copied { what, by: "wl-copy".to_owned() });
        assert_eq!(notice(&app), "copied the words and their source with wl-copy");
    }

    #[test]
    fn a_selection_is_copied_and_given_up() {
        let (app, text) = copied("V . Y");
        let both = "> The harbour opened in May 1911. Anna Berg was the first keeper.\n";
        assert!(text.starts_with(both), "{text}");
        assert_eq!(app.reader.unwrap().selection, None);
    }

    #[test]
    fn a_quotation_of_the_sidebar_is_copied_with_its_speaker() {
        let (_, text) = copied("g q y");
        assert!(text.starts_with("“It was never quiet,” — Anna Berg, in "), "{text}");
    }
}
