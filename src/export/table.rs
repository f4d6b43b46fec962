//! Tables as comma-separated values (RFC 4180), with line feeds at the ends of rows.

/// A head and its rows.
pub(super) fn csv(head: &[&str], rows: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::Writer::from_writer(Vec::new());
    // Writing to memory does not fail, and rows are as long as the head.
    _ = writer.write_record(head);
    for row in rows {
        _ = writer.write_record(row.iter().map(|cell| inert(cell)));
    }
    let bytes = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).unwrap_or_default()
}

/// A cell that no spreadsheet takes for a formula (OWASP, CSV injection).
fn inert(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(cells: &[&str]) -> String {
        csv(&["a", "b"], std::iter::once(cells.iter().map(|&it| it.to_owned()).collect()))
    }

    #[test]
    fn cells_are_quoted_where_they_must_be() {
        assert_eq!(row(&["1, 2", "say \"no\"\nnow"]), "a,b\n\"1, 2\",\"say \"\"no\"\"\nnow\"\n");
    }

    #[test]
    fn no_cell_is_a_formula() {
        assert_eq!(row(&["=1+1", "@x"]), "a,b\n'=1+1,'@x\n");
    }
}
