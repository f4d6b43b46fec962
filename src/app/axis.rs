//! The line of time over the timeline: every date of it where it lies, drawn to scale.

use super::reader::{Item, Node};
use crate::text::width;
use jiff::civil::Date;

/// Rows of the axis and of what stands under it.
pub const AXIS_ROWS: u16 = 2;

/// A line of time, drawn to scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Axis {
    /// The line, a sign a column.
    pub line: Vec<&'static str>,
    /// The words under it: the first column of each, and the word.
    pub labels: Vec<(usize, String)>,
    /// The first and the last column of the selected item, if it lies on the line.
    pub selected: Option<(usize, usize)>,
}

/// The line of time of `items` in so many columns; none where fewer than two lie on it, or all at
/// one place.
pub fn axis(items: &[Item], selected: usize, columns: usize) -> Option<Axis> {
    let mut nodes: Vec<Node> = items.iter().filter_map(|item| item.node).collect();
    let first = nodes.iter().map(|node| node.start).min()?;
    let last = nodes.iter().map(|node| node.end).max()?;
    let scale = Scale { first, days: days(first, last), columns };
    if nodes.len() < 2 || scale.days == 0 || columns < 16 {
        return None;
    }
    let mut line = vec!["─"; columns];
    // Short ones last, so that a day is seen on the stretch it lies in.
    nodes.sort_by_key(|node| (!node.vague, std::cmp::Reverse(days(node.start, node.end))));
    for node in &nodes {
        let (from, to) = scale.place(*node);
        let sign = match (node.vague, from == to) {
            (true, true) => "○",
            (true, false) => "┅",
            (false, true) => "●",
            (false, false) => "━",
        };
        line.get_mut(from..=to).into_iter().flatten().for_each(|cell| *cell = sign);
    }
    let chosen = items.get(selected).and_then(|item| item.node);
    Some(Axis {
        line,
        labels: labels(&mut nodes, scale),
        selected: chosen.map(|it| scale.place(it)),
    })
}

/// How days become columns.
#[derive(Clone, Copy)]
struct Scale {
    first: Date,
    days: usize,
    columns: usize,
}

impl Scale {
    fn place(self, node: Node) -> (usize, usize) {
        let column = |day| days(self.first, day) * (self.columns - 1) / self.days.max(1);
        (column(node.start), column(node.end))
    }

    /// A day as exactly as the scale tells days apart.
    fn label(self, day: Date) -> String {
        match self.days {
            0..=60 => day.strftime("%-d %b").to_string(),
            61..=900 => day.strftime("%b %Y").to_string(),
            _ => day.strftime("%Y").to_string(),
        }
    }
}

/// Words under the line where something begins, those at its ends first, as many as fit.
fn labels(nodes: &mut [Node], scale: Scale) -> Vec<(usize, String)> {
    nodes.sort_by_key(|node| node.start);
    let starts = nodes.iter().map(|node| node.start);
    let last = nodes.iter().map(|node| node.end).max();
    let ends = starts.clone().take(1).chain(last);
    let mut placed: Vec<(usize, String)> = Vec::new();
    for day in ends.chain(starts) {
        let label = scale.label(day);
        let wide = width(&label);
        let (at, _) = scale.place(Node { start: day, end: day, vague: false });
        let column = at.saturating_sub(wide / 2).min(scale.columns.saturating_sub(wide));
        let free = |(start, other): &(usize, String)| {
            column >= start + width(other) + 2 || column + wide + 2 <= *start
        };
        if placed.iter().all(|it| free(it) && it.1 != label) {
            placed.push((column, label));
        }
    }
    placed.sort();
    placed
}

/// The days from one to another.
fn days(from: Date, to: Date) -> usize {
    usize::try_from((to - from).get_days()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn item(start: Date, end: Date, vague: bool) -> Item {
        Item { node: Some(Node { start, end, vague }), ..Item::default() }
    }

    fn picture(items: &[Item]) -> String {
        let Some(axis) = axis(items, 0, 40) else { return String::new() };
        let mut labels = String::new();
        for (column, label) in axis.labels {
            labels += &" ".repeat(column - labels.chars().count());
            labels += &label;
        }
        format!("{}\n{labels}", axis.line.concat())
    }

    #[test]
    fn days_and_stretches_lie_to_scale() {
        let items = [
            item(date(2001, 1, 1), date(2001, 1, 1), false),
            item(date(2003, 1, 1), date(2006, 12, 31), false),
            item(date(2005, 1, 1), date(2005, 1, 1), false),
            item(date(2010, 12, 1), date(2010, 12, 1), true),
        ];
        let picture = picture(&items);
        let (line, labels) = picture.split_once('\n').unwrap();
        assert_eq!(line.chars().count(), 40, "{line}");
        assert!(line.starts_with("●──────") && line.ends_with("──○"), "{line}");
        assert!(line.contains("━━●━━"), "{line}");
        assert!(labels.starts_with("2001") && labels.ends_with("2010"), "{labels}");
    }

    #[test]
    fn one_day_is_no_line() {
        let day = item(date(2001, 1, 1), date(2001, 1, 1), false);
        assert_eq!(picture(&[day.clone(), day]), "");
        assert_eq!(picture(&[]), "");
    }

    #[test]
    fn days_are_told_apart_where_they_are_close() {
        let items = [
            item(date(2001, 3, 1), date(2001, 3, 1), false),
            item(date(2001, 3, 9), date(2001, 3, 9), false),
        ];
        assert!(picture(&items).ends_with("9 Mar"));
    }
}
