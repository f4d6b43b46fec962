//! A page cut into blocks: every word of it in one, in document order.
//!
//! One loop over the nodes and a stack of what is open; no recursion. Whether a reader sees a
//! block is decided elsewhere.

use super::collect::Collector;
use super::dom::{Dom, is_inline};
use super::draft::{Draft, Part};
use super::figure::{Figures, Place};
use super::frame::{Closes, Frame, Layout, Text};
use super::measure::{Measure, is_silent};
use crate::article::{BlockRole, InlineKind};

/// The blocks of a page.
pub(super) fn segment<'a>(dom: &'a Dom, measure: &Measure, figures: &Figures) -> Vec<Draft<'a>> {
    let mut segmenter = Segmenter {
        dom,
        layout: Layout::of(dom, measure),
        figures,
        open: vec![Frame::page(dom.len())],
        blocks: Collector::default(),
    };
    let mut id = 1;
    while id < dom.len() {
        segmenter.leave(id);
        id = segmenter.enter(id);
    }
    segmenter.leave(dom.len());
    segmenter.blocks.finish()
}

struct Segmenter<'a, 'b> {
    dom: &'a Dom,
    layout: Layout<'b>,
    figures: &'b Figures,
    open: Vec<Frame>,
    blocks: Collector<'a>,
}

