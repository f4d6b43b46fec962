//! The screen of all highlights and notes of the library.

use super::canvas::Canvas;
use super::prose::mark_role;
use super::theme::Role;
use crate::app::App;
use crate::app::areas::Area;
use crate::app::panel::cut;
use crate::library::{MarkEntry, marks};
use crate::mark::{Color, Standing};
use crate::text::width;

/// Draws the screen.
pub(super) fn draw(app: &App, whole: Area, canvas: &mut Canvas<'_>) {
    let ledger = &app.ledger;
    heading(app, Area { rows: 1, ..whole }, canvas);
    let list = Area { rows: whole.rows.saturating_sub(2), ..whole.from_top(1) };
    if ledger.known && ledger.listing.total == 0 {
        let lines: &[&str] = if ledger.query.filter.is_empty() {
            &[
                "No highlights or notes yet.",
                "In an article, H highlights a sentence and a writes a note.",
            ]
        } else {
            &[
                "Nothing matches.",
                "Words, tag:T color:C is:note is:lost in:TITLE since:2024-05; Esc clears.",
            ]
        };
        for (line, row) in lines.iter().zip(1..) {
            canvas.put(list, (2, row), line, Role::Faint);
        }
        return;
    }
    for row in 0..list.rows {
        let index = ledger.first + usize::from(row);
        let line = Area { row: list.row + row, rows: 1, ..list };
        if let Some(entry) = ledger.entry(index) {
            draw_entry(entry, line, canvas);
            if index == ledger.selected {
                canvas.tint(line, 0, Role::Selected);
            }
        }
    }
}

fn heading(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    let ledger = &app.ledger;
    let next = canvas.put(area, (1, 0), "Notes", Role::Title);
    let count = match ledger.listing.total {
        _ if !ledger.known => "opening…".to_owned(),
        1 => "1 highlight or note".to_owned(),
        total => format!("{total} highlights and notes"),
    };
    let filter = &ledger.query.filter;
    let said = if filter.is_empty() {
        format!("{count}, last made first")
    } else {
        format!("{count} matching “{filter}”")
    };
    let room = usize::from(area.columns.saturating_sub(next + 3));
    canvas.put(area, (next + 2, 0), &cut(&said, room), Role::Faint);
}

/// A row: sign, note or words, tags, article, day; what does not fit is left out from the right.
fn draw_entry(entry: &MarkEntry, line: Area, canvas: &mut Canvas<'_>) {
    let mark = &entry.mark;
    let columns = usize::from(line.columns);
    let title = if columns >= 70 { columns.min(180) / 4 } else { 0 };
    let day = if columns >= 50 { 11 } else { 0 };
    let room = columns.saturating_sub(4 + title + day);
    let sign = mark.color.map_or("✎", Color::sign);
    canvas.put(line, (1, 0), sign, mark_role(mark));
    let quote = one_line(mark.quote());
    let note = one_line(&mark.note);
    let tags: Vec<String> = mark.tags.iter().map(|tag| format!("#{tag}")).collect();
    let tags = tags.join(" ");
    let standing = match mark.place.standing {
        Standing::Found => "",
        Standing::Changed => "[changed] ",
        Standing::Lost => "[lost] ",
    };
    let mut column = 3;
    let end = 3 + room.saturating_sub(1);
    let mut put = |text: &str, role: Role| {
        let left = end.saturating_sub(column);
        let shown = cut(text, left);
        let at = u16::try_from(column).unwrap_or(u16::MAX);
        canvas.put(line, (at, 0), &shown, role);
        column += width(&shown);
    };
    put(standing, Role::Error);
    put(&note, Role::Name);
    if !note.is_empty() && !quote.is_empty() {
        put("  ", Role::Faint);
    }
    let tagged = if tags.is_empty() { String::new() } else { format!("  {}", tags.trim_end()) };
    put(&quote, if note.is_empty() { Role::Body } else { Role::Detail });
    put(&tagged, Role::Key);
    let at = |column: usize| u16::try_from(column).unwrap_or(u16::MAX);
    if title > 0 {
        let name = cut(&entry.title, title.saturating_sub(2));
        canvas.put(line, (at(4 + room), 0), &name, Role::Detail);
    }
    if day > 0 {
        let made = marks::day(mark.created).map(|day| day.to_string()).unwrap_or_default();
        canvas.put(line, (at(columns.saturating_sub(day)), 0), &made, Role::Faint);
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
