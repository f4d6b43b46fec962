//! The article as the rules read it: tokens in sentences. A break stands behind every sentence,
//! so that no rule reads across its end.

use super::folded::Folded;
use super::lexicon::Class;
use super::region::{Region, RegionKind};
use super::token::{Shape, Token, tokenize};
use crate::text::{Span, sentences};
use std::ops::Range;

/// The tokens of an article, by sentences.
#[derive(Debug)]
pub(crate) struct Document<'a> {
    /// The text of the article.
    pub(crate) text: &'a str,
    /// The tokens, with a break behind each sentence.
    pub(crate) tokens: Vec<Token>,
    /// The sentences, in order.
    pub(crate) sentences: Vec<Sentence>,
    /// Whether the article is in another language than English: then a comma parts the decimals.
    pub(crate) foreign: bool,
    end: Token,
}

/// A sentence and its tokens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Sentence {
    /// Where it stands: the whole sentence, its dateline included.
    pub(crate) span: Span,
    /// Its tokens, without the break behind them.
    pub(crate) tokens: Range<usize>,
    /// What sort of text it stands in.
    pub(crate) kind: RegionKind,
    /// The block it stands in.
    pub(crate) block: usize,
    /// Whether it is set like a headline, nearly every word with a capital.
    pub(crate) titled: bool,
}

impl<'a> Document<'a> {
    /// Reads `regions` of `text`.
    pub(crate) fn new(text: &'a str, regions: &[Region]) -> Self {
        let bytes: usize = regions.iter().map(|region| region.span.len()).sum();
        let mut document = Self {
            text,
            tokens: Vec::with_capacity(bytes / 4),
            sentences: Vec::with_capacity(bytes / 100),
            foreign: false,
            end: Token::end(text.len()),
        };
        for region in regions {
            for sentence in sentences(region.span.of(text)) {
                document.push(region, sentence.shift(region.span.start));
            }
        }
        document.join_datelines();
        document
    }

    fn push(&mut self, region: &Region, span: Span) {
        let first = self.tokens.len();
        tokenize(self.text, span, &mut self.tokens);
        let tokens = first..self.tokens.len();
        self.tokens.push(Token::end(span.end));
        let titled = self.is_titled(region.kind, tokens.clone());
        self.sentences.push(Sentence {
            span,
            tokens,
            kind: region.kind,
            block: region.block,
            titled,
        });
    }

    /// A reader sees a dateline and the sentence behind it as one.
    fn join_datelines(&mut self) {
        for index in 1..self.sentences.len() {
            let Some([dateline, rest]) = self.sentences.get_mut(index - 1..=index) else {
                continue;
            };
            if dateline.kind == RegionKind::Dateline && dateline.block == rest.block {
                let whole = Span::new(dateline.span.start, rest.span.end);
                dateline.span = whole;
                rest.span = whole;
            }
        }
    }

    /// Whether every word of weight has a capital, as in headlines; in a heading nearly every one
    /// will do. A caption full of names and without a stop is a sentence still: its verb is small.
    fn is_titled(&self, kind: RegionKind, tokens: Range<usize>) -> bool {
        let tokens = self.tokens.get(tokens).unwrap_or_default();
        let stopped = tokens.last().is_some_and(|last| last.span.of(self.text) == ".");
        let weighty = tokens.iter().filter(|token| token.is_word() && !token.is(Class::Function));
        let (mut capital, mut all) = (0, 0);
        for token in weighty {
            all += 1;
            capital += usize::from(token.is_capital());
        }
        match (stopped, kind) {
            (true, _) => capital >= 5 && capital == all,
            (false, RegionKind::Heading) => all >= 4 && capital * 10 >= all * 7,
            (false, _) => all >= 4 && capital == all,
        }
    }

    /// The token at `index`; a break past the ends.
    pub(crate) fn token(&self, index: usize) -> &Token {
        self.tokens.get(index).unwrap_or(&self.end)
    }

    /// The token `back` places before `index`; a break past the start.
    pub(crate) fn before(&self, index: usize, back: usize) -> &Token {
        index.checked_sub(back).map_or(&self.end, |at| self.token(at))
    }

