//! Rules, laid over facts.

use super::fold::fold;
use super::{FactKey, FactRef, FactSort, Rule, words};
use crate::article::{Article, Block, BlockRole, Instant, Origin, Stated};
use crate::facts::{Date, Entity, EntityKind, Facts, extract};
use crate::text::Span;
use std::sync::Arc;

/// Facts as a reader corrected them.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Corrected {
    /// The facts.
    pub facts: Arc<Facts>,
    /// Which rule changed which fact: the fact, and an index into the rules.
    pub made: Vec<(FactRef, usize)>,
    /// Who said a quotation, where that is no entity of the article: the quotation, and a name.
    pub speakers: Vec<(usize, String)>,
}

impl Corrected {
    /// The rules that changed `fact`, in the order they were made.
    pub fn rules_of(&self, fact: FactRef) -> impl Iterator<Item = usize> {
        self.made.iter().filter(move |(made, _)| *made == fact).map(|(_, rule)| *rule)
    }

    /// The name of who said a quotation, where a rule says so and it is no entity.
    pub fn speaker(&self, quotation: usize) -> Option<&str> {
        let mut speakers = self.speakers.iter();
        speakers.find(|(at, _)| *at == quotation).map(|(_, name)| name.as_str())
    }
}

/// The facts that were found in `text`, with `rules` laid over them in their order.
pub fn correct(text: &str, found: &Arc<Facts>, rules: &[&Rule]) -> Corrected {
    if rules.is_empty() {
        return Corrected { facts: Arc::clone(found), ..Corrected::default() };
    }
    let facts = Facts::clone(found);
    let mut work = Work { text, facts, made: Vec::new(), speakers: Vec::new(), gone: Vec::new() };
    for (at, rule) in rules.iter().enumerate() {
        work.apply(at, rule);
    }
    fold(work)
}

/// Facts that are being corrected. What a rule takes out is only marked until all are done, so
/// that indices hold.
pub(super) struct Work<'a> {
    pub(super) text: &'a str,
    pub(super) facts: Facts,
    pub(super) made: Vec<(FactRef, usize)>,
    pub(super) speakers: Vec<(usize, String)>,
    /// The facts that rules took out.
    pub(super) gone: Vec<FactRef>,
}

