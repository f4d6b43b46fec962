//! Names: which words are one, and whether a person, a place or an organization bears it.
//!
//! Rules part runs of capitals from titles and adjectives, weigh them by what they are made of and
//! what stands around them, and decide once for all mentions of the same words. A model that was
//! taught by marked texts hears what the rules say and decides.

mod context;
mod decide;
mod evidence;
mod join;
mod repeat;
mod run;
mod split;
mod tagger;

use super::document::Document;
use super::entity::EntityKind;
use split::Candidate;
use std::ops::Range;

pub use tagger::{lesson, origin};

/// A name in the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Name {
    /// Its tokens.
    pub(crate) tokens: Range<usize>,
    /// What bears it.
    pub(crate) kind: EntityKind,
    /// The tokens of the title before it.
    pub(crate) title: Option<Range<usize>>,
    /// How sure it is, in percent.
    pub(crate) confidence: u8,
    /// The rule that speaks for it most, in words; empty where the model alone finds it.
    pub(crate) reason: &'static str,
}

/// The names in `document`, by start; no two share a token. The tokens that dates hold are
/// `taken`.
pub(crate) fn names(document: &Document<'_>, taken: &[bool]) -> Vec<Name> {
    let verdicts = decide::decide(document, &candidates(document, taken));
    let mut names = join::join(document, &verdicts, tagger::tag(document, &verdicts));
    repeat::add(document, &mut names);
    names
}

/// Where the rules look for names.
fn candidates(document: &Document<'_>, taken: &[bool]) -> Vec<Candidate> {
    let plain = document.sentences.iter().filter(|sentence| !sentence.titled);
    let runs = plain.flat_map(|sentence| run::runs(document, sentence.tokens.clone(), taken));
    runs.flat_map(|run| split::candidates(document, run)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;
    use crate::facts::region::{Region, RegionKind};
    use crate::text::Span;
    use std::fmt::Write;

    fn pictures(document: &Document<'_>) -> String {
        let taken = vec![false; document.tokens.len()];
        let mut lines = String::new();
        for name in names(document, &taken) {
            let span = document.span(name.tokens);
            let column = Span::new(0, span.start).of(document.text).chars().count();
            let width = span.of(document.text).chars().count();
            let kind = format!("{:?}", name.kind).to_lowercase();
            let _ = writeln!(lines, "{}{} {kind}", " ".repeat(column), "^".repeat(width));
        }
        lines
    }

    #[track_caller]
    fn check(picture: &str) {
        let lines: Vec<_> =
            picture.lines().map(|line| line.strip_prefix("        ").unwrap_or(line)).collect();
        let (text, marks) = lines[1..].split_first().unwrap();
        let mut marks = marks
            .iter()
            .filter(|line| !line.trim().is_empty())
            .copied()
            .collect::<Vec<_>>()
            .join("\n");
        if !marks.is_empty() {
            marks.push('\n');
        }
        assert_eq!(pictures(&prose(text)), marks, "\n{text}");
    }

    #[test]
    fn a_title_makes_a_person() {
        check(
            "
        Norwegian Foreign Minister Ulrikke Vestby met Gen. Odd Fjeld.
                                   ^^^^^^^^^^^^^^ person
                                                           ^^^^^^^^^ person
",
        );
    }

    #[test]
    fn an_office_has_an_owner() {
        check(
            "
        It was founded by Microsoft Chairman Tove Krag.
                          ^^^^^^^^^ organization
                                             ^^^^^^^^^ person
",
        );
    }

    #[test]
    fn a_given_name_makes_a_person() {
        check(
            "
        Later on Thomas Overgaard left with the actress Ximena Quz.
                 ^^^^^^^^^^^^^^^^ person
                                                        ^^^^^^^^^^ person
",
        );
    }

    #[test]
    fn countries_and_cities_are_places() {
        check(
            "
        The ship went from Lisbon, Portugal, to the port of Xandu in South Africa.
                           ^^^^^^ place
                                   ^^^^^^^^ place
                                                            ^^^^^ place
                                                                     ^^^^^^^^^^^^ place
",
        );
    }

    #[test]
    fn heads_and_tails_make_organizations() {
        check(
            "
        The Ministry of Fisheries bought boats from Oddvik Corp. and the Viken Council.
            ^^^^^^^^^^^^^^^^^^^^^ organization
                                                    ^^^^^^^^^^^^ organization
                                                                         ^^^^^^^^^^^^^ organization
",
        );
    }

    #[test]
    fn a_surname_is_known_by_the_full_name() {
        check(
            "
        Then Maria Qvarnstrom spoke. The crowd cheered Qvarnstrom.
             ^^^^^^^^^^^^^^^^ person
                                                       ^^^^^^^^^^ person
",
        );
    }

    #[test]
    fn adjectives_and_titles_alone_are_no_names() {
        check(
            "\n        The Prime Minister met Russian officials and Americans on the President's plane.\n",
        );
    }

    #[test]
    fn a_given_name_of_two_syllables_makes_a_person() {
        check(
            "
        There Quo Lin-shan left the harbour.
              ^^^^^^^^^^^^ person
",
        );
    }

    #[test]
    fn letters_and_participles_are_no_people() {
        check(
            "
        The clerk thinks AI says too much, and Mending Stone was the song.
",
        );
    }

    #[test]
    fn a_hall_of_fame_is_a_body() {
        check(
            "
        She sang in the Poetry and Song Hall of Fame.
                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ organization
",
        );
    }

    #[test]
    fn unknown_capitals_are_left_out() {
        check("\n        They will open the App Store for the new Widget Pad.\n");
    }

    #[test]
    fn an_age_behind_a_name_makes_a_person() {
        check(
            "
        Near the shore Zubin Xhaq, 43, sold fish.
                       ^^^^^^^^^^ person
",
        );
    }

    #[test]
    fn headlines_take_only_names_known_from_the_text() {
        let text = "Vestby Meets Fishing Boat Owners. In Oslo, Minister Ulrikke Vestby met owners.";
        let regions = [
            Region { span: Span::new(0, 32), kind: RegionKind::Heading, block: 0 },
            Region { span: Span::new(34, text.len()), kind: RegionKind::Prose, block: 1 },
        ];
        let document = Document::new(text, &regions);
        let taken = vec![false; document.tokens.len()];
        let read: Vec<_> = names(&document, &taken)
            .into_iter()
            .map(|name| document.span(name.tokens).of(text).to_owned())
            .collect();
        assert_eq!(read, ["Vestby", "Oslo", "Ulrikke Vestby"]);
    }
}
