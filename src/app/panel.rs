//! The rows that items of the side panels take: shared by what is drawn, how far a list is
//! scrolled and what a click hits.

use super::areas::{Area, DRAWER};
use super::axis::{AXIS_ROWS, Axis, axis};
use super::reader::{Item, Sidebar, Tab};
use crate::article::{Article, Credit, Image};
use crate::text::width::graphemes;
use crate::text::{Span, clean, width, wrap};

/// Rows of the library screen that are not articles: the heading and the foot.
pub const LIBRARY_CHROME: u16 = 2;

/// How many rows a body takes that is not selected, and that is.
const BODY_ROWS: (usize, usize) = (2, 12);

/// From so many columns on the chosen image shows a detail a row, and its whole caption.
const ROOMY: usize = 36;

/// How many rows a detail of the chosen image takes at most.
const DETAIL_ROWS: usize = 3;

/// The columns an item's second and later rows are set in.
pub const INDENT: usize = 2;

/// How many rows the name of a selected item takes at most.
const HEAD_ROWS: usize = 3;

/// The columns kept for what stands after the name.
const TALLY: usize = 6;

/// What a row of an item holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The name of a group of items.
    Heading,
    /// The item's name.
    Head,
    /// What else is said of it.
    Detail,
    /// Longer words.
    Body,
    /// The sentence around it.
    Context,
}

/// A row of an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PanelRow {
    /// What it holds.
    pub part: Part,
    /// Its text, cleaned and cut to the columns.
    pub text: String,
}

/// The part of the sidebar that lists items: below its tabs and a gap, and the line of time over
/// the timeline; above the row that says how many are held back. A drawer has no tabs of its own:
/// the row of counts over it serves.
pub fn items_area(area: Area, sidebar: &Sidebar) -> Area {
    let foot = u16::from(sidebar.held() > 0 || sidebar.unsure);
    let area = Area { rows: area.rows.saturating_sub(foot), ..area };
    if is_drawer(area) {
        return area;
    }
    let head = axis_area(area, sidebar);
    let axis = axis_of(head, sidebar).map_or(0, |_| AXIS_ROWS + 1);
    area.from_top(head.row - area.row + axis)
}

/// The part of the sidebar below its tabs, where the line of time stands.
pub fn axis_area(area: Area, sidebar: &Sidebar) -> Area {
    let tabs = tabs(usize::from(area.columns), &sidebar.counts());
    let below = area.from_top(tabs.last().map_or(0, |tab| tab.row) + 2);
    Area { column: below.column + 2, columns: below.columns.saturating_sub(4), ..below }
}

/// The line of time over the timeline, in the columns of `area`.
pub fn axis_of(area: Area, sidebar: &Sidebar) -> Option<Axis> {
    let items = sidebar.items(Tab::Timeline);
    let shown = sidebar.tab == Tab::Timeline && area.rows > 12;
    shown.then(|| axis(items, sidebar.selected(), usize::from(area.columns))).flatten()
}

/// Whether the sidebar stands in the drawer of a narrow screen.
pub const fn is_drawer(area: Area) -> bool {
    area.rows <= DRAWER
}

/// The part of the captions panel that lists images: below its heading.
pub const fn images_area(area: Area) -> Area {
    area.from_top(1)
}

/// How many rows the item takes in so many columns.
pub fn rows(item: &Item, columns: usize, selected: bool) -> usize {
    item_rows(item, columns, selected).len()
}

/// The columns left of an item's words: what stands on the line of time has its sign there.
pub const fn indent(item: &Item) -> usize {
    if item.node.is_some() { INDENT + 3 } else { INDENT }
}

