//! The loop that owns the library: effects and the answers of the slow jobs in, messages out.

use super::Setup;
use super::add::{BATCH, add};
use super::browse::browse;
use super::clipboard;
use super::compare::compare;
use super::daily::Daily;
use super::drafts::Drafts;
use super::files::{Imported, Input, Refused};
use super::jobs::{Done, Extract, Import, Jobs, Picture};
use super::kept::Kept;
use super::ledger;
use super::post::Post;
use super::settle::settle;
use super::watch::Watch;
use crate::app::effect::Source;
use crate::app::pictures::Wanted;
use crate::app::{Effect, Message};
use crate::library::{ArticleId, Change, LONG, Opened, Query, State};
use crate::store::{Error, NewArticle, Store};
use crossbeam_channel::{Receiver, after, never, select};
use std::collections::VecDeque;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

/// A file of the command line.
#[derive(Debug)]
enum File {
    /// Not asked for yet, or not stored.
    Waiting {
        input: Input,
        /// Whether a screen shows the whole of it already.
        shown: bool,
    },
    /// Being imported.
    Taken,
    /// In the library.
    Stored(ArticleId),
    /// A pipe whose content is used up.
    Gone,
}

impl File {
    fn new(input: Input) -> Self {
        Self::Waiting { shown: matches!(input, Input::Imported(_)), input }
    }

    fn again(input: Input) -> Self {
        Self::Waiting { input, shown: false }
    }
}

/// The worker's state.
pub(super) struct Worker {
    post: Post,
    jobs: Jobs,
    done: Receiver<Done>,
    /// Where the library is; `None` for one that is gone with the session.
    place: Option<PathBuf>,
    /// A long article whose facts nobody has asked for yet.
    held_back: Option<Extract>,
    /// The ticket under which facts were asked for before the article was here.
    released: Option<u64>,
    /// The library, once it was needed.
    store: Option<Store>,
    watch: Watch,
    files: Vec<File>,
    welcome: Vec<Input>,
    kept: Kept,
    /// The program that the settings name for the clipboard, and its arguments.
    clipboard: Vec<String>,
    /// What was asked for last.
    asked: Option<(u64, Source)>,
    /// What is being written and not on the disk yet, and when it was last put there.
    drafts: Drafts,
    daily: Daily,
    /// How many imports are under way.
    importing: usize,
    /// What is still to be stored of files that hold many articles.
    backlog: VecDeque<NewArticle>,
}

impl Worker {
    pub(super) fn new(setup: Setup, post: Post, jobs: Jobs, done: Receiver<Done>) -> Self {
        Self {
            post,
            jobs,
            done,
            place: setup.library,
            held_back: None,
            released: None,
            store: None,
            watch: Watch::nothing(),
            files: setup.files.into_iter().map(File::new).collect(),
            welcome: setup.welcome,
            kept: setup.kept,
            clipboard: setup.clipboard,
            asked: None,
            drafts: Drafts::default(),
            daily: Daily::new(setup.backups),
            importing: 0,
            backlog: VecDeque::new(),
        }
    }

    /// Works until no more effects can come, then finishes what has to do with keeping.
    pub(super) fn run(mut self, effects: &Receiver<Effect>) {
        loop {
            // Between two batches of a long backlog there is room for what the reader does.
            let draft = self.drafts.wait().map_or_else(never, after);
            let more = if self.backlog.is_empty() { never() } else { after(Duration::ZERO) };
            select! {
                recv(effects) -> effect => match effect {
                    Ok(effect) => self.carry_out_all(effect, effects),
                    Err(_) => break,
                },
                recv(self.done) -> done => match done {
                    Ok(done) => self.take(done),
                    Err(_) => break,
                },
                recv(self.watch.pulses) -> pulse => match pulse {
                    Ok(()) => self.look(),
                    Err(_) => self.watch = Watch::nothing(),
                },
                recv(more) -> _ => self.store_more(),
                recv(draft) -> _ => self.keep_drafts(),
            }
        }
        self.keep_drafts();
        while self.importing > 0
            && let Ok(done) = self.done.recv()
        {
            self.take(done);
        }
        while !self.backlog.is_empty() {
            self.store_more();
        }
        self.daily.finish();
        // Closed before the last word, after which the program ends: the log beside the library is
        // folded into it then, and it is one file again.
        self.store = None;
        self.post.close();
    }

    /// Carries out an effect and those queued behind it.
    fn carry_out_all(&mut self, first: Effect, effects: &Receiver<Effect>) {
        let queued = std::iter::once(first).chain(effects.try_iter()).collect();
        for effect in settle(queued) {
            self.carry_out(effect);
        }
    }

