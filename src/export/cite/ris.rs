//! References in RIS (Research Information Systems, "RIS Format Specifications", 2011), which
//! reference managers take in.

use super::Reference;
use super::name::Name;
use std::fmt::Write;

/// The references.
pub fn ris(references: &[Reference]) -> String {
    references.iter().map(entry).collect()
}

fn entry(reference: &Reference) -> String {
    let mut text = String::new();
    // A line is a tag and what it says; what has line breaks would be read as more tags.
    let mut line = |tag: &str, words: &str| {
        let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
        if !words.is_empty() {
            _ = write!(text, "{tag}  - {words}\r\n");
        }
    };
    line("TY", "NEWS");
    line("TI", &reference.title);
    for author in &reference.authors {
        line("AU", &Name::read(author).inverted());
    }
    line("T2", reference.source.as_deref().unwrap_or_default());
    if let Some(day) = reference.published {
        line("DA", &format!("{:04}/{:02}/{:02}/", day.year(), day.month(), day.day()));
        line("PY", &day.year().to_string());
    }
    line("UR", reference.address.as_deref().unwrap_or_default());
    if let Some(day) = reference.accessed {
        line("Y2", &format!("{:04}/{:02}/{:02}/", day.year(), day.month(), day.day()));
    }
    line("LA", reference.language.as_deref().unwrap_or_default());
    for tag in &reference.tags {
        line("KW", tag);
    }
    for note in &reference.notes {
        line("N1", note);
    }
    text.push_str("ER  - \r\n\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::super::tests::references;
    use super::*;

    /// A reader of RIS by its specification: each record from TY to ER, lines `XX  - words`.
    fn read(file: &str) -> Vec<Vec<(String, String)>> {
        let mut records = Vec::new();
        let mut record = Vec::new();
        for line in file.split("\r\n").filter(|line| !line.is_empty()) {
            let (tag, words) = line.split_once("  - ").unwrap_or_else(|| panic!("no tag: {line}"));
            assert!(
                tag.len() == 2 && tag.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
            );
            assert_eq!(record.is_empty(), tag == "TY", "a record begins with TY");
            if tag == "ER" {
                records.push(std::mem::take(&mut record));
            } else {
                record.push((tag.to_owned(), words.to_owned()));
            }
        }
        assert!(record.is_empty(), "the last record is not ended");
        records
    }

    #[test]
    fn a_reader_of_the_format_finds_every_field() {
        let records = read(&ris(&references()));
        let field = |record: usize, tag: &str| -> Vec<&str> {
            records[record].iter().filter(|it| it.0 == tag).map(|it| it.1.as_str()).collect()
        };
        assert_eq!(field(0, "AU"), ["van der Holt, Mia", "Lind, Bo"]);
        assert_eq!(field(0, "DA"), ["2026/05/30/"]);
        assert_eq!(field(0, "N1"), ["Ask her. Again."]);
        assert_eq!(field(0, "TI"), ["Gates & {locks}: 50% shut"]);
        assert_eq!(field(1, "AU"), ["Harbor News Agency"]);
        assert!(field(1, "UR").is_empty());
    }
}
