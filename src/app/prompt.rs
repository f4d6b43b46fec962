//! What is typed on the line at the foot: a search, a command, a filter.

use super::command::{COMMANDS, Command};
use super::line_edit::LineEdit;
use super::picker::rank;
use crate::library::ArticleId;

/// What a prompt is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PromptKind {
    /// Words to find in the article.
    Search,
    /// A command.
    Command,
    /// Words that titles and sources of the list must match.
    Filter,
    /// Another name for something.
    Name,
    /// Another date.
    Day,
    /// Who said something.
    Speaker,
    /// What the highlights and notes that are listed must match.
    FilterMarks,
    /// The tags of an article.
    Tags(ArticleId),
    /// The tags of the chosen highlight or note.
    TagMark,
    /// Tags for all that are listed.
    TagAll,
    /// The file that those that are listed are written to.
    Export,
}

impl PromptKind {
    /// The sign before what is typed.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Search => "/",
            Self::Command => ":",
            Self::Name => "name: ",
            Self::Day => "date: ",
            Self::Speaker => "said by: ",
            Self::Filter | Self::FilterMarks => "=",
            Self::Tags(_) | Self::TagMark => "tags: ",
            Self::TagAll => "tag all that are listed: ",
            Self::Export => "write to: ",
        }
    }
}

/// What is being typed on the line at the foot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    /// What for.
    pub kind: PromptKind,
    /// The line.
    pub line: LineEdit,
    /// What a command can be completed to.
    pub completions: Vec<String>,
    /// The completion that the line shows, while Tab walks them.
    pub completion: Option<usize>,
}

/// What a command line asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// Nothing.
    Empty,
    /// A command.
    Command(Command),
    /// To go to so many percent.
    Percent(usize),
    /// A theme.
    Theme(String),
    /// Something that is not understood: what to say of it.
    Unknown(String),
}

impl Prompt {
    /// An empty prompt.
    pub fn new(kind: PromptKind, text: &str) -> Self {
        let line = LineEdit::new(text);
        Self { kind, line, completions: Vec::new(), completion: None }
    }

    /// Finds what the command line can be completed to.
    pub fn complete(&mut self, themes: &[String]) {
        self.completion = None;
        let typed = self.line.text();
        self.completions = match typed.strip_prefix("theme ") {
            Some(name) => matching(name, themes.iter().map(String::as_str))
                .map(|it| format!("theme {it}"))
                .collect(),
            None if typed.is_empty() => Vec::new(),
            None => matching(typed, COMMANDS.iter().map(|it| it.name)).map(str::to_owned).collect(),
        };
    }

    /// Puts the next completion on the line, or the one before.
    pub fn next_completion(&mut self, forward: bool) {
        let count = self.completions.len();
        if count == 0 {
            return;
        }
        let next = match self.completion {
            None if forward => 0,
            None => count - 1,
            Some(at) if forward => (at + 1) % count,
            Some(at) => (at + count - 1) % count,
        };
        if let Some(text) = self.completions.get(next) {
            self.line = LineEdit::new(text);
            self.completion = Some(next);
        }
    }
}

/// The names that begin with `typed`, in order.
fn matching<'a>(
    typed: &str,
    names: impl Iterator<Item = &'a str>,
) -> impl Iterator<Item = &'a str> {
    let typed = typed.trim_start().to_lowercase();
    names.filter(move |name| name.starts_with(&typed))
}

/// What the command line `text` asks for: a command by name or by a beginning that only it has,
/// `q`, a number or percentage, or `theme NAME`.
pub fn read_line(text: &str) -> Line {
    let text = text.trim();
    if text.is_empty() {
        return Line::Empty;
    }
    if let Ok(percent) = text.trim_end_matches('%').parse() {
        return Line::Percent(percent);
    }
    if let Some(name) = text.strip_prefix("theme ") {
        return Line::Theme(name.trim().to_owned());
    }
    let named = Command::named(if text == "q" { "quit" } else { text });
    let mut beginnings = COMMANDS.iter().filter(|info| info.name.starts_with(text));
    match (named, beginnings.next(), beginnings.next()) {
        (Some(command), ..) => Line::Command(command),
        (None, Some(only), None) => Line::Command(only.command),
        (None, Some(one), Some(other)) => {
            Line::Unknown(format!("“{text}” could be {} or {}", one.name, other.name))
        }
        _ => Line::Unknown(unknown(text)),
    }
}

fn unknown(text: &str) -> String {
    let near = rank(text, COMMANDS.iter().map(|info| info.name.to_owned()));
    let near = near.first().and_then(|(at, _)| COMMANDS.get(*at));
    match near {
        Some(info) => format!("no command “{text}”; did you mean {}?", info.name),
        None => format!("no command “{text}”; ? lists them all"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_names_a_command_by_name_or_unique_beginning() {
        assert_eq!(read_line("zen"), Line::Command(Command::Zen));
        assert_eq!(read_line("ze"), Line::Command(Command::Zen));
        assert_eq!(read_line("q"), Line::Command(Command::Quit));
        assert_eq!(read_line("half-page-d"), Line::Command(Command::HalfPageDown));
    }

    #[test]
    fn a_number_is_a_percentage() {
        assert_eq!(read_line("40"), Line::Percent(40));
        assert_eq!(read_line(" 40% "), Line::Percent(40));
    }

    #[test]
    fn what_is_not_understood_is_answered_with_what_may_be_meant() {
        assert_eq!(
            read_line("nxthit"),
            Line::Unknown("no command “nxthit”; did you mean next-hit?".to_owned())
        );
        assert!(matches!(read_line("next"), Line::Unknown(said) if said.contains("could be")));
    }

    #[test]
    fn tab_walks_the_completions_round() {
        let mut prompt = Prompt::new(PromptKind::Command, "unfold");
        prompt.complete(&[]);
        prompt.next_completion(true);
        assert_eq!(prompt.line.text(), "unfold-captions");
        let mut prompt = Prompt::new(PromptKind::Command, "theme p");
        prompt.complete(&["ink".to_owned(), "paper".to_owned()]);
        prompt.next_completion(true);
        assert_eq!(prompt.line.text(), "theme paper");
    }
}
