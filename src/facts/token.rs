//! Tokens of news prose: words, numbers and marks, cut over bytes in one pass.
//!
//! A clitic ("'s", "n't") is a token of its own, the parts of a hyphenated word are tokens, and
//! the full stop of an abbreviation or initial belongs to it. What ends a sentence is not decided
//! here.

use super::lexicon::{self, Class, Lexeme};
use crate::text::Span;

/// A word, a number or a mark.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Token {
    /// Where it stands.
    pub(crate) span: Span,
    /// How it is written.
    pub(crate) shape: Shape,
    /// Whether no white space stands before it.
    pub(crate) glued: bool,
    /// What is known of the word.
    pub(crate) lexeme: Lexeme,
}

/// How a token is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A word without a capital at its head.
    Lower,
    /// A word with a capital at its head, and mostly small letters.
    Capital,
    /// A word of two capitals or more ("NATO", "U.S.").
    Upper,
    /// One capital and a full stop ("J.").
    Initial,
    /// What is left of a word behind an apostrophe ("'s", "n't").
    Clitic,
    /// Digits.
    Number,
    /// Anything else.
    Mark,
    /// No token: the end of a sentence, or of the text.
    Break,
}

impl Token {
    /// What stands at the ends of sentences: no token.
    pub(crate) const fn end(at: usize) -> Self {
        Self { span: Span::at(at), shape: Shape::Break, glued: false, lexeme: lexicon::NOTHING }
    }

    /// Whether the word can be of `class`.
    pub(crate) const fn is(&self, class: Class) -> bool {
        self.lexeme.is(class)
    }

    /// Whether the word can be of one of `classes`.
    pub(crate) fn any_of(&self, classes: &[Class]) -> bool {
        self.lexeme.any(classes)
    }

    /// Whether it is a number in words, or a part of one.
    pub(crate) fn any_number(&self) -> bool {
        self.any_of(&[Class::Number, Class::Scale, Class::Ordinal])
    }

    /// Whether it is a word with a capital at its head.
    pub(crate) const fn is_capital(&self) -> bool {
        matches!(self.shape, Shape::Capital | Shape::Upper | Shape::Initial)
    }

    /// Whether it is a word, clitics apart.
    pub(crate) const fn is_word(&self) -> bool {
        self.is_capital() || matches!(self.shape, Shape::Lower)
    }

    /// Whether it ends a sentence, and is no token.
    pub(crate) const fn is_break(&self) -> bool {
        matches!(self.shape, Shape::Break)
    }
}

/// Appends the tokens of the part `within` of `text`.
pub(crate) fn tokenize(text: &str, within: Span, tokens: &mut Vec<Token>) {
    let mut cutter = Cutter { text, at: within.start, end: within.end, glued: false, tokens };
    while cutter.at < cutter.end {
        cutter.step();
    }
}

struct Cutter<'a> {
    text: &'a str,
    at: usize,
    end: usize,
    glued: bool,
    tokens: &'a mut Vec<Token>,
}

