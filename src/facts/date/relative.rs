//! Dates that are reckoned from another day: "yesterday", "last week", "two years ago",
//! "earlier this month", "Friday evening", "recent weeks".

use super::expression::{Clock, Expression, Name, Reference, Side, Time};
use super::length;
use crate::facts::document::Document;
use crate::facts::lexicon::{Class, TimeUnit, time_unit};
use crate::facts::token::Shape;

/// The date that starts at token `at`, if one does.
pub(crate) fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    let token = document.token(at);
    if token.is(Class::Weekday) {
        return weekday(document, at);
    }
    ago(document, at)
        .or_else(|| day(document, at))
        .or_else(|| sided(document, at))
        .or_else(|| earlier(document, at))
        .or_else(|| vague(document, at))
}

fn weekday(document: &Document<'_>, at: usize) -> Option<Expression> {
    let token = document.token(at);
    let weekday = i8::try_from(token.lexeme.value).ok().filter(|_| token.is_capital())?;
    // "Black Friday", "Sunday Times": a name, not a day; "Fridays" recur.
    if document.word(at).ends_with('s') && document.word(at).len() > 5 {
        let time = Time::Every(Name::Weekday(weekday));
        return Some(Expression::new(at..at + 1, time, "a weekday that recurs").sure(80));
    }
    let next = document.token(at + 1);
    let name = next.shape == Shape::Capital && next.is(Class::OrganizationNoun);
    let time = Time::Named(Name::Weekday(weekday), Side::Open);
    let expression = Expression::new(at..at + 1, time, "a weekday");
    (!name).then(|| with_part(document, expression))
}

/// `expression` with the part of the day that stands behind it: "Friday evening".
fn with_part(document: &Document<'_>, expression: Expression) -> Expression {
    let end = expression.tokens.end;
    match part(document, end) {
        Some(clock) => {
            let tokens = expression.tokens.start..end + 1;
            Expression { tokens, clock: Some(clock), ..expression }
        }
        None => expression,
    }
}

fn part(document: &Document<'_>, at: usize) -> Option<Clock> {
    Some(Clock::Part(match document.word(at) {
        "morning" | "mornings" => "MO",
        "afternoon" | "afternoons" => "AF",
        "evening" | "evenings" => "EV",
        "night" | "nights" => "NI",
        _ => return None,
    }))
}

fn day(document: &Document<'_>, at: usize) -> Option<Expression> {
    let (by, clock) = match document.word(at).to_ascii_lowercase().as_str() {
        "yesterday" => (-1, None),
        "today" => (0, None),
        "tonight" => (0, Some(Clock::Part("NI"))),
        "tomorrow" => (1, None),
        _ => return None,
    };
    let time = Time::Shift(TimeUnit::Day, by);
    let expression =
        Expression { clock, ..Expression::new(at..at + 1, time, "a day beside the anchor") };
    Some(with_part(document, expression))
}

/// "last week", "this morning", "next March", "last Friday", "the past three months".
fn sided(document: &Document<'_>, at: usize) -> Option<Expression> {
    let the = usize::from(document.is(at, "the"));
    let (side, by) = match document.word(at + the).to_ascii_lowercase().as_str() {
        "last" | "past" | "previous" => (Side::Last, -1),
        "this" | "current" => (Side::This, 0),
        "next" | "coming" => (Side::Next, 1),
        _ => return None,
    };
    let from = at + the + 1;
    if let Some((count, unit, end)) = length::count_and_unit(document, from) {
        let time = Time::Length(count, unit);
        let fits = side != Side::This;
        return fits
            .then(|| Expression::new(at..end, time, "a length of time up to the anchor").sure(80));
    }
    let token = document.token(from);
    if let Some(clock) = part(document, from) {
        let by = if side == Side::This { 0 } else { by };
        let time = Time::Shift(TimeUnit::Day, by);
        let found = Expression::new(at..from + 1, time, "a part of a day beside the anchor");
        return Some(Expression { clock: Some(clock), ..found });
    }
    if token.is(Class::TimeUnit) {
        let (unit, plural) = time_unit(document.word(from))?;
        let time = if plural { Time::Reference(Reference::Past) } else { Time::Shift(unit, by) };
        let clock = unit < TimeUnit::Day;
        let found = Expression::new(at..from + 1, time, "a stretch beside the anchor");
        return (!clock).then_some(if plural || the == 1 { found.sure(60).vague() } else { found });
    }
    let value = token.lexeme.value;
    let name = if token.is(Class::Weekday) && token.is_capital() {
        Name::Weekday(i8::try_from(value).ok()?)
    } else if token.is(Class::Month) && token.is_capital() {
        Name::Month(i8::try_from(value).ok()?)
    } else if token.is(Class::Season) {
        Name::Season(u8::try_from(value).ok()?)
    } else {
        return None;
    };
    let found = Expression::new(
        at..from + 1,
        Time::Named(name, side),
        "a named day or month beside the anchor",
    );
    Some(with_part(document, found))
}

/// "two years ago", "a week earlier", "six months later".
fn ago(document: &Document<'_>, at: usize) -> Option<Expression> {
    let (count, unit, end) =
        length::count_and_unit(document, at).or_else(|| year_ago(document, at))?;
    let (sign, confidence) = match document.word(end) {
        "ago" => (-1, 88),
        "earlier" => (-1, 50),
        "later" => (1, 50),
        _ => return None,
    };
    let Some(count) = count else {
        let reference = if sign < 0 { Reference::Past } else { Reference::Future };
        let found =
            Expression::new(at..end + 1, Time::Reference(reference), "some time from the anchor");
        return Some(found.sure(50).vague());
    };
    let by = whole(count)?;
    let time = Time::Shift(unit, sign * by);
    let found = Expression::new(at..end + 1, time, "a time so long before the anchor");
    Some(if confidence > 60 { found.sure(confidence) } else { found.sure(confidence).vague() })
}

