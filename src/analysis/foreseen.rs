//! How the loads of a file's plans go on.

use super::after_results::{checked, written_out};
use super::files::ReadFile;
use super::loaded::Loaded;
use super::request::Request;
use crate::athlete::Athlete;
use crate::check::LoadUnit;
use crate::check::program::{Results, Workout};
use crate::results::{self, Foreseen, Ground};
use crate::source::SourceFile;

/// What is foreseen of one plan.
#[derive(Debug, Clone)]
pub struct ForeseenPlan {
    /// Its title.
    pub title: String,
    /// Its sessions to come.
    pub foreseen: Foreseen,
}

/// Foresees what is left of each plan of a file that has no mistakes.
pub fn foresee(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Vec<ForeseenPlan> {
    let loaded = Loaded::new(source, request, read);
    let (program, _) = checked(&loaded.files, request, &mut Vec::new());
    let settings = request.settings();
    let level_of = |workout: &Workout| settings.level_of(workout);
    let (calendars, _) = written_out(&loaded.files, &program);
    let nobody = Athlete::new(String::new(), settings.units.unwrap_or(LoadUnit::Kilogram));
    let (none, athlete) = (Results::default(), program.athlete.as_deref().unwrap_or(&nobody));
    let results = program.results.as_deref().unwrap_or(&none);
    let ground = Ground { program: &program, athlete, level_of: &level_of };
    let plans = calendars.iter().enumerate();
    plans
        .map(|(number, calendar)| ForeseenPlan {
            title: calendar.plan.title.clone(),
            foreseen: results::foresee(&ground, &calendars, results, number),
        })
        .collect()
}
