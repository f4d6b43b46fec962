//! Lengths of time ("10-year", "six years", "for decades"), times that recur ("every Monday",
//! "twice a week") and times of day ("10:30 a.m.", "noon").

use super::expression::{Clock, Expression, Name, Time};
use crate::facts::document::Document;
use crate::facts::lexicon::{Class, TimeUnit, time_unit};
use crate::facts::number::{self, Form};
use crate::facts::token::Shape;

/// A number has fewer tokens than so many before its unit.
const FAR: usize = 14;

/// The expression that starts at token `at`, if one does.
pub(crate) fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    clock(document, at)
        .or_else(|| every(document, at))
        .or_else(|| rate(document, at))
        .or_else(|| length(document, at))
}

/// How many of which unit, and where that ends: "six years", "10-year", "a few weeks", "half an
/// hour". The count is `None` where it is not said.
pub(crate) fn count_and_unit(
    document: &Document<'_>,
    at: usize,
) -> Option<(Option<f64>, TimeUnit, usize)> {
    let mut ahead = (at + 1..at + FAR).take_while(|&index| !document.token(index).is_break());
    if !ahead.any(|index| document.token(index).is(Class::TimeUnit)) {
        return None;
    }
    if let Some(half) = half(document, at) {
        return Some(half);
    }
    let (count, end) = count(document, at)?;
    let end = end + usize::from(document.joins(end));
    let end =
        end + usize::from(document.any(end, &["more", "full", "straight", "consecutive", "long"]));
    let end = end + usize::from(document.any(end, &["calendar", "business", "working", "trading"]));
    let token = document.token(end);
    if !token.is(Class::TimeUnit) || is_title(document, end) {
        return None;
    }
    let (unit, plural) = time_unit(document.word(end))?;
    let and_half = !plural
        && ["and", "a", "half"].iter().zip(end + 1..).all(|(word, index)| document.is(index, word));
    if let Some(count) = count.filter(|_| and_half) {
        return Some((Some(count + 0.5), unit, end + 4));
    }
    let single = document.any(at, &["a", "an"]);
    // "A second" and "a quarter" are seldom times, and "a years" is none.
    let odd = plural && count == Some(1.0) || matches!(unit, TimeUnit::Second | TimeUnit::Quarter);
    // "The 1988 second quarter".
    let ordinal = unit == TimeUnit::Second && !plural && !document.joins(end - 1);
    let fits = (!single || !odd) && !ordinal;
    fits.then_some((count, unit, end + 1))
}

/// "60 Minutes": a capital makes a name of the unit, unless all words have one.
fn is_title(document: &Document<'_>, at: usize) -> bool {
    let sentence = document.sentences.get(document.sentence_at(at));
    document.token(at).shape == Shape::Capital && !sentence.is_some_and(|it| it.titled)
}

fn count(document: &Document<'_>, at: usize) -> Option<(Option<f64>, usize)> {
    if let Some(quarters) = quarters(document, at) {
        return Some((Some(quarters), at + 1));
    }
    if document.is(at, "couple") && document.is(at + 1, "of") {
        return Some((Some(2.0), at + 2));
    }
    if let Some(number) = number::number(document, at) {
        // "Hundreds of years".
        if number.form == Form::Vague && document.is(number.tokens.end, "of") {
            return Some((None, number.tokens.end + 1));
        }
        let exact = !matches!(number.form, Form::Vague | Form::Fraction);
        let couple = document.is(at + 1, "couple");
        let count = (exact || couple).then_some(number.upper.unwrap_or(number.value));
        return (number.form != Form::Fraction).then_some((count, number.tokens.end));
    }
    if document.any(at, &["a", "an"]) {
        let few = document.is(at + 1, "few");
        return Some(if few { (None, at + 2) } else { (Some(1.0), at + 1) });
    }
    document.any(at, &["several", "few", "many", "some"]).then_some((None, at + 1))
}

/// "Two" in "the past two quarters", which is no part of a whole.
fn quarters(document: &Document<'_>, at: usize) -> Option<f64> {
    let token = document.token(at);
    let behind = ["past", "last", "next", "first", "previous", "consecutive"];
    let fits = token.is(Class::Number) && document.is(at + 1, "quarters") && at > 0;
    let value = u32::try_from(token.lexeme.value).ok()?;
    (fits && document.any(at - 1, &behind)).then(|| f64::from(value))
}

