//! `wodc build`

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};

use super::compile::{Compiled, compile_all};
use super::listing::Columns;
use super::outcome::{Outcome, Trouble};
use super::project::with_slashes;
use super::report::{Report, Telling};
use super::settings::{self, Asked, Job, RuleArguments};
use super::visible::visible;
use super::{HELP_TEMPLATE, streams, write};
use crate::check::program::Level;
use crate::driver::{Format, Output};
use crate::emit::SheetOptions;
use crate::emit::cues::Voice;

const EXAMPLES: &str = "  wodc build lower.wod
  wodc build workouts --to md,cues --level beginner
  wodc build lower.wod --to json -o - | jq .workouts
  cat lower.wod | wodc build - -o cards";

const WALKING_AND_MISTAKES: &str =
    "A folder is read with all its subfolders. What is hidden or ignored is left out,
and so is the folder that outputs are written to. A wodc.toml beside the
workouts, or in a folder above, has settings for them. A workout with mistakes
writes nothing; the others still do.";

/// Compiles workouts into data, cards and spoken cues
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = WALKING_AND_MISTAKES, help_template = HELP_TEMPLATE)]
pub struct BuildArguments {
    /// Files, folders, or - for standard input; else all workouts below this folder
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    files: Vec<PathBuf>,

    /// What to make, with commas between; else everything
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = format_parser())]
    to: Vec<Format>,

    /// The folder to write to, with the subfolders of the folder that was read;
    /// or - for standard output; else the folder build
    #[arg(short, long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    output: Option<PathBuf>,

    /// Which end of ranges to take; else the workout's own level, or intermediate
    #[arg(long, value_name = "LEVEL", value_parser = level_parser())]
    level: Option<Level>,

    /// How many words a minute the cues are spoken at; else 150
    #[arg(long, value_name = "WORDS")]
    #[arg(value_parser = clap::value_parser!(u32).range(i64::from(Voice::SLOWEST)..=i64::from(Voice::FASTEST)))]
    rate: Option<u32>,

    #[command(flatten)]
    rules: RuleArguments,

    #[command(flatten)]
    telling: Telling,
}

/// Returns what reads a format's name.
fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.iter().map(|format| format.name())).try_map(|name| {
        Format::ALL.iter().copied().find(|format| format.name() == name).ok_or("no format of that name")
    })
}

/// Returns what reads a level's name.
pub fn level_parser() -> impl TypedValueParser<Value = Level> {
    PossibleValuesParser::new(Level::ALL.map(Level::name)).try_map(|name| {
        Level::ALL.into_iter().find(|level| level.name() == name).ok_or("no level of that name")
    })
}

/// Builds what is asked for.
pub fn run(arguments: BuildArguments) -> Result<Outcome, Trouble> {
    let to_standard_output = arguments.output.as_ref().is_some_and(|output| output.as_os_str() == "-");
    let telling = arguments.telling;
    if to_standard_output && telling.format.takes_standard_output() {
        return Err(Trouble::new("`-o -` and `--format` would both write to standard output; choose one"));
    }
    let asked = Asked {
        level: arguments.level,
        formats: Some(arguments.to),
        rate: arguments.rate,
        output: arguments.output,
        rules: arguments.rules.0,
        sheet: SheetOptions::default(),
        playbooks: false,
    };
    let (jobs, mut troubles) = settings::find(&arguments.files, &asked);
    if to_standard_output && !make_one_format(&jobs) {
        troubles.push(Trouble::new("`-o -` writes one format: say which, such as `--to json`"));
        return Ok(Trouble::print_all(&troubles));
    }
    let (compiled, unread) = compile_all(jobs);
    troubles.extend(unread);

    // Diagnostics come last, next to the prompt, where they are seen; but they come even if writing fails.
    let written = if to_standard_output {
        print_outputs(&compiled)
    } else {
        write_outputs(&compiled, &mut troubles).and_then(|lines| telling.print_aside(&lines))
    };
    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    let told = report.print(telling);
    troubles.extend(written.err().into_iter().chain(told.err()));
    Ok(report.outcome().max(Trouble::print_all(&troubles)))
}

/// Tells whether all workouts together make outputs of one format.
fn make_one_format(jobs: &[Job]) -> bool {
    let mut wanted = jobs.iter().map(|job| &job.wanted.request.formats);
    let first = wanted.next();
    first.is_none_or(|formats| formats.len() == 1 && wanted.all(|other| other == formats))
}

/// Writes every output to its file, and returns a line for each workout and the paths.
fn write_outputs(compiled: &[Compiled], troubles: &mut Vec<Trouble>) -> Result<String, Trouble> {
    write::refuse_collisions(compiled)?;
    let columns = Columns::of(compiled.iter().flat_map(|one| &one.compilation.workouts));
    let mut text = String::new();
    for one in compiled {
        if one.compilation.has_errors() {
            continue;
        }
        for workout in &one.compilation.workouts {
            text.push_str(&columns.line(workout));
        }
        for output in &one.compilation.outputs {
            let path = write::output_path(one, output);
            match write::output(&path, output.content.as_bytes()) {
                Ok(()) => text.push_str(&format!("  {}\n", visible(&with_slashes(&path)))),
                Err(trouble) => troubles.push(trouble),
            }
        }
    }
    Ok(text)
}

/// Prints the only output. Cards may be several, since they can be read one after the other.
fn print_outputs(compiled: &[Compiled]) -> Result<(), Trouble> {
    let outputs: Vec<_> = compiled.iter().flat_map(|one| &one.compilation.outputs).collect();
    let can_follow_each_other = |output: &&Output| match output.format {
        Format::Markdown => true,
        Format::Json | Format::Cues => false,
        #[cfg(feature = "pdf")]
        Format::Pdf => false,
        #[cfg(feature = "html")]
        Format::Html => false,
    };
    if outputs.len() > 1 && !outputs.iter().all(can_follow_each_other) {
        let message = format!(
            "`-o -` writes one file, and there would be {}; name one file, or a folder to write to with -o",
            outputs.len()
        );
        return Err(Trouble::new(message));
    }
    let contents: Vec<_> = outputs.iter().map(|output| output.content.as_bytes()).collect();
    streams::print_bytes(&contents.join(&b'\n'))
}
