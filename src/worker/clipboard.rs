//! The clipboard, reached through the programs of the desktop.
//!
//! On a machine that is reached over a network its own clipboard is of no use: there only tmux
//! and, where no program is left, the terminal itself (OSC 52, which is `run`'s) are asked.

use std::env;
use std::io::Write;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

/// A program that takes the clipboard's text on its input.
type Program = Vec<String>;

/// How long a program may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// Puts `text` on the clipboard with the program `named` in the settings, else with the first that
/// fits the surroundings and does it. Gives that program's name; `None` where there is none.
pub(super) fn copy(text: &str, named: &[String]) -> Option<String> {
    let variable = |name: &str| env::var_os(name).is_some_and(|value| !value.is_empty());
    let programs = programs(named, cfg!(target_os = "macos"), variable);
    let taken = programs.into_iter().find(|program| hand_over(text, program))?;
    taken.into_iter().next()
}

/// The programs to ask, in order.
fn programs(named: &[String], mac: bool, variable: impl Fn(&str) -> bool) -> Vec<Program> {
    let program =
        |words: &str| -> Program { words.split_whitespace().map(str::to_owned).collect() };
    if !named.is_empty() {
        return vec![named.to_vec()];
    }
    let mut programs = Vec::new();
    if variable("TMUX") {
        programs.push(program("tmux load-buffer -w -"));
    }
    if variable("SSH_CONNECTION") || variable("SSH_TTY") {
        return programs;
    }
    if mac {
        programs.push(program("pbcopy"));
    }
    if variable("WAYLAND_DISPLAY") {
        programs.push(program("wl-copy"));
    }
    if variable("DISPLAY") {
        programs.push(program("xclip -selection clipboard"));
        programs.push(program("xsel --clipboard --input"));
    }
    if variable("WSL_DISTRO_NAME") {
        programs.push(program("clip.exe"));
    }
    programs
}

/// Whether the program took the text.
fn hand_over(text: &str, program: &Program) -> bool {
    let Some((name, arguments)) = program.split_first() else { return false };
    // What such a program leaves behind to serve the clipboard must not hold our output open.
    let child = Command::new(name)
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    let Ok(mut child) = child else { return false };
    let (input, text) = (child.stdin.take(), text.to_owned());
    // A program that reads nothing would otherwise be written to without end.
    let writer = thread::spawn(move || input.is_some_and(|it| write(it, &text)));
    ended_well(&mut child) && writer.join().unwrap_or(false)
}

fn write(mut input: ChildStdin, text: &str) -> bool {
    input.write_all(text.as_bytes()).is_ok()
}

/// Waits for the program to end; one that does not is stopped.
fn ended_well(child: &mut Child) -> bool {
    let start = Instant::now();
    while start.elapsed() < PATIENCE {
        match child.try_wait() {
            Ok(Some(status)) => return status.success(),
            Ok(None) => thread::sleep(Duration::from_millis(5)),
            Err(_) => return false,
        }
    }
    _ = child.kill();
    _ = child.wait();
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(named: &[&str], mac: bool, variables: &[&str]) -> Vec<String> {
        let named: Vec<String> = named.iter().map(|word| (*word).to_owned()).collect();
        let programs = programs(&named, mac, |name| variables.contains(&name));
        programs.iter().map(|program| program.join(" ")).collect()
    }

    #[test]
    fn the_surroundings_say_which_programs_are_asked() {
        assert_eq!(asked(&["copy", "-x"], true, &["TMUX"]), ["copy -x"]);
        assert_eq!(asked(&[], true, &[]), ["pbcopy"]);
        assert_eq!(
            asked(&[], false, &["TMUX", "WAYLAND_DISPLAY"]),
            ["tmux load-buffer -w -", "wl-copy"]
        );
        assert_eq!(asked(&[], false, &["DISPLAY"]).len(), 2);
        assert!(asked(&[], false, &[]).is_empty());
    }

    #[test]
    fn the_clipboard_of_a_distant_machine_is_left_alone() {
        assert!(asked(&[], false, &["SSH_CONNECTION", "DISPLAY"]).is_empty());
        assert_eq!(asked(&[], false, &["SSH_TTY", "TMUX"]), ["tmux load-buffer -w -"]);
    }

    #[test]
    fn only_a_program_that_took_the_text_counts() {
        let named = |words: &[&str]| words.iter().map(|it| (*it).to_owned()).collect::<Vec<_>>();
        assert_eq!(copy("a", &named(&["cat"])).as_deref(), Some("cat"));
        assert_eq!(copy("a", &named(&["false"])), None);
        assert_eq!(copy("a", &named(&["newsprint-has-no-such-program"])), None);
    }
}
