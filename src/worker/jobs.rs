//! The slow work, each kind on a thread of its own: imports, facts, pictures. None touches the
//! library, so that a slow article never delays what is to be kept.

use super::files::{Imported, Input, Refused, caught, read};
use super::post::Post;
use crate::app::Message;
use crate::app::pictures::Wanted;
use crate::article::Article;
use crate::facts::{self, Facts};
use crate::library::{ArticleId, Opened};
use crate::picture::{self, NotDrawn};
use crossbeam_channel::{Receiver, Sender, unbounded};
use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::thread;

/// A file to be imported for a screen that waits.
#[derive(Debug)]
pub(super) struct Import {
    pub(super) ticket: u64,
    /// Which of the files of the command line it is.
    pub(super) index: usize,
    pub(super) input: Input,
    /// Whether a screen shows the whole of it already.
    pub(super) shown: bool,
}

/// An article whose facts are wanted.
#[derive(Debug)]
pub(super) struct Extract {
    pub(super) ticket: u64,
    /// Its name, if the library has it.
    pub(super) id: Option<ArticleId>,
    pub(super) article: Arc<Article>,
}

/// A kept picture that is to be drawn.
#[derive(Debug)]
pub(super) struct Picture {
    pub(super) wanted: Wanted,
    pub(super) bytes: Vec<u8>,
}

/// What came of a job.
#[derive(Debug)]
pub(super) enum Done {
    /// A file was imported, or is given back since another was asked for in the meantime.
    Imported { ticket: u64, index: usize, result: Result<Result<Imported, Refused>, Input> },
    /// Facts were found.
    Extracted { id: Option<ArticleId>, article: Arc<Article>, facts: Arc<Facts> },
}

/// The threads. They end when this is dropped.
#[derive(Debug)]
pub(super) struct Jobs {
    pub(super) imports: Sender<Import>,
    pub(super) extracts: Sender<Extract>,
    pub(super) pictures: Sender<Picture>,
    /// The number of the last asking for an article: jobs for earlier ones are not begun.
    pub(super) latest: Arc<AtomicU64>,
}

/// Starts the threads; what comes of jobs goes to `done` and, where a screen waits, to `post`.
pub(super) fn start(post: &Post, done: &Sender<Done>) -> io::Result<Jobs> {
    let latest = Arc::new(AtomicU64::new(0));
    let (imports, import_jobs) = unbounded();
    let (extracts, extract_jobs) = unbounded();
    let desk = Desk { post: post.clone(), done: done.clone(), latest: Arc::clone(&latest) };
    let other = desk.clone();
    thread::Builder::new().name("import".into()).spawn(move || desk.import(&import_jobs))?;
    thread::Builder::new().name("facts".into()).spawn(move || other.extract(&extract_jobs))?;
    let (pictures, picture_jobs) = unbounded();
    let to = post.clone();
    thread::Builder::new().name("pictures".into()).spawn(move || draw(&to, &picture_jobs))?;
    Ok(Jobs { imports, extracts, pictures, latest })
}

/// Draws pictures: of those that wait, the last.
fn draw(post: &Post, jobs: &Receiver<Picture>) {
    while let Ok(job) = jobs.recv() {
        let Picture { wanted, bytes } = jobs.try_iter().last().unwrap_or(job);
        let drawn = caught(|| picture::draw(&bytes, wanted.canvas));
        let drawn = drawn.unwrap_or(Err(NotDrawn::Unreadable));
        let drawn = drawn.map(Arc::new).map_err(|why| format!("Not shown: {why}."));
        post.send(Message::Picture { wanted, drawn });
    }
}

#[derive(Clone)]
struct Desk {
    post: Post,
    done: Sender<Done>,
    latest: Arc<AtomicU64>,
}

impl Desk {
    fn is_wanted(&self, ticket: u64) -> bool {
        self.latest.load(Ordering::Relaxed) == ticket
    }

    fn import(&self, jobs: &Receiver<Import>) {
        for Import { ticket, index, input, shown } in jobs {
            let result = if self.is_wanted(ticket) {
                let result = read(input);
                if let Ok(imported) = &result
                    && let Some(article) = imported.articles.first()
                    && self.is_wanted(ticket)
                    && !shown
                {
                    self.show(ticket, article);
                }
                Ok(result)
            } else {
                Err(input)
            };
            if self.done.send(Done::Imported { ticket, index, result }).is_err() {
                return;
            }
        }
    }

    fn show(&self, ticket: u64, article: &Arc<Article>) {
        let opened = Opened { article: Arc::clone(article), ..Opened::default() };
        self.post.send(Message::Opened { ticket, opened: Box::new(opened) });
    }

    fn extract(&self, jobs: &Receiver<Extract>) {
        for Extract { ticket, id, article } in jobs {
            if !self.is_wanted(ticket) {
                continue;
            }
            // Where the extractor breaks down there are no facts, and the reader reads on.
            let Ok(facts) = caught(|| facts::extract(&article)) else {
                self.post.send(Message::Failed(
                    "Newsprint failed to find the facts of this article; please report it".into(),
                ));
                continue;
            };
            let facts = Arc::new(facts);
            if self.is_wanted(ticket) {
                self.post.send(Message::Facts { ticket, facts: Arc::clone(&facts) });
            }
            if self.done.send(Done::Extracted { id, article, facts }).is_err() {
                return;
            }
        }
    }
}
