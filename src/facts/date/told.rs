//! Dates reckoned from what was told before: "that year", "the same day", "the following month",
//! "the quarter", "over the weekend", "by the end of the day".

use super::absolute;
use super::expression::{Clock, Expression, Name, Part, Time};
use crate::facts::document::Document;
use crate::facts::lexicon::{Class, TimeUnit, time_unit};
use crate::facts::token::Shape;

/// The date that starts at token `at`, if one does.
pub(super) fn read(document: &Document<'_>, at: usize) -> Option<Expression> {
    let word = document.folded(at);
    match word.as_str() {
        "the" => beside(document, at).or_else(|| the_unit(document, at)),
        "that" | "same" => {
            let same = usize::from(document.is(at + 1, "same"));
            unit_of(document, at, at + 1 + same, 0)
        }
        "earlier" | "later" | "late" | "early" => within(document, at),
        "year" => year_end(document, at),
        _ => None,
    }
}

/// "the same day", "the following year", "the next month", "the day before".
fn beside(document: &Document<'_>, at: usize) -> Option<Expression> {
    let by = match document.word(at + 1) {
        "same" => 0,
        "following" | "next" => 1,
        "preceding" | "previous" => -1,
        _ => return None,
    };
    let period = by == 0 && document.any(at + 2, &["period", "quarter"]);
    if period && let Some(end) = year_before(document, at + 3) {
        let reason = "the same stretch of the year before";
        return Some(Expression::new(at..end, Time::YearBefore, reason).sure(75));
    }
    unit_of(document, at, at + 2, by)
}

/// "a year earlier", "last year", "of last year" at token `at`: where it ends.
fn year_before(document: &Document<'_>, at: usize) -> Option<usize> {
    let skip = usize::from(document.any(at, &["of", "in", "the"]));
    let from = at + skip + usize::from(skip == 1 && document.is(at + 1, "the"));
    let last = document.any(from, &["last", "previous"]) && document.is(from + 1, "year");
    let earlier = document.any(from, &["a", "one"])
        && document.is(from + 1, "year")
        && document.any(from + 2, &["earlier", "ago", "before"]);
    if last { Some(from + 2) } else { earlier.then_some(from + 3) }
}

/// The unit at token `unit`, of what was told of last or so many behind it.
fn unit_of(document: &Document<'_>, at: usize, unit: usize, by: i64) -> Option<Expression> {
    let token = document.token(unit);
    let (named, plural) = time_unit(document.word(unit))
        .filter(|_| token.is(Class::TimeUnit) && token.shape == Shape::Lower)?;
    let fits = !plural && named >= TimeUnit::Day && !matches!(named, TimeUnit::Fortnight);
    let time = Time::Told(named, by);
    fits.then(|| Expression::new(at..unit + 1, time, "beside a day told of before").sure(60))
}

/// "the quarter", "the latest period", "the weekend", "the day" where a day of trade ends.
fn the_unit(document: &Document<'_>, at: usize) -> Option<Expression> {
    let latest = usize::from(document.is(at + 1, "latest"));
    let unit = at + 1 + latest;
    if let Some(found) = quarter_to(document, at, unit).or_else(|| part_of_day(document, at)) {
        return Some(found);
    }
    if document.any(unit, &["quarter", "period"]) && !document.is(unit + 1, "of") {
        let fits = latest == 1 || document.is(unit, "quarter");
        let time = Time::Told(TimeUnit::Quarter, 0);
        let reason = "the quarter under discussion";
        return fits.then(|| Expression::new(at..unit + 1, time, reason).sure(55));
    }
    if document.is(unit, "weekend") && latest == 0 {
        return Some(Expression::new(at..unit + 1, Time::Weekend, "the weekend beside the anchor"));
    }
    let ending =
        ["end", "ended", "ends", "ending", "finish", "finished", "finishing", "closed", "for"];
    let closed =
        document.token(unit + 1).is_break() || document.token(unit + 1).shape == Shape::Mark;
    let of_trade = at > 0 && document.any(at - 1, &ending);
    if document.is(unit, "day") && of_trade && (closed || !document.is(at - 1, "for")) {
        let time = Time::Told(TimeUnit::Day, 0);
        return Some(Expression::new(at..unit + 1, time, "the day told of before").sure(55));
    }
    let full = usize::from(document.is(unit, "full"));
    if document.is(unit + full, "year") && (of_trade && closed || full == 1) {
        let time = Time::Shift(TimeUnit::Year, 0);
        return Some(Expression::new(at..unit + full + 1, time, "the year of the anchor").sure(50));
    }
    let fiscal = usize::from(document.any(unit, &["fiscal", "financial"]));
    let year = unit + fiscal;
    let ended = document.any(year + 1, &["ended", "ending", "to"]);
    if document.is(year, "year") && (ended && document.token(year + 2).is_capital()) {
        let time = Time::Length(Some(1.0), TimeUnit::Year);
        return Some(Expression::new(at..year + 1, time, "a year by its last day").sure(45));
    }
    let whole = fiscal == 1 && document.is(year, "year");
    let time = Time::Shift(TimeUnit::Year, 0);
    whole.then(|| Expression::new(at..year + 1, time, "the year of the anchor").sure(45))
}

/// "the quarter ended Sept. 30", "the period ended July 31" without its last day.
fn quarter_to(document: &Document<'_>, at: usize, unit: usize) -> Option<Expression> {
    let fits = document.any(unit, &["quarter", "period"]) && document.is(unit + 1, "ended");
    let last = fits.then(|| absolute::read(document, unit + 2)).flatten()?;
    let Time::Named(Name::Day(month, day), _) = last.time else { return None };
    let time = Time::QuarterTo(month, day);
    Some(Expression::new(at..unit + 1, time, "a quarter by its last day").sure(65))
}

/// "in the morning", "by the evening".
fn part_of_day(document: &Document<'_>, at: usize) -> Option<Expression> {
    let behind = at > 0 && document.any(at - 1, &["in", "by", "until", "during", "into"]);
    let part = match document.word(at + 1) {
        "morning" => "MO",
        "afternoon" => "AF",
        "evening" => "EV",
        _ => return None,
    };
    let of = document.is(at + 2, "of");
    let clock = Some(Clock::Part(part));
    let found = Expression::new(at..at + 2, Time::ThatDay, "a part of the day told of before");
    (behind && !of).then_some(Expression { clock, ..found.sure(55) })
}

/// "earlier in the year", "late in the day".
fn within(document: &Document<'_>, at: usize) -> Option<Expression> {
    if !(document.is(at + 1, "in") && document.is(at + 2, "the")) {
        return None;
    }
    let (unit, plural) = time_unit(document.word(at + 3))?;
    let time = match unit {
        TimeUnit::Day => Time::Told(unit, 0),
        TimeUnit::Week | TimeUnit::Month | TimeUnit::Year => Time::Shift(unit, 0),
        _ => return None,
    };
    let found = Expression::new(at..at + 4, time, "a part of a stretch of the calendar").sure(65);
    (!plural).then(|| found.vague())
}

/// "year-end", "year's end".
fn year_end(document: &Document<'_>, at: usize) -> Option<Expression> {
    let middle = document.joins(at + 1) || document.token(at + 1).shape == Shape::Clitic;
    let end = at + 1 + usize::from(middle);
    let behind = at > 0
        && document.any(at - 1, &["by", "at", "until", "before", "since", "around", "after"]);
    let time = Time::Shift(TimeUnit::Year, 0);
    let found = Expression::new(at..end + 1, time, "the end of the year").sure(65).vague();
    (behind && document.is(end, "end")).then_some(Expression { part: Some(Part::Late), ..found })
}
