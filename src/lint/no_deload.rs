//! In a plan with cycles, loads go up for eight weeks or more, and no week is easier.
//!
//! # Why
//! Loads that go up need a week now and then in which the body catches up: a deload. In a plan of cycles that week is
//! usually the last of each, or of each second. A week is easier if it takes a sixth less time than the week before, or
//! has a sixth fewer sets, or if all lifts that are done in both are a sixth lighter.
//!
//! # Wrong
//! ```wod
//! plan "Fives" cycles 3 of 3 weeks <
//!   monday <
//!     back squat 3x5 @ by week 70kg then 75kg then 80kg +5kg each cycle
//!   >
//! >
//! ```
//!
//! # Right
//! ```wod
//! plan "Fives" cycles 3 of 4 weeks <
//!   weeks 1-3 < monday <
//!     back squat 3x5 @ by week 70kg then 75kg then 80kg +5kg each cycle
//!   > >
//!   last week < monday < back squat 2x5 @ 50kg +5kg each cycle rest 3min > >
//! >
//! ```
//!
//! # Note
//! Plans without cycles are not reported. Who adds load in each session goes back when a lift is missed, and nobody can
//! plan when that is. Where weeks take over three hours, [`no-easier-week`](no-easier-week.md) says it earlier.
//!
//! # Source
//! Athletes in strength sports take a deload every **5.6 weeks, give or take 2.3** (Rogerson and others, Sports
//! Medicine - Open 2024): few wait for more than **eight**. They do fewer sets and repetitions, with less load (Bell
//! and others, Frontiers in Sports and Active Living 2022).

use rustc_hash::FxHashMap;

use super::found::Found;
use super::no_easier_week::{self, is_less};
use super::plan_view::{DayView, Finding, PlanView};
use crate::check::program::{MovementId, TargetKind};
use crate::diagnostic::Rule;
use crate::season::lifted_g;
use crate::timeline::Segment;

/// What it gives.
pub const RULE: Rule = Rule::NoDeload;

/// So many weeks in a row with none easier are too many.
const TOO_MANY: usize = 8;

/// The heaviest load of each lift: in grams, or in thousandths of a per cent where it is only said in per cent.
type Heaviest = FxHashMap<MovementId, i64>;

/// Finds the longest row of weeks with none easier. It is said at the title: what is missing is missing in the plan.
pub fn check(plan: &PlanView<'_>, found: &mut Found) {
    let written = plan.season.calendar.plan;
    if written.cycle.is_none() || no_easier_week::is_found(plan) {
        return;
    }
    let heaviest: Vec<Heaviest> = plan.weeks().map(|week| heaviest_of(plan, week)).collect();
    let (mut first, mut row) = (0, 0..0);
    for at in 1..heaviest.len() {
        if is_easier(plan, at, &heaviest[at], &heaviest[at - 1]) {
            first = at;
        } else if at + 1 - first > row.len() {
            row = first..at + 1;
        }
    }
    if row.len() < TOO_MANY || !rises(&heaviest[row.clone()]) {
        return;
    }
    let message =
        format!("loads go up from week {} to week {}, and no week is easier", row.start + 1, row.end);
    let help = "make a week of each cycle easier: `last week at 60% of sets, 90% of load`";
    plan.report(vec![Finding::new(RULE, written.title_span, message, help)], found);
}

/// Tells whether a week is easier than the one before.
pub fn is_easier_week(plan: &PlanView<'_>, at: usize) -> bool {
    let heaviest = |at| plan.weeks().nth(at).map(|week| heaviest_of(plan, week)).unwrap_or_default();
    at > 0 && is_easier(plan, at, &heaviest(at), &heaviest(at - 1))
}

fn is_easier(plan: &PlanView<'_>, at: usize, heaviest: &Heaviest, of_before: &Heaviest) -> bool {
    let (now, before) = (&plan.season.weeks[at].load, &plan.season.weeks[at - 1].load);
    is_less(now.duration_ms, before.duration_ms)
        || is_less(now.sets, before.sets)
        || are_lighter(heaviest, of_before)
}

/// Tells whether all lifts that are done in both of two weeks are lighter in the first.
pub fn are_lighter<L: Eq + std::hash::Hash>(now: &FxHashMap<L, i64>, before: &FxHashMap<L, i64>) -> bool {
    let mut in_both = now.iter().filter_map(|(lift, &now)| Some((now, *before.get(lift)?))).peekable();
    in_both.peek().is_some() && in_both.all(|(now, before)| is_less(now, before))
}

/// Tells whether any lift is heavier in the last of these weeks that it is done in than in the first.
fn rises(weeks: &[Heaviest]) -> bool {
    let mut ends: FxHashMap<MovementId, (i64, i64)> = FxHashMap::default();
    for (&lift, &load) in weeks.iter().flatten() {
        ends.entry(lift).or_insert((load, load)).1 = load;
    }
    ends.values().any(|(first, last)| last > first)
}

fn heaviest_of(plan: &PlanView<'_>, week: &[DayView<'_>]) -> Heaviest {
    let mut heaviest = Heaviest::default();
    for session in week.iter().flat_map(|day| &day.day.sessions) {
        add(&plan.done(session).timeline.segments, &mut heaviest);
    }
    heaviest
}

fn add(segments: &[Segment<'_>], heaviest: &mut Heaviest) {
    for segment in segments {
        add(&segment.steps, heaviest);
        let Some(lift) = segment.movement else { continue };
        let percent = || {
            let is_percent = |kind: &TargetKind| matches!(kind, TargetKind::Percent { .. });
            segment.targets.iter().find(|target| is_percent(&target.kind)).and_then(|target| target.value)
        };
        let load = Some(lifted_g(segment)).filter(|&load| load > 0).or_else(percent);
        if let Some(load) = load {
            let most = heaviest.entry(lift).or_default();
            *most = load.max(*most);
        }
    }
}
