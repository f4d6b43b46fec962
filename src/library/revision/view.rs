//! What changed, as an article that is read, searched and printed like any other: words that are
//! gone struck out, new ones strong, moved ones stressed.

use super::{MarkChange, Passage, Revision, Version};
use crate::article::{Article, Block, BlockRole, Inline, InlineKind, Visibility};
use crate::mark::{Edit, Standing};
use crate::text::Span;
use jiff::{Timestamp, tz::TimeZone};

impl Revision {
    /// The article that says what changed. `newest` gives it what is known of the article. What
    /// stayed is folded.
    pub fn article(&self, newest: &Article) -> Article {
        let mut page = Page::default();
        let headline = format!("What changed: {}", self.title);
        let headline = headline.trim_end_matches([':', ' ']);
        page.block(BlockRole::Title, &[(None, headline)]);
        let from = format!(
            "From the version of {} to that of {}",
            moment(self.before),
            moment(self.after)
        );
        page.block(BlockRole::Byline, &[(None, from.as_str())]);
        page.block(BlockRole::Standfirst, &[(None, self.summary().as_str())]);
        page.heading("Words");
        self.set_passages(&mut page);
        page.heading("Facts");
        self.set_facts(&mut page);
        self.set_marks(&mut page);
        let mut meta = newest.meta.clone();
        if let Some(title) = &mut meta.title {
            headline.clone_into(&mut title.value);
        }
        let Page { text, blocks, mut inlines } = page;
        inlines.sort_by_key(|it| it.span.start);
        Article { meta, text, blocks, inlines, ..Article::default() }
    }

    /// "2 paragraphs changed, 1 new; 3 facts; 1 mark changed, 1 lost"
    fn summary(&self) -> String {
        let whole = |edit: Edit| self.passages.iter().filter(|it| it.whole() == Some(edit)).count();
        let changed = self.passages.iter().filter(|it| it.whole().is_none()).count();
        let words = [
            (changed, "changed"),
            (whole(Edit::Added), "new"),
            (whole(Edit::Removed), "gone"),
            (whole(Edit::Moved), "moved"),
        ];
        let marks =
            |standing: Standing| self.marks.iter().filter(|it| it.standing == standing).count();
        let lost = marks(Standing::Lost) + self.bookmarks.len();
        let told = [
            counted("paragraph", &words),
            counted("fact", &[(self.facts.len(), "changed")]),
            counted("mark", &[(marks(Standing::Changed), "changed"), (lost, "lost")]),
        ];
        let told = told.into_iter().flatten().collect::<Vec<_>>().join("; ");
        if told.is_empty() {
            "The words of the article stayed as they were".to_owned()
        } else {
            told
        }
    }

    fn set_passages(&self, page: &mut Page) {
        let stayed = |it: &Passage| it.whole() == Some(Edit::Kept);
        for run in self.passages.chunk_by(|one, other| stayed(one) == stayed(other)) {
            if run.first().is_some_and(stayed) {
                let many = if run.len() == 1 { "" } else { "s" };
                let told = format!("[{} paragraph{many} stayed]", run.len());
                page.block(BlockRole::Body, &[(None, told.as_str())]);
            }
            for passage in run {
                page.passage(passage, stayed(passage));
            }
        }
    }

    fn set_facts(&self, page: &mut Page) {
        if self.facts.is_empty() {
            page.block(BlockRole::Body, &[(None, "No number, date, name or quotation changed.")]);
        }
        for fact in &self.facts {
            let name = fact.kind.name();
            page.change(name, fact.before.as_deref(), fact.now.as_deref(), "gone");
        }
    }

    fn set_marks(&self, page: &mut Page) {
        if self.marks_found + self.marks.len() + self.bookmarks.len() == 0 {
            return;
        }
        page.heading("Your marks");
        match self.marks_found {
            0 => {}
            1 => page.item(&[(None, "1 stands on its words")]),
            many => page.item(&[(None, format!("{many} stand on their words").as_str())]),
        }
        for mark in &self.marks {
            let MarkChange { before, now, note, .. } = mark;
            let name =
                if note.is_empty() { "Highlight".to_owned() } else { format!("Note “{note}”") };
            page.change(&name, Some(before.as_str()), now.as_deref(), "lost");
        }
        for bookmark in &self.bookmarks {
            let name = format!("Bookmark {}", bookmark.name);
            page.change(&name, Some(bookmark.words.as_str()), None, "lost");
        }
    }
}

