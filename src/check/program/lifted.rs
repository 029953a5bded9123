//! What was lifted, that a load is a part of.

use crate::date::Weekday;
use crate::source::Span;

/// What was worked up to in the same workout: `build to 3`, then `90% of top set`.
pub const TOP_SET: &str = "top set";

/// The heaviest set of the same statement, the last time it was done: `last time +2.5kg`.
pub const LAST_TIME: &str = "last time";

/// What was lifted, that a load is a part of, with the place of its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lifted {
    /// What it is.
    pub what: LiftedIn,
    /// Where it is named.
    pub span: Span,
}

/// Where the set was done that a load is a part of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LiftedIn {
    /// `80% of top set`: in the same workout. It has a load, unless it is worked up to.
    TopSet { has_load: bool },
    /// `last time +2.5kg`: in the same statement, the last time.
    LastTime,
    /// `90% of monday`: on this day of the same week.
    Day(Weekday),
    /// `80% of "Volume"`: in the session of this title, in the same week.
    Session(Box<str>),
}
