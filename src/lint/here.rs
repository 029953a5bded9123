//! A statement or a block of a workout, with the blocks around it.

use crate::check::program::{Block, Exercise, Step, StepKind};

/// A movement statement in its place.
#[derive(Debug, Clone, Copy)]
pub struct StatementHere<'s> {
    /// The statement.
    pub step: &'s Step,
    /// What it says.
    pub exercise: &'s Exercise,
    /// The blocks around it, the innermost last.
    pub around: &'s [&'s Block],
}

/// A block in its place.
#[derive(Debug, Clone, Copy)]
pub struct BlockHere<'s> {
    /// What it says.
    pub block: &'s Block,
    /// The blocks around it, the innermost last.
    pub around: &'s [&'s Block],
}

/// Visits steps and the steps inside them, in text order, each with the blocks around it, the innermost last.
pub fn each_step<'s>(steps: &'s [Step], visit: &mut dyn FnMut(&'s Step, &[&'s Block])) {
    inside(steps, &mut Vec::new(), visit);
}

/// Visits steps inside blocks. Their depth was bounded before.
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
