//! The words of a block with their emphasis and links, escaped so that they mean only themselves.

use crate::article::{Article, InlineKind};
use crate::text::Span;
use std::fmt::Write;

/// What a reader marked, laid over an article: where highlights stand, none over another, and what
/// is written where one ends.
#[derive(Debug, Default)]
pub(in crate::export) struct Layer {
    /// The highlights.
    pub(in crate::export) spans: Vec<Span>,
    /// Words set behind the highlight that ends at a byte, such as the number of a note.
    pub(in crate::export) behind: Vec<(usize, String)>,
}

/// A span that is set apart, by the article or by a reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Sign {
    span: Span,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Own(InlineKind),
    Highlight,
}

/// The words of `span` on one line, with the highlights of `layer`.
pub(super) fn inline(article: &Article, span: Span, layer: &Layer) -> String {
    let mut writer = Writer { article, layer, line: Line::default(), open: Vec::new() };
    let inlines = inlines(article, span, layer);
    let mut at = span.start;
    for edge in edges(&inlines, span, layer) {
        writer.words(Span::new(at, edge));
        writer.turn(&inlines, edge);
        at = edge;
    }
    writer.words(Span::new(at, span.end));
    writer.line.text
}

/// The inlines in `span`, cut to it and to their words: marks beside a space are no marks.
fn inlines(article: &Article, span: Span, layer: &Layer) -> Vec<Sign> {
    let own = article.inlines_in(span).map(|it| Sign { span: it.span, kind: Kind::Own(it.kind) });
    let highlights = layer.spans.iter().map(|&span| Sign { span, kind: Kind::Highlight });
    let inside = |sign: Sign| {
        let span = sign.span.intersection(span)?.trim(&article.text);
        (!span.is_empty()).then_some(Sign { span, kind: sign.kind })
    };
    let mut signs: Vec<Sign> = own.chain(highlights).filter_map(inside).collect();
    // The outer before the inner; code innermost, since nothing is marked inside it.
    signs.sort_by_key(|sign| {
        let code = sign.kind == Kind::Own(InlineKind::Code);
        (sign.span.start, usize::MAX - sign.span.end, code)
    });
    signs
}

/// Where inlines begin or end, in order.
fn edges(signs: &[Sign], span: Span, layer: &Layer) -> Vec<usize> {
    let both = signs.iter().flat_map(|sign| [sign.span.start, sign.span.end]);
    let behind = layer.behind.iter().map(|(at, _)| *at);
    let inside = |edge: &usize| (span.start..=span.end).contains(edge);
    let mut edges: Vec<usize> = both.chain(behind).filter(inside).collect();
    edges.sort_unstable();
    edges.dedup();
    edges
}

/// A line whose words stand one space apart.
#[derive(Default)]
struct Line {
    text: String,
    /// Whether a space is due before the next word.
    space: bool,
}

impl Line {
    fn push(&mut self, piece: &str) {
        if std::mem::take(&mut self.space) && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.text.push_str(piece);
    }
}

struct Writer<'a> {
    article: &'a Article,
    layer: &'a Layer,
    line: Line,
    /// The marks that are open, the outermost first, and whether they are written: that waits
    /// for the next word, so that no mark stands before a space.
    open: Vec<(Sign, bool)>,
}

