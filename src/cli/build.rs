//! `wodc build`

use std::path::PathBuf;

use clap::builder::{PossibleValuesParser, TypedValueParser};
use clap::{Args, ValueHint};

use super::athlete::AthleteArgument;
use super::calendar::{self, CalendarArguments};
use super::compile::say_once;
use super::outcome::{Outcome, Trouble};
use super::outputs::{self, Analysed};
use super::report::{Report, Telling};
use super::settings::{self, Asked, Job, RuleArguments};
use super::unbuilt::unbuilt;
#[cfg(feature = "watch")]
use super::watch;
use super::whiteboard::{self, WhiteboardArguments};
use super::{HELP_TEMPLATE, WALKING, streams, team, write};
use crate::check::program::Level;
use crate::emit::cues::Voice;
use crate::emit::json::JsonOptions;
use crate::emit::{Figures, Format, Knob, Paper, SheetOptions, Sheets};

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

const MISTAKES: &str = "A file with mistakes writes nothing; the others still do.";

/// Makes the sheets, pages, cards, spoken cues and data of workouts
#[derive(Debug, Args)]
#[command(before_help = format!("{EXAMPLES}{MORE_EXAMPLES}"), after_help = format!("{WALKING}\n\n{MISTAKES}"), help_template = HELP_TEMPLATE)]
pub struct BuildArguments {
    /// Files, folders, or - for standard input [default: all workouts below this
    /// folder]
    #[arg(value_name = "FILES", value_hint = ValueHint::AnyPath)]
    files: Vec<PathBuf>,

    /// What to make, with commas between [default: everything]
    #[arg(long, value_name = "FORMATS", value_delimiter = ',', value_parser = format_parser())]
    to: Vec<Format>,

    /// The folder to write to, or - for standard output; workouts from subfolders
    /// go to subfolders [default: build]
    #[arg(short, long, value_name = "FOLDER", value_hint = ValueHint::DirPath)]
    output: Option<PathBuf>,

    /// Which end of ranges to take [default: the workout's own level, or
    /// intermediate]
    #[arg(long, value_name = "LEVEL", value_parser = level_parser())]
    level: Option<Level>,

    #[command(flatten)]
    athlete: AthleteArgument,

    /// How fast the cues are spoken, in words a minute [default: 150]
    #[arg(long, value_name = "WORDS")]
    #[arg(value_parser = clap::value_parser!(u32).range(i64::from(Voice::SLOWEST)..=i64::from(Voice::FASTEST)))]
    rate: Option<u32>,

    #[command(flatten)]
    json: JsonArguments,

    #[cfg(feature = "watch")]
    #[command(flatten)]
    watching: watch::WatchArguments,

    #[command(flatten)]
    rules: RuleArguments,

    #[command(flatten)]
    telling: Telling,

    #[command(flatten)]
    calendar: CalendarArguments,

    #[command(flatten)]
    sheet: SheetArguments,

    #[command(flatten)]
    team: WhiteboardArguments,
}

/// How JSON is written.
#[derive(Debug, Args)]
struct JsonArguments {
    /// Write JSON in about a quarter of the size: each movement is described once,
    /// and whatever can be computed from the rest is left out
    #[arg(long)]
    compact: bool,
}

impl JsonArguments {
    /// Says of a flag that it does nothing to these formats.
    fn idle(&self, makes: impl Fn(Format) -> bool) -> Option<Trouble> {
        let does_something = Format::all().any(|format| format.has(Knob::Compact) && makes(format));
        (self.compact && !does_something).then(|| {
            Trouble::new(
                "`--compact` only affects JSON, and none is made; add `json` to the formats, as in `--to json`",
            )
        })
    }
}

/// How sheets are laid out.
#[derive(Debug, Args)]
#[command(next_help_heading = "Sheets")]
struct SheetArguments {
    /// The paper to print on [default: a4]
    #[arg(long, value_name = "PAPER", value_parser = paper_parser())]
    paper: Option<Paper>,

    /// Put beginner, intermediate and advanced side by side on one sheet
    #[arg(long)]
    levels: bool,

    /// Print in large letters, for readers without their glasses
    #[arg(long)]
    large: bool,

