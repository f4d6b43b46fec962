//! The selection: from where it was begun to where the cursor is, by characters or by sentences.

use super::Reader;
use crate::app::Command;
use crate::text::width::graphemes;
use crate::text::{Span, word};

/// Rows without words that are stepped over to the next one with some.
const GAPS: usize = 200;

/// Words that are being selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Selection {
    /// The character or sentence where it was begun.
    pub anchor: Span,
    /// The one under the cursor.
    pub head: Span,
    /// Whether it grows by sentences.
    pub sentences: bool,
}

impl Selection {
    /// What is selected.
    pub fn span(&self) -> Span {
        let (anchor, head) = (self.anchor, self.head);
        Span::new(anchor.start.min(head.start), anchor.end.max(head.end))
    }
}

impl Reader {
    /// Begins a selection at the current sentence, or at the search hit in it; one by the other
    /// kind goes on as this kind, one of this kind is given up.
    pub fn select(&mut self, sentences: bool) {
        self.selection = match self.selection {
            Some(selection) if selection.sentences == sentences => None,
            Some(selection) if sentences => {
                let anchor = self.sentence_at(selection.anchor.start);
                Some(Selection { anchor, head: self.sentence_at(selection.head.start), sentences })
            }
            Some(selection) => {
                let (anchor, head) = (selection.anchor, selection.head);
                let back = head.start < anchor.start;
                let first = self.cluster_at(if back { head.start } else { anchor.start });
                let last = self.cluster_before(if back { anchor.end } else { head.end });
                let (anchor, head) = if back { (last, first) } else { (first, last) };
                Some(Selection { anchor, head, sentences })
            }
            None if sentences => {
                Some(Selection { anchor: self.sentence, head: self.sentence, sentences })
            }
            None => {
                let hit = self.find.current.filter(|hit| self.sentence.contains(*hit));
                let at = self.cluster_at(hit.unwrap_or(self.sentence).start);
                Some(Selection { anchor: at, head: at, sentences })
            }
        };
    }

    /// Selects these words, to be grown by characters or by sentences.
    pub fn select_span(&mut self, span: Span, sentences: bool) {
        self.sentence = self.sentence_at(span.start);
        self.selection = Some(if sentences {
            Selection { anchor: span, head: span, sentences }
        } else {
            let (anchor, head) = (self.cluster_at(span.start), self.cluster_before(span.end));
            Selection { anchor, head, sentences }
        });
    }

    /// Turns the selection round, so that its other end moves.
    pub fn turn_selection(&mut self) {
        if let Some(selection) = &mut self.selection {
            std::mem::swap(&mut selection.anchor, &mut selection.head);
            let at = selection.head.start;
            self.follow_selection(at);
        }
    }

    /// Moves the end of the selection that is under the cursor; says whether it could.
    pub fn grow_selection(&mut self, command: Command) -> bool {
        let Some(selection) = self.selection else { return false };
        let Some(to) = self.destination(command, selection) else { return false };
        self.grow_selection_to(to);
        true
    }

    /// Lets the selection reach as far as byte `at`.
    pub fn grow_selection_to(&mut self, at: usize) {
        let Some(mut selection) = self.selection else { return };
        selection.head =
            if selection.sentences { self.sentence_at(at) } else { self.cluster_at(at) };
        self.selection = Some(selection);
        self.follow_selection(at);
    }

    fn follow_selection(&mut self, at: usize) {
        self.sentence = self.sentence_at(at);
        self.reveal(at);
    }

    /// The byte that `command` leads to from the end under the cursor.
    fn destination(&mut self, command: Command, selection: Selection) -> Option<usize> {
        let head = selection.head;
        let text = &self.opened.article.text;
        let within = self.block_span(self.opened.article.block_at(head.start));
        match command {
            Command::CharacterRight => Some(self.cluster_after(head).start),
            Command::CharacterLeft => Some(self.cluster_before(head.start).start),
            Command::NextWord => word::next_word(text, within, head.start)
                .map(|word| word.start)
                .or_else(|| self.beside(head.start, true)),
            Command::PreviousWord => word::previous_word(text, within, head.start)
                .map(|word| word.start)
                .or_else(|| self.beside(head.start, false)),
            Command::WordEnd => word::ending_word(text, within, head.end)
                .map(|word| self.cluster_before(word.end).start)
                .or_else(|| self.beside(head.start, true)),
            Command::LineDown => self.byte_beyond(head.start, true),
            Command::LineUp => self.byte_beyond(head.start, false),
            Command::Top => {
                self.opened.article.blocks.iter().find(|it| self.is_set(it)).map(|it| it.span.start)
            }
            _ => {
                self.sentence = self.sentence_at(head.start);
                match command {
                    Command::NextSentence => self.step_sentence(true),
                    Command::PreviousSentence => self.step_sentence(false),
                    Command::NextParagraph => self.step_paragraph(true),
                    Command::PreviousParagraph => self.step_paragraph(false),
                    Command::Bottom => self.bottom(),
                    _ => return None,
                }
                let grown_on = matches!(command, Command::NextSentence | Command::Bottom);
                // By characters, the sentence that was stepped onto is taken whole.
                let at = self.sentence;
                let end = self.cluster_before(at.end).start;
                Some(if grown_on && !selection.sentences { end } else { at.start })
            }
        }
    }

    /// The start of the next block with words, or the last word of the one before.
    fn beside(&self, at: usize, forward: bool) -> Option<usize> {
        let block = self.opened.article.block_at(at);
        let beside = self.neighbour(block, forward, |block| !block.span.is_empty())?;
        let span = self.block_span(beside);
        let last = || word::previous_word(self.text(), span, span.end).map(|word| word.start);
        Some(if forward { span.start } else { last().unwrap_or(span.start) })
    }

