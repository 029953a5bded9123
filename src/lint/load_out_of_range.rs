//! A load is far outside the range that the movement is done with.
//!
//! # Why
//! A digit too many turns 24 into `dumbbell bench press @ 240kg`. Of a pair, each weight counts by itself.
//!
//! # Wrong
//! ```wod
//! dumbbell bench press 3x10 @ 2x240kg rest 2min
//! ```
//!
//! # Right
//! ```wod
//! dumbbell bench press 3x10 @ 2x24kg rest 2min
//! ```
//!
//! A range of your own counts exactly, whatever the catalogue has:
//!
//! ```wod
//! movement "tyre flip" < pattern hinge; load 60-300kg >
//! tyre flip 5 @ 250kg
//! ```
//!
//! # Source
//! The catalogue's ranges go up to what very strong people train with. A load is only reported if it is more than
//! half as much again, so that nobody stronger is asked: for a back squat that is 450 kg, about the heaviest ever
//! done without a squat suit. A light load is reported below a quarter of the lightest (5 kg if a range begins with
//! an empty bar of 20 kg), since light bars, children and rehabilitation are not mistakes.

use super::found::Found;
use super::here::StatementHere;
use super::workout_view::WorkoutView;
use crate::quantity::{KILOGRAM, POUND};
use crate::catalog;
use crate::check::program::{Amount, Choice, Movement, TargetKind, Unit};
use crate::diagnostic::{Diagnostic, Rule};
use crate::syntax::tree::{Quantity, Target, TargetSyntax};

/// What it gives.
pub const RULE: Rule = Rule::LoadOutOfRange;

/// How far above the catalogue's heaviest load nothing is said, in per cent of it.
const ABOVE: i64 = 150;

/// How far below the catalogue's lightest load nothing is said, in per cent of it.
const BELOW: i64 = 25;

/// Looks at the loads of each alternative.
pub fn check(view: &WorkoutView<'_>, statement: &StatementHere<'_>, found: &mut Found) {
    let mut said = Vec::new();
    for (number, choice) in statement.exercise.choices.iter().enumerate() {
        let movement = view.movement(choice.movement);
        let Some(range) = movement.load.filter(|range| is_any_outside(choice, movement, *range)) else {
            continue;
        };
        for target in view.words(statement.step).targets(number) {
            let Some((load, unit)) = load_of(target) else { continue };
            if !said.contains(&load.span)
                && is_outside([Some(load.low), Some(load.high), load.women()], unit, movement, range)
            {
                said.push(load.span);
                found.report(diagnostic(view, choice, range, load, unit));
            }
        }
    }
}

/// Tells whether any load of an alternative is outside a range. Cheap, as most are inside.
fn is_any_outside(choice: &Choice, movement: &Movement, range: Amount) -> bool {
    let loads = choice.all_targets().filter(|target| matches!(target.kind, TargetKind::Load { .. }));
    let amounts = loads.flat_map(|target| target.amount.iter().chain(&target.to));
    amounts.into_iter().any(|load| {
        is_outside([Some(load.low), Some(load.high), load.women], load.unit, movement, range)
    })
}

/// Tells whether any of these figures is outside a movement's range, by as much as makes it a slip.
fn is_outside(figures: [Option<i64>; 3], unit: Unit, movement: &Movement, range: Amount) -> bool {
    if unit == range.unit && figures.into_iter().flatten().all(|load| range.low <= load && load <= range.high) {
        return false;
    }
    let (low, high) = (grams(range.low, range.unit), grams(range.high, range.unit));
    let is_beyond = |below: i64, above: i64| {
        figures.into_iter().flatten().map(|figure| grams(figure, unit)).any(|load| {
            load.saturating_mul(100) < low.saturating_mul(below)
                || load.saturating_mul(100) > high.saturating_mul(above)
        })
    };
    is_beyond(100, 100) && (is_beyond(BELOW, ABOVE) || is_own(movement))
}

/// Tells whether a movement's range is the coach's own, and not the catalogue's.
fn is_own(movement: &Movement) -> bool {
    catalog::find(&catalog::key(&movement.name)).is_none_or(|known| known.load != movement.load)
}

/// Returns the load of a target with its unit, if it is one.
fn load_of(target: &Target) -> Option<(&Quantity, Unit)> {
    match &target.kind {
        TargetSyntax::Amount { amount, .. } => {
            let is_mass = |unit: &Unit| matches!(unit, Unit::Kilogram | Unit::Pound);
            amount.unit.filter(is_mass).map(|unit| (amount, unit))
        }
        TargetSyntax::Measured { .. }
        | TargetSyntax::Minus(_)
        | TargetSyntax::RepMax(_)
        | TargetSyntax::Bodyweight(_)
        | TargetSyntax::Named { .. } => None,
    }
}

/// Says which loads make sense.
fn diagnostic(
    view: &WorkoutView<'_>,
    choice: &Choice,
    range: Amount,
    load: &Quantity,
    unit: Unit,
) -> Diagnostic {
    let (name, written) = (view.text(choice.name_span), view.text(load.span));
    let (low, high) = (number(range.low), number(range.high));
    let in_words = if range.unit == Unit::Pound { "lb" } else { "kg" };
    let message = format!("`{written}` is not a load for `{name}`, which is done with {low} to {high} {in_words}");
    let (from, to) = (same_unit(load.low, unit, range.unit), same_unit(load.high, unit, range.unit));
    let wider = format!("load {}-{}{in_words}", number(range.low.min(from)), number(range.high.max(to.saturating_add(249))));
    let known = &view.movement(choice.movement).name;
    Diagnostic::new(RULE, load.span, message)
        .help(format!("if it is meant, say so: `movement \"{known}\" < {wider} >`"))
}

/// Returns a mass in grams, from thousandths of its unit.
fn grams(milli: i64, unit: Unit) -> i64 {
    same_unit(milli, unit, Unit::Kilogram)
}

/// Returns thousandths of a unit of mass in thousandths of another.
fn same_unit(milli: i64, from: Unit, to: Unit) -> i64 {
    let mass = |unit| if unit == Unit::Pound { POUND } else { KILOGRAM };
    i64::try_from(i128::from(milli) * mass(from) / mass(to)).unwrap_or(i64::MAX)
}

/// Writes thousandths as people do, to the half: `20`, `2.5`.
fn number(milli: i64) -> String {
    let halves = milli.saturating_add(250) / 500;
    if halves % 2 == 0 { (halves / 2).to_string() } else { format!("{}.5", halves / 2) }
}
