//! What is handed to emitters: the file, its workouts and its plans, each by a number.

use std::sync::Arc;

use super::files::ReadFile;
use super::laid_out::InTime;
use super::request::Request;
use crate::check::program::Program;
use crate::emit::{Context, FirstLetters, MadeOfPlan, MadeOfWorkout, OneFile, OnePlan, OneWorkout, Subject};

/// Of so many workouts and plans of a file, what several outputs share is kept from the look ahead until they are
/// emitted: more than files are written with. What is beyond is made once for each.
const MOST_KEPT: usize = 64;

/// Which subject of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SubjectId {
    /// The file itself.
    File,
    /// A workout, by its number.
    Workout(usize),
    /// A plan, by its number.
    Plan(usize),
}

/// What several outputs share of the first workouts and plans of a file.
#[derive(Debug, Default)]
pub struct MadeOnce {
    workouts: Vec<Arc<MadeOfWorkout>>,
    plans: Vec<Arc<MadeOfPlan>>,
}

impl MadeOnce {
    /// Returns room for what is made of the workouts and plans of a program.
    pub fn of(program: &Program) -> Self {
        Self {
            workouts: (0..program.workouts.len().min(MOST_KEPT)).map(|_| Arc::default()).collect(),
            plans: (0..program.plans.len().min(MOST_KEPT)).map(|_| Arc::default()).collect(),
        }
    }

    /// Returns what is shared of a workout; nothing yet where it is not kept.
    pub fn of_workout(&self, number: usize) -> Arc<MadeOfWorkout> {
        self.workouts.get(number).cloned().unwrap_or_default()
    }

    /// Returns what is shared of a plan; nothing yet where it is not kept.
    pub fn of_plan(&self, number: usize) -> Arc<MadeOfPlan> {
        self.plans.get(number).cloned().unwrap_or_default()
    }
}

/// What is handed to emitters, by the number that it has.
#[derive(Debug, Clone, Copy)]
pub struct Subjects<'a> {
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

    /// Does something with what emitters may ask for beside their subject.
    pub fn with_context<T>(self, read: &dyn ReadFile, work: impl FnOnce(&Context<'_>) -> T) -> T {
        let find_font = |letter| read.font_with(letter);
        let letters = FirstLetters::new(self.in_time.sources());
        work(&Context { options: &self.request.options, letters: &letters, find_font: &find_font })
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
