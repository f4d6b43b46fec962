//! Lines that are being typed: a small editor, the same in every terminal.
//!
//! Its rows are wrapped here too, since the keys that move by rows depend on them.

use super::key::{Key, KeyCode};
use crate::text::width::graphemes;
use crate::text::{Span, word};

/// How many bytes it takes at most; what is typed or pasted beyond is dropped.
const LIMIT: usize = 256 << 10;

/// How many steps can be taken back.
const STEPS: usize = 200;

/// Lines that are being typed, and where in them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TextEdit {
    text: String,
    /// The byte the next character goes to.
    cursor: usize,
    /// The column that moving by rows keeps to.
    column: Option<usize>,
    past: Vec<(String, usize)>,
    future: Vec<(String, usize)>,
    /// Whether the last key typed a letter: one step back takes the word.
    typing: bool,
}

impl TextEdit {
    /// An editor that holds `text`, to be typed on at its end.
    pub fn new(text: &str) -> Self {
        Self { text: text.to_owned(), cursor: text.len(), ..Self::default() }
    }

    /// The text.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Puts another text in its place; it can be taken back.
    pub fn replace(&mut self, text: &str) {
        self.remember(false);
        let end = text.floor_char_boundary(LIMIT);
        text.get(..end).unwrap_or_default().clone_into(&mut self.text);
        self.cursor = self.text.len();
    }

