//! The default settings file, written from the tables of settings and commands.

use super::settings::SETTINGS;
use crate::app::command::{COMMANDS, Group};
use std::fmt::Write;

/// A settings file that says of every setting and command what it does, all of it commented out,
/// so that it changes nothing.
pub fn template() -> String {
    let mut text = String::from(
        "# Settings of newsprint. What is commented out shows the default.\n\
         # `newsprint config check` tells what is wrong here, `newsprint themes` which themes there \
         are.\n",
    );
    for setting in SETTINGS {
        _ = write!(
            text,
            "\n# {}\n# {} = {}\n",
            capital(setting.help),
            setting.name,
            setting.default
        );
    }
    text.push_str(
        "\n# Keys: a command and its keys, which take the place of those it has. One key is written\n\
         # \"j\", \"G\", \"C-d\" (Control), \"A-x\" (Alt), \"S-Tab\" (Shift), \"Space\", \"Enter\", \"Esc\", \
         \"PgDn\" or \"F1\",\n# keys pressed one after the other \"g g\".\n[keymap]\n",
    );
    for group in Group::ALL {
        _ = write!(text, "\n# {}\n", group.name());
        for info in COMMANDS.iter().filter(|info| info.group == group) {
            let keys: Vec<String> = info.keys.iter().map(|keys| quoted(keys)).collect();
            _ = writeln!(text, "# {} = [{}]  # {}", info.name, keys.join(", "), info.help);
        }
    }
    text
}

fn quoted(keys: &str) -> String {
    format!("\"{}\"", keys.replace('\\', "\\\\").replace('"', "\\\""))
}

fn capital(sentence: &str) -> String {
    let mut chars = sentence.chars();
    let first = chars.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
    first + chars.as_str()
}

#[cfg(test)]
mod tests {
    use super::super::{Config, Paths};
    use super::*;

    fn load(text: &str) -> Config {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("config.toml");
        std::fs::write(&file, text).unwrap();
        Config::load(&Paths { config: Some(file), ..Paths::default() })
    }

    #[test]
    fn as_it_is_printed_it_changes_nothing() {
        assert_eq!(load(&template()), Config::default());
    }

    #[test]
    fn with_every_line_in_force_it_says_the_defaults() {
        let in_force = |line: &str| {
            let bare = line.strip_prefix("# ").unwrap_or(line);
            let name = bare.split(' ').next().unwrap_or_default();
            let known = SETTINGS.iter().map(|setting| setting.name);
            let known = known.chain(COMMANDS.iter().map(|info| info.name)).any(|it| it == name);
            if known && bare.contains(" = ") { bare.to_owned() } else { line.to_owned() }
        };
        let text: Vec<String> = template().lines().map(in_force).collect();
        let config = load(&text.join("\n"));
        assert!(config.library.is_some() && config.given.len() == SETTINGS.len());
        assert_eq!(Config { library: None, given: Vec::new(), ..config }, Config::default());
    }

    #[test]
    fn every_setting_and_command_stands_in_it() {
        let text = template();
        for name in SETTINGS.iter().map(|it| it.name).chain(COMMANDS.iter().map(|it| it.name)) {
            assert!(text.contains(&format!("\n# {name} = ")), "{name}");
        }
    }
}
