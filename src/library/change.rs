//! Changes a reader makes: what the journal keeps, and what undo and redo turn round.

use super::{ArticleId, Correction, State};
use crate::mark::{Annotation, Bookmark, Standing};
use serde::{Deserialize, Serialize};

/// One change a reader made to an article, with what was before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// Which article.
    pub article: ArticleId,
    /// What was changed.
    pub kind: ChangeKind,
}

/// What was changed, from what to what.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChangeKind {
    /// The read state.
    State {
        /// Before.
        before: State,
        /// After.
        after: State,
    },
    /// The star.
    Star {
        /// After; before it was the other.
        after: bool,
    },
    /// A bookmark set, moved or taken away.
    Bookmark {
        /// Before.
        before: Option<Bookmark>,
        /// After.
        after: Option<Bookmark>,
    },
    /// A highlight or a note made, edited or taken away.
    Annotation {
        /// Before.
        before: Option<Box<Annotation>>,
        /// After.
        after: Option<Box<Annotation>>,
    },
    /// Several changes at once, which are taken back at once.
    Many(Vec<Change>),
    /// The article's tags.
    Tags {
        /// Before.
        before: Vec<String>,
        /// After.
        after: Vec<String>,
    },
    /// A fact corrected, or a correction taken back.
    Correction {
        /// Before.
        before: Option<Box<Correction>>,
        /// After.
        after: Option<Box<Correction>>,
    },
}

impl Change {
    /// These changes as one; `None` where there are none.
    pub fn of(mut changes: Vec<Self>) -> Option<Self> {
        match changes.len() {
            0 | 1 => changes.pop(),
            _ => {
                let article = changes.first().map(|change| change.article).unwrap_or_default();
                Some(Self { article, kind: ChangeKind::Many(changes) })
            }
        }
    }

    /// The change that takes this one back.
    #[must_use]
    pub fn inverse(&self) -> Self {
        let kind = match self.kind.clone() {
            ChangeKind::State { before, after } => {
                ChangeKind::State { before: after, after: before }
            }
            ChangeKind::Star { after } => ChangeKind::Star { after: !after },
            ChangeKind::Bookmark { before, after } => {
                ChangeKind::Bookmark { before: after, after: before }
            }
            ChangeKind::Annotation { before, after } => {
                ChangeKind::Annotation { before: after, after: before }
            }
            ChangeKind::Many(changes) => {
                ChangeKind::Many(changes.iter().rev().map(Self::inverse).collect())
            }
            ChangeKind::Tags { before, after } => ChangeKind::Tags { before: after, after: before },
            ChangeKind::Correction { before, after } => {
                ChangeKind::Correction { before: after, after: before }
            }
        };
        Self { article: self.article, kind }
    }

    /// What was done, for the notice line: "marked as read".
    pub fn summary(&self) -> String {
        match &self.kind {
            ChangeKind::State { after, .. } => match after {
                State::Unread => "marked as unread".to_owned(),
                State::Reading => "marked as being read".to_owned(),
                State::Read => "marked as read".to_owned(),
                State::Archived => "archived".to_owned(),
            },
            ChangeKind::Star { after: true } => "starred".to_owned(),
            ChangeKind::Star { after: false } => "star taken away".to_owned(),
            ChangeKind::Bookmark { after: Some(bookmark), .. } => {
                format!("bookmark {} set", bookmark.name)
            }
            ChangeKind::Bookmark { before: Some(bookmark), .. } => {
                format!("bookmark {} taken away", bookmark.name)
            }
            ChangeKind::Annotation { before, after } => {
                annotated(before.as_deref(), after.as_deref())
            }
            ChangeKind::Many(changes) => {
                let first = changes.first().map(Self::summary).unwrap_or_default();
                format!("{first} ({} in all)", changes.len())
            }
            ChangeKind::Tags { after, .. } if after.is_empty() => "tags taken away".to_owned(),
            ChangeKind::Tags { after, .. } => format!("tagged {}", after.join(", ")),
            ChangeKind::Correction { after: Some(correction), .. } => correction.said(),
            ChangeKind::Correction { before: Some(correction), .. } => {
                format!("no longer: {}", correction.said())
            }
            ChangeKind::Bookmark { .. } | ChangeKind::Correction { .. } => {
                "nothing changed".to_owned()
            }
        }
    }
}

/// What was done to a highlight or a note.
fn annotated(before: Option<&Annotation>, after: Option<&Annotation>) -> String {
    let what = |it: &Annotation| if it.note.is_empty() { "highlight" } else { "note" };
    match (before, after) {
        (None, None) => "nothing changed".to_owned(),
        (None, Some(after)) => match after.color.filter(|_| after.note.is_empty()) {
            Some(color) => format!("highlighted in {}", color.name()),
            None => "note saved".to_owned(),
        },
        (Some(before), None) => format!("{} taken away", what(before)),
        (Some(before), Some(after)) if before.note != after.note => match after.note.as_str() {
            "" => "note taken away".to_owned(),
            _ => "note saved".to_owned(),
        },
        (Some(before), Some(after)) if before.color != after.color => match after.color {
            Some(color) => format!("colored {}", color.name()),
            None => "highlight taken away".to_owned(),
        },
        (Some(before), Some(after)) if before.tags != after.tags => match after.tags.as_slice() {
            [] => "tags taken away".to_owned(),
            tags => format!("tagged {}", tags.join(", ")),
        },
        (Some(before), Some(after)) if before.target != after.target => {
            let lost = before.place.standing == Standing::Lost;
            format!("{} {}", what(after), if lost { "attached" } else { "moved" })
        }
        (Some(_), Some(after)) => format!("{} changed", what(after)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_inverse_of_the_inverse_is_the_change() {
        let kind = ChangeKind::State { before: State::Unread, after: State::Read };
        let change = Change { article: ArticleId(uuid::Uuid::nil()), kind };
        assert_eq!(change.inverse().inverse(), change);
        assert_eq!(change.inverse().summary(), "marked as unread");
    }
}
