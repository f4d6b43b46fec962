//! The sidebar of facts.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::areas::Area;
use crate::app::panel::{INDENT, Part, is_drawer, item_rows, items_area, tabs};
use crate::app::reader::{Item, Pane, Reader, Tab};

/// Draws the tabs and the items of the one shown.
pub(super) fn draw(reader: &Reader, area: Area, canvas: &mut Canvas<'_>) {
    let sidebar = &reader.sidebar;
    let focused = reader.pane == Pane::Facts;
    let counts = sidebar.counts();
    let drawer = is_drawer(area);
    for place in tabs(usize::from(area.columns), &counts).iter().filter(|_| !drawer) {
        let role = if place.tab == sidebar.tab { Role::CurrentTab } else { Role::Tab };
        canvas.put(area, (place.column, place.row), &place.label, role);
    }
    let list = items_area(area, &counts);
    let items = sidebar.items(sidebar.tab);
    if items.is_empty() {
        canvas.put(list, (1, 0), nothing(reader), Role::Faint);
        return;
    }
    let mut row = 0;
    for (index, item) in items.iter().enumerate().skip(sidebar.first()) {
        if row >= list.rows {
            break;
        }
        let selected = index == sidebar.selected() && (focused || sidebar.chosen);
        row = draw_item(reader, item, selected, list.from_top(row), canvas) + row;
    }
    if !drawer {
        position(sidebar.selected(), items.len(), area, canvas);
    }
}

/// What an empty tab says.
fn nothing(reader: &Reader) -> &'static str {
    match (reader.sidebar.tab, &reader.facts) {
        (Tab::Notes, _) => "No bookmarks; m and a letter sets one.",
        (_, None) if reader.holds_facts_back() => "A long text: Tab finds its facts.",
        (_, None) => "Reading the article…",
        (Tab::People, _) => "No people found.",
        (Tab::Places, _) => "No places found.",
        (Tab::Organizations, _) => "No organizations found.",
        (Tab::Timeline, _) => "No dates found.",
        (Tab::Numbers, _) => "No numbers found.",
        (Tab::Quotes, _) => "No quotations found.",
    }
}

/// Draws an item at the top of `area`; gives the rows it took.
fn draw_item(
    reader: &Reader,
    item: &Item,
    selected: bool,
    area: Area,
    canvas: &mut Canvas<'_>,
) -> u16 {
    let open = reader.sidebar.item().is_some_and(|it| std::ptr::eq(it, item));
    let rows = item_rows(item, usize::from(area.columns), open);
    let lit = reader.is_lit(item);
    for (line, row) in rows.iter().zip(0..) {
        let (column, role) = match line.part {
            Part::Head if lit => (INDENT, Role::Lit),
            Part::Head => (INDENT, Role::Name),
            Part::Detail => (INDENT, Role::Detail),
            Part::Body => (INDENT, Role::Body),
            Part::Context => (INDENT, Role::Faint),
        };
        let column = u16::try_from(column).unwrap_or(0);
        let end = canvas.put(area, (column, row), &line.text, role);
        if row == 0 {
            tally(item, end, area, canvas);
        }
        if selected {
            canvas.tint(area, row, Role::Selected);
        }
    }
    if lit {
        canvas.put(area, (0, 0), "▌", Role::Cursor);
    }
    u16::try_from(rows.len()).unwrap_or(u16::MAX)
}

/// How often an item is mentioned, and whether it is unsure, after its name.
fn tally(item: &Item, column: u16, area: Area, canvas: &mut Canvas<'_>) {
    let mut column = column;
    if item.mentions.len() > 1 {
        let count = format!(" ×{}", item.mentions.len());
        column = canvas.put(area, (column, 0), &count, Role::Faint);
    }
    if item.unsure {
        canvas.put(area, (column, 0), " ?", Role::Faint);
    }
}

/// Which of how many items is selected, where the list is longer than the screen.
fn position(selected: usize, count: usize, area: Area, canvas: &mut Canvas<'_>) {
    if count > usize::from(area.rows) / 2 {
        let said = format!("{}/{count}", selected + 1);
        let columns = u16::try_from(said.len()).unwrap_or(0);
        let column = area.columns.saturating_sub(columns + 1);
        canvas.put(area, (column, area.rows.saturating_sub(1)), &said, Role::Faint);
    }
}
