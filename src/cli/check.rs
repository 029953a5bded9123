//! `wodc check`

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::athlete::AthleteArgument;
use super::compile::diagnose_all;
use super::outcome::{Outcome, Trouble};
use super::report::{Report, Telling, no_mistakes};
use super::settings::{self, Asked, RuleArguments};
use super::{HELP_TEMPLATE, WALKING, fix, streams};

const EXAMPLES: &str = "  wodc check
  wodc check lower.wod core.wod
  wodc check lower.wod --fix
  cat lower.wod | wodc check -";

/// Looks for mistakes, and can fix those that are certain
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = WALKING, help_template = HELP_TEMPLATE)]
pub struct CheckArguments {
    /// Files, folders, or - for standard input [default: all workouts below this
    /// folder]
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    files: Vec<PathBuf>,

    /// Fix mistakes that have only one possible meaning, in the files themselves;
    /// standard input is written to standard output
    #[arg(long)]
    fix: bool,

    /// Show what --fix would change, without changing anything
    #[arg(long)]
    diff: bool,

    #[command(flatten)]
    athlete: AthleteArgument,

    #[command(flatten)]
    rules: RuleArguments,

    #[command(flatten)]
    telling: Telling,
}

/// Runs `wodc check`.
pub fn run(arguments: CheckArguments) -> Result<Outcome, Trouble> {
    let (athlete, results) = (arguments.athlete.athlete, arguments.athlete.results);
    let asked = Asked { rules: arguments.rules.0, athlete, results, ..Asked::default() };
    let (jobs, mut troubles) = settings::find(&arguments.files, &asked);
    let telling = arguments.telling;
    if arguments.fix || arguments.diff {
        return fix::run(jobs, arguments.diff, telling, troubles);
    }
    let (compiled, unread) = diagnose_all(jobs);
    troubles.extend(unread);

    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    if report.is_empty() && !compiled.is_empty() && !telling.format.takes_standard_output() {
        streams::print(&no_mistakes(compiled.iter().map(|one| &one.compilation)))?;
    }
    report.print(telling)?;
    Ok(report.outcome().max(streams::tell_all(&troubles)))
}
