//! Commands of the library and of the program itself.

use super::super::picker::Picker;
use super::super::prompt::{Prompt, PromptKind};
use super::super::reader::Pane;
use super::super::{App, Command, Effect, Screen, Shelf};
use crate::library::{Query, State};

impl App {
    /// The articles and their states.
    pub(super) fn manage(&mut self, command: Command, count: usize) -> Vec<Effect> {
        let by = isize::try_from(count).unwrap_or(isize::MAX);
        match command {
            Command::Library => self.show_library(),
            Command::NextArticle => self.step_article(by),
            Command::PreviousArticle => self.step_article(-by),
            Command::Filter if self.screen() == Screen::Ledger => {
                let filter = self.ledger.query.filter.clone();
                self.prompt = Some(Prompt::new(PromptKind::FilterMarks, &filter));
                Vec::new()
            }
            Command::Filter => {
                let filter = self.shelf.query.filter.clone();
                self.prompt = Some(Prompt::new(PromptKind::Filter, &filter));
                Vec::new()
            }
            Command::Sort => self.list_anew(Shelf::next_sort),
            Command::Reverse => self.list_anew(Shelf::reverse),
            Command::ShowArchived => self.list_anew(Shelf::show_archived),
            Command::Tags => self.ask_for_tags(),
            Command::Star => self.star(),
            Command::Read => self.toggle_state(State::Read),
            Command::Archive => self.toggle_state(State::Archived),
            Command::Undo => vec![Effect::Undo],
            Command::Redo => vec![Effect::Redo],
            _ => Vec::new(),
        }
    }

    fn list_anew(&mut self, ask: impl Fn(&mut Shelf) -> Query) -> Vec<Effect> {
        let query = ask(&mut self.shelf);
        vec![Effect::List(query)]
    }

    fn show_library(&mut self) -> Vec<Effect> {
        let mut effects = self.leave();
        self.bring_up(Screen::Library);
        effects.push(Effect::List(self.shelf.query.clone()));
        effects
    }

    /// The program itself.
    pub(super) fn steer(&mut self, command: Command) -> Vec<Effect> {
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
        if self.screen() == Screen::Picture {
            self.screens.pop();
            return Vec::new();
        }
        let reading = self.screen() == Screen::Article;
        if let Some(reader) = self.reader.as_mut().filter(|it| reading && it.pane != Pane::Text) {
            reader.return_to_text();
            return Vec::new();
        }
        if self.shows_changes() {
            return self.leave_changes();
        }
        if self.screens.len() <= 1 {
            return self.quit();
        }
        let mut effects = self.leave();
        self.screens.pop();
        if self.screen() == Screen::Ledger {
            effects.push(Effect::ListMarks(self.ledger.query.clone()));
        }
        effects.push(Effect::List(self.shelf.query.clone()));
        effects
    }

    fn quit(&mut self) -> Vec<Effect> {
        let mut effects = self.leave();
        effects.push(Effect::Quit);
        effects
    }
}
