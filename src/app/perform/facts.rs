//! Commands of the sidebar and the captions panel.

use super::super::areas;
use super::super::reader::{Pane, Tab};
use super::super::{App, Command, Effect, Reader, Screen, Shape};
use super::view::set;

impl App {
    /// The sidebar and the captions panel.
    pub(super) fn show_facts(&mut self, command: Command) -> Vec<Effect> {
        let tab = match command {
            Command::Choose => return self.choose(),
            Command::NextPane => return self.step_pane(1),
            Command::PreviousPane => return self.step_pane(-1),
            Command::Sidebar => {
                let open = !self.sidebar_is_open();
                self.show_sidebar(open);
                let name = if self.is_narrow() { "drawer" } else { "sidebar" };
                return vec![set(name, &open)];
            }
            Command::NextTab => self.tab_beside(1),
            Command::PreviousTab => self.tab_beside(-1),
            Command::People => Tab::People,
            Command::Places => Tab::Places,
            Command::Organizations => Tab::Organizations,
            Command::Timeline => Tab::Timeline,
            Command::Numbers => Tab::Numbers,
            Command::Quotes => Tab::Quotes,
            Command::Notes => Tab::Notes,
            Command::Map => return self.toggle_map(),
            Command::Skim => return self.toggle_skim(),
            Command::LessSure => return self.toggle_unsure(),
            Command::Why => return self.tell_why(),
            Command::Hide => return self.hide_fact(),
            Command::Correct => return self.correct_fact(),
            Command::Corrections => return vec![Effect::ListCorrections],
            Command::Captions => {
                self.show_sidebar(true);
                return self.focus_captions();
            }
            Command::CopyCaption => return self.copy_caption(),
            Command::Picture => return self.show_picture(),
            _ => return Vec::new(),
        };
        self.show_sidebar(true);
        self.reader.iter_mut().for_each(|reader| reader.open_tab(tab));
        Vec::new()
    }

    fn tell_why(&mut self) -> Vec<Effect> {
        self.why = self.reader.as_ref().and_then(Reader::why);
        if self.why.is_none() {
            return self.say("no fact is chosen");
        }
        Vec::new()
    }

    fn toggle_map(&mut self) -> Vec<Effect> {
        if self.areas().shape == Shape::Tiny {
            return self.say("the map needs a screen of 60 columns and 16 rows");
        }
        self.show_sidebar(true);
        self.reader.iter_mut().for_each(Reader::toggle_map);
        Vec::new()
    }

    fn toggle_skim(&mut self) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if reader.facts.is_none() {
            return self.say("the facts are not here yet");
        }
        let told = reader.toggle_skim();
        self.say(match told {
            Some(1) => "skimming: one sentence carries facts".to_owned(),
            Some(told) => format!("skimming: {told} sentences carry facts; . and , walk them"),
            None => "every sentence again".to_owned(),
        })
    }

    fn toggle_unsure(&mut self) -> Vec<Effect> {
        self.show_sidebar(true);
        let Some(reader) = &mut self.reader else { return Vec::new() };
        reader.sidebar.unsure = !reader.sidebar.unsure;
        reader.list_facts();
        let shown = reader.sidebar.unsure;
        self.say(if shown {
            "less sure facts are listed too, marked ?"
        } else {
            "only sure facts are listed"
        })
    }

    fn focus_captions(&mut self) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if reader.opened.article.images.is_empty() {
            return self.say("this article has no images");
        }
        reader.focus(Pane::Captions);
        Vec::new()
    }

    fn choose(&mut self) -> Vec<Effect> {
        match self.screen() {
            Screen::Library => return self.open_chosen(),
            Screen::Ledger => return self.open_chosen_mark(),
            Screen::Picture => {
                self.screens.pop();
                self.reader.iter_mut().for_each(Reader::go_to_image);
                return Vec::new();
            }
            Screen::Article => (),
        }
        let Some(reader) = &mut self.reader else { return Vec::new() };
        match reader.pane {
            Pane::Facts => {
                reader.map = None;
                reader.go_to_item();
            }
            Pane::Captions if reader.is_at_image() => return self.show_picture(),
            Pane::Captions => reader.go_to_image(),
            Pane::Text if reader.holds_facts_back() => {
                reader.focus(Pane::Facts);
                self.show_sidebar(true);
            }
            Pane::Text => {
                self.show_sidebar(true);
                let found = self.reader.as_mut().is_some_and(Reader::show_facts_of_sentence);
                if !found {
                    return self.say("no facts found in this sentence");
                }
            }
        }
        Vec::new()
    }

    fn tab_beside(&self, by: isize) -> Tab {
        let now = self.reader.as_ref().map_or(0, |reader| reader.sidebar.tab as usize);
        let count = Tab::ALL.len();
        let next = (now + count).saturating_add_signed(by) % count;
        Tab::ALL.get(next).copied().unwrap_or_default()
    }

    fn step_pane(&mut self, by: isize) -> Vec<Effect> {
        let areas = self.areas();
        if areas.facts.is_none() {
            self.show_sidebar(true);
        }
        let areas = self.areas();
        let Some(reader) = &mut self.reader else { return Vec::new() };
        let mut panes = vec![Pane::Text];
        panes.extend(areas.facts.map(|_| Pane::Facts));
        panes.extend(areas.captions.map(|_| Pane::Captions));
        let now = panes.iter().position(|pane| *pane == reader.pane).unwrap_or(0);
        let next = (now + panes.len()).saturating_add_signed(by) % panes.len();
        reader.focus(panes.get(next).copied().unwrap_or_default());
        Vec::new()
    }

    fn sidebar_is_open(&self) -> bool {
        let areas = self.areas();
        areas.facts.is_some()
    }

    /// Opens the sidebar or the drawer, or puts it away; each shape of the screen remembers.
    fn show_sidebar(&mut self, open: bool) {
        if self.is_narrow() {
            self.view.drawer = open;
        } else {
            self.view.sidebar = open;
        }
        self.view.zen = self.view.zen && !open;
    }

    fn is_narrow(&self) -> bool {
        areas::shape(self.size.0, self.size.1) == Shape::Narrow
    }
}