/// "2 paragraphs changed, 1 new": what there is at least one of.
fn counted(thing: &str, counts: &[(usize, &str)]) -> Option<String> {
    let mut told = counts.iter().filter(|(count, _)| *count > 0);
    let (count, what) = told.next()?;
    let many = if *count == 1 { "" } else { "s" };
    let rest = told.map(|(count, what)| format!(", {count} {what}"));
    Some(format!("{count} {thing}{many} {what}") + &rest.collect::<String>())
}

/// "3 May 2024, 12:00 UTC"
fn moment(version: Version) -> String {
    let moment = Timestamp::from_second(version.came).unwrap_or_default();
    moment.to_zoned(TimeZone::UTC).strftime("%-d %B %Y, %H:%M UTC").to_string()
}

/// An article in the making.
#[derive(Default)]
struct Page {
    text: String,
    blocks: Vec<Block>,
    inlines: Vec<Inline>,
}

impl Page {
    fn heading(&mut self, words: &str) {
        self.block(BlockRole::Heading(2), &[(None, words)]);
    }

    fn item(&mut self, parts: &[(Option<InlineKind>, &str)]) {
        let item = Block::new(BlockRole::List(None), Span::default());
        self.set(Block { indent: 1, ..item }, parts);
    }

    /// "Number: was 40, now 52", "Number: new: 52", "Number: gone: 40".
    fn change(&mut self, name: &str, before: Option<&str>, now: Option<&str>, without: &str) {
        let (strike, strong) = (Some(InlineKind::Strike), Some(InlineKind::Strong));
        match (before, now) {
            (Some(before), Some(now)) => {
                let was = format!("{name}: was ");
                self.item(&[
                    (None, was.as_str()),
                    (strike, before),
                    (None, ", now "),
                    (strong, now),
                ]);
            }
            (Some(before), None) => {
                self.item(&[(None, format!("{name} {without}: ").as_str()), (strike, before)]);
            }
            (None, now) => {
                self.item(&[
                    (None, format!("{name} new: ").as_str()),
                    (strong, now.unwrap_or_default()),
                ]);
            }
        }
    }

    fn block(&mut self, role: BlockRole, parts: &[(Option<InlineKind>, &str)]) {
        self.set(Block::new(role, Span::default()), parts);
    }

    /// Adds a block like `block` with these words.
    fn set(&mut self, block: Block, parts: &[(Option<InlineKind>, &str)]) {
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let start = self.text.len();
        for (kind, words) in parts {
            let span = Span::new(self.text.len(), self.text.len() + words.len());
            self.text.push_str(words);
            let span = span.trim(&self.text);
            if let Some(kind) = kind.filter(|_| !span.is_empty()) {
                self.inlines.push(Inline { span, kind });
            }
        }
        self.blocks.push(Block { span: Span::new(start, self.text.len()), ..block });
    }

    /// A paragraph of either version; one that stayed is folded.
    fn passage(&mut self, passage: &Passage, stayed: bool) {
        let label = label(passage);
        let mut parts: Vec<(Option<InlineKind>, &str)> = vec![(None, label.as_str())];
        parts.extend(passage.parts.iter().map(|part| {
            let kind = match part.edit {
                Edit::Kept => None,
                Edit::Added => Some(InlineKind::Strong),
                Edit::Removed => Some(InlineKind::Strike),
                Edit::Moved => Some(InlineKind::Emphasis),
            };
            (kind, part.words.as_str())
        }));
        let role = match passage.role {
            BlockRole::Quote | BlockRole::List(_) | BlockRole::Code => passage.role,
            _ => BlockRole::Body,
        };
        let visibility = if stayed { Visibility::Folded } else { Visibility::Shown };
        let (quote, indent) = (passage.quote, passage.indent);
        let block = Block { visibility, quote, indent, ..Block::new(role, Span::default()) };
        self.set(block, &parts);
    }
}