fn half(document: &Document<'_>, at: usize) -> Option<(Option<f64>, TimeUnit, usize)> {
    let from = at + usize::from(document.any(at, &["a"]) && document.is(at + 1, "half"));
    if !document.is(from, "half") {
        return None;
    }
    let skip = usize::from(document.any(from + 1, &["a", "an"]) || document.joins(from + 1));
    let (unit, plural) = time_unit(document.word(from + 1 + skip))?;
    let (count, unit) = match unit {
        TimeUnit::Hour => (30.0, TimeUnit::Minute),
        TimeUnit::Minute => (30.0, TimeUnit::Second),
        TimeUnit::Day => (12.0, TimeUnit::Hour),
        TimeUnit::Year => (6.0, TimeUnit::Month),
        TimeUnit::Decade => (5.0, TimeUnit::Year),
        TimeUnit::Century => (50.0, TimeUnit::Year),
        _ => return None,
    };
    (!plural).then_some((Some(count), unit, from + 2 + skip))
}

fn length(document: &Document<'_>, at: usize) -> Option<Expression> {
    let plain = single(document, at).or_else(|| long(document, at)).or_else(|| bare(document, at));
    if let Some(bare) = plain {
        return Some(bare);
    }
    let (count, unit, end) = count_and_unit(document, at)?;
    let time = Time::Length(count, unit);
    let old = document.joins(end) && document.is(end + 1, "old");
    if old || document.is(end, "old") {
        let age = Expression::new(at..end + 1 + usize::from(old), time, "an age");
        return Some(Expression { silent: true, ..age });
    }
    let single = document.any(at, &["a", "an"]) && count == Some(1.0);
    if single && is_rate(document, at) {
        return None;
    }
    let found = Expression::new(at..end, time, "a length of time");
    Some(match count {
        None => found.sure(60).vague(),
        Some(_) if single => found.sure(45),
        Some(_) => found.sure(85),
    })
}

/// Whether the unit at `at` measures what stands before it: "four flights a week", "$5 an hour".
fn is_rate(document: &Document<'_>, at: usize) -> bool {
    let before = document.before(at, 1);
    let word = before.span.of(document.text);
    let plural = before.shape == Shape::Lower
        && !before.any_of(&[Class::Function, Class::Past, Class::Cue])
        && (before.is(Class::Plural) || word.ends_with('s') && !word.ends_with("ss"));
    plural || before.shape == Shape::Number || before.is(Class::Scale) || word == "%"
}

/// "single-day".
fn single(document: &Document<'_>, at: usize) -> Option<Expression> {
    let fits = document.is(at, "single") && document.joins(at + 1);
    let (unit, plural) = fits.then(|| time_unit(document.word(at + 2))).flatten()?;
    let time = Time::Length(Some(1.0), unit);
    (!plural).then(|| Expression::new(at..at + 3, time, "a length of time").sure(60))
}

/// "decades-long", "day-long".
fn long(document: &Document<'_>, at: usize) -> Option<Expression> {
    let fits = document.joins(at + 1) && document.is(at + 2, "long");
    let (unit, plural) = fits.then(|| time_unit(document.word(at))).flatten()?;
    let time = Time::Length((!plural).then_some(1.0), unit);
    Some(Expression::new(at..at + 3, time, "a length of time").sure(60).vague())
}

/// "for decades", "in years".
fn bare(document: &Document<'_>, at: usize) -> Option<Expression> {
    let token = document.token(at);
    if !token.is(Class::TimeUnit) || token.shape != Shape::Lower {
        return None;
    }
    let (unit, plural) = time_unit(document.word(at))?;
    let behind = ["for", "in", "after", "over", "within", "of", "through", "spanning"];
    let fits = plural && at > 0 && document.any(at - 1, &behind);
    let time = Time::Length(None, unit);
    fits.then(|| Expression::new(at..at + 1, time, "a length of time").sure(50).vague())
}

