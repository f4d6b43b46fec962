//! Hints: letters over every link, or every sentence, on the screen.

use super::Reader;
use crate::article::InlineKind;
use crate::text::Span;

/// The letters hints are made of, the strongest fingers first.
const LETTERS: &str = "asdfghjklqwertyuiopzxcvbnm";

/// Where a hint leads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// To a link: an index into the article's links.
    Link(usize),
    /// To a sentence.
    Sentence(Span),
}

/// A link or a sentence on the screen and the letters that lead there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hint {
    /// The letters.
    pub letters: String,
    /// Where it stands.
    pub span: Span,
    /// Where it leads.
    pub goal: Goal,
}

/// The hints on the screen, and what has been typed of one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Hints {
    /// The hints that still fit.
    pub hints: Vec<Hint>,
    /// What has been typed.
    pub typed: String,
    /// Whether a letter was typed with Shift.
    pub shifted: bool,
}

impl Hints {
    /// Takes a letter; gives what the hint leads to when it is complete.
    pub fn type_letter(&mut self, letter: char) -> Option<Goal> {
        self.shifted |= letter.is_uppercase();
        self.typed.push(letter.to_ascii_lowercase());
        self.hints.retain(|hint| hint.letters.starts_with(&self.typed));
        self.hints.iter().find(|hint| hint.letters == self.typed).map(|hint| hint.goal)
    }
}

impl Reader {
    /// Hints for the links on the screen; `None` where there is none.
    pub fn link_hints(&self) -> Option<Hints> {
        let screen = self.visible_span();
        let mut links: Vec<(Span, usize)> = Vec::new();
        for inline in self.opened.article.inlines_in(screen) {
            if let InlineKind::Link(link) = inline.kind
                && screen.holds(inline.span.start)
            {
                links.push((inline.span, link));
            }
        }
        hinted(links.into_iter().map(|(span, link)| (span, Goal::Link(link))).collect())
    }

    /// Hints for the sentences that start on the screen; `None` where none does.
    pub fn sentence_hints(&self) -> Option<Hints> {
        let sentences = self.visible_sentences(&self.visible());
        hinted(sentences.into_iter().map(|span| (span, Goal::Sentence(span))).collect())
    }
}

fn hinted(goals: Vec<(Span, Goal)>) -> Option<Hints> {
    let letters = labels(goals.len());
    let hints = goals.into_iter().zip(letters);
    let hints: Vec<Hint> =
        hints.map(|((span, goal), letters)| Hint { letters, span, goal }).collect();
    (!hints.is_empty()).then(|| Hints { hints, ..Hints::default() })
}

/// `count` labels, none of which begins another: single letters while they last, else pairs.
fn labels(count: usize) -> Vec<String> {
    let letters: Vec<char> = LETTERS.chars().collect();
    if count <= letters.len() {
        return letters.into_iter().take(count).map(String::from).collect();
    }
    let pairs = letters
        .iter()
        .flat_map(|first| letters.iter().map(move |second| [*first, *second].iter().collect()));
    pairs.take(count).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_label_begins_another() {
        for count in [1, 26, 27, 300] {
            let labels = labels(count);
            assert_eq!(labels.len(), count);
            for (at, label) in labels.iter().enumerate() {
                let others = labels.iter().enumerate().filter(|(other, _)| *other != at);
                assert!(others.into_iter().all(|(_, other)| !other.starts_with(label.as_str())));
            }
        }
    }

    #[test]
    fn letters_narrow_the_hints_down_to_one() {
        let hint = |letters: &str, link| Hint {
            letters: letters.into(),
            span: Span::default(),
            goal: Goal::Link(link),
        };
        let mut hints = Hints { hints: vec![hint("aa", 3), hint("ad", 4)], ..Hints::default() };
        assert_eq!(hints.type_letter('a'), None);
        assert!(!hints.shifted);
        assert_eq!((hints.type_letter('D'), hints.shifted), (Some(Goal::Link(4)), true));
    }
}