    fn carry_out(&mut self, effect: Effect) {
        match effect {
            Effect::Open { ticket, source } => self.open(ticket, &source),
            Effect::Facts { ticket } => self.release_facts(ticket),
            Effect::Browse(address) => {
                if let Err(error) = browse(&address) {
                    self.post.fail(&error);
                }
            }
            Effect::Copy { text, what } => self.copy(text, what),
            Effect::Set { name, value } => {
                if let Err(error) = self.kept.set(name, &value) {
                    let line = format!("{name} holds only until you leave: {error}");
                    self.post.send(Message::Failed(line));
                }
            }
            Effect::Picture(wanted) => {
                let found = self.fetch_picture(wanted);
                self.tell(found);
            }
            Effect::KeepDraft { article, draft } => self.drafts.put(article, *draft),
            Effect::DropDraft { article, mark } => {
                self.drafts.forget(article, mark);
                let dropped = self.store().and_then(|store| store.drop_draft(article, mark));
                self.tell(dropped);
            }
            Effect::Redraw
            | Effect::Suspend
            | Effect::Quit
            | Effect::CopyByTerminal(_)
            | Effect::Edit(_) => {}
            effect => {
                let kept = self.keep(effect);
                self.tell(kept);
            }
        }
    }

    /// Copies in a thread of its own: the program may take its time.
    fn copy(&self, text: String, what: &'static str) {
        let (post, clipboard) = (self.post.clone(), self.clipboard.clone());
        thread::spawn(move || {
            post.send(match clipboard::copy(&text, &clipboard) {
                Some(by) => Message::Copied { what, by },
                None => Message::NotCopied { text, what },
            });
        });
    }

    /// Carries out what concerns the library alone.
    fn keep(&mut self, effect: Effect) -> Result<(), Error> {
        let store = self.store()?;
        let answer = match effect {
            Effect::List(query) => Some(Message::Listed(store.list(&query)?)),
            Effect::KeepPosition { id, at, progress } => {
                store.keep_position(id, at, progress)?;
                None
            }
            Effect::Change(change) => Some(Message::Changed(store.change(&change)?)),
            Effect::ListMarks(query) => Some(Message::MarksListed(store.marks(&query)?)),
            Effect::Marks(article) => {
                Some(Message::Marks { article, marks: store.marks_of(article)? })
            }
            Effect::Tags(article) => Some(Message::Tags { article, tags: store.tags_of(article)? }),
            Effect::Bookmarks => Some(Message::Bookmarks(store.bookmarks()?)),
            Effect::FindBookmark(name) => {
                let found = store.bookmarks()?.into_iter().find(|it| it.bookmark.name == name);
                Some(Message::BookmarkFound(found))
            }
            Effect::TagMarks { query, tags } => match ledger::tagging(store, &query, &tags)? {
                Some(change) => Some(Message::Changed(store.change(&change)?)),
                None => Some(Message::Notice("all that are listed have these tags".to_owned())),
            },
            Effect::ExportMarks { query, path } => Some(ledger::export(store, &query, &path)?),
            Effect::Undo => Some(turned(store.undo()?, Message::Undone, "undo")),
            Effect::Redo => Some(turned(store.redo()?, Message::Redone, "redo")),
            Effect::ListCorrections => Some(Message::Corrections(store.corrections()?)),
            Effect::Remember { key, value } => {
                store.remember(key, &value)?;
                None
            }
            _ => None,
        };
        if let Some(message) = answer {
            let made =
                matches!(message, Message::Changed(_) | Message::Undone(_) | Message::Redone(_));
            self.post.send(message);
            if made {
                self.back_up();
            }
        }
        Ok(())
    }

    /// Has a kept picture drawn.
    fn fetch_picture(&mut self, wanted: Wanted) -> Result<(), Error> {
        if let Some(bytes) = self.store()?.picture(&wanted.name)? {
            _ = self.jobs.pictures.send(Picture { wanted, bytes });
        } else {
            let drawn = Err("The picture is not in the library.".to_owned());
            self.post.send(Message::Picture { wanted, drawn });
        }
        Ok(())
    }

    /// Puts what is being written on the disk.
    fn keep_drafts(&mut self) {
        for (article, draft) in self.drafts.take() {
            let kept = self.store().and_then(|store| store.keep_draft(article, &draft));
            self.tell(kept);
        }
    }

