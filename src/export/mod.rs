//! Articles and facts out: plain text, Markdown, JSON.
//!
//! Everything here is a pure function that gives a string. Only JSON is fit for a terminal as it
//! is: who prints the others replaces control characters ([`crate::text::clean()`]).

mod article;
mod captions;
pub mod cite;
mod credits;
mod facts;
pub mod json;
mod ledger;
mod markdown;
pub mod marks;
mod plain;
mod table;
mod timeline;

pub use article::article_json;
pub use captions::{captions_json, captions_text, credit_lines};
pub use credits::{credits_csv, credits_json};
pub use facts::{facts_json, facts_text};
pub use ledger::{Ledger, facts_lines};
pub use markdown::markdown;
pub use plain::plain;
pub use timeline::{
    CALENDAR_END, CALENDAR_HEAD, TABLE_HEAD, calendar_events, place_features, timeline_rows,
};

use crate::article::Instant;
use crate::text::Span;

/// The words of `span`, each run of white space made one space.
fn words(text: &str, span: Span) -> String {
    let mut words = String::with_capacity(span.len());
    for word in span.of(text).split_whitespace() {
        if !words.is_empty() {
            words.push(' ');
        }
        words.push_str(word);
    }
    words
}

/// A day, and the time where one is known: `2021-09-13`, `2021-09-13T08:05:00+03:00` (RFC 3339,
/// less the zone where that is not known).
fn instant(instant: &Instant) -> String {
    let Some(time) = instant.time else { return instant.date.to_string() };
    let zone = match instant.offset {
        None => String::new(),
        Some(0) => "Z".to_owned(),
        Some(minutes) => {
            let sign = if minutes < 0 { '-' } else { '+' };
            let minutes = minutes.unsigned_abs();
            format!("{sign}{:02}:{:02}", minutes / 60, minutes % 60)
        }
    };
    format!("{}T{time}{zone}", instant.date)
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn words_stand_one_space_apart() {
        assert_eq!(words("x  a\n b\tc ", Span::new(1, 10)), "a b c");
    }

    #[test]
    fn a_moment_is_written_as_far_as_it_is_known() {
        let day = Instant::day(date(2024, 5, 6));
        let hour = Instant { time: Some(time(7, 8, 9, 0)), ..day };
        let write = |offset| instant(&Instant { offset, ..hour });
        assert_eq!(instant(&day), "2024-05-06");
        assert_eq!(write(None), "2024-05-06T07:08:09");
        assert_eq!(write(Some(0)), "2024-05-06T07:08:09Z");
        assert_eq!(write(Some(-210)), "2024-05-06T07:08:09-03:30");
    }
}
