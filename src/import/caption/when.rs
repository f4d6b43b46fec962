//! The days, months and years that a caption names, and which of them is the picture's.

use crate::import::date;
use crate::text::Span;
use jiff::civil::Date;
use std::fmt;

/// A day, a month or a year that a caption names, as far as it is told. It is written in the
/// reduced forms of ISO 8601: `2021-09-13`, `2021-09`, `2021`, `--09-13`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CaptionDate {
    /// Where it stands in the caption.
    pub span: Span,
    /// The year.
    pub year: Option<i16>,
    /// The month, from 1.
    pub month: Option<i8>,
    /// The day of the month.
    pub day: Option<i8>,
}

impl fmt::Display for CaptionDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.year {
            Some(year) => write!(f, "{year:04}")?,
            None => write!(f, "-")?,
        }
        for part in [self.month, self.day].into_iter().flatten() {
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

impl CaptionDate {
    fn full(&self) -> Option<Date> {
        Date::new(self.year?, self.month?, self.day?).ok()
    }
}

/// Words before a date that make it the day the picture was taken, in lower case.
const TAKEN: &[&str] = &[
    "in this ",
    "in a ",
    "taken ",
    "taken on ",
    "photographed on ",
    "pictured on ",
    "pictured in ",
    "seen on ",
    "shown on ",
    "shot on ",
    "aufgenommen am ",
    "prise le ",
    "pris le ",
    "tomada el ",
    "captada el ",
];

/// No caption names more.
const MOST: usize = 40;

/// The days, months and years in `words`, in order.
pub(super) fn find(words: &str) -> Vec<CaptionDate> {
    let tokens = tokens(words);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() && found.len() < MOST {
        let from = tokens.get(at..).unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| tokens.get(at));
        let read = in_figures(words, from)
            .or_else(|| month_first(words, from))
            .or_else(|| day_first(words, from))
            .or_else(|| year_alone(words, before, from).map(|date| (date, 1)));
        match read {
            Some((date, taken)) => {
                found.push(date);
                at += taken;
            }
            None => at += 1,
        }
    }
    found
}

/// The day the picture was taken: one that the words say so of, in a picture from the archive the
/// earliest (the other is the news's), else the first.
pub(super) fn taken(words: &str, dates: &[CaptionDate], archive: bool) -> Option<Date> {
    let said =
        dates.iter().find(|date| is_said_of_picture(words, date.span)).and_then(CaptionDate::full);
    let mut full = dates.iter().filter_map(CaptionDate::full);
    said.or_else(|| if archive { full.min() } else { full.next() })
}

/// When the picture was taken, as far as its caption tells.
pub(super) fn told(words: &str, dates: &[CaptionDate], day: Option<Date>) -> Option<String> {
    if let Some(day) = day {
        return Some(day.to_string());
    }
    let month = dates.iter().find(|date| date.year.is_some() && date.month.is_some());
    let year = || match dates {
        [only] if only.year.is_some() && ends(words, only.span) => Some(only),
        _ => None,
    };
    month.or_else(year).map(ToString::to_string)
}

/// Whether a clause ends behind a year: "in 1960.", "Chicago, 1960".
fn ends(words: &str, year: Span) -> bool {
    let before = words.get(..year.start).unwrap_or_default().trim_end();
    let last = before.rsplit(' ').next().unwrap_or_default();
    let led = matches!(last, "in" | "im" | "en" | "um" | "circa" | "c." | "ca.");
    let behind = words.get(year.end..).unwrap_or_default().trim_start();
    (led || before.ends_with(','))
        && (behind.is_empty() || behind.starts_with(['.', ',', ')', ';']))
}

fn is_said_of_picture(words: &str, date: Span) -> bool {
    let before = words.get(..date.start).unwrap_or_default().to_lowercase();
    let behind = words.get(date.end..).unwrap_or_default();
    let behind = behind.get(..behind.floor_char_boundary(24)).unwrap_or_default().to_lowercase();
    let pictured = ["photo", "picture", "image", "foto", "aufnahme", "bild", "imagen"];
    let led = TAKEN.iter().position(|lead| before.ends_with(lead));
    led.is_some_and(|at| at > 1 || pictured.iter().any(|word| behind.contains(word)))
}

/// "2021-09-13", "13.9.2021".
fn in_figures(words: &str, tokens: &[Span]) -> Option<(CaptionDate, usize)> {
    let three = tokens.get(..3)?;
    let whole = Span::new(three.first()?.start, three.last()?.end);
    let (span, day) = date::day_in(whole.of(words))?;
    let all = three.iter().all(|token| figures(words, *token)) && span.len() == whole.len();
    all.then_some((
        CaptionDate {
            span: whole,
            year: Some(day.year()),
            month: Some(day.month()),
            day: Some(day.day()),
        },
        3,
    ))
}

