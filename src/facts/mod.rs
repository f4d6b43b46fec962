//! Articles to facts. Extraction is a pure, total function; every fact carries the spans that
//! bear it out, a confidence and a reason.

pub mod correction;
pub mod date;
pub mod entity;
pub mod model;
pub mod place;
pub mod quantity;
pub mod quotation;

mod document;
mod folded;
mod language;
mod lexicon;
mod name;
mod number;
mod quick;
mod region;
mod token;

use crate::article::Article;
use crate::text::Span;
use serde::{Deserialize, Serialize};

pub use correction::{Corrected, FactKey, FactRef, FactSort, Rule, correct};
pub use date::{Date, DateKind, Granularity};
pub use entity::{Entity, EntityKind, Mention, cluster};
pub use lexicon::file as lexicon_file;
pub use name::{lesson, origin as model_origin};
pub use place::Location;
pub use quantity::{Quantity, QuantityKind};
pub use quotation::{Hedge, HedgeKind, Quotation, QuotationKind, Source, SourceKind};

/// The version of the engine: facts kept from an older one are extracted again.
pub const ENGINE: u32 = 2;

/// All that an article says, in reading order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Facts {
    /// The part of the text that was read; shorter than the text for very long articles.
    pub covered: Span,
    /// The language of the text as a BCP 47 tag, as stated or as its words show; `und` for one
    /// that is not English.
    #[serde(default)]
    pub language: Option<String>,
    /// Whether names were looked for: they are in English only.
    #[serde(default)]
    pub names: bool,
    /// The day from which relative dates are reckoned, and how it is known.
    pub anchor: Option<DateAnchor>,
    /// People, places and organizations, most mentioned first.
    pub entities: Vec<Entity>,
    /// Every mention of an entity, by start.
    pub mentions: Vec<Mention>,
    /// Dates, times and durations, by start.
    pub dates: Vec<Date>,
    /// Numbers and what they count, by start.
    pub quantities: Vec<Quantity>,
    /// Quotations and who said them, by start.
    pub quotations: Vec<Quotation>,
    /// Words that keep a distance from what their sentence says, by start.
    #[serde(default)]
    pub hedges: Vec<Hedge>,
}

/// The day from which relative dates are reckoned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateAnchor {
    /// The day.
    pub date: jiff::civil::Date,
    /// How it is known ("the caption's date", "the file's publication date").
    pub origin: String,
    /// Where it stands in the text, if it does.
    pub span: Option<Span>,
}

/// How sure a fact is, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// In percent.
    pub confidence: u8,
    /// The rule that found it, in words a reader understands.
    pub reason: String,
}

