//! What one column of the screen shows, and the gate that every cell passes on its way there:
//! no control character, no direction mark and no overlong cluster leaves it.

use super::look::{Look, Shade};
use ratatui::buffer::Cell;
use ratatui::style::Modifier;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// What stands in for anything that may not be shown.
const REPLACEMENT: char = '\u{FFFD}';

/// The most bytes of a cluster.
const CLUSTER_BYTES: usize = 64;

/// The most characters of a cluster after its first that take no column of their own.
const CLUSTER_MARKS: usize = 8;

/// From here on (emoji, playing cards) terminals disagree about widths.
const FIRST_DISPUTED: char = '\u{1F000}';

/// What is written in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Symbol {
    /// One character.
    Char(char),
    /// A cluster of several characters.
    Cluster(Box<str>),
    /// Nothing: the wide symbol to the left covers this column.
    Tail,
    /// Part of the picture of this number, which the terminal draws itself.
    Picture(u64),
    /// Whatever the terminal put there: never in a frame, so never what is to be shown.
    Unknown,
}

/// One column of a row.
#[derive(Debug, Clone, Eq)]
pub(super) struct Tile {
    /// What is written in it.
    pub(super) symbol: Symbol,
    /// How it looks.
    pub(super) look: Look,
}

impl PartialEq for Tile {
    /// Two characters, which is what nearly all tiles hold, are compared first.
    #[inline]
    fn eq(&self, other: &Self) -> bool {
        let symbols = match (&self.symbol, &other.symbol) {
            (Symbol::Char(one), Symbol::Char(other)) => one == other,
            (one, other) => one == other,
        };
        symbols && self.look == other.look
    }
}

impl Tile {
    /// A column in which nothing stands.
    pub(super) const BLANK: Self = Self { symbol: Symbol::Char(' '), look: Look::PLAIN };

    /// A column of which nothing is known.
    pub(super) const UNKNOWN: Self = Self { symbol: Symbol::Unknown, look: Look::PLAIN };

    /// Whether it is a space, of whatever look.
    #[inline]
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.symbol, Symbol::Char(' '))
    }

    /// Whether it can be written while the terminal writes in `look`.
    pub(super) fn goes_with(&self, look: Look) -> bool {
        self.look == look || (self.is_blank() && self.look.blanks_like(look))
    }

    /// Whether it shows nothing but a background: what erasing leaves.
    pub(super) fn is_bare(&self) -> bool {
        self.is_blank() && self.look.is_inkless()
    }

    /// Whether this is one ASCII character: safe to be written again at no risk.
    pub(super) fn ascii(&self) -> Option<u8> {
        match self.symbol {
            Symbol::Char(c) if c.is_ascii() => u8::try_from(c).ok(),
            _ => None,
        }
    }

    /// The columns to which a terminal that draws each character of this symbol for itself could
    /// reach, where terminals disagree about the width; `None` where they agree.
    #[inline]
    pub(super) fn reach(&self) -> Option<usize> {
        reach(&self.symbol)
    }
}

/// See [`Tile::reach`].
#[inline]
fn reach(symbol: &Symbol) -> Option<usize> {
    match symbol {
        Symbol::Char(c) if *c < FIRST_DISPUTED => None,
        Symbol::Char(_) => Some(2),
        Symbol::Cluster(text) if disputed(text) => Some(text.chars().map(columns_of_char).sum()),
        _ => None,
    }
}

/// Whether terminals disagree about the width of a cluster: they agree on a base with marks, not
/// on joined emoji, variation selectors, flags and conjuncts.
fn disputed(cluster: &str) -> bool {
    let mut chars = cluster.chars();
    chars.next().is_none_or(|first| first >= FIRST_DISPUTED)
        || chars
            .any(|c| matches!(c, '\u{200D}' | '\u{FE0E}' | '\u{FE0F}') || columns_of_char(c) > 0)
}

/// Appends the tiles of one row of cells: as many as there are cells.
pub(super) fn lay(row: &[Cell], tiles: &mut Vec<Tile>) {
    let mut left = row.len();
    let mut covered = 0;
    let mut head = Look::PLAIN;
    for cell in row {
        if covered > 0 {
            covered -= 1;
            tiles.push(Tile { symbol: Symbol::Tail, look: head });
        } else {
            let (symbol, columns) = match cell.symbol().as_bytes() {
                [byte @ b' '..=b'~'] => (Symbol::Char(char::from(*byte)), 1),
                _ => fit(gate(cell.symbol()), left),
            };
            head = Look::of(cell, symbol == Symbol::Char(' '));
            covered = columns - 1;
            tiles.push(Tile { symbol, look: head });
        }
        left -= 1;
    }
}

/// A symbol that stays within the columns `left` of its row on every terminal: a joined cluster
/// that could run over the edge is reduced to its first character, a wide one to nothing.
fn fit((symbol, columns): (Symbol, usize), left: usize) -> (Symbol, usize) {
    let reach = reach(&symbol).unwrap_or(0).max(columns);
    if reach <= left {
        return (symbol, columns);
    }
    match symbol {
        Symbol::Cluster(text) => {
            let first = text.chars().next().map_or(Symbol::Char(' '), Symbol::Char);
            let columns = columns_of(&first).max(1);
            fit((first, columns), left)
        }
        _ => (Symbol::Char(' '), 1),
    }
}

/// What may be shown of a cell's text, and the columns it takes: at least one.
fn gate(text: &str) -> (Symbol, usize) {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return (Symbol::Char(' '), 1) };
    let shown = if chars.next().is_none() { single(first) } else { cluster(text) };
    match columns_of(&shown) {
        0 => (Symbol::Char(REPLACEMENT), 1),
        columns => (shown, columns),
    }
}

