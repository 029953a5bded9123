//! One of a runner's first three weeks has more than two strength days.
//!
//! # Why
//! Somebody who starts strength training beside running has to get used to both together. One day a week, then two,
//! is plenty for the first three weeks. The rule only applies to plans that are mostly running.
//!
//! # Wrong
//! ```wod
//! workout "Core" < plank 3x30s rest 30s >
//! plan "Base" weeks 4 <
//!   every week < tuesday, thursday, saturday < easy run 8km > >
//!   week 1 < tuesday < do "Core" > >
//!   weeks 2-4 < monday, wednesday, friday < do "Core" > >
//! >
//! ```
//!
//! # Right
//! ```wod
//! workout "Core" < plank 3x30s rest 30s >
//! plan "Base" weeks 4 <
//!   every week < tuesday, thursday, saturday < easy run 8km > >
//!   week 1 < tuesday < do "Core" > >
//!   weeks 2-4 < monday, friday < do "Core" > >
//! >
//! ```
//!
//! # Source
//! Most trials of strength training with runners had **two** sessions a week, over their whole length (Blagrove and
//! others, Sports Medicine 2018, a review). In **three weeks**, a runner can do three new workouts for the first
//! time, one a week.

use super::plan_view::Finding;
use super::found::Found;
use super::plan_view::PlanView;
use crate::diagnostic::Rule;

/// What it gives.
pub const RULE: Rule = Rule::EarlyStrength;

/// So many weeks are early.
const EARLY_WEEKS: usize = 3;

/// So many strength days a week are plenty there.
const MOST_DAYS: usize = 2;

/// Finds the third strength day of such weeks.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    if !plan.is_for_runners() {
        return;
    }
    let third = plan.weeks().take(EARLY_WEEKS).filter_map(|week| {
        let mut strength = week.iter().filter(|day| day.is_strength);
        strength.nth(MOST_DAYS)
    });
    let findings = third.map(|day| {
        let message = format!("{} is the third strength day of the week", day.name());
        let place = plan.place_of(day, |done| done.load.is_strength());
        Finding::new(RULE, place, message, "do at most two a week in the first three weeks")
    });
    plan.report(findings.collect(), found);
}
