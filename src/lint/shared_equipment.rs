//! A superset uses one barbell at two loads.
//!
//! # Why
//! The movements of a superset follow each other at once, and it takes a minute to change plates. The same bar at the
//! same load is a complex and fine, and so are two machines or two pairs of dumbbells. The rule does not apply if the
//! first line of the block has a transition or a rest in which the bar can be changed, to percentages of a maximum,
//! which may be the same in kilograms, or to light loads, for which gyms have fixed bars.
//!
//! # Wrong
//! ```wod
//! superset rounds 3 rest 2min between rounds <
//!   deadlift 5 @ 120kg
//!   barbell row 8 @ 60kg
//! >
//! ```
//!
//! # Right
//! ```wod
//! superset rounds 3 rest 2min between rounds <
//!   deadlift 5 @ 120kg
//!   dumbbell row 8 @ 2x24kg
//! >
//! ```
//!
//! Or, in a gym with a second bar:
//! ```wod
//! superset rounds 3 rest 2min between rounds <
//!   allow shared-equipment "two bars"
//!   deadlift 5 @ 120kg
//!   barbell row 8 @ 60kg
//! >
//! ```
//!
//! # Source
//! - Two different loads cannot be on one bar at a time. The rule only applies if both movements need exactly the
//!   same equipment, such as a barbell and a rack: a bench press and a row may use two bars.
//! - **50 kg**, or 110 lb: up to this load, gyms have bars with fixed plates. This is reasoning, not a finding.

use super::found::Found;
use super::here::BlockHere;
use super::workout_view::WorkoutView;
use crate::check::program::{Amount, BlockKind, Choice, StepKind, TargetKind, Unit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::syntax::tree::{Target, TargetSyntax};

/// What it gives.
pub const RULE: Rule = Rule::SharedEquipment;

/// What takes a minute to load anew.
const BARS: [&str; 3] = ["barbell", "EZ bar", "trap bar"];

/// The heaviest bars that stand ready loaded, in thousandths of the unit. The page says why.
const FIXED_BARS: [(Unit, i64); 2] = [(Unit::Kilogram, 50_000), (Unit::Pound, 110_000)];

/// Looks at the movements of a superset, each with the one before it.
pub fn check(view: &WorkoutView<'_>, here: &BlockHere<'_>, found: &mut Found) {
    let block = here.block;
    let has_time = block.between_movements.is_some() || block.transition.is_some() || view.workout.transition.is_some();
    if block.kind != BlockKind::Superset || has_time || here.around.iter().any(|around| around.transition.is_some()) {
        return;
    }
    let mut before: Option<(&Choice, &Amount, &str)> = None;
    for step in &block.steps {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                let Some(choice) = exercise.choices.first() else { continue };
                let (Some(load), Some(bar)) = (load(choice), bar(view, choice)) else { continue };
                if let Some((other, other_load, other_bar)) = before
                    && bar == other_bar
                    && differ(load, other_load)
                    && (is_changed_by_hand(load) || is_changed_by_hand(other_load))
                    && is_same_place(view, choice, other)
                {
                    let (first, second) = (view.text(other.name_span), view.text(choice.name_span));
                    let place = view.target_or_name(step, choice, is_load);
                    let message = format!("`{first}` and `{second}` need one {bar} at two loads, with no time to change them");
                    found.report(Diagnostic::new(RULE, place, message).and_at(other.name_span, "the other load").help(
                        "take the same load, a dumbbell for one of them, or `transition 1min`; \
                         with two bars at hand: `allow shared-equipment \"two bars\"`",
                    ));
                    return;
                }
                before = Some((choice, load, bar));
            }
            StepKind::Rest(_) | StepKind::Block(_) | StepKind::Do(_) => before = None,
            StepKind::Note(_) | StepKind::Record(_) | StepKind::Turns(_) => {}
        }
    }
}

/// Returns the load on a bar.
fn load(choice: &Choice) -> Option<&Amount> {
    let load = choice.targets.iter().find(|target| target.kind == TargetKind::Load { implements: 1 })?;
    load.amount.as_ref()
}

/// Tells whether a load is beyond the bars that stand ready loaded.
fn is_changed_by_hand(load: &Amount) -> bool {
    FIXED_BARS.iter().any(|(unit, most)| load.unit == *unit && load.high > *most)
}

/// Tells whether a target is a mass.
fn is_load(target: &Target) -> bool {
    matches!(target.kind, TargetSyntax::Amount { of: None, .. })
}

/// Returns the bar that a movement needs.
fn bar<'p>(view: &WorkoutView<'p>, choice: &Choice) -> Option<&'p str> {
    let needs = &view.movement(choice.movement).equipment;
    needs.iter().map(String::as_str).find(|name| BARS.contains(name))
}

/// Tells whether two movements need exactly the same things.
fn is_same_place(view: &WorkoutView<'_>, one: &Choice, other: &Choice) -> bool {
    one.movement != other.movement
        && view.movement(one.movement).equipment == view.movement(other.movement).equipment
}

/// Tells whether no figure is in both.
fn differ(one: &Amount, other: &Amount) -> bool {
    one.unit == other.unit && (one.low > other.high || other.low > one.high)
}
