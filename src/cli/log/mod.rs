//! `wodc log`

mod add;
mod ask;
mod history;
mod incoming;
mod whose;
#[cfg(any(feature = "play", feature = "watch"))]
mod writer;

use std::path::PathBuf;

use clap::{Args, ValueEnum, ValueHint};

use super::HELP_TEMPLATE;
use super::outcome::{Outcome, Trouble};
use super::report::{Report, Telling};
use super::streams;
use crate::analysis::{Compilation, LoadUnit};
use crate::results::import::Order;
use whose::Whose;
#[cfg(any(feature = "play", feature = "watch"))]
pub use writer::Writer;
#[cfg(any(feature = "play", feature = "watch"))]
use {add::Differing, incoming::Incoming};

const EXAMPLES: &str = "  wodc log --athlete sam.wod             asks what was done
  wodc log friday.txt --athlete sam.wod
  cat friday.txt | wodc log - --athlete sam.wod
  wodc log --from strong.csv --athlete sam.wod";

const ABOUT_RESULTS: &str = "What was done is added to the end of the athlete's results file, whole or not at
all; nothing else in it changes. A session that is there already is not added
again: sessions are told apart by day, time of day and title.";

/// Writes down what was done, or brings in another app's history
#[derive(Debug, Args)]
#[command(before_help = EXAMPLES, after_help = ABOUT_RESULTS, help_template = HELP_TEMPLATE)]
pub struct LogArguments {
    /// A file with `done` blocks, or - for standard input [default: standard input]
    #[arg(value_name = "FILE", value_hint = ValueHint::FilePath)]
    file: Option<PathBuf>,

    /// Bring in what Strong, Hevy, FitNotes or Jefit exports
    #[arg(long, value_name = "EXPORT", value_hint = ValueHint::FilePath, conflicts_with = "file")]
    from: Option<PathBuf>,

    /// Whose results they are: a .wod file with an athlete
    #[arg(long, value_name = "WHO")]
    athlete: Option<String>,

    /// The results file; a new one is begun [default: the one that the athlete
    /// names]
    #[arg(long, value_name = "FILE", value_hint = ValueHint::FilePath)]
    results: Option<PathBuf>,

    /// The unit of loads for which an export has none [default: the athlete's]
    #[arg(long, value_name = "UNIT", requires = "from")]
    units: Option<Units>,

    /// What comes first in an export's dates, such as 5/4/2026 [default: what the
    /// other dates show]
    #[arg(long, value_name = "WHICH", requires = "from")]
    dates: Option<Dates>,

    #[command(flatten)]
    telling: Telling,
}

/// The unit of loads.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Units {
    #[value(help = None)]
    Kg,
    #[value(help = None)]
    Lb,
}

impl From<Units> for LoadUnit {
    fn from(units: Units) -> Self {
        match units {
            Units::Kg => LoadUnit::Kilogram,
            Units::Lb => LoadUnit::Pound,
        }
    }
}

/// What comes first in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Dates {
    #[value(help = None)]
    DayFirst,
    #[value(help = None)]
    MonthFirst,
}

impl From<Dates> for Order {
    fn from(dates: Dates) -> Self {
        match dates {
            Dates::DayFirst => Order::DayFirst,
            Dates::MonthFirst => Order::MonthFirst,
        }
    }
}

/// Runs `wodc log`.
pub fn run(arguments: &LogArguments) -> Result<Outcome, Trouble> {
    let whose = match Whose::find(arguments.athlete.as_deref(), arguments.results.as_deref())? {
        Ok(whose) => whose,
        Err(mistakes) => return refuse(&mistakes, arguments.telling),
    };
    match &arguments.from {
        Some(export) => {
            let options = history::Options {
                units: arguments.units.map(LoadUnit::from).or(whose.units),
                order: arguments.dates.map(Order::from),
            };
            history::bring_in(export, options, &whose, arguments.telling)
        }
        None => {
            let incoming = incoming::read(arguments.file.as_deref(), &whose)?;
            let found = incoming.check(&whose)?;
            let outcome = if found.has_errors() {
                refuse(&found, arguments.telling)?
            } else {
                add::sessions(&incoming.text, &found, &whose, arguments.telling)?
            };
            if outcome == Outcome::Mistakes && incoming.is_typed {
                streams::print_error(&format!("What you typed, to be used again:\n{}", incoming.text));
            }
            Ok(outcome)
        }
    }
}

/// Adds what was done to the results file of an athlete, whole or not at all, for other parts of the program. Returns what
/// to say about it; the error is why nothing was added. `shown` is what the file is called in either.
#[cfg(any(feature = "play", feature = "watch"))]
fn write_down(text: String, athlete: String, path: PathBuf, shown: String) -> Result<String, String> {
    let whose = Whose { name: Some(athlete), units: None, path, shown };
    let incoming = Incoming::of("the results", text);
    let first =
        |mistakes: &Compilation| mistakes.errors().next().map(|one| one.message.clone()).unwrap_or_default();
    let found = incoming.check(&whose).map_err(|trouble| trouble.to_string())?;
    if found.has_errors() {
        return Err(first(&found));
    }
    match add::under_lock(&incoming.text, &whose, Differing::Refused) {
        Ok(Ok(added)) => Ok(add::told(&added, &whose).trim_end().to_owned()),
        Ok(Err(mistakes)) => Err(first(&mistakes)),
        Err(trouble) => Err(trouble.to_string()),
    }
}

/// Reports mistakes, because of which nothing is written.
fn refuse(mistakes: &Compilation, telling: Telling) -> Result<Outcome, Trouble> {
    Report::new(std::iter::once(mistakes)).print(telling)?;
    Ok(Outcome::Mistakes)
}
