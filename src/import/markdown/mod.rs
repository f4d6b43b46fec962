//! Markdown to an article: the text is built of what the markup says, so that its marks leave it.

mod front;

use super::builder::{Builder, Picture, Shape};
use super::{Error, caption, html};
use crate::article::{Article, BlockRole, InlineKind, Meta, Origin, Stated};
pub(super) use front::has_front_matter;
use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd};

/// The article in a Markdown `text`.
pub(super) fn read(text: &str) -> Result<Article, Error> {
    let (meta, body) = front::split(text);
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_WIKILINKS;
    let mut reader = Reader::new(meta);
    for event in Parser::new_ext(body, options) {
        reader.take(event);
    }
    let article = reader.builder.finish(reader.meta);
    if article.text.is_empty() && article.images.is_empty() {
        Err(Error::NoText)
    } else {
        Ok(article)
    }
}

/// Where the reading stands.
struct Reader {
    builder: Builder,
    meta: Meta,
    /// How many quotes are open.
    quotes: u8,
    /// The open lists, by the number of their next item.
    lists: Vec<Option<u64>>,
    /// Whether an item has begun that has no words yet.
    fresh_item: bool,
    /// The open inlines that have an end.
    inlines: Vec<InlineKind>,
    /// The open picture: its address, its title, and the words that stand for it.
    picture: Option<(String, String, String)>,
    code: bool,
    /// The open block of markup.
    markup: Option<String>,
    /// The words of the heading that may be the title.
    title: Option<String>,
    /// Whether a cell of the open row came before.
    in_row: bool,
}

