//! Days, months and years as German, French and Spanish articles write them: "3. Mai 2024",
//! "le 1er juin 2024", "3 de mayo de 2024", "im Juli 2024".

use super::absolute::year;
use super::expression::{Expression, Name, Point, Side, Time};
use crate::facts::document::Document;
use crate::facts::token::Shape;

/// The months of the three languages, in the order of the year.
const MONTHS: [&[&str]; 12] = [
    &["januar", "jänner", "janvier", "enero"],
    &["februar", "février", "febrero"],
    &["märz", "mars", "marzo"],
    &["april", "avril", "abril"],
    &["mai", "mayo"],
    &["juni", "juin", "junio"],
    &["juli", "juillet", "julio"],
    &["august", "août", "agosto"],
    &["september", "septembre", "septiembre"],
    &["oktober", "octobre", "octubre"],
    &["november", "novembre", "noviembre"],
    &["dezember", "décembre", "diciembre"],
];

/// The date that starts at token `at` of an article in another language, if one does.
pub(super) fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    if !document.foreign {
        return None;
    }
    if document.token(at).shape == Shape::Number { day(document, at) } else { month(document, at) }
}

fn day(document: &Document<'_>, at: usize) -> Option<Expression> {
    let word = document.word(at);
    let day = (word.len() <= 2).then(|| word.parse::<i8>().ok()).flatten()?;
    let ordinal = document.token(at + 1).glued && document.any(at + 1, &[".", "er", "º"]);
    // The stop of "3. Mai" can look like the end of a sentence.
    let from = over_break(document, at + 1 + usize::from(ordinal));
    let from = from + usize::from(document.is(from, "de"));
    let month = named(document, from)?;
    jiff::civil::Date::new(2024, month, day).ok()?;
    let reason = "a day and a month";
    if let Some((year, end)) = year_behind(document, from + 1) {
        let time = Time::Point(Point::Day(year, month, day));
        return Some(Expression::new(at..end, time, "a day with month and year").sure(95));
    }
    let time = Time::Named(Name::Day(month, day), Side::Open);
    Some(Expression::new(at..from + 1, time, reason).sure(80))
}

fn over_break(document: &Document<'_>, at: usize) -> usize {
    let gap = document.before(at, 1).span.end..document.token(at + 1).span.start;
    let space = document.text.get(gap).is_some_and(|gap| gap == " " || gap == "\u{a0}");
    at + usize::from(document.token(at).is_break() && space)
}

fn month(document: &Document<'_>, at: usize) -> Option<Expression> {
    let month = named(document, at)?;
    let (year, end) = year_behind(document, at + 1)?;
    let time = Time::Point(Point::Month(year, month));
    Some(Expression::new(at..end, time, "a month and a year").sure(92))
}

fn named(document: &Document<'_>, at: usize) -> Option<i8> {
    let word = document.word(at).to_lowercase();
    let index = MONTHS.iter().position(|names| names.contains(&word.as_str()))?;
    i8::try_from(index + 1).ok()
}

/// The year behind a month: directly, or behind "de" or "del".
fn year_behind(document: &Document<'_>, at: usize) -> Option<(i16, usize)> {
    let skip = usize::from(document.any(at, &["de", "del"]));
    Some((year(document, at + skip)?, at + skip + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    #[track_caller]
    fn case(text: &str, point: Point, words: &str) {
        let mut document = prose(text);
        document.foreign = true;
        let found = (0..document.tokens.len()).find_map(|at| read(&document, at)).unwrap();
        let said = document.span(found.tokens).of(text);
        assert_eq!((found.time, said), (Time::Point(point), words), "{text}");
    }

    #[test]
    fn days_and_months_are_read_in_three_languages() {
        let day = Point::Day(2024, 5, 3);
        case("Die Fähre sank am 3. Mai 2024 im Hafen.", day, "3. Mai 2024");
        case("Le bac a coulé le 3 mai 2024 au port.", day, "3 mai 2024");
        case("El barco se hundió el 3 de mayo de 2024.", day, "3 de mayo de 2024");
        case("Le 1er août 2024, il pleuvait.", Point::Day(2024, 8, 1), "1er août 2024");
        case("Sie sank im März 2024.", Point::Month(2024, 3), "März 2024");
        case("Se hundió en julio de 2024.", Point::Month(2024, 7), "julio de 2024");
    }
}
