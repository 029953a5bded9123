//! The program of an athlete as it is after their results.

use std::sync::Arc;

use super::request::Request;
use crate::athlete::Athlete;
use crate::check::program::{History, Program, Results, Workout};
use crate::check::{Checker, Files, LoadUnit, Silences};
use crate::diagnostic::{Diagnostic, Rule};
use crate::emit::CalendarOptions;
use crate::plan::{self, Calendar};
use crate::results::{self, Ground, Replay};
use crate::source::{FileId, Span};

/// Checks all of a file, and has its plans start or end when they are asked to.
pub(super) fn checked(
    files: &Files,
    request: &Request,
    diagnostics: &mut Vec<Diagnostic>,
) -> (Program, Silences) {
    let mut checker = Checker::new(files, request.settings());
    let workouts = std::iter::from_fn(|| checker.next_workout());
    let workouts = workouts.map(|workout| plan::alone(&workout)).collect();
    let (program, found, silences) = checker.finish(workouts);
    diagnostics.extend(found);
    (with_starts(program, request), silences)
}

/// Has the plans start or end when they are asked to.
pub(super) fn with_starts(mut program: Program, request: &Request) -> Program {
    let CalendarOptions { starts, ends, .. } = request.options.calendar;
    for plan in &mut program.plans {
        if let Some(starts) = starts {
            plan.start_on(starts.0);
        } else if let Some(ends) = ends {
            plan.end_on(ends.0);
        }
    }
    program
}

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

/// Hands on what results are replayed on. A file may have none, and nobody whose they are.
pub(super) fn on_ground<T>(
    program: &Program,
    request: &Request,
    replayed: impl FnOnce(&Ground<'_>, &Results) -> T,
) -> T {
    let settings = request.settings();
    let level_of = |workout: &Workout| settings.level_of(workout);
    let nobody = Athlete::new(String::new(), settings.units.unwrap_or(LoadUnit::Kilogram));
    let (none, athlete) = (Results::default(), program.athlete.as_deref().unwrap_or(&nobody));
    let results = program.results.as_deref().unwrap_or(&none);
    replayed(&Ground { program, athlete, level_of: &level_of }, results)
}

/// Replays the results of a program as it is written; none where nothing in it goes by results or by other sessions.
pub(super) fn replayed(files: &Files, request: &Request, program: &Program) -> Option<Replay> {
    if program.results.is_none() && program.of_sessions.is_empty() && !program.has_top_sets {
        return None;
    }
    let calendars = written_out(files, program).0;
    Some(on_ground(program, request, |ground, results| Replay::new(ground, &calendars, results)))
}

/// Returns what there is to say of loads that are a part of what is lifted in another session.
pub(super) fn unfounded(
    files: &Files,
    request: &Request,
    program: &Program,
    calendars: &[Calendar<'_>],
) -> Vec<Diagnostic> {
    let written = |place| files.written(place);
    on_ground(program, request, |ground, _| results::unfounded(ground, calendars, &written))
}

/// Returns plans with the figures of their sessions as they are after the results before them.
pub(super) fn plans<'p>(
    program: &'p Program,
    request: &Request,
    calendars: Vec<Calendar<'p>>,
    replay: Option<&Replay>,
) -> Vec<Calendar<'p>> {
    let Some(replay) = replay else { return calendars };
    on_ground(program, request, |ground, results| {
        let numbered = calendars.into_iter().enumerate();
        numbered.map(|(number, calendar)| replay.plan(ground, number, calendar, results)).collect()
    })
}

/// Returns a program whose workouts have the figures that they have after the results.
pub(super) fn workouts(request: &Request, program: Program, replay: Option<&Replay>) -> Program {
    let Some(replay) = replay else { return program };
    let workouts = on_ground(&program, request, |ground, _| {
        program.workouts.iter().map(|workout| replay.workout(ground, workout)).collect()
    });
    Program { workouts, history: replay.history(), ..program }
}

/// Returns a program of only the next session of each plan, and says so where there is none.
pub(super) fn next(files: &Files, request: &Request, program: Program) -> (Program, Vec<Diagnostic>) {
    let (NextSessions { workouts, next_of, mut found }, history) =
        on_ground(&program, request, |ground, results| next_sessions(files, ground, results));
    if program.plans.is_empty() {
        let message = "there is no plan in this file, so no session comes next".to_owned();
        found.push(nothing_next(message, Span::at(0), FileId::default()));
    }
    // Their loads are those that they have in their plans.
    (Program { workouts, next_of, history, plans: Vec::new(), of_sessions: Vec::new(), ..program }, found)
}

/// The next session of each plan.
#[derive(Default)]
struct NextSessions {
    workouts: Vec<Arc<Workout>>,
    /// The titles of each and of its plan.
    next_of: Vec<(String, String)>,
    /// What is said of the plans that have none.
    found: Vec<Diagnostic>,
}

fn next_sessions(files: &Files, ground: &Ground<'_>, results: &Results) -> (NextSessions, Arc<History>) {
    let (calendars, _) = written_out(files, ground.program);
    let replay = Replay::new(ground, &calendars, results);
    let mut next = NextSessions::default();
    for (number, calendar) in calendars.into_iter().enumerate() {
        let (title, place) = (&calendar.plan.title, calendar.plan.title_span);
        let Some(slot) = replay.next(number) else {
            let message = format!("\"{title}\" is over: its last session is in the results");
            next.found.push(nothing_next(message, place, calendar.plan.file));
            continue;
        };
        let calendar = replay.plan(ground, number, calendar, results);
        let session = calendar.days.iter().flat_map(|day| &day.sessions).nth(slot);
        if let Some(session) = session {
            let workout = Arc::clone(&calendar.instance_of(session).workout);
            next.next_of.push((workout.title.clone(), calendar.plan.title.clone()));
            next.workouts.push(workout);
        }
    }
    (next, replay.history())
}

fn nothing_next(message: String, place: Span, file: FileId) -> Diagnostic {
    Diagnostic::new(Rule::NothingToBuild, place, message).in_file(file)
}
