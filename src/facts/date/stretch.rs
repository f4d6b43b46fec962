//! Stretches of the calendar longer than a month, by name: years, decades, centuries, quarters and
//! seasons.

use super::absolute::{ordinal, year, year_behind};
use super::expression::{Expression, Name, Point, Side, Time};
use crate::facts::document::Document;
use crate::facts::lexicon::Class;
use crate::facts::token::Shape;

/// "1990s", "1990's".
pub(super) fn decade(document: &Document<'_>, at: usize) -> Option<Expression> {
    let year = year(document, at).filter(|year| year % 10 == 0)?;
    let plural = document.token(at + 1).glued && matches!(document.word(at + 1), "s" | "'s" | "’s");
    if !plural {
        return None;
    }
    // "The 1800s" are a hundred years, "the 2000s" ten still.
    let hundred = year % 100 == 0 && year < 2000;
    let (point, reason) = if hundred {
        (Point::Hundred(year), "a century")
    } else {
        (Point::Decade(year), "a decade")
    };
    Some(Expression::new(at..at + 2, Time::Point(point), reason))
}

/// "the '90s", "the nineties".
pub(super) fn short_decade(document: &Document<'_>, at: usize) -> Option<Expression> {
    let found = |tens: i16, end: usize| {
        let time = Time::Point(Point::Decade(1900 + tens));
        Some(Expression::new(at..end, time, "a decade").sure(80))
    };
    if matches!(document.word(at), "'" | "’" | "‘") && document.word(at + 2) == "s" {
        let tens: i16 =
            document.word(at + 1).parse().ok().filter(|tens| (10..100).contains(tens))?;
        if tens < 20 {
            let time = Time::Point(Point::Decade(2000 + tens));
            return (tens == 10).then(|| Expression::new(at..at + 3, time, "a decade").sure(75));
        }
        return (tens % 10 == 0).then(|| found(tens, at + 3)).flatten();
    }
    if let Some(year) = short_year(document, at) {
        return Some(year);
    }
    let names = [
        "twenties",
        "thirties",
        "forties",
        "fifties",
        "sixties",
        "seventies",
        "eighties",
        "nineties",
    ];
    let index = names.iter().position(|name| document.is(at, name))?;
    let own =
        at.checked_sub(1).is_some_and(|before| document.any(before, &["his", "her", "their"]));
    let tens = i16::try_from(index).ok()? * 10 + 20;
    (!own).then(|| found(tens, at + 1)).flatten()
}

/// "since '82".
fn short_year(document: &Document<'_>, at: usize) -> Option<Expression> {
    let mark = matches!(document.word(at), "'" | "’" | "‘") && document.token(at + 1).glued;
    let word = document.word(at + 1);
    let short = mark && word.len() == 2 && document.token(at + 1).shape == Shape::Number;
    let year: i16 = short.then(|| word.parse().ok()).flatten()?;
    let behind = ["in", "since", "of", "summer", "winter", "spring", "fall", "until", "by"];
    let fits = at > 0 && document.any(at - 1, &behind);
    let next = document.token(at + 2);
    let closed = !next.glued || next.shape == Shape::Mark || next.is_break();
    let year = if year < 40 { 2000 + year } else { 1900 + year };
    let time = Time::Point(Point::Year(year));
    (fits && closed).then(|| Expression::new(at..at + 2, time, "a year in short").sure(75))
}

/// "the third quarter of 2021", "the 20th century", "the first half of 2020".
pub(super) fn ordinal_first(document: &Document<'_>, at: usize) -> Option<Expression> {
    let (number, end) = ordinal(document, at)?;
    let end = end + usize::from(document.joins(end));
    if document.any(end, &["century", "centuries"]) {
        let number = i16::try_from(number).ok().filter(|number| (1..30).contains(number))?;
        let time = Time::Point(Point::Century(number));
        return Some(Expression::new(at..end + 1, time, "a century"));
    }
    let quarter = i8::try_from(number).ok().filter(|quarter| (1..=4).contains(quarter))?;
    if document.is(end, "half") && document.is(end + 1, "of") && quarter < 3 {
        return half(document, at, end + 1, quarter);
    }
    document.is(end, "quarter").then(|| quartered(document, at, end + 1, quarter))
}

