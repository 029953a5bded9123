//! There is hard training, or a lot of it, right before a race.
//!
//! # Why
//! Training in the last days comes too late to make anybody fitter, and early enough to make them tired. In the two
//! days before a `race day` there should be nothing hard and no strength work, and the six days before it should have
//! clearly less training than the plan's longest week, at least a quarter less.
//!
//! # Wrong
//! ```wod
//! plan "10k" weeks 2 <
//!   week 1 <
//!     tuesday < tempo run 6km >
//!     thursday, saturday < easy run 8km >
//!   >
//!   week 2 <
//!     tuesday < easy run 5km >
//!     saturday < tempo run 5km >
//!     sunday < race day "City 10k" >
//!   >
//! >
//! ```
//!
//! # Right
//! ```wod
//! plan "10k" weeks 2 <
//!   week 1 <
//!     tuesday < tempo run 6km >
//!     thursday, saturday < easy run 8km >
//!   >
//!   week 2 <
//!     tuesday < tempo run 4km >
//!     friday < easy run 4km >
//!     sunday < race day "City 10k" >
//!   >
//! >
//! ```
//!
//! # Source
//! The taper that helped most cut the distance by **41 to 60 %** over two weeks and kept the pace (Bosquet and
//! others, Medicine and Science in Sports and Exercise 2007, an analysis of 27 studies). A quarter is well below
//! that, so that a short race can be part of normal training. A hard session or strength sets are still felt after
//! **two days** (Mujika and Padilla, Medicine and Science in Sports and Exercise 2003; Doma and others, Sports
//! Medicine 2017).

use super::plan_view::{DayView, Finding};
use super::found::Found;
use super::plan_view::PlanView;
use crate::diagnostic::Rule;
use crate::season::Intensity;

/// What it gives.
pub const RULE: Rule = Rule::HardBeforeRace;

/// In so many days before a race nothing is hard.
const LAST_DAYS: usize = 2;

/// So many days before a race, which make a week with it, are held against the plan's longest week.
const LAST_WEEK: usize = 6;

/// They have no more than so many per cent of it.
const MOST_PERCENT: i64 = 75;

/// Under so much there is nothing to take away.
const LEAST_MS: i64 = 3_600_000;

/// Looks back from each race.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let longest = plan.season.weeks.iter().map(|week| week.load.duration_ms).max().unwrap_or(0);
    let mut findings = Vec::new();
    for (at, race) in plan.days.iter().enumerate().filter(|(_, day)| day.day.race.is_some()) {
        let last = &plan.days[at.saturating_sub(LAST_DAYS)..at];
        let days_before = |day: &DayView<'_>| match last.iter().rev().position(|own| std::ptr::eq(own, day)) {
            Some(0) => "the day before",
            Some(_) | None => "two days before",
        };
        if let Some(day) = last.iter().rev().find(|day| day.is_strength || day.is_hard()) {
            let what = if day.is_strength { "strength work" } else { "hard work" };
            let message = format!("{what} {} the race of {}: {}", days_before(day), race.name(), day.name());
            let place = plan.place_of(day, |done| {
                done.load.is_strength() || done.load.intensity() == Some(Intensity::Hard)
            });
            findings.push(Finding::new(RULE, place, message, "rest, or run easily, in the last two days"));
        }
        let week = &plan.days[at.saturating_sub(LAST_WEEK)..at];
        let sessions = || week.iter().flat_map(|day| &day.day.sessions);
        let length: i64 = sessions().map(|session| plan.done(session).load.duration_ms).sum();
        if at < LAST_WEEK || length < LEAST_MS || length <= longest.saturating_mul(MOST_PERCENT) / 100 {
            continue;
        }
        let Some(most) = sessions().max_by_key(|session| plan.done(session).load.duration_ms) else { continue };
        let message = format!(
            "the six days before the race of {} have {} % of the plan's longest week",
            race.name(),
            length * 100 / longest.max(1)
        );
        let help = "cut them by at least a quarter; half helps most";
        findings.push(Finding::new(RULE, plan.place(most), message, help));
    }
    plan.report(findings, found);
}
