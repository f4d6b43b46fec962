//! The template that notes are written by: text with names between braces.
//!
//! `{{name}}` stands for a value, `{{#name}}…{{/name}}` for what is written where there is one (and
//! once for each where there are several), `{{^name}}…{{/name}}` for what is written where there is
//! none: the part of Mustache (mustache(5)) that a page of notes needs. Nothing is run, and a value
//! is never read as a template.

use std::collections::BTreeMap;
use thiserror::Error;

/// What a name stands for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Value {
    /// Words; none where they are empty.
    Words(String),
    /// Several, each with names of its own.
    Several(Vec<Values>),
}

/// Names and what they stand for.
pub(super) type Values = BTreeMap<&'static str, Value>;

/// What is wrong with a template.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum Error {
    /// Braces that are not closed.
    #[error("line {0}: `{{{{` is not closed by `}}}}`")]
    Open(usize),
    /// A part that is not closed, or closed by another name.
    #[error("line {line}: `{{{{#{name}}}}}` is not closed by `{{{{/{name}}}}}`")]
    Part {
        /// The line it begins in.
        line: usize,
        /// Its name.
        name: String,
    },
    /// The end of a part that was not begun.
    #[error("line {line}: `{{{{/{name}}}}}` closes what was not opened")]
    End {
        /// The line.
        line: usize,
        /// Its name.
        name: String,
    },
}

/// A template that was read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Template(Vec<Piece>);

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Text(String),
    Name(String),
    Part { name: String, inverted: bool, pieces: Vec<Piece> },
}

/// A part that is open while the template is read.
#[derive(Debug, Default)]
struct Open {
    line: usize,
    name: String,
    inverted: bool,
    pieces: Vec<Piece>,
}

impl Template {
    /// Reads a template.
    pub fn read(source: &str) -> Result<Self, Error> {
        let mut open: Vec<Open> = Vec::new();
        let mut pieces: Vec<Piece> = Vec::new();
        let (mut rest, mut next) = (source, 1);
        while let Some((text, after)) = rest.split_once("{{") {
            let line = next + text.matches('\n').count();
            let (tag, after) = after.split_once("}}").ok_or(Error::Open(line))?;
            let (text, after) = alone(text, tag, after);
            let read = rest.get(..rest.len().saturating_sub(after.len())).unwrap_or_default();
            next += read.matches('\n').count();
            rest = after;
            if !text.is_empty() {
                pieces.push(Piece::Text(text.to_owned()));
            }
            let name = tag.get(1..).unwrap_or_default().trim().to_owned();
            match tag.chars().next() {
                Some(sign @ ('#' | '^')) => {
                    let before = std::mem::take(&mut pieces);
                    open.push(Open { line, name, inverted: sign == '^', pieces: before });
                }
                Some('/') => match open.pop() {
                    Some(part) if part.name == name => {
                        let Open { name, inverted, pieces: mut before, .. } = part;
                        before.push(Piece::Part { name, inverted, pieces });
                        pieces = before;
                    }
                    Some(part) => return Err(Error::Part { line: part.line, name: part.name }),
                    None => return Err(Error::End { line, name }),
                },
                _ => pieces.push(Piece::Name(tag.trim().to_owned())),
            }
        }
        if let Some(part) = open.pop() {
            return Err(Error::Part { line: part.line, name: part.name });
        }
        pieces.push(Piece::Text(rest.to_owned()));
        Ok(Self(pieces))
    }

    /// The part of that name at the top of the template, as a template of its own.
    pub(super) fn part(&self, name: &str) -> Option<Self> {
        self.0.iter().find_map(|piece| match piece {
            Piece::Part { name: own, inverted: false, pieces } if own == name => {
                Some(Self(pieces.clone()))
            }
            _ => None,
        })
    }

