//! A page cut into blocks: every word of it in one, in document order.
//!
//! One loop over the nodes and a stack of what is open; no recursion. Whether a reader sees a
//! block is decided elsewhere.

use super::dom::{Dom, is_inline};
use super::draft::{Draft, Part};
use super::figure::{Figures, Place};
use super::measure::{Measure, is_silent};
use super::table;
use super::zone::{Zone, zone};
use crate::article::{BlockRole, InlineKind};

/// The blocks of a page.
pub(super) fn segment<'a>(dom: &'a Dom, measure: &Measure, figures: &Figures) -> Vec<Draft<'a>> {
    let mut segmenter = Segmenter {
        dom,
        measure,
        figures,
        whole: measure.chars(0..dom.len()),
        open: vec![Frame::page(dom.len())],
        inlines: Vec::new(),
        draft: None,
        aside: Vec::new(),
        drafts: Vec::new(),
        named: None,
        scripted: !speaks_without_scripts(dom, measure),
    };
    let mut id = 1;
    while id < dom.len() {
        segmenter.leave(id);
        id = segmenter.enter(id);
    }
    segmenter.leave(dom.len());
    segmenter.flush();
    segmenter.drafts
}

struct Segmenter<'a, 'b> {
    dom: &'a Dom,
    measure: &'b Measure,
    figures: &'b Figures,
    /// The characters of the page.
    whole: usize,
    open: Vec<Frame>,
    inlines: Vec<Part<'a>>,
    draft: Option<Draft<'a>>,
    /// What stands within the open block and is not of it (hidden words, controls).
    aside: Vec<Draft<'a>>,
    drafts: Vec<Draft<'a>>,
    /// What inline elements say of the open block, and of how many of its characters.
    named: Option<(Zone, usize)>,
    /// Whether what stands for scripts is passed over, as a browser does.
    scripted: bool,
}

/// An element that is open.
#[derive(Debug, Clone, Copy)]
struct Frame {
    node: usize,
    end: usize,
    zone: Zone,
    hidden: bool,
    quote: u8,
    indent: u8,
    role: BlockRole,
    text: Text,
    closes: Closes,
    /// The number the next item of this list gets; `None` in a list with bullets.
    next: Option<u32>,
}

/// How text is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Text {
    /// In blocks.
    Flow,
    /// Into one block, with its white space.
    Kept,
    /// Into one block with rows and cells.
    Table,
    /// Into one block, elements set apart by spaces.
    Run,
}

/// What the end of an element does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Closes {
    Block,
    Inline,
    Row,
    Zone,
    Nothing,
}

impl Frame {
    const fn page(end: usize) -> Self {
        Self {
            node: 0,
            end,
            zone: Zone::Plain,
            hidden: false,
            quote: 0,
            indent: 0,
            role: BlockRole::Body,
            text: Text::Flow,
            closes: Closes::Block,
            next: None,
        }
    }
}

