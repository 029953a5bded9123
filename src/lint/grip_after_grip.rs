//! The hands grip one thing after another for more than a minute, with no rest.
//!
//! # Why
//! Hangs and carries end when the hands open. Right after other work for the same fingers, they end before the back,
//! the legs or the trunk have done anything. The rule applies if the hands go from one thing to another (from the
//! dumbbells to the bar) and one of the movements is a hang or a carry. It does not apply to a bar or bell that is
//! never put down, to different blocks or to sets, since people walk over in between, to grip training, to climbers,
//! or to AMRAPs and work for time, where everybody can let go at any time.
//!
//! # Wrong
//! ```wod
//! superset rounds 3 rest 90s between rounds <
//!   farmer's carry 40m @ 2x24kg
//!   pull-up 10
//! >
//! ```
//!
//! # Right
//! ```wod
//! superset rounds 3 rest 90s between rounds <
//!   farmer's carry 40m @ 2x24kg
//!   push-up 15
//! >
//! ```
//!
//! # Source
//! - **60 seconds**: half of the full grip strength can be held for about a minute (Rohmert, Internationale
//!   Zeitschrift für angewandte Physiologie 1960), and the lengths of repetitions and metres are estimates.

use rustc_hash::FxHashSet;

use super::demands::Demands;
use super::found::Found;
use super::workout_view::WorkoutView;
use crate::check::program::{BlockKind, Dose, Movement, Step, StepKind};
use crate::diagnostic::{Diagnostic, Rule};
use crate::quantity::clock_to_the_second as clock;
use crate::source::Span;
use crate::timeline::{Segment, SegmentKind};

/// What it gives.
pub const RULE: Rule = Rule::GripAfterGrip;

/// How long the hands hold on. The page says why.
const LONGEST_MS: i64 = 60_000;

/// What a title or a tag says where the grip is what is trained.
const MEANT: [&str; 7] = ["grip", "forearm", "climb", "boulder", "hang", "finger", "ninja"];

/// Looks for a chain of movements that all need the hands.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    if !view.asked.any(Demands::HOLD) {
        return;
    }
    // A hand that reaches for the next thing is not rested.
    let segments: Vec<&Segment<'_>> =
        view.timeline.segments.iter().filter(|segment| !segment.is_set_up()).collect();
    let mut reported = FxHashSet::default();
    let mut start = None;
    for (at, segment) in segments.iter().enumerate() {
        let grips = match segment.kind {
            SegmentKind::Work => view.demands(segment).any(Demands::GRIP),
            SegmentKind::Switch => start.is_some(),
            SegmentKind::Rest
            | SegmentKind::Transition
            | SegmentKind::Interval
            | SegmentKind::Amrap
            | SegmentKind::ForTime => false,
        };
        if grips {
            let goes_on = at.checked_sub(1).is_none_or(|before| follows_at_once(view, segments[before], segment));
            if let Some(first) = start.take_if(|_| !goes_on) {
                chain(view, &segments[first..at], &mut reported, found);
            }
            start = start.or(Some(at));
        } else if let Some(start) = start.take() {
            chain(view, &segments[start..at], &mut reported, found);
        }
    }
    if let Some(start) = start {
        chain(view, &segments[start..], &mut reported, found);
    }
}

/// Tells whether one thing is done straight after another: both are steps of one circuit or superset, and no sets. From
/// one exercise to the next, or from one pair to the next, a coach lets people walk over and breathe without saying so.
fn follows_at_once(view: &WorkoutView<'_>, before: &Segment<'_>, after: &Segment<'_>) -> bool {
    let (Some(one), Some(other)) = (before.step, after.step) else { return true };
    if std::ptr::eq(one, other) {
        return true;
    }
    let has_sets = |segment: &Segment<'_>| {
        segment.choice.is_some_and(|choice| matches!(choice.dose, Dose::Sets(_)))
    };
    let innermost = |step: &Step| view.around(step).and_then(|around| around.last().copied());
    let (Some(here), Some(there)) = (innermost(one), innermost(other)) else { return false };
    let is_chained = matches!(
        &here.kind,
        StepKind::Block(block) if matches!(block.kind, BlockKind::Circuit | BlockKind::Superset)
    );
    std::ptr::eq(here, there) && is_chained && !has_sets(before) && !has_sets(after)
}

/// Reports a chain of work for the hands, where the second thing to hold on to comes.
fn chain(view: &WorkoutView<'_>, chain: &[&Segment<'_>], reported: &mut FxHashSet<Span>, found: &mut Found) {
    let ms: i64 = chain.iter().map(|segment| segment.duration_ms).sum();
    let holds = |segment: &Segment<'_>| view.demands(segment).any(Demands::HOLD);
    let Some(first) = chain.first().filter(|_| ms > LONGEST_MS && chain.iter().any(|one| holds(one))) else { return };
    let movement = |segment: &Segment<'_>| segment.movement.map(|id| view.movement(id));
    let Some(held) = movement(first) else { return };
    let other = chain.iter().find(|one| movement(one).is_some_and(|other| other.equipment != held.equipment));
    if chain.iter().copied().filter_map(movement).all(trains_the_grip) {
        return;
    }
    let (Some(other), Some(step)) = (other, first.step) else { return };
    let (Some(choice), Some(before), Some(around)) = (other.choice, first.choice, view.around(step)) else { return };
    if other.step.and_then(|step| view.around(step)).is_none() || is_meant(view, &around) {
        return;
    }
    if reported.insert(choice.name_span) {
        let (first, second) = (view.text(before.name_span), view.text(choice.name_span));
        let message = format!("from `{first}` to `{second}` the hands hold on for about {} without a rest", clock(ms));
        found.report(
            Diagnostic::new(RULE, choice.name_span, message)
                .and_at(before.name_span, "the grip is tired from here on")
                .help("put work between them that leaves the hands free, or a rest"),
        );
    }
}

/// Tells whether a movement is there for the grip.
fn trains_the_grip(movement: &Movement) -> bool {
    movement.muscles.first().is_some_and(|muscle| muscle == "grip" || muscle == "forearms")
}

/// Tells whether the workout, or a block around, says that the grip is to be tired.
fn is_meant(view: &WorkoutView<'_>, around: &[&Step]) -> bool {
    let says = |text: &str| MEANT.iter().any(|word| text.to_lowercase().contains(word));
    let titles = around.iter().filter_map(|step| match &step.kind {
        StepKind::Block(block) => block.title.as_deref(),
        StepKind::Exercise(_) | StepKind::Rest(_) | StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) | StepKind::Do(_) => None,
    });
    let workout = view.workout;
    says(&workout.title) || workout.tags.iter().any(|tag| says(tag)) || titles.into_iter().any(says)
}
