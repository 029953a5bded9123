//! `wodc check`

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::compile::compile_all;
use super::outcome::{Outcome, Trouble};
use super::report::Report;
use super::settings::{self, Asked, RuleArguments};
use super::words::count;
use super::{HELP_TEMPLATE, WALKING, streams};

const EXAMPLES: &str = "  wodc check
  wodc check lower.wod core.wod
  cat lower.wod | wodc check -";

/// Looks for mistakes and writes nothing
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = WALKING, help_template = HELP_TEMPLATE)]
pub struct CheckArguments {
    /// Files, folders, or - for standard input; else all workouts below this folder
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    files: Vec<PathBuf>,

    #[command(flatten)]
    rules: RuleArguments,
}

/// Checks what is asked for.
pub fn run(arguments: CheckArguments) -> Result<Outcome, Trouble> {
    let asked = Asked { rules: arguments.rules.0, ..Asked::default() };
    let (jobs, mut troubles) = settings::find(&arguments.files, &asked);
    let (compiled, unread) = compile_all(jobs);
    troubles.extend(unread);

    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    if report.is_empty() && !compiled.is_empty() {
        let workouts = compiled.iter().map(|one| one.compilation.workouts.len()).sum();
        let files = count(compiled.len(), "file");
        streams::print(&format!("{files}, {}: no mistakes\n", count(workouts, "workout")))?;
    }
    report.print();
    Ok(report.outcome().max(Trouble::print_all(&troubles)))
}
