//! How the facts of the open article are named in corrections, and which of these had a say.

use super::Reader;
use crate::facts::{FactKey, FactRef, FactSort};
use crate::library::Correction;
use crate::text::Span;

impl Reader {
    /// What names a single fact; none for an entity, which goes by its name.
    pub fn key_of(&self, fact: FactRef) -> Option<FactKey> {
        let (facts, found) = (&self.facts.as_ref()?.facts, self.found.as_ref()?);
        let (sort, place, all): (_, _, Vec<(Span, Span)>) = match fact {
            FactRef::Entity(_) => return None,
            FactRef::Date(at) => {
                let it = facts.dates.get(at)?;
                let all = found.dates.iter().map(|it| (it.span, it.sentence));
                (FactSort::Date, (it.span, it.sentence), all.collect())
            }
            FactRef::Number(at) => {
                let it = facts.quantities.get(at)?;
                let all = found.quantities.iter().map(|it| (it.span, it.sentence));
                (FactSort::Number, (it.span, it.sentence), all.collect())
            }
            FactRef::Quotation(at) => {
                let it = facts.quotations.get(at)?;
                let all = found.quotations.iter().map(|it| (it.span, it.sentence));
                (FactSort::Quotation, (it.span, it.sentence), all.collect())
            }
        };
        let key = |place: (Span, Span)| FactKey::new(sort, self.text(), place.0, place.1, 0);
        let mut named = key(place);
        // Found facts keep their places, hidden ones included, so that the number holds.
        let before = all.iter().take_while(|it| **it != place);
        named.nth = before.filter(|it| key(**it) == named).count();
        Some(named)
    }

    /// The corrections that had a say in a fact, in the order they were made.
    pub fn corrections_of(&self, fact: FactRef) -> Vec<&Correction> {
        let Some(corrected) = &self.facts else { return Vec::new() };
        let rules = corrected.rules_of(fact);
        rules.filter_map(|at| self.opened.corrections.get(at)).collect()
    }

    /// Whether the correction has a say in the article.
    pub fn has(&self, correction: &Correction) -> bool {
        self.opened.corrections.contains(correction)
    }
}
