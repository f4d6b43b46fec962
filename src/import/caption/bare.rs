//! Credits without lead or brackets: a chain of names and agencies at the end of a caption, or
//! nothing but one.

use super::Found;
use crate::import::credit;
use crate::text::Span;

/// The longest chain.
const LONGEST: usize = 140;

/// A chain at the end of `rest`: the longest one that a sentence, a dash, a bar or a slash ends
/// before, or that is glued to a word; else an agency behind a mere space.
pub(super) fn find(raw: &str, rest: Span) -> Option<Found> {
    let words = rest.of(raw);
    let earliest = words.ceil_char_boundary(words.len().saturating_sub(LONGEST));
    let starts: Vec<usize> =
        words.char_indices().map(|(at, _)| at).filter(|at| *at >= earliest).collect();
    let found = starts.iter().find_map(|&at| {
        let (before, tail) = words.split_at_checked(at)?;
        (is_border(before, tail) && is_chain(before, tail)).then_some(at)
    });
    // A chain of agencies may begin before the slash that looks like a border.
    let joined = |at: usize| words.get(..at).is_some_and(|before| before.trim_end().ends_with('/'));
    let tacked = || starts.iter().copied().find(|&at| is_tacked_on(words, at));
    let found = match found {
        Some(at) if joined(at) => tacked().map_or(at, |tacked| tacked.min(at)),
        Some(at) => at,
        None => tacked()?,
    };
    let (before, _) = words.split_at_checked(found)?;
    let kept = before.trim_end().trim_end_matches(['|', '—', '–', '/', '-']).trim_end();
    let line = Span::new(rest.start + found, rest.end);
    Some(Found { whole: Span::new(rest.start + kept.len(), rest.end).trim(raw), line })
}

/// A chain at the start of `rest` that the caption is glued to.
pub(super) fn find_first(raw: &str, rest: Span) -> Option<Found> {
    let words = rest.of(raw);
    let head = words.char_indices().take_while(|(at, _)| *at <= LONGEST);
    let end = head.map(|(at, _)| at).find(|&at| {
        let (before, behind) = words.split_at_checked(at).unwrap_or_default();
        let glued = before.ends_with(char::is_lowercase) && behind.starts_with(char::is_uppercase);
        glued && credit::begins_with_name(before) && credit::is_chain(before)
    })?;
    let whole = Span::new(rest.start, rest.start + end);
    Some(Found { whole, line: whole })
}

/// Whether a chain can begin between the two.
fn is_border(before: &str, tail: &str) -> bool {
    let (Some(last), Some(first)) = (before.chars().last(), tail.chars().next()) else {
        return before.is_empty();
    };
    if first.is_whitespace() {
        return false;
    }
    let trimmed = before.trim_end();
    let spaced = trimmed.len() < before.len();
    let glued = (last.is_lowercase() || last.is_ascii_digit()) && first.is_uppercase();
    if !spaced && last.is_alphanumeric() {
        return glued;
    }
    // An initial ends no sentence.
    let initial = trimmed.rsplit([' ', '.']).nth(1).is_some_and(|word| word.chars().count() <= 1);
    let sentence = trimmed.ends_with(['.', '!', '?', '…', '"', '”', ')', ']'])
        && !(initial && trimmed.ends_with('.') && !spaced);
    let mark = trimmed.ends_with(['|', '—', '–'])
        || spaced && trimmed.ends_with("toggle caption")
        || spaced && (trimmed.ends_with(" -") || trimmed.ends_with(" /"));
    sentence || mark
}

fn is_chain(before: &str, tail: &str) -> bool {
    let people = credit::people(tail);
    let alone = before.is_empty() && tail.split_whitespace().count() > 12;
    let ended = before.trim_end().ends_with(['.', '!', '?', '”', '"', '|']);
    let attributed = (ended || before.ends_with(char::is_lowercase)) && !before.is_empty();
    if before.is_empty() && credit::is_house_and_person(tail) {
        return true;
    }
    people <= 1 && !alone && credit::is_chain(tail) || attributed && credit::is_attribution(tail)
}

/// Whether an agency stands behind a mere space: one that is known, with a name behind a slash,
/// or a stock of pictures.
fn is_tacked_on(words: &str, at: usize) -> bool {
    let Some((before, tail)) = words.split_at_checked(at) else { return false };
    if !before.ends_with(char::is_whitespace) || !credit::may_begin_with_agency(tail) {
        return false;
    }
    // "told Reuters", "by AFP": no credit.
    let last = before.split_whitespace().next_back().unwrap_or("");
    let governed = matches!(
        last.to_lowercase().as_str(),
        "by" | "to" | "with" | "from" | "told" | "at" | "of" | "for" | "the" | "via" | "and" | "in"
    );
    let stock = tail.split_whitespace().count() <= 2 && credit::is_stock(tail);
    !governed && (stock || credit::begins_with_agency(tail) && credit::is_chain(tail))
}
