//! What changed between two versions of an article: its words, its facts, and what became of what
//! the reader had marked.

mod facts;
mod passages;
mod view;

use crate::article::Article;
use crate::facts::{Facts, extract};
use crate::mark::{Alignment, Annotation, Bookmark, Standing, Target};
use serde::Serialize;
use std::sync::Arc;

pub use facts::{FactChange, FactKind};
pub use passages::{Part, Passage};

/// A text that an article has or had.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Version {
    /// When it first came into the library, in seconds since 1970 (UTC).
    pub came: i64,
    /// How long its text is.
    pub bytes: usize,
}

/// A version with all that is in it.
#[derive(Debug, Clone)]
pub struct Edition {
    /// Which.
    pub version: Version,
    /// The article.
    pub article: Arc<Article>,
    /// Its facts, where they have been found already.
    pub facts: Option<Arc<Facts>>,
}

/// Two versions, and what the reader had marked.
#[derive(Debug, Clone)]
pub struct Editions {
    /// The earlier.
    pub before: Edition,
    /// The newest.
    pub after: Edition,
    /// The highlights and notes, as they stand in the newest.
    pub marks: Vec<Annotation>,
    /// The bookmarks whose words are in the earlier one only.
    pub left: Vec<Bookmark>,
}

/// What changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Revision {
    /// The earlier version.
    pub before: Version,
    /// The newest.
    pub after: Version,
    /// The headline of the newest.
    pub title: String,
    /// The shown paragraphs of the newest in order, and among them those that are gone.
    pub passages: Vec<Passage>,
    /// The facts that came, went or changed.
    pub facts: Vec<FactChange>,
    /// How many highlights and notes stand on the words they were made on.
    pub marks_found: usize,
    /// The highlights and notes whose words changed or are gone.
    pub marks: Vec<MarkChange>,
    /// The bookmarks whose words are gone.
    pub bookmarks: Vec<BookmarkLost>,
}

/// What became of a highlight or a note.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MarkChange {
    /// What became of its words.
    pub standing: Standing,
    /// The words it was made on.
    pub before: String,
    /// Those it is on now.
    pub now: Option<String>,
    /// The note.
    pub note: String,
}

/// A bookmark whose words are gone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct BookmarkLost {
    /// Its letter.
    pub name: char,
    /// The words.
    pub words: String,
}

impl Revision {
    /// What changed between two editions.
    pub fn new(editions: &Editions) -> Self {
        let (before, after) = (&editions.before, &editions.after);
        let (old, new) = (before.article.as_ref(), after.article.as_ref());
        let alignment = Alignment::new(&old.text, &new.text);
        let edits = alignment.edits();
        let known = |edition: &Edition| {
            edition.facts.clone().unwrap_or_else(|| Arc::new(extract(&edition.article)))
        };
        let found = |mark: &&Annotation| {
            mark.place.standing == Standing::Found && mark.target != Target::Article
        };
        let lost = |it: &Bookmark| BookmarkLost { name: it.name, words: line(&it.anchor.exact) };
        Self {
            before: before.version,
            after: after.version,
            title: new.meta.title.as_ref().map(|it| line(&it.value)).unwrap_or_default(),
            passages: passages::passages(old, new, &edits),
            facts: facts::changes(
                &facts::Sides { alignment: &alignment, edits: &edits },
                (&old.text, &known(before)),
                (&new.text, &known(after)),
            ),
            marks_found: editions.marks.iter().filter(found).count(),
            marks: editions.marks.iter().filter_map(|mark| fate(mark, new)).collect(),
            bookmarks: editions.left.iter().map(lost).collect(),
        }
    }
}

fn fate(mark: &Annotation, new: &Article) -> Option<MarkChange> {
    let standing = mark.place.standing;
    (standing != Standing::Found).then(|| MarkChange {
        standing,
        before: line(mark.quote()),
        now: mark.place.span.map(|span| line(span.of(&new.text))),
        note: line(&mark.note),
    })
}

/// Words on one line.
fn line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;
    use crate::import;
    use crate::mark::{Anchor, Color, Place};
    use crate::text::Span;

    pub(crate) const BEFORE: &str = "Ferry stuck in Linden\n\nThe ferry left Linden at noon. Forty \
        people were aboard, the harbor master said.\n\nNobody was hurt in the storm on Friday \
        night.\n\nThe town will pay for a new bridge across the bay next year.";

    pub(crate) const AFTER: &str = "Ferry stuck in Linden\n\nThe ferry left Linden at noon. Fifty \
        people were aboard, the harbor master said.\n\nNobody was hurt in the storm on Friday \
        night.\n\nDivers from Oslo will look at the hull on Tuesday.";

    pub(crate) fn edition(text: &str, came: i64) -> Edition {
        let article = import::read(text.as_bytes().to_vec(), Some("a.txt")).unwrap().remove(0);
        let version = Version { came, bytes: text.len() };
        Edition { version, article: Arc::new(article), facts: None }
    }

    pub(crate) fn editions(before: &str, after: &str) -> Editions {
        let (before, after) = (edition(before, 1_714_737_600), edition(after, 1_714_824_000));
        Editions { before, after, marks: Vec::new(), left: Vec::new() }
    }

    #[test]
    fn what_became_of_the_marks_is_told() {
        let mut editions = editions(BEFORE, AFTER);
        let old = editions.before.article.text.clone();
        let alignment = Alignment::new(&old, &editions.after.article.text);
        let mark = |words: &str| {
            let start = old.find(words).unwrap();
            let mut mark = Annotation::passage(&old, Span::new(start, start + words.len()));
            let fate = alignment.carry(mark.target.anchor().unwrap().span);
            let standing = match fate {
                crate::mark::Fate::Found(_) => Standing::Found,
                crate::mark::Fate::Changed(_) => Standing::Changed,
                crate::mark::Fate::Lost => Standing::Lost,
            };
            mark.place = Place { span: fate.span(), standing };
            Annotation { color: Some(Color::Red), ..mark }
        };
        editions.marks = vec![
            mark("Nobody was hurt"),
            mark("Forty people were aboard"),
            mark("The town will pay for a new bridge"),
        ];
        let span = Span::new(old.find("across").unwrap(), old.len());
        editions.left = vec![Bookmark { name: 'b', anchor: Anchor::new(&old, span) }];
        let revision = Revision::new(&editions);
        let marks: Vec<_> = revision
            .marks
            .iter()
            .map(|it| (it.standing, it.before.as_str(), it.now.as_deref()))
            .collect();
        let changed =
            (Standing::Changed, "Forty people were aboard", Some("Fifty people were aboard"));
        let lost = (Standing::Lost, "The town will pay for a new bridge", None);
        assert_eq!((revision.marks_found, marks), (1, vec![changed, lost]));
        assert_eq!(revision.bookmarks[0].name, 'b');
    }
}