    /// Types `text`: line breaks of any kind as line feeds, other control characters left out.
    pub fn insert(&mut self, text: &str) {
        let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}'], "\n");
        let typed: String = text.replace('\t', "  ");
        let typed: String = typed.chars().filter(|c| *c == '\n' || !c.is_control()).collect();
        if typed.is_empty() || self.text.len() + typed.len() > LIMIT {
            return;
        }
        let letter = typed.chars().count() == 1 && !typed.contains(char::is_whitespace);
        self.remember(letter);
        self.text.insert_str(self.cursor, &typed);
        self.cursor += typed.len();
    }

    /// Takes a key on rows of so many columns; says whether it meant something here.
    pub fn press(&mut self, key: Key, columns: usize) -> bool {
        let by_rows =
            matches!(key.code, KeyCode::Up | KeyCode::Down | KeyCode::PageUp | KeyCode::PageDown);
        if !by_rows {
            self.column = None;
        }
        match (key.code, key.control || key.alt) {
            (KeyCode::Char('z'), _) if key.control => self.undo(),
            (KeyCode::Char('y'), _) if key.control => self.redo(),
            (KeyCode::Char('w'), _) if key.control => self.cut(self.word_before(), self.cursor),
            (KeyCode::Char('u'), _) if key.control => self.cut(self.line().start, self.cursor),
            (KeyCode::Char('k'), _) if key.control => self.cut(self.cursor, self.line().end),
            (KeyCode::Char('a'), _) if key.control => self.cursor = self.line().start,
            (KeyCode::Char(c), false) => self.insert(c.encode_utf8(&mut [0; 4])),
            (KeyCode::Enter, _) => self.insert("\n"),
            (KeyCode::Tab, false) if !key.shift => self.insert("  "),
            (KeyCode::Backspace, true) => self.cut(self.word_before(), self.cursor),
            (KeyCode::Backspace, false) => self.cut(self.left(), self.cursor),
            (KeyCode::Delete, _) => self.cut(self.cursor, self.right()),
            (KeyCode::Left, true) => self.cursor = self.word_before(),
            (KeyCode::Right, true) => self.cursor = self.word_after(),
            (KeyCode::Left, false) => self.cursor = self.left(),
            (KeyCode::Right, false) => self.cursor = self.right(),
            (KeyCode::Home, true) => self.cursor = 0,
            (KeyCode::End, true) => self.cursor = self.text.len(),
            (KeyCode::Home, false) => self.cursor = self.line().start,
            (KeyCode::End, false) => self.cursor = self.line().end,
            (KeyCode::Up, _) => self.step_rows(-1, columns),
            (KeyCode::Down, _) => self.step_rows(1, columns),
            (KeyCode::PageUp, _) => self.step_rows(-8, columns),
            (KeyCode::PageDown, _) => self.step_rows(8, columns),
            _ => return false,
        }
        if !matches!((key.code, key.control), (KeyCode::Char(_), false)) {
            self.typing = false;
        }
        true
    }

    /// The rows of the text in so many columns: what each shows, white space at its end included.
    pub fn rows(&self, columns: usize) -> Vec<Span> {
        let mut rows = Vec::new();
        let mut start = 0;
        for line in self.text.split('\n') {
            wrap(&self.text, Span::new(start, start + line.len()), columns.max(2), &mut rows);
            start += line.len() + 1;
        }
        rows
    }

    /// The row and the column of the cursor in so many columns.
    pub fn place(&self, columns: usize) -> (usize, usize) {
        let rows = self.rows(columns);
        let row = rows.iter().rposition(|row| row.start <= self.cursor).unwrap_or_default();
        let start = rows.get(row).map_or(0, |row| row.start);
        (row, crate::text::width(Span::new(start, self.cursor).of(&self.text)))
    }

    fn step_rows(&mut self, by: isize, columns: usize) {
        let rows = self.rows(columns);
        let (row, column) = self.place(columns);
        let wanted = self.column.unwrap_or(column);
        let to = row.saturating_add_signed(by).min(rows.len().saturating_sub(1));
        let Some(target) = rows.get(to).filter(|_| to != row) else { return };
        let last = rows.get(to + 1).is_none_or(|next| next.start > target.end);
        let mut at = target.start;
        let mut taken = 0;
        for grapheme in graphemes(&self.text, *target) {
            taken += grapheme.width;
            // The end of a row that was wrapped is the start of the next.
            if taken > wanted || !last && grapheme.span.end == target.end {
                break;
            }
            at = grapheme.span.end;
        }
        (self.cursor, self.column) = (at, Some(wanted));
    }

    /// The line between line feeds that holds the cursor.
    fn line(&self) -> Span {
        let before = Span::new(0, self.cursor).of(&self.text);
        let after = Span::new(self.cursor, self.text.len()).of(&self.text);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        Span::new(start, after.find('\n').map_or(self.text.len(), |at| self.cursor + at))
    }

    fn left(&self) -> usize {
        let from = self.text.floor_char_boundary(self.cursor.saturating_sub(128));
        let before = graphemes(&self.text, Span::new(from, self.cursor)).last();
        before.map_or(0, |grapheme| grapheme.span.start)
    }

    fn right(&self) -> usize {
        let after = graphemes(&self.text, Span::new(self.cursor, self.text.len())).next();
        after.map_or(self.cursor, |grapheme| grapheme.span.end)
    }

    fn word_before(&self) -> usize {
        let all = Span::new(0, self.text.len());
        word::previous_word(&self.text, all, self.cursor).map_or(0, |word| word.start)
    }

    fn word_after(&self) -> usize {
        let all = Span::new(0, self.text.len());
        word::ending_word(&self.text, all, self.cursor).map_or(self.text.len(), |word| word.end)
    }

    fn cut(&mut self, from: usize, to: usize) {
        if from < to {
            self.remember(false);
            self.text.replace_range(from..to, "");
            self.cursor = from;
        }
    }

    /// Notes what there is before it changes; letters in a row are one step.
    fn remember(&mut self, letter: bool) {
        if !(letter && self.typing) {
            self.past.push((self.text.clone(), self.cursor));
            if self.past.len() > STEPS {
                self.past.remove(0);
            }
        }
        self.future.clear();
        self.typing = letter;
    }

    fn undo(&mut self) {
        if let Some(before) = self.past.pop() {
            self.future.push((std::mem::take(&mut self.text), self.cursor));
            (self.text, self.cursor) = before;
        }
    }

    fn redo(&mut self) {
        if let Some(after) = self.future.pop() {
            self.past.push((std::mem::take(&mut self.text), self.cursor));
            (self.text, self.cursor) = after;
        }
    }
}

