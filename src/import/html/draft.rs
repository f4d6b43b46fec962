//! A block before it is decided whether a reader sees it.

use super::zone::Zone;
use crate::article::{BlockRole, InlineKind};

/// A block of a page: what it is, where it stands, and what it is made of.
#[derive(Debug, Clone)]
pub(super) struct Draft<'a> {
    /// The element that makes it.
    pub(super) node: usize,
    /// The node its content begins with.
    pub(super) at: usize,
    /// What its element makes it.
    pub(super) role: BlockRole,
    /// The part of the page it stands in.
    pub(super) zone: Zone,
    /// Whether the page does not show it.
    pub(super) hidden: bool,
    /// How many block quotes it stands in.
    pub(super) quote: u8,
    /// How many lists it stands in.
    pub(super) indent: u8,
    /// What it is made of, in order.
    pub(super) parts: Vec<Part<'a>>,
    /// Its characters, white space aside.
    pub(super) chars: usize,
    /// Those of them that lie in links.
    pub(super) linked: usize,
}

/// A piece of a block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part<'a> {
    /// Words, white space to be collapsed.
    Words(&'a str),
    /// Words, white space kept.
    Kept(&'a str),
    /// A line break.
    Line,
    /// The border between two cells.
    Cell,
    /// Space between what stood in two elements.
    Space,
    /// An inline begins.
    Begin(InlineKind),
    /// An inline ends.
    End(InlineKind),
    /// A link begins: its address as printed.
    Link(&'a str),
    /// The link ends.
    Unlink,
    /// A picture: an index into the page's figures.
    Picture(usize),
    /// A rule across the page.
    Rule,
}

impl Draft<'_> {
    /// The share of its characters that lie in links.
    pub(super) fn link_density(&self) -> f64 {
        ratio(self.linked, self.chars)
    }

    /// Its words, white space collapsed.
    pub(super) fn text(&self) -> String {
        let mut text = String::new();
        for part in &self.parts {
            match part {
                Part::Words(words) | Part::Kept(words) => text.push_str(words),
                Part::Line | Part::Cell | Part::Space => text.push(' '),
                _ => {}
            }
        }
        super::dom::collapsed(&text)
    }
}

/// `part` in `whole`; 0 where there is no whole.
#[expect(clippy::cast_precision_loss, reason = "counts of characters are far below 2^52")]
pub(super) fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
