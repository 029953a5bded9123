//! There are more than two hard days in a row.
//!
//! # Why
//! A hard day is only worth the effort with an easy day after it. Two in a row can make sense, such as a race and a
//! long run, or legs and then arms, but a third has little effect. [The chapter on
//! plans](../plans.md#what-weeks-add-up-to) says which days count as hard.
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
//! Coaches have alternated hard and easy days since Bowerman's runners of the 1960s. Days that are all alike are a
//! greater strain than the same work with light days in between (Foster, Medicine and Science in Sports and Exercise
//! 1998). Plans with back-to-back sessions have at most **two**.

use super::plan_view::Finding;
use super::found::Found;
use super::plan_view::PlanView;
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
        let place = plan.place_of(third, |done| done.load.intensity() == Some(Intensity::Hard));
        Finding::new(RULE, place, message, "put an easy day, or a day off, between them")
    });
    plan.report(findings.collect(), found);
}