    /// The token at `index` as printed.
    pub(crate) fn word(&self, index: usize) -> &'a str {
        self.token(index).span.of(self.text)
    }

    /// The token at `index` in small letters, to be matched against known words.
    pub(crate) fn folded(&self, index: usize) -> Folded<'a> {
        Folded::of(self.word(index))
    }

    /// Whether the token at `index` is `word`, whatever its case.
    pub(crate) fn is(&self, index: usize, word: &str) -> bool {
        is_same(self.word(index), word)
    }

    /// Whether the token at `index` is one of `words`, whatever its case.
    pub(crate) fn any(&self, index: usize, words: &[&str]) -> bool {
        let printed = self.word(index);
        words.iter().any(|word| is_same(printed, word))
    }

    /// Whether the token at `index` is a hyphen or dash without white space before it.
    pub(crate) fn is_hyphen(&self, index: usize) -> bool {
        let token = self.token(index);
        token.shape == Shape::Mark && token.glued && matches!(self.word(index), "-" | "‑" | "–")
    }

    /// Whether a hyphen joins the tokens beside `index`.
    pub(crate) fn joins(&self, index: usize) -> bool {
        self.is_hyphen(index) && self.token(index + 1).glued
    }

    /// The bytes from the first token of `tokens` to its last.
    pub(crate) fn span(&self, tokens: Range<usize>) -> Span {
        let start = self.token(tokens.start).span.start;
        let end = self.before(tokens.end, 1).span.end;
        Span::new(start, end.max(start))
    }

    /// The number of the sentence that holds the token at `index`.
    pub(crate) fn sentence_at(&self, index: usize) -> usize {
        self.sentences.partition_point(|sentence| sentence.tokens.start <= index).saturating_sub(1)
    }

    /// The span of the sentence that holds the token at `index`.
    pub(crate) fn sentence_span(&self, index: usize) -> Span {
        self.sentences.get(self.sentence_at(index)).map_or(Span::default(), |found| found.span)
    }

    /// The tokens from `range` as one string in lower case, with one space between words.
    pub(crate) fn lower(&self, range: Range<usize>) -> String {
        let mut lower = String::new();
        for index in range {
            let token = self.token(index);
            if !lower.is_empty() && !token.glued {
                lower.push(' ');
            }
            let word = self.word(index);
            if word.is_ascii() {
                lower.extend(word.bytes().map(|byte| char::from(byte.to_ascii_lowercase())));
            } else {
                lower.push_str(&word.to_lowercase());
            }
        }
        lower
    }
}

/// Whether two words are the same whatever their case. Most differ in length or at their head, which
/// is told at once; the bit is the one that tells small letters from capitals.
fn is_same(one: &str, other: &str) -> bool {
    let head = |word: &str| word.as_bytes().first().map(|byte| byte | 0x20);
    one.len() == other.len() && head(one) == head(other) && one.eq_ignore_ascii_case(other)
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// `text` read as one paragraph of prose.
    pub(crate) fn prose(text: &str) -> Document<'_> {
        let span = Span::new(0, text.len());
        Document::new(text, &[Region { span, kind: RegionKind::Prose, block: 0 }])
    }

    #[test]
    fn a_break_stands_behind_a_sentence() {
        let document = prose("It rained");
        assert!(document.token(2).is_break() && document.before(0, 1).is_break());
        assert_eq!(document.lower(0..2), "it rained");
    }

    #[test]
    fn headlines_are_told_by_their_capitals() {
        assert!(prose("Ferry Sinks Off Norway Coast").sentences[0].titled);
        assert!(!prose("Ferry sinks off coast of Norway").sentences[0].titled);
        assert!(!prose("Prime Minister Ann Lee met President Joe Roe.").sentences[0].titled);
        assert!(
            !prose("Prime Minister Ann Lee meets President Joe Roe in Oslo").sentences[0].titled
        );
    }

    #[test]
    fn a_dateline_belongs_to_the_first_sentence() {
        let text = "OSLO (AP) _ It rained.";
        let regions = [
            Region { span: Span::new(0, 11), kind: RegionKind::Dateline, block: 0 },
            Region { span: Span::new(11, text.len()), kind: RegionKind::Prose, block: 0 },
        ];
        let document = Document::new(text, &regions);
        assert!(document.sentences.iter().all(|sentence| sentence.span.of(text) == text));
    }
}