impl Writer<'_> {
    fn words(&mut self, span: Span) {
        let text = span.of(&self.article.text);
        let in_code = self.open.iter().any(|(sign, _)| sign.kind == Kind::Own(InlineKind::Code));
        for (at, word) in text.split(char::is_whitespace).enumerate() {
            self.line.space |= at > 0;
            if !word.is_empty() {
                let start = self.line.text.is_empty();
                let word = if in_code { word.to_owned() } else { escaped(word, start) };
                self.write_marks();
                self.line.push(&word);
            }
        }
    }

    fn write_marks(&mut self) {
        let text = &self.article.text;
        for (inline, written) in self.open.iter_mut().filter(|(_, written)| !written) {
            self.line.push(&match inline.kind {
                Kind::Highlight => "==".to_owned(),
                Kind::Own(InlineKind::Emphasis) => "*".to_owned(),
                Kind::Own(InlineKind::Strong) => "**".to_owned(),
                Kind::Own(InlineKind::Strike) => "~~".to_owned(),
                Kind::Own(InlineKind::Code) => fence(inline.span.of(text), 1),
                Kind::Own(InlineKind::Link(_)) => "[".to_owned(),
            });
            *written = true;
        }
    }

    /// Closes what ends at byte `at` and opens what begins there. Marks cannot overlap: one that
    /// begins inside another and goes on after it is closed with it and opened again.
    fn turn(&mut self, inlines: &[Sign], at: usize) {
        let mut again = Vec::new();
        if let Some(first) = self.open.iter().position(|(inline, _)| inline.span.end <= at) {
            for (inline, written) in self.open.split_off(first).into_iter().rev() {
                if written {
                    self.close(inline);
                }
                if inline.span.end > at {
                    again.push(inline);
                }
            }
        }
        again.reverse();
        let behind = self.layer.behind.iter().filter(|(place, _)| *place == at);
        for (_, words) in behind {
            let space = std::mem::take(&mut self.line.space);
            self.line.push(words);
            self.line.space = space;
        }
        let begins = inlines.iter().filter(|inline| inline.span.start == at);
        for inline in again.into_iter().chain(begins.copied()) {
            self.open(inline);
        }
    }

    fn open(&mut self, inline: Sign) {
        // Nothing is marked inside code, nothing twice, and a link holds no link.
        let same = |open: &Sign| match (open.kind, inline.kind) {
            (Kind::Own(InlineKind::Code), _)
            | (Kind::Own(InlineKind::Link(_)), Kind::Own(InlineKind::Link(_))) => true,
            (open, new) => open == new,
        };
        if !self.open.iter().any(|(open, _)| same(open)) {
            self.open.push((inline, false));
        }
    }

    fn close(&mut self, inline: Sign) {
        let space = std::mem::take(&mut self.line.space);
        let mark = match inline.kind {
            Kind::Highlight => "==".to_owned(),
            Kind::Own(InlineKind::Emphasis) => "*".to_owned(),
            Kind::Own(InlineKind::Strong) => "**".to_owned(),
            Kind::Own(InlineKind::Strike) => "~~".to_owned(),
            Kind::Own(InlineKind::Code) => fence(inline.span.of(&self.article.text), 1),
            Kind::Own(InlineKind::Link(at)) => {
                let link = self.article.links.get(at);
                format!("]({})", link.map(|link| address(&link.address)).unwrap_or_default())
            }
        };
        self.line.push(&mark);
        self.line.space = space;
    }
}

/// Backticks that hold `code` apart from what is around it: one more than it has in a row, and
/// `least` at least.
pub(super) fn fence(code: &str, least: usize) -> String {
    let longest = code.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let needed = if longest == 0 { 1 } else { longest + 1 };
    "`".repeat(needed.max(least))
}

/// `text` escaped so that it means only itself.
pub(in crate::export) fn escape(text: &str) -> String {
    escaped(text, true)
}

/// `word` escaped; at the `start` of a line more means something than elsewhere.
fn escaped(word: &str, start: bool) -> String {
    let mut text = String::with_capacity(word.len());
    let numbered = start
        && word.strip_suffix(['.', ')']).is_some_and(|it| it.bytes().all(|b| b.is_ascii_digit()));
    for (at, c) in word.char_indices() {
        let first = start && at == 0;
        let special = match c {
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '~' | '|' => true,
            '&' => word.get(at..).is_some_and(is_entity),
            '#' | '>' | '-' | '+' | '=' | ':' => first,
            '.' | ')' => numbered,
            _ => false,
        };
        if special {
            text.push('\\');
        }
        text.push(c);
    }
    text
}

/// Whether `text` begins with what might be a character by its name (`&amp;`).
fn is_entity(text: &str) -> bool {
    let rest = text.trim_start_matches('&');
    let name = rest.find(|c: char| !c.is_ascii_alphanumeric() && c != '#');
    name.is_some_and(|end| end > 0 && rest.get(end..).is_some_and(|it| it.starts_with(';')))
}