    /// The byte under the same column of the next row with words, or of the one before.
    fn byte_beyond(&self, at: usize, down: bool) -> Option<usize> {
        let page = self.page();
        let mut place = page.place_of(at);
        let row = page.rows(place).next()?;
        let clusters = page.clusters(&row);
        let column = clusters.iter().find(|it| it.span.holds(at)).map_or(0, |it| it.column);
        for _ in 0..GAPS {
            let next = if down { page.down(place, 1) } else { page.up(place, 1) };
            if next == place {
                return None;
            }
            place = next;
            let row = page.rows(place).next()?;
            let clusters = page.clusters(&row);
            let before =
                clusters.iter().filter(|it| it.column <= column).max_by_key(|it| it.column);
            if let Some(found) = before.or(clusters.first()).filter(|_| !row.span.is_empty()) {
                return Some(found.span.start);
            }
        }
        None
    }

    /// The byte shown at a cell of the screen; that of the nearest one in its row.
    pub fn byte_at(&self, column: u16, row: u16) -> Option<usize> {
        let rows = self.visible();
        let hit = rows.get(usize::from(row.checked_sub(self.area.row)?))?;
        if hit.span.is_empty() {
            return None;
        }
        let at = usize::from(column.saturating_sub(self.left()));
        let clusters = self.page().clusters(hit);
        let cluster = clusters.iter().find(|it| it.column <= at && at < it.column + it.width);
        let last = clusters.iter().max_by_key(|it| it.column);
        let beyond = last.filter(|it| at >= it.column + it.width);
        cluster.or(beyond).map_or(Some(hit.span.start), |cluster| Some(cluster.span.start))
    }

    /// The character that starts at byte `at`.
    fn cluster_at(&self, at: usize) -> Span {
        let within = self.block_span(self.opened.article.block_at(at));
        let rest = Span::new(at.max(within.start), within.end);
        let first = graphemes(self.text(), rest).next();
        first.map_or(Span::at(at), |it| it.span)
    }

    /// The character after one; the first of the next block after the last.
    fn cluster_after(&self, cluster: Span) -> Span {
        let within = self.block_span(self.opened.article.block_at(cluster.start));
        if cluster.end < within.end {
            return self.cluster_at(cluster.end);
        }
        self.beside(cluster.start, true).map_or(cluster, |at| self.cluster_at(at))
    }

    /// The last character before byte `at`; the last of the block before at the first.
    fn cluster_before(&self, at: usize) -> Span {
        let block = self.opened.article.block_at(at.saturating_sub(1));
        let mut within = self.block_span(block);
        if at <= within.start {
            let Some(before) = self.neighbour(block, false, |it| !it.span.is_empty()) else {
                return self.cluster_at(at);
            };
            within = self.block_span(before);
        }
        let end = at.min(within.end);
        // A cluster is short; where the look back cuts into one, only its start is off.
        let from = self.text().floor_char_boundary(end.saturating_sub(128).max(within.start));
        let last = graphemes(self.text(), Span::new(from, end)).last();
        last.map_or(Span::at(at), |it| it.span)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::reading;
    use super::*;

    const PROSE: &str = "First one here. Second one.\n\nThird here. Fourth here.\n\nFifth.";

    /// What is selected after `v` or `V` and these commands.
    fn selected(sentences: bool, commands: &[Command]) -> String {
        let mut reader = reading(PROSE, 16, 10);
        reader.select(sentences);
        for command in commands {
            reader.grow_selection(*command);
        }
        reader.selection.unwrap().span().of(reader.text()).to_owned()
    }

    #[test]
    fn characters_and_words_grow_it() {
        use Command::{CharacterLeft, CharacterRight, NextWord, PreviousWord, WordEnd};
        assert_eq!(selected(false, &[]), "F");
        assert_eq!(selected(false, &[CharacterRight, CharacterRight, CharacterLeft]), "Fi");
        assert_eq!(selected(false, &[WordEnd]), "First");
        assert_eq!(selected(false, &[WordEnd, WordEnd]), "First one");
        assert_eq!(selected(false, &[NextWord, NextWord, PreviousWord]), "First o");
    }

    #[test]
    fn sentences_and_paragraphs_grow_it() {
        use Command::{NextParagraph, NextSentence, PreviousSentence};
        assert_eq!(selected(true, &[]), "First one here.");
        assert_eq!(selected(true, &[NextSentence]), "First one here. Second one.");
        assert_eq!(selected(true, &[NextSentence, PreviousSentence]), "First one here.");
        assert!(selected(true, &[NextParagraph]).ends_with("Third here."));
        assert_eq!(selected(false, &[NextSentence]), "First one here. Second one.");
    }

    #[test]
    fn rows_and_ends_grow_it() {
        use Command::{Bottom, LineDown, LineUp};
        assert_eq!(selected(false, &[LineDown]), "First one here. S");
        assert_eq!(selected(false, &[LineDown, LineDown]), "First one here. Second one.\n\nT");
        assert_eq!(selected(false, &[LineDown, LineUp]), "F");
        assert_eq!(selected(true, &[Bottom]), PROSE);
    }

    #[test]
    fn it_goes_over_between_characters_and_sentences() {
        let mut reader = reading(PROSE, 16, 10);
        reader.select(true);
        reader.select(false);
        assert_eq!(reader.selection.unwrap().span().of(reader.text()), "First one here.");
        reader.grow_selection(Command::CharacterLeft);
        assert_eq!(reader.selection.unwrap().span().of(reader.text()), "First one here");
        reader.turn_selection();
        reader.grow_selection(Command::NextWord);
        assert_eq!(reader.selection.unwrap().span().of(reader.text()), "one here");
        reader.select(false);
        assert_eq!(reader.selection, None);
    }
}
