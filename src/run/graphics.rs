//! What the environment says of the terminal's means for pictures. What the terminal itself
//! answers (device attributes, the size of a cell) comes as input.

use crate::picture::Protocol;

/// Asks for the size of a cell (xterm, `CSI 16 t`), then for what the terminal can (DA1), which
/// every terminal answers.
pub(super) const QUESTION: &[u8] = b"\x1b[16t\x1b[c";

/// How the terminal is given pictures, where its name says so; `None` where it is to be asked.
///
/// Kitty's protocol is what kitty and Ghostty have in full; `WezTerm`'s is off by default, and it
/// knows iTerm2's. Within a multiplexer the name is that of the terminal around it, which pictures
/// do not reach.
pub(super) fn by_name(variable: impl Fn(&str) -> Option<String>) -> Option<Protocol> {
    let value = |name| variable(name).unwrap_or_default();
    let (term, program) = (value("TERM"), value("TERM_PROGRAM"));
    let inside = ["TMUX", "STY", "ZELLIJ"].iter().any(|name| variable(name).is_some());
    if inside || term.starts_with("screen") || term.starts_with("tmux") {
        // tmux draws sixels itself where it can, and answers so.
        return if variable("TMUX").is_some() { None } else { Some(Protocol::Blocks) };
    }
    if term.contains("kitty") || term.contains("ghostty") || program == "ghostty" {
        return Some(Protocol::Kitty);
    }
    if ["iTerm.app", "WezTerm"].contains(&program.as_str()) || value("LC_TERMINAL") == "iTerm2" {
        return Some(Protocol::Iterm);
    }
    if term == "linux" || program == "Apple_Terminal" {
        return Some(Protocol::Blocks);
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(environment: &[(&str, &str)]) -> Option<Protocol> {
        by_name(|name| {
            environment.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).into())
        })
    }

    #[test]
    fn terminals_with_a_protocol_of_their_own_are_known_by_name() {
        assert_eq!(named(&[("TERM", "xterm-kitty")]), Some(Protocol::Kitty));
        assert_eq!(named(&[("TERM", "xterm-ghostty")]), Some(Protocol::Kitty));
        assert_eq!(named(&[("TERM_PROGRAM", "iTerm.app")]), Some(Protocol::Iterm));
        assert_eq!(named(&[("TERM_PROGRAM", "WezTerm")]), Some(Protocol::Iterm));
    }

    #[test]
    fn others_are_asked_and_some_are_known_to_have_none() {
        assert_eq!(named(&[("TERM", "xterm-256color")]), None);
        assert_eq!(named(&[("TERM", "foot")]), None);
        assert_eq!(named(&[("TERM", "linux")]), Some(Protocol::Blocks));
    }

    #[test]
    fn within_a_multiplexer_the_terminal_around_it_does_not_count() {
        let kitty = ("TERM_PROGRAM", "ghostty");
        assert_eq!(named(&[("TERM", "tmux-256color"), ("TMUX", "x"), kitty]), None);
        assert_eq!(named(&[("TERM", "screen"), ("STY", "x"), kitty]), Some(Protocol::Blocks));
    }
}