/// The rows of an item in so many columns.
pub fn item_rows(item: &Item, columns: usize, selected: bool) -> Vec<PanelRow> {
    let inner = columns.saturating_sub(indent(item) + 1).max(1);
    let heading = item.heading.iter();
    let mut rows: Vec<PanelRow> =
        heading.flat_map(|it| wrapped(Part::Heading, it, columns.saturating_sub(2), 2)).collect();
    // The head leaves room for the tally after it.
    let most = if selected { HEAD_ROWS } else { 1 };
    rows.extend(wrapped(Part::Head, &item.head, inner.saturating_sub(TALLY), most));
    if selected {
        rows.extend(wrapped(Part::Detail, &item.detail, inner, BODY_ROWS.1));
    } else if !item.detail.is_empty() {
        rows.push(row(Part::Detail, &item.detail, inner));
    }
    match &item.brief {
        Some(brief) if !selected => rows.push(row(Part::Context, brief, inner)),
        Some(_) => rows.extend(wrapped(Part::Context, &item.body, inner, BODY_ROWS.1)),
        None => {
            let most = if selected { BODY_ROWS.1 } else { BODY_ROWS.0 };
            rows.extend(wrapped(Part::Body, &item.body, inner, most));
        }
    }
    rows
}

/// What stands after the name of an item: how often it is mentioned, that it stands in captions
/// only, that it was corrected, that it is less sure.
pub fn tally(item: &Item) -> String {
    let times = item.mentions.len();
    let mut said = if times > 1 { format!(" ×{times}") } else { String::new() };
    for (holds, sign) in [(item.captioned, " ▣"), (item.corrected, " ✎"), (item.unsure, " ?")] {
        said += if holds { sign } else { "" };
    }
    said
}

/// The rows of an image in the captions panel: its caption, then its credit in a line. For the
/// chosen one `more` holds all that is known of it, a label and a value each.
pub fn image_rows(
    article: &Article,
    image: usize,
    columns: usize,
    more: Option<&[(&str, String)]>,
) -> Vec<PanelRow> {
    let Some(image) = article.images.get(image) else { return Vec::new() };
    let inner = columns.saturating_sub(INDENT + 2).max(1);
    let words = image.caption.of(&article.text).trim();
    let words = if words.is_empty() { image.alt.as_deref().unwrap_or("no caption") } else { words };
    let open = more.is_some() && columns >= ROOMY;
    let most = if open { BODY_ROWS.1 } else { BODY_ROWS.0 };
    let mut rows = wrapped(Part::Body, words, inner, most);
    match more {
        Some(more) if !open => {
            let printed = |(label, value): &(&str, String)| match *label {
                "photographer" | "agency" | "standing" | "taken" | "in the picture" | "stands" => {
                    Some(value.clone())
                }
                "as printed" => None,
                _ => Some(format!("{label} {value}")),
            };
            let said: Vec<String> = more.iter().filter_map(printed).collect();
            rows.extend(wrapped(Part::Detail, &said.join(" · "), inner, BODY_ROWS.1));
        }
        Some(more) => rows.extend(more.iter().flat_map(|(label, value)| {
            wrapped(Part::Detail, &format!("{label}: {value}"), inner, DETAIL_ROWS)
        })),
        None => {
            let credit = credit_line(image);
            let credit = (!credit.is_empty()).then(|| row(Part::Detail, &credit, inner));
            rows.extend(credit);
        }
    }
    let own = more.and_then(|_| own_words(article, image));
    rows.extend(own.map(|own| row(Part::Context, own, inner)));
    rows
}

/// Which of an image's words are from its own metadata, not from the page.
fn own_words(article: &Article, image: &Image) -> Option<&'static str> {
    match (image.has_own_caption(&article.blocks), image.has_own_credit(&article.blocks)) {
        (true, true) => Some("both from the picture's own metadata"),
        (true, false) => Some("the caption is from the picture's own metadata"),
        (false, true) => Some("the credit is from the picture's own metadata"),
        (false, false) => None,
    }
}

