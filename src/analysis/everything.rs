//! Everything that is known of a source, and its way out.

use std::io;

use super::compilation::Compilation;
use super::files::ReadFile;
use super::laid_out::InTime;
use super::outlook::{Outlook, suffixes};
use super::request::Request;
use super::subjects::{MadeOnce, SubjectId, Subjects};
use crate::diagnostic::Diagnostic;
use crate::emit::player::model::Playbook;
use crate::emit::whiteboard::Part;
use crate::emit::{Format, OnePlan, OneWorkout, Per, Planned, Sink};
use crate::source::SourceFile;

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

    /// Returns the name of the athlete it is for.
    pub fn athlete(&self) -> Option<&str> {
        let program = self.good.as_ref()?.in_time.program();
        program.athlete.as_ref().map(|athlete| athlete.name.as_str())
    }

    /// Returns what is lifted on the days of each plan, for a whiteboard.
    pub fn whiteboard(&self) -> Vec<Part> {
        let workouts: Vec<&str> = self.workouts().map(|workout| workout.title()).collect();
        let plans: Vec<&str> = self.plans().map(|plan| plan.compiled().title()).collect();
        let suffixes = suffixes(workouts.iter().chain(&plans).copied());
        let of_plans = suffixes.into_iter().skip(workouts.len());
        self.plans().zip(of_plans).map(|(plan, suffix)| Part::of(plan.compiled(), suffix)).collect()
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
        subjects.with_context(read, |context| {
            good.outlook.each_subject(|id, outputs| {
                subjects.with(id, |subject| {
                    for output in outputs {
                        sink.put(output, &|out| output.format.emitter().emit(subject, context, out));
                    }
                });
            });
        });
    }

    /// Returns what came of the source, and lets go of everything else.
    pub fn into_compilation(self) -> Compilation {
        self.compilation
    }

    /// Makes one output: that of a workout or a plan by its number, the plans behind the workouts, or else that of the file.
    /// Returns `None` if there is no such workout or plan, or if the format has no output for it.
    pub(crate) fn make(
        &self,
        number: usize,
        format: Format,
        read: &dyn ReadFile,
    ) -> Option<io::Result<Vec<u8>>> {
        let subjects = self.subjects()?;
        let (id, per) = match number.checked_sub(self.compilation.workouts.len()) {
            None => (SubjectId::Workout(number), Per::Workout),
            Some(plan) => (SubjectId::Plan(plan), Per::Plan),
        };
        let made_per = format.info().per;
        let id = if made_per.contains(&per) { id } else { SubjectId::File };
        if id == SubjectId::File && !made_per.contains(&Per::File) {
            return None;
        }
        let mut bytes = Vec::new();
        let made = subjects.with_context(read, |context| {
            subjects.with(id, |subject| format.emitter().emit(subject, context, &mut bytes))
        });
        Some(made?.map(|()| bytes))
    }

    /// Returns what came of the source.
    #[cfg(feature = "studio")]
    pub(crate) fn compilation(&self) -> &Compilation {
        &self.compilation
    }

    fn subjects(&self) -> Option<Subjects<'_>> {
        let good = self.good.as_ref()?;
        Some(Subjects { in_time: &good.in_time, made: &good.made, request: &self.request })
    }
}
