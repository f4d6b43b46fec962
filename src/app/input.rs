//! Keys on their way to a command: counts, sequences, letters, and what is typed.

use super::command::{Command, Context};
use super::key::{Key, KeyCode};
use super::keymap::{Keymap, Resolved, written};
use super::picker::{Picked, PickerKind};
use super::prompt::{Line, PromptKind, read_line};
use super::{App, Effect};

/// Counts beyond this are cut.
const COUNT_LIMIT: usize = 999_999;

/// Keys on their way to a command.
#[derive(Debug)]
pub struct Input {
    /// What keys mean.
    pub keymap: Keymap,
    pending: Vec<Key>,
    count: Option<usize>,
    /// The command that waits for a letter.
    letter: Option<Command>,
}

impl Input {
    pub(super) fn new(keymap: Keymap) -> Self {
        Self { keymap, pending: Vec::new(), count: None, letter: None }
    }

    /// What has been typed of a command so far, for the footer: `12 g`.
    pub fn typed(&self) -> String {
        let count = self.count.map(|count| count.to_string());
        let keys = (!self.pending.is_empty()).then(|| written(&self.pending));
        let letter = self.letter.and_then(Command::info).map(|info| format!("{}:", info.hint));
        let typed: Vec<String> = count.into_iter().chain(keys).chain(letter).collect();
        typed.join(" ")
    }

    /// The keys pressed of a longer sequence.
    pub fn pending(&self) -> &[Key] {
        &self.pending
    }

    fn clear(&mut self) {
        self.pending.clear();
        self.count = None;
        self.letter = None;
    }
}

impl App {
    /// Takes a key.
    pub(super) fn press(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        self.settings.welcome = false;
        if self.why.is_some() {
            return self.press_in_why(key);
        }
        if self.picker.is_some() {
            return self.press_in_picker(key);
        }
        if self.prompt.is_some() {
            return self.press_in_prompt(key);
        }
        if self.editor.is_some() {
            return self.press_in_note(key);
        }
        if self.reader.as_ref().is_some_and(|reader| reader.hints.is_some()) {
            return self.press_in_hints(key);
        }
        if let Some(command) = self.input.letter.take() {
            return self.press_letter(command, key);
        }
        self.press_key(key)
    }

    /// The editor has a few commands; every other key types.
    fn press_in_note(&mut self, key: Key) -> Vec<Effect> {
        match self.input.keymap.resolve(Context::Note, &[key]) {
            Resolved::Bound(command) => self.perform(command, None),
            _ => self.type_note(key),
        }
    }

    fn press_key(&mut self, key: Key) -> Vec<Effect> {
        if let Some(digit) = self.digit(key) {
            let count = self.input.count.unwrap_or(0) * 10 + digit;
            self.input.count = Some(count.min(COUNT_LIMIT));
            return Vec::new();
        }
        self.input.pending.push(key);
        match self.input.keymap.resolve(self.context(), &self.input.pending) {
            Resolved::Waiting => Vec::new(),
            Resolved::Unbound => {
                let said = self.unbound();
                self.input.clear();
                self.say(said)
            }
            Resolved::Bound(command) => {
                let count = self.input.count;
                self.input.clear();
                if !command.only_scrolls() {
                    // What is current, and where the panes lie, depends on the keys before.
                    self.lay_out();
                }
                if command.takes_letter() {
                    self.input.letter = Some(command);
                    return Vec::new();
                }
                self.perform(command, count)
            }
        }
    }

    /// What is said of keys that mean nothing here.
    fn unbound(&self) -> String {
        let keys = &self.input.pending;
        let bound = |context: &Context| {
            matches!(self.input.keymap.resolve(*context, keys), Resolved::Bound(_))
        };
        match Context::ALL.iter().find(|context| bound(context)) {
            Some(there) => format!("{} is a key of the {}", written(keys), there.name()),
            None => format!("{} means nothing; ? lists the keys", written(keys)),
        }
    }

    /// The digit a key adds to the count. A zero alone is not a count.
    fn digit(&self, key: Key) -> Option<usize> {
        let KeyCode::Char(c) = key.code else { return None };
        let digit = c.to_digit(10).filter(|_| self.input.pending.is_empty() && !key.control)?;
        (digit > 0 || self.input.count.is_some()).then_some(digit as usize)
    }

    fn press_letter(&mut self, command: Command, key: Key) -> Vec<Effect> {
        match (command, key.code) {
            (Command::SetMark, KeyCode::Char(c)) if !key.control => self.set_mark(c),
            (Command::GoToMark, KeyCode::Char(c)) if !key.control => self.go_to_mark(c),
            _ => Vec::new(),
        }
    }

    /// Keys while it is said why something is a fact: they scroll it or close it.
    fn press_in_why(&mut self, key: Key) -> Vec<Effect> {
        let Some(why) = &mut self.why else { return Vec::new() };
        match key.code {
            KeyCode::Down | KeyCode::Char('j') => why.first += 1,
            KeyCode::Up | KeyCode::Char('k') => why.first = why.first.saturating_sub(1),
            _ => self.why = None,
        }
        Vec::new()
    }

