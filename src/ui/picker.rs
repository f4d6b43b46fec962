//! A list laid over the screen: the help, the palette, links, themes, what is known of the
//! article.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::areas::Area;
use crate::app::panel::cut;
use crate::app::picker::{Choice, Picker, PickerKind};
use crate::text::width;

/// A row of the panel.
enum PanelRow<'a> {
    /// A heading over the rows that follow.
    Heading(&'static str),
    /// A row, and whether it is the chosen one.
    Choice(&'a Choice, bool),
    /// How the source of the row above prints its value.
    Printed(&'a str),
}

/// Draws the panel; gives the cell of the cursor.
pub(super) fn draw(picker: &Picker, whole: Area, canvas: &mut Canvas<'_>) -> (u16, u16) {
    let rows = rows(picker);
    let area = place(picker, rows.len(), whole);
    canvas.fill(area, Role::Panel);
    frame(area, canvas);
    let inner = Area::new(
        area.column + 2,
        area.row + 1,
        area.columns.saturating_sub(4),
        area.rows.saturating_sub(2),
    );
    let next = canvas.put(inner, (0, 0), picker.kind.title(), Role::Title);
    let next = canvas.put(inner, (next + 2, 0), "/", Role::Key);
    let cursor = canvas.put(inner, (next, 0), picker.filter.text(), Role::Prompt);
    let counted = format!("{}/{}", picker.shown.len(), picker.choices.len());
    let columns = u16::try_from(counted.len()).unwrap_or(0);
    if cursor + columns + 2 < inner.columns {
        canvas.put(inner, (inner.columns - columns, 0), &counted, Role::Faint);
    }
    list(picker, &rows, inner.from_top(2), canvas);
    (inner.column + cursor.min(inner.columns.saturating_sub(1)), inner.row)
}

/// The panel is as high as its rows need, and stands in the middle.
fn place(picker: &Picker, rows: usize, whole: Area) -> Area {
    let widest = match picker.kind {
        PickerKind::Themes => 48,
        _ => 100,
    };
    let columns = whole.columns.saturating_sub(4).clamp(whole.columns.min(20), widest);
    // The panel does not shrink while the filter is typed.
    let printed = picker.choices.iter().filter(|choice| choice.printed.is_some()).count();
    let most = rows.max(picker.choices.len() + printed).saturating_add(4);
    let rows = u16::try_from(most).unwrap_or(u16::MAX).min(whole.rows.saturating_sub(2).max(3));
    let column = whole.columns.saturating_sub(columns) / 2;
    // Themes stand at the edge, so that the page shows what they do.
    let column = match picker.kind {
        PickerKind::Themes => whole.columns.saturating_sub(columns + 1),
        _ => column,
    };
    Area::new(column, whole.rows.saturating_sub(rows) / 2, columns, rows)
}

/// A line around `area`.
pub(super) fn frame(area: Area, canvas: &mut Canvas<'_>) {
    let Some(inner) = area.columns.checked_sub(2) else { return };
    let line = "─".repeat(usize::from(inner));
    canvas.put(area, (0, 0), &format!("┌{line}┐"), Role::Rule);
    for row in 1..area.rows.saturating_sub(1) {
        canvas.put(area, (0, row), "│", Role::Rule);
        canvas.put(area, (area.columns - 1, row), "│", Role::Rule);
    }
    canvas.put(area, (0, area.rows.saturating_sub(1)), &format!("└{line}┘"), Role::Rule);
}

/// The rows with the headings between them.
fn rows(picker: &Picker) -> Vec<PanelRow<'_>> {
    let mut rows = Vec::new();
    let mut group = "";
    for (at, index) in picker.shown.iter().enumerate() {
        let Some(choice) = picker.choices.get(*index) else { continue };
        if choice.group != group {
            group = choice.group;
            rows.push(PanelRow::Heading(group));
        }
        rows.push(PanelRow::Choice(choice, at == picker.selected));
        rows.extend(choice.printed.as_deref().map(PanelRow::Printed));
    }
    rows
}

fn list(picker: &Picker, rows: &[PanelRow<'_>], area: Area, canvas: &mut Canvas<'_>) {
    if rows.is_empty() {
        canvas.put(area, (0, 0), "nothing matches", Role::Faint);
        return;
    }
    let chosen = rows.iter().position(|row| matches!(row, PanelRow::Choice(_, true)));
    let room = usize::from(area.rows);
    // The chosen row stays in the middle of a list that is longer than the panel.
    let most = rows.len().saturating_sub(room);
    let first = chosen.unwrap_or(0).saturating_sub(room / 2).min(most);
    let label = label_columns(picker, usize::from(area.columns));
    for (row, at) in rows.iter().skip(first).zip(0..area.rows) {
        let line = Area { row: area.row + at, rows: 1, ..area };
        match row {
            PanelRow::Heading(text) => {
                canvas.put(line, (0, 0), text, Role::Heading);
            }
            PanelRow::Printed(raw) => {
                let at = u16::try_from(label + 1).unwrap_or(u16::MAX);
                let room = usize::from(area.columns).saturating_sub(label + 2);
                canvas.put(line, (at, 0), &cut(&format!("printed “{raw}”"), room), Role::Faint);
            }
            PanelRow::Choice(choice, chosen) => {
                draw_choice(picker.kind, choice, label, line, canvas);
                if *chosen {
                    canvas.tint(line, 0, Role::Selected);
                }
            }
        }
    }
}

/// The columns of the first column of the panel.
fn label_columns(picker: &Picker, columns: usize) -> usize {
    let label = |choice: &Choice| match picker.kind {
        PickerKind::Help => width(&choice.keys).max(1),
        _ => width(&choice.label),
    };
    let widest = picker.choices.iter().map(label).max().unwrap_or(0);
    (widest + 2).min(columns / 2)
}

/// A row: in the help its keys come first, since they are what is looked for.
fn draw_choice(
    kind: PickerKind,
    choice: &Choice,
    label: usize,
    line: Area,
    canvas: &mut Canvas<'_>,
) {
    let columns = usize::from(line.columns);
    let (first, first_role, last) = match kind {
        PickerKind::Help => (&choice.keys, Role::Key, &choice.label),
        _ => (&choice.label, Role::Name, &choice.keys),
    };
    canvas.put(line, (1, 0), &cut(first, label.saturating_sub(2)), first_role);
    let last_columns = if columns >= 60 { width(last) } else { 0 };
    let room = columns.saturating_sub(label + last_columns + 2);
    let at = u16::try_from(label + 1).unwrap_or(u16::MAX);
    canvas.put(line, (at, 0), &cut(&choice.detail, room), Role::Body);
    if last_columns > 0 && last_columns + label < columns {
        let at = u16::try_from(columns - last_columns).unwrap_or(0);
        let role = if kind == PickerKind::Palette { Role::Key } else { Role::Faint };
        canvas.put(line, (at, 0), last, role);
    }
}
