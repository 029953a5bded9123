//! One barbell at two loads in a superset.
//!
//! # Why
//! The two movements of a superset follow each other at once, and plates take a minute to change. The same bar at the
//! same load is a complex, and fine; so are two machines, or two pairs of dumbbells. Nothing is said where the first line
//! gives a transition or a rest in which the bar can be changed, of loads that are a share of a maximum, which may be the
//! same in kilograms, or of light ones, for which bars stand ready loaded.
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
//! Or, in a gym with a bar to spare:
//! ```wod
//! superset rounds 3 rest 2min between rounds <
//!   allow shared-equipment "two bars"
//!   deadlift 5 @ 120kg
//!   barbell row 8 @ 60kg
//! >
//! ```
//!
//! # Source
//! - Any two loads that differ cannot be on one bar at a time. It is said only where both movements need exactly the same
//!   things, such as a barbell and a rack: a bench press and a row leave room for two bars.
//! - **50 kg**, or 110 lb: up to there gyms have bars whose plates are fixed. It is reasoning, not a finding.

use super::{BlockHere, Found, Session};
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
pub fn check(session: &Session<'_>, here: &BlockHere<'_>, found: &mut Found) {
    let block = here.block;
    let has_time = block.between_movements.is_some() || block.transition.is_some() || session.workout.transition.is_some();
    if block.kind != BlockKind::Superset || has_time || here.around.iter().any(|around| around.transition.is_some()) {
        return;
    }
    let mut before: Option<(&Choice, &Amount, &str)> = None;
    for step in &block.steps {
        match &step.kind {
            StepKind::Exercise(exercise) => {
                let Some(choice) = exercise.choices.first() else { continue };
                let (Some(load), Some(bar)) = (load(choice), bar(session, choice)) else { continue };
                if let Some((other, other_load, other_bar)) = before
                    && bar == other_bar
                    && differ(load, other_load)
                    && (is_changed_by_hand(load) || is_changed_by_hand(other_load))
                    && is_same_place(session, choice, other)
                {
                    let (first, second) = (session.text(other.name_span), session.text(choice.name_span));
                    let place = session.target_or_name(step, choice, is_load);
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
            StepKind::Note(_) | StepKind::Record(_) => {}
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
fn bar<'p>(session: &Session<'p>, choice: &Choice) -> Option<&'p str> {
    let needs = &session.movement(choice.movement).equipment;
    needs.iter().map(String::as_str).find(|name| BARS.contains(name))
}

/// Tells whether two movements need exactly the same things.
fn is_same_place(session: &Session<'_>, one: &Choice, other: &Choice) -> bool {
    one.movement != other.movement
        && session.movement(one.movement).equipment == session.movement(other.movement).equipment
}

/// Tells whether no figure is in both.
fn differ(one: &Amount, other: &Amount) -> bool {
    one.unit == other.unit && (one.low > other.high || other.low > one.high)
}
