//! The program of an athlete as it is after their results.

use super::request::Request;
use crate::check::Files;
use crate::check::program::{Program, Workout};
use crate::diagnostic::Diagnostic;
use crate::plan::{self, Calendar};
use crate::results::{Ground, Replay};

/// Writes all plans of a program out, day by day, without its results.
pub(super) fn written_out<'p>(files: &Files, program: &'p Program) -> (Vec<Calendar<'p>>, Vec<Diagnostic>) {
    let mut found = Vec::new();
    let mut calendars = Vec::new();
    for plan in &program.plans {
        let (calendar, said) = plan::expand(plan, &|place| files.written(place));
        found.extend(said);
        calendars.push(calendar);
    }
    (calendars, found)
}

/// Returns plans with the figures of their sessions as they are after the results before them.
pub(super) fn plans<'p>(
    program: &'p Program,
    request: &Request,
    calendars: Vec<Calendar<'p>>,
) -> Vec<Calendar<'p>> {
    let (Some(results), Some(athlete)) = (&program.results, &program.athlete) else { return calendars };
    let settings = request.settings();
    let level_of = |workout: &Workout| settings.level_of(workout);
    let ground = Ground { program, athlete, level_of: &level_of };
    let replay = Replay::new(&ground, &calendars, results);
    let numbered = calendars.into_iter().enumerate();
    numbered.map(|(number, calendar)| replay.plan(&ground, number, calendar, results)).collect()
}

/// Returns a program whose workouts have the figures that they have after the results.
pub(super) fn workouts(files: &Files, request: &Request, program: Program) -> Program {
    let (Some(results), Some(athlete)) = (&program.results, &program.athlete) else { return program };
    let settings = request.settings();
    let level_of = |workout: &Workout| settings.level_of(workout);
    let ground = Ground { program: &program, athlete, level_of: &level_of };
    let (calendars, _) = written_out(files, &program);
    let replay = Replay::new(&ground, &calendars, results);
    let workouts = program.workouts.iter().map(|workout| replay.workout(&ground, workout)).collect();
    drop(calendars);
    Program { workouts, ..program }
}
