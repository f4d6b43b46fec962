//! How well a filter fits an article of the list, and how titles are put in order.

use nucleo_matcher::pattern::{AtomKind, CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str, chars};

/// How many characters decide about the order of two titles.
const ORDER: usize = 64;

/// What a word of a filter that stands whole in an article's line is worth above one whose letters
/// are scattered over a word.
const WHOLE: u32 = 1_000;

/// A filter at work, word by word: a word fits where it stands, or where its letters stand in
/// order within one word, by the scores of fzf. Letters scattered over several words fit almost
/// any title and say nothing.
#[derive(Debug)]
pub struct Ranker {
    words: Vec<(Pattern, Pattern)>,
    matcher: Matcher,
    line: String,
    buffer: Vec<char>,
}

impl Ranker {
    /// A ranker for what was typed. Capital letters match only capitals, small ones both.
    pub fn new(filter: &str) -> Self {
        let word =
            |word: &str, kind| Pattern::new(word, CaseMatching::Smart, Normalization::Smart, kind);
        let words = filter.split_whitespace();
        Self {
            words: words
                .map(|it| (word(it, AtomKind::Substring), word(it, AtomKind::Fuzzy)))
                .collect(),
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
        let (line, buffer, matcher) = (&self.line, &mut self.buffer, &mut self.matcher);
        let mut total = 0;
        for (whole, scattered) in &self.words {
            let stands = whole.score(Utf32Str::new(line, buffer), matcher);
            total += match stands {
                Some(score) => score + WHOLE,
                None => line
                    .split_whitespace()
                    .filter_map(|it| scattered.score(Utf32Str::new(it, buffer), matcher))
                    .max()?,
            };
        }
        Some(total)
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
    fn letters_match_in_order_within_a_word() {
        assert!(fits("brdg", "The bridge reopens"));
        assert!(!fits("gdrb", "The bridge reopens"));
        assert!(!fits("thrp", "The bridge reopens"));
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
