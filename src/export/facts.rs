//! The facts of an article as JSON and as lines to read.

use super::json::json;
use super::words;
use crate::article::Article;
use crate::facts::{
    Date, DateAnchor, DateKind, ENGINE, Entity, EntityKind, Evidence, Facts, Granularity,
    HedgeKind, Location, Quantity, QuantityKind, Quotation, QuotationKind, SourceKind,
};
use crate::text::Span;
use serde::Serialize;
use std::fmt::Write;

/// The facts of an article as they are written out. Offsets are bytes of the article's text.
#[derive(Serialize)]
struct FactsOut<'a> {
    engine: u32,
    covered: Span,
    anchor: Option<&'a DateAnchor>,
    people: Vec<EntityOut<'a>>,
    places: Vec<EntityOut<'a>>,
    organizations: Vec<EntityOut<'a>>,
    dates: Vec<Fact<'a, DateOut<'a>>>,
    numbers: Vec<Fact<'a, QuantityOut<'a>>>,
    quotes: Vec<Fact<'a, QuotationOut<'a>>>,
    hedges: Vec<Fact<'a, HedgeOut>>,
}

/// What every fact has, and what only its kind has.
#[derive(Serialize)]
struct Fact<'a, T> {
    text: &'a str,
    span: Span,
    sentence: Sentence<'a>,
    #[serde(flatten)]
    value: T,
    #[serde(flatten)]
    evidence: &'a Evidence,
}

#[derive(Serialize)]
struct Sentence<'a> {
    text: &'a str,
    start: usize,
    end: usize,
}

#[derive(Serialize)]
struct EntityOut<'a> {
    name: &'a str,
    aliases: &'a [String],
    role: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    place: Option<&'a Location>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    related: Vec<RelatedOut<'a>>,
    mentions: Vec<MentionOut<'a>>,
    #[serde(flatten)]
    evidence: &'a Evidence,
}

#[derive(Serialize)]
struct MentionOut<'a> {
    text: &'a str,
    span: Span,
    sentence: Sentence<'a>,
}

#[derive(Serialize)]
struct RelatedOut<'a> {
    text: &'a str,
    span: Span,
}

#[derive(Serialize)]
struct DateOut<'a> {
    kind: DateKind,
    value: &'a str,
    first: Option<jiff::civil::Date>,
    last: Option<jiff::civil::Date>,
    granularity: Granularity,
    approximate: bool,
    relative: bool,
}

#[derive(Serialize)]
struct QuantityOut<'a> {
    kind: QuantityKind,
    value: f64,
    upper: Option<f64>,
    unit: Option<&'a str>,
    counted: Option<&'a str>,
    hedge: Option<&'a str>,
}

#[derive(Serialize)]
struct HedgeOut {
    kind: HedgeKind,
}

#[derive(Serialize)]
struct QuotationOut<'a> {
    kind: QuotationKind,
    speaker: Option<&'a str>,
    speaker_name: Option<&'a str>,
    channel: Option<&'a str>,
    cue: Option<&'a str>,
    hedge: Option<HedgeKind>,
    source: Option<SourceKind>,
    attribution: Option<&'a Evidence>,
}

/// The facts of `article` as JSON, each with its span, sentence, value, confidence and reason.
pub fn facts_json(article: &Article, facts: &Facts) -> String {
    let writer = Writer { text: &article.text, facts };
    json(&FactsOut {
        engine: ENGINE,
        covered: facts.covered,
        anchor: facts.anchor.as_ref(),
        people: writer.entities(EntityKind::Person),
        places: writer.entities(EntityKind::Place),
        organizations: writer.entities(EntityKind::Organization),
        dates: facts.dates.iter().map(|it| writer.date(it)).collect(),
        numbers: facts.quantities.iter().map(|it| writer.quantity(it)).collect(),
        quotes: facts.quotations.iter().map(|it| writer.quotation(it)).collect(),
        hedges: facts
            .hedges
            .iter()
            .map(|it| writer.fact(it.span, it.sentence, HedgeOut { kind: it.kind }, &it.evidence))
            .collect(),
    })
}

