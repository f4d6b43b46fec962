//! How well a filter fits an article of the list, and how titles are put in order.

use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str, chars};

/// How many characters decide about the order of two titles.
const ORDER: usize = 64;

/// A filter at work: fuzzy, word by word, by the scores of fzf.
#[derive(Debug)]
pub struct Ranker {
    pattern: Pattern,
    matcher: Matcher,
    line: String,
    buffer: Vec<char>,
}

impl Ranker {
    /// A ranker for what was typed. Capital letters match only capitals, small ones both.
    pub fn new(filter: &str) -> Self {
        Self {
            pattern: Pattern::parse(filter, CaseMatching::Smart, Normalization::Smart),
            matcher: Matcher::new(Config::DEFAULT),
            line: String::new(),
            buffer: Vec::new(),
        }
    }

    /// How well the article fits, more being better; `None` where it does not.
    pub fn score(&mut self, title: &str, source: &str) -> Option<u32> {
        self.line.clear();
        self.line.push_str(title);
        self.line.push(' ');
        self.line.push_str(source);
        let line = Utf32Str::new(&self.line, &mut self.buffer);
        self.pattern.score(line, &mut self.matcher)
    }
}

/// What a title or the name of a source is put in order by: its letters and digits, whatever
/// their case and accents, from the first one on. Nothing comes after everything.
pub fn order(text: &str) -> String {
    let start = text.find(char::is_alphanumeric).unwrap_or(text.len());
    let letters = text.chars().skip(text.get(..start).map_or(0, |before| before.chars().count()));
    let order: String =
        letters.take(ORDER).flat_map(|letter| chars::normalize(letter).to_lowercase()).collect();
    if order.is_empty() { char::MAX.to_string() } else { order }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fits(filter: &str, title: &str) -> bool {
        Ranker::new(filter).score(title, "The Harbour Post").is_some()
    }

    #[test]
    fn letters_match_in_order_whatever_lies_between() {
        assert!(fits("brdg", "The bridge reopens"));
        assert!(!fits("gdrb", "The bridge reopens"));
    }

    #[test]
    fn words_match_in_any_order_in_title_or_source() {
        assert!(fits("harbour bridge", "The bridge reopens"));
        assert!(!fits("harbour tunnel", "The bridge reopens"));
    }

    #[test]
    fn accents_and_case_need_not_be_typed() {
        assert!(fits("ecole", "L’École rouvre"));
        assert!(!fits("ECOLE", "an ecole"));
    }

    #[test]
    fn a_whole_word_beats_scattered_letters() {
        let mut ranker = Ranker::new("rain");
        assert!(ranker.score("Rain at last", "") > ranker.score("Roads and inns", ""));
    }

    #[test]
    fn titles_are_ordered_by_their_letters() {
        assert!(order("“Élan” in the hills") < order("Fog"));
        assert_eq!(order("...the end"), order("The end"));
        assert!(order("zebra") < order("—"));
    }
}
