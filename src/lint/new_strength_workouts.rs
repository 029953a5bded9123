//! A runner gets a new strength workout in a week that has another one.
//!
//! # Why
//! A strength workout makes the legs sore the first time, and sore legs do not run well. So a runner should start one
//! new workout a week and do no other, until every strength workout of the plan has been done once. After that, two a
//! week are fine. The rule only applies to plans that are mostly running.
//!
//! # Wrong
//! ```wod
//! workout "Legs" < squat 3x10 rest 60s >
//! workout "Core" < plank 3x30s rest 30s >
//! plan "Base" weeks 3 <
//!   every week < monday, wednesday, saturday < easy run 8km > >
//!   weeks 1-3 < tuesday < do "Legs" >; thursday < do "Core" > >
//! >
//! ```
//!
//! # Right
//! ```wod
//! workout "Legs" < squat 3x10 rest 60s >
//! workout "Core" < plank 3x30s rest 30s >
//! plan "Base" weeks 3 <
//!   every week < monday, wednesday, saturday < easy run 8km > >
//!   week 1 < tuesday < do "Legs" > >
//!   week 2 < tuesday < do "Core" > >
//!   week 3 < tuesday < do "Legs" >; thursday < do "Core" > >
//! >
//! ```
//!
//! # Source
//! New work makes sore, and the same work a week or two later much less so (the repeated bout effect: Hyldahl and
//! others, Exercise and Sport Sciences Reviews 2017).

use rustc_hash::FxHashSet;

use super::plan_view::Finding;
use super::found::Found;
use super::plan_view::PlanView;
use crate::check::program::Workout;
use crate::diagnostic::Rule;

/// What it gives.
pub const RULE: Rule = Rule::NewStrengthWorkouts;

/// Finds the weeks in which one is new that is not alone.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    if !plan.is_for_runners() {
        return;
    }
    let mut known: FxHashSet<*const Workout> = FxHashSet::default();
    let mut findings = Vec::new();
    for week in plan.weeks() {
        let sessions = week.iter().flat_map(|day| day.day.sessions.iter().map(move |session| (day, session)));
        let strength: Vec<_> =
            sessions.filter(|(_, session)| plan.done(session).load.is_strength()).collect();
        let template = |session| std::ptr::from_ref(plan.done(session).template);
        let new = strength.iter().rev().find(|(_, session)| !known.contains(&template(session)));
        if let Some((day, session)) = new
            && strength.len() > 1
        {
            let title = &plan.done(session).workout.title;
            let message = format!(
                "\"{title}\" is new in {}, and not the only strength workout of that week",
                day.name()
            );
            let help = "do one new workout a week, alone, until each has been done once";
            findings.push(Finding::new(RULE, plan.place(session), message, help));
        }
        known.extend(strength.iter().map(|(_, session)| template(session)));
    }
    plan.report(findings, found);
}
