//! The ledger: facts of any number of articles, a line of JSON each. `docs/facts-format.md` says
//! what the fields mean.

use super::json::json_line;
use super::{instant, words};
use crate::article::{Article, BlockRole};
use crate::facts::{
    Corrected, Date, DateKind, ENGINE, Entity, Evidence, FactRef, Granularity, HedgeKind, Location,
    Quantity, QuantityKind, Quotation, QuotationKind, Rule, SourceKind,
};
use crate::text::Span;
use serde::Serialize;

/// The version of the layout.
const LAYOUT: u32 = 1;

/// Facts, with the article that they are of.
#[derive(Debug, Clone, Copy)]
pub struct Ledger<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its name in the library, or the path of its file.
    pub id: Option<&'a str>,
    /// Its facts.
    pub corrected: &'a Corrected,
    /// The rules that were laid over them.
    pub rules: &'a [&'a Rule],
}

/// A line of the ledger.
#[derive(Serialize)]
struct Line<'a, N> {
    v: u32,
    id: String,
    kind: &'static str,
    text: String,
    start: usize,
    end: usize,
    sentence: [usize; 2],
    sentence_text: String,
    /// Where it stands: `text` or `caption`.
    place: &'static str,
    norm: N,
    conf: f64,
    reason: &'a str,
    by: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    corrections: Vec<String>,
    article: Source<'a>,
}

#[derive(Clone, Serialize)]
struct Source<'a> {
    id: Option<&'a str>,
    url: Option<&'a str>,
    title: Option<&'a str>,
    published: Option<String>,
}

#[derive(Serialize)]
struct Named<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a Location>,
    /// How often the article names it.
    mentions: usize,
}

#[derive(Serialize)]
struct Day<'a> {
    kind: DateKind,
    value: &'a str,
    first: Option<jiff::civil::Date>,
    last: Option<jiff::civil::Date>,
    granularity: Granularity,
    approximate: bool,
    relative: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    anchor: Option<jiff::civil::Date>,
}

#[derive(Serialize)]
struct Number<'a> {
    kind: QuantityKind,
    value: f64,
    upper: Option<f64>,
    unit: Option<&'a str>,
    counted: Option<String>,
    hedge: Option<&'a str>,
}

#[derive(Serialize)]
struct Quote<'a> {
    kind: QuotationKind,
    speaker: Option<String>,
    reported_by: Option<String>,
    cue: Option<String>,
    source: Option<SourceKind>,
    hedge: Option<HedgeKind>,
    /// How sure it is whose words they are.
    speaker_conf: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    speaker_role: Option<&'a str>,
}

/// What a line is about.
struct About<'a> {
    fact: FactRef,
    kind: &'static str,
    span: Span,
    sentence: Span,
    evidence: &'a Evidence,
}

/// The facts of an article, a line of JSON each: names by where they are mentioned, then dates,
/// numbers and quotations.
pub fn facts_lines(ledger: Ledger<'_>) -> String {
    let facts = &ledger.corrected.facts;
    let mut lines = String::new();
    for mention in &facts.mentions {
        if let Some(entity) = facts.entities.get(mention.entity) {
            let place = (mention.span, mention.sentence);
            lines += &ledger.name(mention.entity, entity, place);
        }
    }
    let dates = facts.dates.iter().enumerate();
    lines.extend(dates.map(|(at, date)| ledger.date(at, date)));
    let numbers = facts.quantities.iter().enumerate();
    lines.extend(numbers.map(|(at, number)| ledger.number(at, number)));
    let quotations = facts.quotations.iter().enumerate();
    lines.extend(quotations.map(|(at, quotation)| ledger.quote(at, quotation)));
    lines
}

fn percent(confidence: u8) -> f64 {
    f64::from(confidence) / 100.0
}

impl<'a> Ledger<'a> {
    pub(super) fn words(self, span: Span) -> String {
        words(&self.article.text, span)
    }

    fn line(self, about: &About<'_>, norm: impl Serialize) -> String {
        let About { fact, kind, span, sentence, evidence } = about;
        let block = self.article.blocks.get(self.article.block_at(span.start));
        let caption =
            block.is_some_and(|block| matches!(block.role, BlockRole::Caption | BlockRole::Credit));
        let rules = self.corrected.rules_of(*fact).filter_map(|at| self.rules.get(at));
        json_line(&Line {
            v: LAYOUT,
            id: format!("{kind}-{}", span.start),
            kind,
            text: span.of(&self.article.text).to_owned(),
            start: span.start,
            end: span.end,
            sentence: [sentence.start, sentence.end],
            sentence_text: self.words(*sentence),
            place: if caption { "caption" } else { "text" },
            norm,
            conf: percent(evidence.confidence),
            reason: &evidence.reason,
            by: format!("newsprint engine {ENGINE}"),
            corrections: rules.map(|rule| rule.said()).collect(),
            article: self.source(),
        })
    }