    /// Make station cards instead of sheets: one movement a page, to be read from
    /// across the room
    #[arg(long, conflicts_with_all = ["levels", "large"])]
    cards: bool,

    /// What a plan has for its sessions: a log for all of one title, or a sheet for
    /// each [default: titles]
    #[arg(long, value_name = "WHICH", value_parser = sheets_parser(), conflicts_with = "cards")]
    sheets: Option<Sheets>,

    /// Put what there is to know of a plan's movements at its end
    #[arg(long, conflicts_with = "cards")]
    movements: bool,

    /// How large to draw the movements, on pages too [default: small]
    #[arg(long, value_name = "SIZE", value_parser = figures_parser())]
    figures: Option<Figures>,
}

impl SheetArguments {
    /// Returns what was chosen, but for the paper and the figures: the settings of a project may say which.
    fn options(&self) -> SheetOptions {
        SheetOptions {
            levels: self.levels,
            large: self.large,
            cards: self.cards,
            sheets: self.sheets.unwrap_or_default(),
            movements: self.movements,
            ..SheetOptions::default()
        }
    }

    /// Returns the first flag that does nothing to these formats, and what it chooses.
    fn idle(&self, makes: impl Fn(Format) -> bool) -> Option<(&'static str, Knob)> {
        let flags = [
            (self.cards, "--cards", Knob::Cards),
            (self.paper.is_some(), "--paper", Knob::Paper),
            (self.levels, "--levels", Knob::Levels),
            (self.large, "--large", Knob::Large),
            (self.sheets.is_some(), "--sheets", Knob::Sheets),
            (self.movements, "--movements", Knob::Movements),
            (self.figures.is_some(), "--figures", Knob::Figures),
        ];
        let does_something = |knob: Knob| Format::all().any(|format| format.has(knob) && makes(format));
        let idle = flags.into_iter().find(|&(asked, _, knob)| asked && !does_something(knob));
        idle.map(|(_, flag, knob)| (flag, knob))
    }
}

/// Returns what reads a paper's name.
pub fn paper_parser() -> impl TypedValueParser<Value = Paper> {
    PossibleValuesParser::new(Paper::ALL.map(Paper::name)).try_map(|name| {
        Paper::ALL.into_iter().find(|paper| paper.name() == name).ok_or("no paper of that name")
    })
}

/// Returns what reads the size of figures.
pub fn figures_parser() -> impl TypedValueParser<Value = Figures> {
    PossibleValuesParser::new(Figures::ALL.map(Figures::name)).try_map(|name| {
        Figures::ALL.into_iter().find(|size| size.name() == name).ok_or("no figures of that size")
    })
}

/// Returns what reads what a plan has for its sessions.
fn sheets_parser() -> impl TypedValueParser<Value = Sheets> {
    PossibleValuesParser::new(Sheets::ALL.map(Sheets::name)).try_map(|name| {
        Sheets::ALL.into_iter().find(|sheets| sheets.name() == name).ok_or("no sheets of that name")
    })
}

/// Returns what reads a format's name.
pub fn format_parser() -> impl TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::all().map(Format::name))
        .try_map(|name| Format::named(&name).ok_or("no format of that name"))
}

/// Returns what reads a level's name.
pub fn level_parser() -> impl TypedValueParser<Value = Level> {
    PossibleValuesParser::new(Level::ALL.map(Level::name)).try_map(|name| {
        Level::ALL.into_iter().find(|level| level.name() == name).ok_or("no level of that name")
    })
}

/// Builds what is asked for.
pub fn run(arguments: BuildArguments) -> Result<Outcome, Trouble> {
    build(arguments, false)
}

/// Builds the next session of each plan.
pub fn run_next(arguments: BuildArguments) -> Result<Outcome, Trouble> {
    build(arguments, true)
}

fn asked(arguments: &BuildArguments, next: bool) -> Asked {
    Asked {
        level: arguments.level,
        formats: Some(arguments.to.clone()),
        rate: arguments.rate,
        output: arguments.output.clone(),
        rules: arguments.rules.0.clone(),
        paper: arguments.sheet.paper,
        figures: arguments.sheet.figures,
        sheet: arguments.sheet.options(),
        calendar: arguments.calendar.options(),
        json: JsonOptions { compact: arguments.json.compact },
        athlete: arguments.athlete.athlete.clone(),
        results: arguments.athlete.results.clone(),
        next,
    }
}

