//! Five weeks of rising work were done without an easier one.
//!
//! # Why
//! An easier week that is in the plan only helps if it is taken. Of what was done, a week is easier than the one before
//! if it has a sixth fewer sets of strength work or a sixth less distance on foot, or if all lifts that are done in both
//! are a sixth lighter; and also where the plan has an easier week and no more was done than it asks for. The work rises
//! if the last of the five weeks has a sixth more sets or a sixth more distance than the first. The same work with a
//! little more load each week is not reported.
//!
//! Only plans with dates are looked at, and only the last five weeks that are written down: of the sessions of each, at
//! least five sixths. So histories with holes, breaks and first weeks are not reported, and neither are weeks in which a
//! load begins anew. As in [`no-easier-week`](no-easier-week.md), weeks under three hours are not reported: a kilometre
//! counts for six minutes, and a set with its rest for three.
//!
//! # Wrong
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-06 "Easy" < run 14km >
//! done 2026-01-10 "Long" < run 18km >
//! done 2026-01-13 "Easy" < run 15km >
//! done 2026-01-17 "Long" < run 19km >
//! done 2026-01-20 "Easy" < run 15km >
//! done 2026-01-24 "Long" < run 21km >
//! done 2026-01-27 "Easy" < run 16km >
//! done 2026-01-31 "Long" < run 22km >
//! done 2026-02-03 "Easy" < run 16km >
//! done 2026-02-07 "Long" < run 24km >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "Easy" <
//!   easy run by week 14km then 15km then 15km then 10km then 16km
//! >
//! workout "Long" <
//!   easy run by week 18km then 19km then 21km then 12km then 22km
//! >
//! plan "Base" weeks 5 starts 2026-01-05 <
//!   tuesday < do "Easy" >
//!   saturday < do "Long" >
//! >
//! ```
//!
//! # Right
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-06 "Easy" < run 14km >
//! done 2026-01-10 "Long" < run 18km >
//! done 2026-01-13 "Easy" < run 15km >
//! done 2026-01-17 "Long" < run 19km >
//! done 2026-01-20 "Easy" < run 15km >
//! done 2026-01-24 "Long" < run 21km >
//! done 2026-01-27 "Easy" < run 10km >
//! done 2026-01-31 "Long" < run 12km >
//! done 2026-02-03 "Easy" < run 16km >
//! done 2026-02-07 "Long" < run 22km >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "Easy" <
//!   easy run by week 14km then 15km then 15km then 10km then 16km
//! >
//! workout "Long" <
//!   easy run by week 18km then 19km then 21km then 12km then 22km
//! >
//! plan "Base" weeks 5 starts 2026-01-05 <
//!   tuesday < do "Easy" >
//!   saturday < do "Long" >
//! >
//! ```
//!
//! # Note
//! It is reported at the title of the plan. Where the plan itself has no easier week,
//! [`no-easier-week`](no-easier-week.md) says so instead. `wodc next` does not report it.
//!
//! # Source
//! Coaches of strength sports plan a deload every **four to six weeks** (Bell and others, Frontiers in Sports and Active
//! Living 2022), and their athletes take one every 5.6 weeks, give or take 2.3 (Rogerson and others, Sports Medicine - Open
//! 2024).

use super::found::Found;
use super::no_deload;
use super::no_easier_week::{self, LEAST_MS, TOO_MANY, is_less};
use super::plan_view::Finding;
use super::weeks_done::{WeekDone, WeeksDone};
use crate::diagnostic::Rule;
use crate::season::{MILLI, Travel};
use crate::timeline::KILOMETRE_MS;

/// What it gives.
pub const RULE: Rule = Rule::NoEasierWeekInResults;

/// About how long a set takes with the rest behind it.
const SET_MS: i64 = 3 * 60_000;

/// Finds five weeks of rising work up to now.
pub fn check(done: &WeeksDone<'_>, found: &mut Found) {
    let plan = done.plan;
    let Some(row) = done.last_whole(TOO_MANY).filter(|_| !no_easier_week::is_found(plan)) else { return };
    let is_much = |at| length_ms(done.week(at)) >= LEAST_MS;
    if !row.clone().all(is_much) || !rises(done.week(row.start), done.week(row.end - 1)) {
        return;
    }
    if row.clone().skip(1).any(|at| is_easier(done.week(at), done.week(at - 1)) || is_planned_easier(done, at)) {
        return;
    }
    let message = format!(
        "the work that was done rises from week {} to week {}, and no week was easier",
        row.start + 1,
        row.end
    );
    let help = "have an easier week next, with a fifth less";
    plan.report(vec![Finding::new(RULE, plan.season.calendar.plan.title_span, message, help)], found);
}

/// Returns about how long a week was.
fn length_ms(week: &WeekDone) -> i64 {
    let on_foot = week.foot_mm() / 1_000 * KILOMETRE_MS / 1_000;
    on_foot.saturating_add(week.sum.sets / MILLI * SET_MS)
}

/// Tells whether a week has clearly more work than an earlier one.
fn rises(first: &WeekDone, last: &WeekDone) -> bool {
    let is_more = |first: i64, last: i64| first > 0 && is_less(first, last);
    is_more(first.sum.sets, last.sum.sets) || is_more(first.foot_mm(), last.foot_mm())
}

/// Tells whether less was done in a week than in the one before.
fn is_easier(now: &WeekDone, before: &WeekDone) -> bool {
    let is_less = |now: i64, before: i64| before > 0 && is_less(now, before);
    is_less(now.sum.sets, before.sum.sets)
        || is_less(now.foot_mm(), before.foot_mm())
        || no_deload::are_lighter(&now.heaviest, &before.heaviest)
}

/// Tells whether the plan has an easier week, and no more was done than it asks for.
fn is_planned_easier(done: &WeeksDone<'_>, at: usize) -> bool {
    let load = &done.plan.season.weeks[at].load;
    let is_within = |done: i64, planned: i64| !is_less(planned, done);
    let week = done.week(at);
    is_within(week.sum.sets, load.sets)
        && is_within(week.foot_mm(), load.known_distance(Travel::Foot))
        && no_deload::is_easier_week(done.plan, at)
}
