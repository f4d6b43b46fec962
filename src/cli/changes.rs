//! `newsprint changes`: what changed between two versions of an article.

use super::arguments::Changes;
use super::ending::{Failure, Outcome};
use super::marks::{library, told};
use super::output::print;
use super::session::Session;
use crate::export;
use crate::library::Revision;

/// Prints what changed since the version so many before the newest.
pub(super) fn changes(session: &Session, asked: &Changes) -> Outcome {
    let store = library(session, &asked.article)?;
    let id = store.resolve(&asked.article).map_err(told)?;
    let Some(editions) = store.editions(id, asked.since).map_err(told)? else {
        let earlier = store.versions(id).map_err(told)?.len().saturating_sub(1);
        return Err(Failure::NotFound(match earlier {
            0 => "the text of this article has not changed since it came".to_owned(),
            1 => "there is one version before the newest".to_owned(),
            many => format!("there are {many} versions before the newest"),
        }));
    };
    let revision = Revision::new(&editions);
    if asked.json {
        return print(&export::json::json(&revision));
    }
    print(&export::markdown(&revision.article(&editions.after.article)))
}