fn figures(words: &str, token: Span) -> bool {
    token.of(words).bytes().all(|byte| byte.is_ascii_digit())
}

/// "September 13, 2021", "Sept. 13", "September 2021".
fn month_first(words: &str, tokens: &[Span]) -> Option<(CaptionDate, usize)> {
    let (first, second) = (*tokens.first()?, *tokens.get(1)?);
    let month = month(words, first)?;
    let name = first.of(words);
    if !is_near(words, first, second) {
        // "noviembre del 2021"
        let third = *tokens.get(2)?;
        let year = year(words, third).filter(|_| is_particle(second.of(words)))?;
        return Some((date(first, third, Some(year), Some(month), None), 3));
    }
    if is_particle(second.of(words)) {
        let third = *tokens.get(2)?;
        let year = year(words, third)?;
        return Some((date(first, third, Some(year), Some(month), None), 3));
    }
    if let Some(year) = year(words, second) {
        return Some((date(first, second, Some(year), Some(month), None), 2));
    }
    let day = day(words, second)?;
    let third = tokens.get(2).filter(|third| is_near(words, second, **third));
    if let Some((year, third)) = third.and_then(|it| Some((year(words, *it)?, *it))) {
        return Some((date(first, third, Some(year), Some(month), Some(day)), 3));
    }
    // Wire services begin captions with "JULY 04:"; "may 3" is no date, nor is "March 10:30".
    let loud = name.chars().count() > 1 && name.chars().all(char::is_uppercase);
    let clock = words.get(second.end..).is_some_and(|rest| rest.starts_with([':', '%']));
    let named = name.starts_with(char::is_uppercase) && !loud && !clock;
    named.then(|| (date(first, second, None, Some(month), Some(day)), 2))
}

/// "13 September 2021", "13. September", "2 de noviembre de 2023".
fn day_first(words: &str, tokens: &[Span]) -> Option<(CaptionDate, usize)> {
    let first = *tokens.first()?;
    let day = day(words, first)?;
    let (second, at) = next(words, tokens, 0)?;
    let month = month(words, second)?;
    let named = next(words, tokens, at).and_then(|(it, at)| Some((year(words, it)?, it, at)));
    if let Some((year, third, at)) = named {
        return Some((date(first, third, Some(year), Some(month), Some(day)), at + 1));
    }
    let name = second.of(words);
    let named = name.chars().count() > 3 || name.starts_with(char::is_uppercase);
    named.then(|| (date(first, second, None, Some(month), Some(day)), at + 1))
}

/// The token that follows on the one at `at`, particles aside, if it stands close.
fn next(words: &str, tokens: &[Span], at: usize) -> Option<(Span, usize)> {
    let last = *tokens.get(at)?;
    let particle = tokens.get(at + 1).is_some_and(|it| is_particle(it.of(words)));
    let at = at + 1 + usize::from(particle);
    let token = *tokens.get(at)?;
    (token.start - last.end <= 12).then_some((token, at))
}

/// A year by itself: behind a word that leads one, or before a name; "2000 people" is none.
fn year_alone(words: &str, before: Option<&Span>, tokens: &[Span]) -> Option<CaptionDate> {
    let token = *tokens.first()?;
    let year = year(words, token).filter(|year| (1700..2100).contains(year))?;
    let behind = words.get(token.end..)?;
    let ahead = words.get(..token.start)?;
    let part = behind.starts_with([':', '-', '/', '–', '%', '’', '\''])
        || behind.starts_with([',', '.'])
            && behind.get(1..).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()))
        || ahead.ends_with(['-', '/', '$', '£', '€', '#', '.', '°', '–']);
    if part {
        return None;
    }
    let word = before.map_or(String::new(), |before| before.of(words).to_lowercase());
    let counts = before.is_none() || COUNTED.contains(&word.as_str());
    let counted = counts && behind.trim_start().starts_with(char::is_lowercase);
    (!counted).then(|| date(token, token, Some(year), None, None))
}

/// Words before a number that counts.
const COUNTED: &[&str] = &[
    "some", "about", "over", "than", "nearly", "almost", "around", "least", "rund", "etwa", "über",
    "fast", "mehr", "als", "de", "environ", "plus", "unos", "más", "casi", "und", "and", "of",
    "with", "mit", "to",
];

