//! The blocks of a plain text: runs of lines between empty lines, each told by its own look.
//!
//! What is said of a run depends on what stands before it, never on what comes after: the
//! beginning of a text has the blocks it has in the whole.

use super::lines::{self, Line, Style, UNBROKEN};
use super::shape;
use crate::article::{Block, BlockRole};
use crate::import::caption;
use crate::text::Span;

/// Lines set in this far are centered.
const CENTERED: usize = 12;

/// The blocks of `text`, and the marks in it that stand for their roles.
pub(super) fn find(text: &str, style: Style) -> (Vec<Block>, Vec<Span>) {
    let mut finder = Finder { text, style, blocks: Vec::new(), marks: Vec::new(), number: None };
    let mut run = Vec::new();
    for line in lines::all(text, 0).chain(std::iter::once(None)) {
        match line {
            Some(line) => run.push(line),
            None if run.is_empty() => {}
            None => {
                finder.run(&run);
                run.clear();
            }
        }
    }
    (finder.blocks, finder.marks)
}

/// Blocks as they are found.
pub(super) struct Finder<'a> {
    /// The text they lie in.
    pub(super) text: &'a str,
    /// How it tells its paragraphs apart.
    pub(super) style: Style,
    /// The blocks found so far.
    pub(super) blocks: Vec<Block>,
    /// The marks found so far that stand for roles.
    pub(super) marks: Vec<Span>,
    /// The number of the last item of a numbered list.
    pub(super) number: Option<u32>,
}