/// Facts, and the text they are spans of.
#[derive(Clone, Copy)]
struct Writer<'a> {
    text: &'a str,
    facts: &'a Facts,
}

impl<'a> Writer<'a> {
    fn of(self, span: Option<Span>) -> Option<&'a str> {
        span.map(|span| span.of(self.text))
    }

    fn sentence(self, span: Span) -> Sentence<'a> {
        Sentence { text: span.of(self.text), start: span.start, end: span.end }
    }

    fn entities(self, kind: EntityKind) -> Vec<EntityOut<'a>> {
        let entities = self.facts.entities.iter().filter(|entity| entity.kind == kind);
        entities.map(|entity| self.entity(entity)).collect()
    }

    fn entity(self, entity: &'a Entity) -> EntityOut<'a> {
        let mentions = entity.mentions.iter().filter_map(|at| self.facts.mentions.get(*at));
        let mention = |span: Span, sentence| MentionOut {
            text: span.of(self.text),
            span,
            sentence: self.sentence(sentence),
        };
        EntityOut {
            name: &entity.name,
            aliases: &entity.aliases,
            role: entity.role.as_deref(),
            place: entity.place.as_ref(),
            related: entity.related.iter().map(|&span| self.related(span)).collect(),
            mentions: mentions.map(|it| mention(it.span, it.sentence)).collect(),
            evidence: &entity.evidence,
        }
    }

    fn related(self, span: Span) -> RelatedOut<'a> {
        RelatedOut { text: span.of(self.text), span }
    }

    fn fact<T>(self, span: Span, sentence: Span, value: T, evidence: &'a Evidence) -> Fact<'a, T> {
        let sentence = self.sentence(sentence);
        Fact { text: span.of(self.text), span, sentence, value, evidence }
    }

    fn date(self, date: &'a Date) -> Fact<'a, DateOut<'a>> {
        let value = DateOut {
            kind: date.kind,
            value: &date.value,
            first: date.start,
            last: date.end,
            granularity: date.granularity,
            approximate: date.approximate,
            relative: date.relative,
        };
        self.fact(date.span, date.sentence, value, &date.evidence)
    }

    fn quantity(self, quantity: &'a Quantity) -> Fact<'a, QuantityOut<'a>> {
        let value = QuantityOut {
            kind: quantity.kind,
            value: quantity.value,
            upper: quantity.upper,
            unit: quantity.unit.as_deref(),
            counted: self.of(quantity.counted),
            hedge: quantity.hedge.as_deref(),
        };
        self.fact(quantity.span, quantity.sentence, value, &quantity.evidence)
    }

    fn quotation(self, quotation: &'a Quotation) -> Fact<'a, QuotationOut<'a>> {
        let value = QuotationOut {
            kind: quotation.kind,
            speaker: self.of(quotation.speaker),
            speaker_name: self.speaker(quotation),
            channel: self.of(quotation.channel),
            cue: self.of(quotation.cue),
            hedge: quotation.hedge,
            source: quotation.source.map(|source| source.kind),
            attribution: quotation.attribution.as_ref(),
        };
        self.fact(quotation.span, quotation.sentence, value, &quotation.evidence)
    }

    /// The fullest name of who said it.
    fn speaker(self, quotation: &Quotation) -> Option<&'a str> {
        let entity = self.facts.entities.get(quotation.entity?)?;
        Some(&entity.name)
    }
}

/// The facts of `article` in the groups of the sidebar, a line each, with the sentence that bears
/// it out below what is more than a name.
pub fn facts_text(article: &Article, facts: &Facts) -> String {
    let writer = Writer { text: &article.text, facts };
    let mut groups = Vec::new();
    for (heading, kind) in [
        ("People", EntityKind::Person),
        ("Places", EntityKind::Place),
        ("Organizations", EntityKind::Organization),
    ] {
        let entities = facts.entities.iter().filter(|entity| entity.kind == kind);
        groups.push((heading, entities.map(entity_line).collect()));
    }
    let (mut dates, lengths): (Vec<&Date>, Vec<&Date>) =
        facts.dates.iter().partition(|date| matches!(date.kind, DateKind::Date | DateKind::Time));
    // What is not on the calendar comes last.
    dates.sort_by_key(|date| (date.start.is_none(), date.start));
    for (heading, dates) in [("Timeline", dates), ("Lengths of time", lengths)] {
        groups.push((heading, dates.into_iter().map(|it| writer.date_line(it)).collect()));
    }
    let told = facts.quantities.iter().filter(|it| it.is_told());
    let numbers = told.map(|it| writer.quantity_line(it)).collect();
    groups.push(("Numbers", numbers));
    let quotes = facts.quotations.iter().map(|it| writer.quotation_line(it)).collect();
    groups.push(("Quotes", quotes));
    sections(groups)
}