fn date(
    first: Span,
    last: Span,
    year: Option<i16>,
    month: Option<i8>,
    day: Option<i8>,
) -> CaptionDate {
    CaptionDate { span: Span::new(first.start, last.end), year, month, day }
}

fn is_particle(word: &str) -> bool {
    matches!(word, "de" | "del" | "of")
}

fn month(words: &str, token: Span) -> Option<i8> {
    date::month(token.of(words))
}

fn year(words: &str, token: Span) -> Option<i16> {
    let year = token.of(words).parse().ok().filter(|_| token.len() == 4)?;
    (1400..2200).contains(&year).then_some(year)
}

fn day(words: &str, token: Span) -> Option<i8> {
    let word = token.of(words);
    let bare = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
    let ordinal = matches!(word.get(bare.len()..)?, "" | "st" | "nd" | "rd" | "th" | "er");
    bare.parse().ok().filter(|day| ordinal && bare.len() <= 2 && (1..=31).contains(day))
}

/// Whether only marks stand between two tokens; a gallery may cut a caption there ("… [+]").
fn is_near(words: &str, one: Span, other: Span) -> bool {
    let gap = Span::new(one.end, other.start).of(words);
    gap.len() <= 12 && gap.chars().all(|c| c.is_whitespace() || ".,…[]+".contains(c))
}

/// The runs of letters and of figures; what is glued ("pictures31 October 2020Boats") is parted,
/// unless it belongs together ("1930s", "3rd", "G7").
fn tokens(words: &str) -> Vec<Span> {
    let mut tokens = Vec::new();
    let mut start: Option<usize> = None;
    let mut last = ' ';
    for (at, c) in words.char_indices() {
        let glued =
            last.is_ascii_digit() && c.is_uppercase() || last.is_lowercase() && c.is_ascii_digit();
        if let Some(from) = start.filter(|_| !c.is_alphanumeric() || glued) {
            tokens.push(Span::new(from, at));
            start = None;
        }
        if c.is_alphanumeric() && start.is_none() {
            start = Some(at);
        }
        last = c;
    }
    tokens.extend(start.map(|from| Span::new(from, words.len())));
    tokens
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> String {
        find(words).iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn days_months_and_years_are_read_in_four_languages() {
        for (words, expected) in [
            ("on Nov. 3, 2020, and on March 5", "2020-11-03 --03-05"),
            ("since 17 October", "--10-17"),
            ("am 21. Januar und im August 2018", "--01-21 2018-08"),
            (
                "el 1 de marzo; 2 de noviembre de 2023; noviembre del 2021",
                "--03-01 2023-11-02 2021-11",
            ),
            ("le 26 décembre 2020, le 1er août", "2020-12-26 --08-01"),
            ("13.9.2021 or 2021-09-13", "2021-09-13 2021-09-13"),
            ("pictures31 October 2020Boats", "2020-10-31"),
            ("September 12, … [+] 2016", "2016-09-12"),
            ("in 2006. Its 2016 show, and a 2020 Nordby tour", "2006 2016 2020"),
        ] {
            assert_eq!(read(words), expected, "{words}");
        }
    }

    #[test]
    fn numbers_and_datelines_are_no_dates() {
        for words in [
            "2000 people",
            "some 2000 people",
            "the 1930s",
            "2001: A Sea Story",
            "NORDBY - MAY 20: A ferry",
            "They may 3 times",
            "room 1204",
            "item 183-81005-0003",
            "1,900 boats and 2,015 more",
        ] {
            assert_eq!(read(words), "", "{words}");
        }
    }

    #[test]
    fn the_day_of_the_picture_is_told_from_that_of_the_news() {
        let day = |words: &str, archive| taken(words, &find(words), archive).unwrap().to_string();
        let news = "The court freed Ada on March 5, 2021. She had arrived on Nov. 3, 2020.";
        assert_eq!(day(news, false), "2021-03-05");
        assert_eq!(day(news, true), "2020-11-03");
        let said = "Freed on March 5, 2021, in Nordby. In this Nov. 3, 2022, file photo she waits.";
        assert_eq!(day(said, false), "2022-11-03");
        assert_eq!(day("Gebaut am 3. Mai 2001, aufgenommen am 5. Mai 2020", false), "2020-05-05");
    }

    #[test]
    fn a_month_or_a_year_is_told_where_no_day_is() {
        let told = |words: &str| told(words, &find(words), None);
        assert_eq!(told("Boats in August 2018.").as_deref(), Some("2018-08"));
        assert_eq!(told("Nordby, 1960.").as_deref(), Some("1960"));
        assert_eq!(told("The 2020 Nordby tour"), None);
    }
}
