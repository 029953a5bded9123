//! A superset works the same muscles twice, where one half should rest.
//!
//! # Why
//! A superset of opposites saves time because one half of the body rests while the other works. Two presses under the
//! title "Push and pull" leave no rest, and nobody can do a heavy set straight after a heavy set of the same muscles.
//! Pairs for the same muscles are often intended, as pre-exhaustion, as a drop set or as a complex. So the rule only
//! applies to a pair whose own title promises opposites, and to a pair that is heavier than a single set could be.
//!
//! # Wrong
//! ```wod
//! superset "Push and pull" rounds 3 rest 90s between rounds <
//!   bench press 8 @ 60kg
//!   push-up 12
//! >
//! ```
//!
//! # Right
//! ```wod
//! superset "Push and pull" rounds 3 rest 90s between rounds <
//!   bench press 8 @ 60kg
//!   dumbbell row 12 @ 2x20kg
//! >
//! ```
//!
//! # Source
//! - Opposites: paired sets of a push and a pull keep the repetitions up in half the time (Robbins and others, Journal of
//!   Strength and Conditioning Research 2010).
//! - How many repetitions a load allows: as in [`reps-at-load`](reps-at-load.md), rounded up: 10 at 75 %, 9 at 80 %,
//!   7 at 85 %, 5 at 90 %, 3 at 95 % of the one-repetition maximum. Both halves of a pair with no rest between them
//!   count as one set, at the lighter of the two loads. The rule does not apply below 75 %, where people differ too
//!   much.

use super::found::Found;
use super::here::BlockHere;
use super::workout_view::WorkoutView;
use crate::check::program::{
    Block, BlockKind, Bout, Choice, Dose, Movement, Pattern, Step, StepKind, Target, TargetKind, Unit,
};
use crate::diagnostic::{Diagnostic, Rule};
use crate::training::rep_max;

/// What it gives.
pub const RULE: Rule = Rule::SameMuscles;

/// The lightest load that is looked at, in thousandths of a per cent of the max: where the published line begins.
const LIGHTEST: i64 = 75_000;

/// Looks at a superset of exactly two movements with nothing between them.
pub fn check(view: &WorkoutView<'_>, here: &BlockHere<'_>, found: &mut Found) {
    if here.block.kind != BlockKind::Superset || here.block.between_movements.is_some() {
        return;
    }
    let Some([first, second]) = pair(&here.block.steps) else { return };
    let movements = [first, second].map(|choice| view.movement(choice.movement));
    let names = [first, second].map(|choice| view.text(choice.name_span));
    let Some(message) = broken_promise(here.block, movements, names)
        .or_else(|| too_heavy([first, second], here.block, movements, names))
    else {
        return;
    };
    found.report(
        Diagnostic::new(RULE, second.name_span, message)
            .and_at(first.name_span, "the first of the two")
            .help("pair it with a movement of other muscles, or put a rest between the two"),
    );
}

/// Returns the two movements of a superset; None where it holds anything else that takes time.
fn pair(steps: &[Step]) -> Option<[&Choice; 2]> {
    let mut pair = [None, None];
    let mut free = pair.iter_mut();
    for step in steps {
        match &step.kind {
            StepKind::Exercise(exercise) => *free.next()? = exercise.choices.first(),
            StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => {}
            StepKind::Rest(_) | StepKind::Block(_) | StepKind::Do(_) => return None,
        }
    }
    let [first, second] = pair;
    Some([first?, second?])
}

/// Says how a pair is not what its title promises.
fn broken_promise(block: &Block, [first, second]: [&Movement; 2], names: [&str; 2]) -> Option<String> {
    let title = block.title.as_deref()?.to_lowercase();
    let says = |word: &str| title.split(|c: char| !c.is_alphabetic()).any(|own| own == word);
    let (one, other) = (first.pattern?, second.pattern?);
    let what = if says("push") && says("pull") && one == other && matches!(one, Pattern::Push | Pattern::Pull) {
        format!("both {}", one.name())
    } else if says("upper") && says("lower") && half(one)? == half(other)? {
        format!("are both {}", half(one)?)
    } else if (says("antagonist") || says("antagonists") || says("opposites") || says("opposing"))
        && !says("agonist")
        && is_same(first, second)
    {
        format!("both work the {}", first.muscles.first()?)
    } else {
        return None;
    };
    let [first, second] = names;
    Some(format!("`{first}` and `{second}` {what}, so that neither rests while the other works"))
}

/// Says how a pair is heavier than one set could be.
fn too_heavy(pair: [&Choice; 2], block: &Block, movements: [&Movement; 2], names: [&str; 2]) -> Option<String> {
    let [first, second] = movements;
    if block.transition.is_some() || !is_same(first, second) {
        return None;
    }
    let [one, other] = pair.map(percent);
    let percent = one?.min(other?);
    let [one, other] = pair.map(repetitions);
    let (together, most) = (one?.checked_add(other?)?, most_at(percent)?);
    let ([first, second], percent) = (names, percent / 1_000);
    (together > most).then(|| {
        format!(
            "`{first}` and `{second}` work the same muscles: {together} repetitions at {percent}% or more in one go, \
             where about {most} can be done"
        )
    })
}

/// Tells whether two movements are one in what moves and what moves it, without being the same.
fn is_same(first: &Movement, second: &Movement) -> bool {
    first.pattern == second.pattern && first.muscles.first().is_some_and(|muscle| second.muscles.first() == Some(muscle))
}

/// Returns the half of the body that a pattern is of.
fn half(pattern: Pattern) -> Option<&'static str> {
    match pattern {
        Pattern::Push | Pattern::Pull => Some("for the upper body"),
        Pattern::Squat | Pattern::Hinge | Pattern::Lunge | Pattern::Jump => Some("for the lower body"),
        Pattern::Carry | Pattern::Core | Pattern::Rotation | Pattern::Locomotion | Pattern::Mobility => None,
    }
}

/// Returns the share of the movement's own maximum at its lowest, in thousandths of a per cent.
fn percent(choice: &Choice) -> Option<i64> {
    let is_own = |target: &&Target| target.kind == TargetKind::Percent { of: None };
    Some(choice.targets.iter().find(is_own)?.amount?.low)
}

/// Returns the repetitions of a bout at their fewest.
fn repetitions(choice: &Choice) -> Option<i64> {
    match &choice.dose {
        Dose::Bout(Bout::Of(amount) | Bout::AtLeast(amount)) if amount.unit == Unit::Count => Some(amount.low / 1_000),
        Dose::Bout(_) | Dose::FromBlock | Dose::Sets(_) => None,
    }
}

/// Returns the most repetitions that a load allows, rounded up; None where it is too light to tell.
fn most_at(percent: i64) -> Option<i64> {
    (percent >= LIGHTEST).then(|| (rep_max::repetitions_at(percent) + 999) / 1000).map(|most| most.max(1))
}
