//! From a segment to a stage.

use super::model::{Count, Ends, Measured, Stage};
use super::parts::Parts;
use super::task::Tasks;
use crate::check::program::BlockKind;
use crate::emit::Compiled;
use crate::timeline::{self, Ending, Segment, SegmentKind};

/// Returns the stage of a segment, without what is said in it.
pub fn stage<'a>(
    index: usize,
    segment: &Segment<'a>,
    parts: &Parts<'_>,
    tasks: &mut Tasks<'a, '_>,
    compiled: &Compiled<'a>,
) -> Stage {
    let names = parts.names(segment.block);
    let cap_ms = cap_ms(segment, parts, compiled);
    let task = tasks.of_segment(segment, names.last().map(String::as_str));
    Stage {
        kind: segment.kind.into(),
        start_ms: segment.start_ms,
        duration_ms: segment.duration_ms,
        ends: ends(segment, cap_ms),
        cap_ms,
        measured: measured(index, segment),
        parts: names,
        block: segment.block.0,
        round: segment.round.map(count),
        set: segment.set.map(count),
        task,
        inside: tasks.inside(segment),
        notes: Vec::new(),
        says: Vec::new(),
    }
}

/// Returns what a rest at an index is measured by, if only the athlete knows how long that took.
fn measured(index: usize, segment: &Segment<'_>) -> Option<Measured> {
    let timeline::Ratio { work, rest, back } = segment.ratio.filter(|_| segment.estimated)?;
    Some(Measured { work, rest, from: index.saturating_sub(back), to: index })
}

/// Tells who says when a segment is over.
fn ends(segment: &Segment<'_>, cap_ms: Option<i64>) -> Ends {
    let within = segment.dose.is_some_and(|dose| dose.ending == Ending::MaxWithin);
    match segment.kind {
        SegmentKind::Interval | SegmentKind::Amrap | SegmentKind::Transition | SegmentKind::Switch => {
            Ends::Clock
        }
        SegmentKind::ForTime if cap_ms.is_some() => Ends::DoneOrClock,
        SegmentKind::ForTime => Ends::Done,
        // It is as long as the work before it was.
        SegmentKind::Rest if segment.ratio.is_some() => Ends::Clock,
        SegmentKind::Work | SegmentKind::Rest if within && segment.open_ended => Ends::DoneOrClock,
        SegmentKind::Work | SegmentKind::Rest if segment.estimated || segment.open_ended => Ends::Done,
        SegmentKind::Work | SegmentKind::Rest => Ends::Clock,
    }
}

/// Returns the time at which a `for time` is over at the latest.
fn cap_ms(segment: &Segment<'_>, parts: &Parts<'_>, compiled: &Compiled<'_>) -> Option<i64> {
    let block = parts.block(segment.block)?;
    let is_whole = segment.kind == SegmentKind::ForTime && block.kind == BlockKind::ForTime;
    block.cap.as_ref().filter(|_| is_whole).map(|cap| timeline::dose_at(cap, compiled.level))
}

fn count(count: timeline::Count) -> Count {
    Count { n: count.n, of: count.of }
}
