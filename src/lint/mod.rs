//! Rules about training rather than language: what a good coach would ask about.
//!
//! ```text
//! Workout + Timeline ──Session──▶ each statement ─▶ the lints of statements
//!                                 each block     ─▶ the lints of blocks
//!                                 the workout    ─▶ the lints of workouts
//! ```
//!
//! One file a lint, named after its rule. Its doc comment is the rule's page in the book. A lint says what is probably
//! a mistake; where a good coach might mean it, it stays silent.

mod demands;
mod effort;
mod memory;
mod session;

use crate::diagnostic::{Diagnostic, Levels, Rule};
pub use memory::Memory;
pub use session::Session;

use crate::check::program::{Block, Exercise, Step, StepKind};

/// What lints look at, and which there are.
macro_rules! lints {
    ($(statements: $($statement:ident)*;)? $(blocks: $($block:ident)*;)? $(workouts: $($workout:ident)*;)?) => {
        $($(mod $statement;)*)?
        $($(mod $block;)*)?
        $($(mod $workout;)*)?

        /// The lints of movement statements.
        const STATEMENTS: &[Lint<fn(&Session<'_>, &Statement<'_>, &mut Found)>] =
            &[$($(Lint { rule: $statement::RULE, check: $statement::check },)*)?];

        /// The lints of blocks.
        const BLOCKS: &[Lint<fn(&Session<'_>, &BlockHere<'_>, &mut Found)>] =
            &[$($(Lint { rule: $block::RULE, check: $block::check },)*)?];

        /// The lints of whole workouts.
        const WORKOUTS: &[Lint<fn(&Session<'_>, &mut Found)>] =
            &[$($(Lint { rule: $workout::RULE, check: $workout::check },)*)?];
    };
}

lints! {
    statements: other_half;
    blocks: same_muscles shared_equipment;
    workouts: no_rest long_rest no_warmup tight_interval too_hard_for_beginners grip_after_grip skill_after_max
        unneeded_equipment missing_duration;
}

/// A lint: the rule it gives, and the function that looks for it.
struct Lint<F> {
    rule: Rule,
    check: F,
}

/// A movement statement in its place.
#[derive(Debug, Clone, Copy)]
pub struct Statement<'s> {
    /// The statement.
    pub step: &'s Step,
    /// What it says.
    pub exercise: &'s Exercise,
    /// The blocks it stands in, the innermost last.
    pub around: &'s [&'s Block],
}

/// A block in its place.
#[derive(Debug, Clone, Copy)]
pub struct BlockHere<'s> {
    /// The statement.
    pub step: &'s Step,
    /// What it says.
    pub block: &'s Block,
    /// The blocks it stands in, the innermost last.
    pub around: &'s [&'s Block],
}

/// What lints have found.
#[derive(Debug, Default)]
pub struct Found(Vec<Diagnostic>);

impl Found {
    /// Reports something.
    pub fn report(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }
}

/// Looks at one workout with all lints that `levels` does not switch off.
///
/// What it does by `do` is looked at where it is written.
pub fn check(session: &Session<'_>, levels: &Levels) -> Vec<Diagnostic> {
    let is_on = |rule| levels.severity(rule).is_some();
    let mut found = Found::default();
    for lint in WORKOUTS.iter().filter(|lint| is_on(lint.rule)) {
        (lint.check)(session, &mut found);
    }
    let statements: Vec<_> =
        STATEMENTS.iter().filter(|lint| is_on(lint.rule)).map(|lint| lint.check).collect();
    let blocks: Vec<_> = BLOCKS.iter().filter(|lint| is_on(lint.rule)).map(|lint| lint.check).collect();
    each_step(&session.workout.steps, &mut |step, around| match &step.kind {
        StepKind::Exercise(exercise) => {
            let statement = Statement { step, exercise, around };
            statements.iter().for_each(|check| check(session, &statement, &mut found));
        }
        StepKind::Block(block) => {
            let here = BlockHere { step, block, around };
            blocks.iter().for_each(|check| check(session, &here, &mut found));
        }
        StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Do(_) => {}
    });
    found.0
}

/// Visits steps and what stands in them, in text order, each with the blocks around it, the innermost last.
pub fn each_step<'s>(steps: &'s [Step], visit: &mut dyn FnMut(&'s Step, &[&'s Block])) {
    inside(steps, &mut Vec::new(), visit);
}

/// Visits steps inside blocks. How deep those stand in each other was bounded before.
fn inside<'s>(steps: &'s [Step], around: &mut Vec<&'s Block>, visit: &mut dyn FnMut(&'s Step, &[&'s Block])) {
    for step in steps {
        visit(step, around);
        if let StepKind::Block(block) = &step.kind {
            around.push(block);
            inside(&block.steps, around, visit);
            around.pop();
        }
    }
}
