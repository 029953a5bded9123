//! In the last week that was done, there is over 10 % more distance on foot than in the weeks before.
//!
//! # Why
//! A plan may rise in small steps and the athlete still make a jump: by doing more than was planned, or by going on as
//! planned after weeks in which less was done. As in [`distance-jump`](distance-jump.md), the week is compared with the
//! longest of the four before it, every easier week in between allows ten per cent more, and weeks under 20 km are not
//! reported. What the plan itself asks for is reported there.
//!
//! Only plans with dates are looked at, and only the last week with results. The four weeks before must be written down:
//! of their sessions, at least five sixths, each with its distance. So histories with holes, breaks and first weeks are
//! not reported, and neither are weeks in which a load begins anew. A week counts as done as planned from five sixths
//! of what is planned up to ten per cent more than that.
//!
//! # Wrong
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-10 "Long" < run 20km >
//! done 2026-01-17 "Long" < run 20km >
//! done 2026-01-24 "Long" < run 22km >
//! done 2026-01-31 "Long" < run 22km >
//! done 2026-02-07 "Long" < run 30km >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "Long" <
//!   easy run by week 20km then 20km then 22km then 22km then 24km
//! >
//! plan "Base" weeks 5 starts 2026-01-05 < saturday < do "Long" > >
//! ```
//!
//! # Right
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-10 "Long" < run 20km >
//! done 2026-01-17 "Long" < run 20km >
//! done 2026-01-24 "Long" < run 22km >
//! done 2026-01-31 "Long" < run 22km >
//! done 2026-02-07 "Long" < run 24.5km >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "Long" <
//!   easy run by week 20km then 20km then 22km then 22km then 24km
//! >
//! plan "Base" weeks 5 starts 2026-01-05 < saturday < do "Long" > >
//! ```
//!
//! # Note
//! It is reported where the plan has the longest run of the week. `wodc next` does not report it.
//!
//! # Source
//! Runners who went up by more than **30 %** were hurt more often than those who went up by less than ten (Nielsen and
//! others, Journal of Orthopaedic and Sports Physical Therapy 2014). **10 %** is the rule that coaches use; see
//! [`distance-jump`](distance-jump.md).

use super::distance_jump::{WEEKS_BEFORE, longest_before};
use super::found::Found;
use super::no_easier_week::is_less;
use super::plan_view::Finding;
use super::weeks_done::WeeksDone;
use crate::diagnostic::Rule;
use crate::season::Travel;

/// What it gives.
pub const RULE: Rule = Rule::JumpInResults;

/// Up to so many per cent of what is planned is done as planned.
const AS_PLANNED_PERCENT: i64 = 110;

/// Finds a jump in the last week.
pub fn check(done: &WeeksDone<'_>, found: &mut Found) {
    let (plan, last) = (done.plan, done.last);
    let Some(first) = last.checked_sub(WEEKS_BEFORE) else { return };
    if !(first..last).all(|at| done.is_whole(at)) || done.week(last).starts_anew {
        return;
    }
    if !(first..=last).all(|at| done.week(at).is_ground_known) {
        return;
    }
    let planned = |at: usize| plan.season.weeks[at].load.known_distance(Travel::Foot);
    // What the plan does not ask for may be written down now and then.
    if (first..=last).any(|at| planned(at) == 0) {
        return;
    }
    let ran: Vec<i64> = (first..=last).map(|at| as_planned(done.week(at).foot_mm(), planned(at))).collect();
    let asked: Vec<i64> = (first..=last).map(planned).collect();
    if longest_before(&asked[..WEEKS_BEFORE], asked[WEEKS_BEFORE]).is_some() {
        return;
    }
    let Some(longest) = longest_before(&ran[..WEEKS_BEFORE], ran[WEEKS_BEFORE]) else { return };
    let (now, before) = (ran[WEEKS_BEFORE], ran[longest]);
    let units = plan.season.units();
    let said = |mm: i64| units.distance(Travel::Foot, mm);
    let message = format!(
        "{} on foot were done in week {}, {} % more than in the longest of the four weeks before it, {}",
        said(now),
        last + 1,
        (now - before) * 100 / before,
        said(before)
    );
    let Some(week) = plan.weeks().nth(last) else { return };
    let sessions = week.iter().flat_map(|day| &day.day.sessions);
    let longest = sessions.max_by_key(|session| plan.done(session).load.known_distance(Travel::Foot));
    let Some(longest) = longest else { return };
    let help = "have an easier week next";
    plan.report(vec![Finding::new(RULE, plan.place(longest), message, help)], found);
}

/// Returns what was done in a week. What is about as much as was planned is what was planned: nobody runs a distance to
/// the metre.
fn as_planned(done: i64, planned: i64) -> i64 {
    let is_as_planned = !is_less(done, planned) && done <= planned.saturating_mul(AS_PLANNED_PERCENT) / 100;
    if is_as_planned { planned } else { done }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_about_as_long_as_planned_is_as_planned() {
        for done in [17_000, 20_000, 22_000] {
            assert_eq!(as_planned(done, 20_000), 20_000, "{done}");
        }
        for done in [0, 16_800, 22_001, 40_000] {
            assert_eq!(as_planned(done, 20_000), done, "{done}");
        }
    }
}
