//! Tags with very many attributes, cut down before they are parsed: html5ever compares each
//! attribute of a tag with all before it.

use memchr::{memchr, memchr_iter, memmem};
use std::borrow::Cow;
use std::ops::Range;

/// How many attributes a tag may have. The most seen on real pages is below a hundred.
const LIMIT: usize = 500;

/// The page with no more than [`LIMIT`] attributes in any tag.
pub(super) fn bounded(html: &str) -> Cow<'_, str> {
    let mut out = String::new();
    let mut copied = 0;
    let mut at = 0;
    while let Some(open) = memchr(b'<', html.as_bytes().get(at..).unwrap_or_default()) {
        let tag = after_construct(html, at + open);
        if let Some(cut) = tag.cut {
            out.push_str(html.get(copied..cut.start).unwrap_or_default());
            copied = cut.end;
        }
        at = tag.end;
    }
    if copied == 0 {
        return Cow::Borrowed(html);
    }
    out.push_str(html.get(copied..).unwrap_or_default());
    Cow::Owned(out)
}

/// Where the tag, comment or raw text that begins at a `<` ends.
struct Extent {
    end: usize,
    /// The attributes that are too many.
    cut: Option<Range<usize>>,
}

fn after_construct(html: &str, open: usize) -> Extent {
    let rest = html.as_bytes().get(open + 1..).unwrap_or_default();
    match rest {
        [b'!', b'-', b'-', ..] => Extent { end: comment_end(html, open), cut: None },
        [b'/', letter, ..] | [letter, ..] if letter.is_ascii_alphabetic() => tag(html, open),
        _ => Extent { end: open + 1, cut: None },
    }
}

fn comment_end(html: &str, open: usize) -> usize {
    // `<!-->` and `<!--->` are whole comments.
    let body = html.as_bytes().get(open + 2..).unwrap_or_default();
    memmem::find(body, b"-->").map_or(html.len(), |at| open + 2 + at + 3)
}

fn tag(html: &str, open: usize) -> Extent {
    let bytes = html.as_bytes();
    let mut lexer = Lexer::default();
    let mut at = open + 1;
    while let Some(byte) = bytes.get(at) {
        if let Some(quote) = lexer.step(*byte, at) {
            let value = bytes.get(at + 1..).unwrap_or_default();
            at = memchr(quote, value).map_or(bytes.len(), |length| at + 1 + length);
        } else if lexer.done {
            break;
        }
        at += 1;
    }
    let end = (at + 1).min(html.len());
    let name = html.get(open + 1..end).unwrap_or_default();
    let cut = lexer.cut.map(|from| from..at.min(html.len()));
    Extent { end: raw_end(html, end, name), cut }
}

/// One past the raw text that follows the start tag of a script and the like.
fn raw_end(html: &str, end: usize, tag: &str) -> usize {
    const RAW: [&str; 8] =
        ["script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"];
    let stop = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
    let name = tag.get(..stop).unwrap_or_default();
    if !RAW.iter().any(|raw| name.eq_ignore_ascii_case(raw)) {
        return end;
    }
    let rest = html.as_bytes().get(end..).unwrap_or_default();
    let closes = memchr_iter(b'<', rest).find(|at| {
        let after = rest.get(at + 1..at + 2 + name.len()).unwrap_or_default();
        after.split_first().is_some_and(|(slash, closing)| {
            *slash == b'/' && closing.eq_ignore_ascii_case(name.as_bytes())
        })
    });
    closes.map_or(html.len(), |at| end + at)
}

/// The attributes of one tag, counted (HTML standard, 13.2.5.32 to 13.2.5.40).
#[derive(Default)]
struct Lexer {
    state: State,
    count: usize,
    cut: Option<usize>,
    done: bool,
}

#[derive(Default, Clone, Copy)]
enum State {
    #[default]
    TagName,
    Between,
    Name,
    AfterName,
    BeforeValue,
    Value,
}

impl Lexer {
    /// Takes one byte; a quote that opens a value is given back.
    fn step(&mut self, byte: u8, at: usize) -> Option<u8> {
        let space = byte.is_ascii_whitespace();
        self.state = match (self.state, byte) {
            (State::BeforeValue, b'"' | b'\'') => {
                self.state = State::Between;
                return Some(byte);
            }
            (_, b'>') => {
                self.done = true;
                State::Between
            }
            (State::TagName | State::Between | State::Name | State::AfterName, b'/') => {
                State::Between
            }
            (State::TagName | State::Between | State::Value, _) if space => State::Between,
            (State::TagName, _) => State::TagName,
            (State::Name | State::AfterName, b'=') => State::BeforeValue,
            (State::Name | State::AfterName, _) if space => State::AfterName,
            (State::Name, _) => State::Name,
            (State::Between | State::AfterName, _) => {
                self.begin(at);
                State::Name
            }
            (State::BeforeValue, _) if space => State::BeforeValue,
            (State::BeforeValue | State::Value, _) => State::Value,
        };
        None
    }

    fn begin(&mut self, at: usize) {
        self.count += 1;
        if self.count > LIMIT {
            self.cut.get_or_insert(at);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn crowd(count: usize) -> String {
        let attributes: Vec<_> = (0..count).map(|n| format!(" a{n}=\"x > y\"")).collect();
        attributes.concat()
    }

    #[test]
    fn a_usual_page_is_left_alone() {
        let page = "<p class=x title='a > b'>one <!-- <p --> two <br/></p>";
        assert!(matches!(bounded(page), Cow::Borrowed(same) if same == page));
    }

    #[test]
    fn attributes_beyond_the_limit_go_and_the_words_stay() {
        let page = format!("<p>one</p><p{}>two</p>", crowd(LIMIT + 50));
        let cut = bounded(&page);
        assert!(cut.ends_with(">two</p>") && cut.starts_with("<p>one</p><p a0="));
        assert_eq!(cut.matches("x > y").count(), LIMIT);
    }

    #[test]
    fn attributes_without_values_count() {
        let names: Vec<_> = (0..LIMIT + 9).map(|n| format!(" a{n}")).collect();
        assert_eq!(bounded(&format!("<p{}>x", names.concat())).matches(" a").count(), LIMIT);
    }

    #[test]
    fn scripts_and_comments_hold_no_tags() {
        for (open, close) in [("<script>", "</script>"), ("<!--", "-->"), ("<TITLE>", "</title>")] {
            let page = format!("{open}<p{}>{close}<p>", crowd(LIMIT + 9));
            assert!(matches!(bounded(&page), Cow::Borrowed(_)), "{open}");
        }
    }

    #[test]
    fn a_tag_that_never_ends_is_cut_too() {
        let page = format!("<p{}", crowd(LIMIT + 9));
        assert_eq!(bounded(&page).matches("x > y").count(), LIMIT);
    }
}
