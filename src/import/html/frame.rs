//! An element that is open while a page is cut into blocks, and what it makes of its text.

use super::dom::Dom;
use super::hidden::is_hidden;
use super::measure::{Measure, is_silent};
use super::table;
use super::zone::{Zone, zone};
use crate::article::BlockRole;

/// An element that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    /// The element.
    pub(super) node: usize,
    /// One past its last node.
    pub(super) end: usize,
    /// The part of the page it stands in.
    pub(super) zone: Zone,
    /// Whether the page does not show it.
    pub(super) hidden: bool,
    /// How many block quotes it stands in.
    pub(super) quote: u8,
    /// How many lists it stands in.
    pub(super) indent: u8,
    /// What its text is.
    pub(super) role: BlockRole,
    /// How its text is taken.
    pub(super) text: Text,
    /// What its end does.
    pub(super) closes: Closes,
    /// The number the next item of this list gets; `None` in a list with bullets.
    pub(super) next: Option<u32>,
}

/// How text is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Text {
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
pub(super) enum Closes {
    /// It ends the block.
    Block,
    /// It ends an inline.
    Inline,
    /// It ends the row of a table.
    Row,
    /// It ends what a name says of words in a line.
    Zone,
    /// It sets its words apart by a space.
    Nothing,
}

impl Frame {
    /// The whole page.
    pub(super) const fn page(end: usize) -> Self {
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

/// A page, as far as frames depend on it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Layout<'a> {
    dom: &'a Dom,
    measure: &'a Measure,
    /// The characters of the page.
    whole: usize,
    /// Whether what stands for scripts is passed over, as a browser does.
    scripted: bool,
}

impl<'a> Layout<'a> {
    /// Looks at a page.
    pub(super) fn of(dom: &'a Dom, measure: &'a Measure) -> Self {
        let whole = measure.chars(0..dom.len());
        let scripted = !speaks_without_scripts(dom, measure);
        Self { dom, measure, whole, scripted }
    }

    /// The frame that an element opens within `outer`, before its kind is looked at.
    pub(super) fn frame(&self, id: usize, outer: Frame) -> Frame {
        let chars = self.measure.chars(id..self.dom.end(id));
        let share = chars * 3 > self.whole;
        let named = zone(self.dom, id).filter(|zone| {
            // Names on what holds a third of the page speak of its layout, not of its content;
            // but readers may well have written more than the author.
            let whole = share && (*zone != Zone::Comments || self.holds_article(id, chars));
            !whole && chars <= zone.most() && !(zone.holds_no_prose() && self.is_prose(id, chars))
        });
        Frame {
            node: id,
            end: self.dom.end(id),
            zone: outer.zone.with(named),
            hidden: outer.hidden || (!share && self.hides(id)),
            closes: Closes::Nothing,
            next: None,
            ..outer
        }
    }

    /// The frame of a block element: what it makes of its text.
    pub(super) fn block(&self, frame: Frame) -> Frame {
        let id = frame.node;
        let frame = Frame { closes: Closes::Block, ..frame };
        let heading = |level| Frame { role: BlockRole::Heading(level), ..frame };
        match self.dom.name(id) {
            "h1" => heading(1),
            "h2" => heading(2),
            "h3" => heading(3),
            "h4" => heading(4),
            "h5" => heading(5),
            "h6" => heading(6),
            "blockquote" => {
                let quote = frame.quote.saturating_add(1);
                Frame { role: BlockRole::Quote, quote, ..frame }
            }
            "ul" | "ol" | "dir" => Frame {
                indent: frame.indent.saturating_add(1),
                next: (self.dom.name(id) == "ol").then(|| self.first_number(id)),
                ..frame
            },
            "li" => Frame { role: BlockRole::List(None), indent: frame.indent.max(1), ..frame },
            "dd" => Frame { indent: frame.indent.saturating_add(1), ..frame },
            "pre" if !self.is_text_file(id) => {
                Frame { role: BlockRole::Code, text: Text::Kept, ..frame }
            }
            "table" if table::is_data(self.dom, self.measure, id) => {
                Frame { role: BlockRole::Table, text: Text::Table, ..frame }
            }
            _ if frame.zone == Zone::PullQuote => Frame { role: BlockRole::Quote, ..frame },
            _ => frame,
        }
    }

    /// Whether an element that is named for comments has the article in it.
    fn holds_article(&self, id: usize, chars: usize) -> bool {
        chars * 10 > self.whole * 8
            || matches!(self.dom.name(id), "body" | "main" | "article")
            || self.dom.first(id, "h1").is_some()
    }

    fn first_number(&self, list: usize) -> u32 {
        self.dom.attribute(list, "start").and_then(|start| start.parse().ok()).unwrap_or(1)
    }

    fn hides(&self, id: usize) -> bool {
        (self.scripted && self.dom.name(id) == "noscript") || is_hidden(self.dom, id)
    }

    /// Whether a `pre` holds the whole page: a text file, as browsers save it.
    fn is_text_file(&self, id: usize) -> bool {
        self.measure.chars(id..self.dom.end(id)) * 5 > self.whole * 4
    }

    /// Whether an element with so many characters holds mostly paragraphs.
    fn is_prose(&self, id: usize, chars: usize) -> bool {
        const PARAGRAPH: usize = 100;
        if chars < 3 * PARAGRAPH || !matches!(self.dom.name(id), "div" | "section" | "article") {
            return false;
        }
        let paragraphs = self.dom.below(id).filter(|below| self.dom.name(*below) == "p");
        let lengths = paragraphs.map(|below| self.measure.chars(below..self.dom.end(below)));
        lengths.filter(|length| *length > PARAGRAPH).sum::<usize>() * 2 > chars
    }
}

/// Whether the page holds its text for browsers without scripts only.
fn speaks_without_scripts(dom: &Dom, measure: &Measure) -> bool {
    let mut chars = 0;
    let mut id = 0;
    while id < dom.len() {
        let end = dom.end(id);
        match dom.name(id) {
            "noscript" => {
                chars += measure.chars(id..end);
                id = end;
            }
            _ if is_silent(dom, id) => id = end,
            _ => id += 1,
        }
    }
    chars * 2 > measure.chars(0..dom.len())
}
