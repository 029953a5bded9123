//! The intervals leave less than a tenth of their time to rest.
//!
//! # Why
//! In an EMOM, the rest is what is left of the minute. Repetitions that fill the first minute no longer fit into the
//! fifth. The rule does not apply to work by the clock, in metres or in calories, whose length is intended, to
//! intervals that go on `until` one is missed, or if some intervals of the block are easier, since those are the
//! rest.
//!
//! # Wrong
//! ```wod
//! emom 10min <
//!   burpee 14
//! >
//! ```
//!
//! # Right
//! ```wod
//! emom 10min <
//!   burpee 10
//! >
//! ```
//!
//! # Source
//! - **A tenth**: the time of repetitions is estimated to about a tenth at best, so fuller intervals may really be
//!   too full, which is what `interval-overrun` reports. This is reasoning, not a finding: coaches usually plan for
//!   15 to 20 seconds of rest in the minute.

use super::demands::Demands;
use super::found::Found;
use super::workout_view::WorkoutView;
use crate::check::program::{BlockKind, Step, StepKind, Unit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::clock_to_the_second as clock;
use crate::timeline::{Segment, SegmentKind};

/// What it gives.
pub const RULE: Rule = Rule::TightInterval;

/// Of how many parts of the time the work may take all but one.
const PARTS: i64 = 10;

/// The fewest intervals in which tiredness adds up.
const FEWEST: usize = 3;

/// Looks at the intervals of each block.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    if !view.asked.any(Demands::INTERVAL) {
        return;
    }
    let segments = &view.timeline.segments;
    let of_one_block = |one: &Segment<'_>, next: &Segment<'_>| one.kind == next.kind && one.block == next.block;
    for run in segments.chunk_by(of_one_block) {
        if let [first, ..] = run
            && first.kind == SegmentKind::Interval
            && run.len() >= FEWEST
        {
            of_block(view, run, found);
        }
    }
}

/// Looks at the intervals of one block.
fn of_block(view: &WorkoutView<'_>, run: &[Segment<'_>], found: &mut Found) {
    let mut work_ms = 0;
    for interval in run {
        let ms = match work(interval) {
            // Work that is cut at the end of its interval is another rule's business.
            Some(ms) if ms < interval.duration_ms => ms,
            Some(_) | None => return,
        };
        work_ms += ms;
    }
    let all_ms: i64 = run.iter().map(|interval| interval.duration_ms).sum();
    if work_ms * PARTS <= all_ms * (PARTS - 1) {
        return;
    }
    let Some(step) = run.first().and_then(|interval| interval.step).filter(|step| is_fixed(step)) else { return };
    let (Some(_), Some(block)) = (view.around(step), view.written_block(step)) else { return };
    let count = run.len() as i64;
    let (work, each) = (clock(work_ms / count), clock(all_ms / count));
    let message = format!("the work takes about {work} of each {each}, so that hardly any rest is left");
    found.report(Diagnostic::new(RULE, block.header, message).help("do less in each interval, or give it more time"));
}

/// Returns how long the work of an interval is; None where any of it is not counted in repetitions.
fn work(interval: &Segment<'_>) -> Option<i64> {
    let mut ms = 0;
    for segment in &interval.steps {
        match segment.kind {
            SegmentKind::Work if segment.dose.is_some_and(|dose| dose.unit == Unit::Count) => ms += segment.duration_ms,
            SegmentKind::Work | SegmentKind::Rest | SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::ForTime => {
                return None;
            }
            SegmentKind::Transition | SegmentKind::Switch => {}
        }
    }
    Some(ms)
}

/// Tells whether a block's intervals go on to their number, whatever happens.
fn is_fixed(step: &Step) -> bool {
    match &step.kind {
        StepKind::Block(block) => match block.kind {
            BlockKind::Emom { .. } | BlockKind::Every { .. } => block.until.is_none(),
            BlockKind::Circuit
            | BlockKind::Superset
            | BlockKind::Amrap { .. }
            | BlockKind::ForTime
            | BlockKind::Tabata
            | BlockKind::Warmup
            | BlockKind::Cooldown
            | BlockKind::Section
            | BlockKind::BuyIn
            | BlockKind::CashOut => false,
        },
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) | StepKind::Do(_) => false,
    }
}
