//! Whether a sentence ends at a stop, from the characters near it.

use super::super::Span;
use super::super::at::char_at;
use super::words;

/// How far around a stop is looked.
const REACH: usize = 256;

/// How many bytes a stop and the marks after it may take.
pub(super) const CLOSING: usize = 32;

/// What can end a sentence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// A full stop, which also ends abbreviations.
    Dot,
    /// A question or exclamation mark, and full stops that end nothing else.
    Mark,
    /// Dots that stand for what is left out.
    Ellipsis,
    /// A stop of Chinese or Japanese, which no space follows.
    Wide,
    /// A line feed: two in a row part paragraphs.
    Feed,
}

/// The first byte from `from` up to `end` at which a stop starts.
pub(super) fn next(text: &str, from: usize, end: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    (from..end).find(|&at| match bytes.get(at) {
        Some(b'.' | b'!' | b'?' | b'\n') => true,
        Some(0xd6 | 0xd8 | 0xdb | 0xe0 | 0xe1 | 0xe2 | 0xe3 | 0xef) => {
            char_at(text, at).is_some_and(|c| stop(c).is_some())
        }
        _ => false,
    })
}

const fn stop(c: char) -> Option<Stop> {
    match c {
        '.' => Some(Stop::Dot),
        '!' | '?' | '؟' | '۔' | '։' | '।' | '॥' | '።' | '‼' | '⁇' | '⁈' | '⁉' => {
            Some(Stop::Mark)
        }
        '…' => Some(Stop::Ellipsis),
        '。' | '！' | '？' | '｡' => Some(Stop::Wide),
        '\n' => Some(Stop::Feed),
        _ => None,
    }
}

/// Where the sentence ends that the stop at byte `at` ends, closing marks included; `None` where
/// it goes on, or where nothing but white space follows in `within`.
pub(super) fn end(text: &str, within: Span, at: usize) -> Option<usize> {
    let c = char_at(text, at)?;
    let near = Near { text, within, at };
    match stop(c)? {
        Stop::Feed => near.parts_paragraphs().then_some(at),
        kind => near.end(kind, at + c.len_utf8()),
    }
}

/// A stop and what is around it.
#[derive(Clone, Copy)]
struct Near<'a> {
    text: &'a str,
    within: Span,
    at: usize,
}

impl<'a> Near<'a> {
    /// The text from `from` on, as far as is looked.
    fn after(self, from: usize) -> &'a str {
        let upto = self.text.ceil_char_boundary(from + REACH).min(self.within.end);
        Span::new(from, upto).of(self.text)
    }

    /// The text up to `upto`, as far as is looked.
    fn before(self, upto: usize) -> &'a str {
        let from = self.text.floor_char_boundary(upto.saturating_sub(REACH)).max(self.within.start);
        Span::new(from, upto).of(self.text)
    }

    fn parts_paragraphs(self) -> bool {
        let rest = self.after(self.at + 1);
        let next = rest.trim_start_matches([' ', '\t', '\r']);
        next.starts_with('\n') && !next.trim_start().is_empty()
    }

    fn end(self, kind: Stop, after: usize) -> Option<usize> {
        let rest = self.after(after);
        if rest.chars().next().is_some_and(|c| stop(c).is_some_and(|it| it != Stop::Feed)) {
            return None;
        }
        let closed = closers(rest);
        let end = after + closed.len();
        let rest = self.after(end);
        let follows = rest.trim_start();
        if follows.is_empty() && end + rest.len() >= self.within.end {
            return None;
        }
        let quoted = closed.contains(is_quote);
        let ends = if kind == Stop::Wide {
            !(quoted && says_on_in_chinese(rest))
        } else if rest.starts_with(char::is_whitespace) {
            self.starts_anew(self.kind_of_run(kind), quoted, follows) || parts(rest)
        } else {
            kind == Stop::Mark && rest.chars().next().is_some_and(is_wide)
        };
        ends.then_some(end)
    }

    /// What the run of stops that ends here amounts to: dots beside each other are an ellipsis,
    /// and any question or exclamation mark counts more.
    fn kind_of_run(self, last: Stop) -> Stop {
        let run = self.before(self.at).chars().rev().take(8).map_while(stop);
        run.take_while(|&kind| kind != Stop::Feed).fold(last, |kind, before| match (kind, before) {
            (Stop::Mark, _) | (_, Stop::Mark) => Stop::Mark,
            _ => Stop::Ellipsis,
        })
    }

    /// Whether what follows the stop and its white space is another sentence.
    fn starts_anew(self, kind: Stop, quoted: bool, follows: &str) -> bool {
        let opened = follows.trim_start_matches(opens);
        let Some(first) = opened.chars().next() else { return true };
        if matches!(first, ',' | ';' | ':' | '.' | ')' | ']' | '…') {
            return false;
        }
        if first.is_lowercase() && !is_camel(opened) {
            return false;
        }
        match kind {
            Stop::Dot => !self.is_abbreviation(opened),
            Stop::Mark | Stop::Ellipsis if quoted => !is_attribution(opened),
            _ => true,
        }
    }

    /// Whether the full stop belongs to the word before it, `next` being what follows.
    fn is_abbreviation(self, next: &str) -> bool {
        let before = self.before(self.at);
        let word = last_word(before);
        let context = before.strip_suffix(word).unwrap_or_default();
        let number_follows = next.starts_with(|c: char| c.is_numeric());
        let starter_follows = || starts_sentence(next);
        if word.is_empty() {
            return false;
        }
        if word.chars().all(|c| c.is_ascii_digit()) {
            return words::follows_ordinal(first_word(next)) || is_list_number(word, context);
        }
        if words::never_ends(word) || decapitalized(word).is_some_and(|it| words::never_ends(&it)) {
            return true;
        }
        if words::takes_number(word) {
            let small = word.starts_with(char::is_lowercase);
            return number_follows || (small && words::follows_time(letters(next)));
        }
        if words::seldom_ends(word) {
            return number_follows || !starter_follows();
        }
        if word.contains('.') {
            return is_acronym(word) && continues_acronym(word, next);
        }
        is_initial(word, context, next) && (!starter_follows() || ends_small_initial(context))
    }
}

