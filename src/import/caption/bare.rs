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
    let found = found.or_else(|| starts.iter().copied().find(|&at| is_tacked_on(words, at)))?;
    let (before, _) = words.split_at_checked(found)?;
    let kept = before.trim_end().trim_end_matches(['|', '—', '–', '/', '-']).trim_end();
    let line = Span::new(rest.start + found, rest.end);
    Some(Found { whole: Span::new(rest.start + kept.len(), rest.end).trim(raw), line })
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
    let sentence = trimmed.ends_with(['.', '!', '?', '…', '"', '”', ')', ']']);
    let mark = trimmed.ends_with(['|', '—', '–'])
        || spaced && (trimmed.ends_with(" -") || trimmed.ends_with(" /"));
    let glued = (last.is_lowercase() || last.is_ascii_digit()) && first.is_uppercase();
    sentence || mark || glued
}

fn is_chain(before: &str, tail: &str) -> bool {
    let people = credit::people(tail);
    let alone = before.is_empty() && tail.split_whitespace().count() > 12;
    credit::is_chain(tail) && people <= 1 && !alone
}

/// Whether an agency stands behind a mere space: one that is known, with a name behind a slash,
/// or a stock of pictures.
fn is_tacked_on(words: &str, at: usize) -> bool {
    let Some((before, tail)) = words.split_at_checked(at) else { return false };
    let apart = before.ends_with(char::is_whitespace);
    // "told Reuters", "by AFP": no credit.
    let last = before.split_whitespace().next_back().unwrap_or("");
    let governed = matches!(
        last.to_lowercase().as_str(),
        "by" | "to" | "with" | "from" | "told" | "at" | "of" | "for" | "the" | "via" | "and" | "in"
    );
    let stock = tail.split_whitespace().count() <= 2 && credit::is_stock(tail);
    apart && !governed && (stock || credit::begins_with_agency(tail) && credit::is_chain(tail))
}
