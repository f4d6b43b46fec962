//! Articles asked for, coming in, and left.

use super::effect::Source;
use super::prompt::{Prompt, PromptKind};
use super::reader::Reader;
use super::{App, Command, Effect, Message, Screen};
use crate::library::{ArticleId, Change, ChangeKind, Opened};
use crate::mark::{Annotation, Bookmark, MarkId};

/// Which articles were asked for.
#[derive(Debug, Default)]
pub(super) struct Asked {
    /// The number of the last asking.
    pub(super) ticket: u64,
    /// How many files stand on the command line.
    pub(super) files: usize,
    /// Which of them was asked for last.
    pub(super) file: usize,
}

impl App {
    /// The effect that asks for an article; answers to earlier ones are stale from now on.
    pub(super) fn ask_for(&mut self, source: Source) -> Effect {
        if let Source::File(at) = source {
            self.asked.file = at;
        }
        self.asked.ticket += 1;
        Effect::Open { ticket: self.asked.ticket, source }
    }

    /// Leaves the open article for another.
    pub(super) fn open(&mut self, source: Source) -> Vec<Effect> {
        let mut effects = self.leave();
        effects.push(self.ask_for(source));
        effects
    }

    /// Opens the article before or after the open one: the next file, or the next of the list.
    pub(super) fn step_article(&mut self, by: isize) -> Vec<Effect> {
        if self.asked.files > 1 && !self.screens.contains(&Screen::Library) {
            let next = self.asked.file.saturating_add_signed(by);
            if next == self.asked.file || next >= self.asked.files {
                return self.say("no more files that way");
            }
            return self.open(Source::File(next));
        }
        let before = self.shelf.selected;
        let query = self.shelf.step(by);
        if self.shelf.selected == before {
            return self.say("no more articles that way");
        }
        match self.shelf.chosen().map(|entry| entry.id) {
            Some(id) => self.open(Source::Library(id)),
            None => query.map(Effect::List).into_iter().collect(),
        }
    }

    /// Keeps the place in the open article.
    pub(super) fn leave(&self) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let Some(id) = reader.opened.id else { return Vec::new() };
        let progress = u8::try_from(reader.percent()).unwrap_or(100);
        vec![Effect::KeepPosition { id, at: reader.top.at, progress }]
    }

    /// Takes in what was asked for.
    pub(super) fn take(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::Listed(listing) => {
                self.shelf.take(listing);
                self.choose_open_article();
                Vec::new()
            }
            Message::Opened { ticket, opened } => self.take_article(ticket, *opened),
            Message::Facts { ticket, facts } => {
                if let Some(reader) = self.reader.as_mut().filter(|it| it.ticket == ticket) {
                    reader.take_facts(facts);
                }
                Vec::new()
            }
            Message::Stored { ticket, id, known } => self.take_name(ticket, id, *known),
            Message::Changed(change) => {
                let mut effects = self.note_made(&change.kind);
                effects.extend(self.take_change(&change, "", &change.summary()));
                effects
            }
            Message::Undone(change) => {
                self.take_change(&change, "undone: ", &change.inverse().summary())
            }
            Message::Redone(change) => self.take_change(&change, "done again: ", &change.summary()),
            Message::Copied { what, by } => self.say(format!("copied {what} with {by}")),
            Message::NotCopied { text, what } => self.copy_by_terminal(text, what),
            Message::Corrections(listed) => self.take_corrections(listed),
            Message::LibraryChanged => self.look_again(),
            other => self.take_marks(other),
        }
    }

    /// Takes in what concerns highlights, notes, bookmarks and tags.
    fn take_marks(&mut self, message: Message) -> Vec<Effect> {
        match message {
            Message::MarksListed(listing) => self.ledger.take(listing),
            Message::Marks { article, marks } => {
                let open = self.reader.as_mut().filter(|it| it.opened.id == Some(article));
                if let Some(reader) = open {
                    reader.take_marks(marks);
                }
            }
            Message::Tags { article, tags } => {
                let prompt = Prompt::new(PromptKind::Tags(article), &tags.join(" "));
                self.prompt = Some(prompt);
                self.tags_asked = tags;
            }
            Message::Bookmarks(places) => return self.list_bookmarks(places),
            Message::BookmarkFound(Some(place)) => {
                return self.go_to(place.article, Some(place.bookmark.anchor.span.start));
            }
            Message::BookmarkFound(None) => {
                return self.fail("no such bookmark in the library; m and the letter sets it");
            }
            _ => (),
        }
        Vec::new()
    }

    /// Asks anew for what is on the screen: another process changed the library.
    fn look_again(&self) -> Vec<Effect> {
        let mut effects = vec![Effect::List(self.shelf.query.clone())];
        effects.extend(self.reader.as_ref().and_then(|it| it.opened.id).map(Effect::Marks));
        if self.screen() == Screen::Ledger {
            effects.push(Effect::ListMarks(self.ledger.query.clone()));
        }
        effects
    }

    fn take_article(&mut self, ticket: u64, opened: Opened) -> Vec<Effect> {
        if ticket != self.asked.ticket {
            return Vec::new();
        }
        if let Some(reader) = self.reader.as_mut().filter(|it| it.ticket == ticket) {
            reader.complete(opened);
            return Vec::new();
        }
        let id = opened.id;
        let settings = self.reader.as_ref().map(|reader| reader.setting);
        let mut reader = Reader::new(ticket, opened);
        if let Some(setting) = settings {
            reader.setting = setting;
        }
        self.reader = Some(reader);
        self.screens.retain(|screen| *screen != Screen::Picture);
        self.bring_up(Screen::Article);
        self.choose_open_article();
        self.lay_out();
        self.land(ticket);
        self.tell_address_only();
        self.tell_of_changes();
        self.tell_of_draft();
        id.map(remember_open).into_iter().collect()
    }

    /// Says that a note was begun here and not finished.
    fn tell_of_draft(&mut self) {
        if self.reader.as_ref().is_some_and(|reader| !reader.opened.drafts.is_empty()) {
            self.say("a note was not finished; a goes on with it");
        }
    }

    /// Says what can be done with an article of which only the address was kept.
    fn tell_address_only(&mut self) {
        let open = self.reader.as_ref().map(|reader| &reader.opened.article.kept);
        if open.is_some_and(|kept| kept.address_only) {
            let keys = self.input.keymap.keys(self.context(), Command::Original);
            let how = keys.first().map(|key| format!("; {key} opens it in the browser"));
            let how = how.unwrap_or_default();
            self.say(format!("only the address of this article was kept{how}"));
        }
    }

    /// The article opened from a file has its name in the library now, and what was known of it.
    fn take_name(&mut self, ticket: u64, id: ArticleId, known: Opened) -> Vec<Effect> {
        let Some(reader) = self.reader.as_mut().filter(|it| it.ticket == ticket) else {
            return Vec::new();
        };
        reader.opened.id = Some(id);
        reader.opened.state = known.state;
        reader.opened.starred = known.starred;
        let marks = std::mem::replace(&mut reader.opened.marks, known.marks);
        let bookmarks = std::mem::replace(&mut reader.opened.bookmarks, known.bookmarks);
        reader.opened.tags = known.tags;
        reader.opened.corrections = known.corrections;
        reader.opened.versions = known.versions;
        reader.opened.drafts = known.drafts;
        if known.position > 0 && reader.top == reader.page().first() {
            reader.put_at_top(known.position);
        }
        let owed = owed(id, marks, bookmarks, &reader.opened);
        reader.list_facts();
        let mut effects = vec![remember_open(id), Effect::List(self.shelf.query.clone())];
        effects.extend(owed);
        self.tell_of_changes();
        self.tell_of_draft();
        effects
    }

    /// Lets the list's choice follow the open article.
    fn choose_open_article(&mut self) {
        let open = self.reader.as_ref().and_then(|reader| reader.opened.id);
        let at = open.and_then(|id| self.shelf.listing.entries.iter().position(|it| it.id == id));
        if let Some(at) = at.filter(|_| self.screen() == Screen::Article) {
            self.shelf.selected = at + self.shelf.listing.query.skip;
        }
    }
}

