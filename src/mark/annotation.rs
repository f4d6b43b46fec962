//! Annotations: a highlight, a note, or both in one, on a passage, an image or a whole article.

use super::{Anchor, same_words, tag};
use crate::text::Span;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The name of an annotation: a UUIDv7, which never changes and is not reused. The nil UUID stands
/// for one that the library has yet to name.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct MarkId(pub Uuid);

impl MarkId {
    /// The last eight hexadecimal digits, which tell annotations apart on a screen.
    pub fn short(self) -> String {
        let whole = self.0.simple().to_string();
        whole.get(24..).unwrap_or_default().to_owned()
    }

    /// The name after this one, for what no library will name.
    #[must_use]
    pub const fn following(self) -> Self {
        Self(Uuid::from_u128(self.0.as_u128().wrapping_add(1)))
    }

    /// Whether the library has yet to name it.
    pub const fn is_new(self) -> bool {
        self.0.is_nil()
    }
}

/// What a reader says of an article or a part of it, after the W3C Web Annotation Data Model.
///
/// With a color and no note it is a bare highlight, with a note and no color a note; most notes on
/// a passage have both. What is left at its default when it is new (`id`, `made_on`, `created`,
/// `modified`) the library fills in.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Annotation {
    /// Its name.
    pub id: MarkId,
    /// What it is on.
    pub target: Target,
    /// The version it was made on: the BLAKE3 hash of that text, in hexadecimal digits.
    pub made_on: String,
    /// Where it stands in the article's newest text.
    pub place: Place,
    /// The color of its highlight; `None` where it is a note only.
    pub color: Option<Color>,
    /// The note, as Markdown; empty where it is a highlight only.
    pub note: String,
    /// Tags that were given to it beside those in the note. [`Annotation::all_tags`] has both.
    pub tags: Vec<String>,
    /// When it was made, in seconds since 1970 (UTC).
    pub created: i64,
    /// When its color, note or tags were last changed, in seconds since 1970 (UTC).
    pub modified: i64,
    /// Its name where it was imported from. An article has one annotation of that name at most.
    pub source: Option<String>,
}

impl Annotation {
    /// A new annotation on `target`, without color and note.
    pub fn on(target: Target) -> Self {
        let span = target.anchor().map(|anchor| anchor.span);
        Self { target, place: Place { span, ..Place::default() }, ..Self::default() }
    }

    /// A new annotation on these words of `text`.
    pub fn passage(text: &str, span: Span) -> Self {
        Self::on(Target::Passage(Anchor::new(text, span)))
    }

    /// Whether it says nothing: no color and no note.
    pub fn is_empty(&self) -> bool {
        self.color.is_none() && self.note.trim().is_empty()
    }

    /// The words it was made on; empty for a whole article.
    pub fn quote(&self) -> &str {
        self.target.anchor().map_or("", |anchor| &anchor.exact)
    }

    /// Every tag, those in the note first, each once whatever its case.
    pub fn all_tags(&self) -> Vec<&str> {
        let mut all: Vec<&str> = Vec::new();
        for tag in tag::tags(&self.note).chain(self.tags.iter().map(String::as_str)) {
            if !all.iter().any(|it| tag::same(it, tag)) {
                all.push(tag);
            }
        }
        all
    }

    /// What annotations of an article are ordered by: where they start, those without a place last,
    /// then when they were made.
    pub fn order(&self) -> (bool, usize, i64, MarkId) {
        let start = self.place.span.map(|span| span.start);
        (start.is_none(), start.unwrap_or_default(), self.created, self.id)
    }

    /// Whether it says of the same words what `other` says, whichever program brought either.
    pub fn repeats(&self, other: &Self) -> bool {
        same_words(self.quote().trim(), other.quote().trim())
            && self.note.trim() == other.note.trim()
    }

    /// Whether both say the same of the same thing, wherever the text has carried them.
    pub fn says_the_same(&self, other: &Self) -> bool {
        let placed = Self { place: other.place, modified: other.modified, ..self.clone() };
        placed == *other
    }
}