    fn source(self) -> Source<'a> {
        let meta = &self.article.meta;
        Source {
            id: self.id,
            url: self.url(),
            title: meta.title.as_ref().map(|it| it.value.as_str()),
            published: meta.published.as_ref().map(|it| instant(&it.value)),
        }
    }

    pub(super) fn url(self) -> Option<&'a str> {
        self.article.meta.address.as_ref().map(|it| it.value.as_str())
    }

    fn name(self, at: usize, entity: &Entity, (span, sentence): (Span, Span)) -> String {
        let kind = entity.kind.name();
        let evidence = &entity.evidence;
        let about = About { fact: FactRef::Entity(at), kind, span, sentence, evidence };
        let norm = Named {
            name: &entity.name,
            role: entity.role.as_deref(),
            place: entity.place.as_ref(),
            mentions: entity.mentions.len(),
        };
        self.line(&about, norm)
    }

    fn date(self, at: usize, date: &Date) -> String {
        let anchor = self.corrected.facts.anchor.as_ref().filter(|_| date.relative);
        let norm = Day {
            kind: date.kind,
            value: &date.value,
            first: date.start,
            last: date.end,
            granularity: date.granularity,
            approximate: date.approximate,
            relative: date.relative,
            anchor: anchor.map(|it| it.date),
        };
        let (span, sentence, evidence) = (date.span, date.sentence, &date.evidence);
        self.line(&About { fact: FactRef::Date(at), kind: "date", span, sentence, evidence }, norm)
    }

    fn number(self, at: usize, number: &Quantity) -> String {
        let norm = Number {
            kind: number.kind,
            value: number.value,
            upper: number.upper,
            unit: number.unit.as_deref(),
            counted: number.counted.map(|span| self.words(span)),
            hedge: number.hedge.as_deref(),
        };
        let (span, sentence, evidence) = (number.span, number.sentence, &number.evidence);
        let fact = FactRef::Number(at);
        self.line(&About { fact, kind: "number", span, sentence, evidence }, norm)
    }

    fn quote(self, at: usize, quotation: &Quotation) -> String {
        let facts = &self.corrected.facts;
        let entity = quotation.entity.and_then(|at| facts.entities.get(at));
        let named = entity.map(|it| it.name.as_str()).or(self.corrected.speaker(at));
        let printed = quotation.speaker.map(|span| self.words(span));
        let norm = Quote {
            kind: quotation.kind,
            speaker: named.map(ToOwned::to_owned).or(printed),
            reported_by: quotation.channel.map(|span| self.words(span)),
            cue: quotation.cue.map(|span| self.words(span)),
            source: quotation.source.map(|source| source.kind),
            hedge: quotation.hedge,
            speaker_conf: quotation.attribution.as_ref().map(|it| percent(it.confidence)),
            speaker_role: entity.and_then(|it| it.role.as_deref()),
        };
        let (span, sentence, evidence) = (quotation.span, quotation.sentence, &quotation.evidence);
        let fact = FactRef::Quotation(at);
        self.line(&About { fact, kind: "quote", span, sentence, evidence }, norm)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{EntityKind, correct, extract};
    use serde_json::Value;
    use std::sync::Arc;

    #[test]
    fn a_line_holds_the_fact_its_sentence_and_what_corrected_it() {
        let text = "Mayor Ida Berg met 12 pilots in Oslo on 1 March 2024. “We sail,” Berg said.";
        let bytes = text.as_bytes().to_vec();
        let article = crate::import::read(bytes, Some("a.txt")).unwrap().remove(0);
        let found = Arc::new(extract(&article));
        let (name, to) = ("Ida Berg".to_owned(), "Ida Bergh".to_owned());
        let rule = Rule::Rename { kind: EntityKind::Person, name, to };
        let corrected = correct(&article.text, &found, &[&rule]);
        let rules = [&rule];
        let ledger =
            Ledger { article: &article, id: Some("7"), corrected: &corrected, rules: &rules };
        let lines = facts_lines(ledger);
        let lines: Vec<Value> =
            lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        let kinds: Vec<_> = lines.iter().map(|line| line["kind"].as_str().unwrap()).collect();
        assert_eq!(kinds, ["person", "place", "person", "date", "number", "quote"]);
        let first = &lines[0];
        assert_eq!(
            (&first["text"], &first["norm"]["name"]),
            (&"Ida Berg".into(), &"Ida Bergh".into())
        );
        assert_eq!(first["corrections"][0], "Ida Berg is shown as Ida Bergh");
        assert_eq!(first["sentence"][0], 0);
        assert_eq!(first["article"]["id"], "7");
        assert_eq!(lines[3]["norm"]["value"], "2024-03-01");
        assert_eq!(lines[4]["norm"]["counted"], "pilots");
        assert_eq!(lines[5]["norm"]["speaker"], "Ida Bergh");
        assert!(lines[1].get("corrections").is_none());
    }
}
