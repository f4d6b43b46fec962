//! Going to places in other articles and back, and the list of bookmarks.

use super::effect::{Effect, Source};
use super::picker::{Choice, Picker, PickerKind};
use super::{App, Screen};
use crate::library::{ArticleId, MarkedPlace};

/// How many articles one can go back through.
const LIMIT: usize = 100;

/// Places in other articles.
#[derive(Debug, Default)]
pub(super) struct Travels {
    /// Where the article that was asked for under a ticket is to be opened.
    landing: Option<(u64, usize)>,
    /// The articles that were left for a place in another, and the byte in them.
    left: Vec<(ArticleId, usize)>,
}

impl App {
    /// Goes to a byte of an article, which is opened where it is not.
    pub(super) fn go_to(&mut self, article: ArticleId, at: Option<usize>) -> Vec<Effect> {
        let here = self.reader.as_ref().and_then(|it| Some((it.opened.id?, it.sentence.start)));
        if here.is_some_and(|(open, _)| open == article) {
            self.bring_up(Screen::Article);
            if let Some((reader, at)) = self.reader.as_mut().zip(at) {
                reader.jump(at);
            }
            return Vec::new();
        }
        self.travels.left.extend(here);
        if self.travels.left.len() > LIMIT {
            self.travels.left.remove(0);
        }
        self.travel(article, at)
    }

    pub(super) fn travel(&mut self, article: ArticleId, at: Option<usize>) -> Vec<Effect> {
        let effects = self.open(Source::Library(article));
        self.travels.landing = at.map(|at| (self.asked.ticket, at));
        effects
    }

    /// Back to the article that was left last, where the open one has no jump to go back from.
    pub(super) fn travel_back(&mut self) -> Vec<Effect> {
        match self.travels.left.pop() {
            Some((article, at)) => self.travel(article, Some(at)),
            None => self.say("no jump to go back from"),
        }
    }

    /// The article that was asked for is open: goes to the place in it.
    pub(super) fn land(&mut self, ticket: u64) {
        let landing = self.travels.landing.take_if(|(asked, _)| *asked == ticket);
        if let Some((reader, (_, at))) = self.reader.as_mut().zip(landing) {
            reader.show(at);
        }
    }

    /// Lists the bookmarks: those of the open article, and those of the library.
    pub(super) fn list_bookmarks(&mut self, library: Vec<MarkedPlace>) -> Vec<Effect> {
        let mut choices = Vec::new();
        if let Some(reader) = &self.reader {
            let of_text = reader.opened.bookmarks.iter().filter(|it| it.name.is_ascii_lowercase());
            choices.extend(of_text.map(|bookmark| Choice {
                label: bookmark.name.to_string(),
                detail: line(&bookmark.anchor.exact),
                at: bookmark.anchor.find(reader.text()).map(|span| (None, span.start)),
                ..Choice::default()
            }));
        }
        choices.extend(library.into_iter().map(|place| Choice {
            label: place.bookmark.name.to_string(),
            detail: format!("{} · {}", line(&place.bookmark.anchor.exact), place.title),
            at: Some((Some(place.article), place.bookmark.anchor.span.start)),
            ..Choice::default()
        }));
        if choices.is_empty() {
            return self
                .say("no bookmarks; m and a letter sets one, a capital one for the library");
        }
        choices.sort_by(|one, other| one.label.cmp(&other.label));
        self.picker = Some(Picker::new(PickerKind::Bookmarks, choices));
        Vec::new()
    }

    /// Goes to the place of a choice.
    pub(super) fn go_to_choice(&mut self, choice: &Choice) -> Vec<Effect> {
        match choice.at {
            Some((Some(article), at)) => self.go_to(article, Some(at)),
            Some((None, at)) => {
                self.reader.iter_mut().for_each(|reader| reader.jump(at));
                Vec::new()
            }
            None => self.fail(format!("the words of bookmark {} are gone", choice.label)),
        }
    }
}

fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::super::marks::tests::stored;
    use super::super::tests::{PROSE, notice, opened, press};
    use super::*;
    use crate::app::Message;
    use crate::library::Opened;
    use crate::mark::{Anchor, Bookmark};
    use crate::text::Span;
    use uuid::Uuid;

    fn place(article: u128) -> MarkedPlace {
        let anchor = Anchor::new(PROSE, Span::new(65, 89));
        let article = ArticleId(Uuid::from_u128(article));
        MarkedPlace { article, title: "Boats".to_owned(), bookmark: Bookmark { name: 'B', anchor } }
    }

    fn sentence(app: &App) -> &str {
        let reader = app.reader.as_ref().unwrap();
        reader.sentence.of(reader.text())
    }

    #[test]
    fn a_place_in_another_article_is_gone_to_and_come_back_from() {
        let mut app = stored(80, 24);
        assert_eq!(press(&mut app, "' B"), [Effect::FindBookmark('B')]);
        press(&mut app, ".");
        let effects = app.update(Message::BookmarkFound(Some(place(9))));
        let Some(Effect::Open { ticket, .. }) = effects.last() else { panic!("{effects:?}") };
        let id = Some(ArticleId(Uuid::from_u128(9)));
        let there = Opened { id, ..opened(PROSE, "b.txt") };
        app.update(Message::Opened { ticket: *ticket, opened: Box::new(there) });
        assert_eq!(sentence(&app), "Some 40 boats lay there.");
        let effects = press(&mut app, "C-o");
        let Some(Effect::Open { ticket, .. }) = effects.last() else { panic!("{effects:?}") };
        let id = Some(ArticleId(Uuid::from_u128(7)));
        let here = Opened { id, ..opened(PROSE, "a.txt") };
        app.update(Message::Opened { ticket: *ticket, opened: Box::new(here) });
        assert_eq!(sentence(&app), "Anna Berg was the first keeper.");
        press(&mut app, "C-o");
        assert_eq!(notice(&app), "no jump to go back from");
    }

    #[test]
    fn bookmarks_of_article_and_library_are_listed_and_gone_to() {
        let mut app = stored(80, 24);
        let anchor = Anchor::new(PROSE, Span::new(32, 63));
        let reader = app.reader.as_mut().unwrap();
        reader.opened.bookmarks = vec![Bookmark { name: 'a', anchor }];
        assert_eq!(press(&mut app, "g b"), [Effect::Bookmarks]);
        app.update(Message::Bookmarks(vec![place(7)]));
        press(&mut app, "Enter");
        assert_eq!(sentence(&app), "Some 40 boats lay there.");
        app.update(Message::Bookmarks(vec![place(7)]));
        press(&mut app, "Down Enter");
        assert_eq!(sentence(&app), "Anna Berg was the first keeper.");
    }
}
