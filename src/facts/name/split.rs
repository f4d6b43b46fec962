//! Titles and adjectives parted from the names behind them: "Norwegian Prime Minister Ann Lee"
//! is a person and her office.

use super::run::{is_initial, known};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::ops::Range;

/// A name that may be one, and what stands before it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The tokens of the name.
    pub(super) tokens: Range<usize>,
    /// The tokens of the title before it.
    pub(super) title: Option<Range<usize>>,
    /// Whether it begins a sentence, so that its first capital says nothing.
    pub(super) initial: bool,
}

/// Titles that begin names of other things too: "King County", "General Motors".
const LOOSE: &[&str] = &[
    "king", "queen", "prince", "princess", "saint", "general", "major", "justice", "judge",
    "count", "duke", "pope", "bishop", "cardinal", "private", "marshal", "captain", "colonel",
    "chief", "attorney", "police", "officer", "deputy", "state", "mp", "leader", "editor",
    "manager", "coach",
];

/// The candidates in the run of capitals `run`.
pub(super) fn candidates(document: &Document<'_>, run: Range<usize>) -> Vec<Candidate> {
    let mut found = Vec::new();
    match title_end(document, &run) {
        Some(end) => {
            let before = office_owner(document, run.start..end);
            found.extend(before.and_then(|tokens| plain(document, tokens)));
            found.push(Candidate {
                tokens: end..run.end,
                title: Some(run.start..end),
                initial: false,
            });
        }
        None => found.extend(plain(document, run)),
    }
    found
}

/// Where the title at the head of `run` ends, if a name is left behind it.
fn title_end(document: &Document<'_>, run: &Range<usize>) -> Option<usize> {
    let last = document.before(run.end, 1);
    let thing = run.len() > 1
        && last.any_of(&[Class::OrganizationNoun, Class::CompanySuffix, Class::PlaceNoun]);
    let mut best = None;
    for at in run.clone() {
        let token = document.token(at);
        let office = token.any_of(&[Class::Title, Class::Honorific]);
        if !office || at + 1 >= run.end || document.joins(at + 1) {
            continue;
        }
        let loose = document.any(at, LOOSE) && !document.word(at).ends_with('.');
        let single = run.end == at + 2;
        if thing
            && (loose || !single && !token.is(Class::Honorific) && last.is(Class::CompanySuffix))
        {
            continue;
        }
        let end =
            if document.is(at + 1, "of") { of_office(document, at + 1, run.end)? } else { at + 1 };
        if end < run.end {
            best = Some(end);
        }
    }
    let end = best?;
    let rest = end..run.end;
    // "Attorney General", "Foreign Ministry": nothing but offices is left.
    let office = rest.clone().all(|at| {
        let token = document.token(at);
        token.any_of(&[Class::Title, Class::TitleModifier, Class::Demonym])
            && !token.is(Class::GivenName)
    });
    (!office).then_some(end)
}

/// Where "of State" ends behind a title.
fn of_office(document: &Document<'_>, of: usize, end: usize) -> Option<usize> {
    let the = usize::from(document.is(of + 1, "the"));
    let at = of + 1 + the;
    let office = document.token(at).any_of(&[Class::TitleModifier, Class::OrganizationNoun])
        || document.any(at, &["treasury", "staff"]);
    (office && at < end).then_some(at + 1)
}

/// The organization or place whose office a title is: "Microsoft" in "Microsoft Chairman".
fn office_owner(document: &Document<'_>, title: Range<usize>) -> Option<Range<usize>> {
    let office = |at: usize| {
        let token = document.token(at);
        let named = token.any_of(&[Class::Country, Class::State, Class::City, Class::Organization]);
        token.any_of(&[Class::Title, Class::TitleModifier, Class::Honorific, Class::Demonym])
            && !named
            || document.any(at, &["of", "the"])
    };
    let end = title.clone().find(|&at| office(at)).unwrap_or(title.end);
    (end > title.start && end < title.end).then_some(title.start..end)
}

/// The name in a run without a title, adjectives and stray first words taken off.
fn plain(document: &Document<'_>, run: Range<usize>) -> Option<Candidate> {
    let mut tokens = run.clone();
    // "Press J": a letter by itself is no part of a name.
    while tokens.len() > 1 && document.word(tokens.end - 1).len() == 1 {
        tokens.end -= 1;
    }
    // "Teen-X'ers": people of a sort.
    let sort = ["'ers", "’ers"].iter().any(|tail| document.word(tokens.end - 1).ends_with(tail));
    if sort || is_event(document, &tokens) {
        return None;
    }
    let mut initial = is_initial(document, run.start);
    let stray = initial && tokens.len() > 1 && known(document, tokens.start).is_none();
    if stray && is_stray(document, tokens.start) {
        tokens.start += 1;
        initial = false;
    }
    let thing = tokens.clone().any(|at| {
        document.token(at).any_of(&[
            Class::OrganizationNoun,
            Class::CompanySuffix,
            Class::PlaceNoun,
        ])
    });
    while !thing && tokens.len() > 1 && is_adjective(document, tokens.start) {
        tokens.start += 1;
        initial = false;
    }
    while document.token(tokens.start).shape == Shape::Mark && tokens.start < tokens.end {
        tokens.start += 1;
    }
    let nothing = tokens.clone().all(|at| {
        let token = document.token(at);
        let name =
            token.any_of(&[Class::GivenName, Class::Surname, Class::Country, Class::Organization]);
        let role = token.any_of(&[Class::Title, Class::TitleModifier, Class::Honorific]);
        let joint = tokens.len() > 1 && document.any(at, &["of", "the", "-", "and"]);
        let adjective = token.is(Class::Demonym) && !token.any_of(&[Class::Country, Class::City]);
        adjective || role && !name || joint
    });
    let alone = tokens.len() == 1 && document.token(tokens.start).is(Class::Title);
    (!tokens.is_empty() && !nothing && !alone).then_some(Candidate { tokens, title: None, initial })
}