impl Reader {
    fn new(meta: Meta) -> Self {
        Self {
            builder: Builder::new(),
            meta,
            quotes: 0,
            lists: Vec::new(),
            fresh_item: false,
            inlines: Vec::new(),
            picture: None,
            code: false,
            markup: None,
            title: None,
            in_row: false,
        }
    }

    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.start(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(words) | Event::InlineMath(words) | Event::DisplayMath(words) => {
                self.words(&words);
            }
            Event::Code(words) => {
                self.builder.begin(InlineKind::Code);
                self.words(&words);
                self.builder.end(InlineKind::Code);
            }
            Event::Html(markup) => match &mut self.markup {
                Some(open) => open.push_str(&markup),
                None => self.markup_within(&markup),
            },
            Event::InlineHtml(markup) => self.markup_within(&markup),
            Event::SoftBreak => self.words(" "),
            Event::HardBreak => self.builder.line_break(),
            Event::Rule => self.builder.rule(),
            Event::FootnoteReference(label) => self.words(&format!("[{label}]")),
            Event::TaskListMarker(done) => self.words(if done { "☑ " } else { "☐ " }),
        }
    }

    fn words(&mut self, words: &str) {
        if let Some((_, _, alt)) = &mut self.picture {
            alt.push_str(words);
            return;
        }
        if let Some(title) = &mut self.title {
            title.push_str(words);
        }
        self.fresh_item = false;
        if self.code {
            self.builder.kept(words);
        } else {
            self.builder.words(words);
        }
    }

    fn open(&mut self, role: BlockRole) {
        let indent = u8::try_from(self.lists.len()).unwrap_or(u8::MAX);
        self.builder.open(Shape { quote: self.quotes, indent, ..Shape::new(role) });
    }

    fn start(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Paragraph if self.fresh_item => {}
            Tag::Paragraph if self.quotes > 0 => self.open(BlockRole::Quote),
            Tag::Paragraph => self.open(BlockRole::Body),
            Tag::Heading { level, .. } => self.heading(level),
            Tag::BlockQuote(_) => self.quotes = self.quotes.saturating_add(1),
            Tag::CodeBlock(_) => {
                self.code = true;
                self.open(BlockRole::Code);
            }
            Tag::HtmlBlock => self.markup = Some(String::new()),
            Tag::List(number) => self.lists.push(number),
            Tag::Item => self.item(),
            Tag::FootnoteDefinition(label) => {
                self.open(BlockRole::Body);
                self.words(&format!("[{label}] "));
                self.fresh_item = true;
            }
            Tag::Table(_) => self.open(BlockRole::Table),
            Tag::TableHead | Tag::TableRow => self.in_row = false,
            Tag::TableCell => {
                if self.in_row {
                    self.builder.cell_border();
                }
                self.in_row = true;
            }
            Tag::Emphasis => self.begin(InlineKind::Emphasis),
            Tag::Strong => self.begin(InlineKind::Strong),
            Tag::Strikethrough => self.begin(InlineKind::Strike),
            Tag::Link { dest_url, .. } => {
                let kind = self.builder.begin_link(&dest_url);
                self.inlines.push(kind);
            }
            Tag::Image { dest_url, title, .. } => {
                self.picture = Some((owned(dest_url), owned(title), String::new()));
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => {
                if caption::is_caption(self.builder.open_words()) {
                    self.builder.make(BlockRole::Caption);
                }
                self.builder.close();
                self.fresh_item = false;
            }
            TagEnd::Heading(_) => {
                self.builder.close();
                if let Some(title) = self.title.take().filter(|_| self.meta.title.is_none()) {
                    self.meta.title = Some(Stated::new(title.trim().to_owned(), Origin::Markup));
                }
            }
            TagEnd::BlockQuote(_) => self.quotes = self.quotes.saturating_sub(1),
            TagEnd::CodeBlock => {
                self.code = false;
                self.builder.close();
            }
            TagEnd::HtmlBlock => self.markup_block(),
            TagEnd::List(_) => {
                self.builder.close();
                self.lists.pop();
            }
            TagEnd::Item | TagEnd::Table | TagEnd::FootnoteDefinition => {
                self.builder.close();
                self.fresh_item = false;
            }
            TagEnd::TableHead | TagEnd::TableRow => self.builder.line_break(),
            TagEnd::Emphasis | TagEnd::Strong | TagEnd::Strikethrough | TagEnd::Link => {
                if let Some(kind) = self.inlines.pop() {
                    self.builder.end(kind);
                }
            }
            TagEnd::Image => self.end_picture(),
            _ => {}
        }
    }

    fn begin(&mut self, kind: InlineKind) {
        self.inlines.push(kind);
        self.builder.begin(kind);
    }

    /// A heading: the first of the highest level, before any other words, is the title.
    fn heading(&mut self, level: HeadingLevel) {
        let first = self.builder.is_empty() && level == HeadingLevel::H1;
        self.title = first.then(String::new);
        let level = u8::try_from(level as usize).unwrap_or(6).max(2);
        self.open(if first { BlockRole::Title } else { BlockRole::Heading(level) });
    }

    fn item(&mut self) {
        let number = match self.lists.last_mut() {
            Some(Some(number)) => {
                *number += 1;
                u32::try_from(*number - 1).ok()
            }
            _ => None,
        };
        self.open(BlockRole::List(number));
        self.fresh_item = true;
    }

    /// A picture: its title is its caption, or the words that stand for it where they are more
    /// than a name.
    fn end_picture(&mut self) {
        let Some((address, title, alt)) = self.picture.take() else { return };
        let told = if title.trim().is_empty() { &alt } else { &title };
        let caption = (told.split_whitespace().count() >= 3).then(|| told.clone());
        let text = |words: String| (!words.trim().is_empty()).then_some(words);
        let picture =
            Picture { address: text(address), alt: text(alt), caption, ..Picture::default() };
        self.builder.picture(picture);
    }

    /// Markup among words: of its tags only the line break says something.
    fn markup_within(&mut self, markup: &str) {
        if markup.get(..3).is_some_and(|tag| tag.eq_ignore_ascii_case("<br")) {
            self.builder.line_break();
        }
    }

    fn markup_block(&mut self) {
        let Some(markup) = self.markup.take() else { return };
        if let Some(article) = html::read(&markup, None) {
            self.builder.append(article);
        }
    }
}

fn owned(words: CowStr<'_>) -> String {
    words.into_string()
}

#[cfg(test)]
mod tests;
