//! The parts of a workout by their numbers: what they are called, and what their headers say.

use std::iter;

use crate::check::program::{Block, Step, StepKind, Workout};
use crate::emit::card;
use crate::emit::card::names::Names;
use crate::timeline::BlockId;

/// A workout's blocks, and the workouts within it, in text order.
#[derive(Debug, Default)]
pub struct Parts<'p>(Vec<Part<'p>>);

#[derive(Debug)]
struct Part<'p> {
    name: String,
    block: Option<&'p Block>,
    around: BlockId,
}

impl<'p> Parts<'p> {
    /// Numbers the parts of a workout as the timeline does.
    pub fn of(workout: &'p Workout) -> Self {
        let mut parts = Self::default();
        parts.add(&workout.steps, BlockId::default(), &mut Names::of(&workout.steps));
        parts
    }

    fn add(&mut self, steps: &'p [Step], around: BlockId, names: &mut Names) {
        for step in steps {
            let (name, block, inside) = match &step.kind {
                StepKind::Block(block) => (names.name(block).0, Some(&**block), &block.steps),
                StepKind::Do(workout) => (workout.title.clone(), None, &workout.steps),
                StepKind::Exercise(_)
                | StepKind::Rest(_)
                | StepKind::Note(_)
                | StepKind::Record(_)
                | StepKind::Turns(_) => {
                    continue;
                }
            };
            self.0.push(Part { name, block, around });
            let this = BlockId(u32::try_from(self.0.len()).unwrap_or(u32::MAX));
            self.add(inside, this, names);
        }
    }

    /// Returns the names of the parts around a segment, outermost first.
    pub fn names(&self, id: BlockId) -> Vec<String> {
        let mut names: Vec<String> = self.around(id).map(|part| part.name.clone()).collect();
        names.reverse();
        names
    }

    /// Returns the header of a part, where it is a block.
    pub fn block(&self, id: BlockId) -> Option<&'p Block> {
        self.part(id)?.block
    }

    /// Tells whether a part is a warm-up or a cool-down, or in one.
    pub fn is_loosening(&self, id: BlockId) -> bool {
        self.around(id).any(|part| part.block.is_some_and(|block| card::is_loosening(block.kind)))
    }

    fn part(&self, id: BlockId) -> Option<&Part<'p>> {
        self.0.get((id.0 as usize).checked_sub(1)?)
    }

    /// Returns a part and those around it, from the inside out.
    fn around(&self, id: BlockId) -> impl Iterator<Item = &Part<'p>> {
        iter::successors(self.part(id), |part| self.part(part.around))
    }
}