fn every(document: &Document<'_>, at: usize) -> Option<Expression> {
    let found = |time: Time, end: usize| {
        Some(Expression::new(at..end, time, "a time that recurs").sure(75))
    };
    if document.any(at, &["every", "each"]) {
        let token = document.token(at + 1);
        let value = token.lexeme.value;
        if token.is(Class::Weekday) && token.is_capital() {
            return found(Time::Every(Name::Weekday(i8::try_from(value).ok()?)), at + 2);
        }
        if token.is(Class::Month) && token.is_capital() {
            return found(Time::Every(Name::Month(i8::try_from(value).ok()?)), at + 2);
        }
        if token.is(Class::Season) {
            return found(Time::Every(Name::Season(u8::try_from(value).ok()?)), at + 2);
        }
        if let Some((Some(count), unit, end)) = count_and_unit(document, at + 1) {
            return found(Time::Length(Some(count), unit), end);
        }
        let (unit, _) =
            token.is(Class::TimeUnit).then(|| time_unit(document.word(at + 1))).flatten()?;
        // "Every second train" is every other one.
        return (unit != TimeUnit::Second).then(|| found(Time::EveryUnit(unit), at + 2)).flatten();
    }
    let next = document.token(at + 1);
    let adverb = !(next.shape == Shape::Lower && !next.is(Class::Function) || next.is_capital());
    let unit = match document.word(at) {
        "daily" => TimeUnit::Day,
        "nightly" if adverb => TimeUnit::Day,
        "weekly" => TimeUnit::Week,
        "monthly" => TimeUnit::Month,
        "hourly" if adverb => TimeUnit::Hour,
        _ => return None,
    };
    Some(Expression::new(at..at + 1, Time::EveryUnit(unit), "a time that recurs").sure(40))
}

/// "twice a week", "three times a year": the unit behind how often.
fn rate(document: &Document<'_>, at: usize) -> Option<Expression> {
    if !document.any(at, &["a", "an"]) || at == 0 {
        return None;
    }
    let (unit, plural) =
        time_unit(document.word(at + 1)).filter(|_| document.token(at + 1).is(Class::TimeUnit))?;
    let often = document.any(at - 1, &["once", "twice", "times"]);
    let time = Time::EveryUnit(unit);
    (often && !plural).then(|| Expression::new(at..at + 2, time, "a time that recurs").sure(45))
}

/// A time of day: "10:30", "5 p.m.", "noon", with the zone behind it.
fn clock(document: &Document<'_>, at: usize) -> Option<Expression> {
    let capital = document.token(at).is_capital() && document.before(at, 1).is_capital();
    let (hour, minute, mut end) = if document.any(at, &["noon", "midday"]) && !capital {
        (12, 0, at + 1)
    } else if document.is(at, "midnight") {
        (0, 0, at + 1)
    } else {
        hours(document, at)?
    };
    let zone = document.any(end, &["gmt", "utc"]);
    let named = ["est", "edt", "pst", "pdt", "cst", "cdt", "et", "pt", "bst", "cet"];
    end +=
        usize::from(zone || document.token(end).shape == Shape::Upper && document.any(end, &named));
    let clock = Some(Clock::Time(hour, minute, zone));
    let time = Time::ThatDay;
    Some(Expression { clock, ..Expression::new(at..end, time, "a time of day").sure(75) })
}

fn hours(document: &Document<'_>, at: usize) -> Option<(u8, u8, usize)> {
    if document.token(at).shape != Shape::Number {
        return None;
    }
    let word = document.word(at);
    if word.len() == 4 && document.any(at + 1, &["gmt", "utc"]) {
        let (hour, minute) = (word.get(..2)?.parse().ok()?, word.get(2..)?.parse().ok()?);
        return (hour < 24 && minute < 60).then_some((hour, minute, at + 1));
    }
    let (hour, minute) = match word.split_once(':') {
        Some((hour, minute)) if minute.len() == 2 => (hour.parse().ok()?, minute.parse().ok()?),
        Some(_) => return None,
        None => (word.parse::<u8>().ok().filter(|_| word.len() <= 2)?, 0),
    };
    let half = match document.word(at + 1) {
        "a.m." | "am" | "AM" | "A.M." => Some(0),
        "p.m." | "pm" | "PM" | "P.M." => Some(12),
        _ => None,
    };
    if hour > 24 || minute > 59 || half.is_some() && hour > 12 {
        return None;
    }
    let Some(half) = half else {
        let sharp = document.any(at + 1, &["o'clock", "o’clock"]);
        // "3:1" is a score and "12:30:05" no time of news: two digits behind the colon, or a word.
        let bare = word.contains(':') && !is_of_match(document, at);
        return (bare || sharp).then(|| (hour, minute, at + 1 + usize::from(sharp)));
    };
    Some((hour % 12 + half, minute, at + 2))
}

