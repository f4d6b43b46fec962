//! JSON that is safe to print: what could steer a terminal or hide text is escaped.

use crate::text::clean;
use serde::Serialize;
use serde_json::ser::{CompactFormatter, Formatter, PrettyFormatter, Serializer};
use std::io::{self, Write};

/// `value` as indented JSON with a line feed at its end, every character that [`clean()`] would
/// replace escaped as `\u…`.
///
/// Gives an empty string for a value that JSON cannot hold, such as a map without string keys.
pub fn json(value: &impl Serialize) -> String {
    written(value, PrettyFormatter::new())
}

/// The same on one line.
pub fn json_line(value: &impl Serialize) -> String {
    written(value, CompactFormatter)
}

fn written(value: &impl Serialize, formatter: impl Formatter) -> String {
    let mut bytes = Vec::new();
    let mut serializer = Serializer::with_formatter(&mut bytes, Escaping { inner: formatter });
    if value.serialize(&mut serializer).is_err() {
        return String::new();
    }
    bytes.push(b'\n');
    String::from_utf8(bytes).unwrap_or_default()
}

/// Sets JSON as `inner` does, and escapes more.
struct Escaping<F> {
    inner: F,
}

impl<F: Formatter> Formatter for Escaping<F> {
    fn write_string_fragment<W>(&mut self, writer: &mut W, fragment: &str) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        let cleaned = clean(fragment);
        if cleaned == fragment {
            return writer.write_all(fragment.as_bytes());
        }
        let mut units = [0; 2];
        let mut buffer = [0; 4];
        for (was, is) in fragment.chars().zip(cleaned.chars()) {
            if was == is {
                writer.write_all(was.encode_utf8(&mut buffer).as_bytes())?;
            } else {
                for unit in was.encode_utf16(&mut units) {
                    write!(writer, "\\u{unit:04x}")?;
                }
            }
        }
        Ok(())
    }

    fn begin_array<W>(&mut self, writer: &mut W) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.begin_array(writer)
    }

    fn end_array<W>(&mut self, writer: &mut W) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.end_array(writer)
    }

    fn begin_array_value<W>(&mut self, writer: &mut W, first: bool) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.begin_array_value(writer, first)
    }

    fn end_array_value<W>(&mut self, writer: &mut W) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.end_array_value(writer)
    }

    fn begin_object<W>(&mut self, writer: &mut W) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.begin_object(writer)
    }

    fn end_object<W>(&mut self, writer: &mut W) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.end_object(writer)
    }

    fn begin_object_key<W>(&mut self, writer: &mut W, first: bool) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.begin_object_key(writer, first)
    }

    fn begin_object_value<W>(&mut self, writer: &mut W) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.begin_object_value(writer)
    }

    fn end_object_value<W>(&mut self, writer: &mut W) -> io::Result<()>
    where
        W: ?Sized + Write,
    {
        self.inner.end_object_value(writer)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeMap;

    #[test]
    fn it_is_indented_and_ends_its_line() {
        let value = BTreeMap::from([("a", vec![1, 2]), ("b", vec![])]);
        assert_eq!(json(&value), "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}\n");
    }

    proptest! {
        #[test]
        fn any_text_comes_back_and_none_of_it_can_steer_a_terminal(
            text in "([\\x00-\\x1f]|[\\x7f-\\u{9f}]|[\\u{202a}-\\u{202e}]|\\u{e0001}|.){0,20}",
        ) {
            let written = json(&text);
            prop_assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
            prop_assert_eq!(clean(&written), written.as_str());
        }
    }
}
