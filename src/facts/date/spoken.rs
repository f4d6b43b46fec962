//! Years in words, as broadcasts spell them: "nineteen ninety-six", "twenty twenty", "two
//! thousand and four", "the year two thousand".

use super::expression::{Expression, Point, Time};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;

/// The year in words at token `at`, and where it ends.
pub(super) fn year(document: &Document<'_>, at: usize) -> Option<(i16, usize)> {
    let hundreds = word(document, at)?;
    if hundreds == 2 && document.is(at + 1, "thousand") {
        return thousand(document, at + 2);
    }
    let from = at + 1 + usize::from(document.joins(at + 1));
    if hundreds == 19 && document.any(from, &["oh", "o"]) {
        let (unit, end) = rest(document, from + 1).filter(|(unit, _)| *unit < 10)?;
        return Some((1900 + unit, end));
    }
    let fits = if hundreds == 20 { 10..50 } else { 10..100 };
    let (years, end) = rest(document, from).filter(|(years, _)| fits.contains(years))?;
    (15..=20).contains(&hundreds).then_some((hundreds * 100 + years, end))
}

/// "Two thousand", "two thousand and four", the rest of which is at `at`. Alone it is a year only
/// behind the word.
fn thousand(document: &Document<'_>, at: usize) -> Option<(i16, usize)> {
    let and = usize::from(document.is(at, "and"));
    let year = rest(document, at + and).filter(|(years, _)| *years < 50);
    if let Some((years, end)) = year {
        return Some((2000 + years, end));
    }
    let named = at > 2 && document.is(at - 3, "year");
    named.then_some((2000, at))
}

/// The number below a hundred at `at`, and where it ends.
fn rest(document: &Document<'_>, at: usize) -> Option<(i16, usize)> {
    let tens = word(document, at).filter(|number| (1..100).contains(number))?;
    let joined = usize::from(document.joins(at + 1));
    let unit = word(document, at + 1 + joined).filter(|unit| (1..10).contains(unit));
    match unit.filter(|_| tens >= 20 && tens % 10 == 0) {
        Some(unit) => Some((tens + unit, at + 2 + joined)),
        None => Some((tens, at + 1)),
    }
}

fn word(document: &Document<'_>, at: usize) -> Option<i16> {
    let token = document.token(at);
    token.is(Class::Number).then(|| i16::try_from(token.lexeme.value).ok()).flatten()
}

/// A year in words that stands by itself: behind "year", or where nothing is counted by it.
pub(super) fn alone(document: &Document<'_>, at: usize) -> Option<Expression> {
    let (year, end) = self::year(document, at)?;
    let counts = document.joins(end) || document.token(end).is(Class::Scale);
    let thousand = document.is(at + 1, "thousand");
    let behind = at > 0 && document.any(at - 1, &["year", "in", "since", "of", "by", "until"]);
    let time = Time::Point(Point::Year(year));
    let fits = !counts && (behind || !thousand);
    fits.then(|| Expression::new(at..end, time, "a year in words").sure(80))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    fn first(text: &str) -> Option<(i16, String)> {
        let document = prose(text);
        let found = (0..document.tokens.len()).find_map(|at| alone(&document, at))?;
        let Time::Point(Point::Year(year)) = found.time else { return None };
        Some((year, document.span(found.tokens).of(text).to_owned()))
    }

    #[track_caller]
    fn case(text: &str, year: i16, words: &str) {
        assert_eq!(first(text), Some((year, words.to_owned())), "{text}");
    }

    #[test]
    fn years_are_spoken_in_two_halves() {
        case("It sank in nineteen ninety-six.", 1996, "nineteen ninety-six");
        case("Oslo, nineteen twelve.", 1912, "nineteen twelve");
        case("It sank in nineteen oh five.", 1905, "nineteen oh five");
        case("It rose in twenty twenty-one.", 2021, "twenty twenty-one");
    }

    #[test]
    fn years_of_this_century_are_counted_from_two_thousand() {
        case("It sank in two thousand and four.", 2004, "two thousand and four");
        case("It will end by the year two thousand.", 2000, "two thousand");
    }

    #[test]
    fn what_is_counted_is_no_year() {
        for text in [
            "It took twenty four hours.",
            "It has two thousand sides.",
            "She met twenty fifteen-year-olds.",
            "It has nineteen doors.",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
