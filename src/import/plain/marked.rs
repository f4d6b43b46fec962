//! Lines that say by a mark what they are: quotations and the items of lists. The mark gives way
//! to spaces; the block says it.

use super::blocks::Finder;
use super::lines::{Line, Style};
use super::shape::{self, Bullet};
use crate::article::{Block, BlockRole};
use crate::text::Span;

impl Finder<'_> {
    /// Lines that begin with quote marks.
    pub(super) fn quote(&mut self, lines: &[Line]) {
        let mut open: Option<(u8, Span)> = None;
        for line in lines {
            let words = self.words(*line);
            let inner = words.trim_start_matches(|c: char| c == '>' || c.is_whitespace());
            let start = line.words.end - inner.len();
            let depth =
                words.bytes().take(words.len() - inner.len()).filter(|b| *b == b'>').count();
            let depth = u8::try_from(depth).unwrap_or(u8::MAX);
            self.marks.push(Span::new(line.words.start, start));
            let span = Span::new(start, line.words.end);
            open = match open.take() {
                Some((same, before)) if same == depth && !inner.is_empty() => {
                    Some((depth, Span::new(before.start, span.end)))
                }
                before => {
                    self.quoted(before);
                    (!inner.is_empty()).then_some((depth, span))
                }
            };
        }
        self.quoted(open);
    }

    fn quoted(&mut self, open: Option<(u8, Span)>) {
        if let Some((quote, span)) = open {
            self.blocks.push(Block { quote, ..Block::new(BlockRole::Quote, span) });
        }
    }

    /// Whether a mark begins a list or goes on with one: a bullet, the number after the last
    /// item's, or the first of several.
    pub(super) fn begins_list(&self, mark: Bullet, others: &[Line]) -> bool {
        let Some(number) = mark.number else { return true };
        let goes_on = number == 1 || self.number.is_some_and(|last| last + 1 == number);
        let looked_at = if self.style == Style::Lines { 1 } else { others.len() };
        let mut marks =
            others.iter().take(looked_at).filter_map(|line| shape::bullet(self.words(*line)));
        goes_on || marks.find_map(|mark| mark.number) == Some(number + 1)
    }

    /// Items of a list, and the lines that go on with them.
    pub(super) fn list(&mut self, run: &[Line]) {
        let mut depths: Vec<usize> = Vec::new();
        for line in run {
            match shape::bullet(self.words(*line)) {
                Some(mark) => self.item(*line, mark, &mut depths),
                None => {
                    if let Some(block) = self.blocks.last_mut() {
                        block.span.end = line.words.end;
                    }
                }
            }
        }
    }

    /// An item of a list; `depths` are how far the lists around it are set in.
    pub(super) fn item(&mut self, line: Line, mark: Bullet, depths: &mut Vec<usize>) {
        while depths.last().is_some_and(|depth| line.indent < *depth) {
            depths.pop();
        }
        if depths.last().is_none_or(|depth| line.indent > *depth) {
            depths.push(line.indent);
        }
        self.number = mark.number.or(self.number);
        let span = Span::new(line.words.start + mark.bytes, line.words.end).trim(self.text);
        self.marks.push(Span::new(line.words.start, line.words.start + mark.bytes));
        let indent = u8::try_from(depths.len()).unwrap_or(u8::MAX);
        self.blocks.push(Block { indent, ..Block::new(BlockRole::List(mark.number), span) });
    }
}
