//! Everything that is known of a source, and its way out.

use self_cell::self_cell;

use super::outlook::{MadeOnce, Outlook, SubjectId};
use super::{Compilation, ReadFile, Request};
use crate::check::Settings;
use crate::check::program::Program;
use crate::diagnostic::Diagnostic;
use crate::emit::player::model::Playbook;
use crate::emit::{
    Compiled, CompiledPlan, Context, FirstLetters, OneFile, OnePlan, OneWorkout, Planned, Sink, Subject,
};
use crate::plan::Calendar;
use crate::season::Season;
use crate::source::SourceFile;
use crate::timeline::Timeline;

/// Everything that is known of a source.
///
/// Of a source with errors there is only what is to be said about it: no workout, no plan and no output.
#[derive(Debug)]
pub struct Analysis {
    compilation: Compilation,
    request: Request,
    /// None where there are errors.
    good: Option<Good>,
}

/// What is known of a source without errors.
#[derive(Debug)]
pub(super) struct Good {
    pub in_time: InTime,
    pub made: MadeOnce,
    pub outlook: Outlook,
}

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

    fn source(&self) -> &str {
        self.sources().first().map_or("", |source| &source.name)
    }

    /// Returns a workout with its timeline.
    fn workout(&self, number: usize, settings: &Settings) -> Option<Compiled<'_>> {
        let (workout, timeline) =
            (self.program().workouts.get(number)?, self.borrow_dependent().timelines.get(number)?);
        let level = settings.level_of(workout);
        Some(Compiled { source: self.source(), program: self.program(), workout, level, timeline })
    }

    /// Returns a plan with its sessions.
    fn plan(&self, number: usize) -> Option<CompiledPlan<'_>> {
        let season = self.borrow_dependent().seasons.get(number)?;
        Some(CompiledPlan { source: self.source(), program: self.program(), season })
    }
}

/// What is handed to emitters, by the number that it has.
#[derive(Debug, Clone, Copy)]
pub(super) struct Subjects<'a> {
    pub in_time: &'a InTime,
    pub made: &'a MadeOnce,
    pub request: &'a Request,
}

impl<'a> Subjects<'a> {
    /// Returns all of the file.
    pub fn file(self) -> OneFile<'a> {
        let settings = self.request.settings();
        let program = self.in_time.program();
        OneFile {
            source: self.in_time.source(),
            level: settings.level(),
            program,
            workouts: (0..program.workouts.len())
                .filter_map(|number| self.in_time.workout(number, &settings))
                .collect(),
            plans: (0..program.plans.len()).filter_map(|number| self.in_time.plan(number)).collect(),
        }
    }

    /// Returns a workout.
    pub fn workout(self, number: usize) -> Option<OneWorkout<'a>> {
        let compiled = self.in_time.workout(number, &self.request.settings())?;
        Some(OneWorkout::with(compiled, self.request.options.voice, self.made.of_workout(number)))
    }

    /// Returns a plan.
    pub fn plan(self, number: usize) -> Option<OnePlan<'a>> {
        Some(OnePlan::with(self.in_time.plan(number)?, self.made.of_plan(number)))
    }

    /// Does something with a subject.
    pub fn with<T>(self, id: SubjectId, work: impl FnOnce(Subject<'_>) -> T) -> Option<T> {
        match id {
            SubjectId::File => Some(work(Subject::File(&self.file()))),
            SubjectId::Workout(number) => self.workout(number).map(|one| work(Subject::Workout(&one))),
            SubjectId::Plan(number) => self.plan(number).map(|one| work(Subject::Plan(&one))),
        }
    }
}

impl Analysis {
    /// Returns an analysis of which this came.
    pub(super) fn new(compilation: Compilation, request: &Request, good: Option<Good>) -> Self {
        Self { compilation, request: request.clone(), good }
    }

    /// Returns the file that was analysed, then those it uses.
    pub fn files(&self) -> &[SourceFile] {
        &self.compilation.files
    }

    /// Returns everything there is to say, sorted by place, with the levels of the rules applied.
    pub fn diagnostics(&self) -> &[Diagnostic] {
        &self.compilation.diagnostics
    }

    /// Tells whether any diagnostic is an error. Then there is no workout, no plan and no output.
    pub fn has_errors(&self) -> bool {
        self.compilation.has_errors()
    }

    /// Returns the workouts, in text order.
    pub fn workouts(&self) -> impl Iterator<Item = OneWorkout<'_>> {
        let count = self.compilation.workouts.len();
        (0..count).filter_map(|number| self.subjects()?.workout(number))
    }

    /// Returns the plans, in text order.
    pub fn plans(&self) -> impl Iterator<Item = OnePlan<'_>> {
        let count = self.compilation.plans.len();
        (0..count).filter_map(|number| self.subjects()?.plan(number))
    }

    /// Returns what a player runs, one for each workout.
    pub fn playbooks(&self) -> Vec<Playbook> {
        self.workouts().map(|workout| workout.playbook().clone()).collect()
    }

    /// Returns the outputs that there will be, in the order of the formats.
    pub fn planned(&self) -> &[Planned] {
        self.good.as_ref().map_or(&[], |good| good.outlook.planned())
    }

    /// Returns about how much memory it takes, in segments of timelines: a few hundred bytes each.
    pub fn weight(&self) -> usize {
        self.good.as_ref().map_or(0, |good| good.outlook.segments())
    }

    /// Makes the outputs, and hands each to `sink` as it is made.
    ///
    /// Workouts are taken up side by side on all cores. What several outputs share of one is made once, and let go with
    /// its last output; so memory holds the analysis, and the outputs of as many workouts as there are cores.
    pub fn emit(&self, read: &dyn ReadFile, sink: &dyn Sink) {
        let (Some(good), Some(subjects)) = (&self.good, self.subjects()) else { return };
        let find_font = |letter| read.font_with(letter);
        let letters = FirstLetters::new(subjects.in_time.sources());
        let context = Context { options: &self.request.options, letters: &letters, find_font: &find_font };
        good.outlook.each_subject(|id, outputs| {
            subjects.with(id, |subject| {
                for output in outputs {
                    sink.put(output, &|out| output.format.emitter().emit(subject, &context, out));
                }
            });
        });
    }

    /// Returns what came of the source, and lets go of everything else.
    pub fn into_compilation(self) -> Compilation {
        self.compilation
    }

    fn subjects(&self) -> Option<Subjects<'_>> {
        let good = self.good.as_ref()?;
        Some(Subjects { in_time: &good.in_time, made: &good.made, request: &self.request })
    }
}
