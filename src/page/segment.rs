//! Segments: the parts of a block that are set from themselves alone.
//!
//! In code and tables they are the lines, in prose the whole block or, in one longer than
//! [`WHOLE`], pieces that begin where a sentence starts. Where a segment starts is told from a
//! grid laid over the block, every [`GRID`] bytes: no more than a few cells of it are looked at,
//! however long the block.

use crate::text::Span;
use crate::text::sentence::next_sentence;
use memchr::{memchr, memrchr};

/// The distance of the points where long lines and long paragraphs may be begun anew.
const GRID: usize = 8192;
/// The longest paragraph that is one segment.
const WHOLE: usize = 2 * GRID;

/// The segment of prose in `block` that holds byte `at`.
pub(super) fn prose_at(text: &str, block: Span, at: usize) -> Span {
    if block.len() <= WHOLE {
        return block;
    }
    // The last segment takes the rest of the grid, so that none is short.
    let last = block.len() / GRID - 1;
    let near = cell_of(text, block, at.clamp(block.start, block.end)).min(last);
    let start = prose_start(text, block, near);
    if at < start {
        return Span::new(prose_start(text, block, near - 1), start);
    }
    let end = if near == last { block.end } else { prose_start(text, block, near + 1) };
    Span::new(start, end)
}

/// Where the segment of this number starts: the first sentence after its point of the grid.
fn prose_start(text: &str, block: Span, number: usize) -> usize {
    if number == 0 {
        return block.start;
    }
    let point = text.floor_char_boundary(block.start + number * GRID);
    let bound = text.floor_char_boundary(point + GRID - 8);
    let next = next_sentence(text, block, point - 1).map_or(bound, |sentence| sentence.start);
    next.min(bound)
}

/// The line of `block` that holds byte `at`, its line feed included. A line that crosses two
/// points of the grid is begun anew at the second.
pub(super) fn line_at(text: &str, block: Span, at: usize) -> Span {
    let at = at.clamp(block.start, block.end.saturating_sub(1).max(block.start));
    let cell = cell_of(text, block, at);
    let point = |cell: usize| text.floor_char_boundary((block.start + cell * GRID).min(block.end));
    let feed_before = |cell: usize, upto: usize| last_feed(text, point(cell), upto);
    let start = feed_before(cell, at).or_else(|| match cell.checked_sub(1) {
        Some(before) => feed_before(before, point(cell)),
        None => Some(block.start),
    });
    let start = start.unwrap_or_else(|| point(cell));
    let crossed = if start <= point(cell) { cell + 1 } else { cell + 2 };
    let end = first_feed(text, at, point(crossed)).unwrap_or_else(|| point(crossed));
    Span::new(start, end.min(block.end))
}

/// The cell of the grid that holds byte `at`, where points inside a character count as its start.
fn cell_of(text: &str, block: Span, at: usize) -> usize {
    let cell = (at - block.start) / GRID;
    cell + usize::from(text.floor_char_boundary(block.start + (cell + 1) * GRID) <= at)
}

/// One past the first line feed between the two.
fn first_feed(text: &str, from: usize, upto: usize) -> Option<usize> {
    let found = memchr(b'\n', text.as_bytes().get(from..upto)?).map(|found| from + found + 1);
    #[cfg(test)]
    crate::text::work::visit(found.unwrap_or(upto) - from);
    found
}

/// One past the last line feed between the two.
fn last_feed(text: &str, from: usize, upto: usize) -> Option<usize> {
    let found = memrchr(b'\n', text.as_bytes().get(from..upto)?).map(|found| from + found + 1);
    #[cfg(test)]
    crate::text::work::visit(upto - found.unwrap_or(from));
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type At = fn(&str, Span, usize) -> Span;

    /// Every segment of `text`, each found from the end of the one before.
    fn walk(text: &str, segment_at: At) -> Vec<Span> {
        let block = Span::new(0, text.len());
        let mut found: Vec<Span> = Vec::new();
        while found.last().map_or(0, |it| it.end) < text.len() {
            let at = found.last().map_or(0, |it| it.end);
            let segment = segment_at(text, block, at);
            assert!(segment.start == at && segment.end > at, "{segment:?} from {at}");
            found.push(segment);
        }
        found
    }

    /// Checks that every byte is given the segment that the walk gave it.
    fn check(text: &str, segment_at: At, longest: usize) {
        let block = Span::new(0, text.len());
        for segment in walk(text, segment_at) {
            assert!(segment.len() <= longest, "{} bytes", segment.len());
            for at in (segment.start..segment.end).step_by(701).chain([segment.end - 1]) {
                assert_eq!(segment_at(text, block, at), segment, "at {at}");
            }
        }
    }

    #[test]
    fn a_paragraph_is_one_segment_up_to_16_kb() {
        let text = "A few words. ".repeat(1_200);
        assert_eq!(walk(&text, prose_at).len(), 1);
    }

    #[test]
    fn a_long_paragraph_begins_anew_where_sentences_start() {
        let text = "Some words of a sentence, é. ".repeat(5_000);
        check(&text, prose_at, 2 * GRID);
        let starts = walk(&text, prose_at);
        assert!(starts.len() > 10);
        assert!(starts.iter().all(|it| it.of(&text).starts_with("Some words")));
    }

    #[test]
    fn text_without_sentences_or_words_is_parted_too() {
        for piece in ["word ", "x", "é", "日", " ", "e\u{301}\u{301}"] {
            check(&piece.repeat(60_000 / piece.len()), prose_at, 2 * GRID);
            check(&piece.repeat(60_000 / piece.len()), line_at, 2 * GRID);
        }
    }

    #[test]
    fn lines_are_found_from_any_byte() {
        check("one\n\ntwo\nthree", line_at, 8);
        check(&"short\n".repeat(4_000), line_at, 6);
    }

    proptest! {
        #[test]
        fn lines_of_any_length_are_found_from_any_byte(
            lengths in prop::collection::vec(0_usize..20_000, 1..8)
        ) {
            let lines: Vec<String> = lengths.iter().map(|&length| "é".repeat(length / 2)).collect();
            check(&lines.join("\n"), line_at, 2 * GRID + 1);
        }
    }
}
