//! Notes: written in place, kept as a draft while they are, saved when the library has them.

use super::effect::Effect;
use super::reader::{Pane, Tab};
use super::text_edit::TextEdit;
use super::{App, Command, Key, Reader};
use crate::library::{ArticleId, ChangeKind};
use crate::mark::{Anchor, Annotation, MarkId, Standing, Target};
use crate::text::Span;

/// A note that is being written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NoteEdit {
    /// What it is a note of: new, or in the library already.
    pub mark: Annotation,
    /// What is written.
    pub edit: TextEdit,
    /// The article it is in; `None` while that has no name in a library.
    article: Option<ArticleId>,
    /// The sentence that was current before.
    sentence: Span,
    /// Whether it was asked once to give the note up.
    leaving: bool,
}

impl App {
    /// Begins a note on what has the focus, or goes on with the one that was begun.
    pub(super) fn write_note(&mut self) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        if let Some(draft) = reader.opened.drafts.pop() {
            return self.go_on_with(draft);
        }
        let mark = match reader.pane {
            Pane::Captions => image_note(reader),
            Pane::Facts if reader.sidebar.tab == Tab::Notes => chosen_mark(reader),
            _ => self.note_here(),
        };
        match mark {
            Some(mark) => self.edit_note(mark),
            None => self.say("there is nothing here to put a note on"),
        }
    }

    /// The note on this sentence, else a new one. A selection gets a new one, unless just these
    /// words are highlighted and have none.
    fn note_here(&self) -> Option<Annotation> {
        let span = self.marked_words()?;
        let reader = self.reader.as_ref()?;
        let selected = reader.selection.is_some();
        let bare = |mark: &Annotation| mark.place.span == Some(span) && mark.note.is_empty();
        let known = self.mark_on(span, |mark| !selected || bare(mark));
        Some(known.unwrap_or_else(|| Annotation::passage(reader.text(), span)))
    }

    /// Begins a note on the whole article, or opens the one there is.
    pub(super) fn write_article_note(&mut self) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let mut marks = reader.opened.marks.iter();
        let known = marks.find(|it| it.target == Target::Article).cloned();
        self.edit_note(known.unwrap_or_default())
    }

    /// Opens a note that was not finished.
    fn go_on_with(&mut self, draft: Annotation) -> Vec<Effect> {
        let text = draft.note.clone();
        let marks = self.reader.iter().flat_map(|reader| &reader.opened.marks);
        let known = marks.into_iter().find(|it| !draft.id.is_new() && it.id == draft.id).cloned();
        let effects = self.edit_note(known.unwrap_or(draft));
        if let Some(note) = &mut self.editor {
            note.edit.replace(&text);
        }
        self.say("the note that was not finished");
        effects
    }

    fn edit_note(&mut self, mark: Annotation) -> Vec<Effect> {
        let Some(reader) = &mut self.reader else { return Vec::new() };
        let (article, sentence) = (reader.opened.id, reader.sentence);
        let edit = TextEdit::new(&mark.note);
        let at = mark.place.span.map_or(sentence.start, |span| span.start);
        self.editor = Some(NoteEdit { mark, edit, article, sentence, leaving: false });
        // The text makes room for the editor: what the note is on stays in sight.
        self.lay_out();
        self.reader.iter_mut().for_each(|reader| reader.show(at));
        Vec::new()
    }

    /// Takes a key that is no command of the editor.
    pub(super) fn type_note(&mut self, key: Key) -> Vec<Effect> {
        let columns =
            self.areas().editor.map_or(40, |area| usize::from(text_columns(area.columns)));
        let Some(note) = &mut self.editor else { return Vec::new() };
        note.leaving = false;
        let before = note.edit.text().to_owned();
        if !note.edit.press(key, columns) || note.edit.text() == before {
            return Vec::new();
        }
        self.keep_draft()
    }

    /// Types what was pasted.
    pub(super) fn paste_in_note(&mut self, text: &str) -> Vec<Effect> {
        self.editor.iter_mut().for_each(|note| note.edit.insert(text));
        self.keep_draft()
    }

    /// Takes over what another program made of the note.
    pub(super) fn take_edited(&mut self, text: &str) -> Vec<Effect> {
        self.editor.iter_mut().for_each(|note| note.edit.replace(text.trim_end_matches('\n')));
        self.keep_draft()
    }

    fn keep_draft(&self) -> Vec<Effect> {
        let Some(note) = &self.editor else { return Vec::new() };
        let draft = Annotation { note: note.edit.text().to_owned(), ..note.mark.clone() };
        let kept = |article| Effect::KeepDraft { article, draft: Box::new(draft) };
        note.article.or_else(|| self.reader.as_ref()?.opened.id).map(kept).into_iter().collect()
    }

    /// The commands of the editor.
    pub(super) fn steer_note(&mut self, command: Command) -> Vec<Effect> {
        match command {
            Command::SaveNote => self.save_note(),
            Command::CloseNote => self.close_note(),
            Command::DiscardNote => self.discard_note(),
            Command::ExternalEditor => {
                let text = self.editor.as_ref().map(|note| note.edit.text().to_owned());
                text.map(Effect::Edit).into_iter().collect()
            }
            _ => Vec::new(),
        }
    }

    /// Asks for the note to be saved; it stays open until it is.
    fn save_note(&mut self) -> Vec<Effect> {
        let Some(note) = &self.editor else { return Vec::new() };
        let text = note.edit.text().trim_end().to_owned();
        let marks = self.reader.iter().flat_map(|reader| &reader.opened.marks);
        let known = marks.into_iter().find(|it| !it.id.is_new() && it.id == note.mark.id).cloned();
        // One that was taken away meanwhile is made anew.
        let id = known.as_ref().map_or_else(MarkId::default, |known| known.id);
        let base = known.clone().unwrap_or_else(|| note.mark.clone());
        let after = Annotation { id, note: text, modified: 0, ..base };
        let same = known.as_ref().is_some_and(|known| known.note == after.note);
        let after = Some(after).filter(|after| !after.is_empty());
        if same || known.is_none() && after.is_none() {
            let effects = self.forget_draft();
            self.end_note();
            return effects;
        }
        let article = note.article.or_else(|| self.reader.as_ref()?.opened.id);
        let kind =
            ChangeKind::Annotation { before: known.map(Box::new), after: after.map(Box::new) };
        self.change(article, kind)
    }

    /// The library has a change: where it is that of the open note, the editor closes.
    pub(super) fn note_made(&mut self, kind: &ChangeKind) -> Vec<Effect> {
        let ChangeKind::Annotation { before, after } = kind else { return Vec::new() };
        let Some(note) = &self.editor else { return Vec::new() };
        let (id, target) = (note.mark.id, &note.mark.target);
        let ours = match (before, after) {
            (Some(before), _) => before.id == id,
            (None, Some(after)) => after.target == *target || after.quote() == note.mark.quote(),
            (None, None) => false,
        };
        if !ours {
            return Vec::new();
        }
        let effects = self.forget_draft();
        self.end_note();
        effects
    }

    fn forget_draft(&self) -> Vec<Effect> {
        let Some(note) = &self.editor else { return Vec::new() };
        let article = note.article.or_else(|| self.reader.as_ref()?.opened.id);
        let mark = note.mark.id;
        article.map(|article| Effect::DropDraft { article, mark }).into_iter().collect()
    }

    /// Closes the editor; what was written stays as a draft.
    fn close_note(&mut self) -> Vec<Effect> {
        let Some(note) = &self.editor else { return Vec::new() };
        if note.edit.text().trim_end() == note.mark.note.trim_end() {
            let effects = self.forget_draft();
            self.end_note();
            return effects;
        }
        let draft = Annotation { note: note.edit.text().to_owned(), ..note.mark.clone() };
        let effects = self.keep_draft();
        self.reader.iter_mut().for_each(|reader| reader.opened.drafts.push(draft.clone()));
        self.end_note();
        self.say("not saved, but kept: a goes on with it");
        effects
    }

    /// Gives up what was written, when asked twice.
    fn discard_note(&mut self) -> Vec<Effect> {
        let Some(note) = &mut self.editor else { return Vec::new() };
        let changed = note.edit.text().trim_end() != note.mark.note.trim_end();
        if changed && !std::mem::replace(&mut note.leaving, true) {
            return self.say("again gives up what was written; Esc keeps it for later");
        }
        let effects = self.forget_draft();
        self.end_note();
        effects
    }

    fn end_note(&mut self) {
        let Some(note) = self.editor.take() else { return };
        self.lay_out();
        if let Some(reader) = &mut self.reader {
            reader.selection = None;
            if reader.pane == Pane::Text {
                reader.show(note.sentence.start);
            }
        }
    }

    /// Attaches a mark whose words are lost to the current sentence: the one chosen in the
    /// sidebar, else the first.
    pub(super) fn attach(&mut self) -> Vec<Effect> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let chosen = reader.sidebar.item().and_then(|item| item.mark);
        let lost = || {
            let marks = reader.opened.marks.iter();
            marks.filter(|it| it.place.standing == Standing::Lost)
        };
        let Some(before) = lost().find(|it| Some(it.id) == chosen).or_else(|| lost().next()) else {
            return self.say("no highlight or note has lost its words here");
        };
        let before = before.clone();
        let Some(span) = self.marked_words() else { return self.say("no words here") };
        let text = self.reader.as_ref().map_or("", |reader| reader.text());
        let fresh = Annotation::passage(text, span);
        let after = Annotation {
            target: fresh.target,
            made_on: String::new(),
            place: fresh.place,
            modified: 0,
            ..before.clone()
        };
        self.annotate(Some(before), Some(after))
    }
}