/// "the last half of 1989", "the latter half of the year".
pub(super) fn last_part(document: &Document<'_>, at: usize) -> Option<Expression> {
    let last = document.any(at, &["last", "latter"]) && document.is(at + 1, "half");
    last.then(|| half(document, at, at + 2, 2)).flatten()
}

/// The half of a year whose year stands behind the "of" at `end`.
fn half(document: &Document<'_>, at: usize, end: usize, half: i8) -> Option<Expression> {
    if !document.is(end, "of") {
        return None;
    }
    if let Some(year) = year(document, end + 1) {
        let time = Time::Point(Point::Half(year, half));
        return Some(Expression::new(at..end + 2, time, "a half of a year"));
    }
    let (by, end) = beside(document, end + 1)?;
    let time = Time::InYear(Name::Half(half), by);
    Some(Expression::new(at..end, time, "a half of a year beside the anchor"))
}

/// "this year", "last year", "the year" at token `at`: how many years from the anchor, and where
/// it ends.
pub(super) fn beside(document: &Document<'_>, at: usize) -> Option<(i64, usize)> {
    let by = match document.word(at) {
        "this" | "the" => 0,
        "last" => -1,
        "next" => 1,
        _ => return None,
    };
    document.is(at + 1, "year").then_some((by, at + 2))
}

fn quartered(document: &Document<'_>, at: usize, end: usize, quarter: i8) -> Expression {
    let skip = usize::from(document.any(end, &["of", "in"]));
    if let Some(year) = year(document, end + skip) {
        let time = Time::Point(Point::Quarter(year, quarter));
        return Expression::new(at..end + skip + 1, time, "a quarter of a year");
    }
    let time = Time::Named(Name::Quarter(quarter), Side::Open);
    Expression::new(at..end, time, "a quarter of a year").sure(75)
}

/// "Q3 2021".
pub(super) fn quarter_sign(document: &Document<'_>, at: usize) -> Option<Expression> {
    let quarter = document.word(at).strip_prefix('Q')?.parse().ok()?;
    (1..=4).contains(&quarter).then(|| quartered(document, at, at + 1, quarter))
}

/// "the summer of 2020", "in the fall".
pub(super) fn season(document: &Document<'_>, at: usize) -> Option<Expression> {
    let season = u8::try_from(document.token(at).lexeme.value).ok()?;
    if let Some((year, end)) = year_behind(document, at + 1) {
        let time = Time::Point(Point::Season(year, season));
        return Some(Expression::new(at..end, time, "a season and a year"));
    }
    let before = |back: usize, words: &[&str]| {
        at.checked_sub(back).is_some_and(|index| document.any(index, words))
    };
    let the = before(1, &["the"]);
    let dated = &["in", "since", "until", "by", "during", "over", "late", "early", "through"];
    let fits = before(1, dated) || the && before(2, dated);
    let word = document.token(at + 1);
    let noun = document.is(at + 1, "of") || word.shape == Shape::Lower && !word.is(Class::Function);
    let time = Time::Named(Name::Season(season), Side::Open);
    (fits && !noun).then(|| Expression::new(at..at + 1, time, "a season").sure(70))
}

/// A year that stands by itself: behind a word that dates take, between brackets or commas, or
/// before a noun it belongs to ("the 1992 election").
pub(super) fn year_alone(document: &Document<'_>, at: usize) -> Option<Expression> {
    let first = year(document, at)?;
    let before = document.before(at, 1);
    let attached = document.token(at).glued && before.shape == Shape::Mark;
    let opened = matches!(before.span.of(document.text), "(" | "[" | "“" | "\"" | "‘" | "—" | "–");
    if attached && !opened && !document.is_hyphen(at - 1) {
        return None;
    }
    if let Some(range) = years(document, at, first) {
        return Some(range);
    }
    // "The 1988 third quarter".
    let ordinal = ordinal(document, at + 1).filter(|(_, end)| document.is(*end, "quarter"));
    if let Some((quarter @ 1..=4, end)) = ordinal {
        let time = Time::Point(Point::Quarter(first, i8::try_from(quarter).ok()?));
        return Some(Expression::new(at..end + 1, time, "a quarter of a year"));
    }
    // "The 1988 period".
    if document.any(at + 1, &["quarter", "period"]) && at > 0 && document.is(at - 1, "the") {
        let time = Time::QuarterOf(first);
        return Some(Expression::new(at..at + 2, time, "the same quarter of a year").sure(70));
    }
    let confidence = year_confidence(document, at, first)?;
    let time = Time::Point(Point::Year(first));
    Some(Expression::new(at..at + 1, time, "a year").sure(confidence))
}

