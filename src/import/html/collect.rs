//! Blocks as they are collected: the open one, what stands aside of it, and those that ended.

use super::draft::{Draft, Part};
use super::frame::Frame;
use super::zone::Zone;
use crate::article::BlockRole;

/// The blocks of a page, so far.
#[derive(Debug, Default)]
pub(super) struct Collector<'a> {
    drafts: Vec<Draft<'a>>,
    open: Option<Draft<'a>>,
    /// What stands within the open block and is not of it (hidden words, pictures).
    aside: Vec<Draft<'a>>,
    /// The inlines that are open.
    inlines: Vec<Part<'a>>,
    /// What inline elements say of the open block, and of how many of its characters.
    named: Option<(Zone, usize)>,
}

impl<'a> Collector<'a> {
    /// Whether a block is open.
    pub(super) fn is_open(&self) -> bool {
        self.open.is_some()
    }

    /// Opens a block whose content begins with node `at`; the one before it must have ended.
    pub(super) fn open(&mut self, at: usize, frame: Frame) {
        let mut draft = fresh(at, frame);
        draft.parts.extend(&self.inlines);
        self.open = Some(draft);
        self.named = None;
    }

    /// Opens the caption of a picture, or goes on with it where words of it ended shortly before.
    pub(super) fn open_caption(&mut self, picture: usize, frame: Frame) {
        let begun = |draft: &Draft<'_>| draft.parts.first() == Some(&Part::Picture(picture));
        // A credit follows its words closely, if it stands apart from them.
        let near = self.drafts.len().saturating_sub(4);
        let earlier = self.drafts.iter().skip(near).position(begun).map(|at| near + at);
        let mut draft = match earlier {
            Some(at) => self.drafts.remove(at),
            None => fresh(frame.node, frame),
        };
        let part = if earlier.is_some() { Part::Space } else { Part::Picture(picture) };
        draft.parts.push(part);
        self.open = Some(draft);
        self.named = None;
    }

    /// Adds to the open block; `zone` is that of the innermost element.
    pub(super) fn add(&mut self, part: Part<'a>, zone: Zone) {
        let linked = self.inlines.iter().any(|part| matches!(part, Part::Link(_)));
        let Some(draft) = &mut self.open else { return };
        if let Part::Words(words) | Part::Kept(words) = part {
            let count = count(words);
            if zone != draft.zone {
                let known = self.named.map_or(0, |(_, count)| count);
                self.named = Some((zone, known + count));
            }
            draft.chars += count;
            draft.linked += if linked { count } else { 0 };
        }
        draft.parts.push(part);
    }

    /// Begins an inline, in the open block and in those after it.
    pub(super) fn begin(&mut self, part: Part<'a>) {
        self.inlines.push(part);
        if let Some(draft) = &mut self.open {
            draft.parts.push(part);
        }
    }

    /// Ends the innermost inline.
    pub(super) fn end(&mut self) {
        let ended = match self.inlines.pop() {
            Some(Part::Begin(kind)) => Part::End(kind),
            _ => Part::Unlink,
        };
        if let Some(draft) = &mut self.open {
            draft.parts.push(ended);
        }
    }

    /// A line break; a second one ends the block.
    pub(super) fn line_break(&mut self) {
        let blank = |part: &&Part<'_>| !part.is_blank();
        let last = self.open.as_ref().and_then(|draft| draft.parts.iter().rev().find(blank));
        if last == Some(&Part::Line) {
            self.flush();
        } else {
            self.add(Part::Line, Zone::Plain);
        }
    }

    /// A block of one part, which does not end the open one.
    pub(super) fn lone(&mut self, part: Part<'a>, role: BlockRole, frame: Frame) {
        let draft = Draft { role, parts: vec![part], ..fresh(frame.node, Frame { role, ..frame }) };
        if self.open.is_some() { self.aside.push(draft) } else { self.drafts.push(draft) }
    }

    /// Words that the page hides within a line.
    pub(super) fn set_aside(&mut self, words: impl Iterator<Item = &'a str>, frame: Frame) {
        let mut draft = fresh(frame.node, frame);
        for words in words {
            draft.parts.extend([Part::Words(words), Part::Space]);
            draft.chars += count(words);
        }
        self.aside.extend((draft.chars > 0).then_some(draft));
    }

    /// Ends the open block; one without words leaves no trace unless it is a caption.
    pub(super) fn flush(&mut self) {
        if let Some(mut draft) = self.open.take()
            && (draft.chars > 0 || draft.role == BlockRole::Caption)
        {
            if let Some((zone, count)) = self.named.take()
                && count * 2 > draft.chars
            {
                draft.zone = zone;
            }
            self.drafts.push(draft);
        }
        self.drafts.append(&mut self.aside);
    }

    /// The blocks, in document order.
    pub(super) fn finish(mut self) -> Vec<Draft<'a>> {
        self.flush();
        self.drafts
    }
}

impl Part<'_> {
    /// Whether nothing is seen of it.
    fn is_blank(&self) -> bool {
        match self {
            Part::Words(words) => words.trim().is_empty(),
            Part::Begin(_) | Part::End(_) | Part::Link(_) | Part::Unlink => true,
            _ => false,
        }
    }
}

fn fresh<'a>(at: usize, frame: Frame) -> Draft<'a> {
    Draft {
        node: frame.node,
        at,
        role: frame.role,
        zone: frame.zone,
        hidden: frame.hidden,
        quote: frame.quote,
        indent: frame.indent,
        parts: Vec::new(),
        chars: 0,
        linked: 0,
    }
}

fn count(words: &str) -> usize {
    words.chars().filter(|c| !c.is_whitespace()).count()
}
