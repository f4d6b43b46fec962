//! The words beside an image, taken apart: label, caption and credit.
//!
//! A credit stands at the end: in brackets, behind a lead word ("Credit:", "Photo by"), or bare,
//! as a chain of names and agencies. The rules are general; no publisher has one of its own.

mod bare;
mod first;
mod label;
mod lead;
mod people;
mod rights;
mod row;
mod standing;
mod when;

use super::credit;
use crate::article::{Credit, CreditFlag};
use crate::text::Span;
pub(super) use label::cut;
pub use when::CaptionDate;

/// The words beside an image, taken apart.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ParsedCaption {
    /// The words that only say what it is ("Caption", "FILE PHOTO:"), as printed.
    pub label: Span,
    /// What the words say of the picture, without label and credit.
    pub caption: Span,
    /// The credit as printed, its lead word and brackets included; repeats of it too.
    pub credit: Span,
    /// What label, caption and credit say of the picture's making.
    pub fields: Credit,
    /// The days, months and years that the caption names, in order.
    pub dates: Vec<CaptionDate>,
}

/// Captions are shorter than this; longer words are looked at up to here.
const LONGEST: usize = 8 * 1024;

/// No caption has more credits than this.
const MOST_CREDITS: usize = 8;

/// The words beside an image, taken apart: their label, what they say of the picture, and who made
/// it. The spans lie in `raw`.
pub fn parse(raw: &str) -> ParsedCaption {
    completed(raw, parts(raw))
}

/// `raw` taken apart, its caption not yet read.
fn parts(raw: &str) -> ParsedCaption {
    let whole = Span::new(0, raw.len()).trim(raw);
    if whole.len() > LONGEST {
        return ParsedCaption { caption: whole, ..ParsedCaption::default() };
    }
    let (label, body) = label::split(raw, whole);
    if let Some(parsed) = label_and_names(raw, label, body) {
        return parsed;
    }
    if let Some((credit, body)) = label::source_first(raw, whole) {
        let (label, caption) = label::split(raw, body);
        let fields = credit::read(std::iter::once(credit.of(raw)));
        let credit = Span::new(whole.start, credit.end);
        return ParsedCaption { label, caption, credit, fields, ..ParsedCaption::default() };
    }
    let (mut caption, mut credits) = split(raw, label::without_furniture(raw, body));
    if credits.is_empty()
        && let Some(first) = bare::find_first(raw, caption)
    {
        caption = Span::new(first.whole.end, caption.end).trim(raw);
        credits.push(first);
    }
    let credit = match (credits.first(), credits.last()) {
        (Some(first), Some(last)) => Span::new(first.whole.start, last.whole.end),
        _ => Span::default(),
    };
    let lines = credits.iter().map(|found| found.line.of(raw));
    let fields = credit::read(lines);
    ParsedCaption { label, caption, credit, fields, ..ParsedCaption::default() }
}

/// "Symbolfoto: Ada Berg": what looks like a label leads a credit, and there is no caption.
fn label_and_names(raw: &str, label: Span, body: Span) -> Option<ParsedCaption> {
    let words = body.of(raw);
    let kind = label.of(raw).trim_end_matches([':', ' ']);
    if !standing::is_standing(kind) || !credit::is_chain(words) && !credit::is_person(words) {
        return None;
    }
    let fields = credit::read(std::iter::once(words));
    let credit = Span::new(label.start, body.end);
    Some(ParsedCaption { credit, fields, ..ParsedCaption::default() })
}

/// `raw` taken apart where the markup says that `credit` is its credit.
pub(super) fn with_credit(raw: &str, credit: Span) -> ParsedCaption {
    let before = Span::new(0, credit.start).trim(raw);
    let after = Span::new(credit.end, raw.len()).trim(raw);
    let body = if before.is_empty() { after } else { before };
    let (label, body) = label::split(raw, body);
    let (caption, credits) = split(raw, label::without_furniture(raw, body));
    let lines = credits.iter().map(|found| found.line.of(raw));
    let line = lead::without(credit.of(raw));
    let fields = credit::read(lines.chain([line]));
    let start = credits.first().map_or(credit.start, |found| found.whole.start.min(credit.start));
    let credit = if caption == after { credit } else { Span::new(start, credit.end) };
    completed(raw, ParsedCaption { label, caption, credit, fields, ..ParsedCaption::default() })
}

