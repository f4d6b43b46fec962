//! The sidebar of facts.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::areas::Area;
use crate::app::panel::{
    self, Part, axis_area, axis_of, indent, is_drawer, item_rows, items_area, tabs, tally,
};
use crate::app::reader::{Item, Pane, Reader, Tab};
use crate::app::{App, Command, Context};

/// Draws the tabs and the items of the one shown.
pub(super) fn draw(app: &App, reader: &Reader, area: Area, canvas: &mut Canvas<'_>) {
    let sidebar = &reader.sidebar;
    let focused = reader.pane == Pane::Facts;
    let drawer = is_drawer(area);
    if !drawer {
        for place in tabs(usize::from(area.columns), &sidebar.counts()) {
            let role = if place.tab == sidebar.tab { Role::CurrentTab } else { Role::Tab };
            canvas.put(area, (place.column, place.row), &place.label, role);
        }
        axis(reader, axis_area(area, sidebar), canvas);
    }
    let list = items_area(area, sidebar);
    let items = sidebar.items(sidebar.tab);
    if items.is_empty() {
        let lines = panel::lines(&nothing(reader), usize::from(list.columns.saturating_sub(2)));
        for (line, row) in lines.iter().zip(0..list.rows) {
            canvas.put(list, (1, row), line, Role::Faint);
        }
    }
    let mut row = 0;
    for (index, item) in items.iter().enumerate().skip(sidebar.first()) {
        if row >= list.rows {
            break;
        }
        let selected = index == sidebar.selected() && (focused || sidebar.chosen);
        row = draw_item(reader, item, selected, list.from_top(row), canvas) + row;
    }
    foot(app, reader, area, canvas);
}

/// The line of time, and the days under it.
fn axis(reader: &Reader, area: Area, canvas: &mut Canvas<'_>) {
    let Some(axis) = axis_of(area, &reader.sidebar) else { return };
    let chosen = axis.selected.filter(|_| reader.pane == Pane::Facts || reader.sidebar.chosen);
    for (sign, column) in axis.line.iter().zip(0_u16..) {
        let lit = chosen.is_some_and(|(from, to)| (from..=to).contains(&usize::from(column)));
        let role = match *sign {
            "─" => Role::Rule,
            _ if lit => Role::Cursor,
            _ => Role::Name,
        };
        canvas.put(area, (column, 0), sign, role);
    }
    for (column, label) in &axis.labels {
        canvas.put(area, (u16::try_from(*column).unwrap_or(0), 1), label, Role::Faint);
    }
}

/// The last row: how many items are held back, and which of how many is selected where the list
/// is longer than the screen.
fn foot(app: &App, reader: &Reader, area: Area, canvas: &mut Canvas<'_>) {
    let sidebar = &reader.sidebar;
    let last = area.rows.saturating_sub(1);
    let key = app.input.keymap.keys(Context::Facts, Command::LessSure).into_iter().next();
    let said = match sidebar.held() {
        0 if sidebar.unsure => "less sure ones are marked ?".to_owned(),
        0 => String::new(),
        held => format!("{held} less sure"),
    };
    if let Some(key) = key.filter(|_| !said.is_empty()) {
        let next = canvas.put(area, (1, last), &format!("{said}: "), Role::Faint);
        canvas.put(area, (next, last), &key, Role::Key);
    }
    let count = sidebar.items(sidebar.tab).len();
    if !is_drawer(area) && count > usize::from(area.rows) / 2 {
        let said = format!("{}/{count}", sidebar.selected() + 1);
        let columns = u16::try_from(said.len()).unwrap_or(0);
        canvas.put(area, (area.columns.saturating_sub(columns + 1), last), &said, Role::Faint);
    }
}

