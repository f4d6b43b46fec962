//! The sidebar: the facts of the article in tabs, each item with its places in the text.

use super::items::{self, Item, Mention, Sources};
use super::{Pane, Reader};
use crate::app::areas::Area;
use crate::app::panel;
use crate::page::Place;
use crate::text::Span;

/// A tab of the sidebar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Tab {
    /// People.
    #[default]
    People,
    /// Places.
    Places,
    /// Organizations.
    Organizations,
    /// Dates in the order of the calendar.
    Timeline,
    /// Numbers and what they count.
    Numbers,
    /// Quotations and their speakers.
    Quotes,
    /// The reader's notes, highlights and bookmarks.
    Notes,
}

impl Tab {
    /// Every tab, from left to right.
    pub const ALL: [Self; 7] = [
        Self::People,
        Self::Places,
        Self::Organizations,
        Self::Timeline,
        Self::Numbers,
        Self::Quotes,
        Self::Notes,
    ];

    /// Its name on the screen.
    pub const fn name(self) -> &'static str {
        match self {
            Self::People => "People",
            Self::Places => "Places",
            Self::Organizations => "Orgs",
            Self::Timeline => "Timeline",
            Self::Numbers => "Numbers",
            Self::Quotes => "Quotes",
            Self::Notes => "Notes",
        }
    }
}

/// The sidebar of the open article.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sidebar {
    /// The tab shown.
    pub tab: Tab,
    /// Whether an item is chosen, so that its mentions are lit.
    pub chosen: bool,
    /// Which mention of the chosen item was gone to last.
    pub mention: usize,
    /// The names of the bookmarks, and the byte each stands at.
    pub bookmarks: Vec<(char, usize)>,
    /// Whether what the engine is not sure of is listed too.
    pub unsure: bool,
    lists: [Vec<Item>; Tab::ALL.len()],
    /// How many items of each tab are held back, since the engine is not sure of them.
    held: [usize; Tab::ALL.len()],
    selected: [usize; Tab::ALL.len()],
    /// The first item on the screen.
    first: [usize; Tab::ALL.len()],
    /// Where the reader stood when the sidebar took the focus.
    origin: Option<(Place, Span)>,
}

impl Sidebar {
    /// The items of `tab`.
    pub fn items(&self, tab: Tab) -> &[Item] {
        self.lists.get(tab as usize).map_or(&[], Vec::as_slice)
    }

    /// How many items each tab has, from left to right.
    pub fn counts(&self) -> [usize; Tab::ALL.len()] {
        Tab::ALL.map(|tab| self.items(tab).len())
    }

    /// How many items of the tab shown are held back.
    pub fn held(&self) -> usize {
        self.held.get(self.tab as usize).copied().unwrap_or(0)
    }

    /// The index of the selected item of the tab shown.
    pub fn selected(&self) -> usize {
        self.selected.get(self.tab as usize).copied().unwrap_or(0)
    }

    /// The index of the first item on the screen.
    pub fn first(&self) -> usize {
        self.first.get(self.tab as usize).copied().unwrap_or(0)
    }

    /// Scrolls so that the selected item is on the screen; `area` is the sidebar with its tabs.
    pub fn keep_in_sight(&mut self, area: Area) {
        let (selected, items) = (self.selected(), self.items(self.tab));
        let columns = usize::from(area.columns);
        let room = usize::from(panel::items_area(area, self).rows);
        let rows =
            |at: usize| items.get(at).map_or(0, |it| panel::rows(it, columns, at == selected));
        let first = panel::first_in_sight(self.first(), selected, room, rows);
        if let Some(place) = self.first.get_mut(self.tab as usize) {
            *place = first;
        }
    }

    /// The selected item of the tab shown.
    pub fn item(&self) -> Option<&Item> {
        self.items(self.tab).get(self.selected())
    }