/// An address as Markdown takes it between parentheses.
pub(in crate::export) fn address(address: &str) -> String {
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"()<>\\".contains(c);
    if !address.is_empty() && address.chars().all(plain) {
        return address.to_owned();
    }
    let mut text = String::from("<");
    for c in address.chars() {
        match c {
            '<' | '>' | '\\' | '\n' | '\r' => _ = write!(text, "%{:02X}", u32::from(c)),
            c => text.push(c),
        }
    }
    text + ">"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::{Inline, Link};
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    /// `text` with inlines over words of it.
    fn article(text: &str, inlines: &[(&str, InlineKind)]) -> Article {
        let inline = |(words, kind): &(&str, InlineKind)| {
            let start = text.find(words).unwrap();
            Inline { span: Span::new(start, start + words.len()), kind: *kind }
        };
        let mut inlines: Vec<Inline> = inlines.iter().map(inline).collect();
        inlines.sort_by_key(|inline| inline.span.start);
        let links = vec![Link { address: "https://example.org/a".to_owned() }];
        Article { text: text.to_owned(), inlines, links, ..Article::default() }
    }

    fn written(text: &str, inlines: &[(&str, InlineKind)]) -> String {
        inline(&article(text, inlines), Span::new(0, text.len()), &Layer::default())
    }

    #[test]
    fn marks_stand_at_the_words() {
        let inlines = [("now ", InlineKind::Emphasis), ("leave", InlineKind::Strong)];
        assert_eq!(written("we now leave", &inlines), "we *now* **leave**");
        assert_eq!(written("we leave", &[("leave", InlineKind::Strike)]), "we ~~leave~~");
        let link = [("the port", InlineKind::Link(0))];
        assert_eq!(written("see the port.", &link), "see [the port](https://example.org/a).");
    }

    #[test]
    fn marks_nest() {
        let inlines = [("the old port", InlineKind::Link(0)), ("old", InlineKind::Emphasis)];
        let expected = "[the *old* port](https://example.org/a)";
        assert_eq!(written("the old port", &inlines), expected);
    }

    #[test]
    fn marks_that_overlap_are_closed_and_opened_again() {
        let inlines = [("one two", InlineKind::Emphasis), ("two three", InlineKind::Strong)];
        assert_eq!(written("one two three", &inlines), "*one **two*** **three**");
    }

    #[test]
    fn code_is_not_escaped_and_nothing_is_marked_in_it() {
        let inlines = [("a*b", InlineKind::Code), ("b", InlineKind::Strong)];
        assert_eq!(written("a*b", &inlines), "`a*b`");
        assert_eq!(written("a`b", &[("a`b", InlineKind::Code)]), "``a`b``");
    }

    #[test]
    fn highlights_stand_over_emphasis_with_their_number_behind() {
        let article = article("one two three", &[("one two", InlineKind::Emphasis)]);
        let layer = Layer { spans: vec![Span::new(4, 13)], behind: vec![(13, "[^1]".to_owned())] };
        let written = inline(&article, Span::new(0, 13), &layer);
        assert_eq!(written, "*one ==two==* ==three==[^1]");
    }

    #[test]
    fn an_address_cannot_end_its_link() {
        assert_eq!(address("https://example.org/a(b)"), "<https://example.org/a(b)>");
        assert_eq!(address("a>b\n<c"), "<a%3Eb%0A%3Cc>");
        assert_eq!(address(""), "<>");
    }

    /// What a Markdown reader sees: the words, and nothing but one paragraph.
    fn read(markdown: &str) -> Option<String> {
        let mut text = String::new();
        for event in
            Parser::new_ext(markdown, Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES)
        {
            match event {
                Event::Text(words) => text.push_str(&words),
                Event::Start(Tag::Paragraph) | Event::End(_) => {}
                _ => return None,
            }
        }
        Some(text)
    }

    proptest! {
        #[test]
        fn any_words_mean_only_themselves(text in "([-#>+*_=`~|<&\\[\\](){}!:.;0-9a-z\\\\ ]|\n){0,24}|\\PC{0,20}") {
            let expected = text.split_whitespace().collect::<Vec<_>>().join(" ");
            prop_assert_eq!(read(&written(&text, &[])), Some(expected));
        }

        #[test]
        fn any_inlines_keep_the_words(
            text in "[a-z *]{1,20}",
            spans in prop::collection::vec((0..20_usize, 1..20_usize, 0..3_u8), 0..5),
        ) {
            let mut inlines: Vec<Inline> = spans
                .iter()
                .map(|(start, len, kind)| {
                    let start = (*start).min(text.len());
                    let span = Span::new(start, (start + len).min(text.len()));
                    let kind = match kind {
                        0 => InlineKind::Strong,
                        1 => InlineKind::Emphasis,
                        _ => InlineKind::Link(0),
                    };
                    Inline { span, kind }
                })
                .collect();
            inlines.sort_by_key(|inline| inline.span.start);
            let article = Article { inlines, ..article(&text, &[]) };
            let written = inline(&article, Span::new(0, text.len()), &Layer::default());
            let bare: String = written.replace("](https://example.org/a)", "").replace(['*', '[', '\\'], "");
            let words = |text: &str| text.replace('*', "").split_whitespace().map(ToOwned::to_owned).collect::<Vec<_>>();
            prop_assert_eq!(words(&bare), words(&text));
        }
    }
}
