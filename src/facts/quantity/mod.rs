//! Numbers and what they count.

mod counted;
mod other;
mod read;
mod unit;

use super::Evidence;
use crate::text::Span;
use serde::{Deserialize, Serialize};

pub(crate) use read::quantities;

/// A number with what it counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Quantity {
    /// The number with its unit and hedge ("some 4 million").
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// What sort of number it is.
    pub kind: QuantityKind,
    /// Its value; the lower end of a range.
    pub value: f64,
    /// The upper end of a range.
    pub upper: Option<f64>,
    /// The currency (ISO 4217) or unit of measure, if any.
    pub unit: Option<String>,
    /// The words for what is counted ("people"), where they stand.
    pub counted: Option<Span>,
    /// What softens it ("some", "more than", "nearly").
    pub hedge: Option<String>,
    /// How sure it is.
    pub evidence: Evidence,
}

impl Quantity {
    /// Whether a reader is told of it: not of the "one" in "one of his journeys".
    pub const fn is_told(&self) -> bool {
        self.evidence.confidence >= 25
    }
}

/// What sort of number a quantity is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuantityKind {
    /// So many of something.
    Count,
    /// An amount of money.
    Money,
    /// A percentage.
    Percent,
    /// A length, weight, area, speed and so on.
    Measure,
    /// A place in an order ("third").
    Ordinal,
    /// How old someone or something is.
    Age,
    /// The result of a match, or a tally ("6-3"); the second number is the upper one.
    Score,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    /// The quantities of `text`, each as "words = value unit of counted".
    fn read(text: &str) -> Vec<String> {
        let document = prose(text);
        let taken = vec![false; document.tokens.len()];
        let lines = quantities(&document, &taken).into_iter().map(|quantity| {
            let upper = quantity.upper.map(|upper| format!("-{upper}")).unwrap_or_default();
            let unit = quantity.unit.map(|unit| format!(" {unit}")).unwrap_or_default();
            let noun = quantity.counted.map(|noun| format!(" of {}", noun.of(text)));
            let words = quantity.span.of(text);
            format!("{words} = {}{upper}{unit}{}", quantity.value, noun.unwrap_or_default())
        });
        lines.collect()
    }

    #[track_caller]
    fn case(text: &str, expected: &[&str]) {
        assert_eq!(read(text), expected, "{text}");
    }

    #[test]
    fn a_number_counts_the_noun_behind_it() {
        case("There were 1,200 new fishing boats in port.", &["1,200 = 1200 of boats"]);
        case("Hundreds of Norwegian sailors are at sea.", &["Hundreds = 100 of sailors"]);
        case("It sank with three hired men on board.", &["three = 3 of men"]);
        case(
            "It drew 23 Danes and two dozen Swedes.",
            &["23 = 23 of Danes", "two dozen = 24 of Swedes"],
        );
    }

    #[test]
    fn a_part_counts_what_it_is_a_part_of() {
        case("It cost half the town's yearly catch.", &["half = 0.5 of catch"]);
        case("Two-thirds of the boats were lost.", &["Two-thirds = 0.6666666666666666 of boats"]);
        case("Half past the pier, it sank.", &[]);
    }

    #[test]
    fn a_noun_can_be_told_or_stand_before() {
        case("It left 2 million who are fishermen.", &["2 million = 2000000 of fishermen"]);
        case("Of them 300 are now fishermen.", &["300 = 300 of fishermen"]);
        case("It is a town with a population of 12,000.", &["12,000 = 12000 of population"]);
    }

    #[test]
    fn words_soften_a_number() {
        case("It took some 4 million fish.", &["some 4 million = 4000000 of fish"]);
        case(
            "It took more than half a million fish.",
            &["more than half a million = 500000 of fish"],
        );
        case("It took 10 to 15 men.", &["10 to 15 = 10-15 of men"]);
    }

    #[test]
    fn money_has_a_currency() {
        case("It cost $1.5 million.", &["$1.5 million = 1500000 USD"]);
        case("It cost about 300 euros a night.", &["about 300 euros = 300 EUR"]);
        case("It cost US$ 20 or £5bn.", &["US$ 20 = 20 USD", "£5bn = 5000000000 GBP"]);
        case("It cost 50 cents.", &["50 cents = 0.5 USD"]);
    }

    #[test]
    fn percent_and_measures_have_a_unit() {
        case("It fell 3.5 percent, or 12%.", &["3.5 percent = 3.5 %", "12% = 12 %"]);
        case("It is a 50-kilometer race.", &["50-kilometer = 50 km"]);
        case(
            "It burned 40 square miles at 90 miles an hour.",
            &["40 square miles = 40 mi²", "90 miles an hour = 90 mph"],
        );
    }

    #[test]
    fn ages_and_scores_are_told_apart() {
        case("Ann Lee, 43, was there.", &["43 = 43 years"]);
        case("A 43-year-old man, aged 43.", &["43-year-old = 43 years", "43 = 43 years"]);
        case("They won 6-3 and 3-2.", &["6-3 = 6-3", "3-2 = 3-2"]);
    }

    #[test]
    fn shares_are_counted_and_halves_of_millions_are_numbers() {
        case("One in five sailors drowned.", &["One in five = 0.2 of sailors"]);
        case("Nine out of 10 boats sank.", &["Nine out of 10 = 0.9 of boats"]);
        case("It took a half million fish.", &["a half million = 500000 of fish"]);
        case("It took 12\u{a0}000 fish.", &["12\u{a0}000 = 12000 of fish"]);
        case("It took 2½ loaves.", &["2½ = 2.5 of loaves"]);
        case("It has 10M users.", &["10M = 10000000 of users"]);
    }

    #[test]
    fn currencies_are_those_of_the_country() {
        case("It cost 300 Swiss francs.", &["300 Swiss francs = 300 CHF"]);
        case(
            "It cost 5 million Hong Kong dollars.",
            &["5 million Hong Kong dollars = 5000000 HKD"],
        );
        case("It cost 2 crore rupees.", &["2 crore rupees = 20000000 INR"]);
        case("It cost ₫20,000.", &["₫20,000 = 20000 VND"]);
    }

    #[test]
    fn names_and_numbers_of_sections_count_nothing() {
        for text in [
            "The iPhone 4 and a 3G net were there.",
            "The S&P 500 index fell.",
            "It is the 7th largest of the 60s.",
            "A Boeing 737 was there.",
            "See section 12 of it.",
            "Call 555-123-4567 now.",
            "No one was there.",
        ] {
            case(text, &[]);
        }
    }

    #[test]
    fn an_order_counts_only_behind_the_second_place() {
        case("It was the fifth storm, not the first storm.", &["fifth = 5 of storm"]);
    }
}