/// What an empty tab says.
fn nothing(reader: &Reader) -> String {
    let sidebar = &reader.sidebar;
    let named = matches!(sidebar.tab, Tab::People | Tab::Places | Tab::Organizations);
    let facts = reader.facts.as_ref().map(|corrected| &corrected.facts);
    if reader.opened.compares.is_some() {
        return "Facts and notes stand beside the article itself: q goes back to it.".to_owned();
    }
    let found = match (sidebar.tab, facts) {
        (Tab::Notes, _) => {
            return "Nothing yet: H highlights, m and a letter bookmarks.".to_owned();
        }
        (_, None) if reader.holds_facts_back() => {
            return "A long text: Tab finds its facts.".to_owned();
        }
        (_, None) => return "Reading the article…".to_owned(),
        (_, Some(facts)) if named && !facts.names => return no_names(facts.language.as_deref()),
        (Tab::People, _) => "people",
        (Tab::Places, _) => "places",
        (Tab::Organizations, _) => "organizations",
        (Tab::Timeline, _) => "dates",
        (Tab::Numbers, _) => "numbers",
        (Tab::Quotes, _) => "quotations",
    };
    let sure = if sidebar.held() > 0 { " for sure" } else { "" };
    format!("No {found} found{sure}.")
}

/// What is said where names were not looked for.
fn no_names(language: Option<&str>) -> String {
    let language = language.and_then(language_name);
    let reads = language.map_or_else(
        || "This article does not read as English".to_owned(),
        |name| format!("This article is in {name}"),
    );
    format!(
        "{reads}. Names are looked for in English only; dates, numbers and quotations were looked \
         for all the same."
    )
}

/// The name of a language by its tag (BCP 47), as far as newspapers are often written in it.
fn language_name(tag: &str) -> Option<&'static str> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    Some(match primary.as_str() {
        "ar" => "Arabic",
        "bn" => "Bengali",
        "cs" => "Czech",
        "da" => "Danish",
        "de" => "German",
        "el" => "Greek",
        "es" => "Spanish",
        "fa" => "Persian",
        "fi" => "Finnish",
        "fr" => "French",
        "he" => "Hebrew",
        "hi" => "Hindi",
        "hu" => "Hungarian",
        "id" => "Indonesian",
        "it" => "Italian",
        "ja" => "Japanese",
        "ko" => "Korean",
        "nl" => "Dutch",
        "no" | "nb" | "nn" => "Norwegian",
        "pl" => "Polish",
        "pt" => "Portuguese",
        "ro" => "Romanian",
        "ru" => "Russian",
        "sv" => "Swedish",
        "th" => "Thai",
        "tr" => "Turkish",
        "uk" => "Ukrainian",
        "ur" => "Urdu",
        "vi" => "Vietnamese",
        "zh" => "Chinese",
        _ => return None,
    })
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
    let indent = u16::try_from(indent(item)).unwrap_or(0);
    let heads = rows.iter().enumerate().filter(|(_, it)| it.part == Part::Head).map(|(at, _)| at);
    for (line, row) in rows.iter().zip(0_u16..) {
        let (column, role) = match line.part {
            Part::Heading => (1, Role::Heading),
            Part::Head if lit => (indent, Role::Lit),
            Part::Head => (indent, Role::Name),
            Part::Detail => (indent, Role::Detail),
            Part::Body => (indent, Role::Body),
            Part::Context => (indent, Role::Faint),
        };
        let end = canvas.put(area, (column, row), &line.text, role);
        if line.part == Part::Heading {
            continue;
        }
        let first = Some(usize::from(row)) == heads.clone().next();
        if let Some(node) = item.node {
            let (head, below) = node.signs();
            let (sign, role) = if first { (head, Role::Name) } else { (below, Role::Rule) };
            canvas.put(area, (2, row), sign, role);
        }
        if Some(usize::from(row)) == heads.clone().next_back() {
            canvas.put(area, (end, row), &tally(item), Role::Faint);
        }
        if first && lit {
            canvas.put(area, (0, row), "▌", Role::Cursor);
        }
        if selected {
            canvas.tint(area, row, Role::Selected);
        }
    }
    u16::try_from(rows.len()).unwrap_or(u16::MAX)
}