    /// The item whose mentions are lit.
    pub fn chosen_item(&self) -> Option<&Item> {
        self.item().filter(|_| self.chosen)
    }

    /// Draws the lists up from what is known; selections stay where they can.
    pub(super) fn list(&mut self, sources: Sources<'_>) {
        let text = &sources.article.text;
        let starts = sources
            .opened
            .bookmarks
            .iter()
            .filter_map(|it| Some((it.name, it.anchor.find(text)?.start)));
        self.bookmarks = starts.collect();
        self.lists = items::lists(sources);
        let all = self.unsure;
        for ((list, held), selected) in
            self.lists.iter_mut().zip(&mut self.held).zip(&mut self.selected)
        {
            let found = list.len();
            list.retain(|item| all || !item.unsure);
            *held = found - list.len();
            fold_headings(list);
            *selected = (*selected).min(list.len().saturating_sub(1));
        }
    }

    fn select(&mut self, index: usize) {
        let last = self.items(self.tab).len().saturating_sub(1);
        if let Some(selected) = self.selected.get_mut(self.tab as usize) {
            *selected = index.min(last);
        }
        self.mention = 0;
    }
}

/// Leaves each heading to the first item of its group.
fn fold_headings(list: &mut [Item]) {
    let mut before = None;
    for item in list {
        if item.heading == before {
            item.heading = None;
        } else {
            before.clone_from(&item.heading);
        }
    }
}

impl Reader {
    /// Gives the sidebar the focus on `tab`.
    pub fn open_tab(&mut self, tab: Tab) {
        self.focus(Pane::Facts);
        self.sidebar.tab = tab;
        self.sidebar.chosen = false;
    }

    /// Gives a pane the focus; the text remembers where it stood.
    pub fn focus(&mut self, pane: Pane) {
        if pane == Pane::Text {
            self.sidebar.origin = None;
        } else if self.pane == Pane::Text {
            self.sidebar.origin = Some((self.top, self.sentence));
        }
        self.pane = pane;
    }

    /// Gives the focus back to the text, where it stood before the lists were walked.
    pub fn return_to_text(&mut self) {
        if let Some((top, sentence)) = self.sidebar.origin.take() {
            (self.top, self.sentence) = (top, sentence);
            self.keep_in_reach();
        }
        self.pane = Pane::Text;
        self.map = None;
        self.sidebar.chosen = false;
    }

    /// Selects an item of the tab shown: its mentions are lit, and the text shows the first.
    pub fn select_item(&mut self, index: usize) {
        self.sidebar.select(index);
        self.sidebar.chosen = true;
        self.show_mention();
    }

    /// Goes to the selected item's sentence for good; again, to its next mention.
    pub fn go_to_item(&mut self) {
        let Some(item) = self.sidebar.item() else { return };
        let count = item.mentions.len();
        if let Some((_, sentence)) = self.sidebar.origin.take() {
            self.jumps.leave(sentence.start);
        } else if count > 0 && self.sidebar.chosen {
            self.sidebar.mention = (self.sidebar.mention + 1) % count;
        }
        self.sidebar.chosen = true;
        self.show_mention();
    }

    /// Walks the mentions of the chosen item; says whether it went round the ends.
    pub fn step_mention(&mut self, forward: bool) -> Option<bool> {
        let count = self.sidebar.chosen_item()?.mentions.len();
        let last = count.checked_sub(1)?;
        let (at, round) = match (forward, self.sidebar.mention) {
            (true, at) if at >= last => (0, true),
            (true, at) => (at + 1, false),
            (false, 0) => (last, true),
            (false, at) => (at - 1, false),
        };
        self.sidebar.mention = at;
        self.show_mention();
        Some(round)
    }

    fn show_mention(&mut self) {
        let item = self.sidebar.item();
        let mention = item.and_then(|item| item.mentions.get(self.sidebar.mention)).copied();
        if let Some(mention) = mention {
            self.show(mention.span.start);
        }
    }

