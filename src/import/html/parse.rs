//! HTML to a [`Dom`], at a cost that grows with the length of the page and with nothing else.
//!
//! html5ever keeps no bound on nesting, and much of what it does walks the stack of open
//! elements: 256 kB of `<ul><li>` cost it minutes. So a gate stands between its tokenizer and its
//! tree builder: it looks how much is open, and lets no further element in where that is too
//! much. What amplifies otherwise (misnested formatting, which is made anew in each paragraph) is
//! bounded by a budget of nodes, attributes and moves. There is no clock here.

use super::dom::{DEPTH, Dom};
use super::nodes::Nodes;
use super::sink::{Handle, Sink};
use super::{attributes, stream};
use html5ever::TokenizerResult;
use html5ever::interface::{Tracer, TreeSink};
use html5ever::tendril::StrTendril;
use html5ever::tokenizer::{
    BufferQueue, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use html5ever::tree_builder::{TreeBuilder, TreeBuilderOpts};
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

/// Elements that hold words rather than elements may stand this much deeper than others: so a
/// paragraph stays a paragraph at the bottom of a pit.
const ROOM_FOR_WORDS: usize = 64;

/// The bytes given to the tokenizer at once; between two pieces the budget is looked at.
const PIECE: usize = 1 << 14;

/// The page; `None` where its budget of work ran out.
pub(super) fn parse(html: &str) -> Option<Dom> {
    let html = attributes::bounded(html);
    let budget = 10_000 + html.len() / 2;
    // html5ever asserts what it believes of its own state; a page that proves it wrong is read
    // as plain text.
    let mut nodes = catch_unwind(AssertUnwindSafe(|| build(&html, budget))).ok().flatten()?;
    stream::settle(&mut nodes);
    Some(Dom::of(nodes))
}

fn build(html: &str, budget: usize) -> Option<Nodes> {
    let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
    let gate = Gate { builder: TreeBuilder::new(Sink::new(), options), budget };
    let tokenizer = Tokenizer::new(gate, TokenizerOpts::default());
    feed(&tokenizer, html, Gate::is_spent);
    tokenizer.end();
    let gate = tokenizer.sink;
    (!gate.is_spent()).then(|| gate.builder.sink.finish())
}

/// Feeds a page in pieces, until all is read or `enough` says so.
pub(super) fn feed<S: TokenSink>(
    tokenizer: &Tokenizer<S>,
    html: &str,
    enough: impl Fn(&S) -> bool,
) {
    let queue = BufferQueue::default();
    let mut rest = html;
    while !rest.is_empty() && !enough(&tokenizer.sink) {
        let (piece, after) = rest.split_at_checked(piece_end(rest)).unwrap_or((rest, ""));
        queue.push_back(StrTendril::from(piece));
        // Scripts are not run and encodings are settled: neither stops the reading.
        while !matches!(tokenizer.feed(&queue), TokenizerResult::Done) {}
        rest = after;
    }
}

fn piece_end(rest: &str) -> usize {
    let mut end = PIECE.min(rest.len());
    while !rest.is_char_boundary(end) {
        end -= 1;
    }
    end
}

/// Stands before the tree builder.
struct Gate {
    builder: TreeBuilder<Handle, Sink>,
    budget: usize,
}

impl Gate {
    fn is_spent(&self) -> bool {
        self.builder.sink.work() > self.budget
    }

    /// How many elements are open, those that would be opened again included.
    fn open(&self) -> usize {
        let count = Count::default();
        self.builder.trace_handles(&count);
        count.0.get()
    }

    fn admits(&self, name: &str) -> bool {
        let foreign = self.builder.adjusted_current_node_present_but_not_in_html_namespace();
        let limit = match kind(name) {
            // Neither stays open: an element of these ends with its tag or its raw words.
            Some(Opens::Nothing) if !foreign => return true,
            Some(Opens::Words) => DEPTH + ROOM_FOR_WORDS,
            _ => DEPTH,
        };
        self.open() < limit
    }
}

impl TokenSink for Gate {
    type Handle = Handle;

    fn process_token(&self, token: Token, line: u64) -> TokenSinkResult<Handle> {
        let admitted = match &token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => self.admits(&tag.name),
            _ => true,
        };
        if !admitted || (self.is_spent() && token != Token::EOFToken) {
            return TokenSinkResult::Continue;
        }
        self.builder.process_token(token, line)
    }

    fn end(&self) {
        self.builder.end();
    }

    fn adjusted_current_node_present_but_not_in_html_namespace(&self) -> bool {
        self.builder.adjusted_current_node_present_but_not_in_html_namespace()
    }
}

