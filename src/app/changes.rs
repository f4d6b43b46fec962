//! What a reader changes of an article: its state, its star, its bookmarks.

use super::effect::Source;
use super::ledger::words;
use super::revisions::NOT_THE_ARTICLE;
use super::{App, Effect, Screen};
use crate::library::{ArticleId, Change, ChangeKind, Correction, State};
use crate::mark::{Anchor, Annotation, Bookmark};

/// An article that a change is made to.
struct Target {
    id: Option<ArticleId>,
    state: State,
    starred: bool,
    progress: u8,
}

impl App {
    /// The open article, or the chosen one of the list.
    fn target(&self) -> Option<Target> {
        if self.screen() == Screen::Library {
            let entry = self.shelf.chosen()?;
            let id = Some(entry.id);
            let (state, starred, progress) = (entry.state, entry.starred, entry.progress);
            return Some(Target { id, state, starred, progress });
        }
        let reader = self.reader.as_ref()?;
        let opened = &reader.opened;
        let progress = u8::try_from(reader.percent()).unwrap_or(100);
        Some(Target { id: opened.id, state: opened.state, starred: opened.starred, progress })
    }

    /// Asks for the tags of the article.
    pub(super) fn ask_for_tags(&mut self) -> Vec<Effect> {
        match self.target().map(|target| target.id) {
            Some(Some(id)) => vec![Effect::Tags(id)],
            Some(None) => self.say("the article is not in a library"),
            None => Vec::new(),
        }
    }

    /// Gives an article these tags and no others.
    pub(super) fn set_tags(&mut self, article: ArticleId, line: &str) -> Vec<Effect> {
        let before = std::mem::take(&mut self.tags_asked);
        let after = words(line);
        if before == after {
            return Vec::new();
        }
        self.change(Some(article), ChangeKind::Tags { before, after })
    }

    /// Stars the article, or takes the star away.
    pub(super) fn star(&mut self) -> Vec<Effect> {
        let Some(target) = self.target() else { return Vec::new() };
        self.change(target.id, ChangeKind::Star { after: !target.starred })
    }

    /// Gives the article the state, or takes it back where it has it.
    pub(super) fn toggle_state(&mut self, state: State) -> Vec<Effect> {
        let Some(target) = self.target() else { return Vec::new() };
        let open = if target.progress > 0 { State::Reading } else { State::Unread };
        let after = match (target.state == state, state) {
            (false, state) => state,
            (true, State::Read) => State::Unread,
            (true, _) => open,
        };
        self.change(target.id, ChangeKind::State { before: target.state, after })
    }