/// The name in the brackets at the end of a caption without credit, and only a name: a credit if
/// other captions of the article say so.
pub(super) fn name_in_brackets(caption: &str) -> Option<Span> {
    let (before, name) = caption.strip_suffix(')')?.rsplit_once('(')?;
    let span = Span::new(before.len() + 1, before.len() + 1 + name.len());
    (!before.trim().is_empty() && credit::is_person(name)).then_some(span)
}

/// `raw` taken apart where the `name` in its last brackets is known to be its credit.
pub(super) fn with_name(raw: &str, name: Span) -> ParsedCaption {
    let before = Span::new(0, name.start).of(raw).trim_end().trim_end_matches('(');
    let (label, caption) = label::split(raw, Span::new(0, before.len()).trim(raw));
    let credit = Span::new(before.len(), raw.len()).trim(raw);
    let fields = credit::read(std::iter::once(name.of(raw)));
    completed(raw, ParsedCaption { label, caption, credit, fields, ..ParsedCaption::default() })
}

/// Whether a paragraph is a caption: it says so, or it ends with the credit of a picture.
pub(super) fn is_caption(paragraph: &str) -> bool {
    if paragraph.len() > 1200 {
        return false;
    }
    let whole = Span::new(0, paragraph.len());
    let (label, _) = label::split(paragraph, whole);
    let tail = Span::new(
        paragraph.ceil_char_boundary(paragraph.len().saturating_sub(160)),
        paragraph.len(),
    );
    if label.is_empty() && !lead::may_credit(tail.of(paragraph)) {
        return false;
    }
    let parsed = parts(paragraph);
    let pictured = is_pictured(&parsed.fields, parsed.credit.of(paragraph));
    match label::certainty(label.of(paragraph)) {
        label::Certainty::Sure => true,
        label::Certainty::WithCredit => !parsed.credit.is_empty(),
        label::Certainty::None => !parsed.caption.is_empty() && pictured,
    }
}

/// Whether a paragraph is nothing but the credit of a picture.
pub(super) fn is_credit_line(paragraph: &str) -> bool {
    if paragraph.len() > 200 || !lead::may_credit(paragraph) {
        return false;
    }
    let parsed = parts(paragraph);
    parsed.caption.is_empty() && !parsed.credit.is_empty()
}

/// Whether a caption has a credit.
pub(super) fn has_credit(caption: &str) -> bool {
    !parts(caption).credit.is_empty()
}

/// A credit found at the end of some words.
#[derive(Debug, Clone, Copy)]
struct Found {
    /// With its lead word and brackets.
    whole: Span,
    /// Without.
    line: Span,
}

/// The caption in `body`, and the credits behind it, in order.
fn split(raw: &str, body: Span) -> (Span, Vec<Found>) {
    let mut credits = Vec::new();
    let mut rest = bare_of_standing(raw, rights::without_terms(raw, body));
    while credits.len() < MOST_CREDITS {
        let found = given(raw, rest)
            .or_else(|| bracketed(raw, rest))
            .or_else(|| lead::find(raw, rest, !credits.is_empty()))
            .or_else(|| if credits.is_empty() { bare::find(raw, rest) } else { None });
        let Some(found) = found else { break };
        let before = Span::new(body.start, found.whole.start).of(raw);
        let kept = without_joint(before);
        let before = Span::new(body.start, body.start + kept.len()).trim(raw);
        rest = bare_of_standing(raw, label::without_furniture(raw, before));
        credits.push(found);
    }
    credits.reverse();
    (rest, credits)
}

/// `rest` without words at its end that only say what kind of picture it is.
fn bare_of_standing(raw: &str, rest: Span) -> Span {
    let found = standing::find(raw, rest);
    found.map_or(rest, |found| Span::new(rest.start, found.start).trim(raw))
}

/// `words` without the mark that joins them to a credit.
fn without_joint(words: &str) -> &str {
    let words = words.trim_end().trim_end_matches([',', ';']).trim_end();
    let rest = words.trim_end_matches(['-', '–', '—', '|', '/']);
    // A hyphen belongs to its word.
    if rest.ends_with(char::is_whitespace) || rest.is_empty() || words.ends_with(['|', '—']) {
        rest.trim_end()
    } else {
        words
    }
}

