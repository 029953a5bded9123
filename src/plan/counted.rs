//! Which week and which cycle it is, for what counts them.

/// Which turn of a plan it is, each from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Counted {
    /// Which week, as tables count them: from the first week of the innermost stretch of weeks around it.
    pub week: u32,
    /// Which cycle of the plan.
    pub cycle: u32,
}

/// Returns which turn a week of a plan, from 1, is in a block of these weeks. Where weeks are picked, a table goes on by
/// one item with each of them.
pub(super) fn counted_on(weeks: &[u32], week: u32) -> Counted {
    let before = weeks.iter().filter(|&&other| other < week).count();
    Counted { week: u32::try_from(before).unwrap_or(u32::MAX), cycle: 0 }
}
