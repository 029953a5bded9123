//! A week of a plan has no day off.
//!
//! # Why
//! The body gets fitter while it rests. Nearly every coach plans a free day a week, whether it is called `rest day`
//! or simply left out. Weeks whose easiest day has half an hour of easy work or mobility at most are not reported:
//! for most people that is a day off.
//!
//! # Wrong
//! ```wod
//! plan "Streak" weeks 2 <
//!   every week <
//!     monday, tuesday, wednesday, thursday, friday, saturday, sunday <
//!       easy run 8km
//!     >
//!   >
//! >
//! ```
//!
//! # Right
//! ```wod
//! plan "Base" weeks 2 <
//!   every week <
//!     monday, tuesday, wednesday, thursday, saturday < easy run 8km >
//!     friday, sunday < rest day >
//!   >
//! >
//! ```
//!
//! # Source
//! A day of rest a week is the advice of the American College of Sports Medicine (Guidelines for Exercise Testing and
//! Prescription) for hard training, and of the International Olympic Committee's statement on load (Soligard and
//! others, British Journal of Sports Medicine 2016). Easy recovery days commonly have **half an hour** at most.

use super::plan_view::{DayView, Finding};
use super::found::Found;
use super::plan_view::PlanView;
use crate::diagnostic::Rule;
use crate::season::Intensity;

/// What it gives.
pub const RULE: Rule = Rule::NoDayOff;

/// A day of no more easy work than this is one off.
const RECOVERY_MS: i64 = 30 * 60_000;

/// Finds the weeks in which something is done on each day.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let is_off = |day: &DayView<'_>| match day.intensity {
        None => day.day.sessions.is_empty(),
        Some(Intensity::Easy) => length_ms(plan, day) <= RECOVERY_MS,
        Some(Intensity::Moderate | Intensity::Hard) => false,
    };
    let full = plan.weeks().filter(|week| week.len() == 7 && !week.iter().any(is_off));
    let findings = full.filter_map(|week| {
        // A day that does not say how hard it is may be as hard as most.
        let hardness = |day: &DayView<'_>| day.intensity.unwrap_or(Intensity::Moderate);
        let lightest = week.iter().min_by_key(|day| (hardness(day), length_ms(plan, day)))?;
        let message = format!("week {} has no day off", lightest.day.week);
        let place = plan.place_of(lightest, |_| true);
        Some(Finding::new(RULE, place, message, "leave a day free, such as the day before the long run or after it"))
    });
    plan.report(findings.collect(), found);
}

fn length_ms(plan: &PlanView<'_>, day: &DayView<'_>) -> i64 {
    day.day.sessions.iter().map(|session| plan.done(session).load.duration_ms).sum()
}
