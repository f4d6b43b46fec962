//! What a reader knows better than the engine: rules that are laid over the facts whenever they
//! are shown. The facts that are kept stay as they were found, so that they can be found again.

mod apply;
mod fold;

use super::EntityKind;
use crate::text::Span;
use serde::{Deserialize, Serialize};

pub use apply::{Corrected, correct, read_date};

/// A rule of a reader's. Those about a name hold wherever the name is found; those about a single
/// fact hold in the article they were made in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "rule")]
pub enum Rule {
    /// The name is not shown.
    Hide {
        /// Its kind.
        kind: EntityKind,
        /// The fullest name, as shown.
        name: String,
    },
    /// The name is shown as another.
    Rename {
        /// Its kind.
        kind: EntityKind,
        /// The fullest name, as shown before.
        name: String,
        /// The name that is shown for it.
        to: String,
    },
    /// The name is of another kind, or, with the kind it has, rightly found.
    Retype {
        /// The kind it was taken for.
        kind: EntityKind,
        /// The fullest name, as shown.
        name: String,
        /// Its kind; none where it is not a name.
        to: Option<EntityKind>,
    },
    /// The name is another name of something else.
    Same {
        /// Its kind.
        kind: EntityKind,
        /// The fullest name, as shown before.
        name: String,
        /// The fullest name of what it is the same as.
        with: String,
    },
    /// One of the names counted as one names something of its own.
    Apart {
        /// Their kind.
        kind: EntityKind,
        /// The fullest name of what stays.
        name: String,
        /// The name that is told apart.
        alias: String,
    },
    /// A single fact is not shown.
    HideFact {
        /// Which.
        fact: FactKey,
    },
    /// Someone else said it.
    Speaker {
        /// Which quotation.
        fact: FactKey,
        /// Who said it; none where the article does not say.
        speaker: Option<String>,
    },
    /// It is another day.
    Day {
        /// Which date.
        fact: FactKey,
        /// The day, month or year, in words that the engine reads.
        value: String,
    },
}

/// What names a single fact of an article, also where the text around its sentence changes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FactKey {
    /// What it is.
    pub sort: FactSort,
    /// Its words.
    pub words: String,
    /// The words of its sentence.
    pub sentence: String,
    /// Which of the facts with these words there it is, from 0.
    #[serde(default)]
    pub nth: usize,
}

/// What a single fact is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactSort {
    /// A date, a time or a length of time.
    Date,
    /// A number.
    Number,
    /// A quotation.
    Quotation,
}

/// A fact of [`super::Facts`]: an index into its list.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FactRef {
    /// An entity.
    Entity(usize),
    /// A date.
    Date(usize),
    /// A number.
    Number(usize),
    /// A quotation.
    Quotation(usize),
}

impl Rule {
    /// Whether the rule is about one fact of one article.
    pub const fn is_single(&self) -> bool {
        matches!(self, Self::HideFact { .. } | Self::Speaker { .. } | Self::Day { .. })
    }

    /// What the rule says, in a line: "Berg is shown as Anna Berg".
    pub fn said(&self) -> String {
        match self {
            Self::Hide { name, .. } => format!("{name} is hidden"),
            Self::Rename { name, to, .. } => format!("{name} is shown as {to}"),
            Self::Retype { name, to: None, kind } => {
                format!("{name} is not {}", kind.with_article())
            }
            Self::Retype { name, to: Some(to), .. } => format!("{name} is {}", to.with_article()),
            Self::Same { name, with, .. } => format!("{name} is the same as {with}"),
            Self::Apart { name, alias, .. } => format!("{alias} is not {name}"),
            Self::HideFact { fact } => format!("{} is hidden", fact.quoted()),
            Self::Speaker { fact, speaker: Some(name) } => {
                format!("{} was said by {name}", fact.quoted())
            }
            Self::Speaker { fact, speaker: None } => {
                format!("{} has no named speaker", fact.quoted())
            }
            Self::Day { fact, value } => format!("{} is {value}", fact.quoted()),
        }
    }
}

/// How many characters of a fact's words stand in a line about it.
const SHOWN: usize = 40;

impl FactKey {
    /// The fact of that sort whose words and sentence stand there; `nth` of those with the same.
    pub fn new(sort: FactSort, text: &str, span: Span, sentence: Span, nth: usize) -> Self {
        Self { sort, words: words(span.of(text)), sentence: words(sentence.of(text)), nth }
    }

    fn quoted(&self) -> String {
        let words = self.words.trim_matches(['"', '“', '”', '\'']);
        let mut shown: String = words.chars().take(SHOWN).collect();
        if shown.len() < words.len() {
            shown.push('…');
        }
        format!("“{shown}”")
    }
}

impl EntityKind {
    /// Every kind.
    pub const ALL: [Self; 3] = [Self::Person, Self::Place, Self::Organization];

    /// "person".
    pub const fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Organization => "organization",
        }
    }

    /// "a person".
    pub const fn with_article(self) -> &'static str {
        match self {
            Self::Person => "a person",
            Self::Place => "a place",
            Self::Organization => "an organization",
        }
    }
}

/// `text` with each run of white space made one space.
fn words(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_told_in_a_line() {
        let kind = EntityKind::Person;
        let name = || "Ann Lee".to_owned();
        let told = |rule: Rule| rule.said();
        assert_eq!(told(Rule::Retype { kind, name: name(), to: None }), "Ann Lee is not a person");
        let same = Rule::Same { kind, name: "Lee".into(), with: name() };
        assert_eq!(told(same), "Lee is the same as Ann Lee");
        let words = format!("“{}”", "word ".repeat(20));
        let fact = FactKey::new(
            FactSort::Quotation,
            &words,
            Span::new(0, words.len()),
            Span::default(),
            0,
        );
        let told = told(Rule::Speaker { fact, speaker: Some(name()) });
        assert!(told.ends_with("…” was said by Ann Lee") && told.len() < 80, "{told}");
    }

    #[test]
    fn a_rule_is_flat_json() {
        let kind = EntityKind::Place;
        let rule = Rule::Rename { kind, name: "Kiev".into(), to: "Kyiv".into() };
        let json = serde_json::to_string(&rule).unwrap();
        assert_eq!(json, r#"{"rule":"rename","kind":"place","name":"Kiev","to":"Kyiv"}"#);
        assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
    }
}