/// What is known of an image's making, in a line: `Mikhail Klimentyev · Sputnik · pool · via AP`.
pub fn credit_line(image: &Image) -> String {
    let credit = &image.credit;
    let mut parts: Vec<String> = credit.photographers.clone();
    parts.extend(credit.agencies.iter().cloned());
    parts.extend(credit.flags.iter().map(|flag| flag.name().to_owned()));
    parts.extend(credit.via.iter().map(|via| format!("via {via}")));
    parts.extend(credit.courtesy.iter().map(|by| format!("courtesy {by}")));
    parts.extend(credit.client.iter().map(|client| format!("for {client}")));
    parts.extend(credit.copyright.iter().filter(|notice| !repeats_names(notice, credit)).cloned());
    parts.extend(credit.license.iter().cloned());
    if !image.repeats.is_empty() {
        parts.push(format!("×{}", image.repeats.len() + 1));
    }
    parts.join(" · ")
}

/// Whether a notice is nothing but a sign before the names that are told already.
fn repeats_names(notice: &str, credit: &Credit) -> bool {
    let bare = notice.trim_start_matches(['©', '(', 'c', 'C', ')', ' ']);
    let names = credit.photographers.iter().chain(&credit.agencies);
    names.map(String::as_str).any(|name| name == bare)
        || credit.lines.iter().any(|line| line == bare)
            && credit.photographers.len() + credit.agencies.len() > 0
}

/// The first item on the screen such that the selected one is on it too: `first` where that holds.
pub fn first_in_sight(
    first: usize,
    selected: usize,
    room: usize,
    rows: impl Fn(usize) -> usize,
) -> usize {
    let mut first = first.min(selected);
    let mut taken: usize = (first..=selected).map(&rows).sum();
    while first < selected && taken > room {
        taken -= rows(first);
        first += 1;
    }
    first
}

/// A tab of the sidebar on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TabPlace {
    /// Which.
    pub tab: Tab,
    /// Its first column, from that of the sidebar.
    pub column: u16,
    /// Its row, from that of the sidebar.
    pub row: u16,
    /// Its name and how many items it has.
    pub label: String,
}

/// The tabs of the sidebar in so many columns, on as many rows as they need.
pub fn tabs(columns: usize, counts: &[usize]) -> Vec<TabPlace> {
    let (mut column, mut row) = (1, 0);
    let mut places = Vec::new();
    for (tab, count) in Tab::ALL.into_iter().zip(counts) {
        let label = format!("{} {count}", tab.name());
        if column > 1 && column + width(&label) > columns {
            (column, row) = (1, row + 1);
        }
        let at = u16::try_from(column).unwrap_or(u16::MAX);
        column += width(&label) + 2;
        places.push(TabPlace { tab, column: at, row, label });
    }
    places
}

/// The same on one row beside the count of the images: closer together, then with short names,
/// where room is short.
pub fn counts_row(columns: usize, counts: &[usize]) -> Vec<TabPlace> {
    let room = columns.saturating_sub(width(&images_count(columns, 10)) + 2);
    let full = |tab: Tab| tab.name().len();
    let row = |name: fn(Tab) -> usize, gap| placed(counts, name, gap);
    let fits = |places: &[TabPlace]| {
        places.last().is_none_or(|last| usize::from(last.column) + width(&last.label) <= room)
    };
    let wide = row(full, 2);
    let close = if fits(&wide) { wide } else { row(full, 1) };
    if fits(&close) { close } else { row(|_| SHORT, 1) }
}

/// The count of the images, which stands at the end of that row.
pub fn images_count(columns: usize, images: usize) -> String {
    format!("{} {images}", if columns < 70 { "Cap" } else { "Captions" })
}

/// How many letters a short name of a tab has.
const SHORT: usize = 3;

/// The tabs on one row, `gap` columns apart, by the first letters of their names.
fn placed(counts: &[usize], letters: fn(Tab) -> usize, gap: usize) -> Vec<TabPlace> {
    let mut column = 1;
    let mut places = Vec::new();
    for (tab, count) in Tab::ALL.into_iter().zip(counts) {
        let label = format!("{} {count}", Span::new(0, letters(tab)).of(tab.name()));
        let at = u16::try_from(column).unwrap_or(u16::MAX);
        column += width(&label) + gap;
        places.push(TabPlace { tab, column: at, row: 0, label });
    }
    places
}