impl<'a> Segmenter<'a, '_> {
    fn top(&self) -> Frame {
        self.open.last().copied().unwrap_or(Frame::page(0))
    }

    /// Ends what ends before node `id`.
    fn leave(&mut self, id: usize) {
        while self.open.len() > 1 && self.top().end <= id {
            let frame = self.top();
            match frame.closes {
                Closes::Block => self.flush(),
                Closes::Inline => {
                    let ended = match self.inlines.pop() {
                        Some(Part::Begin(kind)) => Part::End(kind),
                        _ => Part::Unlink,
                    };
                    self.add(ended);
                }
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
        let frame = self.frame(id);
        match self.figures.place(id) {
            Some(Place::Nowhere) => return self.dom.end(id),
            Some(Place::Picture(picture)) => return self.picture(id, picture),
            Some(Place::Caption(picture)) if frame.text == Text::Flow => {
                self.caption(frame, picture);
                return id + 1;
            }
            _ => {}
        }
        match frame.text {
            Text::Flow => self.enter_flow(id, frame),
            Text::Kept | Text::Run => self.enter_run(id, frame),
            Text::Table => self.enter_table(id, frame),
        }
    }

    /// The frame that an element opens, before its kind is looked at.
    fn frame(&self, id: usize) -> Frame {
        let outer = self.top();
        let chars = self.measure.chars(id..self.dom.end(id));
        let share = chars * 3 > self.whole;
        // Names on what holds a third of the page speak of its layout, not of its content.
        let named = zone(self.dom, id).filter(|zone| !share && chars <= zone.most());
        let hidden = outer.hidden || (!share && self.hides(id));
        Frame {
            node: id,
            end: self.dom.end(id),
            zone: outer.zone.with(named),
            hidden,
            closes: Closes::Nothing,
            next: None,
            ..outer
        }
    }

    fn hides(&self, id: usize) -> bool {
        (self.scripted && self.dom.name(id) == "noscript") || is_hidden(self.dom, id)
    }

    fn enter_flow(&mut self, id: usize, frame: Frame) -> usize {
        let name = self.dom.name(id);
        match name {
            "br" => {
                self.line_break();
                return id + 1;
            }
            "wbr" | "img" | "input" | "source" | "col" | "embed" => return self.dom.end(id),
            "hr" => {
                self.flush();
                self.push_rule(id, frame);
                return id + 1;
            }
            _ => {}
        }
        if is_inline(name) || self.dom.is_foreign(id) || self.is_custom_inline(id) {
            return self.enter_inline(id, frame);
        }
        self.flush();
        let frame = self.block(id, Frame { closes: Closes::Block, ..frame });
        self.open.push(frame);
        id + 1
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

    /// What a block element makes of its text.
    fn block(&mut self, id: usize, frame: Frame) -> Frame {
        let outer = self.top();
        match self.dom.name(id) {
            "h1" => Frame { role: BlockRole::Heading(1), ..frame },
            "h2" => Frame { role: BlockRole::Heading(2), ..frame },
            "h3" => Frame { role: BlockRole::Heading(3), ..frame },
            "h4" => Frame { role: BlockRole::Heading(4), ..frame },
            "h5" => Frame { role: BlockRole::Heading(5), ..frame },
            "h6" => Frame { role: BlockRole::Heading(6), ..frame },
            "blockquote" => {
                let quote = frame.quote.saturating_add(1);
                Frame { role: BlockRole::Quote, quote, ..frame }
            }
            "ul" | "ol" | "dir" => Frame {
                indent: frame.indent.saturating_add(1),
                next: (self.dom.name(id) == "ol").then(|| self.first_number(id)),
                ..frame
            },
            "li" => {
                let number = self.number(id, outer.next);
                let indent = frame.indent.max(1);
                Frame { role: BlockRole::List(number), indent, ..frame }
            }
            "dd" => Frame { indent: frame.indent.saturating_add(1), ..frame },
            "pre" if !self.is_prose(id) => {
                Frame { role: BlockRole::Code, text: Text::Kept, ..frame }
            }
            "table" if table::is_data(self.dom, self.measure, id) => {
                Frame { role: BlockRole::Table, text: Text::Table, ..frame }
            }
            "p" | "div" | "section" | "span" if frame.zone == Zone::PullQuote => {
                Frame { role: BlockRole::Quote, ..frame }
            }
            _ => frame,
        }
    }

    fn first_number(&self, list: usize) -> u32 {
        self.dom.attribute(list, "start").and_then(|start| start.parse().ok()).unwrap_or(1)
    }

    fn number(&mut self, item: usize, next: Option<u32>) -> Option<u32> {
        let next = next?;
        let own = self.dom.attribute(item, "value").and_then(|value| value.parse().ok());
        let number = own.unwrap_or(next);
        if let Some(list) = self.open.last_mut() {
            list.next = Some(number.saturating_add(1));
        }
        Some(number)
    }

    /// Whether a `pre` holds the whole page: a text file, as browsers save it.
    fn is_prose(&self, id: usize) -> bool {
        self.measure.chars(id..self.dom.end(id)) * 5 > self.whole * 4
    }

    fn enter_inline(&mut self, id: usize, frame: Frame) -> usize {
        if frame.hidden && !self.top().hidden {
            return self.set_aside(id, frame);
        }
        if let Some(begun) = inline(self.dom, id) {
            self.add(begun);
            self.inlines.push(begun);
            self.open.push(Frame { closes: Closes::Inline, ..frame });
        } else if frame.zone != self.top().zone {
            self.open.push(Frame { closes: Closes::Zone, ..frame });
        }
        id + 1
    }

    /// Keeps words that the page hides within a line as a block of their own.
    fn set_aside(&mut self, id: usize, frame: Frame) -> usize {
        let mut draft = self.fresh(id, frame);
        for below in self.dom.below(id) {
            if let Some(words) = self.dom.words(below) {
                draft.parts.extend([Part::Words(words), Part::Space]);
                draft.chars += count(words);
            }
        }
        self.aside.extend((draft.chars > 0).then_some(draft));
        self.dom.end(id)
    }

    fn enter_run(&mut self, id: usize, frame: Frame) -> usize {
        match self.dom.name(id) {
            "br" => self.add(if frame.text == Text::Kept { Part::Kept("\n") } else { Part::Line }),
            name if is_inline(name) => {
                let begun = inline(self.dom, id);
                if let Some(begun) = begun.filter(|begun| *begun != Part::Begin(InlineKind::Code)) {
                    self.add(begun);
                    self.inlines.push(begun);
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

    fn enter_table(&mut self, id: usize, frame: Frame) -> usize {
        match self.dom.name(id) {
            "caption" => {
                self.flush();
                let role = BlockRole::Body;
                self.open.push(Frame { closes: Closes::Block, text: Text::Run, role, ..frame });
            }
            "tr" => self.open.push(Frame { closes: Closes::Row, ..frame }),
            "td" | "th" => {
                if self.dom.children(self.dom.parent(id)).find(|cell| is_cell(self.dom, *cell))
                    != Some(id)
                {
                    self.start(id);
                    self.add(Part::Cell);
                }
            }
            "br" => self.add(Part::Space),
            _ => return self.enter_run(id, Frame { text: Text::Table, ..frame }),
        }
        id + 1
    }

    fn words(&mut self, id: usize, words: &'a str) {
        if self.draft.is_none() && words.trim().is_empty() {
            return;
        }
        let frame = self.top();
        if frame.text == Text::Flow && self.in_prose(id) {
            return self.prose(id, words);
        }
        self.start(id);
        let kept = frame.text == Text::Kept;
        self.add(if kept { Part::Kept(words) } else { Part::Words(words) });
    }

    fn in_prose(&self, id: usize) -> bool {
        self.dom.ancestors(id).take(3).any(|id| self.dom.name(id) == "pre")
    }

    /// The paragraphs of a text file.
    fn prose(&mut self, id: usize, words: &'a str) {
        for (index, paragraph) in words.split("\n\n").enumerate() {
            if index > 0 {
                self.flush();
            }
            if !paragraph.trim().is_empty() {
                self.start(id);
                self.add(Part::Words(paragraph));
            }
        }
    }

    fn line_break(&mut self) {
        let last = self.draft.as_ref().and_then(|draft| {
            let blank =
                |part: &&Part<'_>| !matches!(part, Part::Words(words) if words.trim().is_empty());
            draft.parts.iter().rev().find(blank).copied()
        });
        if last == Some(Part::Line) { self.flush() } else { self.add(Part::Line) }
    }

    fn push_rule(&mut self, id: usize, frame: Frame) {
        let mut draft = self.fresh(id, frame);
        draft.role = BlockRole::Break;
        draft.parts.push(Part::Rule);
        self.drafts.push(draft);
    }

    fn picture(&mut self, id: usize, picture: usize) -> usize {
        let frame = self.frame(id);
        let mut draft = self.fresh(id, frame);
        draft.role = BlockRole::Caption;
        draft.parts.push(Part::Picture(picture));
        if self.draft.is_some() {
            self.aside.push(draft);
        } else {
            self.drafts.push(draft);
        }
        self.dom.end(id)
    }

    /// Opens the caption of a picture, or goes on with it where words of it stood before.
    fn caption(&mut self, frame: Frame, picture: usize) {
        self.flush();
        let role = BlockRole::Caption;
        let frame = Frame { closes: Closes::Block, text: Text::Run, role, ..frame };
        let begun = |draft: &Draft<'_>| draft.parts.first() == Some(&Part::Picture(picture));
        // Its credit follows its words closely, if it stands apart from them.
        let near = self.drafts.len().saturating_sub(4);
        let earlier = self.drafts.iter().skip(near).position(begun).map(|at| near + at);
        let draft = match earlier {
            Some(at) => {
                let mut draft = self.drafts.remove(at);
                draft.parts.push(Part::Space);
                draft
            }
            None => {
                let mut draft = self.fresh(frame.node, frame);
                draft.parts.push(Part::Picture(picture));
                draft
            }
        };
        self.draft = Some(draft);
        self.open.push(frame);
    }

    fn fresh(&self, at: usize, frame: Frame) -> Draft<'a> {
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

    /// Opens a block, unless one is open.
    fn start(&mut self, at: usize) {
        if self.draft.is_some() {
            return;
        }
        let within = |frame: &&Frame| !matches!(frame.closes, Closes::Inline | Closes::Zone);
        let block = self.open.iter().rev().find(within).copied().unwrap_or(Frame::page(0));
        let mut draft = self.fresh(at, Frame { hidden: self.top().hidden, ..block });
        draft.parts.extend(&self.inlines);
        self.draft = Some(draft);
        self.named = None;
        self.item_begun();
    }

    /// Only the first paragraph of an item carries its mark.
    fn item_begun(&mut self) {
        for frame in self.open.iter_mut().rev() {
            if matches!(frame.role, BlockRole::List(_)) {
                frame.role = BlockRole::Body;
            } else if frame.closes == Closes::Block && frame.role != BlockRole::Body {
                break;
            }
        }
    }

    fn add(&mut self, part: Part<'a>) {
        let linked = self.inlines.iter().any(|part| matches!(part, Part::Link(_)));
        let zone = self.top().zone;
        let Some(draft) = &mut self.draft else { return };
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

    /// Ends the open block.
    fn flush(&mut self) {
        if let Some(mut draft) = self.draft.take()
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
}

/// Whether the page holds its text for browsers without scripts only.
fn speaks_without_scripts(dom: &Dom, measure: &Measure) -> bool {
    let mut chars = 0;
    let mut id = 0;
    while id < dom.len() {
        let end = dom.end(id);
        if dom.name(id) == "noscript" && !dom.ancestors(id).any(|above| is_silent(dom, above)) {
            chars += measure.chars(id..end);
            id = end;
        } else {
            id += 1;
        }
    }
    chars * 2 > measure.chars(0..dom.len())
}

fn count(words: &str) -> usize {
    words.chars().filter(|c| !c.is_whitespace()).count()
}

fn is_cell(dom: &Dom, id: usize) -> bool {
    matches!(dom.name(id), "td" | "th")
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

/// Whether the page hides an element, as far as its own attributes say.
fn is_hidden(dom: &Dom, id: usize) -> bool {
    if dom.attribute(id, "hidden").is_some() {
        return true;
    }
    let style = dom.attribute(id, "style").unwrap_or_default();
    let styled = || {
        let style: String = style.chars().filter(|c| !c.is_whitespace()).collect();
        let style = style.to_ascii_lowercase();
        style.contains("display:none") || style.contains("visibility:hidden")
    };
    let read_aloud_only = || {
        dom.attribute(id, "class").unwrap_or_default().split_whitespace().any(|class| {
            matches!(
                class,
                "sr-only"
                    | "screen-reader-text"
                    | "visually-hidden"
                    | "visuallyhidden"
                    | "element-invisible"
                    | "u-visually-hidden"
                    | "sr-text"
                    | "a11y-hidden"
            )
        })
    };
    (!style.is_empty() && styled()) || read_aloud_only()
}
