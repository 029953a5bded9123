//! More than two hard days in a row.
//!
//! # Why
//! What makes a hard day worth its pain is the easy one after it. Two in a row can be meant, a race and a long run, or
//! legs and then arms; of the third little is left. What is a hard day is said in [the chapter on
//! plans](../plans.md#what-weeks-add-up-to).
//!
//! # Wrong
//! ```wod
//! plan "Fast" weeks 2 <
//!   every week < tuesday, wednesday, thursday < tempo run 6km > >
//! >
//! ```
//!
//! # Right
//! ```wod
//! plan "Fast" weeks 2 <
//!   every week <
//!     tuesday, thursday < tempo run 6km >
//!     wednesday < easy run 6km >
//!   >
//! >
//! ```
//!
//! # Source
//! Hard days alternate with easy ones since Bowerman's runners of the 1960s. Days that are all alike strain more than the
//! same work with light days between (Foster, Medicine and Science in Sports and Exercise 1998). **Two** is what plans
//! with back-to-back sessions have at most.

use super::plan_view::Finding;
use super::{Found, PlanView};
use crate::diagnostic::Rule;
use crate::season::Intensity;

/// What it gives.
pub const RULE: Rule = Rule::HardDaysInARow;

/// So many may follow each other.
const MOST: usize = 2;

/// Finds the third hard day of each row, also over the end of a week.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let rows = plan.days.chunk_by(|one, next| one.is_hard() && next.is_hard());
    let long = rows.filter(|row| row.len() > MOST && row[0].is_hard());
    let findings = long.map(|row| {
        let third = &row[MOST];
        let mut message = format!("this is the third hard day in a row: {}", third.name());
        if row.len() > MOST + 1 {
            message.push_str(&format!(" of {} that follow each other", row.len()));
        }
        let place = plan.place_of(third, |done| done.load.intensity() == Intensity::Hard);
        Finding::new(RULE, place, message, "put an easy day, or a day off, between them")
    });
    plan.report(findings.collect(), found);
}