/// The tab at that place of the sidebar.
pub fn tab_at(places: &[TabPlace], column: u16, row: u16) -> Option<Tab> {
    let here = places.iter().rev().find(|it| it.row == row && it.column <= column + 1);
    here.map(|place| place.tab)
}

/// A row of `text`, cleaned and cut with an ellipsis where it is too long.
fn row(part: Part, text: &str, columns: usize) -> PanelRow {
    PanelRow { part, text: cut(text, columns) }
}

/// `text` on one line, cleaned, cut with an ellipsis where it takes more columns.
pub fn cut(text: &str, columns: usize) -> String {
    let line = clean::clean_line(text);
    if width(&line) <= columns {
        return line.into_owned();
    }
    let mut kept = String::new();
    let mut taken = 1;
    for grapheme in graphemes(&line, Span::new(0, line.len())) {
        taken += grapheme.width;
        if taken > columns {
            break;
        }
        kept.push_str(grapheme.span.of(&line));
    }
    if columns > 0 {
        kept.truncate(kept.trim_end().len());
        kept.push('…');
    }
    kept
}

/// `text` in lines of so many columns.
pub fn lines(text: &str, columns: usize) -> Vec<String> {
    let rows = wrapped(Part::Body, text, columns.max(1), usize::MAX);
    rows.into_iter().map(|row| row.text).collect()
}

/// The lines of `text`, cleaned, at most `most` of them; the last ends in an ellipsis where more
/// would follow.
fn wrapped(part: Part, text: &str, columns: usize, most: usize) -> Vec<PanelRow> {
    let line = clean::clean_line(text);
    let line = line.trim();
    let mut rows = Vec::new();
    let mut at = 0;
    while at < line.len() && rows.len() < most {
        let (shown, next) = wrap::next_line(line, at, line.len(), columns);
        let last = rows.len() + 1 == most && next < line.len();
        let shown = if last { Span::new(shown.start, line.len()) } else { shown };
        rows.push(row(part, shown.of(line).trim(), columns));
        at = next.max(at + 1);
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_is_cut_at_a_cluster() {
        assert_eq!(cut("Damascus", 8), "Damascus");
        assert_eq!(cut("Damascus", 5), "Dama…");
        assert_eq!(cut("日本語", 5), "日本…");
        assert_eq!(cut("ab", 0), "");
    }

    #[test]
    fn a_selected_item_shows_all_its_words() {
        let item = Item { head: "x".into(), body: "word ".repeat(40), ..Item::default() };
        assert_eq!(rows(&item, 30, false), 3);
        assert!(rows(&item, 30, true) > 6);
        let body = item_rows(&item, 30, false).pop().unwrap().text;
        assert!(body.ends_with('…'), "{body}");
    }

    #[test]
    fn a_list_scrolls_by_as_little_as_shows_the_selected() {
        let rows = |_| 2;
        assert_eq!(first_in_sight(0, 2, 10, rows), 0);
        assert_eq!(first_in_sight(0, 7, 10, rows), 3);
        assert_eq!(first_in_sight(5, 3, 10, rows), 3);
    }

    #[test]
    fn counts_fit_beside_that_of_the_images() {
        for counts in [[0; 7], [12; 7], [99; 7]] {
            for columns in [60, 70, 80, 100] {
                let places = counts_row(columns, &counts);
                let last = places.last().unwrap();
                let end = usize::from(last.column) + width(&last.label);
                let images = width(&images_count(columns, 12));
                assert!(end + images + 1 < columns, "{columns}: {end}");
            }
        }
    }

    #[test]
    fn tabs_take_the_rows_they_need() {
        let counts = [2, 6, 3, 8, 9, 3, 0];
        let rows = |columns| tabs(columns, &counts).last().unwrap().row + 1;
        assert_eq!((rows(90), rows(52), rows(42), rows(24)), (1, 2, 2, 4));
        let places = tabs(42, &counts);
        for place in &places {
            assert!(usize::from(place.column) + width(&place.label) <= 42, "{place:?}");
            assert_eq!(tab_at(&places, place.column, place.row), Some(place.tab));
        }
        assert_eq!(tab_at(&places, 3, 5), None);
    }
}
