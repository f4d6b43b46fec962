//! Lists of saved addresses and references, told apart from texts: exports of reading services,
//! of browsers and of reference managers.

use super::sniff::has_extension;

/// What kind of list `head`, the start of a text, is of; `None` where it may be prose.
pub(super) fn kind(head: &str, name: Option<&str>) -> Option<&'static str> {
    if begins(head, "<!doctype netscape-bookmark-file") {
        return Some("a browser's list of bookmarks");
    }
    if has_extension(name, &["md", "markdown", "html", "htm"]) {
        return None;
    }
    if is_table(head) {
        return Some("a table of saved addresses (CSV)");
    }
    if head.starts_with("TY  - ") && head.lines().any(|line| line.starts_with("ER  -")) {
        return Some("a list of references (RIS)");
    }
    is_bibtex(head).then_some("a list of references (BibTeX)")
}

fn begins(head: &str, start: &str) -> bool {
    head.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// Whether the first line names columns, an address and a title among them, and the second holds
/// an address where there is one.
fn is_table(head: &str) -> bool {
    let mut lines = head.lines().filter(|line| !line.trim().is_empty());
    let Some(first) = lines.next() else { return false };
    [',', '\t', ';'].into_iter().any(|border| {
        let cells: Vec<String> =
            first.split(border).map(|cell| cell.trim().trim_matches('"').to_lowercase()).collect();
        let named = |names: &[&str]| cells.iter().any(|cell| names.contains(&cell.as_str()));
        cells.len() >= 3
            && cells.iter().all(|cell| cell.len() <= 40 && !cell.ends_with('.'))
            && named(&["url", "uri", "link", "address", "href"])
            && named(&["title", "name", "page"])
            && !named(&["text", "content", "body", "html", "article"])
            && lines.clone().next().is_none_or(|row| row.contains("://"))
    })
}

/// Whether the first words are those of an entry: "@article{key,".
fn is_bibtex(head: &str) -> bool {
    const ENTRIES: &[&str] = &[
        "article",
        "book",
        "booklet",
        "inbook",
        "incollection",
        "inproceedings",
        "manual",
        "mastersthesis",
        "misc",
        "online",
        "phdthesis",
        "proceedings",
        "report",
        "string",
        "techreport",
        "unpublished",
    ];
    let comment = |line: &&str| line.trim().is_empty() || line.starts_with('%');
    let entry = head.lines().find(|line| !comment(line)).and_then(|line| line.strip_prefix('@'));
    let kind = entry.and_then(|entry| entry.split_once('{')).map(|(kind, _)| kind.trim());
    kind.is_some_and(|kind| ENTRIES.iter().any(|entry| kind.eq_ignore_ascii_case(entry)))
        && head.contains('=')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exports_of_addresses_and_references_are_known() {
        for (list, expected) in [
            ("URL,Title,Folder\nhttps://example.org/a,Low tide,Unread\n", "CSV"),
            ("\"Title\";\"Url\";\"Tags\"\nLow tide;https://example.org/a;sea\n", "CSV"),
            ("title,url,tags\n", "CSV"),
            ("TY  - NEWS\nTI  - Low tide\nER  - \n", "RIS"),
            ("% mine\n@Online{berg, title = {Low tide}}\n", "BibTeX"),
            ("<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<TITLE>Bookmarks</TITLE>", "bookmarks"),
        ] {
            assert!(kind(list, None).is_some_and(|kind| kind.contains(expected)), "{list}");
        }
    }

    #[test]
    fn texts_are_none() {
        for text in [
            "Boats, nets, title and link\n\nNobody came.",
            "Title, url, and name were missing.\nSee https://example.org/a.",
            "url,title,text\nhttps://example.org/a,Low tide,It rained.",
            "title,url,tags\n\nSo begins a line of an export, he wrote.",
            "@adaberg {sic} wrote = no",
            "TY  - was all he said.",
            "<!doctype html><p>x",
            "",
        ] {
            assert_eq!(kind(text, None), None, "{text}");
        }
    }
}