/// Whether the digits with a colon at `at`, which no word makes a time of day, are a score or the
/// clock of a match: words of a match stand beside them.
fn is_of_match(document: &Document<'_>, at: usize) -> bool {
    const BESIDE: usize = 6;
    const WORDS: &[&str] = &[
        "scored",
        "score",
        "goal",
        "goals",
        "period",
        "half",
        "halftime",
        "quarter",
        "minute",
        "overtime",
        "match",
        "win",
        "won",
        "lost",
        "beat",
        "defeated",
        "lead",
        "led",
        "tied",
        "equalized",
        "victory",
        "remaining",
    ];
    // "With 3:45 to play", "1:20 left": what is left of it.
    let left = document.is(at + 1, "left")
        || document.is(at + 1, "to") && document.any(at + 2, &["play", "go"]);
    // "At 4:32 of the second period": the clock of the match; else "at" makes a time of day.
    let of = document.is(at + 1, "of");
    let from = at.saturating_sub(1);
    if !of && from < at && document.any(from, &["at", "around", "until", "by"]) {
        return left;
    }
    let before = (1..=BESIDE).map_while(|back| at.checked_sub(back));
    let beside = |index: &usize| !document.token(*index).is_break();
    let behind = (at + 1..=at + BESIDE).take_while(beside);
    let name = document.before(at, 1);
    let side = name.shape == Shape::Capital
        && !name.any_of(&[Class::Weekday, Class::Month, Class::Function]);
    left || side || before.take_while(beside).chain(behind).any(|index| document.any(index, WORDS))
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

    #[track_caller]
    fn clock(text: &str, hour: u8, minute: u8, words: &str) {
        let found = first(text).map(|(_, clock, words)| (clock, words));
        assert_eq!(
            found,
            Some((Some(Clock::Time(hour, minute, false)), words.to_owned())),
            "{text}"
        );
    }

    #[test]
    fn a_length_is_a_number_and_a_unit() {
        case("It was a 10-year war.", Time::Length(Some(10.0), TimeUnit::Year), "10-year");
        case("It took six full weeks.", Time::Length(Some(6.0), TimeUnit::Week), "six full weeks");
        case(
            "It took two and a half years.",
            Time::Length(Some(2.5), TimeUnit::Year),
            "two and a half years",
        );
        case("It took several days.", Time::Length(None, TimeUnit::Day), "several days");
        case("It lay there for decades.", Time::Length(None, TimeUnit::Decade), "decades");
    }

    #[test]
    fn half_a_unit_is_counted_in_smaller_ones() {
        case("It took half an hour.", Time::Length(Some(30.0), TimeUnit::Minute), "half an hour");
        case("It took half a year.", Time::Length(Some(6.0), TimeUnit::Month), "half a year");
    }

    #[test]
    fn an_age_is_no_length_of_time() {
        let text = "It is a 43-year-old ship.";
        let document = prose(text);
        let found = (0..document.tokens.len()).find_map(|at| read(&document, at)).unwrap();
        assert_eq!(document.span(found.tokens).of(text), "43-year-old");
        assert!(found.silent);
    }

    #[test]
    fn what_recurs_is_a_set() {
        case("It sails every Monday.", Time::Every(Name::Weekday(1)), "every Monday");
        case("It sails each year.", Time::EveryUnit(TimeUnit::Year), "each year");
        case("It sails twice a week.", Time::EveryUnit(TimeUnit::Week), "a week");
        case("It sails daily.", Time::EveryUnit(TimeUnit::Day), "daily");
    }

    #[test]
    fn seconds_and_quarters_are_seldom_times() {
        for text in
            ["It takes every second boat.", "It was a second chance.", "It lost a quarter of it."]
        {
            assert_eq!(first(text), None, "{text}");
        }
    }

    #[test]
    fn times_of_day() {
        clock("It sank at 10:30 a.m. that day.", 10, 30, "10:30 a.m.");
        clock("It sank at 5 p.m. that day.", 17, 0, "5 p.m.");
        clock("It sank at 12 a.m. that day.", 0, 0, "12 a.m.");
        clock("It sank at noon that day.", 12, 0, "noon");
        clock("It sank at 16:08 EST that day.", 16, 8, "16:08 EST");
        clock("They met at 15:30 for the match.", 15, 30, "15:30");
        clock("Departure: 10:45, from the quay.", 10, 45, "10:45");
    }

    #[test]
    fn scores_are_no_times_of_day() {
        for text in [
            "They won 3:1.",
            "It scored 99:99.",
            "It is 13 p.m.",
            "Viken beat Oddvik 21:15.",
            "Vestby scored, 12:40 into the opening period.",
            "Vestby struck at 4:32 of the last period.",
            "They trailed with 3:45 to play.",
            "Viken 12:10 Oddvik.",
        ] {
            assert_eq!(first(text), None, "{text}");
        }
    }
}
