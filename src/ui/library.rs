//! The list of articles: as a screen of its own, and as a pane beside the text.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::areas::Area;
use crate::app::panel::cut;
use crate::library::{Entry, State};

/// Words a minute, for the length of an article.
const WORDS_A_MINUTE: usize = 230;

/// Draws the screen of the library.
pub(super) fn draw(app: &App, whole: Area, canvas: &mut Canvas<'_>) {
    let rows = whole.rows.saturating_sub(2);
    heading(app, Area { rows: 1, ..whole }, canvas);
    let list = Area { rows, ..whole.from_top(1) };
    if app.shelf.known && app.shelf.listing.total == 0 {
        empty(app, list, canvas);
        return;
    }
    for row in 0..list.rows {
        let index = app.shelf.first + usize::from(row);
        let line = Area { row: list.row + row, rows: 1, ..list };
        if let Some(entry) = app.shelf.entry(index) {
            draw_entry(entry, line, canvas);
            if index == app.shelf.selected {
                canvas.tint(line, 0, Role::Selected);
            }
        }
    }
}

fn heading(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let shelf = &app.shelf;
    let next = canvas.put(area, (1, 0), "Library", Role::Title);
    let count = match shelf.listing.total {
        _ if !shelf.known => "opening…".to_owned(),
        1 => "1 article".to_owned(),
        total => format!("{total} articles"),
    };
    let filter = &shelf.query.filter;
    let order = if filter.is_empty() {
        shelf.order().to_owned()
    } else {
        format!("matching “{filter}”, best first")
    };
    let archived = if shelf.query.archived { ", archived ones too" } else { "" };
    let said = format!("{count}, {order}{archived}");
    let room = usize::from(area.columns.saturating_sub(next + 3));
    canvas.put(area, (next + 2, 0), &cut(&said, room), Role::Faint);
}

fn empty(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let lines: &[&str] = if app.shelf.query.filter.is_empty() {
        &["No articles yet.", "Bring some in from the shell: newsprint add FILE or FOLDER"]
    } else {
        &["No article matches.", "Esc clears the filter."]
    };
    for (line, row) in lines.iter().zip(1..) {
        canvas.put(area, (2, row), line, Role::Faint);
    }
}

/// A row of the screen: state, star, title, source, day, and its length in minutes or how much of
/// it has been read; what does not fit is
/// left out from the right of the title on.
fn draw_entry(entry: &Entry, line: Area, canvas: &mut Canvas<'_>) {
    let columns = usize::from(line.columns);
    let source = if columns >= 70 { columns.min(160) / 6 } else { 0 };
    let day = if columns >= 50 { 12 } else { 0 };
    let length = if columns >= 40 { 8 } else { 0 };
    let title = columns.saturating_sub(5 + source + day + length);
    marks(entry, line, canvas);
    let role = if entry.state == State::Unread { Role::Name } else { Role::Body };
    canvas.put(line, (5, 0), &cut(&entry.title, title.saturating_sub(1)), role);
    let mut column = 5 + title;
    let mut put = |text: &str, room: usize, role: Role| {
        let at = u16::try_from(column).unwrap_or(u16::MAX);
        canvas.put(line, (at, 0), &cut(text, room.saturating_sub(1)), role);
        column += room;
    };
    put(entry.source.as_deref().unwrap_or(""), source, Role::Detail);
    let published = entry.published.map(|day| day.to_string()).unwrap_or_default();
    put(&published, day, Role::Faint);
    let left = match (entry.progress, entry.state) {
        _ if entry.address_only => "address".to_owned(),
        (1.., State::Reading) => format!("{} %", entry.progress),
        _ => format!("{} min", entry.words.div_ceil(WORDS_A_MINUTE)),
    };
    put(&format!("{left:>7}"), length, Role::Faint);
}

fn marks(entry: &Entry, line: Area, canvas: &mut Canvas<'_>) {
    let (state, role) = match entry.state {
        State::Unread => ("●", Role::Lit),
        State::Reading => ("◐", Role::Detail),
        State::Read => ("✓", Role::Faint),
        State::Archived => ("▪", Role::Faint),
    };
    canvas.put(line, (1, 0), state, role);
    if entry.starred {
        canvas.put(line, (3, 0), "★", Role::Star);
    }
}

/// Draws the list as a pane beside the text.
pub(super) fn draw_pane(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let total = app.shelf.listing.total;
    let next = canvas.put(area, (1, 0), "Library", Role::Tab);
    canvas.put(area, (next + 1, 0), &total.to_string(), Role::Faint);
    let open = app.reader.as_ref().and_then(|reader| reader.opened.id);
    for row in 1..area.rows {
        let index = app.shelf.first + usize::from(row - 1);
        let line = Area { row: area.row + row, rows: 1, ..area };
        let Some(entry) = app.shelf.entry(index) else { continue };
        marks(entry, line, canvas);
        let current = open == Some(entry.id);
        let role = if current { Role::Lit } else { Role::Body };
        let room = usize::from(area.columns.saturating_sub(6));
        canvas.put(line, (5, 0), &cut(&entry.title, room), role);
        if index == app.shelf.selected && current {
            canvas.tint(line, 0, Role::Selected);
        }
    }
}
