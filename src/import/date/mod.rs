//! Dates as files and people write them.

mod month;

pub(super) use month::month;

use crate::article::Instant;
use crate::text::Span;
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::fmt::rfc2822;
use jiff::fmt::temporal::Pieces;
use jiff::tz::Offset;

/// Dates longer than this are no dates.
const LONGEST: usize = 80;

/// The day, and the time where it says one, that `words` state as a whole: ISO 8601, RFC 2822,
/// seconds or milliseconds since 1970, "Sept. 13, 2021 10:00 a.m.", "13.9.2021".
pub(super) fn instant(words: &str) -> Option<Instant> {
    let words = words.trim();
    if words.is_empty() || words.len() > LONGEST {
        return None;
    }
    if (9..=14).contains(&words.len()) && words.bytes().all(|byte| byte.is_ascii_digit()) {
        return epoch(words.parse().ok()?).filter(|_| words.len() != 14);
    }
    iso(words).or_else(|| mail(words)).or_else(|| written(words))
}

/// From 1601, where browsers of Windows' kind begin to count, to 1970, in milliseconds.
const TO_1970: i64 = 11_644_473_600_000;

/// The instant this many seconds since 1970 (or milliseconds or microseconds, where these would
/// lie beyond the year 5000; or microseconds since 1601, as Chrome counts), in UTC.
pub(super) fn epoch(number: i64) -> Option<Instant> {
    let milliseconds = match number.abs() {
        0..100_000_000_000 => number.checked_mul(1000)?,
        100_000_000_000..100_000_000_000_000 => number,
        100_000_000_000_000..10_000_000_000_000_000 => number / 1000,
        _ => number / 1000 - TO_1970,
    };
    let at = Offset::UTC.to_datetime(Timestamp::from_millisecond(milliseconds).ok()?);
    Some(Instant { date: at.date(), time: Some(at.time()), offset: Some(0) })
}

/// What comes first in "3/4/2021".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// The day, as in most of the world.
    DayFirst,
    /// The month, as in the United States.
    MonthFirst,
}

/// The first day that `words` name in full (with its year), and where.
pub(super) fn day_in(words: &str) -> Option<(Span, Date)> {
    days_in(words, None).next()
}

/// The days that `words` name in full, and where; `order` is what is known of their figures.
pub(super) fn days_in(words: &str, order: Option<Order>) -> impl Iterator<Item = (Span, Date)> {
    let tokens = tokens(words);
    let mut at = 0;
    std::iter::from_fn(move || {
        while let Some(from) = tokens.get(at..).filter(|from| !from.is_empty()) {
            let found = month_first(words, from)
                .or_else(|| day_first(words, from))
                .or_else(|| year_first(words, from))
                .or_else(|| figures(words, from, order))
                .or_else(|| ideographs(words, from));
            at += 1;
            if let Some((span, date)) = found {
                at += from.iter().skip(1).filter(|token| token.start < span.end).count();
                return Some((span, date));
            }
        }
        None
    })
}

/// What the figures of `words` say of their order: "13/4/2021" has the day first.
pub(super) fn order_in(words: &str) -> Option<Order> {
    tokens(words).windows(3).find_map(|three| {
        let &[first, second, third] = three else { return None };
        let slashed = between(words, first, second) == "/" && between(words, second, third) == "/";
        let number = |span: Span| span.of(words).parse::<i8>().ok().filter(|n| *n > 0);
        year(third.of(words)).filter(|_| slashed)?;
        match (number(first)?, number(second)?) {
            (13..=31, 1..=12) => Some(Order::DayFirst),
            (1..=12, 13..=31) => Some(Order::MonthFirst),
            _ => None,
        }
    })
}

/// The first day in a line that is there to show one, whose year is cut to two figures: "13.9.21".
pub(super) fn short_day(words: &str) -> Option<(Span, Date)> {
    tokens(words).windows(3).find_map(|three| {
        let &[first, second, third] = three else { return None };
        let dotted = between(words, first, second) == "." && between(words, second, third) == ".";
        let number = |span: Span| span.of(words).parse::<i8>().ok();
        let figures = |span: Span| span.len() == 2 && span.of(words).is_ascii();
        let alone = !words.get(third.end..)?.starts_with(['.', ':']);
        let year = number(third).filter(|_| dotted && alone && figures(third))?;
        let date = date(2000 + i16::from(year), number(second)?, number(first)?)?;
        (year < 40).then_some((Span::new(first.start, third.end), date))
    })
}

