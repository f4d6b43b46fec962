//! A TOML document, read so that every key and value knows where it stands.

use super::problem::Report;
use std::fs;
use std::io::{self, Read};
use std::ops::Range;
use std::path::Path;
use toml::de::{DeTable, DeValue};

/// A key and its value.
#[derive(Debug)]
pub(super) struct Item<'d> {
    /// The key.
    pub(super) key: &'d str,
    /// Where the key stands.
    pub(super) at: Range<usize>,
    /// The value.
    pub(super) value: &'d DeValue<'d>,
    /// Where the value stands.
    pub(super) value_at: Range<usize>,
}

/// Reads `text` as far as it is sound, notes what is not, and hands the table over.
pub(super) fn parse<'t>(text: &'t str, report: &mut Report<'_>) -> DeTable<'t> {
    let (table, errors) = DeTable::parse_recoverable(text);
    for error in errors {
        report.add(&error.span().unwrap_or_default(), error.message());
    }
    table.into_inner()
}

/// The entries of `table` in the order in which they stand.
pub(super) fn items<'d>(table: &'d DeTable<'d>) -> Vec<Item<'d>> {
    let mut items: Vec<Item<'d>> = table
        .iter()
        .map(|(key, value)| Item {
            key: key.get_ref().as_ref(),
            at: key.span(),
            value: value.get_ref(),
            value_at: value.span(),
        })
        .collect();
    items.sort_by_key(|item| item.at.start);
    items
}

/// The whole number that `value` is.
pub(super) fn integer(value: &DeValue<'_>) -> Option<i64> {
    let integer = value.as_integer()?;
    i64::from_str_radix(integer.as_str(), integer.radix()).ok()
}

/// The text of a settings or theme file: a regular file of at most 1 MiB of UTF-8.
pub(super) fn read(path: &Path) -> io::Result<String> {
    const LIMIT: u64 = 1 << 20;
    // A pipe or a device would be waited for, perhaps for ever.
    if !fs::metadata(path)?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut text = String::new();
    fs::File::open(path)?.take(LIMIT + 1).read_to_string(&mut text)?;
    if text.len() as u64 > LIMIT {
        return Err(io::Error::other("it is larger than 1 MiB"));
    }
    Ok(text)
}
