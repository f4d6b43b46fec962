//! The paragraphs of two versions as one: what stayed, came, went and was moved.

use crate::article::{Article, BlockRole, Visibility};
use crate::mark::{Edit, Stretch};
use crate::text::Span;
use serde::Serialize;

/// A paragraph of the newest version, or one that is gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Passage {
    /// What it is to its article.
    pub role: BlockRole,
    /// How many block quotes it stands in.
    pub quote: u8,
    /// How many lists it stands in.
    pub indent: u8,
    /// Its words, those that are gone among them.
    pub parts: Vec<Part>,
}

/// Words that share one fate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Part {
    /// Their fate.
    pub edit: Edit,
    /// The words, with the spaces around them.
    pub words: String,
}

impl Passage {
    /// The fate that all its words share.
    pub fn whole(&self) -> Option<Edit> {
        let mut edits = self.parts.iter().filter(|it| !it.words.trim().is_empty());
        let first = edits.next()?.edit;
        edits.all(|it| it.edit == first).then_some(first)
    }

    /// Adds words behind a gap, which belongs to them where the words before share their fate.
    fn add(&mut self, edit: Edit, gap: &str, words: &str) {
        let same = self.parts.last().is_some_and(|it| it.edit == edit);
        self.push(if same { edit } else { Edit::Kept }, gap);
        self.push(edit, words);
    }

    fn push(&mut self, edit: Edit, words: &str) {
        match self.parts.last_mut().filter(|it| it.edit == edit) {
            Some(last) => last.words.push_str(words),
            None if words.is_empty() => {}
            None => self.parts.push(Part { edit, words: words.to_owned() }),
        }
    }

    /// One that shares only a few words with what stood there before is two: one that is gone, and
    /// a new one.
    fn parted(self) -> Vec<Self> {
        let words = |edit: Edit| -> usize {
            let parts = self.parts.iter().filter(|it| it.edit == edit);
            let words = parts.flat_map(|it| it.words.split_whitespace());
            words.filter(|it| it.contains(char::is_alphanumeric)).count()
        };
        let least = words(Edit::Removed).min(words(Edit::Added));
        if words(Edit::Kept) * FEW >= least {
            return vec![self];
        }
        let only = |side: &[Edit], edit: Edit| {
            let parts = self.parts.iter().filter(|it| side.contains(&it.edit));
            let words = parts.map(|it| it.words.as_str()).collect::<String>();
            let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
            Self { parts: vec![Part { edit, words }], ..self.clone() }
        };
        let gone = only(&[Edit::Kept, Edit::Removed], Edit::Removed);
        vec![gone, only(&[Edit::Kept, Edit::Moved, Edit::Added], Edit::Added)]
    }

    fn ends_with_space(&self) -> bool {
        self.parts.last().is_none_or(|it| it.words.ends_with(char::is_whitespace))
    }
}

/// A paragraph with fewer than one word that stayed for so many that came and went is a new one.
const FEW: usize = 4;

/// The shown paragraphs of both versions, in the order of the new one.
pub(super) fn passages(old: &Article, new: &Article, edits: &[Stretch]) -> Vec<Passage> {
    let mut setter = Setter { old, new, passages: Vec::new(), open: None, waiting: Vec::new() };
    for stretch in edits {
        if stretch.edit == Edit::Removed {
            pieces(old, stretch.span).for_each(|(block, span)| setter.take_out(block, span));
        } else {
            pieces(new, stretch.span)
                .for_each(|(block, span)| setter.put(block, stretch.edit, span));
        }
    }
    setter.finish()
}

/// The parts of `span` in shown blocks, each with its block.
fn pieces(article: &Article, span: Span) -> impl Iterator<Item = (usize, Span)> {
    let first = article.block_at(span.start);
    let blocks = article.blocks.iter().enumerate().skip(first);
    blocks
        .take_while(move |(_, block)| block.span.start < span.end)
        .filter(|(_, block)| block.visibility == Visibility::Shown)
        .filter_map(move |(at, block)| Some((at, block.span.intersection(span)?)))
        .map(move |(at, piece)| (at, piece.trim(&article.text)))
        .filter(|(_, piece)| !piece.is_empty())
}

/// The paragraph of the new version that words are put in.
struct Open {
    block: usize,
    /// Which of the passages it is.
    at: usize,
    /// Where its last word of the new version ends, once it has one.
    end: Option<usize>,
}

struct Setter<'a> {
    old: &'a Article,
    new: &'a Article,
    passages: Vec<Passage>,
    open: Option<Open>,
    /// Words that are gone from the beginning of the paragraph that comes next.
    waiting: Vec<Span>,
}

