//! A reader's corrections of facts, as the library keeps them.

use super::ArticleId;
use crate::facts::Rule;
use serde::{Deserialize, Serialize};

/// A rule, and where it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Correction {
    /// The article that it is about; none where it is about a name, and so about all.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub article: Option<ArticleId>,
    /// What it says.
    #[serde(flatten)]
    pub rule: Rule,
}

/// A correction as it is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListedCorrection {
    /// The correction.
    pub correction: Correction,
    /// The title of the article that it is about, where it is about one.
    pub title: Option<String>,
}

impl Correction {
    /// `rule` as it was made in `article`.
    pub fn new(article: ArticleId, rule: Rule) -> Self {
        Self { article: rule.is_single().then_some(article), rule }
    }

    /// What it says and where it holds, in a line: "Kiev is shown as Kyiv, in every article".
    pub fn said(&self) -> String {
        let scope = if self.article.is_some() { "in this article" } else { "in every article" };
        format!("{}, {scope}", self.rule.said())
    }

    /// Whether it has a say in `article`.
    pub fn concerns(&self, article: ArticleId) -> bool {
        self.article.is_none_or(|it| it == article)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{EntityKind, FactKey, FactSort};
    use uuid::Uuid;

    #[test]
    fn a_name_is_corrected_everywhere_and_a_single_fact_where_it_stands() {
        let (here, there) = (ArticleId(Uuid::from_u128(1)), ArticleId(Uuid::from_u128(2)));
        let hide = Rule::Hide { kind: EntityKind::Person, name: "Monday".into() };
        assert!(Correction::new(here, hide).concerns(there));
        let (words, sentence) = ("40".into(), "Some 40 came.".into());
        let fact = FactKey { sort: FactSort::Number, words, sentence, nth: 0 };
        let single = Correction::new(here, Rule::HideFact { fact });
        assert!(single.concerns(here) && !single.concerns(there));
        let json = serde_json::to_string(&single).unwrap();
        assert_eq!(serde_json::from_str::<Correction>(&json).unwrap(), single);
    }
}
