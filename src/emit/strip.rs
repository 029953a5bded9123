//! The strip: a workout's whole timeline, to scale, as a picture of it is drawn by sheets and players.

use schemars::JsonSchema;
use serde::Serialize;

use super::Compiled;
use crate::timeline::{Segment, SegmentKind};

/// About the most parts a strip is drawn of: no part but the first is shorter than this share of it. On a wide screen that is
/// a part every few pixels; narrower ones are not seen.
const MOST_PARTS: i64 = 600;

/// A workout's timeline, to scale. The parts follow each other without gaps.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, JsonSchema)]
pub struct Strip {
    /// Its whole length, in milliseconds.
    pub length_ms: i64,
    /// Its parts, in order.
    pub parts: Vec<StripPart>,
}

/// One part of a [`Strip`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
pub struct StripPart {
    /// Milliseconds from the workout's start.
    pub start_ms: i64,
    /// How long it is, in milliseconds; never zero.
    pub length_ms: i64,
    /// What kind of time it is.
    pub kind: StripKind,
    /// The `id` of the block it belongs to; 0 for the workout itself.
    pub block: u32,
}

/// What kind of time a [`StripPart`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StripKind {
    /// Work.
    Work,
    /// Rest, and the remainder of an interval.
    Rest,
    /// From one movement, or one side, to the next.
    Change,
}

impl Strip {
    /// Returns the strip of a compiled workout: a part for each segment, and for each step of an interval. A part
    /// that is too short to be seen is joined to the part before it.
    pub fn of(compiled: &Compiled<'_>) -> Self {
        let mut strip = Self { length_ms: compiled.timeline.likely_ms, parts: Vec::new() };
        let shortest_ms = strip.length_ms / MOST_PARTS;
        for segment in &compiled.timeline.segments {
            strip.segment(segment, shortest_ms);
        }
        strip
    }

    fn segment(&mut self, segment: &Segment<'_>, shortest_ms: i64) {
        let end_ms = segment.start_ms + segment.duration_ms;
        match segment.kind {
            SegmentKind::Work | SegmentKind::Amrap | SegmentKind::ForTime => {
                self.up_to(end_ms, StripKind::Work, segment, shortest_ms);
            }
            SegmentKind::Rest => self.up_to(end_ms, StripKind::Rest, segment, shortest_ms),
            SegmentKind::Transition | SegmentKind::Switch => {
                self.up_to(end_ms, StripKind::Change, segment, shortest_ms);
            }
            SegmentKind::Interval => {
                for step in &segment.steps {
                    let step_end_ms = (segment.start_ms + step.start_ms + step.duration_ms).min(end_ms);
                    let kind = match step.kind {
                        SegmentKind::Rest => StripKind::Rest,
                        SegmentKind::Transition | SegmentKind::Switch => StripKind::Change,
                        SegmentKind::Work
                        | SegmentKind::Interval
                        | SegmentKind::Amrap
                        | SegmentKind::ForTime => StripKind::Work,
                    };
                    self.up_to(step_end_ms, kind, segment, shortest_ms);
                }
                self.up_to(end_ms, StripKind::Rest, segment, shortest_ms);
            }
        }
    }

    /// Goes on to `end_ms` with a new part or, where that would be too short to be seen, with the one before.
    fn up_to(&mut self, end_ms: i64, kind: StripKind, segment: &Segment<'_>, shortest_ms: i64) {
        let start_ms = self.parts.last().map_or(0, |last| last.start_ms + last.length_ms);
        let length_ms = end_ms - start_ms;
        if length_ms <= 0 {
            return;
        }
        match self.parts.last_mut() {
            Some(last) if length_ms < shortest_ms => last.length_ms += length_ms,
            _ => self.parts.push(StripPart { start_ms, length_ms, kind, block: segment.block.0 }),
        }
    }
}