    fn press_in_hints(&mut self, key: Key) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        let Some(mut hints) = reader.hints.take() else { return Vec::new() };
        let KeyCode::Char(letter) = key.code else { return Vec::new() };
        if key.control || !letter.is_alphabetic() {
            return Vec::new();
        }
        match hints.type_letter(letter) {
            Some(goal) => self.follow_hint(goal, hints.shifted),
            None if hints.hints.is_empty() => self.say("no hint has these letters"),
            None => {
                reader.hints = Some(hints);
                Vec::new()
            }
        }
    }

    fn press_in_picker(&mut self, key: Key) -> Vec<Effect> {
        let Some(picker) = &mut self.picker else { return Vec::new() };
        match picker.press(key) {
            Picked::Open => Vec::new(),
            Picked::Closed => {
                self.picker = None;
                Vec::new()
            }
            Picked::Chosen(at) => self.pick(at),
        }
    }

    fn pick(&mut self, at: usize) -> Vec<Effect> {
        let Some(picker) = self.picker.take() else { return Vec::new() };
        let Some(choice) = picker.choices.into_iter().nth(at) else { return Vec::new() };
        match picker.kind {
            PickerKind::Help | PickerKind::Palette => self.pick_command(choice.command),
            PickerKind::Links => self.browse_link(at),
            PickerKind::Themes => self.set_theme(&choice.label),
            PickerKind::Bookmarks => self.go_to_choice(&choice),
            PickerKind::Info => Vec::new(),
            PickerKind::Correct
            | PickerKind::SameAs
            | PickerKind::SaidBy
            | PickerKind::Corrections => self.pick_correction(at),
        }
    }

    fn pick_command(&mut self, command: Option<Command>) -> Vec<Effect> {
        let context = self.context();
        let Some(info) = command.and_then(Command::info) else { return Vec::new() };
        if !info.contexts.contains(&context) {
            return self.say(format!("{} is not for the {}", info.name, context.name()));
        }
        if info.command.takes_letter() {
            self.input.letter = Some(info.command);
            return Vec::new();
        }
        self.perform(info.command, None)
    }

    fn press_in_prompt(&mut self, key: Key) -> Vec<Effect> {
        let Some(prompt) = &mut self.prompt else { return Vec::new() };
        let command = prompt.kind == PromptKind::Command;
        let erased = key.code == KeyCode::Backspace && prompt.line.text().is_empty();
        let stop = key.code == KeyCode::Escape || key == Key::control('c') || erased;
        match key.code {
            _ if stop => self.cancel_prompt(),
            KeyCode::Enter => self.end_prompt(),
            KeyCode::Tab if command => {
                prompt.next_completion(!key.shift);
                Vec::new()
            }
            _ if prompt.line.press(key) => self.prompt_changed(),
            _ => Vec::new(),
        }
    }

    /// Takes pasted text.
    pub(super) fn paste(&mut self, text: &str) -> Vec<Effect> {
        if let Some(picker) = &mut self.picker {
            picker.paste(text);
            return Vec::new();
        }
        if self.editor.is_some() && self.prompt.is_none() {
            return self.paste_in_note(text);
        }
        let Some(prompt) = &mut self.prompt else { return Vec::new() };
        prompt.line.insert(text);
        self.prompt_changed()
    }

    fn prompt_changed(&mut self) -> Vec<Effect> {
        let Some(prompt) = &mut self.prompt else { return Vec::new() };
        let text = prompt.line.text().to_owned();
        match prompt.kind {
            PromptKind::Search => {
                self.reader.iter_mut().for_each(|reader| reader.search(&text));
                Vec::new()
            }
            PromptKind::Command => {
                let themes = self.settings.themes.iter().map(|it| it.name.clone());
                prompt.complete(&themes.collect::<Vec<_>>());
                Vec::new()
            }
            PromptKind::Filter => vec![Effect::List(self.shelf.filter(&text))],
            PromptKind::FilterMarks => vec![Effect::ListMarks(self.ledger.filter(&text))],
            _ => Vec::new(),
        }
    }

    fn cancel_prompt(&mut self) -> Vec<Effect> {
        let Some(prompt) = self.prompt.take() else { return Vec::new() };
        match prompt.kind {
            PromptKind::Search => {
                self.reader.iter_mut().for_each(super::Reader::cancel_search);
                Vec::new()
            }
            PromptKind::Filter => vec![Effect::List(self.shelf.filter(""))],
            PromptKind::FilterMarks => vec![Effect::ListMarks(self.ledger.filter(""))],
            _ => Vec::new(),
        }
    }

    fn end_prompt(&mut self) -> Vec<Effect> {
        let Some(prompt) = self.prompt.take() else { return Vec::new() };
        let text = prompt.line.text();
        match prompt.kind {
            PromptKind::Filter | PromptKind::FilterMarks => Vec::new(),
            PromptKind::Tags(article) => self.set_tags(article, text),
            PromptKind::TagMark => self.tag_chosen_mark(text),
            PromptKind::TagAll => self.tag_all_marks(text),
            PromptKind::Export => self.export_marks(text),
            PromptKind::Search => self.end_search(text),
            PromptKind::Name | PromptKind::Day | PromptKind::Speaker => self.end_correction(text),
            PromptKind::Command => match read_line(text) {
                Line::Empty => Vec::new(),
                Line::Command(command) => self.pick_command(Some(command)),
                Line::Theme(name) => self.set_theme(&name),
                Line::Unknown(said) => self.fail(said),
                Line::Percent(percent) => {
                    self.reader.iter_mut().for_each(|reader| reader.go_to_percent(percent));
                    Vec::new()
                }
            },
        }
    }

    fn end_search(&mut self, needle: &str) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        reader.sidebar.chosen = false;
        reader.end_search();
        if reader.find.current.is_none() && !needle.is_empty() {
            reader.find = super::reader::Find::default();
            return self.say(format!("“{needle}” is not in this article"));
        }
        Vec::new()
    }
}
