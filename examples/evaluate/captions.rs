//! Captions and credits, for `captions/score.py`: a string as it stands beside a picture, taken
//! apart.

use anyhow::{Context, Result};
use newsprint::article::{Article, Block, BlockRole, Credit, CreditFlag, Image};
use newsprint::facts::{EntityKind, Facts, extract};
use newsprint::import::{ParsedCaption, parse_caption};
use newsprint::text::Span;
use serde_json::{Value, json};

/// What the string that `line` holds says, by the scorer's names.
pub(crate) fn caption(line: &Value) -> Result<Value> {
    let raw = line["raw"].as_str().context("no raw")?;
    let parsed = &parse_caption(raw);
    let some = |span: Span| (!span.is_empty()).then(|| span.of(raw));
    let fields = &parsed.fields;
    let facts = extract(&article(raw, line["lang"].as_str(), parsed));
    Ok(json!({
        "id": line["id"],
        "label": some(parsed.label),
        "caption": some(parsed.caption),
        "credits": fields.lines,
        "photographers": fields.photographers,
        "orgs": organizations(fields),
        "via": fields.via.iter().collect::<Vec<_>>(),
        "for": fields.client,
        "courtesy": fields.courtesy,
        "flags": flags(fields),
        "copyright": fields.copyright,
        "license": fields.license,
        "people": people(raw, parsed.caption, fields, &facts),
        "dates": dates(parsed),
    }))
}

/// An article that is this caption and nothing else.
fn article(raw: &str, language: Option<&str>, parsed: &ParsedCaption) -> Article {
    let block = Block::new(BlockRole::Caption, Span::new(0, raw.len()));
    let image = Image {
        caption: parsed.caption,
        credit_span: parsed.credit,
        credit: parsed.fields.clone(),
        ..Image::default()
    };
    let mut article = Article { text: raw.to_owned(), ..Article::default() };
    article.blocks.push(block);
    article.images.push(image);
    article.meta.language = language.map(|language| {
        newsprint::article::Stated::new(language.to_owned(), newsprint::article::Origin::Record)
    });
    article
}

fn organizations(credit: &Credit) -> Vec<&String> {
    let mut organizations: Vec<_> =
        credit.agencies.iter().chain(&credit.client).chain(&credit.via).collect();
    organizations.dedup();
    organizations
}

fn flags(credit: &Credit) -> Vec<&'static str> {
    let flags = credit.flags.iter().map(|flag| match flag {
        CreditFlag::ScreenGrab => "screenshot",
        flag => flag.name(),
    });
    flags.chain(credit.courtesy.as_ref().map(|_| "courtesy")).collect()
}

/// Those who are named, with their places where the words tell them.
fn people(raw: &str, caption: Span, credit: &Credit, facts: &Facts) -> Vec<Value> {
    let placed = credit.people.iter();
    let mut people: Vec<(&str, Option<&str>)> =
        placed.map(|person| (person.name.as_str(), Some(person.place.as_str()))).collect();
    let mentions = facts.mentions.iter().filter(|mention| caption.contains(mention.span));
    for mention in mentions {
        let entity = facts.entities.get(mention.entity);
        let name = mention.span.of(raw);
        let is_person = entity.is_some_and(|entity| entity.kind == EntityKind::Person);
        if is_person && !people.iter().any(|(known, _)| known.contains(name)) {
            people.push((name, None));
        }
    }
    people.iter().map(|(name, place)| json!({"name": name, "position": place})).collect()
}

/// The days, months and years that the words name.
fn dates(parsed: &ParsedCaption) -> Vec<Value> {
    parsed.dates.iter().map(|date| json!({"iso": date.to_string()})).collect()
}
