//! A week has over 10 % more distance on foot than the weeks before.
//!
//! # Why
//! Bones and tendons take longer to grow strong than lungs. A week is compared with the longest of the four before
//! it, so that coming back after an easier week is not a jump, and every easier week in between allows ten per cent
//! more. Weeks under 20 km, where ten per cent is one more lap, and the first week are not reported.
//!
//! # Wrong
//! ```wod
//! plan "Base" weeks 2 <
//!   every week <
//!     tuesday, thursday < easy run 6km >
//!     saturday < long run 12km >
//!   >
//!   week 2 < sunday < easy run 6km > >
//! >
//! ```
//!
//! # Right
//! ```wod
//! plan "Base" weeks 2 <
//!   every week <
//!     tuesday, thursday < easy run 6km >
//!     saturday < long run 12km +10% each week >
//!   >
//! >
//! ```
//!
//! # Source
//! **10 %** is the rule that coaches use. In a trial with beginners it did not prevent injuries by itself (Buist and
//! others, American Journal of Sports Medicine 2008), but runners who went up by more than 30 % were hurt more often
//! (Nielsen and others, Journal of Orthopaedic and Sports Physical Therapy 2014): the coach has to judge what lies in
//! between.

use super::found::Found;
use super::plan_view::{Finding, PlanView};
use crate::diagnostic::Rule;
use crate::season::Travel;

/// What it gives.
pub const RULE: Rule = Rule::DistanceJump;

/// Under this a week is not looked at, in millimetres.
pub const LEAST_MM: i64 = 20_000_000;

/// The longest of so many weeks before is what counts.
pub const WEEKS_BEFORE: usize = 4;

/// Up to this much more is not a jump, in per cent; and a metre for rounding.
const MOST_PERCENT: i64 = 110;
const ROUNDED_MM: i64 = 1_000;

/// Finds the weeks that jump.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let weeks = &plan.season.weeks;
    let on_foot: Vec<i64> = weeks.iter().map(|week| week.load.known_distance(Travel::Foot)).collect();
    let units = plan.season.units();
    let said = |mm: i64| units.distance(Travel::Foot, mm);
    let mut findings = Vec::new();
    for (at, week) in plan.weeks().enumerate().skip(1) {
        let last = &on_foot[at.saturating_sub(WEEKS_BEFORE)..at];
        // A plan may start within a week, which is then shorter than those that follow.
        if weeks[at.saturating_sub(WEEKS_BEFORE)..at].iter().all(|week| week.is_partial) {
            continue;
        }
        let now = on_foot[at];
        let Some(before) = longest_before(last, now).map(|place| last[place]) else { continue };
        // Where most of the week's distance comes from.
        let longest = week.iter().flat_map(|day| &day.day.sessions).max_by_key(|session| {
            (plan.done(session).load.known_distance(Travel::Foot), session.block.0)
        });
        let Some(longest) = longest else { continue };
        let more = (now - before) * 100 / before;
        let message = format!(
            "week {} has {} on foot, {more} % more than the longest of the weeks before it, {}",
            at + 1,
            said(now),
            said(before)
        );
        let help = "take a smaller step, or an easier week first";
        findings.push(Finding::new(RULE, plan.place(longest), message, help));
    }
    plan.report(findings, found);
}

/// Returns which of the weeks before a week is the longest, if that week is a jump from it.
pub fn longest_before(before: &[i64], now: i64) -> Option<usize> {
    // The latest of the longest: what lies behind it was easier.
    let (place, &longest) = before.iter().enumerate().max_by_key(|(_, length)| **length)?;
    let allowed = (place..before.len()).fold(longest, |most, _| most.saturating_mul(MOST_PERCENT) / 100);
    (now > LEAST_MM && longest > 0 && now > allowed + ROUNDED_MM).then_some(place)
}
