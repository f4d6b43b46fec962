//! Dates, times and durations, on a calendar where the article allows it.

mod absolute;
mod anchor;
mod calendar;
mod expression;
mod feast;
mod focus;
mod foreign;
mod grammar;
mod length;
mod recurrence;
mod relative;
mod spoken;
mod stretch;
mod tense;
mod told;

use super::document::Document;
use super::{DateAnchor, Evidence};
use crate::article::Article;
use crate::text::Span;
use expression::{Expression, Time};
use focus::Focus;
use jiff::civil;
use serde::{Deserialize, Serialize};

pub(crate) use grammar::hedge;

/// An expression of time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Date {
    /// The words.
    pub span: Span,
    /// The sentence they stand in.
    pub sentence: Span,
    /// What it is.
    pub kind: DateKind,
    /// The value, in the notation of TIMEX3 (ISO-TimeML): `2021-09-13`, `2011-03`, `P10Y`.
    pub value: String,
    /// The first day, where it stands on the calendar.
    pub start: Option<civil::Date>,
    /// The last day, where it stands on the calendar.
    pub end: Option<civil::Date>,
    /// How exact it is.
    pub granularity: Granularity,
    /// Whether the words are vague ("about", "recent weeks").
    pub approximate: bool,
    /// Whether it was reckoned from [`super::Facts::anchor`].
    pub relative: bool,
    /// How sure it is.
    pub evidence: Evidence,
}

/// What an expression of time is: the types of TIMEX3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateKind {
    /// A day or a longer stretch of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A time that recurs.
    Set,
}

/// How exact an expression of time is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Granularity {
    /// A time of day.
    Time,
    /// A day.
    Day,
    /// A week.
    Week,
    /// A month.
    Month,
    /// A season or quarter.
    Season,
    /// A year.
    Year,
    /// A decade or longer.
    Decade,
    /// No unit of the calendar ("recently").
    Vague,
}

/// What the reading of dates gives.
#[derive(Debug)]
pub(crate) struct Dates {
    /// The day from which relative dates are reckoned.
    pub(crate) anchor: Option<DateAnchor>,
    /// The dates, by start.
    pub(crate) found: Vec<Date>,
    /// For each token of the document, whether a date holds it.
    pub(crate) taken: Vec<bool>,
}

/// The dates of `article`, read as `document`.
pub(crate) fn dates(article: &Article, document: &Document<'_>) -> Dates {
    let expressions = grammar::expressions(document);
    let anchor = anchor::anchor(article, document, &expressions);
    let day = anchor.as_ref().map(|anchor| anchor.date);
    let mut taken = vec![false; document.tokens.len()];
    for expression in expressions.iter().filter(|expression| !expression.silent) {
        let range = expression.tokens.clone();
        taken.get_mut(range).into_iter().flatten().for_each(|token| *token = true);
    }
    let mut focus = Focus::default();
    let told = expressions.iter().filter(|expression| !expression.silent);
    let found = told.map(|expression| date(document, expression, day, &mut focus)).collect();
    Dates { anchor, found, taken }
}

fn date(
    document: &Document<'_>,
    expression: &Expression,
    anchor: Option<civil::Date>,
    focus: &mut Focus,
) -> Date {
    let tense = tense::tense(document, expression.tokens.start);
    let sentence = document.sentence_at(expression.tokens.start);
    let (resolved, told) = focus.resolve(&expression.time, anchor, tense, sentence);
    focus.note(expression, &resolved, sentence);
    let value = match expression.clock {
        Some(clock) => calendar::with_clock(&resolved.value, clock),
        None => resolved.value,
    };
    let narrow = |days| expression.part.map_or(days, |part| focus::part(part, days));
    let (start, end) = resolved.days.map(narrow).unzip();
    let placed = !resolved.relative || start.is_some();
    Date {
        span: document.span(expression.tokens.clone()),
        sentence: document.sentence_span(expression.tokens.start),
        kind: kind(expression),
        value,
        start,
        end,
        granularity: if expression.clock.is_some() {
            Granularity::Time
        } else {
            resolved.granularity
        },
        approximate: expression.approximate,
        relative: resolved.relative,
        evidence: Evidence {
            confidence: expression.confidence.saturating_sub(if placed { 0 } else { 20 }),
            reason: reason(expression, resolved.relative, anchor.filter(|_| !told), told),
        },
    }
}