impl Work<'_> {
    fn apply(&mut self, at: usize, rule: &Rule) {
        let changed: Vec<FactRef> = match rule {
            Rule::Hide { kind, name } | Rule::Retype { kind, name, to: None } => {
                let named = self.named(*kind, name);
                self.gone.extend(named.iter().map(|it| FactRef::Entity(*it)));
                Vec::new()
            }
            Rule::Rename { kind, name, to } => self.each(*kind, name, |it| rename(it, to)),
            Rule::Retype { kind, name, to: Some(to) } => self.each(*kind, name, |it| {
                it.kind = *to;
                it.role = it.role.take().filter(|_| *to == EntityKind::Person);
            }),
            Rule::Same { kind, name, with } => self.join(*kind, name, with),
            Rule::Apart { kind, name, alias } => self.part(*kind, name, alias),
            Rule::HideFact { fact } => {
                self.gone.extend(self.find(fact));
                Vec::new()
            }
            Rule::Speaker { fact, speaker } => self.say(fact, speaker.as_deref()),
            Rule::Day { fact, value } => self.date(fact, value),
        };
        for fact in changed {
            self.made.push((fact, at));
            self.make_sure(fact);
        }
    }

    /// What a reader said is sure.
    fn make_sure(&mut self, fact: FactRef) {
        let facts = &mut self.facts;
        let evidence = match fact {
            FactRef::Entity(at) => facts.entities.get_mut(at).map(|it| &mut it.evidence),
            FactRef::Date(at) => facts.dates.get_mut(at).map(|it| &mut it.evidence),
            FactRef::Number(at) => facts.quantities.get_mut(at).map(|it| &mut it.evidence),
            FactRef::Quotation(at) => facts.quotations.get_mut(at).map(|it| &mut it.evidence),
        };
        if let Some(evidence) = evidence {
            evidence.confidence = 100;
        }
    }

    /// The entities of that kind that go by `name`: whose fullest name it is, or which have it
    /// beside their fullest, unless it is a single word, which many may go by.
    fn named(&self, kind: EntityKind, name: &str) -> Vec<usize> {
        let several = name.contains(' ');
        let entities = self.facts.entities.iter().enumerate();
        let fits =
            |it: &Entity| it.kind == kind && (same(&it.name, name) || several && goes_by(it, name));
        entities.filter(|(at, it)| self.stands(*at) && fits(it)).map(|(at, _)| at).collect()
    }

    /// Whether no rule took the entity out.
    fn stands(&self, entity: usize) -> bool {
        !self.gone.contains(&FactRef::Entity(entity))
    }

    fn each(&mut self, kind: EntityKind, name: &str, edit: impl Fn(&mut Entity)) -> Vec<FactRef> {
        let named = self.named(kind, name);
        for at in &named {
            self.facts.entities.get_mut(*at).into_iter().for_each(&edit);
        }
        named.into_iter().map(FactRef::Entity).collect()
    }

    /// The entity with that name, of any kind.
    fn called(&self, name: &str) -> Option<usize> {
        let entities = || self.facts.entities.iter().enumerate();
        let stands = |at: &usize| self.stands(*at);
        let full = entities().filter(|(_, it)| same(&it.name, name)).map(|(at, _)| at).find(stands);
        full.or_else(|| {
            entities().filter(|(_, it)| goes_by(it, name)).map(|(at, _)| at).find(stands)
        })
    }

    /// Counts what goes by `name` as what goes by `with`; where the article has no such thing, it
    /// is called so.
    fn join(&mut self, kind: EntityKind, name: &str, with: &str) -> Vec<FactRef> {
        let Some(into) = self.called(with) else {
            return self.each(kind, name, |it| rename(it, with));
        };
        let mut joined = Vec::new();
        for from in self.named(kind, name).into_iter().filter(|from| *from != into) {
            let facts = &mut self.facts;
            let Some(lost) = facts.entities.get(from).cloned() else { continue };
            for mention in &mut facts.mentions {
                mention.entity = if mention.entity == from { into } else { mention.entity };
            }
            for quotation in &mut facts.quotations {
                quotation.entity = quotation.entity.map(|it| if it == from { into } else { it });
            }
            if let Some(kept) = facts.entities.get_mut(into) {
                take_names(kept, &lost);
                kept.mentions.extend(lost.mentions);
                kept.mentions.sort_unstable();
                kept.role = kept.role.take().or(lost.role);
                kept.place = kept.place.take().or(lost.place);
                kept.related.extend(lost.related);
            }
            self.gone.push(FactRef::Entity(from));
            joined.push(FactRef::Entity(into));
        }
        joined.truncate(1);
        joined
    }

    /// Makes the mentions of `alias` something of their own.
    fn part(&mut self, kind: EntityKind, name: &str, alias: &str) -> Vec<FactRef> {
        let mut parted = Vec::new();
        for from in self.named(kind, name) {
            let facts = &mut self.facts;
            let new = facts.entities.len();
            let Some(entity) = facts.entities.get_mut(from) else { continue };
            let named = |at: &usize| {
                let mention = facts.mentions.get(*at);
                mention.is_some_and(|it| same(&words(it.span.of(self.text)), alias))
            };
            let (own, rest): (Vec<usize>, Vec<usize>) =
                entity.mentions.iter().partition(|it| named(it));
            if own.is_empty() || rest.is_empty() {
                continue;
            }
            entity.mentions = rest;
            entity.aliases.retain(|it| !same(it, alias));
            let apart = Entity {
                name: alias.to_owned(),
                aliases: Vec::new(),
                role: None,
                related: Vec::new(),
                mentions: own,
                ..entity.clone()
            };
            self.give(&apart.mentions, from, new);
            self.facts.entities.push(apart);
            parted.extend([FactRef::Entity(from), FactRef::Entity(new)]);
        }
        parted
    }

    /// Gives mentions, and what their bearers said, from one entity to another.
    fn give(&mut self, mentions: &[usize], from: usize, to: usize) {
        let facts = &mut self.facts;
        for at in mentions {
            let Some(mention) = facts.mentions.get_mut(*at) else { continue };
            mention.entity = to;
            let span = mention.span;
            let spoke = |speaker: Option<Span>| speaker.is_some_and(|it| it.overlaps(span));
            for quotation in &mut facts.quotations {
                if quotation.entity == Some(from) && spoke(quotation.speaker) {
                    quotation.entity = Some(to);
                }
            }
        }
    }

    fn say(&mut self, key: &FactKey, speaker: Option<&str>) -> Vec<FactRef> {
        let Some(FactRef::Quotation(at)) = self.find(key) else { return Vec::new() };
        let entity = speaker.and_then(|name| self.called(name));
        self.speakers.retain(|(it, _)| *it != at);
        if let Some(name) = speaker.filter(|_| entity.is_none()) {
            self.speakers.push((at, name.to_owned()));
        }
        if let Some(quotation) = self.facts.quotations.get_mut(at) {
            quotation.entity = entity;
            (quotation.speaker, quotation.source, quotation.attribution) = (None, None, None);
        }
        vec![FactRef::Quotation(at)]
    }

    fn date(&mut self, key: &FactKey, value: &str) -> Vec<FactRef> {
        let Some(FactRef::Date(at)) = self.find(key) else { return Vec::new() };
        let anchor = self.facts.anchor.as_ref().map(|anchor| anchor.date);
        let Some(read) = read_date(value, anchor) else { return Vec::new() };
        if let Some(date) = self.facts.dates.get_mut(at) {
            let Date { span, sentence, evidence, .. } = date.clone();
            *date = Date { span, sentence, evidence, relative: false, ..read };
        }
        vec![FactRef::Date(at)]
    }

    /// The fact that `key` names.
    fn find(&self, key: &FactKey) -> Option<FactRef> {
        let facts = &self.facts;
        let nth = |places: Vec<(Span, Span)>| {
            let fits = |(span, sentence): &(Span, Span)| {
                let said = |span: Span| words(span.of(self.text));
                said(*span) == key.words && said(*sentence) == key.sentence
            };
            let places = places.iter().enumerate().filter(|(_, place)| fits(place));
            places.map(|(at, _)| at).nth(key.nth)
        };
        match key.sort {
            FactSort::Date => {
                let places = facts.dates.iter().map(|it| (it.span, it.sentence));
                nth(places.collect()).map(FactRef::Date)
            }
            FactSort::Number => {
                let places = facts.quantities.iter().map(|it| (it.span, it.sentence));
                nth(places.collect()).map(FactRef::Number)
            }
            FactSort::Quotation => {
                let places = facts.quotations.iter().map(|it| (it.span, it.sentence));
                nth(places.collect()).map(FactRef::Quotation)
            }
        }
    }
}

