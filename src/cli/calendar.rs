//! `--starts` and `--at`: what calendars of plans are like.

use std::str::FromStr;

use clap::Args;

use super::outcome::Trouble;
use super::outputs::Analysed;
use crate::diagnostic::{Rule, Severity};
use crate::emit::{CalendarOptions, Format, Knob, PlanStart, TimeOfDay};

/// When plans take place.
#[derive(Debug, Args)]
#[command(next_help_heading = "Plans")]
pub struct CalendarArguments {
    /// The Monday on which plans start, whatever they say themselves
    #[arg(long, value_name = "DATE", value_parser = PlanStart::from_str)]
    starts: Option<PlanStart>,

    /// The time at which a day's first session begins in calendars, such as 18:30;
    /// else sessions have a day and no time
    #[arg(long, value_name = "TIME", value_parser = TimeOfDay::from_str)]
    at: Option<TimeOfDay>,
}

impl CalendarArguments {
    /// Returns what calendars are to be like.
    pub fn options(&self) -> CalendarOptions {
        CalendarOptions { starts: self.starts, at: self.at }
    }

    /// Says of a flag that it does nothing to these formats.
    pub fn idle(&self, makes: impl Fn(Format) -> bool) -> Option<Trouble> {
        if self.at.is_some() && !Format::all().any(|format| format.has(Knob::At) && makes(format)) {
            return Some(Trouble::new(
                "`--at` is about calendars, and none are made; add `ics` to the formats, as in `--to ics`",
            ));
        }
        let has_dates = Format::all().any(|format| format.has(Knob::Starts) && makes(format));
        (self.starts.is_some() && !has_dates).then(|| {
            Trouble::new(
                "`--starts` gives plans their dates, and nothing with dates is made; add `ics` to the formats, as in \
                 `--to ics`",
            )
        })
    }
}

/// Says that calendars were asked for, and that nothing there is could give one. What is wrong with a plan is said in its
/// place.
pub fn none_made(asked: &[Format], analysed: &[Analysed]) -> Option<Trouble> {
    if !asked.contains(&Format::ICS) || analysed.is_empty() {
        return None;
    }
    let explains = |one: &Analysed| {
        one.planned.iter().any(|output| output.format == Format::ICS)
            || one
                .diagnostics()
                .iter()
                .any(|one| one.severity == Severity::Error || one.rule == Rule::PlanWithoutStart)
    };
    (!analysed.iter().any(explains)).then(|| {
        Trouble::new(
            "no calendar was made: calendars are of plans that say when they start, and there is none here",
        )
    })
}
