//! A muscle that was trained each week has had no set for three weeks, though the plan asks for it.
//!
//! # Why
//! What is left out week after week is seldom noticed, and after a few weeks strength is lost. Each muscle is looked at
//! that had three sets or more in each of four weeks, then none in the last three, while the plan has three or more for
//! it in each. Sets count as in the sums of [plans](../plans.md#what-weeks-add-up-to): half for a muscle that only helps.
//!
//! Only plans with dates are looked at, and only weeks that are written down: of the sessions of each, at least five
//! sixths. So histories with holes, breaks and first weeks are not reported, and neither are weeks in which a load begins
//! anew, nor those with a movement that wodc does not know, nor muscles for which the plan leaves a choice (`dip or bench
//! dip`).
//!
//! # Wrong
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-05 "Full" < bench press 3x8 @ 50kg; calf raise 3x15 @ 40kg >
//! done 2026-01-12 "Full" < bench press 3x8 @ 50kg; calf raise 3x15 @ 40kg >
//! done 2026-01-19 "Full" < bench press 3x8 @ 50kg; calf raise 3x15 @ 40kg >
//! done 2026-01-26 "Full" < bench press 3x8 @ 50kg; calf raise 3x15 @ 40kg >
//! done 2026-02-02 "Full" < bench press 3x8 @ 50kg; calf raise skipped >
//! done 2026-02-09 "Full" < bench press 3x8 @ 50kg; calf raise skipped >
//! done 2026-02-16 "Full" < bench press 3x8 @ 50kg >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "Full" <
//!   bench press 3x8 @ 50kg rest 2min
//!   calf raise 3x15 @ 40kg rest 1min
//! >
//! plan "Base" weeks 8 starts 2026-01-05 < monday < do "Full" > >
//! ```
//!
//! # Right
//! ```wod sam-results.wod
//! results "Sam"
//! done 2026-01-05 "Full" < bench press 3x8 @ 50kg; calf raise 3x15 @ 40kg >
//! done 2026-01-12 "Full" < bench press 3x8 @ 50kg; calf raise 3x15 @ 40kg >
//! done 2026-01-19 "Full" < bench press 3x8 @ 50kg; calf raise 3x15 @ 40kg >
//! done 2026-01-26 "Full" < bench press 3x8 @ 50kg; calf raise 3x15 @ 40kg >
//! done 2026-02-02 "Full" < bench press 3x8 @ 50kg; calf raise skipped >
//! done 2026-02-09 "Full" < bench press 3x8 @ 50kg; calf raise skipped >
//! done 2026-02-16 "Full" < bench press 3x8 @ 50kg; calf raise 1x15 @ 40kg >
//! ```
//! ```wod
//! athlete "Sam" < results "sam-results.wod" >
//! workout "Full" <
//!   bench press 3x8 @ 50kg rest 2min
//!   calf raise 3x15 @ 40kg rest 1min
//! >
//! plan "Base" weeks 8 starts 2026-01-05 < monday < do "Full" > >
//! ```
//!
//! # Note
//! It is reported where the plan works the muscle. `wodc next` does not report it.
//!
//! # Source
//! Strength holds for about **three weeks** without training and is lost after that (McMaster and others, Sports Medicine
//! 2013). Very little keeps what is there: young people kept strength and muscle for 32 weeks with a ninth of the sets
//! (Bickel and others, Medicine and Science in Sports and Exercise 2011). So only muscles with none at all are reported.

use rustc_hash::FxHashSet;

use super::found::Found;
use super::muscles_without_recovery::HARD_SETS as SETS;
use super::plan_view::{Finding, PlanView};
use super::weeks_done::WeeksDone;
use crate::check::program::{Program, StepKind};
use crate::diagnostic::Rule;
use crate::season::sets_of_muscles;
use crate::timeline::Segment;

/// What it gives.
pub const RULE: Rule = Rule::MuscleWithoutSets;

/// So many weeks without a set are too many.
const WITHOUT: usize = 3;

/// In so many weeks before these there were sets.
const BEFORE: usize = 4;

/// Finds the muscles that had sets, and have none any more.
pub fn check(done: &WeeksDone<'_>, found: &mut Found) {
    let Some(weeks) = done.last_whole(BEFORE + WITHOUT) else { return };
    let (before, now) = (weeks.start..weeks.start + BEFORE, weeks.start + BEFORE..weeks.end);
    if now.clone().any(|at| done.week(at).is_break() || !done.week(at).are_movements_known) {
        return;
    }
    let plan = done.plan;
    let sets = |at: usize, muscle: &str| done.week(at).sum.muscles.get(muscle).copied().unwrap_or_default();
    let planned = |at: usize, muscle: &str| {
        let muscles = &plan.season.weeks[at].load.muscles;
        muscles.iter().find(|(own, _)| *own == muscle).map_or(0, |(_, sets)| *sets)
    };
    let is_lost = |muscle: &str| {
        before.clone().all(|at| sets(at, muscle) >= SETS)
            && now.clone().all(|at| sets(at, muscle) == 0 && planned(at, muscle) >= SETS)
    };
    let last = weeks.end - 1;
    let all = plan.season.weeks[last].load.muscles.iter().map(|(muscle, _)| *muscle);
    let mut lost: Vec<&str> = all.filter(|muscle| is_lost(muscle)).collect();
    if lost.is_empty() {
        return;
    }
    let of_choice = chosen(plan, now.clone(), done.program);
    lost.retain(|muscle| !of_choice.contains(muscle));
    let Some(first) = lost.first() else { return };
    let message = format!(
        "nothing is written down for the {} in weeks {} to {}, after sets in each week before",
        lost.join(", "),
        now.start + 1,
        now.end
    );
    let works_it = |muscles: &[(&str, i64)]| muscles.iter().any(|(own, _)| own == first);
    let days = plan.weeks().nth(last).unwrap_or_default();
    let Some(day) = days.iter().find(|day| day.day.sessions.iter().any(|one| works_it(&plan.done(one).load.muscles)))
    else {
        return;
    };
    let place = plan.place_of(day, |session| works_it(&session.load.muscles));
    let help = "do what was left out, or take it out of the plan";
    plan.report(vec![Finding::new(RULE, place, message, help)], found);
}

/// Returns the muscles that are worked by movements for which there is another to choose.
fn chosen<'p>(plan: &PlanView<'_>, weeks: std::ops::Range<usize>, program: &'p Program) -> FxHashSet<&'p str> {
    let mut muscles = FxHashSet::default();
    let days = plan.weeks().skip(weeks.start).take(weeks.len()).flatten();
    for session in days.flat_map(|day| &day.day.sessions) {
        add_chosen(&plan.done(session).timeline.segments, program, &mut muscles);
    }
    muscles
}

fn add_chosen<'p>(segments: &[Segment<'_>], program: &'p Program, muscles: &mut FxHashSet<&'p str>) {
    for segment in segments {
        add_chosen(&segment.steps, program, muscles);
        let has_choice = segment.step.is_some_and(|step| match &step.kind {
            StepKind::Exercise(exercise) => exercise.choices.len() > 1,
            StepKind::Rest(_)
            | StepKind::Block(_)
            | StepKind::Note(_)
            | StepKind::Record(_)
            | StepKind::Turns(_)
            | StepKind::Do(_) => false,
        });
        if let Some(movement) = segment.movement.filter(|_| has_choice) {
            muscles.extend(sets_of_muscles(program.movement(movement), 0).map(|(muscle, _)| muscle));
        }
    }
}
