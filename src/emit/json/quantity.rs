//! Amounts as quantities of the contract.

use super::model::{Progression, Quantity, Unit};
use super::number::Thousandths;
use super::spelling;
use crate::check::program::{self, Amount};

/// Returns an amount as it is written. `counted` says what a bare number counts.
pub fn written(amount: &Amount, counted: Option<Unit>) -> Quantity {
    let end = |value| amount.is_range().then_some(Thousandths(value));
    Quantity {
        value: (!amount.is_range()).then_some(Thousandths(amount.low)),
        low: end(amount.low),
        high: end(amount.high),
        women: amount.women.map(Thousandths),
        unit: unit(amount.unit, counted),
        per_m: per_m(amount.unit),
        progression: amount.progression.map(progression),
        text: spelling::amount(amount),
    }
}

/// Returns a time, a distance or a target as it is written; a bare number counts nothing.
pub fn measured(amount: &Amount) -> Quantity {
    written(amount, None)
}

/// Returns a figure that is settled at a level, in thousandths of `unit`.
pub fn settled(value: i64, unit: program::Unit) -> Quantity {
    measured(&Amount::exactly(value, unit))
}

/// Returns the unit of a quantity; `counted` for bare numbers.
fn unit(unit: program::Unit, counted: Option<Unit>) -> Option<Unit> {
    Some(match unit {
        program::Unit::Count => return counted,
        program::Unit::Second | program::Unit::SecondPer { .. } => Unit::Second,
        program::Unit::Metre => Unit::Metre,
        program::Unit::Kilometre => Unit::Kilometre,
        program::Unit::Mile => Unit::Mile,
        program::Unit::Yard => Unit::Yard,
        program::Unit::Foot => Unit::Foot,
        program::Unit::Calorie => Unit::Calorie,
        program::Unit::Breath => Unit::Breath,
        program::Unit::Step => Unit::Step,
        program::Unit::Stroke => Unit::Stroke,
        program::Unit::Kilogram => Unit::Kilogram,
        program::Unit::Pound => Unit::Pound,
        program::Unit::Inch => Unit::Inch,
        program::Unit::Centimetre => Unit::Centimetre,
        program::Unit::Millimetre => Unit::Millimetre,
        program::Unit::Percent => Unit::Percent,
        program::Unit::BeatPerMinute => Unit::BeatPerMinute,
        program::Unit::Watt => Unit::Watt,
        program::Unit::RevolutionPerMinute => Unit::RevolutionPerMinute,
        program::Unit::StrokePerMinute => Unit::StrokePerMinute,
        program::Unit::KilometrePerHour => Unit::KilometrePerHour,
        program::Unit::MilePerHour => Unit::MilePerHour,
    })
}

/// Returns the metres that a pace is held against.
fn per_m(unit: program::Unit) -> Option<Thousandths> {
    if let program::Unit::SecondPer { mm } = unit { Some(Thousandths(mm)) } else { None }
}

/// Returns what is added at each turn.
fn progression(step: program::Progression) -> Progression {
    Progression { add: Thousandths(step.by), percent: step.percent, each: step.each.into() }
}
