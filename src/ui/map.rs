//! The map of an article's places, in the place of its text.

use super::canvas::{Canvas, rect};
use super::theme::Role;
use crate::app::areas::Area;
use crate::app::map::{bounds, labels};
use crate::app::panel::cut;
use crate::app::reader::{Reader, Tab};
use ratatui::style::Color;
use ratatui::symbols::Marker;
use ratatui::widgets::Widget;
use ratatui::widgets::canvas::{self, Map, MapResolution};

/// Draws the map into `area`, the sentence of the chosen place below it.
pub(super) fn draw(reader: &Reader, zoom: i8, area: Area, canvas: &mut Canvas<'_>) {
    let dots = reader.dots();
    let places = reader.sidebar.items(Tab::Places).len();
    heading(dots.len(), places, area, canvas);
    let foot = if area.rows > 20 { 3 } else { 1 };
    let below = area.rows.saturating_sub(2 + foot);
    let map = Area { row: area.row + 1, rows: below, ..area };
    if dots.is_empty() || map.rows == 0 {
        return;
    }
    let item = reader.sidebar.selected();
    let cells = (map.columns, map.rows);
    let bounds = bounds(&dots, item, zoom, cells);
    coasts(bounds.longitude, bounds.latitude, map, canvas);
    let labels = labels(&dots, item, bounds, cells);
    for label in labels.iter().rev() {
        let chosen = dots.get(label.dot).is_some_and(|dot| dot.item == item);
        let role = if chosen { Role::ChosenFact } else { Role::Name };
        canvas.put(map, label.at, "●", if chosen { Role::Cursor } else { Role::Name });
        if let Some((column, row, name)) = &label.name {
            canvas.put(map, (*column, *row), name, role);
        }
    }
    sentence(reader, area.from_top(1 + below), canvas);
}

fn heading(on: usize, places: usize, area: Area, canvas: &mut Canvas<'_>) {
    let next = canvas.put(area, (1, 0), "Map", Role::Title);
    let off = places.saturating_sub(on);
    let said = match (on, off) {
        (0, _) => "no place of this article is known to lie anywhere".to_owned(),
        (on, 0) => format!("{on} places"),
        (on, off) => format!("{on} of {places} places; where {off} lie is not known"),
    };
    let room = usize::from(area.columns.saturating_sub(next + 3));
    canvas.put(area, (next + 2, 0), &cut(&said, room), Role::Faint);
}

/// The coasts of the world, as far as they are shown.
fn coasts(longitude: [f64; 2], latitude: [f64; 2], area: Area, canvas: &mut Canvas<'_>) {
    let ink = canvas.ink(Role::Faint).fg.unwrap_or(Color::Reset);
    let ground = canvas.theme.style(Role::Body).bg.unwrap_or(Color::Reset);
    canvas::Canvas::default()
        .marker(Marker::Braille)
        .background_color(ground)
        .x_bounds(longitude)
        .y_bounds(latitude)
        .paint(|context| context.draw(&Map { resolution: MapResolution::High, color: ink }))
        .render(rect(area).intersection(canvas.buffer.area), canvas.buffer);
}

/// The words around the mention of the chosen place that was gone to last.
fn sentence(reader: &Reader, area: Area, canvas: &mut Canvas<'_>) {
    let item = reader.sidebar.item();
    let mention = item.and_then(|item| item.mentions.get(reader.sidebar.mention));
    let Some(mention) = mention else { return };
    let words = mention.sentence.of(reader.text());
    let lines = crate::app::panel::lines(words, usize::from(area.columns.saturating_sub(2)));
    let last = usize::from(area.rows.max(1));
    for (nth, (line, row)) in lines.iter().zip(0..area.rows).enumerate() {
        let more = nth + 1 == last && lines.len() > last;
        let line = if more { format!("{line} …") } else { line.clone() };
        let room = usize::from(area.columns.saturating_sub(1));
        canvas.put(area, (1, row), &cut(&line, room), Role::Body);
    }
}
