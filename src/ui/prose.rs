//! The open article: the rows on the screen with everything that lies over them.

use super::canvas::Canvas;
use super::note;
use super::theme::Role;
use crate::app::areas::Area;
use crate::app::panel::{credit_line, cut};
use crate::app::reader::{GUTTER, Pane, Reader};
use crate::article::{Block, BlockRole, InlineKind, Visibility};
use crate::mark::{Annotation, Color};
use crate::page::{Page, Row, RowKind};
use crate::text::Span;
use ratatui::style::Style;

/// Draws the rows of `reader` that are on the screen. The words of the current sentence's facts
/// are lit where `facts` says that they stand beside the text.
pub(super) fn draw(reader: &Reader, facts: bool, canvas: &mut Canvas<'_>) {
    let rows = reader.visible();
    let screen = reader.visible_span();
    let layers = layers(reader, screen, facts);
    let page = reader.page();
    let left = reader.left();
    for (row, y) in rows.iter().zip(reader.area.row..) {
        let line = Area::new(left, y, columns(reader), 1);
        match row.kind {
            RowKind::Gap => ornaments(&page, row, line, canvas),
            RowKind::Rule => rule(line, canvas),
            RowKind::Image(image) => marker(reader, image, line, canvas),
            RowKind::Line { .. } | RowKind::Table => {
                text(&page, row, &layers, line, canvas);
            }
        }
        gutter(reader, row, y, canvas);
    }
    note::draw_margin(reader, &rows, canvas);
    if reader.hints.is_some() {
        hints(reader, &page, &rows, canvas);
    }
}

fn columns(reader: &Reader) -> u16 {
    let room = reader.area.columns.saturating_sub(GUTTER.min(reader.area.columns));
    u16::try_from(reader.setting.columns).unwrap_or(u16::MAX).min(room.max(1))
}

/// What lies over the prose on the screen, lowest first.
fn layers(reader: &Reader, screen: Span, facts: bool) -> Vec<(Span, Role)> {
    let mut layers: Vec<(Span, Role)> = Vec::new();
    for inline in reader.opened.article.inlines_in(screen) {
        let role = match inline.kind {
            InlineKind::Emphasis => Role::Emphasis,
            InlineKind::Strong => Role::Strong,
            InlineKind::Code => Role::Code,
            InlineKind::Strike => Role::Strike,
            InlineKind::Link(_) => Role::Link,
        };
        layers.push((inline.span, role));
    }
    for image in &reader.opened.article.images {
        if image.credit_span.overlaps(screen) {
            layers.push((image.credit_span, Role::Credit));
        }
    }
    layers.extend(reader.dimmed().into_iter().map(|span| (span, Role::Skimmed)));
    layers.extend(marks(reader, screen));
    if facts && let Some(corrected) = &reader.facts {
        let facts = &corrected.facts;
        let in_sentence = |span: &Span| reader.sentence.contains(*span);
        let spans = facts.mentions.iter().map(|it| it.span);
        let spans = spans.chain(facts.dates.iter().map(|it| it.span));
        let told = facts.quantities.iter().filter(|it| it.is_told());
        let spans = spans.chain(told.map(|it| it.span));
        layers.extend(spans.filter(in_sentence).map(|span| (span, Role::Fact)));
    }
    if let Some(item) = reader.sidebar.chosen_item() {
        let mentions = item.mentions.iter().map(|it| it.span).filter(|it| it.overlaps(screen));
        layers.extend(mentions.map(|span| (span, Role::ChosenFact)));
    }
    layers.extend(reader.hits_in(screen).into_iter().map(|hit| (hit, Role::Hit)));
    layers.extend(reader.find.current.map(|hit| (hit, Role::CurrentHit)));
    layers.extend(reader.selection.map(|it| (it.span(), Role::Selection)));
    layers
}

/// The highlights and notes on the screen, the newest on top.
fn marks(reader: &Reader, screen: Span) -> Vec<(Span, Role)> {
    let mut marks: Vec<(&Annotation, Span)> = on_screen(reader, screen).collect();
    marks.sort_by_key(|(mark, _)| (mark.created, mark.id));
    marks.into_iter().map(|(mark, span)| (span, mark_role(mark))).collect()
}

