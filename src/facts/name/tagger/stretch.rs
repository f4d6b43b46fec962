//! Stretches: where in a sentence names can stand. Everything else is outside of names without a
//! look, which is most of a text.

use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;
use std::ops::Range;

/// At most so many tokens without a capital stand within a name, one behind the other ("Ministry
/// of the Interior").
const GAP: usize = 2;

/// The stretches of `document`, by start.
pub(super) fn all(document: &Document<'_>) -> Vec<Range<usize>> {
    let sentences = document.sentences.iter();
    sentences.flat_map(|sentence| stretches(document, sentence.tokens.clone())).collect()
}

/// The stretches among `tokens` of a sentence: from a capital to a capital, with what can join
/// them.
fn stretches(document: &Document<'_>, tokens: Range<usize>) -> Vec<Range<usize>> {
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for at in tokens.clone() {
        if !document.token(at).is_capital() {
            continue;
        }
        let start = from(document, tokens.start, at);
        match stretches.last_mut() {
            Some(last) if start <= last.end + GAP && joins(document, last.end..start) => {
                last.end = at + 1;
            }
            _ => stretches.push(start..at + 1),
        }
    }
    for stretch in &mut stretches {
        stretch.end = until(document, stretch.end, tokens.end);
    }
    stretches
}

/// Where a name can begin whose first capital is at `at`: at a particle before it ("al-Qaida",
/// "de Gaulle").
fn from(document: &Document<'_>, start: usize, at: usize) -> usize {
    let particle = |at: usize| {
        let token = document.token(at);
        token.shape == Shape::Lower && token.is(Class::Particle)
    };
    let hyphen = usize::from(at > start + 1 && document.joins(at - 1));
    match at.checked_sub(1 + hyphen).filter(|&before| before >= start && particle(before)) {
        Some(before) => before,
        None => at,
    }
}

/// Where the stretch ends whose last capital ends at `end`: behind a number or syllable that
/// belongs to it ("Apollo 11", "Dae-jung").
fn until(document: &Document<'_>, end: usize, most: usize) -> usize {
    let number = document.token(end).shape == Shape::Number && end < most;
    let syllable = end + 1 < most && document.joins(end);
    if number {
        end + 1
    } else if syllable {
        end + 2
    } else {
        end
    }
}

/// Whether `between` can stand within a name: small words and joining marks.
fn joins(document: &Document<'_>, between: Range<usize>) -> bool {
    between.into_iter().all(|at| {
        let token = document.token(at);
        match token.shape {
            Shape::Mark => !matches!(document.word(at), "." | ";" | ":" | "?" | "!"),
            Shape::Break => false,
            _ => true,
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    fn read(text: &str) -> Vec<&str> {
        let document = prose(text);
        let stretches = stretches(&document, document.sentences[0].tokens.clone());
        stretches.into_iter().map(|tokens| document.span(tokens).of(text)).collect()
    }

    #[test]
    fn a_stretch_goes_from_capital_to_capital() {
        assert_eq!(
            read("Later the Ministry of the Interior sent a ship to Oslo."),
            ["Later the Ministry of the Interior", "Oslo"]
        );
        assert_eq!(read("there he met al-Qaida men"), ["al-Qaida"]);
        assert_eq!(read("so Charles de Gaulle left"), ["Charles de Gaulle"]);
        assert_eq!(read("it rained"), Vec::<&str>::new());
    }

    #[test]
    fn numbers_and_syllables_belong_to_it() {
        assert_eq!(read("there Apollo 11 and Kim Dae-jung met"), ["Apollo 11 and Kim Dae-jung"]);
    }
}