    /// Shows the facts of the current sentence: the first tab from the one shown that has any.
    /// Says whether there are any.
    pub fn show_facts_of_sentence(&mut self) -> bool {
        let start = self.sidebar.tab as usize;
        let tabs = Tab::ALL.iter().cycle().skip(start).take(Tab::ALL.len());
        let found = tabs.copied().find_map(|tab| {
            let items = self.sidebar.items(tab);
            Some((tab, items.iter().position(|item| self.is_lit(item))?))
        });
        let Some((tab, index)) = found else { return false };
        self.focus(Pane::Facts);
        self.sidebar.tab = tab;
        self.sidebar.select(index);
        self.sidebar.chosen = true;
        let item = self.sidebar.item();
        let here = item.and_then(|it| it.mentions.iter().position(|it| self.bears_out(it)));
        self.sidebar.mention = here.unwrap_or(0);
        true
    }

    /// Whether the current sentence bears the item out.
    pub fn is_lit(&self, item: &Item) -> bool {
        let from = item.mentions.partition_point(|it| it.sentence.end <= self.sentence.start);
        item.mentions.get(from).is_some_and(|mention| self.bears_out(mention))
    }

    fn bears_out(&self, mention: &Mention) -> bool {
        mention.sentence.overlaps(self.sentence)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{many, reading};
    use super::*;

    fn with_items() -> Reader {
        let prose = many(90, |n| format!("Sentence {n} is here.\n\n"));
        let mut reader = reading(&prose, 40, 8);
        let mention = |needle: &str| {
            let start = reader.text().find(needle).unwrap();
            let span = Span::new(start, start + needle.len());
            Mention { span, sentence: reader.sentence_at(start) }
        };
        let item = |head: &str, needles: &[&str]| Item {
            head: head.to_owned(),
            mentions: needles.iter().map(|it| mention(it)).collect(),
            ..Item::default()
        };
        let items =
            vec![item("early", &["Sentence 1 ", "Sentence 60 "]), item("late", &["Sentence 70 "])];
        reader.sidebar.lists[0] = items;
        reader
    }

    fn current(reader: &Reader) -> &str {
        reader.sentence.of(reader.text())
    }

    #[test]
    fn selecting_shows_the_sentence_and_escape_returns() {
        let mut reader = with_items();
        reader.open_tab(Tab::People);
        reader.select_item(1);
        assert_eq!(current(&reader), "Sentence 70 is here.");
        reader.return_to_text();
        assert_eq!((current(&reader), reader.pane), ("Sentence 0 is here.", Pane::Text));
    }

    #[test]
    fn going_to_an_item_again_goes_to_its_next_mention() {
        let mut reader = with_items();
        reader.open_tab(Tab::People);
        reader.select_item(0);
        reader.go_to_item();
        assert_eq!(current(&reader), "Sentence 1 is here.");
        reader.go_to_item();
        assert_eq!(current(&reader), "Sentence 60 is here.");
        assert!(reader.back());
        assert_eq!(current(&reader), "Sentence 0 is here.");
    }

    #[test]
    fn a_sentence_leads_to_its_facts() {
        let mut reader = with_items();
        assert!(!reader.show_facts_of_sentence());
        let at = reader.text().find("Sentence 60").unwrap();
        reader.jump(at);
        assert!(reader.show_facts_of_sentence());
        assert_eq!((reader.sidebar.selected(), reader.sidebar.mention), (0, 1));
        assert_eq!(reader.pane, Pane::Facts);
    }

    #[test]
    fn mentions_are_walked_round_the_ends() {
        let mut reader = with_items();
        reader.open_tab(Tab::People);
        reader.select_item(0);
        assert_eq!(reader.step_mention(true), Some(false));
        assert_eq!(reader.step_mention(true), Some(true));
        assert_eq!(current(&reader), "Sentence 1 is here.");
    }
}
