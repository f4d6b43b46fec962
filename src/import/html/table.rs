//! Which tables hold data and which only lay a page out.

use super::dom::Dom;
use super::measure::Measure;

/// Characters that a cell of data holds at most, on average.
const CELL: usize = 160;

/// Whether a table is to be set as rows and cells.
pub(super) fn is_data(dom: &Dom, measure: &Measure, table: usize) -> bool {
    if matches!(dom.attribute(table, "role"), Some("presentation" | "none")) {
        return false;
    }
    let (mut rows, mut cells, mut headed) = (0, 0, false);
    for id in dom.below(table) {
        match dom.name(id) {
            "tr" => rows += 1,
            "td" => cells += 1,
            "th" => (cells, headed) = (cells + 1, true),
            "table" | "h1" | "h2" | "article" | "section" | "form" | "figure" | "iframe"
            | "blockquote" | "pre" => return false,
            _ => {}
        }
    }
    let chars = measure.chars(table..dom.end(table));
    rows > 0 && cells > rows && chars <= cells * CELL && (headed || rows > 1)
}

#[cfg(test)]
mod tests {
    use super::super::parse::parse;
    use super::*;

    fn data(table: &str) -> bool {
        let dom = parse(&format!("<table>{table}</table>")).expect("small");
        let id = dom.first(0, "table").expect("a table");
        is_data(&dom, &Measure::of(&dom), id)
    }

    #[test]
    fn short_cells_in_rows_are_data() {
        assert!(data("<tr><td>Rain<td>3 mm<tr><td>Wind<td>40 km/h"));
        assert!(data("<tr><th>Rain<th>Wind"));
    }

    #[test]
    fn what_holds_prose_or_structure_is_layout() {
        assert!(!data("<tr><td><h2>News</h2><td>side"));
        assert!(!data("<tr><td>one column<tr><td>only"));
        assert!(!data(&format!("<tr><td>{}<td>x<tr><td>y<td>z", "word ".repeat(400))));
    }
}
