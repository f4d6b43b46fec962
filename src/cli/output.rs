//! Standard output: cleaned, and without a panic when nobody reads it.

use super::ending::Outcome;
use crate::text::clean;
use std::io::{self, Write};

/// Prints `text`, every character that could steer a terminal replaced.
pub(super) fn print(text: &str) -> Outcome {
    write(clean(text).as_bytes())
}

/// Prints bytes as they are.
pub(super) fn write(bytes: &[u8]) -> Outcome {
    let mut output = io::stdout().lock();
    output.write_all(bytes)?;
    output.flush()?;
    Ok(())
}
