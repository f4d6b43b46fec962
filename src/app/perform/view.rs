//! Commands that change how the page looks.

use super::super::picker::{Choice, Picker, PickerKind};
use super::super::{App, Command, Effect, Reader};

impl App {
    /// How the page looks.
    pub(super) fn change_view(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        if let (Some(reader), Command::Wider | Command::Narrower) = (&mut self.reader, command)
            && reader.map.is_some()
        {
            reader.zoom_map(command == Command::Wider);
            return Vec::new();
        }
        match command {
            Command::Wider => return self.step_measure(true),
            Command::Narrower => return self.step_measure(false),
            Command::Justify => {
                self.settings.justified = !self.settings.justified;
                return vec![set("justify", &self.settings.justified)];
            }
            Command::Zen => self.view.zen = !self.view.zen,
            Command::UnfoldCaptions => {
                self.reader.iter_mut().for_each(Reader::toggle_captions);
            }
            Command::Everything => return self.toggle_everything(),
            Command::Theme => self.list_themes(),
            Command::Changes => return self.show_changes(count),
            Command::ArticleInfo => {
                let info = self.reader.as_ref().map(Reader::info);
                self.picker = info.map(|info| Picker::new(PickerKind::Info, info));
            }
            _ => (),
        }
        Vec::new()
    }

    fn step_measure(&mut self, longer: bool) -> Vec<Effect> {
        self.settings.step_measure(longer);
        self.say(format!("lines of {} columns", self.settings.measure));
        vec![set("measure", &self.settings.measure)]
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
    pub(in crate::app) fn set_theme(&mut self, name: &str) -> Vec<Effect> {
        if !self.settings.themes.iter().any(|theme| theme.name == name) {
            return self.fail(format!("no theme “{name}”; T lists them"));
        }
        self.settings.theme = Some(name.to_owned());
        vec![set("theme", &name)]
    }
}

/// What is kept so that a setting holds at the next start.
pub(in crate::app) fn set(name: &'static str, value: &impl ToString) -> Effect {
    Effect::Set { name, value: value.to_string() }
}