    /// Puts a bookmark on the current sentence.
    pub(super) fn set_mark(&mut self, name: char) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        if !name.is_ascii_alphabetic() {
            return self.fail(format!("“{name}” cannot name a bookmark; a to z and A to Z can"));
        }
        let anchor = Anchor::new(reader.text(), reader.sentence);
        let before = reader.opened.bookmarks.iter().find(|it| it.name == name).cloned();
        let after = Some(Bookmark { name, anchor });
        self.change(reader.opened.id, ChangeKind::Bookmark { before, after })
    }

    /// Takes the bookmark off the current sentence.
    pub(super) fn remove_bookmark(&mut self) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let here = |bookmark: &&Bookmark| {
            let span = bookmark.anchor.find(reader.text());
            span.is_some_and(|span| span.overlaps(reader.sentence))
        };
        match reader.opened.bookmarks.iter().find(here).cloned() {
            Some(before) => {
                let kind = ChangeKind::Bookmark { before: Some(before), after: None };
                self.change(reader.opened.id, kind)
            }
            None => self.say("no highlight, note or bookmark here"),
        }
    }

    /// Goes to a bookmark, or to before the last jump.
    pub(super) fn go_to_mark(&mut self, name: char) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if name == '\'' {
            return if reader.back() { Vec::new() } else { self.say("no jump to go back from") };
        }
        let bookmark = reader.opened.bookmarks.iter().find(|it| it.name == name);
        match bookmark.map(|it| it.anchor.find(reader.text())) {
            Some(Some(span)) => {
                reader.jump(span.start);
                Vec::new()
            }
            Some(None) => self.fail(format!("the words of bookmark {name} are gone")),
            None if name.is_ascii_uppercase() => vec![Effect::FindBookmark(name)],
            None => self.fail(format!("no bookmark {name} in this article; m{name} sets it")),
        }
    }

    /// Asks for a change to be made; without a library it holds until the program ends.
    pub(super) fn change(&mut self, id: Option<ArticleId>, kind: ChangeKind) -> Vec<Effect> {
        if self.shows_changes() {
            return self.say(NOT_THE_ARTICLE);
        }
        if let Some(article) = id {
            return vec![Effect::Change(Change { article, kind })];
        }
        let mut change = Change { article: ArticleId::default(), kind };
        if let ChangeKind::Annotation { after: Some(after), .. } = &mut change.kind {
            self.name(after);
        }
        self.apply(&change);
        self.note_made(&change.kind);
        self.say(format!("{}, until you leave (the article is not in a library)", change.summary()))
    }

    /// Names an annotation that no library will name.
    fn name(&self, mark: &mut Annotation) {
        let marks = self.reader.iter().flat_map(|reader| &reader.opened.marks);
        let last = marks.map(|mark| mark.id).max().unwrap_or_default();
        if mark.id.is_new() {
            mark.id = last.following();
        }
    }

    /// Takes over a change that was made, and says so. The list may have lost or won a row by it.
    pub(super) fn take_change(&mut self, change: &Change, how: &str, what: &str) -> Vec<Effect> {
        self.apply(change);
        let title = self.title_of(change.article);
        self.say(
            title.map_or_else(|| format!("{how}{what}"), |title| format!("{how}{what} · {title}")),
        );
        let mut effects = vec![Effect::List(self.shelf.query.clone())];
        if self.screen() == Screen::Ledger {
            effects.push(Effect::ListMarks(self.ledger.query.clone()));
        }
        effects
    }

    /// The title of an article, where it is not the one on the screen.
    fn title_of(&self, id: ArticleId) -> Option<String> {
        let open = self.reader.as_ref().is_some_and(|it| it.opened.id == Some(id));
        let shown = open && self.screen() == Screen::Article;
        let mut entries = self.shelf.listing.entries.iter().filter(|_| !shown);
        entries.find(|entry| entry.id == id).map(|entry| entry.title.clone())
    }

    /// Takes over a change that was made.
    fn apply(&mut self, change: &Change) {
        if let ChangeKind::Many(changes) = &change.kind {
            return changes.iter().for_each(|change| self.apply(change));
        }
        let id = change.article;
        let entry = self.shelf.listing.entries.iter_mut().find(|entry| entry.id == id);
        if let ChangeKind::Correction { before, after } = &change.kind {
            return self.apply_correction(before.as_deref(), after.as_deref());
        }
        let open = self.reader.as_mut();
        let open = open.filter(|it| it.opened.id.unwrap_or_default() == id);
        match &change.kind {
            ChangeKind::State { after, .. } => {
                if let Some(entry) = entry {
                    entry.state = *after;
                }
                if let Some(reader) = open {
                    reader.opened.state = *after;
                }
            }
            ChangeKind::Star { after } => {
                if let Some(entry) = entry {
                    entry.starred = *after;
                }
                if let Some(reader) = open {
                    reader.opened.starred = *after;
                }
            }
            ChangeKind::Bookmark { before, after } => {
                if let Some(reader) = open {
                    let name = after.as_ref().or(before.as_ref()).map(|it| it.name);
                    let bookmarks = &mut reader.opened.bookmarks;
                    bookmarks.retain(|it| Some(it.name) != name);
                    bookmarks.extend(after.clone());
                    bookmarks.sort_by_key(|it| it.name);
                    reader.list_facts();
                }
            }
            ChangeKind::Annotation { before, after } => {
                if let Some(reader) = open {
                    let id = after.as_ref().or(before.as_ref()).map(|it| it.id);
                    let marks = &mut reader.opened.marks;
                    marks.retain(|it| Some(it.id) != id);
                    marks.extend(after.as_deref().cloned());
                    marks.sort_by_key(Annotation::order);
                    reader.list_facts();
                }
            }
            ChangeKind::Many(_) => (),
            ChangeKind::Tags { after, .. } => {
                if let Some(reader) = open {
                    reader.opened.tags.clone_from(after);
                }
            }
            ChangeKind::Correction { .. } => {}
        }
    }

    /// Puts one correction in the place of the other, where the open article is concerned.
    fn apply_correction(&mut self, before: Option<&Correction>, after: Option<&Correction>) {
        let Some(reader) = &mut self.reader else { return };
        let id = reader.opened.id.unwrap_or_default();
        let corrections = &mut reader.opened.corrections;
        corrections.retain(|it| Some(it) != before);
        corrections.extend(after.filter(|it| it.concerns(id)).cloned());
        reader.list_facts();
    }

    /// Opens the chosen article of the list.
    pub(super) fn open_chosen(&mut self) -> Vec<Effect> {
        match self.shelf.chosen().map(|entry| entry.id) {
            Some(id) if self.reader.as_ref().and_then(|it| it.opened.id) == Some(id) => {
                self.bring_up(Screen::Article);
                Vec::new()
            }
            Some(id) => self.open(Source::Library(id)),
            None => self.say("no article is chosen; `newsprint add FILE` brings some in"),
        }
    }
}
