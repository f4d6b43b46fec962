//! What an article calls someone: the title before the name, else what stands between commas
//! behind it.

use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::name::Name;
use crate::facts::token::Shape;
use crate::text::Span;
use std::ops::Range;

/// At most so many tokens of an apposition are a role.
const LONGEST: usize = 10;

/// Where the role of the person named by `name` stands, if it does.
pub(super) fn role(document: &Document<'_>, name: &Name) -> Option<Span> {
    titled(document, name)
        .or_else(|| calling_before(document, name))
        .or_else(|| apposition(document, name))
}

/// The title before the name, unless it is only "Mr.".
fn titled(document: &Document<'_>, name: &Name) -> Option<Span> {
    let title = name.title.clone()?;
    let empty = title.clone().all(|at| {
        let token = document.token(at);
        token.is(Class::Honorific) || token.is(Class::Function)
    });
    if empty {
        return None;
    }
    let start = adjectives(document, title.start);
    Some(document.span(start..title.end))
}

/// Where the adjectives before `at` begin: "former Norwegian" before "Prime Minister".
fn adjectives(document: &Document<'_>, at: usize) -> usize {
    let mut start = at;
    while let Some(before) = start.checked_sub(1).filter(|before| at - before <= LONGEST) {
        let token = document.token(before);
        let office = token.any_of(&[Class::TitleModifier, Class::Role, Class::Title]);
        let adjective = token.is(Class::Demonym) && token.is_capital();
        let former = document.any(before, &["former", "then", "ex", "late", "acting", "deputy"]);
        if !(token.is_word() && (office || adjective || former)) || token.is(Class::Cue) {
            break;
        }
        start = before;
    }
    start
}

/// "opposition leader" before the name, in lower case.
fn calling_before(document: &Document<'_>, name: &Name) -> Option<Span> {
    let last = name.tokens.start.checked_sub(1)?;
    let token = document.token(last);
    if !(token.shape == Shape::Lower && token.is(Class::Role)) {
        return None;
    }
    let mut start = last;
    while let Some(before) = start.checked_sub(1) {
        let token = document.token(before);
        let stop = token.any_of(&[Class::Function, Class::Cue, Class::Past])
            && !document.any(before, &["former", "late"]);
        if !token.is_word() || stop || last - before > 4 {
            break;
        }
        start = before;
    }
    Some(document.span(start..last + 1))
}

/// ", a spokesman for the ministry," behind the name.
fn apposition(document: &Document<'_>, name: &Name) -> Option<Span> {
    let comma = name.tokens.end;
    if document.word(comma) != "," {
        return None;
    }
    let from = comma + 1;
    let article =
        usize::from(document.any(from, &["a", "an", "the", "its", "his", "her", "their"]));
    let start = from + article;
    let end = (start..=start + LONGEST).find(|&at| {
        let token = document.token(at);
        token.is_break()
            || token.shape == Shape::Mark
                && matches!(document.word(at), "," | "." | ";" | "—" | "–" | "--" | "”" | "\"")
    })?;
    let calling = calling(document, start..end)?;
    let head = document.token(start);
    if head.is(Class::Past) || document.word(start).ends_with("ed") && head.shape == Shape::Lower {
        return None;
    }
    let verb = (start..end).any(|at| {
        let token = document.token(at);
        token.shape == Shape::Lower
            && (token.is(Class::Auxiliary) || token.is(Class::Cue) && at < calling)
    });
    (!verb && end > start).then(|| document.span(start..end))
}

/// The calling at the head of an apposition: among its first words, before any preposition.
fn calling(document: &Document<'_>, tokens: Range<usize>) -> Option<usize> {
    let head = tokens.take(5).take_while(|&at| {
        let token = document.token(at);
        token.is_word() && !(token.is(Class::Preposition) && token.shape == Shape::Lower)
            || document.is_hyphen(at)
            || token.shape == Shape::Clitic
    });
    let mut head = head.filter(|&at| document.token(at).any_of(&[Class::Role, Class::Title]));
    head.next()
}

#[cfg(test)]
mod tests {
    use crate::facts::document::tests::prose;
    use crate::facts::name::names;

    #[track_caller]
    fn case(text: &str, role: Option<&str>) {
        let document = prose(text);
        let taken = vec![false; document.tokens.len()];
        let names = names(&document, &taken);
        let found = names.iter().find_map(|name| super::role(&document, name));
        assert_eq!(found.map(|span| span.of(text)), role, "{text}");
    }

    #[test]
    fn the_title_before_the_name_is_the_role() {
        case(
            "There Norwegian Foreign Minister Ulrikke Vestby spoke.",
            Some("Norwegian Foreign Minister"),
        );
        case(
            "There former Norwegian President Ulrikke Vestby spoke.",
            Some("former Norwegian President"),
        );
        case("There Ms. Ulrikke Vestby spoke.", None);
    }

    #[test]
    fn a_calling_in_lower_case_is_the_role() {
        case("There was opposition leader Ulrikke Vestby.", Some("opposition leader"));
    }

    #[test]
    fn an_apposition_behind_the_name_is_the_role() {
        case(
            "There Maria Vestby, a spokeswoman for the union, spoke.",
            Some("spokeswoman for the union"),
        );
        case("There Maria Vestby, the chief economist, spoke.", Some("chief economist"));
        case("There Maria Vestby, the sun behind her, spoke.", None);
    }
}
