//! Text without meaning: spans, widths, line breaks, sentences, finding and cleaning.
//!
//! Everything here is a total function over `&str`: no state, no failure, no knowledge of
//! articles or screens.

pub mod at;
pub mod bidi;
pub mod clean;
pub mod find;
pub mod sentence;
pub mod span;
pub mod width;
pub mod word;
#[cfg(test)]
pub(crate) mod work;
pub mod wrap;

pub use clean::{clean, clean_line, hidden};
pub use sentence::sentences;
pub use span::Span;
pub use width::{cell, graphemes, width};
pub use wrap::next_line;
