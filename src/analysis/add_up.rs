//! What the results of a file's athlete add up to, or those of the file itself.

use std::borrow::Cow;

use super::after_results::{on_ground, with_starts, written_out};
use super::files::ReadFile;
use super::loaded::Loaded;
use super::request::Request;
use crate::check::program::Program;
use crate::check::{Checker, Files};
use crate::plan;
use crate::progress::{self, Laid, LookUp, PlanProgress, Progress};
use crate::results::Replay;
use crate::season;
use crate::source::SourceFile;

/// Adds up the results that a file without mistakes has, or else those of the athlete who is compiled for, and puts them
/// beside the plans of the file. None where there are no results.
pub fn add_up(source: SourceFile, request: &Request, read: &dyn ReadFile) -> Option<Progress> {
    let loaded = Loaded::new(source, request, read);
    let mut checker = Checker::new(&loaded.files, request.settings());
    // The movements that its workouts name may be its own.
    let workouts = std::iter::from_fn(|| checker.next_workout());
    let workouts = workouts.map(|workout| plan::alone(&workout)).collect();
    let own = checker.done_in_file();
    let (program, ..) = checker.finish(workouts);
    let program = with_starts(program, request);
    let look_up = |name: &str| program.known_movement(name).map(Cow::into_owned);
    let results = own.as_ref().or(program.results.as_deref())?;
    let plans = beside_plans(&loaded.files, &program, request, &look_up);
    Some(Progress { plans, ..Progress::of(results, &look_up, program.athlete.as_deref()) })
}

/// Puts what the plans of a program asked for beside what was done.
fn beside_plans(
    files: &Files,
    program: &Program,
    request: &Request,
    look_up: LookUp<'_>,
) -> Vec<PlanProgress> {
    if program.plans.is_empty() || program.results.is_none() {
        return Vec::new();
    }
    let (calendars, _) = written_out(files, program);
    on_ground(program, request, |ground, results| {
        let replay = Replay::new(ground, &calendars, results);
        let numbered = calendars.into_iter().enumerate();
        let moved: Vec<_> =
            numbered.map(|(number, calendar)| replay.plan(ground, number, calendar, results)).collect();
        let seasons: Vec<_> =
            moved.iter().map(|calendar| season::lay_out(program, calendar, ground.level_of).0).collect();
        let laid: Vec<Laid<'_>> = seasons
            .iter()
            .enumerate()
            .map(|(number, season)| Laid { season, slots: replay.slots(number) })
            .collect();
        progress::beside(&laid, program, results, look_up)
    })
}
