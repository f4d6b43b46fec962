//! Where the panes lie on the screen: plain rectangles, shared by what is drawn, what a click hits
//! and how wide the page is set.

/// A rectangle of the screen, in columns and rows from the upper left corner.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Area {
    /// Its first column.
    pub column: u16,
    /// Its first row.
    pub row: u16,
    /// How many columns it has.
    pub columns: u16,
    /// How many rows it has.
    pub rows: u16,
}

impl Area {
    /// The rectangle with these sides.
    pub const fn new(column: u16, row: u16, columns: u16, rows: u16) -> Self {
        Self { column, row, columns, rows }
    }

    /// Whether the cell lies inside.
    pub const fn holds(self, column: u16, row: u16) -> bool {
        column >= self.column
            && row >= self.row
            && column - self.column < self.columns
            && row - self.row < self.rows
    }

    /// The part of this area `columns` in from the left.
    #[must_use]
    pub const fn from_left(self, columns: u16) -> Self {
        let cut = if columns < self.columns { columns } else { self.columns };
        Self { column: self.column + cut, columns: self.columns - cut, ..self }
    }

    /// The part of this area `rows` down from the top.
    #[must_use]
    pub const fn from_top(self, rows: u16) -> Self {
        let cut = if rows < self.rows { rows } else { self.rows };
        Self { row: self.row + cut, rows: self.rows - cut, ..self }
    }
}

/// How the panes are arranged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Shape {
    /// From 160 columns: list of articles, text, facts over captions.
    Wide,
    /// From 112 columns: text, facts over captions.
    #[default]
    Middle,
    /// Text over a drawer that holds facts and captions side by side.
    Narrow,
    /// Text only.
    Tiny,
    /// No room for anything but saying so.
    None,
}

/// The fewest columns of the wide shape.
const WIDE: u16 = 160;
/// The fewest columns of the middle shape.
const MIDDLE: u16 = 112;
/// The fewest rows of the wide and the middle shape.
const TALL: u16 = 20;
/// The fewest columns and rows of the narrow shape.
const NARROW: (u16, u16) = (60, 16);
/// The fewest columns and rows on which a text can be read.
const LEAST: (u16, u16) = (20, 4);
/// Columns of the list of articles beside the text.
const LIST: u16 = 36;
/// Rows of the drawer, less the counts over it.
pub(super) const DRAWER: u16 = 9;
/// The columns that a text keeps when the divider is dragged.
const TEXT_LEAST: u16 = 40;
/// The columns that a sidebar keeps.
const SIDEBAR_LEAST: u16 = 24;

/// What the arrangement depends on besides the size.
#[expect(clippy::struct_excessive_bools, reason = "each is a pane wanted or not")]
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Wish {
    /// Whether the sidebar (or the drawer) is wanted.
    pub sidebar: bool,
    /// Whether only the text is wanted.
    pub zen: bool,
    /// Whether there is a list of articles to stand beside the text.
    pub list: bool,
    /// The columns of the sidebar, where the reader dragged the divider.
    pub columns: Option<u16>,
    /// How many images the captions panel has to list.
    pub images: usize,
    /// Whether that panel has the focus: it grows then.
    pub captions: bool,
    /// Whether the lines for a newcomer are shown.
    pub welcome: bool,
    /// Whether the chosen image has a picture to be shown beside its caption.
    pub picture: bool,
    /// Whether a note is being written.
    pub editor: bool,
}

/// The most rows of the editor, its heading among them.
const EDITOR: u16 = 9;

/// How many lines there are for a newcomer.
const WELCOME: u16 = 3;

/// The most rows of a picture under the captions.
const PICTURE: u16 = 14;

/// Where everything lies.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Areas {
    /// How the panes are arranged.
    pub shape: Shape,
    /// The list of articles.
    pub list: Option<Area>,
    /// The text with its margins.
    pub text: Area,
    /// The facts.
    pub facts: Option<Area>,
    /// The captions.
    pub captions: Option<Area>,
    /// The picture of the chosen caption, under the captions.
    pub picture: Option<Area>,
    /// The row that counts the facts while the drawer is closed or narrow.
    pub counts: Option<Area>,
    /// The line at the foot.
    pub footer: Option<Area>,
    /// The vertical rules between panes, one column each.
    pub rules: [Option<Area>; 2],
    /// The lines for a newcomer, under the text.
    pub welcome: Option<Area>,
    /// The note that is being written, under the text.
    pub editor: Option<Area>,
}