/// Refuses a flag of sheets where none are made.
fn no_sheets(flag: &str, knob: Knob) -> Trouble {
    Trouble::new(match Format::all().find(|format| format.has(knob)).map(Format::name) {
        Some(format) => format!(
            "`{flag}` only affects sheets, and none are made; add `{format}` to the formats, as in `--to {format}`"
        ),
        None => format!("`{flag}` only affects sheets, and this wodc was built without them"),
    })
}

/// Refuses to write for several athletes to one place.
fn several_athletes(analysed: &[Analysed]) -> Option<Trouble> {
    let several = analysed.iter().filter(|one| team::is_of_several(&one.job)).count();
    let message = format!(
        "`-o -` writes for one athlete, and there would be {several}; name one, as in `--athlete Sam`, or a folder to \
         write to with -o"
    );
    (several > 1).then(|| Trouble::new(message))
}

fn build(arguments: BuildArguments, next: bool) -> Result<Outcome, Trouble> {
    let to_standard_output = arguments.output.as_ref().is_some_and(|output| output.as_os_str() == "-");
    let telling = arguments.telling;
    if to_standard_output && telling.format.takes_standard_output() {
        return Err(Trouble::new("`-o -` and `--format` would both write to standard output; choose one"));
    }
    let asked = asked(&arguments, next);
    if arguments.team.whiteboard {
        #[cfg(feature = "watch")]
        if arguments.watching.watch || arguments.watching.open {
            return Err(Trouble::new("`--whiteboard` can't be combined with `--watch` or `--open`"));
        }
        return whiteboard::run(&arguments.files, asked, arguments.team.day, telling, to_standard_output);
    }
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
        return Ok(streams::tell_all(&troubles));
    }
    let makes = |format: Format| jobs.iter().any(|job| job.wanted.request.formats.contains(&format));
    let idle = arguments.calendar.idle(makes).or_else(|| arguments.json.idle(makes));
    let idle = idle.or_else(|| arguments.sheet.idle(makes).map(|(flag, knob)| no_sheets(flag, knob)));
    if let Some(idle) = idle.filter(|_| !jobs.is_empty()) {
        troubles.push(idle);
        return Ok(streams::tell_all(&troubles));
    }
    let (analysed, unread) = outputs::analyse_all(jobs);
    troubles.extend(unread);
    troubles.extend(calendar::none_made(&arguments.to, &analysed));

    // Diagnostics come last, next to the prompt, where they are seen; but they come even if writing fails.
    let (mut compiled, written) = if to_standard_output {
        if let Some(several) = several_athletes(&analysed) {
            troubles.push(several);
            return Ok(streams::tell_all(&troubles));
        }
        outputs::print_all(analysed)
    } else {
        match write::refuse_collisions(analysed.iter().flat_map(Analysed::destinations)) {
            Ok(()) => {
                let (compiled, unwritten) = outputs::emit_all(analysed);
                troubles.extend(unwritten);
                let told = telling.print_aside(&outputs::listing(&compiled));
                (compiled, told)
            }
            Err(trouble) => (analysed.into_iter().map(Analysed::without_outputs).collect(), Err(trouble)),
        }
    };
    say_once(&mut compiled);
    let report = Report::new(compiled.iter().map(|one| &one.compilation));
    let told = report.print(telling);
    #[cfg(feature = "watch")]
    if arguments.watching.open && written.is_ok() && troubles.is_empty() {
        troubles.extend(watch::open_first_page(&compiled).err());
    }
    troubles.extend(written.err().into_iter().chain(told.err()));
    let outcome = report.outcome().max(streams::tell_all(&troubles));
    if !to_standard_output && !telling.format.takes_standard_output() {
        streams::print_error(&unbuilt(&compiled));
    }
    Ok(outcome)
}

/// Tells whether all workouts together make outputs of one format.
fn make_one_format(jobs: &[Job]) -> bool {
    let mut wanted = jobs.iter().map(|job| &job.wanted.request.formats);
    let first = wanted.next();
    first.is_none_or(|formats| formats.len() == 1 && wanted.all(|other| other == formats))
}