/// The date that `value` says, as the engine reads it.
pub fn read_date(value: &str, anchor: Option<jiff::civil::Date>) -> Option<Date> {
    // A year alone is a date only where the words around it say so.
    date_in(value, anchor).or_else(|| date_in(&format!("in {value}"), anchor))
}

fn date_in(value: &str, anchor: Option<jiff::civil::Date>) -> Option<Date> {
    let mut article = Article { text: value.to_owned(), ..Article::default() };
    article.blocks.push(Block::new(BlockRole::Body, Span::new(0, value.len())));
    article.meta.published = anchor.map(|day| Stated::new(Instant::day(day), Origin::Record));
    extract(&article).dates.into_iter().next().filter(|date| date.start.is_some())
}

fn rename(entity: &mut Entity, to: &str) {
    let before = std::mem::replace(&mut entity.name, to.to_owned());
    entity.aliases.retain(|it| !same(it, to));
    if !same(&before, to) {
        entity.aliases.insert(0, before);
    }
}

fn take_names(entity: &mut Entity, other: &Entity) {
    for name in std::iter::once(&other.name).chain(&other.aliases) {
        if !same(&entity.name, name) && !goes_by(entity, name) {
            entity.aliases.push(name.clone());
        }
    }
}

fn goes_by(entity: &Entity, name: &str) -> bool {
    entity.aliases.iter().any(|alias| same(alias, name))
}