/// The columns a symbol takes.
fn columns_of(symbol: &Symbol) -> usize {
    match symbol {
        Symbol::Char(c) => columns_of_char(*c),
        Symbol::Cluster(text) => text.width(),
        Symbol::Tail | Symbol::Unknown => 0,
        Symbol::Picture(_) => 1,
    }
}

/// The columns a character takes by itself. The voicing marks of halfwidth katakana join what
/// stands before them in Unicode, and take a column of their own in terminals.
fn columns_of_char(c: char) -> usize {
    if matches!(c, '\u{FF9E}' | '\u{FF9F}') { 1 } else { c.width().unwrap_or(0) }
}

/// A character, or the replacement for it.
fn single(c: char) -> Symbol {
    Symbol::Char(if is_steering(c) { REPLACEMENT } else { c })
}

/// A cluster cut to its bounds, with what may not be shown replaced.
fn cluster(text: &str) -> Symbol {
    let mut shown = String::with_capacity(text.len().min(CLUSTER_BYTES));
    let mut marks = 0;
    for c in text.chars() {
        let c = if is_steering(c) { REPLACEMENT } else { c };
        marks += usize::from(!shown.is_empty() && columns_of_char(c) == 0);
        if marks > CLUSTER_MARKS || shown.len() + c.len_utf8() > CLUSTER_BYTES {
            break;
        }
        shown.push(c);
    }
    Symbol::Cluster(shown.into_boxed_str())
}

/// Whether a character could steer the terminal, turn the direction of text or hide: controls
/// (C0, DEL, C1), the bidirectional controls of UAX #9, line and paragraph separators, the
/// invisible formatting characters and the tag characters. The joiners and variation selectors
/// that emoji and scripts need are not among them.
fn is_steering(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{180E}' | '\u{200B}' | '\u{200E}' | '\u{200F}'
            | '\u{2028}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
            | '\u{FFF9}'..='\u{FFFB}' | '\u{E0000}'..='\u{E007F}'
        )
}

impl Look {
    /// The look of a cell. That of a space is only its background where no ink shows, so that
    /// blanks compare as equal.
    #[inline]
    fn of(cell: &Cell, blank: bool) -> Self {
        let underlined = cell.modifier.contains(Modifier::UNDERLINED);
        let look = Self {
            ink: cell.fg.into(),
            background: cell.bg.into(),
            underline: if underlined { cell.underline_color.into() } else { Shade::OWN },
            modifier: cell.modifier,
        };
        if blank && look.is_inkless() { Self::ground(look.background) } else { look }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(symbols: &[&str]) -> String {
        let row: Vec<Cell> = symbols
            .iter()
            .map(|symbol| {
                let mut cell = Cell::EMPTY;
                cell.set_symbol(symbol);
                cell
            })
            .collect();
        let mut tiles = Vec::new();
        lay(&row, &mut tiles);
        assert_eq!(tiles.len(), row.len());
        tiles
            .iter()
            .map(|tile| match &tile.symbol {
                Symbol::Char(c) => c.to_string(),
                Symbol::Cluster(text) => text.to_string(),
                Symbol::Tail | Symbol::Unknown | Symbol::Picture(_) => "<".to_owned(),
            })
            .collect()
    }

    #[test]
    fn plain_cells_pass_unchanged() {
        assert_eq!(shown(&["a", "é", " ", "”", "e\u{301}"]), "aé ”e\u{301}");
    }

    #[test]
    fn a_wide_symbol_covers_the_column_to_its_right() {
        assert_eq!(shown(&["a", "報", "x", "b"]), "a報<b");
    }

    #[test]
    fn a_wide_symbol_without_room_is_not_drawn() {
        assert_eq!(shown(&["a", "報"]), "a ");
    }

    #[test]
    fn controls_become_replacements() {
        for steering in ["\x1b", "\x07", "\x7f", "\u{9b}", "\u{202e}", "\u{2066}", "\u{feff}"] {
            assert_eq!(shown(&[steering]), "\u{FFFD}", "{steering:?}");
        }
        assert_eq!(shown(&["a\x1bc", " ", " "]), "a\u{FFFD}c<<");
    }

    #[test]
    fn a_mark_without_a_base_is_replaced() {
        assert_eq!(shown(&["\u{301}"]), "\u{FFFD}");
        assert_eq!(shown(&["\u{200d}"]), "\u{FFFD}");
    }

    #[test]
    fn a_tower_of_marks_is_cut_to_eight() {
        let tower = format!("a{}", "\u{301}".repeat(1000));
        assert_eq!(shown(&[&tower]).chars().count(), 9);
    }

    #[test]
    fn joined_emoji_reach_as_far_as_their_parts() {
        let family = Tile { symbol: cluster("👨\u{200d}👩\u{200d}👧"), look: Look::PLAIN };
        assert_eq!(family.reach(), Some(6));
        let accented = Tile { symbol: cluster("e\u{301}"), look: Look::PLAIN };
        assert_eq!(accented.reach(), None);
    }

    proptest! {
        #[test]
        fn nothing_that_steers_leaves_the_gate(symbols in prop::collection::vec(".{0,40}", 1..8)) {
            let symbols: Vec<&str> = symbols.iter().map(String::as_str).collect();
            let out = shown(&symbols);
            prop_assert!(!out.chars().any(is_steering));
            prop_assert!(out.len() <= symbols.len() * CLUSTER_BYTES);
        }
    }
}
