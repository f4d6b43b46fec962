//! Commands, carried out.

mod copy;
mod facts;
mod program;
mod view;

pub(super) use view::set;

use super::command::Group;
use super::picker::{Choice, Picker, PickerKind};
use super::prompt::{Prompt, PromptKind};
use super::reader::{Find, Pane};
use super::{App, Command, Effect, Screen};
use crate::article::InlineKind;

impl App {
    /// Carries out a command, however it was given; `count` is what was typed before it.
    pub fn perform(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        let mut effects = self.carry_out(command, count);
        effects.extend(self.ask_for_facts());
        effects
    }

    /// Asks for the facts of a long text once the sidebar has the focus.
    fn ask_for_facts(&mut self) -> Option<Effect> {
        let reader = self.reader.as_mut()?;
        let asks = reader.pane == Pane::Facts && reader.holds_facts_back();
        reader.facts_asked |= asks;
        asks.then_some(Effect::Facts { ticket: reader.ticket })
    }

    fn carry_out(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        if let Some(told) = self.refuse_on_changes(command) {
            return told;
        }
        match command.info().map(|info| info.group) {
            Some(Group::Moving) => self.move_by(command, count),
            Some(Group::Marks) => self.mark(command, count),
            Some(Group::View) => self.change_view(command, count),
            Some(Group::Facts) => self.show_facts(command),
            Some(Group::Library) => self.manage(command, count.unwrap_or(1)),
            Some(Group::Program) => self.steer(command),
            _ => self.find_places(command, count.unwrap_or(1)),
        }
    }

    /// Searching, jumps and links.
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
            Command::JumpBack if !reader.back() => return self.travel_back(),
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
        if self.screen() == Screen::Ledger {
            let filtered = !self.ledger.query.filter.is_empty();
            let anew = || Effect::ListMarks(self.ledger.filter(""));
            return filtered.then(anew).into_iter().collect();
        }
        if self.screen() == Screen::Library {
            let filtered = !self.shelf.query.filter.is_empty();
            return filtered.then(|| Effect::List(self.shelf.filter(""))).into_iter().collect();
        }
        if self.screen() == Screen::Picture {
            self.screens.pop();
            return Vec::new();
        }
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if reader.selection.take().is_some() {
            return Vec::new();
        }
        if reader.pane == Pane::Text {
            reader.sidebar.chosen = false;
            reader.find = Find::default();
        } else {
            reader.return_to_text();
        }
        Vec::new()
    }

    fn list_links(&mut self) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let article = &reader.opened.article;
        let words = |link: usize| {
            let inline = article.inlines.iter().find(|it| it.kind == InlineKind::Link(link))?;
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
    pub(in crate::app) fn browse_link(&mut self, link: usize) -> Vec<Effect> {
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
}
