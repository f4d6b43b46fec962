//! One text out of many pieces: the blocks, inlines and images of formats whose text does not
//! stand in the file as it is read (HTML, Markdown, JSON).

mod parts;

use super::images;
use crate::article::{Article, Block, BlockRole, Inline, InlineKind, Link, Meta, Pictures};
use crate::text::Span;
pub(super) use parts::{Picture, Shape};
use std::sync::Arc;

/// An article under construction.
///
/// Blocks are set apart by an empty line. White space within a block is collapsed, also across
/// pieces; a block without words leaves no trace, unless it holds a picture or is a break.
#[derive(Debug, Default)]
pub(super) struct Builder {
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
    links: Vec<Link>,
    pictures: Vec<Picture>,
    open: Option<OpenBlock>,
    /// Inlines begun and not ended, with where their words start once they have any in the open
    /// block.
    begun: Vec<(InlineKind, Option<usize>)>,
    /// Pictures met within a block of words: they follow it.
    waiting: Vec<Picture>,
    /// The pictures themselves of articles that were appended.
    kept: Pictures,
}

#[derive(Debug)]
struct OpenBlock {
    shape: Shape,
    /// Where its words start; `None` so far.
    start: Option<usize>,
    /// The white space that came since the last word.
    gap: Gap,
    /// How many of the article's inlines stand before it.
    inlines_before: usize,
    picture: Option<Picture>,
    credit: Option<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    None,
    Space,
    Line,
}

impl Builder {
    /// An article without words.
    pub(super) fn new() -> Self {
        Self::default()
    }

    /// Begins a block; the one before it ends.
    pub(super) fn open(&mut self, shape: Shape) {
        self.close();
        self.open = Some(OpenBlock {
            shape,
            start: None,
            gap: Gap::None,
            inlines_before: self.inlines.len(),
            picture: None,
            credit: None,
        });
    }

    /// Words of the open block, white space collapsed; outside blocks one of body text begins.
    pub(super) fn words(&mut self, words: &str) {
        let mut rest = words;
        while !rest.is_empty() {
            let word = rest.trim_start_matches(is_gap);
            if word.len() < rest.len() {
                self.widen_gap(Gap::Space);
            }
            let end = word.find(is_gap).unwrap_or(word.len());
            let (word, after) = word.split_at_checked(end).unwrap_or((word, ""));
            self.put(word);
            rest = after;
        }
    }

    /// Words of the open block with their white space kept (code).
    pub(super) fn kept(&mut self, words: &str) {
        let words = words.replace("\r\n", "\n");
        let fresh = self.open.as_ref().is_none_or(|open| open.start.is_none());
        self.put(if fresh { without_empty_lines(&words) } else { &words });
    }

    /// A line break within the open block.
    pub(super) fn line_break(&mut self) {
        self.widen_gap(Gap::Line);
    }

    /// The border between two cells of a table's row; [`Builder::line_break`] ends a row.
    pub(super) fn cell_border(&mut self) {
        if let Some(open) = &mut self.open
            && open.gap == Gap::Space
        {
            open.gap = Gap::None;
        }
        self.put("\t");
    }

    /// Begins an inline. One that goes on beyond its block begins again in the next.
    pub(super) fn begin(&mut self, kind: InlineKind) {
        self.begun.push((kind, None));
    }

    /// Begins a link to `address`; its kind is for [`Builder::end`].
    pub(super) fn begin_link(&mut self, address: &str) -> InlineKind {
        let kind = InlineKind::Link(self.links.len());
        self.links.push(Link { address: address.to_owned() });
        self.begin(kind);
        kind
    }

    /// Ends the innermost inline of this kind.
    pub(super) fn end(&mut self, kind: InlineKind) {
        let Some(at) = self.begun.iter().rposition(|(begun, _)| *begun == kind) else { return };
        if let (kind, Some(start)) = self.begun.remove(at) {
            self.inlines.push(Inline { span: Span::new(start, self.text.len()), kind });
        }
    }

    /// A picture: that of the open caption, else one without words after the open block.
    pub(super) fn picture(&mut self, picture: Picture) {
        match &mut self.open {
            Some(open) if open.shape.role == BlockRole::Caption && open.picture.is_none() => {
                open.picture = Some(picture);
            }
            Some(_) => self.waiting.push(picture),
            None => {
                self.waiting.push(picture);
                self.close();
            }
        }
    }

    /// Words of the open caption that the markup says are its credit.
    pub(super) fn credit(&mut self, words: &str) {
        self.widen_gap(Gap::Space);
        let before = self.text.len();
        self.words(words);
        let span = Span::new(before, self.text.len()).trim(&self.text);
        if let Some(open) = &mut self.open
            && !span.is_empty()
        {
            let start = open.credit.map_or(span.start, |credit| credit.start);
            open.credit = Some(Span::new(start, span.end));
        }
    }

    /// A break between sections.
    pub(super) fn rule(&mut self) {
        self.close();
        self.blocks.push(Block::new(BlockRole::Break, Span::at(self.text.len())));
    }

    /// Ends the open block, if any.
    pub(super) fn close(&mut self) {
        if let Some(open) = self.open.take() {
            self.settle(open);
        }
        for mut picture in std::mem::take(&mut self.waiting) {
            match picture.caption.take() {
                None => self.place(picture),
                Some(caption) => {
                    self.open(Shape::new(BlockRole::Caption));
                    self.picture(picture);
                    self.words(&caption);
                    if let Some(open) = self.open.take() {
                        self.settle(open);
                    }
                }
            }
        }
    }