    fn open(&mut self, ticket: u64, source: &Source) {
        self.jobs.latest.store(ticket, Ordering::Relaxed);
        self.asked = Some((ticket, source.clone()));
        let found = match source {
            Source::Library(id) => Ok(Some(*id)),
            Source::Changes { article, back } => {
                let post = self.post.clone();
                self.store().and_then(|store| compare(store, post, ticket, (*article, *back)))
            }
            Source::Last => self.last(),
            Source::File(index) => Ok(self.file(ticket, *index)),
        };
        let shown = found.and_then(|id| id.map_or(Ok(()), |id| self.show(ticket, id)));
        self.tell(shown);
    }

    /// The article a file holds, if that is in the library already; else its import is begun.
    fn file(&mut self, ticket: u64, index: usize) -> Option<ArticleId> {
        let Some(file) = self.files.get_mut(index) else {
            self.post.send(Message::Failed("there is no such file on the command line".into()));
            return None;
        };
        match std::mem::replace(file, File::Taken) {
            File::Waiting { input, shown } => {
                self.importing += 1;
                _ = self.jobs.imports.send(Import { ticket, index, input, shown });
            }
            File::Taken => {}
            File::Stored(id) => {
                *file = File::Stored(id);
                return Some(id);
            }
            File::Gone => {
                *file = File::Gone;
                self.post.send(Message::Failed("standard input cannot be read twice".into()));
            }
        }
        None
    }

    /// The article that was open last, else the first of the list. A library without articles
    /// gets those that come with the program.
    fn last(&mut self) -> Result<Option<ArticleId>, Error> {
        let welcome = std::mem::take(&mut self.welcome);
        let store = self.store()?;
        let all = Query { archived: true, limit: 1, ..Query::default() };
        if store.list(&all)?.total == 0 {
            add(store, welcome, &mut |_| {}, &AtomicBool::new(false));
        }
        let open = store.recall("open article")?;
        if let Some(id) = open.and_then(|id| store.resolve(&id).ok()) {
            return Ok(Some(id));
        }
        let first = store.list(&Query { limit: 1, ..Query::default() })?.entries;
        Ok(first.first().map(|entry| entry.id))
    }

    /// Shows an article of the library.
    fn show(&mut self, ticket: u64, id: ArticleId) -> Result<(), Error> {
        let opened = self.store()?.article(id)?;
        self.hand_over(ticket, id, opened, |ticket, opened| Message::Opened { ticket, opened })
    }

    /// Sends what the library knows of an article, notes that it is being read, and has its facts
    /// found where they are not known.
    fn hand_over(
        &mut self,
        ticket: u64,
        id: ArticleId,
        mut opened: Opened,
        message: impl FnOnce(u64, Box<Opened>) -> Message,
    ) -> Result<(), Error> {
        if opened.state == State::Unread {
            opened.state = State::Reading;
        }
        let (article, facts) = (opened.article.clone(), opened.facts.clone());
        self.post.send(message(ticket, Box::new(opened)));
        match facts {
            Some(facts) => self.post.send(Message::Facts { ticket, facts }),
            None => self.find_facts(Extract { ticket, id: Some(id), article }),
        }
        self.store()?.begin(id).map(|_| ())
    }

    /// Has facts found: at once, or of a long text when they are asked for.
    fn find_facts(&mut self, extract: Extract) {
        if extract.article.text.len() > LONG && self.released != Some(extract.ticket) {
            self.held_back = Some(extract);
        } else {
            _ = self.jobs.extracts.send(extract);
        }
    }

    /// Has the facts found that were held back.
    fn release_facts(&mut self, ticket: u64) {
        if let Some(extract) = self.held_back.take_if(|it| it.ticket == ticket) {
            _ = self.jobs.extracts.send(extract);
        } else {
            self.released = Some(ticket);
        }
    }

    /// Takes in what came of a job.
    fn take(&mut self, done: Done) {
        match done {
            Done::Extracted { id: None, .. } => {}
            Done::Extracted { id: Some(id), article, facts } => {
                let kept = self.store().and_then(|store| store.keep_facts(id, &article, &facts));
                self.tell(kept);
            }
            Done::Imported { ticket, index, result } => {
                self.importing -= 1;
                let file = match result {
                    Err(input) => File::again(input),
                    Ok(Err(refused)) => self.refused(ticket, refused),
                    Ok(Ok(imported)) => self.imported(ticket, imported),
                };
                if let Some(place) = self.files.get_mut(index) {
                    *place = file;
                }
                self.ask_again(ticket, index);
            }
        }
    }

