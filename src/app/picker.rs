//! A list laid over the screen to choose from: the help, the palette, the links, the themes, and
//! what is known of the article. Typing filters it.

use super::command::{COMMANDS, Command, Context, Group};
use super::key::{Key, KeyCode};
use super::keymap::Keymap;
use super::line_edit::LineEdit;
use crate::library::ArticleId;
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};

/// What a list is of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PickerKind {
    /// Every command by group, with its keys.
    Help,
    /// Every command that can be given here.
    Palette,
    /// The links of the article.
    Links,
    /// The themes.
    Themes,
    /// The bookmarks.
    Bookmarks,
    /// What is known of the article.
    Info,
    /// What can be said of a fact.
    Correct,
    /// The names that one may be the same as.
    SameAs,
    /// Who may have said something.
    SaidBy,
    /// The corrections of the library.
    Corrections,
}

impl PickerKind {
    /// Its heading.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Help => "Keys and commands",
            Self::Palette => "Commands",
            Self::Links => "Links",
            Self::Themes => "Themes",
            Self::Bookmarks => "Bookmarks",
            Self::Info => "About this article",
            Self::Correct => "Correct",
            Self::SameAs => "The same as",
            Self::SaidBy => "Said by",
            Self::Corrections => "Corrections: Enter takes one back",
        }
    }
}

/// A row of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Choice {
    /// The heading it stands under, if the list has headings.
    pub group: &'static str,
    /// Its name.
    pub label: String,
    /// What is said of it.
    pub detail: String,
    /// Its keys.
    pub keys: String,
    /// How its source prints it, where that differs.
    pub printed: Option<String>,
    /// The command it stands for.
    pub command: Option<Command>,
    /// The place it stands for: a byte of an article, of the open one where none is named.
    pub at: Option<(Option<ArticleId>, usize)>,
}

/// A list laid over the screen to choose from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picker {
    /// What it is of.
    pub kind: PickerKind,
    /// What has been typed to filter it.
    pub filter: LineEdit,
    /// Every row.
    pub choices: Vec<Choice>,
    /// The rows that fit the filter: indices, best first where something is typed.
    pub shown: Vec<usize>,
    /// The chosen one of them.
    pub selected: usize,
}

/// What a key meant to a picker.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Picked {
    /// It stays open; another row may be chosen now.
    Open,
    /// It closes and nothing was chosen.
    Closed,
    /// The row with this index was chosen.
    Chosen(usize),
}

impl Picker {
    /// A list of `choices`.
    pub fn new(kind: PickerKind, choices: Vec<Choice>) -> Self {
        let shown = (0..choices.len()).collect();
        Self { kind, filter: LineEdit::default(), choices, shown, selected: 0 }
    }

    /// The help: every command, those of `context` with the keys they have there.
    pub fn help(keymap: &Keymap, context: Context) -> Self {
        let groups = Group::ALL.iter();
        let infos = groups.flat_map(|group| COMMANDS.iter().filter(move |it| it.group == *group));
        let choices = infos.map(|info| {
            let here = if info.contexts.contains(&context) { Some(&context) } else { None };
            let context = here.or(info.contexts.first()).copied().unwrap_or(context);
            choice(info.command, keymap, context, info.group.name())
        });
        Self::new(PickerKind::Help, choices.collect())
    }

    /// The palette: the commands that can be given in `context`.
    pub fn palette(keymap: &Keymap, context: Context) -> Self {
        let here = COMMANDS.iter().filter(|info| info.contexts.contains(&context));
        let choices = here.map(|info| choice(info.command, keymap, context, ""));
        Self::new(PickerKind::Palette, choices.collect())
    }

    /// The chosen row.
    pub fn choice(&self) -> Option<&Choice> {
        self.shown.get(self.selected).and_then(|at| self.choices.get(*at))
    }