fn iso(words: &str) -> Option<Instant> {
    let Ok(pieces) = Pieces::parse(words) else { return begun(words) };
    let offset = pieces.to_numeric_offset().map(|offset| offset.seconds() / 60);
    Some(Instant {
        date: pieces.date(),
        time: pieces.time(),
        offset: offset.and_then(|minutes| i16::try_from(minutes).ok()),
    })
}

/// The day of an ISO date whose time is malformed: "2022-01-10T22:06:08:684Z".
fn begun(words: &str) -> Option<Instant> {
    let (day, time) = words.split_once('T')?;
    let timed = day.len() == 10 && time.starts_with(|c: char| c.is_ascii_digit());
    Some(Instant::day(Pieces::parse(day).ok().filter(|_| timed)?.date()))
}

fn mail(words: &str) -> Option<Instant> {
    let zoned = rfc2822::DateTimeParser::new().parse_zoned(words).ok()?;
    let offset = i16::try_from(zoned.offset().seconds() / 60).ok();
    Some(Instant { date: zoned.date(), time: Some(zoned.time()), offset })
}

fn written(words: &str) -> Option<Instant> {
    let (span, date) = day_in(words)?;
    let time = clock(Span::new(0, span.start).of(words))
        .or_else(|| clock(Span::new(span.end, words.len()).of(words)));
    Some(Instant { date, time, offset: None })
}

/// A time of day: "10:05", "10.05 am", "9 p.m.".
fn clock(words: &str) -> Option<Time> {
    let tokens = tokens(words);
    tokens
        .iter()
        .enumerate()
        .find_map(|(at, token)| {
            let hour: i8 = token.of(words).parse().ok()?;
            let next = tokens.get(at + 1);
            let minute = next
                .filter(|next| matches!(between(words, *token, **next), ":" | "."))
                .filter(|next| next.len() == 2)
                .and_then(|next| next.of(words).parse::<i8>().ok());
            let rest = words.get(tokens.get(at + 1 + usize::from(minute.is_some()))?.start..);
            let half = rest.unwrap_or("").trim_start().to_ascii_lowercase().replace('.', "");
            let hour = match (half.get(..2), hour) {
                (Some("am"), 12) => 0,
                (Some("pm"), 1..=11) => hour + 12,
                (Some("am" | "pm"), _) => hour,
                _ => return None,
            };
            Time::new(hour, minute.unwrap_or(0), 0, 0).ok()
        })
        .or_else(|| plain_clock(words, &tokens))
}

/// "10:05" or "10:05:30" without a half of the day.
fn plain_clock(words: &str, tokens: &[Span]) -> Option<Time> {
    tokens.windows(2).find_map(|pair| {
        let &[hour, minute] = pair else { return None };
        if between(words, hour, minute) != ":" || minute.len() != 2 {
            return None;
        }
        Time::new(hour.of(words).parse().ok()?, minute.of(words).parse().ok()?, 0, 0).ok()
    })
}

/// "September 13, 2021", "Sept. 13 2021".
fn month_first(words: &str, tokens: &[Span]) -> Option<(Span, Date)> {
    let &[first, second, third, ..] = tokens else { return None };
    let month = month(first.of(words))?;
    let joined = is_near(between(words, first, second)) && is_near(between(words, second, third));
    let date = date(year(third.of(words))?, month, day(second.of(words))?)?;
    joined.then_some((Span::new(first.start, third.end), date))
}

/// "13 September 2021", "13. September 2021", "2 de noviembre de 2023".
fn day_first(words: &str, tokens: &[Span]) -> Option<(Span, Date)> {
    let mut named = tokens.iter().filter(|token| !matches!(token.of(words), "de" | "del" | "of"));
    let (first, second, third) = (*named.next()?, *named.next()?, *named.next()?);
    let date = date(year(third.of(words))?, month(second.of(words))?, day(first.of(words))?)?;
    let joined = between(words, first, third).len() <= 24;
    (joined && tokens.first() == Some(&first)).then_some((Span::new(first.start, third.end), date))
}

