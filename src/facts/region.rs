//! Regions: the parts of an article that facts are read from, told apart by what they are.
//!
//! Credits, bylines and boilerplate are no prose: the names in them are not in the story.

use crate::article::{Article, Block, BlockRole, Visibility};
use crate::text::Span;
use std::collections::HashMap;

/// At most this much of a text is read, in bytes: the cost of extraction stays bounded.
const MOST: usize = 1 << 20;

/// A stretch of prose within one block.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Region {
    /// Where it stands.
    pub(crate) span: Span,
    /// What it is.
    pub(crate) kind: RegionKind,
    /// The block it stands in.
    pub(crate) block: usize,
}

/// What a region is to the reading of facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum RegionKind {
    /// A headline or heading: its capitals say little.
    Heading,
    /// Where and when the report was written: "NAIROBI, Kenya (AP)".
    Dateline,
    /// A paragraph, a list item, a quotation.
    Prose,
    /// The words of a caption, without its credit.
    Caption,
}

/// How far `article` is read: to the end of the last block within bounds.
pub(crate) fn covered(article: &Article) -> Span {
    let whole = Span::new(0, article.text.len());
    if whole.len() <= MOST {
        return whole;
    }
    let within = article.blocks.iter().rev().find(|block| block.span.end <= MOST);
    let end = within.map_or_else(|| boundary(&article.text, MOST), |block| block.span.end);
    Span::new(0, end)
}

/// The last white space at or before `at`, so that no word is cut.
fn boundary(text: &str, at: usize) -> usize {
    let mut end = at.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let whole = Span::new(0, end).of(text);
    whole.rfind(char::is_whitespace).unwrap_or(end)
}

/// The regions of `article` within `covered`, in order.
pub(crate) fn regions(article: &Article, covered: Span) -> Vec<Region> {
    let mut regions = Vec::with_capacity(article.blocks.len() + 1);
    let captions = captions(article);
    let mut lead = true;
    for (index, block) in article.blocks.iter().enumerate() {
        if block.visibility != Visibility::Shown {
            continue;
        }
        let Some(span) = block.span.intersection(covered) else { continue };
        let Some(kind) = kind(block) else { continue };
        let span = if kind == RegionKind::Caption {
            captions.get(&index).copied().unwrap_or(span).trim(&article.text)
        } else {
            span.trim(&article.text)
        };
        let dateline =
            if lead && kind == RegionKind::Prose { dateline(&article.text, span) } else { None };
        lead = lead && dateline.is_none() && (kind != RegionKind::Prose || index < 6);
        let split = dateline.map_or(span.start, |dateline| dateline.end);
        regions.extend(dateline.map(|span| Region {
            span,
            kind: RegionKind::Dateline,
            block: index,
        }));
        let rest = Span::new(split, span.end);
        if !rest.is_empty() && covered.contains(rest) {
            regions.push(Region { span: rest, kind, block: index });
        }
    }
    regions
}

fn kind(block: &Block) -> Option<RegionKind> {
    match block.role {
        BlockRole::Title | BlockRole::Heading(_) => Some(RegionKind::Heading),
        BlockRole::Dateline => Some(RegionKind::Dateline),
        BlockRole::Standfirst | BlockRole::Body | BlockRole::Quote | BlockRole::List(_) => {
            Some(RegionKind::Prose)
        }
        BlockRole::Caption => Some(RegionKind::Caption),
        _ => None,
    }
}

/// The words of the captions by their blocks, without credits; empty for one that is only said
/// again.
fn captions(article: &Article) -> HashMap<usize, Span> {
    let own = article.images.iter().map(|image| (image.block, image.caption));
    let repeats = article.images.iter().flat_map(|image| &image.repeats);
    own.chain(repeats.map(|&block| (block, Span::default()))).collect()
}

