//! The screen of all highlights and notes of the library: a window of rows, and what is done there.

use super::effect::Effect;
use super::prompt::{Prompt, PromptKind};
use super::{App, Screen};
use crate::library::{ChangeKind, MarkEntry, MarkListing, MarkQuery};
use crate::mark::{Annotation, tag};
use std::path::PathBuf;

/// How many rows are fetched at once.
pub const WINDOW: usize = 200;

/// The list of all highlights and notes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ledger {
    /// What was last asked for.
    pub query: MarkQuery,
    /// The rows that are here: those from `listing.query.skip` on.
    pub listing: MarkListing,
    /// The chosen row, from the first of the whole list.
    pub selected: usize,
    /// The first row on the screen.
    pub first: usize,
    /// Whether an answer has come yet.
    pub known: bool,
}

impl Default for Ledger {
    fn default() -> Self {
        Self {
            query: MarkQuery { limit: WINDOW, ..MarkQuery::default() },
            listing: MarkListing::default(),
            selected: 0,
            first: 0,
            known: false,
        }
    }
}

impl Ledger {
    /// The row with this index of the whole list, where it is here.
    pub fn entry(&self, index: usize) -> Option<&MarkEntry> {
        self.listing.entries.get(index.checked_sub(self.listing.query.skip)?)
    }

    /// The chosen row.
    pub fn chosen(&self) -> Option<&MarkEntry> {
        self.entry(self.selected)
    }

    /// Takes in the rows that were asked for; those of an older question are dropped.
    pub fn take(&mut self, listing: MarkListing) {
        if listing.query == self.query {
            self.selected = self.selected.min(listing.total.saturating_sub(1));
            self.listing = listing;
            self.known = true;
        }
    }

    /// Chooses a row; gives the question for rows that are not here.
    pub fn select(&mut self, index: usize) -> Option<MarkQuery> {
        self.selected = index.min(self.listing.total.saturating_sub(1));
        if self.chosen().is_some() || self.listing.total == 0 {
            return None;
        }
        self.query.skip = self.selected.saturating_sub(WINDOW / 2);
        Some(self.query.clone())
    }

    /// The question with `filter`; the first row becomes the chosen one.
    pub fn filter(&mut self, filter: &str) -> MarkQuery {
        self.selected = 0;
        self.query = MarkQuery { filter: filter.to_owned(), skip: 0, ..self.query.clone() };
        self.query.clone()
    }

    /// Scrolls so that the chosen row is among the `rows` on the screen.
    pub fn keep_in_sight(&mut self, rows: usize) {
        let lowest = (self.selected + 1).saturating_sub(rows.max(1));
        self.first = self.first.clamp(lowest, self.selected.max(lowest));
    }
}

impl App {
    /// Brings up the screen of all highlights and notes.
    pub(super) fn show_ledger(&mut self) -> Vec<Effect> {
        let mut effects = self.leave();
        self.bring_up(Screen::Ledger);
        effects.push(Effect::ListMarks(self.ledger.query.clone()));
        effects
    }

    /// Opens the article of the chosen row at its words.
    pub(super) fn open_chosen_mark(&mut self) -> Vec<Effect> {
        let Some(entry) = self.ledger.chosen() else { return self.say("nothing is chosen") };
        let (article, at) = (entry.article, entry.mark.place.span.map(|span| span.start));
        let lost = at.is_none() && entry.mark.target.anchor().is_some();
        let effects = self.go_to(article, at);
        if lost {
            self.say("its words are gone from the text; g A attaches it to another sentence");
        }
        effects
    }

    /// Takes the chosen row's highlight or note away.
    pub(super) fn remove_chosen_mark(&mut self) -> Vec<Effect> {
        let Some(MarkEntry { article, mark, .. }) = self.ledger.chosen().cloned() else {
            return self.say("nothing is chosen");
        };
        let kind = ChangeKind::Annotation { before: Some(Box::new(mark)), after: None };
        self.change(Some(article), kind)
    }

    /// Asks for tags: of the chosen row, or for every row that is listed.
    pub(super) fn ask_for_mark_tags(&mut self, all: bool) -> Vec<Effect> {
        let kind = if all { PromptKind::TagAll } else { PromptKind::TagMark };
        let tags = self.ledger.chosen().map(|entry| entry.mark.tags.join(" "));
        match tags {
            None => return self.say("nothing is listed"),
            Some(tags) => {
                self.prompt = Some(Prompt::new(kind, if all { "" } else { &tags }));
            }
        }
        Vec::new()
    }

    /// Gives the chosen row these tags beside those in its note.
    pub(super) fn tag_chosen_mark(&mut self, line: &str) -> Vec<Effect> {
        let Some(MarkEntry { article, mark, .. }) = self.ledger.chosen().cloned() else {
            return Vec::new();
        };
        let tags = words(line);
        if tags == mark.tags {
            return Vec::new();
        }
        let after = Annotation { tags, modified: 0, ..mark.clone() };
        let (before, after) = (Some(Box::new(mark)), Some(Box::new(after)));
        self.change(Some(article), ChangeKind::Annotation { before, after })
    }