/// "year-ago", "year-earlier".
fn year_ago(document: &Document<'_>, at: usize) -> Option<(Option<f64>, TimeUnit, usize)> {
    (document.is(at, "year") && document.joins(at + 1)).then_some((
        Some(1.0),
        TimeUnit::Year,
        at + 2,
    ))
}

#[expect(clippy::cast_possible_truncation, reason = "the bounds are checked before")]
fn whole(count: f64) -> Option<i64> {
    (0.0..1e6).contains(&count).then(|| count.round() as i64)
}

/// "earlier this month", "later Friday", "earlier today".
fn earlier(document: &Document<'_>, at: usize) -> Option<Expression> {
    if !document.any(at, &["earlier", "later"]) {
        return None;
    }
    let skip = usize::from(document.is(at + 1, "on"));
    let from = at + 1 + skip;
    let inner = day(document, from).or_else(|| sided(document, from)).or_else(|| {
        document.token(from).is(Class::Weekday).then(|| weekday(document, from)).flatten()
    })?;
    Some(Expression { tokens: at..inner.tokens.end, ..inner })
}

/// "recent weeks", "recently", "now", "the future".
fn vague(document: &Document<'_>, at: usize) -> Option<Expression> {
    let found = |reference: Reference, end: usize, confidence: u8| {
        let time = Time::Reference(reference);
        Some(Expression::new(at..end, time, "a time that is not said").sure(confidence).vague())
    };
    match document.word(at).to_ascii_lowercase().as_str() {
        "recent" if document.token(at + 1).is(Class::TimeUnit) => {
            found(Reference::Past, at + 2, 60)
        }
        "recently" | "previously" | "formerly" => found(Reference::Past, at + 1, 30),
        "now" | "currently" | "presently" => found(Reference::Present, at + 1, 25),
        "soon" if !(document.is(at + 1, "as") || at > 0 && document.is(at - 1, "as")) => {
            found(Reference::Future, at + 1, 25)
        }
        "coming" if document.token(at + 1).is(Class::TimeUnit) => {
            found(Reference::Future, at + 2, 50)
        }
        "the" if document.any(at + 1, &["future"]) => found(Reference::Future, at + 2, 30),
        "the" if document.is(at + 1, "past") && !document.token(at + 2).is_word() => {
            found(Reference::Past, at + 2, 30)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::document::tests::prose;

    fn first(text: &str) -> Option<(Time, Option<Clock>, String)> {
        let document = prose(text);
        let found = (0..document.tokens.len()).find_map(|at| read(&document, at))?;
        Some((found.time, found.clock, document.span(found.tokens).of(text).to_owned()))
    }

    #[track_caller]
    fn case(text: &str, time: Time, words: &str) {
        let found = first(text).map(|(time, _, words)| (time, words));
        assert_eq!(found, Some((time, words.to_owned())), "{text}");
    }

    #[test]
    fn units_stand_beside_the_anchor() {
        case("It sank last week.", Time::Shift(TimeUnit::Week, -1), "last week");
        case("It rises next year.", Time::Shift(TimeUnit::Year, 1), "next year");
        case("It sank earlier this month.", Time::Shift(TimeUnit::Month, 0), "earlier this month");
        case("It sank the previous day.", Time::Shift(TimeUnit::Day, -1), "the previous day");
    }

    #[test]
    fn counted_units_stand_before_the_anchor() {
        case("It sank two years ago.", Time::Shift(TimeUnit::Year, -2), "two years ago");
        case("It sank a week ago.", Time::Shift(TimeUnit::Week, -1), "a week ago");
        case("It sank a few years ago.", Time::Reference(Reference::Past), "a few years ago");
    }

    #[test]
    fn counted_units_up_to_the_anchor_are_a_length() {
        let length = Time::Length(Some(3.0), TimeUnit::Month);
        case("It lay there the past three months.", length, "the past three months");
        case(
            "It lay there the last few days.",
            Time::Length(None, TimeUnit::Day),
            "the last few days",
        );
    }

    #[test]
    fn names_stand_beside_the_anchor() {
        case("It sank last Friday.", Time::Named(Name::Weekday(5), Side::Last), "last Friday");
        case("It rises next March.", Time::Named(Name::Month(3), Side::Next), "next March");
        case("It rises this summer.", Time::Named(Name::Season(2), Side::This), "this summer");
    }

    #[test]
    fn parts_of_the_day_belong_to_it() {
        for (text, part, words) in [
            ("It sank Friday evening.", "EV", "Friday evening"),
            ("It sank this morning.", "MO", "this morning"),
            ("It sank last night.", "NI", "last night"),
            ("It sank tonight.", "NI", "tonight"),
            ("It sank yesterday afternoon.", "AF", "yesterday afternoon"),
        ] {
            let found = first(text).map(|(_, clock, words)| (clock, words));
            assert_eq!(found, Some((Some(Clock::Part(part)), words.to_owned())), "{text}");
        }
    }

    #[test]
    fn weekdays_in_the_plural_recur_and_those_in_names_are_none() {
        case("It sails on Fridays.", Time::Every(Name::Weekday(5)), "Fridays");
        assert_eq!(first("The Sunday Times wrote."), None);
    }

    #[test]
    fn vague_words_stay_vague() {
        case("In recent weeks it rained.", Time::Reference(Reference::Past), "recent weeks");
        case("It will rise in the future.", Time::Reference(Reference::Future), "the future");
        assert_eq!(first("It will sail as soon as it can."), None);
    }
}
