//! What each block is to the article and whether a reader sees it, from the votes, the names
//! around it, its words and its neighbors.

use super::dom::Dom;
use super::draft::{Draft, Part};
use super::phrases::furniture;
use super::title::equal;
use super::vote::Vote;
use super::zone::Zone;
use crate::article::{BlockRole, Stated, Visibility};
use crate::import::{caption, date, names};

/// What a block is, and whether it is seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Verdict {
    /// What it is to the article.
    pub(super) role: BlockRole,
    /// Whether a reader sees it unasked.
    pub(super) visibility: Visibility,
}

/// What is known of the article as a whole.
#[derive(Debug, Clone, Copy)]
pub(super) struct Known<'a> {
    /// The headline.
    pub(super) title: Option<&'a str>,
    /// The block that holds it.
    pub(super) headline: Option<usize>,
    /// Who wrote it.
    pub(super) authors: &'a [Stated<String>],
}

/// The verdict on each block.
pub(super) fn judge(
    dom: &Dom,
    drafts: &[Draft<'_>],
    votes: &[Vote],
    known: Known<'_>,
) -> Vec<Verdict> {
    let blocks = drafts.iter().zip(votes).map(|(draft, vote)| Judged::of(draft, *vote)).collect();
    let mut court = Court { blocks, known };
    court.find_prose();
    court.judge_each();
    court.doubt_lone_votes();
    court.mind_the_head();
    court.mind_the_foot();
    court.fold_author_sections();
    court.doubt_the_end();
    court.fold_repeats(dom);
    court.fold_headings_over_nothing();
    court.show_something();
    court.show_pictures();
    court.blocks.iter().map(|block| block.verdict).collect()
}

/// The blocks of a page, and the verdicts on them so far.
pub(super) struct Court<'a, 'b> {
    /// The blocks, in order.
    pub(super) blocks: Vec<Judged<'a, 'b>>,
    /// What is known of the article.
    pub(super) known: Known<'a>,
}

/// A block that is judged.
pub(super) struct Judged<'a, 'b> {
    /// The block.
    pub(super) draft: &'a Draft<'b>,
    /// Its words.
    pub(super) text: String,
    /// What the voters say.
    pub(super) vote: Vote,
    /// What it is taken for.
    pub(super) verdict: Verdict,
}

impl<'a, 'b> Judged<'a, 'b> {
    fn of(draft: &'a Draft<'b>, vote: Vote) -> Self {
        let visibility = Visibility::Hidden;
        Self { draft, text: draft.text(), vote, verdict: Verdict { role: draft.role, visibility } }
    }

    fn is_voted(&self) -> bool {
        !self.draft.hidden && (self.vote.body || self.vote.readability)
    }

    /// Whether it reads as a paragraph: long, or a sentence, and not made of links.
    pub(super) fn is_prose(&self) -> bool {
        let sentence = self.text.ends_with([
            '.', '!', '?', '"', '”', '’', ':', '…', ')', '。', '！', '？', '」', '؟', '۔', '।',
        ]);
        self.draft.link_density() < 0.5
            && (self.draft.chars > 140 || (self.draft.chars > 45 && sentence))
    }

    /// Whether it is a paragraph of its own words that Readability keeps.
    fn is_kept_prose(&self) -> bool {
        self.vote.readability && self.is_prose() && self.draft.link_density() < 0.3
    }

    /// Whether both voters keep it, and nothing around it says otherwise.
    pub(super) fn is_agreed(&self) -> bool {
        self.vote.readability && self.vote.body && self.draft.zone == Zone::Plain
    }

    /// Settles what it is.
    pub(super) fn set(&mut self, role: BlockRole, visibility: Visibility) {
        self.verdict = Verdict { role, visibility };
    }

    /// Whether a reader sees it, as far as it is settled.
    pub(super) fn is_shown(&self) -> bool {
        self.verdict.visibility == Visibility::Shown
    }
}

impl Court<'_, '_> {
    /// Shows what is voted for, before the exceptions.
    fn find_prose(&mut self) {
        for block in &mut self.blocks {
            if block.is_voted() {
                block.verdict.visibility = Visibility::Shown;
            }
        }
    }

    fn judge_each(&mut self) {
        let prose = |block: &Judged<'_, '_>| block.is_shown() && block.is_prose();
        let first = self.blocks.iter().position(prose).unwrap_or(usize::MAX);
        let last = self.blocks.iter().rposition(prose).unwrap_or(0);
        for (index, block) in self.blocks.iter_mut().enumerate() {
            let within = (first..=last).contains(&index);
            let near =
                if within || block.is_shown() { Visibility::Folded } else { Visibility::Hidden };
            if let Some(role) = by_zone(block, index < first) {
                let visibility = match role {
                    BlockRole::Byline | BlockRole::Dateline | BlockRole::Standfirst
                        if index < first && !block.draft.hidden =>
                    {
                        Visibility::Shown
                    }
                    BlockRole::Navigation | BlockRole::Legal => Visibility::Hidden,
                    _ => near,
                };
                block.set(role, visibility);
            } else if let Some(role) = by_words(block) {
                block.set(role, near);
            }
        }
    }

    /// What only the body's voter keeps is doubted where the other one kept most of the prose:
    /// short lines, and the texts under headings that lead elsewhere.
    fn doubt_lone_votes(&mut self) {
        let prose = |block: &&Judged<'_, '_>| block.vote.body && block.is_prose();
        let chars = |kept: bool| -> usize {
            let blocks = self.blocks.iter().filter(prose);
            blocks.filter(|b| b.vote.readability || !kept).map(|b| b.draft.chars).sum()
        };
        let agreed = chars(true) * 2 > chars(false);
        let mut teaser = false;
        let mut doubted = Vec::new();
        for (at, block) in self.blocks.iter().enumerate() {
            if matches!(block.draft.role, BlockRole::Heading(_)) {
                teaser = block.draft.link_density() > 0.8 && !block.vote.readability;
                continue;
            }
            let lone = block.is_shown() && !block.vote.readability;
            let short = agreed && block.draft.role == BlockRole::Body && block.draft.chars < 80;
            if lone && (teaser || short) && block.verdict.role == block.draft.role {
                doubted.push(at);
            }
            teaser &= block.draft.chars < 40;
        }
        self.fold_doubted(&doubted);
    }

    /// Folds blocks as leading elsewhere, those between the first paragraph and the last only
    /// where they are few: an article may be made of short lines.
    fn fold_doubted(&mut self, doubted: &[usize]) {
        let prose = |block: &Judged<'_, '_>| block.is_shown() && block.is_prose();
        let kept = |at: &usize| !doubted.contains(at);
        let paragraphs = self.blocks.iter().enumerate().filter(|(_, block)| prose(block));
        let paragraphs: Vec<usize> = paragraphs.map(|(at, _)| at).filter(kept).collect();
        let (Some(first), Some(last)) = (paragraphs.first(), paragraphs.last()) else { return };
        let within = |at: usize| (*first..*last).contains(&at);
        let chars = |at: usize| self.blocks.get(at).map_or(0, |block| block.draft.chars);
        let plain = |at: usize| {
            let block = self.blocks.get(at);
            block.is_some_and(|it| it.draft.zone == Zone::Plain && it.draft.link_density() < 0.5)
        };
        let lines = doubted.iter().copied().filter(|at| within(*at) && plain(*at));
        let lines: usize = lines.map(chars).sum();
        let shown = self.blocks.iter().filter(|block| block.is_shown());
        let shown: usize = shown.map(|block| block.draft.chars).sum();
        let many = lines * 10 > shown.saturating_sub(lines);
        let folded: Vec<usize> =
            doubted.iter().copied().filter(|at| !(many && within(*at) && plain(*at))).collect();
        for at in folded {
            if let Some(block) = self.blocks.get_mut(at) {
                block.set(BlockRole::Related, Visibility::Folded);
            }
        }
    }

    /// Lines between the headline and the first paragraph: who, when, where; and what stands
    /// above the headline.
    fn mind_the_head(&mut self) {
        let prose = |block: &Judged<'_, '_>| {
            block.is_shown() && block.is_prose() && block.verdict.role == BlockRole::Body
        };
        let first = self.blocks.iter().position(prose).unwrap_or(0);
        let headline = self.known.headline;
        let title = self.known.title;
        for (index, block) in self.blocks.iter_mut().enumerate() {
            let is_title = headline == Some(index)
                || (title.is_some_and(|title| equal(title, &block.text)) && !block.draft.hidden);
            if is_title {
                let first = headline.is_none_or(|headline| headline == index);
                let visibility = if first { Visibility::Shown } else { Visibility::Hidden };
                block.set(BlockRole::Title, visibility);
            } else if block.is_shown() && block.verdict.role != BlockRole::Caption {
                let above = headline.is_some_and(|headline| index < headline);
                if above && !block.vote.readability {
                    block.set(BlockRole::Related, Visibility::Hidden);
                } else if index < first && !is_head(block.verdict.role) {
                    head_line(block, above);
                }
            }
        }
    }

    /// A heading with nothing seen below it belongs to what is folded there; one over nothing that
    /// leads elsewhere stays where both voters keep it: some pages make headings of paragraphs.
    fn fold_headings_over_nothing(&mut self) {
        let (mut below, mut leads) = (None, false);
        for block in self.blocks.iter_mut().rev() {
            let own = block.draft.link_density() < 0.5;
            match block.verdict {
                Verdict { role: BlockRole::Heading(level), visibility: Visibility::Shown } => {
                    let kept = block.is_agreed() && own && !leads;
                    if below.is_none_or(|below| below <= level && !kept) {
                        block.set(BlockRole::Related, Visibility::Folded);
                    } else {
                        below = Some(level);
                    }
                    leads = false;
                }
                Verdict { role: BlockRole::Title, .. } => {}
                Verdict { visibility: Visibility::Shown, .. } => below = Some(u8::MAX),
                _ => leads |= !own && block.draft.chars > 0,
            }
        }
    }

    /// A page of which nothing would be seen shows what is not around it, or else all.
    fn show_something(&mut self) {
        let text = |block: &Judged<'_, '_>| block.draft.chars > 0;
        for around in [false, true] {
            let shown = |block: &Judged<'_, '_>| {
                block.is_shown() && text(block) && block.verdict.role != BlockRole::Title
            };
            if self.blocks.iter().any(shown) {
                return;
            }
            for block in self.blocks.iter_mut().filter(|block| text(block)) {
                let apart = block.draft.hidden || block.draft.zone.is_apart();
                if (around || !apart) && block.verdict.role != BlockRole::Title {
                    block.set(block.draft.role, Visibility::Shown);
                }
            }
        }
    }

    /// Pictures between the headline and the last paragraph are seen, those around are not.
    fn show_pictures(&mut self) {
        let shown = |block: &Judged<'_, '_>| {
            block.is_shown() && !matches!(block.verdict.role, BlockRole::Caption | BlockRole::Break)
        };
        let Some(first) = self.blocks.iter().position(shown) else { return };
        let last = self.blocks.iter().rposition(shown).unwrap_or(first);
        for (index, block) in self.blocks.iter_mut().enumerate() {
            match block.draft.role {
                BlockRole::Break => {
                    let within = (first..last).contains(&index) && block.is_voted();
                    block.verdict.visibility =
                        if within { Visibility::Shown } else { Visibility::Hidden };
                }
                BlockRole::Caption => {
                    let apart = block.draft.zone.is_apart() && block.draft.zone != Zone::Aside;
                    let by = (first..=last + 2).contains(&index) || block.is_voted();
                    if by && !apart && !block.draft.hidden {
                        block.set(BlockRole::Caption, Visibility::Shown);
                    } else if !caption::has_credit(&block.text) {
                        block.set(BlockRole::Related, Visibility::Hidden);
                    }
                }
                _ => {}
            }
        }
    }
}

/// What the names around a block make of it.
fn by_zone(block: &Judged<'_, '_>, before: bool) -> Option<BlockRole> {
    if block.draft.role == BlockRole::Caption {
        return None;
    }
    let short = block.draft.chars < 200;
    match block.draft.zone {
        // Names of classes are given freely; Readability weighs what stands there.
        Zone::Related | Zone::Navigation if block.is_kept_prose() => None,
        Zone::Related | Zone::Tags => Some(BlockRole::Related),
        Zone::Promotion => Some(BlockRole::Promotion),
        Zone::AuthorNote => Some(BlockRole::AuthorNote),
        Zone::Legal => Some(BlockRole::Legal),
        Zone::Navigation | Zone::Control | Zone::Comments => Some(BlockRole::Navigation),
        Zone::Byline if short => Some(BlockRole::Byline),
        Zone::Dateline if short => Some(BlockRole::Dateline),
        Zone::Standfirst if before && block.draft.chars < 500 => Some(BlockRole::Standfirst),
        Zone::Aside | Zone::Footer if !block.vote.readability => Some(BlockRole::Related),
        _ => None,
    }
}

/// What its words make of a block.
fn by_words(block: &Judged<'_, '_>) -> Option<BlockRole> {
    if block.draft.role == BlockRole::Caption {
        return None;
    }
    if let Some(role) = furniture(&block.text) {
        return Some(role);
    }
    let linked = block.draft.link_density() > 0.8 && block.draft.chars < 250;
    // Lists of links that Readability keeps are the article's own: sources, offers, contents.
    let listed = block.vote.readability && is_index(block.draft, &block.text);
    let heading = matches!(block.draft.role, BlockRole::Heading(_));
    (linked && !heading && !listed).then_some(BlockRole::Related)
}

/// Whether an item of a list names something rather than telling the headline of another page.
fn is_index(draft: &Draft<'_>, text: &str) -> bool {
    let place =
        draft.parts.iter().any(|part| matches!(part, Part::Link(to) if to.starts_with('#')));
    matches!(draft.role, BlockRole::List(_)) && (place || text.split_whitespace().count() < 5)
}

/// Whether a role is that of a line in the head of an article.
const fn is_head(role: BlockRole) -> bool {
    matches!(role, BlockRole::Byline | BlockRole::Dateline | BlockRole::Standfirst)
}

/// A line of the head of the article, by its words.
fn head_line(block: &mut Judged<'_, '_>, above: bool) {
    let short = block.draft.chars < 120;
    if short && names::byline(&block.text).is_some() {
        block.set(BlockRole::Byline, Visibility::Shown);
    } else if short && date::day_in(&block.text).is_some() {
        block.set(BlockRole::Dateline, Visibility::Shown);
    } else if (above || block.draft.chars < 40) && !block.is_prose() {
        let role = block.verdict.role;
        let kept = matches!(role, BlockRole::Heading(_)) && block.is_agreed() && !above;
        if role != BlockRole::Heading(1) && !kept {
            let part = !matches!(role, BlockRole::Body | BlockRole::List(_));
            block.set(if part { role } else { BlockRole::Navigation }, Visibility::Hidden);
        }
    }
}

/// Whether a block is a picture without words.
pub(super) fn is_bare_picture(draft: &Draft<'_>) -> bool {
    draft.chars == 0 && matches!(draft.parts.as_slice(), [Part::Picture(_)])
}
