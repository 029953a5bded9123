//! `record max back squat`: a test, whose heaviest set becomes the max.

use std::sync::Arc;

use rustc_hash::FxHashSet;

use super::Checker;
use super::program::{MovementId, Record, Step, StepKind};
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
        let mut tests = Vec::new();
        find_tests(steps, &mut tests);
        if tests.is_empty() {
            return;
        }
        let mut done = FxHashSet::default();
        find_movements(steps, &mut done);
        let done: FxHashSet<Arc<str>> =
            done.into_iter().map(|movement| self.max_key(&self.names.get(movement).name)).collect();
        for (place, key) in tests.into_iter().filter(|(_, key)| !done.contains(*key)) {
            let message = format!("nothing of this workout could become the max of `{key}`");
            self.report(
                Diagnostic::new(Rule::MovesNothing, place, message)
                    .help(format!("write the test before it: `{key} build to 1`, `{key} 1 @ 100%`")),
            );
        }
    }
}

/// Finds the maxes that are recorded among some steps. Those of a workout that it does were checked with that.
fn find_tests<'s>(steps: &'s [Step], found: &mut Vec<(Span, &'s Arc<str>)>) {
    for step in steps {
        match &step.kind {
            StepKind::Record(record) => found.extend(record.max.iter().map(|key| (step.span, key))),
            StepKind::Block(block) => find_tests(&block.steps, found),
            StepKind::Turns(turns) => turns.items.iter().for_each(|item| find_tests(item, found)),
            StepKind::Do(_) | StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) => {}
        }
    }
}

/// Finds the movements that are done in some steps.
fn find_movements(steps: &[Step], found: &mut FxHashSet<MovementId>) {
    for step in steps {
        match &step.kind {
            StepKind::Exercise(exercise) => found.extend(exercise.choices.iter().map(|one| one.movement)),
            StepKind::Block(block) => find_movements(&block.steps, found),
            StepKind::Do(workout) => find_movements(&workout.steps, found),
            StepKind::Turns(turns) => turns.items.iter().for_each(|item| find_movements(item, found)),
            StepKind::Record(_) | StepKind::Rest(_) | StepKind::Note(_) => {}
        }
    }
}