/// What `expression` is.
fn kind(expression: &Expression) -> DateKind {
    match expression.time {
        Time::Length(..) => DateKind::Duration,
        Time::Every(_) | Time::EveryUnit(_) => DateKind::Set,
        _ if expression.clock.is_some() => DateKind::Time,
        _ => DateKind::Date,
    }
}

fn reason(
    expression: &Expression,
    relative: bool,
    anchor: Option<civil::Date>,
    told: bool,
) -> String {
    match anchor {
        _ if told => format!("{}, reckoned from what was told before", expression.reason),
        Some(day) if relative => format!("{}, reckoned from {day}", expression.reason),
        None if relative => format!("{}, with no date to reckon it from", expression.reason),
        _ => expression.reason.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::article::{Article, Block, BlockRole, Instant, Origin, Stated};
    use crate::facts::extract;
    use crate::text::Span;
    use jiff::civil::date;
    use std::fmt::Write;

    fn article(text: &str) -> Article {
        let mut article = Article { text: text.to_owned(), ..Article::default() };
        let mut at = 0;
        for paragraph in text.split("\n\n") {
            let span = Span::new(at, at + paragraph.len());
            article.blocks.push(Block::new(BlockRole::Body, span));
            at = span.end + 2;
        }
        article
    }

    fn pictures(article: &Article) -> String {
        let mut lines = String::new();
        for found in extract(article).dates {
            let column = Span::new(0, found.span.start).of(&article.text).chars().count();
            let width = found.span.of(&article.text).chars().count();
            let kind = format!("{:?}", found.kind).to_lowercase();
            let about = if found.approximate { " about" } else { "" };
            let marks = "^".repeat(width);
            let _ = writeln!(lines, "{}{marks} {kind} {}{about}", " ".repeat(column), found.value);
        }
        lines
    }

    /// Reads the first line of `picture` as published on Monday, 13 September 2021.
    #[track_caller]
    fn check(picture: &str) {
        let mut lines = picture.lines().skip(1).map(|line| line.get(8..).unwrap_or_default());
        let mut article = article(lines.next().unwrap());
        let day = Instant::day(date(2021, 9, 13));
        article.meta.published = Some(Stated::new(day, Origin::Record));
        let mut marks = lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n");
        if !marks.is_empty() {
            marks.push('\n');
        }
        assert_eq!(pictures(&article), marks, "\n{}", article.text);
    }

    #[test]
    fn days_in_several_orders() {
        check(
            "
        It sank on Feb. 7, 1998, rose on 8 March 1998 and sank again on the 9th of April 1999.
                   ^^^^^^^^^^^^ date 1998-02-07
                                         ^^^^^^^^^^^^ date 1998-03-08
                                                                            ^^^^^^^^^^^^^^^^^ date 1999-04-09
        ",
        );
        check(
            "
        The log says 1998-02-07, 2/17/1998 and 17.02.1998 in turn.
                     ^^^^^^^^^^ date 1998-02-07
                                 ^^^^^^^^^ date 1998-02-17
                                               ^^^^^^^^^^ date 1998-02-17
        ",
        );
    }

    #[test]
    fn months_years_seasons_and_longer() {
        check(
            "
        In June 2010 and in 2011, in the summer of 2012 and the third quarter of 2013, in the 1990s and the 19th century.
           ^^^^^^^^^ date 2010-06
                            ^^^^ date 2011
                                         ^^^^^^^^^^^^^^ date 2012-SU
                                                            ^^^^^^^^^^^^^^^^^^^^^^^^^ date 2013-Q3
                                                                                              ^^^^^ date 199
                                                                                                            ^^^^^^^^^^^^ date 18
        ",
        );
    }

    #[test]
    fn weekdays_and_days_follow_the_tense() {
        check(
            "
        The ferry sank Friday and the court will meet on Thursday.
                       ^^^^^^ date 2021-09-10
                                                         ^^^^^^^^ date 2021-09-16
        ",
        );
        check(
            "
        The ferry sank on Aug. 20, and a hearing is expected on Oct. 4.
                          ^^^^^^^ date 2021-08-20
                                                                ^^^^^^ date 2021-10-04
        ",
        );
    }

    #[test]
    fn days_beside_the_anchor() {
        check(
            "
        It sank yesterday, rose last week, sank two years ago and earlier this month, and rises next March.
                ^^^^^^^^^ date 2021-09-12
                                ^^^^^^^^^ date 2021-W36
                                                ^^^^^^^^^^^^^ date 2019
                                                                  ^^^^^^^^^^^^^^^^^^ date 2021-09
                                                                                                ^^^^^^^^^^ date 2022-03
        ",
        );
    }

    #[test]
    fn lengths_and_ages() {
        check(
            "
        After a 10-year war and more than six months at sea, it took half an hour.
                ^^^^^^^ duration P10Y
                                ^^^^^^^^^^^^^^^^^^^^ duration P6M about
                                                                     ^^^^^^^^^^^^ duration PT30M
        ",
        );
    }

    #[test]
    fn times_of_day_and_times_that_recur() {
        check(
            "
        It sails every Monday at 10:30 a.m. and sank at 5 p.m. on Sept. 3.
                 ^^^^^^^^^^^^ set XXXX-WXX-1
                                 ^^^^^^^^^^ time 2021-09-13T10:30
                                                        ^^^^^^^^^^^^^^^^^ time 2021-09-03T17:00
        ",
        );
    }

    #[test]
    fn vague_times_stay_vague() {
        check(
            "
        In recent weeks the sea rose, and it had in recent years.
           ^^^^^^^^^^^^ duration PXW about
                                                    ^^^^^^^^^^^^ date PAST_REF about
        ",
        );
    }

    #[test]
    fn what_was_told_before_is_reckoned_from() {
        check(
            "
        It sank in May 2015, rose the following month and was sold later that year.
                   ^^^^^^^^ date 2015-05
                                  ^^^^^^^^^^^^^^^^^^^ date 2015-06
                                                                         ^^^^^^^^^ date 2015
        ",
        );
        check(
            "
        Profit fell in the second quarter from a year earlier, and the quarter ended badly.
                       ^^^^^^^^^^^^^^^^^^ date 2021-Q2
                                               ^^^^^^^^^^^^^^ date 2020-Q2
                                                                   ^^^^^^^^^^^ date 2021-Q2
        ",
        );
        check(
            "
        Sales were flat in July last year and rose in this year's first quarter and the first half of 2019.
                           ^^^^^^^^^^^^^^ date 2020-07
                                                      ^^^^^^^^^^^^^^^^^^^^^^^^^ date 2021-Q1
                                                                                    ^^^^^^^^^^^^^^^^^^^^^^ date 2019-H1
        ",
        );
    }

    #[test]
    fn days_and_years_that_lean_on_their_neighbors() {
        check(
            "
        They meet on April 24 and 25, 1998, as in the post-1959 politics, at the WWDC 2005, and saw 24 and 25 ships.
                     ^^^^^^^^ date 2021-04-24
                                  ^^^^^^^^ date 1998-04-25
                                                           ^^^^ date 1959
                                                                                      ^^^^ date 2005
        ",
        );
    }

    #[test]
    fn times_of_day_are_of_the_day_told_of() {
        check(
            "
        The blast came at 10:35 a.m. (0735 GMT) Friday, and at 11 a.m. local time Saturday it was over.
                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ time 2021-09-10T10:35
                                                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^ time 2021-09-11T11:00
        ",
        );
        check(
            "
        It sank on Sept. 3 and was found at 5 p.m. off Oslo, and in the evening it was raised.
                   ^^^^^^^ date 2021-09-03
                                            ^^^^^^ time 2021-09-03T17:00
                                                                    ^^^^^^^^^^^ time 2021-09-03TEV
        ",
        );
    }

    #[test]
    fn quarters_are_told_by_their_last_day_and_by_the_one_discussed() {
        check(
            "
        Profit rose in the quarter ended July 31, from $3 million in the 2020 period.
                       ^^^^^^^^^^^ date 2021-Q2
                                         ^^^^^^^ date 2021-07-31
                                                                         ^^^^^^^^^^^ date 2020-Q2
        ",
        );
    }

    #[test]
    fn plans_and_what_had_been_planned_are_told_apart() {
        check(
            "
        The bank announced the plan Friday; the offer had been due to expire Thursday evening.
                                    ^^^^^^ date 2021-09-10
                                                                             ^^^^^^^^^^^^^^^^ time 2021-09-09TEV
        ",
        );
    }

    #[test]
    fn vague_words_before_a_noun_stand_for_no_day() {
        check(
            "
        The recent storm cut the current output, and the daily ferry may one day stop.
            ^^^^^^ date PAST_REF about
                                 ^^^^^^^ date PRESENT_REF about
                                                         ^^^^^ set P1D
                                                                         ^^^^^^^ date FUTURE_REF about
        ",
        );
    }

    #[test]
    fn ages_rates_and_titles_are_no_dates() {
        check(
            "
        The 43-year-old man, 43 years old, pays $9 a month and watches 60 Minutes.
        ",
        );
    }

    #[test]
    fn a_part_of_a_stretch_is_a_third_of_its_days() {
        let facts =
            extract(&article("It was built in the late 1800s, and fell in early May 2004."));
        let days: Vec<_> = facts
            .dates
            .iter()
            .map(|found| (found.value.as_str(), found.start.unwrap(), found.end.unwrap()))
            .collect();
        let expected = [
            ("18", date(1866, 8, 31), date(1899, 12, 31)),
            ("2004-05", date(2004, 5, 1), date(2004, 5, 11)),
        ];
        assert_eq!(days, expected);
    }

    #[test]
    fn spans_of_years_and_days() {
        check(
            "
        It ran from 2013 to 2017, in 1997-98 and on Aug. 3-5.
                    ^^^^ date 2013
                            ^^^^ date 2017
                                     ^^^^^^^ date 1997/1998
                                                    ^^^^^^^^ date 2021-08-03/2021-08-05
        ",
        );
    }

    #[test]
    fn what_only_looks_like_a_date_is_none() {
        check(
            "
        They may march in the spring of hope, and 2000 people, $1999 and Boeing 1998 came second.
        ",
        );
    }

    #[test]
    fn the_anchor_is_the_dateline_where_nothing_is_stated() {
        let article = article("OSLO, May 3, 2004 (AP) _ The ferry sank yesterday.");
        let facts = extract(&article);
        let anchor = facts.anchor.unwrap();
        assert_eq!((anchor.date, anchor.origin.as_str()), (date(2004, 5, 3), "the dateline"));
        assert_eq!(facts.dates[1].value, "2004-05-02");
    }

    #[test]
    fn the_anchor_is_the_captions_date_where_there_is_no_other() {
        let mut article = article("The ferry sank last week.\n\nThe ferry on Monday, May 3, 2004.");
        article.blocks[1].role = BlockRole::Caption;
        let facts = extract(&article);
        assert_eq!(facts.anchor.unwrap().origin, "the caption's date");
        assert_eq!(facts.dates[0].value, "2004-W18");
        assert_eq!(facts.dates[0].end, Some(date(2004, 5, 2)));
    }

    #[test]
    fn without_an_anchor_a_relative_date_has_no_place() {
        let facts = extract(&article("The ferry sank last week."));
        assert_eq!(facts.anchor, None);
        assert_eq!((facts.dates[0].start, facts.dates[0].relative), (None, true));
    }
}
