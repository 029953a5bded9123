//! A plan goes on for weeks after its last race.
//!
//! # Why
//! A plan leads up to its race: the load grows, then a taper. If the race is in week 10 of twelve, and nothing is said of
//! another one, either its week or the length of the plan is probably a slip. Two weeks after a race are not reported, since
//! many plans end with recovery.
//!
//! # Wrong
//! ```wod
//! plan "To the 10k" weeks 8 <
//!   tuesday, saturday < easy run 5km >
//!   week 5 < sunday < race day "City 10k" > >
//! >
//! ```
//!
//! # Right
//! ```wod
//! plan "To the 10k" weeks 8 <
//!   tuesday, saturday < easy run 5km >
//!   last week <
//!     saturday instead < rest day >; sunday < race day "City 10k" >
//!   >
//! >
//! ```
//!
//! # Source
//! After a marathon, muscles are sore and weaker for about **two weeks** (Sherman and others, Journal of Applied Physiology
//! 1984; Hikida and others, Journal of the Neurological Sciences 1983), which is how long recovery is commonly planned.

use super::found::Found;
use super::plan_view::{Finding, PlanView};
use crate::diagnostic::Rule;

/// What it gives.
pub const RULE: Rule = Rule::TrainingAfterRace;

/// So many days after a race are recovery.
const RECOVERY_DAYS: usize = 14;

/// Looks at what comes after the last race.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let Some(race) = plan.days.iter().rposition(|day| day.day.race.is_some()) else { return };
    let Some(last) = plan.days.iter().rposition(|day| !day.day.sessions.is_empty()) else { return };
    if last <= race + RECOVERY_DAYS {
        return;
    }
    let calendar = plan.season.calendar;
    let blocks = calendar.plan.blocks.iter().filter(|block| block.weeks.contains(&plan.days[race].day.week));
    let races = blocks.flat_map(|block| &block.days).filter_map(|days| days.race.as_ref());
    let is_it = |name: &str| plan.days[race].day.race == Some(name);
    let place = races.rev().find(|race| is_it(&race.value)).map_or(calendar.plan.title_span, |race| race.span);
    let message = format!(
        "the last race is on {}, and the plan goes on to {}",
        plan.days[race].name(),
        plan.days[last].name()
    );
    let help = "correct the week of the race, or how many weeks the plan has; write another plan for what comes after";
    plan.report(vec![Finding::new(RULE, place, message, help)], found);
}
