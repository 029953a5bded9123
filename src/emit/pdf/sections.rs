//! Which stretch of the strip belongs to which heading of the sheet.

use serde::Serialize;

use crate::check::program::{Step, StepKind};
use crate::emit::strip::Strip;

/// A stretch of the strip that one of the sheet's headings stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// Milliseconds from the workout's start.
    pub start_ms: i64,
    /// How long it is, in milliseconds.
    pub length_ms: i64,
    /// Which of the card's parts it is, from 0.
    pub part: usize,
}

/// The steps that one part of a card is made of.
enum Run {
    /// A block or a workout done within this one, with the numbers of all blocks it holds, its own first.
    Block { first: u32, last: u32 },
    /// Steps between blocks, and whether any of them takes time.
    Plain { takes_time: bool },
}

/// Returns the stretches of a strip, in order. A card has a part for each block of the workout and for each run of steps
/// between them, in the order of the text.
pub fn stretches(strip: &Strip, steps: &[Step]) -> Vec<Stretch> {
    let runs = runs(steps);
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut at = 0;
    for piece in &strip.parts {
        let is_its = |run: &Run| match *run {
            Run::Block { first, last } => (first..=last).contains(&piece.block),
            Run::Plain { takes_time } => takes_time && piece.block == 0,
        };
        // What no step is found for, such as the change from one block to the next, belongs to the part before.
        if !runs.get(at).is_some_and(is_its)
            && let Some(on) = runs.iter().skip(at + 1).position(is_its)
        {
            at += 1 + on;
        }
        match stretches.last_mut() {
            Some(last) if last.part == at => last.length_ms += piece.length_ms,
            _ => stretches.push(Stretch { start_ms: piece.start_ms, length_ms: piece.length_ms, part: at }),
        }
    }
    stretches
}

fn runs(steps: &[Step]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut next = 1;
    for step in steps {
        let plain = match &step.kind {
            StepKind::Exercise(_) | StepKind::Rest(_) => true,
            StepKind::Note(_) | StepKind::Record(_) => false,
            StepKind::Block(_) | StepKind::Do(_) => {
                let first = next;
                next += blocks_in(step);
                runs.push(Run::Block { first, last: next - 1 });
                continue;
            }
        };
        match runs.last_mut() {
            Some(Run::Plain { takes_time }) => *takes_time |= plain,
            Some(Run::Block { .. }) | None => runs.push(Run::Plain { takes_time: plain }),
        }
    }
    runs
}

/// Returns how many blocks a step is and holds.
fn blocks_in(step: &Step) -> u32 {
    let within = |steps: &[Step]| 1 + steps.iter().map(blocks_in).sum::<u32>();
    match &step.kind {
        StepKind::Block(block) => within(&block.steps),
        StepKind::Do(workout) => within(&workout.steps),
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) => 0,
    }
}
