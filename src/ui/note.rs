//! Notes: the editor under the text, and notes beside the words they are on.

use super::canvas::Canvas;
use super::prose::mark_role;
use super::theme::Role;
use crate::app::App;
use crate::app::areas::Area;
use crate::app::notes::{NoteEdit, text_columns};
use crate::app::panel::cut;
use crate::app::reader::Reader;
use crate::mark::{Annotation, Target};
use crate::page::Row;
use crate::text::{Span, clean, width, wrap};

/// The fewest columns beside the text that notes are set in.
const MARGIN: u16 = 18;

/// The most columns a note beside the text takes.
const WIDEST: u16 = 44;

/// Draws the editor; gives the cell of the cursor.
pub(super) fn draw_editor(note: &NoteEdit, area: Area, canvas: &mut Canvas<'_>) -> (u16, u16) {
    canvas.fill(area, Role::Panel);
    let line = "─".repeat(usize::from(area.columns));
    canvas.put(area, (0, 0), &line, Role::Rule);
    let next = canvas.put(area, (1, 0), " Note ", Role::Title);
    let room = usize::from(area.columns.saturating_sub(next + 3));
    let on = cut(&subject(&note.mark), room);
    let next = canvas.put(area, (next, 0), &on, Role::Faint);
    canvas.put(area, (next, 0), " ", Role::Faint);
    let text = Area {
        columns: text_columns(area.columns),
        ..Area { column: area.column + 2, ..area.from_top(1) }
    };
    let columns = usize::from(text.columns);
    let rows = note.edit.rows(columns);
    let (row, column) = note.edit.place(columns);
    let room = usize::from(text.rows.max(1));
    let first = row
        .saturating_sub(room - 1)
        .min(rows.len().saturating_sub(room).max(row.saturating_sub(room - 1)));
    for (span, at) in rows.iter().skip(first).zip(0..text.rows) {
        canvas.put(text, (0, at), span.of(note.edit.text()), Role::Body);
    }
    if rows.len() > room {
        let said = format!("{}/{}", row + 1, rows.len());
        let columns = u16::try_from(said.len()).unwrap_or(0);
        canvas.put(area, (area.columns.saturating_sub(columns + 2), 0), &said, Role::Faint);
    }
    let cell = |at: usize, most: u16| u16::try_from(at).unwrap_or(0).min(most.saturating_sub(1));
    (
        text.column + cell(column, text.columns.saturating_add(2)),
        text.row + cell(row - first, text.rows),
    )
}

/// What a note is on.
fn subject(mark: &Annotation) -> String {
    match &mark.target {
        Target::Article => "on the whole article".to_owned(),
        Target::Image(anchor) if anchor.exact.is_empty() => "on an image".to_owned(),
        Target::Image(anchor) => format!("on the image “{}”", anchor.exact.trim()),
        Target::Passage(anchor) => format!("on “{}”", anchor.exact),
    }
}

/// The area right of the text where notes are set, if there is room.
pub(super) fn margin(reader: &Reader) -> Option<Area> {
    let columns = u16::try_from(reader.setting.columns).unwrap_or(u16::MAX);
    let end = reader.left().saturating_add(columns).saturating_add(2);
    let right = reader.area.column + reader.area.columns;
    let room = right.saturating_sub(end).saturating_sub(1).min(WIDEST);
    (room >= MARGIN).then(|| Area::new(end, reader.area.row, room, reader.area.rows))
}

/// Sets notes in the margin, each beside the row where its words begin, as much of it as fits
/// above the next.
pub(super) fn draw_margin(reader: &Reader, rows: &[Row], canvas: &mut Canvas<'_>) {
    let Some(area) = margin(reader) else { return };
    let mut free = 0;
    let mut marks: Vec<(u16, &Annotation)> = Vec::new();
    for (row, at) in rows.iter().zip(0..area.rows) {
        let here = reader.opened.marks.iter().filter(|it| {
            !it.note.is_empty() && it.place.span.is_some_and(|span| row.span.holds(span.start))
        });
        marks.extend(here.map(|mark| (at, mark)));
    }
    for (index, (at, mark)) in marks.iter().enumerate() {
        let from = (*at).max(free);
        let upto = marks.get(index + 1).map_or(area.rows, |next| next.0.max(from + 1));
        let room = upto.saturating_sub(from).min(area.rows.saturating_sub(from));
        if room == 0 {
            break;
        }
        let place = Area { rows: room, ..area.from_top(from) };
        free = from + draw_note(mark, place, canvas);
    }
}

/// Sets a note; gives the rows it took.
fn draw_note(mark: &Annotation, area: Area, canvas: &mut Canvas<'_>) -> u16 {
    let sign = mark.color.map_or("✎", crate::mark::Color::sign);
    canvas.put(area, (0, 0), sign, mark_role(mark));
    let inner = area.from_left(2);
    let columns = usize::from(inner.columns);
    let mut row = 0;
    for line in mark.note.lines() {
        let line = clean::clean_line(line);
        let line = line.trim();
        let mut at = 0;
        while at < line.len() {
            let (shown, next) = wrap::next_line(line, at, line.len(), columns);
            let last = row + 1 == inner.rows;
            let rest = Span::new(shown.start, line.len()).of(line);
            let text = if last { cut(rest, columns) } else { shown.of(line).to_owned() };
            canvas.put(inner, (0, row), &text, Role::Detail);
            row += 1;
            at = next.max(at + 1);
            if row == inner.rows {
                return row;
            }
        }
    }
    row.max(1)
}

/// The note on the current sentence, in a line, where no margin shows it.
pub(super) fn line(app: &App) -> Option<(&'static str, Role, String)> {
    let reader = app.reader.as_ref().filter(|reader| margin(reader).is_none())?;
    let here = |it: &&Annotation| {
        !it.note.is_empty() && it.place.span.is_some_and(|span| span.overlaps(reader.sentence))
    };
    let marks = reader.opened.marks.iter().filter(here);
    let mark = marks.max_by_key(|it| (it.created, it.id))?;
    let sign = mark.color.map_or("✎", crate::mark::Color::sign);
    let note = mark.note.split_whitespace().collect::<Vec<_>>().join(" ");
    Some((sign, mark_role(mark), note)).filter(|(.., note)| width(note) > 0)
}
