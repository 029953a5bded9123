//! `wodc build`

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};

use super::athlete::AthleteArgument;
use super::calendar::{self, CalendarArguments};
use super::compile::{Compiled, compile_all};
use super::listing::{Columns, plan_line};
use super::outcome::{Outcome, Trouble};
use super::project::with_slashes;
use super::report::{Report, Telling};
use super::settings::{self, Asked, Job, RuleArguments};
use super::visible::visible;
#[cfg(feature = "watch")]
use super::watch;
use super::{HELP_TEMPLATE, streams, write};
use crate::check::program::Level;
use crate::driver::{Format, Output};
use crate::emit::cues::Voice;
use crate::emit::{Paper, SheetOptions};

const EXAMPLES: &str = "  wodc build lower.wod
  wodc build workouts --to md,cues --level beginner
  wodc build lower.wod --to json -o - | jq .workouts
  wodc build lower.wod --to pdf --levels --paper letter
  wodc build plan.wod --to ics --starts 2026-01-05 --at 18:30
  cat lower.wod | wodc build - -o cards";

#[cfg(feature = "watch")]
const MORE_EXAMPLES: &str = "
  wodc build --watch
  wodc build lower.wod --watch --open";
#[cfg(not(feature = "watch"))]
const MORE_EXAMPLES: &str = "";

const WALKING_AND_MISTAKES: &str =
    "A folder is read with all its subfolders. What is hidden or ignored is left out,
and so is the folder that outputs are written to. A wodc.toml beside the
workouts, or in a folder above, has settings for them. A workout with mistakes
writes nothing; the others still do.";

/// Compiles workouts into data, cards and spoken cues
#[derive(Debug, Args)]
#[command(before_help = format!("{EXAMPLES}{MORE_EXAMPLES}"), after_help = WALKING_AND_MISTAKES, help_template = HELP_TEMPLATE)]
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

    #[command(flatten)]
    athlete: AthleteArgument,

    /// How many words a minute the cues are spoken at; else 150
    #[arg(long, value_name = "WORDS")]
    #[arg(value_parser = clap::value_parser!(u32).range(i64::from(Voice::SLOWEST)..=i64::from(Voice::FASTEST)))]
    rate: Option<u32>,

    #[cfg(feature = "watch")]
    #[command(flatten)]
    watching: watch::WatchArguments,

    #[command(flatten)]
    calendar: CalendarArguments,

    #[command(flatten)]
    sheet: SheetArguments,

    #[command(flatten)]
    rules: RuleArguments,

    #[command(flatten)]
    telling: Telling,
}

/// How sheets are laid out.
#[derive(Debug, Args)]
#[command(next_help_heading = "Sheets")]
struct SheetArguments {
    /// The paper to print on; else A4
    #[arg(long, value_name = "PAPER", value_parser = paper_parser())]
    paper: Option<Paper>,

    /// Beginner, intermediate and advanced side by side on one sheet
    #[arg(long)]
    levels: bool,

    /// Large print, for readers without their glasses
    #[arg(long)]
    large: bool,

    /// Station cards in place of sheets: one movement a page, to be read from
    /// across the room
    #[arg(long, conflicts_with_all = ["levels", "large"])]
    cards: bool,
}

impl SheetArguments {
    /// Returns the first flag that does nothing to these formats, and the format that it is for.
    fn idle(&self, makes: impl Fn(&str) -> bool) -> Option<(&'static str, &'static str)> {
        if self.cards && !makes("pdf") {
            return Some(("--cards", "pdf"));
        }
        let flags = [(self.paper.is_some(), "--paper"), (self.levels, "--levels"), (self.large, "--large")];
        let asked = flags.into_iter().find(|(asked, _)| *asked).map(|(_, flag)| (flag, "pdf"));
        asked.filter(|_| !makes("pdf") && !makes("html"))
    }
}

