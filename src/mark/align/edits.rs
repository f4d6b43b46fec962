//! What was done to a text between two editions, in the order of the new one.

use super::Alignment;
use super::chain::longest_chain;
use crate::text::Span;
use serde::Serialize;

/// What was done to some words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// They stand where they stood.
    Kept,
    /// They stand in both editions, in another place.
    Moved,
    /// They are new.
    Added,
    /// They are gone.
    Removed,
}

/// Words that share one fate.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// Their fate.
    pub edit: Edit,
    /// Where they stand: in the old text for [`Edit::Removed`], else in the new.
    pub span: Span,
}

/// All that was done, without a gap between words: first what is gone from a place, then what
/// came there.
pub(super) fn edits(alignment: &Alignment<'_>) -> Vec<Stretch> {
    let pairing = &alignment.pairing;
    let mut pairs: Vec<(usize, usize)> = (0..pairing.old.len())
        .filter_map(|old| Some((old, pairing.pair(old)?)))
        .filter(|&(old, new)| pairing.same(old, new))
        .collect();
    let kept = longest_chain(&pairs);
    pairs.sort_unstable_by_key(|pair| pair.1);
    let mut moved = pairs.iter().map(|pair| pair.1).peekable();
    let mut gone = vec![true; pairing.old.len()];
    for &(old, _) in &pairs {
        if let Some(gone) = gone.get_mut(old) {
            *gone = false;
        }
    }
    let mut report = Report { alignment, stretches: Vec::new() };
    let (mut old, mut new) = (0, 0);
    let end = (pairing.old.len(), pairing.new.len());
    for &(upto_old, upto_new) in kept.iter().chain(std::iter::once(&end)) {
        for at in (old..upto_old).filter(|&at| gone.get(at) == Some(&true)) {
            report.push(Edit::Removed, at);
        }
        for at in new..upto_new {
            while moved.next_if(|&there| there < at).is_some() {}
            let edit = if moved.peek() == Some(&at) { Edit::Moved } else { Edit::Added };
            report.push(edit, at);
        }
        if upto_new < pairing.new.len() {
            report.push(Edit::Kept, upto_new);
        }
        (old, new) = (upto_old + 1, upto_new + 1);
    }
    report.stretches
}

/// The stretches so far.
struct Report<'a> {
    alignment: &'a Alignment<'a>,
    stretches: Vec<Stretch>,
}

impl Report<'_> {
    /// Adds a token to the last stretch, or begins one.
    fn push(&mut self, edit: Edit, at: usize) {
        let pairing = &self.alignment.pairing;
        let tokens = if edit == Edit::Removed { &pairing.old } else { &pairing.new };
        let Some(token) = tokens.get(at) else { return };
        let text = if edit == Edit::Removed { self.alignment.old } else { self.alignment.new };
        match self.stretches.last_mut() {
            Some(last)
                if last.edit == edit
                    && last.span.end <= token.span.start
                    && Span::new(last.span.end, token.span.start).of(text).trim().is_empty() =>
            {
                last.span.end = token.span.end;
            }
            _ => self.stretches.push(Stretch { edit, span: token.span }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `-gone-`, `+new+` and `~moved~` words between those that were kept.
    fn shown(old: &str, new: &str) -> String {
        let alignment = Alignment::new(old, new);
        let stretches = alignment.edits();
        let words = stretches.iter().map(|stretch| {
            let text = if stretch.edit == Edit::Removed { old } else { new };
            let sign = match stretch.edit {
                Edit::Kept => "",
                Edit::Moved => "~",
                Edit::Added => "+",
                Edit::Removed => "-",
            };
            format!("{sign}{}{sign}", stretch.span.of(text))
        });
        words.collect::<Vec<_>>().join(" ")
    }

    const OLD: &str = "The ferry left at noon. Forty people were aboard the old ship.";

    #[test]
    fn an_unchanged_text_is_kept_whole() {
        assert_eq!(shown(OLD, OLD), OLD);
    }

    #[test]
    fn a_changed_number_is_gone_and_new() {
        let new = "The ferry left at noon. Fifty people were aboard the old ship.";
        let expected = "The ferry left at noon. -Forty- +Fifty+ people were aboard the old ship.";
        assert_eq!(shown(OLD, new), expected);
    }

    #[test]
    fn an_added_sentence_is_new() {
        let new =
            "The ferry left at noon. Nobody saw it go. Forty people were aboard the old ship.";
        let expected =
            "The ferry left at noon. +Nobody saw it go.+ Forty people were aboard the old ship.";
        assert_eq!(shown(OLD, new), expected);
    }

    #[test]
    fn sentences_that_changed_places_are_moved() {
        let new = "Forty people were aboard the old ship. The ferry left at noon.";
        assert_eq!(
            shown(OLD, new),
            "Forty people were aboard the old ship. ~The ferry left at noon.~"
        );
    }
}
