//! Workouts and plans, laid out in time, together with the program that they borrow from.

use self_cell::self_cell;

use crate::check::Settings;
use crate::check::program::Program;
use crate::emit::{Compiled, CompiledPlan};
use crate::plan::Calendar;
use crate::season::Season;
use crate::source::SourceFile;
use crate::timeline::Timeline;

/// What was written, and the files that it was written in.
#[derive(Debug)]
pub(super) struct Ground {
    pub sources: Vec<SourceFile>,
    pub program: Program,
}

self_cell!(
    /// The plans, written out day by day.
    pub(super) struct Expanded {
        owner: Ground,
        #[covariant]
        dependent: Calendars,
    }
    impl { Debug }
);

type Calendars<'g> = Vec<Calendar<'g>>;

self_cell!(
    /// Workouts and plans, laid out in time.
    pub(super) struct InTime {
        owner: Expanded,
        #[covariant]
        dependent: LaidOut,
    }
    impl { Debug }
);

/// What is laid out in time borrows its names and texts from the program.
#[derive(Debug, Default)]
pub(super) struct LaidOut<'g> {
    /// One for each workout.
    pub timelines: Vec<Timeline<'g>>,
    /// One for each plan.
    pub seasons: Vec<Season<'g>>,
}

impl InTime {
    /// Returns what was written.
    pub fn program(&self) -> &Program {
        &self.borrow_owner().borrow_owner().program
    }

    /// Returns the files that it was written in.
    pub fn sources(&self) -> &[SourceFile] {
        &self.borrow_owner().borrow_owner().sources
    }

    /// Returns the name of the file that was analysed.
    pub fn source(&self) -> &str {
        self.sources().first().map_or("", |source| &source.name)
    }

    /// Returns a workout with its timeline.
    pub fn workout(&self, number: usize, settings: &Settings) -> Option<Compiled<'_>> {
        let (workout, timeline) =
            (self.program().workouts.get(number)?, self.borrow_dependent().timelines.get(number)?);
        let level = settings.level_of(workout);
        Some(Compiled { source: self.source(), program: self.program(), workout, level, timeline })
    }

    /// Returns a plan with its sessions.
    pub fn plan(&self, number: usize) -> Option<CompiledPlan<'_>> {
        let season = self.borrow_dependent().seasons.get(number)?;
        Some(CompiledPlan { source: self.source(), program: self.program(), season })
    }
}