/// Breaks a line into rows: after white space, which may stand out, else between clusters.
fn wrap(text: &str, line: Span, columns: usize, rows: &mut Vec<Span>) {
    let (mut start, mut taken) = (line.start, 0);
    // Where the row could end, and the columns up to there.
    let mut gap = (line.start, 0);
    for grapheme in graphemes(text, line) {
        let blank = grapheme.span.of(text).trim().is_empty();
        if !blank && taken + grapheme.width > columns {
            let (end, used) = if gap.0 > start { gap } else { (grapheme.span.start, taken) };
            rows.push(Span::new(start, end));
            (start, taken) = (end, taken - used);
        }
        taken += grapheme.width;
        if blank {
            gap = (grapheme.span.end, taken);
        }
    }
    rows.push(Span::new(start, line.end));
}

#[cfg(test)]
mod tests {
    use super::super::keymap::parse;
    use super::*;
    use proptest::prelude::*;

    /// The text after `keys`, with the cursor as a bar.
    fn typed(text: &str, keys: &str) -> String {
        let mut edit = TextEdit::new(text);
        for key in parse(keys).unwrap() {
            edit.press(key, 10);
        }
        let mut shown = edit.text.clone();
        shown.insert(edit.cursor, '|');
        shown
    }

    fn rows(text: &str) -> Vec<&str> {
        TextEdit::new(text).rows(10).iter().map(|row| row.of(text)).collect()
    }

    #[test]
    fn types_and_deletes_at_the_cursor() {
        assert_eq!(typed("one", "Enter t w o"), "one\ntwo|");
        assert_eq!(typed("one\ntwo", "Up Home x"), "x|one\ntwo");
        assert_eq!(typed("one two", "C-w"), "one |");
        assert_eq!(typed("one\ntwo", "C-u Backspace"), "one|");
        assert_eq!(typed("one\ntwo", "Up C-a C-k"), "|\ntwo");
        assert_eq!(typed("e\u{301}", "Backspace"), "|");
    }

    #[test]
    fn keys_are_taken_back_by_words() {
        assert_eq!(typed("", "a b Space c d C-z"), "ab |");
        assert_eq!(typed("", "a b Space c d C-z C-z C-z"), "|");
        assert_eq!(typed("", "a b C-z C-y c"), "abc|");
    }

    #[test]
    fn lines_are_wrapped_after_white_space() {
        assert_eq!(rows("one two three"), ["one two ", "three"]);
        assert_eq!(rows("a\n\nb"), ["a", "", "b"]);
        assert_eq!(rows("unbreakable words"), ["unbreakabl", "e words"]);
        assert_eq!(rows("日本語日本語"), ["日本語日本", "語"]);
        assert_eq!(rows("ten letter   x"), ["ten letter   ", "x"]);
    }

    #[test]
    fn moving_by_rows_keeps_the_column() {
        assert_eq!(typed("one two three four", "Up Up"), "one two| three four");
        assert_eq!(typed("long line\nx\nlonger", "Up Up"), "long l|ine\nx\nlonger");
        assert_eq!(typed("long line\nx\nlonger", "Up Down"), "long line\nx\nlonger|");
    }

    #[test]
    fn pasted_text_keeps_its_lines_and_no_control_characters() {
        let mut edit = TextEdit::default();
        edit.insert("a\r\nb\u{1b}[31m\tc");
        assert_eq!(edit.text(), "a\nb[31m  c");
    }

    proptest! {
        #[test]
        fn rows_join_to_the_text_and_hold_the_cursor(text in "[a-zé日 \n]{0,60}", columns in 0_usize..12) {
            let edit = TextEdit::new(&text);
            let rows = edit.rows(columns);
            let joined: String = rows.iter().map(|row| row.of(&text)).collect();
            prop_assert_eq!(joined, text.replace('\n', ""));
            prop_assert_eq!(edit.place(columns).0, rows.len() - 1);
        }
    }
}
