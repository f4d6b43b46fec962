//! Quotation marks: where quoted words begin and end. Curly, straight, German and French marks;
//! nested ones are left inside; one that is never closed reaches to the end of its paragraph.

use crate::facts::document::Document;
use crate::facts::token::Shape;
use std::ops::Range;

/// Words between quotation marks, within one paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Quoted {
    /// The tokens, marks included.
    pub(crate) tokens: Range<usize>,
    /// Whether a closing mark was found.
    pub(crate) closed: bool,
    /// Whether the paragraph before left its quotation open, and this one goes on with it.
    pub(crate) continued: bool,
    /// The number of words inside.
    pub(crate) words: usize,
}

/// The marks that can open a quotation, and what closes it.
const PAIRS: &[(&str, &[&str])] = &[
    ("“", &["”"]),
    ("„", &["“", "”"]),
    ("«", &["»"]),
    ("»", &["«"]),
    ("\"", &["\"", "”"]),
    ("‘", &["’"]),
    ("‹", &["›"]),
    ("「", &["」"]),
    ("『", &["』"]),
];

/// The quoted words of `document`, by start; none lie inside others.
pub(crate) fn quoted(document: &Document<'_>) -> Vec<Quoted> {
    let mut found: Vec<Quoted> = Vec::new();
    for tokens in paragraphs(document) {
        let mut at = tokens.start;
        while at < tokens.end {
            let Some((width, closing)) = opening(document, at) else {
                at += 1;
                continue;
            };
            let opens = at == tokens.start || begins_line(document, at);
            let continued = opens
                && found.last().is_some_and(|last| !last.closed && adjoins(document, last, at));
            let quoted = quotation(document, at..tokens.end, width, closing);
            at = quoted.tokens.end;
            found.push(Quoted { continued, ..quoted });
        }
    }
    // An open mark that no paragraph goes on with is more likely a slip.
    let kept: Vec<bool> = (0..found.len())
        .map(|index| {
            found.get(index).is_none_or(|quoted| {
                let goes_on = found.get(index + 1).is_some_and(|next| next.continued);
                quoted.closed || goes_on || document.word(quoted.tokens.start) == "“"
            })
        })
        .collect();
    found
        .into_iter()
        .zip(kept)
        .filter(|(quoted, kept)| *kept && quoted.words > 0)
        .map(|(quoted, _)| quoted)
        .collect()
}

/// The tokens of each block.
fn paragraphs(document: &Document<'_>) -> Vec<Range<usize>> {
    let mut paragraphs: Vec<(usize, Range<usize>)> = Vec::new();
    for sentence in &document.sentences {
        match paragraphs.last_mut() {
            Some((block, tokens)) if *block == sentence.block => tokens.end = sentence.tokens.end,
            _ => paragraphs.push((sentence.block, sentence.tokens.clone())),
        }
    }
    paragraphs.into_iter().map(|(_, tokens)| tokens).collect()
}

/// Whether no paragraph lies between the open quotation `last` and the token at `at`.
fn adjoins(document: &Document<'_>, last: &Quoted, at: usize) -> bool {
    at.saturating_sub(last.tokens.end) <= 2
        && (document.before(at, 1).is_break() || begins_line(document, at))
}