fn sections(groups: Vec<(&str, Vec<String>)>) -> String {
    let mut text = String::new();
    for (heading, lines) in groups.into_iter().filter(|(_, lines)| !lines.is_empty()) {
        if !text.is_empty() {
            text.push('\n');
        }
        _ = writeln!(text, "{heading} ({})", lines.len());
        for line in lines {
            _ = writeln!(text, "  {line}");
        }
    }
    text
}

fn entity_line(entity: &Entity) -> String {
    let mut line = entity.name.clone();
    if let Some(role) = &entity.role {
        _ = write!(line, ", {role}");
    }
    if !entity.aliases.is_empty() {
        _ = write!(line, "; also {}", entity.aliases.join(", "));
    }
    match entity.mentions.len() {
        0 | 1 => {}
        times => _ = write!(line, " ({times} times)"),
    }
    words(&line, Span::new(0, line.len()))
}

impl Writer<'_> {
    fn words(self, span: Span) -> String {
        words(self.text, span)
    }

    fn date_line(self, date: &Date) -> String {
        let about = if date.approximate && date.start.is_some() { "about " } else { "" };
        let (said, sentence) = (self.words(date.span), self.words(date.sentence));
        let when = when(date);
        let said = if said == when { String::new() } else { format!(": {said}") };
        format!("{about}{when}{said}\n      {sentence}")
    }

    fn quantity_line(self, quantity: &Quantity) -> String {
        let said = self.words(quantity.span);
        let counted = quantity.counted.filter(|span| !quantity.span.contains(*span));
        let counted = counted.map(|span| format!(" {}", self.words(span))).unwrap_or_default();
        format!("{said}{counted}\n      {}", self.words(quantity.sentence))
    }

    fn quotation_line(self, quotation: &Quotation) -> String {
        let said = quotation.speaker.map(|span| self.words(span));
        let speaker = self.speaker(quotation).map(ToOwned::to_owned).or(said);
        let speaker = speaker.unwrap_or_else(|| "nobody named".to_owned());
        let channel = quotation.channel.map(|span| format!(", through {}", self.words(span)));
        let words = self.words(quotation.span);
        format!("{speaker}{}: {words}", channel.unwrap_or_default())
    }
}

