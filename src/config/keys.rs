//! The keymap section of the settings file.

use super::document::{self, Item};
use super::problem::{Report, unknown};
use crate::app::command::COMMANDS;
use crate::app::keymap::{self, Conflict, Keymap};
use crate::app::{Command, Key, KeyCode};
use std::ops::Range;
use toml::de::{DeTable, DeValue};

/// The keys a command is to have, and where each was asked for.
struct Wish {
    command: Command,
    keys: Vec<(Vec<Key>, Range<usize>)>,
}

/// The keymap as `table` changes it: each command named there loses its keys and has those it is
/// given. What cannot be bound is noted and left out; a command that would be left with none of
/// the keys asked for keeps its own, as far as they are free.
pub(super) fn keymap(table: &DeTable<'_>, report: &mut Report<'_>) -> Keymap {
    let items = document::items(table);
    let wishes: Vec<Wish> = items.iter().filter_map(|item| wish(item, report)).collect();
    let mut keymap = Keymap::default();
    // All of them first, so that two commands can swap their keys.
    for wish in &wishes {
        keymap.unbind(wish.command);
    }
    for wish in &wishes {
        let mut bound = wish.keys.is_empty();
        for (keys, at) in &wish.keys {
            match keymap.bind(wish.command, keys) {
                Ok(()) => bound = true,
                Err(conflict) => report.add(at, told(keys, &conflict)),
            }
        }
        let own = wish.command.info().map_or(&[] as &[&str], |info| info.keys);
        for keys in own.iter().filter(|_| !bound).filter_map(|keys| keymap::parse(keys)) {
            // A key of its own that another command has by now stays with that one.
            _ = keymap.bind(wish.command, &keys);
        }
    }
    keymap
}

/// What one line asks for; `None` where it names no command or is of the wrong kind.
fn wish(item: &Item<'_>, report: &mut Report<'_>) -> Option<Wish> {
    let Some(command) = Command::named(item.key) else {
        let names = COMMANDS.iter().map(|info| info.name);
        report.add(&item.at, unknown("command", item.key, names));
        return None;
    };
    let wanted: Vec<(&DeValue<'_>, Range<usize>)> = match item.value {
        DeValue::Array(array) => {
            array.iter().map(|value| (value.get_ref(), value.span())).collect()
        }
        value => vec![(value, item.value_at.clone())],
    };
    let asked = !wanted.is_empty();
    let mut keys = Vec::new();
    for (value, at) in wanted {
        match parse(value) {
            Ok(sequence) => keys.push((sequence, at)),
            Err(what) => report.add(&at, what),
        }
    }
    (!asked || !keys.is_empty()).then_some(Wish { command, keys })
}

/// The key sequence that `value` writes.
fn parse(value: &DeValue<'_>) -> Result<Vec<Key>, String> {
    let word = value
        .as_str()
        .ok_or_else(|| format!("a key is a string, not {}; write \"g g\"", value.type_str()))?;
    let keys = keymap::parse(word).ok_or_else(|| {
        format!("\"{word}\" names no key; write \"j\", \"C-d\", \"g g\", \"S-Tab\" or \"Space\"")
    })?;
    match keys.iter().find_map(|key| twin(*key)) {
        Some(twin) => Err(format!("terminals send \"{word}\" as {twin}; write \"{twin}\"")),
        None => Ok(keys),
    }
}

/// The key that a terminal cannot tell `key` from.
const fn twin(key: Key) -> Option<&'static str> {
    match (key.control, key.code) {
        (true, KeyCode::Char('i')) => Some("Tab"),
        (true, KeyCode::Char('m' | 'j')) => Some("Enter"),
        (true, KeyCode::Char('h')) => Some("Backspace"),
        (true, KeyCode::Char('[')) => Some("Esc"),
        _ => None,
    }
}

fn told(keys: &[Key], conflict: &Conflict) -> String {
    let keys = keymap::written(keys);
    let name = |command: &Command| command.info().map_or("", |info| info.name);
    match conflict {
        Conflict::Taken(context, command) => {
            let (name, context) = (name(command), context.name());
            format!("\"{keys}\" means \"{name}\" in {context}; give that another key too")
        }
        Conflict::Shadows(context, command) => {
            let (name, context) = (name(command), context.name());
            format!("\"{keys}\" and a key of \"{name}\" in {context} begin alike; choose another")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::Context;
    use std::path::Path;

    fn read(text: &str) -> (Keymap, Vec<String>) {
        let mut report = Report::new(Path::new("config.toml"), text);
        let table = document::parse(text, &mut report);
        let keymap = keymap(&table, &mut report);
        (keymap, report.problems().iter().map(ToString::to_string).collect())
    }

    fn keys(text: &str, command: Command) -> Vec<String> {
        let (keymap, problems) = read(text);
        assert_eq!(problems, Vec::<String>::new());
        keymap.keys(Context::Text, command)
    }

    fn problem(text: &str) -> String {
        read(text).1.join("\n")
    }

    #[test]
    fn given_keys_take_the_place_of_the_commands_own() {
        assert_eq!(keys("zen = 'F5'", Command::Zen), ["F5"]);
        assert_eq!(keys("zen = ['F5', 'g z']", Command::Zen).len(), 2);
        assert_eq!(keys("zen = []", Command::Zen), Vec::<String>::new());
        assert_eq!(keys("zen = 'F5'", Command::LineDown), ["j", "Down"]);
    }

    #[test]
    fn two_commands_can_swap_their_keys() {
        let text = "zen = 'i'\narticle-info = 'z'";
        assert_eq!(keys(text, Command::Zen), ["i"]);
        assert_eq!(keys(text, Command::ArticleInfo), ["z"]);
    }

    #[test]
    fn mistakes_are_told_with_line_and_remedy() {
        for (text, expected) in [
            (
                "\nnxt-hit = 'n'",
                "config.toml:2: unknown command \"nxt-hit\"; did you mean \"next-hit\"?",
            ),
            (
                "zen = 'j'",
                "config.toml:1: \"j\" means \"line-down\" in text; give that another key too",
            ),
            (
                "zen = [\n'F5',\n'g']",
                "config.toml:3: \"g\" and a key of \"attach\" in text begin alike; choose another",
            ),
            (
                "zen = 'Ctrl-x'",
                "config.toml:1: \"Ctrl-x\" names no key; \
                 write \"j\", \"C-d\", \"g g\", \"S-Tab\" or \"Space\"",
            ),
            ("zen = 'C-i'", "config.toml:1: terminals send \"C-i\" as Tab; write \"Tab\""),
            ("zen = 5", "config.toml:1: a key is a string, not integer; write \"g g\""),
        ] {
            assert_eq!(problem(text), expected, "{text}");
        }
    }

    #[test]
    fn a_command_without_a_good_key_keeps_its_own() {
        for text in ["zen = 'j'", "zen = 'nonsense'", "zen = 5"] {
            assert_eq!(read(text).0.keys(Context::Text, Command::Zen), ["z"], "{text}");
        }
    }

    #[test]
    fn its_own_key_is_not_taken_back_from_another_command() {
        let (keymap, problems) = read("article-info = 'z'\nzen = 'j'");
        assert_eq!(problems.len(), 1);
        assert_eq!(keymap.keys(Context::Text, Command::ArticleInfo), ["z"]);
        assert_eq!(keymap.keys(Context::Text, Command::Zen), Vec::<String>::new());
    }
}
