//! `--starts` and `--at`: what calendars of plans are like.

use clap::Args;

use super::compile::Compiled;
use super::outcome::Trouble;
use crate::date::{self, Date, NoStart, Time};
use crate::diagnostic::Rule;
use crate::driver::Format;
use crate::emit::CalendarOptions;

/// When plans take place.
#[derive(Debug, Args)]
#[command(next_help_heading = "Plans")]
pub struct CalendarArguments {
    /// The Monday on which plans start, whatever they say themselves
    #[arg(long, value_name = "DATE", value_parser = read_start)]
    starts: Option<Date>,

    /// The time at which a day's first session begins in calendars, such as 18:30;
    /// else sessions have a day and no time
    #[arg(long, value_name = "TIME", value_parser = read_time)]
    at: Option<Time>,
}

impl CalendarArguments {
    /// Returns what calendars are to be like.
    pub fn options(&self) -> CalendarOptions {
        CalendarOptions { starts: self.starts, at: self.at, asked_for: false }
    }

    /// Says of a flag that it does nothing to these formats.
    pub fn idle(&self, makes: impl Fn(Format) -> bool) -> Option<Trouble> {
        if self.at.is_some() && !makes(Format::Ics) {
            return Some(Trouble::new(
                "`--at` is about calendars, and none are made; add `ics` to the formats, as in `--to ics`",
            ));
        }
        let has_dates = Format::ALL.iter().any(|&format| has_dates(format) && makes(format));
        (self.starts.is_some() && !has_dates).then(|| {
            Trouble::new(
                "`--starts` gives plans their dates, and nothing with dates is made; add `ics` to the formats, as in \
                 `--to ics`",
            )
        })
    }
}

/// Tells whether the dates of a plan stand in a format.
fn has_dates(format: Format) -> bool {
    match format {
        Format::Json | Format::Markdown | Format::Ics => true,
        Format::Cues => false,
        #[cfg(feature = "pdf")]
        Format::Pdf => true,
        #[cfg(feature = "html")]
        Format::Html => true,
    }
}

/// Says that calendars were asked for, and that nothing there is could give one. What is wrong with a plan is said in its
/// place.
pub fn none_made(asked: &[Format], compiled: &[Compiled]) -> Option<Trouble> {
    if !asked.contains(&Format::Ics) || compiled.is_empty() {
        return None;
    }
    let explains = |one: &Compiled| {
        let compilation = &one.compilation;
        compilation.has_errors()
            || compilation.outputs.iter().any(|output| output.format == Format::Ics)
            || compilation.diagnostics.iter().any(|one| one.rule == Rule::PlanWithoutStart)
    };
    (!compiled.iter().any(explains)).then(|| {
        Trouble::new(
            "no calendar was made: calendars are of plans that say when they start, and there is none here",
        )
    })
}

fn read_start(text: &str) -> Result<Date, String> {
    date::plan_start(text).map_err(|NoStart { message, help }| match help {
        Some(help) => format!("{message}; {help}"),
        None => message,
    })
}

fn read_time(text: &str) -> Result<Time, String> {
    date::read_time(text).ok_or_else(|| {
        format!("there is no time of day `{text}`; write hours and minutes up to 23:59, such as `18:30`")
    })
}
