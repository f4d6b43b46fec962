//! What changed between two versions of an article, found off the thread that owns the library.

use super::post::Post;
use crate::app::Message;
use crate::facts::Facts;
use crate::library::{ArticleId, Opened, Revision};
use crate::store::{Error, Store};
use std::sync::Arc;
use std::thread;

/// Compares an article with the version so many back, in a thread of its own, and sends the article
/// that says what changed. It is none of the library's, so it has no name to give.
pub(super) fn compare(
    store: &Store,
    post: Post,
    ticket: u64,
    (id, back): (ArticleId, usize),
) -> Result<Option<ArticleId>, Error> {
    let Some(editions) = store.editions(id, back)? else {
        post.send(Message::Failed("there is no such version".to_owned()));
        return Ok(None);
    };
    thread::spawn(move || {
        let article = Revision::new(&editions).article(&editions.after.article);
        let opened = Opened {
            article: Arc::new(article),
            facts: Some(Arc::new(Facts { names: true, ..Facts::default() })),
            compares: Some(id),
            ..Opened::default()
        };
        post.send(Message::Opened { ticket, opened: Box::new(opened) });
    });
    Ok(None)
}
