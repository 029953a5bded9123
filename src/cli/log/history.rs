//! `wodc log --from`: the history that another app exports.

use std::fmt::Write as _;
use std::fs::File;
use std::io::Read;
use std::iter;
use std::path::Path;

use super::add::{Differing, header, told, under_lock};
use super::whose::Whose;
use super::{ask, refuse};
use crate::analysis::{LoadUnit, format};
use crate::cli::outcome::{Outcome, Trouble};
use crate::cli::project::reason;
use crate::cli::report::{self, Telling};
use crate::cli::visible::{self, on_one_line};
use crate::cli::words::count;
use crate::results::import::{self, App, Import, Order, Refusal, Report, Untold};
use crate::results::logbook::Added;
use crate::source::SourceFile;

/// The largest export that is read, in bytes. The history of twenty years takes a tenth of it.
const MAX_BYTES: u64 = 64 * 1024 * 1024;

/// The most names or rows that are listed, so that one wrong column does not fill the screen.
const MOST_LISTED: usize = 40;

/// What the file may not say.
pub struct Options {
    pub units: Option<LoadUnit>,
    pub order: Option<Order>,
}

/// Brings in a history, and says what came of it.
pub fn bring_in(
    export: &Path,
    options: Options,
    whose: &Whose,
    telling: Telling,
) -> Result<Outcome, Trouble> {
    let shown = visible::name(export);
    let bytes = read(export, &shown)?;
    let history = import(&bytes, options, &shown)?;
    if history.sessions.is_empty() {
        telling.print_aside(&about(&history))?;
        return Err(Trouble::new(format!(
            "`{shown}` has no sessions that can be read, so nothing was added"
        )));
    }
    let blocks: String = history.sessions.iter().map(import::write).collect();
    // As `wodc fmt` writes it. What it can't read is shown by the check.
    let text = format(SourceFile::new(shown.as_str(), blocks.as_str())).unwrap_or(blocks);
    match under_lock(&text, whose, Differing::Kept)? {
        Ok(added) => {
            telling.print_aside(&(about(&history) + &kept(&added) + &told(&added, whose)))?;
            report::Report::new(iter::empty()).print(telling)?;
            Ok(Outcome::Fine)
        }
        Err(mistakes) => refuse(&mistakes, telling),
    }
}

fn read(export: &Path, shown: &str) -> Result<Vec<u8>, Trouble> {
    let unreadable = |why: &str| Trouble::new(format!("`{shown}` cannot be read: {why}"));
    let mut bytes = Vec::new();
    let file = File::open(export).map_err(|error| unreadable(&reason(&error)))?;
    file.take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(|error| unreadable(&reason(&error)))?;
    if bytes.len() as u64 > MAX_BYTES {
        return Err(unreadable(&format!("it is larger than {} MB", MAX_BYTES / (1024 * 1024))));
    }
    Ok(bytes)
}

/// Reads an export, and asks for what it does not say, where somebody is there to ask.
fn import(bytes: &[u8], options: Options, shown: &str) -> Result<Import, Trouble> {
    let mut options = import::Options { load_unit: options.units, order: options.order };
    loop {
        match import::import(bytes, options) {
            Ok(history) => return Ok(history),
            Err(Refusal::NoLoadUnit) if ask::is_possible() => {
                options.load_unit = Some(ask::until("Are the loads in kg or in lb?", |answer| {
                    let known = LoadUnit::ALL.into_iter().find(|unit| unit.name() == answer.to_lowercase());
                    known.ok_or_else(|| "Write kg or lb.".to_owned())
                })?);
            }
            Err(Refusal::NoOrder(untold)) if ask::is_possible() => {
                let question = question(&untold);
                options.order = Some(ask::until(&question, |answer| match answer.to_lowercase().as_str() {
                    "day" | "d" => Ok(Order::DayFirst),
                    "month" | "m" => Ok(Order::MonthFirst),
                    _ => Err("Write day or month.".to_owned()),
                })?);
            }
            Err(refusal) => return Err(refused(refusal, shown)),
        }
    }
}

fn refused(refusal: Refusal, shown: &str) -> Trouble {
    Trouble::new(match refusal {
        Refusal::NotText => format!("`{shown}` is not text in UTF-8 or UTF-16, as the apps export it"),
        Refusal::NotAnExport(found) if found.is_empty() => format!("`{shown}` is empty"),
        Refusal::NotAnExport(found) => {
            let apps = [App::Strong, App::Hevy, App::FitNotes, App::Jefit].map(App::name);
            format!(
                "`{shown}` is not an export that is known: its first line has `{}`. Known are those of {}, with the app \
                 set to English",
                found.join("`, `"),
                apps.join(", ")
            )
        }
        Refusal::NoLoadUnit => {
            format!("`{shown}` doesn't say in what its loads are; add `--units kg` or `--units lb`")
        }
        Refusal::NoOrder(Untold { example, mixed }) => format!(
            "in dates such as `{}` the first figure may be the day or the month{}; add `--dates day-first` or \
             `--dates month-first`",
            on_one_line(&example),
            mixed.as_ref().map(|mixed| format!(", and {}", found_both(mixed))).unwrap_or_default()
        ),
    })
}

/// Asks which figure of a date is the day.
fn question(untold: &Untold) -> String {
    let mixed = untold.mixed.as_ref().map(|mixed| format!("Of other dates, {}.\n", found_both(mixed)));
    format!(
        "{}Is the day or the month first in `{}`?",
        mixed.unwrap_or_default(),
        on_one_line(&untold.example)
    )
}

/// Says that a file has both kinds of dates.
fn found_both([day_first, month_first]: &[String; 2]) -> String {
    format!("`{}` has the day first and `{}` the month", on_one_line(day_first), on_one_line(month_first))
}

/// Says what was read, which names are unknown, and what was left out.
fn about(history: &Import) -> String {
    let Import { app, sessions, report: Report { sets, unknown, left_out } } = history;
    let mut about =
        format!("{}: {}, {}\n", app.name(), count(sessions.len(), "session"), count(*sets, "set"));
    if !unknown.is_empty() {
        about.push_str("names that wodc doesn't know, kept as they are:\n");
        list(&mut about, unknown, |one| format!("{} ({})", one.name, count(one.sets, "set")));
    }
    if !left_out.is_empty() {
        about.push_str("left out:\n");
        list(&mut about, left_out, |one| format!("line {}: {}", one.line, one.why));
    }
    about
}

fn list<T>(to: &mut String, all: &[T], line: impl Fn(&T) -> String) {
    for one in all.iter().take(MOST_LISTED) {
        // Writing to a text can't fail.
        let _ = writeln!(to, "  {}", on_one_line(&line(one)));
    }
    if let Some(more) = all.len().checked_sub(MOST_LISTED).filter(|&more| more > 0) {
        let _ = writeln!(to, "  and {more} more");
    }
}

/// Says which sessions were there with other contents, and stay as they are.
fn kept(added: &Added) -> String {
    let mut kept = String::new();
    if !added.different.is_empty() {
        kept.push_str("there already with other contents, and left as they are:\n");
        list(&mut kept, &added.different, |(_, new)| header(new).to_owned());
    }
    kept
}
