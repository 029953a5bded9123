//! The same muscles work at high effort twice within 48 hours.
//!
//! # Why
//! Muscles that have worked hard are weaker for one to three days, and training before they have recovered has little
//! effect. Hard sets are those with a heavy load, at a high effort or to the limit. The rule applies to three or more
//! hard sets for the same muscle on each of two consecutive days.
//!
//! # Wrong
//! ```wod
//! plan "Bench" weeks 2 <
//!   every week <
//!     monday, tuesday < bench press 5x5 @ rpe 9 rest 3min >
//!   >
//! >
//! ```
//!
//! # Right
//! ```wod
//! plan "Bench" weeks 2 <
//!   every week <
//!     monday, thursday < bench press 5x5 @ rpe 9 rest 3min >
//!   >
//! >
//! ```
//!
//! # Source
//! **48 hours** between sessions for the same muscles is the advice of the American College of Sports Medicine
//! (Position Stand, Medicine and Science in Sports and Exercise 2009); after sets to failure it took 24 to 48 hours
//! until strength was back (Morán-Navarro and others, European Journal of Applied Physiology 2017).

use super::plan_view::{DayView, Finding};
use super::found::Found;
use super::plan_view::PlanView;
use crate::diagnostic::Rule;
use crate::season::{Load, MILLI};

/// What it gives.
pub const RULE: Rule = Rule::MusclesWithoutRecovery;

/// From so many hard sets on a muscle needs its time, in thousandths.
pub const HARD_SETS: i64 = 3 * MILLI;

/// Finds days whose hard muscles were hard on the day before, too.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let mut findings = Vec::new();
    let mut before: Vec<&str> = Vec::new();
    for day in &plan.days {
        let now = hard_muscles(plan, day);
        if let Some(muscle) = now.iter().find(|muscle| before.contains(muscle)) {
            let message = format!("{} works the {muscle} hard, and so does the day before", day.name());
            let place = plan.place_of(day, |done| done.load.hard_muscles.iter().any(|(own, _)| own == muscle));
            let help = "leave a day between them, or work other muscles on the second";
            findings.push(Finding::new(RULE, place, message, help));
        }
        before = now;
    }
    plan.report(findings, found);
}

/// Returns the muscles that a day works hard.
fn hard_muscles<'s>(plan: &PlanView<'s>, day: &DayView<'s>) -> Vec<&'s str> {
    let mut all = Load::default();
    day.day.sessions.iter().for_each(|session| all.add(&plan.done(session).load));
    all.hard_muscles.into_iter().filter(|&(_, sets)| sets >= HARD_SETS).map(|(muscle, _)| muscle).collect()
}
