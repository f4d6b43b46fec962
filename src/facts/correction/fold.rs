//! What rules took out of facts, taken out for good: every index is written anew.

use super::FactRef;
use super::apply::{Corrected, Work};
use crate::facts::{Facts, Mention};
use std::cmp::Reverse;
use std::collections::HashSet;
use std::sync::Arc;

/// Where the facts of each list went; `None` for one that is gone.
struct Moves {
    entities: Vec<Option<usize>>,
    dates: Vec<Option<usize>>,
    numbers: Vec<Option<usize>>,
    quotations: Vec<Option<usize>>,
}

impl Moves {
    fn of(&self, fact: FactRef) -> Option<FactRef> {
        let to = |moves: &[Option<usize>], at: usize| moves.get(at).copied().flatten();
        match fact {
            FactRef::Entity(at) => to(&self.entities, at).map(FactRef::Entity),
            FactRef::Date(at) => to(&self.dates, at).map(FactRef::Date),
            FactRef::Number(at) => to(&self.numbers, at).map(FactRef::Number),
            FactRef::Quotation(at) => to(&self.quotations, at).map(FactRef::Quotation),
        }
    }
}

/// The facts that stand, entities most mentioned first.
pub(super) fn fold(work: Work<'_>) -> Corrected {
    let Work { facts, made, speakers, gone, .. } = work;
    let gone: HashSet<FactRef> = gone.into_iter().collect();
    let left = |count: usize, fact: fn(usize) -> FactRef| -> Vec<usize> {
        (0..count).filter(|at| !gone.contains(&fact(*at))).collect()
    };
    let mut order = left(facts.entities.len(), FactRef::Entity);
    order.sort_by_key(|at| {
        let mentions = facts.entities.get(*at).map_or(&[][..], |it| &it.mentions);
        (Reverse(mentions.len()), mentions.first().copied())
    });
    let moves = Moves {
        entities: moves(&order, facts.entities.len()),
        dates: moves(&left(facts.dates.len(), FactRef::Date), facts.dates.len()),
        numbers: moves(&left(facts.quantities.len(), FactRef::Number), facts.quantities.len()),
        quotations: moves(
            &left(facts.quotations.len(), FactRef::Quotation),
            facts.quotations.len(),
        ),
    };
    let made = made.into_iter().filter_map(|(fact, rule)| Some((moves.of(fact)?, rule))).collect();
    let speakers = speakers
        .into_iter()
        .filter_map(|(at, name)| Some((moves.quotations.get(at).copied().flatten()?, name)))
        .collect();
    Corrected { facts: Arc::new(standing(facts, &order, &moves)), made, speakers }
}

/// Where each of `count` places went when those in `order` were put in a row.
fn moves(order: &[usize], count: usize) -> Vec<Option<usize>> {
    let mut moves = vec![None; count];
    for (to, from) in order.iter().enumerate() {
        moves.get_mut(*from).into_iter().for_each(|place| *place = Some(to));
    }
    moves
}

fn standing(mut facts: Facts, order: &[usize], moves: &Moves) -> Facts {
    let mut kept = Vec::with_capacity(facts.mentions.len());
    let mut places = Vec::with_capacity(facts.mentions.len());
    for mention in std::mem::take(&mut facts.mentions) {
        let entity = moves.entities.get(mention.entity).copied().flatten();
        places.push(entity.map(|_| kept.len()));
        kept.extend(entity.map(|entity| Mention { entity, ..mention }));
    }
    let entities = order.iter().filter_map(|at| facts.entities.get(*at)).cloned();
    let entities = entities.map(|mut entity| {
        let place = |at: &usize| places.get(*at).copied().flatten();
        entity.mentions = entity.mentions.iter().filter_map(place).collect();
        entity
    });
    facts.entities = entities.collect();
    facts.mentions = kept;
    facts.dates = stay(facts.dates, &moves.dates);
    facts.quantities = stay(facts.quantities, &moves.numbers);
    facts.quotations = stay(facts.quotations, &moves.quotations);
    for quotation in &mut facts.quotations {
        let entity = quotation.entity;
        quotation.entity = entity.and_then(|at| moves.entities.get(at).copied().flatten());
    }
    facts
}

/// The items of a list that stay, in their order.
fn stay<T>(list: Vec<T>, moves: &[Option<usize>]) -> Vec<T> {
    list.into_iter().zip(moves).filter(|(_, to)| to.is_some()).map(|(it, _)| it).collect()
}
