//! Whether an article is in English, the one language whose names are read.

use super::document::Document;
use super::lexicon::Class;
use crate::article::Meta;

/// The language that `meta` states, if its words do not belie it; what the words show where
/// `meta` is silent. `None` for an article too short to tell.
pub(crate) fn language(meta: &Meta, document: &Document<'_>) -> Option<String> {
    let stated = meta.language.as_ref().map(|stated| stated.value.to_lowercase());
    let english = share(document);
    match (stated, english) {
        (Some(stated), Some(share)) if is_english(&stated) && share < 12 => Some("und".to_owned()),
        (Some(stated), Some(share)) if !is_english(&stated) && share > 30 => Some("en".to_owned()),
        (Some(stated), _) => Some(stated),
        (None, Some(share)) => Some(if share >= 15 { "en" } else { "und" }.to_owned()),
        (None, None) => None,
    }
}

/// Whether `tag` (BCP 47) names English.
pub(crate) fn is_english(tag: &str) -> bool {
    tag.split(['-', '_']).next().is_some_and(|primary| primary.eq_ignore_ascii_case("en"))
}

/// How many of a hundred words are words of English grammar; `None` for fewer than 30 words.
/// English prose has 35 to 50, other languages a few by chance.
fn share(document: &Document<'_>) -> Option<usize> {
    let words = document.tokens.iter().filter(|token| token.is_word()).take(2_000);
    let (mut all, mut english) = (0, 0);
    for token in words {
        all += 1;
        english += usize::from(token.is(Class::Function) || token.is(Class::Cue));
    }
    // Scripts without spaces make few, long words; marks and digits make none.
    let letters: usize = document.tokens.iter().map(|token| token.span.len()).sum();
    if all < 30 && letters < 400 { None } else { Some(english * 100 / all.max(1)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Origin, Stated};
    use crate::facts::document::tests::prose;

    const ENGLISH: &str = "The ferry left the port at noon and was to be back by the evening, but \
        it sank in a storm that came up from the west, and no one who was on it has been seen \
        since then by any of the boats that were sent out.";
    const GERMAN: &str = "Die Fähre verließ den Hafen gegen Mittag und sollte am Abend zurück \
        sein, doch sie sank in einem Sturm, der von Westen aufzog, und niemand, der an Bord war, \
        wurde seither von einem der Boote gesehen, die man ausgesandt hatte.";
    const JAPANESE: &str =
        "その船は正午に港を出て、夕方には戻るはずだったが、西から来た嵐の中で沈んだ。";

    fn told(tag: Option<&str>, text: &str) -> Option<String> {
        let language = tag.map(|tag| Stated::new(tag.to_owned(), Origin::MetaElement));
        language_of(&Meta { language, ..Meta::default() }, text)
    }

    fn language_of(meta: &Meta, text: &str) -> Option<String> {
        language(meta, &prose(text))
    }

    #[test]
    fn english_is_told_by_its_small_words() {
        assert_eq!(told(None, ENGLISH).as_deref(), Some("en"));
        assert_eq!(told(None, GERMAN).as_deref(), Some("und"));
        assert_eq!(told(None, &JAPANESE.repeat(5)).as_deref(), Some("und"));
    }

    #[test]
    fn a_short_text_is_not_judged() {
        assert_eq!(told(None, "Ferry sinks"), None);
    }

    #[test]
    fn the_stated_language_stands_unless_the_words_belie_it() {
        assert_eq!(told(Some("de-AT"), GERMAN).as_deref(), Some("de-at"));
        assert_eq!(told(Some("en-GB"), ENGLISH).as_deref(), Some("en-gb"));
        assert_eq!(told(Some("en"), GERMAN).as_deref(), Some("und"));
        assert_eq!(told(Some("fr"), ENGLISH).as_deref(), Some("en"));
    }
}
