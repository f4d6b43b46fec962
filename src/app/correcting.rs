//! Corrections of facts: what can be said of a fact, asked for, and made a rule.

use super::picker::{Choice, Picker, PickerKind};
use super::prompt::{Prompt, PromptKind};
use super::reader::Tab;
use super::{App, Effect};
use crate::facts::correction::read_date;
use crate::facts::{Entity, EntityKind, FactKey, FactRef, Rule};
use crate::library::{ChangeKind, Correction, ListedCorrection};

/// What the rows of an open list of corrections stand for, and what is being asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Correcting {
    actions: Vec<Action>,
    /// What the line at the foot will be made a rule of.
    asked: Option<Asked>,
}

/// What a row of the list does.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Action {
    /// Makes rules.
    Make(Vec<Rule>),
    /// Asks for words.
    Ask(Asked),
    /// Lists the names that this one may be the same as.
    ListSame(EntityKind, String),
    /// Lists who may have said it.
    ListSpeakers(FactKey),
    /// Takes a correction back.
    TakeBack(Correction),
    /// Takes a correction back and lists the others again.
    TakeOff(Correction),
}

/// What words are asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Asked {
    /// Another name.
    Name(EntityKind, String),
    /// A day.
    Day(FactKey),
    /// Who said it.
    Speaker(FactKey),
}

/// A row, and what it does.
type Line = (String, String, Action);

impl App {
    /// Hides the chosen fact.
    pub(super) fn hide_fact(&mut self) -> Vec<Effect> {
        let rules = self.chosen_facts().into_iter().filter_map(|fact| self.hiding(fact)).collect();
        self.make(rules)
    }

    /// Lists what can be said of the chosen fact.
    pub(super) fn correct_fact(&mut self) -> Vec<Effect> {
        let facts = self.chosen_facts();
        let Some(first) = facts.first().copied() else { return self.nothing_to_correct() };
        let mut lines = match first {
            FactRef::Entity(at) => self.name_lines(at),
            FactRef::Date(_) => self.date_lines(&facts),
            FactRef::Number(_) => Vec::new(),
            FactRef::Quotation(_) => self.quotation_lines(first),
        };
        let rules = facts.iter().filter_map(|fact| self.hiding(*fact)).collect();
        let scope = match first {
            FactRef::Entity(_) => "it is not shown in any article",
            _ => "it is not shown any more",
        };
        lines.push(("Hide".to_owned(), scope.to_owned(), Action::Make(rules)));
        lines.extend(facts.iter().flat_map(|fact| self.made_lines(*fact)));
        self.list_actions(PickerKind::Correct, lines)
    }

    /// Shows the corrections of the library.
    pub(super) fn take_corrections(&mut self, listed: Vec<ListedCorrection>) -> Vec<Effect> {
        if listed.is_empty() {
            return self.say("no corrections; x hides a fact of the sidebar, D corrects it");
        }
        let lines = listed.into_iter().rev().map(|ListedCorrection { correction, title }| {
            let scope = match (&title, correction.article) {
                (Some(title), _) => title.clone(),
                (None, Some(_)) => "an article that is not here".to_owned(),
                (None, None) => "every article".to_owned(),
            };
            (correction.rule.said(), scope, Action::TakeOff(correction))
        });
        let lines = lines.collect();
        self.list_actions(PickerKind::Corrections, lines)
    }

    /// Does what the row of a list of corrections stands for.
    pub(super) fn pick_correction(&mut self, at: usize) -> Vec<Effect> {
        match self.correcting.actions.get(at).cloned() {
            Some(Action::Make(rules)) => self.make(rules),
            Some(Action::Ask(asked)) => self.ask_for_words(asked),
            Some(Action::ListSame(kind, name)) => self.list_same(kind, &name),
            Some(Action::ListSpeakers(fact)) => self.list_speakers(&fact),
            Some(Action::TakeBack(correction)) => self.take_back(correction),
            Some(Action::TakeOff(correction)) => {
                let mut effects = self.take_back(correction);
                effects.push(Effect::ListCorrections);
                effects
            }
            None => Vec::new(),
        }
    }

