//! Highlights: made, colored and taken off by key.

use super::effect::Effect;
use super::move_list::grow;
use super::perform::set;
use super::prompt::{Prompt, PromptKind};
use super::reader::{Goal, Pane};
use super::{App, Command, Screen};
use crate::library::ChangeKind;
use crate::mark::{Annotation, Color};
use crate::text::Span;

impl App {
    /// Highlights, notes and bookmarks.
    pub(super) fn mark(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        match command {
            Command::Highlight => return self.highlight(),
            Command::Color => return self.recolor(),
            Command::RemoveMark if self.screen() == Screen::Ledger => {
                return self.remove_chosen_mark();
            }
            Command::RemoveMark => return self.remove_mark(),
            Command::Cite => return self.cite(false),
            Command::CiteBlock => return self.cite(true),
            Command::WriteNote => return self.write_note(),
            Command::WriteArticleNote => return self.write_article_note(),
            Command::Attach => return self.attach(),
            Command::SaveNote
            | Command::CloseNote
            | Command::DiscardNote
            | Command::ExternalEditor => return self.steer_note(command),
            Command::Ledger => return self.show_ledger(),
            Command::TagMark => return self.ask_for_mark_tags(false),
            Command::TagAll => return self.ask_for_mark_tags(true),
            Command::ExportMarks => {
                self.prompt = Some(Prompt::new(PromptKind::Export, "notes.md"));
            }
            Command::Bookmarks => return vec![Effect::Bookmarks],
            Command::SentenceHints => return self.show_sentence_hints(),
            Command::SelectCharacters => self.reader.iter_mut().for_each(|it| it.select(false)),
            Command::SelectSentences => self.reader.iter_mut().for_each(|it| it.select(true)),
            Command::OtherEnd => {
                self.reader.iter_mut().for_each(super::Reader::turn_selection);
            }
            _ => self.reader.iter_mut().for_each(|reader| grow(reader, command, count)),
        }
        Vec::new()
    }

    /// What a mark would be put on: the selection, else the current sentence.
    pub(super) fn marked_words(&self) -> Option<Span> {
        let reader = self.reader.as_ref()?;
        let span = reader.selection.map_or(reader.sentence, |it| it.span());
        let span = span.trim(reader.text());
        (!span.is_empty()).then_some(span)
    }

    /// Highlights the words in the last color; where just these are highlighted, takes that off.
    fn highlight(&mut self) -> Vec<Effect> {
        let Some(span) = self.marked_words() else { return self.say("no words here") };
        self.highlight_span(span)
    }

    fn highlight_span(&mut self, span: Span) -> Vec<Effect> {
        let color = Some(self.settings.color);
        let Some(reader) = &mut self.reader else { return Vec::new() };
        reader.selection = None;
        let known = reader.opened.marks.iter().rev().find(|it| it.place.span == Some(span));
        let (before, after) = match known {
            None => (None, Some(Annotation { color, ..Annotation::passage(reader.text(), span) })),
            Some(mark) if mark.color.is_none() => {
                (Some(mark.clone()), Some(Annotation { color, modified: 0, ..mark.clone() }))
            }
            Some(mark) => {
                let bare = Annotation { color: None, modified: 0, ..mark.clone() };
                (Some(mark.clone()), Some(bare).filter(|bare| !bare.is_empty()))
            }
        };
        self.annotate(before, after)
    }

    /// Asks for a change of a highlight or a note.
    pub(super) fn annotate(
        &mut self,
        before: Option<Annotation>,
        after: Option<Annotation>,
    ) -> Vec<Effect> {
        let id = self.reader.as_ref().and_then(|reader| reader.opened.id);
        let (before, after) = (before.map(Box::new), after.map(Box::new));
        self.change(id, ChangeKind::Annotation { before, after })
    }

    /// Gives the highlight here the next color; where there is none, the next highlight.
    fn recolor(&mut self) -> Vec<Effect> {
        let words = self.marked_words();
        let here = words.and_then(|span| self.mark_on(span, |mark| mark.color.is_some()));
        let color = here.as_ref().and_then(|it| it.color).unwrap_or(self.settings.color).next();
        self.settings.color = color;
        let kept = set("color", &color.name());
        let Some(before) = here else {
            let mut effects = self.say(format!("{} from now on", color.name()));
            effects.push(kept);
            return effects;
        };
        let after = Annotation { color: Some(color), modified: 0, ..before.clone() };
        let mut effects = self.annotate(Some(before), Some(after));
        effects.push(kept);
        effects
    }