/// The place of `date` on the calendar, in words where it has none.
fn when(date: &Date) -> String {
    let (Some(start), Some(end)) = (date.start, date.end) else {
        let words = match (date.kind, date.value.as_str()) {
            (DateKind::Duration, _) => "so long",
            (DateKind::Set, _) => "again and again",
            (_, "PAST_REF") => "in the past",
            (_, "PRESENT_REF") => "at present",
            (_, "FUTURE_REF") => "in the future",
            _ => "not placed",
        };
        return words.to_owned();
    };
    let time = date.value.split_once('T').map(|(_, time)| match time {
        "MO" => " in the morning".to_owned(),
        "AF" => " in the afternoon".to_owned(),
        "EV" => " in the evening".to_owned(),
        "NI" => " at night".to_owned(),
        time => format!(" {time}"),
    });
    match date.granularity {
        _ if start == end => format!("{start}{}", time.unwrap_or_default()),
        Granularity::Month | Granularity::Year if date.value.len() <= 7 && !date.approximate => {
            date.value.clone()
        }
        _ => format!("{start} to {end}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Mention;
    use serde_json::json;

    const TEXT: &str = "Mayor Ida Berg met\n12 pilots on Friday. \"We sail,\" Berg said.";

    fn span(words: &str) -> Span {
        let start = TEXT.find(words).unwrap();
        Span::new(start, start + words.len())
    }

    fn evidence() -> Evidence {
        Evidence { confidence: 80, reason: "a title before it".to_owned() }
    }

    fn sample() -> (Article, Facts) {
        let first = span("Mayor Ida Berg met\n12 pilots on Friday.");
        let second = span("\"We sail,\" Berg said.");
        let mention = |name, sentence| Mention { span: span(name), sentence, entity: 0 };
        let day = jiff::civil::date(2024, 3, 1);
        let facts = Facts {
            covered: Span::new(0, TEXT.len()),
            entities: vec![Entity {
                kind: EntityKind::Person,
                name: "Ida Berg".to_owned(),
                aliases: vec!["Berg".to_owned()],
                role: Some("Mayor".to_owned()),
                place: None,
                related: Vec::new(),
                mentions: vec![0, 1],
                evidence: evidence(),
            }],
            mentions: vec![
                mention("Ida Berg", first),
                Mention { span: Span::new(50, 54), sentence: second, entity: 0 },
            ],
            dates: vec![Date {
                span: span("Friday"),
                sentence: first,
                kind: DateKind::Date,
                value: "2024-03-01".to_owned(),
                start: Some(day),
                end: Some(day),
                granularity: Granularity::Day,
                approximate: false,
                relative: true,
                evidence: evidence(),
            }],
            quantities: vec![Quantity {
                span: span("12"),
                sentence: first,
                kind: QuantityKind::Count,
                value: 12.0,
                upper: None,
                unit: None,
                counted: Some(span("pilots")),
                hedge: None,
                evidence: evidence(),
            }],
            quotations: vec![Quotation {
                span: span("\"We sail,\""),
                sentence: second,
                kind: QuotationKind::Direct,
                speaker: Some(span("Berg said").intersection(Span::new(0, 55)).unwrap()),
                entity: Some(0),
                channel: None,
                cue: Some(span("said")),
                hedge: None,
                source: None,
                evidence: evidence(),
                attribution: None,
            }],
            ..Facts::default()
        };
        (Article { text: TEXT.to_owned(), ..Article::default() }, facts)
    }

    #[test]
    fn lines_stand_in_the_groups_of_the_sidebar() {
        let (article, facts) = sample();
        let expected = "\
People (1)
  Ida Berg, Mayor; also Berg (2 times)

Timeline (1)
  2024-03-01: Friday
      Mayor Ida Berg met 12 pilots on Friday.

Numbers (1)
  12 pilots
      Mayor Ida Berg met 12 pilots on Friday.

Quotes (1)
  Ida Berg: \"We sail,\"
";
        assert_eq!(facts_text(&article, &facts), expected);
    }

    #[test]
    fn json_has_span_sentence_value_and_confidence() {
        let (article, facts) = sample();
        let written: serde_json::Value =
            serde_json::from_str(&facts_json(&article, &facts)).unwrap();
        let number = &written["numbers"][0];
        assert_eq!(number["text"], "12");
        assert_eq!(number["value"], 12.0);
        assert_eq!(number["counted"], "pilots");
        assert_eq!(number["confidence"], 80);
        assert_eq!(number["span"], json!({"start": 19, "end": 21}));
        assert_eq!(number["sentence"]["text"], "Mayor Ida Berg met\n12 pilots on Friday.");
        assert_eq!(written["people"][0]["mentions"][0]["text"], "Ida Berg");
        assert_eq!(written["dates"][0]["first"], "2024-03-01");
        assert_eq!(written["quotes"][0]["speaker_name"], "Ida Berg");
    }

    #[test]
    fn what_is_not_on_the_calendar_comes_last() {
        let (article, mut facts) = sample();
        let mut vague = facts.dates[0].clone();
        vague.value = "FUTURE_REF".to_owned();
        vague.start = None;
        facts.dates.insert(0, vague);
        let text = facts_text(&article, &facts);
        assert!(text.find("2024-03-01").unwrap() < text.find("in the future").unwrap());
    }

    #[test]
    fn no_facts_are_no_lines() {
        assert_eq!(facts_text(&Article::default(), &Facts::default()), "");
    }
}
