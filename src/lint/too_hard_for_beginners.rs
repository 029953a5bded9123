//! A workout for beginners has high jumps, heavy loads or work to failure under a load.
//!
//! # Why
//! `level beginner`, or a tag that says so, is a promise. A jump down from a box, a bar that allows no second try, or
//! a set to failure under it needs technique that beginners still have to learn. The rule does not apply to jumping
//! jacks, skipping and jumps on the spot, to a low box, to push-ups and planks for as long as the form is good, or to
//! a last set of `5+`.
//!
//! # Wrong
//! ```wod
//! level beginner
//! back squat 3x5 @ 60%
//! back squat 3 @ 90%
//! ```
//!
//! # Right
//! ```wod
//! level beginner
//! back squat 3x5 @ 60%
//! back squat 3 @ 70%
//! ```
//!
//! # Source
//! - **85 %** and **rpe 9** on a lift: beginners gain as much strength at 60 to 70 % of the one-repetition maximum,
//!   and are advised to stay there (American College of Sports Medicine, Progression Models in Resistance Training
//!   for Healthy Adults, 2009). From 85 % on, a load is heavy for anybody.
//! - **51 cm**, a little more than 20 inches: the lower of the two usual competition boxes. Higher boxes are for
//!   strong athletes; boxes for jumping begin at 15 cm (National Strength and Conditioning Association, Essentials of
//!   Strength Training and Conditioning, on plyometrics).

use rustc_hash::FxHashSet;

use super::demands::Demands;
use super::effort::{HARD_RPE, HEAVY_PERCENT, is_heavy, percent_of_own_max, rpe};
use super::found::Found;
use super::workout_view::WorkoutView;
use crate::check::program::{Level, Pattern, Step, TargetKind, Unit, Workout};
use crate::diagnostic::{Diagnostic, Rule};
use crate::syntax::tree::{Measure, Target, TargetSyntax};
use crate::timeline::{Ending, Segment, SettledTarget};

/// What it gives.
pub const RULE: Rule = Rule::TooHardForBeginners;

/// The highest box that is not high, in thousandths of a millimetre. The page says why.
const HIGH_BOX: i64 = 510_000;

/// Looks at every bout of a workout for beginners, unless its ranges are settled for others.
pub fn check(view: &WorkoutView<'_>, found: &mut Found) {
    let is_theirs = match view.workout.level {
        Some(level) => level == Level::Beginner && level == view.level,
        None => is_tagged(view.workout) && view.level != Level::Advanced,
    };
    if is_theirs {
        inside(view, &view.timeline.segments, &mut FxHashSet::default(), found);
    }
}

/// Tells whether a workout is filed under what is for beginners.
fn is_tagged(workout: &Workout) -> bool {
    const TAGS: [&str; 4] = ["beginner", "beginners", "novice", "novices"];
    workout.tags.iter().any(|tag| TAGS.iter().any(|so| tag.eq_ignore_ascii_case(so)))
}

/// Looks at segments and at their contents, and reports each statement once.
fn inside(
    view: &WorkoutView<'_>,
    segments: &[Segment<'_>],
    reported: &mut FxHashSet<*const Step>,
    found: &mut Found,
) {
    for segment in segments {
        inside(view, &segment.steps, reported, found);
        let (Some(step), Some(choice)) = (segment.step, segment.choice) else { continue };
        if reported.contains(&std::ptr::from_ref(step)) {
            continue;
        }
        let Some(TooHard { message, is_it }) = too_hard(view, segment) else { continue };
        reported.insert(step);
        if view.around(step).is_some() {
            let place = view.target_or_name(step, choice, is_it);
            found.report(
                Diagnostic::new(RULE, place, message)
                    .help("choose something easier, or another `level`; `allow too-hard-for-beginners \"…\"` keeps it"),
            );
        }
    }
}

/// What is too hard in a bout.
struct TooHard {
    message: String,
    /// Whether a target is what makes it so. Where none does, the movement itself is.
    is_it: fn(&Target) -> bool,
}

/// Returns what is too hard in a bout for beginners.
fn too_hard(view: &WorkoutView<'_>, segment: &Segment<'_>) -> Option<TooHard> {
    let movement = view.movement(segment.movement?);
    let name = || segment.choice.map_or(&*movement.name, |choice| view.text(choice.name_span));
    let targets = &segment.targets;
    let has_mass = targets.iter().any(|target| matches!(target.kind, TargetKind::Load { .. }));
    let is_high = || {
        let height = |target: &SettledTarget| height(target.value, target.unit);
        targets.iter().any(|target| target.kind == TargetKind::Size && height(target) > HIGH_BOX)
    };
    let jumps = movement.pattern == Some(Pattern::Jump);
    let leaps = jumps && view.demands(segment).any(Demands::EXPLOSIVE);
    let lands = jumps && view.demands(segment).any(Demands::SUDDEN);
    Some(if is_heavy(targets) {
        let percent = percent_of_own_max(targets)? / 1_000;
        TooHard { message: format!("{percent}% of the most one can lift is a lot for beginners"), is_it: is_percent }
    } else if movement.has_max && rpe(targets).is_some_and(|rpe| rpe >= HARD_RPE) {
        TooHard { message: "beginners cannot know how close to the limit this is".to_owned(), is_it: is_rpe }
    } else if movement.has_max && has_mass && is_to_failure(segment) {
        TooHard { message: format!("`{}` to failure under a load is a lot for beginners", name()), is_it: |_| false }
    } else if leaps && is_high() {
        TooHard { message: "this box is high for beginners".to_owned(), is_it: is_amount }
    } else if leaps && has_mass {
        TooHard { message: format!("`{}` with a load is a lot for beginners", name()), is_it: is_amount }
    } else if lands {
        TooHard { message: format!("`{}` lands harder than beginners can take", name()), is_it: |_| false }
    } else {
        return None;
    })
}

/// Tells whether a bout ends in failure: `max`. Programmes for beginners end in `5+`, with a few left.
fn is_to_failure(segment: &Segment<'_>) -> bool {
    segment.dose.is_some_and(|dose| dose.ending == Ending::Max)
}

/// Returns a height in thousandths of a millimetre.
fn height(value: Option<i64>, unit: Unit) -> i64 {
    /// Of what boxes are measured in, the tenths of a millimetre.
    const TENTHS: [(Unit, i64); 5] = [
        (Unit::Millimetre, 10),
        (Unit::Centimetre, 100),
        (Unit::Inch, 254),
        (Unit::Foot, 3_048),
        (Unit::Metre, 10_000),
    ];
    let tenths = TENTHS.iter().find(|(own, _)| *own == unit).map_or(0, |&(_, tenths)| tenths);
    value.unwrap_or_default().saturating_mul(tenths) / 10
}

fn is_percent(target: &Target) -> bool {
    match &target.kind {
        TargetSyntax::Amount { amount, of: None, .. } => {
            amount.unit == Some(Unit::Percent) && amount.high >= HEAVY_PERCENT
        }
        TargetSyntax::Amount { .. }
        | TargetSyntax::Measured { .. }
        | TargetSyntax::Minus(_)
        | TargetSyntax::RepMax(_)
        | TargetSyntax::Bodyweight(_)
        | TargetSyntax::Named { .. } => false,
    }
}

fn is_rpe(target: &Target) -> bool {
    matches!(target.kind, TargetSyntax::Measured { measure: Measure::Rpe | Measure::Rir, .. })
}

fn is_amount(target: &Target) -> bool {
    matches!(target.kind, TargetSyntax::Amount { of: None, .. })
}
