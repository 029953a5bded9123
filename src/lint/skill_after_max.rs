//! Work to the limit is followed at once by a lift overhead or a handstand.
//!
//! # Why
//! A snatch, an overhead squat, a muscle-up or a handstand has to be caught, and a mistake is dangerous. Muscles that
//! have just failed cannot catch anything. The rule applies if both movements need the same muscles and nothing comes
//! between them, and not to AMRAPs and work for time.
//!
//! # Wrong
//! ```wod
//! superset rounds 3 rest 3min between rounds <
//!   push-up max
//!   handstand push-up 5
//! >
//! ```
//!
//! # Right
//! ```wod
//! superset rounds 3 rest 3min between rounds <
//!   handstand push-up 5
//!   push-up max
//! >
//! ```
//!
//! # Source
//! - Power and skill first, then the other large lifts, then what is left: the order of exercises in the National Strength
//!   and Conditioning Association's Essentials of Strength Training and Conditioning.
//! - Work to the limit is `max`, `5+`, **95 %** of the one-repetition maximum or more, which allows two repetitions
//!   at most (the table of repetitions at a percentage in the same book), and **rpe 10** on a lift.

use rustc_hash::FxHashSet;

use super::demands::Demands;
use super::effort::{is_to_the_limit, percent_of_own_max, rpe};
use super::found::Found;
use super::workout_view::WorkoutView;
use crate::check::program::Movement;
use crate::diagnostic::{Diagnostic, Rule};
use crate::timeline::{Segment, SegmentKind};

/// What it gives.
pub const RULE: Rule = Rule::SkillAfterMax;

/// From this share of the maximum on a set is one's best, in thousandths of a per cent. The page says why.
const BEST_PERCENT: i64 = 95_000;

/// An effort that leaves nothing, in thousandths.
const ALL_RPE: i64 = 10_000;

/// Looks at each bout with the one that follows it at once.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    let limits = Demands::LIMIT.and(Demands::HEAVY).and(Demands::ALL_OUT);
    if !view.asked.any(Demands::OVERHEAD_SKILL) || !view.asked.any(limits) {
        return;
    }
    let mut reported = FxHashSet::default();
    // What is set up between two movements is no rest.
    let mut segments = view.timeline.segments.iter().filter(|segment| !segment.is_set_up()).peekable();
    while let Some(before) = segments.next() {
        let Some(&skill) = segments.peek() else { break };
        let is_work = before.kind == SegmentKind::Work && skill.kind == SegmentKind::Work;
        if !is_work || !view.demands(skill).any(Demands::OVERHEAD_SKILL) || before.movement == skill.movement {
            continue;
        }
        let (Some(first), Some(second)) = (before.movement, skill.movement) else { continue };
        let (first, second) = (view.movement(first), view.movement(second));
        if is_best(before, first) && share_muscles(first, second) {
            let (Some(max), Some(choice)) = (before.choice, skill.choice) else { continue };
            let is_own = |segment: &Segment<'_>| segment.step.and_then(|step| view.around(step)).is_some();
            if is_own(before) && is_own(skill) && reported.insert(choice.name_span) {
                let (first, second) = (view.text(max.name_span), view.text(choice.name_span));
                let message = format!("`{second}` comes straight after `{first}` to the limit");
                found.report(
                    Diagnostic::new(RULE, choice.name_span, message)
                        .and_at(max.name_span, "nothing is left after this")
                        .help("do the skill first, or put a rest between the two"),
                );
            }
        }
    }
}

/// Tells whether a bout is the best that one can do.
fn is_best(segment: &Segment<'_>, movement: &Movement) -> bool {
    is_to_the_limit(segment)
        || percent_of_own_max(&segment.targets).is_some_and(|percent| percent >= BEST_PERCENT)
        || movement.has_max && rpe(&segment.targets).is_some_and(|rpe| rpe >= ALL_RPE)
}

/// Tells whether a muscle that did the work in one does it in the other.
fn share_muscles(one: &Movement, other: &Movement) -> bool {
    one.muscles.iter().any(|muscle| other.muscles.contains(muscle))
}
