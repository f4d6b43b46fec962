//! Effects, carried out off the screen's thread: the only place where the state's wishes meet
//! files and the library.
//!
//! One thread owns the library. Imports and facts, which may take long, have threads of their
//! own, so that no article delays what is to be kept.

mod add;
mod beside;
mod browse;
mod clipboard;
mod compare;
mod daily;
mod drafts;
mod facts;
mod files;
mod jobs;
mod kept;
mod ledger;
mod post;
mod serve;
mod settle;
mod walk;
mod watch;
mod write;

use crate::app::{Effect, Message};
use crossbeam_channel::{Receiver, Sender, unbounded};
use post::Post;
use serve::Worker;
use std::io;
use std::path::PathBuf;
use std::thread;

pub use add::{Progress, Report, Stop, add};
pub use facts::{FileWithFacts, WithFacts, facts, find_facts, read_with_facts, spread};
pub use files::{Imported, Input, Reason, Refused, bytes, first, read, read_all};
pub use kept::Kept;
pub use walk::files;
pub use write::{Written, write_file};

/// What a worker begins with.
#[derive(Debug, Default)]
pub struct Setup {
    /// Where the library is; `None` for one that is gone with the session.
    pub library: Option<PathBuf>,
    /// The files of the command line, in their order: [`crate::app::effect::Source::File`] holds
    /// an index. One that [`first`] showed whole is not read again.
    pub files: Vec<Input>,
    /// What was set at the keyboard.
    pub kept: Kept,
    /// The program that the settings name for the clipboard, and its arguments.
    pub clipboard: Vec<String>,
    /// What a library without articles is given when the last open article is asked for, the
    /// newest last.
    pub welcome: Vec<Input>,
    /// How many daily backups of the library are kept; with 0 none is taken.
    pub backups: usize,
}