impl<'a> Segmenter<'a, '_> {
    fn top(&self) -> Frame {
        self.open.last().copied().unwrap_or(Frame::page(0))
    }

    fn add(&mut self, part: Part<'a>) {
        self.blocks.add(part, self.top().zone);
    }

    /// Ends what ends before node `id`.
    fn leave(&mut self, id: usize) {
        while self.open.len() > 1 && self.top().end <= id {
            match self.top().closes {
                Closes::Block => self.blocks.flush(),
                Closes::Inline => self.blocks.end(),
                Closes::Row => self.add(Part::Line),
                Closes::Zone => {}
                Closes::Nothing => self.add(Part::Space),
            }
            self.open.pop();
        }
    }

    /// Takes a node; gives the next.
    fn enter(&mut self, id: usize) -> usize {
        if let Some(words) = self.dom.words(id) {
            self.words(id, words);
            return id + 1;
        }
        if is_silent(self.dom, id) {
            return self.dom.end(id);
        }
        let frame = self.layout.frame(id, self.top());
        match self.figures.place(id) {
            Some(Place::Nowhere) => return self.dom.end(id),
            Some(Place::Picture(picture)) => {
                self.blocks.lone(Part::Picture(picture), BlockRole::Caption, frame);
                return self.dom.end(id);
            }
            Some(Place::Caption(picture)) if frame.text == Text::Flow => {
                self.caption(frame, picture);
                return id + 1;
            }
            _ => {}
        }
        match frame.text {
            Text::Flow => self.enter_flow(frame),
            Text::Kept | Text::Run => self.enter_run(frame),
            Text::Table => self.enter_table(frame),
        }
    }

    fn caption(&mut self, frame: Frame, picture: usize) {
        self.blocks.flush();
        let role = BlockRole::Caption;
        let frame = Frame { closes: Closes::Block, text: Text::Run, role, ..frame };
        self.blocks.open_caption(picture, frame);
        self.open.push(frame);
    }

    fn enter_flow(&mut self, frame: Frame) -> usize {
        let id = frame.node;
        let name = self.dom.name(id);
        match name {
            "br" => self.blocks.line_break(),
            "wbr" | "img" | "input" | "source" | "col" | "embed" => return self.dom.end(id),
            "hr" => {
                self.blocks.flush();
                self.blocks.lone(Part::Rule, BlockRole::Break, frame);
            }
            _ if is_inline(name) || self.dom.is_foreign(id) || self.is_custom_inline(id) => {
                return self.enter_inline(frame);
            }
            _ => {
                self.blocks.flush();
                let frame = self.numbered(self.layout.block(frame));
                self.open.push(frame);
            }
        }
        id + 1
    }

    /// An item of a numbered list gets its number.
    fn numbered(&mut self, frame: Frame) -> Frame {
        let Some(list) = self.open.last_mut().filter(|_| self.dom.name(frame.node) == "li") else {
            return frame;
        };
        let own = self.dom.attribute(frame.node, "value").and_then(|value| value.parse().ok());
        let number = list.next.map(|next| own.unwrap_or(next));
        list.next = number.map(|number| number.saturating_add(1));
        Frame { role: BlockRole::List(number), ..frame }
    }

    /// Whether an element that HTML does not know stands in a line: between words, or in what
    /// holds words.
    fn is_custom_inline(&self, id: usize) -> bool {
        let parent = self.dom.parent(id);
        let speaks = |id| self.dom.words(id).is_some_and(|words| !words.trim().is_empty());
        self.dom.name(id).contains('-')
            && (matches!(self.dom.name(parent), "p" | "li" | "h1" | "h2" | "h3" | "td" | "dd")
                || is_inline(self.dom.name(parent))
                || self.dom.children(parent).take(200).any(speaks))
    }

    fn enter_inline(&mut self, frame: Frame) -> usize {
        let id = frame.node;
        if frame.hidden && !self.top().hidden {
            let words = self.dom.below(id).filter_map(|below| self.dom.words(below));
            self.blocks.set_aside(words, frame);
            return self.dom.end(id);
        }
        if let Some(begun) = inline(self.dom, id) {
            self.blocks.begin(begun);
            self.open.push(Frame { closes: Closes::Inline, ..frame });
        } else if frame.zone != self.top().zone {
            self.open.push(Frame { closes: Closes::Zone, ..frame });
        }
        id + 1
    }

    fn enter_run(&mut self, frame: Frame) -> usize {
        let id = frame.node;
        match self.dom.name(id) {
            "br" => self.add(if frame.text == Text::Kept { Part::Kept("\n") } else { Part::Line }),
            name if is_inline(name) => {
                let begun = inline(self.dom, id);
                if let Some(begun) = begun.filter(|begun| *begun != Part::Begin(InlineKind::Code)) {
                    self.blocks.begin(begun);
                    self.open.push(Frame { closes: Closes::Inline, ..frame });
                }
            }
            _ if frame.text == Text::Run => {
                self.add(Part::Space);
                self.open.push(frame);
            }
            _ => {}
        }
        id + 1
    }

    fn enter_table(&mut self, frame: Frame) -> usize {
        let id = frame.node;
        match self.dom.name(id) {
            "caption" => {
                self.blocks.flush();
                let role = BlockRole::Body;
                self.open.push(Frame { closes: Closes::Block, text: Text::Run, role, ..frame });
            }
            "tr" => self.open.push(Frame { closes: Closes::Row, ..frame }),
            "td" | "th" => {
                let mut cells = self.dom.children(self.dom.parent(id));
                if cells.find(|cell| matches!(self.dom.name(*cell), "td" | "th")) != Some(id) {
                    self.start(id);
                    self.add(Part::Cell);
                }
            }
            "br" => self.add(Part::Space),
            _ => return self.enter_run(frame),
        }
        id + 1
    }

    fn words(&mut self, id: usize, words: &'a str) {
        if !self.blocks.is_open() && words.trim().is_empty() {
            return;
        }
        match self.top().text {
            Text::Flow if self.is_text_file(id) => self.paragraphs(id, words),
            Text::Kept => {
                self.start(id);
                self.add(Part::Kept(words));
            }
            _ => {
                self.start(id);
                self.add(Part::Words(words));
            }
        }
    }

    /// Whether text stands in a `pre` and still flows.
    fn is_text_file(&self, id: usize) -> bool {
        self.dom.ancestors(id).take(3).any(|id| self.dom.name(id) == "pre")
    }

    /// The paragraphs of a text file.
    fn paragraphs(&mut self, id: usize, words: &'a str) {
        for (index, paragraph) in words.split("\n\n").enumerate() {
            if index > 0 {
                self.blocks.flush();
            }
            if !paragraph.trim().is_empty() {
                self.start(id);
                self.add(Part::Words(paragraph));
            }
        }
    }

    /// Opens a block, unless one is open.
    fn start(&mut self, at: usize) {
        if self.blocks.is_open() {
            return;
        }
        let within = |frame: &&Frame| !matches!(frame.closes, Closes::Inline | Closes::Zone);
        let block = self.open.iter().rev().find(within).copied().unwrap_or(Frame::page(0));
        self.blocks.open(at, Frame { hidden: self.top().hidden, ..block });
        // Only the first paragraph of an item carries its mark.
        for frame in self.open.iter_mut().rev() {
            if matches!(frame.role, BlockRole::List(_)) {
                frame.role = BlockRole::Body;
            } else if frame.closes == Closes::Block && frame.role != BlockRole::Body {
                break;
            }
        }
    }
}

/// What an inline element begins.
fn inline(dom: &Dom, id: usize) -> Option<Part<'_>> {
    match dom.name(id) {
        "em" | "i" | "cite" | "dfn" | "var" => Some(Part::Begin(InlineKind::Emphasis)),
        "strong" | "b" => Some(Part::Begin(InlineKind::Strong)),
        "code" | "kbd" | "samp" | "tt" => Some(Part::Begin(InlineKind::Code)),
        "s" | "del" | "strike" => Some(Part::Begin(InlineKind::Strike)),
        "a" => dom.attribute(id, "href").map(Part::Link),
        _ => None,
    }
}