/// The closing marks and note numbers that stand right after a stop.
fn closers(rest: &str) -> &str {
    let mut end = 0;
    while end < CLOSING - 8 {
        let here = rest.get(end..).unwrap_or_default();
        let len = match here.chars().next() {
            Some(c) if closes(c) => c.len_utf8(),
            Some('[') => note(here),
            Some(space @ (' ' | '\u{a0}' | '\u{202f}')) => after_space(here, space),
            _ => 0,
        };
        if len == 0 {
            break;
        }
        end += len;
    }
    rest.get(..end).unwrap_or_default()
}

/// The length of a space and what closes a sentence after one: French quotation marks, a straight
/// one between two spaces, a note number.
fn after_space(here: &str, space: char) -> usize {
    let rest = here.get(space.len_utf8()..).unwrap_or_default();
    let mut chars = rest.chars();
    let len = match (chars.next(), chars.next()) {
        (Some('»'), _) => '»'.len_utf8(),
        (Some(mark @ ('"' | '”')), Some(' ')) => mark.len_utf8(),
        (Some('['), _) => note(rest),
        _ => 0,
    };
    if len > 0 { space.len_utf8() + len } else { 0 }
}

/// The length of a note number in brackets.
fn note(here: &str) -> usize {
    let digits = here.bytes().skip(1).take_while(u8::is_ascii_digit).count();
    let closed = here.as_bytes().get(digits + 1) == Some(&b']');
    if closed && (1..=3).contains(&digits) { digits + 2 } else { 0 }
}

const fn is_quote(c: char) -> bool {
    matches!(c, '"' | '\'' | '”' | '’' | '“' | '‘' | '»' | '«' | '›' | '‹' | '」' | '』')
}

const fn closes(c: char) -> bool {
    is_quote(c) || matches!(c, ')' | ']' | '}' | '）' | '】' | '》' | '〉')
}

const fn opens(c: char) -> bool {
    matches!(
        c,
        '"' | '\''
            | '“'
            | '‘'
            | '”'
            | '„'
            | '‚'
            | '«'
            | '‹'
            | '»'
            | '('
            | '['
            | '{'
            | '¿'
            | '¡'
            | '-'
            | '–'
            | '—'
            | '\u{a0}'
            | '\u{202f}'
    )
}

const fn is_wide(c: char) -> bool {
    matches!(c, '\u{3000}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ff00}'..='\u{ffef}')
}

/// Whether the white space at the front of `rest` parts paragraphs.
fn parts(rest: &str) -> bool {
    let blank = rest.len() - rest.trim_start().len();
    rest.get(..blank).is_some_and(|blank| blank.matches('\n').count() > 1)
}

/// Whether a lower-case letter starts a name all the same ("iPhone").
fn is_camel(word: &str) -> bool {
    word.chars().nth(1).is_some_and(char::is_uppercase)
}

/// The word at the end of `before`, with stops inside it, without what is joined by a hyphen.
fn last_word(before: &str) -> &str {
    let inside = |c: char| c.is_alphanumeric() || c == '.';
    let word = before.get(before.trim_end_matches(inside).len()..).unwrap_or_default();
    word.trim_start_matches('.')
}

