//! Which week and which cycle it is, for what counts them.

/// Which turn of a plan it is, each from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Counted {
    /// Which week.
    pub week: u32,
    /// Which cycle.
    pub cycle: u32,
}

/// Returns which turn a week of a plan is, which is counted from 1.
pub(super) fn counted_on(week: u32) -> Counted {
    Counted { week: week.saturating_sub(1), cycle: 0 }
}