    /// Makes a rule of what was typed.
    pub(super) fn end_correction(&mut self, typed: &str) -> Vec<Effect> {
        let typed = typed.split_whitespace().collect::<Vec<_>>().join(" ");
        let Some(asked) = self.correcting.asked.take().filter(|_| !typed.is_empty()) else {
            return self.say("nothing changed");
        };
        let rule = match asked {
            Asked::Name(_, name) if name == typed => return self.say("nothing changed"),
            Asked::Name(kind, name) => Rule::Rename { kind, name, to: typed },
            Asked::Speaker(fact) => Rule::Speaker { fact, speaker: Some(typed) },
            Asked::Day(fact) => {
                if read_date(&typed, None).is_none() {
                    return self.fail(format!(
                        "“{typed}” is no date; write one as 2021-09-13, 13 Sep 2021, March 2011 or 2013"
                    ));
                }
                Rule::Day { fact, value: typed }
            }
        };
        self.make(vec![rule])
    }

    /// The facts of the chosen item.
    fn chosen_facts(&self) -> Vec<FactRef> {
        let item = self.reader.as_ref().and_then(|reader| reader.sidebar.item());
        item.map(|item| item.facts.clone()).unwrap_or_default()
    }

    fn nothing_to_correct(&mut self) -> Vec<Effect> {
        let notes = self.reader.as_ref().is_some_and(|it| it.sidebar.tab == Tab::Notes);
        self.say(if notes { "your own notes are not facts" } else { "no fact is chosen" })
    }

    fn entity(&self, at: usize) -> Option<&Entity> {
        self.reader.as_ref()?.facts.as_ref()?.facts.entities.get(at)
    }

    fn key(&self, fact: FactRef) -> Option<FactKey> {
        self.reader.as_ref()?.key_of(fact)
    }

    fn hiding(&self, fact: FactRef) -> Option<Rule> {
        if let FactRef::Entity(at) = fact {
            let entity = self.entity(at)?;
            return Some(Rule::Hide { kind: entity.kind, name: entity.name.clone() });
        }
        Some(Rule::HideFact { fact: self.key(fact)? })
    }

    /// What can be said of a name.
    fn name_lines(&self, at: usize) -> Vec<Line> {
        let Some(entity) = self.entity(at) else { return Vec::new() };
        let (kind, name) = (entity.kind, entity.name.clone());
        let mut lines: Vec<Line> = vec![
            (
                "Rename".to_owned(),
                "another name is shown for it".to_owned(),
                Action::Ask(Asked::Name(kind, name.clone())),
            ),
            (
                "Same as".to_owned(),
                "it is another name of something in the list".to_owned(),
                Action::ListSame(kind, name.clone()),
            ),
        ];
        for alias in &entity.aliases {
            let rule = Rule::Apart { kind, name: name.clone(), alias: alias.clone() };
            let label = format!("Tell {alias} apart");
            lines.push((label, format!("it is not {name}"), Action::Make(vec![rule])));
        }
        for to in EntityKind::ALL {
            let rule = Rule::Retype { kind, name: name.clone(), to: Some(to) };
            let known = to == kind;
            let label = format!("It is {}", to.with_article());
            let detail = if known { "as found; it is sure then" } else { "it moves to that tab" };
            lines.push((label, detail.to_owned(), Action::Make(vec![rule])));
        }
        let rule = Rule::Retype { kind, name: name.clone(), to: None };
        let detail = "it is taken for a name by mistake".to_owned();
        lines.push(("It is not a name".to_owned(), detail, Action::Make(vec![rule])));
        lines
    }

    fn date_lines(&self, facts: &[FactRef]) -> Vec<Line> {
        let keys = facts.iter().filter_map(|fact| self.key(*fact));
        let line = |key: FactKey| {
            let detail = format!("where it says “{}”", key.words);
            ("Another date".to_owned(), detail, Action::Ask(Asked::Day(key)))
        };
        keys.map(line).collect()
    }

    fn quotation_lines(&self, fact: FactRef) -> Vec<Line> {
        let Some(key) = self.key(fact) else { return Vec::new() };
        let nobody = Rule::Speaker { fact: key.clone(), speaker: None };
        vec![
            ("Said by".to_owned(), "someone else said it".to_owned(), Action::ListSpeakers(key)),
            (
                "No named speaker".to_owned(),
                "the article does not say who said it".to_owned(),
                Action::Make(vec![nobody]),
            ),
        ]
    }

