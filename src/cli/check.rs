//! `wodc check`

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::athlete::AthleteArgument;
use super::compile::diagnose_all;
use super::outcome::{Outcome, Trouble};
use super::report::{Report, Telling};
use super::settings::{self, Asked, RuleArguments};
use super::words::count;
use super::{HELP_TEMPLATE, WALKING, fix, streams};
use crate::analysis::Compilation;

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
    let (compiled, unread) = diagnose_all(jobs);
    troubles.extend(unread);

    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    if report.is_empty() && !compiled.is_empty() && !telling.format.takes_standard_output() {
        streams::print(&no_mistakes(compiled.iter().map(|one| &one.compilation)))?;
    }
    report.print(telling)?;
    Ok(report.outcome().max(Trouble::print_all(&troubles)))
}

/// Says that all is well with these files: `1 file, 2 workouts, 1 plan: no mistakes`.
pub fn no_mistakes<'a>(files: impl Iterator<Item = &'a Compilation>) -> String {
    let (mut all, mut workouts, mut plans) = (0, 0, 0);
    for file in files {
        all += 1;
        workouts += file.workouts.len();
        plans += file.plans.len();
    }
    let mut said = vec![count(all, "file")];
    if workouts > 0 || plans == 0 {
        said.push(count(workouts, "workout"));
    }
    if plans > 0 {
        said.push(count(plans, "plan"));
    }
    format!("{}: no mistakes\n", said.join(", "))
}
