//! `wodc batch`: a filter that takes a workout on each line and gives what comes of it, line by line.
//!
//! ```text
//! standard input ── lines ──▶ window ──▶ answer, on all cores ──▶ standard output, in the order of the input
//! ```
//!
//! `docs/batch.md` explains the lines and shows the filter under GNU parallel and Spark.

pub(super) mod answer;
mod filter;
pub(super) mod lines;
pub(super) mod question;

use std::io::{self, ErrorKind};
use std::num::NonZeroUsize;
use std::thread;

use clap::Args;

pub use self::answer::schema;
use self::question::Defaults;
use super::HELP_TEMPLATE;
use super::build::{format_parser, level_parser};
use super::outcome::{Outcome, Trouble};
use super::settings::{RuleArguments, RuleSettings};
use crate::analysis::Level;
use crate::emit::Format;
use crate::emit::json::JsonOptions;

const EXAMPLES: &str = r#"  echo '{"id": 1, "text": "squat 10", "to": "md"}' | wodc batch
  wodc batch --to json --compact < workouts.jsonl > compiled.jsonl
  parallel --pipe --keep-order wodc batch --jobs 1 < workouts.jsonl"#;

const LINES: &str = r#"Each line is an object with a `text` and, if wanted, an `id` that comes back in
the answer, `to` (an output's name, or a list of names), `level`, and `athlete`
(a name, or the text of an athlete's definition). For each line there is one
answer, in the order of the lines: `id`, `ok`, `diagnostics`, `outputs`, and
`error` for a line that cannot be used. No file is read, not even wodc.toml.

Exit code: 0 if all lines were answered, whatever the answers are; 2 for wrong
usage, or if the input cannot be read or the output cannot be written."#;

/// Compiles a workout on each line of JSON, as a filter
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = LINES, help_template = HELP_TEMPLATE)]
pub struct BatchArguments {
    /// What to make of lines that have no `to`, with commas between [default:
    /// nothing; these lines are only checked]
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = format_parser())]
    to: Vec<Format>,

    /// Which end of ranges to take in lines that have no `level` [default: the
    /// workout's own level, or intermediate]
    #[arg(long, value_name = "LEVEL", value_parser = level_parser())]
    level: Option<Level>,

    /// Write JSON in its compact form
    #[arg(long)]
    compact: bool,

    /// How many lines to compile at a time [default: the number of cores]
    #[arg(long, value_name = "NUMBER")]
    jobs: Option<NonZeroUsize>,

    #[command(flatten)]
    rules: RuleArguments,
}

/// Answers each line of standard input.
pub fn run(arguments: BatchArguments) -> Result<Outcome, Trouble> {
    let jobs = arguments.jobs.or_else(|| thread::available_parallelism().ok()).unwrap_or(NonZeroUsize::MIN);
    let defaults = Defaults {
        formats: arguments.to,
        level: arguments.level,
        json: JsonOptions { compact: arguments.compact },
        rules: RuleSettings::levels(&RuleSettings::default(), &arguments.rules.0),
    };
    let answer = move |line: &lines::Line| answer::to(line, &defaults);
    match filter::run(io::stdin(), io::stdout().lock(), jobs, answer) {
        Ok(()) => Ok(Outcome::Fine),
        Err(filter::Broken::Input(error)) => {
            Err(Trouble::new(format!("standard input cannot be read: {error}")))
        }
        // A reader that has seen enough and closed the pipe is no trouble.
        Err(filter::Broken::Output(error)) if error.kind() == ErrorKind::BrokenPipe => Ok(Outcome::Fine),
        Err(filter::Broken::Output(error)) => {
            Err(Trouble::new(format!("standard output cannot be written: {error}")))
        }
    }
}

/// Answers lines as the filter does, each to all outputs unless it says otherwise.
pub fn answers(lines: Vec<u8>, jobs: NonZeroUsize) -> Vec<u8> {
    let defaults = Defaults {
        formats: Format::all().collect(),
        level: None,
        json: JsonOptions::default(),
        rules: Default::default(),
    };
    let mut answers = Vec::new();
    // Neither of them can fail: both are memory.
    let _ = filter::run(io::Cursor::new(lines), &mut answers, jobs, move |line| answer::to(line, &defaults));
    answers
}