impl Cutter<'_> {
    fn step(&mut self) {
        let Some(head) = self.char_at(self.at) else {
            self.at = self.end;
            return;
        };
        if head.is_whitespace() {
            self.at += head.len_utf8();
            self.glued = false;
        } else if head.is_ascii_digit() {
            self.number();
        } else if head.is_alphanumeric() {
            self.word();
        } else if matches!(head, '\'' | '’') && self.glued && self.clitic() {
            // The clitic was taken.
        } else {
            self.mark(head);
        }
    }

    fn char_at(&self, at: usize) -> Option<char> {
        let byte = *self.text.as_bytes().get(at)?;
        if at >= self.end {
            None
        } else if byte.is_ascii() {
            Some(char::from(byte))
        } else {
            self.text.get(at..self.end)?.chars().next()
        }
    }

    fn push(&mut self, end: usize, shape: Shape, lexeme: Lexeme) {
        let span = Span::new(self.at, end);
        self.tokens.push(Token { span, shape, glued: self.glued, lexeme });
        self.at = end;
        self.glued = true;
    }

    /// Digits with separators inside: "1,234.5", "10:30", but not the comma of "2013, 2014".
    fn number(&mut self) {
        let mut end = self.digits(self.at);
        while let Some(mark) = self.char_at(end) {
            let after = self.digits(end + mark.len_utf8());
            let digits = after.saturating_sub(end + mark.len_utf8());
            let joined = match mark {
                ',' => digits == 3,
                '.' | ':' => digits > 0,
                _ => false,
            };
            if !joined {
                break;
            }
            end = after;
        }
        self.push(end, Shape::Number, lexicon::NOTHING);
    }

    fn digits(&self, from: usize) -> usize {
        let rest = self.text.as_bytes().get(from..self.end).unwrap_or_default();
        from + rest.iter().take_while(|byte| byte.is_ascii_digit()).count()
    }

    fn word(&mut self) {
        let mut end = self.letters(self.at);
        while let Some(mark) = self.char_at(end) {
            let after = end + mark.len_utf8();
            let joined = match mark {
                '\'' | '’' => self.letters(after) > after && !self.is_clitic(end),
                '.' => self.is_dotted(end),
                _ => false,
            };
            if !joined {
                break;
            }
            end = self.letters(after);
        }
        end = self.without_not(end);
        let mut lexeme = self.known(end);
        if self.char_at(end) == Some('.') && self.takes_stop(end, lexeme) {
            end += 1;
            let dotted = self.known(end);
            lexeme = if dotted.is_unknown() { lexeme.or_opens(dotted) } else { dotted };
        }
        self.push(end, shape(Span::new(self.at, end).of(self.text)), lexeme);
    }

    /// The end of the letters and digits from `from` on.
    fn letters(&self, from: usize) -> usize {
        let mut end = from;
        while let Some(next) = self.char_at(end) {
            if !(next.is_alphanumeric() || is_mark_on_letter(next)) {
                break;
            }
            end += next.len_utf8();
        }
        end
    }

    /// Whether the full stop at `at` stands inside a word like "U.S.": after one letter, before
    /// one letter and another stop.
    fn is_dotted(&self, at: usize) -> bool {
        let Some(letter) = self.char_at(at + 1).filter(|next| next.is_alphabetic()) else {
            return false;
        };
        let single = self
            .text
            .as_bytes()
            .get(at.wrapping_sub(2))
            .is_none_or(|&byte| at.saturating_sub(1) == self.at || byte == b'.');
        let after = at + 1 + letter.len_utf8();
        single && self.char_at(after) == Some('.')
    }

    /// Whether the stop at `end` belongs to the word before it.
    fn takes_stop(&self, end: usize, lexeme: Lexeme) -> bool {
        let word = Span::new(self.at, end).of(self.text);
        let mut letters = word.chars();
        let single = letters.next().is_some_and(char::is_uppercase) && letters.next().is_none();
        let capital = word.starts_with(char::is_uppercase);
        let follows = self.char_at(end + 1) != Some('.');
        let abbreviated =
            lexeme.is(Class::Abbreviation) && (capital || word == "vs" || word == "etc");
        follows && (single && word != "I" || word.contains('.') || abbreviated)
    }

    /// Where the word ends that `end` would cut as "did" + "n't".
    fn without_not(&self, end: usize) -> usize {
        let word = Span::new(self.at, end).of(self.text);
        for tail in ["n't", "n’t", "N'T", "N’T"] {
            if word.len() > tail.len() && word.ends_with(tail) {
                return end - tail.len();
            }
        }
        end
    }

    fn is_clitic(&self, at: usize) -> bool {
        self.clitic_end(at).is_some()
    }

    fn clitic_end(&self, at: usize) -> Option<usize> {
        let mark = self.char_at(at)?;
        let from = at + mark.len_utf8();
        let end = self.letters(from);
        let tail = Span::new(from, end).of(self.text);
        let known = ["s", "S", "re", "ve", "ll", "d", "m"].contains(&tail);
        known.then_some(end)
    }

    fn clitic(&mut self) -> bool {
        if !self.tokens.last().is_some_and(|last| last.is_word() || last.shape == Shape::Number) {
            return false;
        }
        let Some(end) = self.clitic_end(self.at) else { return false };
        let lexeme = self.known(end);
        self.push(end, Shape::Clitic, lexeme);
        true
    }

    fn mark(&mut self, head: char) {
        let mut end = self.at + head.len_utf8();
        if matches!(head, '-' | '.') {
            while self.char_at(end) == Some(head) {
                end += 1;
            }
        }
        self.push(end, Shape::Mark, lexicon::NOTHING);
    }

    /// What is known of the word from here to `end`, whatever its case and apostrophe.
    fn known(&self, end: usize) -> Lexeme {
        let word = Span::new(self.at, end).of(self.text);
        let mut buffer = [0; 32];
        if let Some(lower) = buffer.get_mut(..word.len()).filter(|_| word.is_ascii()) {
            lower.copy_from_slice(word.as_bytes());
            lower.make_ascii_lowercase();
            return std::str::from_utf8(lower).map(lexicon::look_up).unwrap_or_default();
        }
        if word.len() > 64 {
            return lexicon::NOTHING;
        }
        lexicon::look_up(&word.to_lowercase().replace('’', "'"))
    }
}

