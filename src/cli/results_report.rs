//! `wodc progress`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::athlete::AthleteArgument;
use super::inputs::Input;
use super::outcome::{Outcome, Trouble};
use super::report::Telling;
use super::{HELP_TEMPLATE, one_file, streams, write};
use crate::analysis::add_up;
use crate::progress::{self, Form};

const EXAMPLES: &str = "  wodc progress sam.wod
  wodc progress sam-results.wod --to md
  wodc progress sam.wod --to html -o progress.html";

const MORE: &str = "It is made of the results alone: estimates of one-rep maxes, the heaviest loads,
the sets a muscle and the ground covered each week, and how it felt.";

/// Shows what an athlete's results add up to
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = MORE, help_template = HELP_TEMPLATE)]
pub struct ProgressArguments {
    /// The file with the athlete, or with the results, or - for standard input
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: PathBuf,

    /// How to show it: as text, Markdown, JSON or a page
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    to: To,

    /// The file to write, or - for standard output [default: standard output]
    #[arg(short, long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    output: Option<PathBuf>,

    #[command(flatten)]
    athlete: AthleteArgument,

    #[command(flatten)]
    telling: Telling,
}

/// The forms, by what they are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum To {
    /// For the terminal.
    #[value(help = None)]
    Text,
    /// Markdown.
    #[value(help = None)]
    Md,
    /// Data.
    #[value(help = None)]
    Json,
    /// A page.
    #[cfg(feature = "html")]
    #[value(help = None)]
    Html,
}

impl From<To> for Form {
    fn from(to: To) -> Self {
        match to {
            To::Text => Form::Text,
            To::Md => Form::Markdown,
            To::Json => Form::Json,
            #[cfg(feature = "html")]
            To::Html => Form::Html,
        }
    }
}

/// Shows what results add up to.
pub fn run(arguments: &ProgressArguments) -> Result<Outcome, Trouble> {
    let needs = ("wodc progress", "the one with the athlete");
    let file = match one_file::checked(&arguments.file, &arguments.athlete, arguments.telling, needs)? {
        Ok(file) => file,
        Err(outcome) => return Ok(outcome),
    };
    let Some(progress) = add_up(file.source, &file.request, &file.project) else {
        one_file::tell(&file.found, arguments.telling)?;
        return Err(no_results(&file.input));
    };
    put(arguments, &progress::write(&progress, arguments.to.into()))?;
    Ok(Outcome::Fine)
}

/// Writes what was made to where it was asked for.
fn put(arguments: &ProgressArguments, text: &str) -> Result<(), Trouble> {
    match arguments.output.as_deref() {
        Some(path) if path != Path::new("-") => write::report(path, text),
        Some(_) | None if arguments.to == To::Text => streams::print(text),
        Some(_) | None => streams::print_data(text.as_bytes()),
    }
}

fn no_results(input: &Input) -> Trouble {
    Trouble::new(format!(
        "there are no results of an athlete in `{}`; name their file in a line of the athlete, as in \
         `results \"sam-results.wod\"`, or with `--results sam-results.wod`",
        input.shown()
    ))
}