/// Whether two names are one, whatever their case.
fn same(one: &str, other: &str) -> bool {
    if one.is_ascii() && other.is_ascii() {
        one.eq_ignore_ascii_case(other)
    } else {
        one.to_lowercase() == other.to_lowercase()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Prime Minister Ann Lee met Mr. Karl Berg in Oslo last week. “It is late,” said \
        Lee. Some 40 people from Bergen heard her on 3 May 2004. Berg left. “We stay,” Berg said.";

    fn article() -> Article {
        let mut article = Article { text: TEXT.to_owned(), ..Article::default() };
        article.blocks.push(Block::new(BlockRole::Body, Span::new(0, TEXT.len())));
        article
    }

    fn after(rules: &[Rule]) -> Corrected {
        let found = Arc::new(extract(&article()));
        correct(TEXT, &found, &rules.iter().collect::<Vec<_>>())
    }

    /// The entities after `rules`: "Ann Lee (Lee) person 2".
    fn names(rules: &[Rule]) -> Vec<String> {
        let corrected = after(rules);
        let facts = &corrected.facts;
        for (at, entity) in facts.entities.iter().enumerate() {
            assert!(entity.mentions.iter().all(|it| facts.mentions[*it].entity == at));
        }
        let line = |it: &Entity| {
            let kind = format!("{:?}", it.kind).to_lowercase();
            format!("{} ({}) {kind} {}", it.name, it.aliases.join(", "), it.mentions.len())
        };
        facts.entities.iter().map(line).collect()
    }

    const PERSON: EntityKind = EntityKind::Person;

    fn name(name: &str) -> String {
        name.to_owned()
    }

    #[test]
    fn without_rules_facts_stay_as_found() {
        assert_eq!(*after(&[]).facts, extract(&article()));
        assert_eq!(
            names(&[]),
            [
                "Karl Berg (Berg) person 3",
                "Ann Lee (Lee) person 2",
                "Oslo () place 1",
                "Bergen () place 1"
            ]
        );
    }

    #[test]
    fn a_hidden_name_leaves_the_others_whole() {
        let rule = Rule::Hide { kind: PERSON, name: name("karl berg") };
        let corrected = after(&[rule]);
        assert_eq!(corrected.facts.mentions.len(), 4);
        let lee = corrected.facts.quotations[0].entity.unwrap();
        assert_eq!(corrected.facts.entities[lee].name, "Ann Lee");
        assert_eq!(corrected.facts.quotations[1].entity, None);
    }

    #[test]
    fn a_name_is_changed_and_its_kind() {
        let rename = Rule::Rename { kind: PERSON, name: name("Ann Lee"), to: name("Anne Lee") };
        let retype =
            Rule::Retype { kind: PERSON, name: name("Karl Berg"), to: Some(EntityKind::Place) };
        let corrected = after(&[rename.clone(), retype.clone()]);
        assert_eq!(corrected.rules_of(FactRef::Entity(1)).collect::<Vec<_>>(), [0]);
        assert_eq!(corrected.facts.entities[1].evidence.confidence, 100);
        assert_eq!(
            names(&[rename, retype])[..2],
            ["Karl Berg (Berg) place 3", "Anne Lee (Ann Lee, Lee) person 2"]
        );
    }

    #[test]
    fn two_names_are_counted_as_one_and_told_apart() {
        let same = Rule::Same { kind: PERSON, name: name("Ann Lee"), with: name("Karl Berg") };
        assert_eq!(
            names(std::slice::from_ref(&same))[0],
            "Karl Berg (Berg, Ann Lee, Lee) person 5"
        );
        let apart = Rule::Apart { kind: PERSON, name: name("Karl Berg"), alias: name("Lee") };
        assert_eq!(
            names(&[same, apart])[..2],
            ["Karl Berg (Berg, Ann Lee) person 4", "Oslo () place 1"]
        );
        let elsewhere =
            Rule::Same { kind: EntityKind::Place, name: name("Oslo"), with: name("Kristiania") };
        assert!(names(&[elsewhere]).contains(&name("Kristiania (Oslo) place 1")));
    }

    fn key(sort: FactSort, fact: &str) -> FactKey {
        let facts = extract(&article());
        let start = TEXT.find(fact).unwrap();
        let span = Span::new(start, start + fact.len());
        let sentence = match sort {
            FactSort::Date => facts.dates.iter().find(|it| it.span == span).unwrap().sentence,
            FactSort::Number => {
                facts.quantities.iter().find(|it| it.span == span).unwrap().sentence
            }
            FactSort::Quotation => {
                facts.quotations.iter().find(|it| it.span == span).unwrap().sentence
            }
        };
        FactKey::new(sort, TEXT, span, sentence, 0)
    }

    #[test]
    fn a_single_fact_is_hidden() {
        let rule = Rule::HideFact { fact: key(FactSort::Number, "Some 40") };
        assert_eq!(after(&[rule]).facts.quantities.len(), after(&[]).facts.quantities.len() - 1);
    }

    #[test]
    fn a_quotation_is_given_to_someone_else() {
        let fact = key(FactSort::Quotation, "“It is late,”");
        let say = |speaker: Option<&str>| Rule::Speaker {
            fact: fact.clone(),
            speaker: speaker.map(name),
        };
        let known = after(&[say(Some("Berg"))]);
        let speaker = known.facts.quotations[0].entity.unwrap();
        assert_eq!(known.facts.entities[speaker].name, "Karl Berg");
        let stranger = after(&[say(Some("Ole Dahl"))]);
        assert_eq!(stranger.speaker(0), Some("Ole Dahl"));
        let nobody = after(&[say(Some("Ole Dahl")), say(None)]);
        assert_eq!((nobody.speaker(0), nobody.facts.quotations[0].entity), (None, None));
    }

    #[test]
    fn a_date_is_set_right() {
        let rule = Rule::Day { fact: key(FactSort::Date, "last week"), value: name("March 2011") };
        let corrected = after(&[rule]);
        let date = &corrected.facts.dates[0];
        assert_eq!((date.value.as_str(), date.relative), ("2011-03", false));
        assert_eq!(date.span.of(TEXT), "last week");
        assert!(read_date("next to nothing", None).is_none());
    }

    #[test]
    fn a_rule_for_what_is_not_there_changes_nothing() {
        let fact = FactKey { sentence: name("Gone."), ..key(FactSort::Number, "Some 40") };
        let rules = [Rule::HideFact { fact }, Rule::Hide { kind: PERSON, name: name("Nobody") }];
        assert_eq!(*after(&rules).facts, extract(&article()));
    }
}