/// The changes that were made while the article had no name in the library yet.
fn owed(
    article: ArticleId,
    marks: Vec<Annotation>,
    bookmarks: Vec<Bookmark>,
    known: &Opened,
) -> Vec<Effect> {
    let again = |mark: &Annotation| {
        known.marks.iter().any(|it| it.place.span == mark.place.span && it.note == mark.note)
    };
    let marks = marks.into_iter().filter(|mark| !again(mark)).map(|mark| ChangeKind::Annotation {
        before: None,
        after: Some(Box::new(Annotation { id: MarkId::default(), ..mark })),
    });
    let bookmarks = bookmarks.into_iter().map(|bookmark| ChangeKind::Bookmark {
        before: known.bookmarks.iter().find(|it| it.name == bookmark.name).cloned(),
        after: Some(bookmark),
    });
    marks.chain(bookmarks).map(|kind| Effect::Change(Change { article, kind })).collect()
}

/// What is kept so that the article is open again at the next start.
fn remember_open(id: ArticleId) -> Effect {
    Effect::Remember { key: "open article", value: id.0.to_string() }
}

#[cfg(test)]
mod tests {
    use crate::app::tests::{PROSE, opened, reading};
    use crate::article::{Annotation, Kept};
    use crate::library::Opened;
    use std::sync::Arc;

    /// [`PROSE`] with what another program kept of it.
    fn kept(kept: Kept) -> Opened {
        let opened = opened(PROSE, "a.txt");
        let mut article = Arc::unwrap_or_clone(opened.article);
        article.kept = kept;
        Opened { article: Arc::new(article), ..opened }
    }

    #[test]
    fn an_article_without_its_text_says_how_to_get_at_it() {
        let app = reading(kept(Kept { address_only: true, ..Kept::default() }), 80, 24);
        let said = app.notice.map(|notice| notice.text).unwrap_or_default();
        assert_eq!(said, "only the address of this article was kept; o opens it in the browser");
    }

    #[test]
    fn what_another_program_kept_is_among_what_is_known() {
        let quote = "harbour opened".to_owned();
        let note = Some("Which one?".to_owned());
        let annotations = vec![Annotation { quote, note, ..Annotation::default() }];
        let app = reading(kept(Kept { starred: true, annotations, ..Kept::default() }), 80, 24);
        let rows = app.reader.unwrap().info();
        let shown = rows.iter().filter(|row| row.group == "Kept elsewhere");
        let shown: Vec<_> = shown.map(|row| (row.label.as_str(), row.detail.as_str())).collect();
        let highlight = ("highlight", "“harbour opened”: Which one?");
        assert_eq!(shown, [("starred", "yes"), highlight]);
    }
}
