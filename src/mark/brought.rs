//! What another program marked, made a mark of ours: its words are found in the text, and where
//! they are not, the mark is kept as lost.

use super::{Alignment, Anchor, Annotation, Color, Place, Standing, Target, same_words};
use crate::article::{self, Article};
use crate::text::Span;

/// The mark that an annotation of another program becomes on `article`.
pub fn brought(article: &Article, other: &article::Annotation) -> Annotation {
    let quote = other.quote.trim();
    let text = &article.text;
    let made = if quote.is_empty() {
        Annotation::on(Target::Article)
    } else {
        let span = locate(text, other);
        let standing = match span {
            None => Standing::Lost,
            Some(span) if same_words(span.of(text), quote) => Standing::Found,
            Some(_) => Standing::Changed,
        };
        let anchor = match (span, standing) {
            (Some(span), Standing::Found) => Anchor::new(text, span),
            _ => foreign(other),
        };
        Annotation { place: Place { span, standing }, ..Annotation::on(Target::Passage(anchor)) }
    };
    let created = other.created.as_ref().map_or(0, |it| it.seconds());
    let modified = other.modified.as_ref().map_or(created, |it| it.seconds());
    Annotation {
        color: (!quote.is_empty()).then(|| color(other.color.as_deref().unwrap_or_default())),
        note: other.note.clone().unwrap_or_default(),
        tags: other.tags.iter().filter_map(|tag| super::tag::tag(tag)).collect(),
        source: Some(name(other)),
        created,
        modified,
        ..made
    }
}

/// The words as the other program has them, with nowhere to stand.
fn foreign(other: &article::Annotation) -> Anchor {
    Anchor {
        span: Span::default(),
        exact: other.quote.trim().to_owned(),
        prefix: other.prefix.clone().unwrap_or_default(),
        suffix: other.suffix.clone().unwrap_or_default(),
    }
}

/// Where the words stand: as they are, with what surrounds them deciding between several places;
/// else in the spaces, quotation marks and spelling of the text.
fn locate(text: &str, other: &article::Annotation) -> Option<Span> {
    let anchor = foreign(other);
    let there = other.span.filter(|span| same_words(span.of(text), &anchor.exact));
    if there.is_some() {
        return there;
    }
    match text.match_indices(&anchor.exact).count() {
        0 => {
            let before = format!("{}{}{}", anchor.prefix, anchor.exact, anchor.suffix);
            let start = anchor.prefix.len();
            let span = Span::new(start, start + anchor.exact.len());
            Alignment::new(&before, text).carry(span).span()
        }
        1 => text.find(&anchor.exact).map(|at| Span::new(at, at + anchor.exact.len())),
        _ => anchor.find(text),
    }
}

/// The color of ours that is nearest to another program's name for one.
fn color(name: &str) -> Color {
    match name.to_lowercase().as_str() {
        "green" | "lime" | "olive" => Color::Green,
        "blue" | "cyan" | "teal" | "aqua" => Color::Blue,
        "red" | "orange" | "pink" => Color::Red,
        "purple" | "violet" | "magenta" => Color::Purple,
        _ => Color::Yellow,
    }
}

/// What the mark is known by when it comes again: the other program's name for it, else its words.
fn name(other: &article::Annotation) -> String {
    if let Some(id) = &other.id {
        return id.clone();
    }
    let note = other.note.as_deref().unwrap_or_default();
    // FNV-1a (Fowler, Noll, Vo): stable between versions of the program.
    let hash = other
        .quote
        .bytes()
        .chain([0])
        .chain(note.bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("words {hash:016x}")
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The gates failed. “We were lucky,” she said. The gates failed again.";

    fn note(quote: &str) -> article::Annotation {
        article::Annotation { quote: quote.to_owned(), ..article::Annotation::default() }
    }

    /// What became of a note from elsewhere: its standing and words.
    fn found(other: &article::Annotation) -> String {
        let article = Article { text: TEXT.to_owned(), ..Article::default() };
        let mark = brought(&article, other);
        let words = mark.place.span.map_or("-", |span| span.of(TEXT));
        format!("{} {words}", mark.place.standing.name())
    }

    #[test]
    fn words_are_found_whatever_their_spaces_and_quotation_marks() {
        assert_eq!(found(&note("We were lucky")), "found We were lucky");
        assert_eq!(found(&note("\"We  were\nlucky,\" she")), "found “We were lucky,” she");
    }

    #[test]
    fn what_surrounds_them_decides_between_two_places() {
        let prefix = Some("she said. The ".into());
        let second = article::Annotation { prefix, ..note("gates failed") };
        let article = Article { text: TEXT.to_owned(), ..Article::default() };
        let span = brought(&article, &second).place.span.unwrap();
        assert_eq!(span.start, TEXT.rfind("gates").unwrap());
        assert_eq!(found(&note("gates failed")), "lost -");
    }

    #[test]
    fn words_that_are_not_there_are_kept_as_lost() {
        let other = article::Annotation { note: Some("Who?".into()), ..note("The mayor resigned") };
        assert_eq!(found(&other), "lost -");
        let article = Article { text: TEXT.to_owned(), ..Article::default() };
        let mark = brought(&article, &other);
        assert_eq!((mark.quote(), mark.note.as_str()), ("The mayor resigned", "Who?"));
    }

    #[test]
    fn the_same_again_has_the_same_name() {
        let article = Article { text: TEXT.to_owned(), ..Article::default() };
        let source = |other| brought(&article, &other).source;
        assert_eq!(source(note("a")), source(note("a")));
        assert_ne!(source(note("a")), source(note("b")));
        let named = article::Annotation { id: Some("x7".into()), ..note("a") };
        assert_eq!(source(named), Some("x7".to_owned()));
    }
}