/// The shape of a screen of that size.
pub const fn shape(columns: u16, rows: u16) -> Shape {
    if columns < LEAST.0 || rows < LEAST.1 {
        Shape::None
    } else if columns < NARROW.0 || rows < NARROW.1 {
        Shape::Tiny
    } else if columns < MIDDLE || rows < TALL {
        Shape::Narrow
    } else if columns < WIDE {
        Shape::Middle
    } else {
        Shape::Wide
    }
}

/// Where everything lies on a screen of that size.
pub fn areas(columns: u16, rows: u16, wish: Wish) -> Areas {
    let mut areas = arranged(columns, rows, wish);
    if wish.welcome && areas.footer.is_some() {
        let (text, welcome) = above(areas.text, WELCOME);
        (areas.text, areas.welcome) = (text, Some(welcome));
    }
    if wish.editor && areas.shape != Shape::None {
        // A tiny screen has no foot: its last row is left for what is said there.
        let foot = u16::from(areas.footer.is_none());
        let rows = (areas.text.rows / 2).clamp(2, EDITOR);
        let (text, editor) = above(areas.text, rows + foot);
        (areas.text, areas.editor) =
            (text, Some(Area { rows: editor.rows.saturating_sub(foot), ..editor }));
    }
    areas
}

fn arranged(columns: u16, rows: u16, wish: Wish) -> Areas {
    let shape = shape(columns, rows);
    let whole = Area::new(0, 0, columns, rows);
    match shape {
        Shape::None | Shape::Tiny => Areas { shape, text: whole, ..Areas::default() },
        _ if wish.zen => {
            let (text, footer) = above(whole, 1);
            Areas { shape, text, footer: Some(footer), ..Areas::default() }
        }
        Shape::Narrow => narrow(whole, wish),
        Shape::Middle | Shape::Wide => beside(whole, shape, wish),
    }
}

/// The area without its last rows, and those rows.
fn above(area: Area, rows: u16) -> (Area, Area) {
    let rows = rows.min(area.rows);
    let upper = Area { rows: area.rows - rows, ..area };
    (upper, area.from_top(upper.rows))
}

fn narrow(whole: Area, wish: Wish) -> Areas {
    let (rest, footer) = above(whole, 1);
    let (rest, counts) = above(rest, 1);
    let mut areas = Areas {
        shape: Shape::Narrow,
        text: rest,
        counts: Some(counts),
        footer: Some(footer),
        ..Areas::default()
    };
    if wish.sidebar {
        let (text, drawer) = above(rest, DRAWER.min(rest.rows / 2));
        areas.text = text;
        // The counts row stands as a heading over the open drawer.
        areas.counts = Some(Area { rows: 1, row: drawer.row, ..drawer });
        let drawer = Area { row: drawer.row + 1, ..drawer };
        let left = if wish.images == 0 { drawer.columns } else { drawer.columns * 3 / 5 };
        areas.facts = Some(Area { columns: left, ..drawer });
        if wish.images > 0 {
            areas.rules[1] = Some(Area { columns: 1, ..drawer.from_left(left) });
            areas.captions = Some(drawer.from_left(left + 1));
        }
    }
    areas
}

fn beside(whole: Area, shape: Shape, wish: Wish) -> Areas {
    let (mut text, footer) = above(whole, 1);
    let mut areas = Areas { shape, footer: Some(footer), ..Areas::default() };
    if shape == Shape::Wide && wish.list {
        areas.list = Some(Area { columns: LIST, ..text });
        areas.rules[0] = Some(Area { columns: 1, ..text.from_left(LIST) });
        text = text.from_left(LIST + 1);
    }
    if wish.sidebar {
        let usual = if shape == Shape::Wide { 52 } else { 42 };
        let most = text.columns.saturating_sub(TEXT_LEAST + 1).max(SIDEBAR_LEAST);
        let columns = wish.columns.unwrap_or(usual).clamp(SIDEBAR_LEAST, most);
        let left = text.columns - columns - 1;
        areas.rules[1] = Some(Area { columns: 1, ..text.from_left(left) });
        let side = text.from_left(left + 1);
        text.columns = left;
        let (facts, captions) = above(side, captions_rows(side, wish));
        areas.facts = Some(facts);
        let (captions, picture) = above(captions, picture_rows(captions, wish));
        areas.captions = (captions.rows > 0).then_some(captions);
        areas.picture = (picture.rows > 0).then_some(picture);
    }
    areas.text = text;
    areas
}