fn on_screen(reader: &Reader, screen: Span) -> impl Iterator<Item = (&Annotation, Span)> {
    let marks = reader.opened.marks.iter();
    marks.filter_map(move |it| Some((it, it.place.span.filter(|span| span.overlaps(screen))?)))
}

/// The role of a highlight, or of a note without color.
pub(super) fn mark_role(mark: &Annotation) -> Role {
    match mark.color {
        None => Role::Note,
        Some(Color::Yellow) => Role::MarkYellow,
        Some(Color::Green) => Role::MarkGreen,
        Some(Color::Blue) => Role::MarkBlue,
        Some(Color::Red) => Role::MarkRed,
        Some(Color::Purple) => Role::MarkPurple,
    }
}

/// The role that the prose of `block` is drawn in.
fn base(block: &Block) -> Role {
    if block.visibility != Visibility::Shown {
        return Role::Folded;
    }
    match block.role {
        BlockRole::Title => Role::Title,
        BlockRole::Standfirst => Role::Standfirst,
        BlockRole::Byline | BlockRole::Dateline => Role::Byline,
        BlockRole::Heading(_) => Role::Heading,
        BlockRole::Quote => Role::Quote,
        BlockRole::Code => Role::Code,
        BlockRole::Caption => Role::Caption,
        BlockRole::Credit => Role::Credit,
        _ if block.quote > 0 => Role::Quote,
        BlockRole::Body | BlockRole::List(_) | BlockRole::Table | BlockRole::Break => Role::Body,
        _ => Role::Folded,
    }
}

/// A row of text: each cluster in the style of its block, with what lies over it.
fn text(page: &Page<'_>, row: &Row, layers: &[(Span, Role)], line: Area, canvas: &mut Canvas<'_>) {
    let Some(block) = page.article.blocks.get(row.place.block) else { return };
    let plain = canvas.theme.style(base(block));
    let over: Vec<&(Span, Role)> =
        layers.iter().filter(|(span, _)| span.overlaps(row.span)).collect();
    ornaments(page, row, line, canvas);
    let mut before: Option<(Span, Style, u16)> = None;
    for cluster in page.clusters(row) {
        let column = u16::try_from(cluster.column).unwrap_or(u16::MAX);
        if column >= line.columns {
            continue;
        }
        let mut style = plain;
        for (span, role) in &over {
            if span.overlaps(cluster.span) {
                style = style.patch(canvas.theme.style(*role));
            }
        }
        bridge(before, (cluster.span, style, column), &over, line, canvas);
        let symbol = page.symbol(&cluster);
        canvas.cluster((line.column + column, line.row), &symbol, style);
        let width = u16::try_from(cluster.width).unwrap_or(1);
        before = Some((cluster.span, style, column + width));
    }
}

/// What stands beside the text of a row: bullets, numbers, the bars of quotes.
fn ornaments(page: &Page<'_>, row: &Row, line: Area, canvas: &mut Canvas<'_>) {
    for ornament in page.ornaments(row) {
        let column = u16::try_from(ornament.column).unwrap_or(u16::MAX);
        canvas.put(line, (column, 0), &ornament.text, Role::Bullet);
    }
}

/// Styles the columns between two clusters that a stretched space leaves, where one thing lies
/// over both.
fn bridge(
    before: Option<(Span, Style, u16)>,
    (span, style, column): (Span, Style, u16),
    over: &[&(Span, Role)],
    line: Area,
    canvas: &mut Canvas<'_>,
) {
    let Some((last, last_style, end)) = before else { return };
    if end >= column || last_style != style {
        return;
    }
    let joined = Span::new(last.start.min(span.start), last.end.max(span.end));
    if over.iter().any(|(span, _)| span.contains(joined)) {
        for gap in end..column.min(line.columns) {
            canvas.cluster((line.column + gap, line.row), " ", style);
        }
    }
}

fn rule(line: Area, canvas: &mut Canvas<'_>) {
    let columns = line.columns.min(9);
    let from = (line.columns - columns) / 2;
    let rule = "─".repeat(usize::from(columns));
    canvas.put(line, (from, 0), &rule, Role::Faint);
}