/// The dateline at the head of a report: a few words that begin with a place, up to a dash; the
/// agency stands in parentheses, or the place in capitals.
fn dateline(text: &str, span: Span) -> Option<Span> {
    let paragraph = span.of(text);
    let head = paragraph
        .char_indices()
        .nth(90)
        .map_or(paragraph, |(at, _)| paragraph.get(..at).unwrap_or(paragraph));
    let dashes = [" _ ", " — ", " – ", " -- ", " - ", "— ", "—", "_ "];
    let (at, dash) = dashes.iter().find_map(|dash| Some((head.find(dash)?, dash)))?;
    let place = head.get(..at)?.trim_end();
    let first = place.split([' ', ',']).next()?;
    let capitals = first.chars().filter(|letter| letter.is_alphabetic()).count() >= 3
        && first.chars().all(|letter| !letter.is_lowercase());
    let agency =
        place.ends_with(')') && place.contains('(') && place.starts_with(char::is_uppercase);
    let stops = place.matches(". ").count();
    (place.len() <= 80 && stops <= 2 && (capitals || agency))
        .then(|| Span::new(span.start, span.start + at + dash.trim_end().len()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::article::Image;

    fn article(parts: &[(BlockRole, &str)]) -> Article {
        let mut article = Article::default();
        for &(role, words) in parts {
            let start = article.text.len();
            article.text.push_str(words);
            let span = Span::new(start, article.text.len());
            article.blocks.push(Block::new(role, span));
            article.text.push_str("\n\n");
        }
        article
    }

    fn read(article: &Article) -> Vec<(RegionKind, &str)> {
        let regions = regions(article, covered(article));
        regions.iter().map(|region| (region.kind, region.span.of(&article.text))).collect()
    }

    #[test]
    fn reads_prose_and_headings_but_no_bylines_and_credits() {
        let article = article(&[
            (BlockRole::Title, "Ferry sinks"),
            (BlockRole::Byline, "By Ann Lee"),
            (BlockRole::Body, "A ferry sank."),
            (BlockRole::Credit, "Photo: Joe Roe"),
            (BlockRole::Legal, "All rights reserved."),
        ]);
        assert_eq!(
            read(&article),
            [(RegionKind::Heading, "Ferry sinks"), (RegionKind::Prose, "A ferry sank.")]
        );
    }

    #[test]
    fn reads_captions_without_credit_and_once() {
        let mut article = article(&[
            (BlockRole::Caption, "Caption A ferry. (Joe Roe/AP)"),
            (BlockRole::Caption, "Caption A ferry. (Joe Roe/AP)"),
        ]);
        article.images.push(Image {
            block: 0,
            caption: Span::new(8, 16),
            repeats: vec![1],
            ..Image::default()
        });
        assert_eq!(read(&article), [(RegionKind::Caption, "A ferry.")]);
    }

    #[test]
    fn hidden_blocks_are_not_read() {
        let mut article = article(&[(BlockRole::Body, "Seen."), (BlockRole::Body, "Unseen.")]);
        article.blocks[1].visibility = Visibility::Hidden;
        assert_eq!(read(&article), [(RegionKind::Prose, "Seen.")]);
    }

    #[test]
    fn cuts_the_dateline_off() {
        for (words, dateline) in [
            ("OSLO, Norway (AP) _ A ferry sank.", "OSLO, Norway (AP) _"),
            ("PARIS — A ferry sank.", "PARIS —"),
            ("Lima (Reuters) - A ferry sank.", "Lima (Reuters) -"),
            ("ROME, May 3 (Xinhua) -- A ferry sank.", "ROME, May 3 (Xinhua) --"),
        ] {
            let article = article(&[(BlockRole::Body, words)]);
            assert_eq!(read(&article)[0], (RegionKind::Dateline, dateline));
            assert_eq!(read(&article)[1].1.trim(), "A ferry sank.");
        }
    }

    #[test]
    fn a_dash_in_a_sentence_makes_no_dateline() {
        let article = article(&[(BlockRole::Body, "The ferry — an old one — sank.")]);
        assert_eq!(read(&article).len(), 1);
    }

    #[test]
    fn a_very_long_text_is_read_to_the_end_of_a_block() {
        let long = "word ".repeat(30_000);
        let parts: Vec<_> = (0..10).map(|_| (BlockRole::Body, long.as_str())).collect();
        let article = article(&parts);
        let covered = covered(&article);
        assert!(covered.len() <= MOST && covered.len() > MOST / 2);
        assert!(article.blocks.iter().any(|block| block.span.end == covered.end));
    }

    #[test]
    fn one_very_long_block_is_cut_between_words() {
        let long = "wörd ".repeat(400_000);
        let article = article(&[(BlockRole::Body, &long)]);
        let covered = covered(&article);
        assert!(covered.len() <= MOST && covered.of(&article.text).ends_with("wörd"));
    }
}
