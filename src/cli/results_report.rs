//! `wodc progress`

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum, ValueHint};

use super::athlete::AthleteArgument;
use super::compile::{Opened, named, open};
use super::inputs::Input;
use super::outcome::{Outcome, Trouble};
use super::report::{Report, Telling};
use super::settings::{self, Asked};
use super::{HELP_TEMPLATE, streams, write};
use crate::analysis::{Compilation, add_up, diagnose};
use crate::diagnostic::Severity;
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
    let AthleteArgument { athlete, results } = &arguments.athlete;
    let asked = Asked { athlete: athlete.clone(), results: results.clone(), ..Asked::default() };
    let (jobs, troubles) = settings::find(std::slice::from_ref(&arguments.file), &asked);
    if !troubles.is_empty() {
        return Ok(streams::tell_all(&troubles));
    }
    let [job] = jobs.as_slice() else {
        return Err(Trouble::new("`wodc progress` looks at one file; name the one with the athlete"));
    };
    if job.wanted.athletes.len() > 1 {
        return Err(Trouble::new("`wodc progress` is about one athlete; name one"));
    }
    let (source, project) = match open(&job.input)? {
        Opened::Text { source, project } => (source, project),
        Opened::Refused(refusal) => return tell(&refusal, arguments.telling),
    };
    let found = diagnose(source.clone(), &job.wanted.request, &project);
    if found.diagnostics.iter().any(|one| one.severity == Severity::Error) {
        return tell(&named(found, &job.input, &project), arguments.telling);
    }
    let Some(progress) = add_up(source, &job.wanted.request, &project) else {
        let found = named(found, &job.input, &project);
        tell(&found, arguments.telling)?;
        return Err(no_results(&job.input));
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

/// Says what is wrong with the file.
fn tell(found: &Compilation, telling: Telling) -> Result<Outcome, Trouble> {
    let report = Report::new(std::iter::once(found));
    report.print(telling)?;
    Ok(report.outcome())
}

fn no_results(input: &Input) -> Trouble {
    Trouble::new(format!(
        "there are no results of an athlete in `{}`; name their file in a line of the athlete, as in \
         `results \"sam-results.wod\"`, or with `--results sam-results.wod`",
        input.shown()
    ))
}
