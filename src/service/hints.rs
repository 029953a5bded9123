//! How long workouts and their blocks take, to be shown beside them.

use super::document::Document;
use crate::analysis::Analysis;
use crate::check::program::{Step, StepKind};
use crate::emit::written::time_within;
use crate::quantity::clock;
use crate::source::{FileId, Span};
use crate::timeline::Segment;

/// How long the workouts of a document and the blocks in them take, in text order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times {
    /// The workouts.
    pub workouts: Vec<BlockTime>,
    /// Their blocks, but for those in other blocks.
    pub blocks: Vec<BlockTime>,
}

/// How long a workout or a block takes at its level, with all its rounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BlockTime {
    /// All of it.
    pub span: Span,
    /// Milliseconds.
    pub ms: i64,
    /// Whether that is an estimate.
    pub estimated: bool,
}

impl BlockTime {
    /// Returns the time as people read it: `13:45`, `about 12:00`.
    pub fn said(&self) -> String {
        if self.estimated { format!("about {}", clock(self.ms)) } else { clock(self.ms) }
    }
}

impl Times {
    /// Says how long the block takes that ends at a byte.
    pub(super) fn of_block_ending_at(&self, end: u32) -> Option<String> {
        self.say(|span| span.end == end)
    }

    /// Says how long the block takes that starts at a byte.
    pub(super) fn of_block_starting_at(&self, start: u32) -> Option<String> {
        self.say(|span| span.start == start)
    }

    fn say(&self, is_it: impl Fn(Span) -> bool) -> Option<String> {
        let all = self.blocks.iter().chain(&self.workouts);
        let time = all.into_iter().find(|time| is_it(time.span))?;
        Some(format!("Takes {}.", time_within(time.ms, time.estimated)))
    }
}

/// Returns how long the workouts of a document take, and the blocks in them. Those of a plan are not among them.
pub fn times(document: &Document, analysis: &Analysis) -> Times {
    let mut times = Times::default();
    for one in analysis.workouts() {
        let compiled = *one.compiled();
        let (workout, timeline) = (compiled.workout, compiled.timeline);
        // A workout whose blanks were filled is written nowhere.
        if workout.file != FileId::default() {
            continue;
        }
        let span = document.written(workout.span);
        times.workouts.push(BlockTime { span, ms: timeline.likely_ms, estimated: timeline.estimated });
        let blocks = workout.steps.iter().filter(|step| matches!(step.kind, StepKind::Block(_)));
        times.blocks.extend(blocks.filter_map(|step| {
            let (ms, estimated) = length(step, &timeline.segments)?;
            Some(BlockTime { span: document.written(step.span), ms, estimated })
        }));
    }
    times
}

/// Returns how long a block takes: from its first segment to its last, with what its header puts between them.
fn length(block: &Step, segments: &[Segment<'_>]) -> Option<(i64, bool)> {
    let is_in = |segment: &Segment<'_>| {
        segment
            .step
            .is_some_and(|step| block.span.start <= step.span.start && step.span.end <= block.span.end)
    };
    let first = segments.iter().position(is_in)?;
    let last = segments.iter().rposition(is_in)?;
    let own = segments.get(first..=last)?;
    let ms = own.iter().map(|segment| segment.duration_ms).sum();
    Some((ms, own.iter().any(|segment| segment.estimated)))
}
