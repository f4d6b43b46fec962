//! Arguments, subcommands and all printing.

use std::process::ExitCode;

/// Runs the program with the process's arguments.
///
/// Exit status: 0 done, 1 failed, 2 wrong usage, 3 nothing found.
pub fn main() -> ExitCode {
    ExitCode::SUCCESS
}
