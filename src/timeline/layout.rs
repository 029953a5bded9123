//! The run that keeps what is laid.

use rustc_hash::{FxHashMap, FxHashSet};

use crate::check::program::{Amount, StepKind};
use crate::diagnostic::{Diagnostic, Rule};
use crate::source::Place;
use crate::timeline::overrun::Overrun;
use crate::timeline::run::{Bookmark, Grown, Outer, Run, TooLong};
use crate::timeline::segment::{BlockId, NoteInPlace, Segment, SegmentKind, Timeline};
use crate::timeline::stopwatch::Clock;

/// How many segments there is room for at the start. Most workouts have fewer and never need to be moved.
const ROOM: usize = 64;

/// Keeps segments, notes, and what there is to say.
#[derive(Debug, Default)]
pub struct Layout<'p> {
    clock: Clock,
    segments: Vec<Segment<'p>>,
    notes: Vec<NoteInPlace<'p>>,
    /// Inside a segment: when that segment starts, and which one it will be. Notes inside stand before it.
    inside: Option<(i64, usize)>,
    /// The worst of each block.
    overruns: FxHashMap<BlockId, Overrun>,
    /// The amounts that were already reported, by their address.
    stopped: FxHashSet<*const Amount>,
    diagnostics: Vec<Diagnostic>,
}

impl<'p> Layout<'p> {
    /// Returns a layout with room for an ordinary workout.
    pub fn new() -> Self {
        Self { segments: Vec::with_capacity(ROOM), ..Self::default() }
    }

    /// Returns the timeline, its least and most still equal to its length, and what there is to say, in order of blocks.
    pub fn finish(mut self) -> (Timeline<'p>, Vec<Diagnostic>) {
        let mut overruns: Vec<&Overrun> = self.overruns.values().collect();
        overruns.sort_by_key(|overrun| overrun.block);
        self.diagnostics.extend(overruns.into_iter().map(Overrun::diagnostic));
        let likely_ms = self.clock.now_ms();
        let timeline = Timeline {
            least_ms: likely_ms,
            likely_ms,
            most_ms: likely_ms,
            work_ms: self.segments.iter().map(work_ms).sum(),
            rounds: None,
            estimated: self.segments.iter().any(|segment| segment.estimated || least_is_estimated(segment)),
            segments: self.segments,
            notes: self.notes,
        };
        (timeline, self.diagnostics)
    }
}

impl<'p> Run<'p> for Layout<'p> {
    const KEEPS: bool = true;

    fn lay(&mut self, ms: i64, make: impl FnOnce() -> Segment<'p>) -> Result<(), TooLong> {
        let Some(ms) = Clock::piece(ms) else { return Ok(()) };
        let start_ms = self.clock.now_ms();
        self.clock.advance(ms)?;
        self.segments.push(Segment { start_ms, duration_ms: ms, ..make() });
        Ok(())
    }

    fn note(&mut self, text: &'p str) {
        let (at_ms, before) = self.inside.unwrap_or((self.clock.now_ms(), self.segments.len()));
        self.notes.push(NoteInPlace { at_ms, before, text });
    }

    fn open(&mut self) -> Outer<'p> {
        if self.clock.is_at_top() {
            self.inside = Some((self.clock.now_ms(), self.segments.len()));
        }
        Outer { now_ms: self.clock.open(), segments: std::mem::take(&mut self.segments) }
    }

    fn close(&mut self, outer: Outer<'p>) -> Vec<Segment<'p>> {
        self.clock.close(outer.now_ms);
        if self.clock.is_at_top() {
            self.inside = None;
        }
        std::mem::replace(&mut self.segments, outer.segments)
    }

    fn cut(&mut self, at_ms: i64) {
        self.clock.cut(at_ms);
        cut(&mut self.segments, at_ms);
        if self.clock.is_at_top() {
            for note in self.notes.iter_mut().rev().take_while(|note| note.at_ms > at_ms) {
                note.at_ms = at_ms;
                note.before = note.before.min(self.segments.len());
            }
        }
    }

    fn stopped(&mut self, amount: &'p Amount, place: Place) {
        if self.stopped.insert(std::ptr::from_ref(amount)) {
            let message = "this progression would pass zero, and stays at its last value above it";
            self.diagnostics.push(
                Diagnostic::new(Rule::ProgressionReachesZero, place.span, message)
                    .help("take a smaller step, or fewer turns")
                    .in_file(place.file),
            );
        }
    }

    fn overrun(&mut self, overrun: Overrun) {
        let worst = self.overruns.entry(overrun.block).or_insert(overrun);
        if overrun.excess_ms() > worst.excess_ms() {
            *worst = overrun;
        }
    }

    fn now_ms(&self) -> i64 {
        self.clock.now_ms()
    }

    fn grown(&self) -> Grown {
        self.clock.grown()
    }

    fn mark(&self) -> Bookmark {
        self.clock.mark(self.segments.len())
    }

    fn repeat(
        &mut self,
        mark: Bookmark,
        times: u32,
        renumber: impl Fn(&mut Segment<'p>, u32),
    ) -> Result<(), TooLong> {
        let (end, length_ms) = (self.segments.len(), self.clock.now_ms() - mark.now_ms);
        self.clock.repeat(mark, times)?;
        self.segments.reserve((end - mark.segments) * times as usize);
        for n in 1..=times {
            for at in mark.segments..end {
                let mut segment = self.segments[at].clone();
                segment.start_ms += length_ms * i64::from(n);
                renumber(&mut segment, n);
                self.segments.push(segment);
            }
        }
        Ok(())
    }
}

/// Drops what starts at or after `at_ms`, and shortens what is still going on then.
fn cut(segments: &mut Vec<Segment<'_>>, at_ms: i64) {
    while segments.pop_if(|segment| segment.start_ms >= at_ms).is_some() {}
    let Some(last) = segments.last_mut() else { return };
    last.duration_ms = last.duration_ms.min(at_ms.saturating_sub(last.start_ms));
    if last.kind == SegmentKind::Interval {
        cut(&mut last.steps, last.duration_ms);
    }
}

/// Tells whether a segment of an exact length may end earlier, after something that is estimated: an AMRAP with an
/// `until`, whose least is one round. For other blocks with an `until`, the least is made of segments of its own.
fn least_is_estimated(segment: &Segment<'_>) -> bool {
    let may_end_early = || match segment.step.map(|step| &step.kind) {
        Some(StepKind::Block(block)) => block.until.is_some(),
        Some(
            StepKind::Exercise(_)
            | StepKind::Rest(_)
            | StepKind::Note(_)
            | StepKind::Record(_)
            | StepKind::Turns(_)
            | StepKind::Do(_),
        )
        | None => false,
    };
    segment.kind == SegmentKind::Amrap && may_end_early() && segment.steps.iter().any(|step| step.estimated)
}

/// Returns the working part of a segment, in milliseconds.
fn work_ms(segment: &Segment<'_>) -> i64 {
    match segment.kind {
        SegmentKind::Work | SegmentKind::Amrap | SegmentKind::ForTime => segment.duration_ms,
        SegmentKind::Interval => segment.steps.iter().map(work_ms).sum(),
        SegmentKind::Rest | SegmentKind::Transition | SegmentKind::Switch => 0,
    }
}