impl Setter<'_> {
    /// Words of the new version.
    fn put(&mut self, block: usize, edit: Edit, span: Span) {
        if self.open.as_ref().is_none_or(|open| open.block != block) {
            let at = self.passages.len();
            self.passages.extend(empty(self.new, block));
            self.open = Some(Open { block, at, end: None });
            for span in std::mem::take(&mut self.waiting) {
                self.strike(span);
            }
        }
        let Some(open) = &mut self.open else { return };
        let Some(passage) = self.passages.get_mut(open.at) else { return };
        let gap = match open.end {
            Some(end) => Span::new(end, span.start).of(&self.new.text),
            None if passage.ends_with_space() => "",
            None => " ",
        };
        passage.add(edit, gap, span.of(&self.new.text));
        open.end = Some(span.end);
    }

    /// Words that are gone.
    fn take_out(&mut self, block: usize, span: Span) {
        let Some(whole) = self.old.blocks.get(block).map(|it| it.span.trim(&self.old.text)) else {
            return;
        };
        if whole == span {
            self.passages.extend(empty(self.old, block).map(|mut passage| {
                passage.add(Edit::Removed, "", span.of(&self.old.text));
                passage
            }));
        } else if span.start == whole.start || self.open.is_none() {
            self.waiting.push(span);
        } else {
            self.strike(span);
        }
    }

    /// Puts words that are gone into the open paragraph.
    fn strike(&mut self, span: Span) {
        let passage = self.open.as_ref().and_then(|open| self.passages.get_mut(open.at));
        let Some(passage) = passage else { return };
        let apart =
            self.old.text.get(..span.start).is_none_or(|it| it.ends_with(char::is_whitespace));
        let gap = if apart && !passage.ends_with_space() { " " } else { "" };
        passage.add(Edit::Removed, gap, span.of(&self.old.text));
    }

    fn finish(mut self) -> Vec<Passage> {
        for span in std::mem::take(&mut self.waiting) {
            self.passages.extend(empty(self.old, self.old.block_at(span.start)).map(|mut it| {
                it.add(Edit::Removed, "", span.of(&self.old.text));
                it
            }));
        }
        self.passages.into_iter().flat_map(Passage::parted).collect()
    }
}

/// The passage of a block, without its words.
fn empty(article: &Article, block: usize) -> Option<Passage> {
    let block = article.blocks.get(block)?;
    let (role, quote, indent) = (block.role, block.quote, block.indent);
    Some(Passage { role, quote, indent, parts: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::super::tests::{AFTER, BEFORE, edition};
    use super::*;
    use crate::mark::Alignment;
    use proptest::prelude::*;

    /// The paragraphs: `-gone-`, `+new+` and `~moved~` words between those that stayed.
    fn shown(before: &str, after: &str) -> Vec<String> {
        let (old, new) = (edition(before, 0).article, edition(after, 0).article);
        let edits = Alignment::new(&old.text, &new.text).edits();
        let shown = passages(&old, &new, &edits).into_iter().map(|passage| {
            let parts = passage.parts.iter().map(|part| match part.edit {
                Edit::Kept => part.words.clone(),
                Edit::Moved => format!("~{}~", part.words),
                Edit::Added => format!("+{}+", part.words),
                Edit::Removed => format!("-{}-", part.words),
            });
            parts.collect()
        });
        shown.collect()
    }

    #[test]
    fn a_changed_word_stands_in_its_paragraph() {
        let shown = shown(BEFORE, AFTER);
        assert_eq!(
            shown[1],
            "The ferry left Linden at noon. -Forty- +Fifty+ people were aboard, the harbor master \
             said."
        );
        assert_eq!(shown[2], "Nobody was hurt in the storm on Friday night.");
        assert_eq!(shown[3], "-The town will pay for a new bridge across the bay next year.-");
        assert_eq!(shown[4], "+Divers from Oslo will look at the hull on Tuesday.+");
    }

    #[test]
    fn words_are_taken_from_either_end() {
        let before = "Title here\n\nLate on Friday the ferry left the harbor with a cargo of salt.";
        let after = "Title here\n\nThe ferry left the harbor with a cargo.";
        let expected = "-Late on Friday- The ferry left the harbor with a cargo -of salt.-+.+";
        assert_eq!(shown(before, after)[1], expected);
    }

    proptest! {
        #[test]
        fn what_is_not_gone_is_the_new_version(
            old in prop::collection::vec(prop::sample::select(vec!["the", "ferry", "left.", "12", "\n\n"]), 1..40),
            new in prop::collection::vec(prop::sample::select(vec!["the", "ferry", "left.", "12", "\n\n"]), 1..40),
        ) {
            let (old, new) = (edition(&format!("A {}", old.join(" ")), 0).article, edition(&format!("A {}", new.join(" ")), 0).article);
            let edits = Alignment::new(&old.text, &new.text).edits();
            let passages = passages(&old, &new, &edits);
            let there = |words: &str| words.split_whitespace().collect::<String>();
            let parts = passages.iter().flat_map(|it| &it.parts);
            let kept: String = parts.filter(|it| it.edit != Edit::Removed).map(|it| there(&it.words)).collect();
            let blocks = new.blocks.iter().filter(|it| it.visibility == Visibility::Shown);
            prop_assert_eq!(kept, blocks.map(|it| there(it.span.of(&new.text))).collect::<String>());
        }
    }
}
