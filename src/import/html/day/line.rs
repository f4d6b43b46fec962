//! The days in a line of text, and what the words before each say of it.

use crate::import::date::{self, Order};
use crate::text::Span;
use jiff::civil::Date;

/// Lines longer than this are prose.
pub(super) const LINE: usize = 120;
/// Of prose, so much is read.
const HEAD: usize = 400;
/// Words that say what a date is of stand within so many bytes before it.
const BEFORE: usize = 40;

/// What is said of changes.
const CHANGED: &[&str] = &[
    "updat",
    "modif",
    "review",
    "aktualisiert",
    "geändert",
    "änderung",
    "changed",
    "edited",
    "revis",
    "mis à jour",
    "mise à jour",
    "actualiz",
    "aggiorn",
    "bijgewerkt",
    "atualiz",
    "обновлен",
    "stand:",
    "last ",
];
/// What is said of publication.
const PUBLISHED: &[&str] = &[
    "publi",
    "posted",
    "eröffentlicht",
    "erschienen",
    "erstellt",
    "eingetragen",
    "geschrieben",
    "written",
    "created",
    "first ",
    "original",
    "wurde am",
    "опубликован",
    "gepostet",
    "mise en ligne",
];
/// What is said of other days.
const OTHER: &[&str] = &[
    "submitted",
    "received",
    "accepted",
    "registr",
    "joined",
    "member since",
    "expires",
    "valid",
    "bis ",
    "until",
    "since",
    "seit",
    "deadline",
    "from ",
    "©",
    "copyright",
    "accessed",
    "retrieved",
    "next",
    "nächste",
];

/// What words say of a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Says {
    /// Nothing.
    Nothing,
    /// The article appeared then.
    Published,
    /// It was changed then.
    Changed,
    /// Something else was then.
    Other,
}

/// A day in a line.
#[derive(Debug)]
pub(super) struct Dated {
    /// Where it stands.
    pub(super) span: Span,
    /// The day.
    pub(super) day: Date,
    /// What is said of it.
    pub(super) says: Says,
}

/// The days in a line; of prose, those near its beginning.
pub(super) fn dated(text: &str, order: Option<Order>) -> Vec<Dated> {
    let head = text.get(..text.floor_char_boundary(HEAD)).unwrap_or(text);
    let mut found: Vec<Dated> = Vec::new();
    let mut from = 0;
    for (span, day) in date::days_in(head, order).take(12) {
        let before = head.get(from..span.start).unwrap_or_default();
        let says = says(before);
        // "was posted on", but also "wurde am … veröffentlicht".
        let behind = head.get(span.end..).unwrap_or_default().to_lowercase();
        let behind = behind.get(..behind.floor_char_boundary(BEFORE)).unwrap_or(&behind);
        let told = says == Says::Nothing
            && ["veröffentlicht", "gepostet"].iter().any(|w| behind.contains(w));
        found.push(Dated { span, day, says: if told { Says::Published } else { says } });
        from = span.end;
    }
    if found.is_empty() && text.len() < LINE {
        found.extend(date::short_day(text).map(|(span, day)| {
            let says = says(Span::new(0, span.start).of(text));
            Dated { span, day, says }
        }));
    }
    found
}

/// What the last of the words before a date say of it.
pub(super) fn says(before: &str) -> Says {
    let start = before.ceil_char_boundary(before.len().saturating_sub(BEFORE));
    let before = before.get(start..).unwrap_or(before).to_lowercase();
    let last = |known: &[&str]| known.iter().filter_map(|word| before.rfind(word)).max();
    let sayings = [
        (last(CHANGED), Says::Changed),
        (last(PUBLISHED), Says::Published),
        (last(OTHER), Says::Other),
    ];
    let said = sayings.into_iter().filter_map(|(at, says)| Some((at?, says)));
    said.max_by_key(|(at, _)| *at).map_or(Says::Nothing, |(_, says)| says)
}

/// The letters of a line beside its dates.
pub(super) fn letters_beside(text: &str, found: &[Dated]) -> usize {
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let inside: usize = found.iter().map(|dated| letters(dated.span.of(text))).sum();
    letters(text).saturating_sub(inside)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Vec<(String, Says)> {
        let found = dated(line, Some(Order::MonthFirst));
        found.iter().map(|dated| (dated.day.to_string(), dated.says)).collect()
    }

    #[test]
    fn each_date_is_of_what_the_words_before_it_say() {
        let line = "Published: Sept. 1, 2021 | Last updated: Nov. 3, 2021";
        assert_eq!(
            read(line),
            [("2021-09-01".into(), Says::Published), ("2021-11-03".into(), Says::Changed)]
        );
        assert_eq!(read("Stand: 07.11.2023, 07:30 Uhr"), [("2023-11-07".into(), Says::Changed)]);
        assert_eq!(read("Submitted 3/4/2020"), [("2020-03-04".into(), Says::Other)]);
        assert_eq!(read("Ada Berg, 3 May 2020"), [("2020-05-03".into(), Says::Nothing)]);
    }

    #[test]
    fn a_german_sentence_says_behind_the_date_what_it_is_of() {
        let line = "Dieser Text wurde von uns am 3. Mai 2020 um 9 Uhr veröffentlicht";
        assert_eq!(read(line), [("2020-05-03".into(), Says::Published)]);
    }
}