/// Whether the words name an event, a law or a prize: "World War II", "Davis Cup".
fn is_event(document: &Document<'_>, tokens: &Range<usize>) -> bool {
    let last = document.before(tokens.end, 1);
    let numbered =
        last.is(Class::NameSuffix) && document.before(tokens.end, 2).is(Class::EventNoun);
    tokens.len() > 1 && (last.is(Class::EventNoun) && !last.is(Class::GivenName) || numbered)
}

fn is_adjective(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    token.is(Class::Demonym)
        && !token.any_of(&[Class::Country, Class::GivenName])
        && !document.joins(at + 1)
}

/// Whether the first word of a sentence is no part of the name behind it: an adverb or participle
/// that happens to stand there.
pub(super) fn is_stray(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    let word = document.word(at);
    let verbal = ["ing", "ly", "ed"].iter().any(|tail| word.len() > 4 && word.ends_with(tail));
    let named = [
        Class::GivenName,
        Class::Surname,
        Class::Country,
        Class::State,
        Class::City,
        Class::Place,
        Class::OrganizationNoun,
        Class::Organization,
        Class::PlaceNoun,
    ];
    verbal && !token.any_of(&named)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;
    use crate::facts::name::run::runs;

    /// The candidates of `text`, each as "title / name".
    fn read(text: &str) -> Vec<String> {
        let document = prose(text);
        let taken = vec![false; document.tokens.len()];
        let runs = runs(&document, 0..document.tokens.len() - 1, &taken);
        let found = runs.into_iter().flat_map(|run| candidates(&document, run));
        let words = |tokens: Range<usize>| document.span(tokens).of(text).to_owned();
        found
            .map(|candidate| {
                let title = candidate.title.map(|title| words(title) + " / ").unwrap_or_default();
                title + &words(candidate.tokens)
            })
            .collect()
    }

    #[test]
    fn titles_stand_before_names() {
        assert_eq!(read("So Prime Minister Ann Lee left"), ["Prime Minister / Ann Lee"]);
        assert_eq!(read("So Secretary of State Ann Lee left"), ["Secretary of State / Ann Lee"]);
        assert_eq!(read("So Gen. Lee left"), ["Gen. / Lee"]);
        assert_eq!(read("So Mr. Lee left"), ["Mr. / Lee"]);
    }

    #[test]
    fn an_office_can_have_an_owner() {
        assert_eq!(
            read("So Oddvik Chairman Ann Lee left"),
            ["Oddvik", "Oddvik Chairman / Ann Lee"]
        );
    }

    #[test]
    fn offices_alone_are_no_names() {
        for text in [
            "So the Prime Minister left",
            "So the Secretary of State left",
            "So the Attorney General left",
        ] {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn words_for_offices_begin_other_names_too() {
        assert_eq!(read("So the Justice Department left"), ["Justice Department"]);
        assert_eq!(read("So all of King County left"), ["King County"]);
    }

    #[test]
    fn adjectives_are_no_part_of_a_name_but_of_a_body() {
        assert_eq!(read("So the Norwegian Ann Lee left"), ["Ann Lee"]);
        assert_eq!(read("So the Norwegian Fishing Council left"), ["Norwegian Fishing Council"]);
        assert_eq!(read("So Norwegians left"), Vec::<String>::new());
    }

    #[test]
    fn a_title_with_a_hyphen_behind_it_is_none() {
        assert_eq!(read("So the Gen-X'ers left"), Vec::<String>::new());
        assert_eq!(read("So Attorney-General Ann Lee left"), ["Attorney-General / Ann Lee"]);
    }

    #[test]
    fn a_known_name_keeps_its_participle() {
        assert_eq!(read("Rolling Stone printed it"), ["Rolling Stone"]);
    }

    #[test]
    fn events_are_no_names() {
        for text in
            ["So World War II ended", "So the Davis Cup ended", "So the Clean Water Act ended"]
        {
            assert_eq!(read(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn a_participle_at_the_head_of_a_sentence_is_no_name() {
        assert_eq!(read("Leaving Ann Lee there, he wept"), ["Ann Lee"]);
    }
}