/// The columns of an editor's text: its area without the margins.
pub const fn text_columns(columns: u16) -> u16 {
    columns.saturating_sub(4)
}

/// The note on the chosen image, or a new one.
fn image_note(reader: &Reader) -> Option<Annotation> {
    let article = &reader.opened.article;
    let image = article.images.get(reader.image)?;
    let span = article.blocks.get(image.block)?.span;
    let mut marks = reader.opened.marks.iter();
    let known = marks
        .find(|it| matches!(it.target, Target::Image(_)) && it.place.span == Some(span))
        .cloned();
    let target = || Target::Image(Anchor::new(&article.text, span));
    Some(known.unwrap_or_else(|| Annotation::on(target())))
}

/// The highlight or note chosen in the sidebar.
fn chosen_mark(reader: &Reader) -> Option<Annotation> {
    let id = reader.sidebar.item()?.mark?;
    reader.opened.marks.iter().find(|it| it.id == id).cloned()
}

#[cfg(test)]
mod tests {
    use super::super::marks::tests::{answer, make, stored};
    use super::super::tests::press;
    use super::*;
    use crate::app::Message;

    fn notes(app: &App) -> Vec<String> {
        let reader = app.reader.as_ref().unwrap();
        let words = |mark: &Annotation| mark.place.span.unwrap_or_default().of(reader.text());
        reader.opened.marks.iter().map(|it| format!("[{}] {}", words(it), it.note)).collect()
    }

