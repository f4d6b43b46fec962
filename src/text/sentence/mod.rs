//! Sentences of news prose: abbreviations, initials, decimals, quotations with their attribution.
//!
//! Unicode's sentence bounds (UAX #29) part a quotation from its "she asked" and a general from
//! his name, so these are our own. Whether a sentence ends at a stop is decided by the characters
//! near it alone (`stop`); hence any place of a text can be split without what is before it. The
//! text is looked at in cells of [`CELL`] bytes; a cell in which no sentence ends is cut, so that
//! no sentence is longer than two of them and every function here, but for [`sentences`], costs
//! the same in a paragraph of any length.

mod stop;
mod words;

use super::Span;
use super::at::{char_before, is_blank, trim_blanks};

/// How many bytes are looked at together.
pub const CELL: usize = 4096;

/// The sentences of `text` in order, white space trimmed; together they hold every character that
/// is not white space.
pub fn sentences(text: &str) -> Vec<Span> {
    let within = Span::new(0, text.len());
    let mut found = Vec::new();
    let mut start = 0;
    let mut put = |end: usize| {
        let sentence = Span::new(start, end).trim(text);
        start = end;
        if !sentence.is_empty() {
            found.push(sentence);
        }
    };
    for cell in 0..=text.len() / CELL {
        ends_in(text, within, cell).for_each(&mut put);
    }
    put(text.len());
    found
}

/// The sentence of `within` that holds byte `at`; in white space the next one, else the last.
/// Empty only where `within` has none.
pub fn sentence_at(text: &str, within: Span, at: usize) -> Span {
    let within = fit(text, within);
    let at = at.clamp(within.start, within.end);
    let start = end_before(text, within, at);
    let end = end_after(text, within, at);
    let mut sentence = Span::new(start, end).trim(text);
    let mut upto = end;
    while sentence.is_empty() && upto < within.end {
        let next = end_after(text, within, upto);
        (sentence, upto) = (Span::new(upto, next).trim(text), next);
    }
    let mut from = start;
    while sentence.is_empty() && from > within.start {
        let before = end_before(text, within, text.floor_char_boundary(from - 1));
        (sentence, from) = (Span::new(before, from).trim(text), before);
    }
    sentence
}

/// The first sentence of `within` that starts after byte `at`.
pub fn next_sentence(text: &str, within: Span, at: usize) -> Option<Span> {
    let here = sentence_at(text, within, at);
    let next = if here.start > at { here } else { sentence_at(text, within, here.end) };
    (next.start > at && !next.is_empty()).then_some(next)
}

/// The last sentence of `within` that starts before byte `at`.
pub fn previous_sentence(text: &str, within: Span, at: usize) -> Option<Span> {
    let within = fit(text, within);
    let here = sentence_at(text, within, at);
    if here.start < at {
        return (!here.is_empty()).then_some(here);
    }
    let upto = Span::new(within.start, here.start);
    let last = trim_blanks(text, upto.start, upto.end);
    let inside = char_before(text, last).map_or(last, |c| last - c.len_utf8());
    let previous = sentence_at(text, within, inside);
    (previous.start < at && last > within.start && !previous.is_empty()).then_some(previous)
}

/// `span` on character boundaries inside `text`.
fn fit(text: &str, span: Span) -> Span {
    let start = text.floor_char_boundary(span.start);
    Span::new(start, text.floor_char_boundary(span.end).max(start))
}

/// The last end of a sentence at or before `at`, or the start of `within`.
fn end_before(text: &str, within: Span, at: usize) -> usize {
    let here = at.saturating_sub(within.start) / CELL;
    // A full cell holds an end, so the third back is never reached without one.
    let mut cells = (here.saturating_sub(2)..=here).rev();
    let last = |cell| ends_in(text, within, cell).take_while(|&end| end <= at).last();
    cells.find_map(last).unwrap_or(within.start)
}

/// The first end of a sentence after `at`, or the end of `within`.
fn end_after(text: &str, within: Span, at: usize) -> usize {
    let offset = at.saturating_sub(within.start);
    // The closing marks after a stop may reach a little way from one cell into the next.
    let first = offset.saturating_sub(stop::CLOSING) / CELL;
    let mut ends = (first..=offset / CELL + 2).flat_map(|cell| ends_in(text, within, cell));
    ends.find(|&end| end > at).unwrap_or(within.end)
}

/// The ends of sentences whose stops stand in this cell of `within`, in order.
fn ends_in(text: &str, within: Span, cell: usize) -> impl Iterator<Item = usize> {
    let start = text.floor_char_boundary(within.start + cell * CELL);
    let end = text.floor_char_boundary(within.start + (cell + 1) * CELL).min(within.end);
    let (mut at, mut any) = (start, end >= within.end);
    std::iter::from_fn(move || {
        while let Some(found) = stop::next(text, at, end) {
            #[cfg(test)]
            super::work::visit(found + 1 - at);
            at = found + 1;
            if let Some(end) = stop::end(text, within, found) {
                any = true;
                return Some(end);
            }
        }
        #[cfg(test)]
        super::work::visit(end.saturating_sub(at));
        at = at.max(end);
        let cut_here = !std::mem::replace(&mut any, true) && start < end;
        cut_here.then(|| cut(text, Span::new(start, end)))
    })
}

/// Where a cell without an end is cut: after its last clause, else its last word, else its last
/// character.
fn cut(text: &str, cell: Span) -> usize {
    let bytes = cell.of(text).as_bytes();
    let late = bytes.len() / 2;
    let clause = bytes
        .windows(2)
        .rposition(|pair| matches!(pair, [b',' | b';' | b':', blank] if is_blank(*blank)));
    let word = || bytes.iter().rposition(|&byte| is_blank(byte));
    let place = clause.filter(|&at| at > late).map(|at| at + 1).or_else(word);
    let end = place.map_or(cell.end, |at| cell.start + at);
    let trimmed = trim_blanks(text, cell.start, end);
    if trimmed > cell.start { trimmed } else { cell.end }
}

#[cfg(test)]
mod tests;
