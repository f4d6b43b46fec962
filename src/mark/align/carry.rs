//! A span of the old text, carried to where its words are in the new.

use super::like::percent;
use super::pairing::Pairing;
use super::token::normal;
use super::{Alignment, Fate};
use crate::text::Span;
use std::ops::Range;

/// The least share of a span's characters that must be there still, in percent.
const LONG: i32 = 42;

/// The same for a span of three words or fewer, where each says more.
const SHORT: i32 = 60;

/// Parts of a span that stand so many tokens apart in the new text stand in two places.
const APART: usize = 80;

/// Where `span` of the old text is in the new.
pub(super) fn carry(alignment: &Alignment<'_>, span: Span) -> Fate {
    let pairing = &alignment.pairing;
    let tokens = tokens_in(pairing, span);
    if tokens.is_empty() {
        return carry_place(alignment, span);
    }
    let pairs: Vec<(usize, usize)> =
        tokens.clone().filter_map(|old| Some((old, pairing.pair(old)?))).collect();
    let Some(part) = heaviest(pairing, &pairs) else { return Fate::Lost };
    let kept: i32 = part.iter().map(|&(old, new)| kept(pairing, old, new)).sum();
    let whole: i32 = tokens.clone().map(|old| pairing.weight(old) * 100).sum();
    let words = tokens.clone().filter(|&old| is_word(alignment, old)).count();
    let share = if words <= 3 { SHORT } else { LONG };
    if i64::from(kept) * 100 < i64::from(whole) * i64::from(share) {
        return Fate::Lost;
    }
    let (Some(&first), Some(&last)) = (part.first(), part.last()) else { return Fate::Lost };
    let start = start(alignment, span, &tokens, first);
    let end = end(alignment, span, &tokens, last);
    let found = Span::new(start, end.max(start));
    if same_words(span.of(alignment.old), found.of(alignment.new)) {
        Fate::Found(found)
    } else {
        Fate::Changed(found)
    }
}

/// The old tokens that share a byte with `span`.
fn tokens_in(pairing: &Pairing, span: Span) -> Range<usize> {
    let start = pairing.old.partition_point(|token| token.span.end <= span.start);
    let end = pairing.old.partition_point(|token| token.span.start < span.end);
    start..end.max(start)
}

fn is_word(alignment: &Alignment<'_>, old: usize) -> bool {
    let token = alignment.pairing.old.get(old);
    token.is_some_and(|token| token.span.of(alignment.old).contains(char::is_alphanumeric))
}

/// How much of an old token is left in its partner, in hundredths of a character.
fn kept(pairing: &Pairing, old: usize, new: usize) -> i32 {
    let weight = pairing.weight(old);
    if pairing.same(old, new) {
        return weight * 100;
    }
    let form = |token: Option<&super::token::Token>| pairing.forms.get(token?.form);
    match (form(pairing.old.get(old)), form(pairing.new.get(new))) {
        (Some(old), Some(new)) if !old.number => weight * percent(old, new),
        _ => 0,
    }
}

/// The heaviest part of `pairs` that stands in one place and in order.
fn heaviest<'a>(pairing: &Pairing, pairs: &'a [(usize, usize)]) -> Option<&'a [(usize, usize)]> {
    let together = |a: &(usize, usize), b: &(usize, usize)| b.1 > a.1 && b.1 - a.1 <= APART;
    let weight = |part: &&[(usize, usize)]| -> i32 {
        part.iter().map(|&(old, _)| pairing.weight(old)).sum()
    };
    pairs.chunk_by(together).max_by_key(weight)
}

/// Where the span begins in the new text: with the partner of its first word, and as many words
/// before it as it has words that were replaced there.
fn start(
    alignment: &Alignment<'_>,
    span: Span,
    tokens: &Range<usize>,
    (old, new): (usize, usize),
) -> usize {
    let pairing = &alignment.pairing;
    let missing = old - tokens.start;
    let free = (1..=new.min(missing)).take_while(|by| pairing.is_free(new - by)).count();
    if free > 0 {
        return pairing.new.get(new - free).map_or(0, |token| token.span.start);
    }
    let (Some(before), Some(after)) = (pairing.old.get(old), pairing.new.get(new)) else {
        return 0;
    };
    let cut = span.start.saturating_sub(before.span.start);
    let within = within(before.span.of(alignment.old), after.span.of(alignment.new), cut);
    after.span.start + within
}

/// Where the span ends in the new text, likewise.
fn end(
    alignment: &Alignment<'_>,
    span: Span,
    tokens: &Range<usize>,
    (old, new): (usize, usize),
) -> usize {
    let pairing = &alignment.pairing;
    let missing = (tokens.end - 1).saturating_sub(old);
    let free = (1..=missing).take_while(|by| pairing.is_free(new + by)).count();
    if free > 0 {
        return pairing.new.get(new + free).map_or(0, |token| token.span.end);
    }
    let (Some(before), Some(after)) = (pairing.old.get(old), pairing.new.get(new)) else {
        return 0;
    };
    if span.end >= before.span.end {
        return after.span.end;
    }
    let cut = span.end.saturating_sub(before.span.start);
    after.span.start + within(before.span.of(alignment.old), after.span.of(alignment.new), cut)
}

/// The byte of `after` that byte `cut` of `before` became, for a span that cuts a word.
fn within(before: &str, after: &str, cut: usize) -> usize {
    if cut == 0 {
        return 0;
    }
    let (head, tail) = before.split_at_checked(cut).unwrap_or((before, ""));
    let characters = head.chars().count();
    let ahead = tail.chars().count();
    let same = |(a, b): &(char, char)| a == b;
    let alike = before.chars().zip(after.chars()).take_while(same).count();
    let total = after.chars().count();
    let at = if alike >= characters { characters } else { total.saturating_sub(ahead) };
    after.char_indices().nth(at).map_or(after.len(), |(byte, _)| byte)
}

/// A place without words: behind the word before it, if that and the one after it still meet.
fn carry_place(alignment: &Alignment<'_>, span: Span) -> Fate {
    let pairing = &alignment.pairing;
    let next = pairing.old.partition_point(|token| token.span.start < span.start);
    let after = pairing.pair(next);
    let before = next.checked_sub(1).and_then(|old| pairing.pair(old));
    match (before, after) {
        (_, Some(after)) => pairing.new.get(after).map(|token| token.span.start),
        (Some(before), None) => pairing.new.get(before).map(|token| token.span.end),
        (None, None) => None,
    }
    .map_or(Fate::Lost, |at| Fate::Found(Span::at(at)))
}

/// Whether two passages say the same, whatever their spaces, case, quotation marks and composition.
pub fn same_words(one: &str, other: &str) -> bool {
    one == other || normal_line(one) == normal_line(other)
}

/// A passage as it is compared: words in their normal form, one space between them.
fn normal_line(words: &str) -> String {
    let words = words.split_whitespace().map(normal);
    words.fold(String::new(), |mut line, word| {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(&word);
        line
    })
}
