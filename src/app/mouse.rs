//! The mouse: the wheel scrolls what it is over, a click focuses and chooses, the divider drags.

use super::areas::Area;
use super::reader::{GUTTER, Pane};
use super::{App, Effect, Key, KeyCode, Mouse, MouseKind, Screen, Shape, panel};
use crate::text::{Span, word};

/// The rows a notch of the wheel scrolls.
const NOTCH: isize = 3;

impl App {
    /// Takes a mouse event.
    pub(super) fn point(&mut self, mouse: Mouse) -> Vec<Effect> {
        if self.why.is_some() {
            if mouse.kind == MouseKind::Press {
                self.why = None;
            }
            return Vec::new();
        }
        if self.picker.is_some() {
            return self.point_in_picker(mouse);
        }
        if self.screen() == Screen::Picture {
            self.point_in_picture(mouse);
            return Vec::new();
        }
        let wheel = matches!(mouse.kind, MouseKind::WheelUp | MouseKind::WheelDown);
        if self.editor.is_some() && !wheel {
            return Vec::new();
        }
        match mouse.kind {
            MouseKind::Press => self.click(mouse.column, mouse.row),
            MouseKind::PressTwice => self.click_again(mouse, false),
            MouseKind::PressThrice => self.click_again(mouse, true),
            MouseKind::WheelUp => self.wheel(mouse, -1),
            MouseKind::WheelDown => self.wheel(mouse, 1),
            MouseKind::Release => {
                self.view.divider.dragged = false;
                self.reader.iter_mut().for_each(|reader| reader.pressed = None);
                Vec::new()
            }
            MouseKind::Drag => {
                self.drag(mouse);
                Vec::new()
            }
        }
    }

    /// Moves the divider, or selects words from where the button went down.
    fn drag(&mut self, mouse: Mouse) {
        if self.view.divider.dragged {
            let columns = self.size.0.saturating_sub(mouse.column + 1);
            self.view.divider.columns = Some(columns);
            return;
        }
        let Some(reader) = &mut self.reader else { return };
        let to = reader.byte_at(mouse.column, mouse.row);
        let Some((from, to)) = reader.pressed.zip(to) else { return };
        if reader.selection.is_none() && from != to {
            reader.select_span(Span::at(from), false);
        }
        reader.grow_selection_to(to);
    }

    /// Two clicks select a word, three a sentence.
    fn click_again(&mut self, mouse: Mouse, sentence: bool) -> Vec<Effect> {
        let areas = self.areas();
        let text = self.screen() == Screen::Article && areas.text.holds(mouse.column, mouse.row);
        let Some(reader) = self.reader.as_mut().filter(|_| text) else {
            return self.click(mouse.column, mouse.row);
        };
        let Some(at) = reader.byte_at(mouse.column, mouse.row) else { return Vec::new() };
        let whole = reader.sentence_at(at);
        let span = if sentence { whole } else { word::word_at(reader.text(), whole, at) };
        reader.select_span(span, sentence);
        Vec::new()
    }

    fn point_in_picker(&mut self, mouse: Mouse) -> Vec<Effect> {
        let key = match mouse.kind {
            MouseKind::WheelUp => KeyCode::Up,
            MouseKind::WheelDown => KeyCode::Down,
            _ => return Vec::new(),
        };
        self.press(Key::new(key))
    }

    /// The wheel steps from picture to picture.
    fn point_in_picture(&mut self, mouse: Mouse) {
        let by = match mouse.kind {
            MouseKind::WheelUp => -1,
            MouseKind::WheelDown => 1,
            _ => return,
        };
        if let Some(reader) = &mut self.reader {
            reader.select_image(reader.image.saturating_add_signed(by));
        }
    }

    fn wheel(&mut self, mouse: Mouse, by: isize) -> Vec<Effect> {
        let areas = self.areas();
        let over = |area: Option<Area>| area.is_some_and(|it| it.holds(mouse.column, mouse.row));
        if self.screen() == Screen::Ledger {
            let to = self.ledger.selected.saturating_add_signed(by);
            return self.ledger.select(to).map(Effect::ListMarks).into_iter().collect();
        }
        if self.screen() == Screen::Library || over(areas.list) {
            return self.shelf.step(by).map(Effect::List).into_iter().collect();
        }
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if over(areas.facts) {
            reader.focus(Pane::Facts);
            reader.select_item(reader.sidebar.selected().saturating_add_signed(by));
        } else if over(areas.captions) {
            reader.focus(Pane::Captions);
            reader.select_image(reader.image.saturating_add_signed(by));
        } else {
            reader.scroll(by * NOTCH);
        }
        Vec::new()
    }

