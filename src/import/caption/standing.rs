//! Words at the end of a caption that only say what kind of picture it is: "(Symbolbild)",
//! "Foto de archivo.", "Courtesy photo".

use super::lead::begun;
use crate::text::Span;

/// Such words, in lower case. The ones that stand for other things too count in brackets alone.
const WORDS: &[&str] = &[
    "file photo",
    "file photograph",
    "file picture",
    "file image",
    "archive photo",
    "archive picture",
    "archive image",
    "stock photo",
    "stock image",
    "illustrative photo",
    "illustrative image",
    "handout photo",
    "symbolbild",
    "symbolfoto",
    "beispielbild",
    "beispielfoto",
    "themenbild",
    "archivbild",
    "archivfoto",
    "archivaufnahme",
    "photo d'illustration",
    "image d'illustration",
    "photo d'archives",
    "photo d'archive",
    "image d'archives",
    "image d'archive",
    "foto de archivo",
    "fotografía de archivo",
    "imagen de archivo",
    "foto ilustrativa",
    "imagen ilustrativa",
    "foto referencial",
    "imagen referencial",
    "foto d'archivio",
    "foto de arquivo",
    "imagem de arquivo",
    "arkivfoto",
    "archieffoto",
];

const IN_BRACKETS: &[&str] = &[
    "file",
    "files",
    "handout",
    "archive",
    "archives",
    "archiv",
    "archivo",
    "illustration",
    "illustratie",
    "composite",
    "montage",
];

/// Who gave the picture is not told, and that it was given is.
const GIVEN: &[&str] = &[
    "courtesy photo",
    "courtesy photograph",
    "courtesy image",
    "photo courtesy",
    "contributed photo",
    "submitted photo",
    "foto de cortesía",
    "foto cortesía",
];

/// Whether `words` are nothing but a picture's standing.
pub(super) fn is_standing(words: &str) -> bool {
    is_one_of(WORDS, words)
}

/// Whether `words` begin with a picture's standing.
pub(super) fn begins(words: &str) -> bool {
    WORDS.iter().any(|standing| begun(words, standing).is_some())
}

/// Whether `words` say that someone gave the picture, and not who.
fn is_given(words: &str) -> bool {
    is_one_of(GIVEN, words)
}

/// The last words of `rest` that are a sentence of their own, or in brackets, and say nothing but
/// a picture's standing.
pub(super) fn find(raw: &str, rest: Span) -> Option<Span> {
    let (span, inner) = last(raw, rest)?;
    let bracketed = span.of(raw).starts_with(['(', '[']);
    (is_standing(inner) || bracketed && is_one_of(IN_BRACKETS, inner)).then_some(span)
}

/// The last words of `rest` where they say that someone gave the picture, and not who.
pub(super) fn find_given(raw: &str, rest: Span) -> Option<Span> {
    if is_given(rest.of(raw)) {
        return Some(rest);
    }
    let (span, inner) = last(raw, rest)?;
    is_given(inner).then_some(span)
}

/// The last sentence of `rest`, or what stands in brackets there: with them, and without.
fn last(raw: &str, rest: Span) -> Option<(Span, &str)> {
    let words = rest.of(raw);
    let closed = words.trim_end_matches(['.', ' ', ':']);
    let (start, inner) = if let Some(open) = closed.strip_suffix([')', ']']) {
        let (before, inner) = open.rsplit_once(['(', '['])?;
        (before.len(), inner)
    } else {
        let end = closed.rfind(['.', '!', '?', '…', '"', '”', '»', '|', '–', '—', ')'])?;
        let start = closed.ceil_char_boundary(end + 1);
        (start, closed.get(start..)?)
    };
    (start > 0).then(|| (Span::new(rest.start + start, rest.end).trim(raw), inner))
}

fn is_one_of(known: &[&str], words: &str) -> bool {
    let words = words.trim().trim_end_matches(['.', ':', ' ']);
    known.iter().any(|known| begun(words, known) == Some(words.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_words_are_taken_where_they_say_no_more() {
        for (raw, expected) in [
            ("Eine Fähre legt ab. (Symbolbild)", "(Symbolbild)"),
            ("Eine Fähre legt ab (Archiv).", "(Archiv)."),
            ("Un ferry quitte le port. Photo d’illustration", "Photo d’illustration"),
            ("Un ferry sale. Foto de archivo.", "Foto de archivo."),
            ("A ferry | File photo", "File photo"),
        ] {
            let found = find(raw, Span::new(0, raw.len())).map(|span| span.of(raw));
            assert_eq!(found, Some(expected), "{raw}");
        }
    }

    #[test]
    fn words_of_a_sentence_are_left() {
        for raw in ["Symbolbild", "He looks at a file photo", "The archive. (The file is lost)", ""]
        {
            assert_eq!(find(raw, Span::new(0, raw.len())), None, "{raw}");
        }
    }
}
