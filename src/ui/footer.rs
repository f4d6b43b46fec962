//! The line at the foot: what is being typed, what the program says, else the keys that lead on
//! and how far the article has been read.

use super::canvas::Canvas;
use super::note;
use super::theme::Role;
use crate::app::areas::{Area, Shape};
use crate::app::command::{COMMANDS, Context};
use crate::app::keymap::{parse, written};
use crate::app::panel::{counts_row, cut, images_count};
use crate::app::prompt::Prompt;
use crate::app::reader::{COUNT_LIMIT, Reader};
use crate::app::{App, Command, Screen};
use crate::text::width;

/// Draws the line; gives the cell of the cursor while something is typed.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) -> Option<(u16, u16)> {
    let tiny = app.areas().shape == Shape::Tiny;
    if let Some(prompt) = &app.prompt {
        canvas.fill(area, Role::Status);
        let right = right(app, canvas, area);
        return Some(draw_prompt(prompt, Area { columns: right, ..area }, canvas));
    }
    if let Some(notice) = &app.notice {
        canvas.fill(area, Role::Status);
        let role = if notice.failed { Role::Error } else { Role::Notice };
        let right = if tiny { area.columns } else { right(app, canvas, area) };
        let text = cut(&notice.text, usize::from(right.saturating_sub(2)));
        canvas.put(area, (1, 0), &text, role);
        return None;
    }
    if tiny {
        return None;
    }
    canvas.fill(area, Role::Status);
    let right = right(app, canvas, area);
    let left = Area { columns: right.saturating_sub(1), ..area };
    if app.picker.is_some() {
        picker_keys(left, canvas);
    } else if let Some(line) = note_line(app) {
        let next = canvas.put(left, (1, 0), line.0, line.1);
        let room = usize::from(left.columns.saturating_sub(next + 2));
        canvas.put(left, (next + 1, 0), &cut(&line.2, room), Role::Prompt);
    } else if app.input.typed().is_empty() {
        let next = keys(app, left, canvas);
        title(app, left.from_left(next), canvas);
    } else {
        typed(app, left, canvas);
    }
    None
}

/// The note on the current sentence, while nothing else is to be said.
fn note_line(app: &App) -> Option<(&'static str, Role, String)> {
    let reading = app.context() == Context::Text && app.input.typed().is_empty();
    reading.then(|| note::line(app)).flatten()
}

fn draw_prompt(prompt: &Prompt, area: Area, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let room = usize::from(area.columns.saturating_sub(3));
    let next = canvas.put(area, (0, 0), prompt.kind.sign(), Role::Key);
    // A line longer than the screen shows its end.
    let before = tail(prompt.line.before(), room);
    let cursor = canvas.put(area, (next, 0), before, Role::Prompt);
    let after = prompt.line.text().strip_prefix(prompt.line.before()).unwrap_or("");
    let next = canvas.put(area, (cursor, 0), after, Role::Prompt);
    completions(prompt, area.from_left(next + 2), canvas);
    (area.column + cursor.min(area.columns.saturating_sub(1)), area.row)
}

/// What the line can be completed to, from the one that Tab put there on.
fn completions(prompt: &Prompt, area: Area, canvas: &mut Canvas<'_>) {
    let mut column = 0;
    let first = prompt.completion.unwrap_or(0);
    for (at, text) in prompt.completions.iter().enumerate().skip(first) {
        let word = text.strip_prefix("theme ").unwrap_or(text);
        let columns = u16::try_from(width(word)).unwrap_or(u16::MAX);
        if column + columns + 1 > area.columns {
            break;
        }
        let role = if prompt.completion == Some(at) { Role::Selected } else { Role::Faint };
        column = canvas.put(area, (column, 0), word, role) + 2;
    }
}

/// The end of `text` that fits the columns.
fn tail(text: &str, columns: usize) -> &str {
    let fits = |at: &usize| text.get(*at..).is_some_and(|rest| width(rest) <= columns);
    let at = text.char_indices().map(|(at, _)| at).find(fits);
    at.and_then(|at| text.get(at..)).unwrap_or("")
}

