//! The numbers, those that count the same together.

use super::{Item, Mention, Sources, around, words};
use crate::facts::{FactRef, Quantity, QuantityKind};
use crate::text::Span;

/// How far after a number the words for what it counts may stand to be read with it, in bytes.
const NEAR: usize = 48;

/// The numbers: first those of which several count the same, then the other counts, then money,
/// shares, measures and places in an order, each in reading order.
pub(super) fn numbers(sources: Sources<'_>) -> Vec<Item> {
    let quantities = &sources.facts().quantities;
    let counted: Vec<Option<String>> = quantities.iter().map(|it| noun(sources, it)).collect();
    let mut groups: Vec<(String, Vec<usize>)> = Vec::new();
    let told = quantities.iter().zip(&counted).enumerate().filter(|(_, (it, _))| it.is_told());
    for (at, (quantity, noun)) in told {
        let several = |noun: &&String| {
            let same = |other: &&Option<String>| other.as_ref() == Some(noun);
            quantity.kind == QuantityKind::Count && counted.iter().filter(same).count() > 1
        };
        let name = noun
            .as_ref()
            .filter(several)
            .map_or_else(|| kind_name(quantity.kind).to_owned(), |it| heading(it));
        match groups.iter_mut().find(|(group, _)| *group == name) {
            Some((_, members)) => members.push(at),
            None => groups.push((name, vec![at])),
        }
    }
    groups
        .sort_by_key(|(name, _)| KINDS.iter().position(|kind| kind == name).map_or(0, |at| at + 1));
    let alone = groups.len() == 1;
    let mut items = Vec::with_capacity(quantities.len());
    for (name, members) in groups {
        let heading = (!alone).then_some(name);
        for at in members {
            let Some(quantity) = quantities.get(at) else { continue };
            items.push(Item { heading: heading.clone(), ..number(sources, at, quantity) });
        }
    }
    items
}

/// The names of groups by kind, in their order.
const KINDS: [&str; 7] =
    ["Other counts", "Money", "Shares", "Measures", "Places in an order", "Ages", "Scores"];

const fn kind_name(kind: QuantityKind) -> &'static str {
    let [count, money, percent, measure, ordinal, age, score] = KINDS;
    match kind {
        QuantityKind::Count => count,
        QuantityKind::Money => money,
        QuantityKind::Percent => percent,
        QuantityKind::Measure => measure,
        QuantityKind::Ordinal => ordinal,
        QuantityKind::Age => age,
        QuantityKind::Score => score,
    }
}

/// The word for what is counted, as it groups: its last, in small letters.
fn noun(sources: Sources<'_>, quantity: &Quantity) -> Option<String> {
    let phrase = words(sources.text(), quantity.counted?);
    let last = phrase.rsplit(' ').next()?.to_lowercase();
    (!last.is_empty()).then_some(last)
}

fn heading(noun: &str) -> String {
    let mut letters = noun.chars();
    let first = letters.next().map(|it| it.to_uppercase().to_string()).unwrap_or_default();
    format!("{first}{}", letters.as_str())
}

fn number(sources: Sources<'_>, at: usize, quantity: &Quantity) -> Item {
    let text = sources.text();
    let counted = quantity.counted.filter(|it| !quantity.span.contains(*it));
    // "hundreds of Russian troops" reads better than "hundreds" and "troops" apart.
    let near = |it: &Span| it.start >= quantity.span.end && it.end <= quantity.span.end + NEAR;
    let phrase = counted.filter(near).map(|it| Span::new(quantity.span.start, it.end));
    let apart = counted.filter(|_| phrase.is_none());
    let mention = Mention { span: quantity.span, sentence: quantity.sentence };
    Item {
        head: words(text, phrase.unwrap_or(quantity.span)),
        detail: apart.map(|span| words(text, span)).unwrap_or_default(),
        body: words(text, quantity.sentence),
        brief: Some(around(text, quantity.sentence, quantity.span)),
        ..sources.item(FactRef::Number(at), vec![mention], &quantity.evidence)
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::Tab;
    use super::super::super::tests::reading;

    #[test]
    fn numbers_stand_under_what_they_count() {
        let prose = "Some 40 boats lay there. They cost $3 million. Last year 25 boats sank with \
            12 sailors, or 5 percent.";
        let reader = reading(prose, 60, 20);
        let items = reader.sidebar.items(Tab::Numbers).iter();
        let told: Vec<_> = items.map(|it| (it.heading.as_deref(), it.head.as_str())).collect();
        let expected = [
            (Some("Boats"), "Some 40 boats"),
            (None, "25 boats"),
            (Some("Other counts"), "12 sailors"),
            (Some("Money"), "$3 million"),
            (Some("Shares"), "5 percent"),
        ];
        assert_eq!(told, expected);
    }
}