fn years(document: &Document<'_>, at: usize, first: i16) -> Option<Expression> {
    if !document.joins(at + 1) {
        return None;
    }
    let word = document.word(at + 2);
    let last = match year(document, at + 2) {
        Some(last) => last,
        None if word.len() == 2 => first / 100 * 100 + word.parse::<i16>().ok()?,
        None => return None,
    };
    let time = Time::Point(Point::Years(first, last));
    (last > first && last - first < 200)
        .then(|| Expression::new(at..at + 3, time, "a span of years"))
}

fn year_confidence(document: &Document<'_>, at: usize, year: i16) -> Option<u8> {
    // "The post-1959 politics".
    let part =
        at > 1 && document.is_hyphen(at - 1) && document.any(at - 2, &["post", "pre", "mid"]);
    if part {
        return Some(85);
    }
    let before = |words: &[&str]| at > 0 && document.any(at - 1, words);
    let next = document.token(at + 1);
    let noun = next.shape == Shape::Lower && !next.is(Class::Function) && !next.is(Class::Cue);
    let plural = next.shape == Shape::Lower && next.is(Class::Plural);
    let counted = plural || noun && document.word(at + 1).ends_with('s');
    if next.is(Class::Scale)
        || next.glued && next.shape == Shape::Mark && document.word(at + 1) == "%"
    {
        return None;
    }
    let modern = (1900..2060).contains(&year);
    let firm = [
        "in", "since", "during", "until", "till", "early", "late", "mid", "circa", "fiscal",
        "into", "both",
    ];
    if before(&firm) {
        return (modern || !noun).then_some(92);
    }
    let loose = [
        "of", "from", "to", "by", "before", "after", "through", "for", "around", "between", "and",
        "than", "year", "or", "summer", "winter", "spring", "fall", "autumn", "due",
    ];
    // "The 2008 floods" are of a year: "2,008 floods" have their comma.
    let the = before(&["the"]);
    if !modern || counted && !the {
        return None;
    }
    let owned = document.before(at, 1).is(Class::Determiner)
        || document.before(at, 1).shape == Shape::Clitic;
    let closed = next.is_break() || next.shape == Shape::Mark || next.is(Class::Function);
    // "A 1971 Convention", not "her 1987 Cavalier".
    let named = document.before(at, 1).is(Class::Determiner)
        && next.is_capital()
        && !next.any_of(&[Class::Month, Class::Function]);
    // "His failed 1996 campaign".
    let described = noun && before_is_adjective(document, at);
    // "WWDC 2005", "the Oslo Conference 2010": the name of what happens every year.
    let event = is_event(document, at) && (closed || next.is(Class::Month));
    if event {
        return Some(55);
    }
    if before(&loose) && !noun || owned && (noun || named) {
        Some(85)
    } else if described || before(&["(", ",", "-", "–", "—", "["]) && closed {
        Some(70)
    } else {
        None
    }
}

/// Whether the name before `at` is of what happens in a year: a fair, a conference, a short form.
fn is_event(document: &Document<'_>, at: usize) -> bool {
    let before = document.before(at, 1);
    let short = before.shape == Shape::Upper && before.span.len() > 3;
    let named = before.shape == Shape::Capital && document.before(at, 2).is_capital();
    let held = before.is(Class::EventNoun) || at > 0 && document.is(at - 1, "conference");
    short && !before.is(Class::Function) || named && held
}