/// All the facts of `article`.
pub fn extract(article: &Article) -> Facts {
    let covered = region::covered(article);
    let mut document = document::Document::new(&article.text, &region::regions(article, covered));
    let language = language::language(&article.meta, &document);
    let names = language.as_deref().is_none_or(language::is_english);
    document.foreign = !names;
    let dates = date::dates(article, &document);
    let found = if names { name::names(&document, &dates.taken) } else { Vec::new() };
    let entities = entity::entities(&document, &found);
    let quantities = quantity::quantities(&document, &dates.taken);
    let scene = quotation::Scene {
        document: &document,
        names: &found,
        mentions: &entities.mentions,
        entities: &entities.entities,
    };
    let quotations = quotation::quotations(&scene);
    Facts {
        covered,
        language,
        names,
        anchor: dates.anchor,
        entities: entities.entities,
        mentions: entities.mentions,
        dates: dates.found,
        quantities,
        quotations,
        hedges: quotation::hedges(&document),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Block, BlockRole, Visibility};
    use proptest::prelude::*;

    fn article(text: &str) -> Article {
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        let mut at = 0;
        for (index, paragraph) in text.split("\n\n").enumerate() {
            let span = Span::new(at, at + paragraph.len());
            let role = match index % 5 {
                0 => BlockRole::Title,
                4 => BlockRole::Caption,
                _ => BlockRole::Body,
            };
            article.blocks.push(Block::new(role, span));
            at = span.end + 2;
        }
        article
    }

    /// Every span of `facts`, with the sentence of each fact that has one.
    fn spans(facts: &Facts) -> Vec<(Span, Option<Span>)> {
        let mut spans: Vec<(Span, Option<Span>)> = Vec::new();
        spans.extend(facts.mentions.iter().map(|found| (found.span, Some(found.sentence))));
        spans.extend(facts.dates.iter().map(|found| (found.span, Some(found.sentence))));
        spans.extend(facts.quantities.iter().map(|found| (found.span, Some(found.sentence))));
        spans.extend(facts.quantities.iter().filter_map(|found| Some((found.counted?, None))));
        for found in &facts.quotations {
            spans.push((found.span, Some(found.sentence)));
            let source = found.source.map(|source| source.span);
            let parts = [found.speaker, found.channel, found.cue, source];
            spans.extend(parts.into_iter().flatten().map(|span| (span, None)));
        }
        spans.extend(facts.hedges.iter().map(|found| (found.span, Some(found.sentence))));
        spans.extend(facts.anchor.iter().filter_map(|anchor| Some((anchor.span?, None))));
        spans
    }

    fn check(text: &str) -> Result<(), TestCaseError> {
        let article = article(text);
        let facts = extract(&article);
        for (span, sentence) in spans(&facts) {
            prop_assert!(text.get(span.start..span.end).is_some_and(|words| !words.is_empty()));
            prop_assert!(article.blocks.iter().any(|block| block.span.contains(span)));
            prop_assert!(sentence.is_none_or(|sentence| sentence.holds(span.start)));
        }
        for mention in &facts.mentions {
            prop_assert!(mention.entity < facts.entities.len());
        }
        for entity in &facts.entities {
            prop_assert!(entity.mentions.iter().all(|&index| index < facts.mentions.len()));
            prop_assert!(!entity.mentions.is_empty());
        }
        for quotation in &facts.quotations {
            prop_assert!(quotation.entity.is_none_or(|index| index < facts.entities.len()));
        }
        Ok(())
    }

    /// Words that the rules look at, in any order.
    fn newsy() -> impl Strategy<Value = String> {
        let words = prop::sample::select(vec![
            "said",
            "told",
            "quoted",
            "as",
            "saying",
            "according",
            "to",
            "by",
            "who",
            "that",
            "“",
            "”",
            "‘",
            "’s",
            "\"",
            "'",
            "''",
            ",",
            ".",
            ":",
            "-",
            "—",
            "(",
            ")",
            "$",
            "%",
            "/",
            "the",
            "a",
            "half",
            "million",
            "of",
            "and",
            "2013",
            "17",
            "5,000",
            "3.5",
            "10:30",
            "p.m.",
            "Sept.",
            "May",
            "Monday",
            "last",
            "week",
            "ago",
            "two",
            "third",
            "every",
            "early",
            "recent",
            "years",
            "President",
            "Gen.",
            "Mr.",
            "Ann",
            "Lee",
            "Oslo",
            "Norway",
            "Norwegian",
            "U.N.",
            "WHO",
            "Ministry",
            "Corp.",
            "al",
            "bin",
            "van",
            "Jr.",
            "he",
            "it",
            "troops",
            "people",
            "in",
            "\n\n",
            "é",
            "日本",
            "I",
            "Q3",
            "s",
            "'90",
            "for",
            "-old",
            "\n",
            "«",
            "»",
            "is",
            "were",
        ]);
        let glue = prop::sample::select(vec![" ", " ", " ", ""]);
        prop::collection::vec((words, glue), 0..60)
            .prop_map(|parts| parts.iter().flat_map(|(word, glue)| [*word, *glue]).collect())
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(600))]

        #[test]
        fn facts_of_any_news_lie_in_their_blocks_and_sentences(text in newsy()) {
            check(&text)?;
        }

        #[test]
        fn facts_of_any_text_lie_in_their_blocks_and_sentences(text in any::<String>()) {
            check(&text)?;
        }
    }

    #[test]
    fn an_empty_article_has_no_facts() {
        let facts = extract(&Article::default());
        assert_eq!(facts, Facts { names: true, ..Facts::default() });
    }

    #[test]
    fn names_are_left_out_of_other_languages() {
        let text = "Die Fähre verließ den Hafen von Oslo am 3. Mai 2004 und sank, sagte Minister \
            Ole Berg der Zeitung, die darüber am folgenden Tag auf der ersten Seite mit einem Bild \
            des Schiffes und der Namen aller 120 Reisenden berichtete: „Wir wissen nicht, was \
            geschehen ist, und suchen weiter“.";
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        article.blocks.push(Block::new(BlockRole::Body, Span::new(0, text.len())));
        let facts = extract(&article);
        assert!(!facts.names && facts.entities.is_empty());
        assert_eq!(facts.language.as_deref(), Some("und"));
        assert_eq!(facts.quotations.len(), 1);
        assert!(facts.quantities.iter().any(|quantity| (quantity.value - 120.0).abs() < 1e-9));
    }

    #[track_caller]
    fn other(text: &str, language: &str, dates: &[&str], numbers: &[(f64, &str)]) {
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        article.blocks.push(Block::new(BlockRole::Body, Span::new(0, text.len())));
        let language =
            crate::article::Stated::new(language.to_owned(), crate::article::Origin::MetaElement);
        article.meta.language = Some(language);
        let facts = extract(&article);
        let read: Vec<_> = facts.dates.iter().map(|date| date.value.as_str()).collect();
        assert_eq!(read, dates);
        let told = |it: &Quantity| {
            let unit = it.unit.clone().or_else(|| Some(it.counted?.of(text).to_owned()));
            (it.value, unit.unwrap_or_default())
        };
        let read: Vec<_> = facts.quantities.iter().map(told).collect();
        let numbers: Vec<_> =
            numbers.iter().map(|(value, of)| (*value, (*of).to_owned())).collect();
        assert_eq!(read, numbers);
        assert!(!facts.names);
    }

    #[test]
    fn dates_and_numbers_are_read_in_german_french_and_spanish() {
        other(
            "Am 3. Mai 2024 zahlte die Stadt 1.234,56 Euro; 12,5 Prozent der 3,4 Millionen Menschen \
             waren seit Juli 2021 dort.",
            "de",
            &["2024-05-03", "2021-07"],
            &[(1234.56, "EUR"), (12.5, "%"), (3.4e6, "Menschen")],
        );
        other(
            "Le 3 mai 2024, la ville a payé 2,5 millions d’euros; 12 millions de personnes et 8 % \
             des 12\u{a0}000 navires étaient là depuis juillet 2021.",
            "fr",
            &["2024-05-03", "2021-07"],
            &[(2.5e6, "EUR"), (12e6, "personnes"), (8.0, "%"), (12_000.0, "navires")],
        );
        other(
            "El 3 de mayo de 2024 la ciudad pagó 1.500 euros; 12 millones de personas, el 8,5 por \
             ciento, estaban allí desde julio de 2021.",
            "es",
            &["2024-05-03", "2021-07"],
            &[(1500.0, "EUR"), (12e6, "personas"), (8.5, "%")],
        );
    }

    #[test]
    fn what_a_reader_does_not_see_holds_no_facts() {
        let text = "Prime Minister Ann Lee spoke in Oslo.";
        let mut article = article(text);
        article.blocks[0].visibility = Visibility::Folded;
        assert_eq!(extract(&article).mentions, []);
    }

    #[test]
    fn an_entity_gathers_its_names_and_its_role() {
        let text = "In Oslo, Norwegian Prime Minister Ann Lee spoke. The crowd cheered Lee. “It is \
            a good day,” said Ms. Lee.";
        let mut article = article(text);
        article.blocks[0].role = BlockRole::Body;
        let facts = extract(&article);
        let lee = &facts.entities[0];
        assert_eq!((lee.name.as_str(), lee.kind), ("Ann Lee", EntityKind::Person));
        assert_eq!(lee.aliases, ["Lee"]);
        assert_eq!(lee.role.as_deref(), Some("Norwegian Prime Minister"));
        assert_eq!(lee.mentions.len(), 3);
        assert_eq!(facts.quotations[0].entity, Some(0));
    }
}
