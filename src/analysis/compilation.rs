//! What came of a file, in the end.

use crate::check::program::Workout;
use crate::diagnostic::{Diagnostic, Severity};
use crate::emit::Output;
use crate::season::Season;
use crate::source::SourceFile;
use crate::timeline::Timeline;

/// What came of a file: what there is to say about it, a line about each workout and plan, and its outputs where they
/// were collected.
#[derive(Debug, Clone, Default)]
#[non_exhaustive]
pub struct Compilation {
    /// The file that was compiled, then those it uses.
    pub files: Vec<SourceFile>,
    /// Everything there is to say about them, sorted by place.
    pub diagnostics: Vec<Diagnostic>,
    /// A line about each workout; none where there are errors.
    pub workouts: Vec<Summary>,
    /// A line about each plan; none where there are errors.
    pub plans: Vec<PlanSummary>,
    /// The outputs; none where there are errors, or where they were emitted elsewhere.
    pub outputs: Vec<Output>,
}

impl Compilation {
    /// Returns what came of a file of which there is only this to say.
    pub(super) fn of_diagnostics(files: Vec<SourceFile>, diagnostics: Vec<Diagnostic>) -> Self {
        Self { files, diagnostics, ..Self::default() }
    }

    /// Tells whether any diagnostic is an error.
    pub fn has_errors(&self) -> bool {
        has_errors(&self.diagnostics)
    }

    /// Returns the diagnostics that are errors.
    pub fn errors(&self) -> impl Iterator<Item = &Diagnostic> {
        self.diagnostics.iter().filter(|diagnostic| diagnostic.severity == Severity::Error)
    }
}

/// Tells whether any of these is an error.
pub(super) fn has_errors(diagnostics: &[Diagnostic]) -> bool {
    diagnostics.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
}

/// What a line about a workout says.
#[derive(Debug, Clone)]
#[non_exhaustive]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// Its rounds, where it has some.
    pub rounds: Option<u32>,
    /// The shortest it can take, in milliseconds.
    pub least_ms: i64,
    /// What it takes at this level, in milliseconds.
    pub likely_ms: i64,
    /// The longest it can take, in milliseconds.
    pub most_ms: i64,
    /// Whether any part of it is estimated.
    pub estimated: bool,
}

impl Summary {
    pub(super) fn of(workout: &Workout, timeline: &Timeline<'_>) -> Self {
        Self {
            title: workout.title.clone(),
            rounds: timeline.rounds,
            least_ms: timeline.least_ms,
            likely_ms: timeline.likely_ms,
            most_ms: timeline.most_ms,
            estimated: timeline.estimated,
        }
    }
}

/// What a line about a plan says.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct PlanSummary {
    /// Its title.
    pub title: String,
    /// How many weeks it has.
    pub weeks: u32,
    /// How many sessions these have.
    pub sessions: u32,
}

impl PlanSummary {
    pub(super) fn of(season: &Season<'_>) -> Self {
        let plan = season.calendar.plan;
        let sessions = season.weeks.iter().map(|week| week.sessions).sum();
        Self { title: plan.title.clone(), weeks: plan.weeks, sessions }
    }
}
