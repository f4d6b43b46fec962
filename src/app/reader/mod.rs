//! The open article: what is on the screen, what is current, what is chosen.
//!
//! A position is a byte. Nothing here knows how many rows an article has: rows are set from the
//! place at the top of the screen as they are needed.

mod captions;
mod cite;
mod corrections;
mod find;
mod hints;
mod info;
mod items;
mod jumps;
mod motion;
mod notes;
mod select;
mod sidebar;
mod skim;
mod why;

use super::areas::Area;
use crate::article::{Block, Visibility};
use crate::facts::{Corrected, Facts, Rule, correct};
use crate::library::{LONG, Opened};
use crate::mark::{Annotation, Standing, same_words};
use crate::page::{Page, Place, Row, Setting};
use crate::text::Span;
use std::sync::Arc;

pub use find::{COUNT_LIMIT, Find};
pub use hints::{Goal, Hint, Hints};
use items::Sources;
pub use items::{Item, Mention, Node, SURE};
pub use jumps::Jumps;
pub use select::Selection;
pub use sidebar::{Sidebar, Tab};
pub use why::Why;

/// The columns left of the text for marks.
pub const GUTTER: u16 = 2;

/// The columns kept free right of the text.
const MARGIN: u16 = 1;

/// How many bytes a minute of reading covers: 230 English words of six bytes, and nearly the same
/// for 480 Chinese or Japanese characters of three.
const BYTES_A_MINUTE: usize = 1_400;

/// The part of the screen that has the focus while an article is open.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Pane {
    /// The text.
    #[default]
    Text,
    /// The sidebar of facts.
    Facts,
    /// The captions panel.
    Captions,
}

/// The open article.
#[derive(Debug)]
pub struct Reader {
    /// The number under which it was asked for.
    pub ticket: u64,
    /// The article and all that hangs on it.
    pub opened: Opened,
    /// Its facts as they were found, once they are here.
    found: Option<Arc<Facts>>,
    /// Its facts as the reader corrected them.
    pub facts: Option<Corrected>,
    /// Whether the facts of a long text were asked for.
    pub facts_asked: bool,
    /// How its page is set.
    pub setting: Setting,
    /// The text with its margins, on the screen.
    pub area: Area,
    /// The first row shown.
    pub top: Place,
    /// The lowest place that [`Reader::top`] may take, once it is known for this page.
    lowest: Option<Place>,
    /// The current sentence.
    pub sentence: Span,
    /// Which part has the focus.
    pub pane: Pane,
    /// The search.
    pub find: Find,
    /// The sidebar of facts.
    pub sidebar: Sidebar,
    /// The chosen image of the captions panel.
    pub image: usize,
    /// The first image on the screen of that panel.
    pub first_image: usize,
    /// The image that was gone to last, and the top of the screen then.
    gone_to: Option<(usize, usize)>,
    /// Where the reader jumped from.
    pub jumps: Jumps,
    /// How far the map of the places is zoomed, while it stands in the place of the text.
    pub map: Option<i8>,
    /// The sentences that carry facts, by start, while only these stand out.
    skim: Option<Vec<Span>>,
    /// The letters over links or sentences, while they are shown.
    pub hints: Option<Hints>,
    /// The words that are being selected.
    pub selection: Option<Selection>,
    /// The byte where the mouse button went down on the text, while it is held.
    pub pressed: Option<usize>,
}

impl Reader {
    /// Opens an article; [`Reader::lay`] gives it its place on the screen.
    pub fn new(ticket: u64, opened: Opened) -> Self {
        let mut reader = Self {
            ticket,
            found: opened.facts.clone(),
            facts: None,
            facts_asked: false,
            setting: Setting { columns: 68, justified: false, captions: false, everything: false },
            area: Area::default(),
            top: Place::default(),
            lowest: None,
            sentence: Span::default(),
            pane: Pane::Text,
            find: Find::default(),
            sidebar: Sidebar::default(),
            image: 0,
            first_image: 0,
            gone_to: None,
            jumps: Jumps::default(),
            map: None,
            skim: None,
            hints: None,
            selection: None,
            pressed: None,
            opened,
        };
        reader.list_facts();
        reader
    }