/// The word at the front of `next`; empty if a stop makes it an abbreviation.
fn first_word(next: &str) -> &str {
    let word = letters(next);
    if next.get(word.len()..).is_some_and(|rest| rest.starts_with('.')) { "" } else { word }
}

/// The letters and digits at the front of `next`.
fn letters(next: &str) -> &str {
    let rest = next.trim_start_matches(char::is_alphanumeric);
    next.strip_suffix(rest).unwrap_or_default()
}

/// `word` with a small first letter, if it is a short word with a capital one.
fn decapitalized(word: &str) -> Option<String> {
    let starts = word.len() <= 6 && word.starts_with(|c: char| c.is_ascii_uppercase());
    starts.then(|| word.to_ascii_lowercase())
}

/// Whether `word` is short pieces with stops between ("U.S", "a.m", "Ph.D").
fn is_acronym(word: &str) -> bool {
    word.split('.').all(|piece| (1..=2).contains(&piece.chars().count()))
        && word.chars().all(|c| c == '.' || c.is_alphabetic())
}

/// Whether a word stands at the front of `next` that seldom follows an abbreviation in a sentence.
fn starts_sentence(next: &str) -> bool {
    words::starts_sentences(first_word(next)) || matches!(letters(next), "Mr" | "Mrs" | "Ms")
}

/// Whether a sentence goes on after the acronym `word` with `next`.
fn continues_acronym(word: &str, next: &str) -> bool {
    match word {
        "a.m" | "p.m" | "A.M" | "P.M" => {
            words::follows_time(letters(next)) || is_time_elsewhere(next)
        }
        _ => !starts_sentence(next),
    }
}

/// Whether `next` is the same time in another zone: "10 a.m. (0800 GMT)", "9 p.m. (6 p.m. PST)".
fn is_time_elsewhere(next: &str) -> bool {
    let rest = next.trim_start_matches(|c: char| c.is_ascii_digit() || c == ':');
    let zone = rest.trim_start();
    let time = words::follows_time(letters(zone))
        || ["a.m.", "p.m."].iter().any(|half| zone.starts_with(half));
    rest.len() < next.len() && time
}

/// Whether `word` is the initial of a name, or part of an abbreviation set with spaces ("z. B.").
fn is_initial(word: &str, context: &str, next: &str) -> bool {
    let mut chars = word.chars();
    let (Some(letter), None) = (chars.next(), chars.next()) else { return false };
    let before = context.trim_end();
    if letter.is_lowercase() {
        return next.chars().nth(1) == Some('.');
    }
    // "So do I." is no initial.
    let after_lower = last_word(before).starts_with(char::is_lowercase);
    letter.is_alphabetic() && !(letter == 'I' && after_lower)
}

/// Whether `context` ends with a small letter and a stop, as in "z. B.".
fn ends_small_initial(context: &str) -> bool {
    let Some(before) = context.trim_end().strip_suffix('.') else { return false };
    let word = last_word(before);
    word.chars().count() == 1 && word.starts_with(char::is_lowercase)
}

/// Whether `word` numbers an item of a list rather than ending a sentence.
fn is_list_number(word: &str, context: &str) -> bool {
    let before = context.trim_end();
    let abbreviated = |word: &str| word.contains('.') || words::takes_number(word);
    let after_stop = before.ends_with(['.', '!', '?', ':', ';', '”', '"'])
        && !before.strip_suffix('.').is_some_and(|it| abbreviated(last_word(it)));
    word.len() <= 3 && (before.is_empty() || after_stop)
}

/// Whether `next`, after a quotation, says who spoke.
fn is_attribution(next: &str) -> bool {
    for word in next.split_whitespace().take(7) {
        let bare = word.trim_end_matches([',', '.', ';', ':']);
        if words::speaks(bare) {
            return true;
        }
        let pronoun = matches!(bare, "He" | "She" | "They" | "We" | "It" | "You");
        let named = bare.starts_with(char::is_uppercase) || words::joins_names(bare);
        let abbreviated = word.ends_with('.') && bare.len() <= 5 || word.ends_with(',');
        if pronoun || !named || (bare.len() < word.len() && !abbreviated) {
            return false;
        }
    }
    false
}

/// Whether a Chinese or Japanese quotation is followed by who said it.
fn says_on_in_chinese(rest: &str) -> bool {
    let near = rest.chars().take(10).take_while(|&c| stop(c).is_none() && c != '，' && c != '、');
    near.into_iter().any(|c| matches!(c, '说' | '說' | '问' | '問' | '道' | '喊' | 'と'))
}
