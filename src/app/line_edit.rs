//! A line that is being typed.

use super::key::{Key, KeyCode};
use crate::text::Span;

/// A line that is being typed, and where in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LineEdit {
    text: String,
    /// The byte the next character goes to.
    cursor: usize,
}

/// How many bytes a line takes at most; what is typed beyond is dropped.
const LIMIT: usize = 1_000;

impl LineEdit {
    /// A line that holds `text`, to be typed on at its end.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len() }
    }

    /// The line.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// What stands before the cursor.
    pub fn before(&self) -> &str {
        Span::new(0, self.cursor).of(&self.text)
    }

    fn after(&self) -> &str {
        Span::new(self.cursor, self.text.len()).of(&self.text)
    }

    /// Types `text`, control characters left out and white space as single spaces.
    pub fn insert(&mut self, text: &str) {
        let typed: String = text
            .chars()
            .map(|c| if c.is_whitespace() { ' ' } else { c })
            .filter(|c| !c.is_control())
            .collect();
        if self.text.len() + typed.len() <= LIMIT {
            self.text.insert_str(self.cursor, &typed);
            self.cursor += typed.len();
        }
    }

    /// Takes a key; says whether it meant something here.
    pub fn press(&mut self, key: Key) -> bool {
        match key.code {
            KeyCode::Char('w') if key.control => self.delete_word(),
            KeyCode::Char('u') if key.control => self.replace(Span::new(0, self.cursor)),
            KeyCode::Char('a') if key.control => self.cursor = 0,
            KeyCode::Char('e') if key.control => self.cursor = self.text.len(),
            KeyCode::Char(c) if !key.control && !key.alt => self.insert(c.encode_utf8(&mut [0; 4])),
            KeyCode::Backspace => self.replace(Span::new(self.left(), self.cursor)),
            KeyCode::Delete => self.replace(Span::new(self.cursor, self.right())),
            KeyCode::Left => self.cursor = self.left(),
            KeyCode::Right => self.cursor = self.right(),
            KeyCode::Home => self.cursor = 0,
            KeyCode::End => self.cursor = self.text.len(),
            _ => return false,
        }
        true
    }

    fn left(&self) -> usize {
        self.cursor - self.before().chars().next_back().map_or(0, char::len_utf8)
    }

    fn right(&self) -> usize {
        self.cursor + self.after().chars().next().map_or(0, char::len_utf8)
    }

    fn delete_word(&mut self) {
        let word = self.before().trim_end();
        let start = word.rfind(' ').map_or(0, |at| at + 1);
        self.replace(Span::new(start, self.cursor));
    }

    /// Takes `span` out of the line.
    fn replace(&mut self, span: Span) {
        self.text.replace_range(span.start..span.end, "");
        self.cursor = span.start;
    }
}

#[cfg(test)]
mod tests {
    use super::super::keymap::parse;
    use super::*;

    fn typed(text: &str, keys: &str) -> String {
        let mut line = LineEdit::new(text);
        for key in parse(keys).unwrap() {
            line.press(key);
        }
        format!("{}|{}", line.before(), line.after())
    }

    #[test]
    fn types_and_deletes_at_the_cursor() {
        assert_eq!(typed("sat", "Left a"), "saa|t");
        assert_eq!(typed("salé", "Backspace t"), "salt|");
        assert_eq!(typed("salt", "Home Delete"), "|alt");
        assert_eq!(typed("two words", "C-w"), "two |");
        assert_eq!(typed("two words", "Left C-u"), "|s");
    }

    #[test]
    fn pasted_lines_become_one() {
        let mut line = LineEdit::default();
        line.insert("a\nb\u{1b}c");
        assert_eq!(line.text(), "a bc");
    }
}