/// The row that stands for an image: its number, its caption, who made it.
fn marker(reader: &Reader, image: usize, line: Area, canvas: &mut Canvas<'_>) {
    let article = &reader.opened.article;
    let Some(it) = article.images.get(image) else { return };
    let alt = it.alt.as_deref().unwrap_or("no caption");
    let words = it.caption.of(&article.text).trim();
    let words = if words.is_empty() { alt } else { words };
    let makers = credit_line(it);
    let columns = usize::from(line.columns);
    let makers = cut(&makers, columns / 3);
    let head = format!("▣ {} ", image + 1);
    let room = columns.saturating_sub(crate::text::width(&head) + crate::text::width(&makers) + 2);
    let next = canvas.put(line, (0, 0), &head, Role::Bullet);
    let next = canvas.put(line, (next, 0), &cut(words, room), Role::Caption);
    if !makers.is_empty() {
        canvas.put(line, (next + 2, 0), &makers, Role::Credit);
    }
    if reader.pane == Pane::Captions && reader.image == image {
        canvas.tint(line, 0, Role::Selected);
    }
    let block = article.blocks.get(it.block).map_or_else(Span::default, |block| block.span);
    let inside = |span: Span| span.overlaps(block);
    let chosen = reader.sidebar.chosen_item();
    if chosen.is_some_and(|item| item.mentions.iter().any(|it| inside(it.span))) {
        canvas.tint(line, 0, Role::ChosenFact);
    } else if reader.find.current.is_some_and(inside) {
        canvas.tint(line, 0, Role::CurrentHit);
    } else if !reader.hits_in(block).is_empty() {
        canvas.tint(line, 0, Role::Hit);
    }
}

/// The marks left of the text: the current sentence, bookmarks, the signs of highlights and notes.
fn gutter(reader: &Reader, row: &Row, y: u16, canvas: &mut Canvas<'_>) {
    let Some(column) = reader.left().checked_sub(GUTTER) else { return };
    let area = Area::new(column, y, GUTTER, 1);
    let current = !row.span.is_empty() && row.span.overlaps(reader.sentence);
    if current && column >= reader.area.column {
        canvas.put(area, (0, 0), "▌", Role::Cursor);
    }
    if row.span.is_empty() {
        return;
    }
    let mut bookmarks = reader.sidebar.bookmarks.iter();
    let bookmark = bookmarks.find(|(_, at)| row.span.holds(*at));
    if let Some((name, _)) = bookmark {
        canvas.put(area, (1, 0), name.encode_utf8(&mut [0; 4]), Role::Bookmark);
    }
    let newest = on_screen(reader, row.span).max_by_key(|(mark, _)| (mark.created, mark.id));
    // A bookmark's letter goes before; the sign of the mark then stands at the cursor's place.
    let column = if bookmark.is_none() { Some(1) } else { (!current).then_some(0) };
    if let Some(((mark, span), column)) = newest.zip(column) {
        let begins = row.span.holds(span.start);
        let sign = mark.color.map_or(NOTE, Color::sign);
        canvas.put(area, (column, 0), if begins { sign } else { "┊" }, mark_role(mark));
    }
}

/// The sign of a note beside the text.
const NOTE: &str = "✎";

/// Letters over the links or sentences on the screen.
fn hints(reader: &Reader, page: &Page<'_>, rows: &[Row], canvas: &mut Canvas<'_>) {
    let Some(hints) = &reader.hints else { return };
    for (row, y) in rows.iter().zip(reader.area.row..) {
        let line = Area::new(reader.left(), y, columns(reader), 1);
        for hint in hints.hints.iter().filter(|hint| row.span.holds(hint.span.start)) {
            let clusters = page.clusters(row);
            let cluster = clusters.iter().find(|it| it.span.start >= hint.span.start);
            let Some(column) = cluster.and_then(|it| u16::try_from(it.column).ok()) else {
                continue;
            };
            canvas.put(line, (column, 0), &hint.letters, Role::Hint);
        }
    }
}