/// What an annotation is on.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Target {
    /// The article as a whole.
    #[default]
    Article,
    /// Words of the text: a sentence or a selection.
    Passage(Anchor),
    /// An image, held by the text of its block: the caption and the credit.
    Image(Anchor),
}

impl Target {
    /// What holds it to the text; `None` for the whole article.
    pub const fn anchor(&self) -> Option<&Anchor> {
        match self {
            Self::Article => None,
            Self::Passage(anchor) | Self::Image(anchor) => Some(anchor),
        }
    }
}

/// Where an annotation stands in the article's newest text, and how surely.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Its words; `None` where they are lost, and for the whole article.
    pub span: Option<Span>,
    /// What became of the words it was made on.
    pub standing: Standing,
}

/// What became of the words an annotation was made on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// They stand in the newest text.
    #[default]
    Found,
    /// They stand there in other words.
    Changed,
    /// They are gone.
    Lost,
}

impl Standing {
    /// Every standing.
    pub const ALL: [Self; 3] = [Self::Found, Self::Changed, Self::Lost];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Found => "found",
            Self::Changed => "changed",
            Self::Lost => "lost",
        }
    }
}

/// The color of a highlight.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Color {
    /// Yellow.
    #[default]
    Yellow,
    /// Green.
    Green,
    /// Blue.
    Blue,
    /// Red.
    Red,
    /// Purple.
    Purple,
}

impl Color {
    /// Every color, in the order of the key that changes it.
    pub const ALL: [Self; 5] = [Self::Yellow, Self::Green, Self::Blue, Self::Red, Self::Purple];

    /// Its name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Red => "red",
            Self::Purple => "purple",
        }
    }

    /// The sign that stands for it beside the text, so that it is known without color.
    pub const fn sign(self) -> &'static str {
        match self {
            Self::Yellow => "●",
            Self::Green => "▲",
            Self::Blue => "■",
            Self::Red => "◆",
            Self::Purple => "✚",
        }
    }

    /// The color of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|color| color.name() == name)
    }

    /// The next color.
    #[must_use]
    pub const fn next(self) -> Self {
        match self {
            Self::Yellow => Self::Green,
            Self::Green => Self::Blue,
            Self::Blue => Self::Red,
            Self::Red => Self::Purple,
            Self::Purple => Self::Yellow,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_counts_once_whatever_its_case_and_wherever_it_stands() {
        let annotation = Annotation {
            note: "See #Water and #water-rights.".to_owned(),
            tags: vec!["WATER".to_owned(), "law".to_owned()],
            ..Annotation::default()
        };
        assert_eq!(annotation.all_tags(), ["Water", "water-rights", "law"]);
    }

    #[test]
    fn the_same_note_on_the_same_words_is_a_repeat() {
        let note = |quote: &str, note: &str| Annotation {
            note: note.to_owned(),
            ..Annotation::passage(quote, Span::new(0, quote.len()))
        };
        assert!(note("“Low  water”", "Why?").repeats(&note("\"low water\"", " Why? ")));
        assert!(!note("Low water", "Why?").repeats(&note("Low water", "When?")));
        assert!(!note("Low water", "").repeats(&note("High water", "")));
    }

    #[test]
    fn colors_go_round_and_have_names() {
        let round = Color::ALL.map(Color::next);
        assert_eq!(
            round,
            [Color::ALL[1], Color::ALL[2], Color::ALL[3], Color::ALL[4], Color::ALL[0]]
        );
        assert!(Color::ALL.iter().all(|color| Color::named(color.name()) == Some(*color)));
    }

    #[test]
    fn where_the_text_carried_it_does_not_change_what_it_says() {
        let made = Annotation::passage("One two three.", Span::new(4, 7));
        let place = Place { span: Some(Span::new(9, 12)), standing: Standing::Changed };
        assert!(made.says_the_same(&Annotation { place, ..made.clone() }));
        assert!(!made.says_the_same(&Annotation { note: "x".to_owned(), ..made.clone() }));
        assert_eq!(made.quote(), "two");
    }
}
