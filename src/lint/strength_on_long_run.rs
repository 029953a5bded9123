//! Strength work on the day of a long run.
//!
//! # Why
//! The long run is the hardest thing of a runner's week, and it wants fresh legs. Strength before it spoils the run;
//! strength after it is done on legs that can no longer hold their form. It belongs on a day of cross-training, or after
//! a short run. Long is the `long run`, or 90 minutes on foot in one session; strength is a session with three sets or
//! more.
//!
//! # Wrong
//! ```wod
//! workout "Legs" < squat 3x10 rest 60s >
//! plan "Base" weeks 2 <
//!   every week <
//!     saturday < long run 16km >
//!     saturday < do "Legs" >
//!   >
//! >
//! ```
//!
//! # Right
//! ```wod
//! workout "Legs" < squat 3x10 rest 60s >
//! plan "Base" weeks 2 <
//!   every week <
//!     saturday < long run 16km >
//!     tuesday < easy run 5km >
//!     tuesday < do "Legs" >
//!   >
//! >
//! ```
//!
//! # Source
//! Strength work lowers what is run in the hours after it, and the more so the longer the run (Doma and others, Sports
//! Medicine 2017). **90 minutes** are what a muscle's store of carbohydrate lasts (Burke and others, Journal of Sports
//! Sciences 2011).

use super::plan_view::Finding;
use super::{Found, PlanView};
use crate::diagnostic::Rule;

/// What it gives.
pub const RULE: Rule = Rule::StrengthOnLongRun;

/// Finds the days that have both.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let both = plan.days.iter().filter(|day| day.is_strength && day.has_long_run);
    let findings = both.map(|day| {
        let message = format!("strength work stands on the day of a long run: {}", day.name());
        let place = plan.place_of(day, |done| done.load.is_strength());
        Finding::new(RULE, place, message, "put it on a day of cross-training, or after a short run")
    });
    plan.report(findings.collect(), found);
}