/// Starts a worker. It ends once `effects` is closed and all that was to be kept is on the disk,
/// and closes `messages` then.
///
/// The library is opened when an effect first needs it, never before.
pub fn start(setup: Setup, effects: Receiver<Effect>, messages: Sender<Message>) -> io::Result<()> {
    let post = Post::new(messages);
    let (finished, done) = unbounded();
    let jobs = jobs::start(&post, &finished)?;
    let worker = Worker::new(setup, post, jobs, done);
    thread::Builder::new().name("library".into()).spawn(move || worker.run(&effects)).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::effect::Source;
    use crate::library::{ArticleId, Change, ChangeKind, Opened, Query, State};
    use crate::store::Store;
    use std::path::Path;
    use std::time::Duration;
    use tempfile::TempDir;

    /// How long a test waits for what should come: the facts of a long text take 16 s unoptimized.
    const PATIENCE: Duration = Duration::from_mins(2);

    /// A worker and both ends of the way to it.
    struct Desk {
        effects: Option<Sender<Effect>>,
        messages: Receiver<Message>,
    }

    impl Desk {
        fn new(setup: Setup) -> Self {
            let ((effects, from), (to, messages)) = (unbounded(), unbounded());
            start(setup, from, to).unwrap();
            Self { effects: Some(effects), messages }
        }

        fn with_files(folder: &TempDir, texts: &[&str]) -> Self {
            let files = (0..).zip(texts).map(|(nth, text)| {
                let path = folder.path().join(format!("{nth}.txt"));
                std::fs::write(&path, text).unwrap();
                Input::Path(path)
            });
            let files = files.collect();
            Self::new(Setup { library: Some(library(folder)), files, ..Setup::default() })
        }

        fn send(&self, effect: Effect) {
            self.effects.as_ref().unwrap().send(effect).unwrap();
        }

        fn open(&self, ticket: u64, source: Source) {
            self.send(Effect::Open { ticket, source });
        }

        fn next(&self) -> Message {
            self.messages.recv_timeout(PATIENCE).unwrap()
        }

        /// The first message, and those after it, that `pick` takes.
        fn wait<T>(&self, pick: impl Fn(Message) -> Option<T>) -> T {
            loop {
                if let Some(found) = pick(self.next()) {
                    return found;
                }
            }
        }

        fn stored(&self) -> (ArticleId, Box<Opened>) {
            self.wait(|message| match message {
                Message::Stored { id, known, .. } => Some((id, known)),
                _ => None,
            })
        }

        fn opened(&self) -> Opened {
            self.wait(|message| match message {
                Message::Opened { opened, .. } => Some(*opened),
                _ => None,
            })
        }

        fn failed(&self) -> String {
            self.wait(|message| match message {
                Message::Failed(line) => Some(line),
                _ => None,
            })
        }

        /// Ends the session; what the worker still said.
        fn close(mut self) -> Vec<Message> {
            self.effects = None;
            let rest = std::iter::from_fn(|| self.messages.recv_timeout(PATIENCE).ok()).collect();
            let ended = self.messages.recv_timeout(Duration::ZERO).unwrap_err();
            assert!(ended.is_disconnected(), "the worker did not end");
            rest
        }
    }

    fn library(folder: &TempDir) -> PathBuf {
        folder.path().join("library/library.db")
    }

    fn star(article: ArticleId) -> Change {
        Change { article, kind: ChangeKind::Star { after: true } }
    }

    #[test]
    fn a_file_is_shown_then_stored_then_its_facts_come() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::with_files(&folder, &["Some words."]);
        desk.open(7, Source::File(0));
        assert!(
            matches!(desk.next(), Message::Opened { ticket: 7, opened } if opened.id.is_none())
        );
        assert!(matches!(desk.next(), Message::Stored { ticket: 7, known, .. }
            if known.state == State::Reading));
        assert!(matches!(desk.next(), Message::Facts { ticket: 7, .. }));
        desk.close();
        let entry = Store::open(&library(&folder)).unwrap();
        let entry = entry.list(&Query { limit: 1, ..Query::default() }).unwrap().entries.remove(0);
        assert_eq!(entry.state, State::Reading);
    }

    #[test]
    fn what_the_first_look_showed_is_not_shown_again() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        std::fs::write(&path, "Some words.").unwrap();
        let (opened, rest) = first(Input::Path(path)).unwrap();
        assert!(opened.partial.is_none());
        let files = vec![rest];
        let desk = Desk::new(Setup { library: Some(library(&folder)), files, ..Setup::default() });
        desk.open(1, Source::File(0));
        assert!(matches!(desk.next(), Message::Stored { ticket: 1, .. }));
        desk.open(2, Source::File(0));
        assert_eq!(desk.opened().article, opened.article);
    }

    #[test]
    fn a_session_that_ends_at_once_keeps_everything() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::with_files(&folder, &["Some words.", "Other words."]);
        desk.open(1, Source::File(0));
        let (id, _) = desk.stored();
        desk.open(2, Source::File(1));
        desk.send(Effect::KeepPosition { id, at: 5, progress: 40 });
        desk.send(Effect::Change(star(id)));
        desk.send(Effect::Remember { key: "open article", value: id.0.to_string() });
        desk.close();
        let left = std::fs::read_dir(library(&folder).parent().unwrap()).unwrap();
        assert_eq!(left.count(), 1, "the library is one file again");
        let store = Store::open(&library(&folder)).unwrap();
        let opened = store.article(id).unwrap();
        assert_eq!((opened.position, opened.starred), (5, true));
        assert_eq!(store.list(&Query::default()).unwrap().total, 2);
        assert_eq!(store.resolve(&store.recall("open article").unwrap().unwrap()).unwrap(), id);
    }

    #[test]
    fn what_was_left_is_found_again() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::with_files(&folder, &["Some words."]);
        desk.open(1, Source::File(0));
        let (id, _) = desk.stored();
        desk.send(Effect::KeepPosition { id, at: 5, progress: 40 });
        desk.close();
        let desk = Desk::with_files(&folder, &["Some words."]);
        desk.open(1, Source::File(0));
        let (same, known) = desk.stored();
        assert_eq!((same, known.position), (id, 5));
    }

    #[test]
    fn changes_are_made_taken_back_and_made_again() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::with_files(&folder, &["Some words."]);
        desk.send(Effect::Undo);
        assert!(matches!(desk.next(), Message::Notice(line) if line == "nothing to undo"));
        desk.open(1, Source::File(0));
        let change = star(desk.stored().0);
        desk.send(Effect::Change(change.clone()));
        desk.send(Effect::Undo);
        desk.send(Effect::Redo);
        let answers = desk.close();
        let turns: Vec<_> = answers
            .into_iter()
            .filter_map(|message| match message {
                Message::Changed(change) => Some(("made", change)),
                Message::Undone(change) => Some(("undone", change)),
                Message::Redone(change) => Some(("redone", change)),
                _ => None,
            })
            .collect();
        let back = change.inverse();
        assert_eq!(turns, [("made", change.clone()), ("undone", back), ("redone", change)]);
    }

    #[test]
    fn a_bad_file_costs_one_line() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::with_files(&folder, &["", "Some words."]);
        desk.open(1, Source::File(0));
        assert!(desk.failed().contains("0.txt: "));
        desk.open(2, Source::File(9));
        desk.failed();
        desk.open(3, Source::File(1));
        assert!(desk.opened().article.text.starts_with("Some words."));
        assert!(!desk.close().iter().any(|message| matches!(message, Message::Failed(_))));
    }

    #[test]
    fn without_a_usable_library_one_reads_on() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::create_dir_all(library(&folder)).unwrap();
        let desk = Desk::with_files(&folder, &["Some words."]);
        desk.open(1, Source::File(0));
        assert!(desk.failed().contains("Nothing is kept"));
        let (id, _) = desk.stored();
        desk.send(Effect::Change(star(id)));
        desk.wait(|message| matches!(message, Message::Changed(_)).then_some(()));
    }

    #[test]
    fn a_session_without_a_library_leaves_nothing_behind() {
        let folder = tempfile::tempdir().unwrap();
        let files = vec![Input::Bytes { name: None, path: None, bytes: b"Some words.".to_vec() }];
        let desk = Desk::new(Setup { files, ..Setup::default() });
        desk.open(1, Source::File(0));
        let (id, _) = desk.stored();
        desk.send(Effect::Change(star(id)));
        desk.close();
        assert_eq!(folder.path().read_dir().unwrap().count(), 0);
    }

    #[test]
    fn an_empty_library_is_welcomed_with_articles_once() {
        let folder = tempfile::tempdir().unwrap();
        let setup = || {
            let welcome = ["Second words.", "First words."].map(|text| {
                let bytes = text.as_bytes().to_vec();
                Input::Bytes { name: None, path: Some(Path::new(text).into()), bytes }
            });
            let library = Some(library(&folder));
            Setup { library, welcome: welcome.into(), ..Setup::default() }
        };
        for _ in 0..2 {
            let desk = Desk::new(setup());
            desk.open(1, Source::Last);
            desk.send(Effect::List(Query { limit: 9, ..Query::default() }));
            assert!(desk.opened().article.text.starts_with("First words."));
            let total = desk.wait(|message| match message {
                Message::Listed(listing) => Some(listing.total),
                _ => None,
            });
            assert_eq!(total, 2);
        }
    }

    #[test]
    fn a_write_of_another_process_is_told_and_an_own_one_not() {
        let folder = tempfile::tempdir().unwrap();
        let desk = Desk::with_files(&folder, &["Some words."]);
        desk.open(1, Source::File(0));
        let (id, _) = desk.stored();
        desk.wait(|message| matches!(message, Message::Facts { .. }).then_some(()));
        desk.send(Effect::Change(star(id)));
        assert!(matches!(desk.next(), Message::Changed(_)));
        Store::open(&library(&folder)).unwrap().change(&star(id).inverse()).unwrap();
        assert!(matches!(desk.next(), Message::LibraryChanged));
        let rest = desk.close();
        assert!(rest.is_empty(), "{rest:?}");
    }

    #[test]
    fn the_first_change_of_a_day_takes_a_backup() {
        let folder = tempfile::tempdir().unwrap();
        let files = vec![Input::Bytes { name: None, path: None, bytes: b"Some words.".to_vec() }];
        let library = library(&folder);
        let place = Some(library.clone());
        let desk = Desk::new(Setup { library: place, files, backups: 3, ..Setup::default() });
        desk.open(1, Source::File(0));
        let (id, _) = desk.stored();
        desk.send(Effect::Change(star(id)));
        desk.close();
        let backups = std::fs::read_dir(library.with_file_name("backups")).unwrap();
        let backups: Vec<PathBuf> = backups.map(|entry| entry.unwrap().path()).collect();
        assert_eq!(backups.len(), 1);
        let copy = Store::open(&backups[0]).unwrap();
        assert_eq!(copy.list(&Query::default()).unwrap().total, 1);
    }

    #[test]
    fn all_articles_of_a_file_are_stored_the_first_one_opened() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("many.jsonl");
        let records = (0..700)
            .map(|nth| format!("{{\"title\":\"Nr {nth}\",\"text\":\"Words of {nth}.\"}}\n"));
        std::fs::write(&path, records.collect::<String>()).unwrap();
        let library = library(&folder);
        let files = vec![Input::Path(path)];
        let desk = Desk::new(Setup { library: Some(library.clone()), files, ..Setup::default() });
        desk.open(1, Source::File(0));
        assert!(desk.opened().article.text.contains("Words of 0."));
        desk.wait(|message| matches!(message, Message::LibraryChanged).then_some(()));
        let total = Store::open(&library).unwrap().list(&Query::default()).unwrap().total;
        assert_eq!(total, 700);
    }

    #[test]
    fn the_facts_of_a_long_text_wait_to_be_asked_for() {
        let folder = tempfile::tempdir().unwrap();
        let text = "Anna Berg spoke in May 2011. ".repeat(40_000);
        let desk = Desk::with_files(&folder, &[&text]);
        desk.open(1, Source::File(0));
        desk.stored();
        desk.send(Effect::Facts { ticket: 1 });
        desk.wait(|message| matches!(message, Message::Facts { ticket: 1, .. }).then_some(()));
        let desk = Desk::new(Setup {
            files: vec![Input::Bytes { name: None, path: None, bytes: text.into_bytes() }],
            ..Setup::default()
        });
        desk.open(1, Source::File(0));
        desk.opened();
        let said = desk.close();
        assert!(
            !said.iter().any(|it| matches!(it, Message::Facts { .. } | Message::Stored { .. }))
        );
    }

    #[test]
    fn an_address_of_another_kind_is_not_opened() {
        let desk = Desk::new(Setup::default());
        desk.send(Effect::Browse("file:///etc/passwd".to_owned()));
        assert!(desk.failed().contains("http, https and mailto"));
    }
}
