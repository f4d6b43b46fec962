//! The captions panel: every distinct image with its caption and credit.

use super::canvas::Canvas;
use super::theme::Role;
use crate::app::areas::Area;
use crate::app::panel::{Part, images_area, is_drawer};
use crate::app::reader::{Pane, Reader};

/// Draws the panel.
pub(super) fn draw(reader: &Reader, area: Area, canvas: &mut Canvas<'_>) {
    let count = reader.opened.article.images.len();
    let focused = reader.pane == Pane::Captions;
    let role = if focused { Role::CurrentTab } else { Role::Tab };
    let next = canvas.put(area, (1, 0), "Captions", role);
    let next = canvas.put(area, (next + 1, 0), &count.to_string(), Role::Faint);
    let place =
        if focused && count > 0 { format!("{}/{count}", reader.image + 1) } else { String::new() };
    let at = area.columns.saturating_sub(u16::try_from(place.len()).unwrap_or(0) + 1);
    if !is_drawer(area) {
        let dashes = usize::from(at.saturating_sub(next + 2));
        canvas.put(area, (next + 1, 0), &"─".repeat(dashes), Role::Rule);
    }
    canvas.put(area, (at, 0), &place, Role::Faint);
    let list = images_area(area);
    let mut row = 0;
    for image in reader.first_image..count {
        if row >= list.rows {
            break;
        }
        row += draw_image(reader, image, focused, list.from_top(row), canvas);
    }
}

/// Draws an image at the top of `area`; gives the rows it took.
fn draw_image(
    reader: &Reader,
    image: usize,
    focused: bool,
    area: Area,
    canvas: &mut Canvas<'_>,
) -> u16 {
    let selected = image == reader.image;
    let rows = reader.image_rows(image, usize::from(area.columns));
    for (line, row) in rows.iter().zip(0..) {
        let role = match line.part {
            Part::Detail => Role::Credit,
            _ => Role::Caption,
        };
        canvas.put(area, (3, row), &line.text, role);
        if selected && focused {
            canvas.tint(area, row, Role::Selected);
        }
    }
    canvas.put(area, (0, 0), &format!("{:>2}", image + 1), Role::Bullet);
    u16::try_from(rows.len()).unwrap_or(u16::MAX)
}
