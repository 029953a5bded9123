//! Lays a workout out in time.

mod segment;

pub use segment::{
    BlockId, Count, Ending, NoteInPlace, Segment, SegmentKind, SettledDose, SettledTarget, Timeline,
};