/// "2021 Sep 13", as journals write.
fn year_first(words: &str, tokens: &[Span]) -> Option<(Span, Date)> {
    let &[first, second, third, ..] = tokens else { return None };
    let joined = is_near(between(words, first, second)) && is_near(between(words, second, third));
    let date = date(year(first.of(words))?, month(second.of(words))?, day(third.of(words))?)?;
    joined.then_some((Span::new(first.start, third.end), date))
}

/// "2021年9月13日", also with spaces in it.
fn ideographs(words: &str, tokens: &[Span]) -> Option<(Span, Date)> {
    let first = *tokens.first()?;
    let (figures, rest) = words.get(first.start..)?.split_once('年')?;
    let year = year(figures.trim())?;
    let (month, rest) = rest.split_once('月')?;
    let (day, _) = rest.split_once('日')?;
    let date = date(year, month.trim().parse().ok()?, day.trim().parse().ok()?)?;
    let length = figures.len() + month.len() + day.len() + '年'.len_utf8() * 3;
    Some((Span::new(first.start, first.start + length), date))
}

/// "2021-09-13", "2021/09/13", "13.9.2021", and "9/13/2021" where only one reading is a date or
/// the order is known.
fn figures(words: &str, tokens: &[Span], order: Option<Order>) -> Option<(Span, Date)> {
    let &[first, second, third, ..] = tokens else { return None };
    let mark = between(words, first, second).trim();
    if mark != between(words, second, third).trim() || !matches!(mark, "-" | "/" | "." | "|") {
        return None;
    }
    let number = |span: Span| {
        let figures = span.of(words);
        // What follows may be the time: "2021-09-13T10:05".
        figures.strip_suffix('T').unwrap_or(figures).parse::<i8>().ok()
    };
    let date = if let Some(year) = year(first.of(words)) {
        date(year, number(second)?, number(third)?)?
    } else {
        let year = year(third.of(words))?;
        let (one, two) = (number(first)?, number(second)?);
        let (month, day) = match mark {
            "/" | "-" if two > 12 => (one, two),
            "/" | "-" if one <= 12 && order == Some(Order::MonthFirst) => (one, two),
            "/" if one <= 12 && one != two && order.is_none() => return None,
            _ => (two, one),
        };
        date(year, month, day)?
    };
    Some((Span::new(first.start, third.end), date))
}

