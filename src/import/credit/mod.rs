//! Credits as printed, taken apart: who took the picture, for whom, through whom.

mod names;
mod part;

use crate::article::Credit;
pub(super) use names::{is_person, is_stock, may_begin_with_agency};
use part::{Part, Separator};

/// What credit `lines` say together; each distinct line is kept once.
pub(super) fn read<'a>(lines: impl Iterator<Item = &'a str>) -> Credit {
    let mut credit = Credit::default();
    for line in lines {
        let line = line.trim().trim_end_matches(['.', ' ', ',', ';']);
        let line = once(line.trim_start_matches(['/', '|', ' ', '\u{a0}']));
        let shown = line.trim_start_matches("Copyright ").trim();
        if shown.is_empty() || credit.lines.iter().any(|known| known.eq_ignore_ascii_case(line)) {
            continue;
        }
        credit.lines.push(line.to_owned());
        read_line(line, &mut credit);
    }
    credit
}

/// `line` without its end where that says again what stands before it: "X/AP / X/AP", "X / AP /
/// AP".
fn once(line: &str) -> &str {
    let mut rest = line;
    while let Some(before) = rest.match_indices('/').find_map(|(at, mark)| {
        let (before, again) = (rest.get(..at)?.trim_end(), rest.get(at + mark.len()..)?.trim());
        let head = before.len().checked_sub(again.len()).and_then(|at| before.get(..at))?;
        let same = before.to_lowercase().ends_with(&again.to_lowercase());
        let whole = head.is_empty() || head.trim_end().ends_with(['/', '|', ',']);
        (same && whole && !again.is_empty()).then_some(before)
    }) {
        rest = before;
    }
    rest
}

/// Whether `words` are a chain of names and agencies, at least one of them known.
pub(super) fn is_chain(words: &str) -> bool {
    let parts = part::split(words);
    let known = |part: &Part| names::is_known(part.name) || part.is_flag() && parts.len() > 1;
    words.split_whitespace().count() <= 20 && parts.iter().any(known) && parts.iter().all(is_named)
}

/// Whether `words` are a person and another name behind a spaced slash: "Ada Berg / Nord Herald".
pub(super) fn is_pair(words: &str) -> bool {
    words.split_once(" / ").is_some_and(|(person, other)| {
        is_person(person.trim()) && names::is_name(other.trim()) && !other.contains('/')
    })
}

/// Whether `words` are a person and whom the person works for, which nothing but their kind
/// tells: "Ada Berg | Nord Herald", "Ada Berg, Nord Herald", "NRD/Ada Berg".
pub(super) fn is_attribution(words: &str) -> bool {
    if words.split_whitespace().count() > 12 || words.ends_with('.') {
        return false;
    }
    let words = words.strip_prefix("File: ").unwrap_or(words);
    let parts = part::split(words);
    let people = parts.iter().filter(|part| is_person(part.name)).count();
    let marked = words.contains(['/', '|', '•', '·', ':']) || words.contains(" – ");
    let told = |part: &Part| {
        let employer = names::is_body(part.name) || names::is_initials(part.name);
        part.before == Separator::Mark && (names::is_paper(part.name) || marked && employer)
            || part.before == Separator::Via && names::is_paper(part.name)
            || marked && part.is_nobody()
    };
    let (employers, others): (Vec<&Part>, Vec<&Part>) =
        parts.iter().partition(|part| !is_person(part.name) && told(part));
    (1..=2).contains(&people) && !employers.is_empty() && others.len() == people
}

/// Whether `words` are nothing but a person and a house of one or two words on the other side of
/// a slash: "Ada Berg/Nordnet".
pub(super) fn is_house_and_person(words: &str) -> bool {
    let Some((one, other)) = words.split_once('/') else { return false };
    let (one, other) = (one.trim(), other.trim().trim_end_matches('.'));
    let house = |name: &str| {
        let short = name.split_whitespace().nth(2).is_none();
        short && names::is_name(name) && !is_person(name) && !name.contains('/')
    };
    is_person(one) && house(other) || house(one) && is_person(other)
}

/// Whether `words` are a chain of names, at least one of them known or a person's.
pub(super) fn is_list(words: &str) -> bool {
    let parts = part::split(words);
    let known = |part: &Part| names::is_known(part.name) || is_person(part.name);
    parts.iter().any(known) && parts.iter().all(is_named)
}

fn is_named(part: &Part) -> bool {
    let known = names::is_known(part.name) || part.is_flag() || part.is_license();
    known || !part.is_figures() && (part.is_nobody() || names::is_name(part.name))
}

/// How many people a chain names.
pub(super) fn people(words: &str) -> usize {
    let parts = part::split(words);
    let people = parts.iter().map(|part| part.name).filter(|name| is_person(name));
    people.collect::<std::collections::HashSet<_>>().len()
}

/// Whether the first part of a chain of several is a known agency.
pub(super) fn begins_with_agency(words: &str) -> bool {
    let parts = part::split(words);
    parts.len() > 1 && parts.first().is_some_and(|part| names::is_known(part.name))
}

/// Whether a chain of several parts begins with a person.
pub(super) fn begins_with_name(words: &str) -> bool {
    let parts = part::split(words);
    parts.len() > 1 && parts.first().is_some_and(|part| is_person(part.name))
}

fn read_line(line: &str, credit: &mut Credit) {
    if let Some(notice) = part::notice(line) {
        credit.copyright.get_or_insert_with(|| notice.to_owned());
        return;
    }
    if let Some(giver) = part::courtesy(line) {
        credit.courtesy.get_or_insert_with(|| giver.to_owned());
        return;
    }
    let parts = part::split(line);
    let stocked = parts.iter().any(|part| names::has_accounts(part.name));
    for part in &parts {
        for flag in part.flags() {
            if !credit.flags.contains(&flag) {
                credit.flags.push(flag);
            }
        }
        if part.is_license() {
            credit.license.get_or_insert_with(|| part.name.to_owned());
        } else if !part.name.is_empty() && !part.is_flag() && !part.is_nobody() {
            settle(part, stocked, parts.len(), credit);
        }
    }
}

/// Puts the name of `part` where it belongs.
fn settle(part: &Part, stocked: bool, parts: usize, credit: &mut Credit) {
    let name = part.name.to_owned();
    match part.before {
        Separator::Via if credit.via.is_none() => credit.via = Some(name),
        Separator::For if credit.client.is_none() => credit.client = Some(name),
        _ => {
            let user = parts > 1 && names::is_user(part.name, stocked);
            let list = if is_person(part.name) || user {
                &mut credit.photographers
            } else {
                &mut credit.agencies
            };
            if !list.contains(&name) {
                list.push(name);
            }
        }
    }
}

#[cfg(test)]
mod tests;