    /// The corrections that had a say in a fact.
    fn made_lines(&self, fact: FactRef) -> Vec<Line> {
        let Some(reader) = &self.reader else { return Vec::new() };
        let corrections = reader.corrections_of(fact).into_iter();
        let line = |it: &Correction| {
            ("Take back".to_owned(), it.rule.said(), Action::TakeBack(it.clone()))
        };
        corrections.map(line).collect()
    }

    fn list_same(&mut self, kind: EntityKind, name: &str) -> Vec<Effect> {
        let lines = self.names().into_iter().filter(|(_, it)| it != name).map(|(said, with)| {
            let rule = Rule::Same { kind, name: name.to_owned(), with: with.clone() };
            (with, said, Action::Make(vec![rule]))
        });
        let lines: Vec<Line> = lines.collect();
        if lines.is_empty() {
            return self.say("there is no other name in this article");
        }
        self.list_actions(PickerKind::SameAs, lines)
    }

    fn list_speakers(&mut self, fact: &FactKey) -> Vec<Effect> {
        let lines = self.names().into_iter().map(|(said, name)| {
            let rule = Rule::Speaker { fact: fact.clone(), speaker: Some(name.clone()) };
            (name, said, Action::Make(vec![rule]))
        });
        let mut lines: Vec<Line> = lines.collect();
        let asked = Action::Ask(Asked::Speaker(fact.clone()));
        lines.push(("Someone else".to_owned(), "type a name".to_owned(), asked));
        self.list_actions(PickerKind::SaidBy, lines)
    }

    /// The names of the article, people first, each with what it is.
    fn names(&self) -> Vec<(String, String)> {
        let facts = self.reader.as_ref().and_then(|reader| reader.facts.as_ref());
        let entities = facts.map_or(&[][..], |corrected| &corrected.facts.entities);
        let of_kind = |kind| entities.iter().filter(move |it| it.kind == kind);
        let said = |it: &Entity| {
            let times = it.mentions.len();
            let role = it.role.as_ref().map(|role| format!(", {role}")).unwrap_or_default();
            (format!("{}{role} ×{times}", it.kind.with_article()), it.name.clone())
        };
        EntityKind::ALL.into_iter().flat_map(of_kind).map(said).collect()
    }

    fn list_actions(&mut self, kind: PickerKind, lines: Vec<Line>) -> Vec<Effect> {
        let mut choices = Vec::with_capacity(lines.len());
        self.correcting.actions.clear();
        for (label, detail, action) in lines {
            choices.push(Choice { label, detail, ..Choice::default() });
            self.correcting.actions.push(action);
        }
        self.picker = Some(Picker::new(kind, choices));
        Vec::new()
    }

    fn ask_for_words(&mut self, asked: Asked) -> Vec<Effect> {
        let (kind, text) = match &asked {
            Asked::Name(_, name) => (PromptKind::Name, name.as_str()),
            Asked::Day(_) => (PromptKind::Day, ""),
            Asked::Speaker(_) => (PromptKind::Speaker, ""),
        };
        self.prompt = Some(Prompt::new(kind, text));
        self.correcting.asked = Some(asked);
        Vec::new()
    }

    fn make(&mut self, rules: Vec<Rule>) -> Vec<Effect> {
        if rules.is_empty() {
            return self.nothing_to_correct();
        }
        let Some(reader) = &self.reader else { return Vec::new() };
        let id = reader.opened.id;
        let made = rules.into_iter().map(|rule| Correction::new(id.unwrap_or_default(), rule));
        let (old, new): (Vec<_>, Vec<_>) =
            made.partition(|it| reader.opened.corrections.contains(it));
        if new.is_empty() && !old.is_empty() {
            return self.say("that correction is there already; g x lists them");
        }
        let kind = |after| ChangeKind::Correction { before: None, after: Some(Box::new(after)) };
        new.into_iter().flat_map(|it| self.change(id, kind(it))).collect()
    }

    fn take_back(&mut self, correction: Correction) -> Vec<Effect> {
        let open = self.reader.as_ref();
        // An open article that is in no library has its corrections with it.
        let loose = open.is_some_and(|it| it.opened.id.is_none() && it.has(&correction));
        let id = correction.article.or(open.and_then(|it| it.opened.id)).unwrap_or_default();
        let kind = ChangeKind::Correction { before: Some(Box::new(correction)), after: None };
        self.change((!loose).then_some(id), kind)
    }
}
