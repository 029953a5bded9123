//! There are five weeks or more without an easier one.
//!
//! # Why
//! Every third or fourth week, coaches reduce the training so that the body can recover. A week is easier if it takes
//! at least a sixth less time than the week before. Plans with under three hours a week are not reported.
//!
//! # Wrong
//! ```wod
//! plan "Build" weeks 6 <
//!   every week <
//!     tuesday, thursday < easy run 10km >
//!     saturday < long run 18km >
//!   >
//! >
//! ```
//!
//! # Right
//! ```wod
//! plan "Build" weeks 6 <
//!   every week <
//!     tuesday, thursday < easy run 10km >
//!     saturday < long run 18km >
//!   >
//!   week 4 < saturday instead < easy run 8km > >
//! >
//! ```
//!
//! # Source
//! Coaches of strength sports plan a deload every **four to six weeks** (Bell and others, Frontiers in Sports and
//! Active Living 2022; Rogerson and others, Sports Medicine - Open 2024); cycles of three harder weeks and an easier
//! one are as old as periodisation (Matveyev 1964; Bompa, Periodization).

use super::plan_view::Finding;
use super::found::Found;
use super::plan_view::PlanView;
use crate::diagnostic::Rule;

/// What it gives.
pub const RULE: Rule = Rule::NoEasierWeek;

/// So many weeks in a row with none easier are too many.
pub const TOO_MANY: usize = 5;

/// Under so much a week nobody need take anything away.
pub const LEAST_MS: i64 = 3 * 3_600_000;

/// An easier week has no more than so many per cent of the one before.
const EASIER_PERCENT: i64 = 84;

/// Finds the fifth week of each row. It is said at what asks for most in it.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let weeks: Vec<_> = plan.weeks().collect();
    let findings = fifth_weeks(plan).into_iter().filter_map(|at| {
        let sessions = weeks.get(at)?.iter().flat_map(|day| &day.day.sessions);
        let longest = sessions.max_by_key(|session| plan.done(session).load.duration_ms)?;
        let message = format!("weeks {} to {} follow each other with no easier one", at + 2 - TOO_MANY, at + 1);
        let help = format!("take a fifth away in one of them, such as `week {} < … instead < … > >`", at);
        Some(Finding::new(RULE, plan.place(longest), message, &help))
    });
    plan.report(findings.collect(), found);
}

/// Tells whether a figure of a week is so much less than that of another that it makes the week easier.
pub fn is_less(now: i64, before: i64) -> bool {
    now <= before.saturating_mul(EASIER_PERCENT) / 100
}

/// Tells whether the plan has weeks that it finds.
pub fn is_found(plan: &PlanView<'_>) -> bool {
    !fifth_weeks(plan).is_empty()
}

/// Returns the last week of each row of five with none easier, from 0.
fn fifth_weeks(plan: &PlanView<'_>) -> Vec<usize> {
    let times: Vec<i64> = plan.season.weeks.iter().map(|week| week.load.duration_ms).collect();
    let mut in_a_row = 0;
    let mut fifth = Vec::new();
    for (at, &now) in times.iter().enumerate() {
        let before = at.checked_sub(1).map_or(0, |before| times[before]);
        let is_easier = now < LEAST_MS || is_less(now, before);
        in_a_row = if is_easier { 0 } else { in_a_row + 1 };
        if in_a_row == TOO_MANY {
            fifth.push(at);
            in_a_row = 0;
        }
    }
    fifth
}