    /// Gives the page its place on the screen and sets it anew, with the same words at the top.
    pub fn lay(&mut self, area: Area, measure: usize, justified: bool) {
        let first = self.area == Area::default();
        let room = area.columns.saturating_sub(GUTTER + MARGIN);
        let columns = usize::from(room).clamp(1, measure.max(1));
        let setting = Setting { columns, justified, ..self.setting };
        let at = if first { self.opened.position } else { self.top.at };
        let moved = std::mem::replace(&mut self.setting, setting) != setting;
        if moved || std::mem::replace(&mut self.area, area).rows != area.rows {
            self.lowest = None;
        }
        self.area = area;
        if first || moved {
            self.put_at_top(at);
        }
        self.settle();
    }

    /// Takes in the rest of an article of which only the beginning was here.
    pub fn complete(&mut self, opened: Opened) {
        self.found = opened.facts.clone().or_else(|| self.found.take());
        self.opened = opened;
        self.lowest = None;
        self.list_facts();
    }

    /// Takes in the facts.
    pub fn take_facts(&mut self, facts: Arc<Facts>) {
        self.found = Some(facts);
        self.list_facts();
    }

    /// Takes in the highlights and notes as the library has them now; not those of another text
    /// than the one on the screen.
    pub fn take_marks(&mut self, marks: Vec<Annotation>) {
        let fits = |mark: &Annotation| {
            let found = mark.place.standing == Standing::Found;
            let span = mark.place.span.filter(|_| found);
            span.is_none_or(|span| same_words(span.of(self.text()), mark.quote()))
        };
        if marks.iter().all(fits) {
            self.opened.marks = marks;
            self.list_facts();
        }
    }

    /// Lays the corrections over the facts and draws up the sidebar's lists anew.
    pub fn list_facts(&mut self) {
        let rules: Vec<&Rule> = self.opened.corrections.iter().map(|it| &it.rule).collect();
        let article = &self.opened.article;
        self.facts = self.found.as_ref().map(|found| correct(&article.text, found, &rules));
        let none = Corrected::default();
        let corrected = self.facts.as_ref().unwrap_or(&none);
        self.sidebar.list(Sources { article, corrected, opened: &self.opened });
        self.skim_anew();
    }

