//! There is strength work on the day of a long run.
//!
//! # Why
//! The long run is the hardest part of a runner's week, and needs fresh legs. Strength work before it spoils the run,
//! and after it the legs are too tired for good form. Do it on a day of cross-training, or after a short run. A long
//! run is a `long run`, or 90 minutes on foot in one session. Strength work is a session with three sets or more.
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
//! Strength work makes running slower in the hours after it, and more so in longer runs (Doma and others, Sports
//! Medicine 2017). A muscle's store of carbohydrate lasts for about **90 minutes** (Burke and others, Journal of
//! Sports Sciences 2011).

use super::plan_view::Finding;
use super::found::Found;
use super::plan_view::PlanView;
use crate::diagnostic::Rule;

/// What it gives.
pub const RULE: Rule = Rule::StrengthOnLongRun;

/// Finds the days that have both.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let both = plan.days.iter().filter(|day| day.is_strength && day.has_long_run);
    let findings = both.map(|day| {
        let message = format!("strength work on the day of a long run: {}", day.name());
        let place = plan.place_of(day, |done| done.load.is_strength());
        Finding::new(RULE, place, message, "put it on a day of cross-training, or after a short run")
    });
    plan.report(findings.collect(), found);
}
