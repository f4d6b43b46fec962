//! What is being written, on its way to the disk: every two seconds, however fast it is typed.

use crate::library::ArticleId;
use crate::mark::{Annotation, MarkId};
use std::time::{Duration, Instant};

/// How much of what was typed a crash may cost.
const PACE: Duration = Duration::from_secs(2);

/// What is being written and not on the disk yet.
#[derive(Debug, Default)]
pub(super) struct Drafts {
    waiting: Vec<(ArticleId, Annotation)>,
    kept: Option<Instant>,
}

impl Drafts {
    /// Takes a draft in the place of an earlier one of the same mark.
    pub(super) fn put(&mut self, article: ArticleId, draft: Annotation) {
        self.forget(article, draft.id);
        self.waiting.push((article, draft));
    }

    /// Forgets the draft of a mark.
    pub(super) fn forget(&mut self, article: ArticleId, mark: MarkId) {
        self.waiting.retain(|(of, draft)| (*of, draft.id) != (article, mark));
    }

    /// How long until what waits is to be kept; `None` where nothing does.
    pub(super) fn wait(&self) -> Option<Duration> {
        let since = self.kept.map_or(PACE, |kept| kept.elapsed());
        (!self.waiting.is_empty()).then(|| PACE.saturating_sub(since))
    }

    /// What is to be kept now.
    pub(super) fn take(&mut self) -> Vec<(ArticleId, Annotation)> {
        self.kept = Some(Instant::now());
        std::mem::take(&mut self.waiting)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_is_kept_at_once_and_later_ones_together() {
        let mut drafts = Drafts::default();
        assert_eq!(drafts.wait(), None);
        let draft = |note: &str| Annotation { note: note.to_owned(), ..Annotation::default() };
        drafts.put(ArticleId::default(), draft("a"));
        assert_eq!(drafts.wait(), Some(Duration::ZERO));
        drafts.take();
        drafts.put(ArticleId::default(), draft("ab"));
        drafts.put(ArticleId::default(), draft("abc"));
        assert!(drafts.wait().unwrap() > Duration::from_secs(1));
        let kept: Vec<_> = drafts.take().into_iter().map(|(_, draft)| draft.note).collect();
        assert_eq!(kept, ["abc"]);
    }
}