/// Returns what reads a paper's name.
fn paper_parser() -> impl TypedValueParser<Value = Paper> {
    PossibleValuesParser::new(Paper::ALL.map(Paper::name)).try_map(|name| {
        Paper::ALL.into_iter().find(|paper| paper.name() == name).ok_or("no paper of that name")
    })
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
        formats: Some(arguments.to.clone()),
        rate: arguments.rate,
        output: arguments.output,
        rules: arguments.rules.0,
        paper: arguments.sheet.paper,
        sheet: SheetOptions {
            levels: arguments.sheet.levels,
            large: arguments.sheet.large,
            cards: arguments.sheet.cards,
            ..SheetOptions::default()
        },
        calendar: arguments.calendar.options(),
        playbooks: false,
        athlete: arguments.athlete.athlete,
    };
    #[cfg(feature = "watch")]
    if arguments.watching.watch {
        return watch::run(&arguments.files, &asked, telling, arguments.watching.open);
    }
    let (jobs, mut troubles) = settings::find(&arguments.files, &asked);
    #[cfg(feature = "watch")]
    if arguments.watching.open {
        watch::refuse_to_open(&jobs, to_standard_output)?;
    }
    if to_standard_output && !make_one_format(&jobs) {
        troubles.push(Trouble::new("`-o -` writes one format: say which, such as `--to json`"));
        return Ok(Trouble::print_all(&troubles));
    }
    let makes = |name: &str| {
        jobs.iter().any(|job| job.wanted.request.formats.iter().any(|format| format.name() == name))
    };
    if let Some(idle) = arguments.calendar.idle(|format| makes(format.name())).filter(|_| !jobs.is_empty()) {
        troubles.push(idle);
        return Ok(Trouble::print_all(&troubles));
    }
    if let Some((flag, format)) = arguments.sheet.idle(makes).filter(|_| !jobs.is_empty()) {
        let message = if Format::ALL.iter().any(|known| known.name() == format) {
            format!(
                "`{flag}` is about sheets, and none are made; add `{format}` to the formats, as in `--to {format}`"
            )
        } else {
            format!("`{flag}` is about sheets, and this wodc was built without them")
        };
        troubles.push(Trouble::new(message));
        return Ok(Trouble::print_all(&troubles));
    }
    let (compiled, unread) = compile_all(jobs);
    troubles.extend(unread);
    troubles.extend(calendar::none_made(&arguments.to, &compiled));

    // Diagnostics come last, next to the prompt, where they are seen; but they come even if writing fails.
    let written = if to_standard_output {
        print_outputs(&compiled)
    } else {
        write::refuse_collisions(write::destinations(&compiled))
            .and_then(|()| telling.print_aside(&write_outputs(&compiled, &mut troubles)))
    };
    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    let told = report.print(telling);
    #[cfg(feature = "watch")]
    if arguments.watching.open && written.is_ok() && troubles.is_empty() {
        troubles.extend(watch::open_first_page(&compiled).err());
    }
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
pub(super) fn write_outputs(compiled: &[Compiled], troubles: &mut Vec<Trouble>) -> String {
    let columns = Columns::of(compiled.iter().flat_map(|one| &one.compilation.workouts));
    let mut text = String::new();
    for one in compiled {
        if one.compilation.has_errors() {
            continue;
        }
        for workout in &one.compilation.workouts {
            text.push_str(&columns.line(workout));
        }
        for plan in &one.compilation.plans {
            text.push_str(&plan_line(plan));
        }
        for output in &one.compilation.outputs {
            let path = write::output_path(&one.job, output);
            match write::output(&path, output.content.as_bytes()) {
                Ok(()) => text.push_str(&format!("  {}\n", visible(&with_slashes(&path)))),
                Err(trouble) => troubles.push(trouble),
            }
        }
    }
    text
}

/// Prints the only output. Cards may be several, since they can be read one after the other.
fn print_outputs(compiled: &[Compiled]) -> Result<(), Trouble> {
    let outputs: Vec<_> = compiled.iter().flat_map(|one| &one.compilation.outputs).collect();
    let can_follow_each_other = |output: &&Output| match output.format {
        Format::Markdown => true,
        Format::Json | Format::Cues | Format::Ics => false,
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
