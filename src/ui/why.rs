//! Why something is listed as a fact: a small panel over the screen.

use super::canvas::Canvas;
use super::picker::frame;
use super::theme::Role;
use crate::app::areas::Area;
use crate::app::panel::{cut, lines};
use crate::app::reader::Why;

/// The most columns of the panel.
const COLUMNS: u16 = 72;

/// The columns of the words on the left.
const LABEL: u16 = 11;

/// Draws the panel in the middle of the screen.
pub(super) fn draw(why: &Why, whole: Area, canvas: &mut Canvas<'_>) {
    let columns = whole.columns.saturating_sub(2).min(COLUMNS);
    let inner = usize::from(columns.saturating_sub(LABEL + 4));
    let mut rows: Vec<(&str, String)> = Vec::new();
    for (label, said) in &why.rows {
        for (nth, line) in lines(said, inner).into_iter().enumerate() {
            rows.push((if nth == 0 { label } else { "" }, line));
        }
    }
    let height = u16::try_from(rows.len()).unwrap_or(u16::MAX).saturating_add(4);
    let height = height.min(whole.rows.saturating_sub(1));
    let column = whole.columns.saturating_sub(columns) / 2;
    let area = Area::new(column, whole.rows.saturating_sub(height) / 2, columns, height);
    canvas.fill(area, Role::Panel);
    frame(area, canvas);
    let shown = Area::new(
        area.column + 2,
        area.row + 1,
        columns.saturating_sub(4),
        height.saturating_sub(2),
    );
    canvas.put(shown, (0, 0), &cut(&why.title, usize::from(shown.columns)), Role::Title);
    let list = shown.from_top(2);
    let most = rows.len().saturating_sub(usize::from(list.rows));
    let first = why.first.min(most);
    for ((label, line), row) in rows.iter().skip(first).zip(0..list.rows) {
        canvas.put(list, (0, row), label, Role::Key);
        canvas.put(list, (LABEL, row), line, Role::Body);
    }
    if first < most {
        let sign = "j ↓";
        canvas.put(area, (columns.saturating_sub(6), height.saturating_sub(1)), sign, Role::Key);
    }
}
