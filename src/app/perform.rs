//! Commands, carried out.

use super::picker::{Choice, Picker, PickerKind};
use super::prompt::{Prompt, PromptKind};
use super::reader::{Pane, Tab};
use super::{App, Command, Effect, Screen};
use crate::library::State;

impl App {
    /// Carries out a command, however it was given; `count` is what was typed before it.
    pub fn perform(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        match command.info().map(|info| info.group) {
            Some(super::command::Group::Moving) => self.move_by(command, count),
            Some(super::command::Group::View) => self.change_view(command),
            Some(super::command::Group::Facts) => self.show_facts(command),
            Some(super::command::Group::Library) => self.manage(command, count.unwrap_or(1)),
            Some(super::command::Group::Program) => self.steer(command),
            _ => self.find_places(command, count.unwrap_or(1)),
        }
    }

    /// Searching, marks, jumps and links.
    fn find_places(&mut self, command: Command, count: usize) -> Vec<Effect> {
        if command == Command::Clear {
            return self.clear();
        }
        let Some(reader) = &mut self.reader else { return Vec::new() };
        match command {
            Command::Search => {
                reader.begin_search();
                self.prompt = Some(Prompt::new(PromptKind::Search, ""));
            }
            Command::NextHit => return self.step_hit(true, count),
            Command::PreviousHit => return self.step_hit(false, count),
            Command::RemoveMark => return self.remove_mark(),
            Command::JumpBack if !reader.back() => return self.say("no jump to go back from"),
            Command::JumpForward if !reader.forward() => {
                return self.say("no jump to go forward to");
            }
            Command::LinkHints => {
                reader.hints = reader.link_hints();
                if reader.hints.is_none() {
                    return self.say("no link on this screen; g k lists those of the article");
                }
            }
            Command::LinkList => return self.list_links(),
            Command::Original => return self.browse_original(),
            _ => (),
        }
        Vec::new()
    }

