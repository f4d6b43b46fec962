//! Where words come from: an article as a reference, for reference managers and for a reader's own
//! text.

mod biblatex;
mod csl;
mod name;
mod reference;
mod ris;
mod style;

pub use biblatex::biblatex;
pub use csl::csl;
pub use reference::Reference;
pub use ris::ris;
pub use style::{Quoted, Style};

#[cfg(test)]
mod tests {
    //! What the tests of the forms share.

    use super::Reference;
    use jiff::civil::date;

    /// An article by two people and one by a body, the second without day and address.
    pub(super) fn references() -> [Reference; 2] {
        let words = |words: &str| Some(words.to_owned());
        let first = Reference {
            id: "019a9b2e".to_owned(),
            title: "Gates & {locks}: 50% shut".to_owned(),
            authors: vec!["Mia van der Holt".to_owned(), "Bo Lind".to_owned()],
            source: words("The Quay"),
            published: Some(date(2026, 5, 30)),
            accessed: Some(date(2026, 11, 22)),
            address: words("https://example.org/a_b?c=1&d=2"),
            language: words("en"),
            tags: vec!["water".to_owned()],
            notes: vec!["Ask her.\nAgain.".to_owned()],
        };
        let second = Reference {
            id: "019a9b2f".to_owned(),
            title: "Tides".to_owned(),
            authors: vec!["Harbor News Agency".to_owned()],
            ..Reference::default()
        };
        [first, second]
    }
}
