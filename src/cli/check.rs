//! `wodc check`

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::athlete::AthleteArgument;
use super::compile::compile_all;
use super::outcome::{Outcome, Trouble};
use super::report::{Report, Telling};
use super::settings::{self, Asked, RuleArguments};
use super::words::count;
use super::{HELP_TEMPLATE, WALKING, fix, streams};

const EXAMPLES: &str = "  wodc check
  wodc check lower.wod core.wod
  wodc check lower.wod --fix
  cat lower.wod | wodc check -";

/// Looks for mistakes, and mends those that are certain if told to
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = WALKING, help_template = HELP_TEMPLATE)]
pub struct CheckArguments {
    /// Files, folders, or - for standard input; else all workouts below this folder
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    files: Vec<PathBuf>,

    /// Mend in the files what can only be meant in one way; what comes from
    /// standard input goes to standard output
    #[arg(long)]
    fix: bool,

    /// Show what --fix would change, and change nothing
    #[arg(long)]
    diff: bool,

    #[command(flatten)]
    athlete: AthleteArgument,

    #[command(flatten)]
    rules: RuleArguments,

    #[command(flatten)]
    telling: Telling,
}

/// Checks what is asked for.
pub fn run(arguments: CheckArguments) -> Result<Outcome, Trouble> {
    let asked = Asked { rules: arguments.rules.0, athlete: arguments.athlete.athlete, ..Asked::default() };
    let (jobs, mut troubles) = settings::find(&arguments.files, &asked);
    let telling = arguments.telling;
    if arguments.fix || arguments.diff {
        return fix::run(jobs, arguments.diff, telling, troubles);
    }
    let (compiled, unread) = compile_all(jobs);
    troubles.extend(unread);

    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    if report.is_empty() && !compiled.is_empty() && !telling.format.takes_standard_output() {
        let workouts = compiled.iter().map(|one| one.compilation.workouts.len()).sum();
        streams::print(&no_mistakes(compiled.len(), workouts))?;
    }
    report.print(telling)?;
    Ok(report.outcome().max(Trouble::print_all(&troubles)))
}

/// Says that all is well.
pub fn no_mistakes(files: usize, workouts: usize) -> String {
    format!("{}, {}: no mistakes\n", count(files, "file"), count(workouts, "workout"))
}
