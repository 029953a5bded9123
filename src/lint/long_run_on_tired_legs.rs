//! There is a long run on the day after a lot of work for the legs.
//!
//! # Why
//! Legs are stiffest and weakest one to two days after squats and lunges, and a long run on such legs is slow,
//! painful and in bad form. A lot is eight sets or more of squats, hinges, lunges and jumps on the day before; a core
//! session does not count. A day between the two is enough for most people.
//!
//! # Wrong
//! ```wod
//! workout "Legs" < squat 5x10 rest 60s; lunge 5x10 per leg rest 60s >
//! plan "Base" weeks 2 <
//!   every week < friday < do "Legs" >; saturday < long run 16km > >
//! >
//! ```
//!
//! # Right
//! ```wod
//! workout "Legs" < squat 5x10 rest 60s; lunge 5x10 per leg rest 60s >
//! plan "Base" weeks 2 <
//!   every week < tuesday < do "Legs" >; saturday < long run 16km > >
//! >
//! ```
//!
//! # Source
//! Running costs more, and feels harder, for 24 to 48 hours after work of the legs with **several sets** of several
//! movements (Doma and Deakin, Applied Physiology, Nutrition, and Metabolism 2013). Eight sets are two movements of
//! four sets each.

use super::plan_view::{DayView, Finding};
use super::found::Found;
use super::plan_view::PlanView;
use crate::diagnostic::Rule;
use crate::season::MILLI;

/// What it gives.
pub const RULE: Rule = Rule::LongRunOnTiredLegs;

/// From so many sets on legs are tired on the day after, in thousandths.
const TIRING_SETS: i64 = 8 * MILLI;

/// Finds long runs after such a day.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let pairs = plan.days.windows(2).filter_map(|pair| match pair {
        [before, day] if day.has_long_run => Some((before, day, leg_sets(plan, before))),
        _ => None,
    });
    let findings = pairs.filter(|&(_, _, sets)| sets >= TIRING_SETS).map(|(before, day, sets)| {
        let message = format!(
            "the long run of {} comes on the day after {} sets for the legs",
            day.name(),
            sets / MILLI
        );
        let place = plan.place_of(before, |done| done.load.is_strength());
        Finding::new(RULE, place, message, "leave a day between them, or do the legs after a short run earlier in the week")
    });
    plan.report(findings.collect(), found);
}

/// Returns the sets of a day for the legs, in thousandths.
fn leg_sets(plan: &PlanView<'_>, day: &DayView<'_>) -> i64 {
    day.day.sessions.iter().map(|session| plan.done(session).load.leg_sets).sum()
}