#[derive(Default)]
struct Count(Cell<usize>);

impl Tracer for Count {
    type Handle = Handle;

    fn trace_handle(&self, _: &Handle) {
        self.0.set(self.0.get() + 1);
    }
}

enum Opens {
    Nothing,
    Words,
}

fn kind(name: &str) -> Option<Opens> {
    match name {
        "area" | "base" | "br" | "col" | "embed" | "hr" | "iframe" | "img" | "input" | "link"
        | "meta" | "noembed" | "noframes" | "param" | "script" | "source" | "style"
        | "textarea" | "title" | "track" | "wbr" | "xmp" | "plaintext" => Some(Opens::Nothing),
        "p" | "li" | "dd" | "dt" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "td" | "th" | "tr"
        | "caption" | "figcaption" | "pre" => Some(Opens::Words),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn deepest(dom: &Dom) -> usize {
        (0..dom.len()).map(|id| dom.ancestors(id).count()).max().unwrap_or(0)
    }

    /// The page, and how many elements were open at the end of its first pieces.
    fn built(html: &str) -> (Option<Dom>, usize) {
        let options = TreeBuilderOpts { scripting_enabled: false, ..TreeBuilderOpts::default() };
        let gate = Gate { builder: TreeBuilder::new(Sink::new(), options), budget: usize::MAX };
        let tokenizer = Tokenizer::new(gate, TokenizerOpts::default());
        feed(&tokenizer, html, |gate| gate.open() > 2 * DEPTH);
        (parse(html), tokenizer.sink.open())
    }

    #[test]
    fn nesting_stops_at_the_cap_whatever_nests() {
        for tags in ["<div>", "<ul><li>", "<b>", "<svg><g>", "<math><mi>", "<table><tr><td>"] {
            let (dom, open) = built(&tags.repeat(4_000));
            assert!(open <= 2 * DEPTH, "{tags}: {open} open");
            assert!(dom.is_none_or(|dom| deepest(&dom) <= DEPTH + 1), "{tags}");
        }
    }

    #[test]
    fn paragraphs_stay_apart_at_the_bottom_of_a_pit() {
        let dom = parse(&format!("{}<p>one<p>two", "<section>".repeat(3_000))).expect("within");
        let words: Vec<_> = (0..dom.len()).filter(|id| dom.name(*id) == "p").collect();
        assert_eq!(words.len(), 2);
    }

    #[test]
    fn a_page_that_multiplies_runs_out_of_its_budget() {
        let bold: Vec<_> = (0..400).map(|n| format!("<b id={n}>")).collect();
        let page = format!("<div>{}</div>{}", bold.concat(), "<p>x</p>".repeat(5_000));
        assert!(parse(&page).is_none());
    }

    #[test]
    fn a_page_without_misnesting_never_does() {
        let page = "<p><b>x</b> <a href=y>z</a>".repeat(20_000);
        assert!(parse(&page).is_some());
    }

    #[test]
    fn a_script_beyond_the_cap_is_still_no_text() {
        let page = format!("{}<script>if (a<b) x()</script>after", "<div>".repeat(3_000));
        assert_eq!(parse(&page).expect("within").text(0), "after");
    }

    #[test]
    fn pieces_end_between_characters() {
        let page = format!("<p>{}", "é".repeat(PIECE));
        assert_eq!(parse(&page).expect("within").text(0).chars().count(), PIECE);
    }
}
