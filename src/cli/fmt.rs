//! `wodc fmt`

use std::path::PathBuf;

use clap::{Args, ValueHint};

use super::diff::unified;
use super::inputs::{Input, Place};
use super::outcome::{Outcome, Trouble};
use super::project::reason;
use super::read::{self, Reading};
use super::report::{Colour, Report, ReportFormat, Telling};
use super::settings::{self, Asked, Job};
use super::words::count;
use super::{HELP_TEMPLATE, WALKING, streams, write};
use crate::analysis::{self, Compilation};
use crate::source::SourceFile;

const EXAMPLES: &str = "  wodc fmt                tidy all workouts below this folder
  wodc fmt lower.wod
  wodc fmt --check        only say which files would change
  cat lower.wod | wodc fmt -";

/// Tidies workouts, and never changes what they mean
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = WALKING, help_template = HELP_TEMPLATE)]
pub struct FmtArguments {
    /// Files, folders, or - for standard input; else all workouts below this folder
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    files: Vec<PathBuf>,

    /// Write nothing, name the files that would change, and end with exit code 1 if there are any
    #[arg(long)]
    check: bool,

    /// Write nothing, and show what would change
    #[arg(long)]
    diff: bool,

    /// When to use colours
    #[arg(long, value_name = "WHEN", default_value = "auto")]
    color: Colour,
}

/// What came of one input.
enum Formatted {
    /// What it was, and what it is to be.
    Read { before: String, after: String },
    /// It has mistakes, and is left alone.
    Refused(Compilation),
}

/// Formats what is asked for.
pub fn run(arguments: FmtArguments) -> Result<Outcome, Trouble> {
    let (jobs, mut troubles) = settings::find(&arguments.files, &Asked::default());
    let (mut refused, mut same, mut changed) = (Vec::new(), 0, 0);
    let mut is_piped = false;
    for Job { input, .. } in &jobs {
        is_piped |= input.place == Place::StandardInput;
        match format(input) {
            Ok(Formatted::Refused(compilation)) => refused.push(compilation),
            Ok(Formatted::Read { before, after }) => {
                let is_same = before == after;
                same += usize::from(is_same);
                changed += usize::from(!is_same);
                // Whoever pipes a text through gets it back in any case.
                if is_same && (input.place != Place::StandardInput || arguments.check || arguments.diff) {
                    continue;
                }
                match arguments.put(input, &before, &after) {
                    Ok(said) => streams::print(&said)?,
                    Err(trouble) => troubles.push(trouble),
                }
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
    Ok(report.outcome().max(would_change).max(Trouble::print_all(&troubles)))
}

impl FmtArguments {
    /// Writes a formatted text, unless only a look is wanted, and returns what to print.
    fn put(&self, input: &Input, before: &str, after: &str) -> Result<String, Trouble> {
        let name = input.name();
        if self.diff {
            return Ok(unified(&name, before, after, streams::output_in_colour(self.color)));
        }
        if self.check {
            return Ok(format!("{name} would change\n"));
        }
        match &input.place {
            Place::StandardInput => Ok(after.to_owned()),
            Place::File(path) => write::in_place(path, before, after).map(|()| format!("{name}\n")),
        }
    }
}

/// Reads and formats one input.
fn format(input: &Input) -> Result<Formatted, Trouble> {
    let shown = input.name();
    let reading = match &input.place {
        Place::StandardInput => read::standard_input(),
        Place::File(path) => read::file(path),
    };
    let reading =
        reading.map_err(|error| Trouble::new(format!("`{shown}` cannot be read: {}", reason(&error))))?;
    let before = match reading {
        Reading::Text(text) => text,
        Reading::TooLarge => return Ok(Formatted::Refused(read::refuse_too_large(&shown))),
        Reading::NotUtf8(bytes) => return Ok(Formatted::Refused(read::refuse_not_utf8(&shown, &bytes))),
    };
    Ok(match analysis::format(SourceFile::new(shown, before.as_str())) {
        Ok(after) => Formatted::Read { before, after },
        Err(refused) => Formatted::Refused(*refused),
    })
}