impl<'a> Finder<'a> {
    /// The words of a line.
    pub(super) fn words(&self, line: Line) -> &'a str {
        line.words.of(self.text)
    }

    fn push(&mut self, role: BlockRole, lines: &[Line]) {
        if let (Some(first), Some(last)) = (lines.first(), lines.last()) {
            self.blocks.push(Block::new(role, Span::new(first.words.start, last.words.end)));
        }
    }

    /// A run of lines without an empty one between them.
    fn run(&mut self, run: &[Line]) {
        let mut rest = run;
        while !rest.is_empty() {
            let quoted = self.quoted_lines(rest);
            let marked = quoted > 1 || quoted == 1 && rest.len() == run.len();
            let taken = if marked { quoted } else { self.unquoted_lines(rest) };
            let (lines, behind) = rest.split_at_checked(taken).unwrap_or((rest, &[]));
            match self.style {
                _ if marked => self.quote(lines),
                Style::Lines => self.single_lines(lines),
                Style::Wrapped { .. } => self.wrapped_lines(lines),
            }
            rest = behind;
        }
    }

    fn quoted_lines(&self, lines: &[Line]) -> usize {
        lines.iter().take_while(|line| self.words(**line).starts_with('>')).count()
    }

    /// How many of `lines` stand before two quoted ones.
    fn unquoted_lines(&self, lines: &[Line]) -> usize {
        let quoted = |pair: &[Line]| self.quoted_lines(pair) == 2;
        lines.windows(2).position(quoted).unwrap_or(lines.len()).max(1)
    }

    /// Lines that are a paragraph each, unless they are verse or code.
    fn single_lines(&mut self, run: &[Line]) {
        let short = run.iter().all(|line| self.words(*line).len() <= UNBROKEN);
        if short && run.len() > 1 && run.iter().all(|line| line.indent >= 4) {
            return self.set_in(run);
        }
        if short && self.is_verse(run, 0) {
            return self.push(BlockRole::Code, run);
        }
        let mut depths = Vec::new();
        let mut rest = run;
        while let Some((first, others)) = rest.split_first() {
            let taken = match shape::bullet(self.words(*first)) {
                Some(mark) if self.begins_list(mark, others) => {
                    self.item(*first, mark, &mut depths);
                    1
                }
                _ => {
                    depths.clear();
                    self.special(*first, others)
                }
            };
            if taken == 0 {
                self.paragraph(&[*first]);
            }
            rest = rest.get(taken.max(1)..).unwrap_or_default();
        }
    }

    /// Lines broken at some width.
    fn wrapped_lines(&mut self, run: &[Line]) {
        let first = run.first().and_then(|line| shape::bullet(self.words(*line)));
        if let (Some(mark), Some(others)) = (first, run.get(1..))
            && self.begins_list(mark, others)
        {
            return self.list(run);
        }
        let mut rest = run;
        while let Some((first, others)) = rest.split_first() {
            let taken = self.special(*first, others);
            let prose = match taken {
                0 => 1 + others.iter().take_while(|line| !self.is_special(**line)).count(),
                _ => 0,
            };
            if prose > 0 {
                self.prose(rest.get(..prose).unwrap_or(rest), rest.len() == run.len());
            }
            rest = rest.get(taken.max(prose)..).unwrap_or_default();
        }
    }

    /// Whether `line` cannot stand within a paragraph.
    fn is_special(&self, line: Line) -> bool {
        let words = self.words(line);
        shape::is_break(words) || words.contains('\t')
    }

    /// A break, an underlined heading or a table that begins with `first`; how many lines it took.
    fn special(&mut self, first: Line, others: &[Line]) -> usize {
        let words = self.words(first);
        if let Some(next) = others.first()
            && let Some(level) = shape::underline(self.words(*next))
            && !shape::is_break(words)
            && words.chars().count() <= 100
        {
            self.push(BlockRole::Heading(level), &[first]);
            self.blocks.push(shape::hidden_rule(next.words));
            return 2;
        }
        if shape::is_break(words) {
            self.push(BlockRole::Break, &[first]);
            return 1;
        }
        let tabs = words.matches('\t').count();
        let same = |line: &&Line| self.words(**line).matches('\t').count() == tabs;
        let rows = 1 + others.iter().take_while(same).count();
        if tabs == 0 || rows == 1 {
            return usize::from(
                tabs > 0 && {
                    self.push(BlockRole::Body, &[first]);
                    true
                },
            );
        }
        let last = others.get(rows - 2).copied().unwrap_or(first);
        self.push(BlockRole::Table, &[first, last]);
        rows
    }

    fn prose(&mut self, lines: &[Line], whole: bool) {
        let Style::Wrapped { width, indent, dense } = self.style else { return };
        let least = lines.iter().map(|line| line.indent).min().unwrap_or(0);
        if whole && least >= indent + 4 {
            return self.set_in(lines);
        }
        if whole && self.is_verse(lines, width) {
            return self.push(BlockRole::Code, lines);
        }
        if whole && lines.len() <= 3 && self.is_unfilled(lines, width) {
            return lines.iter().for_each(|line| self.paragraph(&[*line]));
        }
        let mut start = 0;
        for at in 1..lines.len() {
            if self.begins(lines.get(at - 1..=at).unwrap_or_default(), least, width, dense) {
                self.paragraph(lines.get(start..at).unwrap_or_default());
                start = at;
            }
        }
        self.paragraph(lines.get(start..).unwrap_or_default());
    }

    /// Whether the second of two lines begins a paragraph: indented behind the end of a sentence,
    /// or, in a text without empty lines, behind a short line.
    fn begins(&self, pair: &[Line], least: usize, width: usize, dense: bool) -> bool {
        let &[before, line] = pair else { return false };
        if !shape::ends_sentence(self.words(before)) {
            return false;
        }
        let indented = (least + 2..=least + 10).contains(&line.indent);
        indented || dense && !lines::is_full(self.text, before, line, width)
    }

    /// Lines set in from the margin: verse or code where they keep their breaks, else a quotation.
    fn set_in(&mut self, lines: &[Line]) {
        let widest = lines.iter().map(|line| line.words.len()).max().unwrap_or(0);
        let after_code = self.blocks.last().is_some_and(|block| block.role == BlockRole::Code);
        let indent = lines.first().map_or(0, |line| line.indent);
        match lines {
            [line] if after_code => self.code(&[*line]),
            [line] => self.paragraph(&[*line]),
            _ if lines.len() <= 3 && lines.iter().all(|line| line.indent >= CENTERED) => {
                for line in lines {
                    self.paragraph(&[*line]);
                }
            }
            _ if self.is_unfilled(lines, widest) => self.code(lines),
            _ if lines.iter().skip(1).all(|line| line.indent == indent) => {
                self.push(BlockRole::Quote, lines);
                if let Some(block) = self.blocks.last_mut() {
                    block.quote = 1;
                }
            }
            _ => self.code(lines),
        }
    }

    /// Lines that keep their breaks and margins, the first line's included.
    fn code(&mut self, lines: &[Line]) {
        self.push(BlockRole::Code, lines);
        if let Some(block) = self.blocks.last_mut() {
            let before = self.text.get(..block.span.start).unwrap_or("");
            block.span.start = before.trim_end_matches([' ', '\t']).len();
        }
    }

    /// Whether most lines had room for the next one's first word.
    fn is_unfilled(&self, lines: &[Line], width: usize) -> bool {
        let pairs = lines.windows(2).filter(|pair| match pair {
            &&[line, next] => !lines::is_full(self.text, line, next, width),
            _ => false,
        });
        pairs.count() * 2 > lines.len().saturating_sub(1)
    }

    /// Whether these are four or more short lines that were broken for their own sake.
    fn is_verse(&self, lines: &[Line], width: usize) -> bool {
        let short = |line: &Line| self.words(*line).chars().count() <= 60;
        let capital = |line: &&Line| self.words(**line).starts_with(|c: char| !c.is_lowercase());
        lines.len() >= 4
            && lines.iter().all(short)
            && lines.iter().filter(capital).count() * 10 >= lines.len() * 7
            && (width < 50 || self.is_unfilled(lines, width))
    }

    fn paragraph(&mut self, lines: &[Line]) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else { return };
        let span = Span::new(first.words.start, last.words.end);
        let words = span.of(self.text);
        if caption::is_credit_line(words)
            && let Some(block) = self.blocks.last_mut()
            && block.role == BlockRole::Caption
            && !caption::has_credit(block.span.of(self.text))
        {
            block.span.end = span.end;
            return;
        }
        let role = if caption::is_caption(words) { BlockRole::Caption } else { BlockRole::Body };
        self.blocks.push(Block::new(role, span));
    }
}