/// How many tokens the opening mark at `at` takes, if it is one, and what closes it.
fn opening(document: &Document<'_>, at: usize) -> Option<(usize, &'static [&'static str])> {
    let token = document.token(at);
    if token.shape != Shape::Mark {
        return None;
    }
    let mark = document.word(at);
    let follows = document.token(at + 1).glued;
    if matches!(mark, "'" | "`") {
        let double = follows && document.word(at + 1) == mark && document.token(at + 2).glued;
        return (double && !token.glued).then_some((2, &["''"]));
    }
    let closing = PAIRS.iter().find(|(open, _)| *open == mark).map(|(_, close)| *close)?;
    let before = document.before(at, 1);
    let inch = mark == "\"" && token.glued && before.shape == Shape::Number;
    // A single mark in a word is an apostrophe; a closing French mark opens nothing in French.
    let apostrophe = mark == "‘" && (token.glued && before.is_word() || !follows);
    let french = mark == "»" && (token.glued || !follows);
    // What is left of a page's markup: `date="May"`.
    let attribute = token.glued && document.word(at.wrapping_sub(1)) == "=";
    (!inch && !apostrophe && !french && !attribute).then_some((1, closing))
}

/// The quotation that opens at the start of `tokens`.
fn quotation(
    document: &Document<'_>,
    tokens: Range<usize>,
    width: usize,
    closing: &[&str],
) -> Quoted {
    let mark = document.word(tokens.start);
    let mut words = 0;
    let mut nested = 0_usize;
    let mut at = tokens.start + width;
    while at < tokens.end {
        let token = document.token(at);
        words += usize::from(token.is_word() || token.shape == Shape::Number);
        if token.shape == Shape::Mark {
            let word = document.word(at);
            let double =
                word == "'" && document.word(at + 1) == "'" && document.token(at + 1).glued;
            let slip = mark == "“" && word == "\"" && ends_word(document, at);
            let closes = (closing.contains(&word) || slip) && !is_apostrophe(document, at)
                || closing == ["''"] && double;
            if mark == word && begins_line(document, at) {
                // Each paragraph of a long quotation opens anew, and only the last one closes.
                return Quoted { tokens: tokens.start..at, closed: false, continued: false, words };
            }
            if closes && nested == 0 {
                let end = at + if double && closing == ["''"] { 2 } else { 1 };
                return Quoted { tokens: tokens.start..end, closed: true, continued: false, words };
            }
            if closes {
                nested -= 1;
            } else if word == mark && mark != "\"" || word == "“" && mark == "\"" {
                nested += 1;
            }
        }
        at += 1;
    }
    let mut end = tokens.end;
    while end > tokens.start && document.before(end, 1).is_break() {
        end -= 1;
    }
    Quoted { tokens: tokens.start..end, closed: false, continued: false, words }
}

/// Whether the straight mark at `at` stands behind a word and before none.
fn ends_word(document: &Document<'_>, at: usize) -> bool {
    let next = document.token(at + 1);
    document.token(at).glued && !(next.glued && next.is_word())
}

/// Whether a new line begins at `at`.
fn begins_line(document: &Document<'_>, at: usize) -> bool {
    let between =
        crate::text::Span::new(document.before(at, 1).span.end, document.token(at).span.start);
    between.of(document.text).contains('\n')
}

/// Whether the mark at `at` is an apostrophe behind a plural ("the boys’ boat").
fn is_apostrophe(document: &Document<'_>, at: usize) -> bool {
    let next = document.token(at + 1);
    document.word(at) == "’"
        && document.token(at).glued
        && next.is_word()
        && next.shape == Shape::Lower
        && document.before(at, 1).is_word()
        && !next.glued
        && document.before(at, 1).span.of(document.text).ends_with('s')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    fn read(text: &str) -> Vec<&str> {
        let document = prose(text);
        let found = quoted(&document);
        found.into_iter().map(|quoted| document.span(quoted.tokens).of(text)).collect()
    }

    #[test]
    fn reads_marks_of_several_countries() {
        assert_eq!(read("He said “It sank,” and left."), ["“It sank,”"]);
        assert_eq!(read("He said \"It sank,\" and \"It rose.\""), ["\"It sank,\"", "\"It rose.\""]);
        assert_eq!(read("Er sagte: „Es sank“ und ging."), ["„Es sank“"]);
        assert_eq!(read("Il dit « Il a coulé » et partit."), ["« Il a coulé »"]);
        assert_eq!(read("He said ''It sank'' and left."), ["''It sank''"]);
    }

    #[test]
    fn nested_quotations_stay_inside() {
        assert_eq!(read("“He cried ‘Help’ twice,” she said."), ["“He cried ‘Help’ twice,”"]);
    }

    #[test]
    fn apostrophes_and_inches_open_nothing() {
        assert_eq!(read("It’s the boys’ 6\" boat, isn’t it?"), Vec::<&str>::new());
    }

    #[test]
    fn an_open_mark_reaches_to_the_end_of_the_paragraph() {
        assert_eq!(read("She said: “It sank. It is gone."), ["“It sank. It is gone."]);
    }
}