    fn click(&mut self, column: u16, row: u16) -> Vec<Effect> {
        self.notice = None;
        let areas = self.areas();
        let inside = |area: &Area| area.holds(column, row);
        if self.screen() == Screen::Ledger {
            return row.checked_sub(1).map_or_else(Vec::new, |row| self.click_in_ledger(row));
        }
        if self.screen() == Screen::Library {
            let first = u16::from(self.size.1 > panel::LIBRARY_CHROME);
            return row.checked_sub(first).map_or_else(Vec::new, |row| self.click_in_list(row));
        }
        if let Some(list) = areas.list.filter(inside) {
            let row = (row - list.row).checked_sub(1);
            return row.map_or_else(Vec::new, |row| self.click_in_list(row));
        }
        if areas.rules[1].as_ref().is_some_and(inside) && areas.shape != Shape::Narrow {
            self.view.divider.dragged = true;
        } else if let Some(facts) = areas.facts.filter(inside) {
            self.click_in_facts(facts, column, row);
        } else if let Some(captions) = areas.captions.filter(inside) {
            self.click_in_captions(captions, row);
        } else if areas.picture.as_ref().is_some_and(inside) {
            return self.show_picture();
        } else if let Some(counts) = areas.counts.filter(inside) {
            self.click_in_counts(counts, column);
        } else if inside(&areas.text) {
            self.click_in_text(column, row);
        }
        Vec::new()
    }

    /// A click on a row of the list of notes chooses it; on the chosen one, opens its article.
    fn click_in_ledger(&mut self, row: u16) -> Vec<Effect> {
        let index = self.ledger.first + usize::from(row);
        if index >= self.ledger.listing.total {
            return Vec::new();
        }
        if index == self.ledger.selected {
            return self.open_chosen_mark();
        }
        self.ledger.select(index).map(Effect::ListMarks).into_iter().collect()
    }

    /// A click on a row of the list of articles chooses it; on the chosen one, opens it.
    fn click_in_list(&mut self, row: u16) -> Vec<Effect> {
        let index = self.shelf.first + usize::from(row);
        if index >= self.shelf.listing.total {
            return Vec::new();
        }
        if index == self.shelf.selected {
            return self.open_chosen();
        }
        self.shelf.select(index).map(Effect::List).into_iter().collect()
    }

    /// A click on a count opens the drawer there; on the one it shows, closes it.
    fn click_in_counts(&mut self, area: Area, column: u16) {
        let Some(reader) = &mut self.reader else { return };
        let tabs = panel::counts_row(usize::from(area.columns), &reader.sidebar.counts());
        let Some(tab) = panel::tab_at(&tabs, column - area.column, 0) else { return };
        self.view.drawer = !self.view.drawer || reader.sidebar.tab != tab;
        if self.view.drawer {
            reader.open_tab(tab);
        }
    }

    fn click_in_facts(&mut self, area: Area, column: u16, row: u16) {
        let Some(reader) = &mut self.reader else { return };
        reader.focus(Pane::Facts);
        let counts = reader.sidebar.counts();
        let tabs = panel::tabs(usize::from(area.columns), &counts);
        let tab = panel::tab_at(&tabs, column - area.column, row - area.row);
        if let Some(tab) = tab.filter(|_| !panel::is_drawer(area)) {
            return reader.open_tab(tab);
        }
        let columns = usize::from(area.columns);
        let items = reader.sidebar.items(reader.sidebar.tab);
        let selected = reader.sidebar.selected();
        let rows =
            |at: usize| items.get(at).map_or(0, |item| panel::rows(item, columns, at == selected));
        let below = row.checked_sub(panel::items_area(area, &reader.sidebar).row);
        let hit = below.and_then(|row| item_at(reader.sidebar.first(), items.len(), row, rows));
        if let Some(index) = hit {
            reader.select_item(index);
        }
    }

    fn click_in_captions(&mut self, area: Area, row: u16) {
        let Some(reader) = &mut self.reader else { return };
        reader.focus(Pane::Captions);
        let columns = usize::from(area.columns);
        let rows = |at| reader.image_rows(at, columns).len();
        let below = row.checked_sub(panel::images_area(area).row);
        let count = reader.opened.article.images.len();
        let hit = below.and_then(|row| item_at(reader.first_image, count, row, rows));
        if let Some(index) = hit {
            reader.select_image(index);
        }
    }

    /// A click on the text makes its sentence current, on an image's marker chooses the image.
    fn click_in_text(&mut self, column: u16, row: u16) {
        let Some(reader) = &mut self.reader else { return };
        reader.focus(Pane::Text);
        let rows = reader.visible();
        let Some(hit) = rows.get(usize::from(row.saturating_sub(reader.area.row))) else { return };
        if let crate::page::RowKind::Image(image) = hit.kind {
            reader.image = image;
            return;
        }
        if hit.span.is_empty() || column + GUTTER < reader.left() {
            return;
        }
        let Some(byte) = reader.byte_at(column, row) else { return };
        reader.sentence = reader.sentence_at(byte);
        reader.sidebar.chosen = false;
        reader.selection = None;
        reader.pressed = Some(byte);
    }
}

/// The index of the item on the row, counted from the first item's.
fn item_at(first: usize, count: usize, row: u16, rows: impl Fn(usize) -> usize) -> Option<usize> {
    let mut left = usize::from(row);
    for index in first..count {
        let taken = rows(index);
        if left < taken {
            return Some(index);
        }
        left -= taken;
    }
    None
}
