//! The strip: a workout's whole timeline, to scale, as a picture of it is drawn by sheets and players.

use rustc_hash::FxHashSet;
use schemars::JsonSchema;
use serde::Serialize;

use super::{Compiled, written};

use crate::season::{Intensity, beside};
use crate::timeline::{BlockId, Segment, SegmentKind};

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
    /// How hard it is, if it is work and anything says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub intensity: Option<StripIntensity>,
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

/// How hard the work of a [`StripPart`] is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum StripIntensity {
    /// One can talk in whole sentences, or the load is light.
    Easy,
    /// In between.
    Moderate,
    /// Close to what is possible, or against the clock.
    Hard,
}

impl StripIntensity {
    /// All of them, the hardest first.
    const ALL: [Self; 3] = [Self::Hard, Self::Moderate, Self::Easy];

    /// Returns what the key of a strip calls it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Moderate => "moderate",
            Self::Hard => "hard",
        }
    }
}

impl From<Intensity> for StripIntensity {
    fn from(intensity: Intensity) -> Self {
        match intensity {
            Intensity::Easy => Self::Easy,
            Intensity::Moderate => Self::Moderate,
            Intensity::Hard => Self::Hard,
        }
    }
}

impl Strip {
    /// Returns the strip of a compiled workout: a part for each segment, and for each step of an interval. A part
    /// that is too short to be seen is joined to the part before it.
    pub fn of(compiled: &Compiled<'_>) -> Self {
        let length_ms = compiled.timeline.likely_ms;
        let mut drawing = Drawing {
            compiled: *compiled,
            beside: beside(&compiled.workout.steps),
            shortest_ms: length_ms / MOST_PARTS,
            parts: Vec::new(),
        };
        compiled.timeline.segments.iter().for_each(|segment| drawing.segment(segment));
        Self { length_ms, parts: drawing.parts }
    }

    /// Returns how long the work of each intensity is, as it is written, the hardest first, and last that of which
    /// nothing says how hard it is. Empty if nothing says so of any work.
    pub fn intensities(&self, estimated: bool) -> Vec<(Option<StripIntensity>, String)> {
        let is_work = |part: &&StripPart| part.kind == StripKind::Work;
        if self.parts.iter().filter(is_work).all(|part| part.intensity.is_none()) {
            return Vec::new();
        }
        let length = |of: Option<StripIntensity>| -> i64 {
            let parts = self.parts.iter().filter(is_work).filter(|part| part.intensity == of);
            parts.map(|part| part.length_ms).sum()
        };
        let all = StripIntensity::ALL.into_iter().map(Some).chain([None]).map(|of| (of, length(of)));
        all.filter(|(_, ms)| *ms > 0).map(|(of, ms)| (of, written::time_within(ms, estimated))).collect()
    }

    /// Tells in words what the drawing shows.
    pub fn told(&self, estimated: bool) -> String {
        let length = |of: StripKind| -> i64 {
            self.parts.iter().filter(|part| part.kind == of).map(|part| part.length_ms).sum()
        };
        let mut said: Vec<String> = self
            .intensities(estimated)
            .into_iter()
            .map(|(of, time)| {
                let how = of.map_or("other", StripIntensity::name);
                format!("{time} of {how} work")
            })
            .collect();
        let others = [(StripKind::Work, "work"), (StripKind::Rest, "rest"), (StripKind::Change, "changes")];
        for (kind, name) in others.into_iter().skip(usize::from(!said.is_empty())) {
            let ms = length(kind);
            if ms > 0 {
                said.push(format!("{} of {name}", written::time_within(ms, estimated)));
            }
        }
        format!("The whole workout, to scale: {}", said.join(", "))
    }
}

/// A strip while it is made.
struct Drawing<'a> {
    compiled: Compiled<'a>,
    /// The warm-ups and cool-downs.
    beside: FxHashSet<BlockId>,
    shortest_ms: i64,
    parts: Vec<StripPart>,
}

impl Drawing<'_> {
    fn segment(&mut self, segment: &Segment<'_>) {
        let end_ms = segment.start_ms + segment.duration_ms;
        match segment.kind {
            SegmentKind::Work | SegmentKind::Amrap | SegmentKind::ForTime => {
                self.up_to(end_ms, StripKind::Work, segment, segment.block);
            }
            SegmentKind::Rest => self.up_to(end_ms, StripKind::Rest, segment, segment.block),
            SegmentKind::Transition | SegmentKind::Switch => {
                self.up_to(end_ms, StripKind::Change, segment, segment.block)
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
                    self.up_to(step_end_ms, kind, step, segment.block);
                }
                self.up_to(end_ms, StripKind::Rest, segment, segment.block);
            }
        }
    }

    /// Goes on to `end_ms` with a new part or, where that would be too short to be seen, with the one before.
    fn up_to(&mut self, end_ms: i64, kind: StripKind, of: &Segment<'_>, block: BlockId) {
        let start_ms = self.parts.last().map_or(0, |last| last.start_ms + last.length_ms);
        let length_ms = end_ms - start_ms;
        if length_ms <= 0 {
            return;
        }
        let intensity = (kind == StripKind::Work).then(|| self.intensity(of)).flatten();
        match self.parts.last_mut() {
            Some(last) if length_ms < self.shortest_ms => last.length_ms += length_ms,
            _ => self.parts.push(StripPart {
                start_ms,
                length_ms,
                kind,
                intensity: intensity.map(StripIntensity::from),
                block: block.0,
            }),
        }
    }

    /// Returns how hard work is, if anything says so: of what is done against the clock, that it is hard, and of a
    /// warm-up or a cool-down, that it is easy.
    fn intensity(&self, segment: &Segment<'_>) -> Option<Intensity> {
        let Compiled { program, .. } = self.compiled;
        let known = |segment: &Segment<'_>| {
            Intensity::known(segment, program.movement(segment.movement?), program.athlete.as_deref())
        };
        if self.beside.contains(&segment.block) {
            let said = std::iter::once(segment).chain(&segment.steps).filter_map(known).max();
            return Some(said.unwrap_or(Intensity::Easy));
        }
        match segment.kind {
            SegmentKind::Amrap | SegmentKind::ForTime => Some(Intensity::Hard),
            SegmentKind::Work
            | SegmentKind::Rest
            | SegmentKind::Interval
            | SegmentKind::Transition
            | SegmentKind::Switch => known(segment),
        }
    }
}