    /// The article, set as it is shown.
    pub fn page(&self) -> Page<'_> {
        Page::new(&self.opened.article, self.setting)
    }

    /// The text of the article.
    pub fn text(&self) -> &str {
        &self.opened.article.text
    }

    /// How many rows of text are on the screen.
    pub fn rows(&self) -> usize {
        usize::from(self.area.rows).max(1)
    }

    /// The first column of the text on the screen: the page is centred in its pane.
    pub fn left(&self) -> u16 {
        let columns = u16::try_from(self.setting.columns).unwrap_or(u16::MAX);
        let spare = self.area.columns.saturating_sub(columns.saturating_add(GUTTER));
        self.area.column + GUTTER.min(self.area.columns) + spare / 2
    }

    /// The rows on the screen.
    pub fn visible(&self) -> Vec<Row> {
        self.page().rows(self.top).take(self.rows()).collect()
    }

    /// The bytes on the screen.
    pub fn visible_span(&self) -> Span {
        let rows = self.visible();
        let spans = || rows.iter().map(|row| row.span).filter(|span| !span.is_empty());
        let start = spans().map(|span| span.start).min().unwrap_or(self.top.at);
        Span::new(start, spans().map(|span| span.end).max().unwrap_or(start))
    }

    /// Whether `block` is set on the page.
    pub fn is_set(&self, block: &Block) -> bool {
        self.setting.everything || block.visibility == Visibility::Shown
    }

    /// How far the article has been read, in percent: 0 at its beginning, 100 when its end is on
    /// the screen.
    pub fn percent(&self) -> usize {
        let page = self.page();
        let lowest = self.lowest.unwrap_or_else(|| page.up(page.last(), self.rows() - 1));
        if self.top >= lowest {
            return 100;
        }
        let start = page.first().at;
        let whole = lowest.at.saturating_sub(start).max(1);
        (self.top.at.saturating_sub(start).saturating_mul(100) / whole).min(99)
    }

    /// The first byte of the first shown block, and the end of the last: what stands around them
    /// is put away.
    fn shown(&self) -> (usize, usize) {
        let page = self.page();
        let last = self.opened.article.blocks.get(page.last().block);
        let end = last.map_or(self.text().len(), |block| block.span.end);
        (page.first().at, self.opened.partial.map_or(end, |whole| whole.max(end)))
    }

    /// Whether the facts are not found before the reader asks for them.
    pub fn holds_facts_back(&self) -> bool {
        let length = self.opened.partial.unwrap_or(self.text().len());
        self.facts.is_none() && length > LONG && !self.facts_asked
    }

    /// The minutes of reading that are left, rounded up.
    pub fn minutes_left(&self) -> usize {
        let (start, end) = self.shown();
        let left = end.saturating_sub(start).saturating_mul(100 - self.percent()) / 100;
        left.div_ceil(BYTES_A_MINUTE)
    }

    /// The blocks that are not shown, folded and hidden ones apart.
    pub fn put_away(&self) -> (usize, usize) {
        let count = |wanted| {
            let blocks = self.opened.article.blocks.iter();
            blocks.filter(|block| block.visibility == wanted && !block.span.is_empty()).count()
        };
        (count(Visibility::Folded), count(Visibility::Hidden))
    }

    /// The index of the image whose marker or caption shows byte `at`.
    pub fn image_at(&self, at: usize) -> Option<usize> {
        let article = &self.opened.article;
        let block = article.block_at(at);
        article
            .images
            .iter()
            .position(|image| image.block == block || image.repeats.contains(&block))
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::import;

    /// `prose` open on a page of so many columns and rows.
    pub(crate) fn reading(prose: &str, columns: u16, rows: u16) -> Reader {
        let article = import::read(prose.as_bytes().to_vec(), Some("a.txt")).unwrap().remove(0);
        let facts = Arc::new(crate::facts::extract(&article));
        let opened = Opened { article: Arc::new(article), facts: Some(facts), ..Opened::default() };
        let mut reader = Reader::new(1, opened);
        reader.lay(Area::new(0, 0, columns + GUTTER + MARGIN, rows), 68, false);
        reader
    }

    /// So many pieces of prose after each other.
    pub(crate) fn many(count: usize, piece: impl Fn(usize) -> String) -> String {
        (0..count).map(piece).collect()
    }

    /// The text of the first row.
    pub(crate) fn top(reader: &Reader) -> String {
        let row = reader.visible().into_iter().next().map(|row| row.span);
        row.unwrap_or_default().of(reader.text()).trim().to_owned()
    }

    #[test]
    fn a_resize_keeps_the_words_at_the_top() {
        let prose = "one two three four five six seven eight nine ten eleven twelve. ".repeat(20);
        let mut reader = reading(&prose, 20, 5);
        reader.scroll(30);
        let at = reader.top.at;
        reader.lay(Area::new(0, 0, 50, 5), 68, false);
        assert!(reader.visible().first().unwrap().span.holds(at));
    }

    #[test]
    fn the_end_is_a_hundred_percent() {
        let mut reader = reading(&"A short line.\n\n".repeat(40), 30, 6);
        assert!(reader.percent() < 20);
        reader.bottom();
        assert_eq!((reader.percent(), reader.minutes_left()), (100, 0));
    }
}
