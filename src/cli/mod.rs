//! Arguments, subcommands and all printing.

mod add;
mod arguments;
mod backup;
mod captions;
mod changes;
mod commands;
mod corrections;
mod doctor;
mod ending;
mod export;
mod export_arguments;
mod facts;
mod import_notes;
mod mark_arguments;
mod marks;
mod output;
mod reader;
mod session;
mod settings;

use add::Say;
use arguments::{Arguments, Command};
use clap::{CommandFactory, Parser};
use ending::{Failure, Outcome, end};
use output::{print, write};
use session::Session;
use std::panic;
use std::process::ExitCode;
use std::sync::Arc;

/// Runs the program with the process's arguments.
///
/// Exit status: 0 done, 1 failed, 2 wrong usage, 3 nothing found; ended by a signal, 128 and its
/// number.
pub fn main() -> ExitCode {
    // A panic is told below in one line; those of importers are caught and told as a refused file.
    panic::set_hook(Box::new(|_| ()));
    // A file that may not grow is a failed write, which is told, not a reason to be killed.
    _ = signal_hook::flag::register(signal_hook::consts::SIGXFSZ, Arc::default());
    let outcome = panic::catch_unwind(|| match Arguments::try_parse() {
        Ok(arguments) => run(arguments),
        Err(error) => refuse(&error),
    });
    end(outcome.unwrap_or_else(|payload| {
        let said = payload.downcast_ref::<&str>().copied();
        let said = said.or_else(|| payload.downcast_ref::<String>().map(String::as_str));
        Err(Failure::Failed(format!(
            "this is a bug: {}; please report it",
            said.unwrap_or("unknown")
        )))
    }))
}

fn run(arguments: Arguments) -> Outcome {
    if let Some(stray) = arguments.stray() {
        let line = format!(
            "{stray} cannot be given with a command; to read a file named like one, write ./NAME"
        );
        return Err(Failure::Usage(line));
    }
    let Some(command) = arguments.command else {
        return reader::read(arguments);
    };
    let session = Session::new(arguments.common);
    match command {
        Command::Add { inputs, facts, quiet, verbose } => {
            let say = Say::of(quiet, verbose);
            let added = add::add(&session, &inputs, say);
            if facts && !matches!(added, Err(Failure::Signal(_))) {
                add::find_facts(&session, say)?;
            }
            added
        }
        Command::List(list) => commands::list(&session, &list),
        Command::Show { article, form, width } => commands::show(&session, &article, &form, width),
        Command::Facts(asked) => facts::facts(&session, &asked),
        Command::Corrections { what } => corrections::corrections(&session, &what),
        Command::Captions { articles, json, csv } => {
            let form = match (json, csv) {
                (true, _) => captions::Form::Json,
                (_, true) => captions::Form::Csv,
                _ => captions::Form::Plain,
            };
            captions::captions(&session, &articles, form)
        }
        Command::Changes(asked) => changes::changes(&session, &asked),
        Command::Note { what } => marks::note(&session, what),
        Command::Export(asked) => export::export(&session, &asked),
        Command::Cite(asked) => export::cite(&session, &asked),
        Command::Highlight { what } => marks::highlight(&session, what),
        Command::Picture { article, image } => commands::picture(&session, &article, image),
        Command::Config { what } => settings::config(&session, &what),
        Command::Themes => settings::themes(&session),
        Command::Completions { shell } => {
            let mut script = Vec::new();
            clap_complete::generate(shell, &mut Arguments::command(), "newsprint", &mut script);
            write(&script)
        }
        Command::Man => {
            let mut page = Vec::new();
            clap_mangen::Man::new(Arguments::command()).render(&mut page)?;
            write(&page)
        }
        Command::Backup { file } => backup::backup(&session, file.as_deref()),
        Command::Restore { file } => backup::restore(&session, &file),
        Command::Check => backup::check(&session),
        Command::Doctor => doctor::doctor(&session),
    }
}

/// Prints what was asked for with `--help` or `--version`; tells of anything else in one line.
fn refuse(error: &clap::Error) -> Outcome {
    let text = error.render().to_string();
    if !error.use_stderr() {
        return print(&text);
    }
    let paragraphs =
        text.split("\n\n").map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut said: Vec<String> =
        paragraphs.filter(|it| it.starts_with("error: ") || it.starts_with("tip: ")).collect();
    if let Some(first) = said.first_mut() {
        *first = first.trim_start_matches("error: ").to_owned();
    }
    Err(Failure::Usage(format!("{}; see `newsprint --help`", said.join("; "))))
}
