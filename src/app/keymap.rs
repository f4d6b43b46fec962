//! Key sequences to commands, in each context.

use super::command::{COMMANDS, Command, Context};
use super::key::{Key, KeyCode};
use std::collections::BTreeMap;

/// What a sequence of keys means so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Resolved {
    /// A command.
    Bound(Command),
    /// The beginning of a longer sequence.
    Waiting,
    /// Nothing.
    Unbound,
}

/// Key sequences to commands, in each context.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Keymap {
    bindings: BTreeMap<(Context, Vec<Key>), Command>,
}

/// Why a binding could not be made.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// The keys already mean another command there.
    Taken(Context, Command),
    /// The keys begin a longer sequence there, or a shorter one begins them.
    Shadows(Context, Command),
}

impl Default for Keymap {
    /// The keys of the table of commands.
    fn default() -> Self {
        let mut keymap = Self { bindings: BTreeMap::new() };
        for info in COMMANDS {
            for keys in info.keys.iter().filter_map(|keys| parse(keys)) {
                for context in info.contexts {
                    keymap.bindings.insert((*context, keys.clone()), info.command);
                }
            }
        }
        keymap
    }
}

impl Keymap {
    /// What `keys` means in `context`.
    pub fn resolve(&self, context: Context, keys: &[Key]) -> Resolved {
        let wanted = (context, keys.to_vec());
        match self.bindings.range(wanted.clone()..).next() {
            Some((found, command)) if *found == wanted => Resolved::Bound(*command),
            Some(((same, longer), _)) if *same == context && longer.starts_with(keys) => {
                Resolved::Waiting
            }
            _ => Resolved::Unbound,
        }
    }

    /// The key sequences that mean `command` in `context`, those of the table first.
    pub fn keys(&self, context: Context, command: Command) -> Vec<String> {
        let mut keys: Vec<String> = self
            .bindings
            .iter()
            .filter(|((at, _), bound)| *at == context && **bound == command)
            .map(|((_, keys), _)| written(keys))
            .collect();
        let table = command.info().map_or(&[] as &[&str], |info| info.keys);
        keys.sort_by_key(|keys| table.iter().position(|it| it == keys).unwrap_or(usize::MAX));
        keys
    }

    /// Takes every key away from `command`.
    pub fn unbind(&mut self, command: Command) {
        self.bindings.retain(|_, bound| *bound != command);
    }

    /// Lets `keys` mean `command` in each of its contexts.
    ///
    /// # Errors
    /// The first conflict with another command's keys; then nothing is bound.
    pub fn bind(&mut self, command: Command, keys: &[Key]) -> Result<(), Conflict> {
        let contexts = command.info().map_or(&[] as &[Context], |info| info.contexts);
        for context in contexts {
            self.check(*context, keys, command)?;
        }
        for context in contexts {
            self.bindings.insert((*context, keys.to_vec()), command);
        }
        Ok(())
    }

    fn check(&self, context: Context, keys: &[Key], command: Command) -> Result<(), Conflict> {
        let here = self.bindings.iter().filter(|((at, _), _)| *at == context);
        for ((_, other), bound) in here {
            if other == keys && *bound != command {
                return Err(Conflict::Taken(context, *bound));
            }
            let shadow = other.starts_with(keys) || keys.starts_with(other);
            if shadow && other != keys {
                return Err(Conflict::Shadows(context, *bound));
            }
        }
        Ok(())
    }
}

/// `keys` as the configuration and the help write them.
pub fn written(keys: &[Key]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(" ")
}

/// The keys that `sequence` names, such as `g g`, `C-d`, `S-Tab` or `Space`; `None` where a word
/// of it names no key.
pub fn parse(sequence: &str) -> Option<Vec<Key>> {
    let keys: Vec<Key> = sequence.split_whitespace().map(parse_key).collect::<Option<_>>()?;
    (!keys.is_empty()).then_some(keys)
}

fn parse_key(word: &str) -> Option<Key> {
    let mut chars = word.chars();
    if let (Some(c), None) = (chars.next(), chars.next()) {
        return Some(Key::char(c));
    }
    if let Some((modifier, rest)) = word.split_once('-') {
        let key = parse_key(rest)?;
        return match modifier {
            "C" => Some(Key { control: true, ..key }),
            "A" => Some(Key { alt: true, ..key }),
            "S" if !matches!(key.code, KeyCode::Char(_)) => Some(Key { shift: true, ..key }),
            _ => None,
        };
    }
    let code = match word {
        "Space" => KeyCode::Char(' '),
        "Enter" => KeyCode::Enter,
        "Esc" => KeyCode::Escape,
        "Tab" => KeyCode::Tab,
        "Backspace" => KeyCode::Backspace,
        "Delete" => KeyCode::Delete,
        "Insert" => KeyCode::Insert,
        "Up" => KeyCode::Up,
        "Down" => KeyCode::Down,
        "Left" => KeyCode::Left,
        "Right" => KeyCode::Right,
        "Home" => KeyCode::Home,
        "End" => KeyCode::End,
        "PgUp" => KeyCode::PageUp,
        "PgDn" => KeyCode::PageDown,
        _ => KeyCode::Function(word.strip_prefix('F')?.parse().ok().filter(|n| *n > 0)?),
    };
    Some(Key::new(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn meaning(context: Context, keys: &str) -> Resolved {
        Keymap::default().resolve(context, &parse(keys).unwrap())
    }

    #[test]
    fn every_key_of_the_table_parses_and_is_written_the_same() {
        for info in COMMANDS {
            for keys in info.keys {
                let parsed = parse(keys).unwrap_or_else(|| panic!("{}: `{keys}`", info.name));
                assert_eq!(written(&parsed), *keys);
            }
        }
    }

    #[test]
    fn no_sequence_of_the_table_hides_a_longer_one() {
        let keymap = Keymap::default();
        for ((context, keys), command) in &keymap.bindings {
            assert_eq!(keymap.check(*context, keys, *command), Ok(()), "{}", written(keys));
        }
    }

    #[test]
    fn a_sequence_waits_for_its_last_key() {
        assert_eq!(meaning(Context::Text, "g"), Resolved::Waiting);
        assert_eq!(meaning(Context::Text, "g g"), Resolved::Bound(Command::Top));
        assert_eq!(meaning(Context::Text, "g 0"), Resolved::Unbound);
    }

    #[test]
    fn a_key_means_what_its_context_says() {
        assert_eq!(meaning(Context::Text, "/"), Resolved::Bound(Command::Search));
        assert_eq!(meaning(Context::Library, "/"), Resolved::Bound(Command::Filter));
    }

    #[test]
    fn a_taken_key_is_a_conflict() {
        let mut keymap = Keymap::default();
        let conflict = keymap.bind(Command::Zen, &parse("j").unwrap());
        assert_eq!(conflict, Err(Conflict::Taken(Context::Text, Command::LineDown)));
        let conflict = keymap.bind(Command::Zen, &parse("g").unwrap());
        assert!(matches!(conflict, Err(Conflict::Shadows(..))));
        keymap.unbind(Command::LineDown);
        assert_eq!(keymap.bind(Command::Zen, &parse("j").unwrap()), Ok(()));
    }
}
