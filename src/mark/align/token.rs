//! A text as a row of words and signs, in a form in which two editions of it compare equal.

use crate::text::Span;
use std::borrow::Cow;
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word or a single sign of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    /// Where it stands.
    pub(super) span: Span,
    /// Its form: equal for tokens that differ only in what an edition may change without changing
    /// what is said.
    pub(super) form: u32,
    /// Whether a paragraph begins with it.
    pub(super) opens: bool,
    /// Whether it stands at the token before it without a space.
    pub(super) glued: bool,
}

/// The forms of two texts, by number.
#[derive(Debug, Default)]
pub(super) struct Forms {
    numbers: HashMap<String, u32>,
    forms: Vec<Form>,
}

/// What the comparison of two tokens needs.
#[derive(Debug, Default)]
pub(super) struct Form {
    /// Its characters: NFKC, lower case, without invisible ones.
    pub(super) letters: Box<[char]>,
    /// Which characters are in it, as a set of 64.
    pub(super) set: u64,
    /// Whether it is a number.
    pub(super) number: bool,
}

impl Form {
    /// Whether a sentence may end with it: a stop, or a quotation mark after one.
    pub(super) fn is_stop(&self) -> bool {
        matches!(*self.letters, ['.' | '!' | '?' | '…' | '。' | '"'])
    }
}

impl Forms {
    /// The form of that number.
    pub(super) fn get(&self, number: u32) -> Option<&Form> {
        self.forms.get(usize::try_from(number).ok()?)
    }

    /// How many characters a form has: what a token of it weighs.
    pub(super) fn weight(&self, number: u32) -> i32 {
        self.get(number).map_or(1, |form| i32::try_from(form.letters.len()).unwrap_or(i32::MAX / 4))
    }

    fn number(&mut self, word: &str) -> u32 {
        let form = normal(word);
        if let Some(&number) = self.numbers.get(form.as_ref()) {
            return number;
        }
        let number = u32::try_from(self.forms.len()).unwrap_or(u32::MAX);
        self.forms.push(Form {
            letters: form.chars().collect(),
            set: form.chars().fold(0, |set, c| set | 1 << (u32::from(c) % 64)),
            number: form.chars().all(char::is_numeric),
        });
        self.numbers.insert(form.into_owned(), number);
        number
    }

    /// The tokens of `text`. Runs of letters and digits are one token; a sign, and a character of
    /// a script that writes no spaces, is one by itself.
    pub(super) fn tokens(&mut self, text: &str) -> Vec<Token> {
        let mut tokens = Vec::with_capacity(text.len() / 5);
        let (mut opens, mut glued) = (true, false);
        let mut chars = text.char_indices().peekable();
        while let Some((start, c)) = chars.next() {
            if c.is_whitespace() {
                // A single line feed may be a line that was broken by a saving program.
                let feeds = usize::from(c == '\n');
                opens |= feeds == 1 && text.get(start + 1..).is_some_and(starts_blank_line);
                glued = false;
                continue;
            }
            if is_invisible(c) {
                continue;
            }
            let mut end = start + c.len_utf8();
            while let Some(&(at, next)) = chars.peek()
                && (is_combining_mark(next) || is_invisible(next) || (is_word(c) && is_word(next)))
            {
                end = at + next.len_utf8();
                chars.next();
            }
            let span = Span::new(start, end);
            tokens.push(Token { span, form: self.number(span.of(text)), opens, glued });
            (opens, glued) = (false, true);
        }
        tokens
    }
}

fn starts_blank_line(rest: &str) -> bool {
    rest.chars().find(|&c| c == '\n' || !c.is_whitespace()) == Some('\n')
}

/// Whether a character goes together with its neighbors.
fn is_word(c: char) -> bool {
    c.is_alphanumeric() && !is_spaceless(c)
}

/// Whether a character belongs to a script that sets no spaces between words.
const fn is_spaceless(c: char) -> bool {
    matches!(c as u32,
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1780..=0x17FF | 0x2E80..=0x9FFF | 0xF900..=0xFAFF
        | 0x2_0000..=0x3_FFFF)
}

/// Whether a character shows nothing: soft hyphens, zero-width and direction marks, tags.
pub(super) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{2066}'..='\u{206f}' | '\u{feff}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e0fff}')
}

/// A word as it is compared: compatibility composed (Unicode Standard Annex 15, NFKC), in lower
/// case, quotation marks and dashes alike, without what shows nothing.
pub(super) fn normal(word: &str) -> Cow<'_, str> {
    if word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
        return Cow::Borrowed(word);
    }
    let plain = word.chars().filter(|&c| !is_invisible(c)).nfkc();
    Cow::Owned(plain.flat_map(char::to_lowercase).map(alike).collect())
}

const fn alike(c: char) -> char {
    match c {
        '‘' | '’' | '‚' | '‛' | '′' | '`' | '´' | '‹' | '›' => '\'',
        '“' | '”' | '„' | '‟' | '″' | '«' | '»' => '"',
        '‐'..='―' | '−' => '-',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> String {
        let mut forms = Forms::default();
        let tokens = forms.tokens(text);
        let shown = tokens.iter().map(|token| {
            let letters: String = forms.get(token.form).unwrap().letters.iter().collect();
            if token.opens { format!("¶{letters}") } else { letters }
        });
        shown.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_and_signs_are_tokens() {
        assert_eq!(words("Don’t pay €3.50!"), "¶don ' t pay € 3 . 50 !");
    }

    #[test]
    fn paragraphs_open_after_a_blank_line() {
        assert_eq!(words("One\ntwo.\n \nThree"), "¶one two . ¶three");
    }

    #[test]
    fn editions_that_say_the_same_compare_equal() {
        assert_eq!(words("“Cafe\u{301}” —\u{a0}so\u{ad}on"), words("\"Café\" - soon"));
    }

    #[test]
    fn scripts_without_spaces_go_by_character() {
        assert_eq!(words("東京abc"), "¶東 京 abc");
    }
}