    /// Takes a key.
    pub fn press(&mut self, key: Key) -> Picked {
        let last = self.shown.len().saturating_sub(1);
        let step = match key.code {
            KeyCode::Escape => return Picked::Closed,
            KeyCode::Char('c') if key.control => return Picked::Closed,
            KeyCode::Char('q' | '?') if self.filter.text().is_empty() && !key.control => {
                return Picked::Closed;
            }
            KeyCode::Enter => {
                return self
                    .shown
                    .get(self.selected)
                    .map_or(Picked::Open, |at| Picked::Chosen(*at));
            }
            KeyCode::Down | KeyCode::Tab => 1,
            KeyCode::Char('n' | 'j') if key.control => 1,
            KeyCode::Up => -1,
            KeyCode::Char('p' | 'k') if key.control => -1,
            KeyCode::PageDown => 10,
            KeyCode::PageUp => -10,
            _ => {
                let before = self.filter.text().to_owned();
                self.filter.press(key);
                if self.filter.text() != before {
                    self.refilter();
                }
                return Picked::Open;
            }
        };
        self.selected = self.selected.saturating_add_signed(step).min(last);
        Picked::Open
    }

    /// Types text into the filter.
    pub fn paste(&mut self, text: &str) {
        self.filter.insert(text);
        self.refilter();
    }

    fn refilter(&mut self) {
        let ordered = !matches!(self.kind, PickerKind::Palette | PickerKind::Links);
        let rows = self.choices.iter().map(|it| format!("{} {} {}", it.label, it.detail, it.keys));
        let mut ranked = rank(self.filter.text(), rows);
        if ordered {
            ranked.sort_unstable_by_key(|(at, _)| *at);
        }
        self.shown = ranked.into_iter().map(|(at, _)| at).collect();
        self.selected = 0;
    }
}

/// The rows that hold the words of `filter`, best first: their indices and scores.
pub fn rank(filter: &str, rows: impl Iterator<Item = String>) -> Vec<(usize, u32)> {
    let pattern = Pattern::parse(filter, CaseMatching::Smart, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut letters = Vec::new();
    let mut ranked: Vec<(usize, u32)> = rows
        .enumerate()
        .filter_map(|(at, row)| {
            Some((at, pattern.score(Utf32Str::new(&row, &mut letters), &mut matcher)?))
        })
        .collect();
    ranked.sort_by_key(|(_, score)| std::cmp::Reverse(*score));
    ranked
}

fn choice(command: Command, keymap: &Keymap, context: Context, group: &'static str) -> Choice {
    let info = command.info();
    Choice {
        group,
        label: info.map_or("", |info| info.name).to_owned(),
        detail: info.map_or("", |info| info.help).to_owned(),
        keys: keymap.keys(context, command).join("  "),
        command: Some(command),
        printed: None,
        at: None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::keymap::parse;
    use super::*;

    fn palette(keys: &str) -> (Picker, Picked) {
        let mut picker = Picker::palette(&Keymap::default(), Context::Text);
        let outcome = parse(keys).unwrap().into_iter().map(|key| picker.press(key)).last();
        (picker, outcome.unwrap())
    }

    #[test]
    fn typing_finds_a_command_by_its_letters() {
        let (picker, _) = palette("z e n");
        assert_eq!(picker.choice().and_then(|it| it.command), Some(Command::Zen));
    }

    #[test]
    fn the_selection_stays_inside_the_list() {
        assert_eq!(palette("Up Up").0.selected, 0);
        let (picker, _) = palette("PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn PgDn");
        assert_eq!(picker.selected, picker.shown.len() - 1);
    }

    #[test]
    fn enter_chooses_and_escape_does_not() {
        assert_eq!(palette("Enter").1, Picked::Chosen(0));
        assert_eq!(palette("z Esc").1, Picked::Closed);
        assert_eq!(palette("z z z z q Enter").1, Picked::Open);
    }

    #[test]
    fn the_help_lists_every_command_under_its_group() {
        let help = Picker::help(&Keymap::default(), Context::Text);
        assert_eq!(help.choices.len(), COMMANDS.len());
        assert!(help.choices.windows(2).filter(|it| it[0].group != it[1].group).count() == 7);
    }
}
