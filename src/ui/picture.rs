//! Pictures: in the side panel, and on a screen of their own with their words below.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::App;
use crate::app::areas::Area;
use crate::app::panel::Part;
use crate::app::pictures::middle;
use crate::picture::{Drawn, Form, Half, Ink};
use ratatui::style::{Color, Style};

/// Draws the screen of one picture.
pub(super) fn draw_full(app: &App, canvas: &mut Canvas<'_>) {
    let (Some(view), Some(reader)) = (app.full_view(), &app.reader) else { return };
    match app.why_no_picture() {
        Some(why) => say(why, view.picture, canvas),
        None => draw(app, view.picture, canvas),
    }
    for (line, row) in view.rows.iter().zip(0..) {
        let role = if line.part == Part::Detail { Role::Credit } else { Role::Caption };
        canvas.put(view.words, (0, row), &line.text, role);
    }
    let count = reader.opened.article.images.len();
    let said = format!("{}/{count}", reader.image + 1);
    let columns = u16::try_from(said.len()).unwrap_or(0);
    let below = view.words.rows.saturating_sub(1);
    canvas.put(view.words, (view.words.columns.saturating_sub(columns), below), &said, Role::Faint);
}

/// Draws the picture that has its room in `area`, or says why there is none.
pub(super) fn draw(app: &App, area: Area, canvas: &mut Canvas<'_>) {
    match app.picture() {
        Some(Ok(drawn)) => halves(drawn, middle(area, drawn), canvas),
        Some(Err(why)) => say(why, area, canvas),
        None => say("Reading the picture…", area, canvas),
    }
}

fn say(words: &str, area: Area, canvas: &mut Canvas<'_>) {
    let row = area.rows / 2;
    let columns = u16::try_from(words.chars().count()).unwrap_or(u16::MAX);
    let column = area.columns.saturating_sub(columns) / 2;
    canvas.put(area, (column, row), words, Role::Faint);
}

/// Draws half blocks; what the terminal draws itself leaves its cells free.
fn halves(drawn: &Drawn, area: Area, canvas: &mut Canvas<'_>) {
    let Form::Halves(cells) = &drawn.form else { return };
    for (line, y) in cells.chunks(usize::from(drawn.columns).max(1)).zip(0..area.rows) {
        for (half, x) in line.iter().zip(0..area.columns) {
            let Half { upper, lower } = *half;
            let style = Style::new().fg(color(upper)).bg(color(lower));
            canvas.cluster((area.column + x, area.row + y), "▀", style);
        }
    }
}

const fn color(ink: Ink) -> Color {
    match ink {
        Ink::Rgb(red, green, blue) => Color::Rgb(red, green, blue),
        Ink::Indexed(index) => Color::Indexed(index),
    }
}
