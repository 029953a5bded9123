//! `wodc fmt`

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::colour::Colour;
use super::diff::unified;
use super::inputs::{Input, Origin};
use super::outcome::{Outcome, Trouble};
use super::project::reason;
use super::read::{self, Reading};
use super::report::{Report, ReportFormat, Telling};
use super::settings::{self, Asked, Job};
use super::words::count;
use super::{HELP_TEMPLATE, WALKING, streams, write};
use crate::analysis::{self, Compilation, Style};
use crate::results::logbook;
use crate::source::SourceFile;

const EXAMPLES: &str = "  wodc fmt                format all workouts below this folder
  wodc fmt lower.wod
  wodc fmt --check        only list the files that would change
  cat lower.wod | wodc fmt -";

/// Formats workouts without changing what they mean
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = WALKING, help_template = HELP_TEMPLATE)]
pub struct FmtArguments {
    /// Files, folders, or - for standard input [default: all workouts below this
    /// folder]
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    files: Vec<PathBuf>,

    /// Write nothing; list the files that would change, and exit with 1 if there
    /// are any
    #[arg(long)]
    check: bool,

    /// Write nothing; show what would change
    #[arg(long)]
    diff: bool,

    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Colour,
}

/// The outcome for one input.
enum Formatted {
    /// It was formatted.
    Read {
        before: String,
        after: String,
        /// Held for results until they are written: other runs may add to them.
        lock: Option<write::Lock>,
    },
    /// It has mistakes, so it is left alone.
    Refused(Compilation),
}

/// Runs `wodc fmt`.
pub fn run(arguments: FmtArguments) -> Result<Outcome, Trouble> {
    let (jobs, mut troubles) = settings::find(&arguments.files, &Asked::default());
    if !arguments.check && !arguments.diff {
        write::recover(jobs.iter().map(|job| &job.input));
    }
    let (mut refused, mut same, mut changed) = (Vec::new(), 0, 0);
    let mut is_piped = false;
    for Job { input, wanted } in &jobs {
        is_piped |= input.origin == Origin::StandardInput;
        match format(input, wanted.style, !arguments.check && !arguments.diff) {
            Ok(Formatted::Refused(compilation)) => refused.push(compilation),
            Ok(Formatted::Read { before, after, lock }) => {
                let is_same = before == after;
                same += usize::from(is_same);
                changed += usize::from(!is_same);
                // Standard input is always written back, changed or not.
                if is_same && (input.origin != Origin::StandardInput || arguments.check || arguments.diff) {
                    continue;
                }
                troubles.extend(arguments.put(input, &before, &after).err());
                drop(lock);
            }
            Err(trouble) => troubles.push(trouble),
        }
    }
    if changed == 0 && refused.is_empty() && same > 0 && !is_piped {
        streams::print(&format!("{}: nothing to change\n", count(same, "file")))?;
    }
    let report = Report::new(refused.iter());
    report.print(Telling { format: ReportFormat::Human, color: arguments.color })?;
    if !refused.is_empty() {
        let left = if refused.len() == 1 { "was left as it is" } else { "were left as they are" };
        streams::print_error(&format!("{} with mistakes {left}\n", count(refused.len(), "file")));
    }
    let would_change = if arguments.check && changed > 0 { Outcome::Mistakes } else { Outcome::Fine };
    Ok(report.outcome().max(would_change).max(streams::tell_all(&troubles)))
}

impl FmtArguments {
    /// Writes a formatted text, or shows what would change, and prints a line about it.
    fn put(&self, input: &Input, before: &str, after: &str) -> Result<(), Trouble> {
        let name = input.shown();
        if self.diff {
            return streams::print(&unified(
                &input.name(),
                before,
                after,
                streams::output_in_colour(self.color),
            ));
        }
        if self.check {
            return streams::print(&format!("{name} would change\n"));
        }
        match &input.origin {
            Origin::StandardInput => streams::print_data(after.as_bytes()),
            Origin::File(path) => {
                write::in_place(path, before, after)?;
                streams::print(&format!("{name}\n"))
            }
        }
    }
}

/// Reads and formats one input, which may be written afterwards.
fn format(input: &Input, style: Style, is_written: bool) -> Result<Formatted, Trouble> {
    let mut reading = read(input)?;
    let lock = match (&input.origin, &reading) {
        (Origin::File(path), Reading::Text(text)) if is_written && logbook::may_be(text) => {
            // Without a lock it is still not written if it was changed meanwhile.
            let lock = write::Lock::of(path).ok();
            reading = read(input)?;
            lock
        }
        (Origin::File(_) | Origin::StandardInput, _) => None,
    };
    let name = input.name();
    let before = match reading {
        Reading::Text(text) => text,
        Reading::TooLarge => return Ok(Formatted::Refused(read::refuse_too_large(&name))),
        Reading::NotUtf8(bytes) => return Ok(Formatted::Refused(read::refuse_not_utf8(&name, &bytes))),
    };
    Ok(match analysis::format_in(SourceFile::new(name, before.as_str()), style) {
        Ok(after) => Formatted::Read { before, after, lock },
        Err(refused) => Formatted::Refused(*refused),
    })
}

fn read(input: &Input) -> Result<Reading, Trouble> {
    let reading = match &input.origin {
        Origin::StandardInput => read::standard_input(),
        Origin::File(path) => read::file(path),
    };
    reading.map_err(|error| Trouble::new(format!("`{}` cannot be read: {}", input.shown(), reason(&error))))
}
