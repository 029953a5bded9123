//! When in a plan a session is, for whatever of it differs from time to time.

use super::counted::{Counted, counted_on};
use crate::check::program::{Plan, Words};

/// When in a plan a session is: what its progressions, its tables and its texts go by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Occasion<'p> {
    /// The week of the plan, from 1.
    pub plan_week: u32,
    /// How many weeks after the first of its block it is, within its cycle. Progressions count these.
    pub week: u32,
    /// How many cycles after the first of its block it is. Progressions count these.
    pub cycle: u32,
    /// What tables count.
    pub counted: Counted,
    /// What texts name, except for the session.
    pub words: Words<'p>,
}

impl<'p> Occasion<'p> {
    /// A workout that is in no plan is done as in the first week of one.
    pub const ALONE: Occasion<'static> = Occasion {
        plan_week: 1,
        week: 0,
        cycle: 0,
        counted: Counted { week: 0, cycle: 0 },
        words: Words::ALONE,
    };

    /// Returns the occasion in one of the `weeks` of a block.
    pub fn of(plan: &'p Plan, weeks: &[u32], week: u32) -> Self {
        let cycle = plan.cycle_of(week);
        let first = weeks.iter().copied().find(|&other| plan.cycle_of(other) == cycle).unwrap_or(week);
        let first_cycle = weeks.first().and_then(|&first| plan.cycle_of(first));
        let counted = counted_on(weeks, plan.cycle, week);
        Self {
            plan_week: week,
            week: week.saturating_sub(first),
            cycle: cycle.unwrap_or_default().saturating_sub(first_cycle.unwrap_or_default()),
            counted,
            words: Words {
                week: counted.week + 1,
                cycle: cycle.unwrap_or(1),
                phase: plan.phase_of(week).map_or("", |phase| &phase.title),
                ..Words::ALONE
            },
        }
    }
}
