//! Dates as files and people write them.

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

/// The first day that `words` name in full (with its year), and where.
pub(super) fn day_in(words: &str) -> Option<(Span, Date)> {
    let tokens = tokens(words);
    (0..tokens.len()).find_map(|at| {
        let from = tokens.get(at..)?;
        month_first(words, from).or_else(|| day_first(words, from)).or_else(|| figures(words, from))
    })
}

/// The same in a line that is there to show a date, where the year may be cut to two figures:
/// "13.9.21".
pub(super) fn shown_day(words: &str) -> Option<(Span, Date)> {
    day_in(words).or_else(|| {
        tokens(words).windows(3).find_map(|three| {
            let &[first, second, third] = three else { return None };
            let dotted =
                between(words, first, second) == "." && between(words, second, third) == ".";
            let number = |span: Span| span.of(words).parse::<i8>().ok();
            let figures = |span: Span| span.len() == 2 && span.of(words).is_ascii();
            let alone = !words.get(third.end..)?.starts_with(['.', ':']);
            let year = number(third).filter(|_| dotted && alone && figures(third))?;
            let date = date(2000 + i16::from(year), number(second)?, number(first)?)?;
            (year < 40).then_some((Span::new(first.start, third.end), date))
        })
    })
}

fn iso(words: &str) -> Option<Instant> {
    let pieces = Pieces::parse(words).ok()?;
    let offset = pieces.to_numeric_offset().map(|offset| offset.seconds() / 60);
    Some(Instant {
        date: pieces.date(),
        time: pieces.time(),
        offset: offset.and_then(|minutes| i16::try_from(minutes).ok()),
    })
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

/// "2021-09-13", "2021/09/13", "13.9.2021", and "9/13/2021" where only one reading is a date.
fn figures(words: &str, tokens: &[Span]) -> Option<(Span, Date)> {
    let &[first, second, third, ..] = tokens else { return None };
    let mark = between(words, first, second);
    if mark != between(words, second, third) || !matches!(mark, "-" | "/" | ".") {
        return None;
    }
    let number = |span: Span| span.of(words).parse::<i8>().ok();
    let date = if let Some(year) = year(first.of(words)) {
        date(year, number(second)?, number(third)?)?
    } else {
        let year = year(third.of(words))?;
        let (one, two) = (number(first)?, number(second)?);
        let (month, day) = match mark {
            "/" if two > 12 => (one, two),
            "/" if one <= 12 && one != two => return None,
            _ => (two, one),
        };
        date(year, month, day)?
    };
    Some((Span::new(first.start, third.end), date))
}

/// The runs of letters and figures.
fn tokens(words: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut start = None;
    for (at, c) in words.char_indices() {
        match (c.is_alphanumeric(), start) {
            (true, None) => start = Some(at),
            (false, Some(from)) => {
                tokens.push(Span::new(from, at));
                start = None;
            }
            _ => {}
        }
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
    let known = matches!(ordinal, "" | "st" | "nd" | "rd" | "th" | "er");
    figures.parse().ok().filter(|day| known && (1..=31).contains(day))
}

/// The months by what they begin with, in English, German, French and Spanish, the ambiguous ones
/// ("mar", "ma", "mai") by their whole name.
const MONTHS: &[(&str, i8)] = &[
    ("jan", 1),
    ("ene", 1),
    ("feb", 2),
    ("fév", 2),
    ("mar", 3),
    ("mär", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("jun", 6),
    ("juin", 6),
    ("jul", 7),
    ("juil", 7),
    ("aug", 8),
    ("aoû", 8),
    ("ago", 8),
    ("sep", 9),
    ("oct", 10),
    ("okt", 10),
    ("nov", 11),
    ("dec", 12),
    ("dez", 12),
    ("déc", 12),
    ("dic", 12),
];

const MONTH_NAMES: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "januar",
    "februar",
    "märz",
    "mai",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "sept",
];

/// The month that a word names in full, or by its first three letters.
pub(super) fn month(word: &str) -> Option<i8> {
    if word.len() > 12 || word.chars().next()?.is_numeric() {
        return None;
    }
    let lower = word.to_lowercase();
    let letters = lower.chars().count();
    let known = letters == 3 || letters == 4 && lower == "sept" || MONTH_NAMES.contains(&&*lower);
    let found = MONTHS.iter().filter(|(start, _)| lower.starts_with(start));
    found.max_by_key(|(start, _)| start.len()).map(|(_, month)| *month).filter(|_| known)
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
        let read = |words| shown_day(words).map(|(_, day)| day.to_string());
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
