//! The items of the sidebar, drawn up from the facts; those of the notes are in `notes`.

mod numbers;
mod timeline;

use super::{Tab, notes};
use crate::article::{Article, BlockRole};
use crate::facts::{
    Corrected, Entity, EntityKind, Evidence, FactRef, Facts, HedgeKind, Quotation, QuotationKind,
    SourceKind,
};
use crate::library::Opened;
use crate::mark::MarkId;
use crate::text::Span;

pub use timeline::Node;
pub(super) use timeline::{calendar, day};

/// A place in the text that bears an item out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mention {
    /// The words.
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: Span,
}

/// An item of a tab.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Item {
    /// What stands over it: the name of its group, on the first that is shown of it.
    pub heading: Option<String>,
    /// What it is: a name, a day, a number.
    pub head: String,
    /// What else is said of it, in a line.
    pub detail: String,
    /// Longer words of it: a quotation, the sentence it stands in.
    pub body: String,
    /// What stands for the body, on one row, while the item is not selected.
    pub brief: Option<String>,
    /// Its place on the line of time.
    pub node: Option<Node>,
    /// Where it stands, by start.
    pub mentions: Vec<Mention>,
    /// The facts it is drawn up from.
    pub facts: Vec<FactRef>,
    /// Whether the engine is not sure of it.
    pub unsure: bool,
    /// Whether it stands in captions and credits only.
    pub captioned: bool,
    /// Whether a correction had a say in it.
    pub corrected: bool,
    /// The highlight or note that it stands for.
    pub mark: Option<MarkId>,
}

/// Below this confidence, in percent, an item is not shown unless it is asked for.
pub const SURE: u8 = 50;

/// The same of a quotation. What people say without quotation marks, think and want is told from
/// how sentences are built, and where the engine is half sure, half of it is wrong: these are the
/// confidences from which on seven in ten are right (docs/facts.md).
pub(super) const fn is_sure(quotation: &Quotation) -> bool {
    let from = match quotation.kind {
        QuotationKind::Direct | QuotationKind::Partial => SURE,
        QuotationKind::Indirect => 60,
        QuotationKind::Stance => 70,
    };
    quotation.evidence.confidence >= from
}

/// What the items are drawn up from.
#[derive(Clone, Copy)]
pub(super) struct Sources<'a> {
    pub(super) article: &'a Article,
    pub(super) corrected: &'a Corrected,
    pub(super) opened: &'a Opened,
}

/// The items of every tab, from left to right.
pub(super) fn lists(sources: Sources<'_>) -> [Vec<Item>; Tab::ALL.len()] {
    Tab::ALL.map(|tab| match tab {
        Tab::People => sources.entities(EntityKind::Person),
        Tab::Places => sources.entities(EntityKind::Place),
        Tab::Organizations => sources.entities(EntityKind::Organization),
        Tab::Timeline => timeline::timeline(sources),
        Tab::Numbers => numbers::numbers(sources),
        Tab::Quotes => sources.quotes(),
        Tab::Notes => notes::items(sources.opened),
    })
}

impl<'a> Sources<'a> {
    fn text(self) -> &'a str {
        &self.article.text
    }

    fn facts(self) -> &'a Facts {
        &self.corrected.facts
    }

    /// An item that stands for one fact.
    fn item(self, fact: FactRef, mentions: Vec<Mention>, evidence: &Evidence) -> Item {
        Item {
            captioned: !mentions.is_empty() && mentions.iter().all(|it| self.in_caption(it.span)),
            corrected: self.corrected.rules_of(fact).next().is_some(),
            unsure: evidence.confidence < SURE,
            facts: vec![fact],
            mentions,
            ..Item::default()
        }
    }

    fn in_caption(self, span: Span) -> bool {
        let block = self.article.blocks.get(self.article.block_at(span.start));
        block.is_some_and(|it| matches!(it.role, BlockRole::Caption | BlockRole::Credit))
    }

    fn entities(self, kind: EntityKind) -> Vec<Item> {
        let entities = self.facts().entities.iter().enumerate();
        let of_kind = entities.filter(|(_, entity)| entity.kind == kind);
        of_kind.map(|(at, entity)| self.entity(at, entity)).collect()
    }

    fn entity(self, at: usize, entity: &Entity) -> Item {
        let mentions = entity.mentions.iter().filter_map(|at| self.facts().mentions.get(*at));
        let mentions = mentions.map(|it| Mention { span: it.span, sentence: it.sentence });
        let aliases =
            (!entity.aliases.is_empty()).then(|| format!("also {}", entity.aliases.join(", ")));
        let detail: Vec<String> = entity.role.clone().into_iter().chain(aliases).collect();
        Item {
            head: entity.name.clone(),
            detail: detail.join(" · "),
            ..self.item(FactRef::Entity(at), mentions.collect(), &entity.evidence)
        }
    }

    fn quotes(self) -> Vec<Item> {
        let quotations = self.facts().quotations.iter().enumerate();
        quotations.map(|(at, quotation)| self.quote(at, quotation)).collect()
    }

    fn quote(self, at: usize, quotation: &Quotation) -> Item {
        let text = self.text();
        let entity = quotation.entity.and_then(|at| self.facts().entities.get(at));
        let named = entity.map(|entity| entity.name.as_str()).or(self.corrected.speaker(at));
        let printed = quotation.speaker.map(|span| words(text, span));
        let speaker = named.map(ToOwned::to_owned).or(printed);
        let guessed = quotation.attribution.as_ref().is_some_and(|it| it.confidence < SURE);
        let speaker = speaker.map(|it| if guessed { format!("perhaps {it}") } else { it });
        let channel = quotation.channel.map(|span| format!(" ← {}", words(text, span)));
        let mention = Mention { span: quotation.span, sentence: quotation.sentence };
        Item {
            head: speaker.unwrap_or_else(|| "no speaker found".to_owned())
                + &channel.unwrap_or_default(),
            detail: manner(quotation),
            body: words(text, quotation.span),
            unsure: !is_sure(quotation),
            ..self.item(FactRef::Quotation(at), vec![mention], &quotation.evidence)
        }
    }
}

/// How words are given, by what sort of source, and with what distance: "in part · state media".
fn manner(quotation: &Quotation) -> String {
    let kind = match quotation.kind {
        QuotationKind::Direct => None,
        QuotationKind::Partial => Some("in part"),
        QuotationKind::Indirect => Some("in other words"),
        QuotationKind::Stance => Some("a stance"),
    };
    let source = quotation.source.map(|it| it.kind).filter(|it| *it != SourceKind::Named);
    let source = source.map(|kind| match kind {
        SourceKind::Anonymous => "a source without a name",
        kind => kind.name(),
    });
    let hedge = quotation.hedge.map(HedgeKind::name);
    let parts: Vec<&str> = kind.into_iter().chain(source).chain(hedge).collect();
    parts.join(" · ")
}

/// How much of a sentence is shown before the words that matter in it, in bytes.
const LEAD: usize = 20;

/// The sentence from shortly before `span` on, so that a cut row still shows what is said there.
fn around(text: &str, sentence: Span, span: Span) -> String {
    let from = text.floor_char_boundary(span.start.saturating_sub(LEAD));
    let before = Span::new(from.max(sentence.start), span.start).of(text);
    let word = before.find(char::is_whitespace).map_or(0, |at| at + 1);
    if from <= sentence.start {
        return words(text, sentence);
    }
    format!("…{}", words(text, Span::new(from + word, sentence.end)))
}

/// The words of `span` on one line.
pub(super) fn words(text: &str, span: Span) -> String {
    span.of(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
