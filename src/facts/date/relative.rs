//! Dates that are reckoned from another day: "yesterday", "last week", "two years ago",
//! "earlier this month", "Friday evening", "recent weeks".

use super::expression::{Clock, Expression, Name, Reference, Side, Tense, Time};
use super::tense::tense;
use super::{absolute, feast, length, told};
use crate::facts::document::Document;
use crate::facts::lexicon::{Class, TimeUnit, time_unit};
use crate::facts::token::Shape;
use std::ops::Range;

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
        .or_else(|| told::read(document, at))
        .or_else(|| vague(document, at))
}

fn weekday(document: &Document<'_>, at: usize) -> Option<Expression> {
    let token = document.token(at);
    let weekday = i8::try_from(token.lexeme.value).ok().filter(|_| token.is_capital())?;
    let black = ["black", "super", "cyber", "bloody", "fat", "holy"];
    if at > 0 && document.any(at - 1, &black) && document.token(at - 1).is_capital() {
        return None;
    }
    // "Black Friday", "Sunday Times": a name, not a day; "Fridays" recur.
    if document.word(at).ends_with('s') && document.word(at).len() > 5 {
        let time = Time::Every(Name::Weekday(weekday));
        return Some(Expression::new(at..at + 1, time, "a weekday that recurs").sure(80));
    }
    let next = document.token(at + 1);
    let name = next.shape == Shape::Capital && next.is(Class::OrganizationNoun);
    let time = Time::Named(Name::Weekday(weekday), Side::Open);
    let week = usize::from(document.is(at + 1, "of"));
    if document.is(at + week + 2, "week")
        && let Some(by) = side_of(document.word(at + week + 1))
    {
        let time = Time::InWeek(weekday, by);
        return Some(Expression::new(at..at + week + 3, time, "a weekday of a week"));
    }
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

/// How many weeks or years from the anchor "last", "this" and "next" are.
pub(super) fn side_of(word: &str) -> Option<i64> {
    Some(match word {
        "last" => -1,
        "this" => 0,
        "next" => 1,
        _ => return None,
    })
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
    let (by, clock) = match document.folded(at).as_str() {
        "yesterday" => (-1, None),
        "overnight" if is_adverb(document, at) => (-1, Some(Clock::Part("NI"))),
        "today" => (0, None),
        "tonight" => (0, Some(Clock::Part("NI"))),
        "tomorrow" => (1, None),
        _ => return None,
    };
    if is_name(document, at) {
        return None;
    }
    let time = Time::Shift(TimeUnit::Day, by);
    let expression =
        Expression { clock, ..Expression::new(at..at + 1, time, "a day beside the anchor") };
    Some(with_part(document, expression))
}

/// Whether the word at `at` goes with the verb, and stands before no noun.
fn is_adverb(document: &Document<'_>, at: usize) -> bool {
    let next = document.token(at + 1);
    next.is_break()
        || next.shape == Shape::Mark
        || next.is(Class::Function) && !next.any_number() && !next.any_of(&[Class::Time])
}

/// "It will one day": whether the day that is not named at `at` lies ahead.
fn is_to_come(document: &Document<'_>, at: usize) -> bool {
    let may = (1..4).any(|back| {
        at.checked_sub(back).is_some_and(|index| document.any(index, &["may", "might", "could"]))
    });
    let after = document.any(at + 2, &["after", "before", "later", "earlier", "ago"]);
    let long = at > 0 && document.any(at - 1, &["by", "for", "in", "on", "within"]);
    !after && !long && !document.joins(at + 1) && (may || tense(document, at) == Tense::Future)
}

/// Whether the word at `at` belongs to a noun behind it.
fn is_adjective(document: &Document<'_>, at: usize) -> bool {
    let next = document.token(at + 1);
    next.is_word() && !next.any_of(&[Class::Function, Class::TimeUnit]) && !is_name(document, at)
}

/// Whether the capital at the head of the word at `at` makes a name of it: "USA Today".
fn is_name(document: &Document<'_>, at: usize) -> bool {
    let token = document.token(at);
    let before = document.before(at, 1);
    let sentence = document.sentences.get(document.sentence_at(at));
    token.shape == Shape::Capital
        && (before.is_capital()
            || before.shape == Shape::Mark && document.token(at + 1).is_capital())
        && !sentence.is_some_and(|sentence| sentence.titled)
}

/// "last week", "this morning", "next March", "last Friday", "the past three months".
fn sided(document: &Document<'_>, at: usize) -> Option<Expression> {
    let the = usize::from(document.is(at, "the"));
    let (side, by) = match document.folded(at + the).as_str() {
        "last" | "past" | "previous" => (Side::Last, -1),
        "this" | "current" => (Side::This, 0),
        "next" | "coming" => (Side::Next, 1),
        _ => return None,
    };
    let from = at + the + 1;
    // "This past spring", "this coming Sunday".
    let both = side == Side::This && document.any(from, &["past", "coming"]);
    if both && let Some(inner) = sided(document, from) {
        return Some(Expression { tokens: at..inner.tokens.end, ..inner });
    }
    let from = from + usize::from(document.is(from, "fiscal") && document.is(from + 1, "year"));
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
        return unit_beside(document, at..from + 1, side, by);
    }
    if let Some((feast, end)) = feast::named(document, from).filter(|_| token.is_capital()) {
        let time = Time::Named(Name::Feast(feast), side);
        return Some(Expression::new(at..end, time, "a feast beside the anchor"));
    }
    named_beside(document, at..from, side)
}

