//! What changed in an article: to it and back.

use super::effect::Source;
use super::{App, Command, Effect, Screen};
use crate::mark::Standing;

/// What is said where a list of changes is taken for the article.
pub(super) const NOT_THE_ARTICLE: &str =
    "this tells what changed and is not the article; q goes back to it";

impl App {
    /// Whether what fills the screen says what changed in an article.
    pub(super) fn shows_changes(&self) -> bool {
        let compares = self.reader.as_ref().is_some_and(|it| it.opened.compares.is_some());
        compares && self.screen() == Screen::Article
    }

    /// Shows what changed since the last version, or since the one so many before; again goes back.
    pub(super) fn show_changes(&mut self, count: Option<usize>) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let (compares, versions) = (reader.opened.compares, reader.opened.versions);
        let Some(article) = compares.or(reader.opened.id) else {
            return self.say("the article is not in a library, which would know its versions");
        };
        if compares.is_some() && count.is_none() {
            return self.leave_changes();
        }
        let back = count.unwrap_or(1).max(1);
        if compares.is_none() {
            if back >= versions {
                return self.say(match versions {
                    0 | 1 => "the text of this article has not changed since it came".to_owned(),
                    2 => "there is one version before this one".to_owned(),
                    many => format!("there are {} versions before this one", many - 1),
                });
            }
            self.changes_left = reader.sentence.start;
        }
        self.open(Source::Changes { article, back })
    }

    /// Back to the article, where it was left.
    pub(super) fn leave_changes(&mut self) -> Vec<Effect> {
        let article = self.reader.as_ref().and_then(|it| it.opened.compares);
        let at = self.changes_left;
        article.map(|article| self.travel(article, Some(at))).unwrap_or_default()
    }

    /// Says what cannot be done with a list of changes; `None` for what can.
    pub(super) fn refuse_on_changes(&mut self, command: Command) -> Option<Vec<Effect>> {
        let on_article = matches!(
            command,
            Command::Highlight
                | Command::WriteNote
                | Command::WriteArticleNote
                | Command::Attach
                | Command::Cite
                | Command::CiteBlock
                | Command::RemoveMark
                | Command::SetMark
                | Command::Star
                | Command::Read
                | Command::Archive
        );
        (on_article && self.shows_changes()).then(|| self.say(NOT_THE_ARTICLE))
    }

    /// Says how to read a list of changes, or that words that were marked have changed.
    pub(super) fn tell_of_changes(&mut self) {
        if self.shows_changes() {
            self.say("g h shows what stayed too; q goes back to the article");
            return;
        }
        let Some(opened) = self.reader.as_ref().map(|it| &it.opened) else { return };
        let count = |standing: Standing| {
            opened.marks.iter().filter(|it| it.place.standing == standing).count()
        };
        let (changed, lost) = (count(Standing::Changed), count(Standing::Lost));
        let many = |count: usize| if count == 1 { "" } else { "s" };
        let told = match (changed, lost) {
            (0, 0) => return,
            (0, lost) => format!("the words of {lost} mark{} are gone", many(lost)),
            (changed, 0) => format!("the words of {changed} mark{} have changed", many(changed)),
            (changed, lost) => {
                format!(
                    "the words of {changed} mark{} have changed, of {lost} are gone",
                    many(changed)
                )
            }
        };
        let keys = self.input.keymap.keys(self.context(), Command::Changes);
        let how = keys.first().filter(|_| opened.versions > 1);
        let how = how.map(|key| format!("; {key} shows what changed")).unwrap_or_default();
        self.say(told + &how);
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{PROSE, notice, opened, press, reading};
    use super::*;
    use crate::app::Message;
    use crate::library::{ArticleId, Opened};
    use crate::mark::{Annotation, Place};
    use std::sync::Arc;
    use uuid::Uuid;

    fn id() -> ArticleId {
        ArticleId(Uuid::from_u128(7))
    }

    /// [`PROSE`] as an article that has had so many texts.
    fn stored(versions: usize) -> App {
        reading(Opened { id: Some(id()), versions, ..opened(PROSE, "a.txt") }, 80, 24)
    }

    fn asked(effects: &[Effect]) -> (u64, &Source) {
        match effects.last() {
            Some(Effect::Open { ticket, source }) => (*ticket, source),
            other => panic!("{other:?}"),
        }
    }

    /// What changed in an article of three texts, after two sentences on.
    fn changes() -> App {
        let mut app = stored(3);
        let effects = press(&mut app, "2 . g v");
        let (ticket, source) = asked(&effects);
        assert_eq!(*source, Source::Changes { article: id(), back: 1 });
        let told = opened("What changed\n\nSome 40 boats lay there.", "b.txt");
        let told = Opened { compares: Some(id()), facts: Some(Arc::default()), ..told };
        app.update(Message::Opened { ticket, opened: Box::new(told) });
        app
    }

    #[test]
    fn changes_are_gone_to_and_come_back_from() {
        for keys in ["g v", "q"] {
            let mut app = changes();
            assert!(app.shows_changes() && notice(&app).contains("g h"), "{}", notice(&app));
            let effects = press(&mut app, keys);
            let (ticket, source) = asked(&effects);
            assert_eq!(*source, Source::Library(id()));
            let back = Opened { id: Some(id()), ..opened(PROSE, "a.txt") };
            app.update(Message::Opened { ticket, opened: Box::new(back) });
            let reader = app.reader.as_ref().unwrap();
            assert_eq!(reader.sentence.of(reader.text()), "Some 40 boats lay there.");
        }
    }

    #[test]
    fn a_count_goes_further_back() {
        let mut app = changes();
        let effects = press(&mut app, "2 g v");
        assert_eq!(*asked(&effects).1, Source::Changes { article: id(), back: 2 });
        let mut app = stored(3);
        assert_eq!(press(&mut app, "3 g v"), []);
        assert_eq!(notice(&app), "there are 2 versions before this one");
    }

    #[test]
    fn an_article_of_one_text_says_so() {
        let mut app = stored(1);
        assert_eq!(press(&mut app, "g v"), []);
        assert_eq!(notice(&app), "the text of this article has not changed since it came");
    }

    #[test]
    fn nothing_is_marked_in_a_list_of_changes() {
        for keys in ["H", "a", "s", "y", "m a"] {
            let mut app = changes();
            assert_eq!(press(&mut app, keys), [], "{keys}");
            assert!(notice(&app).contains("is not the article"), "{keys}: {}", notice(&app));
        }
    }

    #[test]
    fn marks_whose_words_changed_are_told_when_the_article_opens() {
        let mark = |standing| {
            let place = Place { span: None, standing };
            Annotation { place, ..Annotation::default() }
        };
        let marks = vec![mark(Standing::Changed), mark(Standing::Changed), mark(Standing::Lost)];
        let opened = Opened { id: Some(id()), versions: 2, marks, ..opened(PROSE, "a.txt") };
        let app = reading(opened, 80, 24);
        let told = "the words of 2 marks have changed, of 1 are gone; g v shows what changed";
        assert_eq!(notice(&app), told);
    }
}