    /// Begins anew with a file that was asked for again while an earlier asking was under way.
    fn ask_again(&mut self, ticket: u64, index: usize) {
        if let Some((latest, Source::File(wanted))) = self.asked
            && wanted == index
            && latest != ticket
        {
            self.open(latest, &Source::File(wanted));
        }
    }

    fn refused(&self, ticket: u64, refused: Refused) -> File {
        if self.is_asked(ticket) {
            self.post.fail(&refused);
        }
        refused.path.map_or(File::Gone, |path| File::again(Input::Path(path)))
    }

    /// Stores what was imported and says what the library knew of it.
    fn imported(&mut self, ticket: u64, imported: Imported) -> File {
        let article = imported.articles.first().cloned().unwrap_or_default();
        if self.place.is_none() && article.text.len() > LONG {
            // A second copy of a long text that is gone with the session would serve nobody.
            self.find_facts(Extract { ticket, id: None, article });
            return File::again(Input::Imported(imported));
        }
        if let Some(note) = imported.notes().next().filter(|_| self.is_asked(ticket)) {
            self.post.send(Message::Notice(note));
        }
        let mut articles = imported.new_articles();
        let first: Vec<_> = articles.next().into_iter().collect();
        let rest: Vec<_> = articles.collect();
        let stored = self.store().and_then(|store| store.add(&first));
        match stored.map(|stored| stored.first().map(|(id, _)| *id)) {
            Ok(Some(id)) => {
                self.tell_of(rest.len());
                self.backlog.extend(rest);
                if self.is_asked(ticket) {
                    let known = self.store().and_then(|store| store.known(id, article));
                    let told = known.and_then(|known| {
                        self.hand_over(ticket, id, known, |ticket, known| Message::Stored {
                            ticket,
                            id,
                            known,
                        })
                    });
                    self.tell(told);
                }
                self.back_up();
                File::Stored(id)
            }
            Ok(None) => File::Gone,
            Err(error) => {
                self.post.fail(&error);
                self.find_facts(Extract { ticket, id: None, article });
                File::again(Input::Imported(imported))
            }
        }
    }

    fn tell_of(&self, others: usize) {
        if others > 0 {
            let notice = format!("the file holds {others} more; they go to the list of articles");
            self.post.send(Message::Notice(notice));
        }
    }

    /// Stores the next of the articles that wait.
    fn store_more(&mut self) {
        let batch: Vec<_> = self.backlog.drain(..BATCH.min(self.backlog.len())).collect();
        let stored = self.store().and_then(|store| store.add(&batch));
        match stored {
            Ok(_) if self.backlog.is_empty() => {
                self.post.send(Message::LibraryChanged);
                self.back_up();
            }
            Ok(_) => {}
            Err(error) => {
                self.backlog.clear();
                self.post.fail(&error);
            }
        }
    }

    /// The library has what it had not: the first time in a day a backup is taken, once all has
    /// come.
    fn back_up(&mut self) {
        if let Some(store) = self.store.as_ref().filter(|_| self.backlog.is_empty()) {
            self.daily.take(store, &self.post);
        }
    }

    fn is_asked(&self, ticket: u64) -> bool {
        self.asked.as_ref().is_some_and(|(asked, _)| *asked == ticket)
    }

    fn tell(&self, result: Result<(), Error>) {
        if let Err(error) = result {
            self.post.fail(&error);
        }
    }

    /// Another process may have written.
    fn look(&mut self) {
        let changed = self.store().and_then(Store::changed_elsewhere);
        if changed.is_ok_and(|changed| changed) {
            self.post.send(Message::LibraryChanged);
        }
    }

    /// The library, opened when it is first needed. Where it cannot be, one that ends with the
    /// session takes its place.
    fn store(&mut self) -> Result<&mut Store, Error> {
        let store = match self.store.take() {
            Some(store) => store,
            None => self.open_library()?,
        };
        Ok(self.store.insert(store))
    }

    fn open_library(&mut self) -> Result<Store, Error> {
        let opened = match &self.place {
            Some(place) => Store::open(place).or_else(|error| {
                let line = format!("{error}. Nothing is kept of this session.");
                self.post.send(Message::Failed(line));
                Store::in_memory()
            }),
            None => Store::in_memory(),
        }?;
        self.watch = opened.pulse().map_or_else(Watch::nothing, |file| Watch::on(&file));
        Ok(opened)
    }
}

fn turned(change: Option<Change>, message: fn(Change) -> Message, what: &str) -> Message {
    change.map_or_else(|| Message::Notice(format!("nothing to {what}")), message)
}
