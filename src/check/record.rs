//! `record max back squat`: a test, whose heaviest set becomes the max.

use std::sync::Arc;

use super::Checker;
use super::program::{Choice, Record, Step, StepKind};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Span;

impl Checker<'_> {
    /// Checks the movement whose max is recorded.
    pub(super) fn record_max(&mut self, name: Span) -> Option<StepKind> {
        let movement = self.raised_movement(name)?;
        let max = Some(self.max_key(&movement));
        Some(StepKind::Record(Record { text: format!("max {movement}").into(), max }))
    }

    /// Reports maxes that a workout records without a set that could become one.
    pub(super) fn check_tests(&mut self, steps: &[Step]) {
        let mut idle = Vec::new();
        self.idle_tests(steps, steps, &mut idle);
        for (place, key) in idle {
            let message = format!("nothing of this workout could become the max of `{key}`");
            self.report(
                Diagnostic::new(Rule::MovesNothing, place, message)
                    .help(format!("write the test before it: `{key} build to 1`, `{key} 1 @ 100%`")),
            );
        }
    }

    fn idle_tests(&self, steps: &[Step], all: &[Step], idle: &mut Vec<(Span, Arc<str>)>) {
        for step in steps {
            match &step.kind {
                StepKind::Record(Record { max: Some(key), .. }) if !self.is_done_in(all, key) => {
                    idle.push((step.span, Arc::clone(key)));
                }
                StepKind::Block(block) => self.idle_tests(&block.steps, all, idle),
                StepKind::Turns(turns) => {
                    turns.items.iter().for_each(|item| self.idle_tests(item, all, idle));
                }
                // A workout that it does was checked on its own.
                StepKind::Do(_)
                | StepKind::Record(_)
                | StepKind::Exercise(_)
                | StepKind::Rest(_)
                | StepKind::Note(_) => {}
            }
        }
    }

    /// Tells whether the movement of a max is among some steps.
    fn is_done_in(&self, steps: &[Step], key: &str) -> bool {
        steps.iter().any(|step| match &step.kind {
            StepKind::Exercise(exercise) => {
                let name = |choice: &Choice| &self.names.get(choice.movement).name;
                exercise.choices.iter().any(|choice| *self.max_key(name(choice)) == *key)
            }
            StepKind::Block(block) => self.is_done_in(&block.steps, key),
            StepKind::Do(workout) => self.is_done_in(&workout.steps, key),
            StepKind::Turns(turns) => turns.items.iter().any(|item| self.is_done_in(item, key)),
            StepKind::Record(_) | StepKind::Rest(_) | StepKind::Note(_) => false,
        })
    }
}