    fn step_hit(&mut self, forward: bool, count: usize) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        let mut round = None;
        for _ in 0..count {
            let mention = reader.step_mention(forward);
            round = mention.or_else(|| reader.step_hit(forward));
        }
        match round {
            Some(true) => {
                self.say(if forward { "from the beginning again" } else { "from the end again" })
            }
            Some(false) => Vec::new(),
            None => self.say("nothing to walk: / searches, and a chosen fact has its mentions"),
        }
    }

    fn clear(&mut self) -> Vec<Effect> {
        if self.screen() == Screen::Library {
            let filtered = !self.shelf.query.filter.is_empty();
            return filtered.then(|| Effect::List(self.shelf.filter(""))).into_iter().collect();
        }
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if reader.pane == Pane::Text {
            reader.sidebar.chosen = false;
            reader.find = super::reader::Find::default();
        } else {
            reader.return_to_text();
        }
        Vec::new()
    }

    fn list_links(&mut self) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let article = &reader.opened.article;
        let words = |link: usize| {
            let inline = article
                .inlines
                .iter()
                .find(|it| it.kind == crate::article::InlineKind::Link(link))?;
            let words = inline.span.of(&article.text).split_whitespace().collect::<Vec<_>>();
            Some(words.join(" "))
        };
        let choices: Vec<Choice> = article
            .links
            .iter()
            .enumerate()
            .map(|(at, link)| Choice {
                label: words(at).unwrap_or_default(),
                detail: link.address.clone(),
                ..Choice::default()
            })
            .collect();
        if choices.is_empty() {
            return self.say("this article has no links");
        }
        self.picker = Some(Picker::new(PickerKind::Links, choices));
        Vec::new()
    }

    /// Opens a link of the article in the browser.
    pub(super) fn browse_link(&mut self, link: usize) -> Vec<Effect> {
        let article = self.reader.as_ref().map(|reader| &reader.opened.article);
        let link = article.and_then(|article| article.links.get(link));
        link.map(|link| Effect::Browse(link.address.clone())).into_iter().collect()
    }

    fn browse_original(&mut self) -> Vec<Effect> {
        let meta = self.reader.as_ref().map(|reader| &reader.opened.article.meta);
        match meta.and_then(|meta| meta.address.as_ref()) {
            Some(address) => vec![Effect::Browse(address.value.clone())],
            None => self.say("the file does not say where the article came from"),
        }
    }

    /// The sidebar and the captions panel.
    fn show_facts(&mut self, command: Command) -> Vec<Effect> {
        let tab = match command {
            Command::Choose => return self.choose(),
            Command::NextPane => return self.step_pane(1),
            Command::PreviousPane => return self.step_pane(-1),
            Command::Sidebar => {
                self.show_sidebar(!self.sidebar_is_open());
                return Vec::new();
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
            Command::Captions => {
                self.show_sidebar(true);
                return self.focus_captions();
            }
            _ => return Vec::new(),
        };
        self.show_sidebar(true);
        self.reader.iter_mut().for_each(|reader| reader.open_tab(tab));
        Vec::new()
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
        if self.screen() == Screen::Library {
            return self.open_chosen();
        }
        let Some(reader) = &mut self.reader else { return Vec::new() };
        match reader.pane {
            Pane::Facts => reader.go_to_item(),
            Pane::Captions => reader.go_to_image(),
            Pane::Text => {
                self.show_sidebar(true);
                let found = self.reader.as_mut().is_some_and(super::Reader::show_facts_of_sentence);
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
        let (columns, rows) = self.size;
        if super::areas::shape(columns, rows) == super::Shape::Narrow {
            self.view.drawer = open;
        } else {
            self.view.sidebar = open;
        }
        self.view.zen = self.view.zen && !open;
    }

    /// How the page looks.
    fn change_view(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Wider => return self.step_measure(true),
            Command::Narrower => return self.step_measure(false),
            Command::Justify => {
                self.settings.justified = !self.settings.justified;
                return vec![remember("justified", &self.settings.justified)];
            }
            Command::Zen => self.view.zen = !self.view.zen,
            Command::UnfoldCaptions => {
                self.reader.iter_mut().for_each(super::Reader::toggle_captions);
            }
            Command::Everything => return self.toggle_everything(),
            Command::Theme => self.list_themes(),
            Command::ArticleInfo => {
                let info = self.reader.as_ref().map(super::Reader::info);
                self.picker = info.map(|info| Picker::new(PickerKind::Info, info));
            }
            _ => (),
        }
        Vec::new()
    }

    fn step_measure(&mut self, longer: bool) -> Vec<Effect> {
        self.settings.step_measure(longer);
        self.say(format!("lines of {} columns", self.settings.measure));
        vec![remember("measure", &self.settings.measure)]
    }

    fn toggle_everything(&mut self) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        reader.toggle_everything();
        let (folded, hidden) = reader.put_away();
        let blocks = format!("{folded} folded and {hidden} hidden blocks");
        let shown = reader.setting.everything;
        self.say(if shown { format!("{blocks} shown") } else { format!("{blocks} put away") })
    }

    fn list_themes(&mut self) {
        let themes = self.settings.themes.iter().map(|theme| Choice {
            label: theme.name.clone(),
            detail: theme.detail.clone(),
            ..Choice::default()
        });
        let choices: Vec<Choice> = themes.collect();
        let now = choices.iter().position(|choice| choice.label == self.theme());
        let mut picker = Picker::new(PickerKind::Themes, choices);
        picker.selected = now.unwrap_or(0);
        self.picker = Some(picker);
    }

    /// Sets the theme of that name.
    pub(super) fn set_theme(&mut self, name: &str) -> Vec<Effect> {
        if !self.settings.themes.iter().any(|theme| theme.name == name) {
            return self.fail(format!("no theme “{name}”; T lists them"));
        }
        self.settings.theme = Some(name.to_owned());
        vec![remember("theme", &name)]
    }

    /// The articles and their states.
    fn manage(&mut self, command: Command, count: usize) -> Vec<Effect> {
        let by = isize::try_from(count).unwrap_or(isize::MAX);
        match command {
            Command::Library => self.show_library(),
            Command::NextArticle => self.step_article(by),
            Command::PreviousArticle => self.step_article(-by),
            Command::Filter => {
                let filter = self.shelf.query.filter.clone();
                self.prompt = Some(Prompt::new(PromptKind::Filter, &filter));
                Vec::new()
            }
            Command::Sort => self.list_anew(super::Shelf::next_sort),
            Command::Reverse => self.list_anew(super::Shelf::reverse),
            Command::ShowArchived => self.list_anew(super::Shelf::show_archived),
            Command::Star => self.star(),
            Command::Read => self.toggle_state(State::Read),
            Command::Archive => self.toggle_state(State::Archived),
            Command::Undo => vec![Effect::Undo],
            Command::Redo => vec![Effect::Redo],
            _ => Vec::new(),
        }
    }

    fn list_anew(
        &mut self,
        ask: impl Fn(&mut super::Shelf) -> crate::library::Query,
    ) -> Vec<Effect> {
        let query = ask(&mut self.shelf);
        vec![Effect::List(query)]
    }

    fn show_library(&mut self) -> Vec<Effect> {
        let mut effects = self.leave();
        if let Some(below) = self.screens.iter().position(|it| *it == Screen::Library) {
            self.screens.truncate(below + 1);
        } else {
            self.screens.push(Screen::Library);
        }
        effects.push(Effect::List(self.shelf.query.clone()));
        effects
    }

    /// The program itself.
    fn steer(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::Help => self.picker = Some(Picker::help(&self.input.keymap, self.context())),
            Command::Palette => {
                self.picker = Some(Picker::palette(&self.input.keymap, self.context()));
            }
            Command::CommandLine => self.prompt = Some(Prompt::new(PromptKind::Command, "")),
            Command::Back => return self.go_back(),
            Command::Quit => return self.quit(),
            Command::Redraw => return vec![Effect::Redraw],
            Command::Suspend => {
                let mut effects = self.leave();
                effects.push(Effect::Suspend);
                return effects;
            }
            _ => (),
        }
        Vec::new()
    }

    fn go_back(&mut self) -> Vec<Effect> {
        if let Some(reader) = self.reader.as_mut().filter(|it| it.pane != Pane::Text)
            && self.screens.last() != Some(&Screen::Library)
        {
            reader.return_to_text();
            return Vec::new();
        }
        if self.screens.len() <= 1 {
            return self.quit();
        }
        let mut effects = self.leave();
        self.screens.pop();
        effects.push(Effect::List(self.shelf.query.clone()));
        effects
    }

    fn quit(&mut self) -> Vec<Effect> {
        let mut effects = self.leave();
        effects.push(Effect::Quit);
        effects
    }
}

/// What is kept so that a setting holds at the next start.
fn remember(key: &'static str, value: &impl ToString) -> Effect {
    Effect::Remember { key, value: value.to_string() }
}