/// What stands at the right end: the counter of hits, percent, minutes left. Gives its column.
fn right(app: &App, canvas: &mut Canvas<'_>, area: Area) -> u16 {
    let Some(reader) = app.reader.as_ref().filter(|_| app.screen() == Screen::Article) else {
        return area.columns;
    };
    let mut said: Vec<String> = Vec::new();
    let find = &reader.find;
    if !find.needle.is_empty() {
        said.push(counter(find.number, find.total, find.current.is_some()));
    }
    if reader.opened.starred {
        said.push("★".to_owned());
    }
    let percent = reader.percent();
    said.push(format!("{percent} %"));
    if percent < 100 {
        said.push(format!("{} min left", reader.minutes_left()));
    }
    let said = said.join("  ");
    let columns = u16::try_from(width(&said)).unwrap_or(u16::MAX);
    let column = area.columns.saturating_sub(columns.saturating_add(1));
    canvas.put(area, (column, 0), &said, Role::Status);
    column
}

fn counter(number: usize, total: usize, found: bool) -> String {
    match (number, total) {
        (_, total) if total >= COUNT_LIMIT => format!("{COUNT_LIMIT}+ hits"),
        (0, _) if found => "found".to_owned(),
        (0, _) => "no hit".to_owned(),
        _ => format!("{number}/{total}"),
    }
}

/// The keys of a list laid over the screen; letters filter it.
fn picker_keys(area: Area, canvas: &mut Canvas<'_>) {
    let keys = [("↑ ↓", "move"), ("Enter", "choose"), ("a–z", "filter"), ("Esc", "close")];
    let mut column = 1;
    for (key, said) in keys {
        column = hint(key, said, column, area, canvas);
    }
}

/// The title of the article, where there is room between the keys and the percentage.
fn title(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let reader = app.reader.as_ref().filter(|_| app.screen() == Screen::Article);
    let title = reader.and_then(|reader| reader.opened.article.meta.title.as_ref());
    if let Some(title) = title.filter(|_| area.columns >= 30) {
        let shown = cut(&title.value, usize::from(area.columns.saturating_sub(4)));
        let columns = u16::try_from(width(&shown)).unwrap_or(u16::MAX);
        let column = area.columns.saturating_sub(columns + 2);
        canvas.put(area, (column, 0), &shown, Role::Faint);
    }
}

/// The keys worth a reminder where the focus is, as many as fit; gives the next free column.
fn keys(app: &App, area: Area, canvas: &mut Canvas<'_>) -> u16 {
    let context = app.context();
    let mut column = 1;
    for info in reminders(context).iter().filter_map(|command| command.info()) {
        let bound = app.input.keymap.keys(context, info.command);
        let Some(key) = bound.first() else { continue };
        column = hint(key, info.hint, column, area, canvas);
    }
    column
}

/// The reminders of the list of notes.
const LEDGER: &[Command] = &[
    Command::Choose,
    Command::Filter,
    Command::TagMark,
    Command::TagAll,
    Command::ExportMarks,
    Command::RemoveMark,
    Command::Undo,
    Command::Back,
];

/// The reminders of the list of articles.
const LIBRARY: &[Command] = &[
    Command::Choose,
    Command::Filter,
    Command::Sort,
    Command::Star,
    Command::Archive,
    Command::Undo,
    Command::Help,
    Command::Back,
];