    /// The newest mark that shares words with `span`.
    pub(super) fn mark_on(
        &self,
        span: Span,
        wanted: impl Fn(&Annotation) -> bool,
    ) -> Option<Annotation> {
        let marks = self.reader.iter().flat_map(|reader| &reader.opened.marks);
        let here = marks.filter(|it| it.place.span.is_some_and(|it| it.overlaps(span)));
        here.filter(|it| wanted(it)).max_by_key(|it| (it.created, it.id)).cloned()
    }

    /// Takes the chosen mark of the sidebar away; in the text the newest one here, else the
    /// bookmark of the sentence.
    fn remove_mark(&mut self) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let mark = if reader.pane == Pane::Facts {
            let id = reader.sidebar.item().and_then(|item| item.mark);
            reader.opened.marks.iter().find(|it| Some(it.id) == id).cloned()
        } else {
            self.marked_words().and_then(|span| self.mark_on(span, |_| true))
        };
        match mark {
            Some(mark) => self.annotate(Some(mark), None),
            None => self.remove_bookmark(),
        }
    }

    fn show_sentence_hints(&mut self) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        reader.hints = reader.sentence_hints();
        if reader.hints.is_none() {
            self.say("no sentence begins on this screen")
        } else {
            Vec::new()
        }
    }

    /// Goes where a hint leads; to a sentence typed with Shift, and highlights it.
    pub(super) fn follow_hint(&mut self, goal: Goal, shifted: bool) -> Vec<Effect> {
        let span = match goal {
            Goal::Link(link) => return self.browse_link(link),
            Goal::Sentence(span) => span,
        };
        self.reader.iter_mut().for_each(|reader| reader.jump(span.start));
        if shifted { self.highlight_span(span) } else { Vec::new() }
    }
}

/// The color that `name` names, where one was kept.
pub fn kept_color(name: Option<&str>) -> Color {
    name.and_then(Color::named).unwrap_or_default()
}

#[cfg(test)]
pub(crate) mod tests {
    use super::super::tests::{PROSE, opened, press, reading};
    use super::*;
    use crate::app::{Message, Mouse, MouseKind};
    use crate::library::{ArticleId, Opened};
    use crate::mark::MarkId;
    use uuid::Uuid;

    /// [`PROSE`] open from a library, at that size.
    pub(crate) fn stored(columns: u16, rows: u16) -> App {
        let id = Some(ArticleId(Uuid::from_u128(7)));
        reading(Opened { id, ..opened(PROSE, "a.txt") }, columns, rows)
    }

    /// Presses `keys`, and answers each change as the library does.
    pub(crate) fn make(app: &mut App, keys: &str) {
        for key in keys.split(' ') {
            let effects = press(app, key);
            answer(app, effects);
        }
    }

    pub(crate) fn answer(app: &mut App, effects: Vec<Effect>) {
        for effect in effects {
            let Effect::Change(mut change) = effect else { continue };
            if let ChangeKind::Annotation { after: Some(after), .. } = &mut change.kind {
                let count = app.reader.as_ref().unwrap().opened.marks.len();
                if after.id.is_new() {
                    after.id = MarkId(Uuid::from_u128(100 + count as u128));
                    after.created = 1 + i64::try_from(count).unwrap();
                }
            }
            app.update(Message::Changed(change));
        }
    }

    /// The marks of the article after `keys`: `[words] color`.
    fn marks(keys: &str) -> Vec<String> {
        let mut app = stored(80, 24);
        make(&mut app, keys);
        shown(&app)
    }

    fn shown(app: &App) -> Vec<String> {
        let reader = app.reader.as_ref().unwrap();
        let words = |mark: &Annotation| mark.place.span.unwrap_or_default().of(reader.text());
        let color = |mark: &Annotation| mark.color.map_or("none", Color::name);
        let marks = reader.opened.marks.iter();
        marks.map(|mark| format!("[{}] {}", words(mark), color(mark))).collect()
    }