    /// Whether no word and no picture has come so far.
    pub(super) fn is_empty(&self) -> bool {
        self.text.is_empty() && self.pictures.is_empty() && self.waiting.is_empty()
    }

    /// The words of the open block so far.
    pub(super) fn open_words(&self) -> &str {
        let start = self.open.as_ref().and_then(|open| open.start);
        start.and_then(|start| self.text.get(start..)).unwrap_or("")
    }

    /// Makes the open block one of another role.
    pub(super) fn make(&mut self, role: BlockRole) {
        if let Some(open) = &mut self.open {
            open.shape.role = role;
        }
    }

    /// The blocks of another article, after those that came so far; its metadata is left out.
    pub(super) fn append(&mut self, article: Article) {
        self.close();
        let Article { text, blocks, inlines, links, images, pictures, .. } = article;
        self.kept.kept.extend(pictures.kept);
        self.kept.refused.extend(pictures.refused);
        if !self.text.is_empty() && !text.is_empty() {
            self.text.push_str("\n\n");
        }
        let by = self.text.len();
        self.text.push_str(&text);
        let (first_block, first_link) = (self.blocks.len(), self.links.len());
        self.blocks
            .extend(blocks.into_iter().map(|block| Block { span: block.span.shift(by), ..block }));
        self.inlines.extend(inlines.into_iter().map(|inline| {
            let kind = match inline.kind {
                InlineKind::Link(link) => InlineKind::Link(link + first_link),
                kind => kind,
            };
            Inline { span: inline.span.shift(by), kind }
        }));
        self.links.extend(links);
        self.pictures.extend(images.into_iter().map(|image| Picture {
            address: image.address,
            alt: image.alt,
            block: first_block + image.block,
            credit: (!image.credit_span.is_empty()).then(|| image.credit_span.shift(by)),
            caption: None,
            file: image.beside.map(Arc::from),
            name: image.picture,
        }));
    }

    /// The article, its captions parsed and equal ones folded.
    pub(super) fn finish(mut self, meta: Meta) -> Article {
        self.close();
        self.inlines.sort_by_key(|inline| (inline.span.start, usize::MAX - inline.span.end));
        let Self { text, blocks, inlines, links, pictures, kept, .. } = self;
        let mut article = Article { meta, text, blocks, inlines, links, ..Article::default() };
        article.pictures = kept;
        images::find(&mut article, pictures);
        article
    }

    fn widen_gap(&mut self, gap: Gap) {
        if let Some(open) = &mut self.open {
            open.gap = open.gap.max(gap);
        }
    }

    fn put(&mut self, word: &str) {
        if word.is_empty() {
            return;
        }
        if self.open.is_none() {
            self.open(Shape::new(BlockRole::Body));
        }
        let Some(open) = &mut self.open else { return };
        match (open.start, open.gap) {
            (None, _) if word.trim().is_empty() && open.shape.role != BlockRole::Table => return,
            (None, _) if self.text.is_empty() => {}
            (None, _) => self.text.push_str("\n\n"),
            (Some(_), Gap::None) => {}
            (Some(_), Gap::Space) => self.text.push(' '),
            (Some(_), Gap::Line) => self.text.push('\n'),
        }
        open.start.get_or_insert(self.text.len());
        open.gap = Gap::None;
        for (_, start) in &mut self.begun {
            start.get_or_insert(self.text.len());
        }
        self.text.push_str(word);
    }

    /// Makes a block of an open one; white space at its end goes.
    fn settle(&mut self, open: OpenBlock) {
        for (kind, start) in &mut self.begun {
            if let Some(start) = start.take() {
                let span = Span::new(start, self.text.len());
                self.inlines.push(Inline { span, kind: *kind });
            }
        }
        self.text.truncate(self.text.trim_end().len());
        let end = self.text.len();
        let start = open.start.map_or(end, |start| start.min(end));
        let mut settled = self.inlines.split_off(open.inlines_before);
        for inline in &mut settled {
            inline.span.end = inline.span.end.min(end);
        }
        settled.retain(|inline| !inline.span.is_empty());
        self.inlines.append(&mut settled);
        if start == end && open.picture.is_none() {
            return;
        }
        let Shape { role, visibility, quote, indent } = open.shape;
        if let Some(picture) = open.picture.or_else(|| open.credit.map(|_| Picture::default())) {
            let block = self.blocks.len();
            self.pictures.push(Picture { block, credit: open.credit, ..picture });
        }
        let span = Span::new(start, end);
        self.blocks.push(Block { span, role, visibility, quote, indent });
    }

    fn place(&mut self, picture: Picture) {
        self.pictures.push(Picture { block: self.blocks.len(), ..picture });
        self.blocks.push(Block::new(BlockRole::Caption, Span::at(self.text.len())));
    }
}

/// White space that says nothing; a no-break space says something.
fn is_gap(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{a0}' | '\u{2007}' | '\u{202f}')
}

fn without_empty_lines(words: &str) -> &str {
    let mut rest = words;
    while let Some((line, after)) = rest.split_once('\n')
        && line.trim().is_empty()
    {
        rest = after;
    }
    rest
}

#[cfg(test)]
mod tests;