/// The commands worth a reminder, the most useful first.
const fn reminders(context: Context) -> &'static [Command] {
    match context {
        Context::Text => &[
            Command::Help,
            Command::Search,
            Command::NextSentence,
            Command::Highlight,
            Command::WriteNote,
            Command::NextPane,
            Command::Library,
            Command::LinkHints,
            Command::Back,
        ],
        Context::Facts => &[
            Command::Choose,
            Command::NextHit,
            Command::NextTab,
            Command::Why,
            Command::Hide,
            Command::Correct,
            Command::Clear,
            Command::Help,
        ],
        Context::Picture => {
            &[Command::LineDown, Command::LineUp, Command::Choose, Command::Help, Command::Back]
        }
        Context::Captions => {
            &[Command::Picture, Command::Choose, Command::NextPane, Command::Clear, Command::Help]
        }
        Context::Selection => &[
            Command::Highlight,
            Command::WriteNote,
            Command::Color,
            Command::WordEnd,
            Command::NextSentence,
            Command::OtherEnd,
            Command::Clear,
            Command::Help,
        ],
        Context::Note => {
            &[Command::SaveNote, Command::ExternalEditor, Command::CloseNote, Command::DiscardNote]
        }
        Context::Ledger => LEDGER,
        Context::Library => LIBRARY,
    }
}

/// Draws a key and what it does where both fit; gives the next free column.
fn hint(key: &str, said: &str, column: u16, area: Area, canvas: &mut Canvas<'_>) -> u16 {
    let columns = u16::try_from(width(key) + width(said) + 3).unwrap_or(u16::MAX);
    if column.saturating_add(columns) > area.columns {
        return column;
    }
    let next = canvas.put(area, (column, 0), key, Role::Key);
    canvas.put(area, (next + 1, 0), said, Role::Status) + 2
}

/// What has been typed of a command, and the keys that can follow.
fn typed(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let mut column = canvas.put(area, (1, 0), &app.input.typed(), Role::Prompt) + 2;
    let pending = app.input.pending();
    if pending.is_empty() {
        return;
    }
    let context = app.context();
    for info in COMMANDS.iter().filter(|info| info.contexts.contains(&context)) {
        for keys in app.input.keymap.keys(context, info.command) {
            let rest = parse(&keys).and_then(|keys| Some(written(keys.strip_prefix(pending)?)));
            if let Some(rest) = rest.filter(|rest| !rest.is_empty()) {
                column = hint(&rest, info.hint, column, area, canvas);
            }
        }
    }
}

/// The row that says what the drawer holds.
pub(super) fn counts(reader: &Reader, open: bool, area: Area, canvas: &mut Canvas<'_>) {
    for place in counts_row(usize::from(area.columns), &reader.sidebar.counts()) {
        let current = open && place.tab == reader.sidebar.tab;
        let role = if current { Role::CurrentTab } else { Role::Tab };
        canvas.put(area, (place.column, 0), &place.label, role);
    }
    let said = match (reader.opened.article.images.len(), &reader.facts) {
        (_, None) if !reader.holds_facts_back() => "reading…".to_owned(),
        (images, _) => images_count(usize::from(area.columns), images),
    };
    let columns = u16::try_from(width(&said)).unwrap_or(0);
    canvas.put(area, (area.columns.saturating_sub(columns + 1), 0), &said, Role::Tab);
}

/// Three lines for a newcomer.
pub(super) fn welcome(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let lines: [(&str, &[Command]); 3] = [
        ("Read", &[Command::LineDown, Command::PageDown, Command::NextSentence, Command::Search]),
        ("Look", &[Command::NextPane, Command::Choose, Command::NextArticle, Command::Library]),
        ("Ask", &[Command::Help, Command::Palette, Command::Theme, Command::Back]),
    ];
    canvas.fill(area, Role::Panel);
    for ((word, line), row) in lines.iter().zip(0..area.rows) {
        let line_area = Area { row: area.row + row, rows: 1, ..area };
        canvas.put(line_area, (2, 0), word, Role::Name);
        let mut column = 8;
        for info in line.iter().filter_map(|command| command.info()) {
            let bound = app.input.keymap.keys(Context::Text, info.command);
            if let Some(key) = bound.first() {
                column = hint(key, info.hint, column, line_area, canvas);
            }
        }
    }
}
