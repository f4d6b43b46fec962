//! Skimming: only the sentences that carry facts stand out, and are walked.

use super::Reader;
use super::items::{SURE, is_sure};
use crate::article::BlockRole;
use crate::facts::{DateKind, Evidence, Facts, QuantityKind, QuotationKind};
use crate::text::Span;

impl Reader {
    /// Begins to skim, or ends it; gives how many sentences carry facts.
    pub fn toggle_skim(&mut self) -> Option<usize> {
        self.skim = if self.skim.is_none() { Some(self.telling_sentences()) } else { None };
        self.skim.as_ref().map(Vec::len)
    }

    /// Whether only the sentences that carry facts stand out.
    pub const fn skims(&self) -> bool {
        self.skim.is_some()
    }

    /// Finds the sentences that carry facts anew, where the reader skims.
    pub(super) fn skim_anew(&mut self) {
        if self.skim.is_some() {
            self.skim = Some(self.telling_sentences());
        }
    }

    /// The sentence that carries facts after the current one, or before it.
    pub(super) fn telling_sentence(&self, forward: bool) -> Option<Span> {
        let told = self.skim.as_ref()?;
        if forward {
            told.get(told.partition_point(|it| it.start <= self.sentence.start)).copied()
        } else {
            let before = told.partition_point(|it| it.start < self.sentence.start);
            told.get(before.checked_sub(1)?).copied()
        }
    }

    /// The parts of the blocks on the screen that carry no facts, while the reader skims.
    /// Headlines stay as they are.
    pub fn dimmed(&self) -> Vec<Span> {
        let Some(told) = &self.skim else { return Vec::new() };
        let mut blocks: Vec<usize> = self.visible().iter().map(|row| row.place.block).collect();
        blocks.dedup();
        let mut dimmed = Vec::new();
        for block in blocks.into_iter().filter_map(|at| self.opened.article.blocks.get(at)) {
            if matches!(block.role, BlockRole::Title | BlockRole::Heading(_)) {
                continue;
            }
            let mut at = block.span.start;
            let first = told.partition_point(|it| it.end <= at);
            let inside = told.iter().skip(first).take_while(|it| it.start < block.span.end);
            for sentence in inside {
                dimmed.push(Span::new(at, sentence.start.max(at)));
                at = sentence.end.max(at);
            }
            dimmed.push(Span::new(at, block.span.end.max(at)));
        }
        dimmed.retain(|span| !span.is_empty());
        dimmed
    }

    /// The sentences that say when, how many, who said what, or name someone or something for the
    /// first time, by start.
    fn telling_sentences(&self) -> Vec<Span> {
        let Some(corrected) = &self.facts else { return Vec::new() };
        let starts = telling(&corrected.facts);
        let mut sentences: Vec<Span> = starts.map(|at| self.sentence_at(at)).collect();
        sentences.sort_unstable();
        sentences.dedup();
        sentences
    }
}

/// Where the facts stand that make a sentence worth reading.
fn telling(facts: &Facts) -> impl Iterator<Item = usize> {
    let sure = |evidence: &Evidence| evidence.confidence >= SURE;
    let names = facts.entities.iter().filter(move |it| sure(&it.evidence));
    let names = names.filter_map(|it| it.mentions.first());
    let names = names.filter_map(|at| facts.mentions.get(*at)).map(|it| it.span.start);
    let dates = facts
        .dates
        .iter()
        .filter(move |it| sure(&it.evidence) && it.start.is_some() && it.kind != DateKind::Set);
    let numbers = facts
        .quantities
        .iter()
        .filter(move |it| sure(&it.evidence) && it.kind != QuantityKind::Ordinal);
    let quotations =
        facts.quotations.iter().filter(|it| is_sure(it) && it.kind != QuotationKind::Stance);
    names
        .chain(dates.map(|it| it.span.start))
        .chain(numbers.map(|it| it.span.start))
        .chain(quotations.map(|it| it.span.start))
}

#[cfg(test)]
mod tests {
    use super::super::tests::reading;
    use super::*;

    const PROSE: &str = "It was a quiet place. In 1911 it grew. Nobody knew why. Anna Berg came. She \
        stayed for good. Some 40 boats lay there.";

    fn bright(reader: &Reader) -> Vec<&str> {
        let told = reader.skim.as_ref().unwrap();
        told.iter().map(|it| it.of(reader.text()).trim()).collect()
    }

    #[test]
    fn sentences_that_carry_facts_stand_out() {
        let mut reader = reading(PROSE, 60, 20);
        assert_eq!(reader.toggle_skim(), Some(3));
        assert_eq!(
            bright(&reader),
            ["In 1911 it grew.", "Anna Berg came.", "Some 40 boats lay there."]
        );
        let dimmed: Vec<&str> = reader
            .dimmed()
            .iter()
            .map(|it| it.of(reader.text()).trim())
            .filter(|it| !it.is_empty())
            .collect();
        assert_eq!(dimmed, ["It was a quiet place.", "Nobody knew why.", "She stayed for good."]);
        assert_eq!((reader.toggle_skim(), reader.dimmed()), (None, Vec::new()));
    }

    #[test]
    fn only_these_are_walked() {
        let mut reader = reading(PROSE, 60, 20);
        reader.toggle_skim();
        let mut walk = |forward| {
            reader.step_sentence(forward);
            reader.sentence.of(reader.text()).trim().to_owned()
        };
        assert_eq!(walk(true), "In 1911 it grew.");
        assert_eq!(walk(true), "Anna Berg came.");
        assert_eq!(walk(true), "Some 40 boats lay there.");
        assert_eq!(walk(true), "Some 40 boats lay there.");
        assert_eq!(walk(false), "Anna Berg came.");
    }
}
