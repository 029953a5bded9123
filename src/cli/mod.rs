//! The command-line program. Only this module reads arguments and files or writes to the terminal.

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{CommandFactory, Parser, Subcommand};

mod athlete;
pub(crate) mod batch;
mod build;
mod calendar;
mod check;
mod colour;
mod compile;
mod completions;
mod diff;
mod drawn;
mod explain;
mod fix;
mod fmt;
#[cfg(feature = "pdf")]
mod fonts;
mod foresee;
mod ignored;
mod inputs;
mod inspect;
mod json_rpc;
mod licences;
mod listing;
mod log;
#[cfg(feature = "lsp")]
pub(crate) mod lsp;
mod mcp;
mod movements;
mod new;
mod one_file;
mod outcome;
mod outputs;
mod paths;
#[cfg(feature = "play")]
mod play;
mod progress;
mod project;
mod read;
pub(crate) mod report;
mod results_report;
mod schema;
#[cfg(feature = "watch")]
mod serve;
mod settings;
mod streams;
#[cfg(feature = "studio")]
mod studio;
mod team;
#[cfg(any(feature = "lsp", feature = "studio"))]
mod texts;
mod unbuilt;
mod visible;
#[cfg(feature = "watch")]
mod watch;
mod whiteboard;
mod words;
mod write;

use outcome::{Outcome, Trouble};

/// The layout of a help text: examples come before the options.
const HELP_TEMPLATE: &str =
    "{about-with-newline}\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

/// The width of help texts in columns: that of the narrowest usual terminal.
const HELP_WIDTH: usize = 80;

const EXAMPLES: &str = "  wodc new lower                 write lower.wod, a small workout to start from
  wodc build lower.wod --open    make its sheet and its page, and open the page
  wodc check                     look for mistakes in all workouts here";

const NEXT_EXAMPLES: &str = "  wodc next plan.wod --athlete sam.wod
  wodc next plan.wod --athlete sam.wod --to md -o -";

const NEXT_MORE: &str = "What comes next follows from the plan and the results alone, whatever day it is.
A plan that is over has no next session.";

/// How folders are searched, for the help of the subcommands that do it.
const WALKING: &str = "Folders are searched with their subfolders, except for hidden and ignored files
and the folder that outputs are written to. A wodc.toml next to the workouts, or
in a folder above, holds settings for them.";

const EXIT_CODES: &str = "Exit code: 0 on success, 1 if a workout has mistakes, 2 for wrong usage or a
file that can't be read or written.";

/// Turns workouts into sheets to print, pages that run them, spoken cues and data for apps
#[derive(Debug, Parser)]
#[command(name = "wodc", version, before_help = EXAMPLES, after_help = EXIT_CODES)]
#[command(help_template = HELP_TEMPLATE, max_term_width = HELP_WIDTH)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

/// The subcommands, those that coaches need first.
#[derive(Debug, Subcommand)]
enum Command {
    New(new::NewArguments),
    Build(build::BuildArguments),
    #[cfg(feature = "studio")]
    Studio(studio::StudioArguments),
    #[cfg(feature = "play")]
    Play(play::PlayArguments),
    /// Makes the next session of a plan: the first after the last in the results
    #[command(before_help = NEXT_EXAMPLES, after_help = NEXT_MORE)]
    Next(build::BuildArguments),
    Foresee(foresee::ForeseeArguments),
    Progress(results_report::ProgressArguments),
    Log(log::LogArguments),
    Check(check::CheckArguments),
    Explain(explain::ExplainArguments),
    Movements(movements::MovementsArguments),
    Fmt(fmt::FmtArguments),
    Batch(batch::BatchArguments),
    Inspect(inspect::InspectArguments),
    Mcp(mcp::McpArguments),
    #[cfg(feature = "lsp")]
    Lsp(lsp::LspArguments),
    Schema(schema::SchemaArguments),
    Completions(completions::CompletionsArguments),
    #[command(visible_alias = "licenses")]
    Licences(licences::LicencesArguments),
}

impl Command {
    /// Runs the subcommand.
    fn run(self) -> Result<Outcome, Trouble> {
        match self {
            Command::New(arguments) => new::run(&arguments),
            Command::Build(arguments) => build::run(arguments),
            #[cfg(feature = "studio")]
            Command::Studio(arguments) => studio::run(&arguments),
            #[cfg(feature = "play")]
            Command::Play(arguments) => play::run(&arguments),
            Command::Next(arguments) => build::run_next(arguments),
            Command::Foresee(arguments) => foresee::run(&arguments),
            Command::Progress(arguments) => results_report::run(&arguments),
            Command::Log(arguments) => log::run(&arguments),
            Command::Check(arguments) => check::run(arguments),
            Command::Explain(arguments) => explain::run(&arguments),
            Command::Movements(arguments) => movements::run(&arguments),
            Command::Fmt(arguments) => fmt::run(arguments),
            Command::Batch(arguments) => batch::run(arguments),
            Command::Inspect(arguments) => inspect::run(&arguments),
            Command::Mcp(mcp::McpArguments {}) => mcp::run(),
            #[cfg(feature = "lsp")]
            Command::Lsp(arguments) => lsp::run(&arguments),
            Command::Schema(arguments) => schema::run(&arguments),
            Command::Completions(arguments) => completions::run(&arguments, &mut Arguments::command()),
            Command::Licences(arguments) => licences::run(&arguments),
        }
    }
}

/// Runs the program with its arguments, the program's own name first, and returns its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let command = match Arguments::try_parse_from(arguments) {
        Ok(arguments) => arguments.command,
        Err(error) => {
            // If the help can't be printed, nor can an error.
            let _ = error.print();
            return if error.use_stderr() { Outcome::Trouble } else { Outcome::Fine }.into();
        }
    };
    let outcome = command.run().unwrap_or_else(|trouble| {
        streams::tell(&trouble);
        Outcome::Trouble
    });
    outcome.into()
}
