//! How long workouts and their blocks take, and what percentages come to, to be shown beside them.

use rustc_hash::FxHashMap;

use super::document::Document;
use crate::analysis::Analysis;
use crate::check::program::{Choice, Step, StepKind, Target};
use crate::emit::written::{TargetPieces, time_within};
use crate::quantity::clock;
use crate::source::{FileId, Span};
use crate::timeline::Segment;

/// How long the workouts of a document and the blocks in them take, and what their percentages come to, in text order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Times {
    /// The workouts.
    pub workouts: Vec<BlockTime>,
    /// Their blocks, but for those in other blocks.
    pub blocks: Vec<BlockTime>,
    /// What percentages, paces and the like come to for the athlete.
    pub loads: Vec<OwnLoad>,
}

/// What the percentages of a statement come to for the athlete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnLoad {
    /// The statement.
    pub span: Span,
    /// The figures, as people read them: `95 kg`.
    pub said: String,
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
        said_time(self.ms, self.estimated)
    }
}

/// Returns a time to the second as people read it: `13:45`, `about 12:00`.
pub(crate) fn said_time(ms: i64, estimated: bool) -> String {
    if estimated { format!("about {}", clock(ms)) } else { clock(ms) }
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
        add_loads(document, &workout.steps, &mut times.loads);
        let lengths = lengths(&workout.steps, &timeline.segments);
        times.blocks.extend(workout.steps.iter().zip(lengths).filter_map(|(step, length)| {
            let Length { ms, estimated } = length.filter(|_| matches!(step.kind, StepKind::Block(_)))?;
            Some(BlockTime { span: document.written(step.span), ms, estimated })
        }));
    }
    times
}

/// Adds what the percentages of steps come to, also of those in blocks.
fn add_loads(document: &Document, steps: &[Step], loads: &mut Vec<OwnLoad>) {
    for step in steps {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                let all = exercise.choices.iter().flat_map(Choice::all_targets);
                let own: Vec<Target> = all.filter(|target| target.own.is_some()).cloned().collect();
                let said = TargetPieces::of(&own).load;
                if !said.is_empty() {
                    loads.push(OwnLoad { span: document.written(step.span), said });
                }
            }
            StepKind::Block(block) => add_loads(document, &block.steps, loads),
            StepKind::Do(_)
            | StepKind::Rest(_)
            | StepKind::Note(_)
            | StepKind::Record(_)
            | StepKind::Turns(_) => {}
        }
    }
}

/// How long a block takes.
#[derive(Debug, Clone, Copy)]
struct Length {
    ms: i64,
    estimated: bool,
}

/// Returns how long each of the steps of a workout takes that is a block or another workout, and takes any time.
fn lengths(steps: &[Step], segments: &[Segment<'_>]) -> Vec<Option<Length>> {
    // The number of the first part in each step, as the timeline numbers parts; steps without any are not among them.
    let mut firsts: Vec<(u32, usize)> = Vec::new();
    let mut next = 1;
    for (number, step) in steps.iter().enumerate() {
        let parts = parts_in(step);
        if parts > 0 {
            firsts.push((next, number));
            next += parts;
        }
    }
    // What is one segment as a whole belongs to what it is in.
    let wholes: FxHashMap<*const Step, usize> =
        firsts.iter().map(|&(_, number)| (&raw const steps[number], number)).collect();
    let mut lengths: Vec<Option<Length>> = vec![None; steps.len()];
    for segment in segments {
        let whole = segment.step.and_then(|step| wholes.get(&(&raw const *step)).copied());
        let before = firsts.partition_point(|&(first, _)| first <= segment.block.0).checked_sub(1);
        let around = before.filter(|_| segment.block.0 > 0).map(|before| firsts[before].1);
        let Some(number) = whole.or(around) else { continue };
        let own = Length { ms: segment.duration_ms, estimated: segment.estimated };
        lengths[number] = Some(lengths[number].map_or(own, |before| before.and(own)));
    }
    lengths
}

/// Returns how many parts of a timeline a step is: blocks, and workouts that are done in it.
fn parts_in(step: &Step) -> u32 {
    match &step.kind {
        StepKind::Block(block) => 1 + block.steps.iter().map(parts_in).sum::<u32>(),
        StepKind::Do(workout) => 1 + workout.steps.iter().map(parts_in).sum::<u32>(),
        StepKind::Exercise(_)
        | StepKind::Rest(_)
        | StepKind::Note(_)
        | StepKind::Record(_)
        | StepKind::Turns(_) => 0,
    }
}

impl Length {
    fn and(self, other: Self) -> Self {
        Self { ms: self.ms + other.ms, estimated: self.estimated || other.estimated }
    }
}