/// The weekday, day, month or season behind `tokens`, which say its side: "last Friday", "next
/// Oct. 23".
fn named_beside(document: &Document<'_>, tokens: Range<usize>, side: Side) -> Option<Expression> {
    let (at, from) = (tokens.start, tokens.end);
    let token = document.token(from);
    let value = token.lexeme.value;
    let name = if token.is(Class::Weekday) && token.is_capital() {
        Name::Weekday(i8::try_from(value).ok()?)
    } else if token.is(Class::Month) && token.is_capital() {
        if let Some(inner) = absolute::read(document, from)
            && let Time::Named(name @ Name::Day(..), Side::Open) = inner.time
        {
            return Some(Expression {
                tokens: at..inner.tokens.end,
                time: Time::Named(name, side),
                ..inner
            });
        }
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

/// "last week", "the previous year", "the past decade", "last year's third quarter": the unit is
/// the last of `tokens`.
fn unit_beside(
    document: &Document<'_>,
    tokens: Range<usize>,
    side: Side,
    by: i64,
) -> Option<Expression> {
    let (at, from) = (tokens.start, tokens.end - 1);
    let (unit, plural) = time_unit(document.word(from))?;
    let the = document.is(at, "the");
    if unit < TimeUnit::Day || is_name(document, at) || is_name(document, from) {
        return None;
    }
    if plural {
        let vague = Time::Length(None, unit);
        return Some(
            Expression::new(tokens, vague, "a length of time up to the anchor").sure(50).vague(),
        );
    }
    let past = document.is(from - 1, "past");
    if side == Side::Last && (past && the || unit == TimeUnit::Decade) {
        let time = Time::Length(Some(1.0), unit);
        return Some(Expression::new(tokens, time, "a length of time up to the anchor").sure(60));
    }
    if let Some(inner) = of_year(document, from, unit, by) {
        return Some(Expression { tokens: at..inner.tokens.end, ..inner });
    }
    let previous = document.is(from - 1, "previous");
    let time = if previous { Time::Told(unit, by) } else { Time::Shift(unit, by) };
    let found = Expression::new(tokens, time, "a stretch beside the anchor");
    Some(if the { found.sure(60).vague() } else { found })
}

/// "year's third quarter" at the year's token `at`.
fn of_year(document: &Document<'_>, at: usize, unit: TimeUnit, by: i64) -> Option<Expression> {
    let clitic = unit == TimeUnit::Year && document.token(at + 1).shape == Shape::Clitic;
    let inner = clitic.then(|| absolute::read(document, at + 2)).flatten()?;
    let Time::Named(name @ (Name::Quarter(_) | Name::Season(_)), _) = inner.time else {
        return None;
    };
    Some(Expression { time: Time::InYear(name, by), ..inner })
}

/// "two years ago", "a week earlier", "six months later".
pub(super) fn ago(document: &Document<'_>, at: usize) -> Option<Expression> {
    let (count, unit, end) =
        length::count_and_unit(document, at).or_else(|| year_ago(document, at))?;
    let (unit, count) = in_years(unit, count);
    let so = document.is(end, "or") && document.any(end + 1, &["so", "two", "three"]);
    let end = if so { end + 2 } else { end };
    let (sign, confidence) = match document.word(end) {
        "ago" => (-1, 88),
        "earlier" | "before" => (-1, 50),
        "later" | "after" => (1, 50),
        _ => return None,
    };
    // "Two days before the vote" is reckoned from the vote.
    let open = document.any(end, &["before", "after"]) && !is_adverb_end(document, end + 1);
    if open || document.is(end + 1, "than") {
        return None;
    }
    if unit == TimeUnit::Year && count == Some(1.0) && sign < 0 {
        return Some(year_before(document, at, end + 1));
    }
    let Some(count) = count else {
        let reference = if sign < 0 { Reference::Past } else { Reference::Future };
        let found =
            Expression::new(at..end + 1, Time::Reference(reference), "some time from the anchor");
        return Some(found.sure(50).vague());
    };
    let by = whole(count)?;
    if confidence < 60 && unit >= TimeUnit::Day {
        let time = Time::Told(unit, sign * by);
        let reason = "a time so long from another";
        return Some(Expression::new(at..end + 1, time, reason).sure(confidence));
    }
    let time = Time::Shift(unit, sign * by);
    let found = Expression::new(at..end + 1, time, "a time so long before the anchor");
    Some(if confidence > 60 { found.sure(confidence) } else { found.sure(confidence).vague() })
}

/// Decades and longer in years: "two decades ago" is a year.
fn in_years(unit: TimeUnit, count: Option<f64>) -> (TimeUnit, Option<f64>) {
    match unit {
        TimeUnit::Decade => (TimeUnit::Year, count.map(|count| count * 10.0)),
        TimeUnit::Century => (TimeUnit::Year, count.map(|count| count * 100.0)),
        _ => (unit, count),
    }
}

fn is_adverb_end(document: &Document<'_>, at: usize) -> bool {
    let next = document.token(at);
    next.is_break() || next.shape == Shape::Mark
}

/// "A year earlier", "the year-ago quarter", whose words end at `end`.
fn year_before(document: &Document<'_>, at: usize, end: usize) -> Expression {
    let joined = document.joins(at + 1);
    let ago = document.is(end - 1, "ago") && !joined;
    let ordinal = usize::from(joined && document.token(end).is(Class::Ordinal));
    let stretch = joined && document.any(end + ordinal, &["quarter", "period"]);
    let end = if stretch { end + ordinal + 1 } else { end };
    let time = if ago { Time::YearAgo } else { Time::YearBefore };
    let found = Expression::new(at..end, time, "a year before");
    if ago { found.sure(88) } else { found.sure(65) }
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
    match document.folded(at).as_str() {
        "recent" | "coming" if document.token(at + 1).is(Class::TimeUnit) => {
            let (unit, plural) = time_unit(document.word(at + 1))?;
            let recent = document.is(at, "recent");
            let reference = if recent { Reference::Past } else { Reference::Future };
            let open = if recent { unit >= TimeUnit::Year } else { unit > TimeUnit::Fortnight };
            let time = if open { Time::Reference(reference) } else { Time::Length(None, unit) };
            let reason = "some time beside the anchor";
            plural.then(|| Expression::new(at..at + 2, time, reason).sure(60).vague())
        }
        "one" if document.is(at + 1, "day") && is_to_come(document, at) => {
            found(Reference::Future, at + 2, 30)
        }
        "recent" if is_adjective(document, at) => found(Reference::Past, at + 1, 25),
        "current" if is_adjective(document, at) => found(Reference::Present, at + 1, 25),
        "more" if document.is(at + 1, "recently") => found(Reference::Past, at + 2, 30),
        "recently" => found(Reference::Past, at + 1, 30),
        "now" | "currently" | "presently" => found(Reference::Present, at + 1, 25),
        "these" if document.is(at + 1, "days") => found(Reference::Present, at + 2, 25),
        "the" if document.is(at + 1, "near") && document.any(at + 2, &["future", "term"]) => {
            found(Reference::Future, at + 3, 30)
        }
        "the" if document.is(at + 1, "future") => found(Reference::Future, at + 2, 30),
        "the" if document.is(at + 1, "past") && is_adverb(document, at + 1) => {
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
        case("It sank the previous day.", Time::Told(TimeUnit::Day, -1), "the previous day");
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
        case("In recent weeks it rained.", Time::Length(None, TimeUnit::Week), "recent weeks");
        case("In recent years it rained.", Time::Reference(Reference::Past), "recent years");
        case("It will rise in the future.", Time::Reference(Reference::Future), "the future");
        assert_eq!(first("It will sail as soon as it can."), None);
    }
}
