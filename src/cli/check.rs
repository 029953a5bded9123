//! `wodc check`

use std::path::{Path, PathBuf};

use clap::{Args, ValueHint};

use super::compile::compile_all;
use super::outcome::{Outcome, Trouble};
use super::report::Report;
use super::words::count;
use super::{HELP_TEMPLATE, WALKING, build, inputs, streams};
use crate::driver::Request;

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
}

/// Checks what is asked for.
pub fn run(arguments: CheckArguments) -> Result<Outcome, Trouble> {
    let (inputs, mut troubles) = inputs::find(&arguments.files, Path::new(build::DEFAULT_FOLDER));
    let request = Request::default();
    let (compiled, unread) = compile_all(inputs, &request);
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
