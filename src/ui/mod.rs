//! The state, drawn. Nothing here changes the state or asks for anything.

mod canvas;
mod captions;
mod footer;
mod ledger;
mod library;
mod map;
mod note;
mod picker;
mod picture;
mod prose;
mod sidebar;
pub mod theme;
mod why;

use crate::app::areas::{Area, Areas, Shape};
use crate::app::{App, Screen};
use canvas::Canvas;
use ratatui::Frame;
use theme::{Role, Theme};

/// Draws the whole screen.
pub fn draw(app: &App, theme: &Theme, frame: &mut Frame<'_>) {
    let area = frame.area();
    let whole = Area::new(area.x, area.y, area.width, area.height);
    let areas = app.areas();
    let mut canvas = Canvas { buffer: frame.buffer_mut(), theme };
    canvas.fill(whole, Role::Body);
    if areas.shape == Shape::None {
        canvas.put(whole, (0, 0), "too small", Role::Notice);
        return;
    }
    match app.screen() {
        Screen::Library => library::draw(app, whole, &mut canvas),
        Screen::Ledger => ledger::draw(app, whole, &mut canvas),
        Screen::Article => article(app, &areas, &mut canvas),
        Screen::Picture => picture::draw_full(app, &mut canvas),
    }
    let mut cursor = footer::draw(app, foot(&areas, whole), &mut canvas);
    if let Some((note, area)) = app.editor.as_ref().zip(areas.editor) {
        cursor = Some(note::draw_editor(note, area, &mut canvas));
    }
    if let Some(picker) = &app.picker {
        cursor = Some(picker::draw(picker, whole, &mut canvas));
    }
    if let Some(it) = &app.why {
        why::draw(it, whole, &mut canvas);
    }
    if let Some(cursor) = cursor {
        frame.set_cursor_position(cursor);
    }
}

/// The line at the foot; on a tiny screen the last row of the text, used only when it has
/// something to say.
fn foot(areas: &Areas, whole: Area) -> Area {
    let last = Area { row: whole.rows.saturating_sub(1), rows: 1, ..whole };
    areas.footer.unwrap_or(last)
}

fn article(app: &App, areas: &Areas, canvas: &mut Canvas<'_>) {
    let Some(reader) = &app.reader else { return };
    match reader.map {
        Some(zoom) => map::draw(reader, zoom, areas.text, canvas),
        None => prose::draw(reader, areas.facts.is_some(), canvas),
    }
    for rule in areas.rules.into_iter().flatten() {
        canvas.rule_down(rule);
    }
    if let Some(area) = areas.list {
        library::draw_pane(app, area, canvas);
    }
    if let Some(area) = areas.facts {
        sidebar::draw(app, reader, area, canvas);
    }
    if let Some(area) = areas.captions {
        captions::draw(reader, area, canvas);
    }
    if let Some(room) = app.picture_room() {
        picture::draw(app, room, canvas);
    }
    if let Some(area) = areas.counts {
        footer::counts(reader, areas.facts.is_some(), area, canvas);
    }
    if let Some(area) = areas.welcome {
        footer::welcome(app, area, canvas);
    }
}

#[cfg(test)]
mod tests;