    /// Gives every row that is listed these tags beside those it has.
    pub(super) fn tag_all_marks(&mut self, line: &str) -> Vec<Effect> {
        let tags = words(line);
        if tags.is_empty() {
            return self.say("no tags were given");
        }
        vec![Effect::TagMarks { query: self.ledger.query.clone(), tags }]
    }

    /// Writes every row that is listed to a file.
    pub(super) fn export_marks(&mut self, line: &str) -> Vec<Effect> {
        let path = PathBuf::from(line.trim());
        if line.trim().is_empty() {
            return self.say("no file was named");
        }
        vec![Effect::ExportMarks { query: self.ledger.query.clone(), path }]
    }
}

/// The words of a line as tags, each once.
pub(super) fn words(line: &str) -> Vec<String> {
    let mut tags: Vec<String> = Vec::new();
    for tag in line.split([' ', ',']).filter_map(tag::tag) {
        if !tags.iter().any(|it| tag::same(it, &tag)) {
            tags.push(tag);
        }
    }
    tags
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::tests::{notice, press};
    use super::*;
    use crate::app::effect::Source;
    use crate::app::keymap::Keymap;
    use crate::app::{Begin, Message, Settings};
    use crate::library::ArticleId;
    use crate::mark::{Color, MarkId, Place, Standing};
    use crate::text::Span;
    use uuid::Uuid;

    fn row(number: u128, note: &str) -> MarkEntry {
        let text = "The harbour opened in May 1911. Anna Berg was the first keeper.";
        let mark = Annotation {
            id: MarkId(Uuid::from_u128(number)),
            note: note.to_owned(),
            color: Color::ALL.get(usize::try_from(number % 6).unwrap()).copied(),
            created: 1_714_737_600 - i64::try_from(number).unwrap() * 86_400,
            tags: vec!["quay".to_owned()],
            ..Annotation::passage(text, Span::new(32, 63))
        };
        let title = format!("Article {number}");
        let source = Some("The Quay".to_owned());
        MarkEntry { article: ArticleId(Uuid::from_u128(9)), title, source, mark }
    }

    /// The screen with these notes.
    pub(crate) fn ledger(notes: &[&str], columns: u16, rows: u16) -> App {
        let mut app = App::new(Settings::default(), Keymap::default());
        app.begin(Begin::Library);
        app.update(Message::Resized { columns, rows });
        press(&mut app, "M");
        let mut entries: Vec<MarkEntry> =
            notes.iter().zip(1..).map(|(it, nth)| row(nth, it)).collect();
        if let Some(last) = entries.last_mut() {
            last.mark.place = Place { span: None, standing: Standing::Lost };
        }
        let (query, total) = (app.ledger.query.clone(), entries.len());
        app.update(Message::MarksListed(MarkListing { query, entries, total }));
        app
    }

    #[test]
    fn enter_opens_the_article_at_the_words() {
        let mut app = ledger(&["one", "two"], 80, 24);
        let effects = press(&mut app, "Enter");
        let wanted = Source::Library(ArticleId(Uuid::from_u128(9)));
        assert!(matches!(effects.last(), Some(Effect::Open { source, .. }) if *source == wanted));
        let mut app = ledger(&["one", "two"], 80, 24);
        press(&mut app, "j Enter");
        assert!(notice(&app).contains("g A attaches"));
    }

    #[test]
    fn the_list_is_filtered_as_the_filter_is_typed() {
        let mut app = ledger(&["one", "two"], 80, 24);
        let effects = press(&mut app, "/ t a g : x");
        assert!(matches!(&effects[..], [Effect::ListMarks(query)] if query.filter == "tag:x"));
        let effects = press(&mut app, "Enter Esc");
        assert!(matches!(&effects[..], [Effect::ListMarks(query)] if query.filter.is_empty()));
    }

    #[test]
    fn the_chosen_and_all_that_are_listed_are_tagged() {
        let mut app = ledger(&["one", "two"], 80, 24);
        let effects = press(&mut app, "t Space l a w Enter");
        assert!(matches!(&effects[..], [Effect::Change(change)]
            if matches!(&change.kind, ChangeKind::Annotation { after: Some(after), .. }
                if after.tags == ["quay", "law"])));
        let effects = press(&mut app, "g t # a , Space b Enter");
        assert!(matches!(&effects[..], [Effect::TagMarks { tags, .. }] if tags == &["a", "b"]));
        let effects = press(&mut app, "W C-u n . m d Enter");
        assert!(
            matches!(&effects[..], [Effect::ExportMarks { path, .. }] if path.ends_with("n.md"))
        );
    }

    #[test]
    fn back_leads_to_where_it_was_opened() {
        let mut app = ledger(&["one"], 80, 24);
        press(&mut app, "q");
        assert_eq!(app.screen(), Screen::Library);
    }
}
