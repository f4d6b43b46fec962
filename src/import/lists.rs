//! Lists of references and of bookmarks, told apart from texts: exports of reference managers, of
//! browsers and of reading services.

use super::sniff::has_extension;

/// What kind of list `head`, the start of a text, is of; `None` where it may be prose.
pub(super) fn kind(head: &str, name: Option<&str>) -> Option<&'static str> {
    if has_extension(name, &["md", "markdown", "html", "htm"]) {
        return None;
    }
    if head.starts_with("TY  - ") && head.lines().any(|line| line.starts_with("ER  -")) {
        return Some("a list of references (RIS)");
    }
    if begins(head, "begin:vcalendar") {
        return Some("a calendar");
    }
    is_bibtex(head).then_some("a list of references (BibTeX)")
}

/// Whether `head` begins a list of bookmarks: as browsers export them, or Pocket.
pub(super) fn is_bookmarks(head: &str) -> bool {
    let pocket = head.contains(" time_added=\"") && head.contains("<li><a href=");
    begins(head, "<!doctype netscape-bookmark-file") || (head.starts_with('<') && pocket)
}

fn begins(head: &str, start: &str) -> bool {
    head.get(..start.len()).is_some_and(|head| head.eq_ignore_ascii_case(start))
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
    fn lists_of_references_are_known() {
        for (list, expected) in [
            ("TY  - NEWS\nTI  - Low tide\nER  - \n", "RIS"),
            ("BEGIN:VCALENDAR\nVERSION:2.0\n", "calendar"),
            ("% mine\n@Online{berg, title = {Low tide}}\n", "BibTeX"),
        ] {
            assert!(kind(list, None).is_some_and(|kind| kind.contains(expected)), "{list}");
        }
    }

    #[test]
    fn texts_are_none() {
        for text in [
            "url,title,text\nhttps://example.org/a,Low tide,It rained.",
            "@adaberg {sic} wrote = no",
            "TY  - was all he said.",
            "<!doctype html><p>x",
            "",
        ] {
            assert_eq!(kind(text, None), None, "{text}");
        }
    }
}