/// Whether a word that can be an adjective stands before `at`, and a determiner before that.
fn before_is_adjective(document: &Document<'_>, at: usize) -> bool {
    let before = document.before(at, 1);
    let lower = before.shape == Shape::Lower && !before.any_of(&[Class::Function, Class::Past]);
    let first = document.before(at, 2);
    lower && (first.is(Class::Determiner) || first.shape == Shape::Clitic)
}

#[cfg(test)]
mod tests {
    use crate::facts::date::absolute::read;
    use crate::facts::date::expression::{Name, Point, Side, Time};
    use crate::facts::document::tests::prose;

    /// The first stretch in `text`, and its words.
    fn first(text: &str) -> Option<(Time, String)> {
        let document = prose(text);
        let found = (0..document.tokens.len()).find_map(|at| read(&document, at))?;
        Some((found.time, document.span(found.tokens).of(text).to_owned()))
    }

    #[track_caller]
    fn case(text: &str, point: Point, words: &str) {
        assert_eq!(first(text), Some((Time::Point(point), words.to_owned())), "{text}");
    }

    #[test]
    fn a_year_stands_behind_a_word_that_dates_take() {
        case("It sank in 1912.", Point::Year(1912), "1912");
        case("It has lain there since 1912, they say.", Point::Year(1912), "1912");
        case("It was found in 1066.", Point::Year(1066), "1066");
    }

    #[test]
    fn a_year_stands_before_a_noun_it_belongs_to() {
        case("It lost the 1912 election.", Point::Year(1912), "1912");
        case("It won its 1912 title.", Point::Year(1912), "1912");
    }

    #[test]
    fn a_year_stands_alone_between_marks() {
        case("The wreck (1912) is deep.", Point::Year(1912), "1912");
    }

    #[test]
    fn numbers_that_look_like_years_are_none() {
        for text in [
            "It has 1912 seats.",
            "It cost 1912 euros.",
            "It rose to 1912 points.",
            "It is a Volvo 1912 of theirs.",
            "It fell 1900% in all.",
            "Call 1912-1913-1914 at once.",
        ] {
            let found = first(text);
            let year =
                found.as_ref().is_some_and(|(time, _)| matches!(time, Time::Point(Point::Year(_))));
            assert!(!year, "{text}: {found:?}");
        }
    }

    #[test]
    fn decades_have_several_spellings() {
        case("It was built in the 1920s.", Point::Decade(1920), "1920s");
        case("It was built in the 1920's.", Point::Decade(1920), "1920's");
        case("It was built in the ’70s.", Point::Decade(1970), "’70s");
        case("It was built in the nineties.", Point::Decade(1990), "nineties");
        assert_eq!(first("She is in her nineties."), None);
    }

    #[test]
    fn centuries_are_counted_in_words_and_digits() {
        case("It is from the 18th century.", Point::Century(18), "18th century");
        case("It is from the eighteenth century.", Point::Century(18), "eighteenth century");
        case("It is of the twenty-first century.", Point::Century(21), "twenty-first century");
    }

    #[test]
    fn quarters_take_their_year() {
        case(
            "It grew in the third quarter of 2020.",
            Point::Quarter(2020, 3),
            "third quarter of 2020",
        );
        case("It grew in Q3 2020.", Point::Quarter(2020, 3), "Q3 2020");
        let open = Time::Named(Name::Quarter(3), Side::Open);
        assert_eq!(
            first("It grew in the third-quarter."),
            Some((open, "third-quarter".to_owned()))
        );
    }

    #[test]
    fn a_season_needs_a_year_or_a_word_that_dates_take() {
        case("It sank in the winter of 2020.", Point::Season(2020, 4), "winter of 2020");
        let open = Time::Named(Name::Season(4), Side::Open);
        assert_eq!(first("It sank in the winter."), Some((open, "winter".to_owned())));
        for text in ["The fall of the wall was loud.", "They spring up.", "It is a winter coat."] {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn years_joined_by_a_hyphen_are_a_span() {
        case("It ran in 1997-98.", Point::Years(1997, 1998), "1997-98");
        case("It ran 1997–2003.", Point::Years(1997, 2003), "1997–2003");
    }
}
