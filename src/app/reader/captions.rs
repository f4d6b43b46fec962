//! The captions panel: the images of the article, and where they stand.

use super::{Pane, Reader};
use crate::app::areas::Area;
use crate::app::panel::{self, PanelRow};
use crate::article::{Article, Block, BlockRole, Image, Visibility};
use crate::export;
use crate::facts::Facts;
use crate::text::clean;

impl Reader {
    /// Chooses an image of the panel; the text shows where it stands.
    pub fn select_image(&mut self, index: usize) {
        self.image = index.min(self.opened.article.images.len().saturating_sub(1));
        if let Some(at) = self.image_start() {
            self.reveal(at);
        }
    }

    /// Goes to where the chosen image stands.
    pub fn go_to_image(&mut self) {
        if let Some(at) = self.image_start() {
            self.jump(at);
        }
        self.gone_to = Some((self.image, self.top.at));
    }

    /// Whether the reader went to the chosen image and is still there.
    pub(in crate::app) fn is_at_image(&self) -> bool {
        self.gone_to == Some((self.image, self.top.at))
    }

    /// The caption of the chosen image, and in brackets who made it and what else the words
    /// beside it say of its standing. `None` where there are no words.
    pub fn caption_with_credit(&self) -> Option<String> {
        let article = &self.opened.article;
        let image = article.images.get(self.image)?;
        let caption = words(image.caption.of(&article.text));
        let printed = image.credit.lines.join("; ");
        let lower = printed.to_lowercase();
        let standing = image.credit.flags.iter().map(|flag| flag.name());
        let mut made: Vec<&str> = standing.filter(|flag| !lower.contains(flag)).collect();
        made.insert(0, &printed);
        made.retain(|words| !words.is_empty());
        let credit = words(&made.join(", "));
        match (caption.is_empty(), credit.is_empty()) {
            (true, true) => image.alt.as_deref().map(words).filter(|alt| !alt.is_empty()),
            (true, false) => Some(credit),
            (false, true) => Some(caption),
            (false, false) => Some(format!("{caption} ({credit})")),
        }
    }

    fn image_start(&self) -> Option<usize> {
        let article = &self.opened.article;
        let block = article.images.get(self.image)?.block;
        article.blocks.get(block).map(|block| block.span.start)
    }

    /// Scrolls the panel so that the chosen image is on the screen.
    pub fn keep_image_in_sight(&mut self, area: Area) {
        let columns = usize::from(area.columns);
        let room = usize::from(panel::images_area(area).rows);
        let rows = |at| self.image_rows(at, columns).len();
        self.first_image = panel::first_in_sight(self.first_image, self.image, room, rows);
    }

    /// The rows of an image in the panel; while that has the focus, the chosen one shows all that
    /// is known of it.
    pub fn image_rows(&self, image: usize, columns: usize) -> Vec<PanelRow> {
        let article = &self.opened.article;
        let open = image == self.image && self.pane == Pane::Captions;
        let more = open.then(|| self.image_details());
        panel::image_rows(article, image, columns, more.as_deref())
    }

    /// All that is known of the chosen image, a label and a value each.
    fn image_details(&self) -> Vec<(&'static str, String)> {
        let article = &self.opened.article;
        let Some(image) = article.images.get(self.image) else { return Vec::new() };
        let mut details = export::credit_lines(&image.credit);
        // What is printed is worth a row where it says more than the rows above.
        let said: Vec<String> = details.iter().map(|(_, value)| value.clone()).collect();
        details.retain(|(label, value)| {
            *label != "as printed" || said.iter().filter(|it| *it == value).count() < 2
        });
        if image.caption.is_empty() && image.alt.is_some() {
            details.push(("words", "the picture's alternative text".to_owned()));
        }
        if !image.repeats.is_empty() {
            details.push(("printed", format!("{} times", image.repeats.len() + 1)));
        }
        details.push(("stands", place(article, image.block)));
        if let Some(corrected) = &self.facts {
            let only = only_here(article, &corrected.facts, image);
            details.extend((!only.is_empty()).then(|| ("only in captions", only.join(", "))));
        }
        details
    }

    /// Sets captions in full where they stand, or folds them to a row.
    pub fn toggle_captions(&mut self) {
        let at = self.top.at;
        self.setting.captions = !self.setting.captions;
        self.lowest = None;
        self.put_at_top(at);
    }

    /// Sets folded and hidden blocks too, or puts them away.
    pub fn toggle_everything(&mut self) {
        let at = self.top.at;
        self.setting.everything = !self.setting.everything;
        self.lowest = None;
        self.put_at_top(at);
    }
}

/// Where a block stands, told by the paragraphs before it.
fn place(article: &Article, block: usize) -> String {
    let is_prose = |block: &&Block| {
        block.visibility == Visibility::Shown
            && matches!(block.role, BlockRole::Body | BlockRole::Quote | BlockRole::List(_))
    };
    let before = article.blocks.iter().take(block).filter(is_prose).count();
    let behind = article.blocks.iter().skip(block).filter(is_prose).count();
    match (before, behind) {
        (0, _) => "before the text".to_owned(),
        (_, 0) => "after the text".to_owned(),
        _ => format!("after paragraph {before} of {}", before + behind),
    }
}

/// The names and days that the caption of `image` tells and no other part of the article but
/// captions does.
fn only_here(article: &Article, facts: &Facts, image: &Image) -> Vec<String> {
    let is_caption = |at: usize| {
        let block = article.blocks.get(article.block_at(at));
        block.is_some_and(|block| matches!(block.role, BlockRole::Caption | BlockRole::Credit))
    };
    let names = facts.entities.iter().filter_map(|entity| {
        let mentions = entity.mentions.iter().filter_map(|at| facts.mentions.get(*at));
        let mut starts = mentions.map(|mention| mention.span.start);
        let here = starts.clone().any(|at| image.caption.holds(at));
        (here && starts.all(is_caption)).then(|| entity.name.clone())
    });
    let dates = facts.dates.iter().filter(|date| date.start.is_some());
    let here = dates.clone().filter(|date| image.caption.contains(date.span));
    let days = here.filter_map(|date| {
        let mut same = dates.clone().filter(|other| other.value == date.value);
        let alone = same.all(|other| is_caption(other.span.start));
        alone.then(|| words(date.span.of(&article.text)))
    });
    let mut only: Vec<String> = names.chain(days).collect();
    only.dedup();
    only
}

/// `text` on one line, without what could steer a terminal it is pasted into.
fn words(text: &str) -> String {
    clean::clean_line(text).split_whitespace().collect::<Vec<_>>().join(" ")
}
