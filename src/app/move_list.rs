//! Moving: the same keys scroll the text and walk the lists.

use super::reader::{Pane, Reader};
use super::{App, Command, Context, Effect};

/// How far a command moves in a list.
enum Step {
    By(isize),
    First,
    Last,
    Percent(usize),
}

impl App {
    /// Carries out a moving command where the focus is.
    pub(super) fn move_by(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        match self.context() {
            Context::Text => {
                self.reader.iter_mut().for_each(|reader| move_text(reader, command, count));
                Vec::new()
            }
            Context::Selection => {
                self.reader.iter_mut().for_each(|reader| grow(reader, command, count));
                Vec::new()
            }
            Context::Note => Vec::new(),
            Context::Ledger => self.move_in_ledger(command, count),
            Context::Library => self.move_in_library(command, count),
            Context::Picture => {
                self.reader.iter_mut().for_each(|reader| move_in_pictures(reader, command, count));
                Vec::new()
            }
            Context::Facts | Context::Captions => {
                self.reader.iter_mut().for_each(|reader| move_in_pane(reader, command, count));
                Vec::new()
            }
        }
    }

    fn move_in_ledger(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        let rows = usize::from(self.size.1).saturating_sub(3).max(1);
        let last = self.ledger.listing.total.saturating_sub(1);
        let to = match step(command, count, rows) {
            Some(Step::By(by)) => self.ledger.selected.saturating_add_signed(by),
            Some(Step::First) => 0,
            Some(Step::Last) => last,
            Some(Step::Percent(percent)) => last * percent.min(100) / 100,
            None => return Vec::new(),
        };
        self.ledger.select(to).map(Effect::ListMarks).into_iter().collect()
    }

    fn move_in_library(&mut self, command: Command, count: Option<usize>) -> Vec<Effect> {
        let rows = usize::from(self.size.1).saturating_sub(3).max(1);
        let last = self.shelf.listing.total.saturating_sub(1);
        let query = match step(command, count, rows) {
            Some(Step::By(by)) => self.shelf.step(by),
            Some(Step::First) => self.shelf.select(0),
            Some(Step::Last) => self.shelf.select(last),
            Some(Step::Percent(percent)) => self.shelf.select(last * percent.min(100) / 100),
            None => None,
        };
        query.map(Effect::List).into_iter().collect()
    }
}

fn move_text(reader: &mut Reader, command: Command, count: Option<usize>) {
    let times = count.unwrap_or(1);
    match command {
        Command::NextSentence => repeat(times, || reader.step_sentence(true)),
        Command::PreviousSentence => repeat(times, || reader.step_sentence(false)),
        Command::NextParagraph => repeat(times, || reader.step_paragraph(true)),
        Command::PreviousParagraph => repeat(times, || reader.step_paragraph(false)),
        Command::NextHeading => repeat(times, || reader.step_heading(true)),
        Command::PreviousHeading => repeat(times, || reader.step_heading(false)),
        _ => match step(command, count, reader.rows()) {
            Some(Step::By(by)) => reader.scroll(by),
            Some(Step::First) => reader.top(),
            Some(Step::Last) => reader.bottom(),
            Some(Step::Percent(percent)) => reader.go_to_percent(percent),
            None => (),
        },
    }
}

/// Moves the end of the selection; scrolls where the command is not one of its motions.
pub(super) fn grow(reader: &mut Reader, command: Command, count: Option<usize>) {
    for _ in 0..count.unwrap_or(1).min(10_000) {
        if !reader.grow_selection(command) {
            return;
        }
    }
}

fn repeat(times: usize, mut step: impl FnMut()) {
    // Nobody counts higher; a pasted number must not hang the screen.
    for _ in 0..times.min(10_000) {
        step();
    }
}

fn move_in_pane(reader: &mut Reader, command: Command, count: Option<usize>) {
    let facts = reader.pane == Pane::Facts;
    let (now, length) = if facts {
        (reader.sidebar.selected(), reader.sidebar.items(reader.sidebar.tab).len())
    } else {
        (reader.image, reader.opened.article.images.len())
    };
    let last = length.saturating_sub(1);
    let to = match step(command, count, 10) {
        // The first step into a list lights the item under the cursor.
        Some(Step::By(1)) if facts && !reader.sidebar.chosen => now,
        Some(Step::By(by)) => now.saturating_add_signed(by).min(last),
        Some(Step::First) => 0,
        Some(Step::Last) => last,
        Some(Step::Percent(percent)) => last * percent.min(100) / 100,
        None => return,
    };
    if facts { reader.select_item(to) } else { reader.select_image(to) }
}

fn move_in_pictures(reader: &mut Reader, command: Command, count: Option<usize>) {
    let last = reader.opened.article.images.len().saturating_sub(1);
    let to = match step(command, count, 3) {
        Some(Step::By(by)) => reader.image.saturating_add_signed(by).min(last),
        Some(Step::First) => 0,
        Some(Step::Last) => last,
        Some(Step::Percent(percent)) => last * percent.min(100) / 100,
        None => return,
    };
    reader.select_image(to);
}

/// How far `command` moves on a screen of `rows`.
fn step(command: Command, count: Option<usize>, rows: usize) -> Option<Step> {
    let times = isize::try_from(count.unwrap_or(1)).unwrap_or(isize::MAX);
    // A page keeps two rows of the one before.
    let page = isize::try_from(rows.saturating_sub(2).max(1)).unwrap_or(isize::MAX);
    let half = (page / 2).max(1);
    Some(match command {
        Command::LineDown => Step::By(times),
        Command::LineUp => Step::By(times.saturating_neg()),
        Command::HalfPageDown => Step::By(half.saturating_mul(times)),
        Command::HalfPageUp => Step::By(half.saturating_mul(times).saturating_neg()),
        Command::PageDown => Step::By(page.saturating_mul(times)),
        Command::PageUp => Step::By(page.saturating_mul(times).saturating_neg()),
        Command::Top => Step::First,
        Command::Bottom => count.map_or(Step::Last, Step::Percent),
        Command::Percent => Step::Percent(count?),
        _ => return None,
    })
}