/// Whether `mark` belongs to the letter before it: combining accents, soft hyphens.
const fn is_mark_on_letter(mark: char) -> bool {
    matches!(mark, '\u{300}'..='\u{36f}' | '\u{ad}')
}

fn shape(word: &str) -> Shape {
    if ["n't", "n’t", "N'T", "N’T"].contains(&word) {
        return Shape::Clitic;
    }
    let mut letters = word.chars().filter(|letter| letter.is_alphabetic());
    if !letters.next().is_some_and(char::is_uppercase) {
        return Shape::Lower;
    }
    let (mut upper, mut lower) = (1, 0);
    for letter in letters {
        if letter.is_uppercase() {
            upper += 1;
        } else {
            lower += 1;
        }
    }
    match (upper, lower) {
        (1, 0) if word.ends_with('.') => Shape::Initial,
        (2.., 0) => Shape::Upper,
        _ => Shape::Capital,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> String {
        let mut tokens = Vec::new();
        tokenize(text, Span::new(0, text.len()), &mut tokens);
        let words: Vec<_> = tokens.iter().map(|token| token.span.of(text)).collect();
        words.join("|")
    }

    #[test]
    fn cuts_clitics_off() {
        assert_eq!(cut("Norway's plan didn't work"), "Norway|'s|plan|did|n't|work");
        assert_eq!(cut("They’ll say it’s O’Neill’s"), "They|’ll|say|it|’s|O’Neill|’s");
    }

    #[test]
    fn keeps_the_stop_with_abbreviations_and_initials() {
        assert_eq!(cut("Gen. J. Doe of the U.S. left."), "Gen.|J.|Doe|of|the|U.S.|left|.");
        assert_eq!(cut("on Sept. 13 at 5 p.m."), "on|Sept.|13|at|5|p.m.");
        assert_eq!(cut("It may. So no. It ended."), "It|may|.|So|no|.|It|ended|.");
    }

    #[test]
    fn keeps_separators_inside_numbers() {
        assert_eq!(cut("1,234.5 and 10:30, 2013,2014"), "1,234.5|and|10:30|,|2013|,|2014");
        assert_eq!(cut("in 2013. $5bn"), "in|2013|.|$|5|bn");
    }

    #[test]
    fn cuts_at_hyphens_and_glues_runs_of_marks() {
        assert_eq!(cut("a 10-year war -- so..."), "a|10|-|year|war|--|so|...");
    }

    #[test]
    fn tells_shapes_apart() {
        use Shape::{Capital, Clitic, Initial, Lower, Upper};
        let shapes = ["nato", "NATO", "Nato", "U.S.", "J.", "McCain", "iPhone", "Ökonom", "n't"];
        let read: Vec<_> = shapes.iter().map(|word| shape(word)).collect();
        assert_eq!(read, [Lower, Upper, Capital, Upper, Initial, Capital, Lower, Capital, Clitic]);
    }

    proptest! {
        #[test]
        fn tokens_hold_everything_but_white_space(text in "\\PC*|[a-zA-Z0-9.,'’ -]*") {
            let mut tokens = Vec::new();
            tokenize(&text, Span::new(0, text.len()), &mut tokens);
            let mut at = 0;
            for token in &tokens {
                prop_assert!(token.span.start >= at && !token.span.is_empty());
                prop_assert!(Span::new(at, token.span.start).of(&text).trim().is_empty());
                prop_assert!(text.is_char_boundary(token.span.end));
                at = token.span.end;
            }
            prop_assert!(Span::new(at, text.len()).of(&text).trim().is_empty());
        }
    }
}