/// The rows of the captions panel under the facts: a heading and some rows an image, at most two
/// fifths of the height, or seven tenths while it is read.
fn captions_rows(side: Area, wish: Wish) -> u16 {
    if wish.images == 0 {
        return 0;
    }
    let (each, most) = if wish.captions { (7, side.rows * 7 / 10) } else { (4, side.rows * 2 / 5) };
    let picture = if wish.picture && wish.captions { PICTURE } else { 0 };
    let wanted = wish.images.saturating_mul(each).saturating_add(2 + usize::from(picture));
    u16::try_from(wanted).unwrap_or(u16::MAX).min(most)
}

/// The rows of the picture under the captions: what a few rows for each of these leave, and some
/// at least while they are read.
fn picture_rows(captions: Area, wish: Wish) -> u16 {
    let words = u16::try_from(wish.images.saturating_mul(3).saturating_add(2)).unwrap_or(u16::MAX);
    let spare = captions.rows.saturating_sub(words);
    match (wish.picture, wish.captions) {
        (true, true) if captions.rows >= 13 => spare.clamp(6, PICTURE),
        (true, false) if spare >= 6 => spare.min(PICTURE),
        _ => 0,
    }
}

/// The screen that shows one picture: its room, and below that so many rows of words. A column is
/// left at the sides, a row at the foot.
pub(super) fn full(columns: u16, rows: u16, words: u16) -> (Area, Area) {
    let (whole, _) = above(Area::new(0, 0, columns, rows), 1);
    let inner = Area { column: 2.min(columns), columns: columns.saturating_sub(4), ..whole };
    let (picture, words) = above(inner, words.saturating_add(1));
    (picture, words.from_top(1.min(words.rows)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn laid(columns: u16, rows: u16) -> Areas {
        let wish = Wish { sidebar: true, list: true, images: 3, ..Wish::default() };
        let welcome = columns.is_multiple_of(2);
        let editor = columns.is_multiple_of(3) && columns >= 60 && rows >= 16;
        let picture = columns.is_multiple_of(3);
        let wish = Wish { welcome, editor, picture, captions: rows > 30, ..wish };
        areas(columns, rows, wish)
    }

    /// Every pane of `areas`.
    fn panes(areas: &Areas) -> Vec<Area> {
        let side = [
            areas.list,
            areas.facts,
            areas.captions,
            areas.picture,
            areas.counts,
            areas.footer,
            areas.welcome,
            areas.editor,
        ];
        let mut panes: Vec<Area> = side.into_iter().chain(areas.rules).flatten().collect();
        panes.push(areas.text);
        panes
    }

    #[test]
    fn shapes_follow_the_size() {
        assert_eq!(laid(200, 60).shape, Shape::Wide);
        assert_eq!(laid(120, 40).shape, Shape::Middle);
        assert_eq!(laid(120, 18).shape, Shape::Narrow);
        assert_eq!(laid(80, 24).shape, Shape::Narrow);
        assert_eq!(laid(30, 6).shape, Shape::Tiny);
        assert_eq!(laid(19, 6).shape, Shape::None);
    }

    #[test]
    fn panes_tile_the_screen_without_overlap() {
        for columns in 0..220 {
            for rows in [0, 1, 3, 4, 15, 16, 17, 19, 20, 24, 40, 60] {
                let areas = laid(columns, rows);
                let panes = panes(&areas);
                for row in 0..rows {
                    for column in (0..columns).step_by(3) {
                        let over = panes.iter().filter(|pane| pane.holds(column, row)).count();
                        assert_eq!(over, 1, "{columns}x{rows} at {column},{row}: {areas:?}");
                    }
                }
            }
        }
    }

    #[test]
    fn a_dragged_divider_leaves_room_for_both_sides() {
        let wish = |columns| Wish { sidebar: true, columns: Some(columns), ..Wish::default() };
        assert_eq!(areas(120, 40, wish(5)).facts.unwrap().columns, SIDEBAR_LEAST);
        assert_eq!(areas(120, 40, wish(110)).text.columns, TEXT_LEAST);
    }

    #[test]
    fn zen_leaves_only_the_text_and_the_foot() {
        let areas = areas(120, 40, Wish { zen: true, sidebar: true, ..Wish::default() });
        assert_eq!((areas.facts, areas.text.rows, areas.text.columns), (None, 39, 120));
    }
}