    fn notice(app: &App) -> &str {
        app.notice.as_ref().map_or("", |notice| notice.text.as_str())
    }

    #[test]
    fn one_key_highlights_the_sentence_and_takes_it_off() {
        assert_eq!(marks("H"), ["[The harbour opened in May 1911.] yellow"]);
        assert_eq!(marks("H H"), [""; 0]);
        assert_eq!(marks(". H , H").len(), 2);
    }

    #[test]
    fn a_selection_is_highlighted_by_words_and_sentences() {
        assert_eq!(marks("v e e H"), ["[The harbour] yellow"]);
        assert_eq!(marks("v e e H v e e H"), [""; 0]);
        assert_eq!(marks("v w w b e l l H"), ["[The harbour o] yellow"]);
        let two = "[The harbour opened in May 1911. Anna Berg was the first keeper.] yellow";
        assert_eq!(marks("V . H"), [two]);
        assert_eq!(marks("V . v e Esc"), [""; 0]);
    }

    #[test]
    fn the_color_is_that_of_the_mark_here_and_of_the_next() {
        assert_eq!(marks("H c"), ["[The harbour opened in May 1911.] green"]);
        assert_eq!(marks("c c H"), ["[The harbour opened in May 1911.] blue"]);
        let mut app = stored(80, 24);
        make(&mut app, "c");
        assert_eq!(notice(&app), "green from now on");
    }

    #[test]
    fn the_newest_of_marks_that_overlap_is_taken_away_first() {
        assert_eq!(marks("H v e e H X"), ["[The harbour opened in May 1911.] yellow"]);
        assert_eq!(marks("H v e e H X X"), [""; 0]);
        let mut app = stored(80, 24);
        make(&mut app, "X");
        assert_eq!(notice(&app), "no highlight, note or bookmark here");
    }

    #[test]
    fn any_sentence_on_the_screen_is_three_keys_away() {
        let mut app = stored(80, 24);
        make(&mut app, "F d");
        let reader = app.reader.as_ref().unwrap();
        assert_eq!(reader.sentence.of(reader.text()), "Some 40 boats lay there.");
        make(&mut app, "F S");
        assert_eq!(shown(&app), ["[Anna Berg was the first keeper.] yellow"]);
    }

    #[test]
    fn the_mouse_selects_by_dragging_and_clicking_again() {
        let mut app = stored(80, 24);
        let (left, row) = (app.reader.as_ref().unwrap().left(), 0);
        let mut point = |kind, column| {
            app.update(Message::Mouse(Mouse { kind, column: left + column, row }));
            let reader = app.reader.as_ref().unwrap();
            reader.selection.map(|it| it.span().of(reader.text()).to_owned())
        };
        point(MouseKind::Press, 4);
        assert_eq!(point(MouseKind::Drag, 10).as_deref(), Some("harbour"));
        assert_eq!(point(MouseKind::Drag, 0).as_deref(), Some("The h"));
        point(MouseKind::Release, 0);
        assert_eq!(point(MouseKind::Press, 13), None);
        assert_eq!(point(MouseKind::PressTwice, 13).as_deref(), Some("opened"));
        let sentence = "The harbour opened in May 1911.";
        assert_eq!(point(MouseKind::PressThrice, 13).as_deref(), Some(sentence));
    }

    #[test]
    fn what_was_marked_before_the_library_answered_is_made_when_it_does() {
        let mut app = reading(opened(PROSE, "a.txt"), 80, 24);
        press(&mut app, "H . m a");
        let known = Box::new(opened(PROSE, "a.txt"));
        let id = ArticleId(Uuid::from_u128(7));
        let effects = app.update(Message::Stored { ticket: 1, id, known });
        answer(&mut app, effects);
        assert_eq!(shown(&app), ["[The harbour opened in May 1911.] yellow"]);
        assert_eq!(app.reader.unwrap().opened.bookmarks.len(), 1);
    }

    #[test]
    fn without_a_library_marks_hold_until_the_end() {
        let mut app = reading(opened(PROSE, "a.txt"), 80, 24);
        press(&mut app, "H . H");
        assert_eq!(shown(&app).len(), 2);
        press(&mut app, ", X");
        assert_eq!(shown(&app), ["[Anna Berg was the first keeper.] yellow"]);
    }
}
