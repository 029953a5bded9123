//! `--starts`, `--ends` and `--at`: options for the calendars of plans.

use std::str::FromStr;

use clap::Args;

use super::outcome::Trouble;
use super::outputs::Analysed;
use crate::diagnostic::{Rule, Severity};
use crate::emit::{CalendarOptions, Format, Knob, PlanDate, TimeOfDay};

/// When plans take place.
#[derive(Debug, Args)]
#[command(next_help_heading = "Plans")]
pub struct CalendarArguments {
    /// The day on which plans start, even if they name another
    #[arg(long, value_name = "DATE", value_parser = PlanDate::from_str)]
    starts: Option<PlanDate>,

    /// The day on which plans end, such as that of a race: they start so many
    /// weeks before
    #[arg(long, value_name = "DATE", value_parser = PlanDate::from_str, conflicts_with = "starts")]
    ends: Option<PlanDate>,

    /// The time of a day's first session in calendars, such as 18:30 [default:
    /// sessions have a day but no time]
    #[arg(long, value_name = "TIME", value_parser = TimeOfDay::from_str)]
    at: Option<TimeOfDay>,
}

impl CalendarArguments {
    /// Returns the options for calendars.
    pub fn options(&self) -> CalendarOptions {
        CalendarOptions { starts: self.starts, ends: self.ends, at: self.at, ..CalendarOptions::default() }
    }

    /// Refuses a flag that has no effect on any of these formats.
    pub fn idle(&self, makes: impl Fn(Format) -> bool) -> Option<Trouble> {
        if self.at.is_some() && !Format::all().any(|format| format.has(Knob::At) && makes(format)) {
            return Some(Trouble::new(
                "`--at` only affects calendars, and none are made; add `ics` to the formats, as in `--to ics`",
            ));
        }
        let has_dates = Format::all().any(|format| format.has(Knob::Starts) && makes(format));
        let flag = if self.ends.is_some() { "--ends" } else { "--starts" };
        ((self.starts.is_some() || self.ends.is_some()) && !has_dates).then(|| {
            Trouble::new(format!(
                "`{flag}` only affects formats with dates, and none are made; add `ics` to the formats, as in \
                 `--to ics`"
            ))
        })
    }
}

/// Reports that calendars were requested by name, but none of the files has a plan with a start. Problems with a plan
/// are reported by its diagnostics.
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
    (!analysed.iter().any(explains))
        .then(|| Trouble::new("no calendar was made: there is no plan here that says when it starts"))
}