/// What stands before a paragraph, so that its fate and what it is are told without any style.
fn label(passage: &Passage) -> String {
    let what = match passage.role {
        BlockRole::Title => "headline",
        BlockRole::Standfirst => "summary",
        BlockRole::Byline => "byline",
        BlockRole::Dateline => "dateline",
        BlockRole::Heading(_) => "heading",
        BlockRole::Caption => "caption",
        BlockRole::Credit => "credit",
        BlockRole::Table => "table",
        _ => "",
    };
    let fate = match passage.whole() {
        Some(Edit::Added) => "new",
        Some(Edit::Removed) => "gone",
        Some(Edit::Moved) => "moved",
        Some(Edit::Kept) | None => "",
    };
    match (fate, what) {
        ("", "") => String::new(),
        (fate, "") => format!("[{fate}] "),
        ("", what) => format!("[{what}] "),
        (fate, what) => format!("[{fate} {what}] "),
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{AFTER, BEFORE, editions};
    use super::*;
    use crate::mark::Alignment;

    fn view(before: &str, after: &str) -> Article {
        let editions = editions(before, after);
        Revision::new(&editions).article(&editions.after.article)
    }

    /// The shown blocks, as Markdown sets their words apart.
    fn shown(article: &Article) -> Vec<String> {
        let blocks = article.blocks.iter().filter(|it| it.visibility == Visibility::Shown);
        let shown = blocks.map(|block| {
            let mut words = String::new();
            let mut at = block.span.start;
            for inline in article.inlines_in(block.span) {
                let sign = match inline.kind {
                    InlineKind::Strong => "**",
                    InlineKind::Strike => "~~",
                    _ => "*",
                };
                words.push_str(Span::new(at, inline.span.start).of(&article.text));
                words += &[sign, inline.span.of(&article.text), sign].concat();
                at = inline.span.end;
            }
            words + Span::new(at, block.span.end).of(&article.text)
        });
        shown.collect()
    }

    #[test]
    fn what_changed_is_an_article() {
        let article = view(BEFORE, AFTER);
        let expected = [
            "What changed: Ferry stuck in Linden",
            "From the version of 3 May 2024, 12:00 UTC to that of 4 May 2024, 12:00 UTC",
            "1 paragraph changed, 1 new, 1 gone; 4 facts changed",
            "Words",
            "[1 paragraph stayed]",
            "The ferry left Linden at noon. ~~Forty~~ **Fifty** people were aboard, the harbor \
             master said.",
            "[1 paragraph stayed]",
            "[gone] ~~The town will pay for a new bridge across the bay next year.~~",
            "[new] **Divers from Oslo will look at the hull on Tuesday.**",
            "Facts",
            "Number: was ~~Forty people~~, now **Fifty people**",
        ];
        let shown = shown(&article);
        assert_eq!(
            shown.iter().take(expected.len()).collect::<Vec<_>>(),
            expected.iter().collect::<Vec<_>>()
        );
        assert!(shown.contains(&"Place new: **Oslo**".to_owned()), "{shown:#?}");
    }

    #[test]
    fn spans_of_the_view_lie_in_its_blocks() {
        let article = view(BEFORE, AFTER);
        assert!(article.blocks.windows(2).all(|it| it[0].span.end < it[1].span.start));
        let within = |span: Span| article.blocks.iter().any(|it| it.span.contains(span));
        assert!(article.inlines.iter().all(|it| within(it.span)));
        assert!(Alignment::new(AFTER, &article.text).carry(Span::new(0, 5)).span().is_some());
    }

    #[test]
    fn an_article_that_stayed_says_so() {
        let shown = shown(&view(BEFORE, BEFORE));
        assert_eq!(shown[2], "The words of the article stayed as they were");
        assert_eq!(shown.last().unwrap(), "No number, date, name or quotation changed.");
    }
}