    fn notice(app: &App) -> &str {
        app.notice.as_ref().map_or("", |notice| notice.text.as_str())
    }

    #[test]
    fn a_note_is_open_until_the_library_has_it() {
        let mut app = stored(80, 24);
        press(&mut app, "a W h o ?");
        let asked = press(&mut app, "C-s");
        assert!(app.editor.is_some() && notes(&app).is_empty() && notice(&app).is_empty());
        app.update(Message::Failed("the disk is full".to_owned()));
        assert_eq!(app.editor.as_ref().unwrap().edit.text(), "Who?");
        answer(&mut app, asked);
        assert!(app.editor.is_none());
        assert_eq!(notes(&app), ["[The harbour opened in May 1911.] Who?"]);
        assert_eq!(notice(&app), "note saved");
    }

    #[test]
    fn a_note_goes_on_a_highlight_and_is_edited_and_taken_away() {
        let mut app = stored(80, 24);
        make(&mut app, "v e e H a x C-s");
        assert_eq!(notes(&app), ["[The harbour] x"]);
        make(&mut app, "a y C-s");
        assert_eq!(notes(&app), ["[The harbour] xy"]);
        make(&mut app, "a C-u C-s");
        assert_eq!(notes(&app), ["[The harbour] "]);
        assert_eq!(notice(&app), "note taken away");
    }

    #[test]
    fn a_note_goes_on_a_selection_and_on_the_whole_article() {
        let mut app = stored(80, 24);
        make(&mut app, "v e a x C-s A y C-s A z C-s");
        assert_eq!(notes(&app), ["[The] x", "[] yz"]);
        make(&mut app, "v e a w C-s v e H v e a v C-s");
        let all = ["[The] x", "[The] w", "[The] v", "[] yz"];
        assert_eq!(notes(&app).len(), all.len());
    }

    #[test]
    fn every_change_is_kept_as_a_draft_and_escape_keeps_it() {
        let mut app = stored(80, 24);
        let kept = press(&mut app, "a x");
        assert!(matches!(&kept[..], [Effect::KeepDraft { draft, .. }] if draft.note == "x"));
        press(&mut app, "Esc");
        assert!(app.editor.is_none() && notes(&app).is_empty());
        press(&mut app, "} a y");
        let note = app.editor.as_ref().unwrap();
        assert_eq!(
            (note.edit.text(), note.mark.quote()),
            ("xy", "The harbour opened in May 1911.")
        );
        make(&mut app, "C-s");
        assert_eq!(notes(&app), ["[The harbour opened in May 1911.] xy"]);
    }

    #[test]
    fn what_was_written_is_given_up_only_when_asked_twice() {
        let mut app = stored(80, 24);
        press(&mut app, "a x C-c");
        assert!(app.editor.is_some());
        let effects = press(&mut app, "C-c");
        assert!(app.editor.is_none());
        assert!(matches!(effects[..], [Effect::DropDraft { .. }]));
    }

    #[test]
    fn pasted_lines_and_another_editors_text_are_taken() {
        let mut app = stored(80, 24);
        press(&mut app, "a");
        app.update(Message::Pasted("one\ntwo".to_owned()));
        assert_eq!(press(&mut app, "C-e"), [Effect::Edit("one\ntwo".to_owned())]);
        app.update(Message::Edited("three\n".to_owned()));
        make(&mut app, "C-s");
        assert_eq!(notes(&app), ["[The harbour opened in May 1911.] three"]);
    }

    #[test]
    fn a_lost_note_is_attached_by_hand() {
        let mut app = stored(80, 24);
        make(&mut app, "H");
        let reader = app.reader.as_mut().unwrap();
        reader.opened.marks[0].place = crate::mark::Place { span: None, standing: Standing::Lost };
        reader.list_facts();
        make(&mut app, ". g A");
        assert_eq!(notes(&app), ["[Anna Berg was the first keeper.] "]);
        assert_eq!(notice(&app), "highlight attached");
    }
}