/// "Courtesy photo", where the giver is not told.
fn given(raw: &str, rest: Span) -> Option<Found> {
    let whole = standing::find_given(raw, rest)?;
    let bare = whole.of(raw).trim_matches(['(', '[', ')', ']', '.', ' ']);
    let start = whole.start + whole.of(raw).find(bare)?;
    Some(Found { whole, line: Span::new(start, start + bare.len()) })
}

/// A credit in brackets at the end.
fn bracketed(raw: &str, rest: Span) -> Option<Found> {
    let words = rest.of(raw);
    let closed = words.trim_end_matches(['.', ' ']);
    let (open, close) = match closed.chars().last()? {
        ')' => ('(', ')'),
        ']' => ('[', ']'),
        _ => return None,
    };
    let mut depth = 0_usize;
    let start = closed.char_indices().rev().find_map(|(at, c)| {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
        }
        (depth == 0).then_some(at)
    })?;
    let inner = Span::new(rest.start + start + 1, rest.start + closed.len() - 1).trim(raw);
    let before = Span::new(rest.start, rest.start + start).of(raw).trim_end();
    let inside = inner.of(raw);
    let behind_sentence = before.is_empty() || before.ends_with(['.', '!', '?', '"', '”', '’']);
    let is_credit = lead::leads(inside)
        || lead::leads_quietly(inside)
        || lead::is_photo_by(inside)
        || credit::is_chain(inside)
        || behind_sentence && credit::is_attribution(inside)
        || behind_sentence && (credit::is_person(inside) && inside.contains(' '))
        || behind_sentence && credit::is_pair(inside);
    // "Ada Berg (EFE)": the name before the brackets belongs to them.
    let name = signed(before).filter(|_| is_credit && credit::people(inside) == 0);
    if let Some(name) = name {
        let start = rest.start + before.len() - name.len();
        let line = Span::new(start, rest.start + closed.len());
        return Some(Found { whole: Span::new(start, rest.end), line });
    }
    let whole = Span::new(rest.start + start, rest.end);
    is_credit.then(|| Found { whole, line: lead::inner(raw, inner) })
}

/// The person whose name is all that stands behind the last sentence of `words`.
fn signed(words: &str) -> Option<&str> {
    let (before, name) = words.rsplit_once(['.', '!', '?', '”'])?;
    let name = name.strip_prefix(' ')?;
    let sentence = before.split_whitespace().nth(2).is_some();
    (sentence && credit::is_person(name)).then_some(name)
}

/// `parsed` with what label and caption say of the picture, and the notes behind the credit.
fn completed(raw: &str, mut parsed: ParsedCaption) -> ParsedCaption {
    let words = parsed.caption.of(raw);
    let behind = match parsed.credit {
        credit if credit.is_empty() => "",
        credit => Span::new(credit.start, raw.len()).of(raw),
    };
    let around = if parsed.caption.is_empty() {
        behind
    } else {
        Span::new(parsed.caption.end, raw.len()).of(raw)
    };
    let fields = &mut parsed.fields;
    fields.flags.extend(label::flags(parsed.label.of(raw)));
    fields.flags.extend(label::flags_in_caption(words));
    fields.flags.extend(label::flags_in_credit(behind));
    fields.flags.extend(label::flags_in_standing(around));
    fields.flags.sort_unstable();
    fields.flags.dedup();
    rights::complete(behind, fields);
    fields.people = people::find(words);
    parsed.dates = when::find(words);
    let archive = fields.flags.contains(&CreditFlag::File);
    fields.date = when::taken(words, &parsed.dates, archive);
    fields.taken = when::told(words, &parsed.dates, fields.date);
    parsed
}

/// Whether a credit makes a caption of a paragraph that does not call itself one.
fn is_pictured(fields: &Credit, credit: &str) -> bool {
    let lower = credit.to_lowercase();
    let said = ["photo", "foto", "image", "picture", "bild", "credit:", "illustration"];
    let named = !fields.photographers.is_empty() && !fields.agencies.is_empty();
    said.iter().any(|word| lower.contains(word))
        || named && (credit.contains('/') || fields.via.is_some())
        || fields.flags.contains(&CreditFlag::Pool)
}

#[cfg(test)]
mod tests;