/// The runs of letters and figures. Where only the styles of a page set what follows apart, a run
/// ends before figures and behind a year: "Berg3 May 2021by".
fn tokens(words: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut start: Option<usize> = None;
    let mut last = ' ';
    for (at, c) in words.char_indices() {
        let border = match start {
            Some(_) if last.is_alphabetic() => c.is_ascii_digit(),
            Some(from) if last.is_ascii_digit() => c.is_alphabetic() && at - from == 4,
            _ => false,
        };
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (true, Some(from)) if border => {
                tokens.push(Span::new(from, at));
                start = Some(at);
            }
            (false, Some(from)) => {
                tokens.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
        last = c;
    }
    tokens.extend(start.map(|from| Span::new(from, words.len())));
    tokens
}

fn between(words: &str, one: Span, other: Span) -> &str {
    Span::new(one.end, other.start).of(words)
}

fn is_near(gap: &str) -> bool {
    gap.len() <= 3 && gap.chars().all(|c| matches!(c, ' ' | '.' | ',' | '\n' | '\u{a0}'))
}

fn date(year: i16, month: i8, day: i8) -> Option<Date> {
    Date::new(year, month, day).ok()
}

fn year(word: &str) -> Option<i16> {
    let year = word.parse().ok().filter(|_| word.len() == 4)?;
    (1400..2200).contains(&year).then_some(year)
}

fn day(word: &str) -> Option<i8> {
    let figures = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = word.get(figures.len()..)?;
    let known = matches!(ordinal, "" | "st" | "nd" | "rd" | "th" | "er" | "ter" | "º");
    figures.parse().ok().filter(|day| known && (1..=31).contains(day))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> String {
        let Some(Instant { date, time, offset }) = instant(words) else { return "-".into() };
        let time = time.map(|time| format!(" {}:{:02}", time.hour(), time.minute()));
        let offset = offset.map(|minutes| format!(" {minutes:+}"));
        format!("{date}{}{}", time.unwrap_or_default(), offset.unwrap_or_default())
    }

    #[test]
    fn forms_that_programs_write() {
        for (words, expected) in [
            ("2021-09-13", "2021-09-13"),
            ("2021-09-13T10:05:00Z", "2021-09-13 10:05 +0"),
            ("2021-09-13T10:05:00.123+02:00", "2021-09-13 10:05 +120"),
            ("2021-09-13 10:05:00", "2021-09-13 10:05"),
            ("Mon, 13 Sep 2021 10:05:00 -0400", "2021-09-13 10:05 -240"),
            ("1631527500", "2021-09-13 10:05 +0"),
            ("1631527500000", "2021-09-13 10:05 +0"),
            ("2021/09/13", "2021-09-13"),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
    }

    #[test]
    fn forms_that_people_write() {
        for (words, expected) in [
            ("September 13, 2021", "2021-09-13"),
            ("Monday, Sept. 13, 2021", "2021-09-13"),
            ("13 September 2021", "2021-09-13"),
            ("13. September 2021", "2021-09-13"),
            ("2 de noviembre de 2023", "2023-11-02"),
            ("1er août 2020", "2020-08-01"),
            ("13.9.2021", "2021-09-13"),
            ("9/13/2021", "2021-09-13"),
            ("Published Sept. 13, 2021 at 6:05 p.m. ET", "2021-09-13 18:05"),
            ("March 3rd, 1999, 07:30", "1999-03-03 7:30"),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
    }

    #[test]
    fn forms_of_further_languages_and_of_pages_that_set_no_spaces() {
        for (words, expected) in [
            ("14 gennaio 2020", "2020-01-14"),
            ("15 августа 2016", "2016-08-15"),
            ("3 de março de 2021", "2021-03-03"),
            ("2019年6月24日", "2019-06-24"),
            ("2023 Jan 7", "2023-01-07"),
            ("4. 2. 2022", "2022-02-04"),
            ("26 | 01 | 2022", "2022-01-26"),
            ("Ada Berg3.11.2023", "2023-11-03"),
            ("Dec 17, 2025by Ada", "2025-12-17"),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
        assert_eq!(read("2022-01-10T22:06:08:684Z"), "2022-01-10", "a malformed time");
    }

    #[test]
    fn figures_with_two_readings_need_their_order() {
        let read = |words, order| days_in(words, order).map(|(_, day)| day.to_string()).next();
        let american = Some(Order::MonthFirst);
        assert_eq!(read("3/4/2021", None), None);
        assert_eq!(read("3/4/2021", Some(Order::DayFirst)).as_deref(), Some("2021-04-03"));
        assert_eq!(read("3/4/2021", american).as_deref(), Some("2021-03-04"));
        assert_eq!(read("13/4/2021", american).as_deref(), Some("2021-04-13"));
        assert_eq!(order_in("on 13/4/2021"), Some(Order::DayFirst));
        assert_eq!(order_in("on 4/13/2021"), Some(Order::MonthFirst));
        assert_eq!(order_in("on 4/3/2021"), None);
    }

    #[test]
    fn all_days_of_a_line_are_found() {
        let days: Vec<_> =
            days_in("May 3, 2020 - 5 June 2020", None).map(|(_, day)| day.to_string()).collect();
        assert_eq!(days, ["2020-05-03", "2020-06-05"]);
    }

    #[test]
    fn what_is_no_date_or_more_than_one_is_none() {
        for words in [
            "",
            "soon",
            "September",
            "Sept. 13",
            "3/4/2021",
            "31 February 2021",
            "12345678901234567",
        ] {
            assert_eq!(read(words), "-", "{words}");
        }
    }

    #[test]
    fn a_line_that_shows_a_date_may_cut_the_year() {
        let read = |words| short_day(words).map(|(_, day)| day.to_string());
        assert_eq!(read("Party, 30.10.23").as_deref(), Some("2023-10-30"));
        assert_eq!(read("8.5.12").as_deref(), Some("2012-05-08"));
        for words in ["Version 1.2.3", "10.20.30.40", "um 10.30", "1.13.20"] {
            assert_eq!(read(words), None, "{words}");
        }
    }

    #[test]
    fn the_first_full_date_in_a_sentence_is_found() {
        let words = "Shops in March, and on Friday, Jan. 5, 2018, at noon";
        let (span, date) = day_in(words).unwrap();
        assert_eq!((span.of(words), date.to_string().as_str()), ("Jan. 5, 2018", "2018-01-05"));
    }
}
