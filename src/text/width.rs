//! Columns on the screen: how wide a grapheme cluster is drawn.

use unicode_width::UnicodeWidthStr;

/// The columns `text` takes on the screen.
pub fn width(text: &str) -> usize {
    text.width()
}