    /// The template with the part of that name written by its `value` alone.
    pub(super) fn with_part(&self, name: &str, value: &str) -> Self {
        let pieces = self.0.iter().map(|piece| match piece {
            Piece::Part { name: own, inverted: false, .. } if own == name => Piece::Part {
                name: own.clone(),
                inverted: false,
                pieces: vec![Piece::Name(value.to_owned())],
            },
            other => other.clone(),
        });
        Self(pieces.collect())
    }

    /// The template with its values. A name that is not known stands for nothing.
    pub(super) fn fill(&self, values: &Values) -> String {
        let mut text = String::new();
        fill(&self.0, &[values], &mut text);
        text
    }
}

/// The sign of a part that stands alone on its line takes the whole line.
fn alone<'a>(text: &'a str, tag: &str, after: &'a str) -> (&'a str, &'a str) {
    let margin = text.rfind('\n').map_or(text.len(), |at| text.len() - at - 1);
    let (before, indent) = text.split_at_checked(text.len() - margin).unwrap_or((text, ""));
    let own_line = tag.starts_with(['#', '^', '/']) && indent.trim().is_empty();
    match after.strip_prefix('\n') {
        Some(next) if own_line && (before.ends_with('\n') || before.is_empty()) => (before, next),
        _ => (text, after),
    }
}

fn fill(pieces: &[Piece], values: &[&Values], text: &mut String) {
    let find = |name: &str| values.iter().rev().find_map(|values| values.get(name));
    for piece in pieces {
        match piece {
            Piece::Text(words) => text.push_str(words),
            Piece::Name(name) => {
                if let Some(Value::Words(words)) = find(name) {
                    text.push_str(words);
                }
            }
            Piece::Part { name, inverted, pieces } => match (find(name), inverted) {
                (Some(Value::Several(several)), false) => {
                    for own in several {
                        let inner: Vec<&Values> = values.iter().copied().chain([own]).collect();
                        fill(pieces, &inner, text);
                    }
                }
                (found, inverted) => {
                    let some = found.is_some_and(|value| match value {
                        Value::Words(words) => !words.is_empty(),
                        Value::Several(several) => !several.is_empty(),
                    });
                    if some != *inverted {
                        fill(pieces, values, text);
                    }
                }
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(text: &str) -> Value {
        Value::Words(text.to_owned())
    }

    fn filled(template: &str) -> String {
        let mark = |note: &str| Values::from([("note", words(note))]);
        let values = Values::from([
            ("title", words("A {{tag}}")),
            ("empty", words("")),
            ("marks", Value::Several(vec![mark("one"), mark("two")])),
        ]);
        Template::read(template).unwrap().fill(&values)
    }

    #[test]
    fn names_stand_for_their_values() {
        assert_eq!(filled("# {{ title }} {{unknown}}."), "# A {{tag}} .");
    }

    #[test]
    fn a_part_is_written_for_each_and_knows_what_is_around_it() {
        assert_eq!(
            filled("{{#marks}}{{note}} in {{title}}; {{/marks}}"),
            "one in A {{tag}}; two in A {{tag}}; "
        );
    }

    #[test]
    fn a_part_is_left_out_where_there_is_nothing() {
        assert_eq!(filled("{{#empty}}no{{/empty}}{{^empty}}yes{{/empty}}"), "yes");
    }

    #[test]
    fn signs_alone_on_a_line_leave_no_line() {
        assert_eq!(filled("a\n{{#marks}}\n{{note}}\n{{/marks}}\nb"), "a\none\ntwo\nb");
    }

    #[test]
    fn what_is_wrong_is_told_with_its_line() {
        let error = |template| Template::read(template).unwrap_err().to_string();
        assert_eq!(error("a\n{{b"), "line 2: `{{` is not closed by `}}`");
        assert_eq!(error("{{#a}}\n{{#b}}{{/a}}"), "line 2: `{{#b}}` is not closed by `{{/b}}`");
        assert_eq!(error("{{/a}}"), "line 1: `{{/a}}` closes what was not opened");
    }
}
