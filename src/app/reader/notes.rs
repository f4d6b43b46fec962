//! The items of the tab of notes: notes, highlights and bookmarks, in the order of the text.

use super::items::{Item, Mention, words};
use crate::library::Opened;
use crate::mark::{Annotation, Bookmark, Standing, Target};
use crate::text::{Span, sentence};

/// The items, in the order of the text; what is on the whole article first, what is lost last.
pub(super) fn items(opened: &Opened) -> Vec<Item> {
    let text = opened.article.text.as_str();
    let marks = opened.marks.iter().map(|mark| (rank(mark), mark_item(text, mark)));
    let bookmarks = opened.bookmarks.iter().map(|bookmark| {
        let item = bookmark_item(text, bookmark);
        let start = item.mentions.first().map(|it| it.span.start);
        ((if start.is_some() { 1 } else { 2 }, start.unwrap_or_default()), item)
    });
    let mut items: Vec<((u8, usize), Item)> = marks.chain(bookmarks).collect();
    items.sort_by_key(|(rank, _)| *rank);
    items.into_iter().map(|(_, item)| item).collect()
}

fn rank(mark: &Annotation) -> (u8, usize) {
    match (mark.place.span, &mark.target) {
        (Some(span), _) => (1, span.start),
        (None, Target::Article) => (0, 0),
        (None, _) => (2, mark.target.anchor().map_or(0, |it| it.span.start)),
    }
}

fn mark_item(text: &str, mark: &Annotation) -> Item {
    let span = mark.place.span;
    let quote = span.map_or_else(|| in_context(mark), |span| words(text, span));
    let note = line(&mark.note);
    let color = mark.color.map(|color| format!("{} {}", color.sign(), color.name()));
    let tags = mark.tags.iter().map(|tag| format!("#{tag}"));
    let on = match &mark.target {
        Target::Article => Some("on the whole article".to_owned()),
        Target::Image(_) => Some("on an image".to_owned()),
        Target::Passage(_) => None,
    };
    let standing = match mark.place.standing {
        Standing::Found => None,
        Standing::Changed => Some("the words have changed".to_owned()),
        Standing::Lost => Some("lost: the words are gone".to_owned()),
    };
    let (head, color) = if note.is_empty() {
        (color.unwrap_or_else(|| "highlight".to_owned()), None)
    } else {
        (note, color)
    };
    let detail: Vec<String> = standing.into_iter().chain(on).chain(color).chain(tags).collect();
    Item {
        head,
        detail: detail.join(" · "),
        body: quote,
        mentions: span.map(|span| mention(text, span)).into_iter().collect(),
        unsure: mark.place.standing != Standing::Found,
        mark: Some(mark.id),
        ..Item::default()
    }
}

/// The words a lost mark was made on, between brackets in what stood around them.
fn in_context(mark: &Annotation) -> String {
    match mark.target.anchor() {
        Some(it) if mark.place.standing == Standing::Lost => {
            line(&format!("…{}[{}]{}…", it.prefix, it.exact, it.suffix))
        }
        _ => line(mark.quote()),
    }
}

fn bookmark_item(text: &str, bookmark: &Bookmark) -> Item {
    let span = bookmark.anchor.find(text);
    Item {
        head: format!("bookmark {}", bookmark.name),
        detail: if span.is_some() { String::new() } else { "its words are gone".to_owned() },
        body: line(&bookmark.anchor.exact),
        mentions: span.map(|span| mention(text, span)).into_iter().collect(),
        unsure: span.is_none(),
        ..Item::default()
    }
}

fn mention(text: &str, span: Span) -> Mention {
    let whole = Span::new(0, text.len());
    let first = sentence::sentence_at(text, whole, span.start);
    Mention { span, sentence: Span::new(first.start, first.end.max(span.end)) }
}

fn line(text: &str) -> String {
    words(text, Span::new(0, text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Article;
    use crate::mark::{Anchor, Color, Place};
    use std::sync::Arc;

    const TEXT: &str = "The mill stood idle. Then a baker bought it.";

    #[test]
    fn notes_stand_in_the_order_of_the_text() {
        let at = |words: &str| {
            let start = TEXT.find(words).unwrap();
            Span::new(start, start + words.len())
        };
        let lost = Place { span: None, standing: Standing::Lost };
        let marks = vec![
            Annotation { color: Some(Color::Red), ..Annotation::passage(TEXT, at("a baker")) },
            Annotation { note: "Which\nmill?".into(), ..Annotation::passage(TEXT, at("mill")) },
            Annotation { note: "All.".into(), ..Annotation::default() },
            Annotation { place: lost, ..Annotation::passage(TEXT, at("idle")) },
        ];
        let bookmarks = vec![Bookmark { name: 'a', anchor: Anchor::new(TEXT, at("Then")) }];
        let article = Arc::new(Article { text: TEXT.to_owned(), ..Article::default() });
        let opened = Opened { article, bookmarks, marks, ..Opened::default() };
        let items = items(&opened);
        let heads: Vec<&str> = items.iter().map(|it| it.head.as_str()).collect();
        assert_eq!(heads, ["All.", "Which mill?", "bookmark a", "◆ red", "highlight"]);
        assert_eq!((items[3].body.as_str(), items[4].mentions.len()), ("a baker", 0));
        assert!(items[4].detail.starts_with("lost"));
        assert_eq!(items[4].body, "…The mill stood [idle]. Then a baker bought it.…");
    }
}
